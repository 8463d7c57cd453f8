"""People who bear arms by how they look: "a group of 30 men wearing military uniforms"."""

import polars as pl

PERSONS = (
    r"(?i)(?:^|\s)(?:m[ae]n|persons?|people|individuals?|subjects?|youths?|strangers|group|"
    r"assailants?)$"
)
CLOTHES = (
    r"(?:wearing|dressed in|clad in|in)\s+(?:[a-z-]+\s+){0,2}?"
    r"(?:military|army|police|soldiers?['\x{2019}]?|combat|camouflage|olive[- ]green|guerrilla|"
    r"military[- ]style|battle)\s+(?:[a-z-]+\s+)?"
    r"(?:uniforms?|fatigues|clothe?s|clothing|garb|gear|dress|attire|outfits?)|in (?:full )?uniforms?"
)
ARMS = (
    r"(?:(?:heavily\s+)?armed with|carrying|wielding|brandishing|bearing)\s+(?:[a-z0-9-]+\s+){0,3}?"
    r"(?:guns?|rifles?|pistols?|revolvers?|machine ?guns?|submachine ?guns?|weapons|machetes|"
    r"grenades|bazookas|shotguns?|ak-?47s?|firearms)"
)
LOOKS = rf"(?i)^,?\s+(?:who\s+(?:were|was)\s+)?(?:{CLOTHES}|{ARMS})(?-u:\b)(.{{0,24}})"
# "Two men in army uniforms were found dead": whoever they were.
SUFFERS = (
    r"(?i)^,?\s*(?:(?:was|were|have been|had been|has been|are|is|being)\s+(?:[a-z]+ly\s+)?"
    r"(?:found|killed|wounded|injured|shot|arrested|abducted|captured|kidnapped|hit)|died)(?-u:\b)"
)
REACH = 100


def turn_armed(spans: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """Mentions, those of people without a name who are told to be in uniform or armed as an
    unidentified armed group; not where harm was done to them.

    spans: text_no, start, end and the meaning of mentions, in order; the same comes back.
    """
    may_be = pl.col("entity_id").is_null() & (
        (pl.col("kind") == "people")
        | ((pl.col("kind") == "unit") & (pl.col("sense") == "abstract"))
    )
    told = (
        spans.with_row_index("row")
        .filter(may_be)
        .join(shaded.select("text_no", "text"), on="text_no", maintain_order="left")
        .with_columns(behind=pl.col("text").str.slice("end", REACH))
        .filter(
            pl.col("behind").str.contains(LOOKS),
            pl.col("text")
            .str.slice("start", pl.col("end") - pl.col("start"))
            .str.contains(PERSONS),
            ~pl.col("behind").str.extract(LOOKS, 1).str.contains(SUFFERS),
        )
    )
    if told.is_empty():
        return spans
    is_armed = pl.int_range(pl.len()).is_in(told["row"].cast(pl.Int64).implode())
    return spans.with_columns(
        kind=pl.when(is_armed).then(pl.lit("people")).otherwise("kind"),
        sense=pl.when(is_armed & (pl.col("kind") == "unit")).then(pl.lit("pl")).otherwise("sense"),
        entity_id=pl.when(is_armed).then(pl.lit("unidentified-armed-group")).otherwise("entity_id"),
    )
