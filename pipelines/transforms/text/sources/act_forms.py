"""How an act of speech and the words said stand to each other, and where its speaker is named."""

import polars as pl

from pipelines.transforms.text.sources.named_beside import names_role
from pipelines.transforms.text.sources.opening_subjects import (
    ACCUSING,
    before_subject,
    has_left,
    is_source,
    is_told_with,
    opening_start,
    opening_subject,
)
from pipelines.transforms.text.sources.speech_subjects import CLAIM_NOUN

# "They declared him a prisoner": whoever it is said of says nothing.
OBJECT = r"(?i)^ (?:him|her|them|it|us|me|himself|themselves|itself)(?-u:\b)"
# Nothing but a day behind the verb of saying: the words said stand before it.
ENDS = (
    r"(?i)^(?: (?:on |late |early |late on |early on )?(?:[a-z]+day|today|yesterday)"
    r"(?: (?:morning|afternoon|evening|night))?)?(?: in a (?:[a-z]+ )?statement)?[ .,!?\"]*$"
)
# A name of several words alone behind the verb is who speaks: ", said Capt. John Bello, a nurse".
NAME_ALONE = r"^(?: (?:(?:al|el|bin|de|ul) )?(?:al-|el-|ul-)?[A-Z][A-Za-z'-]*\.?){2,6}$"
# "X was accused by Y of killing two": Y says so.
ACCUSED = r"(?i)^(?:accused|blamed)$"
COORDINATED = r"(?i)(?-u:\b)(?:and|but|while|although|though|whereas) ?$|; ?$"
JOINED = (
    r"(?i)(?-u:\b)(?:and|but|while|as|although|though|whereas|after|when|where|because|that|"
    r"with) ?$"
)
# "Ten were killed in Leer, as residents told AFP": nothing but a listener behind the verb.
AS_TOLD = r"(?i)(?:^| )as $"
LISTENER = r"^(?: [\w'-]+){1,4}[ .!?\"]*$"
LISTENER_DOES = r"(?i) (?:to|of|about|that|how|why|what|he|she|they|it)(?-u:\b)"
# Words that name the source of all that follows.
STANDING = r"(?i)based on|below|following account|compiled from"
# A line that opens so: "Prepared by the Protection Cluster".
BYLINE = r"(?i)^(?:prepared|compiled|collated|issued|produced) by$"
# Words that name the source of a figure just told: 'The toll was given by the governor.'
BACKWARD = (
    r"(?i)(?:figures?|tolls?|counts?|tally|tallies|numbers?|totals?|estimates?|accounts?) "
    r"(?:came|comes|come|is|are|was|were)(?-u:\b)"
)
# "The deaths were confirmed by X", "X confirmed the toll", "X said so": of what was just told.
TOLD_OF = (
    r"(?i)^\W*(?:the|this|that|both|all|these|those)(?: [a-z-]+){0,2} (?:deaths?|killings?|tolls?|"
    r"casualties|losses|attacks?|incidents?|information|news|reports?|shootings?|bombings?|"
    r"explosions?|raids?|murders?|kidnappings?|abductions?)"
    r"(?: (?:was|were|is|are|has been|have been|had been|also|later|officially))* $"
)
CONFIRMING = r"(?i)confirm(?:ed|s)?$"
THE_TOLL = (
    r"(?i)^ (?:the|this|that|their|both|all|these)(?: [a-z-]+){0,2} (?:deaths?|killings?|"
    r"tolls?|casualties|losses|figures?|numbers?|reports?|news|information)[ .!]*$"
)
# "The mayor gave the toll to Radio X."
GAVE_TOLL = (
    r"(?i)^(?:gave|gives|provided|released|supplied) the (?:[a-z]+ )?"
    r"(?:tolls?|figures?|counts?|numbers?)$"
)
TO_WHOM = r"^(?: to [^,;:]{2,60}?| on [A-Z][a-z]+day)?[ .!]*$"
SAYING_SO = r"(?i)^ (?:so|as much)(?-u:\b)[^,;]*$"

