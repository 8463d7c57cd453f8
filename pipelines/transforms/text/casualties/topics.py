"""Whose losses a clause counts by what stands ahead of it: "as for the army", "X admitted"."""

import polars as pl

from pipelines.transforms.text.casualties.blame import with_words
from pipelines.transforms.text.casualties.losses import ROLE
from pipelines.transforms.text.parties.actors import STATE_FORCES

COUNTED = ("passive", "died", "reduced", "deaths", "lost", "unnumbered", "some")
# "As for the civilians, 47 have died", "on the army's side, nine died", "among the soldiers, two"
TOPIC = r"(?i)(?-u:\b)(?:as for|as regards|regarding|on|among|of) [^,;.]{1,60}, "
AS_FOR = (
    r"(?i)(?:^|[,;:\]-] |(?-u:\b)(?:and|but) )(?:as for|as regards|regarding|among|of) (?:the )?$"
)
NO_MORE = r"(?i)^(?:['\x{2019}]s?)?(?: (?:side|ranks|population|forces|troops))?, "
ON_THEIR, SIDE = (
    r"(?i)(?:^|[,;:\]-] |(?-u:\b)(?:and|but) )on (?:the )?$",
    r"(?i)^(?:['\x{2019}]s?)? (?:side|part),? ",
)
TOPIC_REACH = 120
# "The army admitted 21 deaths", "acknowledged the loss of nine men"
ADMITS = (
    r"(?i)^(?: (?:has|have|had|only|also|later|today|yesterday|on [a-z]+day))*"
    r" (?:admit(?:s|ted|ting)?|acknowledg(?:es?|ed|ing)|conced(?:es?|ed|ing)|recogni[sz](?:es?|ed))"
    r"(?: to)?(?: (?:only|just|having (?:suffered|lost|had)|suffering|the|at least|about|some))*"
    r"(?: [a-z0-9,-]+ (?:dead|killed|wounded|injured),? (?:and|or))?(?: [a-z0-9,-]+){0,2} $"
)
# "Hezbollah announced the death of three fighters": of its own.
MOURNING, MOURNED = "deaths_of", r"(?i)(?:death|martyrdom|loss)s? of$"
MOURNS = (
    r"(?i)^(?:['\x{2019}]s?)?(?: (?:press|media|military|political|general|information|office|"
    r"command|wing|centre|center|bureau|spokes[a-z]+))*"
    r"(?: (?:has|have|had|also|later|today|yesterday|on [a-z]+day))*"
    r" (?:announc(?:es?|ed)|mourn(?:s|ed)|confirm(?:s|ed))(?: the)? $"
)
ITS_FIGHTERS = (
    r"(?i)^ (?:(?:at least|about|some|another) )?[a-z0-9-]+ (?:more )?(?:of its )?"
    r"(?:fighters?|members?|combatants?|commanders?|militiam[ae]n|guerrillas?)(?-u:\b)"
)
OF_ITS = r"(?i)^ (?:[a-z0-9-]+ ){1,3}?of its "
# "Admitted nine deaths in its air strike": others'.
OF_A_STRIKE = (
    r"(?i)^[^;.]{0,30} (?:in|from|by|during) (?:[a-z]+ ){0,3}?(?:air ?strikes?|strikes?|shelling|"
    r"bombings?|bombardment|raids?|custody|detention)(?-u:\b)"
)


def topics(harms: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The people that a clause ahead of a harm says it tells of, columns ROLE.

    harms: sentence_id, harm_no, rule_id, trigger_no.
    """
    told = sentences.filter(pl.col("text").str.contains(TOPIC))
    before = pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base"))
    behind = pl.col("sentence").str.slice(pl.col("end") - pl.col("base"))
    named = (
        mentions.filter(
            pl.col("kind").is_in(["actor", "people"]), pl.col("entity_id").is_not_null()
        )
        .select("sentence_id", "mention_no", "start", "end", actor_id="entity_id")
        .join(told.select("sentence_id", base="start", sentence="text"), on="sentence_id")
        .filter(
            (before.str.contains(AS_FOR) & behind.str.contains(NO_MORE))
            | (before.str.contains(ON_THEIR) & behind.str.contains(SIDE))
        )
    )
    triggers = mentions.select("sentence_id", trigger_no="mention_no", word_start="start")
    gap = pl.col("sentence").str.slice(
        pl.col("end") - pl.col("base"), (pl.col("word_start") - pl.col("end")).clip(0)
    )
    return (
        harms.filter(pl.col("rule_id").is_in(COUNTED))
        .select("sentence_id", "harm_no", "trigger_no")
        .join(named, on="sentence_id")
        .join(triggers, on=["sentence_id", "trigger_no"])
        .filter(
            pl.col("trigger_no") > pl.col("mention_no"),
            gap.str.len_chars() <= TOPIC_REACH,
            ~gap.str.contains(r"[;.] "),
        )
        .sort("sentence_id", "harm_no", pl.col("mention_no") * -1)
        .with_columns(is_pronoun=pl.lit(False))
        .select(ROLE)
    )


def admitters(free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The party that admits losses, or mourns fighters, without saying whose, columns ROLE: its
    own."""
    named = free.filter(pl.col("rule_id").is_in([*COUNTED, MOURNING]), ~pl.col("is_pronoun"))
    told = with_words(named, mentions, sentences)
    upto = pl.col("sentence").str.slice(0, pl.col("word_end") - pl.col("base"))
    behind = pl.col("sentence").str.slice(pl.col("word_end") - pl.col("base"))
    is_mourning = (
        pl.col("gap").str.contains(MOURNS)
        & upto.str.contains(MOURNED)
        & behind.str.contains(ITS_FIGHTERS)
        # "The army announced the death of three fighters": of those it fights.
        & (~pl.col("actor_id").str.starts_with(STATE_FORCES) | behind.str.contains(OF_ITS))
    )
    admits = pl.col("gap").str.contains(ADMITS) & ~behind.str.contains(OF_A_STRIKE)
    return (
        told.filter(
            ~pl.col("is_behind"),
            pl.when(pl.col("rule_id") == MOURNING).then(is_mourning).otherwise(admits),
        )
        .sort("sentence_id", "harm_no", pl.col("mention_no") * -1)
        .select(ROLE)
    )
