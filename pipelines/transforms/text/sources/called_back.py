"""Speakers called back by a pronoun or a definite noun: "it said", "the ministry added"."""

import polars as pl

from pipelines.transforms.text.sources.antecedents import (
    REACH,
    STATEMENT,
    THE_SOURCE,
    office_word,
)
from pipelines.transforms.text.sources.speaker_keys import slug

CALLS = {
    "person": "person", "group": "group", "thing": "thing", "outlet": "outlet",
    "account": "account", "body": "body", "official": "office", "object": "person",
}  # fmt: skip
# Definite nouns that stand for nobody named before are sources of their own.
UNNAMED = {
    "account": "social_account", "official": "official", "body": "organisation", "group": "party",
    "outlet": "medium",
}  # fmt: skip
# "The Norwegian Refugee Council" is no council of state.
RELIEF = r"(?i)(?-u:\b)(?:refugees?|rights|relief|aid|humanitarian|rescue|medical|charity)(?-u:\b)"
FREE_BODY = r"(?i)(?-u:\b)(?:group|monitor|watchdog|ngo|network|organi[sz]ation|think tank)$"
BODY_OF_STATE = (
    r"(?i)(?-u:\b)(?:ministry|government|administration|authorit(?:y|ies)|offices?|command|army|"
    r"police|department|directorate|presidency|council|mission|ministries)(?-u:\b)"
)
# "The report adds", "the note says": of whoever reported, or wrote a note.
PAPER_CALLED = (
    r"(?i)^(?:the|this|that|same|the same|this same)(?: (?:last[- ]minute|latest|second|final|"
    r"official|same|brief|press|"
    r"preliminary))? (?:(report|dispatch|text|document|version|account|bulletin)|(?:note|letter|"
    r"message|telegram|cable|"
    r"memo|memorandum|leaflet|pamphlet|fl[iy]er|circular|declaration|manifesto|proclamation))s?$"
)
# Papers of the speaker who says it: "this last-minute report".
THIS = r"(?i)^this "
SOMEBODY = r"(?i)^(?:he|she|it|they)$"
MANY_MEDIA = r"(?i)(?-u:\b)(?:press|media|newspapers|agencies|outlets)$"
WORD = r"([\p{L}'-]+)$"
SEAT = r"^[A-Za-z -]+ in ([A-Z][\p{L}'-]+)"


def resolve_calls(acts: pl.DataFrame, answers: pl.DataFrame) -> pl.DataFrame:
    """Acts whose speaker is a pronoun or a definite noun, with the speaker it stands for.

    answers: speakers heard of, as antecedents gives them.
    """
    calls = find_calls(acts)
    found = last_answers(calls, answers)
    near = found.filter(is_meant().fill_null(False))
    left = calls.join(near.select("act_id"), on="act_id", how="anti", maintain_order="left")
    papers = left.filter(pl.col("called") == "report").with_columns(called=pl.lit("reporter"))
    heard = last_answers(papers, answers).filter(is_meant().fill_null(False))
    near = pl.concat([near, heard])
    unnamed = name_by_noun(found.join(near.select("act_id"), on="act_id", how="anti"))
    return pl.concat([near, unnamed]).sort("article_id", "act_start", "act_id")


def is_called_back() -> pl.Expr:
    """True for speakers known by who was named before: the media or a paper told of again."""
    return is_the_media() | is_paper_called()


def is_paper_called() -> pl.Expr:
    """True for "the report", "the note": a paper that somebody gave out before."""
    return (pl.col("speaker_type") == "vague") & pl.col("head").str.contains(PAPER_CALLED)


def is_the_media() -> pl.Expr:
    """True for "the broadcaster" and its like, of which one was heard before; "the press" is of
    many."""
    is_media = (pl.col("speaker_type") == "vague") & (pl.col("vague") == "media")
    head = pl.col("head")
    return is_media & head.str.contains(r"(?i)^the ") & ~head.str.contains(MANY_MEDIA)


def find_calls(acts: pl.DataFrame) -> pl.DataFrame:
    """Acts that call somebody back, with called (what kind of speaker), at, office_called, noun."""
    pronoun, voice = pl.col("pronoun"), pl.col("pronoun_voice")
    said = pl.col("pronoun_text")
    return (
        acts.filter((pl.col("speaker_type") == "pronoun") | is_called_back())
        .with_columns(
            called=pl.when(is_the_media())
            .then(pl.lit("outlet"))
            .when(is_paper_called())
            .then(
                pl.when(pl.col("head").str.extract(PAPER_CALLED, 1).is_not_null())
                .then(pl.lit("report"))
                .otherwise(pl.lit("letter"))
            )
            .when((pronoun == "group") & (voice == "def"))
            .then(pl.lit("party_group"))
            .when((pronoun == "body") & said.str.contains(STATEMENT))
            .then(pl.lit("statement"))
            .when(said.str.contains(THE_SOURCE).fill_null(False))
            .then(pl.lit("source"))
            .when((pronoun == "object") & (voice == "pl"))
            .then(pl.lit("group"))
            .otherwise(pronoun.replace_strict(CALLS, default=None)),
            # "The group, which is allied with X, said": of whom it told before.
            at=pl.min_horizontal("head_end", "act_start"),
            office_called=office_word(said),
            noun=last_word(said),
        )
        .sort("at")
    )


