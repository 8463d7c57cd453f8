"""Who suffers and who does it: persons named, lists, appositions, kinds of people, leaning."""

import polars as pl
import pytest

from tests.chain import TextHalf, ask, read_texts

# Each text with its claims of harm: (harm, number, victim, initiator, is a part).
GUNMEN = "unidentified-armed-group"
TOLD = {
    "Gunmen murdered Senator Pablo Quiroga in the port of Tamaro.": [
        ("killed", 1, "civilians", GUNMEN, False)
    ],
    "Rebels killed Ignacio Beltran, his driver and a guard near the bridge.": [
        ("killed", 3, None, GUNMEN, False)
    ],
    "Nadia Sorokina was assassinated outside the court on Monday.": [
        ("killed", 1, None, None, False)
    ],
    "Ramiro Duarte, 51, was shot dead at dawn.": [("killed", 1, None, None, False)],
    "Ramiro Duarte, 51, and Tomas Ibarra, 38, were shot dead at dawn.": [
        ("killed", 2, None, None, False)
    ],
    "Farid Osmani, a doctor from the valley, was killed by a mine.": [
        ("killed", 1, "health-workers", None, False)
    ],
    "Judges mourned the murder of Hector Villar, Lucia Prado and Emilio Santoro.": [
        ("killed", 3, None, None, False)
    ],
    "The minister condemned the murder in Vardan of two clerks.": [
        ("killed", 2, None, None, False)
    ],
    "Marta Olmedo's assassination shook the harbour towns.": [("killed", 1, None, None, False)],
    "The rebels killed the mayor of Tamaro, as well as two of his guards.": [
        ("killed", 3, None, GUNMEN, False)
    ],
    "Hamid Rasuli was killed near his shop, along with two of his brothers.": [
        ("killed", 3, None, None, False)
    ],
    "Seven nuns, four of them of Polish birth, were murdered by masked men.": [
        ("killed", 7, "civilians", None, False),
        ("killed", 4, "civilians", None, True),
    ],
    "Six monks -- five Spaniards and one Chilean -- and two cooks were murdered.": [
        ("killed", 6, "civilians", None, False),
        ("killed", 2, None, None, False),
    ],
    "Police recalled the murder of two clerks who had been abducted.": [
        ("killed", 2, None, None, False),
        ("captured", 2, None, None, False),
    ],
    "An airstrike killed a family of five near the mill.": [("killed", 5, None, None, False)],
    "Militants kidnapped two nurses and their driver near Gao.": [
        ("captured", 2, "health-workers", GUNMEN, False),
        ("captured", 1, None, GUNMEN, False),
    ],
    "The abduction of two nurses by militants shocked the town.": [
        ("captured", 2, "health-workers", GUNMEN, False)
    ],
    "Six soldiers went missing after the ambush.": [("missing", 6, None, None, False)],
    "Some 300 families fled their homes after the shelling.": [
        ("displaced", 300, "civilians", None, False)
    ],
    "Five herders died at the hands of militiamen.": [("killed", 5, None, GUNMEN, False)],
    "Doctors counted nine army and rebel deaths.": [("killed", 9, None, None, False)],
}  # fmt: skip
LEANING = {
    "Three people were killed in Herat on Monday. Two were civilians.": ("killed", 2, "civilians"),
    "Militants abducted seven people near Gao. At least three of them were aid workers.": (
        "captured", 3, "aid-workers",
    ),
    "Nine men died and six were wounded in Gao. Two of the dead were children.": (
        "killed", 2, "children",
    ),
}  # fmt: skip
SILENT = (
    "Nadia Sorokina died at 84 after a long illness.",
    "Police named the murderer as Ramiro Duarte.",
    "Five people came to the fair on Monday. Two were civilians.",
)
RUNNING = (
    "The war has left over 60,000 people dead in nine years.",
    "For a decade the valley has endured a war in which 900 people have died.",
    "More than 200 judges have been murdered since the struggle began in 1981.",
)
# Killings told as a noun that a plan or a denial about them leaves facts, and those it does not.
PRESUPPOSED = (
    "They urged the president to investigate the murder of two clerks.",
    "The group denied any part in the murder of two clerks.",
    "All parties rejected the murder of Senator Pablo Quiroga.",
)
PLANNED = ("They planned to murder two clerks.",)
SURNAME = "Pablo Quiroga left the court at noon.\n\nGunmen killed Quiroga at the gate."
PLACE_IN_NAME = "Gunmen killed Carlos Valencia Ortiz at the gate."
FACTS = [*PRESUPPOSED, *PLANNED, SURNAME, PLACE_IN_NAME]
UPPER = [text.upper() for text in (*TOLD, *LEANING)]
TEXTS = ask([*TOLD, *LEANING, *SILENT, *RUNNING, *UPPER, *FACTS])


