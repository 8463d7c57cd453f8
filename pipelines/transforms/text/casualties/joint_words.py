""" "Dead and wounded" as one word of harm, and as two."""

import polars as pl

# Each word of these is a harm of its own where a number stands behind.
JOINT = (
    r"(?i)^(?:(?:dead|killed|slain) and (?:wounded|injured|hurt)|"
    r"(?:wounded|injured) and (?:killed|dead))$"
)
RESPECTIVELY = "respectively"


def part_joint(hits: pl.DataFrame, quantities: pl.DataFrame) -> pl.DataFrame:
    """The hits without the joint words right before a number or "respectively": "shot seven dead
    and wounded three" killed seven, "seven dead and wounded" are seven in all.

    hits: text_no, start, end, phrase, with those of the single words among them. quantities:
    text_no, start.
    """
    respectively = hits.filter(pl.col("phrase") == RESPECTIVELY)
    ends = [
        quantities.select("text_no", end=pl.col("start") - 1),
        *(respectively.select("text_no", end=pl.col("start") - gap) for gap in (1, 2)),
    ]
    counted = pl.concat(ends).unique()
    joint = hits.filter(pl.col("phrase").str.contains(JOINT)).join(
        counted, on=["text_no", "end"], how="semi"
    )
    return hits.join(joint.select("text_no", "start", "end"), on=["text_no", "start", "end"],
                     how="anti", maintain_order="left")  # fmt: skip
