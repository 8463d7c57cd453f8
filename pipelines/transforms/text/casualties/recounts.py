"""Second figures of one harm: '… a lawmaker said; police put the toll at 13', 'the UN said 20'."""

import polars as pl

VALUES = ["value_low", "value_best", "value_high"]
# What the whole lends to another's figure of it.
LENT = ["location_id", "location_text", "where_precision", "sub_event_type", "harm", "unit"]
SIDES = ["victim_actor_id", "initiator_actor_id", "target_actor_id"]
RECOUNT = "casualty_recount"
FIGURES = ("killed", "wounded", "killed_or_wounded")
# Words that give a figure of something told: "put the figure at", "gave a figure of".
GIVING = r"(?i)^(?:put|puts|putting|gave|gives|giving)(?-u:\b)"
# What stands between the verb and its bare number: "(told AFP) (that) the number was".
BETWEEN = (
    r"^(?:(?: the| an?)? [A-Z][\w-]*(?: [A-Z][\w-]*){0,3}(?: news)?(?: agency)?)?(?: that)?"
    r"(?: (?:it|there|(?:the|their|its) (?:real |actual |true |correct |final |total )?(?:death )?"
    r"(?:figure|number|toll|count|total)"
    r"(?: of (?:the )?(?:dead|deaths|victims|casualties|wounded|injured))?)"
    r" (?:was|were|is|stands at|stood at|(?:has|had) (?:reached|risen to|climbed to)))?"
    r"(?: (?:at|of|to|a (?:figure|toll|number|total|count) of))? ?$"
)
# The harm that a figure names for itself: "put the number of wounded at 15".
HURT = r"(?i)(?-u:\b)(?:wounded|injured)(?-u:\b)"
DEAD = r"(?i)(?-u:\b)(?:casualt(?:y|ies)|death|deaths|dead|toll|killed)(?-u:\b)"
# A bare number ends its clause.
TAIL = r"^(?:[.;!?\"]|\s*$|, |,? (?:and|but|while|although|though)(?-u:\b))"
# A number that answers another question: "asked how many schools had closed, he said 40".
ASKED = r"(?i)(?-u:\b)(?:how many|how much|asked|how often|of how)(?-u:\b)[^;]*$"
# How many sentences back the harm stands that a figure is given of.
REACH, GIVEN_REACH = 1, 2


