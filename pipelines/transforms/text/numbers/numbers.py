"""Numbers as written, in digits or words: where they stand and what they are worth.

An atom is a word of a number phrase: a digit number, a number word, a scale (hundred, dozen), a
vague word (dozens), a qualifier, or a link (and, to, or, a). Atoms side by side form a run; every
atom gets one letter, so that phrases are regular expressions over the letters of a run.
"""

import polars as pl

from pipelines.transforms.text.grammar import matching

DIGITS = [f" {digit}" for digit in range(10)]
# "13 Americans" is no hour.
HALF_DAY = r"(?i:(?:am|pm)(?-u:\b)|a\.m\.|p\.m\.|a\.m|p\.m)"
ZONE = r"(?: (?:ET|EST|EDT|GMT|UTC|BST|CET|CEST|EET))?"
SHORT = r"(?i)^(\d+(?:\.\d+)?)(k|m|mn)(?-u:\b)"
# What a digit number may be followed by, and then is no count: the first that fits names it.
WRITTEN_FORMS = (
    ("date", r"^\d{4}-\d\d?-\d\d?|^\d\d?/\d\d?(?:/\d{2,4})?|^\d\d?\.\d\d?\.\d{2,4}"),
    (
        "clock",
        rf"^\d\d?:\d\d(?::\d\d)?(?: ?{HALF_DAY}| ?hours| ?hrs)?(?-u:\b){ZONE}"
        rf"|^\d\d?(?:\.\d\d)? ?{HALF_DAY}{ZONE}|^\d\d?\.\d\d{ZONE[:-1]}",
    ),
    ("ordinal", r"(?i)^\d[\d,]*(?:st|nd|rd|th)(?-u:\b)"),
    ("measure", r"^\d[\d,]*(?:\.\d+)? ?%"),
    ("decade", r"^\d{2,4}'?s(?-u:\b)"),
    ("short", SHORT),
    ("measure", r"^\d[\d,.]*[A-Za-z][A-Za-z0-9]*"),
    ("long", r"^\d{10,}|^0\d+"),
)  # fmt: skip
PLAIN_NUMBER = r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?|^\d{1,3}(?: 000)+|^\d+(?:\.\d+)?"
# 12.000 is twelve thousand, since nobody counts thousandths; 1.250 million is not.
DOTTED = r"^[1-9]\d{0,2}(?:\.\d{3})+(?-u:\b)"
DOTTED_DECIMAL = r"(?i)^[\d.]+ ?(?:thousand|million|billion|%|per)"
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6}
MONEY = r"(?i)^\$ ?\d[\d,.]*(?: ?(?:thousand|million|billion|trillion|tn|bn|mn|m|k)(?-u:\b))?"
# Where the form says no count, the mention is of this kind.
FORM_KINDS = {
    "date": "time", "clock": "time", "decade": "time", "year": "time", "day": "time",
    "ordinal": "stop", "long": "stop", "label": "stop", "code": "stop", "age": "stop",
    "score": "stop", "measure": "unit", "money": "unit", "period": "unit", "compound": "unit",
}  # fmt: skip
# 'UPDATE 2-Ten killed': the number of a wire's edition, as it writes it.
EDITION_BEFORE, EDITION, EDITION_REACH = r"(?i)(?-u:\b)(?:update|upd|wrap-?up) $", r"^\d\d?-", 8
LONGEST_NUMBER = 28
# Letters of atoms that make a run worth reading.
VALUES = (".", "d", "D", "t", "T", "n", "N", "z", "s", "S", "h", "v")


