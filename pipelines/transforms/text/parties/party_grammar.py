"""What stands around a party in its sentence: a verb that is its own, a voice, an aside."""

import polars as pl

from pipelines.transforms.text.runs import beside

CLOTHES_REACH = 40
ACCUSING = r"(?i)^(?:accus|blam|charg)"
BETWEEN = r"(?i)(?-u:\b)between(?-u:\b)"
# "Between Druze fighters and Bedouin gunmen", not "the road between A and B".
FIGHT_BETWEEN = (
    r"(?i)(?:fight[a-z]*|clash[a-z]*|battles?|combat|gunfight|skirmish[a-z]*|confrontations?|"
    r"hostilities|violence|firefight|exchange of fire|wars?|conflict|shootouts?)(?-u:\b)"
    r"[^,;.]{0,40}(?-u:\b)between\s+"
)
BETWEEN_AND = (
    FIGHT_BETWEEN + r"(?:[A-Z][\w.-]*['\x{2019}]s?\s+$|[^,;.]{1,60}\sand\s+(?:[\w'-]+\s+){0,3}$)"
)
# "Since it broke out": a war does, and no party.
BREAKS_OUT = (
    r"(?i)^\s+(?:first\s+)?(?:(?:broke|breaks|had broken) out|erupted|"
    r"(?:began|started)(?:,|\s+(?:in|on|last|early|late|more)(?-u:\b)))"
)
AND = r"(?i)^\s*(?:and\s+)?(?:the\s+|an?\s+)?$"


def has_voice(run: pl.Expr) -> pl.Expr:
    """True for a party of which somebody speaks: "a Fano spokesman said the strike killed nine"."""
    kind = pl.col("kind")
    second, third = beside(kind, run, -2), beside(kind, run, -3)
    is_heard = (second == "speech") | ((second == "person") & (third == "speech"))
    is_official = beside(pl.col("sense"), run, -1) == "official"
    return (kind == "actor") & (beside(kind, run, -1) == "role") & (is_official | is_heard)


def only_speaks(run: pl.Expr) -> pl.Expr:
    """True for a party right before a word of speech: "X (they) said the strike killed nine".

    Not where it speaks of its own deed: "claimed responsibility", "confirmed killing nine".
    """
    kind = pl.col("kind")
    is_deed = beside(pl.col("voice"), run, -2).str.starts_with("ing").fill_null(False)
    # Who accuses speaks of somebody else's.
    is_accusing = beside(pl.col("text"), run, -1).str.contains(ACCUSING)
    is_claim = (beside(pl.col("sense"), run, -1) == "claim") & ~is_accusing
    is_deed &= ~is_accusing
    is_party = kind.is_in(["actor", "pronoun"])
    return is_party & (beside(kind, run, -1) == "speech") & ~is_deed & ~is_claim


def ends_aside(run: pl.Expr) -> pl.Expr:
    """True for the last name of an aside before a verb: "X, attacked by Y, killed 12" tells of X.

    "X was attacked by Y, killing 12" tells of Y.
    """
    kind, is_ing = pl.col("kind"), pl.col("voice").str.starts_with("ing")
    closes = [
        (beside(kind, run, -step) == "comma")
        & (beside(kind, run, -step - 1) == "trigger")
        & (beside(pl.col("words_before"), run, -step - 1) <= 1)
        & ~beside(is_ing, run, -step - 1).fill_null(False)
        for step in (1, 2)
    ]
    is_followed = beside(kind, run, -1) == "people"
    return (closes[0] | (is_followed & closes[1])).fill_null(False)


def owns_hit(run: pl.Expr, of: int) -> pl.Expr:
    """True where the thing before 'of' (so many mentions back) stands right behind a verb."""
    kind = pl.col("kind")
    is_thing = beside(kind, run, of + 1).is_in(["unit", "place_noun"])
    is_led = beside(kind, run, of + 2) == "article"
    verb = pl.when(is_led).then(beside(kind, run, of + 3)).otherwise(beside(kind, run, of + 2))
    # "Air strikes on the camp of X killed nine"
    onto = pl.when(is_led).then(beside(kind, run, of + 4)).otherwise(beside(kind, run, of + 3))
    sense = pl.col("sense")
    hit = pl.when(is_led).then(beside(sense, run, of + 4)).otherwise(beside(sense, run, of + 3))
    is_target = (verb == "in") & ((onto == "method") | ((onto == "unit") & (hit == "attack")))
    # "A grenade was thrown at a post of X, wounding two": a place is no doer.
    place = beside(kind, run, of + 1) == "place_noun"
    is_target |= place & (verb == "in") & (beside(kind, run, of + 2) == "article")
    # "A mine went off near a convoy of X"
    is_target |= (verb == "in") & (onto == "trigger")
    return is_thing & ((verb == "trigger") | is_target)


def gap_before() -> pl.Expr:
    """The sentence's text between a mention and the one before it."""
    gap_start = pl.coalesce("gap_start", "base")
    return pl.col("sentence").str.slice(
        gap_start - pl.col("base"), (pl.col("gap_end") - gap_start).clip(0)
    )


def words_before() -> pl.Expr:
    """The sentence's text before a mention."""
    return pl.col("sentence").str.slice(0, pl.col("gap_end") - pl.col("base"))


def words_after() -> pl.Expr:
    """The sentence's next words behind a mention."""
    return pl.col("sentence").str.slice(pl.col("end") - pl.col("base"), CLOTHES_REACH)


def meets(run: pl.Expr) -> pl.Expr:
    """True for both of "between X and Y": neither alone does what their fight does."""
    gap = gap_before()
    is_second = words_before().str.contains(BETWEEN_AND)
    is_first = gap.str.contains(BETWEEN)
    is_second |= (beside(is_first, run, 1) & gap.str.contains(AND)).fill_null(False)
    return is_first | is_second.fill_null(False)
