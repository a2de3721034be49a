"""Moodle's nine ways to make the total of a category, written down from their description.

A category answers (value, maximum); no total is below 0, but one in points, which may be as low as its items together.
"""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction

from averages_text import MISSING, ZERO, Book, Mark, Provisional

ONE = Fraction(1)
NOTHING = Fraction(0)


@dataclass
class Item:
    """A mark or the total of a category, with what this pupil has."""

    max: Fraction
    coef: Fraction
    extra: bool
    share: Fraction | None
    weight: Fraction = NOTHING  # in a natural category, for everybody
    min: Fraction = NOTHING
    value: Fraction | None = None  # of 1
    own_max: Fraction = NOTHING
    missing: bool = False
    range: Fraction = NOTHING  # from the lowest to the highest grade


def natural_weights(items: list[Item]) -> None:
    """Set weights stay, come down to 1 when they exceed it or when all are set; the rest goes by maximum."""
    counted = [item for item in items if not item.extra and not (item.share is not None and item.share <= 0)]
    overridden = [item for item in counted if item.share is not None]
    taken = sum((item.share for item in overridden), NOTHING)
    free = sum((item.max for item in counted if item.share is None), NOTHING)
    everything = sum((item.max for item in counted), NOTHING)
    some_automatic = any(item.share is None and not item.extra for item in items)
    for item in items:
        if item.extra:
            item.weight = item.share if item.share is not None else (item.max / everything if everything else NOTHING)
        elif item.share is None:
            item.weight = NOTHING if taken >= 1 or free == 0 else item.max / free * (1 - taken)
        elif item.share <= 0:
            item.weight = NOTHING
        else:
            item.weight = item.share / taken if taken > 1 or not some_automatic else item.share


def limits_apply(items: list[Item], categories: bool) -> bool:
    if categories or any(item.extra for item in items):
        return False
    return len({(item.max, item.weight) for item in items}) <= 1


def limited(values: list[tuple[Fraction, Item]], lowest: int, keep: int, uses_extra: bool) -> list[tuple[Fraction, Item]]:
    """What is left of grades after "drop the lowest" or, without it, "keep the highest"."""
    left = list(values)
    if lowest:
        for _ in range(lowest):
            droppable = [pair for pair in left if not (uses_extra and pair[1].extra)]
            if not droppable:
                break
            worst = min(pair[0] for pair in droppable)
            equals = [pair for pair in droppable if pair[0] == worst]
            largest = max(pair[1].max for pair in equals)
            gone = next(pair for pair in equals if pair[1].max == largest)
            left = [pair for pair in left if pair is not gone]
    elif keep:
        ranked = sorted((pair for pair in left if not (uses_extra and pair[1].extra)), key=lambda pair: -pair[0])
        kept = [id(pair) for pair in ranked[:keep]]
        left = [pair for pair in left if id(pair) in kept or (uses_extra and pair[1].extra)]
    return left


def natural_total(items: list[Item]) -> tuple[Fraction, Fraction]:
    """Points and maximum; `items` are those that this pupil has a value for."""
    items = [item for item in items if item.own_max or item.share is None]  # what is worth nothing to this pupil has no set part
    regular = [item for item in items if not item.extra and item.weight > 0]
    lowest = sum((item.min for item in regular), NOTHING)
    maximum = sum((item.own_max for item in regular), NOTHING)
    weights = sum((item.weight for item in regular), NOTHING)
    overridden = [item for item in regular if item.share is not None]
    set_part = sum((item.weight for item in overridden), NOTHING) / weights if weights else NOTHING
    free = maximum - sum((item.own_max for item in overridden), NOTHING)
    own: list[tuple[Item, Fraction]] = []
    shrunk = maximum
    for item in items:
        if item.extra:
            continue
        if item.share is not None:
            own.append((item, item.weight / weights if item.weight > 0 else NOTHING))
        elif free > 0:
            own.append((item, item.own_max / free * (1 - set_part)))
        else:
            own.append((item, NOTHING))
            if item.weight > 0:
                shrunk -= item.own_max
    for item in items:
        if not item.extra:
            continue
        if item.share is not None:
            own.append((item, item.weight / weights if weights and item.weight > 0 else NOTHING))
        else:
            own.append((item, item.own_max / shrunk if shrunk else NOTHING))
    points = sum((item.value * weight * shrunk for item, weight in own), NOTHING)
    return max(min(points, shrunk), lowest), shrunk


def aggregated(how: str, pairs: list[tuple[Fraction, Item]]) -> Fraction | None:
    """Of 1, before it is brought to the category's range."""
    values = sorted(value for value, _ in pairs)
    middle = len(values) // 2
    if how == "median":
        return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
    if how == "lowest":
        return values[0]
    if how == "highest":
        return values[-1]
    if how == "mode":
        often = Counter(values)
        return max(value for value in often if often[value] == max(often.values()))
    if how == "mean":
        return sum(values, NOTHING) / len(values)
    if how == "weighted-mean":
        weights = sum((item.coef for _, item in pairs), NOTHING)
        return sum((value * item.coef for value, item in pairs), NOTHING) / weights if weights else None
    if how == "simple-weighted-mean":
        weights = sum((item.range for _, item in pairs if not item.extra), NOTHING)
        points = sum((value * item.range for value, item in pairs), NOTHING)
        return points / weights if weights else points
    assert how == "mean-extra-credit"
    count = sum(not item.extra for _, item in pairs)
    points = sum((value * (item.coef if item.extra else 1) for value, item in pairs), NOTHING)
    return points / count if count else points


def how_of(book: Book, box: int) -> str:
    return (book.boxes[box].policy or book.policy).removeprefix("moodle-")


