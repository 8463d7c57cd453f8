"""Rules of structure: what a part is because of where it stands and what stands beside it."""

import polars as pl

from pipelines.transforms.text.lines import after_flag, before, is_first, starts_item

PROSE_LENGTH = 80
LONG_PROSE_LENGTH = 200
TITLE_LENGTH = 250
# A headline that ends like a sentence is shorter than the first sentence of a report.
HEADLINE_LENGTH = 100
SIGNUP_GAP = 4
PROSE_AFTER_TAIL = 3
REPEATS = 3
THREE_CAPITAL_WORDS = r"(?:[A-Z][A-Z0-9.,:'\x{2019}$%-]*\s+){2,}[A-Z0-9]"


SENTENCE_BREAK = r"[.!?][\"'”\x{2019}]? +[A-Z“\"]"
# 'KAREZ, 3 JAN (AGENCY) -- ': the place, day and agency that open a report.
AGENCY_LINE = r"^[A-Z][^a-z]{1,60}(?:\([^)]{2,60}\)|[0-9])\s*(?:--|[\x{2013}—-])(?:\s|$)"


def mark(parts: pl.DataFrame, kind: str, rule: str, condition: pl.Expr) -> pl.DataFrame:
    """Gives kind and rule to the unmarked parts that meet the condition."""
    hit = pl.col("kind").is_null() & condition.fill_null(False)
    return parts.with_columns(
        pl.when(hit).then(pl.lit(kind)).otherwise("kind").alias("kind"),
        pl.when(hit).then(pl.lit(rule)).otherwise("rule_id").alias("rule_id"),
    )


def length() -> pl.Expr:
    return pl.col("end") - pl.col("start")


def is_open() -> pl.Expr:
    """True where no rule has marked the part."""
    return pl.col("kind").is_null()


def is_prose() -> pl.Expr:
    """True for a paragraph of running text."""
    finished = pl.col("ends_sentence") & (length() >= PROSE_LENGTH)
    return is_open() & ~starts_item() & (finished | (length() >= LONG_PROSE_LENGTH))


def count_before(condition: pl.Expr) -> pl.Expr:
    """How many parts of the article before this one meet the condition."""
    flag = condition.cast(pl.Int32)
    return flag.cum_sum().over("article_no") - flag


def count_in_article(condition: pl.Expr) -> pl.Expr:
    return condition.sum().over("article_no")


def is_first_open() -> pl.Expr:
    return is_open() & (count_before(is_open()) == 0)


def unmark_out_of_zone(parts: pl.DataFrame) -> pl.DataFrame:
    """Takes back the cues that hold only in the head or at the end of an article."""
    prose_before = count_before(is_prose())
    all_prose = count_in_article(is_prose())
    opens = pl.col("opens")
    is_box = pl.col("kind").is_in(["signup", "consent"])
    near = pl.any_horizontal(
        [shift_flag(is_box & ~(opens == "near_signup").fill_null(False), n) for n in (-2, -1, 1, 2)]
    )
    out = (
        ((opens == "head") & (prose_before > 1))
        | ((opens == "end") & (2 * prose_before < all_prose))
        | ((opens == "near_signup") & ~near)
    ).fill_null(False)
    return parts.with_columns(
        pl.when(~out).then(pl.col(name)).alias(name) for name in ("kind", "rule_id", "opens")
    )


def shift_flag(condition: pl.Expr, n: int) -> pl.Expr:
    """True where the part n places before (after, if negative) meets the condition."""
    same = (pl.col("article_no") == pl.col("article_no").shift(n)).fill_null(False)
    return condition.fill_null(False).shift(n, fill_value=False) & same


def mark_captions(parts: pl.DataFrame) -> pl.DataFrame:
    """A line before a credit that ends no sentence, and a caption's twin beside it."""
    before_credit = after_flag((pl.col("opens") == "after_caption").fill_null(False))
    parts = mark(
        parts,
        "caption",
        "caption_before_credit",
        before_credit
        & ~pl.col("ends_sentence")
        & (length() < LONG_PROSE_LENGTH)
        & ~is_first_open(),
    )
    core = pl.col("text").str.strip_chars(" .…")
    is_caption = (pl.col("kind") == "caption").fill_null(False)
    twin = pl.any_horizontal(
        [
            shift_flag(is_caption, n) & pl.col("text").shift(n).str.contains(core, literal=True)
            for n in (1, -1)
        ]
    )
    return mark(parts, "caption", "caption_twin", twin & (length() >= 20))


def mark_embeds(parts: pl.DataFrame) -> pl.DataFrame:
    """A post set into the page, told by the line that names its author and date."""
    return mark(
        parts,
        "embed",
        "embed_before_author",
        after_flag((pl.col("opens") == "after_embed").fill_null(False)),
    )


