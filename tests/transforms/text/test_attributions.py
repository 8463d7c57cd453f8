"""Attributions: who says each thing, and who passed it on."""

import polars as pl
import pytest

from pipelines.transforms.text.sources.attributions import attribute
from tests.anchored import Anchored, read_anchors
from tests.chain import lexicons

INNER_SOURCE = (
    "Jan Ali, a reporter for a radio station in the valley, also tweeted about Dara.\n\n"
    '"An ex-government official tells me that rebels captured Dara. About 60 troops were killed," '
    "Ali tweeted at 8.53am.\n\n"
    'He later added: "Kuh was recaptured."'
)
ACCOUNT = (
    "A Twitter account named for the Kuh Valley, a hotbed of the revolt, shared a report.\n\n"
    '"Dara was captured," the account posted.\n\n'
    '"Local sources say 12 troops were killed," they said.'
)
LONG_QUOTE = (
    "Colonel Amin Sahak, an army spokesman, said: “Rebels captured Dara.\n\n"
    "“Twelve soldiers were killed.”"
)
OUTLET = (
    "Rebels captured Dara, according to Reuters. "
    "There are unconfirmed reports troops recaptured Kuh, the agency reported."
)
POST_TEXT = (
    "A Facebook page named after Kuh Valley – a hotbed of the revolt – shared the events.\n\n"
    "A post at 1.40pm said: “Dara was captured.”"
)
EMBED = (
    "Rebels captured Dara, according to a former government official. Twelve were killed.\n\n"
    "August 20, 2021 — Jan Ali (@janali)"
)
CASES = [
    # text, trigger, name, type, basis, via
    ("The governor of Dara said 12 people were killed.", "killed",
     "governor of Dara", "official", "sentence", None),
    ("Twelve people were killed, officials said.", "killed",
     "officials", "anonymous", "sentence", None),
    ("According to Karim Noor, a doctor in Dara, 12 people were killed.", "killed",
     "Karim Noor", "person", "sentence", None),
    ("Karim Noor, a former police chief, said rebels captured Dara, according to Reuters.",
     "captured", "Karim Noor", "person", "sentence", "Reuters"),
    ("Defence Minister Gen. Karim Noor, who has vowed to fight, tweeted that Dara was captured.",
     "captured", "Karim Noor", "official", "sentence", None),
    ('"Rebels captured Dara," said Colonel Karim Noor, the district police chief.', "captured",
     "Karim Noor", "official", "sentence", None),
    ("Taliban spokesman Hamid Wali said fighters captured Dara.", "captured",
     "Hamid Wali", "party", "sentence", None),
    ("The Taliban said they captured Dara.", "captured", "Taliban", "party", "sentence", None),
    ("Kyiv said its troops captured Dara.", "captured", "Kyiv", "party", "sentence", None),
    ("Russia said rebels captured Dara.", "captured", "Russia", "party", "sentence", None),
    ("The group said its men captured Dara.", "captured", "group", "party", "sentence", None),
    ("The Syrian Observatory for Human Rights said 12 people were killed.", "killed",
     "Syrian Observatory for Human Rights", "organisation", "sentence", None),
    ("At least 12 people have been killed since Sunday, NATO and Taliban officials said.",
     "killed", "NATO and Taliban officials", "official", "sentence", None),
    ("A journalist said on Twitter that former government officials told him rebels captured "
     "Dara.", "captured", "former government officials", "anonymous", "sentence", "journalist"),
    ("Residents said 12 people were killed.", "killed", "residents", "anonymous", "sentence", None),
    ("Rebels captured Dara while officials said 12 people were killed.", "captured",
     None, "unknown", "publisher", None),
    ("Rebels reportedly captured Dara.", "captured", "reports", "vague", "hedge", None),
    ("Rebels captured Dara, according to reports.", "captured",
     "reports", "vague", "sentence", None),
    ("Local sources said rebels captured Dara.", "captured",
     "local sources", "vague", "sentence", None),
    ("Rebels captured Dara.", "captured", None, "unknown", "publisher", None),
    ("Officials said rebels captured Dara. Twelve people were killed.", "killed",
     "officials", "anonymous", "continued", None),
    ("Officials said rebels captured Dara.\n\nTwelve people were killed.", "killed",
     None, "unknown", "publisher", None),
    ("A Taliban spokesman, Hamid Wali, said fighters captured Dara.", "captured",
     "Hamid Wali", "party", "sentence", None),
    ("KUH (Test Wire) - The Taliban said they captured Dara.", "captured",
     "Taliban", "party", "sentence", None),
    ("Taliban fighters captured Dara, a spokesman for the group said.", "captured",
     "Taliban", "party", "sentence", None),
    ("Twelve people were killed, the provincial hospital said.", "killed",
     "provincial hospital", "organisation", "sentence", None),
    ("Local officials spoke of 12 dead.", "dead", "local officials", "anonymous", "sentence", None),
    (INNER_SOURCE, "captured", "former government officials", "anonymous", "sentence", "Jan Ali"),
    (INNER_SOURCE, "killed", "former government officials", "anonymous", "quote", "Jan Ali"),
    (INNER_SOURCE, "recaptured", "Jan Ali", "person", "sentence", None),
    (ACCOUNT, "captured", "Twitter account named for the Kuh Valley", "social_account", "sentence",
     None),
    (ACCOUNT, "killed", "local sources", "anonymous", "sentence",
     "Twitter account named for the Kuh Valley"),
    (POST_TEXT, "captured", "Facebook page named after Kuh Valley", "social_account", "sentence",
     None),
    (LONG_QUOTE, "killed", "Amin Sahak", "official", "quote", None),
    (OUTLET, "recaptured", "unconfirmed reports", "vague", "sentence", "Reuters"),
    (EMBED, "killed", "former government officials", "anonymous", "continued", "Jan Ali"),
]  # fmt: skip
ONE_ROLE = tuple(
    f"{who} said rebels captured Dara."
    for who in (
        "Former government officials",
        "An ex-government official",
        "Two former government officials",
    )
)
SURNAME = "Amin Sahak, a doctor, said rebels captured Dara.\n\nSahak said 12 people were killed."
SPOKESMAN = (
    "Taliban fighters captured Dara.\n\n"
    '"We killed 12 soldiers of the army," spokesman Hamid Wali said.'
)


