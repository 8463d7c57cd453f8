"""People whom an article names without hearing them: by a second name, or by role and name."""

import polars as pl

from pipelines.transforms.text.grammar.matching import fold
from pipelines.transforms.text.sources.antecedents import office_word
from pipelines.transforms.text.sources.speaker_keys import slug
from pipelines.transforms.text.sources.speaker_names import CAPITALS

ALIAS_WORDS = ["known as", "alias ", "a.k.a", "aka ", "nom de guerre", "nicknamed", "goes by"]
ALIAS = (
    rf"({CAPITALS}),? \(?(?:who is |who was )?(?:(?:(?:also|better|widely|popularly|otherwise) )?"
    r"known(?: [a-z]+)? as|alias|a\.?k\.?a\.?|nicknamed|who goes by(?: the names? of| the name)?|"
    r"(?:whose|using the|who uses the) nom de guerre(?: is| of)?|nom de guerre),? "
    rf"[\"']?({CAPITALS})"
)
# The subject of a sentence begins within so many characters.
SUBJECT = 25
# In a text of capitals alone a comma ends the name, and a dateline may stand before it.
IN_CAPITALS, BEHIND_DATELINE = r"^ ((?:[A-Z][A-Z.'-]+ ){1,3}[A-Z][A-Z'-]+),", 100
CLAIMANT_TYPES = {
    "official": "official", "military": "official", "rank": "official", "party": "party",
    "press": "person", "civil": "person", "title": "person",
}  # fmt: skip
# Who so opens a sentence is a person of the story, though without a name: "A nurse ran outside."
ONE = r"^\W*(?i:(the|an?|one|another)) ((?:[\w'-]+ ){0,3})$"
DOES = (
    r"(?i)^(?: (?:of|for|at|in|from|with) [^,.;]{1,40}?| \(?[0-9]{1,2}\)?,?)?,? (?:then |later )?"
    r"(?:spoke|speaks|talked|gave|gives|described|recounted|recalled|arrived|visited|held|issued|"
    r"released|published|appeared|addressed|briefed|answered|wrote|posted|sat|stood|fled|ran|hid|"
    r"saw|heard|watched|survived|lost|escaped|pointed|showed|treated|works|worked|lives|lived|met|"
    r"came|returned|was (?:there|here|at|in|inside|outside|near|among|present|nearby|asleep|"
    r"sitting|standing|working|reached|asked|interviewed))(?-u:\b)"
)
ANYONE = (
    r"(?i)^(?:(?:wo)?man|mother|father|widow|grandmother|grandfather|resident|farmer|student|"
    r"teacher|trader|shopkeeper|villager|survivor|neighbou?r|witness|nurse|doctor|driver)$"
)
# People met and not heard are called back over fewer sentences than speakers are.
SOONER = 6


def find_aliases(sentences: pl.DataFrame) -> pl.DataFrame:
    """One row per second name of a person in an article: article_id, alias, full_name."""
    names = pl.col("folded").str.extract_groups(ALIAS)
    return (
        sentences.filter(pl.col("text").str.contains_any(ALIAS_WORDS, ascii_case_insensitive=True))
        .sort("article_id", "sentence_no")
        .select("article_id", folded=fold(pl.col("text")))
        .select(
            "article_id",
            alias=names.struct.field("2").str.strip_chars(".'"),
            full_name=names.struct.field("1").str.strip_chars(".'"),
        )
        .drop_nulls()
        .unique(["article_id", "alias"], keep="first", maintain_order=True)
    )


