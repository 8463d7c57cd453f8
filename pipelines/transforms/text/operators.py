"""How sure: denied, planned, historical, unconfirmed, attributed or asserted, for each anchor."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.attributions import attribute
from pipelines.transforms.text.matching import fold
from pipelines.transforms.text.times import date_anchors

ASSERTIONS = ["denied", "planned", "historical", "unconfirmed", "attributed", "asserted"]
OPERATORS = ["negation", "plan", "hedge", "background", "speech", "to", "quantity"]
# Words that may stand between an operator and the verb it governs.
HELPERS = (
    r"(?i)^ ?(?:(?:be|been|being|have|has|had|yet|to|able|managed|fully|completely|again|also|then|"
    r"soon|now|even|further|eventually|finally|first|instead|help|try|start|keep|get|continue|and|"
    r"re|so far|[a-z]+ly) ?)*$"
)
PASSIVE = (
    r"(?i)^ (?:[a-z'-]+ ){0,6}(?:was|were|is|are|be|been|being)(?: [a-z]+ly)? $|"
    r"^ (?:[a-z'-]+ ){0,2}$"
)
CLAUSE_END = (
    r"(?i)[;:]|, (?:but|and|while|who|which|after|as|though|although|because|when|where)(?-u:\b)|"
    r"(?-u:\b)(?:but|while|whereas|after|since|when|who|which|although|though|because|before)(?-u:\b)"
)
SHORT = 60
CLAIMED = (
    r"(?i)^\W*(?:the |these |those |any |all )?"
    r"(?:claims?|reports?|rumou?rs|news|allegations?)(?-u:\b)"
)
OTHER_CLAIM = r"(?i)[;]|, (?:but|and|while|saying|adding|insisting)(?-u:\b)|(?-u:\b)but(?-u:\b)"
# 'The third town to fall' and 'used a bomb to kill' tell facts.
FACT_BEFORE_TO = (
    r"(?i)(?:(?-u:\b)(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last|"
    r"only|largest|biggest|[0-9]+(?:st|nd|rd|th))(?-u:\b)[^,;]{0,45}|"
    r"(?-u:\b)(?:using|used|uses|with) [^,;]{0,45}) $"
)
DOUBTED_SOURCE = r"(?i)unconfirmed|unverified|rumou?r|conflicting|some report|other report"
NAMED = ["person", "official", "party", "organisation", "medium", "social_account", "anonymous"]


def judge(
    anchors: pl.DataFrame,
    sentences: pl.DataFrame,
    mentions: pl.DataFrame,
    lexicons: Lexicons,
    attributions: pl.DataFrame | None = None,
    dates: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """One row per anchor: anchor_id and assertion.

    anchors: anchor_id, article_id, sentence_id, anchor_start, anchor_end. attributions and dates:
    what attribute and date_anchors gave for the same anchors, worked out here where they are not
    handed in. Of several judgements the first of ASSERTIONS holds; a hearsay word ('reportedly')
    counts only where nobody is named, words of doubt ('may have', 'whether') always.
    """
    if attributions is None:
        attributions = attribute(anchors, sentences, mentions, lexicons)
    if dates is None:
        dates = date_anchors(anchors, sentences, mentions, lexicons)
    pairs = pair_operators(anchors, sentences, mentions)
    voices = anchor_voices(anchors, mentions)
    found = pl.concat(
        [
            label(denied(pairs), "denied"),
            label(planned(pairs), "planned"),
            label(voices.filter(pl.col("voice").str.starts_with("adv")), "planned"),
            label(historical(pairs), "historical"),
            label(long_ago(dates), "historical"),
            label(doubted(pairs, attributions), "unconfirmed"),
            label(attributions.filter(pl.col("claimant_id").is_not_null()), "attributed"),
        ]
    )
    rank = pl.col("assertion").replace_strict(
        {name: rank for rank, name in enumerate(ASSERTIONS)}, return_dtype=pl.Int32
    )
    best = (
        found.with_columns(rank=rank)
        .sort("anchor_id", "rank")
        .unique("anchor_id", keep="first", maintain_order=True)
        .select("anchor_id", "assertion")
    )
    return (
        anchors.select("anchor_id")
        .join(best, on="anchor_id", how="left", maintain_order="left")
        .with_columns(pl.col("assertion").fill_null("asserted"))
    )


def label(rows: pl.DataFrame, assertion: str) -> pl.DataFrame:
    """The anchors of the rows with one assertion."""
    return rows.select("anchor_id", assertion=pl.lit(assertion))


def anchor_voices(anchors: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The grammatical voice of each anchor that is a trigger: anchor_id, voice."""
    return anchors.select("anchor_id", "sentence_id", "anchor_start").join(
        mentions.filter(pl.col("kind") == "trigger").select(
            "sentence_id", "voice", anchor_start="start"
        ),
        on=["sentence_id", "anchor_start"],
    ).select("anchor_id", pl.col("voice").fill_null(""))  # fmt: skip


