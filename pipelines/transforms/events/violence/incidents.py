"""Incidents: a cell that one article splits in two or more becomes as many events."""

import polars as pl


def split_cells(cells: pl.DataFrame, claims: pl.DataFrame) -> pl.DataFrame:
    """The reports of cells with the number of their incident, 1 where nothing splits the cell.

    `cells` are reports with cell_id and is_own (of the cell's own place and day, not moved in).
    The only evidence for a split: one article has two casualty reports of one side in the cell.
    The article with most of them says what the incidents are, in the order told; other reports
    belong to the incident they share most figures with, else to their own order, else the first.
    """
    telling = ["cell_id", "article_id", "told_side"]
    own = (
        cells.filter("is_own", pl.col("claim_type") == "casualty")
        .sort("evidence_start", "rank")
        .with_columns(
            told_no=pl.int_range(1, pl.len() + 1, dtype=pl.Int32).over(telling),
            n_told=pl.len().over(telling).cast(pl.Int32),
        )
    )
    chosen = (
        own.filter(pl.col("n_told") > 1)
        .sort("cell_id", -pl.col("n_told"), "rank")
        .unique("cell_id", keep="first", maintain_order=True)
        .select(*telling, n_incidents="n_told")
    )
    splitting = own.join(chosen, on=telling)
    matched = match_figures(cells.join(chosen, on="cell_id", how="semi"), splitting, claims)
    told = own.join(chosen.select("cell_id", "n_incidents"), on="cell_id").select(
        "report_id", own_no=pl.min_horizontal("told_no", "n_incidents")
    )
    return (
        cells.join(splitting.select("report_id", split_no="told_no"), on="report_id", how="left")
        .join(matched, on="report_id", how="left")
        .join(told, on="report_id", how="left")
        .with_columns(
            incident_no=pl.coalesce("split_no", "matched_no", "own_no", pl.lit(1)).cast(pl.Int32)
        )
        .drop("split_no", "matched_no", "own_no")
    )


def match_figures(
    cells: pl.DataFrame, splitting: pl.DataFrame, claims: pl.DataFrame
) -> pl.DataFrame:
    """The incident with which each report shares most figures: report_id, matched_no."""
    figures = (
        claims.select("report_id", "harm", "number")
        .filter(pl.col("number").is_not_null())
        .unique()
    )  # fmt: skip
    keys = ["cell_id", "harm", "number"]
    incidents = splitting.join(figures, on="report_id").select(*keys, matched_no="told_no")
    return (
        cells.select("cell_id", "report_id")
        .join(figures, on="report_id")
        .join(incidents, on=keys)
        .group_by("report_id", "matched_no")
        .len()
        .sort("report_id", -pl.col("len").cast(pl.Int64), "matched_no")
        .unique("report_id", keep="first", maintain_order=True)
        .select("report_id", "matched_no")
    )
