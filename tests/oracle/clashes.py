"""What clashes, found minute by minute and pupil by pupil: `clashes.py CASES SEED FILE` writes random timetables with
what cannot take place at one time.

Of each lesson it lists who and what is taken in each of its minutes. A group is itself, all of its declared ties and its
members of the day; two lessons share pupils when these have something in common. In a third of the cases the lessons are of
schools in several time zones, around the night in which the clocks of Paris are set back: a minute is one of UTC, and a clash is
told by the clock of its first lesson. The file, a case after the other:

    case
    tie GROUP GROUP
    stay GROUP PUPIL FIRST_DAY LAST_DAY
    lesson ID DAY BEGINS ENDS p:1,2 r:3 g:4,5 z:ZONE
    clash SHARED ID OTHER DAY BEGINS ENDS IDS        of all pairs, in the order of time
    against SHARED ID OTHER DAY BEGINS ENDS IDS      what is against the first lesson
    end
"""
import datetime
import itertools
import random
import sys
import zoneinfo

DAYS = (20_710, 20_711, 20_712)
NEW_CLOCK = datetime.datetime(2026, 10, 25, tzinfo=datetime.timezone.utc)
ZONES = ("Europe/Paris", "Indian/Reunion", "Pacific/Tahiti", "Pacific/Wallis", "America/Guadeloupe", "Pacific/Noumea")
EPOCH = datetime.date(1970, 1, 1)


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


def make_case_of_zones(dice: random.Random) -> dict:
    """Schools have nothing in common but teachers, whose lessons all lie within some hours of a day or two."""
    schools = [(1 + place, zone) for place, zone in enumerate(dice.choices(ZONES, k=dice.randint(2, 3)))]
    begin = NEW_CLOCK + datetime.timedelta(days=dice.randint(-2, 1), hours=dice.randint(2, 23))
    lessons = []
    for number in range(dice.randint(2, 9)):
        school, zone = dice.choice(schools)
        here = (begin + datetime.timedelta(minutes=dice.randrange(0, 180, 5))).astimezone(zoneinfo.ZoneInfo(zone))
        begins, night = here.hour * 60 + here.minute, 4 * 60  # no lesson lies in the hour that is there twice
        length = dice.choice((5, 30, 55, 60))
        if begins < night or begins + length > 24 * 60:
            continue
        lessons.append({
            "id": school << 32 | 1000 + number, "day": (here.date() - EPOCH).days, "begins": begins, "ends": begins + length, "zone": zone,
            "teacher": sorted(dice.sample(range(1, 4), dice.randint(0, 2))), "room": [school << 32 | dice.randint(1, 3)],
            "group": [school << 32 | dice.randint(51, 53)]})
    return {"ties": [], "stays": [], "lessons": lessons} if lessons else make_case_of_zones(dice)


def some_case(dice: random.Random) -> dict:
    return dice.choice((make_case, make_case, make_case_of_zones))(dice)


def minute(lesson: dict, shown: int) -> int:
    """When the clock of the lesson's school shows a minute of its day."""
    if "zone" not in lesson:
        return lesson["day"] * 24 * 60 + shown
    day = datetime.datetime.combine(EPOCH + datetime.timedelta(days=lesson["day"]), datetime.time(shown // 60, shown % 60))
    return int(day.replace(tzinfo=zoneinfo.ZoneInfo(lesson["zone"])).timestamp()) // 60


def minutes_of(lesson: dict) -> dict[int, int]:
    """The minutes that it takes, and what its clock shows in each."""
    return {minute(lesson, shown): shown for shown in range(lesson["begins"], lesson["ends"])}


def pupils(case: dict, group: int, day: int) -> set:
    """All that makes a group meet another one on a day."""
    found = {("group", group)}
    found |= {("tie", tie) for tie in case["ties"] if group in tie}
    found |= {("pupil", pupil) for one, pupil, first, last in case["stays"] if one == group and first <= day <= last}
    return found


def common(case: dict, one: dict, other: dict) -> list[tuple[str, int, int, list[int]]]:
    minutes = [shown for at, shown in one["minutes"].items() if at in other["minutes"]]
    if not minutes:
        return []
    begins, ends = min(minutes), max(minutes) + 1
    shared = []
    for kind in ("teacher", "room"):
        both = [number for number in one[kind] if number in other[kind]]
        shared.append((kind, begins, ends, both))
    there = set().union(*(pupils(case, group, other["day"]) for group in other["group"]))
    shared.append(("group", begins, ends, [group for group in one["group"] if pupils(case, group, one["day"]) & there]))
    return [line for line in shared if line[3]]


def write_case(case: dict, out) -> None:
    for lesson in case["lessons"]:
        lesson["minutes"] = minutes_of(lesson)
    order = sorted(case["lessons"], key=lambda lesson: (min(lesson["minutes"]), max(lesson["minutes"]), lesson["id"]))
    print("case", file=out)
    for one, other in case["ties"]:
        print("tie", one, other, file=out)
    for stay in case["stays"]:
        print("stay", *stay, file=out)
    for lesson in case["lessons"]:
        lists = " ".join(f"{letter}:{','.join(map(str, lesson[kind]))}"
                         for letter, kind in (("p", "teacher"), ("r", "room"), ("g", "group")))
        print("lesson", lesson["id"], lesson["day"], lesson["begins"], lesson["ends"], lists, f"z:{lesson.get('zone', '')}", file=out)
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
            write_case(some_case(dice), out)


if __name__ == "__main__":
    main()
