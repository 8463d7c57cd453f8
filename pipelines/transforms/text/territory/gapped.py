"""Places that share their verb: "captured Goma on Monday and Bukavu on Tuesday"."""

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import MONTH, WEEKDAY

DAY = (
    rf"(?:(?:early|late) )?(?:(?:on )?{WEEKDAY}|(?:on )?"
    rf"(?:[0-9]{{1,2}} {MONTH}|{MONTH} [0-9]{{1,2}})|"
    r"yesterday|today|last (?:week|night|month)|(?:the|a) (?:next|following|previous) (?:day|week)|"
    r"(?:(?:a|two|three|four) )?(?:days?|weeks?|months?) (?:later|earlier|before)|"
    rf"in (?:(?:early|late|mid)[- ])?{MONTH}(?: [0-9]{{4}})?|in (?:19|20)[0-9]{{2}})"
)
LINKED = (
    rf"(?i)^(?: [a-z]+)? {DAY}(?:,? (?:and|and then|then|followed by)|,) "
    r"(?:(?:the|nearby|neighbou?ring|town|city|village|of) ){0,4}$"
)
# What is denied, planned or doubted of the first place is so of the next.
UNSURE = (
    r"(?i)(?-u:\b)(?:not|never|no|den(?:y|ied|ies)|would|will|could|might|plan(?:s|ned)?|if|"
    r"fail(?:s|ed)?|threaten(?:s|ed)?|vow(?:s|ed)?|want(?:s|ed)?|tr(?:y|ied|ies)|hopes?|"
    r"hoped)(?-u:\b)"
)
DATED = rf"(?i)^(?: (?:town|city|district|village|province|territory))? {DAY}(?:[^a-z]|$)"


def with_gapped(
    placed: pl.DataFrame, groups: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Add is_gapped, and the places, each with a day, that follow a dated one behind its verb.

    placed: trigger_id, group_id, place_side. Out: the same and is_gapped, sorted by trigger_id and
    group_id.
    """
    told = (
        groups.filter(pl.col("kind") == "named", ~pl.col("is_modifier"))
        .select("sentence_id", "group_id", "start", "end")
        .join(sentences.select("sentence_id", "text", base="start"), on="sentence_id")
        .filter(~pl.col("text").str.contains(UNSURE))
        .sort("sentence_id", "start", "group_id")
    )
    same = pl.col("sentence_id") == pl.col("sentence_id").shift(1)
    gap = pl.col("text").str.slice(
        pl.col("end").shift(1) - pl.col("base"),
        (pl.col("start") - pl.col("end").shift(1)).clip(0),
    )
    behind = pl.col("text").str.slice(pl.col("end") - pl.col("base"))
    is_next = (same & gap.str.contains(LINKED) & behind.str.contains(DATED)).fill_null(False)
    chains = told.select("group_id", "start", is_next=is_next, chain=(~is_next).cum_sum())
    heads = placed.filter(pl.col("place_side") == "right").join(chains, on="group_id")
    added = (
        heads.join(chains.filter("is_next"), on="chain", suffix="_next")
        .filter(pl.col("start_next") > pl.col("start"))
        .select("trigger_id", "place_side", group_id="group_id_next")
        .join(placed, on=["trigger_id", "group_id"], how="anti")
        .unique(maintain_order=True)
    )
    return pl.concat(
        [
            placed.with_columns(is_gapped=pl.lit(False)),
            added.select(placed.columns).with_columns(is_gapped=pl.lit(True)),
        ]
    ).sort("trigger_id", "group_id")
