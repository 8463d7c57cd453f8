"""A sentence's mentions as a string of tokens, which the grammar of harm rewrites.

A letter and the number of its mention make a token (N3); '-' stands for one unknown word, '=' for
more.
"""

import polars as pl

from pipelines.transforms.text.casualties.harm_words import sentences_of_harm
from pipelines.transforms.text.casualties.letters import letter_of_mention
from pipelines.transforms.text.casualties.unread import (
    is_adjective,
    is_adverb,
    is_attack_verb,
    is_bystander,
    is_second_dash,
    is_source_at_end,
)


def tag_sentences(mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per sentence with a word of harm: sentence_id, tags."""
    told = sentences_of_harm(mentions)
    gap = pl.when(pl.col("words_before") == 0).then(pl.lit("")).when(
        pl.col("words_before") == 1
    ).then(pl.lit("-")).otherwise(pl.lit("="))  # fmt: skip
    is_unread = is_attack_verb() | (pl.col("kind") == "background") | is_source_at_end()
    is_unread |= is_adverb() | is_bystander()
    token = pl.when(is_unread).then(pl.lit("-")).when(pl.col("letter").is_null()).then(
        pl.lit("")
    ).otherwise(pl.col("letter") + pl.col("mention_no").cast(pl.String))  # fmt: skip
    return (
        mentions.lazy()
        .join(told.lazy(), on="sentence_id", how="semi", maintain_order="left")
        .with_columns(letter=pl.when(~is_adjective() & ~is_second_dash()).then(letter_of_mention()))
        .select("sentence_id", tag=pl.concat_str(gap, token))
        .group_by("sentence_id", maintain_order=True)
        .agg(tags=pl.col("tag").str.join(""))
        .collect(engine="in-memory")
    )
