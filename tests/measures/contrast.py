"""Contrast pairs (tests/corpus/contrast.jsonl): events read right, twins that give none.

python -m tests.measures.contrast [--class PART] [--every N] [--misses N] [--capitals]

--capitals reads the same sentences in capitals, as some wires send them.
"""

import argparse

from tests.contrast import Verdict, judge, read_corpus


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--class", dest="part", default="")
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--misses", type=int, default=1000)
    options.add_argument("--capitals", action="store_true")
    given = options.parse_args()
    rows = [row for row in read_corpus() if given.part in row["class"]][:: given.every]
    if given.capitals:
        rows = [dict(row) | {"text": str(row["text"]).upper()} for row in rows]
    verdicts = judge(rows)
    classes = list(dict.fromkeys(verdict.row["class"] for verdict in verdicts))
    for name in [*classes, None]:
        mine = [one for one in verdicts if name is None or one.row["class"] == name]
        print(f"{name or 'all'}: events {figures(mine, True)}, twins {figures(mine, False)}")
    missed = [one for one in verdicts if not one.is_right]
    for name in classes:
        mine = [one for one in missed if one.row["class"] == name][: given.misses]
        if mine:
            print(f"\n## {name}")
        for one in sorted(mine, key=lambda one: one.is_event):
            print(one.told())


def figures(verdicts: list[Verdict], is_event: bool) -> str:
    """Right of all, as text."""
    mine = [one for one in verdicts if one.is_event == is_event]
    return f"{sum(one.is_right for one in mine)} of {len(mine)}"


if __name__ == "__main__":
    main()
