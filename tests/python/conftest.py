"""What the tests share: a clock that stands still until it is told otherwise, a portal, its host's session."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

import ent


class Clock:
    """Stands at 8:00 UTC on Monday 14 September 2026."""

    def __init__(self) -> None:
        self.now = datetime(2026, 9, 14, 8, 0, tzinfo=timezone.utc)
        self.asked = 0

    def __call__(self) -> datetime:
        self.asked += 1
        return self.now

    def forward(self, **by: int) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def portal(clock: Clock) -> Iterator[ent.Portal]:
    with ent.open(":memory:", clock=clock) as portal:
        yield portal


@pytest.fixture
def host(portal: ent.Portal) -> Iterator[ent.Session]:
    with portal.system() as session:
        yield session


@pytest.fixture
def academy(host: ent.Session) -> int:
    """An académie with 12 collèges, Collège 01 to Collège 12."""
    academy = host.org.add(kind="academy", code="24", name="Académie de Créteil").id
    for number in range(1, 13):
        host.org.add(kind="establishment", code=f"09900{number:02}A", name=f"Collège {number:02}", degree="second",
                     nature_code="340" if number % 2 else None, part_of=academy)
    return academy


@pytest.fixture(scope="session")
def postgres() -> str:
    """The address of the tests' PostgreSQL server."""
    place = os.environ.get("ENT_TEST_POSTGRES_FILE")
    uri = Path(place).read_text().strip() if place else os.environ.get("ENT_TEST_POSTGRES", "")
    if not uri:
        pytest.skip("there is no PostgreSQL server for the tests")
    return uri
