"""Whether a party fits the role of attacker or of attacked beside a word of attack: by where it
stands, what leads to it, what stands between the two, and what it is itself.

Boolean expressions over pairs of an anchor and a party, as `pair` gives them with MARKS.
"""

import polars as pl

from pipelines.transforms.text.attacks.grammar import (
    ACCUSED_OF_BETWEEN,
    ACTING,
    AFTER_BETWEEN,
    AND_BETWEEN,
    ATTACK_BETWEEN,
    BLAMED_BETWEEN,
    BY_WAY,
    HEADLINE_BETWEEN,
    HIT_BETWEEN,
    IN_BETWEEN,
    LEADS_OF_OTHERS,
    NOUNS,
    OF_BETWEEN,
    ON_THING_HIT,
    OTHERS_BETWEEN,
    OWNED_BY,
    OWNER_BETWEEN,
    OWNERS_LEAD,
    RECIPROCAL,
    REPELLED_BETWEEN,
    SUPPORT,
    TARGET_OF_BETWEEN,
    THEIRS_BETWEEN,
    THING_HIT,
)
from pipelines.transforms.text.grammar.attachment import CLAUSE
from pipelines.transforms.text.parties.acted_on import WHO_AHEAD
from pipelines.transforms.text.parties.passing_words import (
    ACCUSES,
    EACH_OTHER,
    OF_UNKNOWN,
    SAID_OF,
    UNCLAIMED,
    tells_of_others,
)

