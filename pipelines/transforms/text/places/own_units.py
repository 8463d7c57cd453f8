"""Nouns for units that one country has: a territory of Congo, a cercle of Mali."""

import polars as pl

# "X territory" and "the territory of X", by the countries that so call their units.
UNITS = {
    r"territory|territories|health zone|health zones|chiefdom": ("COD",),
    r"cercle|cercles": ("MLI",),
    r"oblast|oblasts|raion|raions": ("UKR", "RUS", "BLR", "KGZ", "KAZ"),
    r"woreda|woredas|kebele": ("ETH",),
    r"payam|payams": ("SSD",),
    r"locality": ("SDN",),
    r"township|townships": ("MMR", "ZAF"),
    r"upazila|upazilas": ("BGD",),
    r"tehsil|tehsils|agency": ("PAK", "IND"),
    r"local government area|local government|lga": ("NGA",),
    r"wilaya|wilayas": ("DZA", "MRT", "TUN", "OMN"),
    r"vereda|veredas|corregimiento": ("COL", "PAN"),
    r"barangay": ("PHL",),
    r"governorate|governorates": (
        "YEM", "SYR", "IRQ", "JOR", "LBN", "EGY", "PSE", "TUN", "OMN", "SAU", "KWT", "BHR",
    ),
}  # fmt: skip


def is_own_unit() -> pl.Expr:
    """True where the noun beside a name is one for units of the country that the candidate lies
    in. Reads left, right and country_id."""
    told = [
        (
            pl.col("right").str.contains(rf"(?i)^\s+(?:{nouns})(?-u:\b)")
            | pl.col("left").str.contains(rf"(?i)(?-u:\b)(?:{nouns}) of (?:the )?$")
        )
        & pl.col("country_id").is_in(countries)
        for nouns, countries in UNITS.items()
    ]
    return pl.any_horizontal(told).fill_null(False)
