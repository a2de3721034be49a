"""When school is, worked out slowly and plainly, day by day: what the library's `calendar.days` is held against."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Half = Literal["morning", "afternoon"]
Kind = Literal["holidays", "public_holiday", "closure"]

DAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HALVES: tuple[Half, ...] = ("morning", "afternoon")
WIDTH: dict[Kind, int] = {"holidays": 0, "public_holiday": 1, "closure": 2}


@dataclass(frozen=True)
class Shut:
    """Days without school. `last` is the last of them."""

    name: str
    kind: Kind
    first: date
    last: date
    half: Half | None = None


@dataclass
class Unit:
    """What one unit has said. Each is asked after the one below it has said nothing."""

    calendars: list[str] = field(default_factory=list)
    years: dict[int, tuple[date, date]] = field(default_factory=dict)
    hours: dict[date, set[tuple[Weekday, Half]]] = field(default_factory=dict)  # from a day on: weekday and half
    shut: list[Shut] = field(default_factory=list)
    weeks: dict[int, dict[str, set[date]]] = field(default_factory=dict)  # school year, code: Mondays


@dataclass
class Expected:
    open_halves: list[Half]
    off: Kind | None
    names: set[str]  # any of these may name it
    codes: list[str]


def expected(day: date, line: list[Unit], published: dict[str, list[Shut]]) -> Expected:
    halves = _halves(day, line)
    over = [shut for shut in _shut(line, published) if shut.first <= day <= shut.last]
    closed = {half for half in halves for shut in over if shut.half in (None, half)}
    naming = [shut for shut in over if any(shut.half in (None, half) for half in halves)]
    names: set[str] = set()
    off: Kind | None = None
    if naming:
        best = min((shut.half is not None, WIDTH[shut.kind]) for shut in naming)
        alike = [shut for shut in naming if (shut.half is not None, WIDTH[shut.kind]) == best]
        earliest = min(shut.first for shut in alike)
        names = {shut.name for shut in alike if shut.first == earliest}
        off = alike[0].kind
    return Expected([half for half in HALVES if half in halves and half not in closed], off, names, _codes(day, line))


def _halves(day: date, line: list[Unit]) -> set[Half]:
    years: dict[int, tuple[date, date]] = {}
    for unit in reversed(line):
        years.update(unit.years)
    if not any(first <= day <= last for first, last in years.values()):
        return set()
    for unit in line:
        said = [since for since in unit.hours if since <= day]
        if said:
            return {half for weekday, half in unit.hours[max(said)] if weekday == DAYS[day.weekday()]}
    return set()


def _shut(line: list[Unit], published: dict[str, list[Shut]]) -> list[Shut]:
    found = [shut for unit in line for shut in unit.shut]
    followed: list[str] = next((unit.calendars for unit in line if unit.calendars), [])
    return found + [shut for calendar in followed for shut in published.get(calendar, [])]


def _codes(day: date, line: list[Unit]) -> list[str]:
    monday = day - timedelta(days=day.weekday())
    codes = []
    for year in sorted({year for unit in line for year in unit.weeks}):
        said = next(unit.weeks[year] for unit in line if year in unit.weeks)
        codes += [code for code in sorted(said) if monday in said[code]]
    return codes
