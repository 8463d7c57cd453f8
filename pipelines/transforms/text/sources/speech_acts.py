"""Speech acts: each speech verb or 'according to', with the span of the phrase that names who."""

import polars as pl

from pipelines.transforms.text.sources.act_forms import settle_form, shape
from pipelines.transforms.text.sources.folding import fold_sentences
from pipelines.transforms.text.sources.named_acts import acts_of_names
from pipelines.transforms.text.sources.named_ahead import name_ahead
from pipelines.transforms.text.sources.named_beside import (
    names_at_end,
    names_before_colon,
    names_holder,
)
from pipelines.transforms.text.sources.read_out import read_out
from pipelines.transforms.text.sources.silent_acts import REPORT_FROM, tells_nothing
from pipelines.transforms.text.sources.speech_subjects import CLAIM_NOUN, name_behind

DATELINE = (
    r"^([A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+)?, "
    r"(?:[A-Z][a-z]+\.? [0-9]{1,2}|[0-9]{1,2} [A-Z][a-z]+)"
    r"(?:,? [0-9]{4})?,? ?(?:\([^)]{2,60}\) ?)?(?:~|--?) |"
    r"[0-2]?[0-9][:.h][0-5][0-9](?: ?(?:GMT|UTC|CET|[ap]\.?m\.?))?(?: ?[-~|:])? |"
    r"\W*[A-Z]{3,}[A-Z'. -]*(?: ?\([A-Z][A-Za-z .'-]+\))?(?:, [A-Z][A-Za-z]+)?"
    r"(?:,? (?:[Nn][Oo] DATE|[A-Z][A-Za-z]+\.? [0-9]{1,2}|[0-9]{1,2} [A-Z][A-Za-z]+)"
    r"(?:,? [0-9]{2,4})?)?,? ?"
    r"(?:\([^)]{2,60}\) ?)?(?:~|--?) (?:\[[A-Z ]{3,30}\] ?)*)"
)
# "Geneva/Juba - The clinic", of no day.
PLAIN_DATELINE = (
    r"^([A-Z][A-Za-z'-]+(?:(?: |/|, )[A-Z][A-Za-z'-]+){0,3} (?:~|--?) )"
    r"(?:[A-Z][a-z]|[A-Z]{2,}|[0-9])"
)
# "There were no (reports of casualties after a blast)": nobody tells of the blast.
NOBODY_REPORTS = r"(?i)(?-u:\b)(?:no|without|any)\s+(?:[a-z]+\s+)?$"
NO_CONTENT = (
    r"^ (?:from|in|on|about|by|to|and|or|have|has|had|were|was|are|is|at|with|for|could|cannot|"
    r"emerged|came|circulat[a-z]+)(?-u:\b)"
)
# "Nine were killed, the Daily Star reports": a verb.
NAMED_AT_END = r",\"? (?:the )?(?:[A-Z][A-Za-z'.-]*(?: of| for| the)* ){1,6}$"
# Whose claim it is: who echoes "a claim by residents that" says nothing.
OWNER_NAMED = (
    r"((?:(?:[Tt]he|[Aa]n?) (?:[\w-]+ ){0,3}|(?:[A-Z][\w-]+ ){0,3})[A-Za-z][\w-]*(?:'s|s') "
    r"(?:[a-z]+ )?)$"
)
NO_OWNER = (
    r"(?i)(?-u:\b)(?:an?|the|any|this|no|such|some) (?:(?:unconfirmed|similar|earlier|new|false|"
    r"repeated|official|unverified|local) )?()$"
)
# "Claimed control of X", "raised the toll to nine": the deed and who says so in one.
CLAIMED = r"(?i)^(?:claim|(?:announc|confirm)(?:es|s|ed) the|rais(?:es|ed) the (?:death )?toll)"
RELATIVE_BEFORE = r"(?i), (?:which|who)(?: (?:had|has|have|later|also|earlier))? $"
# "Official sources report today that": no noun.
TELL = (
    r"(?i)^ (?:reports?|states?|indicates?) (?:also |today |here |tonight |further |"
    r"from [a-z' ]+? ){1,3}that(?-u:\b)"
)
VAGUE = ["reports", "none", "sources"]
ENDS_TOLD = (
    r"(?i)^(?: (?:here|(?:in|on|late|early) [A-Z][\w' -]{2,30}|today|yesterday|tonight|"
    r"from [A-Z][\w' -]{2,30}|"
    r"(?:this|last) [a-z]+)){0,3}[ .!\"]*$"
)
SAID_BY = (
    r"(?i)^[^;]*, (?:(?:the|an?|its|his) )?[A-Za-z][^,;\"]{1,60} (?:said|says|reported|announced|"
    r"added|told [^,;]{2,40}|confirmed)(?: on [a-z]+day| today| later)?[ .!\"]*$|"
    r", (?:said|according to) [^,;]{2,60}$"
)
# "A message saying that nine died was posted by X"
PAPER_SAYING = r"(?i)(?-u:\b)(?:report|message)"
POSTED_BY = (
    r"(?i) (?:was|were|has been|had been) (?:later )?(?:posted|released|issued|published|"
    r"circulated|sent|given|distributed|shared|broadcast|signed|put|handed) "
    r"(?:out )?(?:[^,;]{2,30} )?by(?-u:\b)"
)


