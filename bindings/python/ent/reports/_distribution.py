"""The distribution: how many pupils have an average in each band."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ent.reports._palette import BAND, PUPIL, QUIET, RULE
from ent.reports._svg import Drawing
from ent.reports._text import Language, number, short_number
from ent.reports._words import colon, word

BOUNDS = (Decimal(5), Decimal(8), Decimal(10), Decimal(12), Decimal(15))
"""Of the bands that the grade book counts, on 20."""

_WIDTH, _HEIGHT = 400.0, 220.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 16.0, 390.0, 30.0, 172.0


def distribution(counts: Sequence[int], *, bounds: Sequence[Decimal] = BOUNDS, pupil: Decimal | None = None,
                 title: str | None = None, name: str = "distribution", language: Language = "fr") -> str:
    """A bar for each band: under the first bound, from each bound to the next, from the last one on.

    pupil: an average whose band is marked.
    Raises ValueError unless there is one count more than bounds, none negative, and the bounds rise.
    """
    if len(counts) != len(bounds) + 1 or min(counts) < 0:
        raise ValueError("a distribution has a count for each band: one more than there are bounds")
    if any(low >= high for low, high in zip(bounds, bounds[1:])):
        raise ValueError("the bounds of a distribution rise")
    labels = _labels(bounds, language)
    drawing = Drawing(_WIDTH, _HEIGHT, name=name, title=title or word("distribution", language),
                      description=_description(labels, counts, pupil, language))
    most = max(*counts, 1)
    width = (_RIGHT - _LEFT) / len(counts)
    own = None if pupil is None else sum(bound <= pupil for bound in bounds)
    for place, (label, count) in enumerate(zip(labels, counts)):
        x = _LEFT + width * place
        height = (_BOTTOM - _TOP) * count / most
        if count:
            drawing.box((x + 5, _BOTTOM - height), width - 10, height, fill=PUPIL if place == own else BAND, stroke=RULE)
        drawing.text((x + width / 2, _BOTTOM - height - 5), str(count), anchor="middle", bold=True)
        drawing.text((x + width / 2, _BOTTOM + 16), label, anchor="middle")
        if place == own:
            drawing.marker((x + width / 2, _BOTTOM - height - 23), "triangle", PUPIL)
    drawing.line((_LEFT, _BOTTOM), (_RIGHT, _BOTTOM), RULE)
    drawing.text(((_LEFT + _RIGHT) / 2, _HEIGHT - 10), word("how_many", language), anchor="middle", colour=QUIET)
    return drawing.finish()


def _labels(bounds: Sequence[Decimal], language: Language) -> list[str]:
    shown = [short_number(bound, language) for bound in bounds]
    if not shown:
        return [word("pupils", language)]
    between = [f"{low} – {high}" for low, high in zip(shown, shown[1:])]
    return [f"< {shown[0]}", *between, f"≥ {shown[-1]}"]


def _description(labels: Sequence[str], counts: Sequence[int], pupil: Decimal | None, language: Language) -> str:
    told = ", ".join(f"{label}{colon(language)}{count}" for label, count in zip(labels, counts))
    own = f". {word('pupil', language)}{colon(language)}{number(pupil, language)}" if pupil is not None else ""
    return f"{word('how_many', language)}. {told}{own}."
