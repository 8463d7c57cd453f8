"""Contracts of the text half, documents to claims: one article at a time, on any machine.

Every `start` and `end` is a half-open character (not byte) offset into `articles.text`.
"""

from typing import Annotated

import pandera.polars as pa
import polars as pl

from schemas import vocab
from schemas.base import Table


class Documents(Table):
    """One row per record found in the input: a file, or a line of a JSON Lines, CSV or Parquet."""

    document_id: str = pa.Field(
        unique=True, str_matches=vocab.HEX_ID, description="Hash of location and article_id."
    )
    article_id: str = pa.Field(
        str_matches=vocab.HEX_ID, description="First 16 hex digits of sha256 of the stored text."
    )
    location: str = pa.Field(
        description="Where the record was read: absolute path, then #record number in a list file."
    )
    uri: str = pa.Field(
        description="What people see: the record's or manifest's url, else the path below the input"
    )
    external_id: str = pa.Field(
        nullable=True, description="The input's own id, else the file stem."
    )
    title: str = pa.Field(nullable=True, description="Title given by record, manifest or HTML.")
    publisher: str = pa.Field(nullable=True, description="Source named by record, manifest, HTML.")
    published_at: str = pa.Field(nullable=True, description="Date as given, not yet read.")
    language: str = pa.Field(nullable=True, description="Language as given, ISO 639-1.")
    is_current: bool = pa.Field(description="False where the same location now holds another text.")
    text: str = pa.Field(description="The stored text; all offsets of later stages point into it.")


class Articles(Table):
    """One row per distinct text: the articles of the current documents."""

    article_id: str = pa.Field(unique=True, str_matches=vocab.HEX_ID)
    external_id: str = pa.Field(nullable=True)
    uri: str
    title: str = pa.Field(nullable=True, description="As printed, without the outlet's name.")
    publisher: str = pa.Field(nullable=True, description="Outlet as known; a name or a domain.")
    language: str = pa.Field(nullable=True, description="ISO 639-1; null where it cannot be told.")
    published_on: pl.Date = pa.Field(nullable=True, description="Day of publication, if known.")
    published_on_method: str = pa.Field(isin=["metadata", "dateline", "text", "unknown"])
    reference_on: pl.Date = pa.Field(
        nullable=True, description="Day that the article's relative dates count from."
    )
    reference_on_method: str = pa.Field(
        isin=["published", "text", "unknown"],
        description="published = published_on; text = narrowed from dates and weekdays named.",
    )
    text: str


class ArticleParts(Table):
    """One row per part (paragraph, line or box) of an article; together they cover its text."""

    part_id: str = pa.Field(unique=True, description="<article_id>.p<part_no>")
    article_id: str = pa.Field(str_matches=vocab.HEX_ID)
    part_no: pl.Int32 = pa.Field(ge=0)
    start: pl.Int32 = pa.Field(ge=0)
    end: pl.Int32 = pa.Field(ge=0)
    kind: str = pa.Field(isin=vocab.PART_KINDS)
    is_read: bool = pa.Field(description="True where claims may come from it.")
    rule_id: str = pa.Field(nullable=True, description="Rule that gave the kind; null for body.")


class Sentences(Table):
    """One row per sentence of a part that is read."""

    sentence_id: str = pa.Field(unique=True, description="<article_id>.<sentence_no, 4 digits>")
    article_id: str = pa.Field(str_matches=vocab.HEX_ID)
    sentence_no: pl.Int32 = pa.Field(ge=0, description="Counts through the article.")
    part_no: pl.Int32 = pa.Field(ge=0)
    start: pl.Int32 = pa.Field(ge=0)
    end: pl.Int32 = pa.Field(gt=0)
    is_title: bool
    quote_no: pl.Int32 = pa.Field(
        nullable=True,
        description="Quotation that covers the sentence's start or most of it; counts through the "
        "article, the same number while one speaker goes on. Null outside quotations.",
    )
    quote_start: pl.Int32 = pa.Field(nullable=True, description="Start of the quoted span in it.")
    quote_end: pl.Int32 = pa.Field(nullable=True)
    has_trigger: bool = pa.Field(description="False where the prefilter found nothing to read.")
    text: str


class ArticleSketches(Table):
    """One row per article: its words as hashes, so that finding stories reads no text again.

    The lists of quotations run beside each other.
    """

    day: pl.Date = pa.Field(nullable=True, description="published_on, else reference_on.")
    article_id: str = pa.Field(unique=True, str_matches=vocab.HEX_ID)
    content: pl.UInt64 = pa.Field(description="Another number where the body is another text.")
    sentence_keys: Annotated[pl.List, pl.UInt64()] = pa.Field(
        description="The body's sentences of six words or more, as bare words."
    )
    bands: Annotated[pl.List, pl.UInt64()] = pa.Field(
        description="The body's sketch (MinHash over runs of five words), band by band."
    )
    told: Annotated[pl.List, pl.UInt64()] = pa.Field(
        description="Stems of the body's words, once a sentence: 32 bits of the stem's hash, then "
        "31 of sentence_no, then 1 where it stands inside the sentence's quotation alone."
    )
    quotes: Annotated[pl.List, pl.UInt64()] = pa.Field(
        description="Quoted passages of eight words or more, as bare words."
    )
    quote_words: Annotated[pl.List, pl.Int32()] = pa.Field(description="Words of each passage.")
    quote_days_after: Annotated[pl.List, pl.Int32()] = pa.Field(
        description="1 where the passage is told as of yesterday, else 0."
    )


