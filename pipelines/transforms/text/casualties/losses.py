"""Who took the losses that words tell of: "lost", "suffered", "left with", "among"."""

import polars as pl

from pipelines.transforms.text.parties.acted_on import heads, is_head
from pipelines.transforms.text.parties.acting_parties import TURNED_COST
from pipelines.transforms.text.runs import beside

# The voice of verbs whose subject suffers, and rules of harm told as losses.
SUFFERING = ["suffer_weak", "loss"]
COUNTED_HARMS = ["unnumbered", "some", "deaths"]
AMONG_HARMS = ["none", "died", "reduced", "deaths", "some"]
WHO_LOST = r"(?i)^(?:who|which)$"
AMONG = r"(?i)^among"
LEAVING, LEFT_REACH = r"(?i)^(?:left|leaves?|leaving|costs?|costing)$", 7
# How many mentions may stand between a word of harm and who took it.
VERB_REACH, AFTER_REACH, AMONG_REACH, LEFT_WITH, BEHIND_BY = 6, 4, 4, 2, 3
INFLICTED_REACH = 3
# What "had nine dead and 12 wounded" is made of, and how far it reaches.
COUNTING, HAD_REACH = ["quantity", "qualifier", "article", "and", "trigger", "comma"], 8
# Those are its own; whom it "had executed" or "had killed in prison" are not.
DEAD, KILLED = r"(?i)^(?:dead|wounded|injured|missing)$", r"(?i)^killed$"
LOSSES, AFTER_LOSS, COUNT_REACH = ["casualties", "casualties_unquantified"], 3, 12
PERSONNEL = r"(?i)(?-u:\b)personnel$"
ROLE = ["sentence_id", "harm_no", "actor_id", "is_pronoun", "mention_no"]


