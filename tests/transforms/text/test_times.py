"""Times: what they say as numbers, and which trigger each of them dates."""

import polars as pl
import pytest

from pipelines.transforms.text.times.spans import find_times
from pipelines.transforms.text.times.times import date_anchors
from schemas.text import TIME_FIELDS
from tests.anchored import Anchored, read_anchors
from tests.chain import lexicons


def find(text: str) -> list[dict[str, object]]:
    sentence = pl.DataFrame(
        {"article_id": ["a"], "sentence_id": ["a.0000"], "start": [100], "text": [text]},
        schema_overrides={"start": pl.Int32},
    )
    return find_times(sentence, lexicons()).to_dicts()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("It fell on August 10.", {"time_kind": "date", "time_month": 8, "time_day": 10}),
        ("It fell on 10 August 2021.", {"time_kind": "date", "time_year": 2021, "time_day": 10}),
        ("It fell Aug. 19, 2021.", {"time_year": 2021, "time_month": 8, "time_day": 19}),
        ("Date: 2021-08-20", {"time_year": 2021, "time_month": 8, "time_day": 20}),
        ("It fell on the night of 15 May.", {"time_kind": "date", "time_month": 5, "time_day": 15}),
        ("It fell on the 5th of March.", {"time_kind": "date", "time_month": 3, "time_day": 5}),
        ("It raged on 3 and 4 May.", {"time_day": 3, "time_day_end": 4, "time_month": 5}),
        ("It raged May 1-3.", {"time_day": 1, "time_day_end": 3, "time_month": 5}),
        ("It fell Friday.", {"time_kind": "weekday", "time_weekday": 5, "voice": "on"}),
        ("It has raged since Sunday.", {"time_weekday": 7, "is_since": True}),
        ("It fell by mid-August.", {"time_month": 8, "time_day": 11, "time_day_end": 20}),
        ("It fell early in June.", {"time_month": 6, "time_day": 1, "time_day_end": 10}),
        ("It fell in late April.", {"time_month": 4, "time_day": 21, "time_day_end": 30}),
        ("It fell in the last week of June.", {"time_day": 24, "time_day_end": 30}),
        ("It fell in the second half of May.", {"time_day": 16, "time_day_end": 31}),
        ("It fell overnight into Tuesday.", {"time_weekday": 1, "time_weekday_end": 2}),
        ("It fell overnight from Monday to Tuesday.", {"time_weekday": 1, "time_weekday_end": 2}),
        ("It fell on Thurs. evening.", {"time_weekday": 4}),
        ("It fell 48 hours ago.", {"time_days_start": -2, "time_days_end": -2}),
        ("Over the past fortnight it fell.", {"time_days_start": -14, "time_days_end": 0}),
        ("It fell in March.", {"time_kind": "month", "time_month": 3}),
        ("It fell in 2014.", {"time_kind": "year", "time_year": 2014}),
        ("It fell in the 1990s.", {"time_kind": "year", "time_year": 1990}),
        ("As of Monday it held.", {"time_weekday": 1, "voice": "by"}),
        ("It fell three days ago.", {"time_days_start": -3, "time_days_end": -3}),
        ("In the past 48 hours it fell.", {"time_days_start": -2, "time_days_end": 0}),
        ("It fell yesterday.", {"time_days_start": -1, "time_days_end": -1}),
        ("It fell earlier this week.", {"time_days_start": -7, "time_days_end": 0}),
        ("It fell over the weekend.", {"time_kind": "weekend"}),
        ("It fell ahead of the August 31 deadline.", {"voice": "future"}),
        ("It holds until next Friday.", {"voice": "future", "time_weekday": 5}),
        ("The deadline of 31 August passed.", {"voice": "future"}),
        ("They wrote at 8.40am ET.", {"sense": "clock", "time_kind": None}),
        ("It fell the following day.", {"sense": "shift", "shift": 1, "time_kind": None}),
        ("It fell two days later.", {"sense": "shift", "shift": 2, "voice": "on"}),
        ("It fell three days earlier.", {"sense": "shift", "shift": -3, "voice": "on"}),
        ("It fell two weeks earlier.", {"time_days_start": -17, "time_days_end": -11}),
        ("It fell the day before the vote.", {"time_kind": None, "voice": "after"}),
        ("It raged on Sunday and Monday.", {"time_weekday": 7, "time_weekday_end": 1}),
        ("It raged between Monday and Wednesday.", {"time_weekday": 1, "time_weekday_end": 3}),
        ("It fell late Saturday night into Sunday.", {"time_weekday": 6, "time_weekday_end": 7}),
        ("It fell in the early hours of Monday.", {"time_weekday": 1, "time_weekday_end": None}),
        ("It fell two nights ago.", {"time_days_start": -2, "time_days_end": -2}),
        ("It raged on 5, 6 and 7 January.", {"time_day": 5, "time_day_end": 7, "time_month": 1}),
        ("On March 5, 12 people died.", {"time_month": 3, "time_day": 5, "time_day_end": None}),
        ("It fell on 12.03.2024.", {"time_year": 2024, "time_month": 3, "time_day": 12}),
        ("It fell on 25/12/2023.", {"time_year": 2023, "time_month": 12, "time_day": 25}),
        ("It fell on 12/25/2023.", {"time_year": 2023, "time_month": 12, "time_day": 25}),
        ("IT FELL ON 27 MAY.", {"time_kind": "date", "time_month": 5, "time_day": 27}),
        ("IT FELL ON 18 MARCH.", {"time_kind": "date", "time_month": 3, "time_day": 18}),
        ("IT FELL IN MARCH.", {"time_kind": "month", "time_month": 3}),
        ("IT FELL FRIDAY NIGHT, 4 MAY.", {"time_kind": "date", "time_weekday": 5, "time_day": 4}),
        ("It fell at 1930.", {"sense": "clock", "time_kind": None}),
        ("Today marks the ninth day of the siege.", {"voice": "after"}),
        ("A walkout was called for 14 August.", {"voice": "future"}),
        ("It claimed the raid for Sunday's dead.", {"time_weekday": 7, "voice": "on"}),
        ("A ballot is slated for 8 May.", {"voice": "future"}),
        ("LOMA, 3 JAN 90 (XYZ) -- It fell.", {"voice": "dateline"}),
        ("KAREZ, Upper Valley, Aug. 20 (Wire) - It fell.", {"voice": "dateline"}),
    ],
)
def test_a_time_is_read(text: str, says: dict[str, object]) -> None:
    (found,) = find(text)
    assert {name: found[name] for name in says} == says
    assert text[found["start"] - 100 : found["end"] - 100] == found["time_text"]


