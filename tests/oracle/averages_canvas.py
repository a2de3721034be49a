"""Canvas' course totals, written down from their description; what to drop is found by trying every choice."""
from __future__ import annotations

import itertools
from fractions import Fraction

from averages_text import MISSING, ZERO, Assessed, Book, Mark, Provisional

Row = tuple[Fraction, Fraction]  # points got, points possible


def sums(rows: tuple[Row, ...]) -> Row:
    return sum((row[0] for row in rows), Fraction(0)), sum((row[1] for row in rows), Fraction(0))


def choices(rows: tuple[Row, ...], fixed: tuple[Row, ...], keep: int, best: bool) -> list[tuple[Row, ...]]:
    """All choices of `keep` rows that make the best total with the fixed ones, or the worst."""
    found = [tuple(rows[at] for at in chosen) for chosen in itertools.combinations(range(len(rows)), keep)]
    if len(rows) <= keep:
        return [rows]
    if not any(possible for _, possible in rows + fixed):
        # Nothing has points possible: the highest scores are kept.
        most = max(sums(chosen)[0] for chosen in found)
        return [chosen for chosen in found if sums(chosen)[0] == most]

    def rate(chosen: tuple[Row, ...]) -> tuple[int, Fraction]:
        got, possible = sums(chosen + fixed)
        return (0, got / possible) if possible else (1, got)

    if best and not any(possible for _, possible in fixed) and sum(not possible for _, possible in rows) >= keep:
        # Points out of nothing make no ratio: what counts is what is above the highest one that could be thought of.
        got, everything = sums(tuple(row for row in rows if row[1]))
        beside = sum((row[0] for row in rows + fixed if not row[1]), Fraction(0))
        ratio = (max(got, everything) + beside) / everything
        above = [(sums(chosen)[0] - ratio * sums(chosen)[1], sums(chosen)[1]) for chosen in found]
        return [chosen for chosen, how_far in zip(found, above, strict=True) if how_far == max(above)]

    goal = (max if best else min)(map(rate, found))
    return [chosen for chosen in found if rate(chosen) == goal]


def kept_sums(rows: tuple[Row, ...], fixed: tuple[Row, ...], lowest: int, highest: int) -> set[Row]:
    """The possible sums of a group after its drop rules: equally good choices are all allowed."""
    if not rows or not (lowest or highest):
        return {sums(rows + fixed)}
    lowest = min(lowest, len(rows) - 1)
    highest = 0 if lowest + highest >= len(rows) else highest
    keep = len(rows) - lowest
    if not any(possible for _, possible in rows + fixed):
        ordered = tuple(sorted(rows))[lowest:][:keep - highest]
        return {sums(ordered + fixed)}
    results = set()
    for kept in choices(rows, fixed, keep, True):
        for rest in choices(kept, fixed, keep - highest, False):
            results.add(sums(rest + fixed))
    return results


def possible_in(test: Assessed) -> Fraction:
    """Extra credit is a test of no points."""
    return Fraction(0) if test.part == "extra" else test.max


def group_rows(book: Book, group: int, marks: list[Mark]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    droppable: tuple[Row, ...] = ()
    fixed: tuple[Row, ...] = ()
    for at in book.tests_in(group):
        test, mark = book.tests[at], marks[at]
        if test.omitted or test.formative:
            continue
        if isinstance(mark, Fraction):
            score = mark
        elif isinstance(mark, Provisional) and book.figure == "if_nothing_more":
            score = mark.value  # the final score has what was looked at, the current one nothing of it
        elif mark in ZERO or (mark == MISSING and book.figure == "if_nothing_more"):
            score = Fraction(0)
        else:
            continue
        if test.never_dropped:
            fixed += ((score, possible_in(test)),)
        else:
            droppable += ((score, possible_in(test)),)
    return droppable, fixed


def percent_by_weights(book: Book, groups: list[int], totals: tuple[Row, ...]) -> Fraction | None:
    relevant = [(got / possible, book.boxes[at].coef) for at, (got, possible) in zip(groups, totals, strict=True)
                if possible]
    weights = sum((weight for _, weight in relevant), Fraction(0))
    if not weights:
        return None
    grade = sum((rate * weight for rate, weight in relevant), Fraction(0))
    return grade * 100 / weights if weights < 100 else grade


def percent_by_points(totals: tuple[Row, ...]) -> Fraction | None:
    got, possible = sums(totals)
    return got / possible * 100 if possible else None


def allowed(book: Book, marks: list[Mark]) -> set[Fraction | None]:
    """Every total that the rules allow."""
    groups = book.boxes_in(0)
    each = [kept_sums(*group_rows(book, at, marks), book.boxes[at].lowest, book.boxes[at].highest) for at in groups]
    results = set()
    for totals in itertools.product(*each):
        by_weights = book.policy == "canvas-percent"
        results.add(percent_by_weights(book, groups, totals) if by_weights else percent_by_points(totals))
    return results
