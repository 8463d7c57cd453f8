"""The grammar of harm: a sentence's tokens, rewritten rule by rule.

Rules fold tokens into groups of people (G3.4: one group; & joins groups of a list, +
adds a part of the group before) and groups with their trigger into harms <rule:trigger:group>.
"""

import re

import polars as pl

from pipelines.transforms.text.casualties.counted_rules import COUNTED
from pipelines.transforms.text.casualties.gapping import APART, GAPPING
from pipelines.transforms.text.casualties.groups import GROUPING, VERBS
from pipelines.transforms.text.casualties.harmed_twice import HARMED_TWICE
from pipelines.transforms.text.casualties.joining import JOINING
from pipelines.transforms.text.casualties.lists import CLEANING, PARTING, SHAPES, TIDYING
from pipelines.transforms.text.casualties.names import NAMING
from pipelines.transforms.text.casualties.tagging import tag_sentences
from pipelines.transforms.text.casualties.tokens import LETTERS, RUNS, Rewrite
from pipelines.transforms.text.casualties.uncounted_rules import UNCOUNTED

BODY = "[0-9.&+]+"
TOLD = f"[a-z_]+:[0-9.]*:{BODY}"
HARM = "<[a-z_]+:[0-9.]*:[0-9.&+]*>"


RULES = (
    *TIDYING, *CLEANING, *GROUPING, *NAMING, *VERBS, *APART, *PARTING, *JOINING, *SHAPES,
    *HARMED_TWICE, *COUNTED, *UNCOUNTED, *GAPPING,
)  # fmt: skip


def find_harms(mentions: pl.DataFrame) -> pl.DataFrame:
    """Read every sentence's mentions by the grammar.

    Out: sentence_id, harm_no (order in the sentence), rule_id, triggers and group (mention numbers
    as the grammar wrote them).
    """
    tags = tag_sentences(mentions)
    text = pl.col("tags")
    for rule in RULES:
        text = text.str.replace_all(compile_pattern(rule), compile_result(rule))
    return (
        tags.select("sentence_id", harm=text.str.extract_all(HARM))
        .filter(pl.col("harm").list.len() > 0)
        .with_columns(harm_no=pl.int_ranges(pl.col("harm").list.len(), dtype=pl.Int32))
        .explode("harm", "harm_no", empty_as_null=False)
        .with_columns(pl.col("harm").str.strip_chars("<>").str.split(":"))
        .select(
            "sentence_id",
            "harm_no",
            rule_id=pl.col("harm").list.get(0),
            triggers=pl.col("harm").list.get(1),
            group=pl.col("harm").list.get(2),
        )
    )


def compile_pattern(rule: Rewrite) -> str:
    """The regular expression of a rule; KeyError for a name that LETTERS and RUNS lack."""
    text = re.sub(r"\{\{(\w+)\}\}", lambda match: RUNS[match[1]], rule.pattern)
    text = text.replace("{told}", TOLD).replace(" ", "").replace("~", "-?")
    return re.sub(r"\{([a-z_|]+)(!?)\}", lambda match: token(match[1], match[2]), text)


def token(names: str, keep: str) -> str:
    """The regular expression of one token of any of these names."""
    letters = "".join(LETTERS[name] for name in names.split("|"))
    return f"[{letters}]({BODY})" if keep else f"(?:[{letters}]{BODY})"


def compile_result(rule: Rewrite) -> str:
    """What takes the place of a match, in the regular expression engine's words."""
    return re.sub(r"\$(\d+)", r"${\1}", rule.becomes)
