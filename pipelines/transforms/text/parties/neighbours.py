"""What stands right beside a mention: a country, a capital, a party, or one it is apposed to."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.theatres import STATE_FORCES
from pipelines.transforms.text.runs import beside, last_before, last_known

GENERIC = "^generic-"
# Kinds of mentions that, side by side, are one name: "border patrol agents".
COMPOUND = ("place_noun", "unit", "method", "people", "actor")
# Kinds of mentions that "by" makes somebody's: "killed by", "shelling by", "an attack by".
ATTACKS = ("trigger", "method", "unit")
# Verbs of attack, by their voice.
ATTACKING = r"^(?:att|hit|fire)_"
# Weapons with their verb: "shells landed in".
LANDING = (
    r"(?i)^(?:[a-z]+ )?(?:missile|rocket|shell|mortar|round|bomb|projectile|drone)s? "
    r"(?:landed|fell|crashed|slammed|ploughed|plowed|rained)(?-u:\b)"
)
CIVILIANS = r"(?i)^civilians?$"
# Characters of " sent ", " has dispatched ".
SENT_LETTERS = 6, 12
# Characters between a name and what stands beside it, and what it owns ("Ukraine's").
BESIDE, OWNED_BESIDE = 2, 3


def seats(lexicons: Lexicons) -> pl.DataFrame:
    """Capitals that stand for their states: word (in lower case), country_of_seat."""
    return lexicons.words.filter(kind="seat").select(
        word="phrase",
        country_of_seat=pl.col("entity_id").str.strip_prefix(STATE_FORCES).str.to_uppercase(),
    )


def with_neighbours(
    rows: pl.DataFrame, demonyms: pl.DataFrame | None, seats: pl.DataFrame
) -> pl.DataFrame:
    """Add country_named (of the people or land named right before), actor_before and
    is_right_behind (no unknown word parts a mention from the one before it).

    "Iraqi soldiers", "Ukraine's army", "Kyiv's troops", "US border patrol agents"; "Taliban
    militants" are the Taliban.
    """
    named = pl.when(pl.col("kind") == "place").then("text").str.to_lowercase()
    rows = (
        rows.with_columns(word=named)
        .join(seats, on="word", how="left", maintain_order="left")
        .with_columns(
            country_before=country_before(),
            actor_apposed=actor_apposed(),
            actor_before=pl.coalesce(actor_right_before(), actor_spelled_out()),
        )
    )
    named = pl.lit(None, pl.String)
    if demonyms is not None:
        rows, named = with_people_before(rows, demonyms), pl.col("people_before")
    is_compound = follows() & (gap() == 1) & pl.col("kind").is_in(COMPOUND)
    is_compound &= pl.col("kind").shift(1).is_in(COMPOUND)
    return (
        rows.with_columns(
            country_named=pl.coalesce(named, "country_before"),
            is_right_behind=(follows() & (gap() == 1)).fill_null(False),
            compound=(~is_compound.fill_null(False)).cum_sum(),
        )
        .with_columns(
            country_named=pl.when(is_there())
            .then("country_named")
            .otherwise(last_known(pl.col("country_named"), pl.col("compound")))
        )
        .with_columns(country_named=pl.coalesce("country_named", country_joined()))
    )


def follows() -> pl.Expr:
    """True for a mention with another before it in its sentence."""
    return pl.col("sentence_id") == pl.col("sentence_id").shift(1)


def gap() -> pl.Expr:
    """How many characters part a mention from the one before it."""
    return pl.col("start") - pl.col("end").shift(1)


def is_there() -> pl.Expr:
    """True for attacks that a country's name only places: "the Nigeria attack" was there, "the
    Israel strike on Beirut" was Israel's."""
    is_event = (pl.col("kind") == "method") | (pl.col("sense") == "attack")
    return (is_event & ~pl.col("is_abroad")).fill_null(False)


def country_before() -> pl.Expr:
    """The country named right before, by its name or its capital: "Ukraine's army", "Kyiv's"."""
    is_country = (pl.col("kind").shift(1) == "place") & (pl.col("sense").shift(1) == "country")
    is_beside = (gap() <= OWNED_BESIDE) & ~(is_there() & (gap() < OWNED_BESIDE))
    return (
        pl.when(follows() & is_country & is_beside)
        .then(pl.col("entity_id").shift(1))
        .when(follows() & (gap() == OWNED_BESIDE))
        .then(pl.col("country_of_seat").shift(1))
    )


