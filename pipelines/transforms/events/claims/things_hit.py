"""Things hit: buses, schools, aircraft and the like that a sentence says were attacked."""

import polars as pl

# What a thing cannot be parted from its attack by: a new clause, or a harm done to somebody.
BARRIER = (
    r"(?-u:\b)(?:who|whom|whose|that|which|after|before|as|while|when|where|from|with|to|for|but|"
    r"because|over|amid|during|despite|kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:e|es|ed|ing)|"
    r"d(?:ie|ies|ied|ead|ying)|sa(?:y|ys|id))(?-u:\b)|[,.:;()\x{2013}\x{2014}]|- "
)
NAMED = r" (?:[a-z0-9']+ ){0,4}?"
HITTING = (
    r"(?:hit(?:s|ting)?|str(?:ike|ikes|iking|uck)|shell(?:s|ed|ing)?|bomb(?:s|ed|ing|ings)?|"
    r"bombard(?:s|ed|ing|ment)?|attack(?:s|ed|ing)?|target(?:s|ed|ing)?|destroy(?:s|ed|ing)?|"
    r"ambush(?:es|ed|ing)?|storm(?:s|ed|ing)?|raid(?:s|ed|ing)?|blasts?|explosions?|"
    r"fir(?:e|es|ed|ing) (?:on|at)|bl(?:ow|ows|ew) up|rip(?:s|ped) through|"
    r"t(?:ear|ears|ore) through|"
    r"slam(?:s|med)? into|rockets? on|rocks|rocked|set fire|torch(?:es|ed)?)"
)
STRUCK = (
    r" (?:[a-z0-9']+ ){0,2}?(?:(?:was|were|is|are|been) )?(?:attacks?|bombings?|shelling|strikes?|"
    r"ambush|massacre|blasts?|explosions?|siege|hit|struck|shelled|bombed|attacked|destroyed|"
    r"blown up|ambushed|torched|(?:came|comes?) under)(?-u:\b)"
)
# What befalls aircraft alone.
AIRCRAFT = ("plane", "helicopter")
DOWNING = r"(?:down(?:s|ed|ing)?|sh(?:oot|oots|ooting|ot) down|bring(?:s|ing)? down|brought down)"
DOWNED = (
    r" (?:[a-z0-9']+ ){0,2}?(?:(?:was|were|is|are|been) )?(?:downing|downed|shot down|brought down|"
    r"shoot(?: |)down|crash|wreck(?:age)?)(?-u:\b)"
)


def mark_things(
    claims: pl.DataFrame, sentences: pl.DataFrame, things: pl.DataFrame
) -> pl.DataFrame:
    """Add things_hit: kinds of things that the claim's sentence says were hit, comma separated.

    claims: sentence_id; sentences: sentence_id and text; things: the lexicon, phrase and thing.
    The words of the attack must name the thing: "shells hit a school", "the bus attack", not a
    hospital to which the wounded were taken.
    """
    any_thing = names_of(things)
    plain = (
        pl.col("text").str.to_lowercase().str.replace_all(BARRIER, "|")
        .str.replace_all(r"['\x{2019}]s ", " ").str.replace_all(r"[-\s]+", " ")
    )  # fmt: skip
    told = sentences.select("sentence_id", text=plain).filter(
        pl.col("text").str.contains(any_thing)
    )
    kinds = things.select("thing").unique().sort("thing")["thing"].to_list()
    hit = [
        pl.when(is_hit(names_of(things.filter(thing=kind)), kind in AIRCRAFT)).then(pl.lit(kind))
        for kind in kinds
    ]
    named = told.select(
        "sentence_id",
        things_hit=pl.concat_str(pl.lit(None, pl.String), *hit, separator=",", ignore_nulls=True),
    ).filter(pl.col("things_hit") != "")
    return claims.join(named, on="sentence_id", how="left", maintain_order="left")


def names_of(things: pl.DataFrame) -> str:
    """A pattern of the phrases, whole words, the longest first."""
    phrases = things["phrase"].unique().to_list()
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return rf"(?-u:\b)(?:{'|'.join(ordered)})(?-u:\b)"


def is_hit(names: str, is_aircraft: bool) -> pl.Expr:
    """Whether the text says that one of the names was hit."""
    before = rf"(?:{HITTING}|{DOWNING})" if is_aircraft else HITTING
    after = rf"(?:{STRUCK}|{DOWNED})" if is_aircraft else STRUCK
    text = pl.col("text")
    return text.str.contains(rf"(?-u:\b){before}{NAMED}{names}") | text.str.contains(
        rf"{names}{after}"
    )
