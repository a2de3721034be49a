"""Random trees of boxes through the operations: what a teacher says and enters, and the averages that are answered, against the oracles.

ENT_CALLED_BOOKS is how many books there are of each policy. A book is a subject of one class; two pupils have marks in it.
"""
from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import averages_canvas as canvas
import averages_french as french
import averages_moodle as moodle
import pytest
from averages_text import MISSING, Assessed, Book, Box, Mark, Provisional, decimal, lines, mark_text, nearest
from test_averages import (MOODLE, a_mark, canvas_book, entcore_book, fr_exact_book, gepi_book, moodle_book, pronote_book)

import ent

BOOKS = int(os.environ.get("ENT_CALLED_BOOKS", "60"))
FIRST, LAST = date(2026, 9, 1), date(2027, 2, 28)
HUNDREDTH = Fraction(1, 100)

Maker = Callable[[random.Random], Book]
Allowed = Callable[[Book, list[Mark]], set[Fraction | None]]


class School:
    """A class of two pupils, and a teacher of all subjects."""

    def __init__(self, portal: ent.Portal, policy: str) -> None:
        with portal.system() as host:
            self.org = host.org.add(kind="establishment", code="9990002B", name="Collège", degree="second", valid_from=FIRST).id
            self.staff = host.person.add(org_id=self.org, family_name="Moreau", given_name="Paul").id
            host.person.affiliate(org_id=self.org, person_id=self.staff, profile="teacher", valid_from=FIRST)
            self.group = host.group.add(org_id=self.org, kind="division", code="3A", name="3A", valid_from=FIRST).id
            self.pupils = [host.person.add(org_id=self.org, family_name=name, given_name="Léa").id for name in ("Martin", "Vidal")]
            host.group.enrol(id=self.group, pupil_ids=self.pupils, valid_from=FIRST)
            host.group.give_role(id=self.group, person_id=self.staff, role="main_teacher", valid_from=FIRST)
            host.gradebook.set_policy(org_id=self.org, policy=policy, valid_from=FIRST, decimals=2)
            host.account.issue_activations(org_id=self.org, person_ids=[self.staff])
        self.portal = portal
        self.teacher = portal.act_as(person_id=self.staff, profile="teacher")

    def teach(self, count: int) -> list[int]:
        with self.portal.system() as host:
            return [host.group.add_service(group_id=self.group, teacher_id=self.staff, subject_code=f"S{number:04}", valid_from=FIRST).id
                    for number in range(count)]


def number(value: Fraction) -> Decimal:
    return Decimal(decimal(value))


def rules_of(box: Box) -> dict[str, object]:
    rules: dict[str, object] = {"best_more": number(box.best_more), "best_times": number(box.best_times),
                                "worst_times": number(box.worst_times), "missing": "zero" if box.missing_is_zero else "left_out",
                                "drop_lowest": box.lowest, "drop_highest": box.highest, "keep_highest": box.keep}
    if box.policy:
        rules["preset"] = box.policy
    if box.flat:
        rules["gather"] = "all_marks_below"
    if box.sums:
        rules["gather"] = "sums_of_boxes"
    if box.round:
        rules["rounding"], rules["step"] = box.round[0], number(box.round[1])
    return rules


def said(book: Book) -> dict[str, object]:
    items = []
    for at, box in enumerate(book.boxes[1:], 1):
        item: dict[str, object] = {"code": f"B{at}", "name": f"Partie {at}", "coefficient": number(box.coef), "rules": rules_of(box),
                                   "extra": box.part == "extra"}
        item |= {"parent_code": f"B{box.parent}"} if box.parent else {}
        item |= {"maximum": number(box.max)} if box.max is not None else {}
        item |= {"own_share": number(box.share)} if box.share is not None else {}
        items.append(item)
    return {"items": items, "rules": rules_of(book.boxes[0])}


def entry(mark: Mark) -> dict[str, object]:
    if isinstance(mark, Provisional):
        return {"kind": "provisional", "value": number(mark.value)}
    return {"kind": mark} if isinstance(mark, str) else {"value": number(mark)}


def enter(school: School, service: int, book: Book, marks: list[list[Mark]]) -> None:
    with_rules = said(book)
    session = school.teacher
    session.gradebook.set_boxes(service_id=service, valid_from=FIRST, **with_rules)
    for at, test in enumerate(book.tests):
        told = {"box_code": f"B{test.box}"} if test.box else {}
        told |= {"own_share": number(test.share)} if test.share is not None else {}
        assessed = session.gradebook.add_assessment(
            service_id=service, name=f"Devoir {at}", date=FIRST + timedelta(days=at), maximum=number(test.max), minimum=number(test.min),
            coefficient=number(test.coef), part=test.part, brought_to_scale=test.to_scale, formative=test.formative,
            omitted=test.omitted, never_dropped=test.never_dropped, **told).id
        items = []
        for pupil, row in zip(school.pupils, marks, strict=True):
            mark = row[at]
            if mark != MISSING:
                items.append({"pupil_id": pupil} | entry(mark))
        session.gradebook.enter_marks(id=assessed, items=items)


