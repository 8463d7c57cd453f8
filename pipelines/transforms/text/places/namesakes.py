"""Names of places that are another's where they stand: a namesake abroad, a quarter of a town, a
hill or a hotel called like some town."""

import polars as pl

from pipelines.transforms.text.places.guards import LARGE_CITY, TOWN, has_local_sign

VILLAGE = 20_000
# What stands behind the town of a dateline: "LIMA, 3 MAY 89 (EFE) --", "LIMA, May 3 (EFE) -".
DATED_BEHIND = (
    r"^(?:,? (?:[0-9]{1,2} \p{L}{3,9}|\p{Lu}\p{Ll}{2,8}\.? [0-9]{1,2})(?:,? [0-9]{2,4})?,?)? ?"
    r"(?:\([^)]{2,40}\) ?)?(?:--|[-\x{2013}\x{2014}] )"
)
# An article that speaks so often of other countries means no town of one that it never names.
FAR_AWAY = 3
NEVER = 2**40
# "The X neighbourhood" is a part of some town, and not the town X elsewhere.
QUARTER = r"(?:neighbou?rhoods?|quarters?|suburbs?|barrios?|sectors?)"
QUARTER_AFTER = rf"(?i)^\s+{QUARTER}(?:[,.;]| (?:in|on|at|and|when|where|while|after)(?-u:\b)|$)"
# "In Nyala, in the Al-Wadi district": a part of a town here, and no town of another country.
PART_AFTER = (
    r"(?i)^\s+(?:neighbou?rhood|quarter|suburb|barrio|sector|district|area|street|road|market|camp)"
    r"(?:[^\p{L}]|$)"
)
# "At Ganta Hill outside Galkayo": the hill bears the name, and the town says where it is.
SITE_NEAR = (
    r"^ (?i:(?:(?:sugar|gold|coal|diamond|tin|coltan|oil|cattle|coffee|border|police|army|military|"
    r"primary|secondary) )?(?:hills?|mountains?|mines?|mills?|farms?|ranch|estate|plantation|"
    r"wells?|boreholes?|checkpoints?|roadblock|hotel|cafe|caf\x{e9}|restaurant|bar|school|clinic|"
    r"college|"
    r"club|church|mosque|junction|forest)"
    r",? (?:(?:about|some|around) )?(?:[0-9]+ ?(?:km|kilomet\p{L}+|miles?) (?:\p{L}+ )?(?:of|from)|"
    r"near|outside|in|on the (?:outskirts|edge) of) (?:the )?(?:(?:town|city|village) of )?)\p{Lu}"
)
MOUNT_BEFORE = r"(?-u:\b)(?i:mount|mt\.?|jebel|jabal|cerro|hotel) $"
NEXT_TOWN = 50
VILLAGE_AFTER = (
    r"(?i)^,? (?:an?|the|another) (?:small |remote |nearby |tiny |border )?"
    r"(?:village|hamlet|settlement|neighbou?rhood|suburb)(?-u:\b)"
)
# The head of a longer Spanish name: "Cano de Padilla".
NAMED_ON = r"^ (?i:de|del|de la|de los|de las) \p{Lu}"
LONGER = r"^ \p{Lu}\p{Ll}{2,}(?:[,.;]|$| (?:in|on|at|and|when|where|after)(?-u:\b))"
# Names that every country of that language has: "La Laguna", "San Jacinto".
COMMON_NAME = r"^(?i:san|santa|santo|la|las|los|el|villa|nueva|nuevo|puerto) "
# "The Montserrat district", "the Palestine Hotel", "Jordan market": no country.
COUNTRY_PART = (
    r"(?i)^\s+(?:(?:housing|residential|refugee|vegetable|livestock|central) )?(?:neighbou?rhood|"
    r"quarter|suburb|barrio|sector|district|street|avenue|boulevard|square|market(?:place)?|hotel|"
    r"stadium|canton|estate|cafe|restaurant|cinema|bridge|hospital|mosque|roundabout|checkpoint|"
    r"farm|ranch)(?:[,.;]|$| (?:in|on|at|of|and|when|where|while|after|near|outside)(?-u:\b))"
)
INITIALS = r"^(?i:u\.?s|u\.?k|u\.?s\.?s\.?r|u\.?a\.?e)\.?$"
# "In the suburb of X", but "in the Y suburb of X".
QUARTER_BEFORE = rf"(?:^|(?:^|[^\p{{L}}])(?:\p{{Ll}}+|The|An?)\s)(?i:{QUARTER}) of (?:the )?$"


