"""Who passes on what a speaker said: the outlet that was told it ("told the Lusa agency")."""

import polars as pl

from pipelines.transforms.text.sources.speaker_keys import slug
from pipelines.transforms.text.sources.speaker_names import CAPITALS

# "Told Human Rights Watch": a body by its name.
ORGANISATION, NAMED_BODY = "organisation", r"^[A-Z][a-z]+ [A-Z]|^[A-Z]{3,}$"
# What may stand between "told" and the outlet's name.
BEFORE_NAME = r"^ (?:the |a )?(?:[a-z-]+ ){0,3}$"
# Outlets that no lexicon lists, by the noun beside their name.
OUTLET = r"(?:news )?(?:agency|site|service|website|newspaper|paper|daily|weekly|outlet)"
STATION = r"(?:(?:radio|television|tv)(?: (?:station|channel))?|channel|broadcaster|network)"
NOUN_BEHIND = rf"^ (?:the )?(?:[a-z-]+ )?({CAPITALS}) (?:{OUTLET}|{STATION})(?-u:\b)"
NOUN_BEFORE = rf"^ the (?:[a-z-]+ )?(?:{OUTLET}|broadcaster|channel|station) ({CAPITALS})"


# One of these stands in all that CARRIED finds.
PAPERS = [
    "statement", "video", "message", "communique", "remarks", "comments", "interview", "post by",
    "post to", "call with", "phone", "seen by", "obtained by", "reviewed by", "viewed by",
    "quoted by", "cited by", "interviewed by", "contacted by", "questioned by",
]  # fmt: skip
# "In a statement carried by X, the ministry said", "said in an interview with X".
CARRIED = (
    r"(?i)^.*(?-u:\b)(?:statement|video|message|communique|remarks|comments|interview|post|call|phone)"
    r" (?:(?:that was )?(?:carried|published|broadcast|aired|relayed|run|quoted|cited|released|"
    r"reported) by|to|with)(?-u:\b)|"
    r"(?i)^.*(?-u:\b)(?:report|document|memo|letter|video|footage|order|statement|bulletin|"
    r"communique|note)s?,? "
    r"(?:seen|obtained|reviewed|viewed) by(?-u:\b)|"
    r"(?i)^.*[a-z] (?:quoted|cited|interviewed|contacted|questioned) by(?-u:\b)"
)


def passed_on(acts: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per act that an outlet or a body passes on, told it or carrying it: act_id and who
    that is as via_id, via_name, via_type.

    acts: as find_acts gives them.
    """
    is_told = pl.col("voice") == "told"
    folded = pl.col("folded")
    may_carry = pl.when(folded.str.contains_any(PAPERS, ascii_case_insensitive=True)).then(folded)
    upto = (
        pl.when(is_told)
        .then(pl.col("act_end") - pl.col("base"))
        .otherwise(may_carry.str.extract(CARRIED, 0).str.len_chars().cast(pl.Int64))
    )
    told = (
        acts.with_columns(upto=upto)
        .filter(pl.col("upto").is_not_null(), ~pl.col("in_quote"))
        .with_columns(behind=folded.str.slice("upto"), upto=pl.col("upto") + pl.col("base"))
    )
    is_body = (pl.col("sense") == ORGANISATION) & pl.col("text").str.contains(NAMED_BODY)
    media = mentions.filter(
        (pl.col("kind") == "medium") | ((pl.col("kind") == "role") & is_body)
    ).select(
        "sentence_id",
        medium_id=pl.coalesce("entity_id", slug(pl.col("text"))),
        medium="text",
        medium_start="start",
        via_type=pl.when(pl.col("kind") == "medium")
        .then(pl.lit("medium"))
        .otherwise(pl.lit(ORGANISATION)),
    )
    listed = (
        told.join(media, on="sentence_id")
        .filter(
            pl.col("medium_start") >= pl.col("upto"),
            pl.col("behind")
            .str.slice(0, (pl.col("medium_start") - pl.col("upto")).clip(0))
            .str.contains(BEFORE_NAME),
        )
        .select("act_id", "via_type", via_id="medium_id", via_name="medium")
    )
    name = pl.coalesce(
        pl.col("behind").str.extract(NOUN_BEHIND, 1), pl.col("behind").str.extract(NOUN_BEFORE, 1)
    )
    unlisted = (
        told.join(listed, on="act_id", how="anti", maintain_order="left")
        .select("act_id", via_name=name)
        .filter(pl.col("via_name").is_not_null())
        .select(
            "act_id",
            via_type=pl.lit("medium"),
            via_id=slug(pl.col("via_name")),
            via_name="via_name",
        )
    )
    return (
        pl.concat([listed, unlisted])
        .with_columns(via_id=pl.concat_str("via_type", "via_id", separator=":"))
        .unique("act_id", keep="first", maintain_order=True)
    )
