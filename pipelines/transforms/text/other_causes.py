"""Harm that no armed conflict did: disasters, accidents, disease, crime without an armed party."""

import polars as pl

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
    r"explosive (?:charge|device))"
)
# Ways of harm that accidents have too.
BLAST = r"(?i)^(?:explosions?|explod(?:e|es|ed|ing)|blasts?|fires?|blew up|burn(?:ed|t|ing)?)$"
UNKNOWN_ARMED = "unidentified-armed-group"
# Sentences over which a cause named goes on being the cause.
REACH = 4
DRUGS_CRIME = (
    r"(?i)(?-u:\b)(?:drug[- ](?:dealer|trafficker|smuggler|runner)|smuggler|burglar|robber|"
    r"thief|thieves|pickpocket|rapist|fraudster|swindler|hacker|poacher|prostitut|money launder)"
)
DRUGS = r"(?i)(?-u:\b)(?:cocaine|marijuana|heroin|cannabis|narcotics|kilos? of|kg of|tons of drugs)"
CRIMINAL = (
    r"(?i)(?-u:\b)(?:robber|burglar|thief|thieves|mugger|carjacker|rapist|stalker|hitchhiker|"
    r"pimp|loan shark)s?(?-u:\b)[^.;,]{0,50}$"
)
# A war's own total, and losses told as a rate.
TOTAL_OF_WAR = (
    r"(?i)(?-u:\b)(?:war|conflict|insurgency|rebellion|violence|terrorism|unrest|bloodshed|struggle)"
    r"(?:,? (?:that|which))?(?: [a-z'-]+){0,3} (?:has|have|had)(?: [a-z]+)? $|"
    r"(?-u:\b)[a-z0-9-]+[- ](?:years?|months?|decades?|weeks?)[- ](?:long |old )?"
    r"(?:war|conflict|insurgency|rebellion|struggle)(?-u:\b)[^.;]{0,60}$|"
    r"(?-u:\b)in (?:[a-z0-9-]+ ){1,2}(?:years|decades) (?:has|have|had)(?: [a-z]+)? $|"
    r"(?-u:\b)(?:war|conflict|violence|insurgency)(?:,? (?:that|which)) [^.;]{0,40}"
    r"(?:years|decades?|months)[^.;]{0,30}$"
)
HAVE_BEEN = r"(?i)(?-u:\b)(?:have|has|had)(?: been)? $"
OF_VIOLENCE = (
    r"(?i)^ (?:as a result of|because of|due to|through) (?:the )?(?:[a-z]+ )?"
    r"(?:violence|war|conflict|insurgency|terrorism)(?-u:\b)"
)


def refuse_other_causes(
    told: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """Give claims of harm that something else than armed conflict did the reject_reason
    not_conflict: their own sentence names the cause and no way of attack, or, where it names
    neither, one of the REACH sentences before it does. A war's own total is cumulative."""
    known = told.join(
        mark_sentences(sentences, mentions), on="sentence_id", how="left", maintain_order="left"
    ).with_columns(has_sign=pl.col("has_sign") | pl.col("text").str.contains(ARMS))
    is_casualty = pl.col("claim_type") == "casualty"
    is_harm = is_casualty & pl.col("harm").is_in(HARMS)
    # A party that reports a crash did not cause it.
    by_nobody = pl.col("initiator_actor_id").is_null() | (
        pl.col("initiator_actor_id") == pl.col("claimant_actor_id")
    ).fill_null(False)
    by_anyone = by_nobody | (pl.col("initiator_actor_id") == UNKNOWN_ARMED)
    is_natural = is_harm & by_nobody & ~cut("anchor_start", "anchor_end").str.contains(VIOLENT)
    by_cause = is_natural & (pl.col("has_cause") | pl.col("follows_cause")) & ~pl.col("has_sign")
    ahead = pl.col("text").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    by_crime = is_casualty & by_anyone & (pl.col("has_crime") | ahead.str.contains(CRIMINAL))
    evidence = cut("evidence_start", "evidence_end")
    is_arrest = (
        is_casualty
        & (pl.col("harm") == "captured")
        & (
            (pl.col("victim_actor_id").is_null() & evidence.str.contains(DRUGS_CRIME))
            | evidence.str.contains(DRUGS)
        )
    ) | (
        (pl.col("claim_type") == "attack")
        & (evidence.str.contains(DRUGS) | (pl.col("rule_id") == "attack_seized"))
        & pl.col("text").str.contains(DRUGS)
    )
    is_other = (by_cause | by_crime | is_arrest).fill_null(False)
    after = pl.col("text").str.slice(pl.col("anchor_end") - pl.col("base"))
    by_violence = ahead.str.contains(HAVE_BEEN) & after.str.contains(OF_VIOLENCE)
    is_total = (is_harm & (ahead.str.contains(TOTAL_OF_WAR) | by_violence)).fill_null(False)
    return known.with_columns(
        reject_reason=pl.when(is_other)
        .then(pl.coalesce("reject_reason", pl.lit("not_conflict")))
        .otherwise("reject_reason"),
        is_cumulative=pl.col("is_cumulative") | is_total,
    ).select(told.columns)


def cut(start: str, end: str) -> pl.Expr:
    """The sentence's text between two offsets of the article."""
    return pl.col("text").str.slice(pl.col(start) - pl.col("base"), pl.col(end) - pl.col(start))


def mark_sentences(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per sentence: text, base, has_cause, has_crime, has_sign (a way of attack),
    follows_cause."""
    kind, sense = pl.col("kind"), pl.col("sense")
    is_background = kind == "background"
    is_fight = (
        (kind == "trigger")
        & ~sense.is_in(HARM_WORDS)
        & ~pl.col("voice").str.ends_with("_weak").fill_null(False)
    )
    is_weapon = (kind == "method") & ~pl.col("text").str.contains(BLAST)
    flags = mentions.group_by("sentence_id").agg(
        has_cause=(is_background & sense.is_in(CAUSES)).any(),
        has_crime=(is_background & (sense == CRIME)).any(),
        has_sign=(is_weapon | ((kind == "unit") & sense.is_in(ATTACKS)) | is_fight).any(),
    )
    placed = (
        sentences.select("article_id", "sentence_id", "sentence_no", "text", base="start")
        .join(flags, on="sentence_id", how="left", maintain_order="left")
        .with_columns(pl.col("has_cause", "has_crime", "has_sign").fill_null(False))
        .sort("article_id", "sentence_no")
    )
    armed = placed.filter(pl.col("has_cause") & pl.col("text").str.contains(ARMS))["sentence_id"]
    is_armed = pl.col("sentence_id").is_in(armed.implode())
    is_cause = pl.col("has_cause") & ~pl.col("has_sign") & ~is_armed
    last_cause = pl.when(is_cause).then("sentence_no").forward_fill().over("article_id")
    last_sign = pl.when("has_sign").then("sentence_no").forward_fill().over("article_id")
    follows = (pl.col("sentence_no") - last_cause <= REACH) & (last_cause > last_sign.fill_null(-1))
    return placed.with_columns(follows_cause=follows.fill_null(False)).drop(
        "article_id", "sentence_no"
    )
