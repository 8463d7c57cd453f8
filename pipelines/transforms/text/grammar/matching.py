"""The one matcher: finds the phrases of a lexicon as whole words, with character offsets.

Every text gets a shadow of as many characters in plain lower-case ASCII, so that bytes are
characters there and Pul-e-Hesar, “Pul e Hesar” and pul e hesar are the same word.
"""

import unicodedata
from string import ascii_letters

import polars as pl

# A position in the whole batch: the text's number and the offset in it, as one sortable integer.
TEXT_STRIDE = 2**32

# Letters that no decomposition brings to ASCII.
SPECIAL_LETTERS = dict(
    zip(
        "\u0131\u00f8\u00d8\u0142\u0141\u0111\u0110\u00f0\u00fe\u0127\u0126\u00e6\u00c6\u0153\u0152\u00df\u0259\u014b",
        "ioOlLdDdthHaAoOsan",
        strict=True,
    )
)
DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u301d\u301e"
SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u02bb\u02bc\u02bf\u02be\u00b4\u2032`"
HYPHENS = "\u2010\u2011\u2012\u2013\u2212"
LONG_DASHES = "\u2014\u2015"
CURRENCIES = "\u20ac\u00a3\u00a5\u20b9\u20bd\u20ba\u20aa\u20b4\u060b"
MARKS = {
    **dict.fromkeys(DOUBLE_QUOTES, '"'),
    **dict.fromkeys(SINGLE_QUOTES, "'"),
    **dict.fromkeys(HYPHENS, "-"),
    **dict.fromkeys(LONG_DASHES, "~"),
    **dict.fromkeys(CURRENCIES, "$"),
    "\u060c": ",",
    "\u061b": ";",
}
# Characters that part words and are no part of any phrase.
PARTING = "\"'()[]{}<>-~#@*_/\\|\n\r\t\x0b\x0c"
# Inside a word they leave no trace: marks over letters, soft hyphens, zero-width characters.
TRACELESS = r"[\p{Mn}\u00AD\u200B-\u200F\u2060\uFEFF]"
IS_LOOSE = r"[\p{Mn}\u00AD\u200B-\u200F\u2060\uFEFF]|\s\s"

# Abbreviations of at most so many letters may be ordinary words in lower case.
SHORT = 4


def plain_letters() -> dict[str, str]:
    """Latin letters with diacritics, and the ASCII letter each is written without them."""
    decomposed = (
        (chr(code), unicodedata.normalize("NFKD", chr(code))[0])
        for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    )
    return {letter: plain for letter, plain in decomposed if plain in ascii_letters}


PLAIN = {**plain_letters(), **SPECIAL_LETTERS, **MARKS}
# As expressions, made once: every batch folds texts in dozens of places.
LETTERS, PLAIN_LETTERS, PARTED_BY, SPACES = (
    pl.lit(pl.Series(list(letters)).implode())
    for letters in (PLAIN, PLAIN.values(), PARTING, " " * len(PARTING))
)


def fold(text: pl.Expr) -> pl.Expr:
    """The text in ASCII, as many characters: no diacritics, plain quotes and dashes, case kept.

    A dash between words is '-', a long dash '~', a currency sign '$'; letters of other scripts
    are 'x', all else a space.
    """
    is_ascii = text.str.len_bytes() == text.str.len_chars()
    folded = (
        pl.when(~is_ascii | text.str.contains("`", literal=True))
        .then(text)
        .str.replace_many(LETTERS, PLAIN_LETTERS)
        .str.replace_all(r"[[\p{L}\p{M}\p{N}]&&[^\x00-\x7F]]", "x")
        .str.replace_all(r"[^\x00-\x7F]", " ")
    )
    return pl.coalesce(folded, text)


def shadow(folded: pl.Expr) -> pl.Expr:
    """The folded text in lower case, quotes, hyphens, brackets and line ends as spaces."""
    return folded.str.to_lowercase().str.replace_many(PARTED_BY, SPACES)


def shade(texts: pl.DataFrame) -> pl.DataFrame:
    """Add text_no (row number), folded and shadow to a frame of texts with the column `text`."""
    return (
        texts.with_row_index("text_no")
        .with_columns(pl.col("text_no").cast(pl.Int64), folded=fold(pl.col("text")))
        .with_columns(shadow=shadow(pl.col("folded")))
    )


def with_words(spans: pl.DataFrame, shaded: pl.DataFrame, reach: int) -> pl.DataFrame:
    """Spans (text_no, start, end), those of texts in shaded, with the text they stand in, their own
    word, what stands ahead of it and, within reach characters, behind: text, word, ahead, behind.
    """
    text = pl.col("text")
    return spans.join(
        shaded.select("text_no", "text"), on="text_no", maintain_order="left"
    ).with_columns(
        word=text.str.slice("start", pl.col("end") - pl.col("start")),
        ahead=text.str.slice(0, "start"),
        behind=text.str.slice("end", reach),
    )


