"""Towns where the wounded die of what they suffered elsewhere."""

import polars as pl

from pipelines.transforms.text.grammar.latin import LATIN

# "One of the wounded died in hospital in X": hurt elsewhere.
DIED_IN_CARE = (
    r"(?-u:\b)(?:died|dies|dead|succumbed|succumbing) (?:[a-z]+ ){0,10}?"
    rf"(?:[A-Z][{LATIN}-]+ ){{0,4}}"
    r"(?:hospitals?|Hospital|clinics?|ambulance|surgery|treated|treatment|infirmary|"
    r"intensive care|medical (?:cent(?:er|re)|facility))"
    r"(?: (?:in|of|at|to|near|for|from|the|an?|town|city|capital|provincial|nearby|regional))+,? $"
)
CARE_THERE = (
    rf"^(?:['\x{{2019}}]s)? (?:[{LATIN}-]+ ){{0,3}}?(?:hospitals?|clinics?|Hospital)(?-u:\b)"
)
DIED_THERE = (
    r"(?-u:\b)(?:died|dies|dead|succumbed|succumbing) (?:[a-z]+ ){0,6}?(?:in|at)(?: an?)? $"
)
# "Eight more died in a hospital": not those who were treated there when it was hit.
PATIENTS = (
    r"(?i)(?-u:\b)(?:patients|hit|struck|shell|shelled|strikes?|bomb|attack|when|fire)(?-u:\b)"
)


def is_of_care(near: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for the town in whose hospital somebody died of what he had suffered elsewhere."""
    in_care = near.str.contains(DIED_IN_CARE)
    in_care |= near.str.contains(DIED_THERE) & behind.str.contains(CARE_THERE)
    return in_care & ~near.str.contains(PATIENTS)
