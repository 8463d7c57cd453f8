"""Who did a harm as the subject of its verb."""

import polars as pl

from pipelines.transforms.text.casualties.losses import AMONG_HARMS, COUNTED_HARMS, VERB_REACH
from pipelines.transforms.text.casualties.opponents import fights_ahead, subjects_of_others
from pipelines.transforms.text.casualties.whose_people import is_of_them
from pipelines.transforms.text.parties.acted_on import is_head
from pipelines.transforms.text.parties.acting_parties import BESIDE_COST
from pipelines.transforms.text.runs import beside, last_known

# Rules whose subject does the harm.
DOING = ["active", "name_after", "uncounted"]
FIGHTING = r"(?i)^(?:fighting|clashes|battles?|skirmishes|gun ?battles?|violence)$"
INFLICTING = r"(?i)^inflict"
RUN = pl.col("sentence_id")
OPENING, SUBJECT_REACH = r"(?i)^(?:after|before|while|when|upon|by|on)$", 12


def subjects(free: pl.DataFrame, mentions: pl.DataFrame, who: pl.DataFrame) -> pl.DataFrame:
    """The nearest actor before a verb in the active voice, rather one that is not turned from.

    who: those of whom 'who' tells, as heads gives them.

    What fighting did ("the fighting killed 180"), neither side did.
    """
    at_verb = ["sentence_id", "trigger_no"]
    for others in (fights_doing(mentions), things_doing(mentions)):
        free = free.join(others, on=at_verb, how="anti", maintain_order="left")
    free = (
        free.drop("is_agent")
        .join(
            holders_of_places(mentions),
            on=["sentence_id", "mention_no"],
            how="anti",
            maintain_order="left",
        )
        .join(who, on=at_verb, how="left", maintain_order="left")
        .filter(is_head().fill_null(True))
    )
    for parted, parting_no in (
        # "X clashed with Y, resulting in nine deaths": either of the two did it.
        (fights_ahead(mentions), "met_no"),
        (subjects_of_others(mentions), "clause_no"),
        (things_ahead(mentions), "thing_no"),
        (semicolons_ahead(mentions), "semicolon_no"),
    ):
        free = free.join(parted, on=at_verb, how="left", maintain_order="left").filter(
            (pl.col("mention_no") > pl.col(parting_no)).fill_null(True)
        )
    acting = free.filter(
        pl.col("rule_id").is_in(DOING),
        pl.col("mention_no") < pl.col("trigger_no"),
        ~pl.col("is_object") | pl.col("head_no").is_not_null(),
        ~pl.col("is_aside"),
        pl.col("cost") < BESIDE_COST,
    )
    is_right_ahead = pl.col("mention_no") == pl.col("trigger_no") - 2
    return (
        acting.join(follow_ups(mentions), on=at_verb, how="left", maintain_order="left")
        .join(
            agents_named(mentions),
            on=["sentence_id", "mention_no"],
            how="left",
            maintain_order="left",
        )
        .join(harms_of_them(mentions), on=at_verb, how="left", maintain_order="left")
        .filter(
            ~(pl.col("is_follow_up") & pl.col("is_agent")).fill_null(False),
            ~(pl.col("is_theirs") & is_right_ahead).fill_null(False),
        )
        .sort("sentence_id", "harm_no", "cost", pl.col("mention_no") * -1)
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )


def is_participle() -> pl.Expr:
    """True for "killing nine"."""
    is_ing = pl.col("voice").str.starts_with("ing").fill_null(False)
    return (pl.col("kind") == "trigger") & is_ing


def fights_doing(mentions: pl.DataFrame) -> pl.DataFrame:
    """Verbs whose subject is fighting: sentence_id, trigger_no."""
    return mentions.filter(
        (pl.col("kind") == "trigger") & (pl.col("sense") == "contested"),
        pl.col("text").str.contains(FIGHTING),
    ).select("sentence_id", trigger_no=pl.col("mention_no") + 1)


def things_doing(mentions: pl.DataFrame) -> pl.DataFrame:
    """Participles whose subject "with" names: "shot down drones, with debris wounding two", the
    debris did: sentence_id, trigger_no."""
    before, before_that = (beside(pl.col("kind"), RUN, step) for step in (1, 2))
    of_thing = pl.when(before_that == "article").then(beside(pl.col("kind"), RUN, 3))
    is_with_word = (before == "with") & (pl.col("words_before") > 0)
    is_with_thing = before.is_in(["unit", "method"]) & (
        pl.coalesce(of_thing, before_that) == "with"
    )
    return mentions.filter(is_participle() & (is_with_word | is_with_thing)).select(
        "sentence_id", trigger_no="mention_no"
    )


def follow_ups(mentions: pl.DataFrame) -> pl.DataFrame:
    """Participles behind another of their sentence: sentence_id, trigger_no, is_follow_up."""
    opens = is_participle() & (beside(pl.col("kind"), RUN, 1) == "clause")
    is_told = last_known(pl.when(opens).then(True), RUN)
    return mentions.filter(is_participle() & is_told).select(
        "sentence_id", trigger_no="mention_no", is_follow_up=pl.lit(True)
    )


