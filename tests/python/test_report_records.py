"""Reports as the library writes them in JSON, and what becomes of them."""

from __future__ import annotations

import copy
import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest

import ent.report
from ent import reports
from ent.reports import records
from report_values import BALANCE, Page, pupil, school_class

REPORT: dict[str, Any] = {
    "pupil": {"id": 1, "family_name": "Bérard", "given_name": "Inès"}, "birth_date": "2014-09-12",
    "school": {"org_id": 9, "code": "9990002B", "name": "Collège des Tilleuls"},
    "division": {"division_id": 5, "name": "5A", "level": "5EME", "school_year": 2026, "pupils": 24},
    "period": {"id": 7, "name": "2e trimestre", "number": 2, "of": 3, "first_day": "2026-12-01", "last_day": "2027-03-12"},
    "model": "college",
    "lines": [
        {"subject_code": "LATIN", "name": "Latin", "teachers": [], "coefficient": "1", "mode": "ordinary", "assessments": 0,
         "average": {"among": {"marked": 3, "mean": "11.21"}}, "elements": []},
        {"subject_code": "MATHS", "name": "Mathématiques", "teachers": [{"id": 2, "family_name": "Moreau", "given_name": "Paul"}],
         "coefficient": "2", "mode": "ordinary", "assessments": 4, "positioning": 3, "elements": ["Fractions", "Symétrie"],
         "average": {"shown": "15", "computed": "14.5", "exact": "29/2", "overridden": {"value": "15", "reason": "Oral"},
                     "among": {"marked": 23, "mean": "10.84", "minimum": "8.13", "maximum": "15"}},
         "comment": "De bons acquis."}],
    "general": {"shown": "13.33", "computed": "13.33", "exact": "40/3", "among": {"marked": 24, "mean": "12.21", "minimum": "8.27", "maximum": "15.93"}},
    "school_life": {"shown": {"justified_half_days": 1, "unjustified_half_days": 2, "latenesses": 1},
                    "counted": {"justified_half_days": 1, "unjustified_half_days": 2, "latenesses": 1}, "comment": "À l'heure."},
    "general_comment": "Bon trimestre.",
    "council": {"held_on": "2027-03-15", "opinions": [{"code": "c", "name": "Compliments", "kind": "distinction"}],
                "wishes": [{"rank": 1, "text": "Seconde générale", "answer": "favourable"}, {"rank": 2, "text": "CAP"}],
                "decision": "Seconde générale"},
    "main_teachers": [{"id": 2, "family_name": "Moreau", "given_name": "Paul"}],
    "heads": [{"id": 3, "family_name": "Roche", "given_name": "Alix"}], "policy": "fr-exact", "scale": "20"}

SPREAD = {"marked": 24, "mean": "12.21", "minimum": "8.27", "lower_quartile": "9.5", "median": "12.4", "upper_quartile": "14",
          "maximum": "15.93", "bands": [0, 0, 5, 6, 8, 5], "name": "", "teachers": []}


def of_class(*missing: dict[str, Any]) -> dict[str, Any]:
    other = copy.deepcopy(REPORT) | {"pupil": {"id": 2, "family_name": "Colin", "given_name": "Sacha"}}
    return {"items": [{"report": copy.deepcopy(REPORT), "state": "complete", "missing": []},
                      {"report": other, "state": "mixed", "missing": list(missing)}],
            "state": "mixed", "subjects": [SPREAD | {"subject_code": "MATHS", "name": "Mathématiques"}], "general": SPREAD}


