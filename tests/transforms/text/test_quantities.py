"""Amounts carry their stated bounds; numbers that count nothing are no amounts."""

import polars as pl
import pytest

from pipelines.storage.lexicons import read_lexicon
from pipelines.transforms.text.grammar.matching import find_hits, shade
from pipelines.transforms.text.numbers.quantities import find_quantities

WORDS = read_lexicon("words").filter(
    pl.col("kind").is_in(
        ["quantity", "qualifier", "article", "and", "or", "to", "from", "unit", "people", "time",
         "place_noun", "negation", "trigger"]
    )
)  # fmt: skip


def read_all(texts: list[str]) -> dict[str, pl.DataFrame]:
    shaded = shade(pl.DataFrame({"text": texts}))
    spans = find_quantities(shaded, find_hits(shaded, WORDS)).sort("text_no", "start")
    return {
        text: spans.filter(text_no=number).with_columns(
            cut=pl.lit(text).str.slice("start", pl.col("end") - pl.col("start"))
        )
        for number, text in enumerate(texts)
    }


def read(text: str) -> pl.DataFrame:
    return read_all([text])[text]


COUNTED = [
    ("they buried 12 people", "12", "exact", 12, 12, 12),
    ("they buried 2,500 people", "2,500", "exact", 2500, 2500, 2500),
    ("they buried 12 000 people", "12 000", "exact", 12000, 12000, 12000),
    ("seven people", "seven", "exact", 7, 7, 7),
    ("twenty-five people", "twenty-five", "exact", 25, 25, 25),
    ("one hundred and two people", "one hundred and two", "exact", 102, 102, 102),
    ("two hundred and six thousand men", "two hundred and six thousand", "exact", *[206_000] * 3),
    ("two million six thousand people", "two million six thousand", "exact", *[2_006_000] * 3),
    ("1.2 million people", "1.2 million", "exact", *[1_200_000] * 3),
    ("a hundred people", "a hundred", "exact", 100, 100, 100),
    ("a dozen people", "a dozen", "exact", 12, 12, 12),
    ("two dozen people", "two dozen", "exact", 24, 24, 24),
    ("half a dozen people", "half a dozen", "exact", 6, 6, 6),
    ("a couple of people", "a couple of", "exact", 2, 2, 2),
    ("no civilians", "no", "exact", 0, 0, 0),
    ("a total of 14 people", "a total of 14", "exact", 14, 14, 14),
    ("at least 12 people", "at least 12", "at_least", 12, 12, None),
    ("At least one person", "At least one", "at_least", 1, 1, None),
    ("no fewer than 30 people", "no fewer than 30", "at_least", 30, 30, None),
    ("not less than ten people", "not less than ten", "at_least", 10, 10, None),
    ("12 or more people", "12 or more", "at_least", 12, 12, None),
    ("more than 6,000 fighters", "more than 6,000", "more_than", 6000, 6000, None),
    ("over a dozen people", "over a dozen", "more_than", 12, 12, None),
    ("up to 20 people", "up to 20", "at_most", None, 20, 20),
    ("as many as 50 people", "as many as 50", "at_most", None, 50, 50),
    ("fewer than ten people", "fewer than ten", "at_most", None, 10, 10),
    ("no more than 5 people", "no more than 5", "at_most", None, 5, 5),
    ("not more than five people", "not more than five", "at_most", None, 5, 5),
    ("around 60 people", "around 60", "about", 60, 60, 60),
    ("some 1,200 people", "some 1,200", "about", 1200, 1200, 1200),
    ("an estimated 300 people", "an estimated 300", "about", 300, 300, 300),
    ("40 or so people", "40 or so", "about", 40, 40, 40),
    ("nearly 60 people", "nearly 60", "nearly", 60, 60, 60),
    ("at least some 12 people", "at least some 12", "at_least", 12, 12, None),
    ("15 to 20 people", "15 to 20", "range", 15, None, 20),
    ("8-10 people", "8-10", "range", 8, None, 10),
    ("8\u201310 people", "8\u201310", "range", 8, None, 10),
    ("between 8 and 10 people", "between 8 and 10", "range", 8, None, 10),
    ("four or five people", "four or five", "range", 4, None, 5),
    ("dozens of people", "dozens of", "vague", 12, 12, 99),
    ("scores of people", "scores of", "vague", 40, 40, 99),
    ("hundreds of people", "hundreds of", "vague", 100, 100, 999),
    ("tens of thousands of people", "tens of thousands of", "vague", 10_000, 10_000, 99_999),
    ("several hundred people", "several hundred", "vague", 300, 300, 999),
    ("several people", "several", "vague", 3, 3, 9),
    ("up to several hundred people", "up to several hundred", "at_most", None, 300, 999),
    ("many people", "many", "vague", None, None, None),
    ("2000 people", "2000", "exact", 2000, 2000, 2000),
    ("more than 2010 people", "more than 2010", "more_than", 2010, 2010, None),
    ("a 300-strong force", "300", "exact", 300, 300, 300),
    ("40 rifles", "40", "exact", 40, 40, 40),
    ("“60 fighters”", "60", "exact", 60, 60, 60),
    ("they took over 20 villages", "20", "exact", 20, 20, 20),
    ("in Oldham Province 12 people died", "12", "exact", 12, 12, 12),
    ("one to two dozen people", "one to two dozen", "range", 12, None, 24),
    ("two to three hundred people", "two to three hundred", "range", 200, None, 300),
    ("between one and two hundred men", "between one and two hundred", "range", 100, None, 200),
    ("fifty to two hundred men", "fifty to two hundred", "range", 50, None, 200),
    ("five-to-seven people", "five-to-seven", "range", 5, None, 7),
    ("up to 15 or 20 people", "up to 15 or 20", "at_most", None, 20, 20),
    ("at least 100 to 150 people", "at least 100 to 150", "range", 100, None, 150),
    ("2.5m people", "2.5m", "exact", *[2_500_000] * 3),
    ("100k people", "100k", "exact", *[100_000] * 3),
    ("20-odd people", "20-odd", "about", 20, 20, 20),
    ("a hundred-odd people", "a hundred-odd", "about", 100, 100, 100),
    ("100-plus people", "100-plus", "at_least", 100, 100, None),
    ("100+ people", "100+", "at_least", 100, 100, None),
    (">20 people", "20", "more_than", 20, 20, None),
    ("~20 people", "20", "about", 20, 20, 20),
    ("12.000 people", "12.000", "exact", *[12_000] * 3),
    ("1.250 million people", "1.250 million", "exact", *[1_250_000] * 3),
    ("two and a half million people", "two and a half million", "exact", *[2_500_000] * 3),
    ("two (2) soldiers", "two (2)", "exact", 2, 2, 2),
    ("14 (fourteen) soldiers", "14 (fourteen)", "exact", 14, 14, 14),
    ("two lakh people", "two lakh", "exact", *[200_000] * 3),
    ("three crore people", "three crore", "exact", *[30_000_000] * 3),
    ("several million people", "several million", "vague", 3_000_000, 3_000_000, 9_999_999),
    ("(12)", "12", "exact", 12, 12, 12),
]  # fmt: skip


