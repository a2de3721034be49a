"""A grade book as this oracle holds it, and as a question to averages_check, one line each."""
from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction

# What stands in place of a mark. The first two are 0, the others do not count.
ZERO = ("absent_zero", "not_handed_in_zero", "own_zero")
LEFT_OUT = ("absent", "exempt", "unfit", "not_graded", "not_handed_in", "congratulations", "own_left_out")
MISSING = "not_entered"


@dataclass(frozen=True)
class Provisional:
    """A number that is not sure: it counts where what is missing does."""
    value: Fraction


Mark = Fraction | str | Provisional


@dataclass
class Assessed:
    box: int = 0
    max: Fraction = Fraction(20)
    coef: Fraction = Fraction(1)
    part: str = "ordinary"
    to_scale: bool = False
    formative: bool = False
    omitted: bool = False
    never_dropped: bool = False
    min: Fraction = Fraction(0)
    share: Fraction | None = None


@dataclass
class Box:
    parent: int = -1
    coef: Fraction = Fraction(1)
    part: str = "ordinary"
    max: Fraction | None = None
    share: Fraction | None = None
    flat: bool = False
    sums: bool = False  # one sum of its marks and of those that the boxes in it kept
    missing_is_zero: bool = False
    lowest: int = 0
    highest: int = 0
    keep: int = 0
    best_more: Fraction = Fraction(0)
    best_times: Fraction = Fraction(1)
    worst_times: Fraction = Fraction(1)
    round: tuple[str, Fraction] | None = None
    policy: str | None = None  # in the place of the book's; only asked by operations


@dataclass
class Book:
    policy: str
    boxes: list[Box] = field(default_factory=lambda: [Box()])
    tests: list[Assessed] = field(default_factory=list)
    figure: str = "by_policy"

    def tests_in(self, box: int) -> list[int]:
        return [at for at, test in enumerate(self.tests) if test.box == box]

    def boxes_in(self, box: int) -> list[int]:
        return [at for at, inner in enumerate(self.boxes) if inner.parent == box]

    def below(self, box: int) -> list[int]:
        """The box, then each box in it with what that holds."""
        found = [box]
        for inner in self.boxes_in(box):
            found += self.below(inner)
        return found


def decimal(value: Fraction) -> str:
    """A fraction of at most six decimals, as people write it."""
    millionths = value * 10**6
    assert millionths.denominator == 1, value
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(millionths.numerator), 10**6)
    return f"{sign}{whole}" + (f".{rest:06d}".rstrip("0") if rest else "")


def fraction(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def nearest(value: Fraction, step: Fraction) -> Fraction:
    """Half away from zero."""
    steps = math.floor(abs(value) / step + Fraction(1, 2))
    return step * steps * (1 if value >= 0 else -1)


def upwards(value: Fraction, step: Fraction) -> Fraction:
    return step * math.ceil(value / step)


def rounded(value: Fraction, rule: tuple[str, Fraction]) -> Fraction:
    return (upwards if rule[0] == "up" else nearest)(value, rule[1])


def _changed(pairs: list[tuple[str, Fraction | int | None, Fraction | int]]) -> list[str]:
    return [f"{name}={decimal(Fraction(value))}" for name, value, usual in pairs if value is not None and value != usual]


def lines(book: Book) -> list[str]:
    text = [f"book {book.policy} figure={book.figure}"]
    for box in book.boxes:
        words = ["box"] + ([str(box.parent)] if box.parent >= 0 else [])
        words += _changed([("coef", box.coef, 1), ("max", box.max, -1), ("share", box.share, -1),
                           ("lowest", box.lowest, 0), ("highest", box.highest, 0), ("keep", box.keep, 0),
                           ("best_more", box.best_more, 0), ("best_times", box.best_times, 1),
                           ("worst_times", box.worst_times, 1)])
        words += [f"part={box.part}", "gather=all" if box.flat else "gather=sums" if box.sums else "",
                  "missing=zero" if box.missing_is_zero else ""]
        words += [f"round={box.round[0]}:{decimal(box.round[1])}"] if box.round else []
        text.append(" ".join(word for word in words if word))
    for test in book.tests:
        words = ["test", str(test.box), f"part={test.part}"]
        words += _changed([("max", test.max, 20), ("min", test.min, 0), ("coef", test.coef, 1),
                           ("share", test.share, -1)])
        words += [f"{name}=1" for name in ("to_scale", "formative", "omitted", "never_dropped") if getattr(test, name)]
        text.append(" ".join(words))
    return text


def mark_text(mark: Mark) -> str:
    if isinstance(mark, Provisional):
        return decimal(mark.value) + "?"
    return mark if isinstance(mark, str) else decimal(mark)
