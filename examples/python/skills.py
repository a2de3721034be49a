"""What a class masters of a referential: each component with the degrees of those who were evaluated. Or a table of levels, rehearsed.

    python3 skills.py FILE [--school UAI] [--group CODE] [--referential CODE] [--day YYYY-MM-DD] [--table FILE.csv --evaluation NAME]
"""

import argparse
from datetime import date, datetime, time, timezone

import ent


def show(head: ent.Session, group: int, org: int, code: str) -> None:
    referential = head.skill.referentials(org_id=org, code=code)[0]
    balance = head.skill.group_balance(group_id=group, referential_id=referential.id, depth=2)
    labels = {node.id: node.label for node in head.skill.referential(org_id=org, id=referential.id)}
    print(f"{referential.name}, méthode {balance.method.method}")
    for total in balance.totals:
        if not any(total.degrees):
            continue
        print(f"  {total.code}, {labels[total.item_id]} : {sum(total.degrees)} sur {total.pupils} ont un degré")
        for line in balance:
            if line.code == total.code and line.degree is not None:
                print(f"    {line.pupil.family_name} {line.pupil.given_name} : degré {line.degree}")


def rehearse(head: ent.Session, group: int, day: date, path: str, name: str) -> None:
    """What would change if the table went in: one line for each cell that does not stand already."""
    found = head.skill.evaluations(group_id=group, first_day=date(day.year, 1, 1), last_day=day)
    evaluation = next(each for each in found if each.name == name)
    table = ent.read_levels(path, pupil="Nom")
    for cell in head.skill.import_levels(id=evaluation.id, **table, dry_run=True):
        if cell.outcome in ("changes", "refused"):
            told = cell.reason or f"{cell.stood_level or cell.stood_kind or '—'} -> {cell.level or cell.kind}"
            print(f"  ligne {cell.row}, colonne {cell.column} : {told}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--school", default="0990001N")
    parser.add_argument("--group", default="5A")
    parser.add_argument("--referential", default="SOCLE")
    parser.add_argument("--day", type=date.fromisoformat, default=date.today())
    parser.add_argument("--table", default="")
    parser.add_argument("--evaluation", default="")
    asked = parser.parse_args()
    noon = datetime.combine(asked.day, time(12), timezone.utc)
    with ent.open(asked.file, clock=lambda: noon) as portal, portal.system() as host:
        school = next(unit for unit in host.org.list_all(kind="establishment") if unit.code == asked.school)
        group = next(each for each in host.group.list_all(org_id=school.id) if each.code == asked.group)
        chief = host.person.list(org_id=school.id, profile="head")[0]
        with portal.act_as(person_id=chief.id, profile="head") as head:
            show(head, group.id, school.id, asked.referential)
            if asked.table:
                rehearse(head, group.id, asked.day, asked.table, asked.evaluation)


if __name__ == "__main__":
    main()
