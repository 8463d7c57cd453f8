"""Verbs that are a figure of speech, and the same verbs in earnest."""

import pytest

from tests.chain import ask, read_texts

PAIRS = [
    ("The blast killed two editors in Tartus.", "The blast ruined two editors' hopes in Tartus."),
    ("Gunmen wounded the editor's driver in Tartus.", "The snub wounded the editor's pride."),
    ("Gunmen killed nine traders in Gao.", "The new levy killed nine traders' hopes in Gao."),
    ("Rebels captured Sumy on Friday.", "Rebels captured the Sumy chess trophy on Friday."),
    ("Gunners bombarded Zliten with rockets.", "Fans bombarded Zliten Radio with letters."),
    ("Six Kenyan police officers went missing in Lamu.", "Six Kenyan police files went missing."),
    ("A policeman killed in Gao was buried.", "A policeman killed a snake in Gao."),
    ("Gunmen fired on two editors near Zliten.", "Hezbollah fired two editors near Zliten."),
    ("The rebels suffered heavy losses at Zliten.", "The casino suffered heavy losses at Zliten."),
]
TEXTS = ask(text for pair in PAIRS for text in pair)


@pytest.mark.parametrize(("event", "figure"), PAIRS)
def test_an_object_tells_what_a_verb_means(event: str, figure: str) -> None:
    read = read_texts(TEXTS)
    usable = [claim for claim in read.claims_of(event) if claim["reject_reason"] is None]
    assert usable
    assert all(claim["reject_reason"] for claim in read.claims_of(figure))
