"""Who can attack and be attacked in a sentence: parties, people, states by their countries."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.grammar import OF_THING
from pipelines.transforms.text.attacks.weapons import WEAPONRY, is_idle_weapon, name_owners
from pipelines.transforms.text.grammar.attachment import with_lead
from pipelines.transforms.text.parties.acted_on import is_acted_on, last_subject_end
from pipelines.transforms.text.parties.acting_parties import (
    and_before,
    find_actors,
)
from pipelines.transforms.text.parties.actors import STATE_FORCES, UNARMED
from pipelines.transforms.text.parties.asides import says_between_commas
from pipelines.transforms.text.parties.first_person import SPOKEN_OF
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.parties.joined_people import merge_people
from pipelines.transforms.text.parties.joined_sides import alternatives
from pipelines.transforms.text.parties.meant_parties import is_of_attack
from pipelines.transforms.text.parties.party_grammar import CLOTHES_REACH
from pipelines.transforms.text.parties.passing_words import (
    CLOTHES_AFTER,
    DISGUISED,
    GUARDED_BY,
    NONE_OF_THEM,
)
from pipelines.transforms.text.parties.told_countries import with_abroad
from pipelines.transforms.text.places.venues import OF_COUNTRY
from pipelines.transforms.text.runs import beside, count_before, last_before
from pipelines.transforms.text.sources.speaker_kinds import NO_PARTY

# Kinds of people who bear arms, whoever they are.
ARMED_PEOPLE = (
    "security-forces", "soldiers", "police", "unidentified-armed-group",
    "unidentified-communal-militia", "peacekeepers", *SPOKEN_OF,
)  # fmt: skip
FIGHTERS = r"(?:^| )(?:fighter|combatant|commando)s?$"
ARMED_PRONOUN = (
    r"(?i)^the (?:militia|army|military|rebels?|insurgents?|militants?|guerrillas?|fighters|"
    r"gunm[ae]n|attackers|assailants?|raiders|bombers?|soldiers|troops|forces|police|"
    r"terrorists|extremists|jihadists|separatists|bandits|kidnappers)"
)
# "A drone that X had supplied to Y killed two": X does no more than the next verb says.
RELATIVE_BEFORE = r"(?i)(?-u:\b)(?:that|which|whom)\s+(?:the\s+)?$"
# "Attacked by U.S. Embassy employees", "a bomb at a U.S. bank": no army's deed or loss.
MISSION = (
    r"(?i)^ (?:[a-z-]+ )?(?:embass(?:y|ies)|ambassadors?|diplomats?|consulates?|missions?|"
    r"citizens?|nationals?|tourists?|cultural|banks?|compan(?:y|ies)|firms?|schools?|librar(?:y|ies)|"
    r"churches|church|institutes?|cent(?:er|re)s?|clubs?|restaurants?|offices?|business(?:es)?|property|"
    r"interests|chambers?|airlines?|newspapers?|hotels?|oil)(?-u:\b)"
)
# Who "the clandestine group" is where nobody was named.
UNLAWFUL = r"(?i)(?-u:\b)(?:clandestine|outlawed|illegal|subversive)(?-u:\b)"
AND_SECOND = (
    r"(?i)^,?\s+(?:and|as well as|along with|together with)\s+(?:also\s+)?"
    r"(?:(?:the|its|their|allied)\s+){0,2}(?:\p{Lu}[\w-]+\s+){0,2}$"
)
SOURCE = r"(?i)(?-u:\b)according to (?:(?:the|an?|this|that|some)\s+)?$"
PLANTED_BY = (
    r"(?i)(?-u:\b)(?:planted|placed|left|thrown|hurled|lobbed|tossed|set|laid|fired|launched|dropped|"
    r"detonated|set off|operated|flown|piloted|sent|driven)\s+by\s+"
    r"(?:(?:an?|the|some|two|three|suspected|alleged|[0-9]+)\s+)*$"
)
PART_OF_LAND = r"(?i)(?-u:\b)(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)? $"
# People of no party that a pronoun may stand for.
NOBODY = "nobody"


def read_parties(
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    context: pl.DataFrame,
    anchors: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """Candidates for who attacks and who is attacked, in the order of the text.

    context: the mentions of sentences with an attack, as with_context gives them. anchors: as
    read_anchors gives them.
    Out: candidate_id (mention_id of its first word), sentence_id, start, end, lead, n_triggers,
    actor_id (null where not known), actor_type, is_armed, seat (country, town, post, weapon; null
    for all else), in_relative (right behind 'that'), owns_thing ("a convoy of the army"), is_owner
    ("FARC camps"), is_abroad (places of more than one country stand in its sentence), is_acted_on
    (behind another's verb), is_people (of a kind, like rebels, and not by name), is_behind_town
    ("Tame, Colombia"), is_second ("X and Y attacked"), is_planter ("a bomb planted by X"),
    is_bystander ("according to X", "a market held by X"). A country or a town stands for the forces
    of its country, weapons and posts for their owners, pronouns for whom the text was speaking of.
    """
    rows = name_owners(party_mentions(sentences, mentions, context, anchors, lexicons), mentions)
    merged = merge_people(rows)
    marks = rows.select(
        "mention_id",
        "seat",
        "bears_arms",
        "is_abroad",
        "is_owner",
        "meant_id",
        "is_people",
        "is_behind_town",
        is_acted_on=is_acted_on(),
    )
    gap = pl.col("sentence").str.slice(
        pl.coalesce("content_end", "base") - pl.col("base"),
        (pl.col("start") - pl.coalesce("content_end", "base")).clip(0),
    )
    behind = pl.col("sentence").str.slice(pl.col("end") - pl.col("base"), CLOTHES_REACH)
    ahead = pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base"))
    types = lexicons.actors.select("actor_id", "actor_type")
    is_pronoun = pl.col("kind") == "pronoun"
    return (
        with_lead(merged, gap)
        .join(marks, on="mention_id", maintain_order="left")
        .with_columns(actor_id=pl.when(is_pronoun).then("meant_id").otherwise("actor_id"))
        .join(types, on="actor_id", how="left", maintain_order="left")
        .with_columns(
            lead=pl.when(is_pronoun & (pl.col("lead") == "none"))
            .then(pl.lit("pronoun"))
            .otherwise("lead"),
            is_armed=~pl.col("actor_type").is_in(UNARMED).fill_null(False)
            & (
                pl.col("actor_id").is_not_null()
                | (pl.col("kind") == "actor")
                | pl.col("bears_arms")
            ),
        )
        .with_columns(
            in_relative=gap.str.contains(RELATIVE_BEFORE),
            is_second=is_second(),
            is_planter=ahead.str.tail(CLOTHES_REACH).str.contains(PLANTED_BY),
            is_bystander=ahead.str.contains(f"{SOURCE}|{GUARDED_BY}"),
            owns_thing=gap.str.contains(rf"(?i)(?-u:\b){OF_THING}") & pl.col("seat").is_null(),
        )
        .filter(
            ~gap.str.contains(f"{DISGUISED}|{NONE_OF_THEM}"),
            ~behind.str.contains(CLOTHES_AFTER),
            ~((pl.col("seat") == "country") & behind.str.contains(MISSION)).fill_null(False),
            # "Strikes on south Lebanon" are no strikes on its army.
            ~((pl.col("seat") == "country") & ahead.str.contains(PART_OF_LAND)).fill_null(False),
            ~((pl.col("seat") == "weapon") & is_idle_weapon(ahead, behind)).fill_null(False),
        )
        .select(
            "sentence_id", "start", "end", "lead", "n_triggers", "actor_id", "actor_type",
            "is_armed", "seat", "in_relative", "owns_thing", "is_abroad", "is_owner", "is_acted_on",
            "is_people", "is_behind_town", "is_second",
            "is_planter", "is_bystander", candidate_id="mention_id",
        )
    )  # fmt: skip


def is_second() -> pl.Expr:
    """True for a party that 'and' joins to the armed one which opens its sentence: reads run, lead,
    is_armed, n_triggers, is_acted_on, start, end, sentence and base."""
    run = pl.col("sentence_id")
    end = beside(pl.col("end"), run, 1)
    gap = pl.col("sentence").str.slice(end - pl.col("base"), (pl.col("start") - end).clip(0))
    second = (
        gap.str.contains(AND_SECOND)
        & (pl.col("n_triggers") == 0)
        & beside(pl.col("is_armed"), run, 1)
        & beside(pl.col("actor_id"), run, 1).is_not_null()
        & (beside(pl.col("lead"), run, 1) == "none")
        & ~beside(pl.col("seat").is_in(["town", "post", "weapon"]), run, 1).fill_null(False)
        & ~beside(pl.col("is_acted_on"), run, 1)
    ).fill_null(False)
    return second | (gap.str.contains(r"^\s\($") & beside(second, run, 1)).fill_null(False)


def party_mentions(
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    context: pl.DataFrame,
    anchors: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """The mentions that may name a party, with seat, bears_arms and their sentence."""
    speaks = (
        (pl.col("next_kind") == "role") & (pl.col("next_start") - pl.col("end") <= 1)
    ).fill_null(False)
    places = lexicons.places.select("country_id", entity_id="location_id")
    fights = pl.col("entity_id").is_in(ARMED_PEOPLE) | pl.col("phrase").str.contains(FIGHTERS)
    armed = lexicons.words.filter((pl.col("kind") == "people") & fights)["phrase"].implode()
    text = pl.col("text").str.to_lowercase()
    is_place = (pl.col("kind") == "place") & pl.col("entity_id").is_not_null()
    is_post = pl.col("kind") == "place_noun"
    is_thing = pl.col("kind").is_in(["unit", "method"]) | is_post
    is_weapon = pl.when(is_thing & ~is_post).then("text").str.contains(WEAPONRY).fill_null(False)
    is_group = (pl.col("kind") == "pronoun") & (pl.col("sense") == "group")
    is_party = (
        pl.col("kind").is_in(["actor", "people"])
        | is_place
        | is_weapon
        | is_group
        | (is_thing & pl.col("entity_id").is_not_null())
    )
    is_loyal = (pl.col("kind") == "people") & (
        beside(pl.col("sense"), pl.col("run"), -1) == "loyal"
    ).fill_null(False)
    forces = pl.lit(STATE_FORCES) + pl.col("country_id").str.to_lowercase()
    # "Armed men from Sudan", "residents of Goma": no army of the place; "soldiers of Uganda" are.
    run = pl.col("run")
    is_led = beside(pl.col("kind"), run, 1) == "article"
    lead, people, whose = (
        pl.when(is_led).then(beside(pl.col(name), run, back + 1)).otherwise(
            beside(pl.col(name), run, back)
        )
        for name, back in (("kind", 1), ("kind", 2), ("entity_id", 2))
    )  # fmt: skip
    is_soldiers = (lead == "of") & whose.str.starts_with(STATE_FORCES).fill_null(False)
    is_origin = (
        is_place & lead.is_in(["from", "of"]) & (people == "people") & ~is_soldiers
    ).fill_null(False)
    # "An attack against U.S. citizens" was on no army.
    is_adjective = (
        is_place
        & pl.col("text").str.contains(OF_COUNTRY)
        & pl.col("next_kind").is_in(["people", "actor"])
        & (pl.col("next_start") - pl.col("end") <= 1)
    ).fill_null(False)
    # "A bus near Tame, Colombia, was attacked": Colombia was not.
    is_behind_town = (
        is_place
        & (pl.col("sense") == "country")
        & (beside(pl.col("kind"), run, 1) == "comma")
        & (beside(pl.col("kind"), run, 2) == "place")
    ).fill_null(False)
    # "Shelling by Sudan's RSF" is not by Sudan.
    gap_after = pl.col("next_start") - pl.col("end")
    is_homeland = (
        is_place
        & (pl.col("sense") == "country")
        & (pl.col("next_kind") == "actor")
        & (gap_after == len("'s "))
    ).fill_null(False)
    # "The bombing of FARC [Revolutionary Armed Forces] camps"
    kinds = [beside(pl.col("kind"), run, -step) for step in (1, 2, 3, 4)]
    is_spelled = (
        (kinds[0] == "bracket")
        & (kinds[1] == "actor")
        & (kinds[2] == "bracket")
        & (kinds[3] == "place_noun")
    ).fill_null(False)
    named = (
        with_abroad(context, lexicons)
        .with_columns(
            is_spelled=is_spelled,
            is_loyal=is_loyal,
            is_adjective=is_adjective,
            is_origin=is_origin,
            is_behind_town=is_behind_town,
            subject_end=last_subject_end(run),
            n_named=count_before(pl.col("kind").is_in(["people", "actor"]), run),
            stands_for=last_before(
                pl.when(pl.col("kind").is_in(["people", "actor"])).then(
                    pl.col("entity_id").fill_null(NOBODY)
                ),
                run,
            ),
            only_says=says_between_commas(run),
        )
        .filter(
            is_party & ~speaks & ~is_homeland & ~pl.col("is_origin") & ~pl.col("only_says"),
            ~is_of_attack(),
        )
    )
    # "The gunmen opened fire": those of the sentence before.
    is_called = (
        (pl.col("kind") == "people")
        & (pl.col("mention_no") == 1)
        & (pl.col("entity_id") == UNIDENTIFIED)
    )
    near = and_before(named.filter(is_group | is_called).select("sentence_id").unique(), sentences)
    meant = find_actors(
        near, mentions.join(near, on="sentence_id", how="semi", maintain_order="left"), lexicons
    ).select("sentence_id", "mention_no", meant_id="actor_id")
    # "By X or the army": of one of the two nobody is told.
    named = named.join(
        alternatives(mentions), on=["sentence_id", "mention_no"], how="anti", maintain_order="left"
    )
    return (
        named.join(anchors.select(mention_id="trigger_id"), on="mention_id", how="anti")
        .join(places, on="entity_id", how="left", maintain_order="left")
        .join(meant, on=["sentence_id", "mention_no"], how="left", maintain_order="left")
        .with_columns(
            seat=pl.when("is_adjective")
            .then(None)
            .when(is_place & (pl.col("sense") == "country"))
            .then(pl.lit("country"))
            .when(is_place)
            .then(pl.lit("town"))
            .when(is_post)
            .then(pl.lit("post"))
            .when(is_weapon)
            .then(pl.lit("weapon")),
            kind=pl.when(is_place)
            .then(pl.lit("actor"))
            .when(is_thing)
            .then(pl.lit("people"))
            .otherwise("kind"),
            is_people=pl.col("kind") == "people",
            # "Troops loyal to X" are whose X is, known or not.
            # "The workers were on their way when they were attacked": they are the workers.
            meant_id=pl.when(
                is_group
                & (text == "they")
                & (pl.col("n_named") == 1)
                & pl.col("stands_for").is_in([NOBODY, *NO_PARTY])
            )
            .then(pl.when(pl.col("stands_for") != NOBODY).then("stands_for"))
            .when(is_group)
            .then(
                pl.coalesce(
                    "meant_id",
                    pl.when(pl.col("text").str.contains(UNLAWFUL)).then(pl.lit(UNIDENTIFIED)),
                )
            ),
            entity_id=pl.when(pl.col("is_loyal") | pl.col("is_adjective"))
            .then(None)
            .when(is_place)
            .then(forces)
            .when(is_called)
            .then(pl.coalesce("meant_id", "entity_id"))
            .otherwise("entity_id"),
            bears_arms=is_weapon
            | ((pl.col("kind") == "people") & text.is_in(armed))
            | (is_group & text.str.contains(ARMED_PRONOUN)),
            is_speaker=pl.lit(False),
            # "The bombing of FARC camps" was no deed of FARC's.
            is_owner=(
                (pl.col("next_kind") == "place_noun")
                & (pl.col("next_start") - pl.col("end") <= len("'s "))
            ).fill_null(False)
            | pl.col("is_spelled"),
        )
        .join(
            sentences.select("sentence_id", "sentence_no", base="start", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
    )
