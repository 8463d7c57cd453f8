"""Rules over tag strings find shapes of mentions and give the numbers of those they name."""

import polars as pl
import pytest

from pipelines.transforms.text.grammar.tags import (
    Rule,
    RuleError,
    first_rule,
    look_up,
    match_tags,
    tag_sentences,
)


def mentions(*sentences: str) -> pl.DataFrame:
    """Mentions written as 'kind:sense/voice', with - and = for unknown words before them."""
    rows = [
        (
            f"s{number}",
            mention_no,
            {"": 0, "-": 1, "=": 5}[tag[: len(tag) - len(tag.lstrip("-="))]],
            *parts(tag.lstrip("-=")),
        )
        for number, sentence in enumerate(sentences)
        for mention_no, tag in enumerate(sentence.split())
    ]
    schema = {
        "sentence_id": pl.String, "mention_no": pl.Int32, "words_before": pl.Int32,
        "kind": pl.String, "sense": pl.String, "voice": pl.String,
    }  # fmt: skip
    return pl.DataFrame(rows, schema=schema, orient="row")


def parts(tag: str) -> tuple[str, str | None, str | None]:
    head, _, voice = tag.partition("/")
    kind, _, sense = head.partition(":")
    return kind, sense or None, voice or None


def slots(pattern: str, *sentences: str) -> list[tuple[object, ...]]:
    matches = match_tags(tag_sentences(mentions(*sentences)), [Rule("r", pattern)])
    return matches.drop("rule_id", "rule_no", "match_no", "first_no", "last_no").rows()


def test_placeholders_name_kinds_senses_and_voices() -> None:
    active = "trigger:killed/vp quantity:exact people:pl"
    passive = "quantity:exact people:pl be trigger:killed/vp"
    assert slots("{trigger:killed/vp} {count=quantity} {people!}", active, passive) == [
        ("s0", 1, 2)
    ]
    assert slots("{trigger:wounded} {quantity!}", active) == []
    assert slots("{trigger/ing|vp} {quantity!}", active) == [("s0", 1)]
    assert slots("{actor|people} {last=be|trigger}", active, passive) == [("s1", 2)]
    assert slots("{first=*} {^quantity|people}", passive) == [("s0", 1)]


def test_gaps_are_part_of_the_shape() -> None:
    near, far = "trigger quantity -people", "trigger quantity =people"
    assert slots("{quantity!} {people!}", near, far) == []
    assert slots("{quantity!} - {people!}", near, far) == [("s0", 1, 2)]
    assert slots("{quantity!} = {people!}", near, far) == [("s1", 1, 2)]
    assert slots("{quantity!} ~ {people!}", near, far) == [("s0", 1, 2), ("s1", 1, 2)]


def test_a_slot_that_is_skipped_is_null() -> None:
    assert slots("{quantity!} {actor!}? {people!}", "quantity people", "quantity actor people") == [
        ("s0", 0, None, 1),
        ("s1", 0, 1, 2),
    ]


def test_numbers_beyond_nine_are_whole() -> None:
    assert slots("{quantity!} {people!}", "comma " * 11 + "quantity people") == [("s0", 11, 12)]


def test_matches_of_a_rule_follow_each_other() -> None:
    tagged = tag_sentences(mentions("quantity people and quantity people"))
    matches = match_tags(tagged, [Rule("group", "{quantity!} {people}")])
    assert matches.select("match_no", "first_no", "last_no", "quantity").rows() == [
        (0, 0, 1, 0),
        (1, 3, 4, 3),
    ]


def test_what_a_rule_emits_is_read_by_the_rules_after_it() -> None:
    tagged = tag_sentences(mentions("trigger quantity people and quantity people"))
    rules = [
        Rule("group", "{quantity!} ~ {people}", emit="group=quantity"),
        Rule("list", "{first=group} {and} {second=group}", emit="group=first"),
        Rule("harm", "{trigger!} {all=group}"),
    ]
    matches = match_tags(tagged, rules)
    assert matches.filter(rule_id="list").select("first", "second").rows() == [(1, 4)]
    assert matches.filter(rule_id="harm").select("trigger", "all").rows() == [(0, 1)]


def test_the_first_rule_keeps_the_mention() -> None:
    tagged = tag_sentences(mentions("trigger quantity people"))
    matches = match_tags(
        tagged, [Rule("long", "{trigger!} {quantity} {people}"), Rule("short", "{trigger!}")]
    )
    assert matches["rule_id"].to_list() == ["long", "short"]
    assert first_rule(matches, "trigger")["rule_id"].to_list() == ["long"]


def test_columns_of_a_mention_are_looked_up_by_slot() -> None:
    read = mentions("quantity:about people:pl")
    matches = match_tags(tag_sentences(read), [Rule("r", "{quantity!} {actor!}?")])
    found = look_up(look_up(matches, read, "quantity", ["sense"]), read, "actor", ["sense"])
    assert found.select("quantity_sense", "actor_sense").rows() == [("about", None)]


@pytest.mark.parametrize("pattern", ["{quantity", "{quantity!} (", "{a b}", "{quantity:}"])
def test_a_pattern_that_cannot_be_read_names_its_rule(pattern: str) -> None:
    with pytest.raises(RuleError, match="bad_rule"):
        match_tags(tag_sentences(mentions("quantity")), [Rule("bad_rule", pattern)])


def test_no_mention_gives_no_match() -> None:
    matches = match_tags(tag_sentences(mentions()), [Rule("r", "{quantity!}")])
    assert matches.is_empty()
    assert "quantity" in matches.columns