MARKS = (
    "is_armed", "seat", "in_relative", "owns_thing", "is_abroad", "is_owner", "is_acted_on",
    "is_behind_town", "is_second", "is_planter", "is_bystander", "in_who",
)  # fmt: skip
BETWEEN, FORM, SEAT, LEAD = (pl.col(name) for name in ("between", "form", "seat", "lead"))
IS_LEFT, IS_BARE = pl.col("side") == "left", pl.col("lead") == "none"
IS_NOUN = FORM.is_in(NOUNS)
IS_LAND = SEAT.is_in(["country", "town"])
HE_DID = (
    r"(?i)(?-u:\b)(?:said|says|claimed|claims|alleged|alleges|reported|added)(?: that)? "
    r"(?:he|she)(?-u:\b)"
)
# "Seoul fired at Pyongyang", "Kyiv launched drones at Crimea".
TOWNS_DO = ("fire", "throw", "event")
APART = r"[,;:()\x{2013}\x{2014}\x{201c}\"]|\s-\s"
OTHERS_THAT = r"(?i)(?-u:\b)(?:that|which|who)\s+(?:[a-z]+\s+){0,2}$"
# "The air force is still bombing X", "soldiers were shelling Y"
IS_DOING = (
    r"(?i)^\s+(?:(?:that|which|who)\s+)?(?:is|are|was|were|has been|have been|had been)\s+"
    r"(?:(?:[a-z]+ly|also|now|still|again)\s+){0,2}$"
)
RIGHT_BEHIND = (
    r"(?i)^\s+(?:(?:the|an?|some|about|around|at least|more than|nearly|several|its|their|two|"
    r"three|[0-9,]+)\s+){0,3}(?:[a-z-]+\s+)?$"
)
INQUIRING = r"(?i)(?-u:\b)(?:inquir|enquir|investigat|probe|inquest|petition|protest|appeal|hunt)"
AFTER_IT = r"(?i)(?-u:\b)(?:after|following|because of) (?:the|this|that) (?:[a-z0-9]+ ){0,3}$"
# "With rebels launching attacks"
GOES_ON = r"(?i)^ (?:[a-z]+ ){0,2}?[a-z]+ing(?-u:\b)"
OWN_THAT = r"(?i)^\s*,?\s*(?:that|which|who)(?-u:\b)"
OWNING = r"^['\x{2019}][sS]?\s"
# The end of a report's header: who is named in it does nothing in what follows.
HEADER = r"(?i)\[text\]|--\s*\["
# A verb of its own, behind a party.
OTHER_VERB = (
    r"(?i)^\s+(?:(?:has|have|had|was|were|also|later|once|first)\s+)*[a-z]+(?:ed|en|lt|nt)(?-u:\b)"
)
# "The army arrested a man who killed two": he did; who stands right before 'who' did as well.
WHO_BEHIND = r"(?i)^(?:\s+[a-z-]+){0,1},?\s+who\s+(?:[a-z]+\s+)*$"
# "X said the strikes hit the market": X tells of them.
TELLS_OF_A_DEED = (
    r"(?i)(?-u:\b)(?:said|says|reported|claimed|alleged|stated)(?: that)? (?:the|those|these) "
    r"(?:[a-z]+ ){0,2}(?:(?:air|drone) ?)?(?:strikes?|airstrikes?|attacks?|raids?|shelling|"
    r"bombs?|bombings?|bombardment|blasts?|explosions?|shells|rockets?|missiles?|drones?)"
    r"(?-u:\b)[^.;]*$"
)
SAYS = (
    r"(?i)^\s+(?:(?:has|have|had|also|later)\s+)*(?:said|says|say|reported|announced|confirmed|"
    r"claimed|stated|added|alleged|declared)(?-u:\b)"
)
AT_FIRST = r"(?i)(?-u:\b)the (?:beginning|start|opening) of(?-u:\b)"
DOWNED = (
    r"(?i)^\s+(?:(?:was|were|been|being|is|are|has|have|had)\s+)+(?:[a-z]+ly\s+)?"
    r"(?:downed|shot|hit|damaged|destroyed|attacked|brought|lost|forced|captured|seized)(?-u:\b)"
)
# "The police confirmed a bomb exploded": it did by itself.
BOMB_BEFORE = (
    r"(?i)(?-u:\b)(?:an?|the|that|another|one|two|three|four|five|several|some|[0-9]+)\s+"
    r"(?:[a-z0-9-]+\s+){0,3}?(?:bombs?|devices?|mines?|grenades?|explosives?|charges?|shells?|"
    r"rockets?|missiles?)\s+(?:(?:had|has|have)\s+)?(?:[a-z]+ly\s+)?$"
)
WHO_DID = (
    r"(?i)^(?:\s+(?:columns?|units?|patrols?|troops|planes?))?,?\s+(?:who|that|which)\s+"
    r"(?:(?:had|have|has|also|then|later|first)\s+)*[a-z]*\s*(?:an?\s+|two\s+)?$"
)
# "Destroyed two Russian (tanks)"
RIGHT_AHEAD = (
    r"(?i)^\s+(?:(?:the|an?|its|their|several|some|many|[0-9]+|[a-z]+) )?(?:[A-Z][a-z]+ )?$"
)
# What stands between a verb and what is no object of it.
NO_OBJECT = (
    r"(?i)[,;:()]|(?-u:\b)(?:in|at|on|near|from|to|by|with|after|during|amid|over|since|for|when|"
    r"while|and|but|as|before|outside|inside|across|around|along|where|who|that|which)(?-u:\b)"
)


def fits_initiator() -> pl.Expr:
    """By its place and the words between, it may be who attacks."""
    is_event, by = FORM.is_in(["event", "deed"]), LEAD.eq("by")
    by_noun = (
        BETWEEN.str.contains(OWNER_BETWEEN)
        | BETWEEN.str.contains(SUPPORT)
        | (IS_BARE & BETWEEN.str.contains(IS_DOING))
        | (IS_BARE & BETWEEN.str.contains(ACCUSED_OF_BETWEEN))
    )
    of_others = BETWEEN.str.contains(WHO_DID) | (
        pl.col("is_planter") & ~BETWEEN.str.contains(f"{APART}|{CLAUSE}")
    )
    behind_by = (
        ~BETWEEN.str.contains(OTHERS_BETWEEN) | BETWEEN.str.contains(THEIRS_BETWEEN)
    ) & ~BETWEEN.str.contains(f"{HIT_BETWEEN}|{OWNED_BY}")
    return (
        pl.when(IS_LEFT & (FORM == "campaign"))
        .then(BETWEEN.str.contains(SUPPORT) & ~BETWEEN.str.contains(AT_FIRST))
        .when(~IS_LEFT & (FORM == "campaign"))
        .then(BETWEEN.str.contains(THEIRS_BETWEEN))
        .when(~IS_LEFT & is_event & by)
        .then(behind_by)
        .when(~IS_LEFT & (FORM == "event") & ~by)
        .then(BETWEEN.str.contains(BLAMED_BETWEEN))
        .when(IS_LEFT & (FORM == "meeting") & BETWEEN.str.contains(AFTER_BETWEEN))
        .then(pl.lit(True))
        .when(IS_LEFT & LEAD.eq("with") & IS_NOUN)
        .then(BETWEEN.str.contains(SUPPORT) & BETWEEN.str.contains(GOES_ON))
        .when(IS_LEFT & IS_NOUN)
        .then(by_noun)
        .when(IS_LEFT & LEAD.is_in(LEADS_OF_OTHERS))
        .then(of_others)
        .otherwise(IS_LEFT | ~BETWEEN.str.contains(OWNED_BY))
    )