# "While the army said it held X, gunmen killed ten": what it says ends with its clause.
SUBORDINATE = (
    r"(?i)^\W*(?:[^,;]{2,60}, )?(?:(?:even|just|only|[a-z]+ (?:hours|days|weeks)|hours|days|"
    r"weeks|minutes|shortly|soon|moments) )?"
    r"(?:while|although|though|after|when|whereas|before|since|once|because)(?: the)? $"
)
# "As the army said it held X", but "as the army said on Monday".
AS_LONG_AS = r"(?i)^\W*(?:[^,;]{2,60}, )?(?:(?:even|just) )?as(?: the)? $"
CLAUSE_SAID = r"(?i)(?-u:\b)(?:it|they|he|she|that|had|has|have|was|were|is|are|would|will)(?-u:\b)"
SHORT_CLAUSE = 2
# "Denies backing the rebels, who took X": they did.
NO_FRIENDS = (
    r"(?i)^ (?:(?:any|all|having|its|their|being) )*(?:back|support|arm|aid|help|fund|financ|train|"
    r"shelter|harbou?r|link|tie|connection|association|contact|alli)[a-z]*(?-u:\b)"
    r"[^.;]*, (?:who|which)(?-u:\b)"
)
# "The rebels, who deny attacking civilians, killed six"
ASIDE = r"(?i), (?:who|which)(?: [a-z]+){0,2} $"
FIRST_CLAUSE = r"^( [^,;:\"]*), [^,;]"


def settle_form(acts: pl.DataFrame) -> pl.DataFrame:
    """Choose the side that names the speaker and say how the words said stand to the verb.

    acts: as name_behind and name_ahead give them. Out: the columns of shape.
    """
    opening = opening_subject()
    is_ing = (pl.col("voice") == "ing").fill_null(False)
    is_with = is_told_with()
    is_opening, opens_at = opening.is_not_null(), opening_start(opening)
    opening_end = opens_at + opening.str.len_chars().cast(pl.Int64)
    left = pl.col("folded").str.slice("left_start", pl.col("left_end") - pl.col("left_start"))
    left_head = left.str.extract(r"^([^,]*)", 1).str.len_chars().cast(pl.Int64)
    by = pl.when(is_by()).then(len(" by ")).otherwise(0)
    takes_right = is_source() | is_inverted() | is_by()

    def chosen(right: pl.Expr, opened: pl.Expr, left: pl.Expr) -> pl.Expr:
        return (
            pl.when(takes_right)
            .then(right)
            .when(is_opening)
            .then(opened)
            .when(has_left())
            .then(left)
        )

    return shape(
        acts.with_columns(
            shares=(pl.col("joined") | (is_ing & ~is_with)) & ~is_opening,
            clause_end=said_clause_end(),
        ),
        form_of_act(),
        start=chosen(pl.col("right_start") + by, opens_at, pl.col("left_start")),
        head_end=chosen(pl.col("right_head"), opening_end, pl.col("left_start") + left_head),
        end=chosen(pl.col("right_end"), opening_end, pl.col("left_end")),
        is_same="shares",
        clause_end=pl.col("clause_end"),
    )


def is_told() -> pl.Expr:
    """True where the subject may be told something: "…, the mayor told reporters"."""
    return (pl.col("voice") == "told").fill_null(False)


def is_by() -> pl.Expr:
    """True for "a claim by X", "was accused by X"."""
    is_noun = pl.col("act_text").str.contains(f"{CLAIM_NOUN}|{ACCUSED}")
    return is_noun & pl.col("ahead").str.starts_with(" by ")


def is_inverted() -> pl.Expr:
    """True where the speaker stands behind the verb: "…, said X"."""
    left, ahead = pl.col("left"), pl.col("ahead")
    ends_in_comma = left.str.contains(r", ?$")
    starts_name = ahead.str.contains(r"^ (?:(?:the|a|an|one|some|local) )?[A-Za-z]")
    starts_name &= ~ahead.str.contains(OBJECT)
    content_before = left.str.contains(r"\" ?$") | (pl.col("has_content") & ends_in_comma)
    # "Two died in Leer, on Monday, said John Bello": the phrase before the verb is no speaker.
    is_named = ends_in_comma & (ahead.str.contains(NAME_ALONE) | names_role())
    is_clause = pl.col("has_content") | (
        (left.str.count_matches(",") == 1) & left.str.contains(r" \S+ \S+ ")
    )
    is_behind = (~has_left() & content_before & starts_name) | (is_clause & is_named)
    # Whoever is told something does not say it; "they took it, claiming that nine died" names none.
    is_ing = (pl.col("voice") == "ing").fill_null(False)
    return is_behind & ~is_source() & ~is_told() & ~is_ing


