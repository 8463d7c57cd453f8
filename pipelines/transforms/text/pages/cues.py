"""Cues of boilerplate: which lines a lexicon's wording marks, and what it cuts off a line."""

import polars as pl

# Where a cue may stand, and how far it reaches: the values of boilerplate.position.
LINE_POSITIONS = (
    "line",  # the line itself
    "head",  # the line itself, before the second paragraph of prose
    "end",  # the line itself, after the first half of the prose
    "near_signup",  # the line itself, beside a sign-up line
    "after_embed",  # the line itself; the paragraph before it is an embedded post
    "after_caption",  # the line itself; an unfinished line before it is a caption
    "opens_list",  # the line and the headlines after it
    "opens_tail",  # the line and all that follows, unless prose does
    "opens_comments",  # the line and all that follows
)
INLINE_POSITIONS = ("inline_head", "inline_tail")  # cut off the line, which stays what it is

# Longer lines are running text, which boilerplate's wording may well occur in.
MAX_CUE_LENGTH = 300


def mark_cues(lines: pl.DataFrame, boilerplate: pl.DataFrame) -> pl.DataFrame:
    """Adds kind and rule_id (null where no cue matches) and opens (the cue's position)."""
    is_short = pl.col("end") - pl.col("start") <= MAX_CUE_LENGTH
    cues = boilerplate.filter(pl.col("position").is_in(LINE_POSITIONS)).group_by(
        "kind", "position", maintain_order=True
    ).agg(pl.col("cue").str.join("|")).rows()  # fmt: skip
    pieces = cut_inline(lines, boilerplate)
    if not cues:
        return pieces.with_columns(pl.lit(None, pl.String).alias("opens"))
    hit = pl.coalesce(
        pl.when(pl.col("text").str.contains(pattern(cue))).then(
            pl.struct(pl.lit(kind).alias("kind"), pl.lit(position).alias("opens"))
        )
        for kind, position, cue in cues
    )
    texts = pieces.filter(is_short & pl.col("kind").is_null()).select(pl.col("text").unique())
    found = texts.with_columns(hit.alias("hit")).unnest("hit").drop_nulls("kind")
    return (
        pieces.join(found, on="text", how="left", suffix="_cue", maintain_order="left")
        .with_columns(
            pl.coalesce("kind", "kind_cue").alias("kind"),
            pl.coalesce("rule_id", "cue:" + pl.col("kind_cue")).alias("rule_id"),
        )
        .drop("kind_cue")
    )


def cut_inline(lines: pl.DataFrame, boilerplate: pl.DataFrame) -> pl.DataFrame:
    """Cuts heads and tails off lines into rows of their own; adds kind and rule_id.

    What is cut is the cue's first group: at the line's start or at its end.
    """
    cues = boilerplate.filter(pl.col("position").is_in(INLINE_POSITIONS))
    cut = {
        position: pl.coalesce(
            pl.lit(None, pl.Struct({"cut": pl.String, "kind": pl.String})),
            *(
                pl.when(pl.col("text").str.contains(pattern(cue))).then(
                    pl.struct(
                        pl.col("text").str.extract(pattern(cue), 1).alias("cut"),
                        pl.lit(kind).alias("kind"),
                    )
                )
                for cue, kind in cues.filter(position=position).select("cue", "kind").iter_rows()
            ),
        )
        for position in INLINE_POSITIONS
    }
    lines = lines.with_columns(cut["inline_head"].alias("head"), cut["inline_tail"].alias("tail"))
    size = [pl.col(end).struct["cut"].str.len_chars().fill_null(0) for end in ("head", "tail")]
    head_end, tail_start = pl.col("start") + size[0], pl.col("end") - size[1]
    pieces = [
        lines.with_columns(
            pl.col("start"),
            head_end.alias("end"),
            pl.col("head").struct["cut"].alias("text"),
            pl.col("head").struct["kind"].alias("kind"),
        ).filter(pl.col("text").is_not_null()),
        lines.with_columns(
            head_end.alias("start"),
            tail_start.alias("end"),
            pl.col("text").str.slice(size[0], pl.col("end") - pl.col("start") - size[0] - size[1]),
            pl.lit(None, pl.String).alias("kind"),
        ),
        lines.with_columns(
            tail_start.alias("start"),
            pl.col("end"),
            pl.col("tail").struct["cut"].alias("text"),
            pl.col("tail").struct["kind"].alias("kind"),
        ).filter(pl.col("text").is_not_null()),
    ]
    cut_off = pl.when(pl.col("kind").is_not_null()).then("inline:" + pl.col("kind"))
    return (
        pl.concat(pieces)
        .with_columns(cut_off.alias("rule_id"))
        .drop("head", "tail")
        .pipe(strip_pieces)
        .sort("article_no", "start")
    )


def strip_pieces(pieces: pl.DataFrame) -> pl.DataFrame:
    """Moves start and end to the first and last character that is no space; drops blank pieces."""
    length = pl.col("text").str.len_chars().cast(pl.Int64)
    left = length - pl.col("text").str.strip_chars_start().str.len_chars()
    right = length - pl.col("text").str.strip_chars_end().str.len_chars()
    return pieces.with_columns(
        (pl.col("start") + left).alias("start"),
        (pl.col("end") - right).alias("end"),
        pl.col("text").str.strip_chars(),
    ).filter(pl.col("text") != "")


def pattern(cue: str) -> str:
    """A cue as the engine runs it: any case, and ASCII word characters, which are far faster."""
    fast = cue.replace(r"\b", r"(?-u:\b)").replace(r"\w", "[0-9A-Za-z_]").replace(r"\d", "[0-9]")
    return f"(?i){fast}"
