"""Who did a harm by other words of its sentence: "in clashes with X", "blaming X"."""

import polars as pl

from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.runs import beside, last_known
from pipelines.transforms.text.sources.speaker_kinds import NO_PARTY

FIGHT_WITH = (
    r"(?i)(?-u:\b)(?:in|during|after|following|amid)\s+(?:[a-z-]+\s+){0,4}(?:clash(?:es)?|"
    r"fighting|encounters?|gunfights?|gun ?battles?|firefights?|shoot-?outs?|battles?|"
    r"skirmish(?:es)?|combat|exchanges? of (?:gun)?fire|confrontations?|engagements?)"
    r"(?: (?:on|in|at|near|outside) (?:[\p{L}0-9'-]+ ){1,5}?|\s+)$"
)
# Rules that say who was harmed and not by whom.
SUFFERED = ["passive", "died", "reduced", "headline"]
WITH_REACH, AFTER_WITH = 8, 5
# Farther off, where no other harm is told between.
FAR_WITH, HARMS = 26, ("killed", "wounded", "killed_or_wounded", "captured")
# "X was responsible for the attack, and three men were among the dead"
RESPONSIBLE = (
    r"(?i)^(?: gang| group)? (?:was|were|is|are|(?:has|have|had)(?: also)? been)"
    r"(?: also| later| widely)? (?:(?:held )?responsible for|behind|blamed for|accused of) "
    r"(?:the|this|that|it|both|these|an?)(?-u:\b)"
)
DEAD = [*SUFFERED, "among_dead", "part_of_dead", "of_dead"]
# "X clashed with Y, resulting in nine deaths"
FOUGHT, RESULTING = r"^(?:meet_|fight_weak)", r"(?i)^(?:result|led|lead|leav|left|caus|cost)"
CLASHED = r"(?i)^(?:clash|fight|fought|battl|skirmish)[a-z]*$|^(?:exchang|trad)"
PARTY = ("actor", "people")
OPENING, WHICH = (
    r"(?i)^(?:after|before|because|since|when|while|where|until)$",
    r"(?i)^(?:which|that)$",
)
TELLING = r"(?i)^(?:after|before|because|since|when|while|where|until|as|how|that)$| (?:that|how)$"
BLAMING, AFTER_BLAMING = r"(?i)^(?:blaming|accusing)$", 2


