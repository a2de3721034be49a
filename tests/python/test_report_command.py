"""`python3 -m ent report` on a class whose averages are known by hand."""

from __future__ import annotations

import argparse
import csv
import io
import json
import os
import zipfile
from datetime import date, datetime, timezone
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

import ent
from ent import __main__, _domains, reports
from ent.reports import _command, _files, _progress, _select, fetch
from report_school import FIRST, School, school
from report_values import NASTY, Page
from test_report_records import of_class


def test_missing_entries_are_listed_and_nothing_is_written(school: School, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = school.run("council", out, "--pdf", "none")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == ("Colin Sacha ; Mathématiques ; aucune note saisie\nZed Zoé ; Mathématiques ; aucune note saisie\n"
                           "ent report : 2 saisies manquent : rien n'est écrit (--draft pour des pages provisoires)\n")
    assert not out.exists()
    school.enter({1: "3", 4: "17"})
    done = school.run("council", out, "--pdf", "none")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(out.glob("bulletin-*.html"))) == 5 and (out / "index.html").exists() and (out / "synthese.xlsx").exists()


def test_a_name_neither_breaks_the_list_nor_steers_the_terminal(school: School, tmp_path: Path) -> None:
    with ent.open(school.path) as portal, portal.system() as host:
        pupil = host.person.add(org_id=host.org.list(kind="establishment")[0].id, family_name="Yvon\nFaux ; Latin", given_name="A\x1b[2J\u2028b").id
        host.group.enrol(id=school.division, pupil_ids=[pupil], valid_from=FIRST)
    done = school.run("council", tmp_path / "out", "--pdf", "none")
    assert done.stderr.splitlines()[1] == "Yvon Faux ; Latin A [2J b ; Mathématiques ; aucune note saisie"
    assert len(done.stderr.splitlines()) == 5  # Latin is missing of them too, and the last says how many there are


def test_a_draft_is_written_and_says_so(school: School, tmp_path: Path) -> None:
    done = school.run("bulletin", tmp_path / "out", "--draft", "--pdf", "none")
    assert done.returncode == 3 and done.stderr.endswith("ent report : 2 saisies manquent : les pages sont provisoires\n")
    pages = sorted((tmp_path / "out").iterdir())
    assert len(pages) == 5 and all('class="draft"' in page.read_text(encoding="utf-8") for page in pages)


def test_two_runs_write_the_same_bytes(school: School, tmp_path: Path) -> None:
    school.enter({1: "3", 4: "17"})
    for kind in ("conseil", "releve", "synthese"):
        found = []
        for name in ("one", "two"):
            assert school.run(kind, tmp_path / kind / name, "--pdf", "none").returncode == 0
            found.append({path.name: path.read_bytes() for path in sorted((tmp_path / kind / name).iterdir())})
        assert found[0] == found[1] and found[0]


def test_what_is_written(school: School, tmp_path: Path) -> None:
    school.enter({1: "3", 4: "17"})
    assert school.run("synthesis", tmp_path, "--pdf", "none").returncode == 0
    rows = list(csv.reader(io.StringIO((tmp_path / "synthese.csv").read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == ["Nom", "Prénom", "Mathématiques", "Latin", "Moyenne générale", "Demi-journées d'absence", "Non justifiées", "Retards"]
    listed = {row[0]: row[1:5] for row in rows[1:]}
    assert listed["Bérard"] == ["Inès", "14,5", "", "14,5"] and listed["Colin"] == ["Sacha", "3", "", "3"]
    assert listed["'=cmd|'/c calc'!A0"] == ["'+1", "5", "8", "6,5"] and listed[NASTY][0] == "'@x"
    assert listed["Moyenne"] == ["", "9,15", "9,33", listed["Moyenne"][3]] and listed["Maxi."][1:3] == ["17", "11"]


def test_a_class_is_read_as_values(school: School) -> None:
    with ent.open(school.path) as portal, portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
        seen: list[tuple[int, int]] = []
        report = fetch.class_report(teacher.at(date(2027, 1, 15)), division_id=school.division, period_id=school.periods[1], marks=True,
                                    written=False, progress=lambda done, total: seen.append((done, total)))
    ines = next(each for each in report.pupils if each.given_name == "Inès")
    assert seen == [(place, 5) for place in range(1, 6)]
    assert (ines.general, ines.general_previous, ines.context.earlier) == (Decimal("14.5"), (Decimal(12),), ("1er trimestre",))
    assert [(each.mean, each.marked) for each in ines.group_previous] == [(Decimal("10.5"), 4)]  # 12, 10, 10, 10
    assert [(each.name, each.average, each.previous) for each in ines.subjects] == [
        ("Mathématiques", Decimal("14.5"), (Decimal(12),)), ("Latin", None, (None,))]
    assert [(mark.name, mark.value, mark.kind, mark.counts) for each in ines.subjects for mark in each.marks] == [
        ("Symétrie", Decimal("14.5"), "number", True), ("Rosa", None, "absent", False)]
    assert ines.context.main_teachers == ("Paul Moreau",) and ines.context.year == "2026-2027"
    sacha = next(each for each in report.pupils if each.given_name == "Sacha")
    assert (sacha.general, [each.average for each in sacha.subjects]) == (None, [None, None])
    assert [(each.pupil, each.subject) for each in report.missing] == [("Colin Sacha", "Mathématiques"), ("Zed Zoé", "Mathématiques")]
    with ent.open(school.path) as portal, portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
        waiting_for_none = fetch.class_report(teacher.at(date(2027, 1, 15)), division_id=school.division, period_id=school.periods[1],
                                              written=False, unmarked=False)
    assert waiting_for_none.missing == () and not waiting_for_none.context.draft
    page = Page(reports.transcript(ines))
    assert "Abs." in page.all("main")[0].text and "(ne compte pas)" in page.all("main")[0].text


def publish_to_parents(school: School) -> list[int]:
    """Symmetry and one more test are out; of two others one is hidden, and one is told to the pupils, and to parents next week."""
    with ent.open(school.path) as portal, portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
        book = teacher.gradebook
        service = next(each.service_id for each in book.assessments(group_id=school.division, period_id=school.periods[1]) if each.id == school.test)
        assert service is not None
        day = date(2027, 1, 4)
        book.change_assessment(id=school.test, pupils_from=day, parents_from=date(2027, 1, 11))
        more = [book.add_assessment(service_id=service, name=name, date=day, coefficient=Decimal(2), pupils_from=pupils, parents_from=parents).id
                for name, pupils, parents in (("Aires", day, date(2027, 1, 12)), ("Caché", None, None), ("Pas encore", day, date(2027, 1, 22)))]
        for place, test in enumerate(more):
            book.enter_marks(id=test, items=[{"pupil_id": pupil, "value": Decimal(4 + 3 * at + place)} for at, pupil in enumerate(school.pupils)])
        return more


def test_a_transcript_tells_families_what_is_published_to_them(school: School, tmp_path: Path) -> None:
    """Inès: 14,5 and twice 4, which make 7,5; with all of them, of 14,5 and twice 4, 5 and 6, it is 6,36."""
    school.enter({1: "3", 4: "17"})
    publish_to_parents(school)

    def page(*options: str) -> str:
        assert school.run("releve", tmp_path, "--pdf", "none", *options).returncode == 0
        return (tmp_path / "releve-berard-ines.html").read_text(encoding="utf-8")

    told, whole = page(), page("--all")
    assert "Symétrie" in told and "Aires" in told and "Caché" not in told and "Pas encore" not in told and "Rosa" not in told
    assert "Mathématiques – Moyenne\N{NO-BREAK SPACE}: 7,50" in told and "Moyenne générale\N{NO-BREAK SPACE}: 7,50" in told
    assert "Document interne" not in told
    assert "Caché" in whole and "Pas encore" in whole and "6,36" in whole and "7,50" not in whole and "Document interne" in whole
    assert "Pas encore" in page("--day", "2027-01-22") and "Caché" not in page("--day", "2027-01-22")


def test_the_day_of_a_transcript_is_that_of_the_portal(school: School) -> None:
    """"Pas encore" is told to parents on 22 January: at half past midnight in Paris it is, and an hour before it is not, whatever day the
    process has."""
    publish_to_parents(school)
    parser = argparse.ArgumentParser()
    _command.add_parser(parser.add_subparsers())
    asked = parser.parse_args(["report", "releve", "--store", str(school.path), "--class", "5A", "--period", "T2", "--out", "out"])
    for hour, out in ((22, False), (23, True)):
        with ent.open(school.path, clock=lambda: datetime(2027, 1, 21, hour, 30, tzinfo=timezone.utc)) as portal:
            report = _command._read(portal, asked)
        told = {mark.name for pupil in report.pupils for subject in pupil.subjects for mark in subject.marks}
        assert ("Aires" in told, "Pas encore" in told) == (True, out)


def test_averages_of_a_transcript_are_those_that_the_family_reads(school: School) -> None:
    """By each policy as in the name of a parent, whom less is told than the pupils. Where what is missing counts as zero, what is hidden makes
    averages that nobody can tell; where nothing is hidden they are told by that rule too."""
    school.enter({1: "3", 4: "17"})
    publish_to_parents(school)
    day = date(2027, 1, 15)
    with ent.open(school.path, clock=lambda: datetime(2027, 1, 15, 9, tzinfo=timezone.utc)) as portal, portal.system() as host:
        org = host.org.list(kind="establishment")[0].id
        parent = host.person.add(org_id=org, family_name="Parent", given_name="Max").id
        head = host.person.list(org_id=org, profile="head")[0].id
        with portal.act_as(person_id=head, profile="head", step_up_at=datetime(2027, 1, 15, 9, tzinfo=timezone.utc)) as session:
            for pupil_id in school.pupils:
                session.guardian.link(org_id=org, pupil_id=pupil_id, adult_id=parent, kind="legal", valid_from=FIRST)
        host.account.issue_activations(org_id=org, person_ids=[parent])

        def compare(policy: str, missing: ent.gradebook.MissingRule | None, *, known: bool, subjects: int) -> None:
            host.gradebook.set_policy(org_id=org, policy=policy, period_id=school.periods[1], worst_times=Decimal(0), missing=missing)
            with portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
                read = fetch.class_report(teacher, division_id=school.division, period_id=school.periods[1], marks=True,
                                          written=False, published_on=day)
            with portal.act_as(person_id=parent, profile="guardian") as own:
                for pupil in read.pupils:
                    family = own.gradebook.averages(org_id=org, pupil_id=pupil.pupil_id, period_id=school.periods[1])
                    assert len(family) == subjects and family.general is not None
                    expected = {each.subject_code: each.average for each in family}
                    told = {each.code: each.average for each in pupil.subjects if each.average is not None}
                    assert told == ({code: each for code, each in expected.items() if each is not None} if known else {}), (policy, missing, pupil.name)
                    assert pupil.general == (family.general if known else None), (policy, missing, pupil.name)

        policies = ["fr-exact", "gepi", "pronote", "moodle-median", "moodle-natural", "moodle-lowest", "canvas-points"]
        for policy in policies:
            compare(policy, None, known=True, subjects=1)
            compare(policy, "zero", known=False, subjects=1)
        with portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
            for test in teacher.gradebook.assessments(group_id=school.division, period_id=school.periods[1]):
                teacher.gradebook.change_assessment(id=test.id, pupils_from=day, parents_from=day)
        for policy in policies:
            compare(policy, "zero", known=True, subjects=2)
        with portal.act_as(person_id=school.teacher, profile="teacher") as teacher:  # what never counts may be hidden
            service = teacher.gradebook.assessments(group_id=school.division, period_id=school.periods[1])[0].service_id
            mock = teacher.gradebook.add_assessment(service_id=service, name="Brevet blanc", date=date(2027, 1, 6), omitted=True).id
            teacher.gradebook.enter_marks(id=mock, items=[{"pupil_id": school.pupils[0], "value": Decimal(3)}])
        compare("fr-exact", "zero", known=True, subjects=2)


def test_a_mark_that_stayed_behind_is_not_supposed_away(school: School) -> None:
    """Inès comes from 5B, where a mark stands that no family was told; under the policy it counts nowhere, and cannot be asked about."""
    school.enter({1: "3", 4: "17"})
    publish_to_parents(school)
    with ent.open(school.path, clock=lambda: datetime(2027, 1, 15, 9, tzinfo=timezone.utc)) as portal, portal.system() as host:
        bring_from_another_class(host, portal, school)
        org = host.org.list(kind="establishment")[0].id
        moved: list[ent.gradebook.MovedRule] = ["follow", "stay"]
        for rule in moved:
            host.gradebook.set_policy(org_id=org, policy="fr-exact", period_id=school.periods[1], moved=rule)
            with portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
                lines = teacher.gradebook.averages(org_id=org, pupil_id=school.pupils[0], period_id=school.periods[1])
                assert any(line.fate == "stayed" for subject in lines for line in subject.lines) is (rule == "stay")
                read = fetch.class_report(teacher, division_id=school.division, period_id=school.periods[1], marks=True, written=False,
                                          published_on=date(2027, 1, 15))
            assert next(each.general for each in read.pupils if each.given_name == "Inès") == Decimal("7.5"), rule


def test_whoever_brings_marks_along_has_some(school: School, tmp_path: Path) -> None:
    """Of what Inès was asked in 5A since January nothing stands, but she has 19 in mathematics from 5B: only Sacha and Zoé have no mark."""
    with ent.open(school.path) as portal, portal.system() as host:
        missing = ["Colin Sacha ; Mathématiques ; aucune note saisie", "Zed Zoé ; Mathématiques ; aucune note saisie"]
        bring_from_another_class(host, portal, school)
        with portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
            book = teacher.gradebook
            services = {each.subject_code: each.service_id for each in book.assessments(group_id=school.division, period_id=school.periods[1])}
            for code in ("MATHS", "LATIN"):
                book.add_assessment(service_id=services[code] or 0, name="Aires", date=date(2027, 1, 6))
    for interim in (True, False):
        done = school.run("synthesis", tmp_path / "out", "--pdf", "none", interim=interim)
        assert (done.returncode, [line for line in done.stderr.splitlines() if "note" in line]) == (3, missing)


def bring_from_another_class(host: ent.Session, portal: ent.Portal, school: School) -> None:
    """Inès was in 5B until January, and has 19 there in mathematics."""
    org = host.org.list(kind="establishment")[0].id
    other = host.group.add(org_id=org, kind="division", code="5B", name="Cinquième B", valid_from=FIRST).id
    host.group.enrol(id=other, pupil_ids=[school.pupils[0]], valid_from=date(2026, 12, 1))
    service = host.group.add_service(group_id=other, teacher_id=school.teacher, subject_code="MATHS", valid_from=FIRST).id
    with portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
        test = teacher.gradebook.add_assessment(service_id=service, name="En 5B", date=date(2026, 12, 15)).id
        teacher.gradebook.enter_marks(id=test, items=[{"pupil_id": school.pupils[0], "value": Decimal(19)}])
    host.group.enrol(id=school.division, pupil_ids=[school.pupils[0]], valid_from=date(2027, 1, 4))


def test_what_is_not_there_is_said(school: School, tmp_path: Path) -> None:
    for done, said in ((school.run("bulletin", tmp_path / "x", period="T7"), "1 = 1er trimestre, 2 = 2e trimestre"),
                       (school.run("bulletin", tmp_path / "x", "--school", "0000000X"), "classe 5a (0000000X) introuvable"),
                       (school.run("bulletin", tmp_path / "x", "--language", "en", period="T7"), "there is no period T7"),
                       (school.run("skills", tmp_path / "x"), "référentiel de compétences")):
        assert (done.returncode, said in done.stderr) == (1, True), done.stderr
    school.path.unlink()
    done = school.run("bulletin", tmp_path / "x")
    assert done.returncode == 1 and "n'existe pas" in done.stderr and not school.path.exists() and not (tmp_path / "x").exists()
    assert school.run("bulletins", tmp_path / "x").returncode == 2


def test_a_letter_says_which_kind_of_period_is_meant(school: School, tmp_path: Path) -> None:
    """5A has pupils of two levels, of which one goes by half-years."""
    with ent.open(school.path) as portal, portal.system() as host:
        org = host.org.list(kind="establishment")[0].id
        host.group.change(id=school.division, levels=["5", "4"])
        host.period.set(org_id=org, school_year=2026, code="sem", levels=["4"], items=[
            {"name": "1re moitié", "first_day": FIRST, "last_day": date(2027, 1, 29)},
            {"name": "2e trimestre", "first_day": date(2027, 1, 30), "last_day": date(2027, 7, 3)}])

    def period(wanted: str) -> str:
        done = school.run("transcript", tmp_path / wanted, "--draft", "--pdf", "none", "--day", "2027-06-01", period=wanted)
        pages = sorted((tmp_path / wanted).iterdir()) if done.returncode in (0, 3) else []
        return Page(pages[0].read_text(encoding="utf-8")).all("h1")[0].text if pages else done.stderr.strip()

    assert period("T1") == "Relevé de notes – 1er trimestre"
    assert period("s1") == period("1re moitié") == period("sem 1") == "Relevé de notes – 1re moitié"
    assert period("1") == "ent report : plusieurs périodes 1 : préciser (sem 1 = 1re moitié, trimestres 1 = 1er trimestre)"
    assert period("2e trimestre") == "ent report : plusieurs périodes 2e trimestre : préciser (sem 2 = 2e trimestre, trimestres 2 = 2e trimestre)"
    for wanted in ("T3", "X1", "E2"):  # "2e trimestre" has an e of its own
        assert period(wanted).startswith(f"ent report : période {wanted} introuvable")


def test_all_marks_are_for_transcripts(school: School, tmp_path: Path) -> None:
    for kind in ("bulletin", "council", "skills"):
        done = school.run(kind, tmp_path / "out", "--all", "--draft", "--pdf", "none")
        assert (done.returncode, done.stderr) == (2, "ent report : --all ne va qu'avec les relevés\n"), kind
    assert not (tmp_path / "out").exists()


def test_a_file_stays_whole_where_the_next_one_fails(school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "synthese.xlsx"
    _files.put(kept, b"before")

    def stop(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:3])
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", stop)
    with pytest.raises(KeyboardInterrupt):
        _files.put(kept, b"after")
    assert kept.read_bytes() == b"before" and sorted(each.name for each in tmp_path.iterdir()) == ["portal.db", "synthese.xlsx"]


def test_who_interrupts_is_answered_by_a_code(school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(_command, "_read", stop)
    assert __main__.main(["report", "bulletin", "--store", str(school.path), "--class", "5A", "--period", "T1", "--out", str(tmp_path)]) == 130


def test_a_file_that_cannot_be_written_is_named(school: School, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = school.run("synthesis", tmp_path / "file" / "out", "--draft", "--pdf", "none")
    assert done.returncode == 1 and done.stderr.endswith(f"ent report : {tmp_path}/file/out : {os.strerror(20)}\n")


def test_a_cpe_reads_in_their_own_name(school: School, tmp_path: Path) -> None:
    school.enter({1: "3", 4: "17"})
    with ent.open(school.path) as portal, portal.system() as host:
        org = host.org.list(kind="establishment")[0].id
        people = [host.person.add(org_id=org, family_name=name, given_name="Lou").id for name in ("Noir", "Vert")]
        host.person.affiliate(org_id=org, person_id=people[0], profile="school_life", function="cpe", valid_from=FIRST)
        host.person.affiliate(org_id=org, person_id=people[1], profile="librarian", valid_from=FIRST)
        host.account.issue_activations(org_id=org, person_ids=people)
    done = school.run("council", tmp_path / "out", "--pdf", "none", "--as", str(people[0]))
    assert (done.returncode, done.stderr) == (0, "")
    done = school.run("council", tmp_path / "out", "--pdf", "none", "--as", str(people[1]))
    assert done.returncode == 1 and "account." in done.stderr


def draw_a_group(school: School) -> int:
    """Two of the class learn Greek with a teacher of their own, who has given a test to which nothing stands for Sacha."""
    with ent.open(school.path) as portal, portal.system() as host:
        org = host.org.list(kind="establishment")[0].id
        other = host.person.add(org_id=org, family_name="Grec", given_name="Léa").id
        host.person.affiliate(org_id=org, person_id=other, profile="teacher", valid_from=FIRST)
        host.account.issue_activations(org_id=org, person_ids=[other])
        drawn = host.group.add(org_id=org, kind="group", code="5A-GREC", name="Grec", valid_from=FIRST, division_ids=[school.division]).id
        host.group.add_members(id=drawn, member_ids=school.pupils[:2], valid_from=FIRST)
        service = host.group.add_service(group_id=drawn, teacher_id=other, subject_code="GREC", valid_from=FIRST).id
        host.subject.set(org_id=org, code="GREC", name="Grec ancien", position=3)
        with portal.act_as(person_id=other, profile="teacher") as teacher:
            test = teacher.gradebook.add_assessment(service_id=service, name="Alphabet", date=date(2027, 1, 6)).id
            teacher.gradebook.enter_marks(id=test, items=[{"pupil_id": school.pupils[0], "value": Decimal(13)}])
    return drawn


def test_a_main_teacher_need_not_teach_the_groups_of_the_class(school: School, tmp_path: Path) -> None:
    school.enter({1: "3", 4: "17"})
    draw_a_group(school)
    for kind in ("bulletin", "council", "synthesis", "transcript"):
        done = school.run(kind, tmp_path / kind, "--pdf", "none", "--as", str(school.teacher))
        assert (done.returncode, done.stderr) == (0, ""), kind
    done = school.run("bulletin", tmp_path / "head", "--pdf", "none")
    assert (done.returncode, done.stderr.splitlines()[0]) == (3, "Colin Sacha ; Grec ancien ; aucune note saisie")


def test_a_class_of_two_schools_needs_the_school(school: School, tmp_path: Path) -> None:
    with ent.open(school.path) as portal, portal.system() as host:
        other = host.org.add(kind="establishment", code="9990003C", name="Autre", degree="second", valid_from=FIRST).id
        host.group.add(org_id=other, kind="division", code="5A", name="5A", valid_from=FIRST)
    done = school.run("bulletin", tmp_path / "x")
    assert done.returncode == 1 and "9990002B, 9990003C" in done.stderr


def test_subjects_stand_in_the_order_of_the_school_with_marks_or_without(school: School) -> None:
    """Latin stands before mathematics here, though nobody has a mark in it in this term."""
    with ent.open(school.path) as portal, portal.system() as host:
        org = host.org.list(kind="establishment")[0].id
        host.subject.set(org_id=org, code="LATIN", name="Zoologie", short_name="Zoo.", position=0)
        with portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
            told = fetch.class_report(teacher, division_id=school.division, period_id=school.periods[0])
    assert [[(each.name, each.short_name) for each in pupil.subjects] for pupil in told.pupils] == [
        [("Zoologie", "Zoo."), ("Mathématiques", None)]] * 5


def test_a_class_without_pupils_has_no_reports(school: School, tmp_path: Path) -> None:
    with ent.open(school.path) as portal, portal.system() as host:
        org = host.org.list(kind="establishment")[0].id
        host.group.add(org_id=org, kind="division", code="5B", name="Cinquième B", valid_from=FIRST, school_year=2026)
    for kind in ("bulletin", "council", "synthesis", "transcript", "cycle"):
        done = school.run(kind, tmp_path / "out", "--class", "5B", "--pdf", "none", interim=kind != "cycle")
        assert (done.returncode, done.stderr) == (1, "ent report : aucun élève à la fin de cette période\n"), kind
    assert not (tmp_path / "out").exists()


def test_the_middle_of_a_period_has_neither_minutes_nor_the_end_of_a_cycle(school: School, tmp_path: Path) -> None:
    for kind in ("minutes", "cycle"):
        done = school.run(kind, tmp_path / "out", "--pdf", "none")
        assert (done.returncode, done.stdout) == (2, "") and "--interim" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_class_is_meant_by_its_code_before_a_name_and_of_the_last_year(school: School, tmp_path: Path) -> None:
    school.enter({1: "3", 4: "17"})
    with ent.open(school.path) as portal, portal.system() as host:
        org = host.org.list(kind="establishment")[0].id
        host.group.add(org_id=org, kind="division", code="5A", name="Cinquième A", valid_from=FIRST, school_year=2025)
        for code, name in (("X", "5A"), ("Y", "Bilingue"), ("Z", "Bilingue")):
            host.group.add(org_id=org, kind="division", code=code, name=name, valid_from=FIRST, school_year=2026)
    done = school.run("synthesis", tmp_path / "out", "--pdf", "none")
    assert (done.returncode, done.stderr) == (0, "")
    done = school.run("synthesis", tmp_path / "out", "--class", "Bilingue", "--pdf", "none")
    assert done.returncode == 1 and "en donner le code (Y, Z)" in done.stderr


def test_those_who_are_called_the_same_have_each_their_file() -> None:
    context = reports.Context(school="x", class_name="x", period="x", first_day=FIRST, last_day=FIRST, year="x")
    pupils = [reports.Report(context=context, family_name=family, given_name="Léo", pupil_id=place)
              for place, family in enumerate(("Petit", "Pétit", "O'Neil", "…"))]
    assert _command._names("bulletin", pupils) == ["bulletin-petit-leo-0", "bulletin-petit-leo-1", "bulletin-o-neil-leo", "bulletin-leo"]


def test_those_who_are_called_the_same_are_told_apart_in_the_list() -> None:
    context = reports.Context(school="x", class_name="x", period="x", first_day=FIRST, last_day=FIRST, year="x")
    pupils = tuple(reports.Report(context=context, family_name=family, given_name="Léo", pupil_id=place)
                   for place, family in enumerate(("Petit", "Petit", "Roux"), 7))
    whole = reports.ClassReport(context=context, pupils=pupils)
    told = [_command._named(reports.Missing(pupil=f"{each.family_name} Léo", pupil_id=each.pupil_id, subject="", what="x"), whole) for each in pupils]
    assert told == ["Petit Léo (7)", "Petit Léo (8)", "Roux Léo"]


def test_a_period_named_by_the_number_of_another_is_not_taken_for_it() -> None:
    def called(wanted: str) -> list[int]:
        return [each.number for each in _select.periods_called(periods, wanted)]  # type: ignore[arg-type]

    periods = [SimpleNamespace(name=name, number=place, code="trimestres") for place, name in enumerate(("Automne", "2", "1"), 1)]
    assert called("1") == called("t1") + [3] == [1, 3]
    assert called("2") == called("trimestres 2") == [2] and called("trimestres 1") == called("automne") == [1] and called("3") == [3]


def test_progress_is_for_terminals() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, shown in ((io.StringIO(), False), (Terminal(), True)):
        told = _progress.Progress("PDF", stream)
        for done in (1, 2):
            told(done, 2)
        assert bool(stream.getvalue()) is shown
    assert "[###############...............] 1/2" in stream.getvalue() and stream.getvalue().endswith("\r\x1b[K")


def test_without_an_engine_the_pages_are_written_all_the_same(school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    school.enter({1: "3", 4: "17"})
    monkeypatch.setenv("ENT_CHROMIUM", str(tmp_path / "nothing"))
    done = school.run("bulletin", tmp_path / "out", "--pdf", "chromium")
    assert done.returncode == 4 and "apt install chromium" in done.stderr
    assert len(list((tmp_path / "out").glob("*.html"))) == 5 and not list((tmp_path / "out").glob("*.pdf"))


def test_what_was_written_for_the_reports_stands_over_the_grade_book(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the library keeps reports: its answer, and beside it what only the grade book knows."""
    asked: list[tuple[str, dict[str, int]]] = []

    def answer(session: ent.Session, operation: str, request: str = "{}", **options: object) -> str:
        asked.append((operation, json.loads(request)))
        told = of_class({"pupil": {"id": 0, "family_name": "Colin", "given_name": "Sacha"}, "wanted": "subject_comment",
                         "subject_code": "LATIN", "teachers": []})
        told["items"][0]["report"]["pupil"]["id"] = school.pupils[0]
        told["items"][0]["report"]["lines"][1]["average"]["before"] = [{"shown": "11", "mean": "10"}]  # the grade book has 12
        return json.dumps(told)

    monkeypatch.setattr(fetch, "DOMAINS", _domains.DOMAINS | {"report"})
    monkeypatch.setattr(ent.Session, "call_json", answer)
    with ent.open(school.path) as portal, portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
        facts = teacher.at(date(2027, 1, 15))
        told = fetch.class_report(facts, division_id=school.division, period_id=school.periods[1])
        plain = fetch.class_report(facts, division_id=school.division, period_id=school.periods[1], written=False)
    assert asked == [("report.of_class", {"division_id": school.division, "period_id": school.periods[1]})]
    maths = next(each for each in told.pupils[0].subjects if each.code == "MATHS")
    assert (maths.comment, maths.average, maths.previous) == ("De bons acquis.", Decimal(15), (Decimal(11),))
    assert [(each.pupil, each.subject, each.what) for each in told.missing] == [("Colin Sacha", "Latin", "Appréciation")]
    assert all(subject.comment is None for pupil in plain.pupils for subject in pupil.subjects) and len(plain.missing) == 2


def test_the_minutes_of_a_council_are_written(school: School, tmp_path: Path) -> None:
    """What is missing of the report cards does not keep them back; where nothing is written down of the council there are none."""
    done = school.run("proces-verbal", tmp_path / "none", "--pdf", "none", interim=False)
    assert (done.returncode, done.stderr) == (1, "ent report : rien n'est noté du conseil de cette classe pour cette période\n")
    done = school.run("minutes", tmp_path / "none", "--pdf", "none", "--language", "en", interim=False)
    assert done.stderr == "ent report : nothing is written down of the council of this class for this period\n"
    assert not (tmp_path / "none").exists()
    with ent.open(school.path) as portal, portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
        teacher.report.write_council(period_id=school.periods[1], division_id=school.division, held_on=date(2027, 1, 14),
                                     synthesis="Une classe agréable.", minutes="Ouvert à 17 h.",
                                     seats=[{"name": "Ana Noir", "role": "parent_delegate", "present": True}])
        teacher.report.comment_general(period_id=school.periods[1], division_id=school.division,
                                       items=[{"pupil_id": school.pupils[0], "text": "Un bon trimestre."}])
    found = []
    for name, kind in (("one", "proces-verbal"), ("two", "minutes")):
        done = school.run(kind, tmp_path / name, "--pdf", "none", interim=False)
        assert (done.returncode, done.stderr) == (0, "")
        found.append({path.name: path.read_bytes() for path in sorted((tmp_path / name).iterdir())})
    assert found[0] == found[1] and list(found[0]) == ["pv-seance.csv", "pv.csv", "pv.html", "pv.xlsx"]
    page = found[0]["pv.html"].decode()
    for said in ("Conseil du 14/01/2027", "Une classe agréable.", "Ouvert à 17 h.", "Ana Noir", "Délégué des parents", "Un bon trimestre."):
        assert said in page
    assert 'class="draft"' not in page and "Bérard;Inès;Un bon trimestre.;" in found[0]["pv.csv"].decode()
    assert found[0]["pv-seance.csv"].decode("utf-8-sig").splitlines()[5:] == [
        "Conseil du;14/01/2027;;", "Présence;Ana Noir;Délégué des parents;présent", "Appréciation de la classe;Une classe agréable.;;",
        "Déroulement du conseil;Ouvert à 17 h.;;"]
    with zipfile.ZipFile(io.BytesIO(found[0]["pv.xlsx"])) as archive:
        assert 'name="Séance"' in archive.read("xl/workbook.xml").decode() and "Ana Noir" in archive.read("xl/worksheets/sheet2.xml").decode()


@pytest.mark.skipif("report" not in _domains.DOMAINS, reason="the library does not keep reports yet")
def test_a_council_waits_for_the_comments_that_are_missing(school: School, tmp_path: Path) -> None:
    """Two are missing, and a mark: exactly they are listed. When they are there, all is written, twice the same."""
    school.enter({1: "3"})  # Zoé was asked something in mathematics, and nothing stands

    def comment(subject: str, places: list[int]) -> None:
        items = [{"pupil_id": school.pupils[place], "text": f"De bons acquis en {subject} : continuez."} for place in places]
        asked = {"period_id": school.periods[1], "group_id": school.division, "subject_code": subject, "items": items}
        with ent.open(school.path) as portal, portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
            teacher.call_json("report.comment", json.dumps(asked))
            if subject == "MATHS":
                general = [{"pupil_id": pupil, "text": "Un bon trimestre."} for pupil in school.pupils]
                teacher.call_json("report.comment_general", json.dumps({"period_id": school.periods[1], "division_id": school.division,
                                                                        "items": general}))

    comment("MATHS", [0, 1, 2, 3])
    comment("LATIN", [0, 2, 3, 4])
    done = school.run("conseil", tmp_path / "out", "--pdf", "none", interim=False)
    assert (done.returncode, done.stderr.splitlines()[:-1]) == (
        3, ["Colin Sacha ; Latin ; Appréciation", "Zed Zoé ; Mathématiques ; Appréciation", "Zed Zoé ; Mathématiques ; aucune note saisie"])
    assert not (tmp_path / "out").exists()
    comment("MATHS", [4])
    comment("LATIN", [1])
    for kind in ("bulletin", "conseil", "synthese"):
        done = school.run(kind, tmp_path / "out", "--pdf", "none", interim=False)
        assert (done.returncode, done.stderr.splitlines()[:-1]) == (3, ["Zed Zoé ; Mathématiques ; aucune note saisie"])
    school.enter({4: "17"})
    found = []
    for name in ("one", "two"):
        done = school.run("conseil", tmp_path / name, "--pdf", "none", interim=False)
        assert (done.returncode, done.stderr) == (0, "")
        found.append({path.name: path.read_bytes() for path in sorted((tmp_path / name).iterdir())})
    assert found[0] == found[1]
    ines = found[0]["bulletin-berard-ines.html"].decode()
    assert "De bons acquis en MATHS : continuez." in ines and "Un bon trimestre." in ines and "14,50" in ines
