"""The averages of fr-exact, GEPI, PRONOTE and entcore, each written down from the description of its product.

Slow and plain: what is best is found by trying every choice.
"""
from __future__ import annotations

import itertools
from dataclasses import dataclass
from fractions import Fraction

from averages_text import LEFT_OUT, MISSING, ZERO, Book, Box, Mark, Provisional, nearest, rounded

TENTH = Fraction(1, 10)


def number(mark: Mark, missing_is_zero: bool) -> Fraction | None:
    """The number that counts, if one does."""
    if isinstance(mark, Provisional):
        return mark.value if missing_is_zero else None
    if isinstance(mark, Fraction):
        return mark
    if mark in ZERO or (mark == MISSING and missing_is_zero):
        return Fraction(0)
    assert mark in LEFT_OUT or mark == MISSING
    return None


def counted(book: Book, box: int, marks: list[Mark], tests: list[int]) -> list[tuple[int, Fraction]]:
    """Those tests whose marks may count, with their numbers."""
    zero = book.figure == "if_nothing_more" or (book.figure == "by_policy" and book.boxes[box].missing_is_zero)
    found = []
    for at in tests:
        value = number(marks[at], zero)
        if value is not None and not book.tests[at].formative and not book.tests[at].omitted:
            found.append((at, value))
    return found


def tests_of(book: Book, box: int) -> list[int]:
    if book.boxes[box].flat:
        return [at for inside in book.below(box) for at in book.tests_in(inside)]
    return book.tests_in(box)


def mean(pairs: list[tuple[Fraction, Fraction]], plus: Fraction = Fraction(0)) -> Fraction | None:
    """Of values with weights; `plus` is added to their sum."""
    weights = sum((weight for _, weight in pairs), Fraction(0))
    if weights <= 0:
        return None
    return (sum((value * weight for value, weight in pairs), Fraction(0)) + plus) / weights


def best_of_all_choices(must: list[tuple[Fraction, Fraction]], may: list[tuple[Fraction, Fraction]],
                        plus: Fraction) -> Fraction | None:
    if mean(must, plus) is None:
        return None
    choices = itertools.chain.from_iterable(itertools.combinations(may, size) for size in range(len(may) + 1))
    return max(mean(must + list(choice), plus) for choice in choices)


@dataclass(eq=False)
class Member:
    """A mark brought to 20, or the average of a box."""

    value: Fraction
    max: Fraction
    coef: Fraction
    part: str


def without_lowest(rule: Box, members: list[Member]) -> list[Member]:
    """The lowest of the ordinary ones go, of equal ones that on the larger scale; the last one never."""
    ordinary = [member for member in members if member.part == "ordinary"]
    order = sorted(ordinary, key=lambda member: (member.value, -member.max))
    gone = order[:min(rule.lowest, max(len(order) - 1, 0))]
    left = [member for member in ordinary if member not in gone]
    if rule.highest and left:
        left.sort(key=lambda member: member.value)
        gone += left[len(left) - min(rule.highest, len(left) - 1):]
        left = [member for member in left if member not in gone]
    if rule.keep:
        gone += sorted(left, key=lambda member: -member.value)[rule.keep:]
    return [member for member in members if member not in gone]


def members_of(book: Book, box: int, marks: list[Mark]) -> list[Member]:
    """What is left in a box, in the order of its tests and boxes. A sum has the marks of its boxes, as each of them left them."""
    rule = book.boxes[box]
    members = []
    for at, value in counted(book, box, marks, tests_of(book, box)):
        test = book.tests[at]
        members.append(Member(value * 20 / test.max, test.max, test.coef, test.part))
    for inner in [] if rule.flat else book.boxes_in(box):
        within = book.boxes[inner]
        if rule.sums:
            for member in members_of(book, inner, marks):
                if within.part == "extra" and member.part != "bonus":
                    member.part = "extra"
                members.append(member)
        elif (average := fr_exact(book, inner, marks)) is not None:
            members.append(Member(average, Fraction(20), within.coef, within.part))
    return without_lowest(rule, members)


