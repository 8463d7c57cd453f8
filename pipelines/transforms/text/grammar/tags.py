"""Sentences as tag strings, and rules over them: one code a mention, gaps as '-' and '='.

    rules = [Rule("active", "{trigger:killed/vp|ing} ~ {count=quantity} ~ {people!}?"), ...]
    matches = match_tags(tag_sentences(mentions), rules)
    matches = look_up(matches, mentions, "count", ["value_best", "start", "end"])

A pattern is a regular expression whose spaces do not count, with placeholders for mentions:
{kind}, {kind|kind}, {kind:sense|sense}, {kind/voice|voice}, {kind:sense/voice}, {*} for any
mention, {^kind|kind} for any other. {slot=kind} and {kind!} keep the mention_no in a column named
slot or kind. '-' stands for one unknown word, '=' for two or more, '~' for any number or none.
Slot names are unique in a pattern. There is no lookaround: order and `emit` do that work.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

# Codes come from a private-use block: one character for each kind, sense and voice that occurs.
FIRST_CODE = 0xE000
NEVER = "[a&&b]"
PLACEHOLDER = re.compile(r"\{(?!\d*,?\d*\})([^{}]+)\}")
PARTS = re.compile(
    r"(?:(?P<slot>\w+)=)?(?P<kind>\^?[\w|*]+)(?::(?P<sense>[\w|]+))?(?:/(?P<voice>[\w|]+))?(?P<keep>!?)"
)


class RuleError(ValueError):
    """A rule's pattern cannot be read; the message names the rule."""


@dataclass(frozen=True)
class Rule:
    """A pattern over tag strings, with a sentence that it reads and one that it must not read.

    emit "kind=slot": what was matched becomes, for the rules after it, one tag of that kind with
    the mention_no of that slot (which must not be optional in the pattern).
    """

    rule_id: str
    pattern: str
    emit: str | None = None
    example: str = ""
    counterexample: str = ""


@dataclass(frozen=True)
class Tagged:
    """Tag strings: frame[sentence_id, tags], and the alphabet frame[code, kind, sense, voice]."""

    sentences: pl.DataFrame
    alphabet: pl.DataFrame


def tag_sentences(mentions: pl.DataFrame) -> Tagged:
    """The tag string of every sentence that has a mention."""
    alphabet = (
        mentions.select("kind", "sense", "voice")
        .unique()
        .sort("kind", "sense", "voice", nulls_last=False)
    )
    codes = [chr(FIRST_CODE + number) for number in range(alphabet.height)]
    alphabet = alphabet.select(pl.Series("code", codes, dtype=pl.String), "kind", "sense", "voice")
    gap = (
        pl.when(pl.col("words_before") == 0)
        .then(pl.lit(""))
        .when(pl.col("words_before") == 1)
        .then(pl.lit("-"))
        .otherwise(pl.lit("="))
    )
    sentences = (
        mentions.select("sentence_id", "mention_no", "words_before", "kind", "sense", "voice")
        .join(alphabet, on=["kind", "sense", "voice"], nulls_equal=True, maintain_order="left")
        .sort("sentence_id", "mention_no")
        .group_by("sentence_id", maintain_order=True)
        .agg(tags=pl.concat_str(gap, "code", pl.col("mention_no").cast(pl.String)).str.join(""))
    )
    return Tagged(sentences, alphabet)


def match_tags(tagged: Tagged, rules: Sequence[Rule]) -> pl.DataFrame:
    """Read sentences by rules, in their order.

    Out: sentence_id, rule_id, rule_no (the rule's place in the order), match_no (of the rule in the
    sentence), first_no and last_no (mentions at its ends), then a column a slot with its
    mention_no, null where the rule has no such slot or skipped it. Sorted by sentence_id, rule_no,
    match_no. Matches of one rule do not overlap; those of different rules may.
    Raises RuleError where a pattern cannot be read.
    """
    slots = list(dict.fromkeys(slot for rule in rules for slot in slots_of(rule)))
    tagged = with_emitted_kinds(tagged, rules)
    sentences = tagged.sentences
    found = [empty_matches(sentences.schema["sentence_id"], slots)]
    codes = codes_of(rules, tagged.alphabet)
    for rule_no, rule in enumerate(rules):
        regex = compile_rule(rule, codes)
        found.append(matches_of(sentences, rule, rule_no, regex, slots))
        if rule.emit:
            kind, slot = rule.emit.split("=")
            code = tagged.alphabet.filter(pl.col("kind") == kind)["code"][0]
            sentences = sentences.with_columns(
                pl.col("tags").str.replace_all(regex, f"{code}${{{slot}}}")
            )
    return pl.concat(found).sort("sentence_id", "rule_no", "match_no")


def matches_of(
    sentences: pl.DataFrame, rule: Rule, rule_no: int, regex: str, slots: list[str]
) -> pl.DataFrame:
    """All matches of one rule, in the columns of `match_tags`."""
    matched = (
        sentences.select("sentence_id", match=pl.col("tags").str.extract_all(regex))
        .filter(pl.col("match").list.len() > 0)
        .with_columns(match_no=pl.int_ranges(pl.col("match").list.len(), dtype=pl.Int32))
        .explode("match", "match_no", empty_as_null=False)
    )
    if matched.is_empty():
        return empty_matches(sentences.schema["sentence_id"], slots)
    own = slots_of(rule)
    group = pl.col("match").str.extract_groups(f"^(?:{regex})$").struct
    return matched.select(
        "sentence_id",
        pl.lit(rule.rule_id).alias("rule_id"),
        pl.lit(rule_no, pl.Int32).alias("rule_no"),
        "match_no",
        first_no=pl.col("match").str.extract(r"([0-9]+)").cast(pl.Int32),
        last_no=pl.col("match").str.extract(r"([0-9]+)[^0-9]*$").cast(pl.Int32),
        **{
            slot: group.field(slot).cast(pl.Int32) if slot in own else pl.lit(None, pl.Int32)
            for slot in slots
        },
    )


