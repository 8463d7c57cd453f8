"""Words of taking, attack and death in headlines that show no other sign of war.

"Start-ups conquer X", "Locusts invade X" and "Three climbers die on X" say what rebels, troops and
gunmen do, too; where the article names no party, nobody armed and no way of attack, it is not war.
"""

import polars as pl

UNARMED = (
    "civilians", "children", "women", "journalists", "aid-workers", "health-workers", "prisoners",
    "refugees", "students", "teachers", "protesters", "rioters",
)  # fmt: skip
# People who fight, and those who are called civilians only where others do.
FIGHTERS = (
    r"(?i)(?:civilians?|army|forces|troops|soldiers|fighters?|gunm[ae]n|militiam[ae]n|militias?|militants?|"
    r"insurgents?|rebels?|guerrillas|infantry|marines|paratroopers|commandos|jihadists?|junta|"
    r"tribesmen|warlords?|mutineers|attackers|assailants|jets?|warplanes?|drones?|missiles?|"
    r"rockets?|shells|bombs|tanks|helicopters|gunboats|battalion|brigade|division|convoy)$"
)
# Verbs of harm that need a doer; people die, are hurt or lost without one.
VIOLENT, NOBODYS = ("killed", "killed_or_wounded", "wounded"), ("died", "nomto")
# The present tense is a headline's; a report in the past tense says what happened.
PRESENT = (
    r"(?i)^(?:[a-z]{3,}s|die|conquer|capture|seize|take|retake|recapture|overrun|invade|storm|"
    r"attack|gain|win)(?: |$)"
)
DYING = r"(?i)^dies?$"
# Verbs with a subject ahead and a place behind; what was attacked in a word that has no weapon.
TAKING = r"^territory_(?:take|take_vp|gain)$"
ATTACKING, PLAIN = "attack_do", ("Attack", "Armed clash")
CONTESTS = ("contested", "attack")


def refuse_bare(told: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Give claims of such words the reject_reason not_conflict in articles without a sign of war,
    and clashes of sentences that tell of sport and of no harm."""
    signed = mentions.filter(is_sign())["article_id"].unique().implode()
    harmed = mentions.filter(is_harm() | (pl.col("kind") == "method"))["sentence_id"]
    is_sport = (pl.col("kind") == "background") & (pl.col("sense") == "sport")
    games = mentions.filter(is_sport)["sentence_id"]
    # A country that is attacked is no party by itself.
    has_no_party = pl.all_horizontal(
        pl.col(f"{role}_actor_id").is_null() for role in ("to", "from", "initiator")
    )
    is_taken = (
        (pl.col("claim_type") == "territory_change")
        & pl.col("rule_id").str.contains(TAKING)
        & (pl.col("evidence_start") >= pl.col("anchor_start"))
    )
    is_attack = (pl.col("rule_id") == ATTACKING) & pl.col("sub_event_type").is_in(PLAIN)
    is_death = (
        (pl.col("claim_type") == "casualty")
        & pl.col("value_text").is_not_null()
        & pl.col("is_dying")
        & (pl.col("victim_actor_id").is_null() | pl.col("victim_actor_id").is_in(UNARMED))
    )
    is_bare = (
        ~pl.col("article_id").is_in(signed)
        & pl.col("is_present")
        & (pl.col("assertion") == "asserted")
        & has_no_party
        & (is_taken | is_attack | is_death)
    )
    is_game = (
        pl.col("claim_type").is_in(CONTESTS)
        & pl.col("sentence_id").is_in(games.unique().implode())
        & ~pl.col("sentence_id").is_in(harmed.unique().implode())
    )
    verbs = mentions.filter(pl.col("kind") == "trigger").select(
        "sentence_id", anchor_start="start", is_present=pl.col("text").str.contains(PRESENT),
        is_dying=pl.col("text").str.contains(DYING),
    )  # fmt: skip
    return (
        told.join(verbs, on=["sentence_id", "anchor_start"], how="left", maintain_order="left")
        .with_columns(
            reject_reason=pl.when((is_bare | is_game).fill_null(False))
            .then(pl.coalesce("reject_reason", pl.lit("not_conflict")))
            .otherwise("reject_reason")
        )
        .select(told.columns)
    )


def is_sign() -> pl.Expr:
    """True for mentions that show that an article tells of war: a party, people who fight, a way
    of attack, an attack, harm that somebody did."""
    kind, entity = pl.col("kind"), pl.col("entity_id")
    may_fight = kind.is_in(["people", "role", "unit"])
    is_armed = may_fight & (
        (entity.is_not_null() & ~entity.is_in(UNARMED))
        | pl.when(may_fight).then("text").str.contains(FIGHTERS)
    )
    is_attack = (kind == "unit") & pl.col("sense").is_in(["attack", "contested"])
    is_post = (kind == "place_noun") & entity.is_not_null()
    return (
        (kind == "actor") | is_armed | (kind == "method") | is_attack | is_post | is_harm()
    ).fill_null(False)


def is_harm() -> pl.Expr:
    """True for words of harm that somebody does: "killed", not "died"."""
    is_word = (pl.col("kind") == "trigger") & pl.col("sense").is_in(VIOLENT)
    return (is_word & ~pl.col("voice").is_in(NOBODYS)).fill_null(False)
