"""Words around a trigger of territory that settle what it tells: flags, what went over, where to.

Every pattern is read against the sentence's text before the trigger or after it.
"""

import polars as pl

from pipelines.transforms.text.grammar.latin import LATIN
from pipelines.transforms.text.territory.attempts import FAILED_AFTER, FOILED, STORMING
from pipelines.transforms.text.territory.holding_nouns import CONTROL_BEFORE, is_passing

# Forms of taking, which an attempt turns into a fight.
TAKINGS = ("take", "take_vp", "gain", "siege", "flag", "advance", "gains", "enter")
# What the police foil without a word on whom it was, nobody fought over.
POLICING = r"(?i)(?-u:\b)(?:police|detectives|intelligence|agents|spies|prosecutors) (?:[a-z]+ )?$"
PLOT = r"(?i)^ [^.;,]{0,40}(?-u:\b)(?:plots?|plans?|conspiracy)(?-u:\b)"
FOUGHT_WHEN = (
    r"(?i)(?-u:\b)(?:fighting|clash(?:es)?|combat|battles?|gun ?battles?|gunfights?|firefights?|"
    r"confrontations?|skirmish(?:es)?|shooting)(?-u:\b)[^.;]{0,60}(?-u:\b)(?:when|as|after)\s"
    r"[^.;,]{0,80}$"
)
# "raised the black flag (over A)"
RAISING = (
    r"(?i)(?-u:\b)(?:rais(?:ed?|es|ing)|hoist(?:ed|s|ing)?|plant(?:ed|s|ing)?|unfurl(?:ed|s|ing)?|"
    r"put up)\s+(?:[\w'\x{2019}-]+\s+){0,4}$"
)
# "handed (A over to X)"
OVER_AFTER = r"^\s+(?:[\w'\x{2019}-]+\s+){1,7}?(?:over|back)(?-u:\b)"
# "handed (A to X)"
PLACE_TO = (
    r"^\s+(?:the\s+)?[A-Z][\w'\x{2019}-]+(?:\s+[A-Z][\w'\x{2019}-]+){0,3}"
    r"(?:\s+(?:district|region|province|villages?|town|city|airport|base)){0,2}\s+to\s+"
    r"(?:the\s+)?(?:[A-Z]|rebels|militants|insurgents|government|army|separatists)"
)
# "Overran a post and held it for some hours": not since.
FOR_A_WHILE = (
    r"(?i)^ (?:it|them|the (?:town|village|base|post|outpost|city)) (?:only )?"
    r"(?:for|until|during|briefly)(?-u:\b)"
)
# "advanced (two kilometres in A)"
DISTANCE_AFTER = (
    r"(?i)^\s+(?:[a-z]+ly\s+)?(?:(?:about|some|around|nearly|almost|by|up to|another|a further|"
    r"more than)\s+)*(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|ten|several|a few|"
    r"hundreds of)\s*-?(?:km|kilomet|met(?:er|re)|mile|yards?)"
)
# "After capturing A, X ..." has its subject after it; "Taken by X, A ..." too.
# A dateline opens nothing: "GOMA, DR Congo, 7 May - After capturing A, X ...".
DATELINE_FIRST = r"(?:[A-Z][A-Z' .-]{2,30}(?:[,(][^;]{0,60}?)?\s(?:--|[-\x{2013}\x{2014}])\s)?"
OPENING = (
    rf"^{DATELINE_FIRST}\W*(?i:(?:after|before|by|since|upon|while|having|on)\s+"
    r"(?:having\s+|also\s+)?)?$"
)
OPENING_PASSIVE = rf"^{DATELINE_FIRST}\W*(?i:(?:once|first|briefly|already)\s+)?$"
# "left A in ruins", "left A for talks" tell of no withdrawal.
NOT_LEAVING = (
    r"(?i)^\s+(?:the\s+)?[^,;.:()\"]{2,40}?\s(?:in ruins|in the dark|without|isolated|exposed|"
    r"vulnerable|cut off|reeling|to attend|for (?:talks|a |the |medical|treatment|safety))"
)
# "seized it back"
BACK_AFTER = r"^\s+(?:it|them|the\s+[a-z]+|[A-Z][\w'-]+)\s+back(?-u:\b)"
# "leaving it to the rebels"
LEFT_TO = (
    r"(?i)^\s+(?:it|them|the\s+(?:[a-z]+\s+)?(?:town|city|village|area|base|post|camp|district|"
    r"garrison|position|checkpoint|airport|port)s?)\s+to\s+(?:the\s+)?"
)
# Whoever enters a town on a raid, or beside an aid convoy, takes no ground.
VISITING = (
    r"(?i)(?-u:\b)(?:(?:raid|arrest|detain|search|patrol|parade|visit|escort|inspect|peacekeep|kill|"
    r"burn|loot|torch|abduct|kidnap|shoot|attack|massacr|robb)[a-z]*|briefly|convoys?|aid|"
    r"monitors?|observers?|talks|medics?|journalists?|illegally|disguised|asylum|set fire|"
    r"opened fire|shot|stole)(?-u:\b)|(?-u:\b)(?:who|that|which|if|when|as)\s+$"
)
# "Rebels enter A": the present tense of a headline.
TROOPS_BEFORE = (
    r"(?i)(?-u:\b)(?:army|forces|troops|soldiers|fighters|militias?|militants|insurgents|rebels|"
    r"guerrillas|marines|paratroopers|commandos|tanks)\s+$"
)
# "Support for the rebels (fighting in A)" tells who they are.
FIGHTERS_BEFORE = (
    r"(?i)(?-u:\b)(?:pause|lull|halt|break) (?:in|to)\s+(?:the\s+)?$|"
    r"(?-u:\b)(?:to|for|of|with|from|by|among|behind)\s+(?:[\w'\x{2019}-]+\s+){0,4}?"
    r"(?:army|forces|troops|soldiers|fighters|militias|militants|insurgents|rebels|groups|factions|"
    r"guerrillas|men|volunteers|mercenaries|parties|sides|units|contras)\s+$"
)
# "will never (cede A)": a vow to stay, and no word of what happened.
GIVING = r"^(?:yield|hand|leave|out)_"
VOWED_BEFORE = r"(?i)(?-u:\b)(?:(?:will|would|shall|must|can) ?(?:never|not)|won['\x{2019}]t)\s+$"
# "changed hands (three times)"
AGAIN_AFTER = (
    r"(?i)^\s+(?:[a-z]+\s+){0,3}?(?:times|twice|thrice|repeatedly|again and again|"
    r"back and forth|often|frequently|daily)(?-u:\b)"
)
GROUND_BEFORE = (
    r"(?i)(?-u:\b)(?:districts?|villages?|towns?|city|cities|provinces?|checkpoints?|"
    r"military bases?|outposts?|hills?|heights|territory|positions?|front ?lines?)(?-u:\b)[^.;]*$|"
    # "Kupiansk has changed hands"
    rf"^\W*[A-Z][{LATIN}'\x{{2019}} -]{{1,40}}?\s(?:(?:has|have|had|also|again|since|then)\s)*$"
)
# Whoever enters a town so takes it all the same.
WITHOUT_A_SHOT = (
    r"(?i)\s(?:without (?:firing )?(?:a|any) (?:single )?shots?(?: being fired| fired)?|"
    r"without a shot)(?-u:\b)"
)
# "The town was handed by one to another"
BY_ONE_TO_ANOTHER = r"(?i)^\s+(?:back\s+)?by\s+[^.;,]{2,60}?\sto\s"
# "drove (the rebels back 10 km from A)": they had not been in it.
BACK_SOME_WAY = (
    r"(?i)^\s(?:[^,;.]{0,50}\s)?(?:back\s)?(?:about\s|some\s|nearly\s|more than\s)?"
    r"(?:\d[\d.,]*|an?|two|three|four|five|six|seven|eight|nine|ten|several|a few|dozens of)"
    r"\s?-?(?:km|kilomet|met(?:er|re)s|miles?)(?-u:\b)?[a-z]*\s(?:back\s)?(?:away\s)?(?:from|to|towards)\s"
)
# "threw (the army out of A)": of many meanings but for "out of".
OUSTING = r"(?i)^(?:beat|threw|throws?|ran|squeez(?:ed|es|ing)|hounded|bundled|booted|hustled)$"
HELD_PREFIX = r"[A-Za-z]-$"