def test_a_report_says_what_its_record_says() -> None:
    report = records.report_from(json.dumps(REPORT))
    latin, maths = report.subjects
    assert (report.name, report.pupil_id, report.birth_date) == ("Bérard Inès", 1, date(2014, 9, 12))
    assert (latin.average, latin.computed, latin.group) == (None, None, reports.Spread(pupils=24, marked=3, mean=Decimal("11.21")))
    assert (maths.average, maths.computed, maths.coefficient, maths.position) == (Decimal(15), Decimal("14.5"), Decimal(2), 3)
    assert (maths.teachers, maths.programme, maths.comment) == (("Paul Moreau",), ("Fractions", "Symétrie"), "De bons acquis.")
    assert report.life == reports.SchoolLife(half_days=3, unjustified=2, latenesses=1, comment="À l'heure.")
    assert report.council == reports.Council(comment="Bon trimestre.", opinions=("Compliments",), decision="Seconde générale",
                                             wishes=("Seconde générale (avis favorable)", "CAP"))
    context = report.context
    assert (context.school, context.year, context.period, context.headcount) == ("Collège des Tilleuls", "2026-2027", "2e trimestre", 24)
    assert (context.heads, context.main_teachers, context.with_marks, context.policy) == (("Alix Roche",), ("Paul Moreau",), True, "fr-exact")


def test_a_general_average_that_was_overridden_has_what_was_computed() -> None:
    general = REPORT["general"] | {"shown": "14", "overridden": {"value": "14", "reason": "Progrès"}}
    assert records.report_from(REPORT | {"general": general}).general_computed == Decimal("13.33")
    assert records.report_from(REPORT).general_computed is None


def test_domains_stand_as_their_model_has_them() -> None:
    """Whatever subjects of its own a school has under the same codes."""
    told = of_class()
    for standing in told["items"]:
        standing["report"]["model"] = "primary_3"
        standing["report"]["lines"] = [standing["report"]["lines"][1] | {"subject_code": code, "name": code} for code in ("FRA", "MAT", "EPS")]
    own = [reports.Subject(name="EPS de l'école", code="EPS", short_name="Sport"), reports.Subject(name="Maths de l'école", code="MAT")]
    read = records.completed(records.class_from(told), reports.ClassReport(context=records.class_from(told).context), own)
    assert [(each.code, each.short_name) for each in read.pupils[0].subjects] == [("FRA", None), ("MAT", None), ("EPS", None)]


def test_what_was_published_is_printed() -> None:
    text = Page(reports.bulletin(records.report_from(REPORT))).all("main")[0].text
    for said in ("De bons acquis.", "15,00", "calculée\N{NO-BREAK SPACE}: 14,50", "13,33", "Compliments", "Seconde générale (avis favorable)",
                 "À l'heure.", "Fractions, Symétrie", "Objectifs atteints", "Alix Roche"):
        assert said in text


def test_subjects_stand_under_their_category_with_its_average() -> None:
    """In the order of the categories; those of none come last, whatever their place."""
    average = {"shown": "12.75", "among": {"marked": 23, "mean": "10.84"}, "before": [{"shown": "11", "mean": "10"}], "year": "11.88"}
    report = records.report_from(REPORT | {"categories": [
        {"code": "SCI", "name": "Pôle <scientifique>", "subject_codes": ["MATHS"], "average": average}]})
    (category,) = report.categories
    assert (category.whole.average, category.whole.previous, category.whole.year) == (Decimal("12.75"), (Decimal(11),), Decimal("11.88"))
    page = reports.bulletin(report)
    told = re.findall(r'<tbody>|<th scope="(?:row|rowgroup)"[^>]*>[^<]*', page[page.index("<tbody>"):page.index("</table>")])
    columns = page.count("<th ", page.index("<thead>"), page.index("</thead>"))
    assert told == ["<tbody>", '<th scope="rowgroup">Pôle &lt;scientifique&gt;', '<th scope="row">Mathématiques', "<tbody>",
                    f'<th scope="rowgroup" colspan="{columns}">Autres matières', '<th scope="row">Latin', '<th scope="row">Moyenne générale']
    assert page.index("12,75") < page.index('<th scope="row">Mathématiques')
    assert '<th scope="rowgroup">' not in reports.bulletin(records.report_from(REPORT))


