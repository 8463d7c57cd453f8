"""Claims: ids, evidence, parts of a whole, one harm told twice in one article."""

import polars as pl
import pytest

from pipelines.storage.door import enforce
from pipelines.transforms.text.claims import find_claims
from pipelines.transforms.text.parties.strengths import RULES
from tests.chain import TextHalf, ask, lexicons, read_texts

TWICE = (
    "Fighting shook Baghlan on Tuesday, with around 70 fighters killed or wounded.\n\n"
    "“About 70 Taliban fighters were killed or wounded in Baghlan,” a resident said."
)
PARTS = "Twelve people, including three children, were killed in Ghazni."
VALLEY = "There are about 900 Taliban fighters in Ghazni."
FORCE = "The army deployed 2,000 troops to Kunduz."
TROUBLE = "Two men were killed in Takhar.\n\n"
EXAMPLES = [text for rule in RULES for text in (rule.example, rule.counterexample)]
TEXTS = ask(
    [TWICE, PARTS, VALLEY, FORCE, "Nothing happened.", *(TROUBLE + text for text in EXAMPLES)]
)


@pytest.fixture(scope="module")
def read() -> TextHalf:
    return read_texts(TEXTS)


def test_claims_keep_their_contract(read: TextHalf) -> None:
    enforce("claims", read.claims)


def test_evidence_is_cut_from_the_article(read: TextHalf) -> None:
    cut = read.claims.join(read.articles.select("article_id", "text"), on="article_id").filter(
        pl.col("text").str.slice(
            "evidence_start", pl.col("evidence_end") - pl.col("evidence_start")
        )
        == pl.col("evidence_text")
    )
    assert cut.height == read.claims.height > 0


def test_evidence_stays_in_its_sentence(read: TextHalf) -> None:
    spans = read.sentences.select("sentence_id", "start", "end")
    inside = read.claims.join(spans, on="sentence_id").filter(
        pl.col("evidence_start") >= pl.col("start"), pl.col("evidence_end") <= pl.col("end")
    )
    assert inside.height == read.claims.height


def test_a_part_points_to_its_whole(read: TextHalf) -> None:
    claims = read.claims_of(PARTS)
    whole = next(claim for claim in claims if not claim["is_subset"])
    part = next(claim for claim in claims if claim["is_subset"])
    assert (whole["value_best"], part["value_best"]) == (12, 3)
    assert part["subset_of_claim_id"] == whole["claim_id"]


def test_a_harm_told_twice_has_one_victim_and_place(read: TextHalf) -> None:
    claims = [claim for claim in read.claims_of(TWICE) if claim["claim_type"] == "casualty"]
    assert [claim["value_best"] for claim in claims] == [70, 70]
    assert {claim["victim_actor_id"] for claim in claims} == {"taliban"}
    assert len({claim["location_id"] for claim in claims}) == 1


@pytest.mark.parametrize(
    ("text", "value", "unit"), [(VALLEY, 900, "fighters"), (FORCE, 2000, "troops")]
)
def test_forces_are_counted(read: TextHalf, text: str, value: int, unit: str) -> None:
    found = [claim for claim in read.claims_of(text) if claim["claim_type"] == "strength"]
    assert [(claim["value_best"], claim["unit"]) for claim in found] == [(value, unit)]


def test_every_strength_rule_reads_its_example_alone(read: TextHalf) -> None:
    for rule in RULES:
        assert rule.rule_id in strength_rules(read, TROUBLE + rule.example)
        assert rule.rule_id not in strength_rules(read, TROUBLE + rule.counterexample)


def strength_rules(read: TextHalf, text: str) -> set[object]:
    """The rules that found a strength in one of the texts."""
    return {c["rule_id"] for c in read.claims_of(text) if c["claim_type"] == "strength"}


def test_order_of_the_input_changes_nothing(read: TextHalf) -> None:
    again = find_claims(
        read.articles.reverse(),
        read.sentences.sample(fraction=1, shuffle=True, seed=1),
        read.mentions.sample(fraction=1, shuffle=True, seed=2),
        lexicons(),
    )
    assert again.equals(read.claims)


def test_no_articles_give_no_claims(read: TextHalf) -> None:
    empty = find_claims(
        read.articles.clear(), read.sentences.clear(), read.mentions.clear(), lexicons()
    )
    assert empty.is_empty()
    enforce("claims", empty)
