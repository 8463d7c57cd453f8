"""Attachment: the cheapest candidate for each role, mutually best, ties by id."""

import polars as pl
import pytest

from pipelines.transforms.text.grammar.attachment import attach, lead_of

TEXT = "The guard took Alfa, and Bravo was taken by the militia"
RULES = pl.DataFrame(
    [
        ("place", "active", "right", "none", 0, 3, False),
        ("place", "passive", "left", "none", 0, 3, True),
        ("taker", "active", "left", "none", 0, 3, True),
        ("taker", "passive", "right", "by", 0, 3, False),
    ],
    schema={
        "role": pl.String, "form": pl.String, "side": pl.String, "lead": pl.String,
        "cost": pl.Int32, "max_words": pl.Int32, "is_shared": pl.Boolean,
    },
    orient="row",
)  # fmt: skip


@pytest.fixture
def sentences() -> pl.DataFrame:
    return pl.DataFrame(
        {"sentence_id": ["s"], "start": [0], "text": [TEXT]}, schema_overrides={"start": pl.Int32}
    )


def spans(kind: str, *words: tuple[str, str, int]) -> pl.DataFrame:
    """Anchors (with a form) or candidates (with a lead) at the words of TEXT."""
    rows = [
        {
            "sentence_id": "s",
            f"{kind}_id": word,
            "form" if kind == "anchor" else "lead": said,
            "start": TEXT.index(word),
            "end": TEXT.index(word) + len(word),
            "n_triggers": n_triggers,
        }
        for word, said, n_triggers in words
    ]
    return pl.DataFrame(
        rows, schema_overrides={"start": pl.Int32, "end": pl.Int32, "n_triggers": pl.Int32}
    )


@pytest.fixture
def anchors() -> pl.DataFrame:
    return spans("anchor", ("took", "active", 0), ("taken", "passive", 1))


def test_each_trigger_gets_its_own_places_and_takers(
    anchors: pl.DataFrame, sentences: pl.DataFrame
) -> None:
    candidates = spans(
        "candidate",
        ("guard", "none", 0), ("Alfa", "none", 1), ("Bravo", "none", 1), ("militia", "by", 2),
    )  # fmt: skip
    found = attach(anchors, candidates, RULES, sentences)
    assert found.select("anchor_id", "role", "candidate_id").rows() == [
        ("taken", "place", "Bravo"),
        ("taken", "taker", "militia"),
        ("took", "place", "Alfa"),
        ("took", "taker", "guard"),
    ]


def test_a_candidate_too_many_words_away_is_none(
    anchors: pl.DataFrame, sentences: pl.DataFrame
) -> None:
    near = RULES.with_columns(max_words=pl.lit(-1, pl.Int32))
    candidates = spans("candidate", ("guard", "none", 0), ("Alfa", "none", 1))
    assert attach(anchors, candidates, near, sentences).is_empty()


def test_no_anchors_give_no_pairs(anchors: pl.DataFrame, sentences: pl.DataFrame) -> None:
    candidates = spans("candidate", ("Alfa", "none", 1))
    assert attach(anchors.clear(), candidates, RULES, sentences).is_empty()
    assert attach(anchors, candidates.clear(), RULES, sentences).is_empty()


@pytest.mark.parametrize(
    ("gap", "lead"),
    [
        (" from the ", "from"),
        (" out of the ", "from"),
        (" in the hills north of ", "in"),
        (" on Friday, ", "none"),
        (" within an hour by the ", "by"),
        (" in a tight corner because the ", "none"),
        (" ", "none"),
    ],
)
def test_the_last_preposition_after_any_comma_leads(gap: str, lead: str) -> None:
    assert pl.select(lead_of(pl.lit(gap))).item() == lead
