"""Speakers named beside their words: before a colon, or by their office behind the verb."""

import polars as pl

from pipelines.transforms.text.runs import beside

FORCE_SPEAKS = r"(?i)^(?:police|army|military|residents|witnesses|medics|rescuers|navy|air force)$"
# What makes the words behind a verb of saying a clause, and how far ahead an office may begin.
FINITE_AHEAD = (
    r"(?i)(?-u:\b)(?:have|has|had|was|were|is|are|will|would|did|do|does|may|could|can|should|must|"
    r"that|who|[a-z]+ed (?:the|an?|in|on|at|to|from|for|by|[0-9]+))(?-u:\b)"
)
OFFICE_REACH = 24
# "Raid kills nine in X: hospital", "… — DHQ": who says so, at the end of a headline.
AT_END = (
    r"^\s*(?:(?:[\w.'\x{2019}&-]+\s+){0,3}(?i:police|army|military|navy|residents?|witness(?:es)?|"
    r"medics?|rescuers|officials?|sources?|activists?|monitors?|group|ngos?|watchdog|ministry|"
    r"minister|governor|mayor|spokes(?:man|woman|person)|government|hospitals?|doctors?|union|"
    r"authorities|media|reports?|agency|observatory|red cross|commander|chief|lawmakers?|network|"
    r"leaders?|lawyers|committee|mission|office)|(?i:the )?[A-Z]{2,6}|[Uu]\.[Nn]\.)\s*$"
)
TURNED = (
    r"(?i)(?-u:\b)(?:against|vs|versus|and|with|in|on|for|to|at|from|over|after|as|by|who|what|how|"
    r"why)(?-u:\b)"
)


def names_before_colon() -> pl.Expr:
    """True for the colon behind a speaker who opens a sentence: "The ministry: 33 dead"."""
    run, kind = pl.col("sentence_id"), pl.col("kind")
    opens = pl.any_horizontal(
        beside(kind, run, step + 1).is_null()
        & (
            beside(kind, run, step).is_in(
                ["article", "place", "people", "role", "time", "quantity"]
            )
            if step > 1
            else True
        )
        for step in (1, 2, 3, 4)
    )
    who = beside(kind, run, 1)
    is_who = who.is_in(["medium", "vague_source"]) | (
        (who == "role") & ~beside(pl.col("sense"), run, 1).is_in(["rank", "title"])
    )
    is_who |= beside(pl.col("text"), run, 1).str.contains(FORCE_SPEAKS)
    return (
        (kind == "clause")
        & (pl.col("sense") == "colon")
        & is_who
        & opens
        & (pl.col("start") == beside(pl.col("end"), run, 1))
    ).fill_null(False)


def names_role() -> pl.Expr:
    """True where a phrase of somebody's office stands alone behind the verb: ", said the mayor of
    X", ", said an army officer, who", and no clause of what he said."""
    begins = pl.col("upto") + pl.col("base")
    is_before_office = (pl.col("office_start") - begins).is_between(0, OFFICE_REACH)
    is_before_trigger = pl.col("next_trigger") < begins + pl.col("ahead").str.len_chars()
    return (
        is_before_office
        & ~is_before_trigger.fill_null(False)
        & ~pl.col("ahead").str.contains(FINITE_AHEAD)
    ).fill_null(False)


def names_at_end(mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The colons and dashes of headlines behind which only a speaker stands: mention_id."""
    is_mark = ((pl.col("kind") == "clause") & (pl.col("sense") == "colon")) | (
        (pl.col("kind") == "comma") & (pl.col("sense") == "dash")
    )
    is_headline = pl.col("is_title") | ~pl.col("text").str.contains(r"[.!?][\"\x{201D}')]*\s*$")
    titles = sentences.filter(is_headline).select("sentence_id", "text", base="start")
    told = mentions.select("sentence_id", "mention_id", "kind", "sense", "start", "end").join(
        titles, on="sentence_id", maintain_order="left"
    )
    last = told.filter(pl.col("kind").is_in(["trigger", "method", "quantity"])).group_by(
        "sentence_id"
    ).agg(last_told=pl.col("start").max())  # fmt: skip
    rest = pl.col("text").str.slice(pl.col("end") - pl.col("base"))
    return (
        told.filter(is_mark)
        .join(last, on="sentence_id", maintain_order="left")
        .filter(
            pl.col("last_told") < pl.col("start"),
            rest.str.contains(AT_END),
            ~rest.str.contains(TURNED),
        )
        .select("mention_id")
    )
