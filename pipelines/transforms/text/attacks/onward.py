"""Whose deed a harm is that goes on from the sentence before: its attacker's."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.both_sides import HARMFUL, MUTUAL, SIDES
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED

# What may go on: "Two drivers were killed", told of no other event.
GOING_ON = ("casualty_passive", "casualty_died", "casualty_reduced")
# "Among the dead were two nurses", "they put the toll at nine", "there were 40 casualties": of an
# attack, not of any harm told before.
TOLLS, LOSSES = (
    ("casualty_among_dead", "casualty_part_of_dead", "casualty_toll"),
    ("casualty_deaths", "casualty_some"),
)
OF_MORE = (
    r"(?i)(?-u:\b)(?:war|conflict|fighting|clashes|offensive|campaign|years?|months?|weeks?|quake|"
    r"earthquake|floods?|storm|fire|crash|crackdown|uprising|unrest|protests|total|overall)(?-u:\b)"
)
THERE_WERE = (
    r"(?i)^(?:in (?:this|that|the) [a-z]+, )?(?:there (?:were|are|have been|was|is)|"
    r"(?:at least |about |some |more than )?[0-9a-z-]+ (?:people )?casualties|casualties)(?-u:\b)"
)
# "The raid killed two", "officials said the blast had killed two": what was told of before.
SAID = (
    r"^(?:[^.;:]{1,90}? (?:said|reported|confirmed|added|stated|announced|says|reports|adds)"
    r"(?: (?:on )?(?:[a-z]+day|today|yesterday))?,? (?:that )?)?"
)
STRIKING = (
    r"raid|(?:air |drone |missile )?strikes?|air ?strikes?|attack|assault|bombing|shelling|"
    r"bombardment|ambush|shooting|barrage|(?:military )?action"
)
BLAST = r"explosions?|blasts?|detonation|bombs?|devices?|explosives?"
DID = (
    r"(?: also| had| has| have)* (?:killed|wounded|injured|left|claimed|caused|resulted in|"
    r"inflicted)(?-u:\b)"
)
IT_DID = (
    rf"(?i){SAID}(?:(?:the (?:strength|force) of )?(?:the|that|this|these|our) (?:{STRIKING}){DID}|"
    rf"the results? of (?:the|that|this) (?:{STRIKING}) (?:was|were)(?-u:\b))"
)
BLAST_DID = rf"(?i){SAID}(?:the|that|this|these) (?:{BLAST}){DID}"
BLASTS = (
    "Air/drone strike", "Grenade", "Remote explosive/landmine/IED",
    "Shelling/artillery/missile attack", "Suicide bomb",
)  # fmt: skip
# "As a result of this action, two were killed", "as a result, ...": of what was told before.
AS_A_RESULT = (
    r"(?i)^as a (?:result|consequence)(?:,| of (?:the|that|this|these) (?:[a-z-]+ (?:and )?){0,2}?"
    rf"(?:{STRIKING}|{BLAST}|operation|incident),?) "
)
# "The ambush caused nine casualties", "it killed six": of those who were ambushed.
AMBUSH = r"(?i)(?-u:\b)ambush"
BARE = (
    r"(?i)(?-u:\b)(?:killed|wounded|injured|caused|resulted in|left|inflicted|was|were) "
    r"(?:at least |about |some |an estimated )?(?:[a-z]+|[0-9,]+)"
    r"(?: (?:casualties|deaths|dead|killed|wounded|injured|and(?: [a-z0-9]+)?)){0,5}\W*$"
)
# "Another strike killed two": by the same, wherever it was.
ANOTHER = (
    r"(?i)^(?:Another|A (?:second|third|further)|Two (?:more|other|further)) "
    r"(?:(?:air|drone|missile|rocket|artillery) )?(?:strikes?|airstrikes?|shells?|missiles?|"
    r"drones?)(?-u:\b)"
)
# "The army made air strikes. A jet bombed a school, killing two": one of its jets.
WEAPON_DID = (
    r"(?i)^(?:One|An?|The|Two|Three|Several)(?: [\w-]+){0,2} "
    r"(?:(?:jets?|warplanes?|planes?|aircraft|helicopters?|gunships?|paragliders?|paramotors?|"
    r"gyrocopters?)(?: [a-z]+){0,5}? (?:bombed|strafed|dropped|struck|fired)|"
    r"(?:drones?|missiles?|rockets?|shells?|bombs?) (?:also |then |later )?"
    r"(?:hit|struck|landed|fell|slammed))(?-u:\b)"
)
OTHER_DEED = (
    r"(?i)(?-u:\b)(?:separate(?:ly)?|elsewhere|meanwhile|earlier|later|clash(?:es|ed)?|by|in an?|"
    r"(?:on|from) (?:both|either|all) sides|"
    r"battles?|fighting|(?:fire|gun)[ -]?(?:fight|battle)s?|shoot-?outs?|cross-?fire|"
    r"another (?:attack|incident|raid|strike)|when|after|as|across|throughout|since|so far|"
    r"in (?:all|total|january|february|march|april|june|july|august|september|october|november|"
    r"december)|this (?:month|year))(?-u:\b)"
)
MORE = r"(?i)(?-u:\b)(?:others?|more|also|another)(?-u:\b)"
# "As of Monday, two people are known to have died"
AS_OF = r"(?i)^as of [^,.;]{1,40}, "
# "The two were killed as they left a church": those told of before. So "we repeat: two were".
THE_SAME = (
    r"(?i)^(?:(?:the (?:two|three|four|five|six|seven|eight|nine|ten|[0-9]+|pair|victims?|couple)|"
    r"both)(?: [a-z]+)? (?:was|were) |(?:we|i) repeat[:,.] )"
)
AS_THEY = (
    r"(?i)(?-u:\b)(?:as|when|while) (?:they|he|she|their [a-z]+) (?:were |was )?"
    r"[a-z]+(?:ing|ed|t)(?-u:\b)"
)
# "Three other rebels were killed in a clash in X": by the army that killed those told before.
MORE_REBELS = (
    r"(?i)(?-u:\b)(?:another|[a-z0-9]+ (?:other|more)) (?:[a-z-]+ )?(?:rebels?|guerrillas?|"
    r"militants?|insurgents?|terrorists?|jihadists?|extremists?|subversives?|bandits?) w(?:as|ere) "
)
BY = r"(?i)(?-u:\b)(?:by|bomb|mine|explosion|accident|suicide)(?-u:\b)"
LONGEST = 160
# ", the ministry said in a statement", ", a doctor told AFP by telephone": who speaks, and how.
SAID_SO = (
    r"(?i)[,;] [^,;]{2,80} (?:said|says|told|added|reported|confirmed|announced|wrote|stated)"
    r"(?-u:\b)[^;]*$|^according to [^,;]{2,80}, "
)
# Who took a town did what goes on behind it, where he took it in truth.
TAKEN = ("captured", "recaptured")
NOT_DONE = (
    r"(?i)(?-u:\b)(?:want|plan|vow|threat|prepar|seek|sought|try|tried|trying|attempt|fail|den(?:y|i)|"
    r"hop(?:e|ing)|will|would|could|might|should|must|not|never|if|unless|without a)[a-z]*(?-u:\b)"
)
KEY = ["article_id", "passage_no", "sentence_no"]
# "Two schools and a clinic were destroyed."
DAMAGED = (
    r"(?i)^[^.;:]{1,120} (?:was|were|(?:has|have|had) been)(?: also| partly| badly| completely)* "
    r"(?:destroyed|damaged|burne?[dt](?: down| out)?|set on fire|ruined|levell?ed)"
    r"(?: (?:in|at|near|and) [^.;:]{1,60})?\W*$"
)
ARRESTED = r"(?i)(?-u:\b)(?:arrest|detain)(?:ed|ing)(?-u:\b)"
PEACEKEEPERS = "peacekeepers"
# "They attacked X and inflicted nine casualties on the enemy": on those attacked.
ON_OTHERS = r"(?i)(?-u:\b)(?:inflict[a-z]*|enem(?:y|ies))(?-u:\b)"


def lend_onward(
    keyed: pl.DataFrame, attacks: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Lend the attacker of a sentence to the harm that the next one of its paragraph tells without
    any: "They attacked X. Two drivers were killed." Who did a harm did more of it, and attackers
    who were killed are those of the attack. What goes on, or tells of damage alone, may stand
    between the two."""
    numbers = sentences.select("sentence_id", *KEY, "text")
    givers = givers_of(keyed, attacks, numbers)
    asked = going_on(keyed, numbers)
    next_to = pairs_onward(asked, givers, lexicons)
    between = pl.concat([next_to.select(KEY), damage_told(keyed, givers, numbers)]).unique()
    left = asked.join(next_to, on="row", how="anti", maintain_order="left")
    is_of_ambush = (
        pl.col("is_ambush")
        & (pl.col("is_of_it") | pl.col("is_of_blast"))
        & pl.col("text").str.contains(BARE)
    )
    further = pairs_onward(left, one_further(givers, between), lexicons)
    lent = pl.concat([next_to, further]).select(
        "row",
        "given_id",
        ambushed_id=pl.when(is_of_ambush).then("given_target"),
        is_on_others=pl.col("text").str.contains(ON_OTHERS),
    )
    is_lent = pl.col("given_id").is_not_null()
    # "Troops killed a guerrilla. Two others were also killed" by the same troops.
    is_attacker = (
        is_lent
        & (pl.col("victim_actor_id") == UNIDENTIFIED)
        & ~pl.col("is_on_others")
        & ~pl.col("given_id").str.starts_with(STATE_FORCES)
    ).fill_null(False)
    is_doer = is_lent & ~is_attacker
    return (
        keyed.join(lent, on="row", how="left", maintain_order="left")
        .with_columns(
            initiator_actor_id=pl.when(is_doer).then("given_id").otherwise("initiator_actor_id"),
            victim_actor_id=pl.when(is_attacker)
            .then("given_id")
            .otherwise(pl.coalesce("victim_actor_id", "ambushed_id")),
            sides_basis=pl.when(is_lent).then(pl.lit("inferred")).otherwise("sides_basis"),
        )
        .with_columns(
            target_actor_id=pl.when(is_doer).then("victim_actor_id").otherwise("target_actor_id"),
        )
        .drop("given_id", "ambushed_id", "is_on_others")
    )


