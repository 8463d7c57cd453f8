"""Origins: who a claim comes from in the end, and whether they have a stake in it."""

import polars as pl
import pytest

from pipelines.transforms.events.claims.origins import trace_origins
from tests.builders import actors, casualty, claim, dated_claims, lexicons

LEXICONS = lexicons(
    actors=actors(
        army=("government", "state forces"),
        ministry=("government", "state forces"),
        rebels=("rebels", "rebel group"),
        farmers=("civilians", "civilians"),
    )
)
PUBLISHERS = pl.DataFrame({"article_id": ["original"], "publisher_id": ["gazette"]})
UNTRACED = ("origin_id", "origin_kind", "is_interested")
OWN_VOICE = {"claimant_type": "medium", "claimant_basis": "publisher", "claimant_id": "reprinter"}


def trace(*rows: dict[str, object], own_voice: bool = False) -> list[tuple[str | None, str, bool]]:
    """Origin, kind and interest of each row, in their order."""
    given = dated_claims(*rows).drop(UNTRACED).with_columns(is_own_voice=pl.lit(own_voice))
    traced = trace_origins(given, PUBLISHERS, LEXICONS)
    ordered = given.select("claim_id").join(
        traced, on="claim_id", how="left", maintain_order="left"
    )
    return ordered.select(UNTRACED).rows()


def said(name: str, **given: object) -> dict[str, object]:
    """A claim that seven people were killed, said by somebody."""
    return casualty(name, **({"value": 7, "victim": "civilians"} | given))


@pytest.mark.parametrize(
    ("speaker", "origin"),
    [
        pytest.param(
            {"claimant_id": "colonel x", "claimant_type": "official", "claimant_actor_id": "army",
             "claimant_side_id": "government"},
            ("government", "party"), id="a speaker of a party is its side"),
        pytest.param(
            {"claimant_id": "aid agency", "claimant_type": "organisation"},
            ("aid agency", "person"), id="another named body is itself"),
        pytest.param(
            {"claimant_id": "headman", "claimant_type": "person", "claimant_actor_id": "farmers",
             "claimant_side_id": "civilians"},
            ("headman", "person"), id="a civilian is no party"),
        pytest.param(
            {"claimant_id": "radio", "claimant_type": "medium", "via_claimant_id": "agency",
             "via_claimant_type": "medium"},
            ("radio", "outlet"), id="the innermost outlet counts"),
        pytest.param(
            {"claimant_id": "officials", "claimant_type": "anonymous",
             "via_claimant_id": "reporter y", "via_claimant_type": "person"},
            ("reporter y", "anonymous"), id="unnamed people are their contact"),
        pytest.param(
            {"claimant_id": "sources", "claimant_type": "vague", "via_claimant_id": "radio",
             "via_claimant_type": "medium"},
            ("radio", "anonymous"), id="an outlet's sources are the outlet"),
        pytest.param(
            {"claimant_id": "reports", "claimant_type": "vague"},
            (None, "vague"), id="reports without a contact weigh nothing"),
        pytest.param(
            {"claimant_id": "sources", "claimant_type": "anonymous", "via_claimant_id": "others",
             "via_claimant_type": "vague"},
            (None, "vague"), id="a vague contact is none"),
    ],
)  # fmt: skip
def test_origins_by_kind_of_speaker(speaker, origin):
    assert trace(said("a", **speaker))[0][:2] == origin


def test_the_article_s_own_voice_is_the_publisher_of_the_story_s_original():
    copied = said("a", story_id="s_original", **OWN_VOICE)
    unknown = said("b", story_id="s_elsewhere", **OWN_VOICE)
    assert trace(copied, unknown, own_voice=True) == [
        ("gazette", "publisher", False),
        ("unknown publisher", "publisher", False),
    ]


def test_one_number_of_one_story_has_its_most_specific_origin():
    party = {"claimant_id": "spokesman", "claimant_type": "official", "claimant_actor_id": "army",
             "claimant_side_id": "government", "victim": "rebels", "value": 60}  # fmt: skip
    reporter = {"claimant_id": "officials", "claimant_type": "anonymous", "value": 60,
                "via_claimant_id": "reporter y", "via_claimant_type": "person"}  # fmt: skip
    traced = trace(
        said("a", story_id="s_one", **party),
        said("b", story_id="s_one", **reporter),
        said("c", story_id="s_two", **party),
        said("d", story_id="s_one", **(party | {"value": 50})),
    )
    assert traced == [
        ("reporter y", "anonymous", False),
        ("reporter y", "anonymous", False),
        ("government", "party", True),
        ("government", "party", True),
    ]


def test_small_numbers_agree_by_chance_unless_the_side_agrees_too():
    mayor = {"claimant_id": "mayor", "claimant_type": "person", "story_id": "s_one"}
    reports = {"claimant_id": "reports", "claimant_type": "vague", "story_id": "s_one"}
    traced = trace(
        said("a", **mayor),
        said("b", **reports),
        said("c", **(reports | {"victim": "rebels"})),
        said("d", **(reports | {"harm": "wounded"})),
    )
    assert [row[0] for row in traced] == ["mayor", "mayor", None, None]


def test_a_party_is_interested_in_its_enemy_s_losses_and_its_own_gains():
    army = {"claimant_id": "spokesman", "claimant_type": "official", "claimant_actor_id": "army",
            "claimant_side_id": "government"}  # fmt: skip
    traced = trace(
        said("a", victim="rebels", **army),
        said("b", victim="government", **army),
        said("c", victim="civilians", **army),
        claim("d", to="government", **army),
        claim("e", to="rebels", **army),
        said("f", victim="rebels", claimant_id="doctor", claimant_type="person"),
    )
    assert [row[2] for row in traced] == [True, False, False, True, False, False]
