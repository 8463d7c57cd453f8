"""Territory: what each text of the corpus must yield, and must not."""

import json
from pathlib import Path

import polars as pl
import pytest

from pipelines.transforms.text.territory.meaning import COLUMNS
from pipelines.transforms.text.territory.territory import find_territory
from tests.chain import TextHalf, ask, lexicons, read_texts

CORPUS = Path(__file__).parents[2] / "corpus" / "territory.jsonl"
LINES = [json.loads(line) for line in CORPUS.read_text().splitlines()]
TEXTS = ask(line["text"] for line in LINES)
TYPES = ("territory_change", "territory_control", "contested")
# What a corpus line calls the columns of a claim.
NAMES = {
    "type": "claim_type", "change": "change_type", "n": "n_places", "seq": "day_seq",
    "basis": "sides_basis", "assertion": "assertion", "place": "location_text", "to": "to",
    "from": "from",
}  # fmt: skip


@pytest.fixture(scope="module")
def corpus() -> TextHalf:
    return read_texts(TEXTS)


@pytest.fixture(scope="module")
def territory(corpus: TextHalf) -> pl.DataFrame:
    """The corpus' claims of territory with all spellings of places, and sides for actors."""
    places = lexicons().place_names.group_by("location_id").agg(place="phrase")
    sides = lexicons().actors.select("actor_id", "side_id")
    return (
        corpus.claims.filter(pl.col("claim_type").is_in(TYPES))
        .join(places, on="location_id", how="left")
        .join(
            sides.rename({"side_id": "to"}), left_on="to_actor_id", right_on="actor_id", how="left"
        )
        .join(
            sides.rename({"side_id": "from"}),
            left_on="from_actor_id",
            right_on="actor_id",
            how="left",
        )
    )


def fits(claim: dict[str, object], wanted: dict[str, object]) -> bool:
    """True where the claim has every value that the corpus names."""
    given = dict(wanted)
    place = given.pop("place").lower().replace("-", " ")
    return place in (claim["place"] or []) and all(
        claim[NAMES[name]] == value for name, value in given.items()
    )


@pytest.mark.parametrize("line", LINES, ids=[line["text"][:60] for line in LINES])
def test_a_text_yields_what_it_says(line: dict, corpus: TextHalf, territory: pl.DataFrame) -> None:
    article_ids = [claim["article_id"] for claim in corpus.articles.filter(
        pl.col("text") == line["text"]
    ).to_dicts()]  # fmt: skip
    claims = territory.filter(pl.col("article_id").is_in(article_ids)).to_dicts()
    usable = [claim for claim in claims if claim["reject_reason"] is None]
    for wanted in line["claims"]:
        found = next((claim for claim in usable if fits(claim, wanted)), None)
        shown = [{name: claim[column] for name, column in NAMES.items()} for claim in usable]
        assert found is not None, f"{wanted} is not among {shown}"
        usable.remove(found)
    assert line.get("more") or not usable
    if "rejected" in line:
        assert line["rejected"] in [claim["reject_reason"] for claim in claims]


def test_no_mentions_give_no_territory(corpus: TextHalf) -> None:
    found = find_territory(corpus.sentences.clear(), corpus.mentions.clear(), lexicons())
    assert found.is_empty()
    assert tuple(found.columns) == COLUMNS


def test_the_order_of_the_rows_changes_nothing(corpus: TextHalf) -> None:
    once = find_territory(corpus.sentences, corpus.mentions, lexicons())
    mixed = find_territory(
        corpus.sentences.reverse(), corpus.mentions.sample(fraction=1, shuffle=True, seed=7),
        lexicons(),
    )  # fmt: skip
    assert mixed.equals(once)


def test_evidence_holds_trigger_and_place(corpus: TextHalf) -> None:
    found = find_territory(corpus.sentences, corpus.mentions, lexicons())
    shown = found.join(corpus.articles.select("article_id", "text"), on="article_id").with_columns(
        evidence=pl.col("text").str.slice(
            "evidence_start", pl.col("evidence_end") - pl.col("evidence_start")
        ),
        trigger=pl.col("text").str.slice(
            "anchor_start", pl.col("anchor_end") - pl.col("anchor_start")
        ),
    )
    assert not shown.is_empty()
    assert shown.filter(
        ~pl.col("evidence").str.contains(pl.col("trigger"), literal=True)
        | ~pl.col("evidence").str.contains(pl.col("location_text"), literal=True)
    ).is_empty()


def test_a_side_never_takes_from_itself(corpus: TextHalf) -> None:
    found = find_territory(corpus.sentences, corpus.mentions, lexicons())
    assert found.filter(pl.col("to_actor_id") == pl.col("from_actor_id")).is_empty()
