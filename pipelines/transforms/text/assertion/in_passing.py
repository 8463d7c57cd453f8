"""What a sentence recalls to tell something else: deeds without a day that are no news."""

import polars as pl

from pipelines.transforms.text.assertion.held_before import was_held_before
from pipelines.transforms.text.assertion.undated import undated
from schemas.vocab import FOUNDING

NOMINAL = ["casualty_deaths_of", "casualty_killing_of"]
TOLL = "casualty_toll"
UNDATED = ("reference", "said", "carried", "none")
REACH = 140
# "Shortly after the murder of two judges": what the sentence is about came later.
SINCE_DEED = (
    r"(?i)(?-u:\b)(?:after|before|since|following|until|in the wake of|prior to)(?-u:\b)"
    r"(?: [A-Za-z.'\x{2019}-]+){0,5} ?$"
)
REMEMBERED = (
    r"(?i)(?-u:\b)(?:I|we|he|she|they|who)(?: [a-z]+)? (?:remembers?|recalls?|recalled|remembered)"
    r"(?-u:\b)[^;:]*$|"
    r"(?-u:\b)responsible for (?:at least |more than )?(?:[a-z0-9]+ ){0,2}"
    r"(?:other|more|previous|earlier|numerous|countless|dozens of|many) $|"
    r"(?-u:\b)(?:asked about|ask(?:ed|s) who (?:had|has)|same [a-z]+ (?:that|which|who))(?-u:\b)"
    r"[^.;:]*$|"
    r"(?-u:\b)(?:told|testified (?:before|to|in|at)) (?:the|an?|his|her|their) (?:[a-z]+ )?"
    r"(?:court|tribunal|trial|judges?|jury|inquiry|hearing)(?-u:\b)[^.;:]*$|"
    r"(?-u:\b)anniversary of [^,;.:]{1,80}(?:,? (?:in which|when|where|which|that)(?-u:\b)"
    r"[^.;:]*)?$|"
    r"(?-u:\b)anniversary(?-u:\b)[^;:]*(?-u:\b)(?:names? of|remember[a-z]*|mourn[a-z]*|"
    r"hono[u]?r[a-z]*|tributes?|commemorat[a-z]*|memorial|vigils?|wreaths?)(?-u:\b)[^;:]*$|"
    r"(?-u:\b)(?:veterans of|(?:statue|monument|bust) (?:of|to)|named (?:for|after)|"
    r"referr(?:ed|ing) to the|mothers of the)(?-u:\b)[^.;:]{0,80}$"
)
# "Gunmen avenging the death of their leader": his death is why, and was before.
AVENGING = (
    r"(?i)(?-u:\b)(?:aveng(?:e[sd]?|ing)|mourn(?:s|ed|ing)?|(?:revenge|retaliation|reprisals?|"
    r"vengeance|retribution) (?:for|over|after)|retaliat(?:e|ed|es|ing) for)"
    r"(?: [A-Za-z.'\x{2019}-]+){0,4} ?$"
)
# Who is set free was taken before: "rescued 31 kidnapped villagers".
TAKEN_BEFORE = "casualty_adjective"
LET_GO = (
    r"(?i)(?-u:\b)(?:rescu(?:ed?|es|ing)|free(?:d|s|ing)?|releas(?:ed?|es|ing)|"
    r"liberat(?:ed?|es|ing)|exchang(?:ed?|es|ing)|swap(?:ped|s|ping)?|"
    r"hand(?:ed|s|ing)? (?:over|back)|return(?:ed|s|ing)?|repatriat(?:ed?|es|ing)|"
    r"receiv(?:ed?|es|ing)|transferr?(?:ed|s|ing))"
    r"(?-u:\b)[^.;,]{0,50}$"
)
PUNISHED = (
    r"(?i)(?-u:\b)(?:on trial|under trial|wanted|pardon[a-z]*|amnesty|amnestied|acquit[a-z]*|"
    r"extradit[a-z]*|jailed|imprisoned|serv(?:ed|ing) (?:[a-z0-9-]+ ){1,3}(?:years?|months))"
    r"(?-u:\b)[^.;]{0,25}(?-u:\b)(?:for|over|who|of|covers?|covering|in connection with)"
    r"(?-u:\b)[^.;]{0,45}$"
)
LINKED = (
    r"(?i)(?-u:\b)(?:linked|tied)(?-u:\b)[^.;]{0,70}(?-u:\b)(?:to|with) (?:the )?$|"
    # "Where the ransom from the kidnapping had gone"
    r"(?-u:\b)ransoms?(?: money)? (?:from|for|paid (?:for|after|in)) (?:the )?$"
)
# "Outrages like those when a bishop was killed": a deed that only tells of its time.
TIMES_WHEN = (
    r"(?i)(?-u:\b)(?:those|days?|times?|eras?|years|decades?|moments?|occasions?,?) "
    r"when(?-u:\b)[^.;:]*$"
)
# "Even the murder of a judge is an attack on us all" is said of any murder.
OF_ANY = r"(?i)(?-u:\b)(?:even|any|every|each|no)(?: the)? $"
# "No one will be harmed", they promise.
TO_COME = r"(?i)(?-u:\b)(?:will|would|shall|should|must|(?-i:may)|might|can|could|to be)(?-u:\b)"
# "They have increased their raids by killing farmers": so they do.
SO_THEY_DO = (
    r"(?i)(?-u:\b)(?:has|have)(?: [a-z]+ly)? (?:(?:increased|intensified|stepped up|escalated)"
    r"(?-u:\b)[^.;]{0,80} by|(?:concentrated|focused)(?-u:\b)[^.;]{0,40}) $"
)
# "They have continued their attacks against the country", nowhere and on no day.
GOING_ON = r"(?i)(?-u:\b)(?:has|have) (?:continued|kept up|pursued) (?:its|their) (?:[a-z]+ ){0,2}$"
COUNTRY_ID = r"^[A-Z]{3}$"
# "When troops capture rebels, they question them": so they always do.
WHENEVER = r"(?i)(?:^|[\],;:] ?)(?:when|whenever|every time|each time)(?-u:\b)[^.;,]*$"
WHEN_IT = r"(?i)(?-u:\b)(?:when|whenever|wherever|if)(?: the)? $"
TAKES_PLACE = r"(?i)^ (?:takes? place|occurs?|happens?|breaks? out|goes on|is)(?-u:\b)"
ALIVE = (
    r"(?i)^(?: (?:in|near|at|on) [a-z' -]{1,30}?)?,? (?:is|was|are|were) "
    r"(?:still |in fact )?alive(?-u:\b)"
)
# "Eleven of the 40 missing girls were found": those are missed no more.
FOUND = (
    r"(?i)^(?: [a-z]+){0,3} (?:have been|has been|was|were)(?: [a-z]+ly| since| later)? "
    r"(?:found|rescued|freed|released|located|recovered|traced|returned)(?-u:\b)"
)
# "Six kidnapped students were rescued": taken on another day.
AND_FREED = (
    r"(?i)^(?: [a-z'-]+){0,5}? (?:(?:was|were|are|is|has been|have been|had been) )?(?:[a-z]+ly )?"
    r"(?:freed|released|rescued|recovered|liberated|set free|let go|exchanged|swapped|paraded|"
    r"returned|reunited|escaped?|found)(?-u:\b)"
)
SOUGHT = (
    r"(?i)(?-u:\b)(?:(?:information|clues?|evidence|tips?)(?: [a-z]+){0,3} (?:leading|leads?) to|"
    r"(?:warrants?|orders?|rewards?|bounty|request|call(?:s|ed)?) for|ordered|demanded|requested)"
    r"(?: the)? $"
)
IN_PRESENT = (
    r"(?i)^(?:kill|capture|murder|arrest|attack|shoot|wound|abduct|kidnap|execute|torture|detain|"
    r"massacre|bomb|shell|ambush)s?$"
)
# "To honour assassinated Senator Ruiz": whom all know to be dead.
KNOWN_DEAD = r"(?i)(?-u:\b)(?:of|to|for|by|with|late|about|on|from|like|hono[u]?r|remember) $"
DEAD = r"(?i)^(?:assassinated|murdered|slain|martyred|executed|kidnapped|abducted)$"
# "Whose leader was the recently murdered Ruiz": on another day than what it is told beside.
LATELY = (
    r"(?i)(?-u:\b)(?:the|an?|their|his|her|our|of|for|to|by|with|like|about) "
    r"(?:recently|lately|previously|already) $"
)
HAVE_EVER = r"(?i)(?-u:\b)(?:has|have)(?: [a-z]+ly| also| always| often)? $"
# "Cowards who have attacked the people", "those who have been abducted": whoever they are.
WHO_HAVE = (
    r"(?i)(?-u:\b)(?:who|that) (?:has|have)(?: been)?(?: [a-z]+ly| also| always| often)? $|"
    r"(?-u:\b)(?:has|have)(?: been)? (?:treacherously|systematically|repeatedly|constantly|"
    r"continually|continuously|brutally|cruelly|viciously|always|often|deliberately) $"
)
# "Private armies blamed for killing villagers": so they are known.
NOTORIOUS = r"(?i)(?-u:\b)(?:blamed|known|notorious|infamous|feared) for(?: [a-z]+ly)? $"
TRIED_AFTER = (
    r"(?i)^[^.;]{0,80}(?-u:\b)(?:now|currently|already|who (?:is|are)) (?:on|under|awaiting|facing)"
    r" trial(?-u:\b)"
)
LONG_AGO_AFTER = (
    r"(?i)^[^.;]{0,60}(?-u:\b)when (?:he|she|they|I) (?:was|were) (?:still )?(?:an? )?"
    r"(?:child|children|boy|girl|baby|student|young|teenager|[a-z0-9-]+ years old)(?-u:\b)"
)


