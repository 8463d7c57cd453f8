"""What the name right beside a name says: the province or country that either lies in."""

import polars as pl

from pipelines.transforms.text.places.context import SIDE

# "Sarobi, Kabul" and "Sarobi district of Kabul" name the province, and so does "Kabul's Sarobi".
HOLDING = r"(?i)^,? (?:\p{L}+,? )?(?:of|in) (?:the )?$"
NOUN = (
    r"(?:towns?|city|cities|villages?|ports?|districts?|area|hamlet|settlement|municipality|"
    r"commune|locality|province|state|capital|region|suburb|county|township|department|"
    r"governorate|stronghold|hub|local government area|lga|territory|raion|cercle|health zone|"
    r"chiefdom|groupement|woreda|kebele|zone|canton|tehsil|division|community|neighbou?rhood|"
    r"sub-?county|ward|payam)"
)
# "Palma in Mozambique", "the Palma area of Cabo Delgado", "Palma, a town in northern Mozambique",
# "Palma village, Mozambique", "Palma (Mozambique)"
HELD_IN = (
    rf"(?i)^(?:,? (?:\p{{L}}+,? )?in| {NOUN} of| {NOUN},|"
    rf", (?:an?|the|another) (?:[\p{{L}}-]+ ){{0,3}}?{NOUN}(?: located| situated)? (?:in|of)|"
    r" \() ?(?:the )?(?:(?:north|south|east|west|central|nearby|neighbou?ring)[a-z-]* )?$"
)
# "In Palma and in Nampula"
JOINED = r"(?i)^,? (?:and|or|but|then)(?-u:\b)"
# "The Mozambique town of Palma"
HELD_OF = rf"(?i)^ (?:[\p{{L}}-]+ )?{NOUN} (?:of|called) (?:the )?$"
HELD_BY = r"(?i)^['’]s $"
# Characters between "Sarobi" and "Paktika" in "Sarobi district of Paktika".
BESIDE = 16


def neighbours(evidence: pl.DataFrame) -> pl.DataFrame:
    """One row per hit: hit_no, units_beside (province, else country, of the names close by), held
    (province of a smaller place that it is written as the holder of), held_in (country that is
    written beside it as where it lies), held_behind (country that a comma parts from it) and
    held_unit (province that either names)."""
    unit = pl.coalesce("admin1_id", "country_id")
    same_before = pl.col("sentence_id") == pl.col("sentence_id").shift(1)
    same_after = pl.col("sentence_id") == pl.col("sentence_id").shift(-1)
    gap_before = pl.col("start") - pl.col("end").shift(1)
    gap_after = pl.col("start").shift(-1) - pl.col("end")
    joint_before = pl.col("left").str.slice(-gap_before.clip(1, SIDE))
    joint_after = pl.col("left").shift(-1).str.slice(-gap_after.clip(1, SIDE))
    is_other = pl.col("key") != pl.col("key").shift(1)
    holds_before = same_before & is_other & pl.col("is_small").shift(1)
    # "In Tumaco, Narino, Colombia"
    is_closed = same_after & pl.col("is_name").shift(-1) & (joint_after == ", ")
    holds_before &= joint_before.str.contains(HOLDING) | (
        (joint_before == ", ") & (pl.col("is_pair") | is_closed)
    )
    holds_after = same_after & pl.col("is_small").shift(-1) & joint_after.str.contains(HELD_BY)
    is_unit = ~pl.col("is_small") | pl.col("is_name")
    is_unit_behind = same_after & is_unit.shift(-1) & (gap_after <= SIDE)
    lies_in = is_unit_behind & joint_after.str.contains(HELD_IN)
    lies_in &= ~joint_after.str.contains(JOINED)
    lies_of = same_before & is_unit.shift(1) & (gap_before <= SIDE)
    lies_of &= joint_before.str.contains(HELD_OF) | (
        joint_before.str.contains(HELD_BY) & ~pl.col("is_name").shift(1)
    )
    by_comma = is_unit_behind & pl.col("is_pair") & (joint_after == ", ")
    # "In Mali's Mopti region"; but "in Bakhmut, in the Kherson region and near Sumy"
    is_owner = same_after.shift(-1) & ~pl.col("is_small").shift(-2)
    is_owner &= (
        pl.col("left")
        .shift(-2)
        .str.slice(-(pl.col("start").shift(-2) - pl.col("end").shift(-1)).clip(1, SIDE))
        .str.contains(HELD_BY)
    )
    is_listed = joint_after.str.contains(", in", literal=True)
    return evidence.select(
        "hit_no",
        pl.when(lies_in)
        .then(pl.col("country_id").shift(-1))
        .when(lies_of)
        .then(pl.col("country_id").shift(1))
        .alias("held_in"),
        pl.when(by_comma).then(pl.col("country_id").shift(-1)).alias("held_behind"),
        pl.when(lies_in & is_owner)
        .then(pl.col("admin1_id").shift(-2))
        .when((lies_in & ~is_listed) | by_comma)
        .then(pl.col("admin1_id").shift(-1))
        .alias("held_unit"),
        pl.when(holds_before & (gap_before <= SIDE))
        .then(pl.col("admin1_id").shift(1))
        .when(holds_after & (gap_after <= SIDE))
        .then(pl.col("admin1_id").shift(-1))
        .alias("held"),
        pl.concat_list(
            pl.when(same_before & (gap_before <= BESIDE)).then(unit.shift(1)),
            pl.when(same_after & (gap_after <= BESIDE)).then(unit.shift(-1)),
        ).alias("units_beside"),
    )
