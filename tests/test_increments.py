"""What comes in small batches ends as what comes at once; a failed run leaves what was published.

A hundred batches: python -m tests.measures.batches.
"""

import json
import random
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from pipelines.settings import EXAMPLE_ARTICLES
from tests.batches import bring_in_batches
from tests.conftest import sitrep
from tests.test_road import exported

pytestmark = pytest.mark.operation
# A user's own reading of a vague word; ours is 12, 12, 99.
OWN_WORDS = "phrase,kind,sense,value_low,value_best,value_high\ndozens of,quantity,vague,30,31,98\n"


def own_words(home: Path) -> None:
    """Give a home a lexicon of its own."""
    (home / "lexicons").mkdir(parents=True)
    (home / "lexicons" / "words.csv").write_text(OWN_WORDS)


def test_daily_batches_with_words_changed_half_way_end_as_one_batch(
    example_home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    shutil.copytree(EXAMPLE_ARTICLES, folder)
    files = sorted(path for path in folder.iterdir() if path.name != "manifest.csv")
    random.Random(5).shuffle(files)
    batches = [files[at : at + 4] for at in range(0, len(files), 4)]
    half, today = len(batches) // 2, datetime.now(UTC).date()
    many, one = tmp_path / "many", tmp_path / "one"
    bring_in_batches(many, batches[:half], folder / "manifest.csv", today - timedelta(days=20))
    own_words(many)
    bring_in_batches(many, batches[half:], folder / "manifest.csv", today - timedelta(days=1))
    own_words(one)
    for arguments in (("run", "--home", many), ("run", folder, "--home", one)):
        result = sitrep(*arguments)
        assert result.returncode == 0, result.stderr
    found, wanted = exported(many), exported(one)
    assert sorted(found) == sorted(wanted)
    assert [name for name in found if found[name] != wanted[name]] == []
    claims = "csv/core.fact_claim.csv"
    assert found[claims] != exported(example_home)[claims], "the changed word changes a claim"


def test_a_failing_check_leaves_what_was_published_and_the_next_good_run_heals(
    example_home: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    shutil.copytree(example_home, home)
    shutil.rmtree(home / "dagster")
    before = published(home)
    (home / "inbox" / "new.txt").write_text(
        "Rebels shell bridge\n\n4 May 2031\n\nAt least three civilians were killed in Jurm "
        "district on Saturday, a doctor said.\n"
    )
    wrong = {"casualties": [{"files": ["new"], "harm": "killed", "low": 99, "best": 99}]}
    (home / "gold.json").write_text(json.dumps(wrong))
    failed = sitrep("run", "--home", home)
    assert failed.returncode == 1
    assert "gold_holds" in failed.stderr
    assert published(home) == before
    (home / "gold.json").unlink()
    assert sitrep("run", "--home", home).returncode == 0
    assert published(home) == ["Rebels shell bridge"]


def published(home: Path) -> list[str]:
    """Titles of the published articles."""
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as connection:
        rows = connection.execute(
            "select title from core.dim_article where article_key <> -1 order by 1"
        )
        return [title for (title,) in rows.fetchall()]
