"""Harms that stay: what is asked, unknown or done to nobody tells of none."""

import polars as pl

from pipelines.transforms.text.attacks.untold import FREEING, TAKEN
from pipelines.transforms.text.casualties.displaced import FORCED, FROM_HOME, LEFT_SO, WITHOUT_HOME
from pipelines.transforms.text.casualties.untold import (
    ASKED,
    BARE_NUMBER,
    CASUALTY,
    EARLIER,
    FORECAST,
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
    r"taken|taking|driv(?:es?|ing)|drove|carr(?:y|ied|ying)|push(?:ed|ing)|whisk(?:ed|ing)|cost(?:s|ing)?)"
    r"(?-u:\b)[^;.]{1,60}$"
)
# "Could cost hundreds their lives"
NOT_SENT_OFF = (
    r"(?i)(?-u:\b)(?:could|would|might|(?-i:may)|will|can|shall|should|must|not|never|to) "
    r"(?:[a-z]+ )?(?:cost|send|dispatch|march|drag|lead|herd|haul|force|bundle|take|drive|carry|"
    r"push|whisk)(?-u:\b)[^;.]{1,60}$"
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
# "Hurt by the decision", "wounded by his remarks"
IN_FEELINGS = (
    r"(?i)^ by (?:(?:the|an?|his|her|its|their|our|such|this|that|those|these) )?"
    r"(?:[a-z'\x{2019}-]+ ){0,2}?"
    r"(?:decisions?|remarks?|comments?|words?|criticisms?|accusations?|allegations?|insults?|"
    r"rumou?rs?|lies|news|refusal|silence|indifference|verdicts?|rulings?|polic(?:y|ies)|cuts|"
    r"sanctions|tariffs?|inflation|prices|taxes|shortages|defeats?|scandals?|slump|recession|"
    r"downturn|strikes? by (?:workers|staff|unions?|pilots|drivers))(?-u:\b)"
)
SINGULAR_BE = r"(?i)^(?:was|is|has been|had been|been|being|be|was not|reportedly)$"
TAKEN_GROUND = ("captured", "seized", "taken", "recaptured")
IMPLIED = ["name_after", "name_before"]
UNNUMBERED = ["some", "unnumbered"]


def keep_named(harms: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Harms without a group stay where the text names one person in full: '… was killed'.

    Adds name_start and name_end, null for other harms.
    """
    told = with_texts(harms, sentences)
    is_unnamed = pl.col("rule_id").is_in(IMPLIED) & pl.col("name_start").is_null()
    refused = pl.any_horizontal(
        is_unnamed, is_untold(), is_no_verb_of_harm(), is_nobody(), is_of_things()
    )
    return told.filter(~refused).drop("behind", "ahead", "base")


def with_texts(harms: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Add name_start and name_end, and the sentence's text ahead of the word of harm, behind it,
    and its start (ahead, behind, base)."""
    base = pl.col("base")
    told = harms.join(
        sentences.select("sentence_id", base="start", sentence="text"),
        on="sentence_id",
        maintain_order="left",
    ).with_columns(
        behind=pl.col("sentence").str.slice(pl.col("anchor_end") - base),
        ahead=pl.col("sentence").str.slice(0, pl.col("anchor_start") - base),
    )
    subject = pl.col("sentence").str.slice(0, pl.col("be_start") - base)
    after = pl.col("behind").str.extract(rf"^\s+({NAME})", 1)
    # "Goma, the capital of North Kivu, was captured" tells of no man of that name.
    is_ground = pl.col("trigger_text").str.to_lowercase().is_in(TAKEN_GROUND)
    is_apposed = is_ground & subject.str.contains(r",\s+$")
    before = pl.when(~is_apposed).then(subject).str.extract(rf"({NAME}),?\s+$", 1)
    gap = subject.str.extract(r"(,?\s+)$", 1)
    is_after = pl.col("rule_id") == "name_after"
    is_before = (pl.col("rule_id") == "name_before") & pl.col("be_text").str.contains(SINGULAR_BE)
    start = (
        pl.when(is_after & after.is_not_null())
        .then(pl.col("anchor_end") + 1)
        .when(is_before & before.is_not_null())
        .then(pl.col("be_start") - gap.str.len_chars() - before.str.len_chars())
    )
    size = pl.when(is_after).then(after.str.len_chars()).otherwise(before.str.len_chars())
    return told.with_columns(
        name_start=start.cast(pl.Int32), name_end=(start + size).cast(pl.Int32)
    ).drop("sentence")


def is_untold() -> pl.Expr:
    """Harm that is asked after, looked into or without a figure, and so told of nobody."""
    ahead, behind = pl.col("ahead"), pl.col("behind")
    is_some = pl.col("rule_id") == "some"
    return (
        (is_some & ahead.str.contains(f"{UNTOLD}|{LOOKED_INTO}"))
        | (is_some & ahead.str.contains(NUMBER_OF) & behind.str.contains(NUMBER_UNKNOWN))
        | (
            pl.col("rule_id").is_in(UNNUMBERED)
            & (ahead.str.contains(NO_NEW_LOSSES) | behind.str.contains(ASKED))
        )
        | (pl.col("trigger_text").str.contains(CASUALTY) & ahead.str.contains(NO_FIGURES))
        | ahead.str.contains(EARLIER)
        | ((pl.col("rule_id") == "toll") & behind.str.contains(FORECAST))
        | ((pl.col("rule_id") == "none") & pl.col("trigger_text").str.contains(SLIGHTLY))
    )


def is_no_verb_of_harm() -> pl.Expr:
    """Words that tell of harm only beside another: "from their homes" of who was forced, "to hell"
    of who was sent; and those that do something else: "sentenced to death", "freed from"."""
    word, ahead, behind = pl.col("trigger_text"), pl.col("ahead"), pl.col("behind")
    is_sentence = (word.str.to_lowercase() == "to death") & (
        ahead.str.contains(SENTENCED) | behind.str.contains(SENTENCED)
    )
    is_closer = pl.col("trigger_voice").str.starts_with("closer").fill_null(False)
    is_freeing = (
        (pl.col("rule_id") == "active") & word.str.contains(TAKEN) & ahead.str.contains(FREEING)
    )
    is_active = (
        (pl.col("rule_id") == "reduced")
        & behind.str.contains(HAS_OBJECT)
        & ~behind.str.contains(WHEN_BEHIND)
    )
    return (
        is_sentence
        | behind.str.contains(IN_FEELINGS)
        | (word.str.contains(FROM_HOME) & ~ahead.str.contains(FORCED))
        | (word.str.contains(WITHOUT_HOME) & ~ahead.str.contains(LEFT_SO))
        | (is_closer & (~ahead.str.contains(SENT_OFF) | ahead.str.contains(NOT_SENT_OFF)))
        | is_freeing
        | is_active
    )


def is_nobody() -> pl.Expr:
    """One unnamed victim who is nobody: "killed a bill", "shot an idea dead"."""
    is_one = (pl.col("rule_id") == "unknown_one") & (pl.col("trigger_voice") == "died")
    is_somebody = pl.col("ahead").str.contains(SOMEBODY) & pl.col("trigger_text").str.contains(DEAD)
    # "Killed an Afghan", of whom there is but the article.
    is_lone = (
        pl.col("is_article").fill_null(False)
        & pl.col("behind").str.contains(r"(?i)^ an? ")
        & (pl.col("rule_id") == "active")
    )
    return (is_one & ~is_somebody) | (is_lone & ~pl.col("behind").str.contains(SOMEBODY_BEHIND))


def is_of_things() -> pl.Expr:
    """ "Lost their lives", which other words tell of; drones "neutralised"."""
    return ((pl.col("rule_id") == "lost") & pl.col("behind").str.contains(LIVES)) | (
        pl.col("trigger_text").str.contains(NEUTRALISED)
        & pl.col("ahead").str.contains(MACHINES_AHEAD)
        & pl.col("behind").str.contains(BARE_NUMBER)
    )