def is_foreign_village() -> pl.Expr:
    """A namesake of some place that the gazetteer lacks: a small place of a country that the
    article never names, while it names others or other countries have the name too, or one that
    the text says to lie in another country."""
    is_unit = (pl.col("location_type") == "admin2") & is_shared()
    is_head = pl.col("right").str.contains(NAMED_ON)
    is_small = ~pl.col("is_known_country") & ((pl.col("size") < likely_size()) | is_head)
    is_doubted = (
        ~(is_its_own() & pl.col("is_roundup"))
        & (is_town() | is_unit)
        & (is_told_elsewhere() | (is_shared() & ~has_local_sign()))
        & ~pl.col("is_near")
        & (is_small | is_beside_point())
        & ~is_seat_of_state()
    )
    is_other = is_far().fill_null(False) | is_longer().fill_null(False)
    return (is_other | is_doubted.fill_null(False)) & ~heads_report()


def heads_report() -> pl.Expr:
    """True for a capital in the dateline, whatever countries its report names."""
    opens = pl.col("left").str.contains(r"^\W*$") & pl.col("right").str.contains(DATED_BEHIND)
    return (pl.col("is_capital") & opens & (pl.col("size") >= TOWN)).fill_null(False)


def is_seat_of_state() -> pl.Expr:
    """True for a country's capital that nothing calls a village or a quarter: "an attack near
    Bangui" in France's news."""
    is_called = pl.col("noun").is_not_null() | pl.col("right").str.contains(PART_AFTER)
    is_city = (pl.col("size") >= 2 * TOWN) & ~is_common() & ~in_capitals()
    return (pl.col("is_capital") & is_city & ~is_called).fill_null(False)


def is_town() -> pl.Expr:
    """True for towns and villages."""
    return pl.col("location_type") == "populated_place"


def is_shared() -> pl.Expr:
    """True for names of places in several countries."""
    return pl.col("n_countries") > 1


def is_told_elsewhere() -> pl.Expr:
    """True where the article tells of other countries."""
    return pl.col("n_elsewhere") > 0


def is_common() -> pl.Expr:
    """True for names like "San Jose"."""
    return pl.col("text_of_span").str.contains(COMMON_NAME)


def in_capitals() -> pl.Expr:
    """True for names in a text of capitals, where nothing tells a namesake from a word."""
    return pl.col("style") == "capitals"


def likely_size() -> pl.Expr:
    """How many live in a place that is likely meant though its country is not told of."""
    is_elsewhere = pl.col("n_elsewhere") >= FAR_AWAY
    # "The Santo Domingo canton" of a country that has one is no capital overseas.
    is_typed = pl.col("noun").is_in(["admin2", "facility"]) & (is_elsewhere | in_capitals())
    is_part = pl.col("right").str.contains(PART_AFTER)
    return (
        pl.when(is_town() & is_typed & is_told_elsewhere())
        .then(NEVER)
        .when(is_town() & (is_elsewhere | (is_told_elsewhere() & is_part)))
        .then(LARGE_CITY)
        .when(is_told_elsewhere() & (is_shared() | is_common()))
        .then(2 * TOWN)
        .otherwise(VILLAGE)
    )


def is_far() -> pl.Expr:
    """True for places abroad that the words around tell to be others here."""
    is_inside = pl.col("location_type") != "country"
    is_unknown = ~pl.col("is_known_country")
    # "The village of Chiapas" is no province, nor "Buenos Aires, a village near Kismayo" a capital.
    is_village = (pl.col("noun") == "populated_place") & (pl.col("location_type") == "admin1")
    is_village |= pl.col("right").str.contains(VILLAGE_AFTER) & (pl.col("size") >= TOWN)
    # "Al-Juba district" of Yemen is no capital elsewhere.
    is_other = pl.col("is_capital") & pl.col("text_of_span").str.contains(r"(?i)^al[ -]")
    # "San Jose" is everywhere.
    is_namesake = (in_capitals() | is_common()) & (
        is_town() & is_shared() & is_told_elsewhere() & (pl.col("size") < LARGE_CITY)
    )
    return (
        (is_inside & pl.col("is_held_elsewhere"))
        | is_unit_abroad()
        | ((is_village | is_other) & is_unknown & is_told_elsewhere())
        | (is_namesake & is_unknown & ~pl.col("is_capital") & ~pl.col("is_near"))
    )


