"""Which capitalised words spell a place, a people, an outlet or a party: longest name first."""

import polars as pl

from pipelines.transforms.text.places.gazetteer import (
    NAMING_NOUN,
    UNIT_NOUN,
    Gazetteer,
    rule_keys,
)
from pipelines.transforms.text.places.guards import FUNCTION_WORDS, ORGANISATION_AFTER
from pipelines.transforms.text.places.keys import COUNTRIES_BY_FAMILY
from pipelines.transforms.text.places.words import LONGEST_NAME, SPAN_COLUMNS, name_spans

# What stands in the town that it is called after.
FACILITY_AFTER = (
    r"^\s+(?:(?:International|Central|Military|Civil|Civilian|National|General|State|Main|Regional|"
    r"Provincial|Teaching|Medical|Children's|Maternity|Air|Naval|Railway|Train|Bus|Power|Oil)\s+)*"
    r"(?:Airport|Airfield|Airbase|Base|University|Hospital|Prison|Jail|Barracks|Dam|Harbou?r|"
    r"Refinery|Plant|(?:Railway|Train|Bus|Central) Station|Crossing|(?:High|Supreme|District|"
    r"Sessions) Court|Stadium|Market|Bazaar|Cathedral|Cantonment|"
    r"Local Government(?: Areas?)?)(?:[^\p{L}]|$)"
)
# "Niger state"; "Niger state television" is that of a country.
UNIT_AFTER = rf"^\s({UNIT_NOUN})(?:[^\p{{L}}-]|$)"
UNIT_BEFORE = rf"(?:^|\s)({UNIT_NOUN})\sof\s(?:the\s)?$"
NO_UNIT_AFTER = (
    r"^\sstate\s(?:television|tv|radio|media|news|broadcaster|forces|troops|army|visit|oil|house|"
    r"run|owned)(?:[^\p{L}]|$)"
)
SIDE = 60
# "Al-Raqqa", "Ar-Raqqa"
ARTICLE = r"^(?:al|ar|ash|az) "
NOUN_BEFORE = rf"(?i)(?:^|[^\p{{L}}])((?:{NAMING_NOUN})\s+of\s+(?:the\s+)?)$"
NOUN_AFTER = rf"(?i)^((?:['’]s)?\s+(?:{NAMING_NOUN}))(?:[^\p{{L}}-]|$)"
# "the Somali capital, Mogadishu" tells the name itself; money is capital too.
NO_NAME_AFTER = (
    r"^['’\p{L}\s]+?(?i:capital|countryside)(?:,?\s+(?i:city\s+)?(?:of\s+)?\p{Lu}\p{Ll}|\s+(?i:"
    r"punishment|flows?|outflows?|markets?|gains|investments?|controls?|spending|goods|account))"
)
HIT_KEYS = ["article_id", "sentence_id", "word_no", "n_words", "start", "end"]