def fits_target() -> pl.Expr:
    """By its place and the words between, it may be who is attacked."""
    of_event = BETWEEN.str.contains(OF_BETWEEN) & (
        ~pl.col("is_armed") | SEAT.is_not_null() | pl.col("is_owner")
    )
    is_object = (
        (IS_BARE & ~BETWEEN.str.replace(BY_WAY, "").str.contains(NO_OBJECT))
        # "Began to attack army posts"
        | (LEAD.eq("to") & BETWEEN.str.contains(RIGHT_BEHIND))
        | (BETWEEN.str.contains(THING_HIT) & SEAT.is_null())
    )
    beside_it = BETWEEN.str.contains(AND_BETWEEN)
    return (
        pl.when(~IS_LEFT & FORM.is_in(["fire", "event"]) & BETWEEN.str.contains(ON_THING_HIT))
        .then(SEAT.is_null())
        .when(LEAD.is_in(["of", "from"]) & (FORM == "fire"))
        .then(pl.lit(False))
        .when(LEAD.eq("from") & (FORM == "event"))
        .then(pl.lit(False))
        .when(LEAD.eq("of") & IS_NOUN)
        .then(of_event)
        .when(FORM.is_in(["done", "slain"]) & IS_LEFT & pl.col("in_who"))
        .then(pl.lit(False))
        .when(FORM.is_in(["done", "slain"]) & LEAD.is_in(OWNERS_LEAD))
        .then(pl.col("owns_thing") & ~BETWEEN.str.contains(APART))
        .when(FORM == "seize")
        .then(IS_BARE | BETWEEN.str.contains(r"(?i)(?-u:\b)parts? of(?-u:\b)"))
        .when(FORM.is_in(["do", "slay"]) & ~IS_LEFT)
        .then(is_object)
        .when(IS_LEFT & (FORM == "event"))
        .then(BETWEEN.str.contains(f"{REPELLED_BETWEEN}|{TARGET_OF_BETWEEN}"))
        .when(IS_BARE & (FORM == "event"))
        .then(BETWEEN.str.contains(HEADLINE_BETWEEN))
        .when(IS_BARE & IS_LEFT & FORM.is_in(RECIPROCAL))
        .then(beside_it | BETWEEN.str.contains(IN_BETWEEN))
        .when((IS_BARE & (FORM == "meeting")) | LEAD.eq("between"))
        .then(beside_it)
        .otherwise(pl.lit(True))
    )


def may_act() -> pl.Expr:
    """It bears arms and nothing between tells that it did something else. A country acts where
    nothing parts it from its verb; a town only where it has an object too."""
    is_apart = BETWEEN.str.contains(APART)
    of_town = (
        (SEAT == "town")
        & IS_LEFT
        & IS_BARE
        & FORM.is_in(TOWNS_DO)
        & ~BETWEEN.str.contains(f"{APART}|{CLAUSE}")
        & (pl.col("n_between") == 0)
    )
    bears_arms = pl.col("is_armed") & (
        SEAT.is_null()
        | (SEAT == "weapon")
        | ((SEAT == "country") & ~(IS_LEFT & is_apart))
        | of_town
    )
    return bears_arms & ~(only_tells() | only_a_place() | does_something_else())


