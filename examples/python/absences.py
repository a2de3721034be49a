"""The half-days of a month that no accepted reason justifies, and whom the law's alert is about: a table, and a picture.

    python3 absences.py FILE [--school UAI] [--day YYYY-MM-DD] [--plot FILE.svg]
"""

import argparse
from collections import Counter
from datetime import date, datetime, time, timezone

import ent

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")


def plot(half_days: Counter[tuple[int, str]], path: str) -> None:
    try:
        import matplotlib
    except ImportError:
        raise SystemExit("Pas de dessin sans matplotlib : apt install python3-matplotlib") from None
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "ent"  # the same file at every run
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(figsize=(8, 4), layout="constrained")
    for half_day, label, shift in (("morning", "matin", -0.2), ("afternoon", "après-midi", 0.2)):
        axes.bar([day + shift for day in range(5)], [half_days[day, half_day] for day in range(5)], 0.36, label=label)
    axes.set(xticks=range(5), xticklabels=DAYS[:5], ylabel="demi-journées non justifiées")
    axes.legend()
    figure.savefig(path, format="svg", metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--school", default="0990001N")
    parser.add_argument("--day", type=date.fromisoformat, default=date.today())
    parser.add_argument("--plot", default="")
    asked = parser.parse_args()
    noon = datetime.combine(asked.day, time(12), timezone.utc)
    with ent.open(asked.file, clock=lambda: noon) as portal, portal.system() as host:
        school = next(unit for unit in host.org.list_all(kind="establishment") if unit.code == asked.school)
        chief = host.person.list(org_id=school.id, profile="head")[0]  # the host itself reads no absences
        with portal.act_as(person_id=chief.id, profile="head") as head:
            pupils = head.attendance.unjustified(org_id=school.id, last_date=asked.day)
    print(f"{school.name}, du {asked.day.replace(day=1):%d/%m/%Y} au {asked.day:%d/%m/%Y} : {len(pupils)} élèves")
    for each in pupils:
        name = f"{each.pupil.family_name} {each.pupil.given_name}"
        totals, alert = each.totals, "alerte" if each.alerts else ""
        print(f"  {name:40} {totals.half_days:2} demi-j. dont {totals.unjustified_half_days:2} sans motif accepté  {alert}".rstrip())
    half_days = Counter((missed.date.weekday(), str(missed.half_day)) for each in pupils for missed in each.half_days)
    print("  " + ", ".join(f"{DAYS[day]} {sum(half_days[day, half] for half in ('morning', 'afternoon'))}" for day in range(5)))
    if asked.plot:
        plot(half_days, asked.plot)


if __name__ == "__main__":
    main()
