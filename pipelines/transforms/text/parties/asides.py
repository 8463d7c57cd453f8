"""Parties told in passing, inside the phrase of another: who does what comes next is not they.

"Fighters expelled from X by Y attacked Z" tells of fighters, "a mine laid by Y killed two" of Y.
Each function looks at mentions of whole sentences in their order.
"""

import polars as pl

from pipelines.transforms.text.parties.generic_actors import UNIDENTIFIED
from pipelines.transforms.text.places.theatres import STATE_FORCES
from pipelines.transforms.text.runs import beside, last_before

# People who open a phrase stand behind none of these.
LEADS = ["of", "to", "from", "with", "by", "in"]
# Things that do harm by themselves, or for whom made them: "a mine laid by X killed two".
THINGS = ["method", "unit"]
BREAKS = ["comma", "clause", "bracket", "quote", "be", "have", "and", "or", "speech", "according"]
# What may stand between a party and the verb behind it.
WITHIN = ["people", "place", "place_noun", "in", "of", "from", "time", "article", "quantity"]
# When somebody said it: "said on Monday, …".
SAID_WHEN = ["time", "in", "article"]
ACCUSED = ["accused", "blamed", "suspected"]
AFFILIATE = r"(?i)^(?:affiliates?|offshoot|branch|franchise|splinter group)$"
FINITE = r"(?:^|_)(?:vp|past|base)(?:_|$)|^(?:died|act|flag)"
FIGHTERS = r"(?i) (?:fighters|militants|rebels|militiamen|gunmen|guerrillas|insurgents)$"


def ahead(column: pl.Expr, run: pl.Expr, step: int) -> pl.Expr:
    """The column of the mention so many before one, past its article."""
    is_led = beside(pl.col("kind"), run, 1) == "article"
    return pl.when(is_led).then(beside(column, run, step + 1)).otherwise(beside(column, run, step))


def is_right_behind(run: pl.Expr) -> pl.Expr:
    """True where no word but an article parts a mention from the one ahead."""
    words = pl.col("words_before")
    is_led = beside(pl.col("kind"), run, 1) == "article"
    return words + pl.when(is_led).then(beside(words, run, 1)).otherwise(0) == 0


def follows_comma(run: pl.Expr) -> pl.Expr:
    """True right behind a comma, past an article: ", the army"."""
    return (ahead(pl.col("kind"), run, 1) == "comma") & is_right_behind(run)


def says_between_commas(run: pl.Expr) -> pl.Expr:
    """True for who only says it: "the army, rebels said, took X", "the army, according to the
    rebels, took X"."""
    kind = pl.col("kind")
    says = (beside(kind, run, -1) == "speech") & (beside(pl.col("words_before"), run, -1) == 0)
    is_closed, goes_on = pl.lit(False), pl.lit(True)
    for step in (2, 3, 4, 5):
        is_closed |= goes_on & (beside(kind, run, -step) == "comma")
        goes_on &= beside(kind, run, -step).is_in(SAID_WHEN)
    by_speech = follows_comma(run) & says & is_closed
    is_source = (ahead(kind, run, 1) == "according") & (ahead(kind, run, 2) == "comma")
    is_source &= (beside(kind, run, -1) == "comma") & is_right_behind(run)
    return by_speech.fill_null(False) | is_source.fill_null(False)


def takes_no_part(run: pl.Expr) -> pl.Expr:
    """True for who only says it, who is said not to have done it ("it was X, not the army, that
    took A", "taken not by the army but by X") and who accuses ("X was accused by the army of")."""
    kind = pl.col("kind")
    text = pl.when(kind.is_in(["negation", "speech"])).then("text").str.to_lowercase()
    before, second = ahead(kind, run, 1), ahead(kind, run, 2)
    word, further = ahead(text, run, 1), ahead(text, run, 2)
    is_not = ((before == "negation") & (word == "not")) | (
        (before == "by") & (second == "negation") & (further == "not")
    )
    accuses = (before == "by") & (second == "speech") & further.is_in(ACCUSED)
    is_close = pl.col("words_before") == 0
    return says_between_commas(run) | ((is_not | accuses) & is_close).fill_null(False)