def is_unit_abroad() -> pl.Expr:
    """True for a province of a country that is not told of, where many others are."""
    # "In Boqueron", a village of the country told of and a province of another.
    is_small = is_shared() & (pl.col("size") < LARGE_CITY) & pl.col("noun").is_null()
    return (
        (pl.col("location_type") == "admin1")
        & (pl.col("n_elsewhere") >= FAR_AWAY)
        & ~pl.col("is_known_country")
        & (is_common() | (is_shared() & in_capitals()) | is_small)
    )


def is_longer() -> pl.Expr:
    """True for the head of a longer name: San Francisco Javier is another place than San
    Francisco."""
    return (
        is_town()
        & (pl.col("style") == "plain")
        & is_common()
        & pl.col("right").str.contains(LONGER)
        & pl.col("kind_right").is_null()
    )


def is_its_own() -> pl.Expr:
    """True for a name that one country has and that stands where places do."""
    opens_line = (pl.col("left") == "") & pl.col("right").str.starts_with(": ")
    is_large = pl.col("text_of_span").str.contains(r"^(?i:el) ") & (pl.col("size") >= TOWN)
    return (
        ~is_shared()
        & pl.col("is_exact")
        & (pl.col("style") == "plain")
        & (~is_common() | is_large)
        & (pl.col("has_preposition") | pl.col("noun").is_not_null() | opens_line)
    )


def is_beside_point() -> pl.Expr:
    """True for places of a country beside the point, unless only the land of some party has the
    name."""
    is_elsewhere = (pl.col("n_elsewhere") >= FAR_AWAY) & (pl.col("size") < LARGE_CITY)
    is_alike = is_told_elsewhere() & ~pl.col("is_exact")
    return (
        pl.col("is_beside_point")
        & ~(pl.col("is_known_country") & is_its_own())
        & (is_elsewhere | is_alike)
    )


def is_quarter() -> pl.Expr:
    """A small town's name before 'neighbourhood', or in a list before it, where nothing else is
    named of its unit; a country's before the noun of a part of some town."""
    in_list = pl.col("in_list") & pl.col("right").str.contains(QUARTER_AFTER).any().over("list_no")
    is_small = (
        (pl.col("location_type") == "populated_place")
        & (pl.col("size") < TOWN)
        & ~pl.col("is_known_unit")
        & (
            pl.col("right").str.contains(QUARTER_AFTER)
            | pl.col("left").str.contains(QUARTER_BEFORE)
            | in_list
        )
    )
    is_country = pl.col("location_type") == "country"
    is_called = is_country & pl.col("right").str.contains(COUNTRY_PART)
    is_called &= ~pl.col("text_of_span").str.contains(INITIALS)
    return is_small.fill_null(False) | is_called.fill_null(False)


def is_site_near_town() -> pl.Expr:
    """A hill, a mine or a hotel called like some town, beside the town that it lies in or near."""
    is_town = (pl.col("what") == "place") & pl.col("location_type").is_in(
        ["populated_place", "admin2"]
    )
    followed = pl.any_horizontal(
        (pl.col("sentence_id") == pl.col("sentence_id").shift(-step))
        & is_town.shift(-step)
        & (pl.col("key") != pl.col("key").shift(-step))
        & (pl.col("start").shift(-step) - pl.col("end") <= NEXT_TOWN)
        for step in (1, 2)
    )
    is_mount = pl.col("left").str.contains(MOUNT_BEFORE)
    return (
        (pl.col("location_type") != "country")
        & (pl.col("right").str.contains(SITE_NEAR) | is_mount)
        & followed
    ).fill_null(False)
