"""Random calendars against a plain model, civil times against Python's own zones, and the calendars of the académies."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import ent
from ent.calendar import HoursDict
from school_days import DAYS, HALVES, Half, Kind, Shut, Unit, expected

DATA = Path(__file__).resolve().parents[1] / "data" / "calendar"
CLOCK: dict[Half, tuple[time, time]] = {"morning": (time(8), time(12)), "afternoon": (time(13, 30), time(17))}
PUBLISHED: tuple[Kind, ...] = ("holidays", "public_holiday")
SOME_HALVES: tuple[Half | None, ...] = (None, *HALVES)
FIRST, LAST = date(2026, 8, 1), date(2027, 8, 31)


def span(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)


class World:
    """An académie, a circonscription in it and a school in that: each says some things, and nothing of others."""

    def __init__(self, session: ent.Session, seed: int) -> None:
        self.random = random.Random(seed)
        self.session = session
        self.named = 0
        self.published: dict[str, list[Shut]] = {}
        self.line = [Unit(), Unit(), Unit()]
        since = date(2026, 9, 1)
        academy = session.org.add(kind="academy", code=f"A{seed}", name="Académie", valid_from=since)
        district = session.org.add(kind="circonscription", code=f"{seed:07}C", name="Circonscription", valid_from=since,
                                   part_of=academy.id)
        school = session.org.add(kind="establishment", code=f"{seed:07}E", name="École", degree="first", valid_from=since,
                                 part_of=district.id)
        self.ids = [school.id, district.id, academy.id]

    def day(self) -> date:
        return FIRST + timedelta(days=self.random.randrange((LAST - FIRST).days))

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def name(self) -> str:
        self.named += 1
        return f"n° {self.named}"

    def publish(self, calendar: str) -> None:
        shut = []
        for _ in range(self.random.randrange(5)):
            first = self.day()
            shut.append(Shut(self.name(), self.random.choice(PUBLISHED), first,
                             first + timedelta(days=self.random.randrange(18))))
        self.published[calendar] = shut
        self.session.calendar.load_holidays(
            calendar=calendar, school_year=2026, source="at random",
            items=[{"name": s.name, "kind": s.kind, "valid_from": s.first, "valid_to": s.last + timedelta(days=1)}
                   for s in shut])

    def say(self, place: int) -> None:
        unit, org, calendar = self.line[place], self.ids[place], self.session.calendar
        top = place == 2
        if self.chance(80 if top else 15):
            unit.calendars = self.random.sample(sorted(self.published), self.random.randrange(1, len(self.published) + 1))
            calendar.configure(org_id=org, calendars=unit.calendars)
        for year in (2025, 2026):
            if self.chance(90 if top else 15):
                first = date(year, 9, 1) + timedelta(days=self.random.randrange(20))
                unit.years[year] = (first, first + timedelta(days=290 + self.random.randrange(30)))
                calendar.set_year(org_id=org, school_year=year, first_day=unit.years[year][0], last_day=unit.years[year][1])
        for _ in range(self.random.randrange(3)):
            self.say_hours(unit, org)
        for _ in range(self.random.randrange(4)):
            first, half = self.day(), self.random.choice(SOME_HALVES)
            shut = Shut(self.name(), "closure", first, first + timedelta(days=self.random.choice([0, 0, 1, 6])), half)
            unit.shut.append(shut)
            calendar.add_closure(org_id=org, name=shut.name, valid_from=first, valid_to=shut.last + timedelta(days=1),
                                 half_day=half)
        if self.chance(60 if top else 25):
            self.say_weeks(unit, org)

    def say_hours(self, unit: Unit, org: int) -> None:
        halves = {(day, half) for day in DAYS for half in HALVES if self.chance(70 if day != "wednesday" else 45)}
        since = self.random.choice([FIRST, self.day()])
        unit.hours[since] = halves
        items: list[HoursDict] = [
            {"weekday": day, "half_day": half, "opens": CLOCK[half][0], "closes": CLOCK[half][1]}
            for day, half in self.random.sample(sorted(halves), len(halves))]
        self.session.calendar.set_hours(org_id=org, valid_from=since, items=items)

    def say_weeks(self, unit: Unit, org: int) -> None:
        mondays = [day for day in span(FIRST, LAST) if day.weekday() == 0]
        for code in ("A", "B"):
            chosen = set(self.random.sample(mondays, self.random.randrange(1, 25)))
            unit.weeks.setdefault(2026, {})[code] = chosen
            self.session.calendar.set_alternance(org_id=org, school_year=2026, code=code, mondays=sorted(chosen))


@pytest.mark.parametrize("seed", range(100))
def test_each_day_is_as_the_model_says(host: ent.Session, seed: int) -> None:
    world = World(host, seed)
    for calendar in ("Z", "F"):
        world.publish(calendar)
    for place in (2, 1, 0):
        world.say(place)
    asked = host.calendar.days(org_id=world.ids[0], first_day=FIRST, last_day=LAST)
    assert [day.date for day in asked] == list(span(FIRST, LAST))
    for day in asked:
        wanted = expected(day.date, world.line, world.published)
        assert [hours.half_day for hours in day.hours] == wanted.open_halves, day
        assert day.off == wanted.off, day
        assert (day.off_name in wanted.names) if wanted.names else day.off_name is None, day
        assert list(day.alternances) == wanted.codes, day
    # What is told of a day does not depend on which days are asked about with it.
    for day in world.random.sample(list(asked), 5):
        assert list(host.calendar.days(org_id=world.ids[0], first_day=day.date, last_day=day.date)) == [day]


ZONES = ["Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "America/Martinique", "America/Cayenne", "Indian/Mayotte",
         "Pacific/Noumea", "Pacific/Tahiti", "Pacific/Wallis", "America/Miquelon"]


def instant(zone: ZoneInfo, day: date, clock: time) -> datetime:
    """The first of two; the instant of the change where the clock skips the time."""
    first = datetime.combine(day, clock, zone)
    at = first.astimezone(timezone.utc)
    if at.astimezone(zone).replace(tzinfo=None) == first.replace(tzinfo=None):
        return at
    while at.astimezone(zone).utcoffset() == (at - timedelta(minutes=1)).astimezone(zone).utcoffset():
        at -= timedelta(minutes=1)
    return at


@pytest.mark.parametrize("name", ZONES)
def test_bells_are_when_the_clock_on_the_wall_says(host: ent.Session, name: str) -> None:
    school = host.org.add(kind="establishment", code="0990001A", name="École", degree="first")
    host.calendar.configure(org_id=school.id, timezone=name)
    clocks = [time(hour, minute) for hour in range(24) for minute in (0, 30)]
    host.calendar.set_bells(
        org_id=school.id, code="jour", valid_from=FIRST,
        items=[{"name": f"{at:%H%M}", "begins": at, "ends": at.replace(minute=at.minute + 25)} for at in clocks[:40]])
    zone = ZoneInfo(name)
    changes = [day for day in span(FIRST, LAST)
               if datetime.combine(day, time(), zone).utcoffset() != datetime.combine(day, time(23), zone).utcoffset()]
    assert bool(changes) == (name in ("Europe/Paris", "America/Miquelon"))
    for day in [*changes, *(day + timedelta(days=1) for day in changes), date(2026, 11, 20), date(2027, 6, 16)]:
        (grid,) = host.calendar.bells(org_id=school.id, date=day)
        assert len(grid.bells) == 40
        for bell in grid.bells:
            assert bell.begins_at == instant(zone, day, bell.begins), (day, bell)
            assert bell.ends_at == instant(zone, day, bell.ends), (day, bell)
            assert bell.begins_at <= bell.ends_at


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((DATA / name).open(encoding="utf-8"), delimiter=";"))


@pytest.mark.parametrize("zone", ["A", "B", "C"])
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_school_days_of_a_zone(host: ent.Session, zone: str, year: int) -> None:
    """Holidays as they are published, loaded from their files: each weekday of the year is one of school or of none."""
    of_zone = [row for row in rows("vacances.csv") if row["zone"] == zone and row["annee_scolaire"] == f"{year}-{year + 1}"]
    begins = {row["description"]: date.fromisoformat(row["debut"]) for row in of_zone}
    first, last = begins["Rentrée élèves"], begins["Été (début)"] - timedelta(days=1)
    holidays = [(row["description"], date.fromisoformat(row["debut"]), date.fromisoformat(row["reprise"]))
                for row in of_zone if row["debut"] < row["reprise"]]
    feasts = [(row["nom"], date.fromisoformat(row["date"])) for row in rows("jours_feries.csv") if row["territoire"] == "FR"]
    feasts = [(name, day) for name, day in feasts if first <= day <= last]
    host.calendar.load_holidays(
        calendar=zone, school_year=year, source="vacances.csv",
        items=[{"name": name, "kind": "holidays", "valid_from": begin, "valid_to": end} for name, begin, end in holidays])
    host.calendar.load_holidays(
        calendar="FR", school_year=year, source="jours_feries.csv",
        items=[{"name": name, "kind": "public_holiday", "valid_from": day, "valid_to": day + timedelta(days=1)}
               for name, day in feasts])
    school = host.org.add(kind="establishment", code="0990001A", name="Collège", degree="second")
    host.calendar.configure(org_id=school.id, calendars=[zone, "FR"])
    host.calendar.set_year(org_id=school.id, school_year=year, first_day=first, last_day=last)
    host.calendar.set_hours(org_id=school.id, valid_from=first, items=[
        {"weekday": day, "half_day": "morning", "opens": time(8), "closes": time(12)} for day in DAYS[:5]])
    gone = {day for _, begin, end in holidays for day in span(begin, end - timedelta(days=1))} | {day for _, day in feasts}
    days = host.calendar.days(org_id=school.id, first_day=first, last_day=last)
    assert len(days) == (last - first).days + 1
    for day in days:
        assert bool(day.hours) == (day.date.weekday() < 5 and day.date not in gone), day
        assert (day.off is not None) == (day.date.weekday() < 5 and day.date in gone), day
    # Thirty-six weeks of school, of which feasts take a few days.
    assert 165 <= sum(bool(day.hours) for day in days) <= 180


def test_a_wednesday_afternoon_and_a_pont(host: ent.Session) -> None:
    """By hand: a school open on Wednesday mornings only, closed by its head for the Friday after Ascension Day 2026."""
    school = host.org.add(kind="establishment", code="0990001A", name="École", degree="first")
    host.calendar.set_year(org_id=school.id, school_year=2025, first_day=date(2025, 9, 1), last_day=date(2026, 7, 3))
    host.calendar.set_hours(org_id=school.id, valid_from=date(2025, 9, 1), items=[
        {"weekday": day, "half_day": half, "opens": CLOCK[half][0], "closes": CLOCK[half][1]}
        for day in DAYS[:5] for half in HALVES if (day, half) != ("wednesday", "afternoon")])
    host.calendar.load_holidays(calendar="FR", school_year=2025, source="Code du travail", items=[
        {"name": "Ascension", "kind": "public_holiday", "valid_from": date(2026, 5, 14), "valid_to": date(2026, 5, 15)}])
    host.calendar.configure(org_id=school.id, calendars=["FR"])
    host.calendar.add_closure(org_id=school.id, name="Pont", valid_from=date(2026, 5, 15))
    days = host.calendar.days(org_id=school.id, first_day=date(2026, 5, 11), last_day=date(2026, 5, 17))
    assert [len(day.hours) for day in days] == [2, 2, 1, 0, 0, 0, 0]
    assert [day.off_name for day in days] == [None, None, None, "Ascension", "Pont", None, None]
