"""Parts cover an article's text, and only its headline, decks and body are read."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from pipelines.storage.door import enforce
from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parts import mark_parts
from tests.prose import LEAD, SECOND, THIRD

DocumentsOf = Callable[..., pl.DataFrame]
Parts = Callable[..., list[tuple[str, str]]]

BODY = f"{LEAD}\n\n{SECOND}\n\n{THIRD}"


def kinds(parts: list[tuple[str, str]]) -> list[str]:
    return [kind for kind, _ in parts]


def kind_of(parts: list[tuple[str, str]], text: str) -> str:
    return next(kind for kind, part in parts if text in part)


# structure


def test_a_page_around_an_article(parts: Parts) -> None:
    page = f"""Skip to content

Rebels take Karez

Army leaves the upper valley

By A. Writer

Friday, May 1, 2020

Share on Facebook Tweet Email

  • The front holds two districts now.
  • Nobody knows how many died.

{LEAD}

Advertisement

Smoke over the bazaar of Karez

(Image: A Photographer)

ARMY CHIEF SAYS GOODBYE TO THE UPPER VALLEY

{SECOND}

Read more: The long war of the upper valley

{THIRD}

Karez Upland Front

Related articles

Why the pass matters to both sides

Two years of war in pictures

12 Comments

reader77 on May 2nd, 2020 at 11:05 UTC »

