"""What the tests of articles and their parts share: documents made by hand, and the lexicons."""

from collections.abc import Callable
from itertools import pairwise

import polars as pl
import pytest

from pipelines.storage.door import enforce
from pipelines.storage.lexicons import read_lexicon
from pipelines.transforms.ids import hash_id
from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parts import mark_parts
from schemas.registry import contract

DocumentsOf = Callable[..., pl.DataFrame]
Parts = Callable[..., list[tuple[str, str]]]
Covered = Callable[[str, pl.DataFrame], None]


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
def documents_of() -> DocumentsOf:
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


@pytest.fixture(scope="session")
def assert_covered() -> Covered:
    """Asserts that every character that is no space belongs to exactly one part, in order."""

    def assert_covered(text: str, frame: pl.DataFrame) -> None:
        spans = frame.select("start", "end").rows()
        assert spans == sorted(spans)
        assert all(start < end for start, end in spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
        covered = {at for start, end in spans for at in range(start, end)}
        assert all(at in covered for at, letter in enumerate(text) if not letter.isspace())

    return assert_covered


@pytest.fixture
def parts(documents_of: DocumentsOf, page_lexicons: Lexicons, assert_covered: Covered) -> Parts:
    """Kind and text of each part of one article."""

    def mark(text: str, **given: object) -> list[tuple[str, str]]:
        documents = documents_of({"text": text, **given})
        frame = enforce("article_parts", mark_parts(documents, page_lexicons))
        assert_covered(text, frame)
        return [(kind, text[start:end]) for kind, start, end in
                frame.select("kind", "start", "end").iter_rows()]  # fmt: skip

    return mark