@pytest.mark.parametrize(
    "text",
    ["They may march on.", "A second convoy sat by the sun.", "Mark wed Ann.", "Room 1204",
     "AT LEAST 10 MAY HAVE DIED.", "They march 20 km.", "It lies on Mon State's coast."],
)  # fmt: skip
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("It fell two days after rebels left on Sunday.", {"time_weekday": 2}),
        ("It fell the day before the vote on 1 May.", {"time_month": 4, "time_day": 30}),
        ("It fell 8 days after the talks of 26 December 2019.",
         {"time_year": 2020, "time_month": 1, "time_day": 3}),
        ("It fell a day after the talks of 28 February.",
         {"time_kind": "month", "time_month": 3, "time_day": None}),
    ],
)  # fmt: skip
def test_a_time_counts_from_the_day_that_follows_it(text: str, says: dict[str, object]) -> None:
    counted, base = find(text)
    assert {name: counted[name] for name in says} == says
    assert base["voice"] == "after"


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Medics said on Wednesday that 12 had died a day earlier.", 2),
        ("On Saturday they buried two guards who fell the day before.", 5),
        ("It was seized on Sunday and lost two days later.", 2),
    ],
)
def test_a_distance_counts_from_the_day_named_before_it(text: str, weekday: int) -> None:
    named, counted = find(text)
    assert named["voice"] == counted["voice"] == "on"
    assert counted["time_weekday"] == weekday


