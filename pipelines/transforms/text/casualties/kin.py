"""Kin whom somebody has lost: "a man who lost two sons" tells of those whom the text counts."""

import polars as pl

KIN = (
    r"(?i)(?-u:\b)(?:sons?|daughters?|brothers?|sisters?|wives|wife|husbands?|child|children|"
    r"mothers?|fathers?|parents|cousins?|uncles?|aunts?|nephews?|nieces?|relatives|grand[a-z]+|"
    r"family members)$"
)


def drop_kin(measured: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Harms without kin lost; an army that lost soldiers stays. measured: with group_start and
    group_end, offsets in the article."""
    texts = sentences.select("sentence_id", base="start", sentence="text")
    at = pl.col("group_start") - pl.col("base")
    group = pl.col("sentence").str.slice(at, pl.col("group_end") - pl.col("group_start"))
    return (
        measured.join(texts, on="sentence_id", how="left", maintain_order="left")
        .filter(~((pl.col("rule_id") == "lost") & group.str.contains(KIN)).fill_null(False))
        .drop("base", "sentence")
    )