def find_hits(words: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """One row per name found: HIT_KEYS, key, is_exact, what (place, demonym or name).

    Names of outlets and parties (what = name) shield the places inside them. The Arabic article
    counts for nothing where no listed spelling has it.
    """
    spans = with_unit_nouns(name_spans(words, gazetteer.first_tokens), words, gazetteer.units)
    exact = spans.join(gazetteer.known, on="key", maintain_order="left")
    without_article = (
        spans.filter(pl.col("key").str.contains(ARTICLE))
        .join(exact, on=["word_no", "n_words"], how="anti")
        .with_columns(pl.col("key").str.replace(ARTICLE, ""))
        .join(gazetteer.known, on="key", maintain_order="left")
    )
    exact = pl.concat([exact, without_article]).with_columns(pl.lit(True).alias("is_exact"))
    by_rule = hits_by_rule(words, exact, gazetteer)
    return longest_first(pl.concat([exact, by_rule.select(exact.columns)]), words)


def with_unit_nouns(spans: pl.DataFrame, words: pl.DataFrame, units: pl.DataFrame) -> pl.DataFrame:
    """Names that mean a unit only with the noun beside them get the key of both: "Niger state",
    "the state of Guerrero"."""
    ahead = words.select(pl.col("word_no") + 1, ahead="gap_after")
    named = (
        spans.join(units, on="key")
        .with_columns(last_no=pl.col("word_no") + pl.col("n_words") - 1)
        .join(words.select(last_no="word_no", gap="gap_after"), on="last_no")
        .join(ahead, on="word_no", how="left")
        .with_columns(
            said=pl.coalesce(
                pl.col("gap").str.extract(UNIT_AFTER), pl.col("ahead").str.extract(UNIT_BEFORE)
            )
        )
        .filter(
            pl.col("said") == pl.coalesce("noun", "said"),
            ~pl.col("gap").str.contains(NO_UNIT_AFTER),
        )
        .select("word_no", "n_words", "whole")
    )
    return spans.join(
        named, on=["word_no", "n_words"], how="left", maintain_order="left"
    ).select(*SPAN_COLUMNS[:-1], key=pl.coalesce("whole", "key"))  # fmt: skip


def hits_by_rule(words: pl.DataFrame, exact: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Names that a spelling rule makes one with a listed name of a country of its family.

    It counts only in articles that name the country itself, its people or its largest places.
    """
    told = families_told(exact, gazetteer)
    named = words.join(told, on="article_id", how="semi", maintain_order="left").filter(
        ~pl.col("plain").is_in(FUNCTION_WORDS)
    )
    spans = name_spans(named).join(
        exact, on=["word_no", "n_words"], how="anti", maintain_order="left"
    )
    found = []
    for family in COUNTRIES_BY_FAMILY:
        articles = told.filter(pl.col("family") == family)
        own = spans.join(articles, on="article_id", how="semi", maintain_order="left")
        spellings = own.select("key", location_id="key").unique("key")
        keyed = rule_keys(spellings, family).join(gazetteer.rule_keys, on="key", how="semi")
        found.append(own.join(keyed.select(key="location_id", rule_key="key"), on="key"))
    return (
        pl.concat(found)
        .sort("word_no", "n_words", "rule_key")
        .unique(["word_no", "n_words"], keep="first", maintain_order=True)
        .with_columns(
            pl.col("rule_key").alias("key"),
            pl.lit("place").alias("what"),
            pl.lit(False).alias("is_exact"),
        )
    )


def families_told(exact: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """One row per article and family of countries that it names: article_id, family."""
    hits = exact.select("article_id", "key").unique()
    listed = gazetteer.names.filter("is_exact").select("key", "location_id")
    largest = (
        hits.select("key")
        .unique()
        .join(listed, on="key")
        .join(gazetteer.places, on="location_id")
        .with_columns(is_country=pl.col("location_type") == "country")
        .sort("key", "is_country", "size", "location_id", descending=[False, True, True, False])
        .unique("key", keep="first", maintain_order=True)
        .select("key", "country_id")
    )
    families = pl.DataFrame(
        [(country, family) for family, own in COUNTRIES_BY_FAMILY.items() for country in own],
        schema=["country_id", "family"],
        orient="row",
    )
    return (
        hits.join(pl.concat([largest, gazetteer.demonyms]), on="key")
        .join(families, on="country_id")
        .select("article_id", "family")
        .unique()
    )


def longest_first(hits: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """Keep of overlapping names the longest, of equally long ones the first."""
    best = (
        hits.sort("word_no", "n_words", "is_exact", "key", descending=[False, True, True, False])
        .unique("word_no", keep="first", maintain_order=True)
        .sort("word_no")
    )
    lengths = (
        words.select("word_no")
        .join(best.select("word_no", "n_words"), on="word_no", how="left", maintain_order="left")
        .select("word_no", pl.col("n_words").fill_null(0))
    )
    length = pl.col("n_words")
    beaten = pl.lit(False)
    for step in range(1, LONGEST_NAME):
        before, after = length.shift(step).fill_null(0), length.shift(-step).fill_null(0)
        beaten = beaten | ((before > step) & (before >= length))
        beaten = beaten | ((length > step) & (after > length))
    kept = lengths.filter((length > 0) & ~beaten).select("word_no")
    return best.join(kept, on="word_no", how="semi", maintain_order="left")


def with_longer_names(hits: pl.DataFrame, words: pl.DataFrame, free: pl.DataFrame) -> pl.DataFrame:
    """Add is_part (a listed word inside a longer unlisted name) and is_surname to hits.

    free: words that mean nothing to the lexicon. "Kabul Bank" and "Ras al-Ayn" are names of their
    own; "Rahim Farah" makes Farah a surname throughout its article. "Kabul International Airport"
    does tell a place.
    """
    after = pl.col("text").str.slice(pl.col("end"), SIDE)
    run_on = words.join(hits, on="word_no", how="semi").select(
        "word_no",
        "is_run_on",
        (after.str.contains(FACILITY_AFTER) | after.str.contains(ORGANISATION_AFTER)).alias(
            "is_site"
        ),
    )
    before = free.filter("is_run_on").select(
        pl.col("word_no") + 1, pl.lit(True).alias("is_after_free")
    )
    after = free.select(pl.col("word_no") - 1, pl.lit(True).alias("is_before_free"))
    hits = hits.join(run_on, on="word_no", how="left", maintain_order="left")
    for side in (before, after):
        hits = hits.join(side, on="word_no", how="left", maintain_order="left")
    is_single = (pl.col("what") == "place") & (pl.col("n_words") == 1)
    after_free = is_single & pl.col("is_after_free").fill_null(False)
    before_free = is_single & pl.col("is_before_free").fill_null(False) & pl.col("is_run_on")
    before_free &= ~pl.col("is_site").fill_null(False)
    return hits.with_columns(
        (after_free | before_free).alias("is_part"),
        after_free.any().over("article_id", "key").alias("is_surname"),
    ).drop("is_before_free", "is_after_free", "is_run_on", "is_site")


def with_noun_names(spans: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Let names and peoples take in a noun beside them where the gazetteer lists both as a name.

    spans: hits with the text of their sentence. Listed as "somali capital", for either wording.
    """
    before = pl.col("text").str.slice(0, pl.col("start")).str.slice(-SIDE).str.extract(NOUN_BEFORE)
    right = pl.col("text").str.slice(pl.col("end"), SIDE)
    after = pl.when(~right.str.contains(NO_NAME_AFTER)).then(right.str.extract(NOUN_AFTER))
    is_name = pl.col("what").is_in(["place", "demonym", "unknown"])
    noun = pl.coalesce("before", "after").str.to_lowercase().str.extract(rf"({NAMING_NOUN})")
    spans = spans.with_columns(
        pl.when(is_name).then(before).alias("before"), pl.when(is_name).then(after).alias("after")
    ).with_columns(pl.format("{} {}", "key", noun).alias("whole"))
    taken = pl.col("whole").is_in(gazetteer.naming.implode()).fill_null(False)

    def length(side: str) -> pl.Expr:
        return pl.when(taken).then(pl.col(side).str.len_chars()).fill_null(0).cast(pl.Int64)

    is_before = pl.col("before").is_not_null()
    return spans.with_columns(
        pl.when(taken).then("whole").otherwise("key").alias("key"),
        pl.when(taken).then(pl.lit("place")).otherwise("what").alias("what"),
        (pl.col("is_exact") | taken).alias("is_exact"),
        (pl.col("start") - length("before")).alias("start"),
        (pl.col("end") + pl.when(is_before).then(0).otherwise(length("after"))).alias("end"),
    ).drop("before", "after", "whole")
