"""Mentions are typed spans, cut exactly from the text, that never overlap."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.storage.door import enforce
from pipelines.storage.lexicons import read_lexicon
from pipelines.transforms.ids import hash_id
from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.mentions import find_mentions
from schemas.registry import contract

Found = dict[str, list[tuple[str, str]]]


def rows(name: str, given: list[dict[str, object]]) -> pl.DataFrame:
    """Rows of a lexicon; columns not given are null."""
    empty = contract(f"lexicon_{name}").empty()
    return pl.DataFrame(given, schema=empty.schema) if given else empty


LEXICONS = Lexicons(
    words=read_lexicon("words"),
    actors=rows("actors", []),
    actor_names=rows(
        "actor_names",
        [
            {"phrase": "taliban", "actor_id": "taliban", "is_case_sensitive": False},
            {"phrase": "islamic emirate of testland", "actor_id": "ie", "is_case_sensitive": False},
            {"phrase": "captain", "actor_id": "captains", "is_case_sensitive": True},
        ],
    ),
    places=rows("places", []),
    place_names=rows("place_names", []),
    countries=rows("countries", []),
    sources=rows("sources", []),
    source_names=rows(
        "source_names",
        [{"phrase": "the morning sun", "source_id": "sun", "is_case_sensitive": True}],
    ),
    event_types=rows("event_types", []),
    given_names=rows("given_names", []),
    boilerplate=rows("boilerplate", []),
    things=rows("things", []),
    signs=rows("signs", []),
    constants=rows("constants", []),
)


def tables(texts: list[str], triggered: bool = True) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One article of these sentences, a line each."""
    article_id, whole = hash_id("\n".join(texts)), "\n".join(texts)
    starts = [sum(len(text) + 1 for text in texts[:number]) for number in range(len(texts))]
    schema = contract("sentences").empty().schema
    sentences = pl.DataFrame(
        {
            "sentence_id": [f"{article_id}.{number:04}" for number in range(len(texts))],
            "article_id": article_id,
            "sentence_no": range(len(texts)),
            "part_no": 0,
            "start": starts,
            "end": [start + len(text) for start, text in zip(starts, texts, strict=True)],
            "is_title": False,
            "quote_no": None,
            "quote_start": None,
            "quote_end": None,
            "has_trigger": triggered,
            "text": texts,
        },
        schema=schema,
    )
    articles = pl.DataFrame(
        {"article_id": [article_id], "text": [whole]},
        schema_overrides={"article_id": pl.String, "text": pl.String},
    )
    return articles.select("article_id", "text"), sentences


def mentions_of(*texts: str, triggered: bool = True) -> pl.DataFrame:
    articles, sentences = tables(list(texts), triggered)
    return find_mentions(articles, sentences, LEXICONS)


NAMES = {
    "The Islamic Emirate of Testland fell.": ("Islamic Emirate of Testland", "actor"),
    "The Morning Sun said 12 men were killed.": ("The Morning Sun", "medium"),
    "They met Captain and killed him.": ("Captain", "actor"),
}
AMOUNTS = "Between 15 and 20 men and at least two hundred and six women were killed."
STOPPED = "The death squad and the heart attack captured the imagination."
GUARDED = "The blast killed three guards, a captain and a doctor."
ROLES = [
    (GUARDED, "captain", "people"),
    (GUARDED, "doctor", "people"),
    ("The blast killed three guards, a doctor said.", "doctor", "role"),
    ("Two journalists and a driver were wounded.", "journalists", "people"),
    ("Twelve people were killed, officials said.", "officials", "role"),
    ("A colonel died in the ambush.", "colonel", "people"),
    ("According to officials, three people were killed.", "officials", "role"),
]
STRIKES = ("Three airstrikes killed the men.", "An airstrike killed the men.")
PUNCTUATED = "“Rebels (two) killed him,” he said — men; women."


@pytest.fixture(scope="module")
def found() -> Found:
    """Text and kind of the mentions of each text, an article of one sentence each."""
    roles = [text for text, _, _ in ROLES]
    texts = dict.fromkeys([*NAMES, AMOUNTS, STOPPED, *roles, *STRIKES, PUNCTUATED])
    articles, sentences = (
        pl.concat(frames) for frames in zip(*(tables([text]) for text in texts), strict=True)
    )
    mentions = find_mentions(articles, sentences, LEXICONS)
    return {
        text: mentions.filter(article_id=hash_id(text)).select("text", "kind").rows()
        for text in texts
    }