@pytest.fixture(scope="module")
def read() -> TextHalf:
    return read_texts(TEXTS)


def harms(read: TextHalf, text: str) -> list[dict]:
    """The usable claims of harm of a text."""
    return [
        claim
        for claim in read.claims_of(text)
        if claim["claim_type"] == "casualty" and claim["reject_reason"] is None
    ]


@pytest.mark.parametrize("text", TOLD)
def test_a_sentence_tells_who_suffered_and_who_did_it(read: TextHalf, text: str) -> None:
    found = {
        (claim["harm"], claim["value_best"], claim["is_subset"]): claim
        for claim in harms(read, text)
    }
    for harm, number, victim, initiator, is_part in TOLD[text]:
        claim = found.get((harm, number, is_part))
        assert claim is not None, list(found)
        assert victim is None or claim["victim_actor_id"] == victim
        assert initiator is None or claim["initiator_actor_id"] == initiator


@pytest.mark.parametrize("text", [*TOLD, *LEANING])
def test_capitals_are_read_as_well_as_mixed_case(read: TextHalf, text: str) -> None:
    mixed, upper = (
        sorted((claim["harm"], claim["value_best"] or -1) for claim in harms(read, form))
        for form in (text, text.upper())
    )
    assert upper == mixed


@pytest.mark.parametrize("text", LEANING)
def test_a_sentence_leans_on_the_one_before(read: TextHalf, text: str) -> None:
    parts = [claim for claim in harms(read, text) if claim["is_subset"]]
    assert [(p["harm"], p["value_best"], p["victim_actor_id"]) for p in parts] == [LEANING[text]]


@pytest.mark.parametrize("text", SILENT)
def test_no_harm_is_told(read: TextHalf, text: str) -> None:
    assert not harms(read, text)


@pytest.mark.parametrize("text", RUNNING)
def test_a_toll_of_years_runs_on(read: TextHalf, text: str) -> None:
    assert [claim["is_cumulative"] for claim in harms(read, text)] == [True]


@pytest.mark.parametrize("text", PRESUPPOSED)
def test_a_killing_stays_a_fact_whatever_is_done_about_it(read: TextHalf, text: str) -> None:
    assert {claim["assertion"] for claim in harms(read, text)} <= {"asserted", "attributed"}


@pytest.mark.parametrize("text", PLANNED)
def test_a_planned_killing_is_a_plan(read: TextHalf, text: str) -> None:
    assert [claim["assertion"] for claim in harms(read, text)] == ["planned"]


def test_a_surname_stands_for_the_person_named_before(read: TextHalf) -> None:
    claims = harms(read, SURNAME)
    assert [(claim["value_best"], claim["value_text"]) for claim in claims] == [(1, "Quiroga")]


def test_a_place_in_a_name_is_no_scene(read: TextHalf) -> None:
    claims = harms(read, PLACE_IN_NAME)
    assert [claim["location_id"] for claim in claims] == [None]


def test_the_amount_is_quoted_from_the_text(read: TextHalf) -> None:
    quoted = read.claims.filter(pl.col("value_text").is_not_null())
    assert quoted.filter(
        ~pl.col("evidence_text").str.contains(pl.col("value_text"), literal=True)
    ).is_empty()