def empty_matches(id_dtype: pl.DataType, slots: Iterable[str]) -> pl.DataFrame:
    """No match, in the columns of `match_tags`."""
    return pl.DataFrame(
        schema={
            "sentence_id": id_dtype, "rule_id": pl.String, "rule_no": pl.Int32,
            "match_no": pl.Int32, "first_no": pl.Int32, "last_no": pl.Int32,
            **dict.fromkeys(slots, pl.Int32),
        }
    )  # fmt: skip


def look_up(
    matches: pl.DataFrame, mentions: pl.DataFrame, slot: str, columns: Sequence[str]
) -> pl.DataFrame:
    """Add columns of the mention in a slot, as <slot>_<column>; null for an empty slot."""
    wanted = mentions.filter(pl.col("sentence_id").is_in(matches["sentence_id"].implode())).select(
        "sentence_id",
        pl.col("mention_no").alias(slot),
        *(pl.col(column).alias(f"{slot}_{column}") for column in columns),
    )
    return matches.join(wanted, on=["sentence_id", slot], how="left", maintain_order="left")


def first_rule(matches: pl.DataFrame, slot: str) -> pl.DataFrame:
    """Of the matches with the same mention in a slot, keep that of the earliest rule."""
    return matches.sort("sentence_id", "rule_no", "match_no").unique(
        ["sentence_id", slot], keep="first", maintain_order=True
    )


def with_emitted_kinds(tagged: Tagged, rules: Sequence[Rule]) -> Tagged:
    """Give every kind that a rule emits a code, where it has none yet."""
    emitted = {rule.emit.split("=")[0]: None for rule in rules if rule.emit}
    known = set(tagged.alphabet["kind"])
    new = [kind for kind in emitted if kind not in known]
    codes = [chr(FIRST_CODE + tagged.alphabet.height + number) for number in range(len(new))]
    blank = [None] * len(new)
    added = pl.DataFrame(
        {"code": codes, "kind": new, "sense": blank, "voice": blank}, schema=tagged.alphabet.schema
    )
    return Tagged(tagged.sentences, pl.concat([tagged.alphabet, added]))


def slots_of(rule: Rule) -> list[str]:
    """The slots that a rule's placeholders name, in order."""
    parts = [read_placeholder(rule, text) for text in PLACEHOLDER.findall(rule.pattern)]
    return [slot for part in parts if (slot := slot_of(part))]


def slot_of(part: dict[str, str | None]) -> str | None:
    return part["slot"] or (part["kind"] if part["keep"] else None)


def read_placeholder(rule: Rule, text: str) -> dict[str, str | None]:
    """The parts of a placeholder: slot, kind, sense, voice, keep."""
    match = PARTS.fullmatch(text.strip())
    if match is None:
        raise RuleError(f"rule {rule.rule_id}: cannot read the placeholder {{{text}}}")
    return match.groupdict()


def codes_of(rules: Sequence[Rule], alphabet: pl.DataFrame) -> dict[str, str]:
    """By placeholder, the codes of the mentions of this alphabet that it stands for."""
    rows = alphabet.select("code", "kind", "sense", "voice").rows()
    parts = {
        text: read_placeholder(rule, text)
        for rule in rules
        for text in PLACEHOLDER.findall(bare(rule))
    }
    return {
        text: "".join(code for code, *meaning in rows if is_meant(part, *meaning))
        for text, part in parts.items()
    }


def compile_rule(rule: Rule, codes: Mapping[str, str]) -> str:
    """The regular expression of a rule; codes: as codes_of gives them."""

    def expand(match: re.Match[str]) -> str:
        code = f"[{codes[match[1]]}]" if codes[match[1]] else NEVER
        slot = slot_of(read_placeholder(rule, match[1]))
        return rf"(?:{code}(?P<{slot}>[0-9]+))" if slot else rf"(?:{code}[0-9]+)"

    return check_regex(rule, PLACEHOLDER.sub(expand, bare(rule).replace("~", "[-=]?")))


def bare(rule: Rule) -> str:
    """The pattern without its spaces."""
    return re.sub(r"\s+", "", rule.pattern)


def check_regex(rule: Rule, regex: str) -> str:
    """The regex itself, or RuleError where the engine refuses it."""
    try:
        pl.Series([""]).str.contains(regex)
    except pl.exceptions.ComputeError as error:
        raise RuleError(f"rule {rule.rule_id}: {error}") from error
    return regex


def is_meant(part: dict[str, str | None], kind: str, sense: str | None, voice: str | None) -> bool:
    """Whether a placeholder stands for mentions of this meaning."""
    wanted = part["kind"] or "*"
    names = wanted.removeprefix("^").split("|")
    is_kind = wanted == "*" or (kind in names) != wanted.startswith("^")
    return is_kind and all(
        not part[name] or value in part[name].split("|")
        for name, value in (("sense", sense), ("voice", voice))
    )
