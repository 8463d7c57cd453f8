"""The one place that several places named together have in common."""

import polars as pl

SCENE = ["location_id", "location_text", "where_precision", "place_start", "place_end"]


def common_place(named: pl.DataFrame, key: list[str], places: pl.DataFrame) -> pl.DataFrame:
    """One row per key: the one place named, the smallest where each holds the next, else the
    smallest unit that holds them all; null where there is none."""
    ordered = named.sort(*key, "start")
    is_same = pl.all_horizontal(pl.col(name) == pl.col(name).shift(1) for name in key)
    is_same = is_same.fill_null(False)
    is_alone = ~(is_same | is_same.shift(-1).fill_null(False))
    alone = ordered.filter(is_alone).select(
        *key, "location_id", pl.col("is_near").fill_null(False), location_text="text",
        place_start="start", place_end="end",
    )  # fmt: skip
    inner = drop_holders(ordered.filter(~is_alone), key)
    one = pl.col("location_id").n_unique() == 1
    shared = {
        level: pl.when(pl.col(level).n_unique() == 1).then(pl.col(level).first())
        for level in ("admin2_id", "admin1_id", "country_id")
    }
    several = inner.group_by(key, maintain_order=True).agg(
        location_id=pl.when(one)
        .then(pl.col("location_id").first())
        .otherwise(pl.coalesce(*shared.values())),
        is_near=pl.col("is_near").fill_null(False).any() & one,
        location_text=pl.col("text").unique(maintain_order=True).str.join(", "),
        place_start=pl.col("start").min(),
        place_end=pl.col("end").max(),
    )
    return (
        pl.concat([alone, several])
        .join(places.select("location_id", "location_type"), on="location_id", how="left")
        .with_columns(
            where_precision=pl.when(pl.col("location_id").is_null()).then(pl.lit("unknown"))
            .when("is_near").then(pl.lit("near"))
            .when(pl.col("location_type").is_in(["country", "admin1", "admin2"]))
            .then(pl.col("location_type"))
            .otherwise(pl.lit("exact"))
        )
        .select(*key, *SCENE)
    )  # fmt: skip


def drop_holders(named: pl.DataFrame, key: list[str]) -> pl.DataFrame:
    """Places of a key without those that another place of the same key lies in; a region holds the
    towns of its unit: "Jolo, Sulu"."""
    held = pl.concat(
        named.filter(pl.col(level).is_not_null() & (pl.col(level) != pl.col("location_id"))).select(
            *key, location_id=level
        )
        for level in ("country_id", "admin1_id", "admin2_id")
    ).unique()
    inner = named.join(held, on=[*key, "location_id"], how="anti", maintain_order="left")
    towns = inner.filter(pl.col("location_type") == "populated_place").select(*key, "admin1_id")
    is_region = pl.col("location_type") == "region"
    # "Las Navas, Northern Samar": no list of two, though no row says which district the town is of.
    is_behind = pl.col("start") - pl.col("end").min().over(key) == len(", ")
    is_region |= (pl.col("location_type") == "admin2") & (pl.len().over(key) == 2) & is_behind
    regions = inner.filter(is_region).join(towns, on=[*key, "admin1_id"], how="semi")
    return inner.join(
        regions.select(*key, "location_id"), on=[*key, "location_id"], how="anti",
        maintain_order="left",
    )  # fmt: skip