def mark_capitals(parts: pl.DataFrame) -> pl.DataFrame:
    """A line in capitals alone is a link to another story, unless the article is all capitals."""
    is_lower = pl.col("text").str.contains("[a-z]{2}")
    is_capital = ~is_lower & pl.col("text").str.contains(THREE_CAPITAL_WORDS)
    lower_length, all_length = (
        size.sum().over("article_no") for size in (pl.when(is_lower).then(length()), length())
    )
    is_mixed_case = lower_length > 0.5 * all_length
    is_short = length() < LONG_PROSE_LENGTH
    is_link = is_capital & is_mixed_case & is_short & ~is_first_open()
    return mark(parts, "capitals", "line_in_capitals", is_link)


def mark_signup_boxes(parts: pl.DataFrame) -> pl.DataFrame:
    """Short lines between two lines of one sign-up box."""
    is_box = pl.col("kind").is_in(["signup", "consent"]).fill_null(False)
    row = pl.int_range(pl.len())
    box_row = pl.when(is_box).then(row)
    last = box_row.forward_fill().over("article_no")
    following = box_row.backward_fill().over("article_no")
    return mark(
        parts,
        "signup",
        "between_signup_lines",
        (following - last <= SIGNUP_GAP) & (length() < PROSE_LENGTH),
    )


def mark_tails(parts: pl.DataFrame) -> pl.DataFrame:
    """Readers' comments, and widgets under the article, to its end."""
    prose_before = count_before(is_prose())
    prose_after = count_in_article(is_prose()) - prose_before
    opens = pl.col("opens")
    comments = (opens == "opens_comments").fill_null(False)
    tail = (opens == "opens_tail").fill_null(False) & (prose_after < PROSE_AFTER_TAIL)
    parts = parts.with_columns(
        (comments.cum_sum().over("article_no") > 0).alias("in_comments"),
        (tail.cum_sum().over("article_no") > 0).alias("in_tail"),
    )
    parts = mark(parts, "comment", "after_first_comment", pl.col("in_comments"))
    parts = mark(parts, "widget", "after_last_prose", pl.col("in_tail"))
    return parts.drop("in_comments", "in_tail")


def mark_link_lists(parts: pl.DataFrame) -> pl.DataFrame:
    """Headlines under the heading of a list of related stories, up to the next prose."""
    opens_list = (pl.col("opens") == "opens_list").fill_null(False)
    state = pl.when(opens_list).then(True).when(is_prose() | is_first()).then(False).forward_fill()
    return mark(parts, "related", "in_list_of_links", state & ~pl.col("ends_sentence"))


def mark_tags(parts: pl.DataFrame) -> pl.DataFrame:
    """Short lines without a sentence's end after the last paragraph of prose."""
    all_prose = count_in_article(is_prose())
    is_past = (all_prose > 0) & (count_before(is_prose()) == all_prose)
    return mark(
        parts,
        "tag",
        "after_last_sentence",
        is_past & ~pl.col("ends_sentence") & (length() < PROSE_LENGTH),
    )


def mark_repeats(parts: pl.DataFrame) -> pl.DataFrame:
    """A short line that stands three times or more in one article."""
    repeats = pl.len().over("article_no", "text")
    return mark(
        parts, "repeated", "repeated_line", (repeats >= REPEATS) & (length() < LONG_PROSE_LENGTH)
    )


def mark_title(parts: pl.DataFrame) -> pl.DataFrame:
    """The headline given with the record, else the first line where it looks like one."""
    may_be = is_open() & pl.col("given_title").is_not_null() & (length() <= TITLE_LENGTH)
    is_given = squeeze(pl.when(may_be).then("text")) == squeeze(pl.col("given_title"))
    parts = mark(parts, "title", "title_given", is_given & (count_before(is_prose()) == 0))
    has_title = (pl.col("kind") == "title").fill_null(False).any().over("article_no")
    is_one_sentence = (length() <= HEADLINE_LENGTH) & ~pl.col("text").str.contains(SENTENCE_BREAK)
    looks_like_one = (
        (~pl.col("ends_sentence") | is_one_sentence)
        & (length() <= TITLE_LENGTH)
        & ~starts_item()
        & pl.col("text").str.contains(r"\S\s+\S")
        & ~pl.col("text").str.contains(AGENCY_LINE)
        & (count_in_article(is_open()) > 1)
    )
    return mark(parts, "title", "title_first_line", is_first_open() & looks_like_one & ~has_title)


def mark_deck(parts: pl.DataFrame) -> pl.DataFrame:
    """Lines between the headline and the first prose: a second headline, or points in a list."""
    has_prose = count_in_article(is_prose()) > 0
    in_head = (count_before(is_prose()) == 0) & ~is_prose() & has_prose
    is_second = before("kind").is_in(["title", "deck"]) & ~pl.col("ends_sentence")
    return mark(parts, "deck", "deck_under_title", in_head & (starts_item() | is_second))


def squeeze(text: pl.Expr) -> pl.Expr:
    """Letters and digits alone, lower case: the same headline however it is set."""
    return text.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", "")


def mark_separators(parts: pl.DataFrame) -> pl.DataFrame:
    """Lines without a letter or digit."""
    return mark(parts, "separator", "no_letters", ~pl.col("text").str.contains(r"[\p{L}\p{N}]"))
