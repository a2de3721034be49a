"""Mastery by component: how many of the levels are reached, in steps that can be counted, and in words."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from ent.reports._palette import PAPER, PUPIL, QUIET, RULE
from ent.reports._svg import Drawing
from ent.reports._text import Language, shortened
from ent.reports._words import colon, degree, word
from ent.reports.data import Skill

_WIDTH = 600.0
_LEFT = 308.0
_STEP = 26.0
_ROW = 28.0
_TOP = 6.0


def socle(components: Sequence[Skill], *, levels: int = 4, title: str | None = None, name: str = "socle",
          language: Language = "fr") -> str:
    """A row for each component, eight in the common core, on 2 to 6 levels. Without a level there is no step, and a
    dash.

    Raises ValueError where a level is not on the scale.
    """
    if not 2 <= levels <= 6 or any(each.level is not None and not 1 <= each.level <= levels for each in components):
        raise ValueError("a level is between 1 and the last of 2 to 6 levels")
    drawing = Drawing(_WIDTH, _TOP * 2 + _ROW * max(1, len(components)), name=name, title=title or word("socle", language),
                      description=_description(components, levels, language))
    for place, component in enumerate(components):
        y = _TOP + _ROW * place
        lines = textwrap.wrap(component.name, 50, max_lines=2, placeholder="…")
        for line, text in enumerate(lines):  # two lines lie about the middle
            drawing.text((_LEFT - 8, y + 17 + 12 * (line - (len(lines) - 1) / 2)), text, anchor="end", size=10.5)
        for step in range(1, levels + 1):
            reached = component.level is not None and step <= component.level
            drawing.box((_LEFT + _STEP * (step - 1), y + 5), _STEP - 4, _ROW - 12, fill=PUPIL if reached else PAPER, stroke=RULE)
        told = label_of(component, levels, language)
        drawing.text((_LEFT + _STEP * levels + 6, y + 17), shortened(told or "—", 32), size=10.5, colour=QUIET)
    return drawing.finish()


def label_of(component: Skill, levels: int, language: Language) -> str | None:
    """Its level in words; what is said in the place of one."""
    if component.label is not None or component.level is None:
        return component.label
    return degree(component.level, levels, language)


def _description(components: Sequence[Skill], levels: int, language: Language) -> str:
    told = [f"{each.name}{colon(language)}{label_of(each, levels, language) or word('no_evidence', language)}"
            for each in components]
    return ". ".join(told) + "." if told else word("no_skill", language)
