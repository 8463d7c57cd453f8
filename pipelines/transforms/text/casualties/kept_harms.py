"""Harms that stay: what is asked, unknown or done to nobody tells of none."""

import polars as pl

from pipelines.transforms.text.attacks.untold import FREEING, TAKEN
from pipelines.transforms.text.casualties.displaced import FORCED, FROM_HOME, LEFT_SO, WITHOUT_HOME
from pipelines.transforms.text.casualties.untold import (
    ASKED,
    BARE_NUMBER,
    CASUALTY,
    HAS_OBJECT,
    LIVES,
    LOOKED_INTO,
    MACHINES_AHEAD,
    NEUTRALISED,
    NO_FIGURES,
    NO_NEW_LOSSES,
    NUMBER_OF,
    NUMBER_UNKNOWN,
    SLIGHTLY,
    UNTOLD,
    WHEN_BEHIND,
)

# Two words in capitals at least: a person named in full.
NAME = (
    r"(?:alias [A-Z][a-z]+|(?:(?:[A-Z][a-z]+[A-Za-z.'\u2019-]*|al-[A-Z][a-z]+)\s+)+"
    r"[A-Z][a-z]+[A-Za-z'\u2019-]*)"
)
# "Sent five bandits to hell", "marched six girls into the bush"
SENT_OFF = (
    r"(?i)(?-u:\b)(?:sen[dt]s?|sending|d[ei]spatch[a-z]*|march(?:ed|es|ing)|drag(?:s|ged|ging)|led|"
    r"leads|leading|herd(?:s|ed|ing)|haul(?:s|ed|ing)|forc(?:es|ed|ing)|bundl(?:es|ed|ing)|took|takes?|"
    r"taken|taking|driv(?:es?|ing)|drove|carr(?:y|ied|ying)|push(?:ed|ing)|whisk(?:ed|ing))"
    r"(?-u:\b)[^;.]{1,60}$"
)
# "Shot a Palestinian dead": somebody, by the people that he is of.
SOMEBODY = (
    r"(?-u:\b)(?i:shot|shoots?|shooting|gunned|beat|hacked|stabbed|strikes?|struck) "
    r"(?:an? [A-Z][a-z]*(?:an|ese|sh|[nlqts]i)|AN? [A-Z]+(?:AN|ESE|[NLQTS]I)) $"
)
DEAD = r"(?i)^dead$"
# "Killed a Palestinian near Jenin"
SOMEBODY_BEHIND = r"^ (?i:an?) [A-Z][a-z]*(?:an|ese|ish|[nlqts]i)(?-u:\b)"
# What a court says of people is no harm done to them.
SENTENCED = r"(?i)(?-u:\b)(?:sentenc|condemn)"
SINGULAR_BE = r"(?i)^(?:was|is|has been|had been|been|being|be|was not|reportedly)$"
TAKEN_GROUND = ("captured", "seized", "taken", "recaptured")
IMPLIED = ["name_after", "name_before"]
UNNUMBERED = ["some", "unnumbered"]


def keep_named(harms: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Harms without a group stay where the text names one person in full: '… was killed'.

    Adds name_start and name_end, null for other harms.
    """
    told = harms.join(
        sentences.select("sentence_id", sentence_start="start", sentence="text"),
        on="sentence_id",
        maintain_order="left",
    )
    behind = pl.col("sentence").str.slice(pl.col("anchor_end") - pl.col("sentence_start"))
    ahead = pl.col("sentence").str.slice(0, pl.col("be_start") - pl.col("sentence_start"))
    before_word = pl.col("sentence").str.slice(0, pl.col("anchor_start") - pl.col("sentence_start"))
    after = behind.str.extract(rf"^\s+({NAME})", 1)
    # "Goma, the capital of North Kivu, was captured" tells of no man of that name.
    is_ground = pl.col("trigger_text").str.to_lowercase().is_in(TAKEN_GROUND)
    before = (
        pl.when(~is_ground | ~ahead.str.contains(r",\s+$"))
        .then(ahead)
        .str.extract(rf"({NAME}),?\s+$", 1)
    )
    gap = ahead.str.extract(r"(,?\s+)$", 1)
    # "Killed an Afghan", of whom there is but the article: no "killed a bill".
    is_lone = pl.col("is_article").fill_null(False) & behind.str.contains(r"(?i)^ an? ")
    is_lone &= pl.col("rule_id") == "active"
    is_after = pl.col("rule_id") == "name_after"
    is_before = (pl.col("rule_id") == "name_before") & pl.col("be_text").str.contains(SINGULAR_BE)
    return (
        told.with_columns(
            name_start=pl.when(is_after & after.is_not_null())
            .then(pl.col("anchor_end") + 1)
            .when(is_before & before.is_not_null())
            .then(pl.col("be_start") - gap.str.len_chars() - before.str.len_chars()),
            name_size=pl.when(is_after).then(after.str.len_chars()).otherwise(
                before.str.len_chars()
            ),
        )
        .with_columns(
            pl.col("name_start").cast(pl.Int32),
            name_end=(pl.col("name_start") + pl.col("name_size")).cast(pl.Int32),
        )
        .filter(
            ~pl.col("rule_id").is_in(IMPLIED) | pl.col("name_start").is_not_null(),
            ~(
                (pl.col("trigger_text").str.to_lowercase() == "to death")
                & pl.col("sentence").str.contains(SENTENCED)
            ),
            ~pl.col("trigger_text").str.contains(FROM_HOME)
            | before_word.str.contains(FORCED),
            ~pl.col("trigger_text").str.contains(WITHOUT_HOME)
            | before_word.str.contains(LEFT_SO),
            ~pl.col("trigger_voice").str.starts_with("closer").fill_null(False)
            | before_word.str.contains(SENT_OFF),
            ~(
                (pl.col("rule_id") == "some")
                & before_word.str.contains(f"{UNTOLD}|{LOOKED_INTO}")
            ),
            ~(
                (pl.col("rule_id") == "some")
                & before_word.str.contains(NUMBER_OF)
                & behind.str.contains(NUMBER_UNKNOWN)
            ),
            ~(
                pl.col("rule_id").is_in(UNNUMBERED)
                & (before_word.str.contains(NO_NEW_LOSSES) | behind.str.contains(ASKED))
            ),
            ~(
                pl.col("trigger_text").str.contains(CASUALTY) & before_word.str.contains(NO_FIGURES)
            ),
            ~((pl.col("rule_id") == "unknown_one") & (pl.col("trigger_voice") == "died"))
            | (before_word.str.contains(SOMEBODY) & pl.col("trigger_text").str.contains(DEAD)),
            ~is_lone | behind.str.contains(SOMEBODY_BEHIND),
            ~((pl.col("rule_id") == "none") & pl.col("trigger_text").str.contains(SLIGHTLY)),
            ~((pl.col("rule_id") == "lost") & behind.str.contains(LIVES)),
            ~(
                (pl.col("rule_id") == "active")
                & pl.col("trigger_text").str.contains(TAKEN)
                & before_word.str.contains(FREEING)
            ),
            ~(
                pl.col("trigger_text").str.contains(NEUTRALISED)
                & before_word.str.contains(MACHINES_AHEAD)
                & behind.str.contains(BARE_NUMBER)
            ),
            ~(
                (pl.col("rule_id") == "reduced")
                & behind.str.contains(HAS_OBJECT)
                & ~behind.str.contains(WHEN_BEHIND)
            ),
        )
        .drop("sentence_start", "sentence", "name_size")
    )  # fmt: skip