def test_what_is_done_for_a_pupil_is_named() -> None:
    told = REPORT | {"arrangements": [{"kind": "pai"}, {"kind": "ppre", "text": "Deux heures de <français>."}, {"kind": "success_contract"}]}
    report = records.report_from(told)
    assert report.arrangements == (reports.Arrangement(kind="pai"), reports.Arrangement(kind="ppre", text="Deux heures de <français>."),
                                   reports.Arrangement(kind="success_contract"))
    text = Page(reports.bulletin(report)).all("section")[-1].text
    assert "Modalités d'accompagnement\N{NO-BREAK SPACE}: PAI, PPRE, Contrat de réussite" in text
    assert "PPRE\N{NO-BREAK SPACE}: Deux heures de <français>." in text
    assert "Modalités d'accompagnement" not in reports.bulletin(records.report_from(REPORT))


def test_each_arrangement_has_a_name() -> None:
    for kind in get_args(ent.report.ArrangementKind):
        page = reports.bulletin(replace(pupil(), arrangements=(reports.Arrangement(kind=kind),)), language="en")
        assert "Arrangements for the pupil" in page


def test_a_report_without_marks() -> None:
    lines = [{name: value for name, value in line.items() if name != "average"} for line in REPORT["lines"]]
    told = {name: value for name, value in REPORT.items() if name not in ("general", "school_life", "council")} | {"lines": lines, "model": "primary_2"}
    report = records.report_from(told)
    assert not report.context.with_marks and report.life is None and report.general is None
    page = Page(reports.bulletin(report))
    assert [each.text for each in page.all("th") if each.attributes["scope"] == "col"] == [
        "Domaine", "Positionnement", "Éléments du programme", "Appréciation"]
    assert "13,33" not in page.all("main")[0].text and page.all("svg") == []


def test_a_class_and_what_is_missing() -> None:
    whole = records.class_from(json.dumps(of_class()))
    assert (whole.missing, whole.context.draft, len(whole.pupils)) == ((), False, 2)
    assert whole.subjects[0].group is not None and whole.subjects[0].group.upper_quartile == Decimal(14)
    assert whole.general is not None and whole.general.bands == (0, 0, 5, 6, 8, 5)
    sacha = {"pupil": {"id": 2, "family_name": "Colin", "given_name": "Sacha"}, "teachers": []}
    told = records.class_from(of_class(sacha | {"wanted": "subject_comment", "subject_code": "MATHS"}, sacha | {"wanted": "general_comment"}))
    assert [(each.pupil, each.subject, each.what) for each in told.missing] == [
        ("Colin Sacha", "Mathématiques", "Appréciation"), ("Colin Sacha", "", "Appréciation générale")]
    assert all(each.context.draft for each in told.pupils) and told.context.draft
    with pytest.raises(ValueError, match="no pupil"):
        records.class_from({"items": []})


def test_what_the_grade_book_knows_stands_beside_it() -> None:
    read = replace(school_class(1), pupils=(replace(pupil(1), subjects=tuple(
        replace(each, code=code, previous=(Decimal(9),)) for each, code in zip(pupil(1).subjects, ("MATHS", "LATIN")))),),
        subjects=(reports.Subject(name="x", code="MATHS", short_name="Maths"), reports.Subject(name="y", code="LATIN")))
    both = records.completed(records.class_from(of_class()), read)
    ines, sacha = both.pupils
    assert [(each.code, each.short_name, each.previous, each.average) for each in ines.subjects] == [
        ("MATHS", "Maths", (), Decimal(15)), ("LATIN", None, (), None)]
    assert (ines.general, ines.general_previous, ines.context.earlier) == (Decimal("13.33"), (), ())
    assert (sacha.name, sacha.general_previous) == ("Colin Sacha", ())


