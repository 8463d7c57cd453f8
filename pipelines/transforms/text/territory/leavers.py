"""Who leaves a place: whoever was attacked as he did, or fled from it, and not who attacked him."""

import polars as pl

# "Ambushed soldiers (fleeing A)", and no "attacked A before (leaving B)".
FOUGHT = (
    r"(?i)(?-u:\b)(?:ambush|attack|shell|bomb|str[iu]ck|hit|kill|captur|chas|pursu|fire|target|"
    r"pound|raid|intercept|shot|rout|harass)[a-z]*(?-u:\b)"
)
LEAVES = ("out", "leave", "left_to")
JOINED = r"(?i)[,;]|(?-u:\b)(?:before|after|while|and|then|by|without|when|since)\s*$"
# "Attacked soldiers leaving A": they leave, though they are attacked.
LEAVING_BEHIND = (
    r"(?i)^ (?:retreating|withdrawing|fleeing|leaving|escaping|evacuating|pulling (?:back|out))"
    r"(?-u:\b)"
)
# "Killed two officers and residents (fled A)": what stands right before the verb is its subject.
OTHERS_ACT = (
    r"(?i)(?-u:\b)(?:[a-z]{2,}ed|shot|took|hit|str[iu]ck|fought|beat|drove|held|blew|set)(?-u:\b)"
    r"[^;]*? and (?:(?:the|their|its|his|her|some|many|most|all|other|local|more|of|hundreds|"
    r"thousands|dozens|scores) )*(?:[a-z-]+ )?(?:people|police|families|m[ae]n|wom[ae]n|children|"
    r"army|garrison|militia|mayor|governor|population|crowd|[a-z]{3,}[^s ]s) "
    r"(?:(?:had|have|all|also|then|later|since) )*$"
)
# Adverbs that end as nouns do.
NO_NOUN = (
    r"(?i)(?-u:\b)(?:afterwards?|sometimes|nowadays|hours|days|weeks|months|minutes|always|"
    r"besides|perhaps) $"
)


def others_act() -> pl.Expr:
    """ "X killed two officers and residents fled A": residents do, X does not."""
    between = pl.col("between")
    return (
        (pl.col("side") == "left")
        & between.str.contains(OTHERS_ACT)
        & ~between.str.contains(NO_NOUN)
    ).fill_null(False)


def fights_whoever_leaves(triggers: pl.DataFrame) -> pl.Expr:
    """ "X attacked a convoy leaving A": the convoy leaves, X does not."""
    leaving = triggers.filter(pl.col("trigger_word").str.contains(r"(?i)^[a-z]+ing(?-u:\b)"))
    between = pl.col("between")
    return (
        pl.col("anchor_id").is_in(leaving["trigger_id"].implode())
        & pl.col("form").is_in(LEAVES)
        & (pl.col("side") == "left")
        & between.str.contains(FOUGHT)
        & ~between.str.contains(JOINED)
    ).fill_null(False)
