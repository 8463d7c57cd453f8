"""Attacks and fighting without a figure: who against whom, where, in what way, told once."""

import pytest

from tests.chain import ask, read_texts

CLASHES = "Armed clash"
AIR = "Air/drone strike"
SHELLING = "Shelling/artillery/missile attack"

# Text, who attacks, who is attacked, kind of event, place; None where the text does not say.
TOLD = [
    ("Taliban fighters attacked an army post near Ghazni on Monday.",
     "taliban", "state-forces-afg", CLASHES, "Ghazni"),
    ("An army post near Ghazni was attacked by Taliban fighters on Monday.",
     "taliban", "state-forces-afg", CLASHES, "Ghazni"),
    ("An attack by Boko Haram on soldiers near Maiduguri was reported on Sunday.",
     "boko-haram", "state-forces-nga", CLASHES, "Maiduguri"),
    ("The army carried out bombings of residential areas in Apopa, El Salvador, on Monday.",
     "state-forces-slv", "civilians", "Air/drone strike", "Apopa"),
    ("Army helicopters fired rockets at Kutum, Sudan, on Monday.",
     "state-forces-sdn", None, "Air/drone strike", "Kutum"),
    ("Gunmen fired mortars at Kutum, Sudan, on Monday.",
     "unidentified-armed-group", None, "Shelling/artillery/missile attack", "Kutum"),
    ("Gunmen fired rocket-propelled grenades at a bus near Kutum, Sudan, on Monday.",
     "unidentified-armed-group", "civilians", "Attack", "Kutum"),
    ("Rebels with anti-aircraft guns fired on a bus near Kutum, Sudan, on Monday.",
     "unidentified-armed-group", "civilians", "Attack", "Kutum"),
    ("A bomb badly damaged a bank in Arua, Uganda, on Monday.",
     None, "civilians", "Remote explosive/landmine/IED", "Arua"),
    ("Rebels carried out bombings in Apopa, El Salvador, on Monday.",
     "fmln", None, "Remote explosive/landmine/IED", "Apopa"),
    ("Israel bombed Hezbollah positions near Tyre overnight.",
     "state-forces-isr", "hezbollah", "Air/drone strike", "Tyre"),
    ("The United States launched an air strike on Islamic State positions near Mosul on Friday.",
     "state-forces-usa", "islamic-state", AIR, "Mosul"),
    ("Ukraine's army fired rockets at Russian positions outside Donetsk on Tuesday.",
     "state-forces-ukr", "state-forces-rus", SHELLING, "Donetsk"),
    ("Hamas fired rockets at Israel on Saturday.",
     "hamas", "state-forces-isr", SHELLING, "Israel"),
    ("Pyongyang fired three artillery shells at Seoul on Thursday.",
     "state-forces-prk", None, None, "Seoul"),
    ("Israeli helicopters shelled orchards near Khan Younis at dawn.",
     "state-forces-isr", None, SHELLING, "Khan Younis"),
    ("Congolese troops fought M23 rebels near Goma on Tuesday.",
     "state-forces-cod", "m23", CLASHES, "Goma"),
    ("Militants killed villagers in Borno state on Wednesday.",
     "unidentified-armed-group", "civilians", "Attack", "Borno"),
    ("Maoist guerrillas blew up a railway bridge in Jharkhand.",
     "naxalites", None, "Remote explosive/landmine/IED", "Jharkhand"),
    ("Troops repelled an attack by M23 rebels near Goma on Monday.",
     "m23", "state-forces-cod", CLASHES, "Goma"),
    ("Two bombs exploded in Kabul on Monday.",
     None, None, "Remote explosive/landmine/IED", "Kabul"),
    ("The bomb attack on the French cultural centre in Beirut has caused considerable damage.",
     None, None, "Remote explosive/landmine/IED", "Beirut"),
    ("Unknown men attacked a police station in Gao with grenades on Monday.",
     "unidentified-armed-group", "state-forces-mli", None, "Gao"),
    ("The mayor of Gao was shot by two gunmen on a motorcycle.",
     "unidentified-armed-group", "civilians", None, "Gao"),
    ("A car bomb exploded outside a courthouse in Baghdad on Thursday.",
     None, None, "Remote explosive/landmine/IED", "Baghdad"),
    ("Drones struck a fuel depot in Khartoum overnight.",
     None, None, "Air/drone strike", "Khartoum"),
    ("The army bombed rebel positions near Taiz with howitzers on Monday.",
     "state-forces-yem", "houthis", SHELLING, "Taiz"),
    ("Russia bombed a hospital in Sumy, Ukraine, on Monday.",
     "state-forces-rus", "civilians", AIR, "Sumy"),
    ("Army snipers fired on demonstrators in Homs on Friday.",
     "state-forces-syr", "protesters", "Excessive force against protesters", "Homs"),
]  # fmt: skip

