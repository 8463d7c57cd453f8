"""Many articles are read in batches, and nobody can tell from what comes out."""

import polars as pl
import pytest

from pipelines.transforms.text import batches
from tests.chain import read_texts

TEXTS = [
    f"Gunmen killed {number} farmers near Herat on Monday.\n\nThe army retook Zaranj, police said."
    for number in range(3, 8)
]


def test_batches_give_what_one_reading_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = read_texts(TEXTS)
    monkeypatch.setattr(batches, "SMALLEST", 2)
    monkeypatch.setattr(batches, "BATCH", 3)
    parted = read_texts(TEXTS)
    assert whole.claims.height > len(TEXTS)
    assert parted.mentions.equals(whole.mentions)
    assert parted.claims.equals(whole.claims)


def test_a_failure_in_a_batch_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "SMALLEST", 1)
    monkeypatch.setattr(batches, "BATCH", 1)
    articles = pl.DataFrame({"article_id": ["a", "b", "c"]})

    def refuse(batch: pl.DataFrame) -> pl.DataFrame:
        if "b" in batch["article_id"]:
            raise ValueError("b is no article")
        return batch

    with pytest.raises(ValueError, match="b is no article"):
        batches.in_batches(refuse, articles)
