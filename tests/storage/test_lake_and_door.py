"""The door: nothing is stored that breaks its contract, and the message says what broke."""

from datetime import date

import pandera.polars as pa
import polars as pl
import pytest

from pipelines.storage.door import BREAKS, ContractError, enforce, holds
from pipelines.storage.lake import Lake
from pipelines.storage.lexicons import read_baseline
from schemas.registry import contracts


def baseline(side: str | None = "taliban") -> pl.DataFrame:
    return pl.DataFrame(
        {"location_id": ["AF.26.1206"], "side_id": [side], "as_of": [date(2031, 3, 1)]},
        schema={"location_id": pl.String, "side_id": pl.String, "as_of": pl.Date},
    )


def test_a_frame_that_keeps_its_contract_passes_unchanged() -> None:
    assert enforce("baseline", baseline()).equals(baseline())


def test_a_broken_contract_names_table_column_and_row() -> None:
    with pytest.raises(ContractError, match=r"baseline broke its contract.*\n.*side_id.*row 0"):
        enforce("baseline", baseline(side=None))


class Toll(pa.DataFrameModel):
    """One row per place, with a rule of every kind that the contracts have."""

    place: str = pa.Field(unique=True, str_matches="^[a-z]+$")
    kind: str = pa.Field(isin=["town", "village"])
    killed: int = pa.Field(nullable=True, ge=0, le=9)
    share: float = pa.Field(gt=0)


TOLL = {"place": ["a", "b"], "kind": ["town"] * 2, "killed": [0, None], "share": [0.5, 1.0]}


@pytest.mark.parametrize(
    "slip",
    [
        {"place": ["a", "a"]}, {"place": ["a", "B"]}, {"place": ["a", None]},
        {"kind": ["town", "sea"]}, {"killed": [-1, 2]}, {"killed": [1, 10]},
        {"share": [0.0, 1.0]}, {"share": [0.5, float("nan")]}, {"killed": ["1", "2"]},
    ],
)  # fmt: skip
def test_the_look_at_all_rules_at_once_judges_as_pandera_does(slip: dict[str, list]) -> None:
    schema = Toll.to_schema()
    assert holds(schema, schema.validate(pl.DataFrame(TOLL)))
    broken = pl.DataFrame(TOLL | slip)
    assert not holds(schema, broken)
    with pytest.raises(pa.errors.SchemaErrors):
        schema.validate(broken, lazy=True)


def test_the_look_knows_every_kind_of_rule_of_a_column() -> None:
    columns = [c for table in contracts().values() for c in table.to_schema().columns.values()]
    assert {check.name for column in columns for check in column.checks} <= set(BREAKS)


def test_a_missing_column_is_refused() -> None:
    with pytest.raises(ContractError, match="as_of"):
        enforce("baseline", baseline().drop("as_of"))


def test_a_table_without_contract_cannot_be_stored(tmp_path) -> None:
    with pytest.raises(KeyError, match="no contract"):
        Lake(tmp_path).write("rumours", baseline())


def test_a_refused_frame_leaves_the_stored_one(tmp_path) -> None:
    lake = Lake(tmp_path)
    lake.write("baseline", baseline())
    with pytest.raises(ContractError):
        lake.write("baseline", baseline(side=None))
    assert lake.read("baseline").equals(baseline())


def test_a_table_never_written_is_empty_with_its_columns(tmp_path) -> None:
    assert Lake(tmp_path).read("baseline").schema == baseline().schema


def test_a_home_without_baseline_file_has_none(tmp_path) -> None:
    assert read_baseline(tmp_path / "baseline.csv").is_empty()


def test_a_baseline_file_is_read_with_its_dates(tmp_path) -> None:
    path = tmp_path / "baseline.csv"
    path.write_text("location_id,side_id,as_of\nAF.26.1206,taliban,2031-03-01\n")
    assert read_baseline(path).equals(baseline())
