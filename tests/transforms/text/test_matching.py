"""Phrases are found as whole words, the longest first, with character offsets."""

import polars as pl
import pytest

from pipelines.transforms.text.grammar.matching import find_phrases, fold, shadow

PLAIN = [
    "assad", "taliban", "pul e hesar", "fell", "fell to", "took over", "took", "killed",
    "killed or wounded", "wounded", "the", "didn't", "cafe", "al shabaab", "u.s.", "&",
]  # fmt: skip
CASED = ["sun", "who", "the times"]
LEXICON = pl.DataFrame(
    {
        "phrase": [*PLAIN, *CASED, "who"],
        "is_case_sensitive": [*[False] * len(PLAIN), *[True] * len(CASED), False],
        "kind": [*["word"] * len(PLAIN), *["name"] * len(CASED), "word"],
    }
)


def found(text: str, base: int = 0) -> list[str]:
    texts = pl.DataFrame({"text_id": ["a"], "base": [base], "text": [text]})
    hits = find_phrases(texts, LEXICON)
    for start, end, cut in hits.select("start", "end", "text").iter_rows():
        assert text[start - base : end - base] == cut
    return hits["text"].to_list()


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("the ambassador left", ["the"]),
        ("Assad left; Assad's men stayed", ["Assad", "Assad"]),
        ("the #Taliban\u2019s own", ["the", "Taliban"]),
        ("“Taliban” (Taliban) [Taliban] 'Taliban' Taliban.", ["Taliban"] * 5),
        ("Talibanised talibans", []),
        (
            "Pul-e-Hesar, Pul e Hesar and PUL\u2013E\u2013HESAR",
            ["Pul-e-Hesar", "Pul e Hesar", "PUL\u2013E\u2013HESAR"],
        ),
        ("Púl-é-Hesār held", ["Púl-é-Hesār"]),
        ("it fell together", ["fell"]),
        ("it fell to them", ["fell to"]),
        ("the gro-up to-ok over; they took over", ["the", "took over"]),
        ("killed or wounded, killed", ["killed or wounded", "killed"]),
        ("killed \r\n   or wounded", ["killed \r\n   or wounded"]),
        ("killed, or wounded", ["killed", "wounded"]),
        ("he didn\u2019t; he didn't", ["didn\u2019t", "didn't"]),
        ("U.S. men & women", ["U.S.", "&"]),
        ("al\u00adSha\u00adbaab and cafe\u0301", ["cafe\u0301"]),
        ("a\u00adl Sha\u200bbaab", ["a\u00adl Sha\u200bbaab"]),
        ("", []),
    ],
)
def test_whole_words_are_found(text: str, hits: list[str]) -> None:
    assert found(text) == hits


@pytest.mark.parametrize("prefix", ["دمشق — ", "😀😀 ", "Київ: ", "İstanbul ", "…", "日本 "])
def test_offsets_count_characters_after_any_script(prefix: str) -> None:
    assert found(prefix + "Taliban took over", base=500) == ["Taliban", "took over"]


def test_names_that_are_words_too_need_capitals() -> None:
    assert found("the sun rose; The Sun wrote") == ["the", "Sun"] or found("Sun") == ["Sun"]
    assert found("sun and Sun") == ["Sun"]
    assert found("all the times and The Times") == ["the", "The Times"]


def test_a_word_that_names_something_in_capitals_only_is_read_both_ways() -> None:
    texts = pl.DataFrame({"text_id": ["a"], "base": [0], "text": ["Who knows whether WHO knows"]})
    assert find_phrases(texts, LEXICON).select("text", "kind").rows() == [
        ("Who", "word"),
        ("WHO", "name"),
    ]


def test_the_shadow_has_as_many_characters() -> None:
    texts = ["Ça—l\u2019été", "ﬁn İı ß", "e\u0301", "😀 $5 €6", "\t“x”\n"]
    shadows = pl.select(shadow(fold(pl.lit(pl.Series(texts))))).to_series()
    assert [len(text) for text in shadows] == [len(text) for text in texts]
    assert all(text.isascii() and text == text.lower() for text in shadows)


def test_no_text_gives_no_hit() -> None:
    texts = pl.DataFrame(schema={"text_id": pl.String, "base": pl.Int64, "text": pl.String})
    assert find_phrases(texts, LEXICON).columns == ["text_id", "start", "end", "text", "kind"]
