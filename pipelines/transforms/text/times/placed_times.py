"""Where a time stands: the triggers around it, and whether it dates a saying or a deed."""

import polars as pl

from pipelines.transforms.text.times.time_frames import AT_START, CLAUSE

# 'Repelled bandits who attacked X on Monday', 'the attack, which took place on Monday' date what
# the next sentence tells.
WHO_ATTACKED = (
    r"(?i)(?-u:\b)(?:who|that|which) (?:had |have )?(?:attacked|raided|stormed|ambushed|shelled|"
    r"bombed|assaulted|besieged|entered|targeted|opened fire|took place|taken place|happened|"
    r"occurred|unfolded|(?:was|were|been) carried out)(?-u:\b)[^,;]*$"
)
# What happened when something else did happened on its day.
WHEN = r"(?i)(?-u:\b)(?:when|the following)(?-u:\b)"
# A time so near to a deed and to the verb behind it stands between the two.
DEED_GAP = 2
# A verb of saying so near behind a time is dated by it.
SPEECH_GAP = 8
# How much of the text behind a time is looked at.
REST = 32
# "Said that on Monday two men died", "reports that at 0330 on 4 March a unit attacked"
THAT_BEFORE = r"(?i)(?-u:\b)that,?\s*(?:at [0-9:]+(?: hours| gmt|)?,?\s+)?$"
# Clauses between a verb of saying and a time have the time for themselves.
OTHER_VERB = r"(?i)(?-u:\b)(?:that|which|whom|whose|although|though|but|whereas)(?-u:\b)"
# "Speaking in Paris on Monday, the minister said": on that day he spoke.
SPEAKING = (
    r"(?i)^[^a-z]{0,80}(?:speaking|talking|addressing|briefing|testifying|writing|appearing|"
    r"visiting|asked|in (?:an?|his|her|their|its) [^,;.]{0,30}(?:interview|statement|speech|"
    r"address|briefing|message|letter|report|post|communique|bulletin|conference|telegram)|"
    r"at (?:an?|his|her) [^,;.]{0,30}(?:conference|briefing|meeting|ceremony|rally))(?-u:\b)"
    r"[^,;.]*$"
)
# "Yesterday, according to officers, a unit killed four": the day is what they tell of.
ACCORDING_AFTER = r"(?i)^, according to "
# "Said it carried out a strike on Sunday", "accused X of bombing Y on Sunday": of the deed.
CARRIED_OUT = (
    r"(?i)(?-u:\b)(?:carried out|launched|conducted|staged|mounted|performed) "
    r"(?:an?|two|three|several|[0-9]+|air|drone) (?:[a-z-]+ ){1,4}$|"
    r"(?-u:\b)(?:carried out|launched|conducted) (?:[a-z0-9-]+ ){0,3}"
    r"(?:strikes?|airstrikes?|raids?|attacks?) (?:on|against|in|near|at) [^,;.]{1,60} $"
)
# "The network documented the following incidents on Saturday:" heads what happened then.
LISTED_OF = (
    r"(?i)(?-u:\b)(?:incidents|events|violations|abuses|developments|attacks|clashes|cases|deaths|"
    r"killings|operations|arrests|casualties)(?: (?:in|across|around) [^,;.:]{2,40}?)?"
    r"(?: (?:on|for|from|between|during))?(?: [a-z]+day,?)? ?$"
)
# "On Tuesday condemned", "condemned by the president on Tuesday": the day of a reaction.
REACTION = (
    r"(?:condemn|denounc|deplor|lament|mourn|welcom|criticis|criticiz|decri|hail)(?:ed|s)?|"
    r"claim(?:ed|s)?"
)
REACTS = rf"(?i)^ (?:{REACTION}) (?:responsibility|credit|the|an?|two|three|several|both)(?-u:\b)"
REACTED = rf"(?i)(?-u:\b)(?:was|were|been) (?:later )?(?:{REACTION})(?: by [^,;.]{{1,40}})? $"
# "Nine died, an army statement on Tuesday said": a clause of who speaks, with the day in it.
WHO_SPEAKS = r"(?i), (?:an?|the|one|[a-z]+'s?) (?:[a-z'-]+ ){1,6}$"
REACHED = r"(?i)(?-u:\b)(?:reached|contacted) (?:by|over|via) (?:[a-z]+ )?(?:tele)?phone $"
# "Claimed an attack last week": of the attack.
CLAIMING = r"(?i)^claim"
CLAIMED_DEED = (
    r"(?i)^(?: (?:responsibility|credit))?(?: (?:on )?(?:today|yesterday|tonight|[a-z]+day))?"
    r"(?: for)? (?:an?|the|two|three|several|both) "
)
ACCUSING = r"(?i)^(?:accus|blam)"


