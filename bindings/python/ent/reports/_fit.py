"""How closely a report card must be set to stand on one A4 page: an estimate in millimetres, the same everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ent.reports.data import Report
from ent.reports.layout import ColumnName

_POINT = 0.3528  # mm
_PAGE, _HEADER, _CHARTS, _REPLY = 277.0, 25.0, 62.0, 26.0
_WIDTH, _SUBJECT = 192.0, 40.0
_NUMBER = 1.35  # of the width of a column of numbers, for each point of the type


@dataclass(frozen=True, slots=True)
class Setting:
    """A size of type, as the style sheet has it, and whether there is room for charts."""

    kind: str
    size: float
    line: float
    charts: bool


_SETTINGS = (Setting("", 8.4, 1.22, True), Setting("close", 7.4, 1.15, True), Setting("", 8.4, 1.22, False),
             Setting("close", 7.4, 1.15, False), Setting("tight", 6.6, 1.1, False))


def setting_for(report: Report, columns: Sequence[ColumnName], *, charts: bool, reply: bool = False) -> Setting:
    """The most open one that fits; else the tightest, and the report goes on on a second page."""
    tried = [each for each in _SETTINGS if charts or not each.charts]
    room = _PAGE - (_REPLY if reply else 0)
    return next((each for each in tried if _height(report, columns, each) <= room), tried[-1])


def _lines(text: str | None, width: float, setting: Setting) -> int:
    if not text:
        return 0
    across = max(1, int(width / (setting.size * _POINT * 0.52)))  # of a wide type, as stands in where Arial is not
    return sum(max(1, -(-len(line) // across)) for line in text.split("\n"))


def _height(report: Report, columns: Sequence[ColumnName], setting: Setting) -> float:
    line = setting.size * setting.line * _POINT
    texts = [name for name in columns if name in ("comment", "programme")]
    numbers = len(columns) - len(texts)
    width = (_WIDTH - _SUBJECT - _NUMBER * setting.size * numbers) / max(1, len(texts)) - 3
    height = _HEADER + 3 * line + (_CHARTS if setting.charts else 0)
    for subject in report.subjects:
        first = _lines(subject.name, _SUBJECT - 3, setting) + _lines(", ".join(subject.teachers), _SUBJECT - 3, setting)
        rows = max(first, _lines(subject.comment, width, setting), _lines(", ".join(subject.programme), width, setting), 1)
        height += rows * line + 1.2
    council = report.council
    said = [council.comment, ", ".join(council.opinions), *council.wishes, council.decision]
    right = sum(_lines(text, 90, setting) for text in said)
    left = 2 + (_lines(report.life.comment, 90, setting) if report.life else 0)
    below = sum(1 + _lines(text, 180, setting) for each in report.projects for text in (each.description, each.group_comment, each.comment))
    below += sum(1 + _lines(each.text, 180, setting) for each in report.arrangements)
    keys = 1 if "position" in columns else 0
    return height + (max(left, right) + 6 + keys + below + (2 if report.projects or report.arrangements else 0)) * line + 10
