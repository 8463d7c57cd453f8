"""Days of events in news-service reports: muc_dev articles with one event that a day is known of.

    python -m tests.measures.muc_dates [--every N] [--misses N]

The day an article gives its event is that of its claims of violence: the day most of them share,
the first told of those that tie; claims without a day of their own count only where no claim has
one. A coder's '- 18 APR 89' means on or before that day. Answers later than the article's own
dateline are slips of the coders and left out.
"""

import argparse
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from tests.measures.reading import Reading, read, records

VIOLENCE = ("casualty", "attack", "contested", "territory_change")
FOUNDING = ("asserted", "attributed", "unconfirmed")
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
DAY = re.compile(r"([0-9]{1,2}) ([A-Z]{3})[A-Z]* ([0-9]{2})")


@dataclass(frozen=True)
class Answer:
    """A day, a span of days, or (kind open) a last day, as coders wrote it."""

    kind: str
    first: date
    last: date


def single_events(every: int = 1) -> list[dict[str, object]]:
    """Rows with exactly one mandatory event that coders gave a day: id, text, answers, dateline."""
    found = []
    for row in records("muc_dev")[::every]:
        events = [event for event in row["events"] if not event["optional"]]
        answers = read_answers(events[0]["date"]) if len(events) == 1 else []
        if answers and not is_slip(answers, row["dateline_date"]):
            found.append(
                {
                    "id": row["id"],
                    "text": row["text"],
                    "answers": answers,
                    "written": events[0]["date"][0],
                    "dateline": row["dateline_date"],
                }
            )
    return found


def is_slip(answers: list[Answer], dateline: str | None) -> bool:
    """Whether coders wrote a day that the article could not know of."""
    if dateline is None:
        return False
    return all(
        answer.first > date.fromisoformat(dateline) + timedelta(days=1) for answer in answers
    )


def read_answers(written: list[str]) -> list[Answer]:
    """The alternatives of '- 18 APR 89 / (16 APR 89 - 18 APR 89)'; days no month has are none."""
    answers = []
    for text in (part for whole in written for part in whole.upper().split(" / ")):
        days = [day for day in map(read_day, DAY.findall(text)) if day]
        if days:
            kind = "span" if len(days) > 1 else "open" if text.lstrip("( ")[0] == "-" else "day"
            answers.append(Answer(kind, min(days), max(days)))
    return answers


def read_day(parts: tuple[str, str, str]) -> date | None:
    day, month, year = parts
    try:
        return date(1900 + int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def event_days(dated_claims: pl.DataFrame) -> pl.DataFrame:
    """One row per article with a claim of violence: external_id, date_start, date_end, basis."""
    is_violence = (
        pl.col("claim_type").is_in(VIOLENCE)
        & pl.col("assertion").is_in(FOUNDING)
        & ~pl.col("is_cumulative")
    )
    return (
        dated_claims.filter(is_violence)
        .group_by("external_id", "date_start", "date_end", "date_precision")
        .agg(
            n=pl.len(),
            first=pl.col("evidence_start").min(),
            rules=pl.col("rule_id").unique().sort().str.join(" "),
            basis=pl.col("date_basis").sort_by("evidence_start", "claim_id").first(),
        )
        .sort(
            "external_id",
            pl.col("date_precision") != "day",
            -pl.col("n").cast(pl.Int32),
            "first",
        )
        .unique("external_id", keep="first", maintain_order=True)
    )


def judge(row: dict[str, object], found: dict[str, object] | None) -> str:
    """right, or the class of the miss; one alternative of the coders is enough."""
    if found is None:
        return "no claim"
    if found["date_start"] is None:
        return "no reference date"
    verdicts = [compare(answer, found) for answer in row["answers"]]
    return "right" if "right" in verdicts else verdicts[0]


def compare(answer: Answer, found: dict[str, object]) -> str:
    """One answer against the day found."""
    start, end = found["date_start"], found["date_end"]
    if answer.kind == "open":
        return "right" if end <= answer.last else "after the bound"
    if answer.kind == "span":
        is_inside = answer.first <= start and end <= answer.last
        return "right" if is_inside else f"outside the span ({found['basis']})"
    if start == end:
        return "right" if start == answer.first else f"wrong day ({found['basis']})"
    covers = start <= answer.first <= end
    return f"{'wide' if covers else 'beside'} ({found['basis']})"


def kind_of(row: dict[str, object]) -> str:
    return row["answers"][0].kind


def check_datelines(rows: list[dict[str, object]], reading: Reading) -> tuple[int, int]:
    """How many articles of those whose dateline is known have it as their reference date."""
    own = dict(reading.articles.select("external_id", "reference_on").iter_rows())
    known = [row for row in rows if row["dateline"]]
    return sum(str(own.get(row["id"])) == row["dateline"] for row in known), len(known)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--misses", type=int, default=0)
    given = options.parse_args()
    rows = single_events(given.every)
    reading = read([{"id": row["id"], "text": row["text"]} for row in rows])
    days = {row["external_id"]: row for row in event_days(reading.dated_claims).to_dicts()}
    verdicts = {row["id"]: judge(row, days.get(row["id"])) for row in rows}
    right, known = check_datelines(rows, reading)
    print(f"datelines {right} of {known}")
    for kind in ("day", "open", "span"):
        mine = [verdicts[row["id"]] for row in rows if kind_of(row) == kind]
        told = [verdict for verdict in mine if verdict != "no claim"]
        n_right = told.count("right")
        print(
            f"{kind}: {n_right} right of {len(told)} with a claim"
            f" ({n_right / max(len(told), 1):.3f}), of {len(mine)} in all"
            f" ({n_right / max(len(mine), 1):.3f})"
        )
    for verdict, n in Counter(
        f"{kind_of(row)}: {verdicts[row['id']]}" for row in rows
    ).most_common():
        print(f"  {n:4} {verdict}")
    shown = [row for row in rows if verdicts[row["id"]] not in ("right", "no claim")]
    for row in shown[: given.misses]:
        found = days[row["id"]]
        print(
            row["id"], verdicts[row["id"]], row["written"], "ref", row["dateline"], "found",
            found["date_start"], found["date_end"], found["n"], found["rules"],
        )  # fmt: skip


if __name__ == "__main__":
    main()
