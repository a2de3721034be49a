"""People come in: an empty portal gets its first school, its administrator signs in, a teacher too, and each sees what
their rights show; a directory is tried, and not loaded.

    python3 people.py [FILE]
"""

import sys
from datetime import datetime, timezone
from pathlib import Path

import ent

DIRECTORY = Path(__file__).parents[2] / "tests" / "data" / "aaf2d"


def school_morning() -> datetime:
    """The same moment at every run, so that what is printed can be compared."""
    return datetime(2026, 9, 14, 6, 30, tzinfo=timezone.utc)


def welcome(portal: ent.Portal, sheet: ent.account.Activation, password: str) -> ent.Session:
    """Uses the code of a sheet to choose a password, and signs in with it."""
    portal.activate(login=sheet.login, code=sheet.code, password=password)
    return portal.sign_in(login=sheet.login, password=password, device_name="Poste du bureau").session


def add(host: ent.Session, school: int, family_name: str, given_name: str, profile: ent.Profile) -> int:
    person = host.person.add(org_id=school, family_name=family_name, given_name=given_name)
    host.person.affiliate(org_id=school, person_id=person.id, profile=profile)
    return person.id


def main(path: str) -> None:
    with ent.open(path, clock=school_morning) as portal:
        first = portal.bootstrap(uai="9990002B", establishment_name="Collège des Tilleuls", family_name="Roche",
                                 given_name="Alix")
        school = first.establishment_id
        administrator = welcome(portal, first.account, "trois arbres au bord de l'eau")
        print(f"{first.account.login} : {administrator.profile}")

        with portal.system() as host:
            add(host, school, "Durand", "Claire", "head")
            hugo = add(host, school, "Moreau", "Hugo", "teacher")
            sheet = host.account.issue_activations(org_id=school, person_ids=[hugo]).items[0]
        teacher = welcome(portal, sheet, "une pluie fine sur les toits")
        print("Hugo voit :", ", ".join(person.given_name for person in teacher.person.list_all(org_id=school)))

        # A host that has signed somebody in by itself vouches for them.
        with portal.act_as(person_id=hugo) as again:
            print("Ses postes :", [(place.profile, place.org_id == school) for place in again.account.places()])

        try:
            portal.sign_in(login=sheet.login, password="123456")
        except ent.Unauthenticated as error:
            print(error.text("fr"))

        portal.sign_out(teacher)
        try:
            teacher.person.list(org_id=school)
        except ent.Unauthenticated as error:
            print(error.text("fr"))

        # What a directory would bring, without loading it.
        with portal.system() as host:
            plan = host.import_aaf(DIRECTORY, dry_run=True,
                                   progress=lambda step: step.bytes_done <= step.bytes_total)
            print(f"À l'essai : {plan.units.created} établissement, {plan.groups.created} groupes, {plan.people.created} personnes")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "academie.db")
