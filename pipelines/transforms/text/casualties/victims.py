"""Victims: what a group of people in a sentence amounts to, who they are, and as what."""

import polars as pl

from pipelines.transforms.text.casualties.group_items import (
    KEY,
    VALUES,
    list_members,
    measure_items,
)
from pipelines.transforms.text.casualties.named_together import (
    join_appositions,
    share_noun,
    take_roles,
)
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.civil_members import CIVILIANS
from pipelines.transforms.text.runs import beside

# Rules whose verb stands behind its people.
VERB_LAST = ["passive", "died", "reduced"]
# Smaller numbers add up by chance.
TELLING_NUMBER = 4
# "A woman and six others"
SOME_CIVILIANS = ("women", "children")
# Characters of "and wounding": what stands between two numbers of one side.
NEXT = 24


def find_victims(harms: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """What each harm's group says: one row per harm, part and victim.

    harms: sentence_id, harm_no, role_victim_id (who suffered by the words around), owner_id (whose
    people they are), group (mention numbers: '.' inside a group, '&' in a list, '+' before a part
    of the whole). Out:
    sentence_id, harm_no, part_no (0: the whole), victim_actor_id, value_low, value_best,
    value_high, qualifier, value_text_start, value_text_end, unit, group_start, group_end,
    is_people (a noun or side says that people are meant), is_numbered (a number says how many).
    """
    named = share_noun(measure_items(list_members(harms, mentions)), KEY)
    measured = join_appositions(take_roles(named, KEY), KEY)
    told = measured.join(
        harms.select("sentence_id", "harm_no", "rule_id", "role_victim_id", "owner_id"),
        on=["sentence_id", "harm_no"],
        maintain_order="left",
    )
    items = settle_parts(open_joined(told))
    summed = add_up(name_parts(name_others(items)))
    return summed.sort([*KEY, "group_start", "group_end"])


def open_joined(items: pl.DataFrame) -> pl.DataFrame:
    """Items, those of two sides with one number ("40 soldiers and rebels were killed") nobody's.

    In "killed nine soldiers and rebels were captured" the second are told of by their own verb.
    """
    is_one = (pl.col("joined") == "object") | pl.col("rule_id").is_in(VERB_LAST)
    is_joined = (pl.col("joined").is_not_null() & is_one & pl.col("has_number")).fill_null(False)
    return items.with_columns(victim_actor_id=pl.when(~is_joined).then("victim_actor_id")).drop(
        "joined"
    )


def settle_parts(items: pl.DataFrame) -> pl.DataFrame:
    """Items by what their numbers say: 'ten people, six women and four men' has two parts.

    What is more than the whole before it is no part of that: it is added where the verb comes last
    ('five rebels, including their leader, and nine villagers were killed'), else left out.
    """
    harm = KEY[:2]
    is_whole = pl.col("part_no") == 0
    high = pl.coalesce("value_high", "value_best", "value_low")
    is_first = pl.col("item_no") == 0
    counted = items.with_columns(
        whole=high.filter(is_whole).sum().over(harm),
        n_items=is_whole.sum().over(harm),
        n_parts=(~is_whole).sum().over(harm),
        first=high.filter(is_whole & is_first).first().over(harm),
    )
    is_told_apart = (
        (pl.col("n_items") > 2)
        & (pl.col("n_parts") == 0)
        & (pl.col("whole") == pl.col("first") * 2)
        & (pl.col("first") >= TELLING_NUMBER)
    )
    is_added = pl.col("rule_id").is_in(VERB_LAST)
    is_beyond = ~is_whole & (pl.col("whole") > 0) & (pl.col("value_low") > pl.col("whole"))
    return (
        counted.with_columns(
            part_no=pl.when(is_told_apart & ~is_first)
            .then(pl.lit(1, pl.Int32))
            .when(is_beyond.fill_null(False))
            .then(pl.lit(0, pl.Int32))
            .otherwise("part_no"),
            item_no=pl.when(is_beyond.fill_null(False))
            .then(pl.col("item_no") + pl.col("n_items").cast(pl.Int32))
            .otherwise("item_no"),
            is_left=~is_beyond.fill_null(False) | is_added,
        )
        .filter("is_left")
        .drop("whole", "n_items", "n_parts", "first", "is_left")
    )


def name_others(items: pl.DataFrame) -> pl.DataFrame:
    """Others, more and bare numbers are of the side that the sentence's group before is of; "nine
    deaths" and "nine lives" are anybody's, and others than a woman are civilians."""
    stands_for = pl.col("is_other") | ~(pl.col("is_people") | pl.col("has_noun"))
    stands_for &= pl.col("rule_id") != "deaths"
    # "Two of its soldiers were killed and one wounded": of the same owner's.
    is_army = pl.col("victim_actor_id").str.starts_with(STATE_FORCES)
    known = items.with_columns(
        victim_actor_id=pl.coalesce(
            pl.when(is_army).then("owner_id"), "victim_actor_id", "role_victim_id"
        )
    )
    is_named = ~stands_for & (pl.col("part_no") == 0)
    is_mixed = pl.col("victim_actor_id").filter(is_named).n_unique().over(KEY[:2]) > 1
    ordered = known.sort(*KEY, "item_no").with_columns(
        named=pl.when(is_named & is_mixed)
        .then(pl.lit(""))
        .when(is_named)
        .then(pl.col("victim_actor_id").fill_null(""))
    )
    before = pl.col("named").forward_fill().over("sentence_id")
    filled = ordered.with_columns(
        victim_actor_id=pl.when(stands_for & pl.col("victim_actor_id").is_null())
        .then(
            pl.when(before.is_in(SOME_CIVILIANS))
            .then(pl.lit(CIVILIANS))
            .when(before != "")
            .then(before)
        )
        .otherwise("victim_actor_id")
    )
    filled = share_nouns(filled, stands_for)
    # "An elder and his driver": a civilian's own are civilians.
    before_in_list = pl.col("victim_actor_id").shift(1).over(KEY)
    # "A major and two of his men": soldiers as he is.
    is_of_officer = pl.col("is_armed") & before_in_list.str.starts_with(STATE_FORCES)
    is_theirs = ((before_in_list == CIVILIANS) & ~pl.col("is_armed")) | is_of_officer
    return filled.with_columns(
        victim_actor_id=pl.when(pl.col("is_owned") & is_theirs)
        .then(pl.coalesce("victim_actor_id", before_in_list))
        .otherwise("victim_actor_id")
    ).drop("named")


def share_nouns(items: pl.DataFrame, stands_for: pl.Expr) -> pl.DataFrame:
    """Bare numbers side by side are of the same side: "killing three and wounding four guards" by
    the noun behind, "(93 dead and 55 wounded)" by whose the first are."""
    run = pl.col("sentence_id")
    victim, rule, harm = pl.col("victim_actor_id"), pl.col("rule_id"), pl.col("harm_no")
    is_open = stands_for & victim.is_null() & (pl.col("part_no") == 0)
    gap_after = beside(pl.col("group_start"), run, -1) - pl.col("group_end")
    gap_before = pl.col("group_start") - beside(pl.col("group_end"), run, 1)
    by_next = (rule == "active") & (beside(rule, run, -1) == "active") & (gap_after <= NEXT)
    by_next &= harm != beside(harm, run, -1)
    by_last = (rule != "active") & beside(stands_for, run, 1) & (gap_before <= NEXT)
    by_last &= harm != beside(harm, run, 1)
    return (
        items.sort("sentence_id", "group_start")
        .with_columns(
            victim_actor_id=pl.coalesce(
                "victim_actor_id",
                pl.when(is_open & by_next).then(beside(pl.col("named"), run, -1).replace("", None)),
                pl.when(is_open & by_last).then(beside(victim, run, 1)),
            )
        )
        .sort(*KEY, "item_no")
    )


def name_parts(items: pl.DataFrame) -> pl.DataFrame:
    """A part is of the side that its whole is of, unless it names another itself.

    "27 rebels, among them two commanders": a noun alone makes nobody a soldier of the state there.
    """
    harm = KEY[:2]
    is_part = pl.col("part_no") > 0
    of_whole = pl.when(~is_part).then("victim_actor_id")
    whole = pl.when(of_whole.max().over(harm) == of_whole.min().over(harm)).then(
        of_whole.max().over(harm)
    )
    is_known_whole = (~is_part & pl.col("victim_actor_id").is_null()).sum().over(harm) == 0
    is_by_noun = pl.col("side").is_null() & pl.col("victim_actor_id").str.starts_with(STATE_FORCES)
    is_open = is_part & (pl.col("victim_actor_id").is_null() | is_by_noun)
    return items.with_columns(
        victim_actor_id=pl.when(is_open.fill_null(False) & is_known_whole)
        .then(pl.coalesce(whole, "victim_actor_id"))
        .otherwise("victim_actor_id")
    )


def add_up(items: pl.DataFrame) -> pl.DataFrame:
    """One row per part and victim: a list's items of one victim are added, others kept apart."""
    is_list = pl.col("item_no").count() > 1
    whole = [pl.when(pl.col(value).null_count() == 0).then(pl.col(value).sum()) for value in VALUES]
    loosest = pl.col("qualifier").filter(pl.col("qualifier") != "exact").first()
    return items.group_by([*KEY, "victim_actor_id"], maintain_order=True).agg(
        *(value.alias(name) for value, name in zip(whole, VALUES, strict=True)),
        qualifier=pl.coalesce(loosest, pl.col("qualifier").first()),
        value_text_start=pl.when(is_list).then(pl.col("group_start").min()).otherwise(
            pl.col("value_text_start").first()
        ),
        value_text_end=pl.when(is_list).then(pl.col("group_end").max()).otherwise(
            pl.col("value_text_end").first()
        ),
        unit=pl.when(pl.col("is_household").any()).then(pl.lit("families")).otherwise(
            pl.lit("people")
        ),
        group_start=pl.col("group_start").min(),
        group_end=pl.col("group_end").max(),
        is_people=pl.col("is_people").any(),
        is_numbered=pl.col("has_number").any(),
    )  # fmt: skip
