"""Names behind a speech verb or 'according to': ", said the governor, X"."""

import polars as pl

AHEAD_NAME = (
    r"^((?: (?:by|from))? ?[^,;:\"~()]*?)"
    r"(?:,? (?:who|whom|which|that|as|after|while|when|adding|noting|on [A-Z][a-z]+day|"
    r"of [a-z]+ing|for (?:(?:an?|the|their|its) )?(?:[a-z]+ ){0,2}(?:attacks?|killings?|deaths?|"
    r"bombings?|raids?|massacres?|murders?|ambush|strikes?)|"
    # "The announcement by the police of the arrest of two men"
    r"of (?:the |an? )?(?:[a-z]+ ){0,1}(?i:arrests?|captures?|killings?|deaths?|detentions?|"
    r"murders?|"
    r"kidnappings?|abductions?|attacks?|releases?|losses|casualties)|"
    r"(?i:(?:states?|stated|says|said|indicates|indicated|claims|claimed|adds|added|notes|noted|"
    r"reveals|revealed|confirms|confirmed) that|at least|at most|more than|up to))(?-u:\b).*|"
    r" --? .*|[,;:\"~()].*)?\.?$"
)
AHEAD_APPOSED = (
    r"^(, (?:(?:(?:a|an|the|his|her|its|their|[a-z]+|[A-Z][A-Za-z-]+'s) )[^,;:\"~()]*|"
    r"(?:[A-Z][A-Za-z'-]+\.? ){1,3}[A-Z][A-Za-z'-]+))(?:,|\.?$)"
)
# "Figures released on Tuesday by X": masked in place, so that no cut falls there.
GIVEN_ON = (
    r"^([^,;:\"]{1,40}? (?:released|issued|published|given|provided|compiled|shared|announced)) on "
    r"([A-Z][a-z]+day by )"
)
FINITE = r"(?-u:\b)(?:have|has|had|was|were|is|are|will|would|did|do|does|may|could)(?-u:\b)"


def name_ahead(acts: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add the span of a name after the verb or preposition: right_start, right_head, right_end.

    What follows the name after a comma is its apposition only where no trigger and no finite verb
    stands in it, and where, at the head of a sentence, another comma closes it.
    """
    ahead = pl.col("folded").str.slice("upto").str.replace(GIVEN_ON, "${1} xn ${2}")
    goes_on = pl.col("sentence_id") == pl.col("sentence_id").shift(-1)
    acts = acts.with_columns(
        ahead=ahead.str.extract(AHEAD_NAME, 1),
        next_at=pl.when(goes_on).then(pl.col("at").shift(-1)),
    )
    size = pl.col("ahead").str.len_chars().cast(pl.Int64)
    rest = pl.col("folded").str.slice(pl.col("upto") + size)
    opens = pl.col("folded").str.slice(0, pl.col("at")).str.contains(r"^[\" ]*$")
    more = rest.str.extract(AHEAD_APPOSED, 1)
    closed = rest.str.contains(r"^, [^,]*,")
    triggers = (
        mentions.filter(pl.col("kind") == "trigger")
        .select("sentence_id", next_trigger="start")
        .sort("next_trigger")
    )
    # Who holds an office, or is told by what he saw: "said a nurse at the clinic".
    offices = (
        mentions.filter(
            pl.col("kind").is_in(["role", "people", "medium", "vague_source"])
            | ((pl.col("kind") == "pronoun") & (pl.col("sense") == "official"))
        )
        .select("sentence_id", office_start="start")
        .sort("office_start")
    )
    placed = (
        acts.with_columns(
            more=pl.when((closed | ~opens) & ~more.str.contains(FINITE)).then(more),
            right_start=pl.col("upto"),
            right_head=pl.col("upto") + size,
        )
        .sort("end")
        .join_asof(
            triggers, left_on="end", right_on="next_trigger", by="sentence_id",
            strategy="forward", check_sortedness=False,
        )
        .join_asof(
            offices, left_on="end", right_on="office_start", by="sentence_id",
            strategy="forward", check_sortedness=False,
        )
    )  # fmt: skip
    apposed_end = pl.col("right_head") + pl.col("more").str.len_chars().cast(pl.Int64)
    clear = (pl.col("next_trigger") - pl.col("base") >= apposed_end).fill_null(True)
    clear &= (pl.col("next_at") >= apposed_end).fill_null(True)
    return placed.with_columns(
        right_end=pl.when(clear).then(apposed_end).fill_null(pl.col("right_head"))
    ).sort("article_id", "start")