def only_tells() -> pl.Expr:
    """It stands before the words and speaks of what others did."""
    told = pl.when(BETWEEN.str.contains(SAID_OF)).then(BETWEEN.str.replace(SAID_OF, ""))
    is_teller = tells_of_others(told).fill_null(False) | pl.col("is_bystander")
    return IS_LEFT & (
        BETWEEN.str.contains(f"{HEADER}|{UNCLAIMED}|{ACCUSES}|{EACH_OTHER}")
        # "The army said he had tried to stab a soldier": he did.
        | BETWEEN.str.contains(HE_DID)
        # "Launched an inquiry into the killing of X"
        | (IS_NOUN & BETWEEN.str.contains(INQUIRING))
        # "X made its decision after the attack on Y": no deed of X's.
        | ((FORM == "event") & BETWEEN.str.contains(AFTER_IT))
        | ((FORM != "event") & BETWEEN.str.contains(TELLS_OF_A_DEED))
        | (FORM.is_in(ACTING) & (is_teller | BETWEEN.str.contains(OF_UNKNOWN)))
        | ((FORM == "blast") & BETWEEN.str.contains(BOMB_BEFORE))
    )


def only_a_place() -> pl.Expr:
    """A country or town that tells where it was, or whose those are who did it."""
    # "The Nigeria attack killed 30" tells where it was, "the Israel strike in Beirut" whose.
    is_beside = (
        pl.when(IS_NOUN)
        .then(BETWEEN.str.contains(OWNER_BETWEEN))
        .otherwise(BETWEEN.str.contains(ATTACK_BETWEEN))
    )
    is_where = is_beside & ~pl.col("is_abroad") & ~BETWEEN.str.contains(r"^['\x{2019}]")
    # "Kenya has seen attacks that killed nine": Kenya did not.
    is_of_others = BETWEEN.str.contains(OTHERS_THAT) & ~BETWEEN.str.contains(OWN_THAT)
    # "Guatemala's outlawed league claimed the attack": what is the state's did not.
    is_owner = BETWEEN.str.contains(OWNING) & ~BETWEEN.str.contains(OWNER_BETWEEN)
    # "Armed men from Sudan attacked", rockets "fired from Lebanon": no army's.
    is_ground = (SEAT == "country") & (LEAD == "from") & (IS_LEFT | (FORM == "thrown"))
    on_left = (IS_LAND & IS_LEFT & (is_where | is_of_others | is_owner)).fill_null(False)
    return on_left | is_ground.fill_null(False)


def does_something_else() -> pl.Expr:
    """It stands before the words and is the subject or object of another verb."""
    # "Two helicopters were downed in a clash": these did nothing.
    is_downed = ((SEAT == "weapon") & BETWEEN.str.contains(DOWNED)).fill_null(False)
    is_of_other = BETWEEN.str.contains(WHO_AHEAD) & ~BETWEEN.str.contains(WHO_BEHIND)
    # "X and Y attacked": X did, with Y.
    is_second = (
        pl.col("is_second") & ~FORM.is_in(RECIPROCAL) & ~BETWEEN.str.contains(ACCUSED_OF_BETWEEN)
    )
    return IS_LEFT & (
        is_downed
        # "X frees two; gunmen kill five": X did not.
        | BETWEEN.str.contains(";", literal=True)
        | (FORM.is_in(ACTING) & (is_of_other | pl.col("is_acted_on")))
        | (pl.col("in_relative") & BETWEEN.str.contains(OTHER_VERB))
        | is_second
    )


def may_suffer() -> pl.Expr:
    """It is what one attacks: no town, and a weapon only where somebody goes for it ("destroyed two
    Russian tanks")."""
    is_hit = (FORM == "do") & ~IS_LEFT & BETWEEN.str.contains(RIGHT_AHEAD)
    is_thing = ((SEAT == "town") | ((SEAT == "weapon") & ~is_hit)).fill_null(False)
    # "Sudan: hospital shelled"
    is_head = ((SEAT == "country") & IS_LEFT & BETWEEN.str.starts_with(":")).fill_null(False)
    by_blast = ((SEAT == "country") & FORM.is_in(["blast", "blasted"])).fill_null(False)
    # "Police said a school was attacked", "X nears A; market bombed"
    is_before = IS_LEFT & (BETWEEN.str.contains(SAYS) | BETWEEN.str.contains(";", literal=True))
    # "Fired mortars at Kutum, Sudan": at the town.
    return ~(is_thing | is_head | by_blast | is_before | pl.col("is_behind_town"))
