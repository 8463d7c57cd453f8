"""The closing summary of a fetch, for a person."""

from collections import Counter
from collections.abc import Sequence

import click
import polars as pl

from pipelines.settings import Home
from pipelines.storage.lake import Lake

SHOWN_REFUSALS = 20


def print_fetch(home: Home, feeds: Sequence[str]) -> bool:
    """Print what the last fetch brought and what was refused; whether any feed could be read."""
    fetches = Lake(home.lake).read("fetches")
    last = fetches.filter(pl.col("checked_at") == pl.col("checked_at").max())
    counts = Counter(last.select("kind", "outcome").iter_rows())
    n_read, n_same = counts["feed", "read"], counts["feed", "unchanged"]
    n_waiting = len(feeds) - sum(n for (kind, _), n in counts.items() if kind == "feed")
    click.echo(
        f"{len(feeds)} feeds: {n_read} read, {n_same} unchanged, {counts['feed', 'refused']} "
        f"refused, {n_waiting} left alone as they asked; {counts['page', 'stored']} articles into "
        f"the inbox, {counts['page', 'refused']} pages refused."
    )
    refused = last.filter(pl.col("outcome") == "refused")
    for row in refused.head(SHOWN_REFUSALS).iter_rows(named=True):
        told = f"refused {row['kind']} {row['url']}: {row['reason']} - {row['detail']}"
        click.echo("".join(sign for sign in told if sign.isprintable()))
    if refused.height > SHOWN_REFUSALS:
        click.echo(f"… and {refused.height - SHOWN_REFUSALS} more: lake/fetches has them all.")
    return bool(n_read or n_same or n_waiting)
