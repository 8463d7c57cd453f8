"""Whose deed a harm is by the word of the deed: "an army operation", "an offensive by X"."""

import polars as pl

from pipelines.transforms.text.attacks.grammar import KINDS_OF_ATTACK, OWNED_BY
from pipelines.transforms.text.casualties.agents import OTHER_DEED
from pipelines.transforms.text.casualties.blame import OTHERS, with_words
from pipelines.transforms.text.parties.actors import STATE_FORCES
from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED

OPERATION = (
    r"(?:operations?|offensives?|sweeps?|crackdowns?|incursions?|raids?|campaigns?|actions?|"
    r"attacks?|assaults?|ambush(?:es)?|bombings?|bombardments?|shelling|strikes?|air ?strikes?|"
    r"sieges?|killings?|massacres?|violence)"
)
# "Killed in an army operation": by the army, where those killed are none of it.
IN_AN = (
    r"(?i)(?-u:\b)(?:in|during|amid|as a (?:direct )?result of|because of|due to)"
    r"(?: (?:an?|the|this|that|joint|major|new|two|several|various|recent|repeated))*\s+$"
)
# "An army air strike", "the rebels' three-day criminal campaign"
KIND = rf"(?:{'|'.join(KINDS_OF_ATTACK)}|[a-z0-9]+-[a-z]+(?:-[a-z]+)?|[a-z]+(?:al|ic|ous|ive|less))"
OF_THEIRS = rf"(?i)^(?:['\x{{2019}}]s?)? (?:{KIND} ){{0,3}}?{OPERATION}(?-u:\b)"
# "The offensive has left 40 dead", "attacks took place, and as a result two were killed"
LEADING = (
    r"(?-u:\b)(?:left|leaves|leaving|result(?:ed|s|ing) in|caus(?:ed|es|ing)|claimed|claiming|"
    r"costs?|costing|produc(?:ed|es|ing)|ended (?:in|with)|led to|(?:in|during) which|"
    r"(?:risen|rose|climbed) to|as a result(?: of which)?)(?-u:\b)"
)
LED_TO = rf"(?i)^[^.;]{{0,110}}?{LEADING}[^.;]{{0,90}}$"
DEED_LED_TO = rf"{OF_THEIRS}[^.;]{{0,110}}?{LEADING}[^.;]{{0,90}}$"
# "A rebel attack on X, which caused the death of nine"
DEED_WHICH = rf"{OF_THEIRS}[^.;]{{0,110}}?,? (?:which|that) $"
# "An offensive launched in May by X", "the operations of X"
OPERATION_BY = (
    rf"(?i)(?-u:\b){OPERATION}(?-u:\b)(?:[^.;]{{0,70}}?)? by (?:(?:the|an?|suspected|alleged) )*"
    r"(?:[a-z]+ )?$"
)
OPERATION_OF = r"(?i)(?-u:\b)(?:operations?|offensives?|campaigns?|actions?) of (?:the |an? )?$"
# "Injured as a result of the indiscriminate bombing by X"
IN_ONE_BY = (
    rf"(?i)(?-u:\b)(?:in|during|as a (?:direct )?result of|because of|due to)"
    rf"(?: (?:an?|the|this|that|two|several))* (?:{KIND} ){{0,2}}?{OPERATION}"
    r"(?: (?:of|on|in|at|against|near) [^,;.]{1,40})?"
    r"(?: (?:launched|staged|carried out|mounted|conducted|unleashed|perpetrated))? by "
    r"(?:(?:the|an?|suspected|alleged) )*$"
)
BY_THEM = r"(?i) by (?:(?:the|an?|suspected|alleged) )*(?:[a-z]+ )?$"
# "Security forces conducted an operation in which nine militants were killed"
OPERATED = (
    r"(?i)^[^.;]{0,80}? (?:conduct|carri|carry|launch|mount|stag)[a-z]*(?: out)? "
    rf"(?:[a-z-]+ ){{0,4}}?{OPERATION}(?: [^.;,]{{0,60}})?,? "
    r"(?:in|during) which(?-u:\b)"
)
SUFFERED = ("passive", "died", "reduced", "headline", "deaths")
COUNTED = ("unnumbered", "some")
# "As a result of the rebels' attack on X, two farmers were killed"
OPENING = (
    r"(?i)(?:^|[,\]-] )(?:in|during|as a (?:direct )?result of|because of)"
    r"(?: (?:an?|the|this|that|new|two|several|recent|repeated))*\s+$"
)
OPENING_DEED = rf"{OF_THEIRS}[^.;]{{0,90}}, [^.;]{{0,90}}$"
# "Killed in an attack that X carried out"
IN_WHICH = (
    rf"(?i)(?-u:\b)(?:in|during)(?: (?:an?|the|this|that|two|several))* (?:{KIND} ){{0,2}}?"
    rf"{OPERATION}(?: (?:in|on|at|against|near) [^,;.]{{1,40}})?(?: that| which|,)?(?: the)?\s+$"
)
DID_IT = (
    r"(?i)^ (?:(?:has|had|have|also|later) )*(?:carried out|launched|staged|mounted|conducted|"
    r"unleashed|perpetrated)(?-u:\b)"
)
# What stands between an operation and harm that is none of it.
APART = (
    r"(?i)(?-u:\b)(?:after|following|before|while|when|but|revenge|response|retaliation|not|never|"
    r"nor|said|accident|crash|who)(?-u:\b)"
)
NEAR_BY = 40