def fr_exact(book: Book, box: int, marks: list[Mark]) -> Fraction | None:
    """Every mark is brought to 20 and weighs its coefficient; nothing is rounded."""
    must, may, plus = [], [], Fraction(0)
    for member in members_of(book, box, marks):
        if member.coef <= 0:
            continue
        if member.part == "bonus":
            plus += member.coef * max(member.value - 10, Fraction(0))
        elif member.part == "extra":
            plus += member.coef * member.value
        elif member.part == "optional":
            may.append((member.value, member.coef))
        else:
            must.append((member.value, member.coef))
    average = best_of_all_choices(must, may, plus)
    rounding = book.boxes[box].round
    return average if average is None or rounding is None else rounded(average, rounding)


def coefficient(book: Book, at: int, coef: Fraction) -> Fraction:
    """A mark that is not brought to 20 weighs by its scale: 5/10 half as much as 10/20."""
    test = book.tests[at]
    return coef if test.to_scale else coef * test.max / 20


def gepi(book: Book, box: int, marks: list[Mark]) -> Fraction | None:
    rule = book.boxes[box]
    rows = counted(book, box, marks, tests_of(book, box))
    # The highest raw mark of the box's own tests; the search starts at the first test, as if that were a 0.
    own = book.tests_in(box)
    best = own[0] if own and rule.best_more else None
    if best is not None:
        highest = Fraction(0)
        for at, value in rows:
            if at in own and (value, book.tests[at].coef) > (highest, book.tests[best].coef):
                best, highest = at, value
    pairs, optional = [], []
    for at, value in rows:
        test = book.tests[at]
        coef = coefficient(book, at, test.coef + (rule.best_more if at == best else 0))
        on_twenty = value * 20 / test.max
        if coef <= 0 or (test.part == "bonus" and on_twenty <= test.max / 2):
            continue
        (optional if test.part == "optional" else pairs).append((on_twenty, coef))
    if not rule.flat:
        for inner in book.boxes_in(box):
            average = gepi(book, inner, marks)
            if average is not None and book.boxes[inner].coef > 0:
                pairs.append((average, book.boxes[inner].coef))
    average = mean(pairs)
    if average is None:
        return None
    for pair in optional:
        with_it = mean(pairs + [pair])
        if with_it > average:
            average = with_it
            pairs.append(pair)
    return rounded(average, rule.round or ("up", TENTH))


def pronote(book: Book, box: int, marks: list[Mark], adjustment: Fraction = Fraction(0)) -> Fraction | None:
    rule = book.boxes[box]
    rows = counted(book, box, marks, tests_of(book, box))
    own = [(value / book.tests[at].max, book.tests[at].coef, at) for at, value in rows
           if book.tests[at].box == box and book.tests[at].part == "ordinary" and book.tests[at].coef > 0]
    best = max(own, key=lambda row: (row[0], row[1], -row[2]))[2] if own else None
    worst = min(own, key=lambda row: (row[0], row[2]))[2] if own else None
    must, may, plus = [], [], Fraction(0)
    for at, value in rows:
        test = book.tests[at]
        coef = coefficient(book, at, test.coef)
        if at == best:
            coef *= rule.best_times
        elif at == worst:
            coef *= rule.worst_times
        on_twenty = value * 20 / test.max
        if coef <= 0:
            continue
        if test.part == "bonus":
            plus += coef * max(on_twenty - 10, Fraction(0))
        else:
            (may if test.part == "optional" else must).append((on_twenty, coef))
    if not rule.flat:
        for inner in book.boxes_in(box):
            average = pronote(book, inner, marks)
            if average is not None and book.boxes[inner].coef > 0:
                must.append((average, book.boxes[inner].coef))
    average = mean(must, plus)
    if average is None:
        return None
    for pair in sorted(may, reverse=True):
        if mean(must + [pair], plus) > average:
            must.append(pair)
            average = mean(must, plus)
    average += adjustment
    return rounded(average, rule.round) if rule.round else average


def entcore(book: Book, box: int, marks: list[Mark]) -> Fraction | None:
    averages = [(entcore(book, at, marks), book.boxes[at].coef) for at in book.boxes_in(box)]
    if any(value is not None for value, _ in averages):
        average = mean([(value, coef) for value, coef in averages if value is not None and coef > 0])
    else:
        above = below = Fraction(0)
        for at, value in counted(book, box, marks, book.tests_in(box)):
            test = book.tests[at]
            if test.coef > 0 and test.to_scale:
                above += value * 20 * test.coef / test.max
                below += test.coef
            elif test.coef > 0:
                above += value * test.coef
                below += test.coef * test.max / 20
        average = above / below if below > 0 else None
    return None if average is None else nearest(average, TENTH)
