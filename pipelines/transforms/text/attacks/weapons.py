"""Weapons that stand for who fires them: whose planes are that stand alone, which do nothing."""

import polars as pl

from pipelines.transforms.text.runs import last_before

CRAFT = (
    r"(?i)(?:^|\s)(?:aircraft|(?:war|air)?planes?|airplanes?|jets?|helicopters?|choppers?|"
    r"gunships?|bombers?|gunboats?|warships?)$"
)
AIR_FORCE = r"(?i)(?-u:\b)(?:air force|navy|aviation)$"
# "Unidentified planes bombed the port": whoever flew them.
NOBODYS = (
    r"(?i)(?-u:\b)(?:unidentified|unknown|unmarked|foreign|enemy|private|civilian|stolen|small|"
    r"light|un|passenger|hijacked)\s+$"
)
# "The army sent two planes, which bombed the port"
SENT = (
    r"(?i)^[^;:.]*(?-u:\b)(?:sen[dt]s?|sending|used?|using|uses|deploy(?:s|ed|ing)?|with|"
    r"dispatch(?:ed|es|ing)?|scrambl(?:ed|es|ing)|employ(?:s|ed|ing)?|provid(?:ed|es|ing)|"
    r"order(?:ed|s|ing)?)(?-u:\b)[^;:.]*$"
)
NEAR = 90
# Weapons that can stand for whoever fires them.
WEAPONRY = (
    r"(?i)(?:bombs|rockets|shells|missiles?|mortars|drones?|jets?|warplanes?|helicopters?|gunships?|"
    r"tanks?|aircraft|planes|airplanes?|bombers|gunboats?|warships?|artillery|snipers?|"
    r"fighter jets)$"
)
# "A missile fired by X": by X, and not by the missile.
FIRED_BY = (
    r"(?i)^\s+(?:fired|launched|dropped|thrown|hurled|lobbed|planted|placed|laid|left|set off|"
    r"detonated|piloted|flown)\s+(?:[a-z]+ly\s+)?by\s"
)
# "Units with rifles and artillery attacked": their own.
CARRIED = (
    r"(?i)(?-u:\b)(?:with|using|carrying|armed with|by means of)\s+"
    r"(?:(?:[a-z0-9-]+\s*,?\s+){0,8}(?:and|or|as well as)\s+)?(?:[a-z0-9-]+\s+){0,2}$"
)
AGAINST_THEM = r"(?i)(?-u:\b)anti[ -]?$"
# "Supported by planes, which bombed"
THAT_DID = r"(?i)^,? (?:which|that) (?:[a-z]+ly )?[a-z]+ed(?-u:\b)"


def name_owners(rows: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Candidates with the entity_id of craft of nobody's.

    rows: of party_mentions, with run, seat, sentence and base, in order. mentions: of the articles,
    with entities resolved.
    """
    is_craft = (
        (pl.col("seat") == "weapon")
        & pl.col("entity_id").is_null()
        & pl.col("text").str.contains(CRAFT)
    ).fill_null(False)
    if not rows.select(is_craft.any()).item():
        return rows
    run = pl.col("run")
    is_party = (pl.col("kind") == "actor") & pl.col("seat").is_null()
    party, party_end = (
        last_before(pl.when(is_party & pl.col("entity_id").is_not_null()).then(name), run)
        for name in ("entity_id", "end")
    )
    at = pl.col("start") - pl.col("base")
    gap = pl.col("sentence").str.slice(
        pl.col("party_end") - pl.col("base"), pl.col("start") - pl.col("party_end")
    )
    is_sent = (gap.str.len_chars() <= NEAR) & gap.str.contains(SENT)
    return (
        rows.with_columns(party=party, party_end=party_end)
        .join(flying_forces(mentions), on="article_id", how="left", maintain_order="left")
        .with_columns(
            entity_id=pl.when(is_craft & ~pl.col("sentence").str.slice(0, at).str.contains(NOBODYS))
            .then(pl.coalesce(pl.when(is_sent.fill_null(False)).then("party"), "flying"))
            .otherwise("entity_id")
        )
        .drop("party", "party_end", "flying")
    )


def flying_forces(mentions: pl.DataFrame) -> pl.DataFrame:
    """The one party of an article that has craft by name: article_id, flying."""
    text, kind = pl.col("text"), pl.col("kind")
    is_force = (kind == "actor") & text.str.contains(AIR_FORCE)
    is_craft = kind.is_in(["unit", "method"]) & text.str.contains(CRAFT)
    # "Army helicopters"
    is_beside = (kind.shift(1) == "actor") & (pl.col("start") - pl.col("end").shift(1) == 1)
    owner = pl.coalesce("entity_id", pl.when(is_beside).then(pl.col("entity_id").shift(1)))
    return (
        mentions.lazy()
        .select("article_id", is_told=is_force | is_craft, entity_id=owner)
        .filter("is_told", pl.col("entity_id").is_not_null())
        .collect(engine="in-memory")
        .group_by("article_id")
        .agg(flying=pl.col("entity_id").first(), n=pl.col("entity_id").n_unique())
        .filter(pl.col("n") == 1)
        .drop("n")
    )


def is_idle_weapon(ahead: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """Whether the words around a weapon say that it does nothing itself: who fires or carries it
    does, or it is fired at."""
    is_carried = ahead.str.contains(CARRIED) & ~behind.str.contains(THAT_DID)
    return behind.str.contains(FIRED_BY) | ahead.str.contains(AGAINST_THEM) | is_carried
