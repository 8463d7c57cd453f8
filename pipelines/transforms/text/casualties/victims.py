"""Victims: what a group of people in a sentence amounts to, who they are, and as what."""

import polars as pl

from pipelines.transforms.text.casualties.harmed_roles import PEOPLE
from pipelines.transforms.text.casualties.named_together import (
    join_appositions,
    share_noun,
    stands_of_noun,
    take_roles,
)
from pipelines.transforms.text.casualties.persons import NAMED
from pipelines.transforms.text.parties.actors import STATE_FORCES, UNIDENTIFIED
from pipelines.transforms.text.runs import beside, last_known

# Rules whose verb stands behind its people.
VERB_LAST = ["passive", "died", "reduced"]
# Smaller numbers add up by chance.
TELLING_NUMBER = 4
# Characters of "and wounding": what stands between two numbers of one side.
NEXT = 24
KEY = ["sentence_id", "harm_no", "part_no"]
VALUES = ["value_low", "value_best", "value_high"]
# Nouns that stand for the people named before them.
HERDERS = r"herd(?:ers|smen)$"
OTHERS = ["others", "other", "more", "additional", "another", "those", "them"]
CIVIL_KINDS = (
    "civilians", "children", "women", "students", "teachers", "health-workers", "aid-workers",
    "journalists",
)  # fmt: skip
AROUND_AND = 2
CIVILIANS, FORCES = "civilians", "security-forces"
# Whoever kills himself with one of these was no bomber.
TRAP = r"(?i)(?-u:\b)(?:land ?)?mines?(?-u:\b)|ordnance|unexploded"
# Who kills is an armed person whoever it was; who was killed may be anybody.
NOBODY_KNOWN = (
    r"(?i)^(?:un(?:identified|known)|strange) (?:m[ae]n|wom[ae]n|persons?|people|individuals?|"
    r"youths?|subjects?)$"
)
OFFICE = (
    r"(?i)^the (?:activist|ambassador|doctor|governor|mayor|(?:former |prime )?minister|priest|"
    r"bishop|judge|prosecutor|lawyer|senator|deputy|teacher|imam)$"
)
HOUSEHOLDS = ["family", "families", "household", "households"]


