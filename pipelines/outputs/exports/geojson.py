"""Events as points for a map: GeoJSON, RFC 7946."""

import json
from pathlib import Path

import duckdb

from pipelines.outputs.exports.resources import Resource, Table, read_table

# The register's own names; the point itself is the geometry.
COORDINATES = ("longitude", "latitude")


def write_geojson(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Resource]:
    """events.geojson: one feature an event, its geometry null where no place is known."""
    register = read_table(connection, "marts", "event_register", "One feature per event.")
    with (folder / "events.geojson").open("w", encoding="utf-8") as file:
        file.write('{"type": "FeatureCollection", "features": [\n')
        file.write(",\n".join(features(register)))
        file.write("\n]}\n")
    return [
        Resource(
            "events", "events.geojson", register.description, register.frame.height,
            register.fields, is_tabular=False,
        )
    ]  # fmt: skip


def features(register: Table) -> list[str]:
    """Each event as a feature, a line of JSON."""
    return [
        json.dumps(
            {
                "type": "Feature",
                "id": event["event_id"],
                "geometry": point(event["longitude"], event["latitude"]),
                "properties": {
                    name: value for name, value in event.items() if name not in COORDINATES
                },
            },
            ensure_ascii=False,
            default=str,
        )
        for event in register.frame.iter_rows(named=True)
    ]


def point(longitude: float | None, latitude: float | None) -> dict[str, object] | None:
    """A point, longitude first; None where the place has no coordinates."""
    if longitude is None or latitude is None:
        return None
    return {"type": "Point", "coordinates": [longitude, latitude]}
