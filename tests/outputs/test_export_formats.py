"""Every export of the bundled example, opened by the tools it is made for."""

import csv
import json
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import duckdb
import hxl
import openpyxl
import pytest
from frictionless import Package
from geojson_pydantic import FeatureCollection

from pipelines.outputs.exports import FORMATS
from pipelines.outputs.exports.excel import FILE
from tests.conftest import sitrep

ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 "
    "assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region "
    "country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale "
    "notes fatalities tags timestamp"
)
GED = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id "
    "conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a "
    "side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office "
    "source_date source_headline source_original where_prec where_coordinates where_description "
    "adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity "
    "date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high "
    "low gwnoa gwnob"
)


@pytest.fixture(scope="module")
def exports(example_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All exports of the example, by the command line."""
    folder = tmp_path_factory.mktemp("exports")
    result = sitrep("export", "--home", example_home, "--to", folder)
    assert result.returncode == 0, result.stderr
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def test_every_format_comes_with_a_package_that_is_true_of_its_files(exports: Path) -> None:
    for name in FORMATS:
        package = json.loads((exports / name / "datapackage.json").read_text())
        assert any(licence["name"] == "CC-BY-4.0" for licence in package["licenses"])
        assert package["resources"]
        for resource in package["resources"]:
            content = (exports / name / resource["path"]).read_bytes()
            assert resource["bytes"] == len(content)
            assert resource["hash"] == "sha256:" + sha256(content).hexdigest()
    fields = {
        field["name"]: field
        for resource in json.loads((exports / "csv/datapackage.json").read_text())["resources"]
        if resource["name"] == "marts.casualties_daily"
        for field in resource["schema"]["fields"]
    }
    assert fields["best"]["unit"] == "people"
    assert fields["latitude"]["unit"] == "degrees"
    assert fields["date"]["type"] == "date"
    assert "null if unknown" in fields["date"]["description"]


@pytest.mark.parametrize("name", ["csv", "acled", "ged", "hxl", "excel"])
def test_frictionless_finds_every_row_as_the_package_says(exports: Path, name: str) -> None:
    package = Package(str(exports / name / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldNumber", "type", "note"])[:5]
    for resource, task in zip(package.resources, report.tasks, strict=True):
        assert task.stats["rows"] == resource.custom["rowCount"]


def test_acled_columns_are_acleds_and_fatalities_are_the_total(
    exports: Path, example: duckdb.DuckDBPyConnection
) -> None:
    events = rows(exports / "acled/events.csv")
    assert " ".join(events[0]) == ACLED
    n_events, fatalities = example.execute(
        "select (select count(*) from core.fact_event), "
        "(select sum(value_acled_conservative) from core.fact_casualty where harm = 'killed')"
    ).fetchone()
    assert len(events) == n_events
    assert sum(int(event["fatalities"] or 0) for event in events) == fatalities
    assert {event["iso"] for event in events} == {"4"}
    assert {event["time_precision"] for event in events} <= {"1", "2", "3", ""}
    taken = next(e for e in events if e["sub_event_type"] == "Non-state actor overtakes territory")
    assert taken["interaction"] == f"{taken['inter1']}-{taken['inter2']}"
    assert taken["fatalities"] == ""  # a capture without a figure is not a capture without dead


def test_ged_columns_are_geds_and_deaths_add_up(
    exports: Path, example: duckdb.DuckDBPyConnection
) -> None:
    events = rows(exports / "ged/events.csv")
    assert " ".join(events[0]) == GED
    (best,) = example.execute(
        "select sum(best) from core.fact_casualty where harm = 'killed'"
    ).fetchone()
    assert sum(int(event["best"]) for event in events) == best
    sides = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    for event in events:
        assert sum(int(event[side]) for side in sides) == int(event["best"])
        assert event["where_prec"] in {"1", "2", "3", "4", "6", ""}
    # PRIO-GRID's own example: the cell of 0.25 N, 0.25 E is row 181, column 361.
    placed = next(event for event in events if event["latitude"])
    row, column = divmod(int(placed["priogrid_gid"]) - 1, 720)
    assert row / 2 - 90 <= float(placed["latitude"]) < row / 2 - 89.5
    assert column / 2 - 180 <= float(placed["longitude"]) < column / 2 - 179.5


def test_hxl_passes_its_validator(exports: Path) -> None:
    with (exports / "hxl/events.csv").open(newline="") as file:
        cells = list(csv.reader(file))
    report = hxl.validate(hxl.data(cells))
    assert (report["stats"]["error"], report["stats"]["warning"]) == (0, 0)
    killed = [row.get("#affected+killed-min-max") for row in hxl.data(cells)]
    assert any(value not in (None, "") for value in killed)


def test_geojson_has_a_valid_feature_for_every_event(
    exports: Path, example: duckdb.DuckDBPyConnection
) -> None:
    told = json.loads((exports / "geojson/events.geojson").read_text())
    collection = FeatureCollection(**told)
    (n_events,) = example.execute("select count(*) from marts.event_register").fetchone()
    assert len(collection.features) == n_events
    for feature in collection.features:
        if feature.geometry:
            longitude, latitude = feature.geometry.coordinates
            assert 60 < longitude < 75  # Afghanistan, longitude first
            assert 29 < latitude < 39


def test_excel_has_frozen_filtered_sheets_and_a_dictionary(
    exports: Path, example: duckdb.DuckDBPyConnection
) -> None:
    workbook = openpyxl.load_workbook(exports / "excel" / FILE)
    marts = example.execute(
        "select table_name, estimated_size from duckdb_tables() where schema_name = 'marts'"
    ).fetchall()
    assert set(workbook.sheetnames) == {"dictionary", *(name for name, _ in marts)}
    for name, n_rows in marts:
        sheet = workbook[name]
        assert sheet.freeze_panes == "A2"
        (table,) = sheet.tables.values()
        assert table.autoFilter is not None
        assert sheet.max_row - 1 == max(1, n_rows)  # a table of nothing still has an empty row
    first = workbook["event_register"]
    header = [cell.value for cell in first[1]]
    assert header[:2] == ["event_id", "date_start"]
    meaning = {
        (row[0], row[1]): (row[3], row[4])
        for row in workbook["dictionary"].iter_rows(min_row=2, values_only=True)
    }
    unit, what = meaning["casualties_daily", "best"]
    assert unit == "people"
    assert "best supported" in what


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_opens_the_workbook(exports: Path, tmp_path: Path) -> None:
    result = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,'
         "false,-1", "--outdir", str(tmp_path), str(exports / "excel" / FILE)],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    # Headless LibreOffice without Java says so; anything else would be about the file.
    told = [line for line in result.stderr.splitlines() if line and "javaldx" not in line]
    assert told == []
    sheet = rows(next(tmp_path.glob("*event_register.csv")))
    assert sorted(event["event_id"] for event in sheet) == sorted(
        event["event_id"] for event in rows(exports / "csv/marts.event_register.csv")
    )


def test_the_dictionary_page_tells_of_every_column_and_asks_nothing_from_outside(
    exports: Path, example: duckdb.DuckDBPyConnection
) -> None:
    page = (exports / "dictionary/dictionary.html").read_text()
    listed = example.execute(
        "select schema_name, table_name, column_name, comment from duckdb_columns() "
        "where schema_name in ('core', 'marts', 'ops') and not internal"
    ).fetchall()
    for schema, table, column, comment in listed:
        assert f'id="{schema}.{table}"' in page
        assert f"<code>{column}</code>" in page
        assert comment
    assert "://" not in page
