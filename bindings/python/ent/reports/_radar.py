"""The radar: a pupil beside the class, an axis for each subject."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ent.reports._palette import GRID, GROUP, PUPIL, QUIET, RULE
from ent.reports._scale import Pen, legend, share, steps
from ent.reports._svg import Anchor, Drawing, Point
from ent.reports._text import Language, number, short_number, shortened
from ent.reports._words import colon, word

MOST_AXES = 12
"""More of them cannot be told apart: draw bands."""

_WIDTH, _HEIGHT = 400.0, 300.0
_CENTRE: Point = (200.0, 138.0)
_RADIUS = 102.0


@dataclass(frozen=True, slots=True)
class Axis:
    """A subject, with the pupil's average and the class's mean; none: there is none."""

    label: str
    pupil: Decimal | None
    group: Decimal | None = None


def radar(axes: Sequence[Axis], *, title: str | None = None, pupil: str | None = None, group: str | None = None,
          maximum: Decimal = Decimal(20), name: str = "radar", language: Language = "fr") -> str:
    """A pupil's averages and the class's means on 3 to 12 axes. Where there is no average the line is broken.

    title, pupil, group: what stands in the place of the usual words.
    name: begins the ids within; another one for each chart of a page.
    Raises ValueError where there are fewer or more axes.
    """
    if not 3 <= len(axes) <= MOST_AXES:
        raise ValueError(f"a radar has 3 to {MOST_AXES} axes, not {len(axes)}")
    names = (pupil or word("pupil", language), group or word("group", language))
    drawing = Drawing(_WIDTH, _HEIGHT, name=name, title=title or word("profile", language),
                      description=_description(axes, names, language))
    _web(drawing, axes, maximum, language)
    _shape(drawing, [axis.group for axis in axes], maximum, Pen(GROUP, "square", "5 3"))
    _shape(drawing, [axis.pupil for axis in axes], maximum, Pen(PUPIL, "circle"))
    legend(drawing, (90, _HEIGHT - 12), [(names[0], Pen(PUPIL, "circle")), (names[1], Pen(GROUP, "square", "5 3"))])
    return drawing.finish()


def _description(axes: Sequence[Axis], names: tuple[str, str], language: Language) -> str:
    sign = colon(language)
    told = [f"{axis.label}{sign}{names[0]} {number(axis.pupil, language)}, {names[1]} {number(axis.group, language)}"
            for axis in axes]
    return ". ".join(told) + "."


def _at(place: int, places: int, part: float) -> Point:
    """The first axis points up; the others follow clockwise."""
    angle = 2 * math.pi * place / places
    return (_CENTRE[0] + _RADIUS * part * math.sin(angle), _CENTRE[1] - _RADIUS * part * math.cos(angle))


def _web(drawing: Drawing, axes: Sequence[Axis], maximum: Decimal, language: Language) -> None:
    count = len(axes)
    for step in steps(maximum)[1:]:
        part = share(step, maximum)
        drawing.path([_at(place, count, part) for place in range(count)], RULE if part == 1 else GRID, width=1, closed=True)
    for place, axis in enumerate(axes):
        drawing.line(_CENTRE, _at(place, count, 1), GRID)
        x, y = _at(place, count, 1.1)
        side = round(math.sin(2 * math.pi * place / count), 3)
        anchor: Anchor = "middle" if abs(side) < 0.15 else "start" if side > 0 else "end"
        drawing.text((x, y + 4), shortened(axis.label, 17), anchor=anchor, size=10.5)
    for step in steps(maximum)[1:]:
        x, y = _at(0, count, share(step, maximum))
        drawing.text((x + 3, y + 9), short_number(step, language), size=8.5, colour=QUIET)


def _shape(drawing: Drawing, values: Sequence[Decimal | None], maximum: Decimal, pen: Pen) -> None:
    count = len(values)
    points = [None if value is None else _at(place, count, share(value, maximum)) for place, value in enumerate(values)]
    known = [point for point in points if point is not None]
    if len(known) == count:
        drawing.path(known, pen.colour, dash=pen.dash, closed=True, fill=pen.colour, opacity=0.1)
    else:
        for place, point in enumerate(points):
            after = points[(place + 1) % count]
            if point is not None and after is not None:
                drawing.path([point, after], pen.colour, dash=pen.dash)
    for point in known:
        drawing.marker(point, pen.shape, pen.colour)
