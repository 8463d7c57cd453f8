"""Harm that no armed conflict did: disasters, accidents, disease, crime without an armed party."""

import polars as pl

from pipelines.transforms.text.parties.actors import UNIDENTIFIED
from pipelines.transforms.text.runs import last_known

CAUSES = ("disaster", "accident", "disease", "sport")
CRIME = "crime"
# Words of harm that say that somebody did it.
VIOLENT = (
    r"(?i)(?-u:\b)(?:murder|assassinat|massacr|execut|shot|gunned|behead|ambush|kidnap|abduct|"
    r"captur|arrest|detain|bomb|shell|slaughter|lynch|hostage|tortur|stabb)"
)
# Harms that disasters and accidents do.
HARMS = (
    "killed", "wounded", "killed_or_wounded", "missing", "displaced", "casualties_unquantified",
)  # fmt: skip
HARM_WORDS = (*HARMS, "captured", "casualties")
ATTACKS = ("attack", "contested", "happening")
# Weapons and those who bear them, whatever the grammar takes them for.
ARMS = (
    r"(?i)(?-u:\b)(?:bomb|grenade|gunm[ae]n|gunfire|rocket|mortar|missile|shelling|shelled|drone|"
    r"militant|insurgent|rebel|guerrilla|terroris|ambush|clash|air ?strike|suicide b|blown up|"
    r"shot down|sniper|machine ?gun|hit by fire|booby|dynamite|land ?mine|"
    r"explosive (?:charge|device)|responsib(?:le|ility) for)"
)
# Whose ground it is says nothing of what happened there: "in rebel-held Idlib".
HELD = r"(?i)(?-u:\b)[\w-]+-(?:held|controlled|run|ruled|occupied)(?-u:\b)"
# Ways of harm that accidents have too.
BLAST = r"(?i)^(?:explosions?|explod(?:e|es|ed|ing)|blasts?|fires?|blew up|burn(?:ed|t|ing)?)$"
# Sentences over which a cause named goes on being the cause.
REACH = 4
DRUGS_CRIME = (
    r"(?i)(?-u:\b)(?:drug[- ](?:dealer|smuggler|runner|lord|baron|traffick)|traffick(?:er|ing)|"
    r"drugs? (?:ring|gang|network|cartel)|smuggler|burglar|robber|"
    r"thief|thieves|pickpocket|rapist|fraudster|swindler|hacker|poacher|prostitut|money launder)"
)
DRUGS = r"(?i)(?-u:\b)(?:cocaine|marijuana|heroin|cannabis|narcotics|kilos? of|kg of|tons of drugs)"
ARREST = r"(?i)^(?:the )?(?:re)?(?:arrest|captur|detain|apprehend|seiz)"
# What police arrest people for.
CHARGED_WITH = (
    r"(?i)(?-u:\b)(?:theft|fraud|brib[a-z]+|corruption|robbery|burglary|rape|smuggl[a-z]+|"
    r"counterfeit[a-z]*|licen[cs]e|tax(?:es)?|embezzl[a-z]+|poach[a-z]*|felling|logging|gambling|"
    r"prostitution|stolen|contraband|visas?|immigration|deport[a-z]*|(?:for|over) not paying|"
    r"hidden in|stowaways?|accomplices?)(?-u:\b)"
)
# Those whom an arrest makes one of the war, whatever they smuggled.
REBELS = (
    r"(?i)(?-u:\b)(?:guerrilla|rebel|insurgent|militant|terroris|subversive|extremis|jihad|"
    r"paramilitar|militia|soldier|hostage|kidnap|journalist|protest|activist|bomb|attack|"
    r"murder|assassin|dynamite)"
)
# A crash kills those aboard by itself, whatever they carried, unless somebody brought it about.
CRASHED = (
    r"(?i)(?-u:\b)(?:crashed|capsized|"
    r"(?:boat|ferry|ship|vessel|canoe|dinghy|raft)s? (?:[^.;]{0,60} )?sank|"
    r"overturned|collided|derailed|plunged|skidded)[^.;]{0,70}"
    r"(?-u:\b)(?:killing|leaving|injuring|wounding) ?$"
)
DROWNED = r"(?i)drown"
# A car kills whom it runs over; a car bomb is another matter.
BY_TRAFFIC = (
    r"(?i)(?-u:\b)by (?:an? )?(?:(?:speeding|passing|stray|wild) )?(?:car|train|bus|truck|lorry|"
    r"tram|taxi|motorbike|motorcycle|lightning|falling (?:tree|rock)|elephant|crocodile|shark|"
    r"bear|tiger|lion|leopard|dog)s?"
    r"(?:$|[.,;:]| (?:in|near|on|at|while|outside|after|during|driver))"
)
# Death of old age: 'dies at 91'.
DEATH = r"(?i)^(?:dies|died|dead|death)$"
OLD_AGE = r"(?i)^[^.;]{0,40}(?-u:\b)(?:at|aged) (?:[6-9]\d|1[01]\d)(?:$|[.,;])"
# Statesmen and artists die in bed where nothing tells of violence.
STATESMAN = (
    r"(?i)^(?:the )?(?:late |former |ex-?)?(?:president|vice president|prime minister|king|queen|"
    r"emperor|pope|cardinal|archbishop|poet|author|writer|singer|actor|painter|composer)(?-u:\b)"
)
DIED = r"(?i)^(?:has |have |had )?(?:died|dies|dead|passed away)$"
DOWNED = (
    r"(?i)(?-u:\b)(?:shot|bomb|mines?|rocket|missile|fired|hit by|explo|dynamite|sabotag|attack|"
    r"ambush|gunfire|drone)"
)
ABOARD = r"(?i)(?-u:\b)(?:carrying|transporting|ferrying|packed with|full of)(?-u:\b)"
# Whom a state hangs, its courts have sentenced.
HANGED = r"(?i)^(?:hang|execut)"
SENTENCED = (
    r"(?i)(?-u:\b)(?:judicial|judiciary|courts?|gallows|death row|death sentences?|"
    r"sentenced|convict(?:s|ed)?|"
    r"justice ministry|capital punishment)(?-u:\b)"
)
CRIMINAL = (
    r"(?i)(?-u:\b)(?:robber|burglar|thief|thieves|mugger|carjacker|rapist|stalker|hitchhiker|"
    r"pimp|loan shark)s?(?-u:\b)[^.;,]{0,50}$"
)
# Whoever arrests or charges a suspect did not do what he is suspected of.
SUSPECT = (
    r"(?i)(?-u:\b)(?:arrest|detain|charg|apprehend|nabb|remand|convict|sentenc)[a-z]*(?-u:\b)[^.;]*"
    r"(?-u:\b)(?:who|suspected of|accused of|for|over|with|in connection with|of)(?-u:\b)[^.;]*$"
)


