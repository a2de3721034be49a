"""What a school says otherwise than a preset does, and what that makes of averages: written from docs/gradebook.md and
docs/gradebook-policies.md, product by product, on top of the oracles that hold the presets as they are.
"""
from __future__ import annotations

import copy
import itertools
import math
import random
from dataclasses import dataclass
from fractions import Fraction

import averages_canvas as canvas
import averages_french as french
import averages_moodle as moodle
from averages_text import LEFT_OUT, MISSING, Book, Mark, Provisional, decimal, nearest

HUNDREDTH, TENTH = Fraction(1, 100), Fraction(1, 10)

# By how the average is shown, and whether the levels below are rounded in the same way.
SHOWN = {"fr-exact": ("nearest", HUNDREDTH, False), "gepi": ("up", TENTH, True), "pronote": ("nearest", HUNDREDTH, False),
         "entcore": ("nearest", TENTH, True)}


@dataclass
class Said:
    """None: as the preset has it."""

    step: Fraction | None = None
    rounding: str | None = None
    missing: str | None = None
    best_more: Fraction | None = None
    best_times: Fraction | None = None
    worst_times: Fraction | None = None
    weigh: str | None = None
    bonus: str | None = None
    optional: str | None = None
    box_step: Fraction | None = None
    box_rounding: str | None = None
    subject_step: Fraction | None = None
    subject_rounding: str | None = None

    def words(self) -> str:
        pairs = [(name, value if isinstance(value, str) else decimal(value)) for name, value in vars(self).items() if value is not None]
        return " ".join(f"said_{name}={value}" for name, value in pairs)


STEPS, ROUNDINGS = ("0.01", "0.05", "0.1", "0.25", "0.5", "1"), ("nearest", "up", "down")
WEIGHS = ("coefficient", "coefficient_and_scale", "range", "equal")
BONUSES = ("as_ordinary", "points_above_half", "ordinary_above_unscaled_half")
OPTIONALS = ("as_ordinary", "raising_best_first", "raising_in_order", "above_the_others")


def a_said(rng: random.Random, policy: str) -> Said:
    """Each field with even odds, within what gradebook.set_policy accepts. Parts of marks are what French products have."""
    def some(*values: str) -> Fraction | None:
        return Fraction(rng.choice(values)) if rng.random() < 0.5 else None

    def word(*values: str) -> str | None:
        return rng.choice(values) if rng.random() < 0.5 else None

    said = Said(some(*STEPS), word(*ROUNDINGS), word("left_out", "zero"),
                some("0", "1", "0.5", "2.75", "100"), some("1", "0", "2", "1.5", "0.25", "100"), some("1", "0", "0.5", "2", "0.3", "100"))
    said.box_step, said.subject_step = some(*STEPS), some(*STEPS)
    said.box_rounding, said.subject_rounding = word(*ROUNDINGS), word(*ROUNDINGS)
    if policy in SUMS:
        said.weigh, said.bonus, said.optional = word(*WEIGHS), word(*BONUSES), word(*OPTIONALS)
    return said


# What the presets that are sums say of parts of marks: what they weigh, bonus, optional.
SUMS = {"fr-exact": ("coefficient", "points_above_half", "raising_best_first"),
        "gepi": ("coefficient_and_scale", "ordinary_above_unscaled_half", "raising_in_order"),
        "pronote": ("coefficient_and_scale", "points_above_half", "raising_best_first")}


def rules_of(book: Book, said: Said) -> tuple[str, str, str]:
    weigh, bonus, optional = SUMS[book.policy]
    return said.weigh or weigh, said.bonus or bonus, said.optional or optional


def rounded(value: Fraction, toward: str, step: Fraction) -> Fraction:
    if toward == "nearest":
        return nearest(value, step)
    return step * (math.ceil if toward == "up" else math.floor)(value / step)


def shown_rule(policy: str, said: Said, box: int = 0) -> tuple[str, Fraction]:
    """What is said of subjects or of boxes alone comes before what is said of all."""
    toward, step, _ = SHOWN.get(policy, ("nearest", HUNDREDTH, False))
    own_toward, own_step = (said.box_rounding, said.box_step) if box else (said.subject_rounding, said.subject_step)
    steps = (one for one in (own_step, said.step, step) if one is not None)
    return own_toward or said.rounding or toward, next(steps)


