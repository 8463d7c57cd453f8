"""Sentences in the style of reporting (tests/corpus/reporting_*.jsonl): what was read of each.

python -m tests.measures.reporting [--set reporting_1] [--misses N]
"""

import argparse

from tests.reporting import SETS, judge, read_corpus


def main() -> None:
    """Print the share of sentences read right, of claims read, and how many were never told."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--set", dest="sets", action="append", choices=SETS)
    options.add_argument("--misses", type=int, default=1000)
    given = options.parse_args()
    for name in given.sets or SETS:
        outcomes = judge(read_corpus(name))
        n_wanted = sum(len(one.row["claims"]) for one in outcomes)
        n_unread = sum(len(one.unread) for one in outcomes)
        n_unwanted = sum(len(one.unwanted) for one in outcomes)
        missed = [one for one in outcomes if not one.is_right]
        print(f"{name}: sentences {len(outcomes) - len(missed)} of {len(outcomes)}, ", end="")
        print(f"claims {n_wanted - n_unread} of {n_wanted}, not told {n_unwanted}")
        for one in missed[: given.misses]:
            print(one.told())


if __name__ == "__main__":
    main()
