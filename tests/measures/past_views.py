"""Whether views of the past peek: python -m tests.measures.past_views HOME

For each day on which some article of a home became known: the warehouse of the articles known by
then must hold what casualties_as_known and territory_as_known of the whole warehouse say of the
day. The text half is taken from the home's lake; stories, claims, events and SQL are made anew.
"""

import argparse
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from pipelines.storage.lake import Lake
from pipelines.transforms.events.dated_claims import date_claims
from pipelines.transforms.events.linking import link_events
from pipelines.transforms.events.reports import group_reports
from pipelines.transforms.lexicons import Lexicons
from tests.sql.builders import part_of_warehouse, reads_of_stage
from tests.story_search import find_stories

FACTS = ("core.fact_casualty", "core.fact_territory_control")
OF_ARTICLES = ("articles", "article_parts", "sentences", "claims")
CONTROL = """
location_key, actor_key, other_actor_key, valid_from, valid_to, day_seq, status, basis, grade,
event_id
"""
VIEWS = {
    "casualties": ("from core.fact_casualty", "from casualties_as_known('{day}')"),
    "territory": (
        f"select {CONTROL} from core.fact_territory_control where known_to is null",
        f"select {CONTROL} from territory_as_known('{{day}}')",
    ),
}


def days_known(home: Path) -> list[date]:
    """The days on which something in a home became known."""
    known = Lake(home / "lake").read("stories")["known_on"]
    return sorted(known.drop_nulls().unique().to_list())


def differences(home: Path, days: Iterable[date]) -> list[str]:
    """A line for each row that only the view of a day, or only the warehouse of its day, has."""
    lake = Lake(home / "lake")
    needed = reads_of_stage(FACTS)
    whole = {name: lake.read(name) for name in {*needed, *OF_ARTICLES, "stories", "links"}}
    names = Lexicons.__annotations__
    lexicons = Lexicons(**{name: lake.read(f"lexicon_{name}") for name in names})
    lines = []
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as published:
        for day in days:
            then = stage_of(day, whole, lexicons)
            frames = {name: then[name] for name in needed}
            with part_of_warehouse(frames, *FACTS) as built:
                for name, (fact, view) in VIEWS.items():
                    told = set(published.execute(view.format(day=day)).fetchall())
                    made = set(built.execute(fact).fetchall())
                    lines += [f"{day} {name}: only the view has {row}" for row in told - made]
                    lines += [f"{day} {name}: only its day has {row}" for row in made - told]
    return lines


def stage_of(day: date, whole: dict[str, pl.DataFrame], lexicons: Lexicons) -> dict:
    """The stage tables that the articles known by a day give."""
    known = whole["stories"].filter(pl.col("known_on") <= day).select("article_id")
    text = {name: whole[name].join(known, on="article_id", how="semi") for name in OF_ARTICLES}
    articles, parts, sentences, claims = (text[name] for name in OF_ARTICLES)
    stories = find_stories(articles, parts, sentences, whole["links"])
    dated = date_claims(claims, stories, articles, sentences, lexicons)
    linked = vars(link_events(dated, lexicons, whole["links"]))
    made = {"stories": stories, "dated_claims": dated, "reports": group_reports(dated)}
    return whole | text | made | linked


def main() -> None:
    """Print the differences and how many days were looked at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    home = parser.parse_args().home
    days = days_known(home)
    lines = differences(home, days)
    print("\n".join([*lines, f"{len(days)} days, {len(lines)} rows differ"]))


if __name__ == "__main__":
    main()