def agents(mentions: pl.DataFrame) -> pl.DataFrame:
    """Actors right behind 'by': sentence_id, mention_no, is_before_verb, is_told_of_people."""
    led = mentions.filter(pl.col("kind") == "by")["sentence_id"].unique()
    run = pl.col("sentence_id")
    return (
        mentions.filter(run.is_in(led.implode()))
        .select(
            "sentence_id",
            "mention_no",
            is_agent=is_agent(run),
            is_before_verb=is_before_verb(run),
            is_told_of_people=is_told_of_people(run),
        )
        .filter("is_agent")
        .drop("is_agent")
    )


def is_agent(run: pl.Expr) -> pl.Expr:
    """True for an actor right behind 'by', past an article and another name or people."""
    kind = pl.col("kind")
    before, second, third = (beside(kind, run, step) for step in (1, 2, 3))
    is_led = (before == "by") | ((before == "article") & (second == "by"))
    is_named = before.is_in(["actor", "people"]) & ((second == "by") | (third == "by"))
    # "A squad backed by the government and the army killed nine"
    past_and = [
        (beside(kind, run, step) == "and")
        & (beside(kind, run, step + 1) == "actor")
        & (
            (beside(kind, run, step + 2) == "by")
            | ((beside(kind, run, step + 2) == "article") & (beside(kind, run, step + 3) == "by"))
        )
        for step in (1, 2)
    ]
    is_second = past_and[0] | ((before == "article") & past_and[1])
    return (is_led | is_named | is_second).fill_null(False)


def is_told_of_people(run: pl.Expr) -> pl.Expr:
    """True behind people or a party that open a phrase, with no verb of its own since then."""
    kind, before = pl.col("kind"), beside(pl.col("kind"), run, 1)
    lead = pl.when(before.is_in(["article", "quantity"])).then(beside(kind, run, 2))
    opens = ~pl.coalesce(lead, before).is_in(LEADS).fill_null(False)
    is_people = kind.is_in(["people", "actor", "person"])
    is_noun = (kind == "trigger") & pl.col("voice").str.starts_with("nom").fill_null(False)
    state = (
        pl.when(is_people & opens)
        .then(pl.lit("people"))
        .when(kind.is_in(BREAKS) | (kind.is_in(THINGS) & opens) | is_noun)
        .then(pl.lit("other"))
    )
    # The party itself is no head of the phrase that it closes.
    at_by = pl.when(kind == "by").then(last_before(state, run))
    return (last_before(at_by, run) == "people").fill_null(False)


def is_before_verb(run: pl.Expr) -> pl.Expr:
    """True before a finite verb with nothing but places and times between."""
    kind = pl.col("kind")
    is_verb = kind.is_in(["be", "have"]) | (
        (kind == "trigger") & pl.col("voice").str.contains(FINITE).fill_null(False)
    )
    is_within = kind.is_in(WITHIN)
    seen = pl.when(is_verb).then(True).when(~is_within).then(False)
    ahead = pl.coalesce(
        *(
            pl.when(
                pl.all_horizontal(
                    [beside(is_within, run, -near) for near in range(1, step)] or [True]
                )
            ).then(beside(seen, run, -step))
            for step in range(1, 6)
        )
    )
    return ahead.fill_null(False)