def find_digits(shaded: pl.DataFrame) -> pl.DataFrame:
    """Numbers in digits: text_no, start, end, value (Float64), form (null for a plain number)."""
    at = (
        shaded.select(
            "text_no",
            "folded",
            start=pl.concat_str(pl.lit(" "), "shadow").str.find_many(DIGITS, overlapping=True),
        )
        .explode("start", empty_as_null=False)
        .with_columns(pl.col("start").cast(pl.Int64))
        .with_columns(written=pl.col("folded").str.slice("start", LONGEST_NUMBER))
        .with_columns(
            form=first_form(pl.col("written"), pl.col("folded"), pl.col("start")),
            plain=pl.col("written").str.extract(f"({PLAIN_NUMBER})"),
        )
    )
    whole = pl.coalesce(
        *(
            pl.when(pl.col("form") == form).then(pl.col("written").str.extract(f"({pattern})"))
            for form, pattern in WRITTEN_FORMS
        ),
        pl.col("plain"),
    )
    digits = at.select(
        "text_no",
        "start",
        "form",
        end=pl.col("start") + whole.str.strip_chars_end(" ").str.len_bytes().cast(pl.Int64),
        value=digits_value(),
    )
    return drop_inner(pl.concat([digits, find_money(shaded).select(digits.columns)]))


def digits_value() -> pl.Expr:
    """What the digits are worth: 12,000, 12 000 and 12.000 are one number, 1.5m is 1,500,000."""
    written, plain = pl.col("written"), pl.col("plain").str.replace_all("[, ]", "")
    is_dotted = written.str.contains(DOTTED) & ~written.str.contains(DOTTED_DECIMAL)
    scale = written.str.extract(SHORT, 2).str.to_lowercase()
    return (
        pl.when(is_dotted)
        .then(plain.str.replace_all(".", "", literal=True))
        .otherwise(plain)
        .cast(pl.Float64)
    ) * scale.replace_strict(SHORT_SCALES, default=1.0, return_dtype=pl.Float64)


def first_form(written: pl.Expr, folded: pl.Expr, start: pl.Expr) -> pl.Expr:
    """The first written form that fits; 'code' after a letter and hyphen (F-16) or a sign (#5)."""
    before = folded.str.slice(pl.max_horizontal(start - 2, 0), pl.min_horizontal(start, 2))
    ahead = folded.str.slice(
        pl.max_horizontal(start - EDITION_REACH, 0), pl.min_horizontal(start, EDITION_REACH)
    )
    is_edition = written.str.contains(EDITION) & ahead.str.contains(EDITION_BEFORE)
    forms = pl.coalesce(
        *(
            pl.when(written.str.contains(pattern)).then(pl.lit(form))
            for form, pattern in WRITTEN_FORMS
        )
    )
    is_code = before.str.contains(r"[A-Za-z]-$|[#@_]$")
    return (
        pl.when(is_edition | (is_code & ~written.str.contains(r"^\d{4}(?-u:\b)")))
        .then(pl.lit("code"))
        .otherwise(forms)
    )


def find_money(shaded: pl.DataFrame) -> pl.DataFrame:
    """Amounts behind a currency sign, in the columns of find_digits."""
    return (
        shaded.filter(pl.col("folded").str.contains("$", literal=True))
        .select("text_no", "folded", start=pl.col("folded").str.find_many(["$"]))
        .explode("start", empty_as_null=False)
        .with_columns(pl.col("start").cast(pl.Int64))
        .with_columns(
            written=pl.col("folded")
            .str.slice("start", LONGEST_NUMBER)
            .str.extract(f"({MONEY})")
            .str.strip_chars_end(".,"),
        )
        .filter(pl.col("written").is_not_null())
        .select(
            "text_no",
            "start",
            form=pl.lit("money"),
            end=pl.col("start") + pl.col("written").str.len_bytes().cast(pl.Int64),
            value=pl.lit(None, pl.Float64),
        )
    )


def drop_inner(digits: pl.DataFrame) -> pl.DataFrame:
    """Drop the numbers inside a longer one (the months of a date, the thousands of '12 000')."""
    return matching.settle(digits.with_columns(rank=pl.lit(0))).drop("rank")


