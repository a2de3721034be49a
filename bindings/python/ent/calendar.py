# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""When school is: school years, holidays and closed days, opening hours, alternating weeks and the bells of a day.

Most of it is decided above an establishment: what a unit has not said itself is what the nearest unit above it says
(the académie, as a rule).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from datetime import date as _date
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from ent import _core
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Alternance", "Alternances", "BellDict", "BellOfDay", "Closure", "Closures", "Day", "DayOff", "Days", "Grid", "Grids", "HalfDay", "HolidayDict", "Hours", "HoursDict", "Operations", "Settings", "Week", "Weekday", "Year", "YearTurn", "Years"]

DayOff = Literal["holidays", "public_holiday", "closure"]
"""Why there is no school.

holidays: Vacances scolaires.
public_holiday: Jour férié.
closure: Closed by decision of the académie or the establishment.
"""

YearTurn = Literal["january", "august"]
"""When school years turn: from then on, what is prepared is for the year to come.

january: On 1 January: the southern year, named by the civil year that it is (Nouvelle-Calédonie, Wallis-et-Futuna).
august: On 1 August: 2026 is the year 2026-2027.
"""

HalfDay = Literal["morning", "afternoon"]
"""Half of a day at school: absences are counted in them.

morning: Matin.
afternoon: Après-midi.
"""

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
"""A day of the week, numbered as in ISO 8601.

monday: Lundi.
tuesday: Mardi.
wednesday: Mercredi.
thursday: Jeudi.
friday: Vendredi.
saturday: Samedi.
sunday: Dimanche.
"""


class HolidayDict(TypedDict):
    """Days without school in a published calendar."""

    name: str
    """As it is shown: "Toussaint". 1 to 200 characters."""
    kind: DayOff
    """Holidays or a public holiday."""
    valid_from: date
    """First day without school."""
    valid_to: date
    """The day on which school begins again."""


class HoursDict(TypedDict):
    """Opening hours of a half-day."""

    weekday: Weekday
    """On which day of each week."""
    half_day: HalfDay
    """Which half of it."""
    opens: time
    """When it begins."""
    closes: time
    """When it ends."""


class BellDict(TypedDict):
    """A named time of a day in which lessons are placed, between two rings."""

    name: str
    """As timetables show it: "M1", "S4". 1 to 20 characters."""
    begins: time
    """By the clock on the wall."""
    ends: time
    """Likewise; after it begins."""