def unknown(value: Any, kind: dict[str, Any], types: dict[str, Any], at: str = "") -> list[str]:
    """Where a value by hand is not of a type of the library."""
    while kind["kind"] == "optional" and value is not None:
        kind = kind["of"]
    if kind["kind"] == "list":
        return [fault for place, each in enumerate(value) for fault in unknown(each, kind["of"], types, f"{at}/{place}")]
    if kind["kind"] == "record":
        fields = {field["name"]: field["type"] for field in types[kind["name"]]["fields"]}
        return [fault for name, inner in value.items()
                for fault in (unknown(inner, fields[name], types, f"{at}/{name}") if name in fields else [f"{at}/{name}"])]
    if kind["kind"] == "enumeration":
        words = [word["name"] for word in types[kind["name"]]["words"]]
        return [] if value in words else [f"{at}: {value}"]
    return [] if not isinstance(value, (dict, list)) else [at]


@pytest.mark.parametrize(("operation", "value"), [
    ("report.of_class", of_class({"pupil": {"id": 2, "family_name": "x", "given_name": "y"}, "wanted": "school_life_comment", "teachers": []})),
    ("skill.balance", BALANCE)])
def test_what_is_read_here_is_what_the_library_writes(operation: str, value: dict[str, Any]) -> None:
    lock = json.loads((Path(__file__).parents[2] / "bindings/ent.json").read_text(encoding="utf-8"))
    answer = next((each["answer"] for each in lock["operations"] if each["name"] == operation), None)
    if answer is None:
        pytest.skip(f"there is no {operation} yet")
    types = {each["name"]: each for each in lock["types"]}
    assert unknown(value, {"kind": "record", "name": answer}, types) == []


def test_what_was_before_and_the_year_come_from_the_report() -> None:
    told = copy.deepcopy(REPORT)
    told["earlier"] = [{"id": 6, "name": "1er trimestre", "number": 1, "of": 3, "first_day": "2026-09-01", "last_day": "2026-11-27"}]
    told["lines"][1]["average"] |= {"before": [{"shown": "13.5", "mean": "10", "marked": 24}], "year": "14.25"}
    told["general"] |= {"before": [{"mean": "11.9", "marked": 24}], "year": "13.33"}
    report = reports.records.report_from(told)
    assert report.context.earlier == ("1er trimestre",)
    assert report.subjects[1].previous == (Decimal("13.5"),) and report.subjects[1].year == Decimal("14.25")
    assert report.general_previous == (None,) and [(each.mean, each.marked) for each in report.group_previous] == [(Decimal("11.9"), 24)]
    page = reports.bulletin(report, layout=reports.Layout(columns=("average", "previous", "year", "trend", "comment")))
    assert "<th scope=\"col\" class=\"n\">Année</th>" in page and "14,25" in page and "11,90" in page


@pytest.mark.parametrize(("first", "days", "year"), [
    ("2026-02-16", ("2026-09-14", "2026-12-11"), "2026"), ("2026-02-16", ("2026-02-16", "2026-06-05"), "2026"),
    ("2026-09-01", ("2027-03-13", "2027-07-02"), "2026-2027"), ("2026-08-20", ("2026-08-20", "2026-11-27"), "2026-2027")])
def test_a_year_that_began_before_august_lies_in_one_civil_year(first: str, days: tuple[str, str], year: str) -> None:
    told = copy.deepcopy(REPORT)
    told["period"] |= {"first_day": days[0], "last_day": days[1]}
    if first != days[0]:
        told["earlier"] = [{"id": 6, "name": "1er trimestre", "number": 1, "of": 3, "first_day": first, "last_day": days[0]}]
    assert reports.records.report_from(told).context.year == year


def test_projects_are_told_with_what_is_said_of_group_and_pupil() -> None:
    told = copy.deepcopy(REPORT)
    told["projects"] = [{"group_id": 5, "code": "E", "kind": "epi", "name": "Nos <déchets>", "theme": "EPI_EDD", "theme_name": "Transition écologique",
                         "subject_codes": ["SVT"], "subjects": ["SVT", "Technologie"], "group_comment": "Un groupe engagé.", "comment": "Bien mené."}]
    page = reports.bulletin(reports.records.report_from(told))
    for text in ("Projets et accompagnement", "EPI\N{NO-BREAK SPACE}: Nos &lt;déchets&gt;", "Transition écologique ; SVT, Technologie", "Un groupe engagé.",
                 "Bien mené."):
        assert text in page
    assert "Projets et accompagnement" not in reports.bulletin(reports.records.report_from(REPORT))


