"""The items of a group of people harmed: of each how many they are, who, and as what."""

import polars as pl

from pipelines.transforms.text.casualties.group_nouns import UNARMED, with_nouns
from pipelines.transforms.text.casualties.harmed_roles import PEOPLE
from pipelines.transforms.text.casualties.named_together import stands_of_noun
from pipelines.transforms.text.casualties.persons import NAMED
from pipelines.transforms.text.parties.civil_members import CIVIL_KINDS, CIVILIANS
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED

KEY = ["sentence_id", "harm_no", "part_no"]
IS_SIDE, IS_SELF = pl.col("kind") == "actor", pl.col("kind") == "to_self"
WORD = pl.col("text").str.to_lowercase()
VALUES = ["value_low", "value_best", "value_high"]
HERDERS = r"herd(?:ers|smen)$"
# Nouns that stand for the people named before them.
OTHERS = ["others", "other", "more", "additional", "another", "those", "them"]
AROUND_AND, WITH_COMMA = 2, 3
FORCES = "security-forces"
# Who kills is an armed person whoever it was; who was killed may be anybody.
NOBODY_KNOWN = (
    r"(?i)^(?:un(?:identified|known)|strange) (?:m[ae]n|wom[ae]n|persons?|people|individuals?|"
    r"youths?|subjects?)$"
)
OFFICE = (
    r"(?i)^the (?:activist|ambassador|doctor|governor|mayor|(?:former |prime )?minister|priest|"
    r"bishop|judge|prosecutor|lawyer|senator|deputy|teacher|imam)$"
)
PRESS = r"(?i)^the (?:journalist|reporter|correspondent)$"
# Titles that mullahs, sheikhs and hajjis of armed groups do not bear.
CIVIL_TITLE = r"(?i)^(?:dr|engineer|father|hon|prof|rev|sir)$"
# "Khalid Hamza, a commander": armies and armed groups alike have them.
ANYBODYS = r"(?i)^(?:(?:senior|top|field|local|military|deputy|regional) )*commanders?$"
# Whom an officer calls his: "a colonel and three of his men".
ARMED = ("men", "soldiers", "guards", "bodyguards", "officers", "troops", "escorts", "aides")
# "A four-man crew", "a three-member medical team"
OF_GROUP = r"(?i)-(?:man|woman|member|person)$"
# "A man and his children": Airwars counts two where a plural stands without a number.
SOME = 2
HOUSEHOLDS = ["family", "families", "household", "households"]


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


def measure_items(members: pl.DataFrame) -> pl.DataFrame:
    """One row per item: 'around 60 Taliban fighters', 'a captain', 'their driver'."""
    items = (
        members.with_columns(is_number=is_number())
        .group_by([*KEY, "item_no"], maintain_order=True)
        .agg(
            *(pl.col(value).filter("is_number").first() for value in VALUES),
            has_number=pl.col("is_number").any(),
            is_singular=is_singular().fill_null(False).any(),
            is_plural=(
                ((pl.col("kind") == "people") & (pl.col("sense") == "pl")) | WORD.is_in(HOUSEHOLDS)
            ).any(),
            **who_they_are(),
            is_owned=is_possessive().any(),
            is_bare=((pl.col("kind") == "people") & (pl.col("sense") == "pl")).all(),
            household=pl.col("start").filter(is_noun() & WORD.is_in(HOUSEHOLDS)).first(),
            is_of_group=pl.col("text").str.contains(OF_GROUP).any(),
            is_people=(is_noun() | IS_SIDE).any(),
            has_noun=pl.col("has_noun").last(),
            joined=pl.col("joined").last(),
            **stands_of_noun(),
            value_text_start=pl.col("start").filter("is_number").first(),
            value_text_end=pl.col("end").filter("is_number").first(),
            qualifier=pl.col("sense").filter("is_number").first(),
            group_start=pl.col("start").min(),
            group_end=pl.col("end").max(),
        )
    )
    # "A family of eight", "a four-member family" are people, "two families" are not two.
    is_of = (pl.col("value_text_start") > pl.col("household")).fill_null(False)
    is_of |= pl.col("is_of_group").fill_null(False)
    # "A man and her children", "a clerk and his family"
    is_beside = pl.len().over(KEY) > 1
    is_many = pl.col("is_plural") & (pl.col("is_owned") | pl.col("is_bare"))
    is_some = ~pl.col("has_number") & is_many & is_beside
    is_single = ~pl.col("has_number") & pl.col("is_singular") & ~is_some
    return items.with_columns(
        *(
            pl.when(is_single)
            .then(pl.lit(1, pl.Int64))
            .when(is_some & (value != "value_high"))
            .then(pl.lit(SOME, pl.Int64))
            .otherwise(value)
            .alias(value)
            for value in VALUES
        ),
        qualifier=pl.when(is_single)
        .then(pl.lit("exact"))
        .when(is_some)
        .then(pl.lit("at_least"))
        .otherwise("qualifier"),
        is_household=pl.col("household").is_not_null() & ~is_of & ~is_some,
        # "A civilian employee of the 1st Brigade"
        victim_actor_id=pl.when("is_civilian")
        .then(pl.coalesce("kind_of_people", "side"))
        .otherwise(pl.coalesce("side", "kind_of_people")),
        value_text_start=pl.coalesce("value_text_start", "group_start"),
        value_text_end=pl.coalesce("value_text_end", "group_end"),
    )