@record(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a unit goes by."""

    calendars: tuple[str, ...]
    """Codes of the calendars, its own or those of the nearest unit above it."""
    timezone: str | None
    """Likewise; none: the portal's."""
    year_turn: YearTurn
    """Likewise; August where nobody says it."""


@record(frozen=True, slots=True, kw_only=True)
class Year:
    """A school year."""

    org_id: int
    """The unit that set it."""
    school_year: int
    """2026 for 2026-2027."""
    first_day: date
    """The pupils' first day."""
    last_day: date
    """Their last day."""


@record(frozen=True, slots=True, kw_only=True)
class Years(Listing[Year]):
    """The school years of a unit."""

    items: tuple[Year, ...]
    """The earliest first."""


@record(frozen=True, slots=True, kw_only=True)
class Closure:
    """Days without school, by a calendar or by decision."""

    id: int | None
    """Of those that were decided; for cancel_closure()."""
    org_id: int | None
    """Likewise: the unit that decided it."""
    calendar: str | None
    """Of the others: the code of the calendar."""
    name: str
    """As it is shown."""
    kind: DayOff
    """Why there is no school."""
    valid_from: date
    """First day."""
    valid_to: date
    """First day on which it is open again."""
    half_day: HalfDay | None
    """Only this half of each day."""


@record(frozen=True, slots=True, kw_only=True)
class Closures(Listing[Closure]):
    """Days without school."""

    items: tuple[Closure, ...]
    """In the order of their first days."""


@record(frozen=True, slots=True, kw_only=True)
class Hours:
    """Opening hours of a half-day."""

    weekday: Weekday
    """On which day of each week."""
    half_day: HalfDay
    """Which half of it."""
    opens: time
    """When it begins."""
    closes: time
    """When it ends."""


@record(frozen=True, slots=True, kw_only=True)
class Week(Listing[Hours]):
    """The opening hours of a unit."""

    items: tuple[Hours, ...]
    """From Monday morning on."""
    valid_from: date | None
    """Since when; none: nobody has set hours."""


@record(frozen=True, slots=True, kw_only=True)
class Alternance:
    """Weeks that alternate: which they are is said, never computed from the number of a week."""

    org_id: int
    """The unit that set it."""
    code: str
    """"A", "Q1"."""
    mondays: tuple[date, ...]
    """The weeks that it covers, by their Mondays."""


@record(frozen=True, slots=True, kw_only=True)
class Alternances(Listing[Alternance]):
    """The alternances of a school year."""

    items: tuple[Alternance, ...]
    """By code."""


@record(frozen=True, slots=True, kw_only=True)
class Day:
    """One day of a unit."""

    date: _date
    """Which."""
    weekday: Weekday
    """The day of the week."""
    hours: tuple[Hours, ...]
    """The half-days on which it is open; none: it is closed."""
    off: DayOff | None
    """Why it is closed, wholly or for a half-day, although the week has hours."""
    off_name: str | None
    """The name of that: "Toussaint"."""
    alternances: tuple[str, ...]
    """The codes of the alternances that cover its week."""


@record(frozen=True, slots=True, kw_only=True)
class Days(Listing[Day]):
    """The days of a span."""

    items: tuple[Day, ...]
    """One for each day."""


@record(frozen=True, slots=True, kw_only=True)
class BellOfDay:
    """A bell on a day: by the clock on the wall, and when that is."""

    name: str
    """"M1"."""
    begins: time
    """By the clock on the wall."""
    ends: time
    """Likewise."""
    begins_at: datetime
    """When that is on this day, in the unit's time zone."""
    ends_at: datetime
    """Likewise."""


@record(frozen=True, slots=True, kw_only=True)
class Grid:
    """The bells of a day, under a name."""

    org_id: int
    """The unit that set it."""
    code: str
    """"college"."""
    valid_from: date
    """Since when it is so."""
    bells: tuple[BellOfDay, ...]
    """The earliest first."""


@record(frozen=True, slots=True, kw_only=True)
class Grids(Listing[Grid]):
    """Grids of bells."""

    items: tuple[Grid, ...]
    """By code."""


_core.register_record("calendar::Settings", Settings)
_core.register_record("calendar::Year", Year)
_core.register_record("calendar::Years", Years)
_core.register_record("calendar::Closure", Closure)
_core.register_record("calendar::Closures", Closures)
_core.register_record("calendar::Hours", Hours)
_core.register_record("calendar::Week", Week)
_core.register_record("calendar::Alternance", Alternance)
_core.register_record("calendar::Alternances", Alternances)
_core.register_record("calendar::Day", Day)
_core.register_record("calendar::Days", Days)
_core.register_record("calendar::BellOfDay", BellOfDay)
_core.register_record("calendar::Grid", Grid)
_core.register_record("calendar::Grids", Grids)
_LOAD_HOLIDAYS = _core.register_operation("calendar.load_holidays", ("calendar", "school_year", "source", "items"))
_CONFIGURE = _core.register_operation("calendar.configure", ("org_id", "calendars", "timezone", "year_turn"))
_SETTINGS = _core.register_operation("calendar.settings", ("org_id",))
_SET_YEAR = _core.register_operation("calendar.set_year", ("org_id", "school_year", "first_day", "last_day"))
_YEARS = _core.register_operation("calendar.years", ("org_id",))
_ADD_CLOSURE = _core.register_operation(
    "calendar.add_closure",
    ("org_id", "name", "valid_from", "valid_to", "half_day"),
)
_CANCEL_CLOSURE = _core.register_operation("calendar.cancel_closure", ("id",))
_CLOSURES = _core.register_operation("calendar.closures", ("org_id", "first_day", "last_day"))
_SET_HOURS = _core.register_operation("calendar.set_hours", ("org_id", "items", "valid_from"))
_HOURS = _core.register_operation("calendar.hours", ("org_id",))
_SET_ALTERNANCE = _core.register_operation("calendar.set_alternance", ("org_id", "school_year", "code", "mondays"))
_ALTERNANCES = _core.register_operation("calendar.alternances", ("org_id", "school_year"))
_DAYS = _core.register_operation("calendar.days", ("org_id", "first_day", "last_day"))
_SET_BELLS = _core.register_operation("calendar.set_bells", ("org_id", "code", "items", "valid_from"))
_BELLS = _core.register_operation("calendar.bells", ("org_id", "date"))


class Operations:
    """When school is: school years, holidays and closed days, opening hours, alternating weeks and the bells of a day.

    Most of it is decided above an establishment: what a unit has not said itself is what the nearest unit above it
    says (the académie, as a rule). A session has them as `session.calendar`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def load_holidays(
        self,
        *,
        calendar: str,
        school_year: int,
        source: str,
        items: Iterable[HolidayDict] = (),
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Loads the days of a calendar of a school year in the place of those that were loaded before. Calendars are the
        portal's; a unit says which ones it follows by configure(). They are published by arrêtés (zones A, B and C
        since 2016) and in the Code du travail, L3133-1 (public holidays).

        calendar: Code of the calendar: "A", "B", "C", "FR" for public holidays... 1 to 20 characters.
        school_year: The year in which the school year begins: 2026 for 2026-2027. 1950 to 2200.
        source: Where it is published: an arrêté, a data set. 1 to 200 characters.
        items: At most 200, of this school year.

        Permission: calendar.manage on the portal as a whole.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, period.empty,
            calendar.closure_unexpected, calendar.outside_year).
        Since 0.1.
        """
        self._call(
            _LOAD_HOLIDAYS,
            (calendar, school_year, source, items),
            deadline,
            idempotency_key,
            if_revision,
        )

    def configure(
        self,
        *,
        org_id: int,
        calendars: Iterable[str] | None = None,
        timezone: str | None = None,
        year_turn: YearTurn | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Settings:
        """Says which calendars and which time zone a unit, and those below it, go by, and when their school years turn.
        That is said before there are groups, lessons, grading periods or alternating weeks: these are of a year
        already, and no other is made of it.

        org_id: The unit.
        calendars: Codes of the calendars that it follows, at most 10: {"C", "FR"}.
        timezone: IANA name of its time zone: "Indian/Reunion".
        year_turn: When its school years turn.

        Permission: calendar.manage on the unit.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, calendar.timezone_unknown), NotFound
            (org.not_found), FailedPrecondition (calendar.turn_in_use).
        Since 0.1.
        """
        _answer: Settings = self._call(
            _CONFIGURE,
            (org_id, calendars, timezone, year_turn),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def settings(self, *, org_id: int, deadline: datetime | None = None) -> Settings:
        """What a unit goes by.

        org_id: The unit.

        Permission: calendar.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Settings = self._call(_SETTINGS, (org_id,), deadline, None, None)
        return _answer

    def set_year(
        self,
        *,
        org_id: int,
        school_year: int,
        first_day: date,
        last_day: date,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Year:
        """Sets the first and the last day of a school year, for a unit and those below it.

        org_id: The unit.
        school_year: The year in which it begins: 2026 for 2026-2027. 1950 to 2200.
        first_day: The pupils' first day.
        last_day: Their last day.

        Permission: calendar.manage on the unit.
        Raises: InvalidArgument (field.range, period.empty, calendar.outside_year: it does not begin in the year that
            names it, or lasts longer than a year), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Year = self._call(
            _SET_YEAR,
            (org_id, school_year, first_day, last_day),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def years(self, *, org_id: int, deadline: datetime | None = None) -> Years:
        """The school years of a unit: its own, and those of the units above it.

        org_id: The unit.

        Permission: calendar.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Years = self._call(_YEARS, (org_id,), deadline, None, None)
        return _answer

    def add_closure(
        self,
        *,
        org_id: int,
        name: str,
        valid_from: date,
        valid_to: date | None = None,
        half_day: HalfDay | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Closure:
        """Closes a unit, and those below it, for some days beside the holidays.

        org_id: The unit.
        name: Why, as it is shown: "Journée pédagogique". 1 to 200 characters.
        valid_from: First day.
        valid_to: First day on which it is open again; default: the day after the first.
        half_day: Only this half of each day.

        Permission: calendar.manage on the unit.
        Raises: InvalidArgument (text.too_short, text.too_long, period.empty, field.range: longer than 400 days),
            NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Closure = self._call(
            _ADD_CLOSURE,
            (org_id, name, valid_from, valid_to, half_day),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def cancel_closure(
        self,
        *,
        id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Takes a closure back: the unit is open on these days. That it was decided stays in the audit.

        id: A closure that was decided.

        Permission: calendar.manage on the unit that decided it.
        Raises: NotFound (calendar.no_closure).
        Since 0.1.
        """
        self._call(_CANCEL_CLOSURE, (id,), deadline, idempotency_key, if_revision)

    def closures(self, *, org_id: int, first_day: date, last_day: date, deadline: datetime | None = None) -> Closures:
        """The holidays, public holidays and closed days of a unit that touch a span of days.

        org_id: The unit.
        first_day: First day.
        last_day: Last day; at most 400 days.

        Permission: calendar.read on the unit.
        Raises: InvalidArgument (period.empty, field.range), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Closures = self._call(_CLOSURES, (org_id, first_day, last_day), deadline, None, None)
        return _answer

    def set_hours(
        self,
        *,
        org_id: int,
        items: Iterable[Hours | HoursDict],
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Week:
        """Sets the opening hours of a week, for a unit and those below it, from a day on.

        org_id: The unit.
        items: At most one for each half-day of the week; the unit is closed on the others.
        valid_from: From when on; default: today.

        Permission: calendar.manage on the unit.
        Raises: InvalidArgument (field.range, calendar.hours_repeated, calendar.hours_empty: it closes before it
            opens, calendar.hours_overlap: the morning ends after the afternoon begins), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Week = self._call(
            _SET_HOURS,
            (org_id, items, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def hours(self, *, org_id: int, deadline: datetime | None = None) -> Week:
        """The opening hours of a unit on the session's date: its own, or those of the nearest unit above it.

        org_id: The unit.

        Permission: calendar.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Week = self._call(_HOURS, (org_id,), deadline, None, None)
        return _answer

    def set_alternance(
        self,
        *,
        org_id: int,
        school_year: int,
        code: str,
        mondays: Iterable[date] = (),
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Says which weeks of a school year an alternance covers, in the place of what was said before.

        org_id: The unit.
        school_year: 2026 for 2026-2027.
        code: 1 to 20 characters: "A", "Q1".
        mondays: The weeks that it covers, by their Mondays; at most 60. None: it is dropped.

        Permission: calendar.manage on the unit.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, calendar.no_monday,
            calendar.outside_year), NotFound (org.not_found).
        Since 0.1.
        """
        self._call(
            _SET_ALTERNANCE,
            (org_id, school_year, code, mondays),
            deadline,
            idempotency_key,
            if_revision,
        )

    def alternances(
        self,
        *,
        org_id: int,
        school_year: int | None = None,
        deadline: datetime | None = None,
    ) -> Alternances:
        """The alternances of a unit: its own, or those of the nearest unit above it that has any.

        org_id: The unit.
        school_year: Default: that of the session's date, by the unit's turn.

        Permission: calendar.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Alternances = self._call(_ALTERNANCES, (org_id, school_year), deadline, None, None)
        return _answer

    def days(self, *, org_id: int, first_day: date, last_day: date, deadline: datetime | None = None) -> Days:
        """What each day of a span is at a unit: hours, holidays, closed days, alternances. Outside of the school years,
        a day has no hours.

        org_id: The unit.
        first_day: First day.
        last_day: Last day; at most 400 days.

        Permission: calendar.read on the unit.
        Raises: InvalidArgument (period.empty, field.range), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Days = self._call(_DAYS, (org_id, first_day, last_day), deadline, None, None)
        return _answer

    def set_bells(
        self,
        *,
        org_id: int,
        code: str,
        items: Iterable[BellDict] = (),
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Sets the bells of a grid, for a unit and those below it that have no grid of their own, from a day on.

        org_id: The unit.
        code: Of the grid, since a unit may have several: "college". 1 to 20 characters.
        items: At most 40, which do not overlap. None: the grid ends.
        valid_from: From when on; default: today.

        Permission: calendar.manage on the unit.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, calendar.hours_empty: a bell ends before
            it begins, calendar.bells_overlap, calendar.bell_repeated: two of a name), NotFound (org.not_found).
        Since 0.1.
        """
        self._call(
            _SET_BELLS,
            (org_id, code, items, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )

    def bells(self, *, org_id: int, date: date | None = None, deadline: datetime | None = None) -> Grids:
        """The grids of a unit on a day: its own, or those of the nearest unit above it that has any. Each bell comes
        with its instants in the unit's time zone. In the night in which clocks are set back, a time that they show
        twice is the first of the two; in that in which they are set forward, a time that they skip is the instant of
        the change.

        org_id: The unit.
        date: Which day; default: the session's date.

        Permission: calendar.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Grids = self._call(_BELLS, (org_id, date), deadline, None, None)
        return _answer
