"""The averages of a class in each subject since the first of September: a table, and a picture of it.

    python3 averages.py FILE [--school UAI] [--group CODE] [--day YYYY-MM-DD] [--plot FILE.svg]
"""

import argparse
from datetime import date, datetime, time, timezone

import ent


def plot(averages: ent.gradebook.GroupAverages, path: str) -> None:
    try:
        import matplotlib
    except ImportError:
        raise SystemExit("Pas de dessin sans matplotlib : apt install python3-matplotlib") from None
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "ent"  # the same file at every run
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(figsize=(8, 5), layout="constrained")
    for row, subject in enumerate(averages):
        if subject.mean is None or subject.minimum is None or subject.maximum is None:
            continue
        axes.plot([float(subject.minimum), float(subject.maximum)], [row, row], color="#AEC7E8", linewidth=6, solid_capstyle="butt")
        axes.plot(float(subject.mean), row, "o", color="#1F77B4")
    axes.set(yticks=range(len(averages)), yticklabels=[each.subject_code or "" for each in averages], xlim=(0, 20), xlabel="moyenne sur 20")
    axes.invert_yaxis()
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
        chief = host.person.list(org_id=school.id, profile="head")[0]  # the host itself reads no marks
        first_day = date(asked.day.year - (asked.day.month < 8), 9, 1)
        with portal.act_as(person_id=chief.id, profile="head") as head:
            averages = head.gradebook.group_averages(group_id=group.id, first_day=first_day, last_day=asked.day)
        print(f"{school.name}, {group.name}, du {first_day:%d/%m/%Y} au {asked.day:%d/%m/%Y}, règles {averages.policy}")
        print(f"  {'':10} notés  moyenne  minimum  médiane  maximum")
        for each in averages:
            figures = (each.mean, each.minimum, each.median, each.maximum)
            print(f"  {each.subject_code or '':10} {each.marked:5}" + "".join(f"{'—' if at is None else f'{at:.2f}':>9}" for at in figures))
        if asked.plot:
            plot(averages, asked.plot)


if __name__ == "__main__":
    main()
