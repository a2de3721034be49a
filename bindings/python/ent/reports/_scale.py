"""What charts have in common: where values fall on a scale, the pieces of a line that has gaps, the legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ent.reports._svg import Drawing, Point, Shape


@dataclass(frozen=True, slots=True)
class Pen:
    """How the values of one series are told from another's: by shape and dashes, not by colour alone."""

    colour: str
    shape: Shape
    dash: str = ""
    hollow: bool = False


def share(value: Decimal, maximum: Decimal) -> float:
    """Where a value lies between 0 and the maximum, 0 to 1; what lies beyond is drawn at the end."""
    if maximum <= 0:
        raise ValueError("a scale has a maximum above 0")
    return min(1.0, max(0.0, float(value / maximum)))


def steps(maximum: Decimal) -> list[Decimal]:
    """Four steps and their beginning."""
    return [maximum * quarter / 4 for quarter in range(5)]


def pieces(points: Sequence[Point | None]) -> list[list[Point]]:
    """The runs of a line that is broken where nothing is."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point is not None:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def legend(drawing: Drawing, start: Point, entries: Sequence[tuple[str, Pen]], gap: float = 120) -> None:
    """Samples with their names, in a row."""
    x, y = start
    for name, pen in entries:
        drawing.line((x, y), (x + 24, y), pen.colour, width=2, dash=pen.dash)
        drawing.marker((x + 12, y), pen.shape, pen.colour, hollow=pen.hollow)
        drawing.text((x + 30, y + 4), name)
        x += gap
