"""Harm that no armed conflict did: disasters, accidents, disease, crime without an armed party."""

from collections.abc import Mapping

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.calendar_words import MONTH
from pipelines.transforms.text.grammar.signs import fill, sign_words
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.runs import last_known

CAUSES = ("disaster", "accident", "disease", "sport")
CRIME = "crime"
# Harms that disasters and accidents do.
HARMS = (
    "killed", "wounded", "killed_or_wounded", "missing", "displaced", "casualties_unquantified",
)  # fmt: skip
GROUND = ("territory_change", "contested")
HARM_WORDS = (*HARMS, "captured", "casualties")
SHOT = r"(?i)^shot$"
ATTACKS = ("attack", "contested", "happening")
# Whose ground it is says nothing of what happened there: "in rebel-held Idlib".
HELD = r"(?i)(?-u:\b)[\w-]+-(?:held|controlled|run|ruled|occupied)(?-u:\b)"
# Ways of harm that accidents have too.
BLAST = r"(?i)^(?:explosions?|explod(?:e|es|ed|ing)|blasts?|fires?|blew up|burn(?:ed|t|ing)?)$"
# Sentences over which a cause named goes on being the cause.
REACH = 4
ARREST = r"(?i)^(?:the )?(?:re)?(?:arrest|captur|detain|apprehend|seiz)"
# A crash kills those aboard by itself, whatever they carried, unless somebody brought it about.
CRASHED = (
    r"(?i)(?-u:\b)(?:crashed|capsized|"
    r"(?:boat|ferry|ship|vessel|canoe|dinghy|raft)s? (?:[^.;]{0,60} )?sank|"
    r"overturned|collided|derailed|plunged|skidded)[^.;]{0,70}"
    r"(?-u:\b)(?:killing|leaving|injuring|wounding) ?$|"
    # "An army truck crash kills five"
    r"(?-u:\b)(?:crash|collision|pile-?up|plunge|rollover) (?:(?:that|which|has|have|had) )*"
    r"(?:kill|injur|wound|hurt|leav|left|claim)[a-z]* ?$"
)
# "A bus that had been ambushed last month": not when it overturned; a plane crashes of it.
ONCE_HIT = (
    r"(?i)(?-u:\b)(?:(?:mini)?bus(?:es)?|coach|cars?|tax(?:i|is)|trucks?|lorr(?:y|ies)|vans?|"
    r"vehicles?|trains?|tankers?|ambulances?|jeeps?|motorcycles?|ferr(?:y|ies)|boats?)"
    r"(?: [^.;,]{1,40}?)?,? (?:that|which) "
    r"(?:had been|was|were|had come|came) [^.;]{0,40}?(?:ambush|attack|hit|"
    rf"fire|shot|bomb|shell|target)[^.;,]{{0,40}}?(?-u:\b)(?:last (?:week|month|year)|in {MONTH}|"
    r"earlier this|(?:days|weeks|months|years|twice|once) (?:ago|earlier|before|this|last))"
)
# "Storm Daniel killed 40"; "Storm Shadow" is a missile.
STORM = r"(?-u:\b)Storm [A-Z][a-z]+(?-u:\b)"
NO_STORM = r"Storm (?:Shadow|Brigade|Unit|Group|Battalion|Detachment)|(?:Operation|Desert) Storm"
DROWNED = r"(?i)drown"
# A car kills whom it runs over; a car bomb is another matter.
BY_TRAFFIC = (
    r"(?i)(?-u:\b)by (?:an? )?(?:(?:speeding|passing|stray|wild) )?<accident>"
    r"(?:$|[.,;:]| (?:in|near|on|at|while|outside|after|during|driver))"
)
# "A bus hit a truck"
COLLIDED = (
    r"(?i)<accident> (?:hit|struck|ran over|ran into|rear-ended|collided with|smashed into) "
    r"(?:an?|the|two|several|another) (?:[a-z-]+ ){0,2}?<accident>"
)
# Who kills himself, or his own at home, fights for nobody.
BY_OWN_HAND = r"(?i)(?-u:\b)(?:shot|hanged|hung|stabbed|poisoned) (?:him|her|them)sel(?:f|ves) ?$"
AT_HOME_AHEAD = (
    r"(?i)<one_person>,?(?: \d\d,?)? (?:(?:has|had|allegedly|reportedly|then|also) )*"
    r"(?:(?:shot|stabbed|hacked|strangled|beat|bludgeoned|attacked) (?:and )?)?$"
)
AT_HOME_AFTER = r"(?i)^ (?:(?:dead|to death) )?(?:his|her)(?: own)? (?:[a-z-]+ ){0,2}?<kin>"
# Death of old age: 'dies at 91'.
DEATH = r"(?i)^(?:dies|died|dead|death)$"
OLD_AGE = r"(?i)^[^.;]{0,40}(?-u:\b)(?:at|aged) (?:[6-9]\d|1[01]\d)(?:$|[.,;])"
# Statesmen and artists die in bed where nothing tells of violence.
STATESMAN = r"(?i)^(?:the )?(?:late |former |ex-?)?<notable>"
DIED = r"(?i)^(?:has |have |had )?(?:died|dies|dead|passed away)$"
# "The bus was ambushed and fell into a gorge"
FIRED_ON = (
    r"(?i)(?-u:\b)(?:was|were|came|being) (?:attacked|ambushed|fired (?:up)?on|shot at|"
    r"under (?:fire|attack)|strafed|bombed|shelled)(?-u:\b)"
)
ABOARD = r"(?i)(?-u:\b)(?:carrying|transporting|ferrying|packed with|full of)(?-u:\b)"
# Whom a state hangs, its courts have sentenced.
HANGED = r"(?i)^(?:hang|execut)"
CONVICTED = (
    r"(?i)^[^.;]{0,60}(?-u:\b)(?:convicted|found guilty|sentenced to death|condemned to death|"
    r"death row)(?-u:\b)"
)
CRIMINAL = r"(?i)<criminal>[^.;,]{0,50}$"
# Whoever arrests or charges a suspect did not do what he is suspected of.
SUSPECT = (
    r"(?i)<suspicion>[^.;]*"
    r"(?-u:\b)(?:who|suspected of|accused of|for|over|with|in connection with|of)(?-u:\b)[^.;]*$"
)


