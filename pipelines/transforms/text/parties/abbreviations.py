"""Abbreviations: "the Arakan Army (AA)", later "the AA"; and those that are somebody's name."""

import polars as pl

# What stands behind a name, and what an abbreviation is made of.
INTRODUCED = r"^\s*\(([A-Z][A-Za-z]{0,4}[A-Z])[),;]"
REACH = 10
# In a text all in capitals: a name behind, and a title ahead.
LOWER_CASE, NAME_BEHIND = r"[a-z]{3}", r"^ [A-Z]{2,}"
TITLED = r"(?:^| )(?:SISTER|MOTHER|AUNT|MRS\.?|MISS|MS\.?|MR\.?|DR\.?|DONA|SENORA|QUEEN|SAINT) $"
# Inside a word, or where it is introduced.
IN_WORD, BEHIND = r"[A-Za-z0-9-]", r"[(A-Za-z0-9-]"


def introduced_names(hits: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """The later uses of abbreviations that an article sets behind the name of an actor, in
    brackets: text_no, start, end, kind and entity_id of each.

    hits, shaded: as matching.find_hits and matching.shade give them, shaded with article_id. An
    abbreviation that an article gives to two actors names neither.
    """
    texts = shaded.select("text_no", "article_id", "folded")
    introduced = (
        hits.filter(pl.col("kind") == "actor")
        .sort("text_no", "end", "start")
        .unique(["text_no", "end"], keep="first", maintain_order=True)
        .join(texts.filter(pl.col("folded").str.contains("(", literal=True)), on="text_no")
        .select(
            "article_id",
            "entity_id",
            short=pl.col("folded").str.slice("end", REACH).str.extract(INTRODUCED, 1),
        )
        .drop_nulls()
        .unique()
        .unique(["article_id", "short"], keep="none")
    )
    if introduced.is_empty():
        return hits.head(0).select("text_no", "start", "end", "kind", "entity_id")
    shorts = introduced["short"].unique().sort().to_list()
    told = texts.join(introduced.select("article_id").unique(), on="article_id", how="semi")
    used = (
        told.with_columns(
            start=pl.col("folded").str.find_many(shorts, overlapping=True),
            short=pl.col("folded").str.extract_many(shorts, overlapping=True),
        )
        .explode("start", "short", empty_as_null=False)
        .join(introduced, on=["article_id", "short"])
        .with_columns(pl.col("start").cast(pl.Int64))
        .with_columns(end=pl.col("start") + pl.col("short").str.len_chars().cast(pl.Int64))
    )
    before = pl.col("folded").str.slice((pl.col("start") - 1).clip(0), pl.col("start").clip(0, 1))
    after = pl.col("folded").str.slice("end", 1)
    return used.filter(~before.str.contains(BEHIND), ~after.str.contains(IN_WORD)).select(
        "text_no", "start", "end", "entity_id", kind=pl.lit("actor")
    )


def drop_given_names(
    hits: pl.DataFrame, shaded: pl.DataFrame, given_names: pl.DataFrame
) -> pl.DataFrame:
    """The hits without actors whose short name is, in capitals, somebody's given name: "SISTER ANA
    RUIZ" is no army, "ANA SOLDIERS" and "THE ANA" are.

    hits, shaded: as matching.find_hits and matching.shade give them.
    """
    is_name = (pl.col("kind") == "actor") & pl.col("phrase").is_in(given_names["name"].implode())
    named = hits.filter(is_name).select("text_no", "start", "end").unique()
    if named.is_empty():
        return hits
    words = hits.filter(pl.col("kind") != "stop").select("text_no", end=pl.col("start") - 1)
    ahead = pl.col("folded").str.slice(0, "start")
    followed = named.join(words.unique(), on=["text_no", "end"], how="semi")
    people = (
        named.join(shaded.select("text_no", "folded"), on="text_no")
        .join(followed.with_columns(is_followed=pl.lit(True)), on=named.columns, how="left")
        .filter(
            ~pl.col("folded").str.contains(LOWER_CASE),
            ahead.str.contains(TITLED)
            | (
                pl.col("folded").str.slice("end").str.contains(NAME_BEHIND)
                & pl.col("is_followed").is_null()
            ),
        )
        .select("text_no", "start", kind=pl.lit("actor"))
    )
    return hits.join(
        people.with_columns(pl.col("kind").cast(hits.schema["kind"])),
        on=["text_no", "start", "kind"],
        how="anti",
        maintain_order="left",
    )