def test_mentions_keep_the_contract_and_count_the_words_between() -> None:
    mentions = mentions_of(
        "Rebels killed at least 12 civilians.",
        "The Taliban very quickly and quietly took over the village.",
    )
    enforce("mentions", mentions)
    second = mentions.filter(pl.col("sentence_id").str.ends_with("0001"))
    assert second.select("mention_no", "words_before", "text", "kind").rows() == [
        (0, 0, "The", "article"),
        (1, 0, "Taliban", "actor"),
        (2, 2, "and", "and"),
        (3, 1, "took over", "trigger"),
        (4, 0, "the", "article"),
        (5, 0, "village", "place_noun"),
    ]


def test_no_sentence_and_no_trigger_give_an_empty_table() -> None:
    enforce("mentions", mentions_of())
    assert mentions_of("Rebels killed 12 men.", triggered=False).is_empty()


@pytest.mark.parametrize("text", NAMES)
def test_the_longest_span_stays_and_names_come_before_words(text: str, found: Found) -> None:
    assert NAMES[text] in found[text]


def test_amounts_swallow_their_parts(found: Found) -> None:
    assert [text for text, kind in found[AMOUNTS] if kind == "quantity"] == [
        "Between 15 and 20",
        "at least two hundred and six",
    ]
    assert ("and", "and") in found[AMOUNTS]


def test_stop_phrases_swallow_false_triggers(found: Found) -> None:
    assert "trigger" not in {kind for _, kind in found[STOPPED]}


@pytest.mark.parametrize(("text", "role", "kind"), ROLES)
def test_roles_that_are_harmed_are_people(text: str, role: str, kind: str, found: Found) -> None:
    assert dict(found[text])[role] == kind


def test_a_number_of_attacks_is_no_number_of_people(found: Found) -> None:
    several, one = STRIKES
    assert dict(found[several])["airstrikes"] == "unit"
    assert dict(found[one])["airstrike"] == "method"


def test_words_mean_actors_and_event_types_that_exist() -> None:
    words = LEXICONS.words
    people = words.filter(pl.col("kind") == "people")["entity_id"].drop_nulls()
    assert set(people) <= set(read_lexicon("actors")["actor_id"])
    methods = words.filter(pl.col("kind") == "method")["sense"]
    assert set(methods) <= set(read_lexicon("event_types")["sub_event_type"])


def test_punctuation_is_mentioned(found: Found) -> None:
    marks = [text for text, _ in found[PUNCTUATED] if not text[0].isalnum()]
    assert marks == list("“(),”—;")


PIECES = (
    "killed", "at least", "12", "two hundred and", "fifty", "took over", "over", "the", "Taliban",
    "fighters", "people", "a", "dozen", "to", "15", "-", "\u2013", ",", "“", "”", "(", "No.",
    "May", "4", "August", "2021", "$5 million", "km", "'s", "😀", "дом", "e\u0301", "\n ",
    "Captain", "officials", "said", "near", "Newtown", "8.40am", "heart attack", "no more than",
    "half", "a few", "%", "US", "us", "who", "#Taliban", "was", "wounded", "journalists", "three",
    "one-third", "of",
)  # fmt: skip
TEXTS = st.lists(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(" ".join),
    min_size=1,
    max_size=40,
)


@settings(max_examples=6, deadline=None)
@given(TEXTS)
def test_any_mixture_of_phrases_gives_exact_spans_that_never_overlap(texts: list[str]) -> None:
    articles, sentences = tables(texts)
    mentions = find_mentions(articles, sentences, LEXICONS)
    enforce("mentions", mentions)
    whole = articles["text"][0]
    for start, end, text in mentions.select("start", "end", "text").iter_rows():
        assert whole[start:end] == text
    assert (mentions["start"] >= mentions["end"].shift(1).fill_null(0)).all()
    assert mentions.equals(mentions.sort("sentence_id", "start"))
    numbers = mentions.select(
        pl.col("mention_no") == pl.int_range(pl.len()).over("sentence_id")
    ).to_series()
    assert numbers.all()
    shuffled = find_mentions(articles, sentences.reverse(), LEXICONS)
    assert shuffled.equals(mentions)
