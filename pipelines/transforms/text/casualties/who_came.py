"""Who did a harm that was done when they came: "nine were killed when gunmen burst into a bar"."""

import polars as pl

from pipelines.transforms.text.attacks.going_on import OTHER_DEED
from pipelines.transforms.text.casualties.blame import OTHERS, with_words
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.runs import beside

SUFFERED = ("passive", "died", "reduced", "headline")
COMING = r"(?i)^(?:when|as|after)$"
# What those do who come armed; "rebels clashed with troops" tells of both sides.
WITH_WHAT = (
    r"(?: (?:in|on|aboard|riding|from|armed with|dressed|wearing|believed|suspected)(?-u:\b)"
    r"[^,;.]{0,70}?| (?:also|then|later|[a-z]+ly))?"
)
# What an army does, too, before it harms.
SEARCHED = (
    r"(?:surround(?:ed|s)?|besieged|encircled|rampaged|swept (?:through|into)|rounded up|lined up|"
    r"(?:went|moved)(?: on an?)? (?:from )?(?:house|home|door|hut))"
)
ARRIVED = (
    r"(?:came|arrived|reached|turned up|went on an? [a-z]+|descended|swooped|boarded|"
    r"laid siege|erected|crossed (?:into|in|over|to|from)|"
    r"(?:rode|drove|marched|moved|poured|pushed|walked|rolled|slipped) (?:in|into|through|to)|"
    r"set up (?:an? )?(?:illegal |fake )?(?:road ?blocks?|check ?points?)|"
    r"(?:stopped|flagged down) (?:an?|the|two|three)|"
    rf"infiltrated|broke in|{SEARCHED})"
)
CAME_HARMING = rf"(?i)^{WITH_WHAT} {SEARCHED}(?-u:\b)"
CAME = (
    rf"(?i)^{WITH_WHAT} (?:{ARRIVED}|burst|barged|broke into|forced|storm(?:ed|s)?|raid(?:ed|s)?|"
    r"open(?:ed|s)? fire|attack(?:ed|s)?|fired|invad(?:ed|es?)|ambush(?:ed|es)?|entered|hurled|"
    r"lobbed|threw|shot|torched|set fire|bomb(?:ed|s)?|shell(?:ed|s)?|struck|targeted|ransacked|"
    r"overran|intercepted|waylaid|triggered|detonated|set off|blew up|exploded|dropped|planted|"
    r"charged|overwhelmed)(?-u:\b)"
)
# What no claim tells of: they came, or attacked nobody whom it names.
CAME_THERE = (
    rf"(?i)^{WITH_WHAT} (?:{ARRIVED}(?-u:\b)|attacked(?: (?:on|at|before|during|late|early|from|in)"
    r"(?-u:\b)|[,.;]|$))"
)
LATER = (
    r"(?i)(?:minutes?|hours?|days?|weeks?|months?|years?|shortly|soon|long|just) after "
    r"(?:[a-z0-9-]+ ){0,3}$"
)
# What an army does only to those who are harmed.
SHOT = (
    r"(?i)^ [^,;.]{0,60}?(?:opened fire|fired (?:on|at|into|upon)|(?:began|started) (?:shooting|"
    r"firing)|torched|burned down|burnt down|set (?:[a-z]+ ){0,3}?(?:fire|ablaze))(?-u:\b)"
)
# "After a rebel attack": no verb of theirs.
AN, NOUN = (
    r"(?i)(?-u:\b)(?:an?|another|the) $",
    r"(?i)^ (?:[a-z]+ )?(?:attacks?|raids?|ambush(?:es)?|strikes?|bombs?)(?-u:\b)",
)
BEFORE_DAWN = r"(?i) before (?:dawn|sunrise|daybreak|midnight|noon|first light)(?-u:\b)"
# "X fighters came": X did.
THEIR_MEN = (
    r"(?i)^ (?:gunmen|fighters|militants|militiamen|insurgents|rebels|jihadists|guerrillas|forces|"
    r"terrorists|extremists|members|men|bandits|troops|soldiers)(?-u:\b)"
)
REACH = 6
# "Gunmen burst into a bar and sprayed it with bullets, leaving nine dead"
SPRAYED = (
    r"(?i)(?-u:\b)(?:sprayed|riddled|peppered|raked|strafed) [^,;.]{1,60} with [^,;.]{0,30}"
    r"(?:bullets|gunfire|fire|shots)"
)
COUNT = r"(?:at least |about |some |more than )?(?:[a-z0-9-]+ ){1,6}$"
LEFT_DEAD = rf"(?i),? (?:leaving|which left|and left) {COUNT}"
# "Rebels captured a town, and nine people were killed"; not "where nine had been killed"
TOOK = (
    rf"(?i)^{WITH_WHAT} (?:entered|invaded|captured|seized|took (?:over|control)|overran)(?-u:\b)"
)
ALREADY = r"(?i)(?-u:\b)(?:where|had|has|have)(?-u:\b)"
# "Rebels surrounded a village, and nine people were killed"
LED_ON = (
    r"(?i)(?:, (?:in|during) which|, where|;|, and|,? (?:with|resulting in|claiming|leading to|"
    rf"as a result of which)) {COUNT}"
)


def who_left(free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The armed group that came, or sprayed a place with bullets, and left people dead ("surrounded
    a village, and nine people were killed"), in the columns of free."""
    left = free.filter(
        pl.col("rule_id").is_in([*SUFFERED, "deaths"]),
        ~pl.col("is_aside"),
        ~pl.col("actor_id").str.starts_with(STATE_FORCES),
        pl.col("mention_no") < pl.col("trigger_no"),
    )
    gap = pl.col("gap").str.replace(THEIR_MEN, "").str.replace(BEFORE_DAWN, "")
    rest = pl.col("sentence").str.slice(pl.col("word_end") - pl.col("base"))
    led_on = gap.str.contains(CAME_THERE) | (gap.str.contains(TOOK) & ~gap.str.contains(ALREADY))
    led_on &= gap.str.contains(LED_ON)
    return (
        with_words(left, mentions, sentences)
        .filter(
            ~pl.col("is_behind"),
            (gap.str.contains(LEFT_DEAD) & gap.str.contains(f"{CAME}|{SPRAYED}"))
            | (led_on & ~rest.str.contains(OTHER_DEED)),
            ~gap.str.replace(f"{LEFT_DEAD}|{LED_ON}", "").str.contains(OTHERS),
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
            pl.col("behind").str.replace(THEIR_MEN, "").str.contains(f"{CAME}|{SHOT}"),
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