def form_of_act() -> pl.Expr:
    """How the words said stand to the verb: cite, source, quoted, tail or lead."""
    behind = pl.col("folded").str.slice("upto")
    ends, ends_told = behind.str.contains(r"^[ .,!?\"]*$"), behind.str.contains(ENDS)
    follows_join = before_subject().str.contains(JOINED)
    is_as_told = before_subject().str.contains(AS_TOLD) & (
        ends_told
        | (is_told() & behind.str.contains(LISTENER) & ~behind.str.contains(LISTENER_DOES))
    )
    is_saying = pl.col("act_text").str.contains(r"(?i)^as saying")
    is_tail = is_inverted() | (is_saying & ends)
    is_tail |= has_left() & (
        (pl.col("has_content") & ~pl.col("joined") & ~follows_join)
        | is_as_told
        | (~is_inside() & pl.col("trimmed").str.contains('"[^"]*$'))
        | (ends_told & before_subject().str.contains(r", ?$"))
    )
    return (
        pl.when(is_source() & (pl.col("sense") == "cite"))
        .then(pl.lit("cite"))
        .when(is_source())
        .then(pl.lit("source"))
        .when(is_saying & ends)
        .then(pl.lit("quoted"))
        .when(is_tail & ~pl.col("act_text").str.contains(ACCUSING))
        .then(pl.lit("tail"))
        .otherwise(pl.lit("lead"))
    )


def said_clause_end() -> pl.Expr:
    """Where what is said ends with its clause: "while the army said it held X, …"."""
    behind = pl.when(~is_source() & has_left()).then(pl.col("folded").str.slice("upto"))
    clause = behind.str.extract(FIRST_CLAUSE, 1)
    is_clause_said = clause.str.contains(CLAUSE_SAID) | pl.col("act_text").str.contains(CLAUSE_SAID)
    is_long = clause.str.count_matches(r"\S+") > SHORT_CLAUSE
    is_apart = before_subject().str.contains(SUBORDINATE) & (is_long | is_clause_said)
    is_apart |= before_subject().str.contains(AS_LONG_AS) & is_clause_said
    # "The rebels, who deny attacking anyone, killed six": no word of theirs.
    ahead = pl.col("folded").str.slice(0, pl.col("start") - pl.col("base"))
    is_apart |= (pl.col("sense") == "deny") & (
        ahead.str.contains(ASIDE) | behind.str.contains(NO_FRIENDS)
    )
    return pl.when(is_apart).then(pl.col("upto") + clause.str.len_chars().cast(pl.Int64))


def tells_backward() -> pl.Expr:
    """True for words that name the source of what the sentence before tells."""
    ahead = pl.col("folded").str.slice(0, pl.col("start") - pl.col("base"))
    behind = pl.col("folded").str.slice(pl.col("end") - pl.col("base"))
    is_by = pl.col("act_text").str.contains(r"(?i) by$")
    is_confirming = pl.col("act_text").str.contains(CONFIRMING) & behind.str.contains(THE_TOLL)
    return (
        pl.col("act_text").str.contains(BACKWARD)
        | (is_by & ahead.str.contains(TOLD_OF))
        | is_confirming
        | (pl.col("act_text").str.contains(GAVE_TOLL) & behind.str.contains(TO_WHOM))
        | behind.str.contains(SAYING_SO)
    )


def is_inside() -> pl.Expr:
    """True for an act within the quoted span of its sentence."""
    return (
        (pl.col("start") >= pl.col("quote_start")) & (pl.col("end") <= pl.col("quote_end"))
    ).fill_null(False)


def shape(
    acts: pl.DataFrame,
    form: pl.Expr,
    start: pl.Expr,
    head_end: pl.Expr,
    end: pl.Expr,
    is_same: str,
    clause_end: pl.Expr | None = None,
) -> pl.DataFrame:
    """The columns of an act; spans as offsets in the article."""
    base = pl.col("base")
    clause_end = pl.lit(None, pl.Int64) if clause_end is None else clause_end
    return acts.select(
        act_id=pl.col("mention_id"),
        article_id="article_id",
        sentence_id="sentence_id",
        sentence_no="sentence_no",
        part_no="part_no",
        is_title="is_title",
        quote_no="quote_no",
        act_start="start",
        act_end="end",
        stance="sense",
        voice="voice",
        form=form,
        np_start=(start + base).cast(pl.Int32),
        head_end=(head_end + base).cast(pl.Int32),
        np_end=(end + base).cast(pl.Int32),
        shares_subject=is_same,
        opens_clause=(
            (form == "lead") & pl.col("folded").str.slice(0, start).str.contains(COORDINATED)
        ).fill_null(False),
        clause_end=(clause_end + base).cast(pl.Int32),
        is_standing=pl.col("act_text").str.contains(STANDING)
        | (pl.col("act_text").str.contains(BYLINE) & (pl.col("start") == pl.col("base"))),
        is_backward=tells_backward(),
        in_quote=is_inside(),
        text="text",
        folded="folded",
        base="base",
    )
