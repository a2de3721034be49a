"""Random grade books: the library's averages against those of this oracle, which is written from the products' prose.

ENT_AVERAGES_CHECK names the program that asks the library; ENT_AVERAGES_BOOKS how many books for each policy.
"""
from __future__ import annotations

import math
import os
import pathlib
import random
import statistics
import subprocess
from collections.abc import Callable
from fractions import Fraction

import averages_canvas as canvas
import averages_french as french
import averages_moodle as moodle
import averages_moodle_passes as passes
import pytest
from averages_text import LEFT_OUT, MISSING, ZERO, Book, Box, Mark, Assessed, Provisional, decimal, fraction, lines, mark_text, nearest

CHECK = os.environ["ENT_AVERAGES_CHECK"]
BOOKS = int(os.environ.get("ENT_AVERAGES_BOOKS", "10000"))

Oracle = Callable[[Book, int, list[Mark]], Fraction | None]


def ask(questions: list[str]) -> list[str]:
    answer = subprocess.run([CHECK], input="\n".join(questions) + "\n", capture_output=True, text=True, check=True)
    return answer.stdout.splitlines()


def some(rng: random.Random, *values: object) -> Fraction:
    return Fraction(str(rng.choice(values)))


def a_mark(rng: random.Random, test: Assessed, halves: bool) -> Mark:
    kind = rng.random()
    if kind < 0.08:
        return rng.choice(LEFT_OUT)
    if kind < 0.12:
        return rng.choice(ZERO)
    if kind < 0.18:
        return MISSING
    steps = 2 if halves else 100
    low, high = int(test.min * steps), int(test.max * steps)
    value = Fraction(rng.randint(low, high), steps)
    return Provisional(value) if kind > 0.95 else value


def marks_of(rng: random.Random, book: Book) -> list[Mark]:
    halves = rng.random() < 0.7
    return [a_mark(rng, test, halves) for test in book.tests]


def nested_boxes(rng: random.Random, most: int, deepest: bool) -> list[Box]:
    boxes = [Box()]
    for at in range(rng.randint(0, most)):
        boxes.append(Box(parent=rng.randint(0, at) if deepest else 0, coef=some(rng, 1, 1, 2, "0.5", 3, 0)))
    return boxes


def a_test(rng: random.Random, book: Book, parts: tuple[str, ...]) -> Assessed:
    return Assessed(box=rng.randrange(len(book.boxes)), max=some(rng, 20, 20, 20, 10, 5, 40, 7, 30, "12.5"),
                coef=some(rng, 1, 1, 1, 2, 3, "0.5", "1.7", 0), part=rng.choice(("ordinary",) * 3 + parts),
                to_scale=rng.random() < 0.3, formative=rng.random() < 0.08, omitted=rng.random() < 0.03)


def fr_exact_book(rng: random.Random) -> Book:
    book = Book("fr-exact", boxes=nested_boxes(rng, 2, True) if rng.random() < 0.5 else [Box()])
    parts = rng.choice(((), ("bonus",), ("optional",), ("bonus", "optional", "extra")))
    book.tests = [a_test(rng, book, parts) for _ in range(rng.randint(0, 8))]
    root = book.boxes[0]
    for box in book.boxes[1:]:
        box.part = "extra" if rng.random() < 0.1 else "ordinary"
        box.sums = rng.random() < 0.2
        box.lowest = rng.choice((0, 0, 0, 1))
    root.flat = rng.random() < 0.3
    root.sums = not root.flat and rng.random() < 0.4
    if rng.random() < 0.2:
        root.lowest, root.highest, root.keep = rng.randint(0, 2), rng.randint(0, 1), rng.randint(0, 4)
    if rng.random() < 0.2:
        root.round = (rng.choice(("up", "nearest")), some(rng, "0.1", "0.5", 1, "0.01"))
    book.figure = rng.choice(("by_policy",) * 4 + ("so_far", "if_nothing_more"))
    return book


