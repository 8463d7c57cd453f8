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
OPENING, SUBJECT_REACH = r"(?i)^(?:after|before|while|when|upon|by|on)$", 12


def subjects(free: pl.DataFrame, mentions: pl.DataFrame, who: pl.DataFrame) -> pl.DataFrame:
    """The nearest actor before a verb in the active voice, rather one that is not turned from.

    who: those of whom 'who' tells, as heads gives them.

    What fighting did ("the fighting killed 180"), neither side did.
    """
    fights = mentions.filter(
        (pl.col("kind") == "trigger") & (pl.col("sense") == "contested"),
        pl.col("text").str.contains(FIGHTING),
    ).select("sentence_id", trigger_no=pl.col("mention_no") + 1)
    free = free.join(fights, on=["sentence_id", "trigger_no"], how="anti", maintain_order="left")
    # "X clashed with Y, resulting in nine deaths": either of the two did it.
    met, others = fights_ahead(mentions), subjects_of_others(mentions)
    # "Shot dead by police after killing two": whoever was shot killed them.
    run, kind = pl.col("sentence_id"), pl.col("kind")
    before = beside(kind, run, 1)
    lead = pl.when(before == "article").then(beside(kind, run, 2)).otherwise(before)
    is_ing = (kind == "trigger") & pl.col("voice").str.starts_with("ing").fill_null(False)
    is_told = last_known(pl.when(is_ing & (before == "clause")).then(True), run)
    # "Shot down drones, with debris wounding two": the debris did.
    is_thing = before.is_in(["unit", "method"])
    of_thing = pl.when(beside(kind, run, 2) == "article").then(beside(kind, run, 3))
    is_others = is_ing & (
        ((before == "with") & (pl.col("words_before") > 0))
        | (is_thing & (pl.coalesce(of_thing, beside(kind, run, 2)) == "with"))
    )
    by_others = mentions.filter(is_others).select("sentence_id", trigger_no="mention_no")
    follow_ups = mentions.filter(is_ing & is_told).select(
        "sentence_id", trigger_no="mention_no", is_follow_up=pl.lit(True)
    )
    # "They ran into a mine; the blast killed two": the blast did.
    opens_thing = (
        (kind == "clause")
        & (beside(kind, run, -1) == "article")
        & beside(kind, run, -2).is_in(["method", "unit"])
        & beside(pl.col("entity_id"), run, -2).is_null()
        & (beside(kind, run, -3) == "trigger")
        & (beside(pl.col("words_before"), run, -3) == 0)
    ).fill_null(False)
    things = mentions.select(
        "sentence_id",
        trigger_no="mention_no",
        thing_no=last_known(pl.when(opens_thing).then("mention_no"), run),
    ).drop_nulls()
    # "X frees two; gunmen kill five": X did not.
    last_semicolon = last_known(
        pl.when((kind == "clause") & (pl.col("sense") == "semicolon")).then("mention_no"), run
    )
    semicolons = mentions.select(
        "sentence_id", trigger_no="mention_no", semicolon_no=last_semicolon
    ).drop_nulls()
    # "Drones struck a market in the army-held town of X, killing nine": not the army.
    is_holder = (
        kind.is_in(["actor", "people"])
        & (beside(pl.col("sense"), run, -1) == "controlled")
        & (beside(pl.col("start"), run, -1) - pl.col("end") == len("-"))
        & beside(kind, run, -2).is_in(["place_noun", "place"])
        & (beside(pl.col("words_before"), run, -2) == 0)
    )
    holders = mentions.filter(is_holder).select("sentence_id", "mention_no")
    agents = mentions.filter(lead == "by").select("sentence_id", "mention_no", is_agent=True)
    free = (
        free.drop("is_agent")
        .join(by_others, on=["sentence_id", "trigger_no"], how="anti", maintain_order="left")
        .join(holders, on=["sentence_id", "mention_no"], how="anti", maintain_order="left")
        .join(who, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .filter(is_head().fill_null(True))
        .join(met, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .filter((pl.col("mention_no") > pl.col("met_no")).fill_null(True))
        .join(others, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .filter((pl.col("mention_no") > pl.col("clause_no")).fill_null(True))
        .join(follow_ups, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .join(things, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .filter((pl.col("mention_no") > pl.col("thing_no")).fill_null(True))
        .join(semicolons, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .filter((pl.col("mention_no") > pl.col("semicolon_no")).fill_null(True))
        .join(agents, on=["sentence_id", "mention_no"], how="left", maintain_order="left")
        .filter(~(pl.col("is_follow_up") & pl.col("is_agent")).fill_null(False))
    )
    acting = free.filter(
        pl.col("rule_id").is_in(DOING),
        pl.col("mention_no") < pl.col("trigger_no"),
        ~pl.col("is_object") | pl.col("head_no").is_not_null(),
        ~pl.col("is_aside"),
        pl.col("cost") < BESIDE_COST,
    )
    # "Troops pursued the attackers and killed nine of them": who they are did not do it.
    is_right_before = (beside(kind, run, 1) == "and") & (
        beside(pl.col("words_before"), run, 1) == 0
    )
    them = is_right_before & is_of_them()
    theirs = mentions.filter(them).select("sentence_id", trigger_no="mention_no", is_theirs=True)
    is_them = (pl.col("is_theirs") & (pl.col("mention_no") == pl.col("trigger_no") - 2)).fill_null(
        False
    )
    return (
        acting.join(theirs, on=["sentence_id", "trigger_no"], how="left", maintain_order="left")
        .filter(~is_them)
        .sort("sentence_id", "harm_no", "cost", pl.col("mention_no") * -1)
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
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
    run = pl.col("sentence_id")
    is_ing = (pl.col("kind") == "trigger") & pl.col("voice").str.starts_with("ing").fill_null(False)
    opens = (pl.col("mention_no") <= 1) & beside(pl.col("text"), run, 1).str.contains(OPENING)
    led = mentions.filter(is_ing & opens).select("sentence_id", trigger_no="mention_no")
    verbs = ["have", "be", "trigger"]
    acting = mentions.filter(
        beside(pl.col("kind"), run, -1).is_in(verbs)
        | (beside(pl.col("words_before"), run, -1) > 0).fill_null(True)
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
