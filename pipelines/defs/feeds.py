"""Feeds: an optional source that fills the inbox. Without a feeds.csv it does nothing."""

from collections import Counter
from datetime import UTC, datetime

import dagster as dg
import polars as pl
from pydantic import create_model
from pydantic.fields import FieldInfo

from pipelines import settings
from pipelines.defs.metadata import as_markdown
from pipelines.defs.resources import HomeFolder
from pipelines.defs.stage_assets import materialize, table_spec
from pipelines.feeds.feed_list import read_feed_list
from pipelines.feeds.memory import FEED, REFUSED, as_frame, remembered

PREFIX = "feeds_"
SHOWN_REFUSALS = 50


def option(name: str, field: FieldInfo) -> tuple[type, FieldInfo]:
    """A setting as an option of the launchpad; what the environment says is its default."""
    return field.annotation, FieldInfo.merge_field_infos(
        field, default=getattr(settings.current(), name)
    )


FetchOptions = create_model(
    "FetchOptions",
    __base__=dg.Config,
    __doc__="The settings of a fetch, open to change for one run.",
    **{
        name: option(name, field)
        for name, field in settings.Settings.model_fields.items()
        if name.startswith(PREFIX)
    },
)


@dg.multi_asset(
    name="fetches",
    specs=[table_spec("fetches", [], "feeds", "python")],
    check_specs=[
        dg.AssetCheckSpec(
            "feeds_answer",
            asset="fetches",
            description="Every feed of feeds.csv could be read. A warning: the others were.",
        )
    ],
    pool="feeds",
)
def fetches(context: dg.AssetExecutionContext, config: FetchOptions, home_folder: HomeFolder):
    """Ask every feed for what is new, and put its articles into the inbox."""
    # Readers of feeds and pages take a third of a second to load, and only a fetch needs them.
    from pipelines.feeds.fetch import Fetch
    from pipelines.feeds.visitor import Visitor

    home = home_folder.home
    feeds = read_feed_list(home.feeds)
    chosen = settings.Settings.model_validate(config.model_dump())
    known = remembered(home_folder.lake.read("fetches"))
    now = datetime.now(UTC).replace(tzinfo=None)
    learned = Fetch(Visitor(chosen), home.inbox, known, now).run(feeds)
    for row in learned.values():
        if row.outcome == REFUSED:
            context.log.warning(f"{row.kind} {row.url}: {row.reason} - {row.detail}")
    news = as_frame(learned)
    result = materialize(home_folder, "fetches", as_frame(known | learned))
    yield result._replace(metadata={**result.metadata, **told(news, len(feeds))})
    yield feeds_answer(news)


def told(news: pl.DataFrame, n_feeds: int) -> dict[str, object]:
    """What a person wants to know of one fetch."""
    outcomes = Counter(news.select(pl.concat_str("kind", "outcome", separator=" ")).to_series())
    refused = news.filter(pl.col("outcome") == REFUSED).select("kind", "url", "reason", "detail")
    counts = {f"n {name}": count for name, count in sorted(outcomes.items())}
    shown = dg.MetadataValue.md(as_markdown(refused.head(SHOWN_REFUSALS)) or "none")
    return {"n feeds listed": n_feeds, **counts, "refused": shown}


def feeds_answer(news: pl.DataFrame) -> dg.AssetCheckResult:
    """Passed where no feed was refused; one that was stops nothing."""
    silent = news.filter((pl.col("kind") == FEED) & (pl.col("outcome") == REFUSED))
    lines = silent.select(pl.format("{}: {}", "url", "detail")).to_series().to_list()
    return dg.AssetCheckResult(
        asset_key="fetches",
        check_name="feeds_answer",
        passed=not lines,
        severity=dg.AssetCheckSeverity.WARN,
        description="; ".join(lines) or None,
        metadata={"n_failures": len(lines)},
    )


fetch_feeds = dg.define_asset_job(
    "fetch_feeds",
    selection=dg.AssetSelection.assets("fetches"),
    description="Read the feeds of feeds.csv into the inbox.",
)

every_hour = dg.ScheduleDefinition(
    name="every_hour",
    job=fetch_feeds,
    cron_schedule="20 * * * *",
    execution_timezone="UTC",
    description="Reads the feeds of feeds.csv into the inbox, at 20 past each hour (UTC).",
)
