"""Claims in random steps against the whole at once: python -m tests.measures.refresh

Claims come, change and go, in events of places in places and days in days; after the last step
every table has to be that of a warehouse built whole. --examples N random ones, --seed N.
"""

import argparse

from hypothesis import HealthCheck, given, seed, settings

from tests.sql.test_refresh import STEPS, end_as_the_whole


def main() -> None:
    """Fail with the steps of the smallest example that differs, or print how many there were."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    tried = settings(
        max_examples=asked.examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    seed(asked.seed)(tried(given(STEPS)(end_as_the_whole)))()
    print(f"{asked.examples} examples end as the warehouse built whole")


if __name__ == "__main__":
    main()