# "is largely occupied by X" tells who holds it.
IS_BEFORE = r"(?i)(?-u:\b)(?:is|are|remain(?:s|ed)?)\s+(?:[a-z]+ly\s+|now\s+|still\s+){0,2}$"
# "A, which X captured on Monday"
RELATIVE_BEFORE = (
    r"(?-u:\b)(?:which|that)\s+(?:the\s+)?(?:[\w'\x{2019}-]+\s+){1,5}?(?:(?:had|has|have)\s+)?"
    r"(?:[a-z]+ly\s+|still\s+|also\s+|once\s+)?$"
)
NO_OBJECT_AFTER = (
    r"(?i)^\s*(?:[,.;:)]|$|(?:on|in|from|during|after|before|since|for|by|at|last|late|early|this|"
    r"over|overnight|earlier|two|three|again|until|as|while|and)(?-u:\b))"
)


def is_headline() -> pl.Expr:
    """True where nothing follows that was taken, as in "Kunduz recaptured"."""
    is_perfect = pl.col("before").str.contains(r"(?i)(?-u:\b)(?:has|have|had)\s+(?:[a-z]+\s+)?$")
    return pl.col("after").str.contains(NO_OBJECT_AFTER) & ~is_perfect


def is_occupied() -> pl.Expr:
    """True for 'are occupied', which tells of a state and not of a change."""
    return (
        (pl.col("form") == "taken")
        & (pl.col("text").str.to_lowercase() == "occupied")
        & pl.col("before").str.contains(IS_BEFORE)
    )


