"""Whose deed a harm is said to be by words that stand apart from it: blamed on, claimed by."""

import polars as pl

from pipelines.transforms.text.parties.passing_words import ACCUSES, EACH_OTHER, UNCLAIMED

# A party's long name may stand before the short one: "to the National Army (NA)".
THEM = (
    r"(?: (?:the|an?|suspected|alleged|presumed|(?:members|fighters|militants) of))*"
    r"(?:\s+|(?: (?-i:[A-Z])[\w'\x{2019}-]+){2,6} \()$"
)
# "The killing was blamed on X", "which was the work of X", "pinned the killing of nine on X",
# "killed on the orders of X"
BLAMED_ON = (
    r"(?i)(?-u:\b)(?:blame[ds]? on|pin(?:s|ned)? on|attribute[ds]? to|ascribe[ds]? to|claimed by|"
    r"admitted by|(?:on|under|at|by) (?:the |direct )?(?:orders?|instructions?|behest) (?:of|from)|"
    rf"(?:the )?work of|(?:act|action|deed|crime) (?:of|by)){THEM}"
)
BLAMING_AHEAD = r"(?i)(?-u:\b)(?:blam(?:e[ds]?|ing)|pin(?:s|ned|ning)?)(?-u:\b)[^.;]{0,80}$"
ON_THEM = rf"(?i) on{THEM}"
# "(An attack) for which X claimed responsibility"
FOR_WHICH = r"(?i)(?-u:\b)(?:for which|responsibility for which)(?: the)?\s+$"
CLAIMS_IT = (
    r"(?i)^[^,.;]{0,20}?\s(?:claim|admit|accept|assum|acknowledg|tak|took)[a-z]* "
    r"(?:responsibility|credit)"
)
# "Behind the killing of nine is X"
BEHIND_IT = r"(?i)(?-u:\b)(?:behind|responsible for|to blame for) (?:the|this|that)?\s*$"
IS_THEY = rf"(?i)^[^.;]{{0,80}}?\s(?:is|are|was|were){THEM}"
# "X was responsible for the killing of nine", "X, the authors of the murder of nine"
RESPONSIBLE = (
    r"(?i)^,?(?: (?:who|which|that|members|fighters|militants|soldiers))*"
    r"(?: (?:is|are|was|were|had been|has been|have been))?"
    r"(?: (?:responsible for|behind|to blame for|(?:the )?(?:authors?|perpetrators?) of)|"
    r"(?: (?:has|have|had|on [a-z]+|today|yesterday|also|later))*"
    r" (?:claimed|accepted|admitted|assumed|acknowledged|taken|took)(?: full| its| their)?"
    r" (?:responsibility|credit)(?: [a-z0-9]+){0,4} for)"
    r"(?: (?:the|this|that|an?|recent|brutal|latest|last|[a-z]+'s))*\s*$"
)
# "The army blamed X for the death of nine"
BLAMES = r"(?i)(?-u:\b)(?:blam|accus|fault)[a-z]+ (?:the |an? )?$"
FOR_IT = r"(?i)^[^,.;]{0,20}? (?:for|of)(?: (?:the|this|that|an?|recent|brutal|latest))*\s*$"
# "They entered a minefield laid by X, resulting in nine casualties"
TRAP_BY = (
    r"(?i)(?-u:\b)(?:mine ?fields?|(?:land)?mines?|bombs?|booby traps?|traps?|explosives?|devices?)"
    r"(?: that (?:was|were|had been))? (?:set up|laid|planted|placed|left|buried) by "
    r"(?:the |an? )?$"
)
CAUSING = r"(?i), (?:resulting in|causing|leaving|which (?:resulted in|caused|left))(?-u:\b)"
# What tells of another deed between the two.
OTHERS = (
    r"(?i)(?-u:\b)(?:after|following|before|while|when|since|but|days?|hours?|revenge|response|"
    r"retaliation|not|never|nor)(?-u:\b)|;|, and "
)
CLAIM_REACH = 60


def blamed(free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The party that a harm is blamed on, or that claims it, in the columns of free.

    free: actors by harm: sentence_id, harm_no, trigger_no, mention_no, is_aside. The nearest is
    meant.
    """
    told = with_words(free, mentions, sentences)
    gap, ahead = pl.col("gap"), pl.col("ahead")
    behind = (
        gap.str.contains(BLAMED_ON)
        | (ahead.str.contains(BLAMING_AHEAD) & gap.str.contains(ON_THEM))
        | (gap.str.contains(FOR_WHICH) & pl.col("after").str.contains(CLAIMS_IT))
        | (ahead.str.contains(BEHIND_IT) & gap.str.contains(IS_THEY))
    )
    before = pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base"))
    by_trap = before.str.contains(TRAP_BY) & gap.str.contains(CAUSING)
    is_blamed = before.str.contains(BLAMES) & gap.str.contains(FOR_IT)
    ahead_of_it = gap.str.contains(RESPONSIBLE) | by_trap | is_blamed
    is_one = pl.when("is_behind").then(behind).otherwise(ahead_of_it)
    return (
        told.filter(is_one.fill_null(False), ~gap.str.contains(OTHERS), ~pl.col("is_aside"))
        .sort("sentence_id", "harm_no", gap.str.len_chars(), "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
        .select(free.columns)
    )


def accusers(free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Parties that accuse others of a harm, or have not claimed it: sentence_id, harm_no,
    mention_no."""
    told = with_words(free, mentions, sentences)
    is_others = pl.col("gap").str.contains(f"{ACCUSES}|{UNCLAIMED}|{EACH_OTHER}")
    return told.filter(~pl.col("is_behind"), is_others).select(
        "sentence_id", "harm_no", "mention_no"
    )


def with_words(free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Actors by harm with the words around the two: gap (between them), ahead (before the harm),
    after (behind the actor), and is_behind (the actor stands behind the harm)."""
    spans = mentions.select("sentence_id", "mention_no", "start", "end")
    text, base = pl.col("sentence"), pl.col("base")
    first, last = pl.min_horizontal("end", "word_end"), pl.max_horizontal("start", "word_start")
    return (
        free.join(spans, on=["sentence_id", "mention_no"])
        .join(
            spans.rename({"mention_no": "trigger_no", "start": "word_start", "end": "word_end"}),
            on=["sentence_id", "trigger_no"],
        )
        .join(sentences.select("sentence_id", base="start", sentence="text"), on="sentence_id")
        .with_columns(
            gap=text.str.slice(first - base, (last - first).clip(0)),
            ahead=text.str.slice(0, pl.col("word_start") - base),
            after=text.str.slice(pl.col("end") - base, CLAIM_REACH),
            is_behind=pl.col("mention_no") > pl.col("trigger_no"),
        )
    )
