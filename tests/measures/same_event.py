"""How well bare headlines of one event are linked: python -m tests.measures.same_event

Reads ../shared/dev/ucdp_same_event_dev.jsonl (UCDP GED: which headlines its coders put under one
event), leaves out texts that stand under several events, and takes each headline down the road as
a short article of its day; two are linked where any event is told in both. Prints pairwise
precision, recall and F1, then the pairs missed by what kept them apart, and with --wrong the pairs
that were linked wrongly. Coders had the whole articles, and named places and days that no headline
tells: recall has a ceiling. It is given too for the pairs whose texts state enough in common by the
rule of bare_headlines.py, with how often that rule is right by itself (--left prints the pairs of
one event for which it holds and that are not linked, each with its cause); and where both state a
place or a number at all, give a figure of people harmed, or one figure in common.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import polars as pl

from pipelines.storage.lexicons import read_lexicons
from pipelines.transforms.events.linking import link_events
from pipelines.transforms.text.places.places import read_places
from tests.measures.bare_headlines import Stated, read_bare, state_enough
from tests.measures.linking import Agreement
from tests.measures.reading import Reading, read, records

NUMBER = re.compile(
    r"(?<![\w:/.-])\d{1,3}(?![\w:/.-]|\sp?a?m)|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|"
    r"forty|fifty|dozens?|scores|hundreds)\b",
    re.IGNORECASE,
)
# Places too wide to tell events apart.
WIDE = ("country", "region")
FAMILY = {"casualty": "violence", "attack": "violence", "contested": "contested"}


@dataclass(frozen=True)
class Headline:
    """What was read in a headline: its events, and the places, days and sides of its claims."""

    text: str
    coded: int
    events: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    days: frozenset[object] = frozenset()
    sides: frozenset[str] = frozenset()
    figures: frozenset[tuple[str, int]] = frozenset()
    states_anything: bool = False
    stated: Stated | None = None


def single_texts() -> list[dict[str, object]]:
    """One row per distinct text that stands under one event alone, with its first day."""
    events, first = defaultdict(set), {}
    rows = records("ucdp_same_event_dev")
    for row in sorted(rows, key=lambda row: (row["published"] or "9999", row["id"])):
        text = str(row["text"]).strip()
        events[text].add(row["event_id"])
        first.setdefault(text, row)
    return [row for text, row in first.items() if len(events[text]) == 1]


def as_articles(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """The headlines as records that the product reads."""
    return [
        {"id": row["id"], "text": row["text"], "published_at": row["published"]} for row in rows
    ]


def look(rows: list[dict[str, object]], reading: Reading, members: pl.DataFrame) -> list[Headline]:
    """Each headline with what was read in it and the events that its claims belong to."""
    events: dict[str, set[str]] = defaultdict(set)
    for name, event_id in members.iter_rows():
        events[name].add(event_id)
    claims = defaultdict(list)
    for claim in reading.dated_claims.iter_rows(named=True):
        claims[claim["external_id"]].append(claim)
    places = places_named(reading)
    return [
        describe(row, claims[row["id"]], events[str(row["id"])], places[str(row["id"])])
        for row in rows
    ]


def places_named(reading: Reading) -> dict[str, dict[str, str]]:
    """The places that each text names, by its id: their ids, and of which type each is."""
    found = read_places(reading.articles, reading.sentences.sort("sentence_id"), read_lexicons())
    named = found.places.drop_nulls("entity_id").join(reading.articles, on="article_id")
    places: dict[str, dict[str, str]] = defaultdict(dict)
    for name, location_id, kind in named.select("external_id", "entity_id", "sense").iter_rows():
        places[name][location_id] = kind
    return places


def describe(
    row: Mapping[str, object],
    claims: list[dict[str, object]],
    events: set[str],
    places: dict[str, str],
) -> Headline:
    """One headline with what its claims say."""

    def values(name: str) -> frozenset[object]:
        return frozenset(claim[name] for claim in claims if claim[name] is not None)

    return Headline(
        text=str(row["text"]),
        coded=int(row["event_id"]),
        events=frozenset(events),
        families=frozenset(FAMILY.get(claim["claim_type"], "territory") for claim in claims),
        places=values("location_id"),
        days=values("date_start"),
        sides=values("victim_side_id"),
        figures=frozenset(
            (str(claim["harm"]), int(claim["value_best"] or claim["value_low"]))
            for claim in claims
            if claim["claim_type"] == "casualty" and (claim["value_best"] or claim["value_low"])
        ),
        states_anything=bool(places) or bool(NUMBER.search(str(row["text"]))),
        stated=read_bare(
            str(row["text"]),
            row["published"],
            frozenset(place for place, kind in places.items() if kind not in WIDE),
        ),
    )


def cause(one: Headline, other: Headline) -> str:
    """What kept two headlines of one event apart, the first that holds."""
    pair = (one, other)
    if not all(headline.families for headline in pair):
        return "nothing read in one of them"
    if not all(headline.events for headline in pair):
        return "read, and linked to no event (a plan, history, a running toll)"
    if not one.families & other.families:
        return "another kind of event"
    if not all(headline.places for headline in pair):
        return "no place named"
    if not one.places & other.places:
        return "another place, or one more exact than the other"
    if not one.days & other.days:
        return "another day"
    return "another side harmed" if not one.sides & other.sides else "two incidents"


def compare(headlines: list[Headline]) -> tuple[Agreement, Counter[str], list[tuple[str, str]]]:
    """Agreement with the coders, the causes of the pairs missed, and the pairs wrongly linked."""
    counts, causes, wrong = Counter(), Counter(), []
    for one, other in combinations(headlines, 2):
        is_one = one.coded == other.coded
        is_linked = bool(one.events & other.events)
        counts[is_one, is_linked] += 1
        if is_one and not is_linked:
            causes[cause(one, other)] += 1
        if is_linked and not is_one:
            wrong.append((one.text, other.text))
    return (
        Agreement(counts[True, True], counts[False, True], counts[True, False]),
        causes,
        wrong,
    )


TIERS = {
    "the texts state enough in common": lambda one, other: state_enough(one.stated, other.stated),
    "both state a place or a number": lambda one, other: (
        one.states_anything and other.states_anything
    ),
    "both give a figure of people harmed": lambda one, other: bool(one.figures and other.figures),
    "both give one figure in common": lambda one, other: bool(one.figures & other.figures),
}


def count_tiers(headlines: list[Headline]) -> dict[str, tuple[int, int]]:
    """By what two headlines of one event state: how many pairs are linked, of how many."""
    pairs = [pair for pair in combinations(headlines, 2) if pair[0].coded == pair[1].coded]
    tiers = {name: [pair for pair in pairs if allows(*pair)] for name, allows in TIERS.items()}
    return {
        name: (sum(bool(one.events & other.events) for one, other in told), len(told))
        for name, told in tiers.items()
    }


def count_alike(headlines: list[Headline]) -> int:
    """How many pairs state enough in common, of one event or not."""
    return sum(state_enough(one.stated, other.stated) for one, other in combinations(headlines, 2))


def pairs_left(headlines: list[Headline]) -> list[tuple[Headline, Headline]]:
    """The pairs of one event that state enough in common and are not linked."""
    return [
        (one, other)
        for one, other in combinations(headlines, 2)
        if one.coded == other.coded
        and not one.events & other.events
        and state_enough(one.stated, other.stated)
    ]


def read_headlines() -> list[Headline]:
    """Read and link the headlines."""
    rows, lexicons = single_texts(), read_lexicons()
    reading = read(as_articles(rows), lexicons)
    linked = link_events(reading.dated_claims.drop("external_id"), lexicons)
    members = linked.event_claims.join(
        reading.dated_claims.select("claim_id", "external_id"), on="claim_id"
    ).select("external_id", "event_id")
    return look(rows, reading, members)


def main() -> None:
    """Print the agreement, the causes and, if asked, the wrong pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="Print pairs that are wrongly linked.")
    parser.add_argument("--left", action="store_true", help="Print pairs left that state enough.")
    asked = parser.parse_args()
    headlines = read_headlines()
    score, causes, wrong = compare(headlines)
    print(
        f"pairs linked {score.n_right + score.n_wrong}, of one event "
        f"{score.n_right + score.n_missed}: precision {score.precision:.3f} "
        f"recall {score.recall:.3f} F1 {score.f1:.3f}"
    )
    for name, (n_linked, n_told) in count_tiers(headlines).items():
        print(f"{n_linked:6d} of {n_told} where {name}: recall {n_linked / max(n_told, 1):.3f}")
    print(f"{count_alike(headlines):6d} pairs in all state enough in common")
    for name, n_pairs in causes.most_common():
        print(f"{n_pairs:6d} missed: {name}")
    for one, other in wrong if asked.wrong else ():
        print(f"- {one}\n  {other}")
    for one, other in pairs_left(headlines) if asked.left else ():
        print(f"left: {cause(one, other)}\n- {one.text}\n  {other.text}")


if __name__ == "__main__":
    main()
