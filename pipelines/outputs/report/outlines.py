"""Outlines of areas for the map: read from the user's GeoJSON, cut to the map, made light."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import polars as pl

from pipelines.outputs.report.simplify import Point, Ring, simplified

# The map is drawn from at most so many corners: some 80 KB of the page.
MOST_CORNERS = 12_000
# Steps of the grid that corners are rounded to, across the map.
GRID_STEPS = 1_600
# How far the map reaches around the places, as a share of their spread, and in degrees at least.
MARGIN, LEAST_MARGIN = 0.15, 0.4
NAME_KEYS = ("shapeName", "name", "NAME", "Name", "ADM2_EN", "adm2_name", "NAME_2")


class BoundaryError(Exception):
    """The file is no GeoJSON of areas in degrees; the message says why, and the way out."""


@dataclass(frozen=True)
class Area:
    """One feature: its name, its texts, and its rings in degrees."""

    name: str
    texts: frozenset[str]
    rings: tuple[Ring, ...]


@dataclass(frozen=True)
class Outlines:
    """Areas on a grid: `west`, `south`, `step` in degrees; rings as steps between corners."""

    west: float
    south: float
    step: float
    areas: tuple[dict[str, object], ...]
    credit: str

    @classmethod
    def none(cls) -> Outlines:
        """No outlines."""
        return cls(0.0, 0.0, 1.0, (), "")

    def as_dict(self) -> dict[str, object]:
        """As the page carries them."""
        return {
            "west": self.west,
            "south": self.south,
            "step": self.step,
            "areas": list(self.areas),
        }


def read_outlines(path: Path, places: pl.DataFrame) -> Outlines:
    """The areas of a GeoJSON file around the places of a report, simplified.

    An area stands for the place whose id is one of its properties, else for the only district
    inside it. Raises BoundaryError.
    """
    areas = list(read_areas(path))
    points = {
        row["place_id"]: (row["longitude"], row["latitude"])
        for row in places.drop_nulls(["longitude", "latitude"]).to_dicts()
    }
    if not points:
        return Outlines.none()
    west, south, east, north = frame(list(points.values()))
    near = [area for area in areas if overlaps(area, (west, south, east, north))]
    districts = set(places.filter(pl.col("location_type") == "admin2")["place_id"])
    step = round(max(east - west, north - south) / GRID_STEPS, 7)
    rings = simplified(
        [[on_grid(ring, west, south, step) for ring in area.rings] for area in near], MOST_CORNERS
    )
    drawn = [
        {"name": area.name, "place_id": place_of(area, points, districts), "rings": found}
        for area, found in zip(near, rings, strict=True)
        if found
    ]
    return Outlines(round(west, 6), round(south, 6), step, tuple(drawn), path.name)


def read_areas(path: Path) -> Iterator[Area]:
    """The polygons of a GeoJSON file; raises BoundaryError."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise BoundaryError(
            f"{path} cannot be read as GeoJSON: {error}. Give a .geojson file of polygons."
        ) from error
    kind = content.get("type") if isinstance(content, dict) else None
    if kind not in ("FeatureCollection", "Feature"):
        raise BoundaryError(
            f"{path} is not GeoJSON: its type is {kind!r}, not FeatureCollection. A shapefile "
            "becomes GeoJSON with: ogr2ogr -t_srs EPSG:4326 areas.geojson areas.shp"
        )
    features = content.get("features") if kind == "FeatureCollection" else [content]
    found = [area for feature in features or [] if (area := as_area(feature, path))]
    if not found:
        raise BoundaryError(f"{path} holds no Polygon or MultiPolygon: there is nothing to draw.")
    yield from found


def as_area(feature: object, path: Path) -> Area | None:
    """A feature as an area; none where it is a point or a line. Raises BoundaryError."""
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        return None
    given = feature.get("properties")
    properties = given if isinstance(given, dict) else {}
    polygons = geometry.get("coordinates")
    try:
        rings = [
            [(float(corner[0]), float(corner[1])) for corner in ring]
            for polygon in (polygons if geometry["type"] == "MultiPolygon" else [polygons])
            for ring in polygon
        ]
    except (TypeError, ValueError, IndexError) as error:
        raise BoundaryError(f"{path}: a polygon's coordinates are no numbers: {error}.") from error
    if any(abs(x) > 180 or abs(y) > 90 for ring in rings for x, y in ring):
        raise BoundaryError(
            f"{path} is not in degrees (WGS 84). Turn it with: "
            f"ogr2ogr -t_srs EPSG:4326 out.geojson {path.name}"
        )
    name = next((str(properties[key]) for key in NAME_KEYS if properties.get(key)), "")
    texts = frozenset(str(value) for value in properties.values() if value)
    return Area(name, texts, tuple(tuple(ring) for ring in rings))


def frame(points: list[Point]) -> tuple[float, float, float, float]:
    """West, south, east and north of the map around some points."""
    longitudes, latitudes = zip(*points, strict=True)
    wide = max(LEAST_MARGIN, (max(longitudes) - min(longitudes)) * MARGIN)
    high = max(LEAST_MARGIN, (max(latitudes) - min(latitudes)) * MARGIN)
    margin = max(wide, high)
    return (
        min(longitudes) - margin,
        min(latitudes) - margin,
        max(longitudes) + margin,
        max(latitudes) + margin,
    )


def overlaps(area: Area, box: tuple[float, float, float, float]) -> bool:
    """Whether an area's bounds meet a box."""
    west, south, east, north = box
    corners = [corner for ring in area.rings for corner in ring]
    return bool(corners) and (
        min(x for x, _ in corners) <= east
        and max(x for x, _ in corners) >= west
        and min(y for _, y in corners) <= north
        and max(y for _, y in corners) >= south
    )


def on_grid(ring: Ring, west: float, south: float, step: float) -> Ring:
    """A ring in steps of the grid: equal corners of neighbours stay equal."""
    return tuple((round((x - west) / step), round((y - south) / step)) for x, y in ring)


def place_of(area: Area, points: dict[str, Point], districts: set[str]) -> str | None:
    """The id of the place that an area is, if that can be told."""
    named = area.texts & points.keys()
    if named:
        return min(named)
    inside = [place for place in districts & points.keys() if contains(area, points[place])]
    return inside[0] if len(inside) == 1 else None


def contains(area: Area, point: Point) -> bool:
    """Whether a point lies in an area: a line from it crosses the rings an odd number of times."""
    x, y = point
    crossings = 0
    for ring in area.rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossings += 1
    return crossings % 2 == 1
