"""Linking of many reports to events, then of twice as many: python <this file>.

Prints for each size the seconds (by the clock and of processor time) and the most memory that a
fresh process took for reports to events, with what the invented claims themselves take; then how
much more twice as many cost. Targets: 400,000 reports within 60 s and 4 GiB on two cores, and
twice as many within 2.3 times that.
"""

import argparse
import resource
import subprocess
import sys
import time

from pipelines.storage.lexicons import read_lexicons
from pipelines.transforms.events.linking import link_events
from pipelines.transforms.events.reports import group_reports
from tests.benchmarks.invented_claims import invent_claims

REPORTS, RUNS = 400_000, 3


def peak_gib() -> float:
    """The most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def cpu_seconds() -> float:
    """User and system time of this process."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    return spent.ru_utime + spent.ru_stime


def measure_here(n_reports: int) -> None:
    """Print clock seconds, processor seconds and peak memory of linking in this process."""
    lexicons = read_lexicons()
    claims = invent_claims(n_reports, lexicons)
    before, began, spent = peak_gib(), time.perf_counter(), cpu_seconds()
    reports = group_reports(claims)
    linked = link_events(claims, lexicons)
    times = time.perf_counter() - began, cpu_seconds() - spent
    print(
        f"{reports.height:,} reports, {claims.height:,} claims, {linked.events.height:,} events: "
        f"{times[0]:.1f} s, {times[1]:.1f} s of processor, "
        f"{peak_gib():.2f} GiB ({before:.2f} before)",
        file=sys.stderr,
    )
    print(*times)


def measure_apart(n_reports: int) -> tuple[float, float]:
    """The best clock and processor seconds of some runs, each in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_linking", "--once", str(n_reports)]
    runs = [
        [float(part) for part in subprocess.check_output(command, text=True).split()]
        for _ in range(RUNS)
    ]
    return min(run[0] for run in runs), min(run[1] for run in runs)


def main() -> None:
    """Measure one size and its double."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--once", type=int, help="Measure this number in this process.")
    asked = parser.parse_args()
    if asked.once:
        measure_here(asked.once)
        return
    single, double = (measure_apart(asked.reports * times) for times in (1, 2))
    print(f"twice as many: {double[0] / single[0]:.2f} times the seconds, "
          f"{double[1] / single[1]:.2f} times the processor time")  # fmt: skip


if __name__ == "__main__":
    main()
