"""Whose army is meant where a sentence opens elsewhere: 'In the southern Philippines, troops killed
six militants' tells of Philippine troops, whatever country its article is most about."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.generic_actors import ARMED_TYPES, FAR_MORE
from pipelines.transforms.text.parties.neighbours import STATE_FORCES
from pipelines.transforms.text.places.evidence import MOST_OF_ROUNDUP
from pipelines.transforms.text.runs import count_before, first_after, last_before

# A place so near the start of its sentence opens it.
OPENING, OPENING_MENTIONS = 48, 5
# The forces of a country by name: "Israeli forces".
FORCES = f"^{STATE_FORCES}[a-z]{{3}}$"
# Kinds of people that a country's name makes its forces: "Turkish troops".
TROOPS = ("soldiers", "security-forces", "generic-state-forces")
ARMIES = ("generic-state-forces",)
# What stands before "troops from Rwanda".
NAMING = ("quantity", "by", "and", "comma", "clause", "speech", "with", "against")
# News of so many countries, and mostly of none, has its armies where its places are.
COUNTRIES = 3
POLICE = r"(?i)(?:^|\s)(?:police|policem[ae]n|police officers?)$"
# What a country does that is at war, and no scene or theme.
ACTS = ("trigger", "have", "speech")
# Before it nobody acts and nothing happens yet.
LATER = ("trigger", "actor", "people", "speech", "according", "quantity", "method", "role")


def countries_of_openings(rows: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """sentence_id and sentence_country of sentences that a place led by a preposition opens, or
    heads ("Mali: ..."), and of those right behind them that name no place; in news of several
    countries also of those whose places lie in one.

    rows: mentions in order: article_id, sentence_id (a number that counts on within an article),
    mention_no, kind, entity_id, start, text, place_country and scene_country.
    """
    is_later = pl.col("kind").is_in(LATER)
    leads = rows.filter(pl.col("mention_no") == 0, pl.col("kind") == "in").select(
        "sentence_id", first="start"
    )
    opened = (
        rows.filter(pl.col("mention_no") <= OPENING_MENTIONS)
        .join(leads, on="sentence_id", maintain_order="left")
        .with_columns(
            at=pl.col("start") - pl.col("first"),
            is_later=is_later | (count_before(is_later, pl.col("sentence_id")) > 0),
            is_led=pl.col("kind").is_in(["in", "article", "of", "place", "place_noun"]).shift(1),
        )
        .filter(pl.col("at") <= OPENING)
    )
    countries = lexicons.places.select(entity_id="location_id", sentence_country="country_id")
    found = (
        opened.filter(
            pl.col("kind") == "place", ~pl.col("is_later"), "is_led",
            pl.col("entity_id").is_not_null(),
        )
        .join(countries, on="entity_id")
        .group_by("sentence_id")
        .agg(pl.col("sentence_country").first(), n=pl.col("sentence_country").n_unique())
        .filter(pl.col("n") == 1)
        .drop("n")
    )  # fmt: skip
    is_heading = (pl.col("mention_no") == 0) & (pl.col("text").shift(-1) == ":")
    is_heading &= (pl.col("kind") == "place") & pl.col("place_country").is_not_null()
    headed = rows.filter(is_heading).select("sentence_id", sentence_country="place_country")
    found = pl.concat([found, headed])
    placed = rows.filter(pl.col("kind") == "place").select("sentence_id").unique()
    scenes = scenes_of_roundups(rows)
    told = pl.concat([found, scenes]).unique("sentence_id", keep="first", maintain_order=True)
    behind = told.with_columns(pl.col("sentence_id") + 1).join(placed, on="sentence_id", how="anti")
    return pl.concat([told, behind]).unique("sentence_id", keep="first", maintain_order=True)


def scenes_of_roundups(rows: pl.DataFrame) -> pl.DataFrame:
    """sentence_id and sentence_country of sentences whose places lie in one country, in articles
    that name places of several and speak mostly of none."""
    places = rows.filter(pl.col("kind") == "place", pl.col("place_country").is_not_null())
    spread = (
        places.group_by("article_id", "place_country")
        .agg(n=pl.len())
        .group_by("article_id")
        .agg(n=pl.len(), most=pl.col("n").max() / pl.col("n").sum())
        .filter(pl.col("n") >= COUNTRIES, pl.col("most") <= MOST_OF_ROUNDUP)
    )
    return (
        places.join(spread.select("article_id"), on="article_id", how="semi")
        .select("sentence_id", sentence_country="scene_country")
        .drop_nulls()
        .unique("sentence_id", keep="first", maintain_order=True)
    )


def countries_of_forces(rows: pl.DataFrame) -> pl.DataFrame:
    """article_id, sentence_id and forces_country: whose "the soldiers" are, where the sentence,
    else the one before it, names the forces of just one country."""
    entity = pl.col("entity_id")
    by_name = pl.when(entity.str.contains(FORCES)).then(
        entity.str.strip_prefix(STATE_FORCES).str.to_uppercase()
    )
    by_people = pl.when(entity.is_in(TROOPS)).then("country_named")
    named = (
        rows.filter(pl.col("kind").is_in(["actor", "people"]))
        .select("article_id", "sentence_id", forces_country=pl.coalesce(by_name, by_people))
        .drop_nulls("forces_country")
        .group_by("article_id", "sentence_id")
        .agg(pl.col("forces_country").unique())
        .filter(pl.col("forces_country").list.len() == 1)
        .with_columns(pl.col("forces_country").list.first())
    )
    behind = named.with_columns(pl.col("sentence_id") + 1)
    return pl.concat([named, behind]).unique("sentence_id", keep="first", maintain_order=True)


def countries_at_war(
    rows: pl.DataFrame, article_countries: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """article_countries, with the country at home in which an article's armed groups fight where
    it tells of no forces of the country that it names most, nor of more places there: "the U.S.
    ambassador said that FMLN fighters attacked the army in San Salvador" tells of no U.S. army.

    rows: as with_neighbours gives them. article_countries: article_id, country_id.
    """
    towns = towns_named(rows)
    by_home = towns.select("article_id", "n_home", home="country_id")
    key = {"how": "left", "maintain_order": "left"}
    fought = (
        homes_of_groups(rows, lexicons)
        .join(article_countries, on="article_id", maintain_order="left")
        .join(forces_named(rows), on=["article_id", "country_id"], how="anti")
        .join(towns.drop("n_home"), on=["article_id", "country_id"], **key)
        .join(by_home, on=["article_id", "home"], **key)
        .filter(pl.col("n_home").fill_null(0) >= pl.col("n").fill_null(0))
        .select("article_id", "home")
    )
    return article_countries.join(fought, on="article_id", **key).select(
        "article_id", country_id=pl.coalesce("home", "country_id")
    )


def homes_of_groups(rows: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """The country in which the groups that an article names more than once are at home, where
    those of no other country are named as often: article_id, home."""
    n_next = pl.col("n").get(1, null_on_oob=True).fill_null(0)
    return (
        rows.filter(pl.col("kind") == "actor")
        .join(armed_homes(lexicons), on="entity_id")
        .group_by("article_id", "home")
        .agg(n=pl.len().cast(pl.Int64))
        .sort("article_id", "n", "home", descending=[False, True, False])
        .group_by("article_id", maintain_order=True)
        .agg(pl.col("home", "n").first(), n_next=n_next)
        .filter(pl.col("n") >= FAR_MORE * pl.col("n_next"), pl.col("n") > 1)
        .select("article_id", "home")
    )


def forces_named(rows: pl.DataFrame) -> pl.DataFrame:
    """The countries of whose forces an article tells by name, or that act or speak themselves:
    article_id, country_id."""
    kind, entity = pl.col("kind"), pl.col("entity_id")
    by_name = pl.when(entity.str.contains(FORCES)).then(
        entity.str.strip_prefix(STATE_FORCES).str.to_uppercase()
    )
    is_armed = (
        (kind == "people") & entity.is_in([*TROOPS, "police"])
        | (kind == "actor") & entity.str.contains("^generic-")
        | kind.is_in(["method", "unit"])
    )
    acts = (kind == "place") & (pl.col("sense") == "country") & kind.shift(-1).is_in(ACTS)
    country = pl.coalesce(
        by_name,
        pl.when(is_armed).then("country_named"),
        pl.when(acts).then("place_country"),
    )
    return rows.select("article_id", country_id=country).drop_nulls("country_id").unique()


def towns_named(rows: pl.DataFrame) -> pl.DataFrame:
    """How many places in a country an article names: article_id, country_id, n_home, and n (but
    for the one where it was written, which is not what it tells of)."""
    sentence = pl.col("sentence_id")
    is_dateline = (pl.col("mention_no") == 0) & (sentence == sentence.min().over("article_id"))
    is_town = (pl.col("kind") == "place") & (pl.col("sense") != "country")
    return (
        rows.with_columns(is_dateline=is_dateline)
        .filter(is_town, pl.col("entity_id").is_not_null())
        .group_by("article_id", country_id="place_country")
        .agg(n=(~pl.col("is_dateline")).sum().cast(pl.Int64), n_home=pl.len().cast(pl.Int64))
    )


def country_behind() -> pl.Expr:
    """Whose 'the police in Cali' are: those of the country of the place right behind 'in'; so
    'troops from Rwanda', of a country. Reads place_country.

    Soldiers may stand in any country, policemen seldom in another than their own.
    """
    kind = pl.col("kind")
    is_police = kind.is_in(["people", "actor"]) & pl.col("text").str.contains(POLICE)
    is_troops = (kind == "people") & pl.col("entity_id").is_in(TROOPS)
    is_from = kind.shift(-1).is_in(["from", "of"]) & (pl.col("sense").shift(-2) == "country")
    # "Pulled its troops from Mali" tells of others.
    is_named = (pl.col("mention_no") == 0) | (
        kind.shift(1).is_in(NAMING) & (pl.col("start") - pl.col("end").shift(1) == 1)
    )
    # "The army of Togo"
    is_army = (kind == "actor") & pl.col("entity_id").is_in(ARMIES) & (kind.shift(-1) == "of")
    is_army &= pl.col("sense").shift(-2) == "country"
    is_behind = (
        (((kind.shift(-1) == "in") & is_police) | (is_from & is_troops & is_named) | is_army)
        & (kind.shift(-2) == "place")
        & (pl.col("start").shift(-1) - pl.col("end") == 1)
        & (pl.col("start").shift(-2) - pl.col("end").shift(-1) == 1)
        & (pl.col("sentence_id") == pl.col("sentence_id").shift(-2))
    )
    return pl.when(is_behind).then(pl.col("place_country").shift(-2))


def full_names(rows: pl.DataFrame, generic: str) -> pl.DataFrame:
    """article_id, text and full_id: who 'the National Army' is in an article that names the Syrian
    National Army. generic: what ids of actors without a name match."""
    actors = rows.filter(
        pl.col("kind") == "actor",
        pl.col("entity_id").is_not_null(),
        ~pl.col("entity_id").str.contains(generic),
    )
    return (
        actors.select(
            "article_id",
            text=pl.col("text").str.extract(r"^\S+ (\S+ \S+)$", 1),
            full_id="entity_id",
        )
        .drop_nulls("text")
        .unique()
        .filter(pl.len().over("article_id", "text") == 1)
        .sort("article_id", "text")
    )


def countries_of_groups(rows: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """sentence_id and group_country of sentences whose first armed group is at home where the last
    place named before it lies, or the next in its sentence: "In South Sudan, … The SPLA-IO took a
    base from government troops".

    rows: mentions in order: article_id, sentence_id, kind, entity_id, place_country.
    """
    told = rows.select("article_id", "sentence_id", "kind", "entity_id", "place_country").join(
        armed_homes(lexicons), on="entity_id", how="left", maintain_order="left"
    )
    is_place = pl.col("kind") == "place"
    land = pl.when(is_place).then("place_country")
    # "Government forces repelled X on positions near Dhale": where both of them are.
    return (
        told.with_columns(
            last=last_before(land, pl.col("article_id")),
            behind=first_after(land, pl.col("sentence_id")),
        )
        .filter(
            pl.col("kind") == "actor",
            (pl.col("home") == pl.col("last")) | (pl.col("home") == pl.col("behind")),
        )
        .unique("sentence_id", keep="first", maintain_order=True)
        .select("sentence_id", group_country="home")
    )


def armed_homes(lexicons: Lexicons) -> pl.DataFrame:
    """The home countries of armed groups with a name: entity_id, home."""
    return lexicons.actors.filter(
        pl.col("actor_type").is_in(ARMED_TYPES), pl.col("country_iso3").is_not_null()
    ).select(entity_id="actor_id", home="country_iso3")


def with_abroad(rows: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Add place_country (of a place), is_abroad (the mention's sentence names places of more than
    one country) and scene_country (of all the places that it names)."""
    places = lexicons.places.select(entity_id="location_id", place_country="country_id")
    placed = rows.join(places, on="entity_id", how="left", maintain_order="left")
    country = pl.col("place_country")
    countries = (
        placed.filter(pl.col("kind") == "place", country.is_not_null())
        .group_by("sentence_id", maintain_order=True)
        .agg(scene_country=country.first(), n=country.n_unique())
    )
    is_one = pl.col("n") == 1
    return (
        placed.join(countries, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            is_abroad=(pl.col("n") > 1).fill_null(False),
            scene_country=pl.when(is_one).then("scene_country"),
        )
        .drop("n")
    )
