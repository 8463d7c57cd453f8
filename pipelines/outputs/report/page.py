"""Writes the report: facts, outlines and assets, put into one page by the template."""

import base64
import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import jinja2
import polars as pl
from markupsafe import Markup

from pipelines.outputs.report.facts import Facts, read_facts
from pipelines.outputs.report.headline import headline, since_the_last_run, where
from pipelines.outputs.report.outlines import Outlines, read_outlines
from pipelines.outputs.report.packing import as_block, as_json, numbered, packed

ASSETS = Path(__file__).with_name("assets")
# In this order: a later file uses what an earlier one defines.
STYLES = ("tokens", "page", "head", "control", "casualties", "events", "phone", "print")
SCRIPTS = (
    "dom", "data", "days", "sides", "figures", "belief", "head", "labels", "map", "places",
    "ledger", "timeline", "weeks", "disputes", "claims", "events", "start",
)  # fmt: skip
NO_OUTLINES = Outlines.none()
# Tables that name an event or an article say which by its row.
NAMES_EVENTS = ("casualty", "control", "news", "dispute", "position", "claim", "relation")
# Without scripts the page shows at most so many events, the latest.
PLAIN_EVENTS = 500


def write_report(warehouse: Path, target: Path, boundaries: Path | None = None) -> Path:
    """Write the page of a published warehouse to a file; returns the file.

    `boundaries` is a GeoJSON file of areas to draw; raises BoundaryError where it is none.
    Equal warehouses give equal pages: nothing in it comes from the clock.
    """
    facts = read_facts(warehouse)
    outlines = read_outlines(boundaries, facts["place"]) if boundaries else NO_OUTLINES
    html = render(facts, outlines)
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.partial")
    partial.write_text(html, encoding="utf-8")
    partial.replace(target)  # readers see the old page or the new one, never half of it
    return target


def render(facts: Facts, outlines: Outlines) -> str:
    """The page as HTML."""
    script = source("js", SCRIPTS, "js")
    words = json.loads((ASSETS / "words.json").read_text(encoding="utf-8"))
    tables = with_row_numbers(facts)
    claims = as_block({name: packed(tables.pop(name)) for name in ("claim", "article")})
    page = environment().get_template("page.html.j2")
    return page.render(
        run=facts["run"].row(0, named=True),
        headline=headline(facts),
        where=where(facts),
        since=since_the_last_run(facts),
        toll=facts["toll"].to_dicts(),
        events=plain_rows(facts),
        words=words,
        styles=Markup(source("css", STYLES, "css")),
        script=Markup(script),
        script_hash=base64.b64encode(sha256(script.encode()).digest()).decode(),
        facts=Markup(as_json({n: packed(t) for n, t in tables.items()} | {"words": words})),
        outlines=Markup(as_json(outlines.as_dict())),
        credit=outlines.credit,
        claims=Markup(claims.text),
        claims_are_deflated=claims.is_deflated,
    )


def with_row_numbers(facts: Facts) -> Facts:
    """The tables, their event and article ids as row numbers."""
    tables = dict(facts)
    for name in NAMES_EVENTS:
        tables[name] = numbered(tables[name], "event_id", facts["event"])
    tables["relation"] = numbered(tables["relation"], "related_event_id", facts["event"])
    tables["claim"] = numbered(tables["claim"], "article_id", facts["article"])
    return tables


def plain_rows(facts: Facts) -> list[dict[str, object]]:
    """What the page shows where scripts are off: events, latest first, with their figures."""
    places = facts["place"].select("place_id", pl.col("name").alias("place_name"))
    figures = facts["casualty"].group_by("event_id", maintain_order=True)
    shown = figures.agg(pl.struct("harm", "low", "best_supported", "high").alias("figures"))
    latest = facts["event"].tail(PLAIN_EVENTS).reverse()
    named = latest.join(places, on="place_id", how="left", maintain_order="left")
    return named.join(shown, on="event_id", how="left", maintain_order="left").to_dicts()


def source(folder: str, names: tuple[str, ...], ending: str) -> str:
    """The asset files of a folder as one text."""
    paths = [ASSETS / folder / f"{name}.{ending}" for name in names]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def environment() -> jinja2.Environment:
    """Templates that escape whatever is put in, and refuse what is missing."""
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(ASSETS),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["day"] = long_day
    return templates


def long_day(day: date | None) -> str:
    """A day as people write it: 20 August 2021."""
    return f"{day.day} {day:%B %Y}" if day else "an unknown day"
