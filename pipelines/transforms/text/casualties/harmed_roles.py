"""Roles that are harmed instead of heard: 'killing a captain', 'two journalists were wounded'."""

import polars as pl

from pipelines.transforms.text.grammar.tags import Rule, match_tags, tag_sentences
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED

HARMS = ("killed", "wounded", "killed_or_wounded", "captured", "missing", "displaced")
ATTACK = r"^(?:att|hit)_"
HARM = "trigger:" + "|".join(HARMS)
ROLE = "role:military|rank|press|civil|official|party/sg|pl"
# Of an attack on a minister it may be meant that he was criticised.
ATTACKED = "role:military|rank|press|civil/sg|pl"
OWNER = "actor|place|place_noun"
COUNT = "(?:{quantity|article} ~)?"
GROUP = (
    "(?:(?:{quantity|article} ~)? (?:{actor|place} ~)? {people|actor} ~|"
    # "A major and two of his men"
    "{quantity} ~ {of} {article|pronoun} ~ {people} ~|{quantity} ~)"
)
NEXT = "{comma}? ~ {and|or|comma|subset}?"
WHERES = "in|of|from|with|article|place|place_noun|person|actor"
WHERE = f"(?:{{{WHERES}}} ~){{0,5}}?"
SPEAKER = "in|of|from|article|place|place_noun|person|comma|actor|stop|unit"
HEARD = f"(?: ~ (?:{{{SPEAKER}}} ~){{0,6}}{{heard=speech}})?"


def listed(number: int) -> str:
    """A role of a list, in the slot named by its number, after any groups that need no role."""
    return f"{NEXT} ~ (?:{GROUP} {NEXT} ~){{0,3}}? {COUNT} (?:{{{OWNER}}} ~)? {{r{number}={ROLE}}}"


MORE_ROLES = "".join(f"(?: ~ {listed(number)})?" for number in (2, 3))
FIRST_ROLE = f"(?:{GROUP} {NEXT} ~){{0,3}}? {COUNT} (?:{{{OWNER}}} ~)? {{r1={ROLE}}}"
# Verbs of attack, whose roles are attacked: "a mayor was ambushed", "gunmen attacked the minister".
HIT = "trigger/" + "|".join(
    f"{family}_{voice}_weak" for family in ("att", "hit") for voice in ("vp", "ing", "base")
)
RULES = (
    Rule(
        "after_harm",
        f"{{{HARM}}} ~ (?:{{comma}}? ~ {{subset}} ~)? {FIRST_ROLE} {MORE_ROLES} {HEARD}",
        example="The blast killed three guards, a captain and a doctor.",
        counterexample="The blast killed three guards, a captain said.",
    ),
    Rule(
        "before_harm",
        f"{{r1={ROLE}}} {MORE_ROLES} ~ (?:{{and}} ~ {GROUP})? {WHERE} {{be|have}}"
        f" ~ (?:{{clause:coordinate}})? ~ {{be}}? ~ {{{HARM}}}",
        example="Two journalists and a driver were also wounded.",
        counterexample="Officials said that two people were wounded.",
    ),
    Rule(
        "left_so",
        f"{{trigger/left_weak}} ~ (?:{{article}} ~)? {FIRST_ROLE} {MORE_ROLES}"
        f" ~ (?:{{and}} ~ {GROUP})? {{{HARM}}}",
        example="The blast left three officers and a trader hurt.",
        counterexample="The officials left after two people were hurt.",
    ),
    Rule(
        "before_reduced",
        f"{{r1={ROLE}}} (?:{{{HIT}}} ~ {{and}} ~)? {{{HARM}/vp|vp_people}}"
        " (?:-? {in|by|from|time|method|comma|clause|with|subset}|$)",
        example="Police officers ambushed and killed in Aleppo.",
        counterexample="Officials killed the plan.",
    ),
    Rule(
        "before_owned",
        f"{{r1={ROLE}}} {{{HARM}/owned}}",
        example="He blamed the army for the reporter's death.",
        counterexample="The reporter's story was of a death.",
    ),
    Rule(
        "before_death",
        f"{{r1={ROLE}}} {MORE_ROLES} ~ (?:{{and}} ~ {GROUP})? {WHERE} {{have}}? ~ {{{HARM}/died}}",
        example="A colonel died in the ambush.",
        counterexample="A colonel said that nobody died.",
    ),
    Rule(
        "among_harmed",
        f"{{r1={ROLE}}} {MORE_ROLES} ~ {{subset}} ~ {{article}}? ~ {{quantity}} ~ {{people}}? ~"
        f" {{{HARM}}}",
        example="Two army officers were among five people killed in Lamu.",
        counterexample="Two army officers said that five people were killed in Lamu.",
    ),
    Rule(
        "part_of_harmed",
        f"{{people}} ~ {{comma}}? ~ {{subset}} ~ {FIRST_ROLE} {MORE_ROLES} ~ {{comma}}? ~"
        f" {{be|have}} ~ {{{HARM}}}",
        example="Five people, including two police officers, were killed.",
        counterexample="Five people were killed, police officers said.",
    ),
    # Whoever does harm is as little heard.
    Rule(
        "by_role",
        f"(?:{{{HARM}}}|{{{HIT}}}) ~ (?:{{quantity|people|comma|time|method|unit|{WHERES}}} ~)"
        f"{{0,7}}? {{by}} ~ {COUNT} (?:{{{OWNER}}} ~)? {{r1=role:military/sg|pl}}",
        example="Two clerks were killed by army officers.",
        counterexample="Two clerks were killed, army officers said.",
    ),
    Rule(
        "role_does",
        f"{{r1=role:military/sg|pl}} {WHERE} {{have}}? ~ (?:{{{HARM}/vp|ing}}|{{{HIT}}}) ~"
        " {quantity|people|article|person}",
        example="Police officers shot dead two clerks.",
        counterexample="Police officers said two clerks were killed.",
    ),
    Rule(
        "after_attack",
        f"{{{HIT}}} ~ {FIRST_ROLE} {MORE_ROLES} {HEARD}",
        example="Gunmen ambushed a mayor near Gao.",
        counterexample="Gunmen ambushed three guards, a captain said.",
    ),
    Rule(
        "attack_on",
        f"(?:{{unit:attack}}|{{method/event}}) {{in|to:on|against}} {COUNT} (?:{{{OWNER}}} ~)?"
        f" {{r1={ATTACKED}}} {HEARD}",
        example="Police reported an attack on aid workers.",
        counterexample="An attack on Monday killed two, aid workers said.",
    ),
    Rule(
        "before_attack",
        f"{{r1={ROLE}}} {MORE_ROLES} ~ (?:{{and}} ~ {GROUP})? {WHERE} {{be|have}}"
        f" ~ (?:{{clause:coordinate}})? ~ {{be}}? ~ {{{HIT}}}",
        example="A mayor was ambushed near Gao.",
        counterexample="A mayor said that two clerks were ambushed.",
    ),
)
# The kind of people that a role is, where nothing says of which side they are.
PEOPLE = {
    "military": "security-forces", "rank": "security-forces", "press": "journalists",
    "civil": "civilians", "official": "civilians",
}  # fmt: skip


