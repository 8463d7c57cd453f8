"""Fewer corners for outlines: borders that two areas share stay shared, no gap opens between them.

Rings are cut where three areas meet (the arcs of TopoJSON), and each arc is thinned by itself
(Douglas and Peucker, 1973), so both its sides get the same line.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

Point = tuple[float, float]
Ring = tuple[Point, ...]

FIRST_TOLERANCE = 1.0
GROWTH = 1.5
LEAST_CORNERS = 4


def simplified(areas: list[list[Ring]], most_corners: int) -> list[list[list[int]]]:
    """The rings of each area with at most so many corners in all, as steps between corners.

    A ring that falls together to less than a triangle is left out.
    """
    cleaned = [[ring for ring in map(without_repeats, rings) if ring] for rings in areas]
    junctions = find_junctions([ring for rings in cleaned for ring in rings])
    tolerance = FIRST_TOLERANCE
    while True:
        thinned: dict[Ring, Ring] = {}
        found = [[thin_ring(ring, junctions, tolerance, thinned) for ring in r] for r in cleaned]
        kept = [[ring for ring in rings if len(ring) >= LEAST_CORNERS] for rings in found]
        if sum(len(ring) for rings in kept for ring in rings) <= most_corners:
            return [[as_steps(ring) for ring in rings] for rings in kept]
        tolerance *= GROWTH


def without_repeats(ring: Ring) -> Ring:
    """A closed ring without corners that repeat the one before; empty if no area is left."""
    corners = tuple(p for i, p in enumerate(ring) if i == 0 or p != ring[i - 1])
    if len(corners) > 1 and corners[0] != corners[-1]:
        corners += (corners[0],)
    return corners if len(corners) >= LEAST_CORNERS else ()


def find_junctions(rings: list[Ring]) -> set[Point]:
    """Corners with more than two neighbours: there, borders meet or part."""
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for here, there in pairwise(ring):
            neighbours[here].add(there)
            neighbours[there].add(here)
    return {point for point, others in neighbours.items() if len(others) > 2}


def thin_ring(
    ring: Ring, junctions: set[Point], tolerance: float, thinned: dict[Ring, Ring]
) -> Ring:
    """A ring, arc by arc; arcs done for a neighbour are taken from `thinned`."""
    start = next((i for i, point in enumerate(ring[:-1]) if point in junctions), None)
    if start is None:  # an island: begin where every ring of these corners would begin
        start = ring.index(min(ring))
    turned = ring[start:-1] + ring[: start + 1]
    cuts = [i for i, p in enumerate(turned) if p in junctions or i in (0, len(turned) - 1)]
    if len(cuts) == 2:  # one closed arc: its farthest corner is its other end
        first = turned[0]
        cuts.insert(1, max(range(len(turned)), key=lambda i: square(first, turned[i])))
    corners: list[Point] = [turned[0]]
    for begin, end in pairwise(cuts):
        corners.extend(thin_arc(turned[begin : end + 1], tolerance, thinned)[1:])
    return tuple(corners)


def thin_arc(arc: Ring, tolerance: float, thinned: dict[Ring, Ring]) -> Ring:
    """An arc, the same whichever way it runs."""
    backwards = arc[::-1]
    key = min(arc, backwards)
    if key not in thinned:
        thinned[key] = douglas_peucker(key, tolerance)
    return thinned[key] if key == arc else thinned[key][::-1]


def douglas_peucker(arc: Ring, tolerance: float) -> Ring:
    """The arc without corners that lie nearer to the line through the others than the tolerance."""
    keep = {0, len(arc) - 1}
    spans = [(0, len(arc) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda i: off_line(arc[i], arc[first], arc[last]))
        if off_line(arc[far], arc[first], arc[last]) > tolerance**2:
            keep.add(far)
            spans += [(first, far), (far, last)]
    return tuple(arc[i] for i in sorted(keep))


def off_line(point: Point, start: Point, end: Point) -> float:
    """Square of the distance of a point from the stretch between two others."""
    length = square(start, end)
    if length == 0:
        return square(point, start)
    along = (
        (point[0] - start[0]) * (end[0] - start[0]) + (point[1] - start[1]) * (end[1] - start[1])
    ) / length
    along = min(1.0, max(0.0, along))
    foot = (start[0] + along * (end[0] - start[0]), start[1] + along * (end[1] - start[1]))
    return square(point, foot)


def square(one: Point, other: Point) -> float:
    """Square of the distance between two points."""
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def as_steps(ring: Ring) -> list[int]:
    """A ring as one list: its first corner, then the way from each corner to the next."""
    steps = [int(value) for value in ring[0]]
    for here, there in pairwise(ring[:-1]):
        steps += [int(there[0] - here[0]), int(there[1] - here[1])]
    return steps
