"""The interim report cards of a class, of its grade book alone: how each pupil stands, and the pages, charts and tables for whoever wants them.

    python3 bulletins.py FILE [--school UAI] [--group CODE] [--period NUMBER] [--day YYYY-MM-DD] [--out FOLDER]
"""

import argparse
from datetime import date, datetime, time, timezone
from decimal import Decimal
from pathlib import Path

import ent
from ent import reports
from ent.reports import fetch


def write(report: reports.ClassReport, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for pupil in report.pupils:
        (folder / f"bulletin-{pupil.pupil_id}.html").write_text(reports.bulletin(pupil), encoding="utf-8")
    (folder / "index.html").write_text(reports.council(report), encoding="utf-8")
    (folder / "synthese.xlsx").write_bytes(reports.write_xlsx(reports.synthesis_tables(report)))
    counts = report.general.bands if report.general else (0,) * 6
    (folder / "repartition.svg").write_text(reports.charts.distribution(counts), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--school", default="0990001N")
    parser.add_argument("--group", default="5A")
    parser.add_argument("--period", type=int, default=1)
    parser.add_argument("--day", type=date.fromisoformat, default=date.today())
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    noon = datetime.combine(asked.day, time(12), timezone.utc)
    with ent.open(asked.file, clock=lambda: noon) as portal, portal.system() as host:
        school = next(unit for unit in host.org.list_all(kind="establishment") if unit.code == asked.school)
        group = next(each for each in host.group.list_all(org_id=school.id) if each.code == asked.group)
        chief = host.person.list(org_id=school.id, profile="head")[0]  # the host itself reads no marks
        with portal.act_as(person_id=chief.id, profile="head") as head:
            periods = head.period.list(org_id=school.id, division_id=group.id)
            period = next(each for each in periods if each.number == asked.period)
            report = fetch.class_report(head, division_id=group.id, period_id=period.id, written=False)
    context = report.context
    print(f"{context.school}, {context.class_name}, {context.period} : {len(report.pupils)} bulletins, règles {context.policy}")
    for pupil in sorted(report.pupils, key=lambda each: -(each.general or Decimal(-1))):
        life = pupil.life or reports.SchoolLife(half_days=0, unjustified=0, latenesses=0)
        general = "—" if pupil.general is None else f"{pupil.general:.2f}"
        print(f"  {pupil.name:28} {general:>5}  {life.half_days} demi-journées, {life.latenesses} retards")
    for entry in report.missing:
        print(f"  manque : {entry.pupil}, {entry.subject}, {entry.what}")
    if asked.out:
        write(report, asked.out)
        print(f"  {len(list(asked.out.iterdir()))} fichiers écrits")


if __name__ == "__main__":
    main()