def find_atoms(shaded: pl.DataFrame, hits: pl.DataFrame) -> pl.DataFrame:
    """All atoms in order, with their letters and runs.

    Out: text_no, start, end, sense, value, value_low, value_best, value_high, form, letter
    (upper-case D, M, U, S where a hyphen stands before), run.
    """
    words = hits.filter(
        pl.col("kind").is_in(["quantity", "qualifier"])
        | pl.col("phrase").is_in(["and", "to", "or", "a", "an", "from", "not", "plus"])
        # 'took over 20 villages' has no 'over 20'.
        | ((pl.col("kind") == "trigger") & pl.col("phrase").str.contains(" ", literal=True))
    )
    spelled = words.select(
        "text_no", "start", "end", "sense", "voice", "value_low", "value_best", "value_high",
        "phrase", kind=pl.col("kind").cast(pl.String), value=pl.col("value_best").cast(pl.Float64),
        rank=pl.lit(1),
    )  # fmt: skip
    digits = find_digits(shaded).with_columns(kind=pl.lit("digits"), rank=pl.lit(0))
    atoms = matching.settle(pl.concat([spelled, digits], how="diagonal")).join(
        shaded.select("text_no", "folded"), on="text_no", maintain_order="left"
    )
    is_same_text = (pl.col("text_no") == pl.col("text_no").shift(1)).fill_null(False)
    gap = pl.col("folded").str.slice(
        pl.col("end").shift(1).fill_null(0),
        pl.max_horizontal(pl.col("start") - pl.col("end").shift(1).fill_null(0), 0),
    )
    # "GOMA, May 13 - Nine people": the dash that ends a dateline makes no range, nor does the one
    # before the parts of a number: "killed 18 - 12 men and six women".
    is_down = (pl.col("kind") == "digits") & (pl.col("value") <= pl.col("value").shift(1))
    is_parted = (
        (pl.col("gap") == " - ")
        & (pl.col("kind").shift(1) == "digits")
        & ((pl.col("kind") == "quantity") | is_down)
    )
    return (
        atoms.with_columns(
            gap=pl.when(is_same_text & (pl.col("start") >= pl.col("end").shift(1))).then(gap)
        )
        .with_columns(gap=pl.when(~is_parted.fill_null(False)).then("gap"))
        .with_columns(
            is_hyphen=pl.col("gap").str.contains(r"^ ?- ?$").fill_null(False),
            is_new=~pl.col("gap").str.contains(r"^(?:\s+| ?- ?)$").fill_null(False),
        )
        .with_columns(
            letter=letter(),
            run=pl.col("is_new").cum_sum(),
            sense=pl.when(pl.col("phrase") == "plus").then(pl.lit("at_least")).otherwise("sense"),
        )
        .filter(pl.col("letter").is_in(VALUES).any().over("run"))
        .select(
            "text_no", "start", "end", "sense", "value", "value_low", "value_best",
            "value_high", "form", "letter", "run",
        )
    )  # fmt: skip


def letter() -> pl.Expr:
    """One letter an atom; upper case for a number behind a hyphen.

    d digits, t tens, n ones and teens, z none, s scale, h half of one, v vague, q qualifier,
    b between, p qualifier that follows, a article, & and, > to, | or, f from, x not, . no count.
    """
    kind, sense, phrase = pl.col("kind"), pl.col("sense"), pl.col("phrase")
    is_word = (kind == "quantity") & (sense == "number")
    plain = (
        pl.when(pl.col("form").is_not_null()).then(pl.lit("."))
        .when(kind == "digits").then(pl.lit("d"))
        .when(is_word & (pl.col("value") == 0)).then(pl.lit("z"))
        .when(is_word & pl.col("value").is_between(20, 90)).then(pl.lit("t"))
        .when(is_word).then(pl.lit("n"))
        .when((kind == "quantity") & (sense == "scale")).then(pl.lit("s"))
        .when((kind == "quantity") & (sense == "half")).then(pl.lit("h"))
        .when(kind == "quantity").then(pl.lit("v"))
        .when((kind == "qualifier") & (pl.col("voice") == "after")).then(pl.lit("p"))
        .when((kind == "qualifier") & (sense == "range")).then(pl.lit("b"))
        .when(kind == "qualifier").then(pl.lit("q"))
        .when((phrase == "plus") & pl.col("is_hyphen")).then(pl.lit("p"))
        .otherwise(
            phrase.replace_strict(
                {"and": "&", "to": ">", "or": "|", "from": "f", "not": "x", "a": "a", "an": "a"},
                default="_",
            )
        )
    )  # fmt: skip
    return (
        pl.when("is_hyphen")
        .then(plain.replace({"d": "D", "n": "N", "t": "T", "s": "S"}))
        .otherwise(plain)
    )