def gepi_book(rng: random.Random) -> Book:
    book = Book("gepi", boxes=nested_boxes(rng, 3, True))
    book.tests = [a_test(rng, book, rng.choice(((), ("bonus", "optional")))) for _ in range(rng.randint(0, 8))]
    for box in book.boxes:
        box.flat = rng.random() < 0.3
        box.best_more = some(rng, 0, 0, 1, "0.5")
        if rng.random() < 0.4:
            box.round = (rng.choice(("up", "nearest")), some(rng, "0.1", "0.5", 1))
    return book


def pronote_book(rng: random.Random) -> Book:
    book = Book("pronote", boxes=nested_boxes(rng, 3, False))
    book.tests = [a_test(rng, book, rng.choice(((), ("bonus", "optional")))) for _ in range(rng.randint(0, 8))]
    root = book.boxes[0]
    root.flat = rng.random() < 0.4
    root.best_times, root.worst_times = some(rng, 1, 1, 2, "1.5"), some(rng, 1, 1, "0.5", 0)
    if rng.random() < 0.6:
        root.round = (rng.choice(("up", "nearest")), some(rng, "0.1", "0.5", 1))
    return book


def entcore_book(rng: random.Random) -> Book:
    book = Book("entcore", boxes=nested_boxes(rng, 3, False))
    book.tests = [a_test(rng, book, ()) for _ in range(rng.randint(0, 8))]
    return book


def moodle_items(rng: random.Random, book: Book, natural: bool) -> list[Assessed]:
    shares = rng.random() < 0.4
    equal = rng.random() < 0.4
    extra = rng.random() < 0.5
    tests = []
    for _ in range(rng.randint(0, 8)):
        test = a_test(rng, book, ("extra",) if extra else ())
        test.coef = test.coef or Fraction(1)
        test.max = Fraction(10) if equal else some(rng, 100, 100, 10, 20, 5, "12.5")
        test.min = Fraction(0) if rng.random() < 0.8 else some(rng, 1, "-5")
        if natural and shares and rng.random() < 0.5:
            test.share = some(rng, 0, "0.2", "0.3", "0.5", "0.7", 1)
        tests.append(test)
    return tests


def moodle_book(how: str) -> Callable[[random.Random], Book]:
    def make(rng: random.Random) -> Book:
        book = Book(f"moodle-{how}", boxes=nested_boxes(rng, 3, True))
        natural = how == "natural"
        for box in book.boxes:
            box.max = None if natural or rng.random() < 0.5 else some(rng, 10, 20, 50)
            box.missing_is_zero = rng.random() < 0.3
            box.sums = rng.random() < (0.3 if natural else 0.15)
            if rng.random() < 0.3:
                box.lowest, box.keep = rng.choice(((1, 0), (2, 0), (0, 1), (0, 3), (1, 2)))
            if box.parent >= 0 and box.coef > 0 and rng.random() < 0.1:
                box.part = "extra"
        for box in book.boxes:
            # Extra credit of coefficient 0 is none in Moodle: a sum makes it of what lies in a category that is extra credit.
            box.coef = box.coef or Fraction(any(one.part == "extra" for one in book.boxes))
        book.tests = moodle_items(rng, book, natural)
        book.figure = rng.choice(("by_policy",) * 4 + ("so_far", "if_nothing_more"))
        return book

    make.__name__ = how
    return make


def canvas_book(rng: random.Random) -> Book:
    book = Book(rng.choice(("canvas-points", "canvas-percent")))
    for _ in range(rng.randint(1, 3)):
        group = Box(parent=0, coef=some(rng, 20, 50, 30, 40, 100, 0))
        if rng.random() < 0.6:
            group.lowest, group.highest = rng.randint(0, 3), rng.randint(0, 2)
        book.boxes.append(group)
    for _ in range(rng.randint(0, 9)):
        never = rng.random() < 0.15
        book.tests.append(Assessed(box=rng.randint(1, len(book.boxes) - 1), never_dropped=never,
                                   part="extra" if rng.random() < 0.1 else "ordinary",
                                   max=some(rng, 10, 10, 20, 100, 5, "7.5"), omitted=rng.random() < 0.05))
    book.figure = rng.choice(("by_policy", "so_far", "if_nothing_more", "if_nothing_more"))
    return book


