"""Times that a sentence behind tells of a deed: "The attack took place on Sunday"."""

import polars as pl

from pipelines.transforms.text.times.carried_times import KEYS, introduced
from pipelines.transforms.text.times.given_times import FIELDS

# "The attacks took place on Sunday", "the incident, which occurred in X at 9 p.m. on Monday", "the
# attackers arrived late on Monday", "their car was hit on Monday": of what was told before.
DEED_NOUN = (
    r"(?:attacks?|raids?|killings?|strikes?|airstrikes?|incidents?|assaults?|bombings?|shelling|"
    r"clash(?:es)?|massacres?|ambush(?:es)?|violence|deaths|explosions?|blasts?|shootings?|fighting|"
    r"operations?|battles?|gunfights?|abductions?|kidnappings?|executions?|murders?|gun battles?)"
)
HAPPENED = (
    r"(?:(?:had|have) )?(?:took place|taken place|happened|occurred|unfolded|"
    r"(?:was|were|been) carried out|came)"
)
ARRIVED = (
    r"(?:attackers|assailants|gunmen|bandits|militants|insurgents|rebels|jihadists|fighters|"
    r"raiders|invaders|hoodlums|terrorists|extremists|armed men) (?:had )?(?:arrived|came|struck|"
    r"stormed|invaded|raided|entered|attacked|descended|opened fire|burst)"
)
WAS_HIT = (
    r"(?:[a-z-]+ ){1,3}(?:(?:was|were|came) (?:hit|struck|attacked|ambushed|bombed|shelled|"
    r"targeted|stormed|raided|under (?:fire|attack))|(?:hit|struck|(?:ran|drove) over) (?:the|an?) "
    r"(?:[a-z-]+ )?(?:mine|bomb|device|ied))"
)
TOOK_PLACE = (
    r"(?i)(?:(?-u:\b)(?:the|these|those|both) (?:[a-z-]+ ){0,2}"
    rf"(?:{DEED_NOUN}(?:, which|, that)? {HAPPENED}|{ARRIVED})|^\W*(?:the|their|his|her) {WAS_HIT})"
    r"(?: (?:[^,.;:\"“]|[ap]\.m\.|:[0-9]){1,60})?\s*$|^\W*the (?:[a-z-]+ ){0,2}"
    + DEED_NOUN
    + r",?\s*$"
)
# How many sentences behind the deed such a sentence may stand.
BACK_TO = 2


def told_after(
    anchors: pl.DataFrame, sentences: pl.DataFrame, times: pl.DataFrame, own: pl.DataFrame
) -> pl.DataFrame:
    """Times that a sentence behind tells of the deed, for anchors whose own says no day or only
    that of a saying: anchor_id, sense, FIELDS, date_basis, is_said."""
    ahead = pl.col("text").str.slice(0, pl.col("start") - pl.col("base"))
    tellings = times.filter(
        ahead.str.contains(TOOK_PLACE), pl.col("time_kind").is_not_null(), pl.col("voice") == "on"
    ).select("article_id", "sense", *FIELDS, giver_no="sentence_no")
    if tellings.is_empty():
        return tellings.select(
            pl.lit("").alias("anchor_id"), "sense", *FIELDS, date_basis=pl.lit(""),
            is_said=pl.lit(False),
        )  # fmt: skip
    dated = own.filter(pl.col("time_kind").is_not_null(), pl.col("date_basis") != "said")
    back = pl.col("giver_no") - pl.coalesce("lead", "sentence_no")
    return (
        anchors.select(KEYS)
        .join(dated, on="anchor_id", how="anti", maintain_order="left")
        .join(
            introduced(sentences).select(
                "sentence_id",
                "sentence_no",
                lead=pl.when("is_title").then("lead_no"),
            ),
            on="sentence_id",
            maintain_order="left",
        )
        .join(tellings, on="article_id", maintain_order="left")
        .filter(back.is_between(1, BACK_TO))
        .sort("anchor_id", "giver_no")
        .unique("anchor_id", keep="first", maintain_order=True)
        .select(
            "anchor_id", "sense", *FIELDS, date_basis=pl.lit("carried"), is_said=pl.lit(False)
        )
    )  # fmt: skip
