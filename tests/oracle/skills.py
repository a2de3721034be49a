"""skills.py COUNT SEED FILE: random levels of items and what they come to, worked out slowly from docs/skills.md.

A line is a question and its answer, with `=` between them:
    item METHOD, then `day rank ranks value subject` for each level = score degree state
    total METHOD, then `score degree state coefficient` for each item = items evaluated acquired partly score share degree
Scores are fractions, `-` where there is none.
"""
from __future__ import annotations

import math
import random
import sys
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction as F


@dataclass
class Level:
    day: int
    rank: int
    ranks: int
    value: F
    subject: int


def percent(level: Level) -> F:
    return level.value


def rank(level: Level) -> F:
    return F(level.rank)


def points(level: Level) -> F:
    """The place among four that is as far up; from the middle upwards."""
    place = math.floor(F(3 * (level.rank - 1), level.ranks - 1) + 1 + F(1, 2))
    return F({1: 10, 2: 25, 3: 40, 4: 50}[place])


def weighted(pairs: list[tuple[F, int]]) -> F:
    expanded = [figure for figure, times in pairs for _ in range(times)]
    return sum(expanded, F(0)) / len(expanded)


def mean(figures: list[F]) -> F:
    return weighted([(figure, 1) for figure in figures])


def growing(figures: list[F]) -> F:
    return weighted([(figure, place) for place, figure in enumerate(figures, 1)])


def doubling(figures: list[F]) -> F:
    return weighted([(figure, 2 ** place) for place, figure in enumerate(figures[-5:])])


def best(most: int, figures: list[F]) -> F:
    return mean(sorted(figures, reverse=True)[:most])


def frequent(figures: list[F]) -> F:
    counts = Counter(figures)
    return max(figure for figure in figures if counts[figure] == max(counts.values()))


def last_with_best_of_a_day(levels: list[Level]) -> F:
    return mean([points(level) for level in sorted(levels, key=lambda one: (one.day, points(one)))][-5:])


def rounded(figure: F, step: F) -> F:
    """Half away from zero; nothing here is below 0."""
    return step * math.floor(figure / step + F(1, 2))


def frequent_lower(figures: list[F]) -> F:
    counts = Counter(figures)
    return min(figure for figure in figures if counts[figure] == max(counts.values()))


def by_subject(levels: list[Level], one) -> F:
    return mean([one([rank(level) for level in levels if level.subject == subject]) for subject in {level.subject for level in levels}])


PERCENTS = {
    "mean": mean, "last": lambda f: f[-1], "best": max, "best-two": lambda f: best(2, f), "best-three": lambda f: best(3, f),
    "frequent": frequent, "growing": growing, "doubling": doubling,
}
SACOCHE = {
    "sacoche": doubling, "sacoche-growing": lambda f: growing(f[-9:]), "sacoche-mean": mean, "sacoche-best": max,
    "sacoche-best-two": lambda f: best(2, f), "sacoche-best-three": lambda f: best(3, f), "sacoche-frequent": frequent,
    "sacoche-frequent-lower": frequent_lower,
}
POINTS = {"pronote": mean, "pronote-best": lambda f: best(5, f), "pronote-growing": growing}
SUBJECTS = {"entcore": max, "entcore-mean": lambda f: rounded(mean(f), F("0.01"))}
METHODS = [*PERCENTS, *SACOCHE, *POINTS, *SUBJECTS, "pronote-last"]


def score_of(method: str, levels: list[Level]) -> F | None:
    if not levels:
        return None
    if method in PERCENTS:
        return PERCENTS[method]([percent(level) for level in levels])
    if method in SACOCHE:
        return rounded(SACOCHE[method]([percent(level) for level in levels]), F(1))
    if method in POINTS:
        return POINTS[method]([points(level) for level in levels])
    if method in SUBJECTS:
        return by_subject(levels, SUBJECTS[method])
    return last_with_best_of_a_day(levels)


def degree_of(method: str, score: F | None) -> int:
    if score is None:
        return 0
    if method.startswith("pronote"):
        return 4 if score > 45 else 3 if score >= 33 else 2 if score >= 18 else 1
    low = {"entcore": [F("1.5"), F("2.5"), F("3.5")], "sacoche": [F(35), F(60), F(81)]}
    bounds = low.get(method.split("-")[0], [F("16.5"), F(50), F("83.5")])
    return 4 if score >= bounds[2] else 3 if score >= bounds[1] else 2 if score >= bounds[0] else 1


def state_of(method: str, score: F | None) -> str:
    if score is None:
        return "none"
    if method.startswith("pronote"):
        return "acquired" if score >= 33 else "not"
    if method.startswith("entcore"):
        return "acquired" if score > 2 else "not"
    return "acquired" if score > 60 else "partly" if score >= 40 else "not"


def told(number: F | None) -> str:
    return "-" if number is None else f"{number.numerator}/{number.denominator}"


def total_of(method: str, parts: list[tuple[F | None, int, str, F]]) -> str:
    there = [part for part in parts if part[0] is not None]
    acquired = [part for part in there if part[2] == "acquired"]
    partly = [part for part in there if part[2] == "partly"]
    weight = sum((part[3] for part in there), F(0))
    score = sum((part[0] * part[3] for part in there), F(0)) / weight if weight else None
    share = (len(acquired) + F(len(partly), 2)) * 100 / len(there) if there else None
    if method in SACOCHE:
        score, share = (None if figure is None else rounded(figure, F(1)) for figure in (score, share))
    if method.startswith("entcore"):
        measure = mean([F(part[1]) for part in there]) if there else None
    else:
        measure = share if method.startswith("sacoche") else score
    return " ".join(map(str, [len(parts), len(there), len(acquired), len(partly), told(score), told(share), degree_of(method, measure)]))


def some_levels(rng: random.Random) -> list[Level]:
    values = {2: [0, 100], 3: [0, 50, 100], 4: [0, 33, 67, 100], 5: [0, 25, 50, 75, 110], 6: [0, 20, 40, 60, 80, 100]}
    days = sorted(rng.randint(1, 12) for _ in range(rng.choice([0, 1, 1, 2, 3, 4, 5, 6, 7, 9, 12])))
    few = rng.choice([[4], [4], [2], [3, 4], [2, 3, 4, 5, 6]])
    levels = []
    for day in days:
        ranks = rng.choice(few)
        place = rng.randint(1, ranks)
        levels.append(Level(day, place, ranks, F(values[ranks][place - 1]) + rng.choice([0, 0, 0, F("0.5")]), rng.randint(0, 2)))
    return levels


def main(count: int, seed: int, path: str) -> None:
    rng = random.Random(seed)
    with open(path, "w", encoding="ascii") as out:
        for number in range(count):
            method = METHODS[number % len(METHODS)]
            parts = []
            for _ in range(rng.randint(1, 4)):
                levels = some_levels(rng)
                score = score_of(method, levels)
                degree, state = degree_of(method, score), state_of(method, score)
                asked = "".join(f" {one.day} {one.rank} {one.ranks} {float(one.value)} {one.subject}" for one in levels)
                out.write(f"item {method}{asked} = {told(score)} {degree} {state}\n")
                parts.append((score, degree, state, rng.choice([F(1), F(1), F(0), F(2), F("0.5"), F(3)])))
            asked = "".join(f" {told(score)} {degree} {state} {float(weight)}" for score, degree, state, weight in parts)
            out.write(f"total {method}{asked} = {total_of(method, parts)}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
