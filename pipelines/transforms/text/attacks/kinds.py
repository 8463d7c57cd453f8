"""What kind of event an attack is: ACLED's sub-event types, by word, weapon and target."""

import polars as pl

from pipelines.transforms.text.attacks.grammar import OF_HARM, RECIPROCAL
from pipelines.transforms.text.parties.actors import CROWDS, STATE_FORCES

# Kinds that say no more than that there was violence; the units "attack" and "contested" are those.
PLAIN = (
    "Attack", "Armed clash", "attack", "contested", "killed", "wounded", "killed_or_wounded",
    "captured", "recaptured",
)  # fmt: skip
ARMED_TYPES = (
    "state forces", "rebel group", "political militia", "identity militia", "unknown",
    "external/other forces",
)  # fmt: skip
BOMBS, SHELLS = "Remote explosive/landmine/IED", "Shelling/artillery/missile attack"
# What bombs from the air.
AIRBORNE = (
    r"(?i)(?-u:\b)(?:air force|aircraft|(?:war|air)?planes?|jets?|helicopters?|bombers?|gunships?|"
    r"drones?|pilots?)(?-u:\b)[^;]{0,45}$"
)
FLYING = (
    r"(?i)(?-u:\b)(?:air force|air|aircraft|(?:war|air)?planes?|jets?|helicopters?|choppers?|"
    r"bombers?|gunships?|drones?|pilots?|a-37s?)(?-u:\b)"
)
BY_AIR = (
    r"(?i)^[^.;,]{0,40} by (?:U\.?S\.? )?[^.;,]{0,20}"
    r"(?:planes?|aircraft|helicopters?|jets?|air force)(?-u:\b)"
)
BY_CRAFT = (
    r"(?i)^[^.;,]{0,40} by (?:[a-z0-9.-]+ ){0,3}(?:aircraft|(?:war|air)?planes?|jets?|helicopters?|"
    r"choppers?|gunships?|drones?)(?-u:\b)"
)
BOMBING = r"(?i)^bomb(?:ings?|ed)$"
BOMBED = r"(?i)^bombed$"
# "Bombed the bridge with a truck"
ON_THE_GROUND = (
    r"(?i)^[^.;,]{0,60} (?:with|using|by) (?:[a-z0-9-]+ ){0,3}?(?:trucks?|cars?|vehicles?|vans?|"
    r"lorry|lorries|(?:land)?mines?|explosives|dynamite)(?-u:\b)"
)
OF_AREAS = (
    r"(?i)^ (?:of |against |on |in )?(?:[a-z-]+ ){0,5}?(?:areas?|neighbou?rhoods?|suburbs?|towns?|"
    r"villages?|cit(?:y|ies)|districts?|populations?|sectors?|outskirts|camps?|positions)(?-u:\b)"
)
CRAFT = (
    r"(?i)(?:^|\s)(?:aircraft|(?:war|air)?planes?|jets?|helicopters?|choppers?|gunships?|drones?)"
    r"(?-u:\b)[^;]{0,45}$"
)
# "Army helicopters attacked"
CRAFT_DOES = CRAFT.replace("(?:aircraft", "(?:air force|aircraft").replace(
    "[^;]{0,45}", r"(?: (?:also|again|then|later|have|had|has|[a-z]+ly))* "
)
# "Helicopters machine-gunned and rocketed the town"
ROCKETED = r"(?i)^rocket"
# "Fired rockets at"
FIRED = ("fire", "fired")
ROCKETS = (
    r"(?i)^(?: [a-z0-9-]+){0,3}? (?:rockets?|missiles?|mortars?|(?:mortar|artillery) [a-z]+|shells|"
    r"projectiles)(?-u:\b)"
)
GRENADES = r"(?i)^(?: [a-z0-9-]+){0,3}? (?:rocket[- ]propelled|rpgs?|grenades?|bazookas?)(?-u:\b)"
# Weapons that do what is done with them.
BOMB = (
    r"(?:(?:car|truck|roadside|motorcycle|time|nail|petrol|lorry) bombs?|bombs?|(?:land)?mines?|"
    r"ieds?|explosive devices?|explosives|booby[- ]traps?)"
)
SHELL = (
    r"(?:missiles?|rockets?|shells?|mortars?(?: (?:rounds?|shells?|bombs?))?|"
    r"projectiles?|artillery)"
)
# "Bombed the positions with cannon"
GUNS = r"(?:artillery|cannons?|howitzers?|mortars?|tanks?|heavy guns|field guns|shells?|grads?)"
DRONE = (
    r"(?:drones?|uavs?|quadcopters?|glide bombs?|aerial bombs?|barrel bombs?|air-dropped bombs?)"
)
# "Burned nine villagers" is no harm to their things.
BURNING = r"(?i)^burn(?:ed|t|s|ing)?(?: down)?$"
OF_PEOPLE = (
    r"(?i)^ (?:[a-z0-9-]+ ){0,2}?(?:people|villagers|civilians|residents|farmers|traders|miners|"
    r"men|women|children|girls|boys|students|soldiers|prisoners|captives|migrants|worshippers)"
    r"(?:\W*$|[,;]| (?:alive|in|inside|at|near|on|and)(?-u:\b))"
)
# Planes strafe, and so do men with machine guns.
STRAFING = r"(?i)^straf"
DESTROYING = r"(?i)^(?:destroy|demolish|flatten|levell?(?:ed|ing)|wreck)"

