"""Who says so, in every form a source takes: claims with their claimant and who passed it on."""

import pytest

from tests.chain import TextHalf, ask, read_texts

CASES = [
    # text, value, name, type, party, via
    # a figure whose source the next sentence names; one that names none gives none
    ("Shelling killed at least 171 people in Toretsk. The toll was given by the regional "
     "governor.", 171, "regional governor", "official", "state-forces-ukr", None),
    ("Shelling killed at least 172 people in Toretsk. The toll was expected to rise.",
     172, None, "unknown", None, None),
    # a verb of the toll, and a source that the next clause's own source does not hide
    ("Hospital officials put the death toll in Khan Younis at 173.",
     173, "hospital officials", "anonymous", None, None),
    ("The army said 174 militants were killed, but residents said the dead were farmers.",
     174, "army", "party", None, None),
    ("The rebels said 175 soldiers were killed near Goma, while the ministry said 176 people died.",
     176, "ministry", "organisation", None, None),
    # a regime by its noun, and the media it speaks through
    ("The junta said on Tuesday its troops killed 177 resistance fighters near Loikaw.",
     177, "junta", "party", "state-forces-mmr", None),
    ("State media reported that 178 soldiers were killed in an ambush near Gao.",
     178, "state media", "medium", None, None),
    ("Syrian state media, citing a military source, said 179 soldiers were killed in Homs.",
     179, "military source", "anonymous", None, "syrian state media"),
    # how a witness was reached is no part of his name; an outlet's name after what it is
    ("Residents reached by telephone in Kidal said a drone killed 181 people.",
     181, "residents", "anonymous", None, None),
    ("Syria's state news agency, SANA, reported that 182 policemen died in Jableh.",
     182, "SANA", "medium", None, None),
    # people who speak for a party
    ("Resistance commander Hamid Wali said his men killed 12 Taliban fighters in Kunduz.",
     12, "Hamid Wali", "party", "anti-taliban-resistance", None),
    ('"We killed 13 Taliban fighters in Kunduz," said resistance commander Hamid Wali.',
     13, "Hamid Wali", "party", "anti-taliban-resistance", None),
    ("Rebel commander Hamid Wali said 14 soldiers were killed in Kunduz.",
     14, "Hamid Wali", "party", "rebels-afg", None),
    ("Hamid Wali, a commander of the resistance, said 15 soldiers were killed in Kunduz.",
     15, "Hamid Wali", "party", "anti-taliban-resistance", None),
    ("A Houthi military spokesman said 12 soldiers were killed in Sanaa.",
     12, "Houthi military spokesman", "party", "houthis", None),
    ("The Taliban claimed to have killed 16 soldiers in Kunduz.",
     16, "Taliban", "party", "taliban", None),
    ("The militant group Islamic State claimed the raid, saying its men killed 17 soldiers in "
     "Kunduz.", 17, "Islamic State", "party", "islamic-state", None),
    # ministries and staffs speak for the state they are named with
    ("Russia's Defence Ministry said 18 soldiers were killed in Kherson.",
     18, "Russia's Defence Ministry", "organisation", "state-forces-rus", None),
    ("The Ukrainian General Staff said 19 soldiers were killed in Kherson.",
     19, "Ukrainian General Staff", "organisation", "state-forces-ukr", None),
    ("In a statement, the Defence Ministry said 20 soldiers were killed in Kunduz.",
     20, "Defence Ministry", "organisation", "state-forces-afg", None),
    ("A statement from the Defence Ministry said 21 soldiers were killed in Kunduz.",
     21, "Defence Ministry", "organisation", "state-forces-afg", None),
    # chains: the innermost source, and who passed it on
    ("Reuters reported that the army said 22 rebels were killed in Kunduz.",
     22, "army", "party", "state-forces-afg", "Reuters"),
    ("According to Reuters, a doctor told local reporters that 23 people were killed in Kunduz.",
     23, "doctors", "anonymous", None, "Reuters"),
    ("Reuters cited a hospital source as saying 24 people were killed in Kunduz.",
     24, "hospital source", "anonymous", None, "Reuters"),
    ("The Valley Post, quoting witnesses, reported that 25 people were killed in Kunduz.",
     25, "witnesses", "anonymous", None, "Valley Post"),
    ("Twenty-six people were killed in Kunduz, Reuters quoted the interior ministry as saying.",
     26, "interior ministry", "organisation", "state-forces-afg", "Reuters"),
    ("Karim Noor was quoted by the Valley Post as saying that 27 people were killed in Kunduz.",
     27, "Karim Noor", "person", None, "Valley Post"),
    ("Reuters, citing two officials, said 28 people were killed in Kunduz.",
     28, "officials", "anonymous", None, "Reuters"),
    # two clauses, two sources
    ("The army announced that 29 people were killed in Kunduz, while the rebels claim they have "
     "killed 40 soldiers.", 40, "rebels", "party", "rebels-afg", None),
    ("The army announced that 30 people were killed in Kunduz, while the rebels claim they have "
     "killed 41 soldiers.", 30, "army", "party", "state-forces-afg", None),
    # those without a name
    ("Officials who spoke on condition of anonymity said 31 people were killed in Kunduz.",
     31, "officials", "anonymous", None, None),
    ("A senior official, speaking on condition of anonymity, said 32 people were killed in "
     "Kunduz.", 32, "senior officials", "anonymous", None, None),
    ("Unnamed officials said 33 people were killed in Kunduz.",
     33, "officials", "anonymous", None, None),
    ("Thirty-four people were killed in Kunduz, a resident who gave his name as Wali said.",
     34, "resident", "anonymous", None, None),
    ("Reports indicate that 35 people were killed in Kunduz.", 35, "reports", "vague", None, None),
    # organisations whose names hold words of their own
    ("Thirty-six people were killed in Kunduz, according to the Armed Forces Press Committee.",
     36, "Armed Forces Press Committee", "organisation", "state-forces-afg", None),
    ("Radio Free Valley, a rebel station, claimed that 37 soldiers were killed in Kunduz.",
     37, "Radio Free Valley", "medium", None, None),
    ("A week ago the police said that 38 people were killed in Kunduz.",
     38, "police", "party", "state-forces-afg", None),
    # a dateline is no speaker
    ("KUNDUZ, 2 Jan (Test Wire) -- The army said on Friday that 39 rebels were killed in Kunduz.",
     39, "army", "party", "state-forces-afg", None),
    # quotations in single marks, and a quotation that nobody closed
    ("'Rebels captured Baghlan,' said Colonel Karim Noor, the district police chief. 'Forty-two "
     "soldiers were killed in Kunduz.'", 42, "Karim Noor", "official", "state-forces-afg", None),
    ("‘Forty-three of the rebels’ men were killed in Kunduz,’ Karim Noor said.",
     43, "Karim Noor", "person", None, None),
    ('Karim Noor, a doctor, said: "Rebels came at dawn. Forty-four people were killed in Kunduz.',
     44, "Karim Noor", "person", None, None),
    # across sentences
    ('Mayor Karim Noor arrived at the scene. "Forty-five people were killed in Kunduz," he said.',
     45, "Karim Noor", "official", None, None),
    ("Police chief Karim Noor visited the market. Forty-six people were killed in Kunduz, Noor "
     "said.", 46, "Karim Noor", "person", None, None),
    ("Karim Noor, known as Abu Zaid, leads the rebels. Abu Zaid said 47 soldiers were killed in "
     "Kunduz.", 47, "Karim Noor", "person", None, None),
    ("Karim Noor, also known as Abu Zaid, said Kuh was calm. Abu Zaid said 48 soldiers were killed "
     "in Kunduz.", 48, "Karim Noor", "person", None, None),
    # a source named once
    ("The account below was given by Karim Noor, a teacher in Kunduz.\n\nForty-nine people were "
     "killed in Kunduz on Friday.", 49, "Karim Noor", "person", None, None),
    ("This report is based on interviews with residents of Kunduz.\n\nFifty people were killed in "
     "Kunduz.", 50, "residents of Kunduz", "anonymous", None, None),
    ("The Defence Ministry reported the following on Friday:\n\n- Fifty-one rebels were killed in "
     "Kunduz.", 51, "Defence Ministry", "organisation", "state-forces-afg", None),
    ("The Defence Ministry reported the following on Friday:\n\n- Kuh is calm.\n\nMeanwhile a "
     "doctor said the power was out.\n\nFifty-two people were killed in Kunduz.",
     52, None, "unknown", None, None),
    # a text of capitals alone
    ("KABUL, 17 DEC 89 (TEST WIRE) -- [TEXT] THE AFGHAN ARMY REPORTED TODAY THAT 53 REBELS WERE "
     "KILLED IN KUNDUZ.", 53, "AFGHAN ARMY", "party", "state-forces-afg", None),
    ("ACCORDING TO OFFICIAL SOURCES, 54 REBELS WERE KILLED IN KUNDUZ.",
     54, "OFFICIAL SOURCES", "vague", None, None),
    ("THE REPORT ADDS THAT 55 PEOPLE WERE KILLED IN KUNDUZ.", 55, "REPORT", "vague", None, None),
    ("A MILITARY SPOKESMAN HAS SAID THAT 56 REBELS WERE KILLED IN KUNDUZ.",
     56, "MILITARY SPOKESMEN", "anonymous", None, None),
    ("SPOKESMEN FOR THE 5TH BRIGADE REPORTED THAT 57 SOLDIERS WERE KILLED IN KUNDUZ.",
     57, "SPOKESMEN FOR THE 5TH BRIGADE", "anonymous", None, None),
    ("OVER TWO DAYS THE TALIBAN CLAIMS TO HAVE KILLED 58 SOLDIERS IN KUNDUZ.",
     58, "TALIBAN", "party", "taliban", None),
    ("DR. KARIM NOOR SAID 59 PEOPLE WERE KILLED IN KUNDUZ.",
     59, "KARIM NOOR", "person", None, None),
    ("COLONEL KARIM NOOR SAID KUH WAS CALM. NOOR ADDED THAT 60 SOLDIERS WERE KILLED IN KUNDUZ.",
     60, "KARIM NOOR", "official", None, None),
]  # fmt: skip
TEXTS = ask(case[0] for case in CASES)


@pytest.fixture(scope="module")
def read() -> TextHalf:
    return read_texts(TEXTS)


@pytest.mark.parametrize(("text", "value", "name", "kind", "party", "via"), CASES)
def test_each_figure_has_its_source(
    text: str,
    value: int,
    name: str | None,
    kind: str,
    party: str | None,
    via: str | None,
    read: TextHalf,
) -> None:
    claim = next(row for row in read.claims_of(text) if row["value_best"] == value)
    assert claim["claimant_name"] == name
    assert claim["claimant_type"] == kind
    assert claim["claimant_actor_id"] == party
    assert claim["via_claimant_name"] == via
