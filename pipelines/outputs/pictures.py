"""Small pictures of a warehouse as SVG, for places that show an image and run no script."""

import base64
from collections.abc import Sequence
from html import escape

import duckdb

WIDTH, HEIGHT = 640, 160
LEFT, RIGHT, TOP, BOTTOM = 44, 8, 26, 20
SHOWN_DAYS, SHOWN_WEEKS, SHOWN_RUNS = 60, 26, 60
WIDEST_BAR = 24.0
# Colours that a person without red-green vision tells apart (Okabe and Ito 2008).
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")
INK, PALE = "#5f6b7a", "#d5dae1"

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

select day, n_events
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
select measured_at::date as day, 100 * share as share
from ops.run_measures
where measure = 'quarantined_inputs' and scope = 'new'
qualify row_number() over (order by measured_at desc) <= $n
order by measured_at
"""


def events_a_day(connection: duckdb.DuckDBPyConnection) -> str:
    """Events by the day on which they began, up to the last that is known."""
    return over_time("Events a day", connection, EVENTS_A_DAY, SHOWN_DAYS)


def harm_by_week(connection: duckdb.DuckDBPyConnection) -> str:
    """Killed, wounded and captured by week, best supported figures."""
    return over_time("Harm by week, best figures", connection, HARM_BY_WEEK, SHOWN_WEEKS)


def over_time(title: str, connection: duckdb.DuckDBPyConnection, query: str, n: int) -> str:
    """Bars of a query whose first column is a day and whose others are figures."""
    cursor = connection.execute(query, {"n": n})
    names = [column[0] for column in cursor.description]
    rows = cursor.fetchall()
    days = [row[0].isoformat() for row in rows]
    return bars(title, days, {name: [r[at] for r in rows] for at, name in enumerate(names) if at})


def quarantine_share(connection: duckdb.DuckDBPyConnection) -> str:
    """Inputs in quarantine of those that were new, by run."""
    title = "Quarantine, percent of new inputs, by run"
    return over_time(title, connection, QUARANTINE_BY_RUN, SHOWN_RUNS)


def bars(title: str, labels: Sequence[str], series: dict[str, Sequence[float | None]]) -> str:
    """Bars side by side, a group a label, with the greatest value at the scale's top."""
    values = [value for row in series.values() for value in row if value is not None]
    top = max(values, default=0)
    parts = [frame(title, f"{top:g}" if top == int(top) else f"{top:.1f}", labels)]
    slot = (WIDTH - LEFT - RIGHT) / max(1, len(labels))
    width = min(WIDEST_BAR, max(1.0, slot * 0.8 / len(series)))
    for at, (name, row) in enumerate(series.items()):
        parts += [
            bar(LEFT + slot * place + slot * 0.1 + width * at, width, value / top, COLOURS[at])
            for place, value in enumerate(row)
            if value
        ]
        if len(series) > 1:
            parts.append(text(WIDTH - RIGHT - 70 * (len(series) - at), 16, name, COLOURS[at]))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" font-family="sans-serif" font-size="11">{"".join(parts)}</svg>'
    )


def frame(title: str, top: str, labels: Sequence[str]) -> str:
    """Title, scale, and the first and last label."""
    floor = HEIGHT - BOTTOM
    lines = "".join(
        f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}" stroke="{PALE}"/>'
        for y in (TOP, floor)
    )
    words = [text(LEFT, 16, title, INK, "start", "bold"), text(LEFT - 6, floor, "0", INK, "end")]
    if labels:
        words.append(text(LEFT - 6, TOP + 4, top, INK, "end"))
        words.append(text(LEFT, HEIGHT - 6, labels[0], INK))
        words.append(text(WIDTH - RIGHT, HEIGHT - 6, labels[-1], INK, "end"))
    else:
        words.append(text(WIDTH / 2, HEIGHT / 2, "nothing yet", INK, "middle"))
    return f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>{lines}{"".join(words)}'


def bar(x: float, width: float, share: float, colour: str) -> str:
    """One bar, its height a share of the whole."""
    height = max(1.0, share * (HEIGHT - TOP - BOTTOM))
    return (
        f'<rect x="{x:.1f}" y="{HEIGHT - BOTTOM - height:.1f}" width="{width:.1f}" '
        f'height="{height:.1f}" fill="{colour}"/>'
    )


def text(
    x: float, y: float, words: str, colour: str, anchor: str = "start", weight: str = "normal"
) -> str:
    """Words of a picture."""
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" fill="{colour}" text-anchor="{anchor}" '
        f'font-weight="{weight}">{escape(words)}</text>'
    )


def as_markdown(title: str, svg: str) -> str:
    """A picture inside Markdown, as data: nothing is loaded from anywhere."""
    return f"![{title}](data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()})"