def said_of(book: Book, said: Said) -> Book:
    """The book under what is said: it holds for every box."""
    changed = copy.deepcopy(book)
    for box in changed.boxes:
        if said.missing is not None:
            box.missing_is_zero = said.missing == "zero"
        box.best_more = box.best_more if said.best_more is None else said.best_more
        box.best_times = box.best_times if said.best_times is None else said.best_times
        box.worst_times = box.worst_times if said.worst_times is None else said.worst_times
    return changed


Row = tuple[int, Fraction]

# Parts that are marks like the others under a policy: only those are held against each other.
ORDINARY = {"fr-exact": ("ordinary",), "gepi": ("ordinary", "extra"), "pronote": ("ordinary", "extra"),
            "entcore": ("ordinary", "bonus", "optional", "extra"), "moodle-mean": ("ordinary", "extra"),
            "moodle-weighted-mean": ("ordinary", "extra")}


def by_scale(book: Book, row: Row) -> Fraction:
    test = book.tests[row[0]]
    return (row[1] - test.min) / (test.max - test.min)


def of_one(book: Book, at: int, weigh: str | None = None) -> Fraction:
    """What a coefficient of 1 weighs."""
    test = book.tests[at]
    if weigh is not None:
        by_scale = Fraction(1) if test.to_scale else test.max / 20
        return {"coefficient_and_scale": by_scale, "range": test.max - test.min}.get(weigh, Fraction(1))
    if book.policy in ("gepi", "pronote", "entcore"):
        return Fraction(1) if test.to_scale else test.max / 20
    if book.policy == "moodle-simple-weighted-mean":
        return test.max - test.min
    return canvas.possible_in(test) if book.policy.startswith("canvas") else Fraction(1)


def weight(book: Book, at: int, weigh: str | None = None) -> Fraction:
    by_coefficient = book.policy in (*SHOWN, "moodle-weighted-mean") and weigh not in ("range", "equal")
    return of_one(book, at, weigh) * (book.tests[at].coef if by_coefficient else 1)


def weights_of(book: Book, box: int, rows: list[Row], rules: tuple[str, str, str] | None = None) -> dict[int, Fraction]:
    """What each mark weighs: the best one so many times as much, and so many coefficients more; the worst one so many times. Of equal
    ones the best is that of the larger coefficient, then the first; the worst is the first. One mark alone is the best. What
    weighs nothing is neither."""
    rule = book.boxes[box]
    weigh, bonus, optional = rules or (None, "", "")
    parts = [*ORDINARY.get(book.policy, ("ordinary",))]
    parts += [part for part, how in (("bonus", bonus), ("optional", optional)) if how == "as_ordinary"]
    found = {at: weight(book, at, weigh) for at, _ in rows}
    own = [row for row in rows if book.tests[row[0]].box == box]
    ordinary = [row for row in own if book.tests[row[0]].part in parts and found[row[0]] > 0]
    best = None
    if book.policy == "gepi":
        # Its search begins at the first test as if it were a 0, and asks neither for the scale nor for the kind.
        tests = book.tests_in(box)
        best = tests[0] if tests else None
        highest = Fraction(0)
        for at, value in own:
            if best is not None and (value, book.tests[at].coef) > (highest, book.tests[best].coef):
                best, highest = at, value
    elif ordinary:
        best = max(ordinary, key=lambda row: (by_scale(book, row), book.tests[row[0]].coef, -row[0]))[0]
    worst = min(ordinary, key=lambda row: (by_scale(book, row), row[0]))[0] if ordinary else None
    if best in found:
        found[best] = found[best] * rule.best_times + of_one(book, best, weigh) * rule.best_more
    if worst in found and worst != best:
        found[worst] *= rule.worst_times
    return found


