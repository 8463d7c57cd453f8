"""The wording of boilerplate: each cue marks its own example, and no cue marks the news."""

from collections.abc import Callable

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.storage.door import enforce
from pipelines.storage.lexicons import read_lexicon
from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.pages.cues import (
    INLINE_POSITIONS,
    LINE_POSITIONS,
    MAX_CUE_LENGTH,
    pattern,
)
from pipelines.transforms.text.parts import mark_parts
from tests.prose import LEAD, SECOND, THIRD

DocumentsOf = Callable[..., pl.DataFrame]
Covered = Callable[[str, pl.DataFrame], None]

BOILERPLATE = read_lexicon("boilerplate")


@pytest.mark.parametrize("row", BOILERPLATE.rows(named=True), ids=lambda row: row["example"][:40])
def test_every_cue_matches_its_own_example(row: dict[str, str]) -> None:
    assert row["position"] in LINE_POSITIONS + INLINE_POSITIONS
    example = pl.Series([row["example"]])
    assert len(row["example"]) <= MAX_CUE_LENGTH
    assert example.str.contains(pattern(row["cue"])).item()
    if row["position"] in INLINE_POSITIONS:
        cut = example.str.extract(pattern(row["cue"]), 1).item()
        is_head = row["position"] == "inline_head"
        assert cut and (row["example"].startswith(cut) if is_head else row["example"].endswith(cut))


@pytest.mark.parametrize("paragraph", [LEAD, SECOND, THIRD])
def test_no_cue_matches_plain_prose(paragraph: str) -> None:
    line = pl.Series([paragraph])
    assert [cue for cue in BOILERPLATE["cue"] if line.str.contains(pattern(cue)).item()] == []


NEWS_LINES = [
    "By Friday the army had left Karez and its soldiers were on the road.",
    "Share of the dead who were children: one in four, the ministry said.",
    "Advertisers left the capital after the blast, the chamber of trade said.",
    "More than 40 people were killed in the shelling of Karez, officials said.",
    "Related to the governor, the commander was shot on Monday near his house.",
    "Follow-up attacks killed nine people in the same street, doctors said.",
    "Get out of the valley, the fighters told the people of Karez on Sunday.",
    "Comment was not available from the army, which had 20 dead by evening.",
    "Video from the town showed burning cars and at least two bodies, residents said.",
    "The Post Office in Karez was hit by a rocket that wounded seven clerks.",
    "In this village alone, 30 houses were burnt and five people killed, he said.",
    "Listen: that is what the commander told his men before they took the pass.",
    "Read more slowly, the judge told the officer who listed the 14 dead.",
    "Updated figures put the number of dead at 12 and of wounded at 40.",
    "Print shops and banks were looted after the police had left the town.",
    "Two soldiers were killed and four hurt by a mine, the ministry said (Reuters reported).",
    "Join us or leave, the rebels told the tribes of the upper valley on Monday.",
    "Subscribers of the local network could not phone while Karez was shelled.",
    "Posted near the bridge, the guards were shot from a passing car.",
    "Photographs show that the barracks of the 5th Brigade were destroyed.",
]


def test_news_that_starts_like_boilerplate_is_read(
    documents_of: DocumentsOf, page_lexicons: Lexicons
) -> None:
    before, after = f"Karez falls\n\n{LEAD}\n\n", f"\n\n{SECOND}\n\n{THIRD}"
    documents = documents_of(*(before + line + after for line in NEWS_LINES))
    body = mark_parts(documents, page_lexicons).filter(kind="body", start=len(before))
    ends = dict(body.select("article_id", pl.col("end") - len(before)).iter_rows())
    read = zip(NEWS_LINES, documents["article_id"], strict=True)
    assert [line for line, article_id in read if ends.get(article_id) != len(line)] == []


LINES = st.one_of(
    st.sampled_from(BOILERPLATE["example"].to_list()),
    st.sampled_from([LEAD, SECOND, THIRD, *NEWS_LINES]),
    st.sampled_from(
        ["", "", " ", "\t", "fighters", "HEADLINE OF ANOTHER STORY HERE", "• point", "—"]
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40),
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(st.lists(LINES, max_size=12).map("\n".join), min_size=1, max_size=4))
def test_parts_cover_any_text_exactly_once(
    texts: list[str], documents_of: DocumentsOf, page_lexicons: Lexicons, assert_covered: Covered
) -> None:
    documents = documents_of(*texts)
    frame = enforce("article_parts", mark_parts(documents, page_lexicons))
    for article_id, text in documents.select("article_id", "text").iter_rows():
        assert_covered(text, frame.filter(article_id=article_id))
