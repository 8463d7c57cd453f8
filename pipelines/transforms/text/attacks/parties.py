"""Who can attack and be attacked in a sentence: parties, people, states by their countries."""

from collections.abc import Iterator

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attacks.grammar import OF_THING
from pipelines.transforms.text.attacks.party_mentions import party_mentions
from pipelines.transforms.text.attacks.weapons import is_idle_weapon, name_owners
from pipelines.transforms.text.grammar.attachment import with_lead
from pipelines.transforms.text.parties.acted_on import is_acted_on
from pipelines.transforms.text.parties.actors import UNARMED
from pipelines.transforms.text.parties.joined_people import merge_people
from pipelines.transforms.text.parties.party_grammar import CLOTHES_REACH
from pipelines.transforms.text.parties.passing_words import (
    CLOTHES_AFTER,
    DISGUISED,
    ENCLOSED_AFTER,
    GUARDED_BY,
    NONE_OF_THEM,
    POLICE,
    PURSUED_BEFORE,
    SAID_A_BOMB,
    SAID_A_WEAPON,
)
from pipelines.transforms.text.runs import beside

# "A drone that X had supplied to Y killed two": X does no more than the next verb says.
RELATIVE_BEFORE = r"(?i)(?-u:\b)(?:that|which|whom)\s+(?:the\s+)?$"
# "Attacked by U.S. Embassy employees", "a bomb at a U.S. bank": no army's deed or loss.
MISSION = (
    r"(?i)^ (?:[a-z-]+ )?(?:embass(?:y|ies)|ambassadors?|diplomats?|consulates?|missions?|"
    r"citizens?|nationals?|tourists?|cultural|banks?|compan(?:y|ies)|firms?|schools?|librar(?:y|ies)|"
    r"churches|church|institutes?|cent(?:er|re)s?|clubs?|restaurants?|offices?|business(?:es)?|property|"
    r"interests|chambers?|airlines?|newspapers?|hotels?|oil)(?-u:\b)"
)
AND_SECOND = (
    r"(?i)^,?\s+(?:and|as well as|along with|together with)\s+(?:also\s+)?"
    r"(?:(?:the|its|their|allied)\s+){0,2}(?:\p{Lu}[\w-]+\s+){0,2}$"
)
SOURCE = r"(?i)(?-u:\b)according to (?:(?:the|an?|this|that|some)\s+)?$"
# "Eritrean forces crossed into Ethiopia and shelled X": Ethiopia did not.
GONE_INTO = (
    r"(?i)(?-u:\b)(?:(?:crossed|moved|marched|pushed|advanced|pressed|poured|slipped|infiltrated|"
    r"broke|burst|drove|rode|stormed|went|came|fled|retreated|withdrew|flew|sailed|returned)"
    r"(?: (?:back|deep|over|across))* (?:in|into|to|through|towards?)|entered|invaded|reached|left|"
    r"occupied|raided|crossed|infiltrated) (?:the )?(?:[a-z]+ern )?$"
)
# "As the envoy left Israel bombed Gaza"
DOING_BEHIND = (
    r"(?i)^ (?:(?:has|had|then|also|again|later|[a-z]+ly) )*(?:[a-z]+ed|struck|hit|shot|fought|"
    r"fired|fires|began|sent|strikes|hits|bombs|shells|attacks)(?-u:\b)"
)
PLANTED_BY = (
    r"(?i)(?-u:\b)(?:planted|placed|left|thrown|hurled|lobbed|tossed|set|laid|fired|launched|dropped|"
    r"detonated|set off|operated|flown|piloted|sent|driven)\s+by\s+"
    r"(?:(?:an?|the|some|two|three|suspected|alleged|[0-9]+)\s+)*$"
)
# "Fighters who had surrendered to the army were killed": they were, not the army.
OF_WHO = r"(?-u:\b)(?:who|which|WHO|WHICH) [A-Za-z]+ (?:[\w'-]+ ){0,5}$"
SAID_THAT = r"(?i)(?-u:\b)(?:that|said|says) (?:[\w'-]+ ){0,4}$"
BEING_BEHIND = (
    r"(?i)^(?: (?:soldiers|fighters|forces|troops|rebels|militants))? "
    r"(?:was|were|are|(?:have|has|had) been)(?-u:\b)"
)
PART_OF_LAND = r"(?i)(?-u:\b)(?:north|south|east|west|central)(?:-?(?:east|west))?(?:ern)? $"


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
    is_bystander ("according to X", "a market held by X"), in_who ("who had fled X were"). A
    country or a town stands for the forces of its country, weapons and posts for their owners,
    pronouns for whom the text was speaking of.
    """
    rows = name_owners(party_mentions(sentences, mentions, context, anchors, lexicons), mentions)
    merged = merge_people(rows)
    start, end, base = (pl.col(name) for name in ("start", "end", "base"))
    gap_start = pl.coalesce("content_end", "base")
    sentence = pl.col("sentence").str
    cut = merged.with_columns(
        gap=sentence.slice(gap_start - base, (start - gap_start).clip(0)),
        behind=sentence.slice(end - base, CLOTHES_REACH),
        ahead=sentence.slice(0, start - base),
        name=sentence.slice(start - base, end - start),
    )
    gap, behind, ahead, name = (pl.col(part) for part in ("gap", "behind", "ahead", "name"))
    parties = with_lead(cut, gap).join(marks_of(rows), on="mention_id", maintain_order="left")
    return (
        with_arms(parties, lexicons)
        .with_columns(
            in_relative=gap.str.contains(RELATIVE_BEFORE),
            is_second=is_second(),
            in_who=ahead.str.contains(OF_WHO)
            & ~ahead.str.contains(SAID_THAT)
            & behind.str.contains(BEING_BEHIND),
            is_planter=ahead.str.tail(CLOTHES_REACH).str.contains(PLANTED_BY),
            is_bystander=ahead.str.contains(f"{SOURCE}|{GUARDED_BY}")
            | (
                pl.col("seat").is_in(["country", "town"])
                & ahead.str.contains(GONE_INTO)
                & ~behind.str.contains(DOING_BEHIND)
            )
            | (ahead.str.contains(PURSUED_BEFORE) & behind.str.contains(ENCLOSED_AFTER))
            | behind.str.contains(SAID_A_BOMB)
            | (name.str.contains(POLICE) & behind.str.contains(SAID_A_WEAPON)),
            owns_thing=gap.str.contains(rf"(?i)(?-u:\b){OF_THING}") & pl.col("seat").is_null(),
        )
        .filter(*takes_part(gap, ahead, behind))
        .select(
            "sentence_id", "start", "end", "lead", "n_triggers", "actor_id", "actor_type",
            "is_armed", "seat", "in_relative", "owns_thing", "is_abroad", "is_owner", "is_acted_on",
            "is_people", "is_behind_town", "is_second", "in_who",
            "is_planter", "is_bystander", candidate_id="mention_id",
        )
    )  # fmt: skip


def marks_of(rows: pl.DataFrame) -> pl.DataFrame:
    """What is told of each mention that may be a party, by mention_id."""
    return rows.select(
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


def with_arms(parties: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Add actor_type and is_armed; a pronoun has the actor that is meant, and its own lead."""
    types = lexicons.actors.select("actor_id", "actor_type")
    is_pronoun = pl.col("kind") == "pronoun"
    is_known = pl.col("actor_id").is_not_null() | (pl.col("kind") == "actor")
    return (
        parties.with_columns(
            actor_id=pl.when(is_pronoun).then("meant_id").otherwise("actor_id"),
            lead=pl.when(is_pronoun & (pl.col("lead") == "none"))
            .then(pl.lit("pronoun"))
            .otherwise("lead"),
        )
        .join(types, on="actor_id", how="left", maintain_order="left")
        .with_columns(
            is_armed=~pl.col("actor_type").is_in(UNARMED).fill_null(False)
            & (is_known | pl.col("bears_arms")),
        )
    )


def takes_part(gap: pl.Expr, ahead: pl.Expr, behind: pl.Expr) -> Iterator[pl.Expr]:
    """What holds of those who attack or are attacked.

    gap, ahead, behind: what stands right before them, all before them and what follows.
    """
    is_country = pl.col("seat") == "country"
    yield ~gap.str.contains(f"{DISGUISED}|{NONE_OF_THEM}")
    yield ~behind.str.contains(CLOTHES_AFTER)
    yield ~(is_country & behind.str.contains(MISSION)).fill_null(False)
    # "Strikes on south Lebanon" are no strikes on its army.
    yield ~(is_country & ahead.str.contains(PART_OF_LAND)).fill_null(False)
    yield ~((pl.col("seat") == "weapon") & is_idle_weapon(ahead, behind)).fill_null(False)


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
