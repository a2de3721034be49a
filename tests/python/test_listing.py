"""Pages of records as sequences, and all pages one after the other."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import timedelta

import pytest

import ent
from conftest import Clock
from ent import org


def test_a_page_is_a_sequence(host: ent.Session, academy: int) -> None:
    page = host.org.list(kind="establishment", limit=5)
    assert isinstance(page, Sequence) and isinstance(page, ent.Listing) and isinstance(page, org.Page)
    assert len(page) == 5
    assert [unit.name for unit in page] == [f"Collège {n:02}" for n in range(1, 6)]
    assert page[0] is page[0] is page.items[0]
    assert page[-1].name == "Collège 05"
    assert [unit.name for unit in page[1:3]] == ["Collège 02", "Collège 03"]
    assert isinstance(page[1:3], tuple)
    assert page[2] in page and dataclasses.replace(page[2], revision=9) not in page
    assert page.index(page[3]) == 3 and page.count(page[0]) == 1
    assert [unit.name for unit in reversed(page)][0] == "Collège 05"
    with pytest.raises(IndexError):
        page[5]
    with pytest.raises(TypeError):
        page["0"]  # type: ignore[call-overload]
    with pytest.raises(AttributeError):
        page.nowhere  # type: ignore[attr-defined]
    assert repr(page) == f"Page(<5 items>, next={page.next!r})"


def test_an_empty_page_is_false(host: ent.Session, academy: int) -> None:
    assert not host.org.list(kind="region")
    assert host.org.list(kind="academy")


def test_pages_follow_each_other(host: ent.Session, academy: int) -> None:
    first = host.org.list(kind="establishment", limit=10)
    assert first.next is not None
    second = host.org.list(kind="establishment", limit=10, after=first.next)
    assert second.next is None
    assert len({unit.id for unit in (*first, *second)}) == 12
    with pytest.raises(ent.InvalidArgument) as wrong:
        host.org.list(after="no cursor")
    assert wrong.value.fields == {"/after": "cursor.malformed"}


@pytest.mark.parametrize("size", [1, 5, 6, 11, 12, 13, 500])
def test_all_pages_are_walked_over(host: ent.Session, academy: int, size: int) -> None:
    everything = host.org.list_all(kind="establishment", page_size=size)
    names = [f"Collège {n:02}" for n in range(1, 13)]
    assert [unit.name for unit in everything] == names
    assert [unit.name for unit in everything] == names, "each iteration begins anew"
    assert [len(page) for page in everything.pages()] == [min(size, 12 - i) for i in range(0, 12, size)]


def test_a_page_is_asked_for_when_it_is_reached(host: ent.Session, academy: int, clock: Clock) -> None:
    before = clock.asked
    everything = host.org.list_all(page_size=5)
    assert clock.asked == before
    units = iter(everything)
    next(units)
    assert clock.asked == before + 1
    list(units)
    assert clock.asked == before + 3


def test_what_a_page_refuses_all_pages_refuse(host: ent.Session, academy: int, clock: Clock) -> None:
    for everything in (host.org.list_all(page_size=0), host.org.list_all(page_size=501)):
        with pytest.raises(ent.InvalidArgument) as wrong:
            list(everything)
        assert wrong.value.fields == {"/limit": "field.range"}
    units = iter(host.org.list_all(page_size=5, deadline=clock.now + timedelta(seconds=1)))
    next(units)
    clock.forward(seconds=1)
    with pytest.raises(ent.TimedOut):
        list(units)
