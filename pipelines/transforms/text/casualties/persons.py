"""Persons named in sentences of harm: full names, and surnames of persons named in full before."""

import polars as pl

from pipelines.transforms.text.casualties.name_words import naming, number_runs, read_words
from pipelines.transforms.text.casualties.names_listed import names_listed
from pipelines.transforms.text.grammar.matching import fold

# What follows the words of the gap between two mentions; lone letters do not count.
GAP_WORD = r"[A-Za-z0-9]{2,}|[0-9]"
# A name is at most so many words long, and a surname that stands alone at least so many letters.
LONGEST, SURNAME = 5, 3
# What makes it the name of a thing.
THINGS = ["place_noun", "unit", "method", "actor", "medium"]
# Who is harmed later is often introduced in the first sentences.
OPENING = 4
NAMED = "named"
SIBLINGS = ["brothers", "sisters", "siblings", "twins", "cousins", "spouses"]


def name_persons(
    sentences: pl.DataFrame, mentions: pl.DataFrame, told: pl.DataFrame, names: pl.DataFrame
) -> pl.DataFrame:
    """The mentions of all sentences, with persons named in those told of.

    told: sentence_id of the sentences to read. names: the lexicon of given names. Persons are of
    kind people and sense named, without an id; they take the place of mentions that they overlap.
    """
    is_told = pl.col("sentence_id").is_in(told["sentence_id"].implode())
    articles = sentences.filter(is_told)["article_id"].unique()
    asked = sentences.filter(
        is_told
        | (pl.col("article_id").is_in(articles.implode()) & (pl.col("sentence_no") < OPENING))
    )
    words = read_words(naming(asked, names), mentions, names)
    full = full_names(words)
    full = pl.concat([full, names_beside(words, full)])
    full = pl.concat([full, names_listed(words, full)])
    persons = pl.concat([full, surnames(words, full)]).join(
        told, on="sentence_id", how="semi", maintain_order="left"
    )
    return put_in(persons.select("sentence_id", "start", "end"), sentences, mentions)


def full_names(words: pl.DataFrame) -> pl.DataFrame:
    """Runs of two words or more that begin with a given name, and that no word of a thing ends.

    Out: article_id, sentence_id, start, end, words (the names after the first, in lower case).
    """
    runs = number_runs(words.with_columns(fits=pl.col("is_name") | pl.col("is_particle")))
    begun = runs.filter(pl.col("fits")).with_columns(
        is_begun=(pl.col("is_given") & pl.col("is_name") & ~pl.col("is_within"))
        .cum_max()
        .over("run")
    )
    counted = begun.filter("is_begun").with_columns(
        place=pl.col("is_name").cast(pl.Int32).cum_sum().over("run")
    )
    is_kept = pl.col("is_name") & (pl.col("place") <= LONGEST)
    persons = counted.group_by("run", maintain_order=True).agg(
        pl.col("article_id", "sentence_id").first(),
        start=pl.col("start").first(),
        end=pl.col("end").filter(is_kept).last(),
        n_names=is_kept.sum(),
        n_places=(is_kept & (pl.col("kind") == "place")).fill_null(False).sum(),
        words=pl.col("lower").filter(is_kept & (pl.col("place") > 1)),
        last_end=pl.col("token_end").last(),
        next_kind=pl.col("next_kind").last(),
    )
    is_thing = (pl.col("last_end") == pl.col("end")) & pl.col("next_kind").is_in(THINGS)
    return persons.filter(
        pl.col("n_names") > 1, pl.col("n_places") < pl.col("n_names"), ~is_thing.fill_null(False)
    ).select("article_id", "sentence_id", "start", "end", "words")


def names_beside(words: pl.DataFrame, full: pl.DataFrame) -> pl.DataFrame:
    """Runs of two or three words right behind a full name and "and", or before it: "Rahim Karimi
    and Torvin Salak", of which no list knows the second; of siblings also one word: "the brothers
    Torvin and Rahim Karimi". In the columns of full."""
    named = number_runs(words.with_columns(fits=pl.col("is_name") & pl.col("kind").is_null()))
    is_and = pl.col("lower").is_in(["and"]) & ~pl.col("has_lead")
    sentence = pl.col("sentence_id")
    runs = (
        named.with_columns(
            opens=is_and.shift(1) & (sentence == sentence.shift(1)),
            before_end=pl.col("end").shift(2),
            closes=is_and.shift(-1) & (sentence == sentence.shift(-1)),
            after_start=pl.col("start").shift(-2),
            of_kin=pl.col("lower").is_in(SIBLINGS).shift(1) & (sentence == sentence.shift(1)),
        )
        .filter("fits")
        .group_by("run", maintain_order=True)
        .agg(
            pl.col("article_id", "sentence_id", "start", "opens", "before_end", "of_kin").first(),
            pl.col("end", "token_end", "next_kind", "closes", "after_start").last(),
            words=pl.col("lower").slice(1),
            n=pl.len(),
        )
        .filter(
            pl.col("n").is_between(2, 3) | ((pl.col("n") == 1) & pl.col("of_kin")),
            ~pl.col("next_kind").is_in(THINGS).fill_null(False),
        )
    )
    keys = ["sentence_id"]
    behind = runs.filter("opens").join(
        full.select("sentence_id", before_end="end"), on=[*keys, "before_end"], how="semi"
    )
    ahead = runs.filter("closes").join(
        full.select("sentence_id", after_start="start"), on=[*keys, "after_start"], how="semi"
    )
    known = full.select("sentence_id", "start")
    return (
        pl.concat([behind, ahead])
        .unique(["sentence_id", "start"], keep="first", maintain_order=True)
        .join(known, on=["sentence_id", "start"], how="anti", maintain_order="left")
        # "Havildar Rahim Karimi": the name itself is known.
        .join(full, on=["sentence_id", "end"], how="anti", maintain_order="left")
        .select(full.columns)
    )


