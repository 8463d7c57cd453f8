"""What is told and did not happen, or not now, or not by armed conflict, is no event."""

import pytest

from tests.chain import TextHalf, ask, read_texts

# What every claim of a text is: its assertion, or `refused` for no armed conflict, or `total` for
# a running total; `none` where there is no claim.
CASES = [
    # threats, plans, orders, hopes, demands, deadlines
    ("The minister threatened that 12 hostages would be killed in Kunduz.", "planned"),
    ("Rebels threatened on Friday to attack Kunduz and kill 12 hostages.", "planned"),
    ("The general ordered his troops to recapture Kunduz by Sunday.", "planned"),
    ("The army was given until Friday to withdraw from Kunduz.", "planned"),
    ("The army hopes to recapture Kunduz.", "planned"),
    ("The mayor wants the rebels to leave Kunduz, and they will withdraw from Kunduz.", "planned"),
    ("Demonstrators demanded the withdrawal of troops from Kunduz.", "planned"),
    ("A judge issued a warrant for the arrest of 12 members of the gang in Kunduz.", "planned"),
    ("The rebels continue trying to plan some attacks on Kunduz.", "none"),
    ("The rebels have no intention of attacking Kunduz.", "planned"),
    # all that has happened under a government, and what is remembered
    (
        "There have been 12 murders, nine cases of torture and many arrests in Kunduz since the"
        " governor came to power.",
        "total",
    ),
    ("The rebels said they killed 120 soldiers near Kunduz during the month.", "total"),
    (
        "Twelve died in a raid on Kunduz on Monday, the deadliest day since the governor came to"
        " power.",
        "asserted",
    ),
    # crimes and traffic that no armed conflict did
    (
        "Police in Kunduz arrested two brothers suspected of killing a clerk during a burglary.",
        "refused",
    ),
    ("A clerk died after being hit by a police car in Kunduz.", "refused"),
    # conditionals
    ("If rebels capture Kunduz, 12,000 people will be displaced.", "planned"),
    ("Had the rebels attacked Kunduz, 12 people would have died.", "planned"),
    ("The shelling of the road could cause more casualties in Kunduz.", "planned"),
    ("Officials feared that 12 people could be killed in Kunduz.", "planned"),
    ("They could have shot two people dead in Kunduz.", "unconfirmed"),
    # whom it is blamed on
    ("The Taliban were blamed for a bombing in Kunduz on Monday.", "unconfirmed"),
    ("The Taliban are suspected of being behind an attack on a bus in Kunduz.", "unconfirmed"),
    ("THE TALIBAN WERE ACCUSED OF AN ATTACK ON A SCHOOL IN KUNDUZ.", "unconfirmed"),
    # negations
    ("Rebels have never captured Kunduz.", "denied"),
    ("All fighting stopped in Kunduz at dawn.", "denied"),
    ("Rebels never reached Kunduz, let alone captured it.", "denied"),
    ("The report does not mention any casualties in Kunduz.", "none"),
    # anniversaries, trials, history
    ("Villagers marked the anniversary of the raid that killed 12 people in Kunduz.", "historical"),
    ("The raid that killed 12 people in Kunduz was commemorated.", "historical"),
    ("The court sentenced two men to death for the killing of 12 people in Kunduz.", "historical"),
    ("A man who killed 12 people in Kunduz was sentenced to life in prison.", "historical"),
    ("The trial of a man accused of killing 12 people in Kunduz opened on Monday.", "historical"),
    ("He was convicted of killing 12 people in Kunduz.", "historical"),
    ("Those responsible for the murder of Karim Noor must be sent to trial.", "historical"),
    ("Let us recall the bombing that killed 12 people in Kunduz.", "historical"),
    ("Let us not forget, in Kunduz, the mayor and the judge who were murdered.", "historical"),
    ("In March 2001, rebels killed 12 people in Kunduz.", "historical"),
    (
        "Rebels seized the court in Kunduz in May 1985 in an act that killed 100 people.",
        "historical",
    ),
    (
        "In 2003 rebels burned a mill and killed 16 people in Kunduz, judges heard on Monday.",
        "historical",
    ),
    # exercises, games, films
    ("The two armies held exercises in which troops captured Kunduz.", "historical"),
    ("The battalion captured a mock village near Kunduz during manoeuvres.", "none"),
    ("The film tells of a raid that killed 12 people in Kunduz.", "historical"),
    ("In the thriller, a sniper killed 12 people in Kunduz.", "historical"),
    ("The game lets players kill 12 soldiers in Kunduz.", "historical"),
    ('Scouts stormed the hut near Kunduz and "killed" six people.', "unconfirmed"),
    # disasters, accidents, disease, crime
    ("An earthquake killed 1,200 people in Herat.", "refused"),
    ("Flash floods killed 12 people in Baghlan.", "refused"),
    ("Twelve people were killed when a bus plunged into a ravine in Kunduz.", "refused"),
    ("A cargo plane crashed near Kunduz, killing 17 people.", "refused"),
    ("A fire at a market in Kunduz killed 12 people.", "refused"),
    ("A gas explosion in Kunduz killed 12 people.", "refused"),
    ("Twelve people were killed in a stampede at a shrine in Kunduz.", "refused"),
    ("Twelve people drowned when a boat capsized off Herat.", "refused"),
    ("Twelve people died of cholera in Kunduz.", "refused"),
    ("A flood hit Kunduz on Friday. Twelve people were killed.", "refused"),
    ("A drug gang killed 12 people in a robbery in Kunduz.", "refused"),
    ("A robber shot a banker dead in Kunduz.", "refused"),
    ("Police arrested 12 drug traffickers in Kunduz.", "refused"),
    ("Police raided a cocaine laboratory in Kunduz.", "refused"),
    # metaphor and sport
    ("The home side captured the title in Kunduz.", "none"),
    ("The decision killed the deal in Kunduz.", "none"),
    ("The price war killed 12 shops in Kunduz.", "none"),
    # rates and the totals of wars
    ("On average 54 people are killed every day in Afghanistan.", "total"),
    ("Roughly 4,200 villagers have died as a result of political violence in Kunduz.", "total"),
    ("A conflict that in 9 years has claimed over 70,000 lives in Afghanistan goes on.", "total"),
    ("The civil war has killed more than 70,000 people in Afghanistan.", "total"),
]
FACTS = [
    "Rebels captured Kunduz after vowing to take Baghlan.",
    "After threatening for weeks, rebels attacked Kunduz and killed 12 soldiers.",
    "Troops planning to retake Kunduz were attacked and 12 were killed in Kunduz.",
    "The president condemned the attack that killed 12 people in Kunduz.",
    "On the anniversary of the coup, rebels captured Kunduz.",
    "Gunmen attacked a ceremony commemorating a poet in Kunduz, killing 12 people.",
    "A bomb killed 12 people at Memorial Hospital in Kunduz.",
    "A rocket hit a market in Kunduz, and the blaze killed 12 people.",
    "Rebels shot down a helicopter that crashed near Kunduz, killing 12 soldiers.",
    "Rebels killed 12 people in Kunduz in the deadliest raid since 2011.",
    "The convicted bomber Karim Noor killed 12 people in Kunduz.",
    "Hundreds of people were killed in a flood of rockets in Kunduz.",
    "Police charged two men with using a bomb to kill 12 people in Kunduz.",
    "The army denied charges regarding the killing of 12 people in Kunduz.",
    "Twelve people were killed in Kunduz before the army captured Baghlan.",
]
TEXTS = ask([text for text, _ in CASES] + FACTS)


@pytest.fixture(scope="module")
def read() -> TextHalf:
    return read_texts(TEXTS)


def meaning(claim: dict[str, object]) -> str:
    """What a claim is, in the words of CASES."""
    if claim["reject_reason"] == "not_conflict":
        return "refused"
    return "total" if claim["is_cumulative"] else str(claim["assertion"])


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_did_not_happen_is_no_event(text: str, expected: str, read: TextHalf) -> None:
    told = [row for row in read.claims_of(text) if row["reject_reason"] != "no_value"]
    assert {meaning(row) for row in told} == ({expected} if expected != "none" else set())


@pytest.mark.parametrize("text", FACTS)
def test_a_fact_beside_such_words_stays_a_fact(text: str, read: TextHalf) -> None:
    told = {meaning(row) for row in read.claims_of(text)}
    assert told & {"asserted", "attributed"}
    assert "refused" not in told