def turn_harmed_roles(spans: pl.DataFrame) -> pl.DataFrame:
    """Turn the roles that a word of harm has as victims or doers into people, singular or plural.

    spans: text_no, mention_no, words_before and the meaning of mentions; the same comes back.
    """
    is_harm = (pl.col("kind") == "trigger") & (
        pl.col("sense").is_in(HARMS) | pl.col("voice").str.contains(ATTACK)
    ).fill_null(False)
    is_harm |= ((pl.col("kind") == "unit") & (pl.col("sense") == "attack")).fill_null(False)
    is_harm |= ((pl.col("kind") == "method") & (pl.col("voice") == "event")).fill_null(False)
    harms, roles = spans.filter(is_harm), spans.filter(pl.col("kind") == "role")
    told = roles.join(harms, on="text_no", how="semi").select("text_no")
    read = spans.join(told, on="text_no", how="semi", maintain_order="left")
    tagged = tag_sentences(read.rename({"text_no": "sentence_id"}))
    found = harmed_roles(match_tags(tagged, RULES)).rename({"sentence_id": "text_no"})
    rows = spans.select("text_no", "mention_no").with_row_index("row")
    is_harmed = rows["row"].is_in(
        rows.join(found, on=["text_no", "mention_no"], how="semi")["row"].implode()
    )
    # "A terrorist commander" is no soldier of the state.
    is_rebel = (
        (pl.col("text_no") == pl.col("text_no").shift(1))
        & (pl.col("kind").shift(1) == "people")
        & (pl.col("entity_id").shift(1) == UNIDENTIFIED)
        & (pl.col("start") - pl.col("end").shift(1) == 1)
    ).fill_null(False)
    role = pl.when("is_harmed").then("sense")
    people = pl.when(is_rebel).then(pl.lit(UNIDENTIFIED)).otherwise(
        role.replace_strict(PEOPLE, default=None, return_dtype=pl.String)
    )  # fmt: skip
    return (
        spans.lazy()
        .with_columns(is_harmed=is_harmed)
        .with_columns(
            kind=pl.when("is_harmed").then(pl.lit("people")).otherwise("kind"),
            sense=pl.when("is_harmed").then("voice").otherwise("sense"),
            voice=pl.when(~pl.col("is_harmed")).then("voice"),
            entity_id=pl.when("is_harmed")
            .then(pl.coalesce(pl.when(is_rebel).then(people), "entity_id", people))
            .otherwise("entity_id"),
        )
        .drop("is_harmed")
        .collect(engine="in-memory")
    )


def harmed_roles(matches: pl.DataFrame) -> pl.DataFrame:
    """One row per role harmed: sentence_id, mention_no; one that speaks is none."""
    last = pl.max_horizontal("r1", "r2", "r3")
    return (
        matches.with_columns(last=last)
        .unpivot(
            ["r1", "r2", "r3"], index=["sentence_id", "last", "heard"], value_name="mention_no"
        )
        .filter(
            pl.col("mention_no").is_not_null(),
            pl.col("heard").is_null() | (pl.col("mention_no") != pl.col("last")),
        )
        .select("sentence_id", "mention_no")
        .unique()
        .sort("sentence_id", "mention_no")
    )