@pytest.fixture(scope="module")
def amounts() -> dict[str, pl.DataFrame]:
    """What is read from every text of the two tables, in one batch."""
    return read_all([row[0] for row in (*COUNTED, *NOT_COUNTED)])


@pytest.mark.parametrize(("text", "cut", "sense", "low", "best", "high"), COUNTED)
def test_amounts_are_read(
    amounts: dict[str, pl.DataFrame],
    text: str,
    cut: str,
    sense: str,
    low: int | None,
    best: int | None,
    high: int | None,
) -> None:
    counted = amounts[text].filter(pl.col("kind") == "quantity")
    assert counted.select("cut", "sense", "value_low", "value_best", "value_high").rows() == [
        (cut, sense, low, best, high)
    ]


NOT_COUNTED = [
    ("in 2014 rebels came", "time"), ("the 2021 offensive", "time"), ("since 2009", "time"),
    ("between 1979 and 1989", "time"), ("August 20", "time"), ("Aug. 20, 2021", "time"),
    ("20 August 2021", "time"), ("3 and 4 May", "time"), ("May 3 and 4", "time"),
    ("on the 22nd of August", "time"), ("at 8.40am", "time"), ("at 8:53 a.m. ET", "time"),
    ("at 10:30", "time"), ("2021-08-20", "time"), ("on 20/08/2021", "time"), ("the 1990s", "time"),
    ("the 25th brigade", "stop"), ("Brigade 25", "stop"), ("District 9", "stop"),
    ("No. 5", "stop"), ("an F-16 jet", "stop"), ("Karim, 23, spoke", "stop"), ("aged 44", "stop"),
    ("they won 3-1", "stop"), ("call 0799123456", "stop"),
    ("12 km away", "unit"), ("12km away", "unit"), ("60 percent", "unit"), ("nearly 60%", "unit"),
    ("$15 million", "unit"), ("€20,000", "unit"), ("20,000 dollars", "unit"), ("122mm", "unit"),
    ("10 to 20% of it", "unit"), ("Rs 500", "unit"), ("Resolution 2593", "stop"),
    ("8-9pm", "time"), ("a 23-year-old man", "unit"), ("three days", "unit"),
    ("three-day siege", "unit"),
    ("a 12-member council", "unit"), ("3.5 of it", "unit"),
    ("2.5 tons", "unit"), ("2.5m away", "unit"), ("a boy, 14, said", "stop"),
    ("a boy (14) said", "stop"), ("Karim (23) said", "stop"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), NOT_COUNTED)
def test_numbers_that_count_nothing_are_no_amounts(
    amounts: dict[str, pl.DataFrame], text: str, kind: str
) -> None:
    assert set(amounts[text]["kind"]) == {kind}


def test_a_rise_is_two_amounts_and_no_range() -> None:
    assert read("the toll rose from 12 to 15")["cut"].to_list() == ["12", "15"]


def test_amounts_beside_each_other_stay_apart() -> None:
    assert read("six soldiers and a hundred policemen, 12, 15 and 20 others")["cut"].to_list() == [
        "six", "a hundred", "12", "15", "20",
    ]  # fmt: skip
    assert read("222 of the region's 421 districts")["cut"].to_list() == ["222", "421"]


def test_a_part_of_a_measure_keeps_the_whole_span() -> None:
    assert read("some 12 kilometers away")["cut"].to_list() == ["some 12 kilometers"]