def find_phrases(texts: pl.DataFrame, lexicon: pl.DataFrame) -> pl.DataFrame:
    """Find the lexicon's phrases in texts: whole words, the longest first, none overlapping.

    texts: text_id, base (offset of the text in its article), text. lexicon: phrase,
    is_case_sensitive and any further columns. Out: text_id, start, end (offsets in the article),
    text, then the lexicon's further columns; sorted by the order of the texts and start.
    """
    shaded = shade(texts)
    hits = find_hits(shaded, lexicon).with_columns(rank=~pl.col("is_case_sensitive"))
    hits = settle(hits)
    carried = [name for name in lexicon.columns if name not in ("phrase", "is_case_sensitive")]
    return hits.join(
        shaded.select("text_no", "text_id", "base", "text"), on="text_no", maintain_order="left"
    ).select(
        "text_id",
        start=(pl.col("base") + pl.col("start")).cast(pl.Int32),
        end=(pl.col("base") + pl.col("end")).cast(pl.Int32),
        text=pl.col("text").str.slice("start", pl.col("end") - pl.col("start")),
        **{name: name for name in carried},
    )


def find_hits(shaded: pl.DataFrame, lexicon: pl.DataFrame) -> pl.DataFrame:
    """All whole-word hits of the lexicon's phrases, overlapping ones too, unsorted.

    shaded: as `shade` gives it. Out: text_no, start, end (offsets in the text), phrase and the
    lexicon's columns. One hit has several rows where several rows of the lexicon have its phrase.
    """
    keyed = lexicon.with_columns(phrase=shadow(fold(pl.col("phrase"))).str.strip_chars(" "))
    phrases = (" " + keyed["phrase"].unique()).sort()
    squeezed = squeeze(shaded)
    tight = squeezed.select("text_no", text=" " + pl.col("shadow") + " ")
    hits = (
        tight.select(
            "text_no",
            pl.col("text").cast(pl.Binary).alias("bytes"),
            start=pl.col("text").str.find_many(phrases.implode(), overlapping=True),
            phrase=pl.col("text").str.extract_many(phrases.implode(), overlapping=True),
        )
        .explode("start", "phrase", empty_as_null=False)
        .with_columns(pl.col("start").cast(pl.Int64), pl.col("phrase").str.slice(1))
        .with_columns(end=pl.col("start") + pl.col("phrase").str.len_bytes().cast(pl.Int64))
        .with_columns(after=pl.col("bytes").bin.slice(pl.col("end") + 1, 1))
        .drop("bytes")
        .filter(~is_word_part(pl.col("after")))
        .drop("after")
    )
    found = hits.join(keyed, on="phrase", maintain_order="left")
    return loosen(keep_capitalised(found, squeezed, keyed), squeezed, shaded)


def is_word_part(letter: pl.Expr) -> pl.Expr:
    """True for a letter or digit of a shadow text, as bytes."""
    return letter.is_between(b"a", b"z") | letter.is_between(b"0", b"9")


def keep_capitalised(
    hits: pl.DataFrame, texts: pl.DataFrame, lexicon: pl.DataFrame
) -> pl.DataFrame:
    """Drop hits of case-sensitive phrases that the text does not write as names.

    A short phrase that is an ordinary word of the lexicon too (us, who) needs all its letters in
    capitals, in a text that is not all in capitals; any other its first. Ana Ruiz is a person, and
    no army by its initials.
    """
    if not lexicon["is_case_sensitive"].any():
        return hits
    ordinary = lexicon.filter(~pl.col("is_case_sensitive"))["phrase"].unique().implode()
    cased = hits.filter("is_case_sensitive").join(
        texts.select("text_no", "folded"), on="text_no", maintain_order="left"
    )
    written = pl.col("folded").str.slice("start", pl.col("end") - pl.col("start"))
    is_short = pl.col("phrase").str.len_bytes() <= SHORT
    in_capitals = written == written.str.to_uppercase()
    behind = pl.col("folded").str.slice("end", 3)
    needed = (
        pl.when(pl.col("phrase").is_in(ordinary) & is_short)
        .then(in_capitals & pl.col("folded").str.contains("[a-z]{3}"))
        .when((pl.col("kind") == "actor") & is_short & behind.str.contains("^ [A-Z][a-z]"))
        .then(in_capitals)
        .otherwise(written.str.contains(r"^[A-Z0-9]"))
    )
    kept = cased.filter(needed).drop("folded")
    return pl.concat([hits.filter(~pl.col("is_case_sensitive")), kept])