def agents_named(mentions: pl.DataFrame) -> pl.DataFrame:
    """Actors behind "by": "shot dead by police after killing two", whoever was shot killed them:
    sentence_id, mention_no, is_agent."""
    before = beside(pl.col("kind"), RUN, 1)
    lead = pl.when(before == "article").then(beside(pl.col("kind"), RUN, 2)).otherwise(before)
    return mentions.filter(lead == "by").select("sentence_id", "mention_no", is_agent=True)


def things_ahead(mentions: pl.DataFrame) -> pl.DataFrame:
    """Triggers with the last weapon or blow before them that a clause opens with: "they ran into a
    mine; the blast killed two", the blast did: sentence_id, trigger_no, thing_no."""
    kind = pl.col("kind")
    opens_thing = (
        (kind == "clause")
        & (beside(kind, RUN, -1) == "article")
        & beside(kind, RUN, -2).is_in(["method", "unit"])
        & beside(pl.col("entity_id"), RUN, -2).is_null()
        & (beside(kind, RUN, -3) == "trigger")
        & (beside(pl.col("words_before"), RUN, -3) == 0)
    ).fill_null(False)
    return mentions.select(
        "sentence_id",
        trigger_no="mention_no",
        thing_no=last_known(pl.when(opens_thing).then("mention_no"), RUN),
    ).drop_nulls()


def semicolons_ahead(mentions: pl.DataFrame) -> pl.DataFrame:
    """Triggers with the last semicolon before them: "X frees two; gunmen kill five", X did not:
    sentence_id, trigger_no, semicolon_no."""
    is_semicolon = (pl.col("kind") == "clause") & (pl.col("sense") == "semicolon")
    return mentions.select(
        "sentence_id",
        trigger_no="mention_no",
        semicolon_no=last_known(pl.when(is_semicolon).then("mention_no"), RUN),
    ).drop_nulls()


def holders_of_places(mentions: pl.DataFrame) -> pl.DataFrame:
    """Actors who only hold the place: "drones struck a market in the army-held town of X, killing
    nine", not the army: sentence_id, mention_no."""
    is_holder = (
        pl.col("kind").is_in(["actor", "people"])
        & (beside(pl.col("sense"), RUN, -1) == "controlled")
        & (beside(pl.col("start"), RUN, -1) - pl.col("end") == len("-"))
        & beside(pl.col("kind"), RUN, -2).is_in(["place_noun", "place"])
        & (beside(pl.col("words_before"), RUN, -2) == 0)
    )
    return mentions.filter(is_holder).select("sentence_id", "mention_no")


def harms_of_them(mentions: pl.DataFrame) -> pl.DataFrame:
    """Harms of those named right before: "troops pursued the attackers and killed nine of them",
    who they are did not do it: sentence_id, trigger_no, is_theirs."""
    is_right_before = (beside(pl.col("kind"), RUN, 1) == "and") & (
        beside(pl.col("words_before"), RUN, 1) == 0
    )
    return mentions.filter(is_right_before & is_of_them()).select(
        "sentence_id", trigger_no="mention_no", is_theirs=pl.lit(True)
    )


def inflicters(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The nearest actor before the verb of "X inflicted 40 casualties on Y"."""
    verbs = mentions.filter(
        (pl.col("voice") == "inflict_weak") & pl.col("text").str.contains(INFLICTING)
    ).select("sentence_id", verb_no="mention_no")
    return (
        free.filter(pl.col("rule_id").is_in([*COUNTED_HARMS, *AMONG_HARMS]), ~pl.col("is_object"))
        .join(verbs, on="sentence_id")
        .filter(
            (pl.col("trigger_no") - pl.col("verb_no")).is_between(1, VERB_REACH),
            pl.col("mention_no") < pl.col("verb_no"),
            ~pl.col("is_aside"),
            pl.col("cost") < BESIDE_COST,
        )
        .sort("sentence_id", "harm_no", "cost", pl.col("mention_no") * -1)
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )


def after_doing(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The subject behind the harm that it did: "after killing two, the attackers fled"."""
    opens = (pl.col("mention_no") <= 1) & beside(pl.col("text"), RUN, 1).str.contains(OPENING)
    led = mentions.filter(is_participle() & opens).select("sentence_id", trigger_no="mention_no")
    verbs = ["have", "be", "trigger"]
    acting = mentions.filter(
        beside(pl.col("kind"), RUN, -1).is_in(verbs)
        | (beside(pl.col("words_before"), RUN, -1) > 0).fill_null(True)
    ).select("sentence_id", "mention_no")
    return (
        free.join(led, on=["sentence_id", "trigger_no"], how="semi", maintain_order="left")
        .join(acting, on=["sentence_id", "mention_no"], how="semi", maintain_order="left")
        .filter(
            (pl.col("mention_no") - pl.col("trigger_no")).is_between(1, SUBJECT_REACH),
            ~pl.col("is_object"),
            ~pl.col("is_aside"),
            pl.col("cost") == 0,
        )
        .sort("sentence_id", "harm_no", "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )
