"""The curve over the periods of a year: a pupil's average beside the mean of the class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ent.reports._palette import GRID, GROUP, PUPIL, QUIET, RULE
from ent.reports._scale import Pen, legend, pieces, share, steps
from ent.reports._svg import Drawing, Point
from ent.reports._text import Language, number, short_number, shortened
from ent.reports._words import colon, word

_WIDTH, _HEIGHT = 400.0, 230.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 34.0, 385.0, 14.0, 176.0
_PENS = (Pen(PUPIL, "circle"), Pen(GROUP, "square", "5 3"), Pen(QUIET, "triangle", "2 3"), Pen(RULE, "diamond", "9 3"))

MOST_SERIES = len(_PENS)


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one pupil or class, a place for each period; none: there was none."""

    name: str
    values: tuple[Decimal | None, ...]


def evolution(periods: Sequence[str], series: Sequence[Series], *, title: str | None = None, averages_of: str | None = None,
              maximum: Decimal = Decimal(20), name: str = "evolution", language: Language = "fr") -> str:
    """One to four series over the periods. Lines are broken where there is no value; with one period there is a point.

    averages_of: what is averaged, told in the description: a curve of different things together means little.
    Raises ValueError where a series has not a place for each period.
    """
    if not 1 <= len(series) <= MOST_SERIES:
        raise ValueError(f"1 to {MOST_SERIES} series can be told apart, not {len(series)}")
    if any(len(each.values) != len(periods) for each in series):
        raise ValueError("a series has a place for each period")
    drawing = Drawing(_WIDTH, _HEIGHT, name=name, title=title or word("evolution", language),
                      description=_description(periods, series, averages_of, language))
    _frame(drawing, periods, maximum, language)
    for each, pen in zip(series, _PENS):
        _line(drawing, each, pen, maximum)
    _figures(drawing, series, maximum, language)
    legend(drawing, (_LEFT, _HEIGHT - 12), [(shortened(each.name, 13), pen) for each, pen in zip(series, _PENS)],
           gap=92 if len(series) > 2 else 130)
    return drawing.finish()


def _description(periods: Sequence[str], series: Sequence[Series], averages_of: str | None, language: Language) -> str:
    told = [averages_of] if averages_of else []
    for each in series:
        values = ", ".join(f"{period} {number(value, language)}" for period, value in zip(periods, each.values))
        told.append(f"{each.name}{colon(language)}{values}")
    return ". ".join(told) + "."


def _column(place: int, places: int) -> float:
    return _LEFT + (_RIGHT - _LEFT) * (place + 0.5) / places


def _row(value: Decimal, maximum: Decimal) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * share(value, maximum)


def _frame(drawing: Drawing, periods: Sequence[str], maximum: Decimal, language: Language) -> None:
    for step in steps(maximum):
        y = _row(step, maximum)
        drawing.line((_LEFT, y), (_RIGHT, y), GRID if step else RULE)
        drawing.text((_LEFT - 6, y + 4), short_number(step, language), anchor="end", size=10, colour=QUIET)
    for place, period in enumerate(periods):
        drawing.text((_column(place, len(periods)), _BOTTOM + 17), shortened(period, max(6, 66 // len(periods))), anchor="middle")


def _line(drawing: Drawing, series: Series, pen: Pen, maximum: Decimal) -> None:
    count = len(series.values)
    points: list[Point | None] = [None if value is None else (_column(place, count), _row(value, maximum))
                                  for place, value in enumerate(series.values)]
    for piece in pieces(points):
        if len(piece) > 1:
            drawing.path(piece, pen.colour, dash=pen.dash)
        for point in piece:
            drawing.marker(point, pen.shape, pen.colour)


def _figures(drawing: Drawing, series: Sequence[Series], maximum: Decimal, language: Language) -> None:
    """The figures of the first two series beside their points, the higher one above."""
    first = series[0].values
    second: Sequence[Decimal | None] = series[1].values if len(series) > 1 else [None] * len(first)
    for place, (one, other) in enumerate(zip(first, second)):
        x = _column(place, len(first))
        for value, pen, above in ((one, _PENS[0], other is None or (one is not None and one >= other)),
                                  (other, _PENS[1], one is None or (other is not None and other > one))):
            if value is not None:
                drawing.text((x, _row(value, maximum) + (-8 if above else 16)), number(value, language), anchor="middle",
                             size=10, colour=pen.colour)
