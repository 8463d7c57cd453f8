"""What earlier fetches know: one row an address, kept in the table `fetches`."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

import polars as pl

from pipelines.feeds.exchange import Answer
from pipelines.feeds.refusals import Refused
from schemas.registry import contract

FEED, PAGE = "feed", "page"
READ, STORED, UNCHANGED, REFUSED = "read", "stored", "unchanged", "refused"
# Reasons that may have passed by the next fetch. All others are asked about ever more rarely.
PASSING = ("unreachable", "timeout", "broken", "private_address", "asked_to_wait")
FIRST_PAUSE, LONGEST_PAUSE = timedelta(hours=1), timedelta(days=7)


@dataclass(frozen=True)
class Fetched:
    """The newest outcome of one address; columns as in the contract Fetches."""

    url: str
    kind: str
    feed_url: str
    outcome: str
    reason: str | None
    detail: str | None
    http_status: int | None
    n_refusals: int
    path: str | None
    etag: str | None
    last_modified: str | None
    updated_at: str | None
    checked_at: datetime
    try_after: datetime | None

    @property
    def validators(self) -> dict[str, str]:
        """Headers that ask for the content only if it has changed."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in given.items() if value}

    def waits(self, now: datetime) -> bool:
        """Whether it is too early to ask again."""
        return self.try_after is not None and now < self.try_after

    def without_validators(self) -> "Fetched":
        """So that the next fetch gets the content even if it is the same."""
        return replace(self, etag=None, last_modified=None)


def answered(
    before: Fetched, outcome: str, answer: Answer, now: datetime, **more: str | None
) -> Fetched:
    """The row of an address that answered; a 304 keeps what the earlier answer told."""
    told = {
        "etag": answer.headers.get("etag"),
        "last_modified": answer.headers.get("last-modified"),
    }
    kept = {name: value for name, value in told.items() if value or outcome != UNCHANGED}
    return replace(
        before,
        outcome=outcome,
        reason=None,
        detail=None,
        http_status=answer.status,
        n_refusals=0,
        checked_at=now,
        try_after=None,
        **(kept | more),
    )


def refused(before: Fetched, why: Refused, now: datetime) -> Fetched:
    """The row of an address that was refused: what it held before stays known."""
    n = before.n_refusals + 1
    pause = None
    if why.wait_seconds is not None:
        pause = timedelta(seconds=min(why.wait_seconds, LONGEST_PAUSE.total_seconds()))
    elif why.reason not in PASSING and before.kind == PAGE:
        pause = min(FIRST_PAUSE * 2 ** min(n - 1, 10), LONGEST_PAUSE)
    return replace(
        before,
        outcome=REFUSED,
        reason=why.reason,
        detail=why.detail,
        http_status=why.http_status,
        n_refusals=n,
        checked_at=now,
        try_after=now + pause if pause is not None else None,
    )


def unknown(url: str, kind: str, feed_url: str, now: datetime) -> Fetched:
    """The row of an address that was never asked for."""
    nothing = dict.fromkeys(Fetched.__annotations__)
    return Fetched(
        **nothing
        | {"url": url, "kind": kind, "feed_url": feed_url, "outcome": REFUSED}
        | {"n_refusals": 0, "checked_at": now}
    )


def remembered(fetches: pl.DataFrame) -> dict[tuple[str, str], Fetched]:
    """The rows of the table by kind and address."""
    rows = (Fetched(**row) for row in fetches.iter_rows(named=True))
    return {(row.kind, row.url): row for row in rows}


def as_frame(rows: Mapping[tuple[str, str], Fetched]) -> pl.DataFrame:
    """The rows as the table, by kind and address."""
    schema = contract("fetches").empty().schema
    return pl.DataFrame([asdict(row) for row in rows.values()], schema).sort("kind", "url")