def operators(
    harms: pl.DataFrame, free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """The party whose operation it was in which people of no army or of another side were harmed,
    in the columns of free. harms: sentence_id, harm_no, group (numbers of mentions)."""
    harmed = (
        harms.select("sentence_id", "harm_no", mention_no=pl.col("group").str.extract_all(r"\d+"))
        .explode("mention_no", empty_as_null=False)
        .with_columns(pl.col("mention_no").cast(pl.Int32))
        .join(
            mentions.select("sentence_id", "mention_no", actor_id="entity_id"),
            on=["sentence_id", "mention_no"],
        )
        .select("sentence_id", "harm_no", "actor_id")
        .drop_nulls()
    )
    # "The rebels' offensive left 90 guerrillas dead": those were theirs.
    of_group = (
        harmed.filter(pl.col("actor_id") == UNIDENTIFIED)
        .select("sentence_id", "harm_no", is_of_group=pl.lit(True))
        .unique()
    )
    told = with_words(
        free.filter(pl.col("rule_id").is_in([*SUFFERED, *COUNTED, "active"])), mentions, sentences
    )
    gap, is_behind = pl.col("gap"), pl.col("is_behind")
    before = pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base"))
    in_it = is_behind & gap.str.contains(IN_AN) & pl.col("after").str.contains(OF_THEIRS)
    in_it &= ~gap.str.replace(IN_AN, "").str.contains(OTHERS)
    in_it |= gap.str.contains(IN_ONE_BY) & ~gap.str.replace(BY_THEM, " ").str.contains(OTHER_DEED)
    in_it |= gap.str.contains(IN_WHICH) & pl.col("after").str.contains(DID_IT)
    is_theirs = before.str.contains(OPERATION_OF) | (
        before.str.contains(OPERATION_BY)
        & ~before.str.tail(NEAR_BY).str.contains(OWNED_BY)
        & ~before.str.replace(BY_THEM, " ").str.contains(OTHER_DEED)
    )
    by_it = gap.str.contains(DEED_LED_TO) | (is_theirs & gap.str.contains(LED_TO))
    by_it |= before.str.contains(OPENING) & gap.str.contains(OPENING_DEED)
    by_it = (by_it & ~gap.str.contains(APART)) | (
        gap.str.contains(OPERATED) & ~gap.str.contains(OTHERS)
    )
    is_active = pl.col("rule_id") == "active"
    by_it = pl.when(is_active).then(gap.str.contains(DEED_WHICH)).otherwise(by_it)
    in_it &= ~is_active
    return (
        told.filter(pl.when(is_behind).then(in_it).otherwise(by_it), ~pl.col("is_aside"))
        .join(harmed, on=["sentence_id", "harm_no", "actor_id"], how="anti", maintain_order="left")
        .join(of_group, on=["sentence_id", "harm_no"], how="left", maintain_order="left")
        .filter(pl.col("is_of_group").is_null() | pl.col("actor_id").str.starts_with(STATE_FORCES))
        .sort("sentence_id", "harm_no", "is_behind", pl.col("mention_no") * -1)
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
        .select(free.columns)
    )
