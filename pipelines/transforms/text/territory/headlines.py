"""Fighting told by a noun alone: headlines ("Clashes in X"), "there were clashes in X"."""

import polars as pl

# What may stand before the noun that a headline opens with.
OPENS = (
    r"^\W*(?:[A-Z][A-Za-z ]{1,20}:\s+)?(?:(?:[0-9]+|"
    r"(?i:a|an|the|two|three|four|five|several|many|more|dozens of|scores of|series of|multiple|"
    r"heavy|fierce|violent|renewed|fresh|new|continued|continuous|continuing|intense|ongoing|sporadic|deadly|bloody|major|massive|mass|twin|double|"
    r"armed|street|sectarian|ethnic|tribal|border|overnight|nightly|daily|latest|suspected|aerial|"
    r"artillery|rocket|ground|air|explosive)|[A-Z][a-z]+(?:ian|ish|ese|i|an))\s+){0,3}$"
)
# Between the noun and its place: no capital, so that "in Cabinet over X" has none.
TO_PLACE = (
    r"^,?\s+(?:and\s+[a-z]+\s+)?(?:for\s+(?:[a-z]+\s+){1,3}?(?:day|night|week)s?\s+)?"
    r"(?:(?:erupts?|breaks? out|rages?|flares?(?: up)?|continues?|resumes?|intensif(?:y|ies)|"
    r"escalates?|reported|spreads?)\s+)?(?:in|near|on|at|around|outside|inside|across|"
    r"(?:north|south)?(?:east|west) of|north of|south of)\s+(?:[a-z0-9-]+\s+){0,8}"
    # "in Sudan's El Fasher"
    r"(?:[A-Z][\w.-]+(?: [A-Z][\w.-]+)?['\x{2019}]s?\s+)?$"
)
# Behind the place: the headline ends, or goes on to what else happened.
GOES_ON = (
    r"(?i)^(?:['\x{2019}]s)?(?:\s+(?:area|province|region|district|city|town|village|state|"
    r"mosque|church|hotel|hospital|market|bazaar|school|university|base|checkpoint|embassy|prison|"
    r"stadium|camp|shrine|barracks|police (?:station|post)|headquarters|countryside|oblast|"
    r"suburbs?|outskirts|airport|governorate))*\s*(?:[.,;:\x{2013}\x{2014}-]|$|(?:as|after|while|"
    r"and|amid|between|kills?|leaves?|left|wounds?|injures?|damages?|destroys?|continues?|"
    r"resumes?|intensif(?:y|ies)|escalates?|erupts?|rages?|flares?|enters?|on|today|overnight|"
    r"yesterday|despite|late|early|within|again)(?-u:\b))"
)
# Of these quarrels no party to a war is one.
OF_CROWDS = (
    r"(?i)(?-u:\b)(?:over|fans?|police|protest\w*|students?|supporters|lawmakers|parliament|match|derby|"
    r"team|strikers|unions?|court|rally)(?-u:\b)"
)
# "There were heavy clashes in X", "skirmishes between A and B took place in X"
THERE_WERE = (
    r"(?i)(?-u:\b)(?:there (?:was|were|is|are|(?:has|have|had) been)|(?:sparked|triggered|set off|"
    r"led to|resulted in)|reported)\s+(?:[a-z-]+\s+){0,4}$"
)
TOOK_PLACE = (
    r"(?i)^(?:\s+(?:between|involving|with|in|near|around|outside|at)\s[^;.:]{1,80}?)?\s+"
    r"(?:(?:was|were|is|are|(?:has|have|had)(?: also)? been)\s+)?(?:also |still |again )*"
    r"(?:reported|recorded|under ?way|ongoing|raging|taking place|(?:took|taken) place|occurred|"
    r"happened|broke(?:n)? out|erupt(?:s|ed)|ensued|followed|rag(?:es|ed)|flared(?: up)?|"
    r"continu(?:es?|ed|ing)|resum(?:es?|ed)|intensified|escalated|spread)(?-u:\b)"
)
ASKED = r"\?[\s\"'\x{201d}]*$"


def is_told_of() -> pl.Expr:
    """True for a noun of fighting that is said to have taken place, by no crowd: reads before and
    after."""
    before, after = pl.col("before"), pl.col("after")
    is_there = before.str.contains(THERE_WERE) | after.str.contains(TOOK_PLACE)
    is_there &= ~after.str.contains(ASKED)
    return is_there & ~before.str.contains(OF_CROWDS) & ~after.str.contains(OF_CROWDS)


def opens_headline(before: pl.Expr, between: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for a noun of fighting that opens its sentence and names its place right away.

    between: from the noun to its place; behind: from the place on.
    """
    return (
        before.str.contains(OPENS)
        & between.str.contains(TO_PLACE)
        & ~between.str.contains(OF_CROWDS)
        & behind.str.contains(GOES_ON)
        & ~behind.str.contains(OF_CROWDS)
    )