# 1.2 million · two hundred and fifty thousand · a dozen · twenty-five · two and a half million
NUMBER_WORD = "(?:[tT][nN]?|[nN])"
NUMBER = (
    rf"(?:[dD]|{NUMBER_WORD})h|[dD][sS]*"
    rf"|(?:{NUMBER_WORD}|a)(?:[sS]+(?:&?{NUMBER_WORD})?)+|{NUMBER_WORD}"
)


def group(rows: pl.DataFrame, pattern: str) -> pl.DataFrame:
    """Cut the letters of every run into the longest pieces that fit a pattern, else single letters.

    Adds to every row: piece (the letters of its piece) and piece_no (counts through the frame).
    """
    pieces = (
        rows.group_by("run", maintain_order=True)
        .agg(piece=pl.col("letter").str.join(""))
        .select(pl.col("piece").str.extract_all(rf"(?s){pattern}|."))
        .explode("piece", empty_as_null=False)
        .with_columns(piece_no=pl.int_range(pl.len(), dtype=pl.Int64))
    )
    size = pl.col("piece").str.len_bytes()
    repeated = pieces.select(pl.all().repeat_by(size)).explode(pl.all(), empty_as_null=False)
    return pl.concat([rows, repeated], how="horizontal")


def read_numbers(atoms: pl.DataFrame) -> pl.DataFrame:
    """Atoms with those of one number put together as one row, of the letter N (R after a hyphen).

    A word counts times the hundred or dozen right after it and times the next thousand or million.
    """
    pieces = group(atoms, NUMBER).with_columns(
        is_number=pl.col("piece").str.contains(r"^(?:[dDtTnN]|a[sS])"),
        is_scale=pl.col("letter").is_in(["s", "S", "h"]),
    )
    is_small = pl.col("is_scale") & (pl.col("value") < 1000)
    same_next = (pl.col("piece_no") == pl.col("piece_no").shift(-1)).fill_null(False)
    small = pl.when(same_next & is_small.shift(-1)).then(pl.col("value").shift(-1)).otherwise(1)
    large = pl.when(pl.col("is_scale") & ~is_small).then("value").backward_fill().over("piece_no")
    base = (
        pl.when(pl.col("letter") == "h").then(0.5)
        .when(pl.col("is_scale") | (pl.col("letter") == "&")).then(0.0)
        .otherwise("value")
    )  # fmt: skip
    return (
        pieces.with_columns(part=base * small * large.fill_null(1))
        .group_by("piece_no", maintain_order=True)
        .agg(
            pl.col("text_no", "run", "start").first(),
            pl.col("end").last(),
            pl.col("sense", "form", "value_low", "value_best", "value_high").first(),
            value=pl.when(pl.col("is_number").first())
            .then(pl.col("part").sum())
            .otherwise(pl.col("value").first()),
            letter=pl.when(~pl.col("is_number").first())
            .then(pl.col("letter").first())
            .when(pl.col("letter").first().str.contains(r"^[A-Z]"))
            .then(pl.lit("R"))
            .otherwise(pl.lit("N")),
            scale=pl.when(pl.col("is_scale").last()).then(pl.col("value").last()),
            is_digits=pl.col("letter").first().is_in(["d", "D"]) & (pl.len() == 1),
        )
        .drop("piece_no")
    )
