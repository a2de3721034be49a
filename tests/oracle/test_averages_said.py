"""Presets with every field that a school may say otherwise, at random: the library's averages against averages_said.py."""
from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

import averages_said as oracle
import pytest
from averages_text import Book, decimal, fraction, lines, mark_text
from test_averages import (BOOKS, MOODLE, ask, canvas_book, entcore_book, fr_exact_book, gepi_book, marks_of, moodle_book,
                           pronote_book)

MAKERS: list[Callable[[random.Random], Book]] = [fr_exact_book, gepi_book, pronote_book, entcore_book,
                                                 *map(moodle_book, MOODLE), canvas_book]


def plain(book: Book) -> Book:
    """Without what boxes say themselves: that is the school's to say here."""
    if book.policy.startswith("moodle-"):
        book.figure = "by_policy"
    for box in book.boxes:
        box.round = None
        box.best_more, box.best_times, box.worst_times = Fraction(0), Fraction(1), Fraction(1)
        box.missing_is_zero = box.sums = False
        if book.policy == "fr-exact":
            box.lowest = box.highest = box.keep = 0
            box.part = "ordinary"
    return book


def question(book: Book, said: oracle.Said) -> list[str]:
    first, *rest = lines(book)
    return [f"{first} {said.words()}".strip(), *rest]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_what_a_school_says(make: Callable[[random.Random], Book]) -> None:
    rng = random.Random(f"said {make.__name__}")
    asked, questions = [], []
    for _ in range(BOOKS):
        book = plain(make(rng))
        said = oracle.a_said(rng, book.policy)
        for test in book.tests:
            if said.optional and rng.random() < 0.5:  # so many that the ways to count them come apart
                test.part = "optional"
        marks = marks_of(rng, book)
        asked.append((book, said, marks))
        questions += [*question(book, said), " ".join(["pupil", *map(mark_text, marks)])]
    answers = ask(questions)
    assert len(answers) == BOOKS
    averages = 0
    for (book, said, marks), answer in zip(asked, answers, strict=True):
        words = answer.split()
        told = f"{question(book, said)}\n{[mark_text(mark) for mark in marks]}\n{answer}"
        assert "plain_differs" not in words, told
        allowed = oracle.exact(book, marks, said)
        if words[0] != "average":
            assert None in allowed, f"{told}\nexpected {allowed}"
            continue
        averages += 1
        value = Fraction(words[2])
        assert value in allowed, f"{told}\nexpected {[one and fraction(one) for one in allowed]}"
        assert words[3] == decimal(oracle.rounded(value, *oracle.shown_rule(book.policy, said))), told
    assert averages > BOOKS // 2, "most books have an average"