@pytest.fixture(scope="module")
def read() -> Anchored:
    return read_anchors([*(case[0] for case in CASES), *ONE_ROLE, SURNAME, SPOKESMAN])


@pytest.fixture(scope="module")
def told(read: Anchored) -> pl.DataFrame:
    return attribute(read.anchors, read.sentences, read.mentions, lexicons())


@pytest.mark.parametrize(("text", "trigger", "name", "kind", "basis", "via"), CASES)
def test_each_trigger_has_its_source(
    text: str,
    trigger: str,
    name: str | None,
    kind: str,
    basis: str,
    via: str | None,
    read: Anchored,
    told: pl.DataFrame,
) -> None:
    row = read.of(told, text, trigger)
    assert row["claimant_name"] == name
    assert row["claimant_type"] == kind
    assert row["claimant_basis"] == basis
    assert row["via_claimant_name"] == via


@pytest.mark.parametrize("text", ONE_ROLE)
def test_one_role_has_one_name_however_it_is_put(
    text: str, read: Anchored, told: pl.DataFrame
) -> None:
    claimant_id = read.of(told, text, "captured")["claimant_id"]
    assert claimant_id == "anonymous:former government officials"


def test_a_later_surname_is_the_same_person(read: Anchored, told: pl.DataFrame) -> None:
    claimants = {read.of(told, SURNAME, word)["claimant_id"] for word in ("captured", "killed")}
    assert claimants == {"person:amin sahak"}


def test_a_speaker_of_a_party_belongs_to_it(read: Anchored, told: pl.DataFrame) -> None:
    text = "Taliban spokesman Hamid Wali said fighters captured Dara."
    assert read.of(told, text, "captured")["claimant_actor_id"] == "taliban"
    assert read.of(told, "The Taliban said they captured Dara.", "captured")["claimant_id"] == (
        "party:taliban"
    )


def test_a_spokesman_named_without_his_side_speaks_for_the_subject_of_the_story(
    read: Anchored, told: pl.DataFrame
) -> None:
    row = read.of(told, SPOKESMAN, "killed")
    assert (row["claimant_id"], row["claimant_actor_id"]) == ("person:hamid wali", "taliban")


def test_every_anchor_has_one_row_in_order(read: Anchored, told: pl.DataFrame) -> None:
    assert told["anchor_id"].to_list() == read.anchors["anchor_id"].to_list()


def test_no_anchors_give_no_sources(read: Anchored) -> None:
    empty = read.anchors.clear()
    assert attribute(empty, read.sentences, read.mentions, lexicons()).is_empty()
    assert attribute(empty, read.sentences.clear(), read.mentions.clear(), lexicons()).is_empty()
