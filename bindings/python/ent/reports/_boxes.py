"""Box plots: from the lowest to the highest, the middle half as a box, the median as a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ent.reports._palette import BAND, GRID, INK, PUPIL, QUIET, RULE
from ent.reports._scale import share, steps
from ent.reports._svg import Drawing
from ent.reports._text import Language, number, short_number, shortened
from ent.reports._words import colon, word

_WIDTH = 400.0
_LEFT, _RIGHT = 132.0, 385.0
_ROW = 24.0
_TOP = 8.0


@dataclass(frozen=True, slots=True)
class Box:
    """Five figures of a group, in a subject or a test, and one pupil over them."""

    label: str
    minimum: Decimal | None
    lower_quartile: Decimal | None
    median: Decimal | None
    upper_quartile: Decimal | None
    maximum: Decimal | None
    pupil: Decimal | None = None


def box_plot(boxes: Sequence[Box], *, title: str | None = None, maximum: Decimal = Decimal(20), name: str = "boxes",
             language: Language = "fr") -> str:
    """A row for each box. One of which a figure is not known is a label and a dash."""
    bottom = _TOP + _ROW * len(boxes)
    drawing = Drawing(_WIDTH, bottom + 24, name=name, title=title or word("spread", language),
                      description=_description(boxes, language))
    for step in steps(maximum):
        x = _x(step, maximum)
        drawing.line((x, _TOP), (x, bottom), GRID)
        drawing.text((x, bottom + 14), short_number(step, language), anchor="middle", size=10, colour=QUIET)
    for place, box in enumerate(boxes):
        _row(drawing, box, _TOP + _ROW * (place + 0.5), maximum)
    return drawing.finish()


def _description(boxes: Sequence[Box], language: Language) -> str:
    told = []
    for box in boxes:
        figures = [("minimum", box.minimum), ("lower_quartile", box.lower_quartile), ("median", box.median),
                   ("upper_quartile", box.upper_quartile), ("maximum", box.maximum)]
        if box.pupil is not None:
            figures.append(("pupil", box.pupil))
        values = ", ".join(f"{word(what, language)} {number(value, language)}" for what, value in figures)
        told.append(f"{box.label}{colon(language)}{values}")
    return ". ".join(told) + "." if told else word("no_subject", language)


def _x(value: Decimal, maximum: Decimal) -> float:
    return _LEFT + (_RIGHT - _LEFT) * share(value, maximum)


def _row(drawing: Drawing, box: Box, y: float, maximum: Decimal) -> None:
    drawing.text((_LEFT - 8, y + 4), shortened(box.label, 19), anchor="end")
    figures = (box.minimum, box.lower_quartile, box.median, box.upper_quartile, box.maximum)
    known = [_x(figure, maximum) for figure in figures if figure is not None]
    if len(known) == len(figures):
        low, lower, middle, upper, high = known
        drawing.line((low, y), (high, y), RULE)
        for end in (low, high):
            drawing.line((end, y - 4), (end, y + 4), RULE)
        drawing.box((lower, y - 7), max(upper - lower, 1), 14, fill=BAND, stroke=RULE)
        drawing.line((middle, y - 7), (middle, y + 7), INK, width=2)
    else:
        drawing.text((_LEFT + 4, y + 4), "—", colour=QUIET)
    if box.pupil is not None:
        drawing.marker((_x(box.pupil, maximum), y), "diamond", PUPIL)