def place_times(
    times: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """The times with where they stand: the triggers around them, whether they date the saying.

    Adds what nearest tells of triggers, speech and deeds, the sentence's text and base, is_owned
    ("Monday's"), is_said (it dates the saying) and is_sub (it dates a clause within another).
    """
    # "Reported on Tuesday": the time begins with the word that the verb ends with.
    ends_on = (pl.col("kind") == "speech") & pl.col("text").str.contains("(?i)^reported on$")
    upto = pl.col("end") - pl.when(ends_on).then(len(" on")).otherwise(0)
    spans = mentions.select("sentence_id", "kind", at="start", upto=upto)
    triggers = spans.filter(pl.col("kind") == "trigger").drop("kind")
    deeds = mentions.filter(
        ((pl.col("kind") == "method") & (pl.col("voice") != "tool").fill_null(True))
        | ((pl.col("kind") == "unit") & pl.col("sense").is_in(["attack", "contested"]))
    ).select("sentence_id", at="start", upto="end")
    # "Arrested four suspects on Sunday": nobody speaks.
    is_voice = pl.col("kind").is_in(["speech", "according", "vague_source"])
    is_suspect = mentions["text"].str.to_lowercase() == "suspects"
    speech = spans.filter(is_voice & ~is_suspect).drop("kind")
    placed = times.filter(pl.col("sense") != "clock").join(
        sentences.select("sentence_id", "part_no", "sentence_no", "is_title", "text", base="start"),
        on="sentence_id",
        maintain_order="left",
    )
    for name, around in (("trigger", triggers), ("speech", speech), ("deed", deeds)):
        placed = nearest(placed, around, name)
    return placed.with_columns(
        is_owned=is_owned(),
        is_said=follows_saying() | leads_saying(),
        is_sub=ahead().str.replace_all(WHEN, " ").str.contains(CLAUSE)
        & ~ahead().str.contains(r"^.{0,3}$")
        & ~ahead().str.contains(WHO_ATTACKED),
    )


def told(start: str | None, length: pl.Expr | int) -> pl.Expr:
    """So many characters of the time's sentence, from a place on or from its beginning."""
    return pl.col("text").str.slice(0 if start is None else pl.col(start) - pl.col("base"), length)


def ahead() -> pl.Expr:
    """The sentence up to the time."""
    return told(None, pl.col("start") - pl.col("base"))


def is_owned() -> pl.Expr:
    """True for "Monday's", which dates what it owns."""
    behind = told("end", 2)
    return behind.is_in(["'s", "’s", "'S", "’S"]) | pl.col("time_text").str.contains("(?i)'s$")


def follows_saying() -> pl.Expr:
    """True for a time behind a verb of saying that dates it, and no deed that is told by it."""
    back = told("speech_before_end", pl.col("start") - pl.col("speech_before_end"))
    spoken = told("speech_before_start", 8)
    whole = told(None, pl.col("speech_before_end") - pl.col("base"))
    is_behind_trigger = pl.col("trigger_before_start") >= pl.col("speech_before_end")
    # 'Said strikes on Monday killed five': the day is that of the strikes.
    is_of_deed = (
        (pl.col("deed_before_start") >= pl.col("speech_before_end"))
        & (pl.col("start") - pl.col("deed_before_end") <= DEED_GAP)
        & (pl.col("trigger_after_start") - pl.col("end") <= DEED_GAP)
    )
    heads_list = pl.col("text").str.ends_with(":") & (
        back.str.contains(LISTED_OF) | whole.str.contains(" following$")
    )
    return (
        ~is_behind_trigger.fill_null(False)
        & ~is_of_deed.fill_null(False)
        & ~is_owned()
        & ~back.str.contains(OTHER_VERB)
        & ~back.str.contains(CARRIED_OUT)
        & ~heads_list
        & ~(spoken.str.contains(CLAIMING) & back.str.contains(CLAIMED_DEED))
        & ~(spoken.str.contains(ACCUSING) & back.str.contains(" (?:of|for) "))
        # 'Said that on Monday two men died': the day is that of what is said.
        & ~ahead().str.contains(THAT_BEFORE)
    ).fill_null(False)


def leads_saying() -> pl.Expr:
    """True for a time before a verb of saying that dates it: "on Monday the army said"."""
    rest = told("end", REST)
    # "On Monday the army made air strikes, a source said", "air strikes on Monday, a source said"
    is_of_noun = (pl.col("deed_after_start") < pl.col("speech_after_start")) | (
        pl.col("deed_before_start").is_not_null() & told("end", 2).str.starts_with(",")
    )
    leads = (
        pl.col("trigger_before_start").is_null()
        # "Since 1 May the ministry has recorded nine deaths": nobody records since then only.
        & (pl.col("voice") != "since")
        & ~is_of_noun.fill_null(False)
        & (pl.col("speech_after_start") < pl.col("trigger_after_start").fill_null(2**31 - 1))
        & (
            ahead().str.contains(f"{AT_START}|{SPEAKING}")
            | (pl.col("speech_after_start") - pl.col("end") < SPEECH_GAP)
        )
        & ~rest.str.contains(ACCORDING_AFTER)
    )
    leads = leads.fill_null(False) | rest.str.contains(REACTS) | ahead().str.contains(REACTED)
    # "Nine died, an army statement on Tuesday said"
    clause = ahead().str.extract(WHO_SPEAKS, 0)
    opens = pl.col("start") - clause.str.len_chars()
    is_own = (pl.col("trigger_before_start") < opens) | clause.str.contains(REACHED)
    is_right_ahead = pl.col("speech_after_start") - pl.col("end") == 1
    return leads | (is_right_ahead & ~is_owned() & is_own).fill_null(False)


def nearest(times: pl.DataFrame, spans: pl.DataFrame, name: str) -> pl.DataFrame:
    """Add the nearest span of a kind before and after each time: start and end, null if none."""
    before = spans.sort("upto", "at").select(
        "sentence_id", pl.col("at").alias(f"{name}_before_start"), pl.col("upto"),
        pl.col("upto").alias(f"{name}_before_end"),
    )  # fmt: skip
    after = spans.sort("at", "upto").select(
        "sentence_id", pl.col("at"), pl.col("at").alias(f"{name}_after_start"),
        pl.col("upto").alias(f"{name}_after_end"),
    )  # fmt: skip
    return (
        times.sort("start", "end")
        .join_asof(before, left_on="start", right_on="upto", by="sentence_id",
                   strategy="backward", check_sortedness=False)
        .drop("upto")
        .sort("end", "start")
        .join_asof(after, left_on="end", right_on="at", by="sentence_id",
                   strategy="forward", check_sortedness=False)
        .drop("at")
    )  # fmt: skip