FRENCH: list[tuple[Callable[[random.Random], Book], Oracle, Fraction | None]] = [
    (fr_exact_book, french.fr_exact, Fraction(1, 100)),
    (gepi_book, french.gepi, Fraction(1, 10)),
    (pronote_book, french.pronote, Fraction(1, 100)),
    (entcore_book, french.entcore, None),
]
MOODLE = ("mean", "weighted-mean", "simple-weighted-mean", "mean-extra-credit", "median", "lowest", "highest", "mode",
          "natural")


# Fates of marks that the average may go by, or would go by in the place of another.
MOVES = ("counted", "counted_as_zero", "added", "dropped_lowest", "dropped_highest", "not_kept", "out_of_use")


def influence(oracle: Oracle, book: Book, marks: list[Mark], at: int) -> Fraction | None:
    """What the average would be without this mark."""
    return oracle(book, 0, [*marks[:at], "exempt", *marks[at + 1:]])


def hold(book: Book, marks: list[Mark], answer: str, oracle: Oracle, shown_step: Fraction | None) -> None:
    first, *explained = answer.split(" | ")
    words = first.split()
    expected = oracle(book, 0, marks)
    told = f"{lines(book)}\n{[mark_text(mark) for mark in marks]}\n{answer}"
    assert "plain_differs" not in words, told
    if expected is None:
        assert words[0] != "average", told
        return
    assert words[0] == "average" and words[2] == fraction(expected), f"{told}\nexpected {expected}"
    shown = expected if shown_step is None else nearest(expected, shown_step)
    assert words[3] == decimal(shown), told
    exact = Fraction(words[1])
    # Roundings of the outermost box hide an influence; without one, it is the difference of two averages.
    if exact != expected or book.boxes[0].round:
        return
    for at, line in enumerate(explained):
        fate, _, moved = line.split()
        if fate in MOVES:
            without = influence(oracle, book, marks, at)
            assert moved == ("-" if without is None else fraction(exact - without)), f"{told}\nmark {at}"


def hold_all(make: Callable[[random.Random], Book], oracle: Oracle, shown_step: Fraction | None) -> None:
    rng = random.Random(f"averages {make.__name__}")
    asked = []
    questions = []
    for _ in range(BOOKS):
        book = make(rng)
        marks = marks_of(rng, book)
        asked.append((book, marks))
        explain = oracle is not french.gepi and oracle is not french.entcore and rng.random() < 0.2
        questions += [*lines(book), " ".join(["explain" if explain else "pupil", *map(mark_text, marks)])]
    answers = ask(questions)
    assert len(answers) == BOOKS
    for (book, marks), answer in zip(asked, answers, strict=True):
        hold(book, marks, answer, oracle, shown_step)
    averages = sum(answer.startswith("average") for answer in answers)
    assert averages > BOOKS // 2, "most books have an average"


@pytest.mark.parametrize(("make", "oracle", "shown_step"), FRENCH, ids=lambda value: getattr(value, "__name__", ""))
def test_french(make: Callable[[random.Random], Book], oracle: Oracle, shown_step: Fraction | None) -> None:
    hold_all(make, oracle, shown_step)


@pytest.mark.parametrize("how", MOODLE)
def test_moodle(how: str) -> None:
    hold_all(moodle_book(how), moodle.total, Fraction(1, 100))


def test_moodle_natural_by_its_passes() -> None:
    """The points of nested categories, held against a second oracle that keeps to the source's order. Only categories without others count what is
    missing as 0: how many points an empty category is then of is what was stored for it before."""
    rng = random.Random("passes")
    asked, questions = [], []
    for _ in range(BOOKS):
        book = moodle_book("natural")(rng)
        book.figure = "by_policy"
        for at, box in enumerate(book.boxes):
            box.sums = False
            box.missing_is_zero = box.missing_is_zero and not book.boxes_in(at)
        marks = marks_of(rng, book)
        asked.append((book, marks))
        questions += [*lines(book), " ".join(["pupil", *map(mark_text, marks)])]
    for (book, marks), answer in zip(asked, ask(questions), strict=True):
        words = answer.split()
        expected = passes.total(book, marks)
        told = words[2] if words[0] == "average" else None
        assert told == (None if expected is None else fraction(expected)), f"{lines(book)}\n{list(map(mark_text, marks))}\n{answer}\n{expected}"