def actor_apposed() -> pl.Expr:
    """The actor that a mention is apposed to: "the BLA, a separatist group, said it"."""
    is_apposed = (
        (pl.col("sentence_id") == pl.col("sentence_id").shift(3))
        & (pl.col("kind").shift(3) == "actor")
        & ~pl.col("entity_id").shift(3).str.contains(GENERIC)
        & (pl.col("kind").shift(2) == "comma")
        & (pl.col("kind").shift(1) == "article")
        & (pl.col("start").shift(2) == pl.col("end").shift(3))
    )
    return pl.when(is_apposed).then(pl.col("entity_id").shift(3))


def actor_right_before() -> pl.Expr:
    """The actor named right before: "Taliban militants"."""
    before = pl.col("entity_id").shift(1)
    is_actor = (pl.col("kind").shift(1) == "actor") & ~before.str.contains(GENERIC)
    return pl.when(follows() & is_actor & (gap() <= BESIDE)).then(before)


def with_people_before(rows: pl.DataFrame, demonyms: pl.DataFrame) -> pl.DataFrame:
    """Add people_before: the country of the people named right before ("Iraqi soldiers").

    demonyms: sentence_id, end, country_id.
    """
    beside = demonyms.select(
        "sentence_id",
        named_from=(pl.col("end") + 1).cast(pl.Int32),
        people_before="country_id",
    ).unique(["sentence_id", "named_from"], keep="first", maintain_order=True)
    # "A [Honduran] army patrol": an editor's word.
    is_bracketed = follows() & (pl.col("kind").shift(1) == "bracket") & (gap() == 1)
    start = pl.when(is_bracketed.fill_null(False)).then(pl.col("start") - 1).otherwise("start")
    return (
        rows.with_columns(named_from=start)
        .join(beside, on=["sentence_id", "named_from"], how="left", maintain_order="left")
        .drop("named_from")
    )


def country_joined() -> pl.Expr:
    """The country of civilians to whom 'and' joins others, and of weapons: "11 Thai civilians and
    one soldier", "a Russian missile and drone attack"."""
    kind = pl.col("kind")
    is_weapon = (
        (kind == "method")
        & (kind.shift(1) == "and")
        & (kind.shift(2) == "method")
        & (pl.col("start") - pl.col("end").shift(2) == len(" and "))
        & (pl.col("sentence_id") == pl.col("sentence_id").shift(2))
    )
    is_joined = (
        (kind == "people")
        & kind.shift(1).is_in(["quantity", "article"])
        & (kind.shift(2) == "and")
        & (kind.shift(3) == "people")
        & pl.col("text").shift(3).str.contains(CIVILIANS)
        & (pl.col("start").shift(2) - pl.col("end").shift(3) == 1)
        & (pl.col("sentence_id") == pl.col("sentence_id").shift(3))
    )
    named = pl.col("country_named")
    return pl.when(is_joined).then(named.shift(3)).when(is_weapon).then(named.shift(2))


def attackers(rows: pl.DataFrame) -> pl.DataFrame:
    """sentence_id and attacker: the state's forces that it names as who attacked: "by Malian army",
    "Malian army shelling", "a Malian drone strike", "Mali shelled". Soldiers that it says were hit
    are not theirs.

    rows: as with_neighbours gives them.
    """
    kind, same = pl.col("kind"), pl.col("sentence_id")
    is_named = (kind == "actor") & pl.col("entity_id").str.starts_with(STATE_FORCES)
    steps = pl.when(kind.shift(1).is_in(["article", "place"])).then(2).otherwise(1)
    behind_by = [
        (steps == step)
        & (kind.shift(step) == "by")
        & kind.shift(step + 1).is_in(ATTACKS)
        & (same == same.shift(step + 1))
        for step in (1, 2)
    ]
    is_ahead = (
        (kind.shift(-1) == "method")
        & (pl.col("start").shift(-1) - pl.col("end") == 1)
        & (same == same.shift(-1))
    )
    attacks = pl.any_horizontal(*behind_by, is_ahead)
    is_attack = (kind == "method") | ((kind == "unit") & (pl.col("sense") == "attack"))
    by_people = pl.lit(STATE_FORCES) + pl.col("country_named").str.to_lowercase()
    # "North Korea fired shells": the country itself.
    is_country = (kind == "place") & (pl.col("sense") == "country") & (same == same.shift(-1))
    is_country &= pl.col("voice").shift(-1).str.contains(ATTACKING)
    # "Soldiers from Rwanda attacked"
    is_country &= ~(kind.shift(1).is_in(["from", "of", "in", "to"]) & (same == same.shift(1)))
    by_country = pl.lit(STATE_FORCES) + pl.col("entity_id").str.to_lowercase()
    attacker = (
        pl.when((is_named & attacks).fill_null(False))
        .then("entity_id")
        .when(is_attack.fill_null(False))
        .then(by_people)
        .when(is_country.fill_null(False))
        .then(by_country)
    )
    named = rows.select("sentence_id", attacker=attacker).drop_nulls("attacker")
    return named.group_by("sentence_id").agg(pl.col("attacker").max())


