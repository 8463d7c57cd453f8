"""What a sentence recalls to tell something else: deeds without a day that are no news."""

import polars as pl

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
LINKED = r"(?i)(?-u:\b)(?:linked|tied)(?-u:\b)[^.;]{0,70}(?-u:\b)(?:to|with) (?:the )?$"
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
    placed = told.join(
        sentences.select("sentence_id", base="start", sentence="text"),
        on="sentence_id",
        how="left",
        maintain_order="left",
    )
    at, upto = pl.col("anchor_start") - pl.col("base"), pl.col("anchor_end") - pl.col("base")
    is_open = pl.col("assertion").is_in(FOUNDING) & pl.col("date_basis").is_in(UNDATED)
    is_read = is_open | pl.col("rule_id").is_in([*NOMINAL, TAKEN_BEFORE])
    ahead = pl.when(is_read).then("sentence").str.slice(0, at).str.tail(REACH)
    behind = pl.col("sentence").str.slice(upto, REACH)
    by_deed = pl.col("rule_id").is_in(NOMINAL) & (
        ahead.str.contains(SINCE_DEED) | ahead.str.contains(LINKED)
    )
    by_deed |= pl.col("rule_id").is_in(NOMINAL) & ahead.str.contains(OF_ANY)
    by_memory = (
        ahead.str.contains(REMEMBERED)
        | ahead.str.contains(TIMES_WHEN)
        | behind.str.contains(LONG_AGO_AFTER)
    )
    by_justice = ahead.str.contains(PUNISHED) | behind.str.contains(TRIED_AFTER)
    # "They have cruelly murdered children": a habit, of no place and no day.
    by_habit = (
        (pl.col("rule_id") == "attack_slay")
        & pl.col("location_id").is_null()
        & ahead.str.contains(HAVE_EVER)
    )
    by_habit |= (
        pl.col("rule_id").is_in(["attack_do", "attack_slain"])
        & pl.col("location_id").is_null()
        & pl.col("location_text").is_null()
        & ahead.str.contains(WHO_HAVE)
    )
    by_habit |= (
        (pl.col("rule_id") == "attack_slay")
        & (pl.col("location_id").str.contains(COUNTRY_ID).fill_null(True))
        & ahead.str.contains(NOTORIOUS)
    )
    by_habit |= ahead.str.contains(SO_THEY_DO)
    word = pl.col("sentence").str.slice(at, upto - at)
    is_wide = pl.col("location_id").str.contains(COUNTRY_ID).fill_null(True)
    by_habit |= is_wide & ahead.str.contains(GOING_ON)
    by_habit |= ahead.str.contains(WHENEVER) & word.str.contains(IN_PRESENT)
    by_habit |= ahead.str.contains(WHEN_IT) & behind.str.contains(TAKES_PLACE)
    # "Information leading to the arrest of the man": he is free.
    is_promise = pl.col("rule_id").is_in(NOMINAL) & ahead.str.contains(SOUGHT)
    # "The country has been taken over by such forces": by nobody known, on no day.
    by_habit |= (
        (pl.col("change_type") == "captured")
        & pl.col("to_actor_id").is_null()
        & pl.col("from_actor_id").is_null()
        & pl.col("location_id").str.contains(COUNTRY_ID)
    )
    # "Put the number of slain guards at nine" counts them.
    is_known_dead = ahead.str.contains(KNOWN_DEAD) & word.str.contains(DEAD)
    by_memory |= is_known_dead & (pl.col("rule_id") != TOLL)
    by_release = (
        (pl.col("rule_id") == TAKEN_BEFORE)
        & (pl.col("harm") == "captured")
        & ahead.str.contains(LET_GO)
    )
    is_recalled = is_open & (by_deed | by_memory | by_justice | by_habit)
    by_revenge = pl.col("rule_id").is_in(NOMINAL) & ahead.str.contains(AVENGING)
    is_recalled |= by_revenge & (pl.col("value_best") == 1)
    is_recalled |= by_release & pl.col("assertion").is_in(FOUNDING)
    is_recalled |= (pl.col("harm") == "missing") & behind.str.contains(FOUND)
    is_adjective = (pl.col("rule_id") == "casualty_adjective") | (at == 0)
    is_freed = (pl.col("harm") == "captured") & is_adjective & behind.str.contains(AND_FREED)
    is_recalled |= is_freed
    is_recalled |= (
        pl.col("sentence").str.slice(0, at).str.tail(REACH).str.contains(LATELY)
        & word.str.contains(DEAD)
    ).fill_null(False)
    # The day that they were freed is not the day that they were taken.
    is_freed |= by_release
    nobody = pl.col("sentence").str.slice(
        pl.col("evidence_start") - pl.col("base"),
        pl.col("evidence_end") - pl.col("evidence_start"),
    )
    is_promise |= (pl.col("rule_id") == "casualty_none") & nobody.str.contains(TO_COME)
    # "The pilot that was killed is alive and well"
    is_alive = (pl.col("harm") == "killed") & behind.str.contains(ALIVE)
    marked = placed.lazy().with_columns(
        assertion=pl.when(is_alive.fill_null(False))
        .then(pl.lit("denied"))
        .when(is_recalled.fill_null(False))
        .then(pl.lit("historical"))
        .when(is_promise.fill_null(False))
        .then(pl.lit("planned"))
        .otherwise("assertion"),
        **undated(is_freed.fill_null(False), "none"),
    )
    return marked.select(told.columns).collect(engine="in-memory")