def find_acts(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per speech act with the phrase that may name its speaker.

    Out: act_id, article_id, sentence_id, sentence_no, part_no, act_start, act_end, stance, voice,
    form, np_start, np_end, head_end, in_quote, text, base. form is lead (the words said follow),
    tail (they stand before, or on both sides), quoted (before: 'Y quoted X as saying'), source
    (according to …) or cite (citing …). opens_clause: a clause of its own ('while X said');
    clause_end: where what it says ends with that clause ('while X said it held Y, rebels …').
    Offsets are the article's; np_start to head_end is the phrase without its apposition, up to
    np_end with it; null where no phrase can name a speaker.
    """
    acts = told_acts(sentences, words_of_saying(sentences, mentions))
    spoken = bound_acts(acts.filter(pl.col("kind") != "vague_source"))
    named = name_ahead(name_behind(spoken, mentions), mentions)
    return pl.concat(
        [
            settle_form(named),
            bare_reports(acts, spoken),
            *acts_of_names(sentences, mentions),
        ]
    ).sort("article_id", "act_start", "act_end")


def words_of_saying(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Mentions that say something, or name who does; kind is speech, according, clause or
    vague_source."""
    is_next_place = (pl.col("kind").shift(-1) == "place") & (
        pl.col("sentence_id").shift(-1) == pl.col("sentence_id")
    )
    is_led = pl.when(is_next_place).then("text").str.contains(REPORT_FROM)
    led = mentions.filter(is_led).select("mention_id")
    holders = names_holder(mentions, sentences)["mention_id"]
    is_named = names_before_colon() | pl.col("mention_id").is_in(holders.implode())
    at_end = pl.col("mention_id").is_in(names_at_end(mentions, sentences)["mention_id"].implode())
    kinds = mentions.schema["kind"]
    triggers = pl.when(pl.col("kind") == "trigger").then("text")
    is_claimed = triggers.str.contains(CLAIMED).fill_null(False)
    reading = mentions.join(
        read_out(mentions, sentences), on="mention_id", how="left", maintain_order="left"
    )
    reads = pl.col("reads_from").is_not_null()
    spoken = reading.with_columns(
        start=pl.coalesce("reads_from", "start"),
        end=pl.coalesce("reads_upto", "end"),
        text=pl.coalesce("verb", "text"),
        voice=pl.when(reads).then(pl.lit("finite")).otherwise("voice"),
        kind=pl.when(at_end)
        .then(pl.lit("according").cast(kinds))
        .when(is_claimed | reads)
        .then(pl.lit("speech").cast(kinds))
        .otherwise("kind"),
        sense=pl.when(is_named | at_end | reads)
        .then(pl.lit("assert"))
        .when(is_claimed)
        .then(pl.lit("claim"))
        .otherwise("sense"),
    ).drop("reads_from", "reads_upto", "verb")
    return spoken.filter(
        pl.col("kind").is_in(["speech", "according"])
        | ((pl.col("kind") == "clause") & (pl.col("sense") == "assert"))
        | ((pl.col("kind") == "vague_source") & pl.col("sense").is_in(VAGUE))
    ).join(led, on="mention_id", how="anti", maintain_order="left")


def told_acts(sentences: pl.DataFrame, saying: pl.DataFrame) -> pl.DataFrame:
    """Words of saying by which something is told in their sentence, with folded (its text), at and
    upto (where in it they stand) and same (another stands before them in it)."""
    told = saying.rename({"text": "act_text"})
    ahead, behind = pl.col("folded").str.slice(0, pl.col("at")), pl.col("folded").str.slice("upto")
    is_verb = (
        (pl.col("act_text").str.to_lowercase() == "reports")
        & ahead.str.contains(NAMED_AT_END)
        & behind.str.contains(r"^[ .!\"]*$")
    )
    return (
        told.join(fold_sentences(sentences, told), on="sentence_id", maintain_order="left")
        .sort("article_id", "start")
        .with_columns(
            at=pl.col("start") - pl.col("base"),
            upto=pl.col("end") - pl.col("base"),
            same=(pl.col("sentence_id") == pl.col("sentence_id").shift(1)).fill_null(False),
        )
        .with_columns(
            kind=pl.when(is_verb)
            .then(pl.lit("speech").cast(saying.schema["kind"]))
            .otherwise("kind")
        )
        .filter(~told_nothing for told_nothing in tells_nothing(ahead, behind))
    )


def bound_acts(spoken: pl.DataFrame) -> pl.DataFrame:
    """Add bound: where the words that may name an act's speaker begin, after the act before it.

    A medium between commas ('X, quoting Y, said', 'X was quoted by Y as saying') is stepped over,
    and so is what else the speaker says in a clause of its own ('X, which confirmed it, said').
    """
    folded = pl.col("folded")
    opening = pl.coalesce(folded.str.extract(DATELINE, 1), folded.str.extract(PLAIN_DATELINE, 1))
    opening = opening.str.len_chars().fill_null(0)
    first = pl.when(opening <= pl.col("at")).then(opening).otherwise(0).cast(pl.Int64)
    same = (pl.col("sentence_id") == pl.col("sentence_id").shift(1)).fill_null(False)
    between = pl.col("folded").str.slice(
        pl.col("upto").shift(1), (pl.col("at") - pl.col("upto").shift(1)).clip(0)
    )
    before = pl.col("act_text").shift(1).str.to_lowercase()
    is_aside = before.str.contains(r"^(?:quot|cit)(?:ing|ed by)")
    is_aside &= between.str.contains(r"^[^,]{2,80}, $")
    is_medium = before.str.contains(r"(?:quoted|cited) by$") & pl.col(
        "act_text"
    ).str.to_lowercase().str.starts_with("as saying")
    ahead = pl.col("folded").str.slice(0, pl.col("at").shift(1))
    # "Residents quoted by Radio Okapi said": the residents do.
    is_medium |= (
        before.str.contains(r"^(?:quoted|cited) by$")
        & between.str.contains(r"^ (?:the )?[A-Z][^,;.]{1,40} $")
        & ahead.str.contains(r"^\W*[A-Za-z][a-z -]{2,50} $")
        & ~ahead.str.contains(r"(?:is|was|were|been|are|as) $")
    )
    is_relative = ahead.str.contains(RELATIVE_BEFORE) & between.str.contains(r"^[^,]{1,80}, $")
    steps_over = (same & (is_aside | is_medium | is_relative)).fill_null(False)
    reach = pl.when(same).then(pl.col("upto").shift(1)).otherwise(first)
    ahead_of_noun = pl.when(pl.col("act_text").str.contains(CLAIM_NOUN)).then(
        pl.col("folded").str.slice(0, pl.col("at"))
    )
    owner = pl.coalesce(
        ahead_of_noun.str.extract(OWNER_NAMED, 1),
        ahead_of_noun.str.extract(NO_OWNER, 1),
    )
    return spoken.with_columns(same=same, reach=reach, steps_over=steps_over).with_columns(
        bound=pl.when("steps_over")
        .then(pl.col("reach").shift(1))
        .otherwise(
            pl.max_horizontal(
                "reach", (pl.col("at") - owner.str.len_chars().cast(pl.Int64)).fill_null(0)
            )
        )
    )


def bare_reports(acts: pl.DataFrame, spoken: pl.DataFrame) -> pl.DataFrame:
    """Reports and rumours that say something without a verb: 'unconfirmed reports that …'."""
    taken = spoken.select(
        "sentence_id", verb_start=pl.col("start"), verb_end=pl.col("end")
    ).sort("verb_start")  # fmt: skip
    vague = (
        acts.filter(pl.col("kind") == "vague_source")
        .sort("start")
        .join_asof(
            taken, left_on="end", right_on="verb_start", by="sentence_id", strategy="forward",
            check_sortedness=False,
        )
        .join_asof(
            taken.select("sentence_id", before_end="verb_end"), left_on="start",
            right_on="before_end", by="sentence_id", strategy="backward", check_sortedness=False,
        )
        .filter(
            (
                (pl.col("verb_start").is_null() | (pl.col("verb_start") - pl.col("end") > 25))
                & (pl.col("before_end").is_null() | (pl.col("start") - pl.col("before_end") > 25))
                & pl.col("folded").str.slice("upto").str.contains(r"^ [A-Za-z]")
                & ~pl.col("folded").str.slice("upto").str.contains(NO_CONTENT)
                & ~pl.col("folded").str.slice(0, pl.col("at")).str.contains(NOBODY_REPORTS)
            )
            | (pl.col("sense") == "none"),
            (pl.col("sense") != "sources") | pl.col("folded").str.slice("upto").str.contains(TELL),
        )
        .with_columns(joined=pl.lit(False))
    )  # fmt: skip
    at, upto = pl.col("at"), pl.col("upto")
    # "It was learned that nine died, the army said": the army does.
    behind = pl.col("folded").str.slice("upto")
    is_posted = pl.col("act_text").str.contains(PAPER_SAYING) & behind.str.contains(POSTED_BY)
    is_named = behind.str.contains(SAID_BY) | is_posted
    vague = vague.filter((pl.col("sense") != "none") | ~is_named)
    # "Nine died, it was reported": of what stands before.
    ends = pl.col("folded").str.slice("upto").str.contains(ENDS_TOLD)
    ends &= pl.col("folded").str.slice(0, at).str.contains(r", ?$")
    form = pl.when(ends).then(pl.lit("tail")).otherwise(pl.lit("lead"))
    return shape(vague, form, at, upto, upto, is_same="joined").with_columns(
        stance=pl.lit("report")
    )
