"""Moodle's natural categories by the passes that it makes over a course, after `lib/grade/grade_category.php`: first the weights of all items are
written down (`auto_update_weights`), then the maxima of categories (`auto_update_max`), and then each pupil's grades are added
(`aggregate_grades`, `aggregate_values_and_adjust_bounds`).

averages_moodle.py says the same in one go, from the description; this one keeps to the order of the source.
"""
from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from averages_text import MISSING, ZERO, Book, Mark, Provisional

NOTHING = Fraction(0)
Key = tuple[str, int]


@dataclass
class Row:
    """A grade item, of a test or of a category."""

    category: bool
    max: Fraction
    min: Fraction
    extra: bool
    override: bool
    weight: Fraction


def rows_of(book: Book) -> dict[Key, Row]:
    rows = {("test", at): Row(False, test.max, test.min, test.part == "extra", test.share is not None, test.share or NOTHING)
            for at, test in enumerate(book.tests) if not test.formative and not test.omitted}
    rows |= {("box", at): Row(True, Fraction(100), NOTHING, box.part == "extra", box.share is not None, box.share or NOTHING)
             for at, box in enumerate(book.boxes)}
    return rows


def children(book: Book, rows: dict[Key, Row], box: int) -> dict[Key, Row]:
    keys = [("test", at) for at in book.tests_in(box)] + [("box", at) for at in book.boxes_in(box)]
    return {key: rows[key] for key in keys if key in rows}


def write_weights(items: list[Row]) -> None:
    total = overridden_weight = overridden_max = NOTHING
    automatic = False
    for row in items:
        automatic = automatic or not (row.override or row.extra)
        if row.extra or (row.override and row.weight <= 0):
            continue
        total += row.max
        if row.override:
            overridden_weight += row.weight
            overridden_max += row.max
    regular = [row for row in items if not row.extra]
    normal = sum((row.weight for row in regular), NOTHING)
    above = sum((row.weight for row in regular if row.override and row.weight > 0), NOTHING)
    if above > 1:
        normal = above
    for row in items:
        if row.extra:
            if not row.override:
                row.weight = row.max / total if total else NOTHING
        elif not row.override:
            left = total - overridden_max
            row.weight = NOTHING if overridden_weight >= 1 or left == 0 or row.max == 0 else row.max / left * (1 - overridden_weight)
        elif (not automatic and normal != 1) or above > 1:
            row.weight = row.weight / normal if normal else NOTHING


def limit(values: dict[Key, Fraction], rows: dict[Key, Row], lowest: int, keep: int) -> None:
    """Drops values in place, where the items of the category allow it."""
    if any(row.category or row.extra for row in rows.values()) or len({(row.weight, row.max) for row in rows.values()}) > 1:
        return
    if lowest:
        for key in sorted(values, key=lambda key: values[key])[:lowest]:
            del values[key]
    elif keep:
        for key in sorted(values, key=lambda key: -values[key])[keep:]:
            del values[key]


def write_maximum(own: Row, rows: dict[Key, Row], lowest: int, keep: int) -> None:
    maxima = {key: row.max for key, row in rows.items() if not row.extra and row.weight > 0}
    limit(maxima, rows, lowest, keep)
    own.max = sum(maxima.values(), NOTHING)


def add_up(values: dict[Key, Fraction], rows: dict[Key, Row], own_max: dict[Key, Fraction]) -> tuple[Fraction, Fraction]:
    """Points, and of how many."""
    regular = [key for key in values if not rows[key].extra and rows[key].weight > 0]
    lowest = sum((rows[key].min for key in regular), NOTHING)
    highest = sum((own_max[key] for key in regular), NOTHING)
    weights = sum((rows[key].weight for key in regular), NOTHING)
    used: dict[Key, Fraction] = {}
    overridden_weight = overridden_max = NOTHING
    for key in values:
        if not rows[key].override:
            continue
        used[key] = rows[key].weight / weights if rows[key].weight > 0 and weights else NOTHING
        if rows[key].weight > 0 and not rows[key].extra:
            overridden_weight += used[key]
            overridden_max += own_max[key]
    free = highest - overridden_max
    for key in values:
        if rows[key].override or rows[key].extra:
            continue
        used[key] = own_max[key] / free * (1 - overridden_weight) if free > 0 else NOTHING
        if free <= 0 and rows[key].weight > 0:
            highest -= own_max[key]
    for key in values:
        if rows[key].extra and not rows[key].override:
            used[key] = own_max[key] / highest if highest else NOTHING
    points = sum((value * used[key] * highest for key, value in values.items()), NOTHING)
    return max(lowest, min(points, highest)), highest


def total(book: Book, marks: list[Mark]) -> Fraction | None:
    """The points of the course. Categories are inner ones of those before them."""
    rows = rows_of(book)
    for box in range(len(book.boxes) - 1, -1, -1):
        items = children(book, rows, box)
        write_weights(list(items.values()))
        write_maximum(rows["box", box], items, book.boxes[box].lowest, book.boxes[box].keep)
    finals: dict[int, Fraction | None] = {}
    finals_max: dict[int, Fraction] = {}
    for box in range(len(book.boxes) - 1, -1, -1):
        rule, items = book.boxes[box], children(book, rows, box)
        own_max = {key: finals_max[key[1]] if row.category else row.max for key, row in items.items()}
        values: dict[Key, Fraction] = {}
        empty = []
        for key in items:
            mark = finals[key[1]] if key[0] == "box" else marks[key[1]]
            if isinstance(mark, Provisional) and rule.missing_is_zero:
                mark = mark.value
            if mark is None or mark == MISSING:
                empty.append(key)
            elif mark in ZERO or isinstance(mark, Fraction):  # all else is excluded
                value = mark if isinstance(mark, Fraction) else NOTHING
                values[key] = value / own_max[key] if own_max[key] else Fraction(1)
        nothing = not values
        if rule.missing_is_zero:
            values |= {key: NOTHING for key in empty}
        limit(values, items, rule.lowest, rule.keep)
        finals[box], finals_max[box] = None, rows["box", box].max
        if values:
            points, finals_max[box] = add_up(values, items, own_max)
            finals[box] = None if nothing else points
    return finals[0]