def in_frames() -> pl.Expr:
    """True for triggers whose words around allow what they tell.

    Reads voice, before, after, attempt, is_passive and holding_sense.
    """
    voice = pl.col("voice").fill_null("")
    before, after = pl.col("before"), pl.col("after")
    by_police = before.str.contains(POLICING)
    return (
        pl.when(voice.str.contains(GIVING) & before.str.contains(VOWED_BEFORE))
        .then(pl.lit(False))
        .when(pl.col("text").str.to_lowercase() == "fighting")
        .then(~before.str.contains(FIGHTERS_BEFORE))
        .when(voice == "foiled_weak")
        .then(~after.str.contains(PLOT) & (after.str.contains(" on ") | ~by_police))
        .when(voice.str.starts_with("flag_"))
        .then(before.str.contains(RAISING))
        .when(voice.str.starts_with("hand_"))
        .then(
            pl.col("holding_sense").is_not_null()
            | pl.col("is_passive")
            | after.str.contains(OVER_AFTER)
            | after.str.contains(PLACE_TO)
        )
        .when(pl.col("text").str.to_lowercase() == "clash")
        .then(~after.str.contains(r"^\s+of\s"))
        .when(voice.str.starts_with("drive") & after.str.contains(BACK_SOME_WAY))
        .then(pl.lit(False))
        .when(pl.col("text").str.contains(OUSTING))
        .then(after.str.contains(r"^\s[^,;.]{2,50}\sout of\s"))
        .when(voice.str.starts_with("fell"))
        .then(~before.str.contains(CONTROL_BEFORE))
        .when(pl.col("text").str.to_lowercase() == "occupation")
        .then(pl.col("holding_sense").is_not_null())
        .when(voice.str.starts_with("swap"))
        .then(
            after.str.contains(AGAIN_AFTER)
            | before.str.contains(r"(?i)repeatedly\s+$")
            | before.str.contains(GROUND_BEFORE)
        )
        .when(pl.col("text").str.contains(STORMING))
        .then(
            pl.col("attempt").is_not_null()
            & (before.str.contains(FOILED) | after.str.contains(FAILED_AFTER))
        )
        .when(pl.col("text").str.to_lowercase() == "enter")
        .then(
            pl.col("attempt").is_not_null()
            | (before.str.contains(TROOPS_BEFORE) & ~after.str.contains(VISITING))
        )
        .when(voice.str.starts_with("enter"))
        .then(
            ~before.str.contains(VISITING)
            & ~after.str.replace(WITHOUT_A_SHOT, "").str.contains(VISITING)
        )
        .when(voice.str.starts_with("ctl_vp"))
        .then(~after.str.contains(FOR_A_WHILE))
        .when(voice.str.starts_with("gains_bare"))
        .then(after.str.contains(DISTANCE_AFTER))
        .when(voice.str.starts_with("leave"))
        .then(
            ~after.str.contains(NOT_LEAVING) & ~before.str.contains(r"(?i)(?-u:\b)(?:on|sick)\s+$")
        )
        .otherwise(True)
    )


def framed_form() -> pl.Expr:
    """The form of a trigger in its frame, else its own; reads form, before, after, attempt and
    holding_sense."""
    form, before, after = pl.col("form"), pl.col("before"), pl.col("after")
    return (
        pl.when(form.is_in(TAKINGS) & pl.col("attempt").is_not_null())
        .then(pl.lit("attempt"))
        # "Fighting began when rebels entered A": they fight for it.
        .when((form == "enter") & before.str.contains(FOUGHT_WHEN))
        .then(pl.lit("attempt"))
        .when(is_occupied())
        .then(pl.lit("under"))
        .when((form == "given") & after.str.contains(BY_ONE_TO_ANOTHER))
        .then(pl.lit("yielded"))
        .when((form == "leave") & after.str.contains(LEFT_TO))
        .then(pl.lit("left_to"))
        .when(is_passing())
        .then(pl.lit("passing"))
        .when(pl.col("holding_sense") == "lost")
        .then(pl.lit("went_out"))
        .when(pl.col("holding_sense") == "controlled")
        .then(pl.lit("held_under"))
        .when(pl.col("holding_sense").is_not_null())
        .then(pl.lit("came_under"))
        .when(
            form.is_in(["take", "take_vp", "hold"])
            & before.str.contains(RELATIVE_BEFORE)
            & after.str.contains(NO_OBJECT_AFTER)
        )
        .then(pl.when(form == "hold").then(pl.lit("rel_hold")).otherwise(pl.lit("rel_take")))
        # "Two rifles were seized, it added": nothing of ground.
        .when(
            form.is_in(["take", "take_vp", "hold"]) & after.str.contains(r"(?i)^, (?:it|he|she) ")
        )
        .then(pl.lit("attr"))
        .when((form == "hold") & before.str.contains(HELD_PREFIX))
        .then(pl.lit("attr"))
        .when(form.is_in(["take", "take_vp"]) & before.str.contains(OPENING))
        .then(pl.lit("opening"))
        .when((form == "yield") & before.str.contains(OPENING))
        .then(pl.lit("opening_loss"))
        .when((form == "taken") & before.str.contains(OPENING_PASSIVE) & after.str.contains(","))
        .then(pl.lit("opening_taken"))
        .otherwise("form")
    )
