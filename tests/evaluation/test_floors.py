"""Floors: what a file of answers asks for, and how a figure below it is told."""

import json
from pathlib import Path

import pytest

from pipelines.evaluation.floors import shortfalls
from pipelines.evaluation.gold import GoldError, read_gold
from pipelines.evaluation.scores import Evaluation, Score


def result(**scores: Score) -> Evaluation:
    found = Evaluation()
    for name, score in scores.items():
        section, _, field = name.partition("__")
        found.scores[section, field] = score
    return found


def test_a_figure_below_its_floor_is_one_line() -> None:
    found = result(casualties=Score(right=3, extracted=4, wanted=6), territory=Score(2, 2, 2))
    lines = shortfalls(found, {"casualties": 0.9, "territory": 0.9})
    assert len(lines) == 1
    assert lines[0].startswith("casualties: F1 0.60 is below 0.90")


def test_a_field_has_a_floor_of_its_own() -> None:
    found = result(casualties=Score(5, 5, 5), casualties__victim=Score(1, 2, 2))
    assert shortfalls(found, {"casualties.victim": 0.8})
    assert not shortfalls(found, {"casualties.victim": 0.5})


def test_what_no_answer_speaks_of_is_not_held() -> None:
    assert not shortfalls(result(casualties=Score(0, 3, 0)), {"casualties": 0.9, "strength": 0.9})


def test_nothing_found_of_what_is_wanted_is_below_any_floor() -> None:
    assert shortfalls(result(strength=Score(0, 0, 2)), None)


@pytest.mark.parametrize("floors", [{"casualty": 0.5}, {"casualties": 5}, {"territory": "high"}])
def test_a_floor_that_holds_nothing_is_refused(tmp_path: Path, floors: dict) -> None:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps({"casualties": [], "floors": floors}))
    with pytest.raises(GoldError, match="floor"):
        read_gold(path)


def test_answers_about_absent_articles_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    killed = [{"files": ["a", "b"], "harm": "killed", "best": 1}]
    path.write_text(json.dumps({"casualties": killed, "floors": {"casualties": 0.7}}))
    gold = read_gold(path).among({"b_17"})
    assert [expected.file for expected in gold.claims] == ["b"]
    assert gold.floors == {"casualties": 0.7}
