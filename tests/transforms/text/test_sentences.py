"""Sentences: cut where sentences end, exact in their offsets, with the quotations over them."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.storage.door import enforce
from pipelines.transforms.text.sentences import split_sentences
from tests.chain import as_articles, as_parts, lexicons


def split(text: str) -> pl.DataFrame:
    articles = as_articles([text])
    return split_sentences(articles, as_parts(articles), lexicons())


def texts_of(text: str) -> list[str]:
    return split(text)["text"].to_list()


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One fell. Two stood.", ["One fell.", "Two stood."]),
        (
            "Lt. Col. J. R. Noor met Gen. Sahak on Aug. 3. They left.",
            ["Lt. Col. J. R. Noor met Gen. Sahak on Aug. 3.", "They left."],
        ),
        ("The U.S. Army left. It was late.", ["The U.S. Army left.", "It was late."]),
        ("They left the U.S. The war went on.", ["They left the U.S.", "The war went on."]),
        ("At 8.53 a.m. ET it began.", ["At 8.53 a.m. ET it began."]),
        ("It began at 9 a.m. Residents fled.", ["It began at 9 a.m.", "Residents fled."]),
        ("Who fired? Nobody knows! Wait.", ["Who fired?", "Nobody knows!", "Wait."]),
        ("Some 3.5 km off, e.g. in Kuh. Then on.", ["Some 3.5 km off, e.g. in Kuh.", "Then on."]),
        ("“Run!” he cried. So they ran.", ["“Run!” he cried.", "So they ran."]),
        ('He said, "It fell." Then he left.', ['He said, "It fell."', "Then he left."]),
        ('It fell. "We held it," he said.', ["It fell.", '"We held it," he said.']),
        ("Troops left\nand ate.\nNight fell.", ["Troops left\nand ate.", "Night fell."]),
        ("• Rebels took Dara\n\n• Police fled", ["Rebels took Dara", "Police fled"]),
        ("The siege ended.Rebels left.", ["The siege ended.", "Rebels left."]),
        ("1. Rebels took Dara.", ["1. Rebels took Dara."]),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert texts_of(text) == sentences


def test_a_part_that_is_not_read_gives_no_sentence() -> None:
    articles = as_articles(["Read this.\n\nNot this."])
    parts = as_parts(articles).with_columns(is_read=pl.col("part_no") == 0)
    assert split_sentences(articles, parts, lexicons())["text"].to_list() == ["Read this."]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from('Añб "“”.!?\n•-U.S'), min_size=1, max_size=60))
def test_every_sentence_is_the_exact_cut_of_its_article(text: str) -> None:
    sentences = enforce("sentences", split(text))
    for row in sentences.iter_rows(named=True):
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["text"] == row["text"].strip()
    assert (sentences["end"].shift(1) <= sentences["start"]).drop_nulls().all()


def quotes_of(text: str) -> list[int | None]:
    return split(text)["quote_no"].to_list()


def test_a_quotation_covers_its_sentences() -> None:
    text = '"We took the hill. They ran," he said. Others disagreed. "No," she said.'
    assert quotes_of(text) == [0, 0, None, 1]


def test_a_short_quotation_inside_a_sentence_does_not_cover_it() -> None:
    row = split('The envoy called the night raid on the old quarter "a grave mistake" on air.')
    assert row["quote_no"].to_list() == [None]
    assert row["quote_end"][0] - row["quote_start"][0] == len('"a grave mistake"')


def test_a_paragraph_that_opens_with_a_mark_continues_an_open_quotation() -> None:
    text = "She said: “We held the bridge.\n\n“Then we left it.”\n\n“Who knows,” he said."
    assert quotes_of(text) == [0, 0, 1]


def test_each_paragraph_begins_outside_quotations() -> None:
    assert quotes_of('He was 5\' 10" tall and said "no.\n\nNothing followed.')[-1] is None


def test_the_prefilter_sees_a_trigger_behind_an_opening_quote() -> None:
    rows = split("“Killed at the gate” was all it said. The weather was fine.")
    assert rows["has_trigger"].to_list() == [True, False]


def test_no_articles_give_no_sentences() -> None:
    articles = as_articles([])
    assert enforce(
        "sentences", split_sentences(articles, as_parts(articles), lexicons())
    ).is_empty()