UNTOLD = [
    "The video was shot by two gunmen in Gao.",
    "The bomb squad hit a snag in Kabul.",
    "A bomb attack on the French cultural centre in Beirut was foiled on Monday.",
    "Two bombs were found in Kabul on Monday.",
    "Critics attacked a plan for the police station in Gao on Monday.",
    "The minister condemned an attack by rebels on a village near Goma.",
    "The senator attacked the plan in a speech in Goma.",
    "Rain pounded Sanaa for a third night.",
    "Rebels fear an attack on Goma.",
    "The war on drugs has failed in Colombia, the report said.",
    "Police fear that any attack on Goma would cost lives.",
    "The home side attacked from the start and struck twice in Leeds.",
]


THREATS = [
    "Rebels threatened to attack Goma.",
    "Insurgents plan to storm the base in Diffa, officials said.",
]
FIGURE = "Rebels opened fire on soldiers in Goma on Monday, wounding three."
FIGHT = "Clashes between the Sudanese army and the Rapid Support Forces erupted in Omdurman."
SCATTERED = "On Monday, near Ghazni, an army post was attacked again by Taliban fighters."
TEXTS = ask([*(row[0] for row in TOLD), *UNTOLD, *THREATS, FIGURE, FIGHT, SCATTERED])


def claims_of(text: str) -> list[dict[str, object]]:
    """The claims of one of the texts, all of which are read together."""
    return read_texts(TEXTS).claims_of(text)


def attacks(text: str) -> list[dict[str, object]]:
    """The usable claims of attacks in a text that tell them as facts."""
    claims = claims_of(text)
    return [
        claim
        for claim in claims
        if claim["claim_type"] == "attack"
        and claim["reject_reason"] is None
        and claim["assertion"] in ("asserted", "attributed")
    ]


@pytest.mark.parametrize(("text", "by", "against", "kind", "place"), TOLD)
def test_an_attack_is_told(
    text: str, by: str | None, against: str | None, kind: str | None, place: str
) -> None:
    (claim,) = attacks(text)
    assert (claim["initiator_actor_id"], claim["target_actor_id"]) == (by, against)
    assert kind is None or claim["sub_event_type"] == kind
    assert place in claim["location_text"]


@pytest.mark.parametrize("text", UNTOLD)
def test_no_attack_is_told(text: str) -> None:
    assert attacks(text) == []


def test_a_figure_is_the_one_claim_of_its_attack() -> None:
    (claim,) = claims_of(FIGURE)
    assert (claim["claim_type"], claim["harm"], claim["value_best"]) == ("casualty", "wounded", 3)
    assert claim["initiator_actor_id"] == "unidentified-armed-group"
    assert claim["evidence_text"].startswith("Rebels opened fire")


def test_a_fight_for_a_place_names_both_parties() -> None:
    (claim,) = claims_of(FIGHT)
    assert claim["claim_type"] == "contested"
    assert {claim["initiator_actor_id"], claim["target_actor_id"]} == {"state-forces-sdn", "rsf"}


@pytest.mark.parametrize("text", THREATS)
def test_a_threat_is_a_plan_at_most(text: str) -> None:
    claims = claims_of(text)
    assert {claim["assertion"] for claim in claims} <= {"planned"}


def test_every_value_lies_in_the_evidence() -> None:
    (claim,) = attacks(SCATTERED)
    assert claim["location_text"] in claim["evidence_text"]
    assert claim["evidence_text"].endswith("Taliban fighters")
