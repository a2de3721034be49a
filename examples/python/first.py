"""A first program: an academy in one file, its schools read as records and as a table, and two refusals.

    python3 first.py [FILE]
"""

import sys
from datetime import date, datetime, timezone

import ent


def school_morning() -> datetime:
    """The same moment at every run, so that what is printed can be compared."""
    return datetime(2026, 9, 14, 6, 30, tzinfo=timezone.utc)


def main(path: str) -> None:
    with ent.open(path, clock=school_morning) as portal, portal.system() as session:
        academy = session.org.add(kind="academy", code="90", name="Académie des Trois-Rivières")
        session.org.add(kind="establishment", code="9990002B", name="Collège des Tilleuls", degree="second",
                        part_of=academy.id)
        school = session.org.add(kind="establishment", code="9990001A", name="École du Moulin", degree="first",
                                 part_of=academy.id)

        print("Les établissements :")
        for unit in session.org.list_all(kind="establishment"):
            print(f"  {unit.code}  {unit.name} ({unit.degree})")

        # Facts are dated: a new name from January on, and both can be read.
        session.org.change(id=school.id, name="École des Saules", valid_from=date(2027, 1, 4))
        january = session.at(date(2027, 1, 4))
        print(f"En janvier : {january.org.get(id=school.id).name}")

        # A refusal says which inputs are wrong, and what to tell people.
        try:
            session.org.add(kind="establishment", code="42", name="")
        except ent.InvalidArgument as error:
            for pointer, reason in error.fields.items():
                print(f"{pointer} : {ent.explain(reason, 'fr')}")
        try:
            session.org.add(kind="academy", code="90", name="Encore une")
        except ent.AlreadyExists as error:
            print(f"Refusé : {error.text('fr')} [{error.reason}]")

        frame = session.org.list_all(part_of=academy.id).to_pandas()
        print(frame[["code", "name", "degree", "valid_from"]].to_string(index=False))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "academie.db")
