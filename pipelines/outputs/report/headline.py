"""The one line above the page: the newest change of hands, else the toll, in fixed words."""

from datetime import date

import polars as pl

from pipelines.outputs.report.facts import Facts

NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
COUNTRIES_NAMED = 4
# Kinds of news that the line under the headline counts, in order of weight.
NEWS = {
    "dispute_opened": ("dispute opened", "disputes opened"),
    "control_changed": ("place seen in other hands", "places seen in other hands"),
    "toll_rose": ("toll rose", "tolls rose"),
    "toll_fell": ("toll fell", "tolls fell"),
    "dispute_settled": ("dispute settled", "disputes settled"),
    "new_event": ("event first told of", "events first told of"),
}


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
    n_places = changes["place_id"].n_unique()
    if n_places == 1:
        change = changes.row(-1, named=True)
        return f"{change['summary']} {on}{contradiction(change)}"
    disputed = changes.filter(pl.col("grade") == "contested")["place_id"].n_unique()
    doubt = f"; {in_words(disputed).lower()} of them disputed" if disputed else ""
    return f"{in_words(n_places)} places reported to have changed hands {on}{doubt}"


def contradiction(change: dict[str, object]) -> str:
    """What is to be said against one change."""
    if change["grade"] == "contested":
        return "; reports contradict each other"
    if not change["is_contradicted"]:
        return ""
    return "; denied at first" if change["grade"] == "confirmed" else "; spoken against"


def where(facts: Facts) -> str:
    """The countries with most events; the others as a number."""
    countries = facts["run"]["countries"][0]
    names = [] if countries is None else countries.to_list()
    others = len(names) - COUNTRIES_NAMED
    more = [f"{others} more {'country' if others == 1 else 'countries'}"] if others > 0 else []
    return ", ".join(names[:COUNTRIES_NAMED] + more)


def since_the_last_run(facts: Facts) -> str:
    """How many things of each kind the latest run made known; empty after a first run."""
    if facts["run"]["earlier_ran_on"][0] is None:
        return ""
    news = facts["news"].filter(pl.col("event_id").is_not_null())["news"].to_list()
    counts = [(news.count(kind), one, many) for kind, (one, many) in NEWS.items()]
    told = [f"{in_words(n).lower()} {one if n == 1 else many}" for n, one, many in counts if n]
    return ", ".join(told) or "nothing that changes an event"


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
