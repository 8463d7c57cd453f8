"""Attachment for attacks: who attacks and who is attacked by each word of an attack."""

import polars as pl

from pipelines.transforms.text.attacks.grammar import (
    ACCUSED_OF_BETWEEN,
    ACTING,
    AFTER_BETWEEN,
    AND_BETWEEN,
    ATTACK_BETWEEN,
    ATTACK_RULES,
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
from pipelines.transforms.text.attacks.passed_over import PARTY, pass_over_targets
from pipelines.transforms.text.grammar.attachment import CLAUSE, pair, price, settle
from pipelines.transforms.text.parties.acted_on import WHO_AHEAD
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.parties.neighbours import STATE_FORCES
from pipelines.transforms.text.parties.passing_words import (
    ACCUSES,
    EACH_OTHER,
    OF_UNKNOWN,
    SAID_OF,
    UNCLAIMED,
    tells_of_others,
)

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


def attach_parties(
    anchors: pl.DataFrame, parties: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """trigger_id, role, candidate_id: who attacks and who is attacked."""
    pairs = pair(
        anchors.with_columns(anchor_id="trigger_id"), parties, ATTACK_RULES, sentences
    ).join(
        parties.select(
            "candidate_id",
            "is_armed",
            "seat",
            "in_relative",
            "owns_thing",
            "is_abroad",
            "is_owner",
            "is_acted_on",
            "is_behind_town",
            "is_second",
            "is_planter",
            "is_source",
        ),
        on="candidate_id",
    )
    between, form, seat = pl.col("between"), pl.col("form"), pl.col("seat")
    is_left = pl.col("side") == "left"
    is_initiator = pl.col("role") == "initiator"
    is_bare = pl.col("lead") == "none"
    fits = (
        pl.when(is_initiator & is_left & (form == "campaign"))
        .then(between.str.contains(SUPPORT) & ~between.str.contains(AT_FIRST))
        .when(is_initiator & ~is_left & (form == "campaign"))
        .then(between.str.contains(THEIRS_BETWEEN))
        .when(is_initiator & ~is_left & form.is_in(["event", "deed"]) & pl.col("lead").eq("by"))
        .then(
            (~between.str.contains(OTHERS_BETWEEN) | between.str.contains(THEIRS_BETWEEN))
            & ~between.str.contains(f"{HIT_BETWEEN}|{OWNED_BY}")
        )
        .when(is_initiator & ~is_left & (form == "event") & ~pl.col("lead").eq("by"))
        .then(between.str.contains(BLAMED_BETWEEN))
        .when(is_initiator & is_left & (form == "meeting") & between.str.contains(AFTER_BETWEEN))
        .then(pl.lit(True))
        .when(is_initiator & is_left & pl.col("lead").eq("with") & form.is_in(NOUNS))
        .then(between.str.contains(SUPPORT) & between.str.contains(GOES_ON))
        .when(is_initiator & is_left & form.is_in(NOUNS))
        .then(
            between.str.contains(OWNER_BETWEEN)
            | between.str.contains(SUPPORT)
            | (is_bare & between.str.contains(IS_DOING))
            | (is_bare & between.str.contains(ACCUSED_OF_BETWEEN))
        )
        .when(is_initiator & is_left & pl.col("lead").is_in(LEADS_OF_OTHERS))
        .then(
            between.str.contains(WHO_DID)
            | (pl.col("is_planter") & ~between.str.contains(f"{APART}|{CLAUSE}"))
        )
        .when(is_initiator)
        .then(is_left | ~between.str.contains(OWNED_BY))
        .when(~is_left & form.is_in(["fire", "event"]) & between.str.contains(ON_THING_HIT))
        .then(seat.is_null())
        .when(pl.col("lead").is_in(["of", "from"]) & (form == "fire"))
        .then(pl.lit(False))
        .when(pl.col("lead").eq("from") & (form == "event"))
        .then(pl.lit(False))
        .when(pl.col("lead").eq("of") & form.is_in(NOUNS))
        .then(
            between.str.contains(OF_BETWEEN)
            & (~pl.col("is_armed") | pl.col("seat").is_not_null() | pl.col("is_owner"))
        )
        .when(form.is_in(["done", "slain"]) & pl.col("lead").is_in(OWNERS_LEAD))
        .then(pl.col("owns_thing") & ~between.str.contains(APART))
        .when(form == "seize")
        .then(is_bare | between.str.contains(r"(?i)(?-u:\b)parts? of(?-u:\b)"))
        .when(form.is_in(["do", "slay"]) & ~is_left)
        .then(
            (is_bare & ~between.str.replace(BY_WAY, "").str.contains(NO_OBJECT))
            # "Began to attack army posts"
            | (pl.col("lead").eq("to") & between.str.contains(RIGHT_BEHIND))
            | (between.str.contains(THING_HIT) & pl.col("seat").is_null())
        )
        .when(is_left & (form == "event"))
        .then(between.str.contains(f"{REPELLED_BETWEEN}|{TARGET_OF_BETWEEN}"))
        .when(is_bare & (form == "event"))
        .then(between.str.contains(HEADLINE_BETWEEN))
        .when(is_bare & is_left & form.is_in(RECIPROCAL))
        .then(between.str.contains(AND_BETWEEN) | between.str.contains(IN_BETWEEN))
        .when((is_bare & (form == "meeting")) | pl.col("lead").eq("between"))
        .then(between.str.contains(AND_BETWEEN))
        .otherwise(pl.lit(True))
    )
    # A country acts where nothing parts it from its verb; a town only where it has an object too.
    may_act = pl.col("is_armed") & (
        seat.is_null()
        | (seat == "weapon")
        | ((seat == "country") & ~(is_left & between.str.contains(APART)))
        | (
            (seat == "town") & is_left & is_bare & form.is_in(TOWNS_DO)
            & ~between.str.contains(f"{APART}|{CLAUSE}") & (pl.col("n_between") == 0)
        )
    )  # fmt: skip
    may_act &= ~(is_left & between.str.contains(f"{HEADER}|{UNCLAIMED}|{ACCUSES}|{EACH_OTHER}"))
    # "Two helicopters were downed in a clash": these did nothing.
    may_act &= ~((seat == "weapon") & is_left & between.str.contains(DOWNED)).fill_null(False)
    # "The army said he had tried to stab a soldier": he did.
    may_act &= ~(is_left & between.str.contains(HE_DID))
    # "Launched an inquiry into the killing of X"
    may_act &= ~(is_left & form.is_in(NOUNS) & between.str.contains(INQUIRING))
    # "X made its decision after the attack on Y": no deed of X's.
    may_act &= ~(is_left & (form == "event") & between.str.contains(AFTER_IT))
    # "X frees two; gunmen kill five": X did not.
    may_act &= ~(is_left & between.str.contains(";", literal=True))
    may_act &= ~(is_left & (form != "event") & between.str.contains(TELLS_OF_A_DEED))
    told = pl.when(between.str.contains(SAID_OF)).then(between.str.replace(SAID_OF, ""))
    is_teller = tells_of_others(told).fill_null(False) | pl.col("is_source")
    may_act &= ~(is_left & form.is_in(ACTING) & (is_teller | between.str.contains(OF_UNKNOWN)))
    may_act &= ~(is_left & (form == "blast") & between.str.contains(BOMB_BEFORE))
    # "The Nigeria attack killed 30" tells where it was, "the Israel strike in Beirut" whose.
    is_beside = pl.when(form.is_in(NOUNS)).then(between.str.contains(OWNER_BETWEEN))
    is_beside = is_beside.otherwise(between.str.contains(ATTACK_BETWEEN))
    is_where = seat.is_in(["country", "town"]) & is_left & is_beside & ~pl.col("is_abroad")
    may_act &= ~(is_where & ~between.str.contains(r"^['\x{2019}]")).fill_null(False)
    # "Kenya has seen attacks that killed nine": Kenya did not.
    is_of_others = between.str.contains(OTHERS_THAT) & ~between.str.contains(OWN_THAT)
    may_act &= ~(seat.is_in(["country", "town"]) & is_left & is_of_others).fill_null(False)
    # "Guatemala's outlawed league claimed the attack": what is the state's did not.
    is_owner = seat.is_in(["country", "town"]) & is_left & between.str.contains(OWNING)
    may_act &= ~(is_owner & ~between.str.contains(OWNER_BETWEEN)).fill_null(False)
    # "Armed men from Sudan attacked" are not its army.
    # Nor are rockets "fired from Lebanon" its army's.
    is_ground = (seat == "country") & (pl.col("lead") == "from")
    may_act &= ~(is_ground & (is_left | (form == "thrown"))).fill_null(False)
    is_of_other = between.str.contains(WHO_AHEAD) & ~between.str.contains(WHO_BEHIND)
    may_act &= ~(is_of_other & is_left & form.is_in(ACTING))
    may_act &= ~(pl.col("is_acted_on") & is_left & form.is_in(ACTING))
    may_act &= ~(pl.col("in_relative") & is_left & between.str.contains(OTHER_VERB))
    # "X and Y attacked": X did, with Y.
    may_act &= ~(
        pl.col("is_second")
        & is_left
        & ~form.is_in(RECIPROCAL)
        & ~between.str.contains(ACCUSED_OF_BETWEEN)
    )
    # Weapons suffer where somebody goes for them: "destroyed two Russian tanks".
    is_hit = (form == "do") & ~is_left & between.str.contains(RIGHT_AHEAD)
    may_suffer = ~((seat == "town") | ((seat == "weapon") & ~is_hit)).fill_null(False)
    # "Fired mortars at Kutum, Sudan": at the town.
    may_suffer &= ~pl.col("is_behind_town")
    # "Sudan: hospital shelled", "X nears A; market bombed"
    may_suffer &= ~((seat == "country") & is_left & between.str.starts_with(":")).fill_null(False)
    may_suffer &= ~(is_left & between.str.contains(";", literal=True))
    # "Police said a school was attacked"
    may_suffer &= ~(is_left & between.str.contains(SAYS))
    may_suffer &= ~((seat == "country") & form.is_in(["blast", "blasted"])).fill_null(False)
    priced = price(pairs.filter(fits & pl.when(is_initiator).then(may_act).otherwise(may_suffer)))
    return settle(priced).select("role", "candidate_id", trigger_id="anchor_id")


def with_parties(anchors: pl.DataFrame, roles: pl.DataFrame, parties: pl.DataFrame) -> pl.DataFrame:
    """Anchors with the parties of each role: id, type, offsets; of two that clash the first named
    acts."""
    told = anchors
    for role in ("initiator", "target"):
        filled = (
            roles.filter(pl.col("role") == role)
            .join(parties, on="candidate_id")
            .select(
                "trigger_id",
                **{
                    f"{role}_no": "candidate_id", f"{role}_id": "actor_id",
                    f"{role}_type": "actor_type", f"{role}_start": "start", f"{role}_end": "end",
                    f"{role}_seat": "seat", f"{role}_is_people": "is_people",
                    f"{role}_is_armed": "is_armed",
                },
            )
        )  # fmt: skip
        told = told.join(filled, on="trigger_id", how="left", maintain_order="left")
    told = told.with_columns(part_rebels(role) for role in ("initiator", "target"))
    is_same = (pl.col("initiator_no") == pl.col("target_no")) | (
        pl.col("initiator_id") == pl.col("target_id")
    )
    told = told.with_columns(
        pl.when(~is_same.fill_null(False)).then(name).alias(name)
        for name in told.columns
        if name.startswith("target_")
    ).drop("initiator_is_people", "target_is_people")
    is_turned = pl.col("form").is_in(RECIPROCAL) & (
        pl.col("target_start") < pl.col("initiator_start")
    ).fill_null(False)
    turned = told.with_columns(
        pl.when(is_turned)
        .then(f"{other}_{name}")
        .otherwise(f"{role}_{name}")
        .alias(f"{role}_{name}")
        for role, other in (("initiator", "target"), ("target", "initiator"))
        for name in PARTY
    )
    return pass_over_targets(turned).with_columns(
        initiator_id=pl.coalesce("initiator_id", "owner_id"),
        has_initiator=pl.col("initiator_no").is_not_null() | pl.col("owner_id").is_not_null(),
        has_target=pl.col("target_no").is_not_null(),
    )


def part_rebels(role: str) -> pl.Expr:
    """The id of a role; "rebels attacked X positions": these are not X's, whomever the article
    calls rebels."""
    other = "target" if role == "initiator" else "initiator"
    is_both = (
        (pl.col("initiator_id") == pl.col("target_id"))
        & (pl.col("initiator_no") != pl.col("target_no"))
        & ~pl.col("target_id").str.starts_with(STATE_FORCES)
        & pl.col(f"{role}_is_people")
        & ~pl.col(f"{other}_is_people")
    ).fill_null(False)
    return pl.when(is_both).then(pl.lit(UNIDENTIFIED)).otherwise(f"{role}_id").alias(f"{role}_id")