def sums(book: Book, box: int, marks: list[Mark], said: Said) -> Fraction | None:
    """fr-exact, gepi and pronote, which differ in what a mark weighs, what a bonus is and in which order optional marks are tried."""
    rows = french.counted(book, box, marks, french.tests_of(book, box))
    rules = rules_of(book, said)
    weigh, bonus, optional = rules
    weights = weights_of(book, box, rows, rules)
    must: list[tuple[Fraction, Fraction]] = []
    may: list[tuple[Fraction, Fraction]] = []
    plus = Fraction(0)
    for at, value in rows:
        test = book.tests[at]
        own, on_twenty = weights[at], value * 20 / test.max
        if own <= 0:
            continue
        if test.part == "optional" and optional != "as_ordinary":
            may.append((on_twenty, own))
        elif test.part == "bonus" and bonus == "ordinary_above_unscaled_half":
            if on_twenty > test.max / 2:
                must.append((on_twenty, own))
        elif test.part == "bonus" and bonus == "points_above_half":
            plus += own * max(on_twenty - 10, Fraction(0))
        elif test.part == "extra" and book.policy == "fr-exact":
            plus += own * on_twenty
        else:
            must.append((on_twenty, own))
    if not book.boxes[box].flat:
        for inner in book.boxes_in(box):
            average = sums(book, inner, marks, said)
            size = {"range": Fraction(20), "equal": Fraction(1)}.get(weigh, book.boxes[inner].coef)
            if average is not None and size > 0:
                must.append((average, size))
    average = french.mean(must, plus)
    if average is None:
        return None
    others = average
    for pair in may if optional in ("raising_in_order", "above_the_others") else sorted(may, key=lambda one: -one[0]):
        with_it = french.mean([*must, pair], plus)
        if pair[0] > others if optional == "above_the_others" else with_it > average:
            must.append(pair)
            average = with_it
    return rounded(average, *shown_rule(book.policy, said, box)) if SHOWN[book.policy][2] else average


def entcore(book: Book, box: int, marks: list[Mark], said: Said) -> Fraction | None:
    averages = [(entcore(book, at, marks, said), book.boxes[at].coef) for at in book.boxes_in(box)]
    if any(value is not None for value, _ in averages):
        average = french.mean([(value, coef) for value, coef in averages if value is not None and coef > 0])
    else:
        rows = french.counted(book, box, marks, book.tests_in(box))
        weights = weights_of(book, box, rows)
        average = french.mean([(value * 20 / book.tests[at].max, weights[at]) for at, value in rows if weights[at] > 0])
    return None if average is None else rounded(average, *shown_rule("entcore", said, box))


@dataclass
class Item:
    """A grade of a category, or the total of one in it."""

    rate: Fraction
    max: Fraction
    weight: Fraction
    coef: Fraction
    extra: bool = False
    at: int | None = None


def moodle_mean(book: Book, box: int, marks: list[Mark]) -> Fraction | None:
    """Moodle's four means: of coefficients, of ranges, or of equal grades; in two of them extra credit is added above the line."""
    how = book.policy.removeprefix("moodle-")
    adds_extra = how in ("simple-weighted-mean", "mean-extra-credit")
    rule = book.boxes[box]
    rows: list[Row] = []
    empty: list[Row] = []
    for at in book.tests_in(box):
        test, mark = book.tests[at], marks[at]
        if test.formative or test.omitted:
            continue
        if isinstance(mark, Provisional):
            mark = mark.value if rule.missing_is_zero else LEFT_OUT[0]
        if mark == MISSING:
            empty.append((at, test.min))
        elif mark not in LEFT_OUT:
            rows.append((at, mark if isinstance(mark, Fraction) else test.min))
    totals = [(inner, moodle_mean(book, inner, marks)) for inner in book.boxes_in(box)]
    if rule.missing_is_zero and (rows or any(total is not None for _, total in totals)):
        rows = sorted(rows + empty)
        totals = [(inner, total or Fraction(0)) for inner, total in totals]
    items = []
    for at, value in rows:
        test = book.tests[at]
        items.append(Item(by_scale(book, (at, value)), test.max, Fraction(0), test.coef, adds_extra and test.part == "extra", at))
    for inner, total in totals:
        if total is not None:
            within = book.boxes[inner]
            size = within.max or Fraction(100)
            own = {"simple-weighted-mean": size, "weighted-mean": within.coef}.get(how, Fraction(1))
            items.append(Item(total / size, size, own, within.coef, adds_extra and within.part == "extra"))
    kept = limited(items, rule.lowest, rule.keep)
    if not kept:
        return None
    values = dict(rows)
    weights = weights_of(book, box, [(item.at, values[item.at]) for item in kept if item.at is not None])
    above = below = Fraction(0)
    added = False
    for item in kept:
        own = item.weight if item.at is None else weights[item.at]
        if item.extra and how == "mean-extra-credit":
            own = item.coef
        if own <= 0:
            continue
        above += own * item.rate
        below += Fraction(0) if item.extra else own
        added = added or item.extra
    if below == 0 and not added:
        return None
    size = rule.max or Fraction(100)
    return min(max((above / below if below else above) * size, Fraction(0)), size)