def pass_over(told: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Claims with no day of their own that their sentence only recalls become historical.

    told: claims with sentence_id, anchor_start, anchor_end, rule_id, date_basis and assertion; the
    same columns come back.
    """
    is_undated = pl.col("assertion").is_in(FOUNDING) & pl.col("date_basis").is_in(UNDATED)
    is_read = is_undated | pl.col("rule_id").is_in([*NOMINAL, TAKEN_BEFORE])
    placed = with_words(told, sentences, is_read)
    is_background = pl.any_horizontal(is_deed_before(), is_remembered(), is_on_trial(), is_habit())
    # The day that they were freed is not the day that they were taken.
    is_freed, is_over = is_freed_since() | is_released(), was_held_before()
    is_recalled = pl.any_horizontal(
        is_undated & is_background,
        is_avenged(),
        is_released() & pl.col("assertion").is_in(FOUNDING),
        (pl.col("harm") == "missing") & pl.col("behind").str.contains(FOUND),
        is_freed_since(),
        is_over,
        pl.col("right_ahead").str.contains(LATELY) & pl.col("word").str.contains(DEAD),
    )
    # "The pilot that was killed is alive and well"
    is_alive = (pl.col("harm") == "killed") & pl.col("behind").str.contains(ALIVE)
    marked = placed.lazy().with_columns(
        assertion=pl.when(is_alive.fill_null(False))
        .then(pl.lit("denied"))
        .when(is_recalled.fill_null(False))
        .then(pl.lit("historical"))
        .when(is_promised().fill_null(False))
        .then(pl.lit("planned"))
        .otherwise("assertion"),
        **undated((is_freed | is_over).fill_null(False), "none"),
    )
    return marked.select(told.columns).collect(engine="in-memory")


def with_words(told: pl.DataFrame, sentences: pl.DataFrame, is_read: pl.Expr) -> pl.DataFrame:
    """Add what the sentence says ahead of the word of the deed (right_ahead; ahead, of those that
    are to be read), behind it, the word itself and the evidence (quoted)."""
    base = pl.col("base")
    at, upto = pl.col("anchor_start") - base, pl.col("anchor_end") - base
    return told.join(
        sentences.select("sentence_id", base="start", sentence="text"),
        on="sentence_id",
        how="left",
        maintain_order="left",
    ).with_columns(
        ahead=pl.when(is_read).then("sentence").str.slice(0, at).str.tail(REACH),
        right_ahead=pl.col("sentence").str.slice(0, at).str.tail(REACH),
        behind=pl.col("sentence").str.slice(upto, REACH),
        word=pl.col("sentence").str.slice(at, upto - at),
        opens=at == 0,
        quoted=pl.col("sentence").str.slice(
            pl.col("evidence_start") - base, pl.col("evidence_end") - pl.col("evidence_start")
        ),
    )


def is_deed_before() -> pl.Expr:
    """A deed by its noun, after which came what is told, or that any such deed would be."""
    ahead = pl.col("ahead")
    return pl.col("rule_id").is_in(NOMINAL) & (
        ahead.str.contains(SINCE_DEED) | ahead.str.contains(LINKED) | ahead.str.contains(OF_ANY)
    )


def is_remembered() -> pl.Expr:
    """Deeds that somebody remembers, testifies of or honours the dead of."""
    ahead = pl.col("ahead")
    is_known_dead = ahead.str.contains(KNOWN_DEAD) & pl.col("word").str.contains(DEAD)
    return (
        ahead.str.contains(REMEMBERED)
        | ahead.str.contains(TIMES_WHEN)
        | pl.col("behind").str.contains(LONG_AGO_AFTER)
        # "Put the number of slain guards at nine" counts them.
        | (is_known_dead & (pl.col("rule_id") != TOLL))
    )


def is_on_trial() -> pl.Expr:
    """Deeds for which somebody is tried, wanted or pardoned."""
    return pl.col("ahead").str.contains(PUNISHED) | pl.col("behind").str.contains(TRIED_AFTER)


def is_habit() -> pl.Expr:
    """What they always do, of no place and no day: "they have cruelly murdered children"."""
    ahead, rule, place = pl.col("ahead"), pl.col("rule_id"), pl.col("location_id")
    is_placeless = place.is_null() & pl.col("location_text").is_null()
    is_wide = place.str.contains(COUNTRY_ID).fill_null(True)
    is_slaying = rule == "attack_slay"
    # "The country has been taken over by such forces": by nobody known, on no day.
    by_nobody = (
        (pl.col("change_type") == "captured")
        & pl.col("to_actor_id").is_null()
        & pl.col("from_actor_id").is_null()
        & place.str.contains(COUNTRY_ID)
    )
    return (
        (is_slaying & place.is_null() & ahead.str.contains(HAVE_EVER))
        | (rule.is_in(["attack_do", "attack_slain"]) & is_placeless & ahead.str.contains(WHO_HAVE))
        | (is_slaying & is_wide & ahead.str.contains(NOTORIOUS))
        | ahead.str.contains(SO_THEY_DO)
        | (is_wide & ahead.str.contains(GOING_ON))
        | (ahead.str.contains(WHENEVER) & pl.col("word").str.contains(IN_PRESENT))
        | (ahead.str.contains(WHEN_IT) & pl.col("behind").str.contains(TAKES_PLACE))
        | by_nobody
    )


def is_avenged() -> pl.Expr:
    """One death that is why something is done."""
    is_why = pl.col("rule_id").is_in(NOMINAL) & pl.col("ahead").str.contains(AVENGING)
    return is_why & (pl.col("value_best") == 1)


def is_released() -> pl.Expr:
    """ "Rescued 31 kidnapped villagers": taken before."""
    is_taken = (pl.col("rule_id") == TAKEN_BEFORE) & (pl.col("harm") == "captured")
    return is_taken & pl.col("ahead").str.contains(LET_GO)


def is_freed_since() -> pl.Expr:
    """ "Six kidnapped students were rescued": taken on another day."""
    is_adjective = (pl.col("rule_id") == TAKEN_BEFORE) | pl.col("opens")
    return (pl.col("harm") == "captured") & is_adjective & pl.col("behind").str.contains(AND_FREED)


def is_promised() -> pl.Expr:
    """ "Information leading to the arrest of the man": he is free; "no one will be harmed"."""
    is_sought = pl.col("rule_id").is_in(NOMINAL) & pl.col("ahead").str.contains(SOUGHT)
    is_none = pl.col("rule_id") == "casualty_none"
    return is_sought | (is_none & pl.col("quoted").str.contains(TO_COME))
