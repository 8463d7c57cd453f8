"""Writes the Superset bundle: the dashboard of pipelines/superset on one published warehouse."""

import io
import json
import zipfile
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import duckdb
import yaml

from pipelines.outputs.exports.resources import Table, read_tables

FOLDER = files("pipelines") / "superset"
DATABASE = "sitrep"
VERSION = "1.0.0"
# A bundle of the same warehouse has the same bytes.
MADE_AT = "2000-01-01T00:00:00+00:00"
ROOT = "sitrep"
DOCUMENT = dict[str, object]


def write_superset(warehouse: Path, target: Path) -> Path:
    """Write the ZIP that `superset import-dashboards` takes.

    Datasets are the marts that the charts read, with their columns and comments. Ids are made of
    names, so importing again makes nothing twice; Superset then keeps the charts that it has.
    """
    charts = {path.name.removesuffix(".yaml"): load(path) for path in chart_files()}
    read = {chart["dataset"] for chart in charts.values()}
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        marts = [mart for mart in read_tables(connection, ("marts",)) if mart.name in read]
    documents: dict[str, DOCUMENT] = {
        "metadata.yaml": {"version": VERSION, "type": "Dashboard", "timestamp": MADE_AT},
        f"databases/{DATABASE}.yaml": database(warehouse),
        "dashboards/sitrep.yaml": dashboard(load(FOLDER / "dashboard.yaml"), charts),
    }
    documents |= {f"datasets/{DATABASE}/{mart.name}.yaml": dataset(mart) for mart in marts}
    documents |= {f"charts/{name}.yaml": chart(name, told) for name, told in charts.items()}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(zipped(documents))
    return target


def chart_files() -> list[Path]:
    """The files that describe one chart each."""
    return sorted(Path(str(FOLDER / "charts")).glob("*.yaml"))


def load(path: object) -> DOCUMENT:
    """One YAML file of the package."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def uuid(kind: str, name: str) -> str:
    """The lasting id of a part of the bundle."""
    return str(uuid5(NAMESPACE_URL, f"sitrep/{kind}/{name}"))


def database(warehouse: Path) -> DOCUMENT:
    """The published file, opened read-only."""
    return {
        "database_name": DATABASE,
        "sqlalchemy_uri": f"duckdb:///{warehouse}",
        "expose_in_sqllab": True,
        "allow_ctas": False,
        "allow_cvas": False,
        "allow_dml": False,
        "extra": {"engine_params": {"connect_args": {"read_only": True}}},
        "uuid": uuid("database", DATABASE),
        "version": VERSION,
    }


def dataset(mart: Table) -> DOCUMENT:
    """One mart with its columns, their types and their meaning."""
    temporal = [field.name for field in mart.fields if field.type == "date"]
    return {
        "table_name": mart.name,
        "schema": mart.schema,
        "description": mart.description,
        "main_dttm_col": temporal[0] if temporal else None,
        "metrics": [{"metric_name": "count", "expression": "COUNT(*)", "verbose_name": "rows"}],
        "columns": [
            {
                "column_name": field.name,
                "type": str(mart.frame.schema[field.name]).upper(),
                "is_dttm": field.type == "date",
                "groupby": True,
                "filterable": True,
                "is_active": True,
                "description": field.description,
            }
            for field in mart.fields
        ],
        "uuid": uuid("dataset", mart.name),
        "database_uuid": uuid("database", DATABASE),
        "version": VERSION,
    }


def chart(name: str, told: Mapping[str, object]) -> DOCUMENT:
    """One chart on its dataset."""
    return {
        "slice_name": told["slice_name"],
        "description": told.get("description"),
        "viz_type": told["viz_type"],
        "params": told["params"] | {"viz_type": told["viz_type"]},
        "uuid": uuid("chart", name),
        "dataset_uuid": uuid("dataset", str(told["dataset"])),
        "version": VERSION,
    }


def dashboard(told: Mapping[str, object], charts: Mapping[str, DOCUMENT]) -> DOCUMENT:
    """The dashboard: its rows of charts, and filters over all of them."""
    position: DOCUMENT = {
        "DASHBOARD_VERSION_KEY": "v2",
        "ROOT_ID": {"id": "ROOT_ID", "type": "ROOT", "children": ["GRID_ID"]},
        "GRID_ID": {"id": "GRID_ID", "type": "GRID", "children": [], "parents": ["ROOT_ID"]},
        "HEADER_ID": {"id": "HEADER_ID", "type": "HEADER", "meta": {"text": told["title"]}},
    }
    for number, row in enumerate(told["rows"]):
        row_id = f"ROW-{number}"
        position["GRID_ID"]["children"].append(row_id)
        position[row_id] = {
            "id": row_id, "type": "ROW", "parents": ["ROOT_ID", "GRID_ID"],
            "children": [f"CHART-{name}" for name in row["charts"]],
            "meta": {"background": "BACKGROUND_TRANSPARENT"},
        }  # fmt: skip
        for name, width in row["charts"].items():
            position[f"CHART-{name}"] = {
                "id": f"CHART-{name}", "type": "CHART", "children": [],
                "parents": ["ROOT_ID", "GRID_ID", row_id],
                "meta": {
                    "uuid": uuid("chart", name), "sliceName": charts[name]["slice_name"],
                    "width": width, "height": row["height"],
                    # Superset gives the chart its own number at import, by the uuid.
                    "chartId": number * 100 + list(row["charts"]).index(name) + 1,
                },
            }  # fmt: skip
    return {
        "dashboard_title": told["title"],
        "slug": told["slug"],
        "published": True,
        "position": position,
        "metadata": {
            "native_filter_configuration": [native_filter(each) for each in told["filters"]],
            "cross_filters_enabled": True,
            "color_scheme": "supersetColors",
        },
        "uuid": uuid("dashboard", str(told["slug"])),
        "version": VERSION,
    }


def native_filter(told: Mapping[str, str]) -> DOCUMENT:
    """A box in which values of one column are chosen."""
    return {
        "id": f"NATIVE_FILTER-{told['column']}",
        "name": told["name"],
        "type": "NATIVE_FILTER",
        "filterType": "filter_select",
        "targets": [
            {
                "column": {"name": told["column"]},
                "datasetUuid": uuid("dataset", told["dataset"]),
            }
        ],
        "controlValues": {"multiSelect": True, "enableEmptyFilter": False},
        "defaultDataMask": {"filterState": {}, "extraFormData": {}},
        "scope": {"rootPath": ["ROOT_ID"], "excluded": []},
        "cascadeParentIds": [],
    }


def zipped(documents: Mapping[str, DOCUMENT]) -> bytes:
    """The documents as YAML files of one archive, always the same bytes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, document in documents.items():
            # Through JSON: YAML's anchors for repeated values confuse importers.
            plain = json.loads(json.dumps(document))
            told = yaml.safe_dump(plain, sort_keys=False, allow_unicode=True)
            archive.writestr(zipfile.ZipInfo(f"{ROOT}/{name}"), told)
    return content.getvalue()