class Mentions(Table):
    """One row per typed span of a sentence; spans of a sentence never overlap."""

    mention_id: str = pa.Field(unique=True, description="<sentence_id>.<start>-<end>")
    article_id: str = pa.Field(str_matches=vocab.HEX_ID)
    sentence_id: str
    mention_no: pl.Int32 = pa.Field(ge=0, description="Order within the sentence, from 0.")
    start: pl.Int32 = pa.Field(ge=0)
    end: pl.Int32 = pa.Field(gt=0)
    words_before: pl.Int32 = pa.Field(
        ge=0, description="Words of no kind between the mention before (or the start) and this."
    )
    kind: str = pa.Field(isin=vocab.MENTION_KINDS)
    sense: str = pa.Field(
        nullable=True, description="What the word says, by kind: harm, change, stance, number form."
    )
    voice: str = pa.Field(nullable=True, description="Grammatical form of a trigger.")
    entity_id: str = pa.Field(
        nullable=True, description="actor_id, location_id, source_id; null where unresolved."
    )
    value_low: pl.Int64 = pa.Field(nullable=True, ge=0)
    value_best: pl.Int64 = pa.Field(nullable=True, ge=0)
    value_high: pl.Int64 = pa.Field(nullable=True, ge=0)
    text: str


TIME_FIELDS = (
    "time_kind", "time_year", "time_month", "time_day", "time_day_end", "time_weekday",
    "time_weekday_end", "time_days_start", "time_days_end", "is_since", "time_text", "date_basis",
)  # fmt: skip


class Claims(Table):
    """One row per assertion in an article, usable or not; its dates still relative."""

    claim_id: str = pa.Field(unique=True, str_matches=vocab.HEX_ID)
    article_id: str = pa.Field(str_matches=vocab.HEX_ID)
    sentence_id: str
    claim_type: str = pa.Field(isin=vocab.CLAIM_TYPES)
    # where
    location_id: str = pa.Field(nullable=True)
    location_text: str = pa.Field(nullable=True, description="Place as written.")
    where_precision: str = pa.Field(isin=vocab.WHERE_PRECISIONS)
    n_places: pl.Int32 = pa.Field(
        nullable=True, ge=1, description="Unnamed places counted ('three districts'); else null."
    )
    # who
    initiator_actor_id: str = pa.Field(nullable=True)
    target_actor_id: str = pa.Field(nullable=True)
    victim_actor_id: str = pa.Field(nullable=True, description="Who suffered; null if unstated.")
    from_actor_id: str = pa.Field(nullable=True)
    to_actor_id: str = pa.Field(nullable=True)
    sides_basis: str = pa.Field(isin=vocab.SIDES_BASES)
    # what
    change_type: str = pa.Field(nullable=True, isin=vocab.CHANGE_TYPES)
    sub_event_type: str = pa.Field(
        nullable=True, description="Key of event_types, if the text says"
    )
    harm: str = pa.Field(nullable=True, isin=vocab.HARMS)
    qualifier: str = pa.Field(nullable=True, isin=vocab.QUALIFIERS)
    value_low: pl.Int64 = pa.Field(nullable=True, ge=0)
    value_best: pl.Int64 = pa.Field(nullable=True, ge=0)
    value_high: pl.Int64 = pa.Field(nullable=True, ge=0)
    out_of: pl.Int64 = pa.Field(nullable=True, ge=0, description="M of 'N of M districts'.")
    value_text: str = pa.Field(nullable=True, description="Amount as written, with qualifier.")
    unit: str = pa.Field(nullable=True, description="people, fighters, district, province ...")
    is_subset: bool
    subset_of_claim_id: str = pa.Field(nullable=True)
    is_cumulative: bool
    # when, relative to the article's reference date
    time_kind: str = pa.Field(nullable=True, isin=vocab.TIME_KINDS)
    time_year: pl.Int32 = pa.Field(nullable=True)
    time_month: pl.Int32 = pa.Field(nullable=True, ge=1, le=12)
    time_day: pl.Int32 = pa.Field(nullable=True, ge=1, le=31)
    time_day_end: pl.Int32 = pa.Field(nullable=True, ge=1, le=31, description="'3 and 4 May'")
    time_weekday: pl.Int32 = pa.Field(nullable=True, ge=1, le=7, description="ISO, Monday = 1.")
    time_weekday_end: pl.Int32 = pa.Field(
        nullable=True, ge=1, le=7, description="'Sunday and Monday'"
    )
    time_days_start: pl.Int32 = pa.Field(nullable=True, description="Days from the reference date.")
    time_days_end: pl.Int32 = pa.Field(nullable=True, description="Days from the reference date.")
    is_since: bool = pa.Field(description="True: from the date named until the reference date.")
    time_text: str = pa.Field(nullable=True)
    date_basis: str = pa.Field(isin=vocab.DATE_BASES)
    day_seq: pl.Int32 = pa.Field(nullable=True, ge=1, description="Order within its day, if told.")
    # who says so
    claimant_id: str = pa.Field(nullable=True, description="Null: the article's own voice.")
    claimant_name: str = pa.Field(nullable=True)
    claimant_type: str = pa.Field(isin=vocab.CLAIMANT_TYPES)
    claimant_actor_id: str = pa.Field(nullable=True, description="Party that the claimant is of.")
    via_claimant_id: str = pa.Field(nullable=True, description="Who passed it on.")
    via_claimant_name: str = pa.Field(nullable=True)
    via_claimant_type: str = pa.Field(nullable=True, isin=vocab.CLAIMANT_TYPES)
    claimant_basis: str = pa.Field(isin=vocab.CLAIMANT_BASES)
    assertion: str = pa.Field(isin=vocab.ASSERTIONS)
    # where it stands
    evidence_start: pl.Int32 = pa.Field(ge=0)
    evidence_end: pl.Int32 = pa.Field(gt=0)
    evidence_text: str
    rule_id: str
    reject_reason: str = pa.Field(nullable=True, isin=vocab.REJECT_REASONS)
