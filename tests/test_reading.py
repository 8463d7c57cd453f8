"""Reading a text at once: its tagged words and claims, with a user's own rows of the lexicons."""

from pathlib import Path

import pytest

from pipelines.outputs.tagged import Tagged
from pipelines.reading import read_text
from pipelines.storage.door import ContractError
from pipelines.storage.lexicons import read_lexicon
from tests.conftest import sitrep

TEXT = "Zarnik Guard fighters killed nine soldiers near Gao on Monday, a nurse said."


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of a user's lexicons with one actor."""
    (tmp_path / "actors.csv").write_text(
        "actor_id,name,actor_type,side_id\nzarnik-guard,Zarnik Guard,rebel group,zarnik-guard\n"
    )
    (tmp_path / "actor_names.csv").write_text("phrase,actor_id\nZarnik-Guard,zarnik-guard\n")
    return tmp_path


@pytest.fixture(scope="module")
def tagged() -> Tagged:
    """The text as it is read with our own lexicons."""
    (tagged,) = read_text(TEXT, "2031-03-12", None)
    return tagged


def test_a_text_is_read_without_a_run(tagged: Tagged) -> None:
    assert {"quantity", "trigger", "place", "time"} <= {row["kind"] for row in tagged.mentions}
    (claim,) = tagged.claims
    assert (claim["harm"], claim["value_best"], claim["assertion"]) == ("killed", 9, "attributed")


def test_an_actor_of_ones_own_is_known_at_once(tagged: Tagged, own: Path) -> None:
    assert not any(mention["entity_id"] == "zarnik-guard" for mention in tagged.mentions)
    (with_own,) = read_text(TEXT, None, own)
    assert with_own.claims[0]["initiator_actor_id"] == "zarnik-guard"


def test_a_row_of_ones_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text("phrase,kind\nDozens,stop\n")
    ours, theirs = read_lexicon("words"), read_lexicon("words", own=tmp_path)
    assert theirs.filter(phrase="dozens")["kind"].to_list() == ["stop"]
    assert theirs.height == ours.height


@pytest.mark.parametrize("content", ["phrase,kind\nzap,verb\n", "phrase,kind,sence\nzap,stop,x\n"])
def test_a_row_that_breaks_the_contract_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "words.csv").write_text(content)
    with pytest.raises(ContractError, match=r"verb|sence"):
        read_lexicon("words", own=tmp_path)


def test_the_command_shows_tags_claims_and_rules(tmp_path: Path) -> None:
    result = sitrep("read", TEXT, "--home", tmp_path)
    assert result.returncode == 0, result.stderr
    for word in ("trigger", "killed", "Gao", "claimant_name", "rule casualty_"):
        assert word in result.stdout