def owner_of_fighters(run: pl.Expr) -> pl.Expr:
    """The group behind 'of' whose "Kurdish fighters" are, of the names of fighters alone."""
    is_led = beside(pl.col("kind"), run, -2) == "article"
    kind, entity, start = (
        pl.when(is_led).then(beside(value, run, -3)).otherwise(beside(value, run, -2))
        for value in (pl.col("kind"), pl.col("entity_id"), pl.col("start"))
    )
    is_whole = start - pl.col("end") <= pl.when(is_led).then(len(" of the ")).otherwise(len(" of "))
    is_owned = (
        (pl.col("kind") == "actor")
        & pl.col("text").str.contains(FIGHTERS)
        & (beside(pl.col("kind"), run, -1) == "of")
        & (kind == "actor")
        & is_whole
        & ~entity.str.starts_with(STATE_FORCES)
    )
    return pl.when(is_owned.fill_null(False)).then(entity)


def name_affiliates(mentions: pl.DataFrame) -> pl.Series:
    """The entities of mentions; "the al Qaeda affiliate JNIM" is JNIM alone."""
    run = pl.col("sentence_id")
    is_actor = pl.col("kind") == "actor"
    behind = pl.when(is_actor).then(beside(pl.col("text"), run, -1))
    # "An al Qaeda affiliate said it took the town": who that is, is not told.
    is_unnamed = (
        behind.str.contains(AFFILIATE)
        & (beside(pl.col("start"), run, -1) - pl.col("end") <= len("'s "))
    ).fill_null(False)
    is_affiliate = is_unnamed & beside(is_actor, run, -2).fill_null(False)
    # "The Red Axe, an RSF ally, took the town": the Red Axe did.
    is_ally = (
        (beside(pl.col("kind"), run, 1) == "article")
        & behind.str.contains(f"{AFFILIATE}|(?i)^ally$")
        & (beside(pl.col("kind"), run, -2) == "comma")
    ).fill_null(False)
    is_ally |= is_linked(run) & is_actor
    known = named_behind(run)
    # "Pro-government militia fighters known as X": the militia is X, too.
    is_next = (beside(pl.col("start"), run, -1) - pl.col("end") == 1) & is_actor
    known = pl.coalesce(known, pl.when(is_next).then(beside(known, run, -1)))
    # "Kurdish fighters of the PKK" are the PKK's, whoever else is called Kurdish.
    owner = owner_of_fighters(run)
    return mentions.select(
        pl.when(known.is_not_null())
        .then(known)
        .when(owner.is_not_null())
        .then(owner)
        .when(is_affiliate)
        .then(beside(pl.col("entity_id"), run, -2))
        .when(is_unnamed)
        .then(pl.lit(UNIDENTIFIED))
        .when(~is_ally)
        .then("entity_id")
        .alias("entity_id")
    )["entity_id"]


def is_linked(run: pl.Expr) -> pl.Expr:
    """True for whom a clause between commas only links another to: ", which is allied with X,"."""
    kind, behind = pl.col("kind"), beside(pl.col("kind"), run, -1)
    past_the = beside(kind, run, 1) == "article"
    lead, verb, opener = (
        pl.when(past_the).then(beside(kind, run, step + 1)).otherwise(beside(kind, run, step))
        for step in (1, 2, 3)
    )
    closes = (behind == "comma") | ((behind == "time") & (beside(kind, run, -2) == "comma"))
    is_link = lead.is_in(["to", "with", "by"]) & verb.is_in(["be", "have"]) & (opener == "clause")
    return (is_link & closes).fill_null(False)


def named_behind(run: pl.Expr) -> pl.Expr:
    """The party that people or a party are told to be: "fighters known as X", null for others."""
    kind, start = pl.col("kind"), pl.col("start")
    is_as = beside(pl.col("text"), run, -1).str.to_lowercase() == "as"
    past_the = beside(kind, run, -2) == "article"
    named_at, named_kind, named = (
        pl.when(past_the).then(beside(column, run, -3)).otherwise(beside(column, run, -2))
        for column in (start, kind, pl.col("entity_id"))
    )
    gap = len(" known as ") + pl.when(past_the).then(len("the ")).otherwise(0)
    is_named = kind.is_in(["people", "actor"]) & is_as & (named_kind == "actor")
    return pl.when(is_named & (named_at - pl.col("end") == gap)).then(named)