def limited(items: list[Item], lowest: int, keep: int) -> list[Item]:
    """Extra credit is never dropped; "keep" has no effect beside "drop"."""
    left = list(items)
    if lowest:
        for _ in range(lowest):
            droppable = [item for item in left if not item.extra]
            if not droppable:
                break
            worst = min(item.rate for item in droppable)
            largest = max(item.max for item in droppable if item.rate == worst)
            left.remove(next(item for item in droppable if item.rate == worst and item.max == largest))
        return left
    if not keep:
        return left
    best = sorted((item for item in left if not item.extra), key=lambda item: -item.rate)[:keep]
    return [item for item in left if item.extra or any(item is one for one in best)]


class Got(tuple):
    """Points got and points possible, which know their test."""

    at: int


def canvas_totals(book: Book, marks: list[Mark]) -> set[Fraction | None]:
    results: set[Fraction | None] = set()
    groups = book.boxes_in(0)
    for totals in itertools.product(*(group_sums(book, group, marks) for group in groups)):
        by_weights = book.policy == "canvas-percent"
        results.add(canvas.percent_by_weights(book, groups, totals) if by_weights else canvas.percent_by_points(totals))
    return results


def group_sums(book: Book, group: int, marks: list[Mark]) -> set[canvas.Row]:
    zero = book.figure == "if_nothing_more"
    rows, fixed = [], []
    for at in book.tests_in(group):
        test, value = book.tests[at], french.number(marks[at], zero)
        if value is None or test.omitted or test.formative:
            continue
        row = Got((value, canvas.possible_in(test)))
        row.at = at
        (fixed if test.never_dropped else rows).append(row)
    found = set()
    for kept in kept_choices(tuple(rows), tuple(fixed), book.boxes[group].lowest, book.boxes[group].highest):
        stand = sorted((*kept, *fixed), key=lambda row: row.at)
        weights = weights_of(book, group, [(row.at, row[0]) for row in stand])
        found.add(canvas.sums(tuple((row[0] / row[1] * weights[row.at], weights[row.at]) if row[1] else row
                                    for row in stand if weights[row.at] > 0 or not row[1])))
    return found


def kept_choices(rows: tuple[Got, ...], fixed: tuple[Got, ...], lowest: int, highest: int) -> list[tuple[Got, ...]]:
    if not rows or not (lowest or highest):
        return [rows]
    lowest = min(lowest, len(rows) - 1)
    highest = 0 if lowest + highest >= len(rows) else highest
    keep = len(rows) - lowest
    return [rest for kept in canvas.choices(rows, fixed, keep, True) for rest in canvas.choices(kept, fixed, keep - highest, False)]


def exact(book: Book, marks: list[Mark], said: Said) -> set[Fraction | None]:
    """What the outermost box comes to, before it is shown; Canvas' rules allow several totals where choices are equally good."""
    changed = said_of(book, said)
    if book.policy in ("fr-exact", "gepi", "pronote"):
        return {sums(changed, 0, marks, said)}
    if book.policy == "entcore":
        return {entcore(changed, 0, marks, said)}
    if book.policy.endswith(("mean", "mean-extra-credit")):
        return {moodle_mean(changed, 0, marks)}
    if book.policy.startswith("moodle-"):
        return {moodle.total(changed, 0, marks)}
    # Canvas has two totals of its own; what is said of missing marks decides which of them is meant where none is asked for.
    if changed.figure == "by_policy" and said.missing == "zero":
        changed.figure = "if_nothing_more"
    return canvas_totals(changed, marks)
