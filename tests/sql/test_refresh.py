"""A warehouse brought up to date step by step is the one built whole from where the steps end."""

import shutil
import tempfile
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import duckdb
import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.storage.door import ContractError
from pipelines.storage.lake import Lake
from pipelines.storage.publication import publish
from pipelines.storage.refresh import kept_models, refresh
from pipelines.storage.replaced_rows import TOUCHED
from pipelines.storage.sql_models import change_models, table_models
from pipelines.storage.warehouse import Warehouse
from tests.builders import PLACES, casualty, claim
from tests.sql.builders import Row, bring, event_id, failing_checks, stage

FIRST = date(2031, 1, 1)
# Umbrellas over each other: places in places, days in spans of days, sides in all sides.
SPANS = ((0, 0), (1, 1), (2, 2), (0, 2), (1, 5), (0, 20), (90, 90))
VIOLENT = {"claim_type": "casualty", "location_id": st.sampled_from([*PLACES, None])}
TERRITORIAL = {
    "claim_type": st.sampled_from(["territory_change", "territory_control", "contested"]),
    "location_id": st.sampled_from(["AF.03.01", "AF.03.01", "AF.03.02", "town", "AF.03"]),
}
SIDES = st.sampled_from(["reds", "blues", "greens"])


@st.composite
def casualties(draw: st.DrawFn) -> Row:
    """A claim of people killed or wounded, in one of a few events, on a day or over some."""
    number = draw(st.integers(0, 5))
    first, last = draw(st.sampled_from(SPANS))
    return {
        "make": casualty,
        "event": draw(st.sampled_from([f"fight {number}", f"fight {number}", None])),
        "location_id": draw(VIOLENT["location_id"]),
        "victim": draw(st.sampled_from(["reds", "blues", None])),
        "harm": draw(st.sampled_from(["killed", "killed", "wounded", "casualties_unquantified"])),
        "value": draw(st.integers(1, 9)),
        "date_start": FIRST + timedelta(first),
        "date_end": FIRST + timedelta(last),
        "is_cumulative": draw(st.sampled_from([False, False, False, True])),
        **draw(told()),
    }


@st.composite
def territorial(draw: st.DrawFn) -> Row:
    """A claim of who holds or fights for a place, in one of a few events of it."""
    kind = draw(TERRITORIAL["claim_type"])
    location_id = draw(TERRITORIAL["location_id"])
    first, last = draw(st.sampled_from(SPANS))
    return {
        "make": claim,
        "claim_type": kind,
        "event": f"{kind} {location_id} {draw(st.integers(0, 2))}",
        "location_id": location_id,
        "to": draw(SIDES),
        "from_": draw(SIDES),
        "change_type": draw(st.sampled_from(["captured", "recaptured", "withdrawn"])),
        "is_whole": draw(st.booleans()),
        "date_start": FIRST + timedelta(first),
        "date_end": FIRST + timedelta(last),
        **draw(told()),
    }


@st.composite
def told(draw: st.DrawFn) -> Row:
    """Who tells a claim, where, how, and since when it is known."""
    teller = draw(st.sampled_from(["a doctor", "an elder", "a general"]))
    return {
        "article": str(draw(st.integers(0, 6))),
        "story_id": f"s_{draw(st.integers(0, 3))}",
        "publisher": draw(st.sampled_from([None, "Valley Herald", "valley herald"])),
        "assertion": draw(st.sampled_from(["asserted", "attributed", "attributed", "denied"])),
        "origin_kind": draw(st.sampled_from(["person", "person", "party", "vague"])),
        "origin_id": teller,
        "claimant_id": teller,
        "claimant_name": draw(st.sampled_from([teller, teller.upper()])),
        "claimant_side_id": draw(SIDES),
        "known_on": draw(
            st.one_of(st.none(), st.integers(0, 120).map(lambda n: FIRST + timedelta(n)))
        ),
    }


Step = dict[str, Row | None]
# A step brings claims, gives claims of earlier steps other contents, and withdraws some.
NAMES = [str(number) for number in range(14)]
STEPS = st.lists(
    st.dictionaries(
        st.sampled_from(NAMES),
        st.one_of(casualties(), territorial(), casualties(), territorial(), st.none()),
        min_size=1,
        max_size=6,
    ),
    min_size=2,
    max_size=3,
)


