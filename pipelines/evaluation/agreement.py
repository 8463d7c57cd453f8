"""Whether one field of a claim is what an answer says it should be."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

Claim = Mapping[str, Any]
UNSTATED = " or unstated"
NUMBER_WORDS = ("two", "three", "four", "five", "several", "2", "3", "4", "5")


def tokens(text: str) -> list[str]:
    """Lower-case words; a hyphened word is one, so Taliban is not in anti-Taliban."""
    return text.casefold().replace("_", " ").split()


def names(wanted: str | None, known: list[str | None]) -> bool:
    """Whether one of the known names holds the wanted words in a row; null wants no name."""
    present = [tokens(name) for name in known if name]
    if wanted is None:
        return not present
    if wanted.endswith(UNSTATED):
        return not present or names(wanted.removesuffix(UNSTATED), known)
    words = tokens(wanted)
    return any(
        name[start : start + len(words)] == words
        for name in present
        for start in range(len(name) - len(words) + 1)
    )


def any_of(wanted: Any, agrees: Callable[[Any], bool]) -> bool:
    """An answer may list every acceptable value."""
    return any(agrees(value) for value in (wanted if isinstance(wanted, list) else [wanted]))


def actor_agrees(wanted: Any, claim: Claim, role: str) -> bool:
    """An actor's own name, its side's or its parent's."""
    known = [claim[f"{role}_name"], claim[f"{role}_side_name"], claim[f"{role}_type"]]
    return any_of(wanted, lambda name: names(name, known))


def place_agrees(wanted: Any, claim: Claim) -> bool:
    """The place by name, without hyphens; 'three districts' is a claim that counts places."""
    if claim["n_places"]:
        return any_of(wanted, lambda name: name is not None and tokens(name)[0] in NUMBER_WORDS)
    flat = (claim["location_name"] or "").replace("-", " ")
    return any_of(wanted, lambda name: (name or "").replace("-", " ").casefold() == flat.casefold())


def day_agrees(fields: Mapping[str, Any], claim: Claim) -> bool:
    """`on` is an exact day; `on_from` the first day of a span."""
    if "on" in fields:
        return any_of(
            fields["on"],
            lambda day: (
                day is not None
                and claim["date_start"] == claim["date_end"] == date.fromisoformat(day)
            ),
        )
    return any_of(fields["on_from"], lambda day: claim["date_start"] == date.fromisoformat(day))


def value_agrees(fields: Mapping[str, Any], claim: Claim) -> bool:
    """The amount: exact values where given, bounds for vague words, null for no number."""
    low, best, high = claim["value_low"], claim["value_best"], claim["value_high"]
    if "best_text" in fields:
        bounds = (low or 0) >= fields["low_at_least"] and (high or 0) <= fields["high_at_most"]
        return best is not None and bounds
    stated = [
        (fields[name], value)
        for name, value in (("low", low), ("best", best), ("high", high))
        if name in fields
    ]
    return all(any_of(wanted, lambda v, value=value: v == value) for wanted, value in stated)


def agreement(file: str, fields: Mapping[str, Any], claim: Claim) -> dict[str, bool]:
    """For each field that the answer states, whether the claim agrees."""
    result = {}
    if "place" in fields:
        result["place"] = place_agrees(fields["place"], claim)
    elif "admin1" in fields:
        result["place"] = any_of(fields["admin1"], lambda v: names(v, [claim["admin1_name"]]))
    for role in ("to", "from", "victim", "target"):
        if role in fields:
            result[role] = actor_agrees(fields[role], claim, role)
    if "actor" in fields:
        role = "to" if claim["claim_type"].startswith("territory") else "initiator"
        result["actor"] = actor_agrees(fields["actor"], claim, role)
    if "change" in fields:
        result["change"] = any_of(fields["change"], lambda v: v == claim["change_type"])
    if "on" in fields or "on_from" in fields:
        result["on"] = day_agrees(fields, claim)
    if "claimant_contains" in fields:
        told = f"{claim['claimant_name'] or ''} {claim['via_claimant_name'] or ''}".casefold()
        result["claimant"] = any_of(
            fields["claimant_contains"], lambda v: v is None or v.casefold() in told
        )
    if "qualifier" in fields:
        wanted = fields["qualifier"]
        allowed = wanted.get(file) if isinstance(wanted, dict) else wanted
        result["qualifier"] = any_of(allowed, lambda v: v == claim["qualifier"])
    return result