def find_victims(harms: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """What each harm's group says: one row per harm, part and victim.

    harms: sentence_id, harm_no, role_victim_id (who suffered by the words around), group (mention
    numbers: '.' inside a group, '&' in a list, '+' before a part of the whole). Out:
    sentence_id, harm_no, part_no (0: the whole), victim_actor_id, value_low, value_best,
    value_high, qualifier, value_text_start, value_text_end, unit, group_start, group_end,
    is_people (a noun or side says that people are meant).
    """
    named = share_noun(measure_items(list_members(harms, mentions)), KEY)
    measured = join_appositions(take_roles(named, KEY), KEY)
    told = measured.join(
        harms.select("sentence_id", "harm_no", "rule_id", "role_victim_id"),
        on=["sentence_id", "harm_no"],
        maintain_order="left",
    )
    items = settle_parts(told)
    summed = add_up(name_parts(name_others(items)))
    return summed.sort([*KEY, "group_start", "group_end"])


def list_members(harms: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per mention of a group, with part_no and item_no."""
    parts = (
        harms.filter(pl.col("group") != "")
        .select("sentence_id", "harm_no", part=pl.col("group").str.split("+"))
        .with_columns(part_no=pl.int_ranges(pl.col("part").list.len(), dtype=pl.Int32))
        .explode("part", "part_no", empty_as_null=False)
    )
    items = (
        parts.with_columns(item=pl.col("part").str.split("&"))
        .with_columns(item_no=pl.int_ranges(pl.col("item").list.len(), dtype=pl.Int32))
        .explode("item", "item_no", empty_as_null=False)
    )
    return (
        items.select(*KEY, "item_no", mention_no=pl.col("item").str.split("."))
        .explode("mention_no", empty_as_null=False)
        .filter(pl.col("mention_no") != "")
        .with_columns(pl.col("mention_no").cast(pl.Int32))
        .join(with_nouns(mentions), on=["sentence_id", "mention_no"], how="inner")
        .sort(*KEY, "item_no", "mention_no")
    )


def with_nouns(mentions: pl.DataFrame) -> pl.DataFrame:
    """The mentions with has_noun: a noun that no list knows stands behind, and then the verb ("20
    Panamanians were wounded"); has_trap and who_before: what "himself" is ("a boy trod on a mine,
    killing himself")."""
    run = pl.col("sentence_id")
    is_verb = beside(pl.col("kind"), run, -1) == "be"
    who = pl.when(pl.col("kind") == "people").then(pl.col("entity_id").fill_null(""))
    return mentions.with_columns(
        has_noun=(is_verb & (beside(pl.col("words_before"), run, -1) > 0)).fill_null(False),
        has_trap=pl.col("text").str.contains(TRAP).any().over(run),
        who_before=last_known(who, run).replace({"": None}),
    )


def measure_items(members: pl.DataFrame) -> pl.DataFrame:
    """One row per item: 'around 60 Taliban fighters', 'a captain', 'their driver'."""
    # 'a catechist': an article with a value, where no noun that is known follows.
    is_alone = pl.len().over([*KEY, "item_no"]) == 1
    is_number = (pl.col("kind") == "quantity") | (
        (pl.col("kind") == "article") & pl.col("value_best").is_not_null() & is_alone
    )
    # A bomber who kills himself.
    is_self = pl.col("kind") == "to_self"
    is_noun = pl.col("kind").is_in(["people", "role", "pronoun"]) | is_self
    is_one = (
        ((pl.col("kind") == "people") & pl.col("sense").is_in(["sg", NAMED]))
        | ((pl.col("kind") == "role") & (pl.col("voice") == "sg"))
        | (pl.col("kind") == "pronoun")
        | is_self
    )
    # "Killed the mayor and two guards": a title that elsewhere calls a speaker back.
    is_title = (pl.col("kind") == "pronoun") & pl.col("text").str.contains(OFFICE)
    kind_of_role = (
        pl.when(pl.col("kind") == "role")
        .then(pl.col("sense").replace_strict(PEOPLE, default=None, return_dtype=pl.String))
        .when(is_title)
        .then(pl.lit(CIVILIANS))
    )
    is_named = (pl.col("sense") == NAMED).any()
    entity = (
        pl.when(pl.col("text").str.contains(NOBODY_KNOWN) & ~is_self)
        .then(None)
        .when(is_self & pl.col("has_trap"))
        .then("who_before")
        .when(is_self)
        .then(pl.lit(UNIDENTIFIED))
        .otherwise("entity_id")
    )
    is_side = pl.col("kind") == "actor"
    # "Twelve women and children", "nine civilians and soldiers": the nouns stand around 'and'.
    noun_no = pl.col("mention_no").filter(is_noun)
    are_both = (noun_no.len() == 2) & (noun_no.max() - noun_no.min() == AROUND_AND)
    kinds = entity.filter(is_noun)
    joint = pl.when(kinds.is_in(CIVIL_KINDS).all()).then(pl.lit(CIVILIANS))
    word = pl.col("text").str.to_lowercase()
    items = (
        members.with_columns(is_number=is_number)
        .group_by([*KEY, "item_no"], maintain_order=True)
        .agg(
            *(pl.col(value).filter("is_number").first() for value in VALUES),
            has_number=pl.col("is_number").any(),
            is_singular=is_one.fill_null(False).any(),
            # Herders of a people that were killed bore no arms that the text tells of.
            side=pl.col("entity_id")
            .filter(is_side & ~word.str.contains(HERDERS))
            .drop_nulls()
            .last(),
            kind_of_people=pl.coalesce(
                pl.when(are_both & (kinds.n_unique() > 1))
                .then(joint)
                .otherwise(kinds.drop_nulls().last()),
                pl.when(is_named).then(kind_of_role.drop_nulls().last()),
            ),
            # A commander without a name may be anybody's.
            kind_of_role=kind_of_role.filter(kind_of_role != FORCES).last(),
            is_other=(is_noun & word.is_in(OTHERS)).any(),
            is_owned=((pl.col("kind") == "article") & (pl.col("sense") == "possessive")).any(),
            household=pl.col("start").filter(is_noun & word.is_in(HOUSEHOLDS)).first(),
            is_people=(is_noun | is_side).any(),
            has_noun=pl.col("has_noun").last(),
            **stands_of_noun(),
            value_text_start=pl.col("start").filter("is_number").first(),
            value_text_end=pl.col("end").filter("is_number").first(),
            qualifier=pl.col("sense").filter("is_number").first(),
            group_start=pl.col("start").min(),
            group_end=pl.col("end").max(),
        )
    )
    # "A family of eight" are eight people, "two families" are not two.
    is_of = (pl.col("value_text_start") > pl.col("household")).fill_null(False)
    is_bare = ~pl.col("has_number") & pl.col("is_singular")
    return items.with_columns(
        *(
            pl.when(is_bare).then(pl.lit(1, pl.Int64)).otherwise(value).alias(value)
            for value in VALUES
        ),
        qualifier=pl.when(is_bare).then(pl.lit("exact")).otherwise("qualifier"),
        is_household=pl.col("household").is_not_null() & ~is_of,
        victim_actor_id=pl.coalesce("side", "kind_of_people"),
        value_text_start=pl.coalesce("value_text_start", "group_start"),
        value_text_end=pl.coalesce("value_text_end", "group_end"),
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
    deaths" and "nine lives" are anybody's."""
    stands_for = pl.col("is_other") | ~(pl.col("is_people") | pl.col("has_noun"))
    stands_for &= pl.col("rule_id") != "deaths"
    known = items.with_columns(victim_actor_id=pl.coalesce("victim_actor_id", "role_victim_id"))
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
        .then(pl.when(before != "").then(before))
        .otherwise("victim_actor_id")
    )
    filled = share_nouns(filled, stands_for)
    # "An elder and his driver": a civilian's own are civilians.
    before_in_list = pl.col("victim_actor_id").shift(1).over(KEY)
    return filled.with_columns(
        victim_actor_id=pl.when(pl.col("is_owned") & (before_in_list == CIVILIANS))
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
    )  # fmt: skip