def find_recounts(
    harms: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """Harms, those that only give another's figure with the place and sides of the harm told, and
    one row more per figure that has no noun of its own.

    Adds again_key: the whole_key of the harm that a figure is another count of; null for others.
    """
    numbered = harms.join(
        sentences.select("sentence_id", "sentence_no"), on="sentence_id", maintain_order="left"
    ).with_columns(again_key=pl.lit(None, pl.String))
    spoken = mentions.filter(pl.col("kind") == "speech").select(
        "sentence_id", verb_start="start", verb_end="end", verb="text"
    )
    is_toll = pl.col("rule_id") == "casualty_toll"
    tolls = numbered.filter(is_toll, ~pl.col("is_cumulative")).join(
        spoken.select("sentence_id", anchor_start="verb_start"),
        on=["sentence_id", "anchor_start"],
        how="semi",
    )
    wholes = numbered.filter(
        ~is_toll,
        ~pl.col("is_subset"),
        pl.col("harm").is_in(FIGURES),
        pl.col("value_best") > 0,
        pl.col("reject_reason").is_null(),
    )
    if wholes.is_empty():
        return numbered.drop("sentence_no")
    bare = bare_figures(wholes, spoken, sentences, mentions)
    asked = pl.concat(
        [
            tolls.select(
                "article_id", "sentence_id", "sentence_no", "harm", at="anchor_start",
                is_giving=pl.lit(True), own_harm=pl.lit(None, pl.String),
            ),
            bare.select(
                "article_id", "sentence_id", "sentence_no",
                harm=pl.lit(None, pl.String), at="start", is_giving="is_giving",
                own_harm="own_harm",
            ),
        ]
    )  # fmt: skip
    pairs = counted_before(asked, wholes)
    placed = mentions.filter(pl.col("kind") == "place").select("sentence_id").unique()
    lent = lend(numbered, pairs, placed.with_columns(has_place=pl.lit(True)))
    return pl.concat([lent.select(numbered.columns), as_harms(bare, pairs, numbered)]).drop(
        "sentence_no"
    )


def bare_figures(
    wholes: pl.DataFrame, spoken: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """Numbers behind a word of speech that end their clause, in or after a sentence of harm."""
    near = pl.concat(
        wholes.select("article_id", pl.col("sentence_no") + step) for step in range(GIVEN_REACH + 1)
    ).unique()
    told = sentences.join(near, on=["article_id", "sentence_no"], how="semi").filter(
        ~pl.col("is_title")
    )
    numbers = mentions.filter(pl.col("kind") == "quantity", pl.col("value_best") > 0).select(
        "sentence_id", "start", "end", *VALUES, qualifier="sense", value_text="text"
    )
    base = pl.col("base")
    given = pl.col("sentence").str.slice(
        pl.col("verb_start") - base, pl.col("start") - pl.col("verb_start")
    )
    return (
        numbers.join(
            told.select("article_id", "sentence_id", "sentence_no", base="start", sentence="text"),
            on="sentence_id",
        )
        .sort("start")
        .join_asof(
            spoken.sort("verb_end"), left_on="start", right_on="verb_end", by="sentence_id",
            strategy="backward", check_sortedness=False,
        )
        .filter(
            pl.col("sentence")
            .str.slice(pl.col("verb_end") - base, pl.col("start") - pl.col("verb_end"))
            .str.contains(BETWEEN),
            pl.col("sentence").str.slice(pl.col("end") - base).str.contains(TAIL),
            ~pl.col("sentence").str.slice(0, pl.col("verb_start") - base).str.contains(ASKED),
        )
        .with_columns(
            is_giving=pl.col("verb").str.contains(GIVING),
            own_harm=pl.when(given.str.contains(HURT))
            .then(pl.lit("wounded"))
            .when(given.str.contains(DEAD))
            .then(pl.lit("killed")),
        )
    )  # fmt: skip


def counted_before(asked: pl.DataFrame, wholes: pl.DataFrame) -> pl.DataFrame:
    """The harm that each figure asked about is another count of: sentence_id, at, and the columns
    of wholes as whole_<column>. Where the nearest sentence tells of several, there is none."""
    named = wholes.rename(
        {name: f"whole_{name}" for name in wholes.columns if name != "article_id"}
    )
    back = pl.col("sentence_no") - pl.col("whole_sentence_no")
    same = back == 0
    near = (
        asked.join(named, on="article_id")
        .filter(
            (same & (pl.col("whole_evidence_end") <= pl.col("at")))
            | back.is_between(1, pl.when("is_giving").then(GIVEN_REACH).otherwise(REACH)),
            (pl.col("whole_harm") == pl.col("harm")).fill_null(True),
        )
        .with_columns(
            back=back,
            is_other=pl.col("whole_harm") != pl.col("own_harm").fill_null("killed"),
            is_of_dead=(pl.col("own_harm") == "killed").fill_null(False),
        )
        # "The casualty figure" is none of those wounded.
        .filter(~(pl.col("is_of_dead") & pl.col("is_other")))
        .drop("own_harm", "is_of_dead")
    )
    key = ["sentence_id", "at"]
    nearest = near.filter(
        pl.col("back") == pl.col("back").min().over(key),
    ).filter(pl.col("is_other") == pl.col("is_other").min().over(key))
    last = nearest.sort(*key, "whole_evidence_end", "whole_evidence_start", descending=[
        False, False, True, True,
    ])  # fmt: skip
    n_told = pl.col("whole_whole_key").n_unique().over(key)
    return last.filter((pl.col("back") == 0) | (n_told == 1)).unique(
        key, keep="first", maintain_order=True
    )


def lend(harms: pl.DataFrame, pairs: pl.DataFrame, placed: pl.DataFrame) -> pl.DataFrame:
    """Harms; those that give another's toll have the place and the sides of the harm told."""
    wanted = pairs.filter("is_giving").select(
        "sentence_id", pl.col("at").alias("anchor_start"), "whole_whole_key",
        *(f"whole_{name}" for name in [*LENT[:3], *SIDES]), rule_id=pl.lit("casualty_toll"),
    )  # fmt: skip
    told = harms.join(
        wanted, on=["sentence_id", "anchor_start", "rule_id"], how="left", maintain_order="left"
    ).join(placed, on="sentence_id", how="left", maintain_order="left")
    is_again = pl.col("whole_whole_key").is_not_null()
    takes = is_again & pl.col("has_place").is_null() & pl.col("whole_location_text").is_not_null()
    return told.with_columns(
        again_key=pl.col("whole_whole_key"),
        **{name: pl.when(takes).then(f"whole_{name}").otherwise(name) for name in LENT[:3]},
        **{name: pl.coalesce(name, f"whole_{name}") for name in SIDES},
    )


def as_harms(bare: pl.DataFrame, pairs: pl.DataFrame, harms: pl.DataFrame) -> pl.DataFrame:
    """The bare figures as harms: all that their words do not say is the whole's."""
    counted = bare.join(
        pairs.select(
            "sentence_id", pl.col("at").alias("start"), pl.selectors.starts_with("whole_")
        ),
        on=["sentence_id", "start"],
    )
    own = counted.join(
        harms.select("sentence_id", "value_best", at="evidence_start", upto="evidence_end"),
        on=["sentence_id", "value_best"],
    ).filter(pl.col("start") >= pl.col("at"), pl.col("end") <= pl.col("upto"))
    free = counted.join(own, on=["sentence_id", "start"], how="anti", maintain_order="left")
    is_other = (pl.col("own_harm") != pl.col("whole_harm")).fill_null(False)
    return free.with_columns(
        pl.col(f"whole_{name}").alias(name) for name in [*LENT, *SIDES, "claim_type"]
    ).with_columns(
        # "Two women were killed. Police put the number of injured at 19": not all women.
        **{name: pl.when(~is_other).then(name) for name in SIDES if name != "initiator_actor_id"},
        harm=pl.coalesce("own_harm", "harm"),
        whole_whole_key=pl.when(~is_other).then("whole_whole_key"),
    ).select(
        pl.col(name) if name in free.columns or name in [*LENT, *SIDES, "claim_type"]
        else AS_RECOUNT[name].alias(name)
        for name in harms.columns
    )  # fmt: skip


AS_RECOUNT = {
    "is_cumulative": pl.lit(False),
    "anchor_start": pl.col("start"),
    "anchor_end": pl.col("end"),
    "sides_basis": pl.col("whole_sides_basis"),
    "is_subset": pl.lit(False),
    "whole_key": pl.format("{}.again.{}", "sentence_id", "start"),
    "word_key": pl.lit(None, pl.String),
    "evidence_start": pl.col("verb_start"),
    "evidence_end": pl.col("end"),
    "rule_id": pl.lit(RECOUNT),
    "reject_reason": pl.lit(None, pl.String),
    "again_key": pl.col("whole_whole_key"),
}


def date_again(told: pl.DataFrame, fields: tuple[str, ...]) -> pl.DataFrame:
    """Claims; another's figure of a harm is of the day of that harm, unless it tells its own.

    A bare number of whom the sentence does not name who gives it is no figure.
    """
    wholes = (
        told.filter(~pl.col("is_subset"), pl.col("whole_key").is_not_null())
        .sort("whole_key", "evidence_start", "evidence_end")
        .unique("whole_key", keep="first", maintain_order=True)
        .select(again_key="whole_key", **{f"whole_{name}": name for name in fields})
    )
    takes = pl.col("whole_date_basis").is_not_null() & (pl.col("date_basis") != "stated")
    is_named = pl.col("claimant_basis").is_in(["sentence", "quote"])
    return (
        told.filter(is_named | (pl.col("rule_id") != RECOUNT))
        .join(wholes, on="again_key", how="left", maintain_order="left")
        .with_columns(
            pl.when(takes).then(f"whole_{name}").otherwise(name).alias(name) for name in fields
        )
        .select(told.columns)
    )