def frames_of(claims: dict[str, Row]) -> dict[str, pl.DataFrame]:
    """The stage tables of some claims, in the order of their names."""
    rows = []
    for name in sorted(claims):
        given = dict(claims[name])
        rows.append(given.pop("make")(name, **given))
    events = sorted({row["event"] for row in rows if row.get("event")})
    return stage(
        *rows,
        # Other lexicons or another baseline would make a new file.
        lexicon_actors=[
            {"actor_id": side, "name": side.title(), "actor_type": "rebel group", "side_id": side}
            for side in ("blues", "greens", "reds")
        ],
        baseline=[{"location_id": "AF.03.02", "side_id": "blues", "as_of": FIRST}],
        # What an event may once have been called, and what it came after, lies in all its claims.
        event_aliases=[
            {"alias_id": f"e_{row['claim_id']}", "event_id": event_id(row["event"])}
            for row in rows
            if row.get("event")
        ],
        event_relations=[
            {
                "event_id": event_id(later),
                "related_event_id": event_id(earlier),
                "relation": "reverses",
            }
            for earlier, later in pairwise(events)
            if earlier[:-1] == later[:-1]
        ],
    )


def differences(one: Path, other: Path) -> list[str]:
    """The tables in which two files differ, whatever the order of their rows."""
    differing = []
    with duckdb.connect() as connection:
        for name, path in (("one", one), ("other", other)):
            connection.execute(f"attach '{path}' as {name} (read_only)")
        for model in kept_models():
            tables = f"from one.{model.table}", f"from other.{model.table}"
            for left, right in (tables, tables[::-1]):
                if connection.execute(f"{left} except all {right} limit 1").fetchall():
                    differing.append(model.table)
    return sorted(set(differing))


def warehouse_of(folder: Path, name: str, frames: dict[str, pl.DataFrame]) -> Warehouse:
    """A warehouse brought up to date with some stage tables, new or not."""
    folder.mkdir(exist_ok=True)
    found = Warehouse(folder / f"{name}.duckdb", Lake(folder / f"{name}.lake"))
    bring(found, frames)
    return found


# Many more examples: python -m tests.measures.refresh.
@given(steps=STEPS)
@settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_steps_end_as_the_warehouse_built_whole(steps: list[Step]) -> None:
    end_as_the_whole(steps)


def end_as_the_whole(steps: list[Step]) -> None:
    """Fail where a warehouse that went through all steps is not the one built of the last."""
    with tempfile.TemporaryDirectory() as folder:
        claims: dict[str, Row] = {}
        files: set[int] = set()
        for step in steps:
            claims = {name: row for name, row in (claims | step).items() if row}
            frames = frames_of(claims)
            one = warehouse_of(Path(folder), "one", frames)
            files.add(one.path.stat().st_ino)
        assert len(files) == 1, "a file that is made anew is no increment"
        whole = warehouse_of(Path(folder), "whole", frames)
        assert differences(one.path, whole.path) == []


@pytest.mark.operation
@pytest.mark.parametrize("comes_late", [True, False])
def test_days_come_and_go_with_the_last_day_of_which_anything_is_known(comes_late: bool) -> None:
    held = {
        "make": claim, "event": "take", "claim_type": "territory_change",
        "location_id": "AF.03.01", "to": "reds", "from_": "blues", "on": FIRST,
        "known_on": FIRST + timedelta(1),
    }  # fmt: skip
    fight = {
        "make": casualty, "event": "fight 1", "value": 3, "victim": "reds",
        "location_id": "town", "known_on": FIRST + timedelta(2),
    }  # fmt: skip
    late = fight | {"event": "fight 2", "on": FIRST, "known_on": FIRST + timedelta(60)}
    early, moved = (fight | {"on": FIRST + timedelta(days)} for days in (0, 1))
    without, within = {"held": held, "fight": early}, {"fight": moved, "late": late}
    if comes_late:
        end_as_the_whole([without, within])
    else:
        end_as_the_whole([without | within, {"fight": early, "late": None}])


