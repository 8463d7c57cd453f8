"""Outlines of areas: matched to places, made light without gaps, and refused with a way out."""

import json
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.outputs.report.outlines import BoundaryError, read_outlines
from pipelines.outputs.report.simplify import simplified
from tests.conftest import sitrep

PLACES = pl.DataFrame(
    {
        "place_id": ["west", "east", "town"],
        "location_type": ["admin2", "admin2", "populated_place"],
        "longitude": [68.5, 69.5, 68.6],
        "latitude": [35.5, 35.5, 35.4],
    }
)


def square(west: float, south: float, **properties: str) -> dict[str, object]:
    """A feature of one degree by one, with many corners on each edge."""
    steps = [step / 20 for step in range(20)]
    ring = (
        [[west + s, south] for s in steps]
        + [[west + 1, south + s] for s in steps]
        + [[west + 1 - s, south + 1] for s in steps]
        + [[west, south + 1 - s] for s in steps]
        + [[west, south]]
    )
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def write(folder: Path, *features: dict[str, object]) -> Path:
    path = folder / "areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}))
    return path


def test_areas_are_matched_by_id_else_by_the_only_district_inside(tmp_path: Path) -> None:
    path = write(tmp_path, square(68, 35, name="One", code="east"), square(69, 35, shapeName="Two"))
    areas = read_outlines(path, PLACES).areas
    assert [(area["name"], area["place_id"]) for area in areas] == [
        ("One", "east"),
        ("Two", "east"),
    ]


def test_an_area_of_several_districts_is_drawn_and_stands_for_none(tmp_path: Path) -> None:
    wide = square(68, 35)
    wide["geometry"]["coordinates"] = [[[68, 35], [70, 35], [70, 36], [68, 36], [68, 35]]]
    (area,) = read_outlines(write(tmp_path, wide), PLACES).areas
    assert area["place_id"] is None
    assert area["rings"]


def test_far_areas_and_needless_corners_are_left_out(tmp_path: Path) -> None:
    path = write(tmp_path, square(68, 35), square(10, 50))
    (area,) = read_outlines(path, PLACES).areas
    assert len(area["rings"][0]) == 2 * 4


def absolute(steps: list[int]) -> list[tuple[int, int]]:
    """Corners out of steps."""
    x, y = steps[:2]
    corners = [(x, y)]
    for dx, dy in zip(steps[2::2], steps[3::2], strict=True):
        x, y = x + dx, y + dy
        corners.append((x, y))
    return corners


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(-30, 30), min_size=30, max_size=60))
def test_a_border_stays_shared_however_it_runs(wiggle: list[int]) -> None:
    border = [(200 + dx, 10 * i) for i, dx in enumerate([0, *wiggle, 0])]
    top = border[-1][1]
    west = (*border, (0, top), (0, 0), border[0])
    east = (*reversed(border), (400, 0), (400, top), border[-1])
    found = [set(absolute(rings[0])) for rings in simplified([[west], [east]], 40)]
    on_border = set(border)
    assert found[0] & on_border == found[1] & on_border
    assert {border[0], border[-1]} <= found[0]


@pytest.mark.parametrize(
    ("content", "way_out"),
    [
        ("not json", "Give a .geojson file"),
        ('{"type": "Topology"}', "ogr2ogr"),
        ('{"type": "FeatureCollection", "features": []}', "nothing to draw"),
        (
            '{"type": "Feature", "geometry": {"type": "Polygon", '
            '"coordinates": [[[500000, 3900000], [1, 2], [3, 4]]]}}',
            "EPSG:4326",
        ),
    ],
)
def test_a_file_that_is_no_map_is_refused_with_a_way_out(
    tmp_path: Path, content: str, way_out: str
) -> None:
    path = tmp_path / "areas.geojson"
    path.write_text(content)
    with pytest.raises(BoundaryError, match=way_out):
        read_outlines(path, PLACES)


def test_the_command_says_what_is_wrong_with_a_boundary_file(
    example_home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "areas.geojson"
    path.write_text("{}")
    result = sitrep("report", "--home", example_home, "--boundaries", path, "--out", tmp_path / "r")
    assert result.returncode == 2
    assert "is not GeoJSON" in result.stderr
    assert not (tmp_path / "r").exists()