def test_a_notebook_has_neither_marks_nor_degrees() -> None:
    told = copy.deepcopy(REPORT)
    told |= {"model": "nursery", "general": None, "school_life": None,
             "lines": [{"subject_code": "LAN", "name": "Mobiliser le langage", "teachers": [], "elements": [], "comment": "Raconte une histoire."}]}
    page = reports.bulletin(reports.records.report_from(told))
    for text in ("Carnet de suivi des apprentissages", "Ce que l&#39;élève sait faire", "Raconte une histoire."):
        assert text in page
    for text in ("Moyenne", "Positionnement", "Vie scolaire", "conseil de classe"):
        assert text not in page


def test_the_end_of_a_cycle() -> None:
    told = copy.deepcopy(REPORT)
    names = ("Langue française", "Langue étrangère", "Langages scientifiques", "Langages des arts", "Méthodes", "Citoyen", "Systèmes", "Monde")
    told["cycle_end"] = {"cycle": 4, "synthesis": "Prête pour le lycée.", "complement": "LCA", "complement_goal": 2,
                         "regional_language": "BRE", "regional_language_goal": 1, "components": [
        {"code": f"C{place}", "name": name, "position": place % 5} for place, name in enumerate(names)]}
    report = reports.records.report_from(told)
    assert report.cycle_end is not None and report.cycle_end.components[0].label == "Dispensé"
    page = reports.cycle_report(report)
    assert page == reports.cycle_report(report)
    for text in ("Bilan de fin de cycle 4", "Maîtrise fragile", "Dispensé", "Prête pour le lycée.", "LCA (objectif dépassé)",
                 "Langue régionale", "BRE (objectif non atteint)"):
        assert text in page
    with pytest.raises(ValueError):
        reports.cycle_report(reports.records.report_from(REPORT))


def test_pupils_of_one_class_keep_what_their_models_have() -> None:
    """A class of several levels may have several models: who comes first by name does not decide for all."""
    told = of_class()
    del told["items"][0]["report"]["general"]
    for line in told["items"][0]["report"]["lines"]:
        del line["average"]
    told["items"][0]["report"]["model"] = "college_degrees"
    read = records.class_from(told)
    whole = records.completed(read, read)
    assert [(each.model, each.context.with_marks) for each in whole.pupils] == [("college_degrees", False), ("college", True)]
    assert "13,33" in reports.bulletin(whole.pupils[1]) and "13,33" in reports.council(whole)


def test_averages_are_drawn_up_to_the_scale_that_the_report_tells() -> None:
    assert records.report_from(REPORT).context.maximum == 20
    assert records.report_from(REPORT | {"policy": "canvas-percent", "scale": "100"}).context.maximum == 100
    points = {key: value for key, value in REPORT.items() if key != "scale"} | {"policy": "moodle-natural"}
    assert records.report_from(points).context.maximum == 100


def test_a_component_that_is_missing_is_named() -> None:
    told = of_class({"pupil": {"id": 2, "family_name": "Colin", "given_name": "Sacha"}, "wanted": "component", "subject_code": "CPD_FRA",
                     "teachers": []})
    told["items"][1]["report"]["cycle_end"] = {"cycle": 4, "components": [{"code": "CPD_FRA", "name": "Langue française"}]}
    assert [(each.pupil, each.subject, each.what) for each in records.class_from(told).missing] == [("Colin Sacha", "Langue française", "Composante")]
    told["items"][1]["state"] = "published"  # it is out: nothing is missing of it any more
    assert records.class_from(told).missing == ()
