"""A place told behind its deed: "Gunmen killed nine. The attack took place in Kankara"."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.capitals import SCENES

DEED = (
    r"(?:attack|assault|ambush|blast|explosion|bombing|clash|incident|raid|strike|shooting|"
    r"fire ?fight|massacre|killing|murder|abduction|kidnapping|fighting|combat|battle|operation|"
    r"encounter|action|crime|sabotage|confrontation|shoot-?out|skirmish|gun ?battle|gunfight|"
    r"shelling|violence)(?:e?s)?"
)
# "The police said the attack took place", "according to the mayor, the bomb went off".
SAID = (
    r"(?i)^\W*(?:(?:[^.;]{2,70} (?:said|says|added|adds|reported|reports|stated|explained|"
    r"confirmed)(?: today| yesterday| on [a-z]+day)?(?: that)?|according to [^,.;]{2,60}),? )?"
)
OF_IT = rf"{SAID}(?:the|this|both|these) (?:[a-z'-]+ ){{0,3}}?"
# "The attack, the second in a week, took place", "the blast hit".
TOOK_PLACE = (
    rf"{OF_IT}{DEED}(?:,[^,;.]{{3,60}},)?"
    r"(?: [^,;.]{2,40}?)? (?:took place|happened|occurred|unfolded|hit|struck|targeted|"
    r"(?:was|were) (?:carried out|staged|launched|reported)|broke out|came|began|started)(?-u:\b)"
)
DEVICE = (
    r"(?:(?:(?:car |truck )?bomb|(?:explosive )?device|grenade|mine|charge|rocket|missile|shell|"
    r"drone)s?)"
)
WENT_OFF = (
    rf"{OF_IT}{DEVICE}(?:,[^,;.]{{3,60}},)?(?: [^,;.]{{2,40}}?)? (?:exploded|went off|detonated|"
    r"blew up|fell|landed|hit|struck|(?:was|were) (?:set off|detonated|thrown|hurled|planted|"
    r"placed|fired))(?-u:\b)"
)
# "Condemned the murder (of the priests), which was carried out in X", and no murder of a judge.
WHICH = (
    rf"(?i)(?-u:\b)(?:the|this|['\x{{2019}}]s?) (?:[a-z'-]+ ){{0,3}}?(?:{DEED}|assassination|death)"
    r"(?: of (?:the|these|those|all|both) [^,.;]{0,50}[a-z]s)?, (?:which|that) "
    r"(?:(?:had|was|were|been) )*(?:took place|taken place|happened|occurred|carried out|"
    r"committed|perpetrated|staged)(?-u:\b)"
)
# "They were shot in Yei", "the two were killed near Djibo".
WAS_HARMED = (
    r"(?i)^\W*(?:they|he|she|it|both|all (?:of them|[a-z]+)|the (?:[a-z]+|[0-9]+|two men|victims?|"
    r"dead|wounded|bodies)) (?:was|were|had been)(?: [a-z]+ly)? (?:shot|killed|gunned down|"
    r"ambushed|hit|"
    r"struck|attacked|hacked|stabbed|abducted|kidnapped|murdered|slain|bombed)(?-u:\b)"
)
# A sentence on, "the device" is the one of a deed that was done with some.
TELLS_ON = f"{TOOK_PLACE}|{WHICH}"
BY_DEVICE = rf"(?i)(?-u:\b)(?:{DEVICE}|explosi(?:ve|on)s?|blasts?|bombings?|shelling)(?-u:\b)"
TELLS_WHERE = f"{TELLS_ON}|{WENT_OFF}|{WAS_HARMED}"
# "The murder of a judge", "the sabotage of the pipeline" is another deed.
OF_ANOTHER = rf"(?i)(?-u:\b)(?:sabotage of|{DEED} of (?:an?|one|another))(?-u:\b)"
# "The judge's murder" harmed one.
OF_ONE = (
    r"(?i)[^s]['\x{2019}]s (?:murder|killing|death|assassination|abduction|kidnapping|execution)"
    r"(?-u:\b)"
)
FURTHER = (
    r"(?i)(?-u:\b)(?:another|similar(?:ly)?|also|separate(?:ly)?|elsewhere|meanwhile|last (?:year|"
    r"month)|(?:19|20)[0-9]{2}|earlier|previous(?:ly)?|second|third|fourth|fifth|sixth|ago|would|could|if)(?-u:\b)"
)
# "Occurred as police in X announced", "against troops stationed in X".
BETWEEN = (
    r"(?i)(?-u:\b)(?:with|by|when|while|after|before|as|against|from|stationed|who|which|that|for|"
    r"between)(?-u:\b)"
)
LED = (
    r"(?i) (?:in|at|near|outside|around|on|inside|hit|struck|targeted|between|off)"
    r"(?: (?:the|a|an))?(?: [\p{L}-]+){0,4}?(?: of)?(?: the)? $"
)
# "Took place in the departments of X, Y and Z", "in X and Y": in no one place.
OF_SEVERAL = (
    r"(?i)(?-u:\b)(?:departments|provinces|districts|states|regions|towns|cities|villages|counties|"
    r"municipalities|areas|neighbou?rhoods)(?: of)?(?: the)? $"
)
LISTED_BEHIND = (
    r"^(?:, [^,.;]{2,30}){0,5},? (?i:and|as well as) (?i:in |near |at )?(?i:the )?\p{Lu}"
)
NEAR = r"(?i) (?:near|outside|around|off)(?: [a-z]+){0,3} $"
WIDE = ("country", "admin1", "unknown")
UNITS = ("country", "admin1", "admin2")


def take_place_behind(
    claims: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Claims that lie in no more than a country or a first-level unit, with the place that the
    sentence behind theirs tells of their deed, if it lies there."""
    is_wide = (
        pl.col("claim_type").is_in(SCENES)
        & (pl.col("location_id").is_null() | pl.col("where_precision").is_in(WIDE))
        & ~pl.col("is_cumulative")
        # What lies in several places has one deed in each.
        & ~pl.col("location_text").str.contains(", ").fill_null(False)
    )
    asked = claims.filter(is_wide).select("sentence_id").unique()
    behind = sentences_behind(asked, sentences)
    if behind.is_empty():
        return claims
    units = lexicons.places.select(
        behind_id="location_id", behind_unit="admin1_id", behind_country="country_id"
    )
    told = places_told(behind, mentions, lexicons).join(units, on="behind_id", how="left")
    held_in = pl.col("location_id")
    is_inside = held_in.is_null() | (held_in == pl.col("behind_country"))
    is_inside |= (held_in == pl.col("behind_unit")) & (held_in != pl.col("behind_id"))
    is_told = is_wide & pl.col("behind_id").is_not_null() & is_inside.fill_null(False)
    is_told &= ~(pl.col("is_of_one") & (pl.col("value_best") > 1)).fill_null(False)
    names = ("location_id", "location_text", "where_precision")
    taken = ("behind_id", "behind_text", "behind_precision")
    return (
        claims.join(told, on="sentence_id", how="left", maintain_order="left")
        .with_columns(
            pl.when(is_told).then(value).otherwise(name).alias(name)
            for name, value in zip(names, taken, strict=True)
        )
        .select(claims.columns)
    )