I was there and saw forty of them dead."""
    assert kinds(parts(page)) == [
        "chrome", "title", "deck", "byline", "header", "share", "deck", "deck", "body", "advert",
        "caption", "credit", "capitals", "body", "read_more", "body", "tag", "related", "related",
        "related", "comment_ui", "comment", "comment",
    ]  # fmt: skip


def test_only_headline_deck_body_and_posts_are_read(
    documents_of: DocumentsOf, page_lexicons: Lexicons
) -> None:
    text = f"Rebels take Karez\n\nAdvertisement\n\n{BODY}"
    frame = mark_parts(documents_of(text), page_lexicons)
    assert frame.filter("is_read")["kind"].unique().sort().to_list() == ["body", "title"]
    assert frame.filter(kind="body")["rule_id"].null_count() == 3
    assert frame.filter(kind="advert")["rule_id"].to_list() == ["cue:advert"]


def test_a_date_before_the_headline_is_cut_off(parts: Parts) -> None:
    marked = parts(f" date 2020-05-01 Rebels take Karez.\n\n{BODY}")
    assert marked[:2] == [("header", "date 2020-05-01"), ("title", "Rebels take Karez.")]


def test_an_agency_after_the_last_sentence_is_cut_off(parts: Parts) -> None:
    marked = parts(f"Rebels take Karez\n\n{LEAD}\n\n{SECOND} (ANI/Xinhua)")
    assert marked[-2:] == [("body", SECOND), ("byline", "(ANI/Xinhua)")]


def test_a_paragraph_with_holes_is_one_part(parts: Parts) -> None:
    torn = (
        "The district was seized in the night, with roughly 40\n\n\nfighters killed. The\n\n\nfled."
    )
    assert ("body", torn) in parts(f"Rebels take Karez\n\n{torn}\n\n{SECOND}")


def test_a_headline_does_not_swallow_a_name_in_lower_case(parts: Parts) -> None:
    lead = "al-Karez was taken on Friday by fighters of the Upland Front, the governor said."
    assert parts(f"Rebels take the pass\n\n{lead}\n\n{SECOND}")[:2] == [
        ("title", "Rebels take the pass"), ("body", lead),
    ]  # fmt: skip


def test_hard_wrapped_lines_are_one_paragraph(parts: Parts) -> None:
    wrapped = "\n".join(LEAD[at : at + 62].strip() for at in range(0, len(LEAD), 62))
    second = "\n".join(SECOND[at : at + 62].strip() for at in range(0, len(SECOND), 62))
    assert kinds(parts(f"Rebels take Karez\n\n{wrapped}\n\n{second}")) == ["title", "body", "body"]


def test_lines_without_blank_ones_between_are_paragraphs(parts: Parts) -> None:
    assert parts(f"Rebels take Karez\n{LEAD}\nAdvertisement\n{SECOND}\n{THIRD}") == [
        ("title", "Rebels take Karez"), ("body", LEAD), ("advert", "Advertisement"),
        ("body", SECOND), ("body", THIRD),
    ]  # fmt: skip


def test_capitals_are_read_where_the_whole_article_is_capitals(parts: Parts) -> None:
    assert kinds(parts(BODY.upper())) == ["body", "body", "body"]


def test_a_headline_in_capitals_is_a_headline(parts: Parts) -> None:
    assert parts(f"REBELS TAKE KAREZ IN THE NIGHT\n\n{BODY}")[0][0] == "title"


def test_the_start_of_an_agency_report_is_no_headline(parts: Parts) -> None:
    line = "KAREZ, 3 JAN 90 (UPLAND RADIO) -- [TEXT] THE ARMY SAYS THE FOLLOWING:"
    assert parts(f"{line}\n\n{BODY.upper()}")[0] == ("body", line)


@pytest.mark.parametrize(
    "dateline", ["KAREZ, Jan. 3 - ", "KAREZ, Ukraine (AP) \u2014 ", "PORT KAREZ, May 14 (AFP) - "]
)
def test_a_dateline_with_a_month_or_a_country_heads_no_headline(
    parts: Parts, dateline: str
) -> None:
    assert kinds(parts(f"{dateline}Rebels took the pass.\n\n{BODY}"))[0] == "body"
    assert kinds(parts(f"KAREZ - rebels take the pass\n\n{BODY}"))[0] == "title"


def test_a_sign_up_box_is_marked_whole(parts: Parts) -> None:
    lines = ("Sign up to receive our letter with", "top stories", "sent to your inbox", "More info")
    box = "\n\n".join(lines)
    marked = parts(f"Rebels take Karez\n\n{box}\n\n{BODY}")
    assert kinds(marked) == ["title", "signup", "signup", "signup", "signup", *["body"] * 3]


def test_more_info_away_from_a_sign_up_box_is_read(parts: Parts) -> None:
    assert (
        kind_of(parts(f"Rebels take Karez\n\n{LEAD}\n\nTop stories\n\n{SECOND}"), "Top") == "body"
    )


def test_a_post_set_into_the_page_is_read(parts: Parts) -> None:
    post = "BREAKING: fighters are in the bazaar of Karez now pic.twitter.com/abc"
    author = "May 1, 2020 — A Reporter (@areporter)"
    marked = parts(f"Rebels take Karez\n\n{LEAD}\n\n{post}\n\n{author}\n\n{SECOND}")
    assert (kind_of(marked, post), kind_of(marked, author)) == ("embed", "credit")


def test_a_caption_and_its_twin_are_not_read(parts: Parts) -> None:
    caption = "Fighters wave a flag in the bazaar of Karez."
    twin = f"In this April 30, 2020 photo, {caption} AP Photo/A Photographer"
    marked = parts(f"Rebels take Karez\n\n{caption}\n{twin}\n\n{BODY}")
    assert kinds(marked)[:3] == ["title", "caption", "caption"]


def test_prose_before_a_lone_credit_is_read(parts: Parts) -> None:
    marked = parts(f"Rebels take Karez\n\n{LEAD}\n\n(Image: A Photographer)\n\n{SECOND}")
    assert kind_of(marked, LEAD) == "body"


def test_widgets_under_the_article_are_not_read(parts: Parts) -> None:
    tail = "Featured Post\n\nTwenty killed in another country, says a friend of the author today"
    assert kinds(parts(f"Rebels take Karez\n\n{BODY}\n\n{tail}"))[-2:] == ["related", "widget"]


def test_prose_after_a_widget_in_the_middle_is_read(parts: Parts) -> None:
    marked = parts(f"Rebels take Karez\n\nMost read\n\n{BODY}")
    assert kinds(marked) == ["title", "related", "body", "body", "body"]


def test_comments_end_the_article_however_long_they_are(parts: Parts) -> None:
    comment = "reader77 on May 2nd, 2020 at 11:05 UTC »"
    marked = parts(f"Rebels take Karez\n\n{BODY}\n\n{comment}\n\n{BODY}\n\n{BODY}")
    assert kinds(marked)[4:] == ["comment"] * 7


def test_a_headline_from_the_record_is_found_below_other_lines(parts: Parts) -> None:
    text = f"World news\n\nRebels take “Karez”\n\n{BODY}"
    marked = parts(text, title="Rebels take 'Karez'")
    assert kind_of(marked, "take") == "title"
    assert kinds(marked).count("title") == 1


def test_an_outlets_name_is_no_headline(parts: Parts) -> None:
    marked = parts(f"The Valley Post\n\nRebels take Karez\n\n{BODY}")
    assert kinds(marked)[:2] == ["label", "title"]


def test_section_labels_stand_over_the_headline(parts: Parts) -> None:
    marked = parts(f"Home > World\n\nWorld\n\nREBELS TAKE KAREZ IN THE NIGHT\n\n{BODY}")
    assert kinds(marked)[:4] == ["chrome", "label", "title", "body"]


def test_a_body_without_a_headline_has_none(parts: Parts) -> None:
    assert kinds(parts(f"{BODY}\n\nThe front and its friends")) == ["body"] * 4


def test_headlines_below_a_bare_read_more_are_not_read(parts: Parts) -> None:
    link = "Ten killed in another valley"
    marked = parts(f"Rebels take Karez\n\n{LEAD}\n\nRead more\n\n{link}\n\n{SECOND}")
    assert kinds(marked) == ["title", "body", "read_more", "related", "body"]


def test_an_unfinished_last_sentence_is_read(parts: Parts) -> None:
    last = "At least 12 people died at the bridge, doctors said"
    assert kind_of(parts(f"Rebels take Karez\n\n{BODY}\n\n{last}"), last) == "body"


@pytest.mark.parametrize(
    "tail",
    ["Upland Front", "war, upper valley, army", "#Karez", "Why it fell\n\nWho was hurt there"],
)
def test_tags_and_rows_of_links_after_the_last_sentence_are_not_read(
    tail: str, parts: Parts
) -> None:
    marked = parts(f"Rebels take Karez\n\n{BODY}\n\n{tail}")
    assert set(kinds(marked)[4:]) == {"tag"}


def test_an_agency_alone_is_the_credit_of_the_caption_before_it(parts: Parts) -> None:
    marked = parts(f"Rebels take Karez\n\n{LEAD}\n\nMen wave a flag\n\nAFP/Getty\n\n{SECOND}")
    assert kinds(marked) == ["title", "body", "caption", "credit", "body"]


def test_a_short_article_below_a_page_head_is_read(parts: Parts) -> None:
    marked = parts(f"Latest news\n\n3 comments\n\nRebels take Karez\n\n{LEAD}")
    assert kinds(marked) == ["related", "comment_ui", "title", "body"]


def test_long_comments_under_their_heading_are_not_read(parts: Parts) -> None:
    marked = parts(f"Rebels take Karez\n\n{BODY}\n\nComments (4)\n\n{BODY}\n\n{LEAD}")
    assert kinds(marked)[4:] == ["comment_ui", *["widget"] * 4]


def test_a_text_of_one_line_is_body(parts: Parts) -> None:
    assert parts("Rebels take Karez") == [("body", "Rebels take Karez")]


def test_offsets_count_characters_not_bytes(parts: Parts) -> None:
    text = f"🔥 سقوط كرز 🔥\n\nقُتل جنود في كرز. 🔥\n\nAdvertisement\n\n{LEAD} 🔥"
    assert [part for _, part in parts(text)] == [
        "🔥 سقوط كرز 🔥", "قُتل جنود في كرز. 🔥", "Advertisement", f"{LEAD} 🔥",
    ]  # fmt: skip


def test_no_documents_give_no_parts(documents_of: DocumentsOf, page_lexicons: Lexicons) -> None:
    enforce("article_parts", mark_parts(documents_of(), page_lexicons))


def test_articles_do_not_leak_into_each_other(
    documents_of: DocumentsOf, page_lexicons: Lexicons
) -> None:
    texts = [
        f"Rebels take Karez\n\n{BODY}\n\nreader77 on May 2nd, 2020 at 11:05 UTC »\n\nSo many dead.",
        "fighters left the pass.",
        f"Related articles\n\n{LEAD}",
        f"(Image: A Photographer)\n\n{BODY}",
    ]
    together = mark_parts(documents_of(*texts), page_lexicons)
    alone = [mark_parts(documents_of(text), page_lexicons) for text in texts]
    assert together.equals(pl.concat(alone).sort("article_id", "part_no"))


def test_old_versions_and_second_copies_add_nothing(
    documents_of: DocumentsOf, page_lexicons: Lexicons
) -> None:
    once = documents_of({"text": BODY, "uri": "a", "location": "/a"})
    more = documents_of(
        {"text": BODY, "uri": "a", "location": "/a"},
        {"text": BODY, "uri": "b", "location": "/b"},
        {"text": LEAD, "uri": "c", "location": "/c", "is_current": False},
    )
    assert mark_parts(more, page_lexicons).equals(mark_parts(once, page_lexicons))


# seeds


def test_seeds_are_marked_as_a_careful_reader_would(
    seeds: Path, documents_of: DocumentsOf, page_lexicons: Lexicons
) -> None:
    documents = documents_of(*(path.read_text() for path in sorted(seeds.glob("*.txt"))))
    frame = mark_parts(documents, page_lexicons)
    assert frame.filter(kind="title").height == 5
    cut = frame.join(documents.select("article_id", "text"), on="article_id").with_columns(
        pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start"))
    )
    read = cut.filter("is_read")["text"].str.join("\n").item()
    unread = cut.filter(~pl.col("is_read"))["text"].str.join("\n").item()
    for words in ("TALIBAN WOUND DOZENS", "civil war stage", "destroying Syria", "VOTE", "(Image"):
        assert words not in read
        assert words in unread
    for words in ("retaking three districts", "either killed", "BREAKING NEWS", "222 of"):
        assert words in read