def squeeze(shaded: pl.DataFrame) -> pl.DataFrame:
    """The shaded texts, where needed without repeated white space and traceless characters.

    Adds `places`: the offset in the text of each character left, and the text's length; null where
    nothing was taken out.
    """
    is_loose = pl.col("text").str.contains(IS_LOOSE)
    loose = shaded.filter(is_loose)
    if loose.is_empty():
        return shaded.with_columns(places=pl.lit(None, pl.List(pl.Int64)))
    letters = (
        loose.select(
            "text_no",
            pl.col("text", "folded", "shadow").str.split(""),
            places=pl.int_ranges(pl.col("text").str.len_chars().cast(pl.Int64)),
        )
        .explode("text", "folded", "shadow", "places", empty_as_null=False)
        .filter(
            ~pl.col("text").str.contains(TRACELESS),
            ~(
                pl.col("text").str.contains(r"\s")
                & pl.col("text").shift(1).str.contains(r"\s").fill_null(False)
                & (pl.col("text_no") == pl.col("text_no").shift(1)).fill_null(False)
            ),
        )
        .group_by("text_no", maintain_order=True)
        .agg(pl.col("folded", "shadow").str.join(""), "places")
    )
    kept = (
        loose.drop("folded", "shadow")
        .join(letters, on="text_no", maintain_order="left")
        .with_columns(
            places=pl.concat_list("places", pl.col("text").str.len_chars().cast(pl.Int64))
        )
    )
    whole = shaded.filter(~is_loose).with_columns(places=pl.lit(None, pl.List(pl.Int64)))
    return pl.concat([whole, kept.select(whole.columns)])


def loosen(hits: pl.DataFrame, squeezed: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """Turn offsets in squeezed texts back into offsets in the texts."""
    loose = squeezed.filter(pl.col("places").is_not_null()).select("text_no", "places")
    if loose.is_empty():
        return hits
    moved = hits.join(loose, on="text_no", maintain_order="left").with_columns(
        start=pl.col("places").list.get("start"),
        end=pl.col("places").list.get("end"),
    )
    unmoved = hits.join(loose, on="text_no", how="anti", maintain_order="left")
    return pl.concat([unmoved, moved.select(unmoved.columns)])


def settle(spans: pl.DataFrame) -> pl.DataFrame:
    """Keep spans that do not overlap: the longest first, then the lowest rank, then the first.

    spans: text_no, start, end, rank and any further columns. Out: the same columns, sorted by
    text_no and start.
    """
    return spans[settled(place(spans))["row"]]


def place(spans: pl.DataFrame) -> pl.DataFrame:
    """Rank and row of spans, with start and end as positions in the whole batch."""
    at = pl.col("text_no") * TEXT_STRIDE
    return spans.select(
        "rank", row=pl.int_range(pl.len()), start=at + pl.col("start"), end=at + pl.col("end")
    )


def settled(spans: pl.DataFrame) -> pl.DataFrame:
    """The spans that `settle` keeps, in its order: row, start, end. spans: as place gives them."""
    placed = (
        spans.lazy()
        .sort("start", "end", "rank", descending=[False, True, False], maintain_order=True)
        .with_columns(reach=pl.col("end").cum_max())
        .with_columns(is_first=(pl.col("start") >= pl.col("reach").shift(1)).fill_null(True))
        # A cluster: spans that overlap one another, at least in a chain.
        .with_columns(
            cluster=pl.col("is_first").cum_sum(),
            cluster_end=pl.when(pl.col("is_first").shift(-1, fill_value=True))
            .then("reach")
            .backward_fill(),
        )
        .with_columns(is_covering=pl.col("is_first") & (pl.col("end") == pl.col("cluster_end")))
        .with_columns(
            is_settled=pl.when("is_first").then("is_covering").forward_fill().fill_null(True)
        )
        .drop("reach", "is_first", "cluster_end")
        .collect(engine="in-memory")
    )
    kept = pl.concat(
        [
            placed.filter("is_covering").select("row", "start", "end"),
            *untangle(placed.filter(~pl.col("is_settled"))),
        ]
    )
    return kept.sort("start")


def untangle(tangled: pl.DataFrame) -> list[pl.DataFrame]:
    """Take the longest span of every cluster, drop what it overlaps, and so on to the last.

    tangled: row, start, end, rank, cluster. Out: row, start and end of what was taken, in rounds.
    """
    kept = []
    left = tangled.select("cluster", "row", "start", "end", "rank").sort(
        "cluster",
        pl.col("end") - pl.col("start"),
        "rank",
        "start",
        descending=[False, True, False, False],
        maintain_order=True,
    )
    while not left.is_empty():
        best = left.unique("cluster", keep="first", maintain_order=True)
        kept.append(best.select("row", "start", "end"))
        taken = best.select("cluster", taken_start="start", taken_end="end")
        left = left.join(taken, on="cluster", maintain_order="left").filter(
            (pl.col("start") >= pl.col("taken_end")) | (pl.col("end") <= pl.col("taken_start"))
        )
        left = left.drop("taken_start", "taken_end")
    return kept
