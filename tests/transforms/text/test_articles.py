"""What is known of an article: headline, publisher, language, and the dates it stands on."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from pipelines.storage.door import enforce
from pipelines.transforms.ids import hash_id
from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.articles import describe_articles
from pipelines.transforms.text.parts import mark_parts

DocumentsOf = Callable[..., pl.DataFrame]
Describe = Callable[..., dict[str, object]]
DescribeAll = Callable[[list[dict[str, object]]], list[dict[str, object]]]

LEAD = (
    "Fighters of the Upland Front took the district of Karez on Friday after two days of "
    "shelling, the governor of the province told reporters."
)
SECOND = (
    "The army said that its soldiers had left the town in good order and would come back, and "
    "that nobody had been hurt on its side."
)
FRIDAY, SATURDAY = date(2020, 5, 1), date(2020, 5, 2)
WEDNESDAY = date(2020, 4, 29)


@pytest.fixture
def describe_all(documents_of: DocumentsOf, page_lexicons: Lexicons) -> DescribeAll:
    """An article of each record, in their order, whether or not their texts differ."""

    def build(records: list[dict[str, object]]) -> list[dict[str, object]]:
        ids = [hash_id(f"record {number}") for number in range(len(records))]
        documents = documents_of(
            *(record | {"article_id": id_} for id_, record in zip(ids, records, strict=True))
        )
        parts = mark_parts(documents, page_lexicons)
        frame = enforce("articles", describe_articles(documents, parts, page_lexicons))
        found = {row["article_id"]: row for row in frame.iter_rows(named=True)}
        return [found[id_] for id_ in ids]

    return build


@pytest.fixture
def describe(describe_all: DescribeAll) -> Describe:
    """The one article of a text and what a record brings with it."""
    return lambda text, **given: describe_all([{"text": text, **given}])[0]


# headline and publisher


HEADLINES = [
    ("Rebels take Karez", "Rebels take Karez", None),
    ("Rebels take Karez -", "Rebels take Karez", None),
    ("Rebels take Karez - The Valley Post", "Rebels take Karez", "The Valley Post"),
    ("Rebels take Karez | upland wire", "Rebels take Karez", "Upland Wire"),
    ("Rebels take Karez \N{EN DASH} news.valley.com", "Rebels take Karez", "news.valley.com"),
    ("Rebels take Karez - valleypost.com", "Rebels take Karez", "valleypost.com"),
    ("War in the valley - a week on", "War in the valley - a week on", None),
    ("2020-05-01 Rebels take Karez", "Rebels take Karez", None),
]


def test_the_headline_loses_outlet_and_date(describe_all: DescribeAll) -> None:
    printed = [{"text": f"{line}\n\n{LEAD}\n\n{SECOND}"} for line, _, _ in HEADLINES]
    given = [{"text": LEAD, "title": line} for line, _, _ in HEADLINES]
    found = [(row["title"], row["publisher"]) for row in describe_all([*printed, *given])]
    assert found == [(title, publisher) for _, title, publisher in HEADLINES] * 2


def test_publishers_in_the_order_of_evidence(describe: Describe) -> None:
    text = f"Rebels take Karez\n\nAuthored by www.lowland.example and submitted by x\n\n{LEAD}"
    address = "https://www.post.example/1"
    assert describe(text, publisher="Given", uri=address)["publisher"] == "Given"
    assert describe(text, uri=address)["publisher"] == "lowland.example"
    assert describe(LEAD, uri=address)["publisher"] == "The Valley Post"
    assert describe(LEAD, uri="https://other.example:80/1")["publisher"] == "other.example"
    assert describe(LEAD)["publisher"] is None


# language


LANGUAGES = [
    (LEAD, "en"),
    (LEAD.upper(), "en"),
    ("Los rebeldes tomaron el pueblo de Karez y los soldados se fueron de la zona.", "es"),
    ("Les rebelles ont pris le village et les soldats sont partis dans la nuit.", "fr"),
    ("Die Rebellen haben das Dorf in der Nacht genommen, und die Armee ist fort.", "de"),
    ("سيطر المسلحون على البلدة يوم الجمعة بعد قتال عنيف", "ar"),
    ("شورشیان شهر را گرفتند و چند نفر کشته شدند", "fa"),
    ("Боевики захватили город в пятницу", "ru"),
    ("Бойовики захопили місто в п'ятницю", "uk"),
    ("Karez, 12.", None),
]


def test_languages(describe_all: DescribeAll) -> None:
    articles = describe_all([{"text": text} for text, _ in LANGUAGES])
    found = [(text, row["language"]) for (text, _), row in zip(LANGUAGES, articles, strict=True)]
    assert found == LANGUAGES


def test_a_language_that_is_given_holds(describe: Describe) -> None:
    assert describe(LEAD, language="EN-gb")["language"] == "en"
    assert describe(LEAD, language="fr")["language"] == "fr"
    assert describe(LEAD, language="English")["language"] == "en"


# day of publication


RECORD_DATES = (
        "2020-05-01", "2020-05-01T23:30:00-08:00", "2020-05-01 08:00", "20200501",
        "Fri, 01 May 2020 10:00:00 GMT", "May 1, 2020", "1 May 2020", "1st of May 2020",
        "1588330000", "1588330000000", "01.05.2020", "2020/05/01",
)  # fmt: skip
OPEN_DATES = ("01/05/2020", "2020-02-31", "yesterday", "2020", "", "12")
PRINTED_DATES = (
    f"Friday, May 1, 2020\n\nRebels take Karez\n\n{LEAD}",
    f"Rebels take Karez\n\nBy A. Writer\n\nPublished: 1 May 2020 at 10:15\n\n{LEAD}",
    f" date 2020-05-01 Rebels take Karez.\n\n{LEAD}",
    f"Rebels take Karez\n\nKAREZ, May 1, 2020 (Upland Wire) - {LEAD}",
    f"Rebels take Karez\n\nKarez, Upper Valley \N{EN DASH} 1 May 2020 \N{EN DASH} {LEAD}",
    f"KAREZ, 1 MAY 20 (UPLAND RADIO) -- [TEXT] {LEAD.upper()}",
)


def test_dates_of_records_in_any_common_form(describe_all: DescribeAll) -> None:
    articles = describe_all([{"text": LEAD, "published_at": given} for given in RECORD_DATES])
    names = ("published_on", "published_on_method", "reference_on", "reference_on_method")
    found = {
        given: tuple(article[name] for name in names)
        for given, article in zip(RECORD_DATES, articles, strict=True)
    }
    assert found == dict.fromkeys(RECORD_DATES, (FRIDAY, "metadata", FRIDAY, "published"))


def test_dates_that_could_be_several_days_are_not_read(describe_all: DescribeAll) -> None:
    articles = describe_all([{"text": LEAD, "published_at": given} for given in OPEN_DATES])
    read = zip(OPEN_DATES, articles, strict=True)
    assert [given for given, article in read if article["published_on"] is not None] == []


def test_dates_printed_over_the_text(describe_all: DescribeAll) -> None:
    articles = describe_all([{"text": text} for text in PRINTED_DATES])
    found = [(article["published_on"], article["published_on_method"]) for article in articles]
    assert found == [(FRIDAY, "dateline")] * len(PRINTED_DATES)


def test_a_date_in_the_address_and_one_in_a_path(describe: Describe) -> None:
    for address in ("https://a.example/2020/05/01/x", "https://a.example/world/2020/may/01/x"):
        article = describe(LEAD, uri=address)
        assert (article["published_on"], article["published_on_method"]) == (FRIDAY, "metadata")
    assert describe(LEAD, uri="downloads/2020/05/01/x.txt")["published_on"] is None


def test_a_crawl_date_does_not_hold_against_a_printed_one(describe: Describe) -> None:
    text = f"Friday, May 1, 2020\n\nRebels take Karez\n\n{LEAD}"
    assert describe(text, published_at="2022-01-03")["published_on"] == FRIDAY
    assert describe(text, published_at="2020-05-02")["published_on"] == SATURDAY


# reference date


def reference(article: dict[str, object]) -> tuple[object, object]:
    assert article["published_on"] is None
    assert article["published_on_method"] == "unknown"
    return article["reference_on"], article["reference_on_method"]


def test_a_fresh_photo_and_a_weekday_give_the_day(describe: Describe) -> None:
    caption = "In this April 29, 2020 photo, men wave a flag. AP Photo/A Photographer"
    article = describe(f"Rebels take Karez\n\n{caption}\n\n{LEAD}\n\n{SECOND}")
    assert reference(article) == (FRIDAY, "text")


def test_an_old_photo_gives_none(describe: Describe) -> None:
    caption = "In this April 29, 2012 file photo, men wave a flag. AP Photo/A Photographer"
    article = describe(f"Rebels take Karez\n\n{caption}\n\n{LEAD}\n\n{SECOND}")
    assert reference(article) == (None, "unknown")


def test_the_weekday_named_most_counts_and_those_ahead_do_not(describe: Describe) -> None:
    text = (
        "The front took Karez on Thursday, April 30, 2020, the governor said on Friday. He will "
        "speak again on Sunday. Shops opened on Friday, and every Monday there is a market. "
        "Talks are due by Tuesday."
    )
    assert reference(describe(text)) == (FRIDAY, "text")


def test_history_gives_no_reference_date(describe: Describe) -> None:
    past = "The pass was last taken on March 12, 2009, when the army fled."
    assert reference(describe(f"{LEAD}\n\n{SECOND}\n\n{past}")) == (None, "unknown")


def test_a_date_ahead_gives_no_bound(describe: Describe) -> None:
    ahead = "Voters in Karez will go to the polls on Thursday, April 30, 2020."
    assert reference(describe(f"{LEAD}\n\n{ahead}")) == (None, "unknown")


def test_the_first_comment_comes_after_the_article(describe: Describe) -> None:
    comments = (
        "reader77 on May 3rd, 2020 at 11:05 UTC »\n\nNo way.\n\n"
        "other on May 2nd, 2020 at 09:00 UTC »\n\nOn Saturday there was more, on Saturday!"
    )
    text = f"Rebels take Karez\n\n{LEAD}\n\n{SECOND}\n\n{comments}"
    assert reference(describe(text)) == (FRIDAY, "text")


def test_both_bounds_together(describe: Describe) -> None:
    caption = "In this May 1, 2020 photo, men wave a flag. AP Photo/A Photographer"
    comment = "reader77 on May 2nd, 2020 at 11:05 UTC »\n\nNo way."
    lead = LEAD.replace(" on Friday", "")
    article = describe(f"Rebels take Karez\n\n{caption}\n\n{lead}\n\n{SECOND}\n\n{comment}")
    assert reference(article) == (FRIDAY, "text")


@pytest.mark.parametrize("text", [LEAD, SECOND, f"{LEAD}\n\nBy August 31 all troops must leave."])
def test_without_a_bound_no_day_is_guessed(text: str, describe: Describe) -> None:
    assert reference(describe(text)) == (None, "unknown")


# copies


def test_copies_of_a_text_are_one_article_in_any_order(
    documents_of: DocumentsOf, page_lexicons: Lexicons
) -> None:
    copies = [
        {
            "text": LEAD,
            "uri": "b",
            "location": "/b",
            "publisher": "B",
            "published_at": "2020-05-01",
        },
        {"text": LEAD, "uri": "a", "location": "/a", "publisher": None, "external_id": "a"},
        {
            "text": LEAD,
            "uri": "c",
            "location": "/c",
            "publisher": "C",
            "published_at": "2020-06-01",
        },
        {"text": SECOND, "uri": "d", "location": "/d", "is_current": False},
    ]
    frames = []
    for order in (copies, copies[::-1]):
        documents = documents_of(*order)
        parts = mark_parts(documents, page_lexicons)
        frames.append(describe_articles(documents, parts, page_lexicons))
    assert frames[0].equals(frames[1])
    row = frames[0].row(0, named=True)
    assert frames[0].height == 1
    assert (row["uri"], row["external_id"], row["publisher"]) == ("a", "a", "B")
    assert row["published_on"] == FRIDAY


def test_no_documents_give_no_articles(documents_of: DocumentsOf, page_lexicons: Lexicons) -> None:
    documents = documents_of()
    parts = mark_parts(documents, page_lexicons)
    enforce("articles", describe_articles(documents, parts, page_lexicons))


# seeds


def test_seeds_have_the_headlines_and_dates_a_careful_reader_sees(
    seeds: Path, documents_of: DocumentsOf, page_lexicons: Lexicons
) -> None:
    gold = json.loads((seeds.parent / "gold" / "seeds.json").read_text())["articles"]
    paths = sorted(seeds.glob("*.txt"))
    documents = documents_of(
        *({"text": path.read_text(), "external_id": path.stem} for path in paths)
    )
    parts = mark_parts(documents, page_lexicons)
    articles = describe_articles(documents, parts, page_lexicons)
    found = {row["external_id"]: row for row in articles.rows(named=True)}
    for answer in gold:
        row = found[answer["file"]]
        assert answer["title_contains"] in row["title"]
        assert row["language"] == answer["language"]
        assert str(row["published_on"] or "None") == str(answer["published_on"])
        assert answer.get("publisher_contains", "") in (row["publisher"] or "")
        borrows_later = answer["file"].startswith("003")
        accepted = [None] if borrows_later else answer["reference_on"]
        assert (row["reference_on"] and str(row["reference_on"])) in accepted