def refuse_other_causes(
    told: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Give claims of harm that something else than armed conflict did the reject_reason
    not_conflict: their own sentence names the cause and no way of attack, or, where it names
    neither, one of the REACH sentences before it does."""
    words = sign_words(lexicons)
    # Where ground changed hands, disease and accidents told of before kill no further.
    fought = told.filter(pl.col("claim_type").is_in(GROUND))["sentence_id"]
    marked = mark_sentences(sentences, mentions, words, fought).lazy()
    unheld = pl.col("text").str.replace_all(HELD, "")
    ahead = pl.col("text").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    known = (
        told.lazy()
        .join(marked, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            has_sign=pl.col("has_sign")
            | unheld.str.contains(words["arms"])
            | ahead.str.contains(FIRED_ON)
        )
    )
    is_other = (by_nature(words) | by_crime(words) | is_arrest(words)).fill_null(False)
    return (
        known.with_columns(
            reject_reason=pl.when(is_other)
            .then(pl.coalesce("reject_reason", pl.lit("not_conflict")))
            .otherwise("reject_reason"),
        )
        .select(told.columns)
        .collect(engine="in-memory")
    )


def by_nature(words: Mapping[str, str]) -> pl.Expr:
    """Harm of a disaster, an accident, a disease, of traffic or old age."""
    text, told = pl.col("text"), word_of_harm()
    is_harm = is_casualty() & pl.col("harm").is_in(HARMS)
    # 'A bus carrying policemen plunged …': who is aboard does nothing.
    upto = text.str.slice(0, pl.col("anchor_end") - pl.col("base"))
    after = text.str.slice(pl.col("anchor_end") - pl.col("base"))
    is_downed = text.str.replace(ONCE_HIT, "").str.contains(words["downing"])
    by_crash = is_harm & upto.str.contains(CRASHED) & ~is_downed
    by_vehicle = pl.col("has_cause") & text.str.contains(ABOARD)
    is_natural = is_harm & (by_nobody() | by_vehicle) & ~told.str.contains(words["violence"])
    is_aged = told.str.contains(DEATH) & after.str.contains(OLD_AGE)
    in_bed = (
        (pl.col("value_best") == 1)
        & pl.col("value_text").str.contains(fill(STATESMAN, words))
        & told.str.contains(DIED)
    ).fill_null(False)
    is_drowned = told.str.contains(DROWNED) & ~is_downed
    by_traffic = text.str.contains(fill(BY_TRAFFIC, words))
    by_traffic |= text.str.contains(fill(COLLIDED, words))
    is_storm = text.str.contains(STORM) & ~text.str.contains(NO_STORM)
    by_storm = is_harm & by_nobody() & is_storm
    by_itself = by_traffic | is_aged | in_bed | is_drowned
    has_cause = pl.col("has_cause") | pl.col("follows_cause") | by_itself
    return by_crash | by_storm | (is_natural & has_cause & ~pl.col("has_sign"))


def by_crime(words: Mapping[str, str]) -> pl.Expr:
    """Harm of a crime without an armed party, at home or by one's own hand, and whom a state hangs
    for one."""
    text = pl.col("text")
    ahead = text.str.slice(0, pl.col("anchor_start") - pl.col("base"))
    after = text.str.slice(pl.col("anchor_end") - pl.col("base"))
    by_anyone = (
        by_nobody()
        | (pl.col("initiator_actor_id") == UNIDENTIFIED)
        | ahead.str.contains(fill(SUSPECT, words))
    )
    has_crime = pl.col("has_crime") | ahead.str.contains(fill(CRIMINAL, words))
    is_sentenced = evidence().str.contains(words["crime"]) | text.str.contains(words["court"])
    by_state = pl.col("initiator_actor_id").str.starts_with(STATE_FORCES)
    by_hangman = (by_nobody() & is_sentenced) | (by_state & after.str.contains(CONVICTED))
    by_hangman &= word_of_harm().str.contains(HANGED)
    at_home = ahead.str.contains(BY_OWN_HAND) | (
        ahead.str.contains(fill(AT_HOME_AHEAD, words))
        & after.str.contains(fill(AT_HOME_AFTER, words))
    )
    return is_casualty() & ((by_anyone & has_crime) | at_home | by_hangman)


def is_arrest(words: Mapping[str, str]) -> pl.Expr:
    """Arrests of criminals, above all of the drug trade; none of people of the war."""
    text = pl.col("text")
    is_capture = is_casualty() & (pl.col("harm") == "captured")
    is_civilian = pl.col("victim_actor_id").fill_null("civilians") == "civilians"
    has_drugs = evidence().str.contains(words["drugs"])
    is_of_war = text.str.contains(words["war"])
    of_criminals = (is_civilian & evidence().str.contains(words["crime"])) | has_drugs
    is_charged = word_of_harm().str.contains(ARREST) & (
        pl.col("has_drugs") | pl.col("follows_drugs") | text.str.contains(words["charge"])
    )
    of_cargo = (
        (pl.col("claim_type") == "attack")
        & (has_drugs | (pl.col("rule_id") == "attack_seized"))
        & text.str.contains(words["drugs"])
    )
    # Police who lie in wait for a cargo contest no ground.
    in_wait = (pl.col("rule_id") == "territory_siege") & pl.col("has_drugs") & ~is_of_war
    return (is_capture & (of_criminals | (is_charged & ~is_of_war))) | of_cargo | in_wait


def is_casualty() -> pl.Expr:
    """Claims of harm to people."""
    return pl.col("claim_type") == "casualty"


def by_nobody() -> pl.Expr:
    """Claims that tell of nobody who did it; a party that reports a crash did not cause it."""
    doer = pl.col("initiator_actor_id")
    return doer.is_null() | (doer == pl.col("claimant_actor_id")).fill_null(False)


def word_of_harm() -> pl.Expr:
    """The word that tells of it."""
    return cut("anchor_start", "anchor_end")


def evidence() -> pl.Expr:
    """The claim's evidence."""
    return cut("evidence_start", "evidence_end")


def cut(start: str, end: str) -> pl.Expr:
    """The sentence's text between two offsets of the article."""
    return pl.col("text").str.slice(pl.col(start) - pl.col("base"), pl.col(end) - pl.col(start))


def mark_sentences(
    sentences: pl.DataFrame, mentions: pl.DataFrame, words: Mapping[str, str], fought: pl.Series
) -> pl.DataFrame:
    """One row per sentence: text, base, has_cause, has_crime, has_sign (a way of attack, or ground
    fought for: fought, the sentences' ids), follows_cause, has_drugs (it tells of the drug trade),
    follows_drugs."""
    kind, sense = pl.col("kind"), pl.col("sense")
    is_background = kind == "background"
    is_fight = (
        (kind == "trigger")
        & ~sense.is_in(HARM_WORDS)
        & (
            ~pl.col("voice").str.ends_with("_weak").fill_null(False)
            | pl.col("text").str.contains(SHOT)
        )
    )
    # "Leopard attacks villagers"
    is_animal = (kind == "unit") & (sense == "animal") & (kind.shift(-1) == "trigger")
    is_animal &= (pl.col("words_before").shift(-1) == 0) & (
        pl.col("sentence_id") == pl.col("sentence_id").shift(-1)
    )
    is_weapon = ~pl.when(kind == "method").then("text").str.contains(BLAST)
    has = {
        "has_cause": (is_background & sense.is_in(CAUSES)) | is_animal,
        "has_crime": is_background & (sense == CRIME),
        "has_sign": is_weapon | ((kind == "unit") & sense.is_in(ATTACKS)) | is_fight,
    }
    placed = sentences.select(
        "article_id", "sentence_id", "sentence_no", "text", base="start",
        **{
            name: pl.col("sentence_id").is_in(mentions.filter(told)["sentence_id"].implode())
            for name, told in has.items()
        },
    ).with_columns(
        has_sign=pl.col("has_sign") | pl.col("sentence_id").is_in(fought.implode())
    ).sort("article_id", "sentence_no")  # fmt: skip
    has_arms = pl.col("text").str.contains(words["arms"])
    armed = placed.filter(pl.col("has_cause") & has_arms)["sentence_id"]
    is_armed = pl.col("sentence_id").is_in(armed.implode())
    # "A guard of a polio team was shot": what follows is no matter of polio.
    is_violent = pl.when("has_cause").then("text").str.contains(words["violence"]).fill_null(False)
    is_cause = pl.col("has_cause") & ~pl.col("has_sign") & ~is_armed & ~is_violent
    article, sentence_no = pl.col("article_id"), pl.col("sentence_no")
    last_cause = last_known(pl.when(is_cause).then(sentence_no), article)
    last_sign = last_known(pl.when("has_sign").then(sentence_no), article)
    follows = (pl.col("sentence_no") - last_cause <= REACH) & (last_cause > last_sign.fill_null(-1))
    has_crime = pl.col("text").str.contains(words["crime"])
    has_drugs = has_crime | pl.col("text").str.contains(words["drugs"])
    is_drugs = has_drugs & ~pl.when(has_drugs).then("text").str.contains(words["war"])
    last_drugs = last_known(pl.when(is_drugs).then(sentence_no), article)
    return (
        placed.lazy()
        .with_columns(
            follows_cause=follows.fill_null(False),
            has_drugs=has_drugs,
            follows_drugs=(pl.col("sentence_no") - last_drugs <= REACH).fill_null(False),
        )
        .drop("article_id", "sentence_no")
        .collect(engine="in-memory")
    )
