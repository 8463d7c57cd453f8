"""What an operator reaches: which anchors a negation, a plan, a doubt or the past holds."""

import polars as pl

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