def test_every_table_says_how_it_is_brought_up_to_date() -> None:
    silent = [
        model.table
        for model in table_models()
        if model.layer != "intermediate" and bool(model.replaced_by) == model.is_made_whole
    ]
    assert silent == []
    unknown = [
        f"{model.table}: {column}"
        for model in kept_models()
        for column in model.replaced_by
        if column not in TOUCHED
    ]
    assert unknown == []
    assert {table for table, _ in TOUCHED.values()} <= {model.name for model in change_models()}


def test_what_is_made_of_the_whole_lake_reads_nothing_that_is_made_in_part() -> None:
    in_part = {model.table for model in kept_models() if model.replaced_by}
    wrong = [
        f"{model.table} reads {table}"
        for model in table_models()
        if model.layer == "core" and model.is_made_whole
        for table in model.reads
        if table in in_part
    ]
    assert wrong == []


def test_a_home_that_was_moved_is_held_against_its_own_lake(tmp_path: Path) -> None:
    first = claim("a", event="take", to="reds", on="2031-05-02", known_on="2031-05-03")
    built = warehouse_of(tmp_path / "old", "one", stage(first))
    shutil.copytree(tmp_path / "old", tmp_path / "new")
    second = claim("b", event="take", to="reds", on="2031-05-03", known_on="2031-05-04")
    moved = warehouse_of(tmp_path / "new", "one", stage(first, second))
    assert moved.path != built.path
    with moved.read() as connection:
        assert failing_checks(connection) == {}


def test_a_file_that_grew_to_mostly_gaps_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames = stage(claim("a", event="take", to="reds", on="2031-05-02", known_on="2031-05-03"))
    built = warehouse_of(tmp_path, "one", frames)
    with duckdb.connect(str(built.path)) as connection:
        connection.execute("create table gap as select random() as x from range(2_000_000)")
    refresh(built)
    assert has_gap(built.path)
    monkeypatch.setattr("pipelines.storage.refresh.SMALL", 0)
    refresh(built)
    assert not has_gap(built.path)


def has_gap(path: Path) -> bool:
    """Whether the table that stands for gaps is still in a file."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return bool(connection.execute("from duckdb_tables() where table_name = 'gap'").fetchall())


@pytest.mark.operation
def test_thirty_increments_make_a_file_little_larger_than_one(tmp_path: Path) -> None:
    claims = [
        casualty(f"{number}", event=f"fight {number % 90}", value=3, victim="reds",
                 on=FIRST + timedelta(number % 40), known_on=FIRST + timedelta(number % 50))
        for number in range(300)
    ]  # fmt: skip
    for number in range(30):
        built = warehouse_of(tmp_path, "one", stage(*claims[: 10 * number + 10]))
    whole = warehouse_of(tmp_path, "whole", stage(*claims))
    assert differences(built.path, whole.path) == []
    for name, warehouse in (("one", built), ("whole", whole)):
        publish(warehouse.path, tmp_path / f"{name}.published")
    sizes = [(tmp_path / f"{name}.published").stat().st_size for name in ("one", "whole")]
    assert sizes[0] <= 2 * sizes[1]


def test_rows_that_break_a_contract_leave_every_table_as_it_was(tmp_path: Path) -> None:
    good = claim("a", event="take", to="reds", on="2031-05-02", known_on="2031-05-03")
    built = warehouse_of(tmp_path, "one", stage(good))
    before = contents(built.path)
    frames = stage(good, claim("b", event="take", to="reds", on="2031-05-03"))
    stories = frames["stories"].with_columns(published_on_method=pl.lit("guessed"))
    stories.write_parquet(built.lake.path("stories"))
    for table in ("dated_claims", "event_claims", "events", "reports"):
        built.lake.write(table, frames[table])
    with pytest.raises(ContractError, match="dim_article"):
        refresh(built)
    assert contents(built.path) == before
    built.lake.write("stories", frames["stories"])
    refresh(built)
    whole = warehouse_of(tmp_path, "whole", {**frames, "articles": stage(good)["articles"]})
    assert differences(built.path, whole.path) == []


def contents(path: Path) -> dict[str, list[tuple]]:
    """The rows of every kept table of a file."""
    with duckdb.connect(str(path), read_only=True) as connection:
        return {
            model.table: connection.execute(f"from {model.table} order by all").fetchall()
            for model in kept_models()
        }
