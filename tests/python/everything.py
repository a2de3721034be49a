"""The record of tests/unit/reflect/everything.hpp in Python, and random values of it."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Any, Callable, Literal

import codec

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

Colour = Literal["red", "green", "blue"]
COLOURS = ("red", "green", "blue")


@record(frozen=True, slots=True, kw_only=True)
class Address:
    street: str
    floor: int | None


@record(frozen=True, slots=True, kw_only=True)
class Entry:
    person_id: int
    colour: Colour
    note: str | None


@record(frozen=True, slots=True, kw_only=True)
class Everything:
    org_id: int
    title: str
    day: date
    colour: Colour
    address: Address
    late: bool
    small: int
    large: int
    since: datetime
    shade: Colour
    group_id: int
    maybe_bool: bool | None
    maybe_number: int | None
    maybe_person: int | None
    maybe_text: str | None
    maybe_day: date | None
    maybe_instant: datetime | None
    maybe_colour: Colour | None
    maybe_address: Address | None
    maybe_numbers: tuple[int, ...] | None
    numbers: tuple[int, ...]
    people: tuple[int, ...]
    words: tuple[str, ...]
    days: tuple[date, ...]
    colours: tuple[Colour, ...]
    entries: tuple[Entry, ...]
    at: time
    mark: Decimal
    maybe_time: time | None
    maybe_mark: Decimal | None
    marks: tuple[Decimal, ...]


codec.register_record("sample::Address", Address)
codec.register_record("sample::Entry", Entry)
codec.register_record("sample::Everything", Everything)

ALPHABET = "aZ9 é漢😀\"\\/\n\t\x01\x7f\u2028&<"
EDGES = [0, 1, -1, 2**31 - 1, -(2**31)]


class Made:
    """Random Python values, all of them well."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def text(self) -> str:
        return "".join(self.random.choices(ALPHABET, k=self.random.choice((0, 1, 5, 40))))

    def id(self) -> int:
        return self.random.choice((1, 2**53 - 1, self.random.randint(1, 2**53 - 1)))

    def small(self) -> int:
        return self.random.choice((*EDGES, self.random.randint(-1000, 1000)))

    def large(self) -> int:
        return self.random.choice((2**63 - 1, -(2**63), self.small()))

    def day(self) -> date:
        return self.random.choice((date.min, date.max, date(1970, 1, 1), date(2024, 2, 29),
                                   date.fromordinal(self.random.randint(1, date.max.toordinal()))))

    def moment(self) -> datetime:
        utc = datetime(1970, 1, 1, tzinfo=timezone.utc)
        return self.random.choice((datetime.min.replace(tzinfo=timezone.utc), datetime.max.replace(tzinfo=timezone.utc), utc,
                                   utc + timedelta(microseconds=self.random.randint(-(10**15), 10**16))))

    def time(self) -> time:
        return time(self.random.randrange(24), self.random.randrange(60))

    def mark(self) -> Decimal:
        largest = 10**18 - 1
        millionths = self.random.choice((0, largest, -largest, 14_500_000, self.random.randint(-(10**9), 10**9)))
        return Decimal(millionths).scaleb(-6)

    def word(self) -> Any:
        return self.random.choice(COLOURS)

    def flag(self) -> bool:
        return self.random.random() < 0.5

    def address(self) -> Address:
        return Address(street=self.text(), floor=self.maybe(self.small))

    def entry(self) -> Entry:
        return Entry(person_id=self.id(), colour=self.word(), note=self.maybe(self.text))

    def maybe(self, make: Callable[[], Any]) -> Any:
        return make() if self.flag() else None

    def many(self, make: Callable[[], Any]) -> tuple[Any, ...]:
        return tuple(make() for _ in range(self.random.choice((0, 1, 2, 9))))

    def everything(self) -> Everything:
        return Everything(
            org_id=self.id(), title=self.text(), day=self.day(), colour=self.word(), address=self.address(),
            late=self.flag(), small=self.small(), large=self.large(), since=self.moment(), shade=self.word(),
            group_id=self.id(), maybe_bool=self.maybe(self.flag), maybe_number=self.maybe(self.large),
            maybe_person=self.maybe(self.id), maybe_text=self.maybe(self.text), maybe_day=self.maybe(self.day),
            maybe_instant=self.maybe(self.moment), maybe_colour=self.maybe(self.word),
            maybe_address=self.maybe(self.address), maybe_numbers=self.maybe(lambda: self.many(self.small)),
            numbers=self.many(self.large), people=self.many(self.id), words=self.many(self.text),
            days=self.many(self.day), colours=self.many(self.word), entries=self.many(self.entry),
            at=self.time(), mark=self.mark(), maybe_time=self.maybe(self.time), maybe_mark=self.maybe(self.mark),
            marks=self.many(self.mark))


def plain(value: Any) -> Any:
    """A record as dicts and lists, by Python's own means."""
    return listed(dataclasses.asdict(value))


def listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: listed(item) for name, item in value.items()}
    return [listed(item) for item in value] if isinstance(value, (tuple, list)) else value


def to_json(value: Any) -> str:
    """As the JSON face spells it, written by Python."""
    def spell(moment: object) -> str:
        if isinstance(moment, Decimal):
            whole, _, fraction = format(moment, ".6f").partition(".")
            return f"{whole}.{fraction.rstrip('0')}".rstrip(".")
        if isinstance(moment, time):
            return moment.isoformat("minutes")
        assert isinstance(moment, date)
        return moment.isoformat().replace("+00:00", "Z")

    def given(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: given(item) for name, item in value.items() if item is not None}
        return [given(item) for item in value] if isinstance(value, list) else value

    return json.dumps(given(plain(value)), default=spell)
