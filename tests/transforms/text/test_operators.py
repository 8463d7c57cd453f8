"""Operators: how sure a text is of each thing it tells."""

import polars as pl
import pytest

from pipelines.transforms.text.assertion.operators import judge
from tests.anchored import Anchored, read_anchors
from tests.chain import lexicons

CASES = [
    # told in the article's own voice, or by a source
    ("Rebels captured Dara.", "captured", "asserted"),
    ("The governor said rebels captured Dara.", "captured", "attributed"),
    ("Rebels managed to capture Dara.", "capture", "asserted"),
    ("Dara was the third town to fall to the rebels.", "fall to", "asserted"),
    ("The bomber used a truck to kill three people.", "kill", "asserted"),
    ("Troops had to withdraw from Dara.", "withdraw", "asserted"),
    ("The group denied responsibility for the attack that killed 12.", "killed", "asserted"),
    ("No fewer than 12 people were killed.", "killed", "asserted"),
    # negated
    ("Dara had not yet been captured.", "captured", "denied"),
    ("The army failed to recapture Dara.", "recapture", "denied"),
    ("The army denied that rebels captured Dara.", "captured", "denied"),
    ("There is no evidence that rebels captured Dara.", "captured", "denied"),
    ("Claims that rebels captured Dara are false, the army said.", "captured", "denied"),
    ("Rebels captured Dara without killing anyone.", "killing", "denied"),
    ("The army withdrew from Dara but denied it had lost Kuh.", "withdrew", "asserted"),
    ("Rebels did not capture Dara, but they killed 12 soldiers.", "killed", "asserted"),
    # planned
    ("Rebels will capture Dara soon.", "capture", "planned"),
    ("Rebels are preparing to take Dara.", "take", "planned"),
    ("Rebels are advancing towards Dara.", "advancing towards", "planned"),
    ("Rebels threatened to kill 12 hostages.", "kill", "planned"),
    ("If rebels capture Dara, the road is open.", "capture", "planned"),
    ("They will encircle Kuh and seize Dara.", "seize", "planned"),
    ("Rebels killed three soldiers and vowed to capture Dara.", "killed", "asserted"),
    ("Rebels killed three soldiers and vowed to capture Dara.", "capture", "planned"),
    ("Twelve were killed after the cabinet vowed to retake Dara.", "killed", "asserted"),
    # of the past
    ("In 2014 rebels captured Dara.", "captured", "historical"),
    ("More than 3,000 people have been killed since 2009.", "killed", "historical"),
    ("Rebels captured Dara during the Soviet occupation.", "captured", "historical"),
    ("Crowds marked the anniversary of the raid that killed 300.", "killed", "historical"),
    ("Twelve people were killed two years ago.", "killed", "historical"),
    ("Twelve people were killed two days ago.", "killed", "asserted"),
    # in doubt
    ("Rebels reportedly captured Dara.", "captured", "unconfirmed"),
    ("Rebels reportedly captured Dara, Colonel Amin Sahak said.", "captured", "attributed"),
    ("Some reports suggested rebels captured Dara.", "captured", "unconfirmed"),
    ("There are unconfirmed reports that rebels captured Dara.", "captured", "unconfirmed"),
    ("It was unclear whether rebels captured Dara.", "captured", "unconfirmed"),
    ("The blast may have killed twelve people, officials said.", "killed", "unconfirmed"),
    # the stronger judgement holds
    ("Reports suggested Dara had not been captured.", "captured", "denied"),
    ("Rebels reportedly will capture Dara.", "capture", "planned"),
]


@pytest.fixture(scope="module")
def read() -> Anchored:
    return read_anchors([text for text, _, _ in CASES])


@pytest.fixture(scope="module")
def judged(read: Anchored) -> pl.DataFrame:
    return judge(read.anchors, read.sentences, read.mentions, lexicons())


@pytest.mark.parametrize(("text", "trigger", "assertion"), CASES)
def test_each_trigger_is_judged(
    text: str, trigger: str, assertion: str, read: Anchored, judged: pl.DataFrame
) -> None:
    assert read.of(judged, text, trigger)["assertion"] == assertion


def test_every_anchor_is_judged_once_in_order(read: Anchored, judged: pl.DataFrame) -> None:
    assert judged["anchor_id"].to_list() == read.anchors["anchor_id"].to_list()


def test_no_anchors_give_no_judgements(read: Anchored) -> None:
    empty = read.anchors.clear()
    assert judge(empty, read.sentences, read.mentions, lexicons()).is_empty()
    assert judge(empty, read.sentences.clear(), read.mentions.clear(), lexicons()).is_empty()
