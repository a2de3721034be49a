"""skills_products.py COUNT SEED FILE: what skills come to in SACoche and in Open-ENT's competences, after those products' own sources.

SACoche: `_inc/class.OutilBilan.php` (the score of an item, states, shares, degrees) and `_inc/class.Clean.php` (the limits of each method).
Open-ENT: `DefaultCompetenceNoteService` (figures by subject), `DefaultBFCService` (final levels, years before, domains). Written anew from what
they do, and by other means than the library: levels stand one by one, and everything is counted out.

A line is a question and its answer, with `=` between them:
    balance METHOD[/LATEST][:BOUND,BOUND...] EARLIER FIRST, then for each item `|`, its coefficient, the degree that was decided or `-`, and
        `day rank ranks value subject` for each level = `score degree state` of each item and `|`, then `score share degree` of their domain
"""
from __future__ import annotations

import random
import sys
from dataclasses import dataclass, field
from fractions import Fraction as F

from skills import Level

FIRST = 40  # the day on which the span begins; levels of days before are earlier ones


@dataclass
class Item:
    coefficient: F
    decided: int | None = None
    levels: list[Level] = field(default_factory=list)


@dataclass
class Told:
    """What a product makes of an item; nothing where it has no score."""

    score: F | None = None
    degree: int = 0
    state: str = "none"


def whole(number: F) -> int:
    """As PHP rounds: the half away from zero."""
    twice = 2 * number
    return int((twice + 1) // 2) if twice >= 0 else -int((1 - twice) // 2)


# SACoche

LIMITS = {"sacoche": [1, 2, 3, 4, 5], "sacoche-growing": list(range(1, 10))}
OTHER_LIMITS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 30, 40, 50, 0]
SACOCHE = ["sacoche", "sacoche-growing", "sacoche-mean", "sacoche-best", "sacoche-best-two", "sacoche-best-three", "sacoche-frequent",
           "sacoche-frequent-lower"]
USUAL_LIMIT = {"sacoche": 5, "sacoche-growing": 9}


def sacoche_score(method: str, limit: int, values: list[F]) -> int:
    if limit and len(values) > limit:
        values = values[-limit:]
    if method in ("sacoche", "sacoche-growing", "sacoche-mean"):
        points = weights = 0
        weight = 1
        for value in values:
            points, weights = points + value * weight, weights + weight
            weight = weight * 2 if method == "sacoche" else weight + 1 if method == "sacoche-growing" else 1
        return whole(F(points, weights))
    if "best" in method:
        how_many = {"best": 1, "two": 2, "three": 3}[method.rsplit("-", 1)[1]]
        best: list[F] = []
        left = list(values)
        while left and len(best) < how_many:
            best.append(left.pop(left.index(max(left))))
        return whole(sum(best, F(0)) / len(best))
    often = max(values.count(value) for value in values)
    ties = {value for value in values if values.count(value) == often}
    return whole(min(ties) if method.endswith("lower") else max(ties))


def sacoche_state(score: int) -> str:
    """The usual three states: 0 to 39, 40 to 60, 61 to 100; what is above 100 is in the last."""
    return next(state for last, state in ((39, "not"), (60, "partly"), (100, "acquired")) if min(score, 100) <= last)


def sacoche_degree(percentage: int) -> int:
    """The usual four: to 34, to 59, to 80, to 100 and above."""
    return next((degree for degree, last in enumerate((34, 59, 80, 100), 1) if percentage <= last), 4)


def sacoche(method: str, limit: int | None, items: list[Item]) -> tuple[list[Told], str]:
    limit = USUAL_LIMIT.get(method, 0) if limit is None else limit
    told = []
    for item in items:
        if not item.levels:
            told.append(Told())
            continue
        score = sacoche_score(method, limit, [level.value for level in item.levels])
        told.append(Told(F(score), sacoche_degree(score), sacoche_state(score)))
    there = [(one, item.coefficient) for one, item in zip(told, items, strict=True) if one.score is not None]
    if not there:
        return told, "- - 0"
    weights = sum((weight for _, weight in there), F(0))
    mean = "-" if not weights else str(whole(sum((one.score * weight for one, weight in there if one.score is not None), F(0)) / weights))
    worth = {"not": 0, "partly": 50, "acquired": 100}
    share = whole(F(sum(worth[one.state] for one, _ in there), len(there)))
    return told, f"{mean} {share} {sacoche_degree(share)}"


# Open-ENT

ENTCORE = ["entcore", "entcore-mean"]


def hundredths(number: F) -> F:
    return F(whole(number * 100), 100)


