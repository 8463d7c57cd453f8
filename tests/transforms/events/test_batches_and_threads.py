"""The same tables from any order, any split into batches and any number of threads."""

import os
import subprocess
import sys
from functools import cache
from hashlib import sha256
from itertools import pairwise

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.transforms.events.linking import Linked, link_events
from tests.benchmarks.invented_claims import invent_claims
from tests.chain import lexicons

N_REPORTS = 2_000


@cache
def claims() -> pl.DataFrame:
    """Invented claims of some five hundred events, with bulletins, slips, weeks and no days."""
    return invent_claims(N_REPORTS, lexicons())


def fingerprint(linked: Linked) -> str:
    """A digest of every table that linking yields, byte for byte."""
    return sha256(
        "".join(frame.write_csv() for frame in vars(linked).values()).encode()
    ).hexdigest()


@cache
def of_one_batch() -> str:
    """The digest where all claims come at once and in order."""
    return fingerprint(link_events(claims(), lexicons()))


@settings(max_examples=4, deadline=None, derandomize=True)
@given(cuts=st.lists(st.integers(0, 3_000), min_size=1, max_size=100), seed=st.integers(0, 99))
def test_any_split_into_shuffled_batches_gives_the_same_tables(cuts: list[int], seed: int) -> None:
    shuffled = claims().sample(fraction=1.0, shuffle=True, seed=seed)
    edges = [0, *sorted(min(cut, shuffled.height) for cut in cuts), shuffled.height]
    batches = [shuffled[start:end] for start, end in pairwise(edges)]
    gathered = pl.concat(reversed(batches))
    assert gathered.height == claims().height
    assert fingerprint(link_events(gathered, lexicons())) == of_one_batch()


def test_other_numbers_of_threads_give_the_same_tables() -> None:
    module = "tests.transforms.events.test_batches_and_threads"
    told = subprocess.run(
        [sys.executable, "-c", f"from {module} import of_one_batch; print(of_one_batch())"],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"POLARS_MAX_THREADS": "4"},
    )
    assert told.stdout.strip() == of_one_batch()


def test_ids_of_any_day_still_resolve_when_more_is_known() -> None:
    aliases = set(link_events(claims(), lexicons()).event_aliases["alias_id"])
    for share in (0.1, 0.5, 0.9):
        day = claims()["known_on"].quantile(share)
        known = claims().filter(pl.col("known_on") <= day)
        assert set(link_events(known, lexicons()).events["event_id"]) <= aliases
