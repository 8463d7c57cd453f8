"""Typed spans of sentences: actors, places, people, amounts, triggers, times, speakers, grammar."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.batches import in_batches
from pipelines.transforms.text.casualties.harmed_roles import turn_harmed_roles
from pipelines.transforms.text.grammar import matching
from pipelines.transforms.text.numbers.aged import turn_aged
from pipelines.transforms.text.numbers.quantities import find_quantities
from pipelines.transforms.text.parties.abbreviations import introduced_names
from pipelines.transforms.text.parties.actors import resolve_actors
from pipelines.transforms.text.parties.armed_looks import turn_armed
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
# What words for one armed person stand for: "rebel", "paramilitary", "militant".
ARMED = ("unidentified-armed-group", "generic-local-militia", "security-forces")
# Parts of numbers: they are mentions only as (part of) a quantity.
ATOMS = ("quantity", "qualifier")
# A dash typed for a comma ("two soldiers- guard killed"), and the hyphen of "pro- and anti-".
GLUED_DASH, HELD_OVER = r"([a-zA-Z0-9')])-( [a-zA-Z0-9])", r"-( (?:and|or|nor|to) )"
# The words of a gap; lone letters are what an apostrophe left behind.
GAP_WORD = r"[a-z0-9]{2,}|[0-9]"
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
    hits = matching.find_hits(shaded, phrases(lexicons))
    quantities = find_quantities(shaded, hits)
    reading = read_places(articles, read, lexicons, homes_of_parties(hits, shaded, lexicons))
    places = from_article_offsets(reading.places, shaded)
    spans = pl.concat(
        [
            as_spans(hits.filter(~pl.col("kind").is_in(ATOMS))),
            as_spans(introduced_names(hits, shaded)),
            as_spans(quantities),
            as_spans(places),
            as_spans(names_in_capitals(shaded, lexicons)),
            as_spans(find_punctuation(shaded)),
        ]
    )
    settled = join_adjectives(settle(spans))
    mentions = locate(turn_harmed_roles(number(settled, shaded)), shaded)
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


def settle(spans: pl.DataFrame) -> pl.DataFrame:
    """Spans that do not overlap; unknown places give way to everything but punctuation and
    the nouns that open their names ("Mount Hermon")."""
    is_unknown = (pl.col("kind") == "place") & pl.col("entity_id").is_null()
    names = spans.filter(is_unknown).select("text_no", "start")
    opening = names.join(
        spans.with_row_index("at").filter(pl.col("kind") == "place_noun"), on=["text_no", "start"]
    )
    spans = spans.with_row_index("at").filter(~pl.col("at").is_in(opening["at"].implode()))
    spans = spans.drop("at")
    placed = matching.place(spans)
    is_known = ~spans.select(is_unknown).to_series()
    known = matching.settled(placed.filter(is_known))
    unknown = matching.settled(placed.filter(~is_known))
    return spans[beside_known(known, unknown)["row"]]


def beside_known(known: pl.DataFrame, unknown: pl.DataFrame) -> pl.DataFrame:
    """The known spans with the unknown ones that overlap none of them, sorted. In and out: row,
    start and end, as matching.settled gives them."""
    spans = known.with_columns(is_known=True).merge_sorted(
        unknown.with_columns(is_known=False), key="start"
    )
    known_end = pl.when("is_known").then("end").cum_max().forward_fill()
    known_start = pl.when("is_known").then("start").backward_fill()
    is_free = (pl.col("start") >= known_end.fill_null(0)) & (
        pl.col("end") <= known_start.fill_null(2**62)
    )
    return spans.filter(pl.col("is_known") | is_free)


def join_adjectives(spans: pl.DataFrame) -> pl.DataFrame:
    """Words for an armed person are part of a name or noun right after, bodies of one, numbers of
    a party: 'the paramilitary RSF', 'a UN driver', 'the 4th Infantry Brigade'."""
    armed = (
        (pl.col("kind") == "people")
        & (pl.col("sense") == "sg")
        & pl.col("entity_id").is_in(ARMED)
        & pl.col("kind").shift(-1).is_in(["actor", "people"])
    )
    body = (
        (pl.col("kind") == "role")
        & (pl.col("sense") == "organisation")
        & (pl.col("kind").shift(-1) == "people")
    )
    numbered = (pl.col("sense") == "ordinal") & (pl.col("kind").shift(-1) == "actor")
    is_adjective = (
        (armed | body | numbered)
        & (pl.col("text_no").shift(-1) == pl.col("text_no"))
        & (pl.col("start").shift(-1) == pl.col("end") + 1)
    ).fill_null(False)
    is_joined = is_adjective.shift(1, fill_value=False)
    return spans.with_columns(
        start=pl.when(is_joined).then(pl.col("start").shift(1)).otherwise("start"),
        is_adjective=is_adjective,
    ).filter(~pl.col("is_adjective")).drop("is_adjective")  # fmt: skip


def number(spans: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """Spans with mention_no and words_before."""
    is_first = (pl.col("text_no") != pl.col("text_no").shift(1)).fill_null(True)
    row = pl.int_range(pl.len(), dtype=pl.Int32)
    gap_start = pl.when(is_first).then(0).otherwise(pl.col("end").shift(1))
    numbered = spans.with_columns(
        mention_no=(row - pl.when(is_first).then(row).forward_fill()).cast(pl.Int32),
        gap_start=gap_start,
        gap_length=pl.col("start") - gap_start,
    ).with_row_index("row")
    gaps = numbered.filter(pl.col("gap_length") > 1).join(
        shaded.select("text_no", "shadow"), on="text_no", maintain_order="left"
    )
    words = gaps.select(
        "row",
        words_before=pl.col("shadow")
        .str.slice("gap_start", "gap_length")
        .str.count_matches(GAP_WORD)
        .cast(pl.Int32),
    )
    counted = numbered.join(words, on="row", how="left", maintain_order="left").with_columns(
        pl.col("words_before").fill_null(0)
    )
    read = count_killed(count_methods(counted)).drop("row", "gap_start", "gap_length")
    return turn_armed(turn_aged(read, shaded), shaded)


def count_methods(spans: pl.DataFrame) -> pl.DataFrame:
    """A way of attack right after its number is a unit: 'three airstrikes' are no three people.

    Attacks stay attacks, weapons ('two car bombs') are things that happened.
    """
    is_counted = (
        (pl.col("kind") == "method")
        & (pl.col("kind").shift(1) == "quantity").fill_null(False)
        & (pl.col("mention_no") > 0)
        & (pl.col("words_before") == 0)
    )
    return spans.with_columns(
        kind=pl.when(is_counted).then(pl.lit("unit")).otherwise("kind"),
        sense=pl.when(is_counted & (pl.col("voice") == "event"))
        .then(pl.lit("attack"))
        .when(is_counted)
        .then(pl.lit("happening"))
        .otherwise("sense"),
    )


def count_killed(spans: pl.DataFrame) -> pl.DataFrame:
    """Behind a number, KIA is no army of Kachin: 'two KIA, five WIA' are dead and wounded."""
    is_counted = (
        (pl.col("kind") == "actor")
        & (pl.col("entity_id") == "kia")
        & (pl.col("kind").shift(1) == "quantity")
        & (pl.col("mention_no") > 0)
        & (pl.col("words_before") == 0)
    ).fill_null(False)
    return spans.with_columns(
        kind=pl.when(is_counted).then(pl.lit("trigger")).otherwise("kind"),
        sense=pl.when(is_counted).then(pl.lit("killed")).otherwise("sense"),
        voice=pl.when(is_counted).then(pl.lit("died")).otherwise("voice"),
        entity_id=pl.when(~is_counted).then("entity_id"),
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
