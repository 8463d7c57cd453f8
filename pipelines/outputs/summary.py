"""The closing summary of a run, for a person."""

from pathlib import Path

import duckdb
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipelines.outputs.evaluation import (
    chosen_gold,
    measure_open,
    read_gold,
)
from pipelines.settings import Home

COUNTS = """
select
    (select count(*) from core.dim_article where article_key <> -1) as n_articles,
    (select count(distinct story_id) from core.dim_article where article_key <> -1) as n_stories,
    (select count(*) from ops.quarantine) as n_quarantined,
    (select count(*) from core.fact_claim) as n_claims,
    (select count(*) from core.fact_event) as n_events
"""
CASUALTIES = """
select
    harm,
    sum(low)::bigint as low,
    sum(best)::bigint as best,
    sum(high)::bigint as high,
    count(*) filter (where high is null)::bigint as n_open,
    count(*)::bigint as n_rows
from core.fact_casualty
group by harm
order by harm
"""
CHANGES = """
select
    dim_location.name as place,
    fact_territory_change.change_type,
    coalesce(dim_actor.name, 'unknown') as to_actor,
    dim_date.date as changed_on,
    fact_territory_change.grade,
    fact_territory_change.is_contradicted
from core.fact_territory_change
inner join core.dim_location using (location_key)
inner join core.dim_actor on dim_actor.actor_key = fact_territory_change.to_actor_key
inner join core.dim_date using (date_key)
where fact_territory_change.change_type <> 'contested'
order by changed_on nulls last, place
"""
QUARANTINE = "select uri, reason, detail from ops.quarantine order by uri, reason limit 20"
CONTESTED = """
select count(distinct location_key)
from core.fact_territory_change
where change_type = 'contested'
"""
SHOWN_CHANGES = 15


def print_summary(home: Home, run_id: str) -> None:
    """Print what the run read, what it found, what is disputed, and where to look next."""
    console = Console()
    with duckdb.connect(str(home.warehouse), read_only=True) as connection:
        print_counts(console, connection)
        print_casualties(console, connection)
        print_changes(console, connection)
        print_quarantine(console, connection)
        print_answers(console, connection, home)
    shown = relative(home.warehouse)
    console.print(f"\nPublished {shown} (run {run_id[:8]}).", highlight=False)
    console.print('Next: sitrep query "from marts.event_register"  ·  sitrep ui', highlight=False)


def print_counts(console: Console, connection: duckdb.DuckDBPyConnection) -> None:
    """One line of totals."""
    articles, stories, quarantined, claims, events = connection.execute(COUNTS).fetchone()
    console.print(
        f"{articles} articles telling {stories} stories, {quarantined} inputs in quarantine; "
        f"{claims} claims, {events} events.",
        highlight=False,
    )


def print_casualties(console: Console, connection: duckdb.DuckDBPyConnection) -> None:
    """A row a harm: the sum of what is stated, with its range."""
    table = Table("harm", title="Casualties", title_justify="left")
    for column in ("low", "best", "high", "figures"):
        table.add_column(column, justify="right")
    for harm, low, best, high, n_open, n_rows in connection.execute(CASUALTIES).fetchall():
        # An open upper end is shown as such: the sum of the others is no upper bound.
        top = "" if high is None else f"{high}+" if n_open else str(high)
        table.add_row(harm, text(low), text(best), top, str(n_rows))
    if table.row_count:
        console.print(table)


def print_changes(console: Console, connection: duckdb.DuckDBPyConnection) -> None:
    """A row a place said to have changed hands; disputed ones say so."""
    rows = connection.execute(CHANGES).fetchall()
    table = Table("place", "change", "to", "on", "grade", "", title="Said to have changed hands")
    for place, change, actor, day, grade, is_contradicted in rows[:SHOWN_CHANGES]:
        disputed = "disputed" if is_contradicted else ""
        table.add_row(*(Text(text(v)) for v in (place, change, actor, day, grade, disputed)))
    if rows:
        console.print(table)
    n_disputed = sum(bool(row[-1]) for row in rows)
    (n_contested,) = connection.execute(CONTESTED).fetchone()
    console.print(
        f"{len(rows)} changes of control, {n_disputed} of them disputed; "
        f"{n_contested} places fought for without one.",
        highlight=False,
    )


def print_quarantine(console: Console, connection: duckdb.DuckDBPyConnection) -> None:
    """Each input that could not be read, with what to do."""
    for uri, reason, detail in connection.execute(QUARANTINE).fetchall():
        console.print(Text(f"quarantined {uri}: {reason} - {detail}"))


def print_answers(console: Console, connection: duckdb.DuckDBPyConnection, home: Home) -> None:
    """One line on the answers that this home is held against, if there are any."""
    path = chosen_gold(home, connection)
    if path:
        scores = measure_open(connection, read_gold(path)).scores.values()
        n_right, n_wanted = (sum(getattr(s, name) for s in scores) for name in ("right", "wanted"))
        console.print(
            f"{n_right} of {n_wanted} answers of {path.name} right: sitrep evaluate tells which.",
            highlight=False,
        )


def text(value: object) -> str:
    """A value for a cell; unknown is empty, never 0."""
    return "" if value is None else str(value)


def relative(path: Path) -> Path:
    """A path as short as it goes."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
