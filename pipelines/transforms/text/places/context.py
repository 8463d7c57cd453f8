"""What stands around a name: the noun that types it, its list, and what makes it no place.

The words are those of the lexicon; the shapes here are grammar.
"""

import polars as pl

DIRECTIONS = (
    "north|south|east|west|central|upper|lower|greater|northern|southern|eastern|western|"
    "northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|"
    "north eastern|north western|south eastern|south western|mid|downtown|outer|inner|old"
)
MODIFIER = (
    rf"(?i:{DIRECTIONS}|neighbou?ring|nearby|besieged|war-torn|rural|rest of|parts of|"
    r"most of|all of|"
    r"\p{L}+-(?:held|controlled|occupied|run|ruled))"
)
PREPOSITION = (
    r"(?i:in|at|near|from|to|into|toward|towards|of|on|around|outside|inside|within|through|across|"
    r"over|between|throughout|beyond|entering|leaving|via|off)"
)
AFTER_PREPOSITION = rf"(?:^|[^\p{{L}}-]){PREPOSITION}\s+(?:the\s+)?(?:{MODIFIER}[\s-]+){{0,2}}$"
# Only ground is overrun, besieged or retaken: what stands after such a verb is a place, and so
# is what stands before "fell to".
TAKING = (
    r"(?i:recaptur(?:ed?|es|ing)|retak(?:e|en|es|ing)|retook|overr[au]n(?:s|ning)?|"
    r"liberat(?:ed?|es|ing)|storm(?:ed|s|ing)?|besieg(?:ed?|es|ing)|encircl(?:ed?|es|ing)|"
    r"regain(?:ed|s|ing)?|reclaim(?:ed|s|ing)?|conquer(?:ed|s|ing)?|occup(?:y|ied|ies|ying)|"
    r"invad(?:ed?|es|ing)|captur(?:ed?|es|ing)|seiz(?:ed?|es|ing)|shell(?:ed|s|ing)|"
    r"bombard(?:ed|s|ing)|evacuat(?:ed?|es|ing)|abandon(?:ed|s|ing)|fled|flee(?:s|ing)?|"
    r"clear(?:ed|s|ing)|enter(?:ed|s)|control(?:s|led|ling)?)"
)
AFTER_TAKING = (
    rf"(?:^|[^\p{{L}}-]){TAKING}\s+(?:the\s+)?(?:{MODIFIER}[\s-]+){{0,2}}$|"
    r"\p{L}-(?i:held|controlled|occupied|ruled|besieged)\s+$"
)
BEFORE_TAKING = (
    r"^\s+(?:has\s+|have\s+|had\s+|also\s+|finally\s+)*(?:fell|fallen|falls)\s+"
    r"(?:back\s+)?(?:in)?to\s|^\s+(?:(?:was|were|is|has|have|had|been|being|now)\s+)+"
    r"(?:[a-z]+ly\s+)?(?:retaken|recaptured|overrun|liberated|besieged|encircled|under siege|"
    r"shelled|bombarded|in the hands of|under the control of)"
)
NOUN_OF = r"(\p{L}+(?: \p{L}+)?)\s+(?i:of|called|named)\s+(?:(?i:the)\s+)?$"
# "the capital of X" and "suburbs of X" are not X itself.
PART_OF = r"(?:capital|capitals|outskirts|suburbs?|neighbou?rhoods?|cent(?:er|re)|areas?|parts?)$"
# "The northern Mozambique town of Palma": the noun is the next name's.
NOUN_OF_NEXT = (
    r"^\s+(?:[\p{Ll}-]+ )?(?:town|village|city|port|hamlet|settlement|suburb) "
    r"(?:of|called|named) (?:the )?\p{Lu}"
)
LIST_GAP = r"(?i)^\s*(?:,|,?\s*(?:and|or|&|as well as))(?:\s+(?:in|the|also))?\s*$"
LIST_BEHIND = r"^(?:,|,? (?i:and|or)) \p{Lu}"
SIDE = 60


