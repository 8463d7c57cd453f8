"""Control counts: how many districts or provinces someone is said to hold, and of how many."""

import polars as pl
import pytest

from pipelines.transforms.text.grammar.attachment import with_context
from pipelines.transforms.text.territory.control_counts import find_control_counts
from pipelines.transforms.text.territory.counted_places import find_ratios
from tests.chain import TextHalf, ask, lexicons, read_texts

TEXTS = {
    "owner": "The Taliban controlled 12 of Baghlan's 15 districts on Monday.",
    "country": "As of May the Taliban held 98 of Afghanistan's 407 districts, a monitor said.",
    "over": "Taliban fighters were seen in Herat. The group maintains control over 29 out of 34 "
    "provinces in the country.",
    "capitals": "The Taliban have captured 11 of the 34 provincial capitals of Afghanistan.",
    "passive": "At least 20 of the country's 407 districts are controlled by the Taliban in "
    "Afghanistan.",
    "plain": "The Taliban control 65 districts in Afghanistan.",
    "province": "The Taliban control 12 districts in Badakhshan province, officials said.",
    "rest": "Taliban forces control all but two of the districts of Takhar.",
    "remain": "The rebels advanced. Only three of Chin State's nine townships remain under the "
    "junta's control.",
    "people": "The Taliban killed 3 of the 12 soldiers in Herat.",
    "wounded": "In Herat the Taliban captured 3 of the 12 soldiers on patrol.",
}
ASKED = ask(TEXTS.values())


@pytest.fixture(scope="module")
def read() -> TextHalf:
    return read_texts(ASKED)


@pytest.fixture(scope="module")
def counts(read: TextHalf) -> pl.DataFrame:
    found = find_control_counts(read.sentences, read.mentions, lexicons())
    return found.join(read.articles.select("article_id", "text"), on="article_id")


@pytest.mark.parametrize(
    ("key", "row"),
    [
        ("owner", ("AF.03", "taliban", 12, 15, "district", "exact")),
        ("country", ("AFG", "taliban", 98, 407, "district", "exact")),
        ("over", ("AFG", "taliban", 29, 34, "province", "exact")),
        ("capitals", ("AFG", "taliban", 11, 34, "provincial capital", "exact")),
        ("passive", ("AFG", "taliban", 20, 407, "district", "at_least")),
        ("plain", ("AFG", "taliban", 65, None, "district", "exact")),
        ("province", ("AF.01", "taliban", 12, None, "district", "exact")),
    ],
)
def test_a_count_has_holder_number_total_and_unit(
    counts: pl.DataFrame, key: str, row: tuple
) -> None:
    columns = ("location_id", "initiator_actor_id", "value_best", "out_of", "unit", "qualifier")
    assert counts.filter(pl.col("text") == TEXTS[key]).select(columns).rows() == [row]


@pytest.mark.parametrize("key", ["people", "wounded", "rest"])
def test_people_and_districts_left_out_are_no_districts_held(
    counts: pl.DataFrame, key: str
) -> None:
    assert counts.filter(pl.col("text") == TEXTS[key]).is_empty()


def test_a_count_is_no_place_that_was_taken(read: TextHalf) -> None:
    changes = read.claims.filter(pl.col("claim_type") == "territory_change")
    told = changes.join(read.articles.select("article_id", "text"), on="article_id")
    assert told.filter(pl.col("text") == TEXTS["capitals"]).is_empty()


def test_no_mentions_give_no_counts(read: TextHalf) -> None:
    sentences, mentions = read.sentences.clear(), read.mentions.clear()
    assert find_control_counts(sentences, mentions, lexicons()).is_empty()
    assert find_ratios(sentences, with_context(mentions)).is_empty()


def test_what_remains_under_control_is_counted(read: TextHalf) -> None:
    counts = [
        (claim["value_best"], claim["out_of"], claim["to_actor_id"])
        for claim in read.claims_of(TEXTS["remain"])
        if claim["claim_type"] == "control_count"
    ]
    assert counts == [(3, 9, "state-forces-mmr")]