def as_called(book: Book) -> Book:
    """Without what operations do not say: the subject as a whole has the scale of the policy."""
    book.figure = "by_policy"
    book.boxes[0].max = None
    return book


def marks_in(rng: random.Random, book: Book) -> list[Mark]:
    """What the library knows a word for. Where points are made of maxima, an assessment is of the book from its day on."""
    found = [a_mark(rng, test, True) for test in book.tests]
    return ["exempt" if isinstance(mark, str) and mark.startswith("own_") else mark for mark in found]


def mixed_book(rng: random.Random) -> Book:
    """Each category of Moodle has a way of its own. One in points has a maximum above 0, whoever is asked."""
    book = moodle_book(rng.choice(MOODLE[:-1]))(rng)
    for at, box in enumerate(book.boxes[1:], 1):
        if rng.random() < 0.7:
            asks = any(not (book.tests[test].formative or book.tests[test].omitted) for test in book.tests_in(at))
            box.policy = f"moodle-{rng.choice(MOODLE if asks else MOODLE[:-1])}"
            if box.policy == "moodle-natural":
                box.max, box.lowest, box.keep, box.sums = None, 0, 0, False
    for member in [*book.tests, *book.boxes[1:]]:
        if book.boxes[member.box if isinstance(member, Assessed) else member.parent].policy == "moodle-natural":
            member.part = "ordinary"
    book.boxes[0].policy = "moodle-weighted-mean" if rng.random() < 0.3 else book.policy
    book.policy = "moodle-mean"
    return book


def one(oracle: Callable[[Book, int, list[Mark]], Fraction | None]) -> Allowed:
    return lambda book, marks: {oracle(book, 0, marks)}


CASES: list[tuple[str, Maker, Allowed, Fraction | None]] = [
    ("fr-exact", fr_exact_book, one(french.fr_exact), HUNDREDTH),
    ("gepi", gepi_book, one(french.gepi), Fraction(1, 10)),
    ("pronote", pronote_book, one(french.pronote), HUNDREDTH),
    ("entcore", entcore_book, one(french.entcore), None),
    *((f"moodle-{how}", moodle_book(how), one(moodle.total), HUNDREDTH) for how in MOODLE),
    ("moodle-mean", mixed_book, one(moodle.total), HUNDREDTH),
    ("canvas-points", canvas_book, canvas.allowed, HUNDREDTH),
    ("canvas-percent", canvas_book, canvas.allowed, HUNDREDTH),
]


def shown(value: Fraction | None, step: Fraction | None) -> str | None:
    if value is None:
        return None
    return decimal(nearest(value, step or Fraction(1, 10**6)))


def plainly(value: Decimal | None) -> str | None:
    return None if value is None else decimal(Fraction(value))


def read(session: ent.Session, school: School) -> list[dict[str | None, str | None]]:
    """Of each pupil the averages by subject."""
    pages = [session.gradebook.averages(org_id=school.org, pupil_id=pupil, first_day=FIRST, last_day=LAST) for pupil in school.pupils]
    return [{subject.subject_code: plainly(subject.average) for subject in page.items} for page in pages]


@pytest.mark.parametrize(("policy", "make", "allowed", "step"), CASES, ids=[f"{case[0]}-{case[1].__name__}" for case in CASES])
def test_trees(policy: str, make: Maker, allowed: Allowed, step: Fraction | None) -> None:
    rng = random.Random(f"called {policy} {make.__name__}")
    now = datetime(2027, 2, 1, 8, tzinfo=timezone.utc)
    books: list[tuple[Book, list[list[Mark]]]] = []
    while len(books) < BOOKS:
        book = as_called(make(rng))
        if book.policy == policy:
            books.append((book, [marks_in(rng, book) for _ in range(2)]))
    averages = 0
    with ent.open(":memory:", clock=lambda: now) as portal:
        school = School(portal, policy)
        for service, (book, marks) in zip(school.teach(len(books)), books, strict=True):
            enter(school, service, book, marks)
        with school.teacher as session:
            answers = read(session, school)
            figures = session.gradebook.group_averages(group_id=school.group, first_day=FIRST, last_day=LAST)
    looks = {subject.subject_code: subject for subject in figures.items}
    for place, (book, marks) in enumerate(books):
        code = f"S{place:04}"
        told = [answer.get(code) for answer in answers]
        for row, average in zip(marks, told, strict=True):
            expected = {shown(value, step) for value in allowed(book, row)}
            assert average in expected, f"{lines(book)}\n{[box.policy for box in book.boxes]}\n{list(map(mark_text, row))}\n{average} is none of {expected}"
            averages += average is not None
        known = [Fraction(average) for average in told if average is not None]
        if not book.tests:
            continue
        look = looks[code]
        assert look.marked == len(known), f"{lines(book)}\n{marks}"
        if known:
            assert (Fraction(look.minimum), Fraction(look.maximum)) == (min(known), max(known)), f"{lines(book)}\n{marks}\n{told} {look}"
    assert averages > BOOKS // 2, "many have an average"
