"""The relational half over invented claims: python -m tests.benchmarks.bench_ledger

Prints seconds of processor time and peak memory of the ledger over territory claims alone, and of
the whole SQL build (core and marts, through the door) over reports of all kinds, at a size and at
twice that size in twice the years, and their ratio. Each build has a process of its own.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import duckdb
import polars as pl

from pipelines.storage.door import enforce
from pipelines.storage.lake import Lake
from pipelines.storage.lexicons import read_lexicons
from pipelines.storage.sql_models import table_models, with_reads
from pipelines.storage.warehouse import begin_schemas, show_lake
from pipelines.transforms.events.linking import link_events
from pipelines.transforms.events.reports import group_reports
from schemas.registry import contract, contracts
from tests.benchmarks.made_claims import TEXT, made_claims
from tests.sql.builders import STAGE_TABLES, store

LEDGER = ("core.fact_territory_control",)
# 400,000 reports, three in ten of them of territory, cover ten years; twice as many, twenty.
REPORTS_A_DAY = 400_000 / 3650
TERRITORY_SHARE = 0.3
SLOWEST = 8


def stage_tables(claims: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Every stage table that the SQL reads, for dated claims that were made up."""
    lexicons = read_lexicons()
    known = claims.group_by("article_id").agg(pl.col("story_id", "known_on").first())
    dated = known.with_columns(
        uri=pl.col("article_id") + ".txt",
        text=pl.lit(TEXT),
        publisher=pl.lit("Invented Wire"),
        published_on="known_on",
        reference_on="known_on",
        published_on_method=pl.lit("metadata"),
        is_story_original=pl.lit(False),
    )
    articles = dated.with_columns(reference_on_method=pl.lit("published"))
    made = {
        "dated_claims": claims,
        "articles": articles,
        "stories": articles,
        "reports": group_reports(claims),
        **{f"lexicon_{name}": frame for name, frame in vars(lexicons).items()},
        **vars(link_events(claims, lexicons)),
    }
    empty = {name: contract(name).empty() for name in STAGE_TABLES}
    return {name: fit(name, made.get(name, frame)) for name, frame in (empty | made).items()}


def fit(name: str, frame: pl.DataFrame) -> pl.DataFrame:
    """The frame in the columns of its contract; those it lacks are null."""
    dtypes = {n: c.dtype.type for n, c in contract(name).to_schema().columns.items()}
    return frame.select(
        pl.col(column) if column in frame.columns else pl.lit(None, dtype).alias(column)
        for column, dtype in dtypes.items()
    )


def build(lake: Path, tables: set[str]) -> None:
    """Build the tables in this process, in memory; print seconds by table as JSON."""
    spent: dict[str, float] = {}
    with duckdb.connect() as connection:
        begin_schemas(connection)
        show_lake(connection, Lake(lake))
        for model in table_models():
            if model.table in tables:
                began = time.process_time()
                connection.execute(f"create table {model.table} as {model.query}")
                if model.name in contracts():
                    enforce(model.name, pl.DataFrame(connection.sql(f"from {model.table}")))
                spent[model.table] = time.process_time() - began
        rows = {table: count(connection, table) for table in sorted(tables)}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(json.dumps({"spent": spent, "rows": rows, "peak": peak}))


def count(connection: object, table: str) -> int:
    """How many rows a table has."""
    return connection.execute(f"select count(*) from {table}").fetchone()[0]


def measure(name: str, n_reports: int, tables: set[str]) -> float:
    """Make claims, build in a process of its own, print a line and the slowest tables.

    For the ledger all reports are of territory.
    """
    share = 1.0 if name == "ledger" else TERRITORY_SHARE
    n_days = int(n_reports * share / TERRITORY_SHARE / REPORTS_A_DAY)
    with tempfile.TemporaryDirectory() as folder:
        lake = Path(folder) / "lake"
        claims = made_claims(n_reports, n_days, share)
        for table, frame in stage_tables(claims).items():
            store(Lake(lake), table, frame)
        command = [sys.executable, "-m", __name__ if __name__ != "__main__" else __spec__.name]
        asked = [*command, "--build", str(lake), "--tables", *sorted(tables)]
        found = json.loads(subprocess.run(asked, check=True, capture_output=True).stdout)
    seconds = sum(found["spent"].values())
    print(
        f"{name}: {n_reports} reports of {n_days} days, {claims.height} claims: {seconds:.1f} s of "
        f"processor, peak {found['peak']:.2f} GiB"
    )
    for table, spent in Counter(found["spent"]).most_common(SLOWEST):
        print(f"    {spent:6.1f} s  {found['rows'][table]:>10} rows  {table}")
    return seconds


def main() -> None:
    """Print lines and ratios for the ledger and for the whole build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=400_000)
    parser.add_argument("--ledger-reports", type=int, default=100_000)
    parser.add_argument("--only", choices=("ledger", "whole"))
    parser.add_argument("--build", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--tables", nargs="*", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.build:
        build(asked.build, set(asked.tables))
        return
    every = {model.table for model in table_models()}
    parts = {
        "ledger": (asked.ledger_reports, with_reads(LEDGER)),
        "whole": (asked.reports, every),
    }
    for name, (size, tables) in parts.items():
        if asked.only in (None, name):
            half, whole = (measure(name, n, tables) for n in (size // 2, size))
            print(f"{name}: twice as many take {whole / half:.2f} times as long")


if __name__ == "__main__":
    main()
