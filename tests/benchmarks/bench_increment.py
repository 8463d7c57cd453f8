"""A day's new articles on top of many, against the same day on top of none: python <this file>.

Prints the seconds of both runs, their CPU seconds and the ratios, with the process started: a run
on a few articles comes first. Articles are invented: dated over --span days, one in six tells of
conflict, one in ten is a copy under another name. --known N articles below, --new N on top,
--keep FOLDER leaves the homes there (and takes up the large one again, if it is there).
"""

import argparse
import json
import os
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pipelines import settings
from pipelines.storage.lexicons import read_lexicon

LAST_DAY = date(2031, 3, 7)
SYLLABLES = ("ba", "dor", "ka", "lin", "mur", "na", "osh", "per", "qal", "rit", "sa", "tol", "zir")
SENTENCES, WORDS, VOCABULARY = 12, 14, 20_000
CONFLICT = (
    "At least {n} civilians were killed and {m} others wounded when rockets hit {place} on {day}.",
    "Taliban fighters captured {place} district on {day} after two days of fighting, police said.",
    "“We have recaptured the town,” a spokesman for the army told reporters in {place}.",
    "The death toll rose to {n} after a suicide bombing in {place} on {day}, a doctor said.",
    "Around {m} fighters and {n} soldiers were killed in an ambush in {place}, officials said.",
)


class Writer:
    """Invents articles, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        made = random.Random(1)
        self.words = ["".join(made.choices(SYLLABLES, k=made.randint(2, 4))) for _ in
                      range(VOCABULARY)]  # fmt: skip
        # Few words are common and most are rare, as in any language.
        self.weights = list(cumulated(1 / (at + 3) for at in range(VOCABULARY)))
        places = read_lexicon("places").filter(country_id="AFG", location_type="admin2")
        self.places = places["name"].to_list()

    def ordinary(self) -> str:
        """A sentence of invented words."""
        words = self.draw.choices(self.words, cum_weights=self.weights, k=WORDS)
        return f"The {' '.join(words)}."

    def told(self, day: date, place: str) -> str:
        """A sentence on fighting."""
        return self.draw.choice(CONFLICT).format(
            n=self.draw.randint(2, 30),
            m=self.draw.randint(31, 90),
            place=place,
            day=(day - timedelta(days=self.draw.randint(0, 2))).strftime("%A"),
        )

    def articles(self, n_articles: int, days: list[date]) -> Iterator[dict[str, str]]:
        """Records of articles, one after the other over the days."""
        earlier: list[dict[str, str]] = []
        for number in range(n_articles):
            day = days[number * len(days) // n_articles]
            if earlier and self.draw.random() < 0.1:
                copied = self.draw.choice(earlier[-200:])
                record = copied | {"text": f"{copied['text']}\n\n{self.ordinary()}"}
            else:
                lines = [self.ordinary() for _ in range(SENTENCES)]
                if self.draw.random() < 1 / 6:
                    place = self.draw.choice(self.places)
                    for at in range(0, SENTENCES, 3):
                        lines[at] = self.told(day, place)
                text = "\n\n".join(" ".join(lines[at : at + 3]) for at in range(0, SENTENCES, 3))
                record = {"text": text, "published_at": day.isoformat()}
                earlier.append(record)
            yield record | {"source": f"{self.draw.choice(self.words)} news"}


def cumulated(weights: Iterator[float]) -> Iterator[float]:
    """Running sums."""
    total = 0.0
    for weight in weights:
        total += weight
        yield total


def write_articles(path: Path, seed: int, n_articles: int, days: list[date]) -> Path:
    """A file of records."""
    with path.open("w") as lines:
        for at, record in enumerate(Writer(seed).articles(n_articles, days)):
            lines.write(json.dumps(record | {"id": f"{seed}-{at}"}) + "\n")
    return path


def run(home: Path, articles: Path, day: str) -> tuple[float, float]:
    """Seconds and CPU seconds of one run of the daily job in this process."""
    from pipelines.runs import refresh

    settings.use_home(settings.home(home))
    began, cpu = time.perf_counter(), cpu_seconds()
    outcome = refresh((articles,), None, day)
    assert outcome.is_success, outcome.problems
    return time.perf_counter() - began, cpu_seconds() - cpu


def cpu_seconds() -> float:
    """CPU time of this process so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print one line for each run, and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--known", type=int, default=20_000)
    parser.add_argument("--new", type=int, default=1_000)
    parser.add_argument("--span", type=int, default=200, help="Days that the known ones tell of.")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    today = datetime.now(UTC).date()
    yesterday = (today - timedelta(days=1)).isoformat()
    os.environ["SITREP_FIRST_DAY"] = yesterday
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        earlier = [LAST_DAY - timedelta(days=asked.span - at) for at in range(asked.span)]
        few = write_articles(folder / "few.jsonl", 3, 50, [LAST_DAY])
        new = write_articles(folder / "new.jsonl", 2, asked.new, [LAST_DAY])
        print("started: {:.1f} s, CPU {:.1f} s".format(*run(folder / "few", few, str(today))))
        none = run(Path(tempfile.mkdtemp(dir=folder)), new, str(today))
        print("{} on none: {:.1f} s, CPU {:.1f} s".format(asked.new, *none))
        large = folder / f"known-{asked.known}"
        if not large.exists():
            known = write_articles(folder / "known.jsonl", 1, asked.known, earlier)
            print("{}: {:.1f} s, CPU {:.1f} s".format(asked.known, *run(large, known, yesterday)))
        more = run(large, new, str(today))
        print("{} on {}: {:.1f} s, CPU {:.1f} s".format(asked.new, asked.known, *more))
        print(f"ratio {more[0] / none[0]:.2f}, of CPU {more[1] / none[1]:.2f}; at most 2 is asked")


if __name__ == "__main__":
    main()
