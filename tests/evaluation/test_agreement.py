"""When a claim agrees with an answer, and when it only looks as if it did."""

import json
from datetime import date
from pathlib import Path

import pytest

from pipelines.evaluation.agreement import agreement, names, value_agrees
from pipelines.evaluation.gold import GoldError, names_article, read_gold
from pipelines.evaluation.scores import evaluate


def claim(**fields: object) -> dict[str, object]:
    roles = ("to", "from", "victim", "initiator", "target")
    empty = {f"{role}_{part}": None for role in roles for part in ("name", "side_name", "type")}
    return {
        **empty,
        "claim_id": "c1", "external_id": "a_1", "claim_type": "casualty", "harm": "killed",
        "change_type": None, "location_name": "Jurm", "admin1_name": "Badakhshan",
        "n_places": None, "date_start": date(2031, 4, 21), "date_end": date(2031, 4, 21),
        "value_low": 4, "value_best": 4, "value_high": 4, "value_text": "four",
        "qualifier": "exact", "claimant_name": "a nurse", "via_claimant_name": None,
        "assertion": "attributed", "rule_id": "r", "evidence_text": "four were killed",
        "sentence_text": "Four were killed.", "held": None, "out_of": None,
        **fields,
    }  # fmt: skip


def test_a_name_inside_a_hyphened_one_is_another_name() -> None:
    assert names("Taliban", ["Taliban"])
    assert names("Resistance", ["Anti-Taliban resistance"])
    assert not names("Taliban", ["Anti-Taliban resistance"])
    assert not names("State", ["Statelets"])


def test_no_name_is_wanted_and_none_is_there() -> None:
    assert names(None, [None, None])
    assert not names(None, ["Taliban"])


def test_open_bounds_are_part_of_an_amount() -> None:
    wanted = {"low": 12, "best": 12, "high": None}
    assert value_agrees(wanted, claim(value_low=12, value_best=12, value_high=None))
    assert not value_agrees(wanted, claim(value_low=12, value_best=12, value_high=12))


def test_a_vague_word_must_stay_inside_its_bounds() -> None:
    wanted = {"best_text": "dozens", "low_at_least": 12, "high_at_most": 99}
    assert value_agrees(wanted, claim(value_low=12, value_best=24, value_high=99))
    assert not value_agrees(wanted, claim(value_low=1, value_best=24, value_high=99))
    assert not value_agrees(wanted, claim(value_low=None, value_best=None, value_high=None))


def test_a_day_is_exact_or_it_is_wrong() -> None:
    week = claim(date_start=date(2031, 4, 15))
    assert agreement("a", {"on": "2031-04-21"}, claim())["on"]
    assert not agreement("a", {"on": "2031-04-21"}, week)["on"]


def test_a_file_is_a_stem_or_its_number() -> None:
    assert names_article("003", "003_a5d0")
    assert not names_article("00", "003_a5d0")


def gold_file(tmp_path: Path, **sections: object) -> Path:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(sections))
    return path


def killed(best: int) -> dict[str, object]:
    return {"files": ["a"], "harm": "killed", "best": best, "admin1": "Badakhshan"}


def test_a_right_a_missing_and_an_unwanted_claim(tmp_path: Path) -> None:
    gold = read_gold(gold_file(tmp_path, casualties=[killed(4), killed(9)]))
    unwanted = claim(claim_id="c2", value_best=7)
    scores = evaluate(gold, [claim(), unwanted], []).scores["casualties", ""]
    assert (scores.precision, scores.recall, scores.f1) == (0.5, 0.5, 0.5)


def test_what_a_file_does_not_speak_of_is_not_judged(tmp_path: Path) -> None:
    gold = read_gold(gold_file(tmp_path, casualties=[killed(4)]))
    result = evaluate(gold, [claim(), claim(claim_id="c2", claim_type="attack", harm=None)], [])
    assert not result.misses


def test_an_attack_is_found_by_place_and_compared_by_parties(tmp_path: Path) -> None:
    answer = {"files": ["a"], "place": "Jurm", "actor": "Taliban", "target": "Police"}
    gold = read_gold(gold_file(tmp_path, attacks=[answer]))
    attack = claim(claim_type="attack", initiator_name="Taliban", target_name="Soldiers")
    result = evaluate(gold, [attack], [])
    assert result.scores["attacks", ""].f1 == result.scores["attacks", "actor"].f1 == 1.0
    assert [(miss.kind, miss.field) for miss in result.worst] == [("wrong", "target")]


def test_claims_of_other_articles_are_not_judged(tmp_path: Path) -> None:
    gold = read_gold(gold_file(tmp_path, casualties=[killed(4)]))
    other = claim(claim_id="c2", external_id="b", value_best=7)
    assert evaluate(gold, [claim(), other], []).scores["casualties", ""].precision == 1.0


def test_a_text_that_must_not_appear_is_reported_with_its_rule(tmp_path: Path) -> None:
    item = {"file": "a", "text": "Four were", "why": ""}
    gold = read_gold(gold_file(tmp_path, casualties=[], must_not_appear=[item]))
    result = evaluate(gold, [claim(rule_id="killed_passive")], [])
    assert result.scores["must_not_appear", ""].right == 0
    assert [(miss.kind, miss.rule_id) for miss in result.worst] == [("forbidden", "killed_passive")]
    planned = claim(assertion="planned")
    assert evaluate(gold, [planned], []).scores["must_not_appear", ""].right == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not a JSON file"),
        ("[]", "none of the sections"),
        ('{"casualties": [{}]}', "names no"),
    ],
)
def test_a_broken_file_says_where(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "gold.json"
    path.write_text(content)
    with pytest.raises(GoldError, match=message):
        read_gold(path)