def place(figure: F, bounds: list[F]) -> int:
    """How many bounds it has come past, the last one being no more than an end."""
    passed = 0
    for bound in bounds[:-1]:
        if figure < bound:
            break
        passed += 1
    return passed


def entcore(method: str, bounds: list[F], before_too: bool, items: list[Item]) -> tuple[list[Told], str]:
    told, places = [], []
    for item in items:
        this_year: dict[int, list[int]] = {}
        before: dict[int, list[int]] = {}
        for level in item.levels:
            (this_year if level.day >= FIRST else before).setdefault(level.subject, []).append(level.rank - 1)
        subjects = this_year or (before if before_too else {})
        figures = [F(max(levels)) if method == "entcore" else hundredths(F(sum(levels), len(levels))) for levels in subjects.values()]
        score = sum(figures, F(0)) / len(figures) + 1 if figures else None
        told.append(Told() if score is None else Told(score, place(score, bounds), "acquired" if score > 2 else "not"))
        if item.decided is not None:  # a final level in each subject
            places.append((F(item.decided), place(F(item.decided), bounds), item.coefficient))
        elif score is not None:
            places.append((score, place(score, bounds), item.coefficient))
    if not places:
        return told, "- - 0"
    weights = sum((weight for _, _, weight in places), F(0))
    mean = figure(sum((score * weight for score, _, weight in places), F(0)) / weights if weights else None)  # that product has none
    share = F(100 * sum(score > 2 for score, _, _ in places), len(places))
    return told, f"{mean} {figure(share)} {place(F(sum(at for _, at, _ in places), len(places)), bounds)}"


# Questions

VALUES = {2: [0, 100], 3: [0, 50, 100], 4: [0, 33, 67, 100], 5: [0, 25, 50, 75, 120], 6: [0, 20, 40, 60, 80, 105]}


def figure(number: F | None) -> str:
    """To six decimals, as it is told."""
    if number is None:
        return "-"
    before, after = divmod(whole(number * 10**6), 10**6)
    return f"{before}.{after:06d}".rstrip("0").rstrip(".") if after else str(before)


def some_levels(rng: random.Random, first: int) -> list[Level]:
    ranks = rng.choice([2, 3, 4, 4, 4, 5, 6])
    days = sorted(rng.randint(first, 90) for _ in range(rng.choice([0, 1, 1, 2, 3, 4, 5, 6, 8, 11, 25])))
    few = rng.sample(range(1, ranks + 1), min(ranks, rng.choice([2, 6])))
    levels = []
    for day in days:
        rank = rng.choice(few)
        levels.append(Level(day, rank, ranks, F(VALUES[ranks][rank - 1]), rng.choice([0, 0, 1, 2])))
    return levels


def question(rng: random.Random) -> str:
    method = rng.choice(SACOCHE + ENTCORE + ENTCORE)
    items = [Item(rng.choice([F(1), F(1), F(0), F(2), F("0.5"), F(3)]), None, some_levels(rng, 1 if method in ENTCORE else FIRST))
             for _ in range(rng.randint(1, 6))]
    name, earlier = method, "left_out"
    if method in ENTCORE:
        bounds = rng.choice([["1", "1.5", "2.5", "3.5", "4"], ["1", "1.4", "2.2", "3.6", "4"], ["1", "1.5", "2.5", "3.5", "4.5", "5"],
                             ["1", "1.67", "2.34", "3"]])
        if bounds != ["1", "1.5", "2.5", "3.5", "4"]:
            name += ":" + ",".join(bounds[1:-1])
        for item in items:
            item.decided = rng.randint(1, len(bounds) - 1) if rng.random() < 0.15 else None
        earlier = rng.choice(["left_out", "if_nothing"])
        told, domain = entcore(method, [F(bound) for bound in bounds], earlier == "if_nothing", items)
    else:
        limit = rng.choice([None, *LIMITS.get(method, [limit for limit in OTHER_LIMITS if limit])])
        name += "" if limit is None else f"/{limit}"
        told, domain = sacoche(method, limit, items)
    asked = "".join(f" | {float(item.coefficient)} {'-' if item.decided is None else item.decided}" +
                    "".join(f" {one.day} {one.rank} {one.ranks} {float(one.value)} {one.subject}" for one in item.levels) for item in items)
    answer = "".join(f"{figure(one.score)} {one.degree} {one.state} | " for one in told)
    return f"balance {name} {earlier} {FIRST}{asked} = {answer}{domain}\n"


def main(count: int, seed: int, path: str) -> None:
    rng = random.Random(seed)
    with open(path, "w", encoding="ascii") as out:
        for _ in range(count):
            out.write(question(rng))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