CASES = [
    # text, trigger, date_basis, time_text
    ("Rebels captured Dara on Friday and killed 12 soldiers.", "killed", "stated", "on Friday"),
    ("Rebels captured Dara on Friday. They wounded five.", "wounded", "carried", "on Friday"),
    ("After troops seized Kuh on Sunday, rebels captured Dara.", "seized", "stated", "on Sunday"),
    ("After troops seized Kuh on Sunday, rebels captured Dara.", "captured", "reference", None),
    ("Rebels captured Dara since troops seized Kuh on Sunday.", "captured", "reference", None),
    ("Rebels retook Dara, which troops seized on Sunday.", "retook", "reference", None),
    ("Forces captured Pul, the seat of the valley, on August 10.", "captured", "stated",
     "on August 10"),
    ("The marshal tweeted Friday that the towns had been captured.", "captured", "said", "Friday"),
    ("On Friday, the marshal said rebels captured Dara.", "captured", "said", "On Friday"),
    ("On Monday, rebels captured Dara, the marshal said.", "captured", "stated", "On Monday"),
    ("Medics said on Tuesday that 12 people were killed on Monday.", "killed", "stated",
     "on Monday"),
    ("Friday's assault killed 12.", "killed", "stated", "Friday"),
    ("At least 12 people have been killed since Sunday, medics said.", "killed", "stated",
     "since Sunday"),
    ("Ahead of the August 31 deadline, rebels captured Dara.", "captured", "reference", None),
    ("Rebels will capture Dara by next Friday.", "capture", "none", None),
    ("KUH, March 6, 2031 (Test Wire) - Rebels captured Dara before dawn on Wednesday.", "captured",
     "stated", "before dawn on Wednesday"),
    ("Nine people were killed when a shell hit a bus on Tuesday, medics said on Wednesday.",
     "killed", "stated", "on Tuesday"),
    ("The council condemned today the murder of two judges.", "the murder of", "reference", None),
    ("Police announced on Sunday the murder of two judges.", "the murder of", "said", "on Sunday"),
    ("The minister said on Sunday that a panel that was set up long ago knew of the murder of two"
     " judges.", "the murder of", "reference", None),
    ("On Friday the murder of two judges shook Dara.", "the murder of", "stated", "On Friday"),
    ("Talks ended after the 4 June bombing that killed ten.", "killed", "stated",
     "after the 4 June"),
    ("Rebels captured Dara after the 4 June bombing in Kuh.", "captured", "reference", None),
    ("Talks ended after Sunday's raid that killed ten.", "killed", "stated", "after Sunday"),
    ("Ten men were killed while guarding a bridge on Sunday.", "killed", "stated", "on Sunday"),
    ("Ten men, two of whom were guards, were killed, which medics doubt, on Sunday.", "killed",
     "stated", "on Sunday"),
    ("In recent days much was said of the killing of ten men in Dara on Tuesday.",
     "the killing of", "stated", "on Tuesday"),
    ("The army has spent the last week in Kuh. It captured Dara.", "captured", "reference", None),
    ("The army overran the base on Sunday, taking the town of Dara.", "taking", "stated",
     "on Sunday"),
    ("Rebels captured Dara on 3 May. The next day they killed ten.", "killed", "carried",
     "The next day"),
    ("A reporter tweeted about the battle on Friday.\n\n\"They captured Dara,\" she tweeted.",
     "captured", "carried", "on Friday"),
]  # fmt: skip


@pytest.fixture(scope="module")
def read() -> Anchored:
    return read_anchors([case[0] for case in CASES])


@pytest.fixture(scope="module")
def dated(read: Anchored) -> pl.DataFrame:
    return date_anchors(read.anchors, read.sentences, read.mentions, lexicons())


@pytest.mark.parametrize(("text", "trigger", "basis", "time_text"), CASES)
def test_each_trigger_has_its_time(
    text: str, trigger: str, basis: str, time_text: str | None, read: Anchored, dated: pl.DataFrame
) -> None:
    row = read.of(dated, text, trigger)
    assert (row["date_basis"], row["time_text"]) == (basis, time_text)


def test_the_next_day_is_counted_from_the_day_before_it(
    read: Anchored, dated: pl.DataFrame
) -> None:
    text = next(case[0] for case in CASES if case[3] == "The next day")
    row = read.of(dated, text, "killed")
    assert (row["time_kind"], row["time_month"], row["time_day"]) == ("date", 5, 4)


def test_a_headline_takes_the_day_of_its_lead(read: Anchored) -> None:
    text = "Rebels capture Dara\n\nRebels captured Dara on Tuesday after a long battle."
    mine = read_anchors([text])
    sentences = mine.sentences.with_columns(is_title=pl.col("sentence_no") == 0)
    dated = date_anchors(mine.anchors, sentences, mine.mentions, lexicons())
    row = mine.of(dated, text, "capture")
    assert (row["date_basis"], row["time_weekday"]) == ("carried", 2)


def test_every_anchor_has_one_row_in_order(read: Anchored, dated: pl.DataFrame) -> None:
    assert dated.columns == ["anchor_id", *TIME_FIELDS]
    assert dated["anchor_id"].to_list() == read.anchors["anchor_id"].to_list()


def test_no_anchors_give_no_dates(read: Anchored) -> None:
    empty = read.anchors.clear()
    assert date_anchors(empty, read.sentences, read.mentions, lexicons()).is_empty()
    assert find_times(read.sentences.clear(), lexicons()).is_empty()
