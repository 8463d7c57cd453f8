"""People whom an article names without hearing them: by a second name, or by role and name."""

import polars as pl

from pipelines.transforms.text.grammar.matching import fold
from pipelines.transforms.text.sources.antecedents import office_word
from pipelines.transforms.text.sources.speaker_kinds import slug
from pipelines.transforms.text.sources.speakers import CAPITALS

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
    """People named with their role as the subject of a sentence ('Mayor Noor came.').

    One row each, in the columns of antecedents.
    """
    roles = mentions.filter(
        (pl.col("kind") == "role") & pl.col("sense").is_in(list(CLAIMANT_TYPES))
    ).select("sentence_id", "sense", "entity_id", at="start", upto="end", surface="text")
    placed = roles.join(
        sentences.select(
            "sentence_id", "article_id", "sentence_no", "text", base=pl.col("start").cast(pl.Int64)
        ),
        on="sentence_id",
    )
    is_mixed = pl.col("text").str.contains("[a-z]")
    reach = pl.when(is_mixed).then(SUBJECT).otherwise(BEHIND_DATELINE)
    placed = placed.filter(pl.col("at") - pl.col("base") <= reach)
    after = fold(pl.col("text").str.slice(pl.col("upto") - pl.col("base")))
    name = after.str.extract(rf"^,? ({CAPITALS})", 1).str.strip_chars(".'")
    name = pl.when(is_mixed).then(name).otherwise(after.str.extract(IN_CAPITALS, 1))
    return (
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
