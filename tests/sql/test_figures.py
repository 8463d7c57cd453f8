"""What was harmed, in one event: accounts, bounds, policies, independence, as reasoned by hand."""

import pytest

from tests.builders import casualty
from tests.sql.builders import Row
from tests.sql.conftest import Build

FIGURE = """
select low, best, high, value_lowest, value_highest, value_best_supported, value_latest,
    value_acled_conservative, n_claims, n_independent_claimants, grade
from core.fact_casualty where harm = $harm
"""
NAMES = (
    "low", "best", "high", "lowest", "highest", "best_supported", "latest", "acled", "n_claims",
    "n_independent", "grade",
)  # fmt: skip


def toll(name: str, value: int | None = None, **given: object) -> Row:
    """An account of the same shelling: so many of the army killed, said on 3 May unless told."""
    default = {"event": "shelling", "on": "2031-05-02", "victim": "army", "known_on": "2031-05-03"}
    if value is not None:
        default["value"] = value
    return casualty(name, **(default | given))


def figure(build: Build, *claims: Row, harm: str = "killed") -> dict[str, object]:
    """The one row of fact_casualty of a harm."""
    warehouse = build(*claims, tables=("core.fact_casualty",))
    rows = warehouse.execute(FIGURE, {"harm": harm}).fetchall()
    assert len(rows) == 1
    return dict(zip(NAMES, rows[0], strict=True))


def test_three_accounts_one_of_them_open_above(build: Build) -> None:
    # 10; 12 to 15; at least 14, which is below 15: the open end is not the outermost.
    found = figure(
        build,
        toll("a", 10),
        toll("b", value_low=12, value_high=15),
        toll("c", value_low=14, value_best=14),
    )
    assert (found["low"], found["high"]) == (10, 15)
    assert (found["lowest"], found["highest"]) == (10, 14)
    assert found["acled"] == 10
    # 12 is within a tenth of nothing; 14 lies in b's range and in its own; 12 only in b's.
    assert found["best"] == 14


def test_an_open_end_stays_open_where_it_is_outermost(build: Build) -> None:
    found = figure(build, toll("a", 10), toll("b", value_low=20, value_best=20))
    assert (found["low"], found["high"]) == (10, None)
    assert (found["lowest"], found["highest"]) == (10, 20)


def test_up_to_is_open_below(build: Build) -> None:
    found = figure(build, toll("a", value_high=20, value_best=20))
    assert (found["low"], found["best"], found["high"]) == (None, 20, 20)


def test_most_disinterested_origins_support_the_best_figure(build: Build) -> None:
    # The enemy says 90 and 92, one account, the lower; a nurse 20 and a mayor 21, a tenth apart.
    enemy = {"origin_kind": "party", "origin_id": "rebels", "is_interested": True}
    found = figure(
        build, toll("a", 90, **enemy), toll("b", 92, **enemy), toll("c", 20), toll("d", 21)
    )
    assert found["best"] == 20
    assert found["highest"] == 90
    assert found["acled"] == 20


def test_a_claimants_latest_statement_is_its_account(build: Build) -> None:
    mayor = {"origin_id": "mayor"}
    found = figure(
        build,
        toll("a", 5, **mayor),
        toll("b", 9, known_on="2031-05-04", **mayor),
        toll("c", 4, known_on="2031-05-01"),
    )
    assert (found["lowest"], found["highest"], found["latest"]) == (4, 9, 9)


def test_a_late_reprint_does_not_bring_an_old_number_back(build: Build) -> None:
    mayor = {"origin_id": "mayor"}
    found = figure(
        build,
        toll("a", 5, story_id="s_first", **mayor),
        toll("b", 9, story_id="s_second", known_on="2031-05-04", **mayor),
        toll("c", 5, story_id="s_first", known_on="2031-05-06", **mayor),
    )
    assert found["latest"] == found["lowest"] == 9


def test_within_a_story_one_number_has_its_most_specific_origin(build: Build) -> None:
    found = figure(
        build,
        toll("a", 7, story_id="s_one", origin_kind="party", origin_id="rebels"),
        toll("b", 7, story_id="s_one", origin_id="nurse"),
        toll("c", 7, story_id="s_one", origin_kind="publisher", origin_id="gazette"),
    )
    assert found["n_independent"] == 1
    assert found["grade"] == "weak"