def pair_operators(
    anchors: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> pl.DataFrame:
    """Each anchor with each operator of its sentence, the text between and the triggers between."""
    texts = sentences.select("sentence_id", base="start", folded=fold(pl.col("text")))
    operators = mentions.filter(
        pl.col("kind").is_in(OPERATORS)
        & ((pl.col("kind") != "quantity") | (pl.col("value_best") == 0).fill_null(False))
    ).select(
        "sentence_id", "kind", "sense", "voice", operator_start="start", operator_end="end",
        operator_text="text",
    )  # fmt: skip
    triggers = mentions.filter(pl.col("kind") == "trigger").sort("sentence_id", "start")
    triggers = triggers.with_columns(
        trigger_no=pl.int_range(pl.len(), dtype=pl.Int32).over("sentence_id")
    )
    numbers = triggers.select("sentence_id", "trigger_no", at="start").sort("at")
    own = anchor_voices(anchors, mentions).rename({"voice": "anchor_voice"})
    placed = (
        anchors.select("anchor_id", "sentence_id", "anchor_start", "anchor_end")
        .join(own, on="anchor_id", how="left", maintain_order="left")
        .sort("anchor_start")
        .join_asof(
            numbers.with_columns(upto=pl.col("at")), left_on="anchor_start", right_on="upto",
            by="sentence_id", strategy="backward", check_sortedness=False,
        )
        .rename({"trigger_no": "anchor_no"})
        .drop("at", "upto")
    )  # fmt: skip
    operators = (
        operators.sort("operator_start")
        .join_asof(
            numbers, left_on="operator_start", right_on="at", by="sentence_id",
            strategy="forward", check_sortedness=False,
        )
        .rename({"trigger_no": "next_no"})
        .drop("at")
    )  # fmt: skip
    pairs = placed.join(operators, on="sentence_id").join(texts, on="sentence_id")
    is_before = pl.col("operator_end") <= pl.col("anchor_start")
    first = pl.when(is_before).then("operator_end").otherwise("anchor_end")
    last = pl.when(is_before).then("anchor_start").otherwise("operator_start")
    return pairs.with_columns(
        is_before=is_before,
        gap=pl.col("folded").str.slice(first - pl.col("base"), (last - first).clip(0)),
        ahead=pl.col("folded").str.slice(0, pl.col("operator_start") - pl.col("base")),
        n_between=(pl.col("anchor_no") - pl.col("next_no")).fill_null(0),
    )


def governs() -> pl.Expr:
    """The operator stands before the verb with nothing but helping words between."""
    return pl.col("is_before") & pl.col("gap").str.contains(HELPERS)


def in_clause() -> pl.Expr:
    """The operator stands before the anchor in the same clause."""
    return pl.col("is_before") & ~pl.col("gap").str.contains(CLAUSE_END)


def is_base() -> pl.Expr:
    """The anchor is a bare verb, which tells no fact after 'to' or a modal."""
    return pl.col("anchor_voice").fill_null("").str.contains(r"base|^act|adv") | pl.col(
        "gap"
    ).str.contains(r"(?i)(?:^| )be ?")


def denied(pairs: pl.DataFrame) -> pl.DataFrame:
    """Anchors under a negation: of the verb, of the clause, of the sentence, of the noun."""
    kind, voice = pl.col("kind"), pl.col("voice")
    by_verb = (kind == "negation") & voice.is_in(["verb", "foiled"]) & governs()
    foiled = (
        (kind == "negation")
        & (voice == "foiled")
        & in_clause()
        & (pl.col("gap").str.len_chars() <= SHORT)
    )
    by_clause = (kind == "negation") & (voice == "clause") & in_clause()
    by_noun = (
        (kind == "quantity")
        & pl.col("is_before")
        & (pl.col("n_between") == 0)
        & pl.col("gap").str.contains(PASSIVE)
        & (pl.col("operator_text").str.to_lowercase() == "no")
    )
    by_sentence = (
        (kind == "negation")
        & (voice == "sentence")
        & ~pl.col("is_before")
        & pl.col("gap").str.contains(r"(?i)(?-u:\b)(?:is|are|was|were|as|been)(?: [a-z]+)? $")
        & pl.col("folded").str.contains(CLAIMED)
    )
    by_speech = (
        (kind == "speech")
        & (pl.col("sense") == "deny")
        & pl.col("is_before")
        & ~pl.col("gap").str.contains(OTHER_CLAIM)
    )
    return pairs.filter(by_verb | foiled | by_clause | by_noun | by_sentence | by_speech)


def planned(pairs: pl.DataFrame) -> pl.DataFrame:
    """Anchors that are willed, threatened, demanded or foretold."""
    kind, voice = pl.col("kind"), pl.col("voice")
    is_fact = pl.col("ahead").str.contains(FACT_BEFORE_TO)
    by_verb = (kind == "plan") & voice.is_in(["verb", "advance"]) & governs()
    by_joined = (
        (((kind == "plan") & (voice == "verb")) | (kind == "to"))
        & in_clause()
        & pl.col("anchor_voice").fill_null("").str.contains("base")
        & pl.col("gap").str.contains(r"(?i)^[^,;]* and (?:[a-z]+ly |then |also )?$")
        & (pl.col("gap").str.len_chars() <= SHORT)
        & ~is_fact
    )
    by_infinitive = (
        (kind == "to")
        & governs()
        & is_base()
        & ~is_fact
        & (pl.col("operator_text").str.to_lowercase() == "to")
    )
    by_noun = (
        (kind == "plan")
        & (voice == "noun")
        & in_clause()
        & (pl.col("n_between") == 0)
        & (pl.col("gap").str.len_chars() <= 30)
    )
    by_clause = (
        (kind == "plan")
        & (voice == "clause")
        & in_clause()
        & ~pl.col("gap").str.contains(",")
        & (pl.col("gap").str.len_chars() <= SHORT)
    )
    by_speech = (
        (kind == "speech")
        & (pl.col("sense") == "plan")
        & in_clause()
        & ~pl.col("gap").str.contains(r"(?i),|(?-u:\b)and(?-u:\b)")
    )
    return pairs.filter(by_verb | by_joined | by_infinitive | by_noun | by_clause | by_speech)


def historical(pairs: pl.DataFrame) -> pl.DataFrame:
    """Anchors told of the past, of anniversaries, of films and exercises."""
    is_background = pl.col("kind") == "background"
    by_history = (
        (pl.col("sense") == "history")
        & ~pl.col("gap").str.contains(CLAUSE_END)
        & ~pl.col("gap").str.contains(",")
        & (pl.col("gap").str.len_chars() <= SHORT)
    )
    by_sentence = pl.col("sense").is_in(["anniversary", "fiction"]) & ~pl.col("gap").str.contains(
        r"(?i)[;]|, (?:but|and|while|as)(?-u:\b)"
    )
    return pairs.filter(is_background & (by_history | by_sentence))


def long_ago(dates: pl.DataFrame) -> pl.DataFrame:
    """Anchors that their own clause dates by a year alone or by years back."""
    is_year = pl.col("time_kind") == "year"
    is_far = (
        (pl.col("time_kind") == "days") & (pl.col("time_days_start") <= -300)
        & (pl.col("time_days_end") <= -1)
    )  # fmt: skip
    return dates.filter((pl.col("date_basis") == "stated") & (is_year | is_far).fill_null(False))


def doubted(pairs: pl.DataFrame, attributions: pl.DataFrame) -> pl.DataFrame:
    """Anchors under words of doubt, or told by hearsay alone."""
    told = pairs.join(
        attributions.select("anchor_id", "claimant_type", "claimant_name"), on="anchor_id"
    ).with_columns(is_named=pl.col("claimant_type").is_in(NAMED))
    is_hedge, voice = pl.col("kind") == "hedge", pl.col("voice")
    near = pl.col("gap").str.len_chars() <= SHORT
    beside = ~pl.col("is_before") & (pl.col("gap").str.len_chars() <= 2)
    by_doubt = is_hedge & (voice == "doubt") & (in_clause() | ~pl.col("is_before"))
    by_verb = is_hedge & (voice == "verb") & (governs() | beside)
    by_hearsay = is_hedge & (voice == "hearsay") & ~pl.col("is_named") & (in_clause() | beside)
    coordinate = is_hedge & (voice == "hearsay") & ~pl.col("is_named") & pl.col("is_before")
    by_sentence = is_hedge & (voice == "sentence") & ~pl.col("is_named")
    by_suggestion = (
        (pl.col("kind") == "speech") & (pl.col("sense") == "suggest") & in_clause()
        & ~pl.col("is_named")
    )  # fmt: skip
    doubts = told.filter(
        (by_doubt & near) | by_verb | by_hearsay | coordinate | by_sentence | by_suggestion
    ).select("anchor_id")
    sources = attributions.filter(
        (pl.col("claimant_type") == "vague") & pl.col("claimant_name").str.contains(DOUBTED_SOURCE)
    ).select("anchor_id")
    return pl.concat([doubts, sources]).unique(maintain_order=True)
