"""Which school, class, period and reader a command line means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from ent.reports._messages import Refusal
from ent.reports._text import sort_key

if TYPE_CHECKING:
    from ent import Portal, Session, group, org, period
    from ent._common import Profile

_KINDS_OF_PERIODS = {"t": "trim", "s": "sem", "p": "period"}


def division(host: Session, code: str, school: str | None) -> tuple[org.View, group.View]:
    """The class of that code, or else of that name, and its school: the one whose code is given, or the only one with such a class. Of
    several years the last."""
    found = [(unit, of_unit) for unit in host.org.list_all(kind="establishment") if school in (None, unit.code)
             if (of_unit := _called(code, host.group.list_all(org_id=unit.id, kind="division")))]
    if not found:
        raise Refusal("no_class", wanted=f"{code} ({school})" if school else code)
    if len(found) > 1:
        raise Refusal("several_schools", wanted=code, there=", ".join(sorted(unit.code for unit, _ in found)))
    unit, classes = found[0]
    if len(classes) > 1:
        raise Refusal("several_classes", wanted=code, there=", ".join(sorted(each.code for each in classes)))
    return unit, classes[0]


def _called(wanted: str, divisions: Iterable[group.View]) -> list[group.View]:
    """Of a year no two have one code; a name may be several classes'."""
    listed = list(divisions)
    named = ([each for each in listed if each.code.casefold() == wanted.casefold()]
             or [each for each in listed if each.name.casefold() == wanted.casefold()])
    last = max((each.school_year for each in named), default=0)
    return [each for each in named if each.school_year == last]


def school(host: Session, code: str | None) -> org.View:
    """The one whose code is given, or the only one."""
    found = [unit for unit in host.org.list_all(kind="establishment") if code in (None, unit.code)]
    if len(found) != 1:
        raise Refusal("no_school" if not found else "which_school", wanted=code, there=", ".join(sorted(unit.code for unit in found)))
    return found[0]


def chosen_period(periods: Iterable[period.View], wanted: str) -> period.View:
    """The one that is called so."""
    listed = list(periods)
    found = periods_called(listed, wanted)
    if len(found) > 1:
        raise Refusal("several_periods", wanted=wanted, there=", ".join(sorted(f"{_coded(each)} = {each.name}" for each in found)))
    if not found:
        raise Refusal("no_period", wanted=wanted, there=", ".join(f"{each.number} = {each.name}" for each in listed) or "—")
    return found[0]


def periods_called(periods: Sequence[period.View], wanted: str) -> list[period.View]:
    """By their code and number ("trimestres 2"), or else by their name or their number: "2" of any kind, "T2" of trimestres alone. One that is
    named by the number of another is not taken for it."""
    coded = [each for each in periods if wanted.casefold() == _coded(each).casefold()]
    number = re.fullmatch(f"([{''.join(_KINDS_OF_PERIODS)}]?)([0-9]{{1,2}})", wanted.casefold())
    return coded or [each for each in periods if wanted.casefold() == each.name.casefold() or (number and _has_number(each, number))]


def _has_number(each: period.View, number: re.Match[str]) -> bool:
    return each.number == int(number[2]) and (not number[1] or _is_of_kind(each, number[1]))


def _coded(each: period.View) -> str:
    return f"{each.code} {each.number}"


def _is_of_kind(each: period.View, letter: str) -> bool:
    """A word of what it is called begins as the kind does, or is the letter."""
    words = re.findall("[a-z]+", sort_key(f"{each.name} {each.code}"))
    return any(word == letter or word.startswith(_KINDS_OF_PERIODS[letter]) for word in words)


def session(portal: Portal, host: Session, unit: org.View, person_id: int | None, profiles: Sequence[Profile], *,
            step_up_at: datetime | None = None) -> Session:
    """That of a person who is named, as the first of these profiles that they have, or of the head of the school."""
    if person_id is None:
        heads = host.person.list(org_id=unit.id, profile="head")
        if not heads:
            raise Refusal("no_head", wanted=unit.code)
        return portal.act_as(person_id=heads[0].id, profile="head", step_up_at=step_up_at)
    held = {post.profile for post in host.person.get(org_id=unit.id, person_id=person_id).posts}
    profile = next((each for each in profiles if each in held), profiles[0])
    return portal.act_as(person_id=person_id, profile=profile, step_up_at=step_up_at)