def describe_context(hits: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """Add to hits (sentence_id, start, end; sorted) what surrounds them in their sentence.

    words is the lexicon. New columns: left, right (up to 60 characters), word_left, word_right,
    kind_left, kind_right (kind of that word in the lexicon), noun, noun_voice (place noun beside
    the name or for its whole list), list_no, in_list, has_preposition (or a verb of taking ground).
    """
    hits = hits.with_columns(
        pl.col("text")
        .str.slice((pl.col("start") - SIDE).clip(0), pl.col("start").clip(0, SIDE))
        .alias("left"),
        pl.col("text").str.slice(pl.col("end"), SIDE).alias("right"),
    ).with_columns(
        pl.col("left").str.extract(r"([\p{L}'’.-]+)\s+$").alias("word_left"),
        pl.col("right").str.extract(r"^\s+([\p{L}'’-]+)").alias("word_right"),
        (
            pl.col("left").str.contains(f"{AFTER_PREPOSITION}|{AFTER_TAKING}")
            | pl.col("right").str.contains(BEFORE_TAKING)
        ).alias("has_preposition"),
    )
    return with_nouns(with_kinds(hits, words), words)


def with_kinds(hits: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """Add kind_left and kind_right: what the lexicon calls the word beside the name."""
    kinds = words.filter(~pl.col("phrase").str.contains(" ")).select("phrase", "kind")
    for side in ("left", "right"):
        hits = (
            hits.with_columns(
                pl.col(f"word_{side}").str.to_lowercase().str.strip_chars(".'’").alias("phrase")
            )
            .join(kinds.rename({"kind": f"kind_{side}"}), on="phrase", how="left",
                  maintain_order="left")
            .drop("phrase")
        )  # fmt: skip
    return hits


def with_nouns(hits: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """Add noun, noun_voice, list_no and in_list: "A, B and C districts" are three districts."""
    nouns = words.filter(pl.col("kind") == "place_noun").select(
        "phrase", pl.col("sense").alias("noun"), pl.col("voice").alias("noun_voice")
    )
    hits = list_numbers(hits)
    after = noun_beside(
        hits,
        nouns,
        pl.when(~pl.col("right").str.contains(NOUN_OF_NEXT)).then(
            pl.col("right").str.extract(r"^\s+((?i:local government areas?)|\p{L}+(?: \p{L}+)?)")
        ),
        first=True,
    )
    before = noun_beside(hits, nouns, pl.col("left").str.extract(NOUN_OF), first=False)
    before = before.with_columns(
        noun=pl.when(~pl.col("left").str.contains(rf"(?i){PART_OF[:-1]}\s+of\s+(?:the\s+)?$")).then(
            "noun"
        )
    )
    hits = hits.with_columns(
        after["noun"].alias("noun_after"), after["noun_voice"].alias("voice_after"),
        before["noun"].alias("noun_before"), before["noun_voice"].alias("voice_before"),
    )  # fmt: skip
    shared_after = (
        pl.when((pl.col("voice_after") == "pl") & pl.col("in_list"))
        .then("noun_after")
        .last()
        .over("list_no")
    )
    own_after = pl.when(pl.col("voice_after") == "sg").then("noun_after")
    shared_before = (
        pl.when((pl.col("voice_before") == "pl") & pl.col("in_list"))
        .then("noun_before")
        .first()
        .over("list_no")
    )
    # "The villages of A, B and C", of which no list has B and C.
    opens_list = (pl.col("voice_before") == "pl") & pl.col("right").str.contains(LIST_BEHIND)
    own_before = pl.when((pl.col("voice_before") == "sg") | opens_list).then("noun_before")
    return hits.with_columns(
        pl.coalesce(own_after, own_before, shared_after, shared_before).alias("noun")
    ).drop("noun_after", "noun_before", "voice_after", "voice_before")


def noun_beside(
    hits: pl.DataFrame, nouns: pl.DataFrame, pair: pl.Expr, first: bool
) -> pl.DataFrame:
    """The place noun that one or two words spell, or "local government area": noun, noun_voice,
    left; one row per hit.

    Of two words the nearer alone may be the noun: `first` in "district police".
    """
    near = r"^(\p{L}+)" if first else r"(\p{L}+)$"
    hits = hits.select("left", pair.str.to_lowercase().alias("pair")).with_columns(
        pl.col("pair").str.extract(near).alias("single")
    )
    two = hits.join(nouns, left_on="pair", right_on="phrase", how="left", maintain_order="left")
    one = hits.join(nouns, left_on="single", right_on="phrase", how="left", maintain_order="left")
    return two.with_columns(
        pl.coalesce(two["noun"], one["noun"]).alias("noun"),
        pl.coalesce(two["noun_voice"], one["noun_voice"]).alias("noun_voice"),
    )


def list_numbers(hits: pl.DataFrame) -> pl.DataFrame:
    """Add list_no (names of one list share it) and in_list (the list has more than one)."""
    gap = pl.col("text").str.slice(
        pl.col("end").shift(1), (pl.col("start") - pl.col("end").shift(1)).clip(0)
    )
    goes_on = (pl.col("sentence_id") == pl.col("sentence_id").shift(1)) & gap.str.contains(LIST_GAP)
    return hits.with_columns(
        (~goes_on.fill_null(False)).cast(pl.Int64).cum_sum().alias("list_no")
    ).with_columns((pl.len().over("list_no") > 1).alias("in_list"))
