"""Casualties: what each sentence of the corpus must yield, and must not."""

import json
from pathlib import Path

import polars as pl
import pytest

from pipelines.transforms.text.casualties.casualties import find_casualties
from pipelines.transforms.text.casualties.grammar import RULES
from pipelines.transforms.text.grammar.turns import with_passages
from tests.chain import TextHalf, ask, lexicons, read_texts

CORPUS = Path(__file__).parents[2] / "corpus"
LINES = [
    json.loads(line)
    for name in ("casualties", "counts")
    for line in (CORPUS / f"{name}.jsonl").read_text().splitlines()
]
# What a corpus line calls the columns of a claim.
COLUMNS = {
    "low": "value_low", "best": "value_best", "high": "value_high",
    "victim": "victim_actor_id", "initiator": "initiator_actor_id",
    "subset": "is_subset", "cumulative": "is_cumulative",
}  # fmt: skip
EXAMPLES = [rule for rule in RULES if rule.example]
# Who did the harm: whoever flees may do what is told after it, and an aside does not take the verb
# from its subject.
DOERS = {
    "Pursued by the army, the rebels fled Goma, killing nine villagers.": (
        "unidentified-armed-group"
    ),
    "The army, attacked by M23 rebels, killed 30 people in Goma.": "state-forces-cod",
    "The army was attacked by M23 rebels, killing 30 people in Goma.": "m23",
    "The army was attacked by M23 rebels, who killed 30 people in Goma.": "m23",
    "A bomb, planted by M23 rebels, killed 30 people in Goma.": "m23",
}
LOSSES = "Police lost three officers and the gang six men in Cap-Haitien."
ITS_SOLDIERS = "Georgia said two of its soldiers were killed in Kabul by the Taliban."
TOLD = [*(line["text"] for line in LINES), *(rule.example for rule in EXAMPLES)]
TEXTS = ask([*TOLD, *DOERS, LOSSES, ITS_SOLDIERS])


@pytest.fixture(scope="module")
def corpus() -> TextHalf:
    return read_texts(TEXTS)


@pytest.fixture(scope="module")
def place_names() -> dict[str, str]:
    return dict(lexicons().places.select("location_id", "name").rows())


def fits(claim: dict[str, object], wanted: dict[str, object]) -> bool:
    """True where the claim has every value that the corpus names."""
    return all(claim[COLUMNS.get(name, name)] == value for name, value in wanted.items())


def brief(claim: dict[str, object]) -> dict[str, object]:
    """What a corpus line may name of a claim."""
    names = [*COLUMNS.values(), "harm", "qualifier", "unit", "place", "assertion", "rule_id"]
    return {name: claim[name] for name in names}


@pytest.mark.parametrize("line", LINES, ids=[line["text"][:60] for line in LINES])
def test_a_sentence_yields_what_it_says(
    line: dict, corpus: TextHalf, place_names: dict[str, str]
) -> None:
    claims = [
        claim | {"place": place_names.get(claim["location_id"])}
        for claim in corpus.claims_of(line["text"])
        if claim["claim_type"] == "casualty"
    ]
    usable = [claim for claim in claims if claim["reject_reason"] is None]
    for wanted in line["claims"]:
        found = next((claim for claim in usable if fits(claim, wanted)), None)
        assert found is not None, f"{wanted} is not among {[brief(row) for row in usable]}"
        usable.remove(found)
    assert line.get("more") or not usable
    if "rejected" in line:
        assert line["rejected"] in [claim["reject_reason"] for claim in claims]


def test_no_mentions_give_no_casualties(corpus: TextHalf) -> None:
    sentences = with_passages(corpus.sentences.clear())
    found = find_casualties(sentences, corpus.mentions.clear(), lexicons())
    assert found.is_empty()


def test_the_amount_is_quoted_as_written(corpus: TextHalf) -> None:
    quoted = corpus.claims.filter(pl.col("value_text").is_not_null())
    assert not quoted.is_empty()
    assert quoted.filter(
        ~pl.col("evidence_text").str.contains(pl.col("value_text"), literal=True)
    ).is_empty()


def test_every_rule_reads_its_example(corpus: TextHalf) -> None:
    unread = [
        rule.example
        for rule in EXAMPLES
        if f"casualty_{rule.rule_id}" not in {c["rule_id"] for c in corpus.claims_of(rule.example)}
    ]
    assert not unread


@pytest.mark.parametrize("told", DOERS)
def test_who_did_the_harm(told: str, corpus: TextHalf) -> None:
    (harm,) = (claim for claim in corpus.claims_of(told) if claim["harm"] == "killed")
    assert harm["initiator_actor_id"] == DOERS[told]


def test_losses_of_the_other_side_are_its_own(corpus: TextHalf) -> None:
    harms = [claim for claim in corpus.claims_of(LOSSES) if claim["harm"] == "killed"]
    assert [claim["value_best"] for claim in harms] == [3, 6]
    assert harms[1]["victim_actor_id"] != harms[0]["victim_actor_id"]


def test_its_soldiers_are_those_of_the_state_that_speaks(corpus: TextHalf) -> None:
    (harm,) = corpus.claims_of(ITS_SOLDIERS)
    assert (harm["victim_actor_id"], harm["initiator_actor_id"]) == ("state-forces-geo", "taliban")
