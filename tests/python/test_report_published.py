"""`python3 -m ent report` on what is published, corrected, or out for another class."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path

import pytest

import ent
from ent import reports
from ent.reports import fetch
from ent.reports._messages import Refusal
from report_school import FIRST, School, school


def test_what_is_published_is_printed_as_it_is_out(school: School, tmp_path: Path) -> None:
    """A name that changes afterwards, and what was missing then, change no report; who reads is written down."""
    school.enter({1: "3", 4: "17"})
    with ent.open(school.path) as portal, portal.system() as host:
        org = host.org.list(kind="establishment")[0].id
        head = host.person.list(org_id=org, profile="head")[0].id
        with portal.act_as(person_id=head, profile="head", step_up_at=datetime.now(timezone.utc)) as session:
            session.gradebook.set_period_state(period_id=school.periods[1], state="locked", group_ids=[school.division])
            session.gradebook.set_period_state(period_id=school.periods[1], state="published", group_ids=[school.division])
            session.report.publish(period_id=school.periods[1], division_id=school.division, incomplete_too=True)
        host.person.change(org_id=org, person_id=school.pupils[0], family_name="Neuville")
    done = school.run("bulletin", tmp_path / "out", "--pdf", "none", interim=False)
    assert (done.returncode, done.stderr) == (0, "")
    pages = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()}
    assert len(pages) == 5 and "Bérard" in pages["bulletin-berard-ines.html"] and not any("Neuville" in page for page in pages.values())
    assert not any('class="draft"' in page for page in pages.values())
    with ent.open(school.path) as portal, portal.act_as(person_id=head, profile="head") as session:
        assert [each.times for each in session.report.readings(period_id=school.periods[1], division_id=school.division)] == [1] * 5


def publish(school: School, state: str, reason: str | None = None) -> None:
    """The second term of the class comes into a state, and where it is out its reports are published."""
    with ent.open(school.path) as portal, portal.system() as host:
        head = host.person.list(org_id=host.org.list(kind="establishment")[0].id, profile="head")[0].id
        with portal.act_as(person_id=head, profile="head", step_up_at=datetime.now(timezone.utc)) as session:
            states: list[ent.gradebook.PeriodState] = ["locked", "published"] if state == "published" else ["open"]
            for each in states:
                session.gradebook.set_period_state(period_id=school.periods[1], state=each, group_ids=[school.division], reason=reason)
            if state == "published":
                session.report.publish(period_id=school.periods[1], division_id=school.division, incomplete_too=True, reason=reason)


def put_in_5b(school: School, pupils: list[int]) -> int:
    """A class that is set up for those who were in it since January, as is said now."""
    with ent.open(school.path) as portal, portal.system() as host:
        org = host.org.list(kind="establishment")[0].id
        other = host.group.add(org_id=org, kind="division", code="5B", name="Cinquième B", valid_from=FIRST).id
        host.group.enrol(id=other, pupil_ids=pupils, valid_from=date(2027, 1, 4))
    return other


def readings(school: School) -> int:
    """How often reports of the class that are out were read."""
    with ent.open(school.path) as portal, portal.system() as host:
        head = host.person.list(org_id=host.org.list(kind="establishment")[0].id, profile="head")[0].id
        with portal.act_as(person_id=head, profile="head") as session:
            return sum(each.times for each in session.report.readings(period_id=school.periods[1], division_id=school.division))


def test_who_is_put_in_another_class_afterwards_keeps_the_report_that_is_out(school: School, tmp_path: Path) -> None:
    """The enrolment is corrected to 5B, where nothing is published: the report that the family has is of 5A, with its means."""
    school.enter({1: "3", 4: "17"})
    publish(school, "published")
    before = school.run("bulletin", tmp_path / "before", "--pdf", "none", interim=False)
    put_in_5b(school, school.pupils[:1])
    done = school.run("bulletin", tmp_path / "after", "--class", "5B", "--pdf", "none", interim=False)
    assert (before.returncode, done.returncode, done.stderr) == (0, 0, "")
    (page,) = (tmp_path / "after").iterdir()
    assert page.read_bytes() == (tmp_path / "before" / page.name).read_bytes() and "Cinquième A" in page.read_text(encoding="utf-8")


def test_the_class_that_a_pupil_was_in_still_finds_the_report_that_is_out_from_it(school: School, tmp_path: Path) -> None:
    """Inès was in 5B all along, it turns out: her bulletin of 5A is still among those of 5A, and the class as a whole is without her."""
    school.enter({1: "3", 4: "17"})
    publish(school, "published")
    before = school.run("bulletin", tmp_path / "before", "--pdf", "none", interim=False)
    put_in_5b(school, school.pupils[:1])
    done = school.run("bulletin", tmp_path / "after", "--pdf", "none", interim=False)
    assert (before.returncode, done.returncode, done.stderr) == (0, 0, "")
    pages = [{path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("before", "after")]
    assert pages[0] == pages[1] and "bulletin-berard-ines.html" in pages[1]
    assert school.run("synthesis", tmp_path / "class", "--pdf", "none", interim=False).returncode == 0
    assert "Bérard" not in (tmp_path / "class" / "synthese.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("gone_to", ["another class", "another school"])
def test_a_class_that_nobody_is_in_any_more_has_what_was_published_for_it(school: School, tmp_path: Path, gone_to: str) -> None:
    """All five are gone: the bulletins of 5A are those that are out, and nothing is said of a class without pupils."""
    school.enter({1: "3", 4: "17"})
    publish(school, "published")
    before = school.run("bulletin", tmp_path / "before", "--pdf", "none", interim=False)
    if gone_to == "another class":
        put_in_5b(school, school.pupils)
    else:
        with ent.open(school.path) as portal, portal.system() as host:
            org = host.org.list(kind="establishment")[0].id
            for pupil in school.pupils:
                host.group.leave(org_id=org, pupil_id=pupil, valid_to=date(2027, 1, 4))
    for options in ((), ("--draft",)):
        done = school.run("bulletin", tmp_path / f"after{len(options)}", "--pdf", "none", *options, interim=False)
        assert (before.returncode, done.returncode, done.stderr) == (0, 0, "")
        pages = [{path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("before", f"after{len(options)}")]
        assert pages[0] == pages[1] and len(pages[1]) == 5
    council = school.run("council", tmp_path / "council", "--pdf", "none", interim=False)
    assert (council.returncode, len(list((tmp_path / "council").glob("bulletin-*.html")))) == (0, 5)
    assert "Bérard" not in (tmp_path / "council" / "synthese.csv").read_text(encoding="utf-8-sig")
    assert school.run("synthesis", tmp_path / "class", "--pdf", "none", interim=False).returncode == 1


def test_a_class_that_nobody_was_ever_in_has_no_reports(school: School, tmp_path: Path) -> None:
    with ent.open(school.path) as portal, portal.system() as host:
        host.group.add(org_id=host.org.list(kind="establishment")[0].id, kind="division", code="5B", name="Cinquième B", valid_from=FIRST)
    done = school.run("bulletin", tmp_path / "out", "--class", "5B", "--pdf", "none", interim=False)
    assert done.returncode == 1 and not (tmp_path / "out").exists()


def test_a_class_is_told_without_the_report_of_another(school: School, tmp_path: Path) -> None:
    """Inès, whose report of 5A is out, is in 5B now and is called Neuville: so 5B is told; her report stays what her family has."""
    school.enter({1: "3", 4: "17"})
    publish(school, "published")
    other = put_in_5b(school, school.pupils[:1])
    with ent.open(school.path) as portal, portal.system() as host:
        org = host.org.list(kind="establishment")[0].id
        host.group.give_role(id=other, person_id=school.teacher, role="main_teacher", valid_from=FIRST)
        host.person.change(org_id=org, person_id=school.pupils[0], family_name="Neuville")
        with portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
            teacher.report.write_council(period_id=school.periods[1], division_id=other, synthesis="Une petite classe.")

    def files(kind: str, *options: str) -> dict[str, str]:
        done = school.run(kind, tmp_path / kind, "--class", "5B", "--pdf", "none", *options, interim=False)
        assert done.returncode in (0, 3), done.stderr
        return {path.name: path.read_text(encoding="utf-8-sig") for path in (tmp_path / kind).iterdir() if path.suffix != ".xlsx"}

    with ent.open(school.path) as portal, portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
        told = fetch.class_report(teacher, division_id=other, period_id=school.periods[1])
    standing = told.as_it_stands()
    assert [(each.pupils[0].context.class_name, each.pupils[0].family_name) for each in (told, standing)] == [
        ("Cinquième A", "Bérard"), ("Cinquième B", "Neuville")]
    assert told.missing == () and standing.missing != ()  # nothing was written of her in 5B
    for page in (reports.minutes(told), reports.council(told), reports.synthesis(told)):
        assert "Bérard" not in page and "Cinquième A" not in page
    done = school.run("synthesis", tmp_path / "none", "--class", "5B", "--pdf", "none", interim=False)
    assert done.returncode == 3 and not (tmp_path / "none").exists()
    assert list(files("bulletin")) == ["bulletin-berard-ines.html"]
    assert "Neuville;Inès" in files("minutes")["pv.csv"]
    synthesis = files("synthesis", "--draft")
    assert 'class="draft"' in synthesis["synthese.html"] and "Neuville;Inès;14,5;" in synthesis["synthese.csv"]


def test_a_correction_is_a_draft_until_it_is_published(school: School, tmp_path: Path) -> None:
    """14,50 is out; 15,50 has been entered since: who asks for a draft sees it, and that it is one."""
    school.enter({1: "3", 4: "17"})
    publish(school, "published")
    publish(school, "open", "Erreur de saisie")
    school.enter({0: "15.5"})

    def page(name: str, *options: str) -> str:
        school.run("bulletin", tmp_path / name, "--pdf", "none", *options, interim=False)
        return (tmp_path / name / "bulletin-berard-ines.html").read_text(encoding="utf-8")

    out, draft = page("out"), page("draft", "--draft")
    assert "14,50" in out and 'class="draft"' not in out
    assert "15,50" in draft and 'class="draft"' in draft
    publish(school, "published", "Erreur de saisie")
    assert "15,50" in page("corrected") and 'class="draft"' not in page("corrected", "--draft")


def test_pages_of_a_class_are_drafts_while_a_report_of_it_is_corrected(school: School, tmp_path: Path) -> None:
    """Figures and rows are of one moment: what was corrected goes with the mean that it makes, 9,55, and not with 9,15 of before."""
    school.enter({1: "3", 4: "17"})
    with ent.open(school.path) as portal, portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
        teacher.report.write_council(period_id=school.periods[1], division_id=school.division, synthesis="Une classe agréable.")
    publish(school, "published")
    publish(school, "open", "Erreur de saisie")
    school.enter({0: "16.5"})

    def told(kind: str, *options: str) -> tuple[int, str]:
        out = tmp_path / f"{kind}{len(options)}"
        done = school.run(kind, out, "--pdf", "none", *options, interim=False)
        name = {"minutes": "pv", "synthesis": "synthese", "council": "index"}[kind]
        return done.returncode, (out / f"{name}.html").read_text(encoding="utf-8") if out.exists() else ""

    assert told("synthesis") == (3, "")  # appraisals are missing of what stands
    code, page = told("minutes")
    assert code == 0 and 'class="draft"' not in page
    assert readings(school) == 0  # of what is out nothing was told
    assert told("council") == (3, "") and readings(school) == 5
    for kind in ("synthesis", "council"):
        code, page = told(kind, "--draft")
        assert code == 3 and 'class="draft"' in page and "16,50" in page and "9,55" in page and "9,15" not in page, kind
    code, page = told("minutes", "--draft")
    assert code == 0 and 'class="draft"' in page
    publish(school, "published", "Erreur de saisie")
    for kind in ("synthesis", "council", "minutes"):
        code, page = told(kind, "--draft")
        assert code == 0 and 'class="draft"' not in page, kind


def test_the_middle_of_a_period_that_is_published_is_over(school: School, tmp_path: Path) -> None:
    """Inès has come to 5A since it was published: 14,50 of hers beside the mean of the others, 7,81, would be two classes on one page."""
    with ent.open(school.path) as portal, portal.system() as host:
        org = host.org.list(kind="establishment")[0].id
        host.group.leave(org_id=org, pupil_id=school.pupils[0], valid_to=date(2027, 1, 4))
    school.enter({1: "3", 4: "17"})
    interim = school.run("synthesis", tmp_path / "before", "--pdf", "none")
    assert interim.returncode == 0 and "Bérard" not in (tmp_path / "before" / "synthese.csv").read_text(encoding="utf-8-sig")
    publish(school, "published")
    with ent.open(school.path) as portal, portal.system() as host:
        host.group.enrol(id=school.division, pupil_ids=[school.pupils[0]], valid_from=date(2027, 1, 5))
    for kind in ("bulletin", "council", "synthesis"):
        done = school.run(kind, tmp_path / kind, "--pdf", "none")
        assert (done.returncode, done.stdout) == (1, "") and "publiée" in done.stderr and not (tmp_path / kind).exists(), kind
    assert school.run("transcript", tmp_path / "transcripts", "--pdf", "none").returncode == 0
    with ent.open(school.path) as portal, portal.act_as(person_id=school.teacher, profile="teacher") as teacher:
        with pytest.raises(Refusal, match="it is interim no more.*written=True"):
            fetch.class_report(teacher, division_id=school.division, period_id=school.periods[1], written=False)
        transcripts = fetch.class_report(teacher, division_id=school.division, period_id=school.periods[1], written=False, marks=True)
        balances = fetch.class_report(teacher, division_id=school.division, period_id=school.periods[1], written=False, unmarked=False)
        assert len(transcripts.pupils) == len(balances.pupils) == 5
    publish(school, "open", "Inès est en 5A")
    assert school.run("synthesis", tmp_path / "open", "--pdf", "none").returncode == 0
    assert "Bérard" in (tmp_path / "open" / "synthese.csv").read_text(encoding="utf-8-sig")