def test_canvas() -> None:
    rng = random.Random("canvas")
    asked, questions = [], []
    for _ in range(BOOKS):
        book = canvas_book(rng)
        marks = marks_of(rng, book)
        asked.append((book, marks))
        questions += [*lines(book), " ".join(["pupil", *map(mark_text, marks)])]
    for (book, marks), answer in zip(asked, ask(questions), strict=True):
        words = answer.split()
        told = None if words[0] != "average" else Fraction(words[2])
        allowed = canvas.allowed(book, marks)
        assert told in allowed, f"{lines(book)}\n{list(map(mark_text, marks))}\n{answer}\nallowed {allowed}"


def a_fraction(rng: random.Random) -> Fraction:
    bits = rng.choice((3, 8, 20, 40, 62))
    return Fraction(rng.randint(-2**bits, 2**bits), rng.randint(1, 2**bits))


def test_sums_of_fractions() -> None:
    """Sums that outgrow 128 bits are as exact as the others."""
    rng = random.Random("fractions")
    questions, expected = [], []
    for _ in range(4000):
        how = rng.choice(("sum", "difference", "product", "quotient"))
        values = [value for value in (a_fraction(rng) for _ in range(rng.randint(1, 30))) if value != 0] or [Fraction(1)]
        result = values[0]
        for value in values[1:]:
            result = {"sum": result + value, "difference": result - value, "product": result * value,
                      "quotient": result / value}[how]
        steps = result * 100
        half = Fraction(1, 2)
        whole = [nearest(result, Fraction(1, 100)), Fraction(math.floor(steps + half), 100),
                 Fraction(math.ceil(steps - half), 100), Fraction(math.ceil(steps), 100), Fraction(math.floor(steps), 100)]
        questions.append(" ".join(["fractions", how, *map(fraction, values)]))
        expected.append(" ".join([*map(fraction, [result, *whole]), str(int(result < values[0]))]))
    assert ask(questions) == expected
    assert any(len(answer) > 200 for answer in expected), "some outgrow 128 bits"


def general(subjects: list[tuple[Fraction | None, Fraction, Fraction | None, str]], policy: str,
            year: bool) -> Fraction | None:
    """The rules of general averages, product by product."""
    above = below = Fraction(0)
    for average, common, own, mode in subjects:
        coef = Fraction(1) if policy == "entcore" and not year else common if own is None else own
        if average is None or coef <= 0:
            continue
        if mode == "from_half" and policy != "entcore" and average < 10:
            continue
        if mode == "bonus" and policy != "entcore":
            above += coef * max(average - 10, Fraction(0))
            continue
        above += coef * average
        below += coef
    if below == 0:
        return None
    average = above / below
    return Fraction(math.floor(average * 10 + Fraction(1, 2)), 10) if policy == "entcore" and not year else average


def category(subjects: list[tuple[Fraction | None, Fraction, Fraction | None, str]], policy: str) -> Fraction | None:
    """GEPI's average of a category (`moy_cat_eleve`, lib/calcul_moy_gen.inc.php): plain coefficients, whatever the modes. Open-ENT has no
    categories: they are made as its general average is."""
    marked = [(average, Fraction(1) if policy == "entcore" else common if own is None else own) for average, common, own, _ in subjects
              if average is not None]
    weights = sum((coef for _, coef in marked), Fraction(0))
    if not weights:
        return None
    average = sum((value * coef for value, coef in marked), Fraction(0)) / weights
    return Fraction(math.floor(average * 10 + Fraction(1, 2)), 10) if policy == "entcore" else average