def opponents(
    harms: pl.DataFrame, free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """The party behind "in clashes with" or "against", of harms to people of a party: in the
    columns of free.

    harms: sentence_id, harm_no, group. free: actors by harm. Civilians killed in a clash may have
    been killed by either side.
    """
    ahead = pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base"))
    away = pl.col("with_no") - pl.col("trigger_no")
    is_harm = (pl.col("kind") == "trigger") & pl.col("sense").is_in(HARMS)
    told = mentions.select(
        "sentence_id", "mention_no", told=is_harm.fill_null(False).cum_sum().cast(pl.Int64)
    )
    fights = (
        mentions.filter((pl.col("kind") == "with") | (pl.col("sense") == "against"))
        .select("sentence_id", "start", with_no="mention_no")
        .join(sentences.select("sentence_id", base="start", sentence="text"), on="sentence_id")
        .filter(ahead.str.contains(FIGHT_WITH))
        .select("sentence_id", "with_no")
        .join(told.rename({"mention_no": "with_no", "told": "told_with"}),
              on=["sentence_id", "with_no"])
    )  # fmt: skip
    armed = (
        harms.select("sentence_id", "harm_no", mention_no=pl.col("group").str.extract_all(r"\d+"))
        .explode("mention_no", empty_as_null=False)
        .with_columns(pl.col("mention_no").cast(pl.Int32))
        .join(mentions.select("sentence_id", "mention_no", "entity_id"),
              on=["sentence_id", "mention_no"])
        .filter(pl.col("entity_id").is_not_null(), ~pl.col("entity_id").is_in(NO_PARTY))
        .select("sentence_id", "harm_no", harmed_id="entity_id")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )  # fmt: skip
    return (
        free.join(fights, on="sentence_id")
        .join(armed, on=["sentence_id", "harm_no"])
        .join(told.rename({"mention_no": "trigger_no"}), on=["sentence_id", "trigger_no"])
        .filter(
            pl.col("rule_id").is_in(SUFFERED),
            away.is_between(1, WITH_REACH)
            | (away.is_between(1, FAR_WITH) & (pl.col("told") == pl.col("told_with"))),
            (pl.col("mention_no") - pl.col("with_no")).is_between(1, AFTER_WITH),
            # "Guards killed in clashes with the army" are none of its own.
            (pl.col("actor_id") != pl.col("harmed_id"))
            | pl.col("actor_id").str.starts_with(STATE_FORCES),
        )
        .drop("told", "told_with")
        .sort("sentence_id", "harm_no", "with_no", "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )


def blaming(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The party behind "blaming" that ends a sentence, of the harms told before it: in the columns
    of free."""
    words = mentions.filter(
        pl.col("kind") == "speech", pl.col("text").str.contains(BLAMING)
    ).select("sentence_id", blame_no="mention_no")
    return (
        free.join(words, on="sentence_id")
        .filter(
            pl.col("trigger_no") < pl.col("blame_no"),
            (pl.col("mention_no") - pl.col("blame_no")).is_between(1, AFTER_BLAMING),
        )
        .sort("sentence_id", "harm_no", "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )


def responsible(
    free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """The party that a sentence calls responsible for an attack, of the harms told behind: in the
    columns of free."""
    named = (
        mentions.filter(pl.col("kind").is_in(["actor", "people"]))
        .select("sentence_id", "mention_no", "end")
        .join(sentences.select("sentence_id", base="start", sentence="text"), on="sentence_id")
        .filter(
            pl.col("sentence").str.slice(pl.col("end") - pl.col("base")).str.contains(RESPONSIBLE)
        )
        .select("sentence_id", "mention_no")
    )
    return (
        free.join(named, on=["sentence_id", "mention_no"], how="semi", maintain_order="left")
        .filter(pl.col("rule_id").is_in(DEAD), pl.col("mention_no") < pl.col("trigger_no"))
        .sort("sentence_id", "harm_no", "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )


def fights_ahead(mentions: pl.DataFrame) -> pl.DataFrame:
    """Words of harm that "resulted" from what is told before, with the fight told before them:
    sentence_id, trigger_no, met_no. "X and Y clashed, killing nine" is no deed of X either."""
    kind, run = pl.col("kind"), pl.col("sentence_id")
    is_fight = (kind == "trigger") & pl.col("voice").str.contains(FOUGHT)
    # "X and Y fired at each other, killing nine"
    is_mutual = pl.any_horizontal(
        (beside(pl.col("text"), run, -step).str.to_lowercase() == "each") for step in (1, 2, 3)
    )
    is_clash = (kind == "trigger") & (pl.col("text").str.contains(CLASHED) | is_mutual)
    is_led = beside(kind, run, 2) == "article"
    and_at, other_at = (
        pl.when(is_led).then(beside(kind, run, step + 1)).otherwise(beside(kind, run, step))
        for step in (2, 3)
    )
    are_two = beside(kind, run, 1).is_in(PARTY) & (and_at == "and") & other_at.is_in(PARTY)
    told = last_known(pl.when(is_fight.fill_null(False)).then("mention_no"), run)
    of_two = last_known(pl.when((is_clash & are_two).fill_null(False)).then("mention_no"), run)
    is_ing = pl.col("voice").str.starts_with("ing") & pl.col("sense").is_in(HARMS)
    return (
        mentions.select(
            "sentence_id",
            "kind",
            trigger_no="mention_no",
            met_no=pl.when(pl.col("text").str.contains(RESULTING))
            .then(told)
            .when(is_ing)
            .then(of_two),
        )
        .filter(pl.col("kind") == "trigger")
        .select("sentence_id", "trigger_no", "met_no")
        .drop_nulls()
    )


def subjects_of_others(mentions: pl.DataFrame) -> pl.DataFrame:
    """Words of harm whose subject is none of the parties told before their clause: sentence_id,
    trigger_no, clause_no.

    "X met Y after right-wing bands killed nine": words that no list knows open the clause. "X spoke
    of the blast in Gao, which caused nine deaths": what stands before 'which' is no party.
    """
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_clause = beside(kind, run, 1) == "clause"
    # "The army arrived after a mob killed nine", "was told that a mob killed nine"
    is_led = (beside(kind, run, 1) == "article") & beside(kind, run, 2).is_in(["clause", "speech"])
    is_led &= beside(pl.col("text"), run, 2).str.contains(TELLING)
    # "Right-wing squads": bands that no list knows as a party.
    is_band = [
        (beside(kind, run, step) == "unit")
        & beside(pl.col("sense"), run, step).is_in(["abstract", "label"])
        & beside(pl.col("entity_id"), run, step).is_null()
        for step in (1, 2)
    ]
    bands = (
        pl.when(is_band[0] & is_band[1] & (beside(kind, run, 3) == "clause"))
        .then(3)
        .when(is_band[0] & (beside(kind, run, 2) == "clause"))
        .then(2)
    )
    is_past = pl.col("voice").str.starts_with("vp")
    is_unknown = is_clause & (pl.col("words_before") > 0) & is_past
    opens = beside(pl.col("text"), run, 1)
    is_unknown &= opens.str.contains(OPENING)
    is_unknown_led = (is_led & (pl.col("words_before") > 0) & is_past).fill_null(False)
    is_thing = (
        is_clause
        & (pl.col("words_before") == 0)
        & opens.str.contains(WHICH)
        & pl.col("text").str.contains(RESULTING)
        & ~beside(kind, run, 2).is_in(["actor", "people", "pronoun"])
        # "X raided Gao, an action that led to the deaths of nine"
        & ~((beside(kind, run, 3) == "article") & (beside(kind, run, 4) == "comma"))
        & ~((beside(kind, run, 2) == "article") & (beside(kind, run, 3) == "comma"))
    )
    # "After angry cousins killed nine"
    is_crowd = (beside(kind, run, 1) == "people") & beside(pl.col("entity_id"), run, 1).is_null()
    bands = pl.coalesce(bands, pl.when(is_crowd & (beside(kind, run, 2) == "clause")).then(2))
    by_bands = pl.coalesce(
        pl.when(bands == step).then(beside(pl.col("text"), run, step).str.contains(OPENING))
        for step in (2, 3)
    )
    bands = pl.coalesce(pl.when(is_unknown_led).then(2), bands)
    is_others = is_unknown.fill_null(False) | is_thing.fill_null(False) | is_unknown_led
    is_others |= (by_bands & is_past).fill_null(False)
    return (
        mentions.with_columns(clause_no=pl.col("mention_no") - bands.fill_null(1))
        .filter(is_others & (kind == "trigger"))
        .select("sentence_id", "clause_no", trigger_no="mention_no")
    )
