"""When: gives each anchor (a trigger in a sentence) the time its text states, or carries over."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.times.calendar_spans import with_calendar
from pipelines.transforms.text.times.carried_times import (
    KEYS,
    carried_times,
    in_months,
    quote_times,
)
from pipelines.transforms.text.times.day_headings import days_of_headings
from pipelines.transforms.text.times.deeds import (
    described,
    find_deeds,
    find_ground,
    find_takers,
)
from pipelines.transforms.text.times.given_times import FIELDS
from pipelines.transforms.text.times.known_days import (
    from_saying,
    with_year_before,
    without_year,
)
from pipelines.transforms.text.times.own_day import (
    days_of_entries,
    days_of_hours,
    days_of_news,
    goes_on,
)
from pipelines.transforms.text.times.own_times import own_times, with_form
from pipelines.transforms.text.times.placed_times import place_times
from pipelines.transforms.text.times.spans import find_times
from pipelines.transforms.text.times.story_days import story_days, with_charges
from pipelines.transforms.text.times.time_frames import CLAUSE
from pipelines.transforms.text.times.told_after import told_after
from pipelines.transforms.text.times.told_days import GROUND, PLAN_REACH, lead_days
from schemas.text import TIME_FIELDS


def date_anchors(
    anchors: pl.DataFrame,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    lexicons: Lexicons,
    reference: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """One row per anchor: anchor_id and TIME_FIELDS.

    anchors: anchor_id, article_id, sentence_id, anchor_start, anchor_end. date_basis is `stated`
    (a time of its own clause), `said` (the time of the saying), `carried` (from the sentences
    before it in the paragraph, the introduction of a quotation or list, or a headline's lead),
    `none` (only a future time, or the month of something else) or `reference` (nothing said).
    reference: article_id and reference_on; a date with a year is no day of a story unless it is
    that year.
    """
    near = sentences.filter(pl.col("article_id").is_in(anchors["article_id"].unique().implode()))
    spans = read_spans(near, lexicons, reference)
    times = place_times(spans, near, mentions)
    if reference is not None:
        times = from_saying(times, reference)
    own, near_by = times_near_by(anchors, near, mentions, times, reference)
    elsewhen = told_elsewhen(anchors, times, own)
    story = times_of_story(
        anchors.join(elsewhen, on="anchor_id", how="anti", maintain_order="left"),
        near,
        mentions,
        times if reference is None else without_year(times, reference),
        near_by,
        lexicons,
    )
    known = instead(near_by.drop("is_said"), story)
    known = instead(known, goes_on(anchors, near, known))
    known = pl.concat([known, days_of_hours(anchors, spans, known)])
    dated = pl.concat([known, days_of_news(anchors, near, mentions, spans, known)])
    undated = pl.concat([future_times(anchors, times), elsewhen, charges(anchors, near)])
    return (
        anchors.select("anchor_id")
        .join(dated, on="anchor_id", how="left", maintain_order="left")
        .join(undated.unique("anchor_id"), on="anchor_id", how="left", maintain_order="left")
        .with_columns(
            pl.col("is_since").fill_null(False),
            date_basis=pl.coalesce(
                "date_basis",
                pl.when("takes_none").then(pl.lit("none")),
                pl.lit("reference"),
            ),
        )
        .select("anchor_id", *TIME_FIELDS)
    )


def read_spans(
    sentences: pl.DataFrame, lexicons: Lexicons, reference: pl.DataFrame | None
) -> pl.DataFrame:
    """The times that sentences tell, as spans.find_times gives them; years by the reference."""
    spans = find_times(sentences, lexicons)
    if reference is not None:
        spans = with_year_before(with_calendar(spans, reference, lexicons), reference)
    return spans.filter(pl.col("sense") != "period")


def times_near_by(
    anchors: pl.DataFrame,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    times: pl.DataFrame,
    reference: pl.DataFrame | None,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The times of the anchors' own clauses, and all that the text around them gives: anchor_id,
    FIELDS, date_basis, is_said."""
    own = own_times(anchors, mentions, times)
    # Bodies found on a day of their own take no other day of the story.
    found = own.filter("is_found")["anchor_id"].implode()
    own = own.drop("is_found")
    after = told_after(anchors, sentences, times, own)
    own = own.join(after, on="anchor_id", how="anti", maintain_order="left")
    carried = carried_times(anchors, sentences, times, own, reference)
    carried = not_of_nouns(carried, anchors, mentions)
    carried = pl.concat(
        [after, carried.join(after, on="anchor_id", how="anti", maintain_order="left")],
        how="diagonal",
    ).select(carried.columns)
    own = said_instead(own, carried, anchors, mentions, times)
    quoted = quote_times(anchors, sentences, pl.concat([whole(own), carried.drop("is_said")]))
    near_by = pl.concat([with_said(whole(own)), carried, with_said(quoted)], how="vertical").select(
        "anchor_id",
        *FIELDS,
        "date_basis",
        is_said=pl.col("is_said") & ~pl.col("anchor_id").is_in(found),
    )
    for rows in (
        days_of_headings(anchors, sentences, times, near_by.drop("is_said")),
        days_of_entries(anchors, sentences, near_by.drop("is_said")),
    ):
        near_by = pl.concat([near_by, rows.with_columns(is_said=pl.lit(False))])
    return own, near_by


def instead(known: pl.DataFrame, better: pl.DataFrame) -> pl.DataFrame:
    """The times known, but for anchors that have a better one."""
    kept = known.join(better, on="anchor_id", how="anti", maintain_order="left")
    return pl.concat([kept, better.select(known.columns)])


def said_instead(
    own: pl.DataFrame,
    carried: pl.DataFrame,
    anchors: pl.DataFrame,
    mentions: pl.DataFrame,
    times: pl.DataFrame,
) -> pl.DataFrame:
    """The own times; 'earlier in the day' behind no day that it could count from leaves the day of
    the saying: "Earlier in the day they fired, the army said on Monday"."""
    lost = own.filter(pl.col("time_kind").is_null(), pl.col("shift").is_not_null())
    lost = lost.join(carried, on="anchor_id", how="anti", maintain_order="left")
    if lost.is_empty():
        return own
    asked = anchors.join(
        lost.select("anchor_id"), on="anchor_id", how="semi", maintain_order="left"
    )
    said = own_times(asked, mentions, times.filter(pl.col("sense") != "shift")).drop("is_found")
    return instead(own, said)


def not_of_nouns(
    carried: pl.DataFrame, anchors: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """The carried times without days of a saying for nouns: who speaks of 'the murder of' two
    judges a month later does not date it."""
    nouns = with_form(anchors, mentions).filter("is_noun").select("anchor_id", is_noun=True)
    marked = carried.join(nouns, on="anchor_id", how="left", maintain_order="left")
    return marked.filter(~(pl.col("is_said") & pl.col("is_noun").fill_null(False))).drop("is_noun")


def times_of_story(
    anchors: pl.DataFrame,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    times: pl.DataFrame,
    dated: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """Days of the story for deeds that have no time yet, or that of a saying only."""
    violence = find_deeds(mentions, lexicons)
    deeds = pl.concat([violence, find_ground(mentions).select(violence.columns)])
    unreal = pl.concat([planned_deeds(deeds, mentions), described(mentions, sentences)])
    real = deeds.join(unreal, on="anchor_id", how="anti", maintain_order="left")
    told = real.join(own_times(real, mentions, times), on="anchor_id")
    harms = told.filter(pl.col("deed") != GROUND)
    told = pl.concat([told, lead_days(harms, times, mentions)], how="diagonal")
    takers = find_takers(anchors, violence, mentions, dated).join(
        in_months(times), on="sentence_id", how="anti", maintain_order="left"
    )
    return story_days(takers, told, sentences, mentions, lexicons)


def planned_deeds(deeds: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Deeds that words of a plan stand shortly before: anchor_id."""
    plans = mentions.filter(pl.col("kind") == "plan").select("sentence_id", plan_end="end")
    reach = pl.col("anchor_start") - pl.col("plan_end")
    return (
        deeds.join(plans, on="sentence_id")
        .filter(reach.is_between(0, PLAN_REACH))
        .select("anchor_id")
        .unique(maintain_order=True)
    )


def with_said(dated: pl.DataFrame) -> pl.DataFrame:
    """The times with is_said: they are those of a saying."""
    return dated.with_columns(is_said=pl.col("date_basis") == "said")


def whole(dated: pl.DataFrame) -> pl.DataFrame:
    """The rows whose time names a day or a span by itself, unlike 'the next day'."""
    return dated.filter(pl.col("time_kind").is_not_null()).drop("shift")


def future_times(anchors: pl.DataFrame, times: pl.DataFrame) -> pl.DataFrame:
    """Anchors that a time ahead follows in their clause: anchor_id, takes_none."""
    gap = pl.col("text").str.slice(
        pl.col("anchor_end") - pl.col("base"), (pl.col("start") - pl.col("anchor_end")).clip(0)
    )
    is_day = ~pl.col("time_text").str.contains(r"(?i)^(?:ahead of|before|prior to|soon)")
    return (
        anchors.select(KEYS)
        .join(
            times.filter((pl.col("voice") == "future") & is_day).drop("article_id"),
            on="sentence_id",
        )
        .filter((pl.col("start") >= pl.col("anchor_end")) & ~gap.str.contains(CLAUSE))
        .select("anchor_id", takes_none=True)
        .unique(maintain_order=True)
    )


def charges(anchors: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Anchors of what somebody is arrested or tried for, which take no day of that: anchor_id,
    takes_none."""
    told = with_charges(anchors.select(KEYS), sentences)
    return told.filter("is_charge").select("anchor_id", takes_none=True)


def told_elsewhen(anchors: pl.DataFrame, times: pl.DataFrame, own: pl.DataFrame) -> pl.DataFrame:
    """Anchors of another time than the story's, which take no day of it: told with a month or a
    year, or some days from a day that is not told. anchor_id, takes_none."""
    shifted = own.filter(pl.col("time_kind").is_null(), pl.col("shift").abs() > 0).select(
        "anchor_id"
    )
    dated = own.filter(pl.col("time_kind").is_not_null()).select("anchor_id")
    of_month = (
        anchors.join(in_months(times.filter(~pl.col("is_sub"))), on="sentence_id", how="semi")
        .join(dated, on="anchor_id", how="anti")
        .select("anchor_id")
    )
    return pl.concat([shifted, of_month]).unique().select("anchor_id", takes_none=True)
