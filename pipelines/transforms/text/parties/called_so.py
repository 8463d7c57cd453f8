"""Whom "the rebels" or "the volunteers" are where several groups fight: the one called so."""

import polars as pl

from pipelines.transforms.text.parties.neighbours import BESIDE
from pipelines.transforms.text.runs import beside, last_before

# What groups call themselves, or are called: "M23 rebels", "Wazalendo militiamen".
LABEL = (
    r"(?-u:\b)(rebel|militant|insurgent|guerrilla|jihadi|islamist|separatist|militia|paramilitar|"
    r"volunteer|extremist|dissident)(?:s|st|sts|m[ae]n|es|y|ies)?$"
)


def label() -> pl.Expr:
    """The word by which a mention calls fighters what they are, null for all else."""
    is_kind = pl.col("kind").is_in(["actor", "people"])
    return pl.when(is_kind).then(pl.col("text").str.to_lowercase().str.extract(LABEL))


def is_told_label() -> pl.Expr:
    """True for words for fighters right behind the name of a group: "OLA rebels"."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    is_near = pl.col("start") - beside(pl.col("end"), run, 1) <= BESIDE
    is_group = (beside(kind, run, 1) == "actor") & beside(pl.col("side"), run, 1).is_not_null()
    is_told = pl.col("label").is_not_null() & (kind == "people") & is_near & is_group
    return is_told.fill_null(False)


def callings(named: pl.DataFrame) -> pl.DataFrame:
    """The words for fighters that an article uses for one group alone: article_id, label,
    called_id, called_side, called_from (the row where it is first called so).

    named: mentions with label, side and is_told_label.
    """
    is_own = pl.col("side").is_not_null() & pl.col("label").is_not_null()
    told = named.select(
        "article_id",
        "label",
        called_from="row",
        called_side=pl.when("is_told_label").then(pl.col("side").shift(1)).otherwise("side"),
        called_id=pl.when("is_told_label")
        .then(pl.col("entity_id").shift(1))
        .otherwise("entity_id"),
        is_told=pl.col("is_told_label") | is_own,
    ).filter("is_told")
    return (
        told.group_by("article_id", "label", maintain_order=True)
        .agg(
            pl.col("called_id", "called_side", "called_from").first(),
            n=pl.col("called_side").n_unique(),
        )
        .filter(pl.col("n") == 1)
        .drop("n")
    )


def is_last_called() -> pl.Expr:
    """True where the group that the article named last is called by some word for fighters: "M23
    rebels fought Wazalendo militiamen. The rebels": M23, though others were named later."""
    is_called = pl.col("label").is_not_null() | pl.col("is_told_label").shift(-1)
    return last_before(
        pl.when(pl.col("side").is_not_null()).then(is_called.fill_null(False)), pl.col("article_id")
    )


def is_the() -> pl.Expr:
    """True behind "the"."""
    run = pl.col("sentence_id")
    is_led = (beside(pl.col("kind"), run, 1) == "article") & (
        beside(pl.col("sense"), run, 1) == "the"
    )
    return (is_led & (pl.col("start") - beside(pl.col("end"), run, 1) == 1)).fill_null(False)


def called_so() -> pl.Expr:
    """The one group of the article that is called what "the rebels" are called, where that was
    named last, or the last one is called otherwise; none that does them harm."""
    side = pl.col("called_side")
    is_asked = pl.col("is_the") & (pl.col("kind") == "people") & ~pl.col("is_told_label")
    is_asked &= (pl.col("row") > pl.col("called_from")) & pl.col("country_named").is_null()
    is_it = (side == pl.col("last_side")) | pl.col("is_last_called")
    is_harmed = (pl.col("harming_side") == side).fill_null(False)
    return pl.when(is_asked & is_it & ~is_harmed).then("called_id")
