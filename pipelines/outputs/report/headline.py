"""The one line above the page: the newest change of hands, else the toll, in fixed words."""

from datetime import date

import polars as pl

from pipelines.outputs.report.facts import Facts

NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def headline(facts: Facts) -> str:
    """What changed hands on the newest day of a change, and whether that is disputed."""
    changes = facts["event"].filter(
        (pl.col("event_family") == "territory")
        & (pl.col("grade") != "discounted")
        & (pl.col("date_precision") == "day")
    )
    if changes.height:
        day = changes["date_start"].max()
        return changed_hands(changes.filter(pl.col("date_start") == day), day)
    toll = facts["toll"].filter((pl.col("harm") == "killed") & (pl.col("best_supported") > 0))
    if toll.height:
        return killed(toll.row(0, named=True))
    n_events = facts["event"].height
    return f"{in_words(n_events)} {'event' if n_events == 1 else 'events'} reported"


def changed_hands(changes: pl.DataFrame, day: date) -> str:
    """The change or changes of one day."""
    on = f"on {day.day} {day:%B %Y}"
    disputed = changes.filter(pl.col("grade") == "contested").height
    if changes.height == 1:
        change = changes.row(0, named=True)
        doubt = contradiction(change)
        return f"{change['summary']} {on}{doubt}"
    doubt = f"; {in_words(disputed).lower()} of them disputed" if disputed else ""
    return f"{in_words(changes.height)} places reported to have changed hands {on}{doubt}"


def contradiction(change: dict[str, object]) -> str:
    """What is to be said against one change."""
    if change["grade"] == "contested":
        return "; reports contradict each other"
    if not change["is_contradicted"]:
        return ""
    return "; denied at first" if change["grade"] == "confirmed" else "; spoken against"


def killed(toll: dict[str, int | None]) -> str:
    """How many were killed, with the range."""
    low = "open" if toll["low"] is None else f"{toll['low']:,}"
    high = f"{toll['high']:,}{' or more' if toll['n_open_high'] else ''}"
    best = f"{toll['best_supported']:,}"
    span = "" if low == high == best else f", between {low} and {high}"
    return f"{best} people reported killed{span}"


def in_words(number: int) -> str:
    """A number below ten as a word."""
    return NUMBERS[number] if number < len(NUMBERS) else f"{number:,}"