def maximum_of(book: Book, box: int) -> Fraction:
    """Of a category, for everybody: of a natural one what is in it has together."""
    return category_maximum(book, box) if how_of(book, box) == "natural" else (book.boxes[box].max or Fraction(100))


Members = dict[tuple[str, int], Item]


def sharing(book: Book, box: int, extra: bool = False) -> Members:
    """All that the weights of a natural category are spread over, by what it is: its items and categories, or where it is one sum, their
    items in their place. What lies in extra credit is extra credit."""
    found: Members = {}
    for at in book.tests_in(box):
        test = book.tests[at]
        if not test.formative and not test.omitted:
            found["test", at] = Item(test.max, test.coef, extra or test.part == "extra", test.share, own_max=test.max, min=test.min)
    for at in book.boxes_in(box):
        inner = book.boxes[at]
        if book.boxes[box].sums:
            found |= sharing(book, at, extra or inner.part == "extra")
        else:
            found["box", at] = Item(maximum_of(book, at), inner.coef, extra or inner.part == "extra", inner.share)
    return found


def weighed(book: Book, box: int) -> Members:
    members = sharing(book, box)
    natural_weights(list(members.values()))
    return members


def lies_in(book: Book, box: int, members: Members) -> list[tuple[str, Item]]:
    """Those of the members that a category is made of, and whether they are items or categories."""
    within = book.below(box)
    return [(kind, item) for (kind, at), item in members.items()
            if (book.tests[at].box if kind == "test" else book.boxes[at].parent) in within]


def drops(book: Book, box: int, members: Members) -> bool:
    inside = lies_in(book, box, members)
    return limits_apply([item for _, item in inside], any(kind == "box" for kind, _ in inside))


def present(book: Book, box: int, marks: list[Mark], how: str, members: Members | None = None) -> tuple[list[tuple[Fraction, Item]], bool]:
    """What this pupil has in a category, without what it drops, and whether anything was entered. A sum has what its categories have in
    the same way.

    members: where points are added, what shares them; default: what the category is made of.
    """
    rule = book.boxes[box]
    natural = how == "natural"
    if natural and members is None:
        members = weighed(book, box)
    uses_extra = how in ("simple-weighted-mean", "mean-extra-credit", "natural")
    empty_counts = book.figure == "if_nothing_more" or (book.figure == "by_policy" and rule.missing_is_zero)
    items: list[Item] = []
    for at in book.tests_in(box):
        test, mark = book.tests[at], marks[at]
        if test.formative or test.omitted:
            continue
        item = Item(test.max, test.coef, test.part == "extra", test.share, own_max=test.max, min=test.min)
        if members is not None:
            item = replace(members["test", at])
        if isinstance(mark, Provisional) and empty_counts:
            mark = mark.value
        if isinstance(mark, Fraction):
            low = NOTHING if natural else test.min
            item.value = (mark - low) / (test.max - low)
        elif mark in ZERO:
            item.value = NOTHING
        item.range = test.max - test.min
        item.missing = mark == MISSING
        items.append(item)
    inner = book.boxes_in(box)
    lent: list[Item] = []
    entered = False
    for at in inner:
        if rule.sums:
            within, some = present(book, at, marks, how, members)
            entered = entered or some
            for _, item in within:
                item.extra = item.extra or book.boxes[at].part == "extra"
                lent.append(item)
            continue
        value, own_max = category(book, at, marks)
        everybody = maximum_of(book, at)
        item = Item(everybody, book.boxes[at].coef, book.boxes[at].part == "extra", book.boxes[at].share)
        if members is not None:
            item = replace(members["box", at])
        item.range = everybody
        item.own_max = own_max if value is not None else everybody
        if value is not None:
            item.value = value / own_max if own_max else NOTHING
        else:
            item.missing = True
        items.append(item)
    entered = entered or any(item.value is not None for item in items)
    if empty_counts and (entered or book.figure == "if_nothing_more"):
        for item in items:
            if item.value is None and item.missing:
                item.value = NOTHING
    pairs = [(item.value, item) for item in [*items, *lent] if item.value is not None]
    if members is None or drops(book, box, members):
        pairs = limited(pairs, rule.lowest, rule.keep, uses_extra)
    return pairs, entered


def category(book: Book, box: int, marks: list[Mark]) -> tuple[Fraction | None, Fraction]:
    rule = book.boxes[box]
    how = how_of(book, box)
    natural = how == "natural"
    pairs, _ = present(book, box, marks, how)
    own = rule.max or Fraction(100)
    if not pairs:
        return None, own
    if natural:
        return natural_total([item for _, item in pairs])
    value = aggregated(how, pairs)
    return (None if value is None else min(max(value * own, NOTHING), own)), own


def maxima(book: Book, box: int, members: Members) -> list[tuple[Fraction, Item]]:
    """What stands in a category where everything is there."""
    pairs = [(item.max, item) for (kind, at), item in members.items() if not item.extra and item.weight > 0 and
             (book.tests[at].box if kind == "test" else book.boxes[at].parent) == box]
    for at in book.boxes_in(box) if book.boxes[box].sums else ():
        pairs += maxima(book, at, members)
    return limited(pairs, book.boxes[box].lowest, book.boxes[box].keep, True) if drops(book, box, members) else pairs


def category_maximum(book: Book, box: int) -> Fraction:
    """Of a natural category, for everybody."""
    return sum((item.max for _, item in maxima(book, box, weighed(book, box))), NOTHING)


def total(book: Book, box: int, marks: list[Mark]) -> Fraction | None:
    return category(book, box, marks)[0]
