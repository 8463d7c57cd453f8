"""Typed spans of sentences: actors, places, people, amounts, triggers, times, speakers, grammar."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.batches import in_batches
from pipelines.transforms.text.casualties.harmed_roles import turn_harmed_roles
from pipelines.transforms.text.casualties.joint_words import part_joint
from pipelines.transforms.text.grammar import matching
from pipelines.transforms.text.grammar.particles import verbs_of_particles
from pipelines.transforms.text.grammar.settling import join_adjectives, number, settle
from pipelines.transforms.text.numbers.aged import turn_aged
from pipelines.transforms.text.numbers.quantities import find_quantities
from pipelines.transforms.text.parties.abbreviations import drop_namesakes, introduced_names
from pipelines.transforms.text.parties.actors import resolve_actors
from pipelines.transforms.text.parties.armed_looks import turn_armed, turn_arresting
from pipelines.transforms.text.parties.civil_members import turn_civil_members
from pipelines.transforms.text.parties.peoples import joined_peoples
from pipelines.transforms.text.parties.retired import turn_retired
from pipelines.transforms.text.places.names_in_capitals import names_in_capitals
from pipelines.transforms.text.places.places import read_places
from pipelines.transforms.text.prefilter import telling_articles
from pipelines.transforms.text.row_numbers import KIND, number_rows
from schemas.text import Mentions

MEANING = {
    "kind": KIND, "sense": pl.String, "voice": pl.String, "entity_id": pl.String,
    "value_low": pl.Int64, "value_best": pl.Int64, "value_high": pl.Int64,
}  # fmt: skip
COLUMNS = (
    "mention_id", "article_id", "sentence_id", "mention_no", "start", "end", "words_before",
    "kind", "sense", "voice", "entity_id", "value_low", "value_best", "value_high", "text",
)  # fmt: skip
# Of spans as long as each other, the one with the lowest rank stays; a place that no gazetteer
# knows stays only where nothing else stands.
RANKS = {"stop": 0, "actor": 1, "medium": 2, "place": 3}
OTHER_RANK = 4
# Parts of numbers: they are mentions only as (part of) a quantity.
ATOMS = ("quantity", "qualifier")
# A dash typed for a comma ("two soldiers- guard killed"), and the hyphen of "pro- and anti-".
GLUED_DASH, HELD_OVER = r"([a-zA-Z0-9')])-( [a-zA-Z0-9])", r"-( (?:and|or|nor|to) )"
PUNCTUATION = pl.DataFrame(
    [
        (",", "comma", None), ("~", "comma", "dash"), (";", "clause", "semicolon"),
        (":", "clause", "colon"), ("(", "bracket", "open"), (")", "bracket", "close"),
        ("[", "bracket", "open"), ("]", "bracket", "close"), ('"', "quote", None),
    ],
    schema=["mark", "kind", "sense"],
    orient="row",
)  # fmt: skip


def find_mentions(
    articles: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Find the mentions of all sentences of the articles that tell of conflict somewhere.

    Out: the contract Mentions, sorted by sentence_id and start; spans of a sentence never overlap:
    the longest stays, then stop before actor before medium before place before all else.
    """
    telling = in_batches(telling_articles, sentences, lexicons=lexicons)
    if telling.is_empty():
        return Mentions.empty()
    told = [
        table.join(telling, on="article_id", how="semi", maintain_order="left")
        for table in (articles, sentences)
    ]
    return in_batches(read_mentions, *told, lexicons=lexicons)