def test_sums_of_subjects() -> None:
    rng = random.Random("general")
    questions, expected = [], []
    for _ in range(10000):
        policy = rng.choice(("fr-exact", "gepi", "pronote", "entcore"))
        year = policy != "entcore" and rng.random() < 0.3
        subjects = []
        for _ in range(rng.randint(0, 12)):
            average = None if rng.random() < 0.1 else Fraction(rng.randint(0, 2000), rng.choice((100, 101, 140, 173)))
            own = some(rng, 0, 2, "1.5") if rng.random() < 0.1 else None
            mode = rng.choice(("ordinary",) * 4 + ("from_half", "bonus"))
            subjects.append((average, some(rng, 1, 1, 2, "0.5", 3, 0), own, mode))
        words = [":".join(["-" if average is None else fraction(average), decimal(coef),
                           "-" if own is None else decimal(own), mode]) for average, coef, own, mode in subjects]
        questions += [" ".join(["year" if year else "general", policy, *words]), " ".join(["category", policy, *words])]
        expected += [general(subjects, policy, year), category(subjects, policy)]
    for question, answer, average in zip(questions, ask(questions), expected, strict=True):
        words = answer.split()
        assert (words[2] if words[0] == "average" else None) == (None if average is None else fraction(average)), question


def quartile(ordered: list[Fraction], share: Fraction) -> Fraction:
    """The smallest value that at least this share of all values do not exceed."""
    return next(value for at, value in enumerate(ordered) if Fraction(at + 1, len(ordered)) >= share)


def test_sums_of_a_class() -> None:
    rng = random.Random("statistics")
    questions, expected = [], []
    for _ in range(10000):
        values = [None if rng.random() < 0.15 else Fraction(rng.randint(0, 160), 8) for _ in range(rng.randint(0, 36))]
        marked = sorted(value for value in values if value is not None)
        between = rng.random() < 0.3
        words = [str(len(marked))]
        if marked:
            quarters = [quartile(marked, Fraction(1, 4)), quartile(marked, Fraction(3, 4))]
            if between and len(marked) > 1:
                cuts = statistics.quantiles(marked, n=4, method="inclusive")
                quarters = [cuts[0], cuts[2]]
            words += map(fraction, [sum(marked, Fraction(0)) / len(marked), marked[0], quarters[0],
                                    Fraction(statistics.median(marked)), quarters[1], marked[-1]])
        bands = [sum(low <= value < high for value in marked)
                 for low, high in ((0, 5), (5, 8), (8, 10), (10, 12), (12, 15), (15, 21))]
        shown = [None if value is None else nearest(value, Fraction(1, 100)) for value in values]
        ranks = [0 if own is None else 1 + sum(other is not None and other > own for other in shown) for own in shown]
        expected.append(" ".join([*words, "|", *map(str, bands), "|", *map(str, ranks)]).strip())
        questions.append(" ".join(["statistics", f"quartiles={'linear' if between else 'nearest_rank'}",
                                   *["-" if value is None else fraction(value) for value in values]]))
    assert [answer.strip() for answer in ask(questions)] == expected


@pytest.mark.parametrize("name", ["student-mat-GP.csv", "student-por-GP.csv"])
def test_sums_of_real_marks(name: str) -> None:
    """Marks of two real subjects over three periods, against pandas."""
    pandas = pytest.importorskip("pandas")
    here = pathlib.Path(os.environ.get("ENT_SHARED_DATA", pathlib.Path(__file__).parents[3] / "shared" / "data"))
    path = here / "uci-student" / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    marks = pandas.read_csv(path, sep=";")[["G1", "G2", "G3"]]
    book = Book("fr-exact", tests=[Assessed() for _ in range(3)])
    rows = [" ".join(["pupil", *map(str, row)]) for row in marks.itertuples(index=False)]
    means = [Fraction(answer.split()[2]) for answer in ask([*lines(book), *rows])]
    assert len(means) > 300
    assert all(abs(float(own) - other) < 1e-9 for own, other in zip(means, marks.mean(axis=1), strict=True))
    told = ask([" ".join(["statistics", "quartiles=linear", *map(fraction, means)])])[0].split(" | ")
    expected = marks.mean(axis=1).describe()
    for own, key in zip(told[0].split()[1:], ("mean", "min", "25%", "50%", "75%", "max"), strict=True):
        assert abs(float(Fraction(own)) - expected[key]) < 1e-9
    ranks = marks.mean(axis=1).round(2).rank(method="min", ascending=False).astype(int)
    assert [int(rank) for rank in told[2].split()] == list(ranks)
