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
from tests.prose import LEAD, SECOND

DocumentsOf = Callable[..., pl.DataFrame]
DescribeAll = Callable[[list[dict[str, object]]], list[dict[str, object]]]

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


AUTHORED = f"Rebels take Karez\n\nAuthored by www.lowland.example and submitted by x\n\n{LEAD}"
POST = "https://www.post.example/1"
PUBLISHERS = [
    ({"text": AUTHORED, "publisher": "Given", "uri": POST}, "Given"),
    ({"text": AUTHORED, "uri": POST}, "lowland.example"),
    ({"text": LEAD, "uri": POST}, "The Valley Post"),
    ({"text": LEAD, "uri": "https://other.example:80/1"}, "other.example"),
    ({"text": LEAD}, None),
]


def test_publishers_in_the_order_of_evidence(describe_all: DescribeAll) -> None:
    articles = describe_all([record for record, _ in PUBLISHERS])
    found = [article["publisher"] for article in articles]
    assert found == [publisher for _, publisher in PUBLISHERS]


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


def test_a_language_that_is_given_holds(describe_all: DescribeAll) -> None:
    given = ("EN-gb", "fr", "English")
    articles = describe_all([{"text": LEAD, "language": language} for language in given])
    assert [article["language"] for article in articles] == ["en", "fr", "en"]


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


def test_a_date_in_the_address_and_one_in_a_path(describe_all: DescribeAll) -> None:
    addresses = ("a.example/2020/05/01/x", "a.example/world/2020/may/01/x")
    uris = (*(f"https://{address}" for address in addresses), "downloads/2020/05/01/x.txt")
    *dated, undated = describe_all([{"text": LEAD, "uri": uri} for uri in uris])
    found = [(article["published_on"], article["published_on_method"]) for article in dated]
    assert found == [(FRIDAY, "metadata")] * 2
    assert undated["published_on"] is None


def test_a_crawl_date_does_not_hold_against_a_printed_one(describe_all: DescribeAll) -> None:
    text = f"Friday, May 1, 2020\n\nRebels take Karez\n\n{LEAD}"
    given = ("2022-01-03", "2020-05-02")
    articles = describe_all([{"text": text, "published_at": day} for day in given])
    assert [article["published_on"] for article in articles] == [FRIDAY, SATURDAY]


# reference date


PHOTO = "In this {} photo, men wave a flag. AP Photo/A Photographer"
WEEKDAYS = (
    "The front took Karez on Thursday, April 30, 2020, the governor said on Friday. He will speak "
    "again on Sunday. Shops opened on Friday, and every Monday there is a market. Talks are due by "
    "Tuesday."
)
PAST = "The pass was last taken on March 12, 2009, when the army fled."
AHEAD = "Voters in Karez will go to the polls on Thursday, April 30, 2020."
COMMENT = "reader77 on May {}, 2020 at 11:05 UTC »\n\nNo way."
LATER = "other on May 2nd, 2020 at 09:00 UTC »\n\nOn Saturday there was more, on Saturday!"
NO_WEEKDAY = LEAD.replace(" on Friday", "")
# Paragraphs of articles without a day of publication, and the day they stand on.
REFERENCES = {
    # a fresh photo and a weekday; an old photo gives none
    ("Rebels take Karez", PHOTO.format("April 29, 2020"), LEAD, SECOND): FRIDAY,
    ("Rebels take Karez", PHOTO.format("April 29, 2012 file"), LEAD, SECOND): None,
    # the weekday named most counts, and those ahead do not
    (WEEKDAYS,): FRIDAY,
    # neither history nor a date ahead gives a bound
    (LEAD, SECOND, PAST): None,
    (LEAD, AHEAD): None,
    # the first comment comes after the article; both bounds together
    ("Rebels take Karez", LEAD, SECOND, COMMENT.format("3rd"), LATER): FRIDAY,
    (
        "Rebels take Karez", PHOTO.format("May 1, 2020"), NO_WEEKDAY, SECOND, COMMENT.format("2nd"),
    ): FRIDAY,
    # without a bound no day is guessed
    (LEAD,): None,
    (SECOND,): None,
    (LEAD, "By August 31 all troops must leave."): None,
}  # fmt: skip


def test_an_undated_article_stands_on_the_day_that_its_signs_leave(
    describe_all: DescribeAll,
) -> None:
    articles = describe_all([{"text": "\n\n".join(paragraphs)} for paragraphs in REFERENCES])
    names = ("published_on", "published_on_method", "reference_on", "reference_on_method")
    found = {
        paragraphs: tuple(article[name] for name in names)
        for paragraphs, article in zip(REFERENCES, articles, strict=True)
    }
    assert found == {
        paragraphs: (None, "unknown", day, "text" if day else "unknown")
        for paragraphs, day in REFERENCES.items()
    }


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