def sentences_behind(asked: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The sentences right behind those asked for that tell where a deed was, of an opening also
    the next: sentence_id (of the one asked for), behind_sentence, text, base."""
    ordered = sentences.sort("article_id", "sentence_no")
    opens = pl.col("sentence_no") == pl.col("sentence_no").min().over("article_id")
    behind = pl.concat(
        ordered.select(
            "sentence_id",
            step=pl.lit(step),
            is_near=opens | (step == 1),
            own="text",
            behind_sentence=pl.col("sentence_id").shift(-step).over("article_id"),
            text=pl.col("text").shift(-step).over("article_id"),
            base=pl.col("start").shift(-step).over("article_id"),
        )
        for step in (1, 2)
    ).filter("is_near")
    return (
        behind.join(asked, on="sentence_id", how="semi", maintain_order="left")
        .drop_nulls("text")
        .filter(
            pl.when(pl.col("step") == 1)
            .then(pl.col("text").str.contains(TELLS_WHERE))
            .when(pl.col("own").str.contains(BY_DEVICE))
            .then(pl.col("text").str.contains(f"{TELLS_ON}|{WENT_OFF}"))
            .otherwise(pl.col("text").str.contains(TELLS_ON)),
            ~pl.col("text").str.contains(FURTHER),
            ~pl.col("text").str.contains(OF_ANOTHER),
        )
        .sort("sentence_id", "step")
        .unique("sentence_id", keep="first", maintain_order=True)
        .drop("step", "is_near", "own")
    )


def places_told(behind: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """sentence_id, behind_id, behind_text, is_of_one (its deed harmed one) and behind_precision:
    the first place that is told behind the deed's word; of a name that nobody knows the place
    behind it that holds it."""
    kinds = lexicons.places.select(behind_id="location_id", kind_told="location_type")
    named = (
        mentions.filter(pl.col("kind") == "place", pl.col("sense") != "country")
        .select(
            "start", "end", behind_sentence="sentence_id", behind_id="entity_id", behind_text="text"
        )
        .join(behind, on="behind_sentence")
        .with_columns(
            ahead=pl.col("text").str.slice(0, pl.col("start") - pl.col("base")),
            rest=pl.col("text").str.slice(pl.col("end") - pl.col("base")),
        )
        .filter(pl.col("ahead").str.contains(TELLS_WHERE))
        .sort("sentence_id", "start")
    )  # fmt: skip
    gap = pl.col("ahead").str.replace(TELLS_WHERE, "")
    first = named.unique("sentence_id", keep="first", maintain_order=True).filter(
        pl.col("ahead").str.contains(LED),
        ~gap.str.contains(BETWEEN),
        ~pl.col("ahead").str.contains(OF_SEVERAL),
        ~pl.col("rest").str.contains(LISTED_BEHIND),
    )
    holders = (
        named.filter(pl.col("behind_id").is_not_null())
        .unique("sentence_id", keep="first", maintain_order=True)
        .select("sentence_id", "behind_id")
    )
    is_unit = pl.col("kind_told").is_in(UNITS)
    return (
        first.select("sentence_id", "behind_text", "ahead")
        .join(holders, on="sentence_id", maintain_order="left")
        .join(kinds, on="behind_id", how="left", maintain_order="left")
        .select(
            "sentence_id", "behind_id", "behind_text",
            is_of_one=pl.col("ahead").str.contains(OF_ONE),
            behind_precision=pl.when(is_unit)
            .then("kind_told")
            .when(pl.col("ahead").str.contains(NEAR))
            .then(pl.lit("near"))
            .otherwise(pl.lit("exact")),
        )
    )  # fmt: skip
