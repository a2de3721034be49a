"""Bands: from the lowest to the highest average of the class in each subject, with its mean and the pupil."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ent.reports._palette import BAND, GRID, GROUP, PUPIL, QUIET, RULE
from ent.reports._scale import Pen, legend, share, steps
from ent.reports._svg import Drawing
from ent.reports._text import Language, number, short_number, shortened
from ent.reports._words import colon, word

_WIDTH = 400.0
_LEFT, _RIGHT = 132.0, 350.0
_ROW = 20.0
_TOP = 8.0


@dataclass(frozen=True, slots=True)
class Band:
    """A subject: the lowest, mean and highest average of the class, and the pupil's; none: not there, or not shown."""

    label: str
    minimum: Decimal | None = None
    mean: Decimal | None = None
    maximum: Decimal | None = None
    pupil: Decimal | None = None


def bands(rows: Sequence[Band], *, title: str | None = None, with_pupil: bool = True, maximum: Decimal = Decimal(20),
          name: str = "bands", language: Language = "fr") -> str:
    """A row for each subject, as many as there are."""
    bottom = _TOP + _ROW * len(rows)
    drawing = Drawing(_WIDTH, bottom + 48, name=name, title=title or word("spread", language),
                      description=_description(rows, with_pupil, language))
    for step in steps(maximum):
        x = _x(step, maximum)
        drawing.line((x, _TOP), (x, bottom), GRID)
        drawing.text((x, bottom + 13), short_number(step, language), anchor="middle", size=10, colour=QUIET)
    for place, row in enumerate(rows):
        _row(drawing, row, _TOP + _ROW * (place + 0.5), maximum, with_pupil, language)
    entries = [(word("pupil", language), Pen(PUPIL, "diamond"))] if with_pupil else []
    legend(drawing, (_LEFT, bottom + 34), [*entries, (word("class_mean", language), Pen(GROUP, "square", hollow=True))])
    return drawing.finish()


def _description(rows: Sequence[Band], with_pupil: bool, language: Language) -> str:
    told = []
    for row in rows:
        figures = [("pupil", row.pupil)] if with_pupil else []
        figures += [("minimum", row.minimum), ("mean", row.mean), ("maximum", row.maximum)]
        values = ", ".join(f"{word(what, language)} {number(value, language)}" for what, value in figures)
        told.append(f"{row.label}{colon(language)}{values}")
    return ". ".join(told) + "." if told else word("no_subject", language)


def _x(value: Decimal, maximum: Decimal) -> float:
    return _LEFT + (_RIGHT - _LEFT) * share(value, maximum)


def _row(drawing: Drawing, row: Band, y: float, maximum: Decimal, with_pupil: bool, language: Language) -> None:
    drawing.text((_LEFT - 8, y + 4), shortened(row.label, 19), anchor="end")
    if row.minimum is not None and row.maximum is not None:
        low, high = _x(row.minimum, maximum), _x(row.maximum, maximum)
        drawing.box((low, y - 5), max(high - low, 1), 10, fill=BAND, stroke=RULE)
    if row.mean is not None:
        drawing.marker((_x(row.mean, maximum), y), "square", GROUP, hollow=True)
    if with_pupil and row.pupil is not None:
        drawing.marker((_x(row.pupil, maximum), y), "diamond", PUPIL)
    shown = row.pupil if with_pupil else row.mean
    drawing.text((_WIDTH - 4, y + 4), number(shown, language), anchor="end", bold=with_pupil)
