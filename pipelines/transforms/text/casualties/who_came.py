"""Who did a harm that was done when they came: "nine were killed when gunmen burst into a bar"."""

import polars as pl

from pipelines.transforms.text.casualties.blame import OTHERS, with_words
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.runs import beside

DEAD = r"(?i)^(?:dead|wounded|injured)$"
SUFFERED = ("passive", "died", "reduced", "headline")
COMING = r"(?i)^(?:when|as|after)$"
# What those do who come armed; "rebels clashed with troops" tells of both sides.
CAME = (
    r"(?i)^(?:(?: (?:in|on|aboard|riding|from|armed with|dressed|wearing|believed|suspected)"
    r"(?-u:\b)[^,;.]{0,70}?| (?:also|then|later|[a-z]+ly))? (?:burst|barged|broke into|forced|came|"
    r"arrived|went on|storm(?:ed|s)?|raid(?:ed|s)?|open(?:ed|s)? fire|attack(?:ed|s)?|fired|"
    r"invad(?:ed|es?)|ambush(?:ed|es)?|descended|entered|swooped|hurled|lobbed|threw|shot|"
    r"torched|set fire|bomb(?:ed|s)?|shell(?:ed|s)?|struck|targeted|ransacked|rampaged|"
    r"overran|intercepted|waylaid|triggered|detonated|set off|blew up|exploded|dropped|"
    r"planted|swept (?:through|into)))(?-u:\b)"
)
LATER = (
    r"(?i)(?:minutes?|hours?|days?|weeks?|months?|years?|shortly|soon|long|just) after "
    r"(?:[a-z0-9-]+ ){0,3}$"
)
# What an army does only to those who are harmed.
SHOT = (
    r"(?i)^ [^,;.]{0,60}?(?:opened fire|fired (?:on|at|into|upon)|(?:began|started) (?:shooting|"
    r"firing))(?-u:\b)"
)
# "After a rebel attack": no verb of theirs.
AN, NOUN = (
    r"(?i)(?-u:\b)(?:an?|another|the) $",
    r"(?i)^ (?:[a-z]+ )?(?:attacks?|raids?|ambush(?:es)?|strikes?|bombs?)(?-u:\b)",
)
REACH = 6
# "Gunmen burst into a bar and sprayed it with bullets, leaving nine dead"
SPRAYED = (
    r"(?i)(?-u:\b)(?:sprayed|riddled|peppered|raked|strafed) [^,;.]{1,60} with [^,;.]{0,30}"
    r"(?:bullets|gunfire|fire|shots)"
)
LEFT_DEAD = (
    r"(?i)^[^;.]{0,160}?,? (?:leaving|which left|and left) "
    r"(?:at least |about |some |more than )?(?:[a-z0-9-]+ ){1,6}$"
)


def who_left(free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The armed group that came, or sprayed a place with bullets, and left people dead, in the
    columns of free."""
    dead = mentions.filter(pl.col("kind") == "trigger", pl.col("text").str.contains(DEAD)).select(
        "sentence_id", trigger_no="mention_no"
    )
    left = free.filter(pl.col("rule_id").is_in(SUFFERED), ~pl.col("is_aside")).join(
        dead, on=["sentence_id", "trigger_no"], how="semi", maintain_order="left"
    )
    gap = pl.col("gap")
    return (
        with_words(left, mentions, sentences)
        .filter(
            ~pl.col("is_behind"),
            ~pl.col("actor_id").str.starts_with(STATE_FORCES),
            gap.str.contains(LEFT_DEAD),
            gap.str.contains(f"{CAME}|{SPRAYED}"),
            ~gap.str.contains(OTHERS),
        )
        .sort("sentence_id", "harm_no", "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
        .select(free.columns)
    )


def who_came(free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The armed group that the clause right behind a harm opens with, in the columns of free.

    free: actors by harm: sentence_id, harm_no, rule_id, trigger_no, mention_no, actor_id. Those
    harmed are none of it; of two sides that fight each other nobody is meant.
    """
    kind, run = pl.col("kind"), pl.col("sentence_id")
    is_when = (kind == "clause") & pl.col("text").str.contains(COMING)
    step = pl.when(beside(kind, run, 1).is_in(["article", "quantity"])).then(2).otherwise(1)
    is_led = pl.when(step == 2).then(beside(is_when, run, 2)).otherwise(beside(is_when, run, 1))
    opening = (
        mentions.with_columns(is_led=is_led.fill_null(False), clause_no=pl.col("mention_no") - step)
        .filter("is_led")
        .join(
            sentences.select("sentence_id", base="start", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
        .with_columns(
            ahead=pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base")),
            behind=pl.col("sentence").str.slice(pl.col("end") - pl.col("base")),
        )
        .filter(
            pl.col("behind").str.contains(f"{CAME}|{SHOT}"),
            ~pl.col("ahead").str.contains(LATER),
            ~(pl.col("ahead").str.contains(AN) & pl.col("behind").str.contains(NOUN)),
        )
        .select(
            "sentence_id", "mention_no", "clause_no", is_shot=pl.col("behind").str.contains(SHOT)
        )
    )
    return (
        free.filter(pl.col("rule_id").is_in(SUFFERED))
        .join(opening, on=["sentence_id", "mention_no"])
        .filter(
            ~pl.col("actor_id").str.starts_with(STATE_FORCES) | pl.col("is_shot"),
        )
        .drop("is_shot")
        .filter((pl.col("clause_no") - pl.col("trigger_no")).is_between(1, REACH))
        .sort("sentence_id", "harm_no", "clause_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )
