"""What clashes, found minute by minute and pupil by pupil: `clashes.py CASES SEED FILE` writes random timetables with
what cannot take place at one time.

Of each lesson it lists who and what is taken in each of its minutes. A group is itself, all of its declared ties and its
members of the day; two lessons share pupils when these have something in common. The file, a case after the other:

    case
    tie GROUP GROUP
    stay GROUP PUPIL FIRST_DAY LAST_DAY
    lesson ID DAY BEGINS ENDS p:1,2 r:3 g:4,5
    clash SHARED ID OTHER DAY BEGINS ENDS IDS        of all pairs, in the order of time
    against SHARED ID OTHER DAY BEGINS ENDS IDS      what is against the first lesson
    end
"""
import itertools
import random
import sys

DAYS = (20_710, 20_711, 20_712)


def make_case(dice: random.Random) -> dict:
    groups = [50 + number for number in range(dice.randint(1, 6))]
    ties = [tuple(sorted(dice.sample(groups, 2))) for _ in range(dice.randint(0, 3)) if len(groups) > 1]
    stays = []
    for _ in range(dice.randint(0, 8)):
        first = dice.choice(DAYS)
        stays.append((dice.choice(groups), dice.randint(1, 4), first, first + dice.randint(0, 2)))
    lessons = []
    for number in range(dice.randint(2, 9)):
        begins = dice.randrange(480, 600, 5)
        lessons.append({
            "id": 1000 + number, "day": dice.choice(DAYS), "begins": begins, "ends": begins + dice.choice((5, 30, 55, 60)),
            "teacher": sorted(dice.sample(range(1, 6), dice.randint(0, 2))),
            "room": sorted(dice.sample(range(21, 25), dice.randint(0, 2))),
            "group": sorted(dice.sample(groups, dice.randint(0, min(2, len(groups)))))})
    return {"ties": ties, "stays": stays, "lessons": lessons}


def pupils(case: dict, group: int, day: int) -> set:
    """All that makes a group meet another one on a day."""
    found = {("group", group)}
    found |= {("tie", tie) for tie in case["ties"] if group in tie}
    found |= {("pupil", pupil) for one, pupil, first, last in case["stays"] if one == group and first <= day <= last}
    return found


def common(case: dict, one: dict, other: dict) -> list[tuple[str, int, int, list[int]]]:
    minutes = {(one["day"], minute) for minute in range(one["begins"], one["ends"])}
    minutes &= {(other["day"], minute) for minute in range(other["begins"], other["ends"])}
    if not minutes:
        return []
    begins, ends = min(minutes)[1], max(minutes)[1] + 1
    shared = []
    for kind in ("teacher", "room"):
        both = [number for number in one[kind] if number in other[kind]]
        shared.append((kind, begins, ends, both))
    there = set().union(*(pupils(case, group, other["day"]) for group in other["group"]))
    shared.append(("group", begins, ends, [group for group in one["group"] if pupils(case, group, one["day"]) & there]))
    return [line for line in shared if line[3]]


def write_case(case: dict, out) -> None:
    order = sorted(case["lessons"], key=lambda lesson: (lesson["day"], lesson["begins"], lesson["ends"], lesson["id"]))
    print("case", file=out)
    for one, other in case["ties"]:
        print("tie", one, other, file=out)
    for stay in case["stays"]:
        print("stay", *stay, file=out)
    for lesson in case["lessons"]:
        lists = " ".join(f"{letter}:{','.join(map(str, lesson[kind]))}"
                         for letter, kind in (("p", "teacher"), ("r", "room"), ("g", "group")))
        print("lesson", lesson["id"], lesson["day"], lesson["begins"], lesson["ends"], lists, file=out)
    for one, other in itertools.combinations(order, 2):
        for kind, begins, ends, ids in common(case, one, other):
            print("clash", kind, one["id"], other["id"], one["day"], begins, ends, ",".join(map(str, ids)), file=out)
    first, ranks = case["lessons"][0], ("teacher", "room", "group")
    found = [(begins, other["id"], ranks.index(kind), ends, ids) for other in case["lessons"][1:]
             for kind, begins, ends, ids in common(case, first, other)]
    for begins, other, rank, ends, ids in sorted(found):
        print("against", ranks[rank], first["id"], other, first["day"], begins, ends, ",".join(map(str, ids)), file=out)
    print("end", file=out)


def main() -> None:
    cases, seed, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    dice = random.Random(seed)
    with open(path, "w", encoding="utf-8") as out:
        for _ in range(cases):
            write_case(make_case(dice), out)


if __name__ == "__main__":
    main()
