"""Rules of structure: what a part is because of where it stands and what stands beside it."""

import polars as pl

from pipelines.transforms.text.pages.lines import is_first
from pipelines.transforms.text.pages.part_marks import (
    LONG_PROSE_LENGTH,
    PROSE_LENGTH,
    beside,
    count_before,
    count_in_article,
    has_position,
    is_first_open,
    is_kind,
    is_prose,
    length,
    mark,
)

SIGNUP_GAP = 4
# This much running text after the foot of a page means that it was not the foot.
PROSE_AFTER_TAIL = 3
REPEATS = 3
TWIN_LENGTH = 20

THREE_CAPITAL_WORDS = r"(?:[A-Z][A-Z0-9.,:'\x{2019}$%-]*\s+){2,}[A-Z0-9]"
# Names and topics, one after another: 'Karez Upland Front', 'war, karez, army'.
TAG = r"(?:[#A-Z0-9]\S*|of|the|and|in|de|al|&|\||·)"
TAGS = rf"^{TAG}(?:\s+{TAG}){{0,7}}$|^[^,.]{{2,30}}(?:,\s*[^,.]{{2,30}}){{2,}}$"


def mark_separators(parts: pl.DataFrame) -> pl.DataFrame:
    """Lines without a letter or digit."""
    return mark(parts, "separator", "no_letters", ~pl.col("text").str.contains(r"[\p{L}\p{N}]"))


def unmark_out_of_zone(parts: pl.DataFrame) -> pl.DataFrame:
    """Takes back the cues that hold only in the head, at the end or in a sign-up box."""
    prose_before, all_prose = count_before(is_prose()), count_in_article(is_prose())
    is_box = is_kind("signup", "consent") & ~has_position("near_signup")
    near = pl.any_horizontal([beside(is_box, n) for n in (-2, -1, 1, 2)])
    out = (
        (has_position("head") & (prose_before > 1))
        | (has_position("end") & (2 * prose_before < all_prose))
        | (has_position("near_signup") & ~near)
    )
    return parts.with_columns(
        pl.when(~out).then(pl.col(name)).alias(name) for name in ("kind", "rule_id", "opens")
    )


def mark_embeds(parts: pl.DataFrame) -> pl.DataFrame:
    """A post set into the page, told by the line that names its author and date."""
    return mark(parts, "embed", "embed_before_author", beside(has_position("after_embed"), -1))


def mark_captions(parts: pl.DataFrame) -> pl.DataFrame:
    """A line before a credit that ends no sentence, and a caption's twin beside it."""
    is_unfinished = ~pl.col("ends_sentence") & (length() < LONG_PROSE_LENGTH)
    before_credit = beside(has_position("after_caption"), -1)
    parts = mark(
        parts, "caption", "caption_before_credit", before_credit & is_unfinished & ~is_first_open()
    )
    core = pl.col("text").str.strip_chars(" .…")
    captions = [
        pl.when(beside(is_kind("caption"), n)).then(pl.col("text").shift(n)) for n in (1, -1)
    ]
    twin = pl.any_horizontal(caption.str.contains(core, literal=True) for caption in captions)
    return mark(
        parts, "caption", "caption_twin", twin & (length() >= TWIN_LENGTH) & ~is_first_open()
    )


def mark_signup_boxes(parts: pl.DataFrame) -> pl.DataFrame:
    """Short lines between two lines of one sign-up box."""
    in_box, article = is_kind("signup", "consent"), pl.col("article_no")
    row = pl.when(in_box).then(pl.int_range(pl.len()))
    of_article = pl.when(in_box).then(article)
    last, following = row.forward_fill(), row.backward_fill()
    is_inside = (of_article.forward_fill() == article) & (of_article.backward_fill() == article)
    is_inside &= (following - last <= SIGNUP_GAP) & (length() < PROSE_LENGTH)
    return mark(parts, "signup", "between_signup_lines", is_inside)


def mark_capitals(parts: pl.DataFrame) -> pl.DataFrame:
    """A line in capitals alone is a link to another story, unless the article is all capitals."""
    is_lower = pl.col("text").str.contains("[a-z]{2}")
    is_capital = pl.when(~is_lower).then("text").str.contains(THREE_CAPITAL_WORDS)
    lower_length, all_length = (
        size.sum().over("article_no") for size in (pl.when(is_lower).then(length()), length())
    )
    is_mixed_case = lower_length > 0.5 * all_length
    is_link = is_capital & is_mixed_case & (length() < LONG_PROSE_LENGTH)
    return mark(parts, "capitals", "line_in_capitals", is_link)


def mark_tails(parts: pl.DataFrame) -> pl.DataFrame:
    """Readers' comments, and what stands under the article, to its end.

    A foot has prose before it; three paragraphs of prose after it mean that it was none, unless
    it opens comments, which are prose themselves.
    """
    prose_before = count_before(is_prose())
    prose_after = count_in_article(is_prose()) - prose_before
    is_foot = has_position("opens_tail") & (prose_before > 0) & (prose_after < PROSE_AFTER_TAIL)
    is_talk = (
        has_position("opens_tail") & is_kind("comment_ui") & (prose_before >= PROSE_AFTER_TAIL)
    )
    parts = parts.with_columns(
        opens_talk=has_position("opens_comments"), opens_tail=is_foot | is_talk
    ).with_columns(
        in_comments=pl.col("opens_talk") | (count_before(pl.col("opens_talk")) > 0),
        in_tail=pl.col("opens_tail") | (count_before(pl.col("opens_tail")) > 0),
    )
    parts = mark(parts, "comment", "after_first_comment", pl.col("in_comments"))
    parts = mark(parts, "widget", "after_last_prose", pl.col("in_tail"))
    return parts.drop("opens_talk", "opens_tail", "in_comments", "in_tail")


def mark_link_lists(parts: pl.DataFrame) -> pl.DataFrame:
    """Headlines under the heading of a list of related stories, up to the next prose."""
    closes = is_prose() | is_first() | (pl.col("ends_sentence") & pl.col("kind").is_null())
    opened = pl.when(has_position("opens_list")).then(True).when(closes).then(False).forward_fill()
    return mark(parts, "related", "in_list_of_links", opened)


def mark_tags(parts: pl.DataFrame) -> pl.DataFrame:
    """After the last prose: names and topics, or several lines on end that are no sentences."""
    all_prose = count_in_article(is_prose())
    is_past = (all_prose > 0) & (count_before(is_prose()) == all_prose) & pl.col("kind").is_null()
    is_line = is_past & ~pl.col("ends_sentence") & (length() < PROSE_LENGTH)
    in_row = beside(is_line, 1) | beside(is_line, -1)
    is_tag = pl.when(is_line).then("text").str.contains(TAGS)
    return mark(parts, "tag", "after_last_sentence", is_line & (is_tag | in_row))


def mark_repeats(parts: pl.DataFrame) -> pl.DataFrame:
    """A short line that stands three times or more in one article."""
    repeats = pl.len().over("article_no", "text")
    is_short = length() < LONG_PROSE_LENGTH
    return mark(parts, "repeated", "repeated_line", (repeats >= REPEATS) & is_short)