def surnames(words: pl.DataFrame, full: pl.DataFrame) -> pl.DataFrame:
    """Words outside full names that are surnames of the article's persons, in the columns of full.

    A surname that is a place as well, or any other word, is none.
    """
    known = (
        full.select("article_id", lower="words")
        .explode("lower", empty_as_null=False)
        .unique()
        .with_columns(is_known=True)
    )
    inside = words.select("sentence_id", "start").join_asof(
        full.select("sentence_id", "start", name_end="end").sort("sentence_id", "start"),
        on="start",
        by="sentence_id",
        check_sortedness=False,
    )
    free = words.with_columns(name_end=inside["name_end"]).join(
        known, on=["article_id", "lower"], how="left", maintain_order="left"
    )
    fits = (
        pl.col("is_known").fill_null(False)
        & pl.col("is_name")
        & pl.col("kind").is_null()
        & (pl.col("lower").str.len_bytes() >= SURNAME)
        & ~(pl.col("name_end") > pl.col("start")).fill_null(False)
    )
    return (
        number_runs(free.with_columns(fits=fits))
        .filter("fits")
        .group_by("run", maintain_order=True)
        .agg(
            pl.col("article_id", "sentence_id", "start").first(),
            pl.col("end", "token_end", "next_kind").last(),
            words=pl.col("lower"),
        )
        .filter(
            (pl.col("end") != pl.col("token_end"))
            | ~pl.col("next_kind").is_in(THINGS).fill_null(False)
        )
        .select("article_id", "sentence_id", "start", "end", "words")
    )


def put_in(persons: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Mentions with persons among them, numbered anew where a sentence has any."""
    if persons.is_empty():
        return mentions
    changed = persons.select("sentence_id").unique()
    kept = mentions.join(changed, on="sentence_id", how="anti", maintain_order="left")
    touched = mentions.join(changed, on="sentence_id", how="semi", maintain_order="left")
    spans = persons.select("sentence_id", "start", name_end="end").sort("sentence_id", "start")
    before = touched.sort("sentence_id", "end").with_columns(last=pl.col("end") - 1).join_asof(
        spans, left_on="last", right_on="start", by="sentence_id", check_sortedness=False
    )  # fmt: skip
    free = before.filter(~(pl.col("name_end") > pl.col("start")).fill_null(False))
    texts = sentences.select("article_id", "sentence_id", base="start", sentence="text")
    named = persons.join(texts, on="sentence_id", maintain_order="left").with_columns(
        kind=pl.lit("people"),
        sense=pl.lit(NAMED),
        text=pl.col("sentence").str.slice(
            pl.col("start") - pl.col("base"), pl.col("end") - pl.col("start")
        ),
    )
    columns = mentions.columns
    joined = pl.concat(
        [
            free.select(columns),
            named.select(
                (pl.col(name) if name in named.columns else pl.lit(None))
                .cast(mentions.schema[name])
                .alias(name)
                for name in columns
            ),
        ]
    ).sort("sentence_id", "start")
    return kept.merge_sorted(renumber(joined, texts).select(columns), "sentence_id")


def renumber(mentions: pl.DataFrame, texts: pl.DataFrame) -> pl.DataFrame:
    """Mentions of whole sentences, with mention_no and words_before as they now are."""
    is_first = (pl.col("sentence_id") != pl.col("sentence_id").shift(1)).fill_null(True)
    row = pl.int_range(pl.len(), dtype=pl.Int32)
    placed = mentions.join(
        texts.drop("article_id"), on="sentence_id", maintain_order="left"
    ).with_columns(
        mention_no=row - pl.when(is_first).then(row).forward_fill(),
        gap_start=pl.when(is_first).then(pl.col("base")).otherwise(pl.col("end").shift(1)),
    )
    gap = pl.col("sentence").str.slice(
        pl.col("gap_start") - pl.col("base"),
        pl.max_horizontal(pl.col("start") - pl.col("gap_start"), 0),
    )
    return placed.with_columns(
        words_before=fold(gap).str.count_matches(GAP_WORD).cast(pl.Int32),
    )
