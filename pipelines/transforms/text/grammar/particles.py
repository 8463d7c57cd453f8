"""Verbs told by a word behind their object: "set two trucks and a house ablaze"."""

import polars as pl

# The voice of such a word in the lexicon.
APART = "apart_weak"
VERB = r"^(?:.* )?(set|sets|setting)( [^.;:]{2,80} )$"
NO_OBJECT = r" (?:was|were|is|are|him ?self|her ?self|them ?selves) "
VOICES = {"set": "hit_vp_weak", "sets": "hit_base_weak", "setting": "hit_ing_weak"}


def verbs_of_particles(hits: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """The hits, words of APART moved to the verb before them, with its voice; without one, gone.

    hits, shaded: as matching.find_hits and matching.shade give them.
    """
    is_apart = (pl.col("voice") == APART).fill_null(False)
    apart = hits.filter(is_apart)
    if apart.is_empty():
        return hits
    ahead = pl.col("shadow").str.slice(0, "start").str.extract_groups(VERB)
    verbs = (
        apart.join(shaded.select("text_no", "shadow"), on="text_no", maintain_order="left")
        .with_columns(verb=ahead.struct["1"], object=ahead.struct["2"])
        .filter(pl.col("verb").is_not_null(), ~pl.col("object").str.contains(NO_OBJECT))
        .with_columns(end=pl.col("start") - pl.col("object").str.len_chars().cast(pl.Int64))
        .with_columns(
            start=pl.col("end") - pl.col("verb").str.len_chars().cast(pl.Int64),
            voice=pl.col("verb").replace_strict(VOICES, default=None, return_dtype=pl.String),
        )
    )
    return pl.concat([hits.filter(~is_apart), verbs.select(hits.columns)])
