"""Stories of many articles, and how the time grows: python -m tests.benchmarks.bench_stories

For 20,000, 40,000 and 80,000 invented articles of the same sixty days: seconds by the clock and of
processor time, peak memory, the processor time of one article against that of the smallest size,
and how many of each kind (copies, rewrites, paraphrases, follow-ups) joined the article that they
were made from.
"""

import argparse
import subprocess
import sys
import time

import polars as pl

from tests.benchmarks.bench_linking import cpu_seconds, peak_gib
from tests.benchmarks.invented_articles import Invented, invent_articles
from tests.story_search import find_stories

SIZES = (20_000, 40_000, 80_000)


def joined(made: Invented, stories: pl.DataFrame) -> str:
    """Of each kind the share that has the story it was made from, and how many a wrong one."""
    own = pl.concat_str(pl.lit("s_"), "made_from")
    shares = (
        made.truth.join(stories, on="article_id")
        .group_by("kind")
        .agg(
            share=(pl.col("story_id") == own).mean(),
            n_wrong=(~pl.col("is_story_original") & (pl.col("story_id") != own)).sum(),
        )
        .sort("kind")
    )
    return ", ".join(f"{kind} {share:.3f} ({n} wrong)" for kind, share, n in shares.iter_rows())


def measure_here(n_articles: int) -> None:
    """Measure one size in this process; the processor time goes to stdout."""
    made = invent_articles(n_articles)
    before, began, spent = peak_gib(), time.perf_counter(), cpu_seconds()
    stories = find_stories(made.articles, made.article_parts, made.sentences)
    clock, processor = time.perf_counter() - began, cpu_seconds() - spent
    print(
        f"{stories.height:,} articles: {clock:.1f} s, {processor:.1f} s of processor, "
        f"{peak_gib():.2f} GiB ({before:.2f} before); {joined(made, stories)}",
        file=sys.stderr,
    )
    print(processor / stories.height)


def main() -> None:
    """Measure every size in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--once", type=int, help="Measure this number in this process.")
    asked = parser.parse_args()
    if asked.once:
        measure_here(asked.once)
        return
    command = [sys.executable, "-m", "tests.benchmarks.bench_stories", "--once"]
    each = [float(subprocess.check_output([*command, str(size)], text=True)) for size in SIZES]
    print("an article costs", ", ".join(f"{cost / each[0]:.2f}" for cost in each), "times as much")


if __name__ == "__main__":
    main()
