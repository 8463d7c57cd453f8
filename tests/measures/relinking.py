"""Links invented little wars run after run with a memory, and each time without: no difference.

    python -m tests.measures.relinking [--wars 5] [--runs 100] [--without "story"]

Prints how much of the claims each war's runs linked again, and the runs that ended otherwise than
linking everything does; there must be none. --without leaves out one kind of tie (the second
argument of `tie` in link_ties.py): runs must then end otherwise, or the kind is not needed.
"""

import argparse
from collections.abc import Iterator

import polars as pl

from pipelines.transforms.events import link_ties, linking_memory
from pipelines.transforms.events.linking import link_events
from pipelines.transforms.events.linking_memory import LinkingMemory, relink_events
from schemas.registry import contract
from tests.builders import dated_claims, frame
from tests.transforms.events.linked import LEXICONS
from tests.transforms.events.little_war import LittleWar, rows

NOTHING = LinkingMemory(
    **{name: contract(name).empty() for name in LinkingMemory.__dataclass_fields__}
)


def relink(
    war: LittleWar, n_runs: int, links: pl.DataFrame | None = None
) -> Iterator[tuple[LinkingMemory, pl.DataFrame]]:
    """What each run remembers, and the claims it knew."""
    known, memory = war.claims(), NOTHING
    for _ in range(n_runs):
        claims = dated_claims(*rows(known))
        memory = relink_events(claims, LEXICONS, frame("links") if links is None else links, memory)
        yield memory, claims
        known = war.change(known)


def different(
    memory: LinkingMemory, claims: pl.DataFrame, links: pl.DataFrame | None = None
) -> list[str]:
    """The tables that linking all of the claims gives otherwise."""
    linked = vars(link_events(claims, LEXICONS, links))
    return [name for name, whole in linked.items() if not whole.equals(getattr(memory, name))]


def leave_out(kind: str) -> None:
    """Let one kind of tie tie nothing."""
    tie = link_ties.tie

    def other_ties(claims: pl.DataFrame, of_kind: str, *things: object, asking: bool):
        ties = tie(claims, of_kind, *things, asking=asking)
        return ties.clear() if of_kind == kind else ties

    link_ties.tie = other_ties


def count_touched(shares: list[float]) -> None:
    """Note the share of reports that each run links again."""
    reach = link_ties.reach

    def counted(reports: pl.Series, ties: list[pl.DataFrame]) -> pl.Series:
        touched = reach(reports, ties)
        shares.append(touched.n_unique() / max(1, pl.concat(ties)["report"].n_unique()))
        return touched

    linking_memory.reach = counted


def main() -> None:
    """Print one line a war."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wars", type=int, default=5)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--without", default="")
    asked = parser.parse_args()
    shares: list[float] = []
    count_touched(shares)
    leave_out(asked.without)
    for seed in range(asked.wars):
        shares.clear()
        runs = relink(LittleWar(seed), asked.runs)
        wrong = sum(different(memory, claims) != [] for memory, claims in runs)
        again = sum(shares[1:]) / len(shares[1:])
        print(f"war {seed}: {wrong} of {asked.runs} runs differ; {again:.0%} linked again")


if __name__ == "__main__":
    main()
