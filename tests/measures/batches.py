"""A hundred daily batches against one, words changed half way: python -m tests.measures.batches.

Prints how many exported files differ, of how many; none must. Articles are invented, as those of
the benchmark of increments: --batches N of --size N articles each.
"""

import argparse
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.batches import bring_in_batches
from tests.benchmarks.bench_increment import LAST_DAY, write_articles
from tests.conftest import sitrep
from tests.test_increments import own_words
from tests.test_road import exported


def main() -> None:
    """Bring the same articles in many batches and in one, and compare what is exported."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--batches", type=int, default=100)
    parser.add_argument("--size", type=int, default=10)
    asked = parser.parse_args()
    today = datetime.now(UTC).date()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        batches = [
            [
                write_articles(
                    folder / "articles" / f"{at:03}.jsonl",
                    100 + at,
                    asked.size,
                    [LAST_DAY + timedelta(days=at)],
                )
            ]
            for at in range(asked.batches)
        ]
        half = len(batches) // 2
        many, one = folder / "many", folder / "one"
        bring_in_batches(many, batches[:half], None, today - timedelta(days=half))
        own_words(many)
        bring_in_batches(many, batches[half:], None, today)
        own_words(one)
        for arguments in (("run", "--home", many), ("run", folder / "articles", "--home", one)):
            result = sitrep(*arguments)
            assert result.returncode == 0, result.stderr
        found, wanted = exported(many), exported(one)
        differ = [name for name in wanted if found.get(name) != wanted[name]]
        print(f"{asked.batches} batches: {len(differ)} of {len(wanted)} files differ {differ}")


if __name__ == "__main__":
    main()