def last_answers(calls: pl.DataFrame, answers: pl.DataFrame) -> pl.DataFrame:
    """Calls with the last speaker of that kind heard before, rather one of the same noun."""
    # "The ministry" is the ministry that was heard, and no mission heard since.
    bodies = answers.filter(pl.col("called") == "body").with_columns(
        noun=last_word(pl.col("claimant_name"))
    )
    # "The network" is the doctors' network, and no medium that quotes it.
    asked = calls.filter(pl.col("called").is_in(["body", "outlet"]))
    alike = asked.with_columns(called=pl.lit("body")).join_asof(
        bodies, on="at", by=["article_id", "called", "noun"], strategy="backward",
        check_sortedness=False, allow_exact_matches=False,
    ).filter(pl.col("claimant_id").is_not_null())  # fmt: skip
    others = calls.join(alike, on="act_id", how="anti", maintain_order="left").join_asof(
        answers, on="at", by=["article_id", "called"], strategy="backward",
        check_sortedness=False, allow_exact_matches=False,
    )  # fmt: skip
    return pl.concat([others, alike.select(others.columns)]).sort("at")


def is_meant() -> pl.Expr:
    """True where the speaker heard last is near enough, of the office and the seat called."""
    reach = pl.col("called").replace_strict(REACH, default=0, return_dtype=pl.Int32)
    # "The governor" is nobody of whom it is not said that he is one.
    is_office = (
        (pl.col("called") != "office")
        | pl.col("office_called").is_null()
        | (pl.col("office_called") == pl.col("office"))
    )
    # "The ministry in Moscow" is none of whom another place was told.
    seat = pl.when(pl.col("pronoun") == "body").then(pl.col("head").str.extract(SEAT, 1))
    is_elsewhere = ~pl.col("claimant_name").str.contains(seat, literal=True).fill_null(True)
    # "The rights group" is no ministry.
    is_free = pl.col("pronoun_text").str.contains(FREE_BODY).fill_null(False)
    is_of_state = pl.col("claimant_name").str.contains(BODY_OF_STATE)
    is_elsewhere |= is_free & is_of_state & ~pl.col("claimant_name").str.contains(RELIEF)
    is_near = pl.col("sentence_no") - pl.col("from_sentence") <= reach
    return pl.col("claimant_id").is_not_null() & ~is_elsewhere & is_office & is_near


def name_by_noun(calls: pl.DataFrame) -> pl.DataFrame:
    """Calls of nobody heard of with the columns of SPEAKER, where the noun is a source itself."""
    plain = pl.col("head").str.replace(r"(?i)^(?:the|an?|another) ", "")
    # "He said", of whom nothing was told before: somebody said so.
    is_somebody = pl.col("head").str.contains(SOMEBODY) & (
        pl.col("stance").is_in(["claim", "report"]) | ~pl.col("head").str.contains(r"(?i)^it$")
    )
    kind = pl.col("pronoun").replace_strict(UNNAMED, default=None, return_dtype=pl.String)
    kind = (
        pl.when(pl.col("called") == "source")
        .then(pl.lit("sources"))
        .when(is_called_back() | is_somebody)
        .then(pl.lit("vague"))
        .otherwise(kind)
    )
    plain = pl.when(is_somebody).then(pl.lit("reports")).otherwise(plain)
    key = pl.when(is_paper_called()).then(pl.lit("reports")).otherwise(slug(plain))
    key = pl.when(is_the_media()).then(pl.lit("media")).otherwise(key)
    return (
        calls.filter(
            (pl.col("pronoun") != "group").fill_null(True)
            | (pl.col("pronoun_voice") == "def")
            | is_somebody,
            # "This report" of nobody heard is the article's own.
            ~(is_paper_called() & pl.col("head").str.contains(THIS)).fill_null(False),
        )
        .with_columns(
            claimant_id=pl.concat_str(kind.replace("sources", "anonymous"), key, separator=":"),
            claimant_name=plain,
            claimant_type=kind,
            claimant_actor_id=pl.lit(None, pl.String),
        )
        .filter(pl.col("claimant_id").is_not_null())
    )


def last_word(words: pl.Expr) -> pl.Expr:
    """The last word of a name, in lower case: 'ministry'."""
    return words.str.to_lowercase().str.extract(WORD, 1)