def read_mentions(
    articles: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """The mentions of one batch of articles."""
    numbers = number_rows(articles, sentences)
    articles, read = numbers.shorten(articles), numbers.shorten(sentences).sort("sentence_id")
    shaded = matching.shade(read.select("article_id", "sentence_id", "text", base="start"))
    found = verbs_of_particles(matching.find_hits(shaded, phrases(lexicons)), shaded)
    hits = drop_namesakes(found, shaded, lexicons.given_names)
    quantities = find_quantities(shaded, hits)
    hits = part_joint(hits, quantities)
    reading = read_places(articles, read, lexicons, homes_of_parties(hits, shaded, lexicons))
    places = from_article_offsets(reading.places, shaded)
    spans = pl.concat(
        [
            as_spans(hits.filter(~pl.col("kind").is_in(ATOMS))),
            as_spans(introduced_names(hits, shaded)),
            as_spans(joined_peoples(reading.demonyms, hits, shaded, lexicons)),
            as_spans(quantities),
            as_spans(places),
            as_spans(names_in_capitals(shaded, lexicons)),
            as_spans(find_punctuation(shaded)),
        ]
    )
    settled = join_adjectives(settle(spans))
    numbered = turn_armed(
        turn_arresting(turn_aged(number(settled, shaded), shaded), shaded), shaded
    )
    civil = turn_civil_members(numbered, shaded)
    mentions = locate(turn_retired(turn_harmed_roles(civil), shaded), shaded)
    countries = countries_by_actors(reading.countries, mentions, lexicons)
    resolved = resolve_actors(mentions, countries, lexicons, reading.demonyms)
    named = numbers.restore(resolved).with_columns(
        pl.format("{}.{}-{}", "sentence_id", "start", "end").alias("mention_id"),
        pl.col("kind").cast(pl.String),
    )
    return named.select(COLUMNS)


def homes_of_parties(hits: pl.DataFrame, shaded: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Home countries of the parties that each article names: article_id, country_id."""
    homes = lexicons.actors.select(entity_id="actor_id", country_id="country_iso3").drop_nulls()
    named = hits.filter(pl.col("kind") == "actor").join(homes, on="entity_id")
    return named.join(shaded, on="text_no").select("article_id", "country_id").unique()


def countries_by_actors(
    countries: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Country of each article; where no place tells, that of the actors it names most."""
    home = lexicons.actors.select(entity_id="actor_id", home="country_iso3").drop_nulls("home")
    homes = (
        mentions.filter(pl.col("kind") == "actor")
        .join(home, on="entity_id")
        .group_by("article_id", "home")
        .len()
        .sort("article_id", "len", "home", descending=[False, True, False])
        .unique("article_id", keep="first", maintain_order=True)
    )
    return countries.join(homes, on="article_id", how="left", maintain_order="left").select(
        "article_id", country_id=pl.coalesce("country_id", "home")
    )


def phrases(lexicons: Lexicons) -> pl.DataFrame:
    """All phrases that the matcher looks for: words, and the names of actors and of sources."""
    return pl.concat(
        [
            with_meaning(lexicons.words, "phrase", "is_case_sensitive"),
            name_phrases(lexicons.actor_names, "actor", "actor_id"),
            name_phrases(lexicons.source_names, "medium", "source_id"),
        ]
    )


def name_phrases(names: pl.DataFrame, kind: str, entity_id: str) -> pl.DataFrame:
    """The names of a lexicon in the columns of the words."""
    named = names.select(
        "phrase", "is_case_sensitive", pl.lit(kind).alias("kind"), entity_id=entity_id
    )
    return with_meaning(named, "phrase", "is_case_sensitive")


def with_meaning(frame: pl.DataFrame, *columns: str) -> pl.DataFrame:
    """The named columns and those of the meaning, null where the frame lacks them."""
    return frame.select(
        *columns,
        *(
            pl.col(name).cast(dtype) if name in frame.columns else pl.lit(None, dtype).alias(name)
            for name, dtype in MEANING.items()
        ),
    )


def as_spans(frame: pl.DataFrame) -> pl.DataFrame:
    """Spans of one finder as columns text_no, start, end, the meaning and rank."""
    rank = pl.col("kind").replace_strict(RANKS, default=OTHER_RANK, return_dtype=pl.Int32)
    return with_meaning(frame.with_columns(rank=rank), "text_no", "start", "end", "rank")


def from_article_offsets(spans: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """Places with offsets in their sentence instead of their article."""
    return spans.join(
        shaded.select("sentence_id", "text_no", "base"), on="sentence_id", maintain_order="left"
    ).with_columns(
        start=pl.col("start").cast(pl.Int64) - pl.col("base"),
        end=pl.col("end").cast(pl.Int64) - pl.col("base"),
        kind=pl.lit("place"),
    )


def find_punctuation(shaded: pl.DataFrame) -> pl.DataFrame:
    """Commas, brackets, quotation marks, colons and dashes that stand between words."""
    marks = PUNCTUATION["mark"].to_list()
    spaced = pl.col("folded").str.replace_many([" - ", "--"], [" ~ ", "~~"])
    folded = spaced.str.replace_all(HELD_OVER, "_$1").str.replace_all(GLUED_DASH, "${1},$2")
    hits = (
        shaded.select(
            "text_no",
            start=folded.str.find_many(marks),
            mark=folded.str.extract_many(marks),
        )
        .explode("start", "mark", empty_as_null=False)
        .with_columns(pl.col("start").cast(pl.Int64))
    )
    return hits.join(PUNCTUATION, on="mark", maintain_order="left").with_columns(
        end=pl.col("start") + 1
    )


def locate(spans: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """Spans with their article and sentence, offsets in the article and texts."""
    names = shaded.select("text_no", "article_id", "sentence_id", "base", "text")
    return (
        spans.join(names, on="text_no", how="left", maintain_order="left")
        .with_columns(
            text=pl.col("text").str.slice("start", pl.col("end") - pl.col("start")),
            start=(pl.col("base") + pl.col("start")).cast(pl.Int32),
            end=(pl.col("base") + pl.col("end")).cast(pl.Int32),
        )
        .drop("text_no", "base")
    )
