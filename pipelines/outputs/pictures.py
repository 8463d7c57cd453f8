"""Small pictures of a warehouse as SVG, for places that show an image and run no script."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from urllib.parse import quote

import duckdb

# Dagster's UI shows Markdown of less than a thousand characters in place, longer one behind a
# click: so a picture is a few paths in small numbers.
WIDTH, BAND, BAR, WIDEST_BAR = 480, 56, 34, 16
# Blue of the palette that people without red-green vision tell apart (Okabe and Ito 2008).
COLOUR, INK = "#0072b2", "#5f6b7a"
# Characters that stand as they are in an address between angle brackets.
KEPT = " '=:/,;-+().!*"
SHOWN_DAYS, SHOWN_WEEKS, SHOWN_RUNS = 60, 20, 30

# Days and weeks without a row are shown empty: a time axis without its gaps would mislead.
EVENTS_A_DAY = """
with counted as (
    select date_start as day, count(*) as n_events
    from marts.event_register
    where date_start is not null
    group by date_start
),

shown as (
    select unnest(generate_series(
        greatest(min(day), max(day) - $n + 1), max(day), interval 1 day
    ))::date as day
    from counted
)

select day, n_events as events
from shown
left join counted using (day)
order by day
"""
HARM_BY_WEEK = """
with summed as (
    select date_trunc('week', date)::date as week, harm, sum(best)::bigint as best
    from marts.casualties_daily
    where date is not null and harm in ('killed', 'wounded', 'captured')
    group by all
),

shown as (
    select unnest(generate_series(
        greatest(min(week), max(week) - 7 * ($n - 1)), max(week), interval 7 days
    ))::date as week
    from summed
)

select
    week,
    max(best) filter (where harm = 'killed') as killed,
    max(best) filter (where harm = 'wounded') as wounded,
    max(best) filter (where harm = 'captured') as captured
from shown
left join summed using (week)
group by week
order by week
"""
QUARANTINE_BY_RUN = """
select measured_at::date as day, 100 * share as "percent in quarantine"
from ops.run_measures
where measure = 'quarantined_inputs' and scope = 'new'
qualify row_number() over (order by measured_at desc) <= $n
order by measured_at
"""


def events_a_day(connection: duckdb.DuckDBPyConnection) -> str:
    """Events by the day on which they began, up to the last that is known."""
    return over_time("a day", connection, EVENTS_A_DAY, SHOWN_DAYS)


def harm_by_week(connection: duckdb.DuckDBPyConnection) -> str:
    """Killed, wounded and captured by week, best supported figures."""
    return over_time("a week", connection, HARM_BY_WEEK, SHOWN_WEEKS)


def quarantine_share(connection: duckdb.DuckDBPyConnection) -> str:
    """Inputs in quarantine of those that were new, by run."""
    return over_time("of new inputs, by run", connection, QUARANTINE_BY_RUN, SHOWN_RUNS)


def over_time(what: str, connection: duckdb.DuckDBPyConnection, query: str, n: int) -> str:
    """Bands of a query whose first column is a day and whose others are figures."""
    cursor = connection.execute(query, {"n": n})
    names = [column[0] for column in cursor.description[1:]]
    rows = cursor.fetchall()
    if not rows:
        return bands([(f"{what}: nothing yet", [])])
    days = f"{rows[0][0]} to {rows[-1][0]}"
    series = zip(names, list(zip(*rows, strict=True))[1:], strict=True)
    return bands([(f"{name} {what}, {most(values)}, {days}", values) for name, values in series])


def most(values: Sequence[float | None]) -> str:
    """What the highest bar stands for."""
    top = max((value for value in values if value is not None), default=0)
    return f"at most {top:.4g}"


def bands(series: Sequence[tuple[str, Sequence[float | None]]]) -> str:
    """Rows of bars one below the other, each with a line above that says what it shows."""
    parts = [
        f"<text y='{at * BAND + 11}'>{escape(words)}</text>"
        f"<path fill='{COLOUR}' d='{steps(values, at * BAND + BAND - 6)}'/>"
        for at, (words, values) in enumerate(series)
    ]
    height = BAND * len(series)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{height}' "
        f"font-family='sans-serif' font-size='11' fill='{INK}'>{''.join(parts)}</svg>"
    )


def steps(values: Sequence[float | None], floor: int) -> str:
    """The outline of bars side by side; what is unknown or nothing stays on the floor."""
    top = max((value for value in values if value), default=1)
    width = max(1, min(WIDEST_BAR, WIDTH // max(1, len(values))))
    heights = [max(1, round(BAR * value / top)) if value else 0 for value in values]
    path = "".join(
        f"V{floor - height}h{width * len(list(same))}" for height, same in groupby(heights)
    )
    return f"M0 {floor}h{width * len(values)}v1H0z" + (f"M0 {floor}{path}V{floor}z" if path else "")


def as_markdown(title: str, svg: str) -> str:
    """A picture inside Markdown, as data: nothing is loaded from anywhere."""
    return f"![{title}](<data:image/svg+xml,{quote(svg, safe=KEPT)}>)"
