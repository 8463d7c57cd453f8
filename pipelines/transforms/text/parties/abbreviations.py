"""Abbreviations: "the Arakan Army (AA)", later "the AA"; and those that are somebody's name."""

import polars as pl

# What stands behind a name, and what an abbreviation is made of.
INTRODUCED = r"^\s*\(([A-Z][A-Za-z]{0,4}[A-Z])[),;]"
REACH = 10
# In a text all in capitals: a name behind, and a title ahead.
LOWER_CASE, NAME_BEHIND = r"[a-z]{3}", r"^ [A-Z]{2,}"
TITLED = r"(?:^| )(?:SISTER|MOTHER|AUNT|MRS\.?|MISS|MS\.?|MR\.?|DR\.?|DONA|SENORA|QUEEN|SAINT) $"
# "Tropical Storm Ana"
STORM = r"(?i)(?:^| )(?:storms?|hurricane|cyclone|typhoon|depression|medicane) $"
# "The Food Standards Agency (FSA)": another body than the one known by those letters.
CIVIL_BODY = (
    r"([A-Z][A-Za-z]+ (?:[A-Za-z]+ )*?)(?:Agency|Authority|Association|Administration|Airlines?|"
    r"Airways|Academy|Commission|Institute|University|Bank|Company|Corporation|Board|Office|"
    r"Society|Foundation|Federation|Ministry|Department|Services?|Fund|Centre|Center|School|"
    r"Network|Club|Organi[sz]ation) \(([A-Z]{2,5})\)"
)
# "The Federal Security Service (FSB)" bears arms.
ARMED_BODY = (
    r"(?-u:\b)(?:Security|Defen[cs]e|Intelligence|Military|Army|Police|Liberation|Guards?|Border|"
    r"Armed|Revolutionary|Resistance|Counter[a-z]*|Antiterror[a-z]*|Forces?)(?-u:\b)"
)
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


def drop_namesakes(
    hits: pl.DataFrame, shaded: pl.DataFrame, given_names: pl.DataFrame
) -> pl.DataFrame:
    """The hits without actors whose short name is somebody's given name, a storm's or a civil
    body's: "SISTER ANA RUIZ" is no army, nor is "Storm Ana", "ANA SOLDIERS" and "THE ANA" are.

    hits, shaded: as matching.find_hits and matching.shade give them, shaded with article_id.
    """
    actors = hits.filter(pl.col("kind") == "actor")
    named = actors.filter(pl.col("phrase").is_in(given_names["name"].implode()))
    others = pl.concat(
        [
            given_names_among(named.select("text_no", "start", "end").unique(), hits, shaded),
            storms_and_bodies(actors, shaded),
        ]
    ).unique()
    return hits.join(
        others.with_columns(kind=pl.lit("actor").cast(hits.schema["kind"])),
        on=["text_no", "start", "kind"],
        how="anti",
        maintain_order="left",
    )


def given_names_among(
    named: pl.DataFrame, hits: pl.DataFrame, shaded: pl.DataFrame
) -> pl.DataFrame:
    """text_no and start of the given names among named: as the case of their text tells, in
    capitals a title ahead or another name behind."""
    words = hits.filter(pl.col("kind") != "stop").select("text_no", end=pl.col("start") - 1)
    text = pl.col("folded")
    ahead = text.str.slice(0, "start")
    followed = named.join(words.unique(), on=["text_no", "end"], how="semi")
    in_capitals = ahead.str.contains(TITLED) | (
        text.str.slice("end").str.contains(NAME_BEHIND) & pl.col("is_followed").is_null()
    )
    word = text.str.slice("start", pl.col("end") - pl.col("start"))
    return (
        named.join(shaded.select("text_no", "folded"), on="text_no")
        .join(followed.with_columns(is_followed=pl.lit(True)), on=named.columns, how="left")
        .filter(
            pl.when(text.str.contains(LOWER_CASE))
            .then(word.str.contains("[a-z]"))
            .otherwise(in_capitals)
        )
        .select("text_no", "start")
    )


def storms_and_bodies(actors: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """text_no and start of the actors that are storms, or that their article calls a civil body."""
    texts = shaded.select("text_no", "article_id", "folded")
    bodies = (
        texts.filter(pl.col("folded").str.contains("(", literal=True))
        .select(
            "article_id",
            name=pl.col("folded").str.extract(CIVIL_BODY, 1),
            phrase=pl.col("folded").str.extract(CIVIL_BODY, 2).str.to_lowercase(),
        )
        .filter(~pl.col("name").str.contains(ARMED_BODY))
        .drop_nulls()
        .unique()
    )
    told = actors.select("text_no", "start", "phrase").join(texts, on="text_no")
    storms = told.filter(pl.col("folded").str.slice(0, "start").str.contains(STORM))
    called = told.join(bodies, on=["article_id", "phrase"], how="semi")
    return pl.concat([rows.select("text_no", "start") for rows in (storms, called)])