def country_of_those_hit() -> pl.Expr:
    """The country of the patrol or post that a sentence says was attacked, for whoever it says was
    harmed by that: "ambushed a US patrol, wounding four soldiers".

    Of mentions as with_neighbours gives them.
    """
    kind, run = pl.col("kind"), pl.col("sentence_id")
    voice = pl.col("voice")
    is_verb = [
        (beside(kind, run, step) == "trigger") & beside(voice, run, step).str.contains(ATTACKING)
        for step in (1, 2, 3, 4)
    ]
    is_hit = (kind == "unit") & (pl.col("sense") == "thing") & pl.any_horizontal(is_verb)
    hit = last_before(pl.when(is_hit).then("country_named"), run)
    is_harm = [
        (beside(kind, run, step) == "trigger") & (beside(voice, run, step) == "ing")
        for step in (1, 2, 3)
    ]
    return pl.when(pl.any_horizontal(is_harm)).then(hit)


def country_of_attackers_beside() -> pl.Expr:
    """The country of the jets or forces that a sentence tells of before, for the soldiers that go
    on with them: "Israeli jets bombed Tyre, and troops raided Khiam".

    Of mentions as with_neighbours gives them.
    """
    kind, run = pl.col("kind"), pl.col("sentence_id")
    attacks = (beside(kind, run, -1) == "trigger") & beside(pl.col("voice"), run, -1).str.contains(
        ATTACKING
    )
    is_unit = (kind == "unit") & (pl.col("sense") == "thing")
    forces = pl.when((kind == "actor") & pl.col("entity_id").str.starts_with(STATE_FORCES)).then(
        pl.col("entity_id").str.strip_prefix(STATE_FORCES).str.to_uppercase()
    )
    first = last_before(
        pl.when(attacks).then(pl.coalesce(forces, pl.when(is_unit).then("country_named"))), run
    )
    goes_on = attacks & (beside(kind, run, 1) == "and") & (kind == "people")
    return pl.when(goes_on.fill_null(False)).then(first)


def country_of_those_sent() -> pl.Expr:
    """The country that has sent soldiers somewhere: "Rwanda sent troops into Congo"."""
    kind, run = pl.col("kind"), pl.col("sentence_id")
    is_sender = (beside(kind, run, 1) == "place") & (beside(pl.col("sense"), run, 1) == "country")
    is_sent = (pl.col("start") - beside(pl.col("end"), run, 1)).is_between(*SENT_LETTERS)
    is_sent &= (kind == "people") & beside(kind, run, -1).is_in(["to", "in"])
    return pl.when(is_sender & is_sent).then(beside(pl.col("entity_id"), run, 1))


def actor_spelled_out() -> pl.Expr:
    """The actor whose name brackets right before spell out: "ADF [Allied Forces] troops"."""
    kind, start, end = pl.col("kind"), pl.col("start"), pl.col("end")
    closes = (
        (pl.col("sentence_id") == pl.col("sentence_id").shift(2))
        & (kind.shift(1) == "bracket")
        & (start - end.shift(1) == 1)
    )
    is_inside = closes & (kind.shift(2) == "actor") & (start.shift(1) == end.shift(2))
    is_ahead = (
        closes
        & (pl.col("sentence_id") == pl.col("sentence_id").shift(3))
        & (kind.shift(2) == "bracket")
        & (kind.shift(3) == "actor")
        & (start.shift(2) - end.shift(3) == 1)
    )
    named = (
        pl.when(is_inside)
        .then(pl.col("entity_id").shift(2))
        .when(is_ahead)
        .then(pl.col("entity_id").shift(3))
    )
    return pl.when(~named.str.contains(GENERIC)).then(named)


def is_landing() -> pl.Expr:
    """True for weapons with their verb: whose "Russian missiles landed in" were."""
    return pl.when(pl.col("kind") == "trigger").then("text").str.contains(LANDING).fill_null(False)