def givers_of(keyed: pl.DataFrame, attacks: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    """The one attacker of a sentence, or the one who did its harms, under the number of the
    sentence after: KEY, is_harm, is_blast, is_ambush, given_id, given_target, given_place."""
    told = ["sentence_id", "location_id", *SIDES, "sub_event_type"]
    deeds = keyed.filter(
        pl.col("claim_type") == "casualty",
        pl.col("initiator_actor_id").is_not_null(),
        pl.col("harm").is_in(HARMFUL),
    ).select(*told, is_harm=pl.lit(True))
    does = attacks.filter(~pl.col("rule_id").is_in(MUTUAL)).select(*told, is_harm=pl.lit(False))
    takes = (
        keyed.filter(
            pl.col("claim_type") == "territory_change",
            pl.col("change_type").is_in(TAKEN),
            pl.col("initiator_actor_id") == pl.col("to_actor_id"),
        )
        .join(numbers.filter(~pl.col("text").str.contains(NOT_DONE)), on="sentence_id", how="semi")
        .select(*told, is_harm=pl.lit(False))
    )
    return (
        pl.concat([does, takes, deeds])
        .join(numbers, on="sentence_id")
        .with_columns(
            is_ambush=~pl.col("is_harm") & pl.col("text").str.contains(AMBUSH),
            is_blast=pl.col("sub_event_type").is_in(BLASTS).fill_null(False).any().over(
                "sentence_id"
            )
        )
        .filter(pl.col("initiator_actor_id").n_unique().over("sentence_id") == 1)
        .sort("sentence_id", "is_harm", "location_id", nulls_last=True)
        .unique("sentence_id", keep="first", maintain_order=True)
        .select(
            "article_id", "passage_no", pl.col("sentence_no") + 1, "is_harm", "is_blast",
            "is_ambush", given_id="initiator_actor_id", given_target="target_actor_id",
            given_place="location_id",
        )
    )  # fmt: skip


def going_on(keyed: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    """The harms of nobody known whose short sentence tells of no other event than one before it:
    row, what is known of them, KEY, text, is_another ("another strike killed"), is_of_it ("the raid
    killed"), is_of_blast ("the blast killed"), is_toll ("the toll is nine") and is_none ("no one
    was hurt")."""
    bare = pl.col("text").str.replace(SAID_SO, "")
    told = bare.str.replace(f"{AS_A_RESULT}|{AS_OF}| since\\W*$", "").str.replace(AS_THEY, "")
    is_toll = pl.col("rule_id").is_in(TOLLS) & ~pl.col("text").str.contains(OF_MORE)
    is_toll |= pl.col("rule_id").is_in(LOSSES) & pl.col("text").str.contains(THERE_WERE)
    return (
        keyed.filter(pl.col("initiator_actor_id").is_null(), pl.col("harm").is_in(HARMFUL))
        .select("row", "sentence_id", "location_id", "victim_actor_id", "rule_id", "value_best")
        .join(numbers, on="sentence_id", maintain_order="left")
        .with_columns(
            is_another=pl.col("text").str.contains(ANOTHER),
            is_of_it=pl.col("text").str.contains(IT_DID),
            is_of_blast=pl.col("text").str.contains(BLAST_DID),
            is_of_weapon=pl.col("text").str.contains(WEAPON_DID),
            is_toll=is_toll,
            is_more_of_them=pl.col("text").str.contains(MORE_REBELS),
            # "They blew up a bus. No one was hurt."
            is_none=(pl.col("value_best") == 0).fill_null(False),
        )
        .filter(
            pl.col("rule_id").is_in(GOING_ON)
            | pl.any_horizontal(
                "is_another", "is_of_it", "is_of_blast", "is_of_weapon", "is_toll", "is_none"
            ),
            bare.str.len_chars() <= LONGEST,
            ~told.str.contains(OTHER_DEED)
            | pl.col("is_another")
            | (pl.col("is_more_of_them") & ~told.str.contains(BY)),
        )
    )


def pairs_onward(asked: pl.DataFrame, givers: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Harms that go on with the giver that stands before them: one row per harm, with given_id."""
    side = side_of(pl.col("victim_actor_id"), lexicons)
    return (
        asked.join(givers, on=KEY)
        .filter(
            ~pl.col("is_harm") | pl.col("text").str.contains(f"{MORE}|{THE_SAME}"),
            (pl.col("victim_actor_id") != pl.col("given_id")).fill_null(True),
            (side != side_of(pl.col("given_id"), lexicons)).fill_null(True),
            # Peacekeepers who are hurt in an army's operation stood beside it.
            ~(pl.col("given_id").str.starts_with(STATE_FORCES) & (side == PEACEKEEPERS)).fill_null(
                False
            ),
            ~pl.col("text").str.contains(ARRESTED)
            | pl.col("given_id").str.starts_with(STATE_FORCES),
            (pl.col("location_id") == pl.col("given_place")).fill_null(True)
            | pl.col("is_another")
            | pl.col("is_more_of_them"),
            ~pl.col("is_more_of_them") | pl.col("given_id").str.starts_with(STATE_FORCES),
            pl.col("rule_id").is_in(GOING_ON)
            | pl.col("is_blast")
            | ~(pl.col("is_of_blast") | pl.col("is_of_weapon")),
            ~(pl.col("is_harm") & (pl.col("is_toll") | pl.col("is_none"))),
        )
        .unique("row", keep="first", maintain_order=True)
    )


def side_of(actor: pl.Expr, lexicons: Lexicons) -> pl.Expr:
    """The side_id of an actor_id."""
    known = lexicons.actors
    return actor.replace_strict(
        known["actor_id"], known["side_id"], default=None, return_dtype=pl.String
    )


def damage_told(keyed: pl.DataFrame, givers: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    """Sentences right behind a giver that tell of damage to things and of nothing else: KEY."""
    return (
        numbers.join(givers.select(KEY), on=KEY, how="semi")
        .filter(pl.col("text").str.contains(DAMAGED))
        .join(keyed, on="sentence_id", how="anti")
        .select(KEY)
    )


def one_further(givers: pl.DataFrame, between: pl.DataFrame) -> pl.DataFrame:
    """What stands before the sentences `between` (KEY), for the sentences behind those."""
    return givers.join(between, on=KEY, how="semi", maintain_order="left").with_columns(
        pl.col("sentence_no") + 1
    )