def is_number() -> pl.Expr:
    """The count of an item: a number, or an article with a value ("a catechist") where no noun
    that is known follows."""
    is_alone = pl.len().over([*KEY, "item_no"]) == 1
    is_article = (pl.col("kind") == "article") & pl.col("value_best").is_not_null()
    return pl.col("kind").is_in(["quantity", "both"]) | (is_article & is_alone)


def is_possessive() -> pl.Expr:
    """Whose they are: "his", "her"."""
    is_her = (pl.col("kind") == "pronoun") & (WORD == "her")
    return is_her | ((pl.col("kind") == "article") & (pl.col("sense") == "possessive"))


def is_noun() -> pl.Expr:
    """Who is counted, or a bomber who kills himself."""
    is_person = pl.col("kind").is_in(["people", "role", "pronoun"]) & ~pl.col("is_owner")
    return is_person | IS_SELF


def is_singular() -> pl.Expr:
    """One of them."""
    return (
        ((pl.col("kind") == "people") & pl.col("sense").is_in(["sg", NAMED]))
        | ((pl.col("kind") == "role") & (pl.col("voice") == "sg"))
        | (pl.col("kind") == "pronoun")
        | IS_SELF
    )


def kind_of_role() -> pl.Expr:
    """The kind of people that a title, an office or kinship tells of."""
    # "Killed the mayor and two guards": a title that elsewhere calls a speaker back.
    is_title = (pl.col("kind") == "pronoun") & pl.col("text").str.contains(OFFICE)
    is_title &= ~pl.col("is_owner")
    is_unarmed = (pl.col("kind") == "people") & pl.col("text").str.contains(UNARMED)
    is_civil = (pl.col("kind") == "role") & pl.col("text").str.contains(CIVIL_TITLE)
    is_anybodys = pl.col("text").str.contains(ANYBODYS)
    return (
        pl.when((pl.col("kind") == "role") & ~is_civil & ~is_anybodys)
        .then(pl.col("sense").replace_strict(PEOPLE, default=None, return_dtype=pl.String))
        .when((pl.col("kind") == "pronoun") & pl.col("text").str.contains(PRESS))
        .then(pl.lit(PEOPLE["press"]))
        .when(is_title | is_unarmed | is_civil)
        .then(pl.lit(CIVILIANS))
    )


def who_they_are() -> dict[str, pl.Expr]:
    """Of an item, what its nouns and names tell of who they are: side, kind_of_people,
    kind_of_role, is_other, is_armed, is_civilian."""
    entity = (
        pl.when(pl.col("text").str.contains(NOBODY_KNOWN) & ~IS_SELF)
        .then(None)
        .when(IS_SELF & pl.col("has_trap"))
        .then("who_before")
        .when(IS_SELF)
        .then(pl.lit(UNIDENTIFIED))
        .otherwise("entity_id")
    )
    # "Twelve women and children", "nine civilians and soldiers": the nouns stand around 'and'.
    noun_no = pl.col("mention_no").filter(is_noun())
    are_both = (noun_no.len() == 2) & (noun_no.max() - noun_no.min() == AROUND_AND)
    kinds = entity.filter(is_noun())
    joint = pl.when(kinds.is_in(CIVIL_KINDS).all()).then(pl.lit(CIVILIANS))
    # "Women, and children"
    are_known = (noun_no.len() == 2) & (kinds.null_count() == 0)
    are_both |= are_known & (noun_no.max() - noun_no.min() == WITH_COMMA)
    is_named = (pl.col("sense") == NAMED).any()
    role = kind_of_role()
    return {
        # Herders of a people that were killed bore no arms that the text tells of.
        "side": pl.col("entity_id")
        .filter(IS_SIDE & ~WORD.str.contains(HERDERS))
        .drop_nulls()
        .last(),
        "kind_of_people": pl.coalesce(
            pl.when(are_both & (kinds.n_unique() > 1))
            .then(joint)
            .otherwise(kinds.drop_nulls().last()),
            pl.when(is_named).then(role.drop_nulls().last()),
        ),
        # A commander without a name may be anybody's.
        "kind_of_role": role.filter(role != FORCES).last(),
        "is_other": (is_noun() & WORD.is_in(OTHERS)).any(),
        "is_armed": (is_noun() & WORD.is_in(ARMED)).any(),
        "is_civilian": (is_noun() & WORD.str.starts_with("civilian")).fill_null(False).any(),
    }
