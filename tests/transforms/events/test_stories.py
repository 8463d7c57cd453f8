"""Stories: copies and paraphrases of one text, and the dates they lend each other."""

from datetime import date

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from pipelines.storage.door import enforce
from pipelines.transforms.ids import hash_id
from pipelines.transforms.text.sentences import split_sentences
from tests.builders import frame, lexicons
from tests.story_search import find_stories
from tests.transforms.events import story_texts as texts

TUESDAY = date(2024, 3, 5)
ARTICLES = {
    "original": ("Fighters take Umm Sunta", texts.ORIGINAL, TUESDAY),
    "paraphrase": ("Darfur market town falls", texts.PARAPHRASE, None),
    "copy": ("Town in Darfur overrun", texts.ORIGINAL, date(2024, 3, 6)),
    "shortened": ("Umm Sunta falls", texts.ORIGINAL[:5], date(2024, 3, 6)),
    "follow_up": ("Families reach Chad", texts.FOLLOW_UP, None),
    "other": ("Jets bomb bridge", texts.OTHER, TUESDAY),
}

Article = tuple[str, tuple[str, ...], date | None]


def article_id(name: str) -> str:
    return hash_id(f"article {name}")


def read(articles: dict[str, Article]) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Articles, parts and sentences: the title is a part, each paragraph another."""
    rows, parts = [], []
    for name, (title, paragraphs, day) in articles.items():
        text = "\n\n".join((title, *paragraphs))
        method = "metadata" if day else "unknown"
        rows.append(
            {
                "article_id": article_id(name), "uri": name, "text": text,
                "published_on": day, "published_on_method": method,
                "reference_on": day, "reference_on_method": "published" if day else "unknown",
            }
        )  # fmt: skip
        for number, paragraph in enumerate((title, *paragraphs)):
            start = text.index(paragraph)
            parts.append(
                {
                    "part_id": f"{name}.p{number}", "article_id": article_id(name),
                    "part_no": number, "start": start, "end": start + len(paragraph),
                    "kind": "body" if number else "title", "is_read": True,
                }
            )  # fmt: skip
    told, marked = frame("articles", *rows), frame("article_parts", *parts)
    return told, marked, split_sentences(told, marked, lexicons())


def stories(articles: dict[str, Article]) -> dict[str, dict[str, object]]:
    """The stories by the article's name."""
    found = enforce("stories", find_stories(*read(articles)))
    by_id = {row["article_id"]: row for row in found.iter_rows(named=True)}
    return {name: by_id[article_id(name)] for name in articles}


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, object]]:
    return stories(ARTICLES)


def test_copies_and_paraphrases_tell_the_story_of_the_first(told):
    story = f"s_{article_id('original')}"
    same = {name for name, row in told.items() if row["story_id"] == story}
    assert same == {"original", "paraphrase", "copy", "shortened"}
    assert [name for name, row in told.items() if row["is_story_original"]] == [
        "original",
        "follow_up",
        "other",
    ]


def test_the_reason_is_kept(told):
    reasons = {name: row["story_reason"] for name, row in told.items()}
    assert reasons == {
        "original": None,
        "paraphrase": "paraphrase",
        "copy": "exact",
        "shortened": "copy",
        "follow_up": None,
        "other": None,
    }


def test_a_paraphrase_without_a_date_takes_its_story_s(told):
    paraphrase = told["paraphrase"]
    assert (paraphrase["published_on"], paraphrase["published_on_method"]) == (
        TUESDAY,
        "near-duplicate",
    )
    assert paraphrase["reference_on_method"] == "near-duplicate"
    assert paraphrase["known_on"] == TUESDAY


def test_a_long_quotation_lends_its_day_and_no_story(told):
    follow_up = told["follow_up"]
    assert (follow_up["reference_on"], follow_up["reference_on_method"]) == (
        TUESDAY,
        "shared-quote",
    )
    assert follow_up["published_on"] is None
    assert follow_up["known_on"] == TUESDAY


def test_who_tells_of_the_quotation_as_of_yesterday_writes_a_day_later():
    title, paragraphs, _ = ARTICLES["follow_up"]
    late = (paragraphs[0], "She spoke yesterday, hours after the town fell.", *paragraphs[2:])
    lent = stories({"original": ARTICLES["original"], "late": (title, late, None)})["late"]
    assert lent["reference_on"] == date(2024, 3, 6)


def test_five_articles_are_enough_and_two_as_well():
    pair = {name: ARTICLES[name] for name in ("original", "paraphrase")}
    assert len({row["story_id"] for row in stories(pair).values()}) == 1


def test_short_texts_are_one_story_only_where_they_say_the_same():
    short = stories(
        {
            "a": ("Officer shot", texts.SHORT, TUESDAY),
            "b": ("Killing in Umm Sunta", texts.SHORT, TUESDAY),
            "c": ("Officers shot", texts.SHORT_OTHER, TUESDAY),
        }
    )
    assert short["a"]["story_id"] == short["b"]["story_id"] != short["c"]["story_id"]


def test_weeks_apart_a_paraphrase_is_another_story():
    late = {
        "original": ARTICLES["original"],
        "paraphrase": ("Market town falls", texts.PARAPHRASE, date(2024, 5, 5)),
    }
    assert len({row["story_id"] for row in stories(late).values()}) == 2


def test_without_any_date_nothing_is_known():
    undated = {name: (title, text, None) for name, (title, text, _) in ARTICLES.items()}
    assert {row["known_on"] for row in stories(undated).values()} == {None}


def test_the_order_of_rows_does_not_matter():
    frames = read(ARTICLES)
    shuffled = (table.sample(fraction=1, shuffle=True, seed=3) for table in frames)
    assert_frame_equal(find_stories(*frames), find_stories(*shuffled))


def test_no_articles_give_no_stories():
    empty = (frame(name) for name in ("articles", "article_parts", "sentences"))
    assert enforce("stories", find_stories(*empty)).is_empty()
