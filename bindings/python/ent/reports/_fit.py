"""How closely a report card must be set to stand on one A4 page: an estimate in millimetres, the same everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ent.reports._style import PROGRAMME_SHARES, SUBJECT_WIDTH, TEXTS_WIDTH
from ent.reports.data import Report
from ent.reports.layout import ColumnName

_POINT = 0.3528  # mm
_PAGE, _HEADER, _CHARTS, _REPLY = 277.0, 25.0, 62.0, 26.0
_WIDTH = 192.0
_LETTER = 0.52  # of the size of the type: of a wide one, as stands in where Arial is not
_WORD = 12  # letters of the longest word that a heading or the name of a subject has, as a rule
_EMS: dict[ColumnName, float] = {"position": 8.4, "average": 5.4, "previous": 6.5, "letter": 4.0}
_NUMBER = 3.6  # ems of any other column of numbers


@dataclass(frozen=True, slots=True)
class Setting:
    """A size of type, as the style sheet has it, and whether there is room for charts."""

    kind: str
    size: float
    line: float
    charts: bool
    programme: int = 0
    """Of hundred parts of what texts are given, how many are of what was worked on; 0 where that is not told."""


_SETTINGS = (Setting("", 8.4, 1.22, True), Setting("close", 7.4, 1.15, True), Setting("", 8.4, 1.22, False),
             Setting("close", 7.4, 1.15, False), Setting("tight", 6.6, 1.1, False))


def setting_for(report: Report, columns: Sequence[ColumnName], *, charts: bool, reply: bool = False) -> Setting:
    """The most open one that fits; else the tightest, and the report goes on on a second page."""
    tried = [_parted(report, columns, each) for each in _SETTINGS if charts or not each.charts]
    room = _PAGE - (_REPLY if reply else 0)
    return next((each for each in tried if _height(report, columns, each) <= room), tried[-1])


def _parted(report: Report, columns: Sequence[ColumnName], setting: Setting) -> Setting:
    """With the share of what was worked on that makes the table lowest."""
    if "programme" not in columns or "comment" not in columns:
        return setting
    return min((replace(setting, programme=share) for share in PROGRAMME_SHARES), key=lambda each: _height(report, columns, each))


def _lines(text: str | None, width: float, setting: Setting) -> int:
    if not text:
        return 0
    across = max(1, int(width / (setting.size * _POINT * _LETTER)))
    return sum(_wrapped(line, across) for line in text.split("\n"))


def _wrapped(text: str, across: int) -> int:
    """How many lines of so many letters the words fill."""
    lines, used = 1, 0
    for word in text.split():
        if used and used + len(word) > across:
            lines, used = lines + 1, 0
        broken, last = divmod(len(word) - 1, across)
        lines, used = lines + broken, used + last + 2
    return lines


def _widths(columns: Sequence[ColumnName], setting: Setting) -> tuple[float, float, float]:
    """Of the names of subjects, of what was worked on and of the appraisals, as a browser has them: numbers take what they need, and
    what is left is shared between the least that a column can have and the part of the page that the style sheet gives it."""
    em = setting.size * _POINT
    left = _WIDTH - em * sum(_EMS.get(name, _NUMBER) for name in columns if name not in ("comment", "programme"))
    programme = setting.programme if "comment" in columns else 100
    shares = (programme if "programme" in columns else 0, 100 - programme if "comment" in columns else 0)
    wanted = [_WIDTH * SUBJECT_WIDTH / 100, *(_WIDTH * TEXTS_WIDTH / 100 * share / 100 for share in shares)]
    least = [_WORD * _LETTER * em if each else 0 for each in wanted]
    part = (left - sum(least)) / (sum(wanted) - sum(least))
    subject, worked, said = (low + (high - low) * part - 3 for low, high in zip(least, wanted))
    return subject, worked, said


def _height(report: Report, columns: Sequence[ColumnName], setting: Setting) -> float:
    line = setting.size * setting.line * _POINT
    name, worked, said = _widths(columns, setting)
    height = _HEADER + 3 * line + (_CHARTS if setting.charts else 0)
    for subject in report.subjects:
        first = _lines(subject.name, name, setting) + _lines(", ".join(subject.teachers), name, setting)
        rows = max(first, _lines(subject.comment, said, setting), _lines(", ".join(subject.programme), worked, setting), 1)
        height += rows * line + 1.2
    headings = len(report.categories) + (1 if report.categories and report.subjects_of_no_category() else 0)
    height += headings * (line + 1.2)
    council = report.council
    spoken = [council.comment, ", ".join(council.opinions), *council.wishes, council.decision]
    right = sum(_lines(text, 90, setting) for text in spoken)
    left = 2 + (_lines(report.life.comment, 90, setting) if report.life else 0)
    below = sum(1 + _lines(text, 180, setting) for each in report.projects for text in (each.description, each.group_comment, each.comment))
    below += sum(1 + _lines(each.text, 180, setting) for each in report.arrangements)
    keys = 1 if "position" in columns else 0
    return height + (max(left, right) + 6 + keys + below + (2 if report.projects or report.arrangements else 0)) * line + 10