def test_one_voice_in_three_articles_is_one_claimant(build: Build) -> None:
    contact = {"origin_kind": "anonymous", "origin_id": "reporter", "value": 60}
    found = figure(build, *(toll(name, story_id=f"s_{name}", **contact) for name in "abc"))
    assert (found["n_claims"], found["n_independent"], found["grade"]) == (3, 1, "weak")


def test_two_voices_of_two_stories_are_fair(build: Build) -> None:
    found = figure(build, toll("a", 6), toll("b", 6))
    assert (found["n_independent"], found["grade"]) == (2, "fair")


def test_two_voices_of_one_story_are_weak(build: Build) -> None:
    found = figure(build, toll("a", 6, story_id="s_one"), toll("b", 8, story_id="s_one"))
    assert (found["n_independent"], found["grade"]) == (1, "weak")


def test_two_interested_parties_are_weak(build: Build) -> None:
    party = {"origin_kind": "party", "is_interested": True}
    found = figure(
        build, toll("a", 6, origin_id="rebels", **party), toll("b", 6, origin_id="militia", **party)
    )
    assert (found["n_independent"], found["grade"]) == (2, "weak")


def test_the_side_harmed_confirms(build: Build) -> None:
    found = figure(
        build, toll("a", 6, origin_kind="party", origin_id="army", claimant_side_id="army")
    )
    assert found["grade"] == "confirmed"


def test_a_publisher_counts_only_where_nobody_is_named(build: Build) -> None:
    gazette = {"origin_kind": "publisher", "origin_id": "gazette"}
    assert figure(build, toll("a", 6, **gazette))["n_independent"] == 1
    assert figure(build, toll("a", 6, **gazette), toll("b", 7))["n_independent"] == 1


def test_vague_sources_make_an_account_a_value_and_carry_no_weight(build: Build) -> None:
    vague = {"origin_kind": "vague", "claimant_type": "vague"}
    found = figure(build, toll("a", 3, **vague), toll("b", 8, **vague))
    assert (found["lowest"], found["highest"], found["n_independent"]) == (3, 8, 0)
    assert found["acled"] == 3


def test_two_values_of_one_claimant_in_one_story_are_two_accounts(build: Build) -> None:
    mayor = {"origin_id": "mayor", "story_id": "s_one", "article": "one"}
    found = figure(build, toll("a", 3, **mayor), toll("b", 8, **mayor))
    assert (found["lowest"], found["highest"]) == (3, 8)


def test_a_denied_figure_is_contested_and_an_unconfirmed_one_has_no_number(build: Build) -> None:
    denied = toll("b", 6, assertion="denied")
    assert figure(build, toll("a", 6), denied)["grade"] == "contested"
    rumour = figure(build, toll("a", 6, assertion="unconfirmed"))
    assert (rumour["best"], rumour["n_claims"], rumour["grade"]) == (None, 1, "weak")


@pytest.mark.parametrize("kind", ["is_subset", "is_cumulative"])
def test_parts_and_running_tolls_make_no_account(build: Build, kind: str) -> None:
    found = figure(build, toll("a", 9), toll("b", 2, **{kind: True}))
    assert (found["lowest"], found["highest"], found["n_claims"]) == (9, 9, 1)


def test_joint_harm_is_never_split_and_never_added(build: Build) -> None:
    warehouse = build(
        toll("a", 60, harm="killed_or_wounded"),
        toll("b", 15),
        toll("c", 40, harm="wounded"),
        tables=("core.fact_casualty", "core.fact_event"),
    )
    rows = warehouse.execute(
        "select harm, best, value_acled_conservative from core.fact_casualty order by harm"
    ).fetchall()
    assert rows == [("killed", 15, 15), ("killed_or_wounded", 60, None), ("wounded", 40, None)]
    event = warehouse.execute(
        "select killed_best, wounded_best, killed_or_wounded_best from core.fact_event"
    ).fetchall()
    assert event == [(15, 40, 60)]


def test_heavy_casualties_stay_a_row_without_a_number(build: Build) -> None:
    heavy = toll("a", harm="casualties_unquantified", value_text="heavy casualties")
    found = figure(build, heavy, harm="casualties_unquantified")
    numbers = ("low", "best", "high", "lowest", "highest", "latest", "acled")
    assert [found[name] for name in numbers] == [None] * 7
    assert found["n_claims"] == 1


def test_sides_harmed_in_one_event_are_rows_of_their_own(build: Build) -> None:
    warehouse = build(toll("a", 6), toll("b", 2, victim="police"), tables=("core.fact_event",))
    assert warehouse.execute("select killed_best from core.fact_event").fetchall() == [(8,)]
