"""What the tests of articles and their parts share: documents made by hand, and the lexicons."""

from collections.abc import Callable

import polars as pl
import pytest

from pipelines.storage.lexicons import read_lexicon
from pipelines.transforms.ids import hash_id
from pipelines.transforms.lexicons import Lexicons
from schemas.registry import contract

Document = Callable[..., dict[str, object]]


@pytest.fixture(scope="session")
def page_lexicons() -> Lexicons:
    """The boilerplate lexicon and two outlets; the others are empty."""
    frames = {name: contract(f"lexicon_{name}").empty() for name in Lexicons.__annotations__}
    sources = pl.DataFrame(
        {
            "source_id": ["post", "wire"],
            "name": ["The Valley Post", "Upland Wire"],
            "domain": ["post.example", None],
            "source_type": ["newspaper", "agency"],
        }
    )
    source_names = pl.DataFrame(
        {
            "phrase": ["the valley post", "upland wire"],
            "source_id": ["post", "wire"],
            "is_case_sensitive": [False, False],
        }
    )
    frames |= {
        "boilerplate": read_lexicon("boilerplate"),
        "sources": sources,
        "source_names": source_names,
    }
    return Lexicons(**frames)


@pytest.fixture(scope="session")
def documents_of() -> Callable[..., pl.DataFrame]:
    """Documents of texts, or of dicts with a text and what else a record brings."""

    def build(*records: str | dict[str, object]) -> pl.DataFrame:
        rows = []
        for number, record in enumerate(records):
            given = {"text": record} if isinstance(record, str) else record
            name = f"{number}.txt"
            row = {
                "document_id": hash_id(f"{name}{given['text']}"),
                "article_id": hash_id(given["text"]),
                "location": f"/in/{name}",
                "uri": name,
                "is_current": True,
            }
            rows.append(row | given)
        return pl.DataFrame(rows, schema=contract("documents").empty().schema)

    return build