def people_met(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """People named with their role as the subject of a sentence ('Mayor Noor came.'), and such as
    have no name but do something in it ('The mayor came.').

    One row each, in the columns of antecedents.
    """
    roles = mentions.filter(
        (pl.col("kind") == "role") & pl.col("sense").is_in(list(CLAIMANT_TYPES))
    ).select("sentence_id", "sense", "entity_id", at="start", upto="end", surface="text")
    texts = sentences.select(
        "sentence_id", "article_id", "sentence_no", "text", base=pl.col("start").cast(pl.Int64)
    )
    placed = roles.join(texts, on="sentence_id")
    is_mixed = pl.col("text").str.contains("[a-z]")
    reach = pl.when(is_mixed).then(SUBJECT).otherwise(BEHIND_DATELINE)
    placed = placed.filter(pl.col("at") - pl.col("base") <= reach)
    after = fold(pl.col("text").str.slice(pl.col("upto") - pl.col("base")))
    name = after.str.extract(rf"^,? ({CAPITALS})", 1).str.strip_chars(".'")
    name = pl.when(is_mixed).then(name).otherwise(after.str.extract(IN_CAPITALS, 1))
    named = (
        placed.with_columns(name=name)
        .filter(pl.col("name").is_not_null())
        .sort("article_id", "at")
        .select(
            "article_id",
            at=pl.col("at").cast(pl.Int32),
            from_sentence=(pl.col("sentence_no") - SOONER).cast(pl.Int32),
            called=pl.lit(["person", "office"]),
            office=office_word(pl.col("surface")),
            claimant_id=pl.lit("person:") + slug(pl.col("name")),
            claimant_name="name",
            claimant_type=pl.col("sense").replace_strict(CLAIMANT_TYPES, return_dtype=pl.String),
            claimant_actor_id="entity_id",
        )
        .explode("called", empty_as_null=False)
    )
    return pl.concat([named, nameless(texts, mentions).select(named.columns)])


def nameless(texts: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """People without a name who open a sentence that tells of no harm, in the columns of
    antecedents."""
    is_role = (pl.col("kind") == "role") & pl.col("sense").is_in(list(CLAIMANT_TYPES))
    is_anyone = (pl.col("kind") == "people") & pl.col("text").str.contains(ANYONE)
    harmed = mentions.filter(pl.col("kind") == "trigger").select("sentence_id")
    is_holder = (
        (pl.col("kind") == "pronoun")
        & (pl.col("sense") == "official")
        & pl.col("text").str.contains(r"(?i)^the ")
    )
    people = (
        mentions.filter((is_role & (pl.col("voice") == "sg")) | is_anyone | is_holder)
        .select(
            "sentence_id",
            "kind",
            "sense",
            at=pl.col("start") + pl.when(is_holder).then(len("the ")).otherwise(0),
            upto="end",
            surface=pl.col("text").str.replace(r"(?i)^the ", ""),
        )
        .join(harmed, on="sentence_id", how="anti", maintain_order="left")
        .join(texts, on="sentence_id", maintain_order="left")
    )
    ahead = fold(pl.col("text").str.slice(0, pl.col("at") - pl.col("base")))
    opening = ahead.str.extract_groups(ONE)
    behind = fold(pl.col("text").str.slice(pl.col("upto") - pl.col("base"), SUBJECT * 3))
    is_the = opening.struct.field("1").str.to_lowercase() == "the"
    name = opening.struct.field("2") + pl.col("surface")
    many = name.str.replace(r"(?i)man$", "men").str.replace(r"([^snSN])$", "${1}s")
    is_office = is_the & pl.col("sense").is_in(["official", "military"])
    is_one = (pl.col("kind") == "role") & (pl.col("sense") != "press") & ~is_office
    return (
        people.filter(behind.str.contains(DOES), opening.struct.field("1").is_not_null())
        .filter(~is_the | (pl.col("kind") != "people"))
        .with_columns(
            claimant_name=pl.when(is_one).then(many).otherwise(name),
            claimant_type=pl.when(is_office).then(pl.lit("official")).otherwise(
                pl.lit("anonymous")
            ),
        )
        .sort("article_id", "at")
        .select(
            "article_id",
            "claimant_name",
            "claimant_type",
            at=pl.col("at").cast(pl.Int32),
            from_sentence=(pl.col("sentence_no") - SOONER).cast(pl.Int32),
            called=pl.lit(["person", "office"]),
            office=office_word(pl.col("surface")),
            claimant_id=pl.concat_str(
                "claimant_type", slug(pl.col("claimant_name")), separator=":"
            ),
            claimant_actor_id=pl.lit(None, pl.String),
        )
        .explode("called", empty_as_null=False)
    )  # fmt: skip
