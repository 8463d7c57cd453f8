"""Acts of speakers whom a text names without a verb of saying: at its head, in brackets, or as
those who saw or took in the dead and wounded."""

import polars as pl

from pipelines.transforms.text.sources.act_forms import shape
from pipelines.transforms.text.sources.folding import fold_sentences
from pipelines.transforms.text.sources.named_beside import closes_in_brackets, names_in_brackets
from pipelines.transforms.text.sources.transcripts import name_transcripts, opens_transcript

# "The clinic treated 41 wounded people", "a reporter saw two bodies": who counted them says so.
HARMED = (" bodies", " corpses", "wounded", " injured", " patients", " casualties", " wounds")
COUNTED = (
    r"^((?:(?i:the|an?|two|three) )?[A-Za-z][^,;:\"]{1,60}?)(?: (?:has|have|had|also|later))* "
    r"(?:received|treated|admitted|recovered|retrieved|saw|found|took in|pulled)(?: (?:the|bodies|"
    r"of|out|at|least|more|than|over|about|some|around|nearly|another|a|total|further)){0,4} "
    r"(?:[0-9][0-9,]*|[a-z]+)(?: [a-z-]+){0,2}? (?:[a-z]+-)?"
    r"(?:bodies|corpses|wounded|injured|patients|casualties|people with (?:[a-z-]+ )?wounds)"
    r"(?-u:\b)"
)

# "The ambulance service said it had recovered nine bodies": it speaks.
SAYS = r"(?i)(?-u:\b)(?:said|says|told|added|reported|reports|confirmed|announced|claimed)(?-u:\b)"


def acts_of_names(sentences: pl.DataFrame, mentions: pl.DataFrame) -> list[pl.DataFrame]:
    """Speech acts as find_acts gives them, of speakers named without a verb of saying."""
    return [
        transcripts(sentences, mentions),
        bracketed(sentences, mentions),
        counting(sentences, mentions),
    ]


def counting(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who saw or took in the dead and wounded: "MSF treated 41 wounded people"."""
    told = sentences.filter(
        pl.col("text").str.contains_any(HARMED), pl.col("text").str.contains(COUNTED)
    )
    named = fold_sentences(told, told).with_columns(name=pl.col("folded").str.extract(COUNTED, 1))
    named = named.filter(~pl.col("name").str.contains(SAYS)).with_columns(
        start=pl.col("base").cast(pl.Int32),
        end=(pl.col("base") + pl.col("name").str.len_chars()).cast(pl.Int32),
    )
    return of_names(named, told, mentions)


def transcripts(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who speaks throughout an article that gives somebody's words whole."""
    opening = opens_transcript(sentences)
    folded = fold_sentences(opening, opening).join(
        opening.select("sentence_id", "is_headed"), on="sentence_id", maintain_order="left"
    )
    named = name_transcripts(folded).drop("is_headed")
    # "Mali - weekly report" is about it.
    places = mentions.filter(pl.col("kind") == "place").select("sentence_id", "start", "end")
    named = named.join(
        places, on=["sentence_id", "start", "end"], how="anti", maintain_order="left"
    )
    return of_names(named, opening, mentions).with_columns(is_standing=pl.lit(True))


def bracketed(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who a bracket at a sentence's end says to tell of it: "(local sources)"."""
    closing = closes_in_brackets(sentences)
    named = names_in_brackets(fold_sentences(closing, closing), mentions)
    return of_names(named, closing, mentions)


def of_names(named: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Acts of speakers whom a sentence names without a verb: name, start and end in `named`."""
    given = named.join(
        sentences.select("sentence_id", "article_id"), on="sentence_id", maintain_order="left"
    ).with_columns(
        mention_id=(-pl.col("sentence_id")).cast(mentions.schema["mention_id"]),
        sense=pl.lit("assert"), voice=pl.lit(None, pl.String), act_text=pl.lit("name"),
        joined=pl.lit(False),
    )  # fmt: skip
    at, upto = pl.col("start") - pl.col("base"), pl.col("end") - pl.col("base")
    head = at + pl.col("name").str.extract(r"^([^,]*)", 1).str.len_chars().cast(pl.Int64)
    return shape(given, pl.lit("source"), at, head, upto, is_same="joined")
