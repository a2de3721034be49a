"""The week of a class: a table, and a picture of it.

    python3 week.py FILE [--school UAI] [--group CODE] [--day YYYY-MM-DD] [--plot FILE.svg]
"""

import argparse
from datetime import date, datetime, time, timedelta, timezone

import ent

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")


def plot(lessons: ent.timetable.Lessons, path: str) -> None:
    try:
        import matplotlib
    except ImportError:
        raise SystemExit("Pas de dessin sans matplotlib : apt install python3-matplotlib") from None
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "ent"  # the same file at every run
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(figsize=(9, 6), layout="constrained")
    for lesson in lessons:
        begins, ends = (at.hour + at.minute / 60 for at in (lesson.begins, lesson.ends))
        day = lesson.date.weekday()
        axes.bar(day, ends - begins, 0.94, begins, color=lesson.colour or "#CCCCCC", alpha=0.3 if lesson.cancelled else 0.75)
        axes.text(day, (begins + ends) / 2, lesson.subject_name or lesson.label or "", ha="center", va="center", fontsize=6)
    axes.set(xticks=range(5), xticklabels=DAYS, ylim=(18, 8), ylabel="heure")
    figure.savefig(path, format="svg", metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--school", default="0990001N")
    parser.add_argument("--group", default="5A")
    parser.add_argument("--day", type=date.fromisoformat, default=date.today())
    parser.add_argument("--plot", default="")
    asked = parser.parse_args()
    noon = datetime.combine(asked.day, time(12), timezone.utc)
    with ent.open(asked.file, clock=lambda: noon) as portal, portal.system() as host:
        school = next(unit for unit in host.org.list_all(kind="establishment") if unit.code == asked.school)
        group = next(each for each in host.group.list_all(org_id=school.id) if each.code == asked.group)
        monday = asked.day - timedelta(days=asked.day.weekday())
        lessons = host.timetable.lessons(group_id=group.id, first_day=monday, last_day=monday + timedelta(days=4))
        print(f"{school.name}, {group.name}, semaine du {monday:%d/%m/%Y}")
        for lesson in lessons:
            what = (lesson.subject_name or lesson.label or "") + (" (annulé)" if lesson.cancelled else "")
            rooms = ", ".join(room.code for room in lesson.rooms)
            teachers = ", ".join(f"{who.given_name} {who.family_name}" for who in lesson.teachers)
            print(f"  {DAYS[lesson.date.weekday()]:9} {lesson.begins:%H:%M}-{lesson.ends:%H:%M}  {what:36} {rooms:6} {teachers}")
        if asked.plot:
            plot(lessons, asked.plot)


if __name__ == "__main__":
    main()