def refuse_other_causes(
    told: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """Give claims of harm that something else than armed conflict did the reject_reason
    not_conflict: their own sentence names the cause and no way of attack, or, where it names
    neither, one of the REACH sentences before it does."""
    marked = mark_sentences(sentences, mentions).lazy()
    unheld = pl.col("text").str.replace_all(HELD, "")
    known = (
        told.lazy()
        .join(marked, on="sentence_id", how="left", maintain_order="left")
        .with_columns(has_sign=pl.col("has_sign") | unheld.str.contains(ARMS))
    )
    is_casualty = pl.col("claim_type") == "casualty"
    is_harm = is_casualty & pl.col("harm").is_in(HARMS)
    # A party that reports a crash did not cause it.
    by_nobody = pl.col("initiator_actor_id").is_null() | (
        pl.col("initiator_actor_id") == pl.col("claimant_actor_id")
    ).fill_null(False)
    # 'A bus carrying policemen plunged …': who is aboard does nothing.
    upto = pl.col("text").str.slice(0, pl.col("anchor_end") - pl.col("base"))
    by_crash = is_harm & upto.str.contains(CRASHED) & ~pl.col("text").str.contains(DOWNED)
    by_vehicle = pl.col("has_cause") & pl.col("text").str.contains(ABOARD)
    by_anyone = by_nobody | (pl.col("initiator_actor_id") == UNIDENTIFIED)
    is_natural = (
        is_harm
        & (by_nobody | by_vehicle)
        & ~cut("anchor_start", "anchor_end").str.contains(VIOLENT)
    )
    ahead = pl.col("text").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    after = pl.col("text").str.slice(pl.col("anchor_end") - pl.col("base"))
    is_aged = cut("anchor_start", "anchor_end").str.contains(DEATH) & after.str.contains(OLD_AGE)
    in_bed = (
        (pl.col("value_best") == 1)
        & pl.col("value_text").str.contains(STATESMAN)
        & cut("anchor_start", "anchor_end").str.contains(DIED)
    ).fill_null(False)
    is_drowned = cut("anchor_start", "anchor_end").str.contains(DROWNED) & ~pl.col(
        "text"
    ).str.contains(DOWNED)
    by_itself = pl.col("text").str.contains(BY_TRAFFIC) | is_aged | in_bed | is_drowned
    by_cause = (
        is_natural
        & (pl.col("has_cause") | pl.col("follows_cause") | by_itself)
        & ~pl.col("has_sign")
    )
    by_anyone |= ahead.str.contains(SUSPECT)
    by_crime = is_casualty & by_anyone & (pl.col("has_crime") | ahead.str.contains(CRIMINAL))
    evidence = cut("evidence_start", "evidence_end")
    is_arrest = (
        (
            is_casualty
            & (pl.col("harm") == "captured")
            & (
                (pl.col("victim_actor_id").fill_null("civilians") == "civilians")
                & evidence.str.contains(DRUGS_CRIME)
                | evidence.str.contains(DRUGS)
            )
        )
        | (
            is_casualty
            & (pl.col("harm") == "captured")
            & cut("anchor_start", "anchor_end").str.contains(ARREST)
            & (
                pl.col("has_drugs")
                | pl.col("follows_drugs")
                | pl.col("text").str.contains(CHARGED_WITH)
            )
            & ~pl.col("text").str.contains(REBELS)
        )
        | (
            (pl.col("claim_type") == "attack")
            & (evidence.str.contains(DRUGS) | (pl.col("rule_id") == "attack_seized"))
            & pl.col("text").str.contains(DRUGS)
        )
    )
    by_hangman = (
        is_casualty & by_nobody & cut("anchor_start", "anchor_end").str.contains(HANGED)
        & (evidence.str.contains(DRUGS_CRIME) | pl.col("text").str.contains(SENTENCED))
    )  # fmt: skip
    # Police who lie in wait for a cargo contest no ground.
    is_arrest |= (pl.col("rule_id") == "territory_siege") & (
        pl.col("has_drugs") & ~pl.col("text").str.contains(REBELS)
    )
    is_other = (by_cause | by_crash | by_crime | is_arrest | by_hangman).fill_null(False)
    return (
        known.with_columns(
            reject_reason=pl.when(is_other)
            .then(pl.coalesce("reject_reason", pl.lit("not_conflict")))
            .otherwise("reject_reason"),
        )
        .select(told.columns)
        .collect(engine="in-memory")
    )


def cut(start: str, end: str) -> pl.Expr:
    """The sentence's text between two offsets of the article."""
    return pl.col("text").str.slice(pl.col(start) - pl.col("base"), pl.col(end) - pl.col(start))


def mark_sentences(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per sentence: text, base, has_cause, has_crime, has_sign (a way of attack),
    follows_cause, has_drugs (it tells of the drug trade), follows_drugs."""
    kind, sense = pl.col("kind"), pl.col("sense")
    is_background = kind == "background"
    is_fight = (
        (kind == "trigger")
        & ~sense.is_in(HARM_WORDS)
        & ~pl.col("voice").str.ends_with("_weak").fill_null(False)
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
    ).sort("article_id", "sentence_no")  # fmt: skip
    armed = placed.filter(pl.col("has_cause") & pl.col("text").str.contains(ARMS))["sentence_id"]
    is_armed = pl.col("sentence_id").is_in(armed.implode())
    # "A guard of a polio team was shot": what follows is no matter of polio.
    is_violent = pl.when("has_cause").then("text").str.contains(VIOLENT).fill_null(False)
    is_cause = pl.col("has_cause") & ~pl.col("has_sign") & ~is_armed & ~is_violent
    article, sentence_no = pl.col("article_id"), pl.col("sentence_no")
    last_cause = last_known(pl.when(is_cause).then(sentence_no), article)
    last_sign = last_known(pl.when("has_sign").then(sentence_no), article)
    follows = (pl.col("sentence_no") - last_cause <= REACH) & (last_cause > last_sign.fill_null(-1))
    has_drugs = pl.col("text").str.contains(DRUGS_CRIME) | pl.col("text").str.contains(DRUGS)
    is_drugs = has_drugs & ~pl.when(has_drugs).then("text").str.contains(REBELS)
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
