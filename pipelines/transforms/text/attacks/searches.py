"""Raids of the police that search and arrest: the law at work, and no attack in a war."""

import polars as pl

from pipelines.transforms.text.grammar.latin import LATIN

SEARCHED = r"(?i)^(?:raid(?:s|ed|ing)?|search(?:ed|es|ing)?|storm(?:s|ed|ing)?)$"
POLICE = (
    r"(?:police|policem[ae]n|detectives|(?:federal |undercover |intelligence )?agents|inspectors|"
    r"(?:police |security |intelligence )?officers|officials|gendarmes|prosecutors|customs|"
    r"security (?:forces|services?|agents|personnel|agencies)|intelligence services?|authorities)"
)
SOLDIERS = r"(?:troops|soldiers|forces|army|military)"
# Who acts is the word before, but for a place or a day: "police in Goma have raided".
ACTING = (
    rf"(?:[^\S\n](?:in|from|of) (?:[A-Z][{LATIN}-]+ ?){{1,3}})?(?:\s+(?:also|later|then|again|have|"
    r"has|had|were|are|who|on|[A-Z][a-z]+day|[a-z]+ly))*\s*$"
)
SOUGHT_IN = (
    r"homes?|houses?|apartments?|flats?|residences?|offices?|bureaus?|newsrooms?|newspapers?|"
    r"shops?|bookshops?"
)
PREMISES = (
    rf"{SOUGHT_IN}|headquarters of (?:the |an? )?(?:[{LATIN}0-9'-]+ ){{0,3}}(?:party|newspaper|"
    r"union|opposition|broadcaster|channel|company|organi[sz]ation|group)|"
    r"(?:(?:radio|television|tv) )stations?|broadcasters?|"
    r"printing (?:press|house)s?|night ?clubs?|clubs?|bars?|restaurants?|brothels?|casinos?|"
    r"gyms?|pharmac(?:y|ies)|warehouses?|workshops?|factor(?:y|ies)|(?:[a-z]+ )plants?|"
    r"farms?|banks?|compan(?:y|ies)|firms?|dens?"
)
OF_POLICE = rf"(?i)(?-u:\b){POLICE}{ACTING}"
OF_SOLDIERS = rf"(?i)(?-u:\b){SOLDIERS}{ACTING}"
ARTICLE = r"(?:the |an? |its |his |her |their |several |two |three |dozens of |[0-9]+ )?"
BEHIND = rf"(?i)^\s+{ARTICLE}"
NAMING = rf"(?:[{LATIN}0-9'\x{{2019}}-]+ ){{0,3}}?"
BY_POLICE = rf"(?i)^\s+(?:on [A-Z][a-z]+day )?by (?:the |[A-Z]?[a-z]+ )?{POLICE}(?-u:\b)"
WERE = r"(?-u:\b)[^.;]{0,50}(?:was|were|been|being)(?: also| again)? $"
# Somebody was harmed, or fought.
HARMFUL = (
    r"(?i)(?-u:\b)(?:kill[a-z]*|dead|d(?:ied|eaths?)|sho(?:t|ts|oting)|wound[a-z]*|injur[a-z]*|"
    r"opened fire|gun ?(?:fire|battles?|fights?)|fire(?:d|fight)|burn[a-z]*|torch[a-z]*|set fire|"
    r"beat(?:en|ing)?|clash[a-z]*|explo[a-z]*|blew|loot[a-z]*|destroy[a-z]*|militants?|gunm[ae]n|"
    r"rebels?|fighters?|hostages?|siege|insurgents?|hideouts?|terrorists?|tear ?gas|"
    r"execut[a-z]*|massacre[a-z]*)(?-u:\b)"
)
AS_THEY = r"[^.;]{0,60}(?-u:\b)(?:when|while|as)(?: (?:they|it|police|troops|soldiers))?\s*$"


def is_search() -> pl.Expr:
    """True for raids on homes, offices and shops by the police, and by soldiers on homes and
    offices, that tell of nobody harmed. Reads word, before and after."""
    before, after = pl.col("before"), pl.col("after")
    by_police = before.str.contains(OF_POLICE) & after.str.contains(
        rf"{BEHIND}{NAMING}(?:{PREMISES})(?-u:\b)"
    )
    by_soldiers = before.str.contains(OF_SOLDIERS) & after.str.contains(
        rf"{BEHIND}{NAMING}(?:{SOUGHT_IN})(?-u:\b)"
    )
    is_done = after.str.contains(BY_POLICE) & before.str.contains(
        rf"(?i)(?-u:\b)(?:{PREMISES}){WERE}"
    )
    # "After a raid by police on a bar"
    is_raid = pl.col("word").str.contains(r"(?i)^raids?$") & after.str.contains(
        rf"(?i)^ by (?:the )?{POLICE} on {ARTICLE}{NAMING}(?:{PREMISES})(?-u:\b)"
    )
    # "Troops killed two when they raided homes"
    is_harmless = ~after.str.contains(HARMFUL) & ~before.str.contains(rf"{HARMFUL}{AS_THEY}")
    return (
        (is_raid | (pl.col("word").str.contains(SEARCHED) & (by_police | by_soldiers | is_done)))
        & is_harmless
    ).fill_null(False)