def widen_losses(measured: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Harms of a sentence, those to personnel that was lost as killed or wounded: "lost 1,150
    personnel" counts whoever can fight no longer.

    measured: harms with rule_id, harm, sentence_id, group_start and group_end.
    """
    lost = measured.filter(pl.col("rule_id") == "lost").select(
        "sentence_id", "group_start", "group_end"
    )
    who = pl.col("text").str.slice(
        pl.col("group_start") - pl.col("start"), pl.col("group_end") - pl.col("group_start")
    )
    of_personnel = (
        lost.join(sentences.select("sentence_id", "start", "text"), on="sentence_id")
        .filter(who.str.contains(PERSONNEL))
        .select("sentence_id", "group_start", is_personnel=pl.lit(True))
        .unique()
    )
    is_wide = pl.col("is_personnel").fill_null(False) & (pl.col("rule_id") == "lost")
    return (
        measured.join(
            of_personnel, on=["sentence_id", "group_start"], how="left", maintain_order="left"
        )
        .with_columns(harm=pl.when(is_wide).then(pl.lit("killed_or_wounded")).otherwise("harm"))
        .drop("is_personnel")
    )


def sufferers(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who took losses: left with them, the subject that took them, among whom or to whom they were.

    Where a sentence tells it in several ways, the first of these counts.
    """
    # "The army put Russian losses at 80 killed": an unknown word says whose they are.
    is_others = (pl.col("voice") == "loss") & (pl.col("words_before") > 0)
    verbs = mentions.filter(pl.col("voice").is_in([*SUFFERING, "inflict_weak"]), ~is_others).select(
        "sentence_id", verb_no="mention_no", verb="voice"
    )
    behind = pl.col("trigger_no") - pl.col("verb_no")
    is_governed = behind.is_between(1, VERB_REACH)
    governed = free.join(verbs, on="sentence_id", how="left").with_columns(
        # "Fired at a post that suffered damage, killing two": those are no losses of theirs.
        suffers=(
            is_governed & pl.col("verb").is_in(SUFFERING) & (pl.col("rule_id") != "active")
        ).fill_null(False),
        # "Inflicted nine dead and 12 wounded on the army"
        is_put_on=(
            is_governed
            & (pl.col("verb") == "inflict_weak")
            & pl.col("rule_id").is_in(AMONG_HARMS)
            & (pl.col("cost") == TURNED_COST)
        ).fill_null(False),
    )
    governed = governed.with_columns(
        # "Nine casualties were inflicted on the army"
        is_put_on=pl.col("is_put_on")
        | (
            (-behind).is_between(1, INFLICTED_REACH)
            & (pl.col("verb") == "inflict_weak")
            & (pl.col("cost") == TURNED_COST)
        ).fill_null(False)
    )
    told = [
        having_dead(free, mentions),
        left_with(free, mentions),
        losers(governed, mentions),
        among(free, mentions),
        counted_behind(free, mentions),
        lost_to(governed, mentions),
    ]
    return pl.concat([rows.select(ROLE) for rows in told]).unique(
        ["sentence_id", "harm_no"], keep="first", maintain_order=True
    )


def losers(governed: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The subject of 'suffered' or 'lost', the nearest first.

    "X drove Y out, losing nine": X did, where it is not "Y, who lost nine".
    """
    is_subject = pl.col("suffers") & (pl.col("mention_no") < pl.col("verb_no"))
    lost = (pl.col("rule_id") == "lost") & (pl.col("mention_no") < pl.col("trigger_no"))
    heads_of_lost = heads(mentions, WHO_LOST)
    told_of = governed.join(
        heads_of_lost, on=["sentence_id", "trigger_no"], how="left", maintain_order="left"
    )
    # "The army lost four soldiers and the rebels lost nine": whoever stands right before it.
    is_next = pl.col("trigger_no") - pl.col("mention_no") == 1
    does = pl.coalesce(is_head(), ~pl.col("is_object") | is_next)
    return (
        told_of.filter(~pl.col("is_agent"), is_subject | (lost & does))
        .join(lands(mentions), on=["sentence_id", "mention_no"], how="anti")
        .sort("sentence_id", "harm_no", ~is_next, "cost", pl.col("mention_no") * -1)
    )


def lands(mentions: pl.DataFrame) -> pl.DataFrame:
    """Where somebody is, "French troops in Mali lost two men": sentence_id, mention_no."""
    is_in = beside(pl.col("kind"), pl.col("sentence_id"), 1) == "in"
    return mentions.filter((pl.col("kind") == "place") & is_in).select("sentence_id", "mention_no")


def lost_to(governed: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who stands behind counted harm: "inflicted 40 casualties on Y", "nine deaths in the army".

    "Deaths caused by X" are no losses of X's, "deaths suffered by X" are; "by X on Y" are Y's.
    """
    reach = pl.when("is_put_on").then(LEFT_REACH).otherwise(AFTER_REACH)
    after = governed.filter(
        pl.col("rule_id").is_in(COUNTED_HARMS) | pl.col("is_put_on"),
        ~pl.col("suffers"),
        pl.col("mention_no") > pl.col("trigger_no"),
        pl.col("mention_no") <= pl.col("trigger_no") + reach,
    ).sort("sentence_id", "harm_no", "mention_no")
    bys = mentions.filter(
        pl.col("kind") == "by",
        ~beside(pl.col("voice"), pl.col("sentence_id"), 1).is_in(SUFFERING).fill_null(False),
    ).select("sentence_id", by_no="mention_no")
    blamed = (
        after.join(bys, on="sentence_id")
        .filter(
            pl.col("by_no") >= pl.col("trigger_no"),
            pl.col("mention_no").is_between(pl.col("by_no"), pl.col("by_no") + BEHIND_BY),
        )
        .select("sentence_id", "harm_no", "mention_no")
    )
    return after.join(
        blamed, on=["sentence_id", "harm_no", "mention_no"], how="anti", maintain_order="left"
    )


def among(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Those of whom some were harmed: "one dead and two wounded among the troops"."""
    words = mentions.filter(pl.col("kind") == "subset", pl.col("text").str.contains(AMONG)).select(
        "sentence_id", among_no="mention_no"
    )
    return (
        free.join(words, on="sentence_id")
        .filter(
            pl.col("rule_id").is_in(AMONG_HARMS),
            (pl.col("among_no") - pl.col("trigger_no")).is_between(1, AMONG_REACH),
            (pl.col("mention_no") - pl.col("among_no")).is_between(1, AFTER_REACH),
        )
        .sort("sentence_id", "harm_no", "mention_no")
    )


def counted_behind(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Whose losses the subject of a number is: "casualties inflicted on X are put at 10 dead"."""
    run = pl.col("sentence_id")
    is_loss = beside(pl.col("sense"), run, 1).is_in(LOSSES)
    words = mentions.filter(is_loss, pl.col("voice").is_in([*SUFFERING, "inflict_weak"])).select(
        "sentence_id", verb_no="mention_no"
    )
    return (
        free.join(words, on="sentence_id")
        .filter(
            pl.col("rule_id").is_in(AMONG_HARMS),
            (pl.col("mention_no") - pl.col("verb_no")).is_between(1, AFTER_LOSS),
            (pl.col("trigger_no") - pl.col("mention_no")).is_between(1, COUNT_REACH),
        )
        .sort("sentence_id", "harm_no", "mention_no")
    )


def having_dead(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who "had nine dead and 12 wounded"."""
    kind, run = pl.col("kind"), pl.col("sentence_id")
    is_count = beside(kind, run, -1).is_in(["quantity", "qualifier", "article"])
    had = (
        (kind == "have")
        & is_count
        & beside(kind, run, 1).is_in(["actor", "people"])
        & (pl.col("words_before") == 0)
    )
    is_loss = pl.col("text").str.contains(DEAD)
    is_loss |= pl.col("text").str.contains(KILLED) & beside(kind, run, -1).is_in(["and", "comma"])
    counted = mentions.select(
        "sentence_id",
        "mention_no",
        had=had,
        is_loss=is_loss.fill_null(False),
        told=(~kind.is_in(COUNTING)).cum_sum(),
    )
    had_at = counted.filter("had").select("sentence_id", had_no="mention_no", told="told")
    dead = counted.filter("is_loss").select("sentence_id", "told", trigger_no="mention_no")
    return (
        free.filter(pl.col("rule_id").is_in(AMONG_HARMS))
        .join(dead, on=["sentence_id", "trigger_no"])
        .join(had_at, on="sentence_id", suffix="_had")
        .filter(
            pl.col("mention_no") == pl.col("had_no") - 1,
            pl.col("trigger_no").is_between(pl.col("had_no") + 2, pl.col("had_no") + HAD_REACH),
            pl.col("told") == pl.col("told_had"),
        )
        .sort("sentence_id", "harm_no", "mention_no")
    )


def left_with(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who had losses afterwards: "left the army with nine dead", "cost the army 30 dead"."""
    leaving = mentions.filter(pl.col("text").str.contains(LEAVING)).select(
        "sentence_id", left_no="mention_no"
    )
    borders = mentions.filter(pl.col("kind").is_in(["comma", "clause", "have"])).select(
        "sentence_id", at_no="mention_no"
    )
    parted = (
        free.join(borders, on="sentence_id")
        .filter(pl.col("at_no").is_between("mention_no", "trigger_no"))
        .select("sentence_id", "harm_no", "mention_no")
    )
    return (
        free.join(leaving, on="sentence_id")
        .join(parted, on=["sentence_id", "harm_no", "mention_no"], how="anti")
        .filter(
            (
                pl.col("rule_id").is_in(AMONG_HARMS)
                & (pl.col("trigger_no") - pl.col("mention_no")).is_between(2, LEFT_REACH)
            )
            # "Cost the army 400 men"
            | ((pl.col("rule_id") == "lost") & (pl.col("trigger_no") == pl.col("left_no"))),
            (pl.col("mention_no") - pl.col("left_no")).is_between(1, LEFT_WITH),
        )
        .sort("sentence_id", "harm_no", "mention_no")
    )
