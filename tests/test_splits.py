"""Articles in any order, any batches and any number of threads end as the same files, byte by byte.

Through the text half, the linking and the SQL, a batch after the other, without Dagster.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.defs.days import made_with
from pipelines.outputs.exports import export_tables
from pipelines.settings import EXAMPLE_ARTICLES
from pipelines.storage.lake import Lake
from pipelines.storage.lexicons import lexicons_version
from pipelines.storage.publication import publish
from pipelines.storage.readers import read_documents
from pipelines.storage.refresh import refresh
from pipelines.storage.warehouse import Warehouse
from pipelines.transforms.events.dated_claims import date_claims
from pipelines.transforms.events.linking import link_events
from pipelines.transforms.events.reports import group_reports
from pipelines.transforms.lexicons import Lexicons
from schemas.registry import contract
from tests import chain
from tests.batches import bring
from tests.story_search import find_stories

# A capture, its denial, fighting and a recapture; one article has no date of its own.
ARTICLES = sorted(EXAMPLE_ARTICLES.glob("farkhar-*.txt"))


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of all articles in one batch."""
    return exported(tmp_path_factory.mktemp("at_once"), [ARTICLES])


def test_shuffled_batches_on_one_thread_give_the_same_files(
    at_once: dict[str, bytes], tmp_path: Path, one_thread: None
) -> None:
    draw = random.Random(3)
    shuffled = draw.sample(ARTICLES, len(ARTICLES))
    first, second = sorted(draw.sample(range(1, len(shuffled)), 2))
    found = exported(tmp_path, [shuffled[:first], shuffled[first:second], shuffled[second:]])
    assert sorted(found) == sorted(at_once)
    assert [name for name in found if found[name] != at_once[name]] == []
    assert len(found["marts.claim_evidence.csv"].splitlines()) > len(ARTICLES)


@pytest.fixture
def one_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every database that is opened has one thread."""
    connect = duckdb.connect

    def connect_with_one_thread(*arguments: object, **options: object) -> duckdb.DuckDBPyConnection:
        connection = connect(*arguments, **options)
        connection.execute("set threads = 1")
        return connection

    monkeypatch.setattr(duckdb, "connect", connect_with_one_thread)
    yield


def exported(home: Path, batches: Sequence[Sequence[Path]]) -> dict[str, bytes]:
    """What the exports hold of core and marts after some batches, each of which is published."""
    lake, lexicons = Lake(home / "lake"), chain.lexicons()
    version = made_with(lexicons_version(home / "lexicons"))
    for name, rows in vars(lexicons).items():
        lake.write(f"lexicon_{name}", rows)
    lake.write("baseline", contract("baseline").empty())
    build = Warehouse(home / "build.duckdb", lake)
    for number, batch in enumerate(batches, start=1):
        found = read_documents(batch, EXAMPLE_ARTICLES / "manifest.csv").documents
        bring(lake, f"2031-05-{number:02}", found, lexicons, version)
        link(lake, lexicons)
        refresh(build)
        publish(build.path, home / "warehouse.duckdb")
    files = export_tables(home / "warehouse.duckdb", home / "exports", ["csv"])["csv"]
    return {
        path.name: path.read_bytes() for path in files if path.stem.startswith(("core", "marts"))
    }


def link(lake: Lake, lexicons: Lexicons) -> None:
    """Stories, dated claims, reports and events of all that a lake holds."""
    articles, sentences, claims = (lake.read(name) for name in ("articles", "sentences", "claims"))
    links: pl.DataFrame = contract("links").empty()
    stories = find_stories(articles, lake.read("article_parts"), sentences, links)
    dated = date_claims(claims, stories, articles, sentences, lexicons)
    linked = vars(link_events(dated, lexicons, links))
    made = {"stories": stories, "dated_claims": dated, "reports": group_reports(dated), **linked}
    for name, rows in made.items():
        lake.write(name, rows)