# "Destroyed an armoured vehicle": in battle.
MATERIEL = (
    r"(?i)^ (?:[a-z0-9'\x{2019}-]+ ){0,3}?(?:armou?red (?:vehicles?|cars?|columns?)|tanks?|apcs?|"
    r"howitzers?|(?:military|army|combat) (?:vehicles?|trucks?|columns?)|gun emplacements?|"
    r"rocket launchers?|radars?|trenches|bunkers?)(?-u:\b)"
)


def kind_of_attack() -> pl.Expr:
    """The sub_event_type of an attack with sense, form, target_type, weapon_kind, initiator_id,
    before and after."""
    sense = pl.col("sense")
    is_civil = (pl.col("target_type") == "civilians").fill_null(False)
    is_armed = pl.col("target_type").is_in(ARMED_TYPES).fill_null(False)
    is_plain = sense.is_null() | sense.is_in(PLAIN)
    is_plain |= pl.col("word").str.contains(STRAFING) & ~by_plane()
    is_from_afar = (sense == BOMBS) | ((sense == SHELLS) & (pl.col("form") == "throw"))
    is_from_afar |= (sense == SHELLS) & pl.col("after").str.contains(BY_AIR)
    is_from_afar |= pl.col("word").str.contains(ROCKETED) & pl.col("before").str.contains(CRAFT)
    is_airborne = pl.col("before").str.contains(AIRBORNE)
    # "The army's bombings of the suburbs", "Russia bombed a hospital": armies plant few bombs.
    is_airborne |= (
        pl.col("word").str.contains(BOMBING)
        & pl.col("initiator_id").str.starts_with(STATE_FORCES).fill_null(False)
        & (pl.col("after").str.contains(OF_AREAS) | is_armed | pl.col("word").str.contains(BOMBED))
        & ~pl.col("after").str.contains(ON_THE_GROUND)
    )
    of_materiel = pl.col("word").str.contains(DESTROYING) & pl.col("after").str.contains(MATERIEL)
    is_fire = pl.col("form").is_in(FIRED)
    is_shelling = pl.col("after").str.contains(ROCKETS) & ~pl.col("after").str.contains(GRENADES)
    return (
        pl.when((sense == "captured") & pl.col("form").is_in(OF_HARM))
        .then(pl.lit("Abduction/forced disappearance"))
        .when(pl.col("target_type").is_in(CROWDS))
        .then(pl.lit("Excessive force against protesters"))
        .when(is_fire & pl.col("before").str.contains(CRAFT))
        .then(pl.lit("Air/drone strike"))
        .when(is_fire & is_shelling)
        .then(pl.lit(SHELLS))
        .when(
            (sense == BOMBS) & pl.col("form").is_in(["do", "done"]) & by_weapon(GUNS) & ~by_plane()
        )
        .then(pl.lit(SHELLS))
        .when(is_from_afar & (is_airborne | pl.col("after").str.contains(BY_AIR)))
        .then(pl.lit("Air/drone strike"))
        .when((sense == SHELLS) & (pl.col("form") == "do") & by_weapon(DRONE))
        .then(pl.lit("Air/drone strike"))
        .when(pl.col("word").str.contains(BURNING) & pl.col("after").str.contains(OF_PEOPLE))
        .then(pl.lit("Attack"))
        .when(~is_plain)
        .then("sense")
        .when(pl.col("form").is_in(["do", "done"]) & by_weapon(DRONE))
        .then(pl.lit("Air/drone strike"))
        .when(pl.col("form").is_in(["do", "fire"]) & pl.col("before").str.contains(CRAFT_DOES))
        .then(pl.lit("Air/drone strike"))
        .when((pl.col("form") == "done") & pl.col("after").str.contains(BY_CRAFT))
        .then(pl.lit("Air/drone strike"))
        .when(pl.col("form").is_in(["do", "done"]) & by_weapon(BOMB))
        .then(pl.lit(BOMBS))
        .when(pl.col("form").is_in(["do", "done"]) & by_weapon(SHELL))
        .then(pl.lit(SHELLS))
        .when(pl.col("weapon_kind").is_not_null())
        .then("weapon_kind")
        .when(pl.col("word").str.contains(DESTROYING) & ~is_armed & ~of_materiel)
        .then(pl.lit("Looting/property destruction"))
        .when(is_civil & ~pl.col("form").is_in(RECIPROCAL))
        .then(pl.lit("Attack"))
        .when(pl.col("form").is_in(RECIPROCAL) | is_armed | of_materiel)
        .then(pl.lit("Armed clash"))
        .otherwise(pl.lit("Attack"))
    )


def by_weapon(weapon: str) -> pl.Expr:
    """Whether a weapon does it or is what it is done with: "a missile struck", "hit by a missile",
    "attacked the town with missiles"."""
    does = rf"(?i)(?:^|\s){weapon}(?: (?:also|again|then|later|have|had|has|[a-z]+ly))* $"
    by = rf"(?i)^(?: [a-z]+(?:ly|day))* by (?:[a-z0-9-]+ ){{0,4}}{weapon}(?-u:\b)"
    using = rf"(?i)^[^.;,]{{1,60}} (?:with|using) (?:[a-z0-9-]+ ){{0,3}}{weapon}(?-u:\b)"
    before, after = pl.col("before"), pl.col("after")
    return (
        ((pl.col("form") == "do") & before.str.contains(does))
        | after.str.contains(by)
        | after.str.contains(using)
    )


def by_plane() -> pl.Expr:
    """Whether what stands around a word of attack names something that flies."""
    return pl.col("before").str.contains(FLYING) | pl.col("after").str.contains(FLYING)
