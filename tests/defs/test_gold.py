"""The check that holds claims against answers made by hand."""

import json
from pathlib import Path

import pytest

from pipelines.defs.gold import NO_ANSWERS, held
from pipelines.defs.resources import HomeFolder

KILLED = {"files": ["farkhar-01-oxus-wire"], "harm": "killed", "low": 18, "best": 18}


@pytest.fixture
def home(example_home: Path, tmp_path: Path) -> HomeFolder:
    """A home of its own over the example's warehouse."""
    (tmp_path / "build").symlink_to(example_home / "build")
    return HomeFolder(path=str(tmp_path))


def test_the_example_holds_its_own_answers(home: HomeFolder) -> None:
    result = held(home)
    assert result.passed
    assert any(name.startswith("F1 casualties") for name in result.metadata)


def test_a_home_s_own_answers_come_first(home: HomeFolder) -> None:
    home.home.gold.write_text(json.dumps({"casualties": [{**KILLED, "best": 99, "low": 99}]}))
    result = held(home)
    assert not result.passed
    assert result.description.startswith("casualties: F1 0.00 is below 0.80")


def test_answers_about_other_articles_hold_nothing(home: HomeFolder) -> None:
    home.home.gold.write_text(json.dumps({"casualties": [{**KILLED, "files": ["elsewhere"]}]}))
    result = held(home)
    assert result.passed
    assert "1 articles of it are not in this home" in result.description


def test_answers_that_cannot_be_read_fail(home: HomeFolder) -> None:
    home.home.gold.write_text("{")
    result = held(home)
    assert not result.passed
    assert "not a JSON file" in result.description


def test_without_answers_nothing_is_held(home: HomeFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.defs.gold.chosen_gold", lambda home, connection: None)
    result = held(home)
    assert result.passed
    assert result.description == f"held against {NO_ANSWERS}"
