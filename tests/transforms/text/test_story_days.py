"""Details told without a day happened on the day that the article gave for its story."""

from datetime import date

import polars as pl
import pytest

from pipelines.transforms.text.times.times import date_anchors
from tests.anchored import Anchored, read_anchors
from tests.chain import lexicons

FAR = "The road stayed closed for hours.\n\nShops were shut.\n\n"
CASES = [
    # text, trigger, date_basis, time_text
    (f"A bomb attack shook Dara on Friday.\n\n{FAR}Ten people were killed.", "killed", "carried",
     "on Friday"),
    (f"Gunmen killed ten farmers on 4 June.\n\n{FAR}The farmers were killed in a field.", "killed",
     "stated", "on 4 June"),
    (f"{FAR}Ten people were killed.\n\nThe attack took place on Friday.", "killed", "carried",
     "on Friday"),
    (f"A train left the rails near Dara today.\n\n{FAR}Ten people were killed.", "killed",
     "carried", "today"),
    (f"The mayor condemned today the raid on Dara.\n\n{FAR}Ten people were killed.", "killed",
     "reference", None),
    (f"A bomb attack shook Dara on 3 May 1998.\n\n{FAR}Ten people were killed.", "killed",
     "reference", None),
    (f"Rebels began their offensive on Friday.\n\n{FAR}{FAR}Ten people were killed.", "killed",
     "carried", "on Friday"),
    (f"A bomb attack shook Kunduz on Friday.\n\n{FAR}Ten people were killed in Herat.", "killed",
     "reference", None),
    (f"Guerrillas will attack Dara on Friday.\n\n{FAR}Ten people were killed.", "killed",
     "reference", None),
    (f"Police said on Sunday that ten people were killed.\n\n{FAR}The attack took place on Friday.",
     "killed", "carried", "on Friday"),
    (f"The kidnapped man today wrote a letter.\n\n{FAR}Ten people were killed.\n\nThe kidnapping"
     " took place on Friday.", "killed", "carried", "on Friday"),
    ("Three students murdered near Dara were buried on Friday.", "murdered", "reference", None),
    ("Three students were killed and four were buried alive near Dara on Friday.", "killed",
     "stated", "on Friday"),
    (f"A bomb attack shook Dara on Friday.\n\n{FAR}Rebels captured Kuh.", "captured", "reference",
     None),
]  # fmt: skip


@pytest.fixture(scope="module")
def read() -> Anchored:
    return read_anchors([case[0] for case in CASES])


@pytest.fixture(scope="module")
def dated(read: Anchored) -> pl.DataFrame:
    return date_anchors(read.anchors, read.sentences, read.mentions, lexicons())


@pytest.mark.parametrize(("text", "trigger", "basis", "time_text"), CASES)
def test_a_detail_has_the_day_of_its_story(
    text: str, trigger: str, basis: str, time_text: str | None, read: Anchored, dated: pl.DataFrame
) -> None:
    row = read.of(dated, text, trigger)
    assert (row["date_basis"], row["time_text"]) == (basis, time_text)


@pytest.mark.parametrize(("year", "basis"), [(1998, "carried"), (2004, "reference")])
def test_a_day_that_names_the_articles_own_year_is_one_of_its_story(
    year: int, basis: str, read: Anchored
) -> None:
    text = next(case[0] for case in CASES if "3 May 1998" in case[0])
    reference = read.anchors.select("article_id", reference_on=date(year, 5, 9)).unique()
    dated = date_anchors(read.anchors, read.sentences, read.mentions, lexicons(), reference)
    assert read.of(dated, text, "killed")["date_basis"] == basis
