"""Pages: whole, safe, the same byte by byte, and fit for those who do not see them or use no mouse."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ent import reports
from ent.reports._fit import setting_for
from report_values import (COMMENT, NASTY, SPREAD, Page, at_the_end_of_a_cycle, by_degrees, council_of, in_categories, notebook, pupil, school_class,
                           subjects, with_projects, without_marks)


def marked() -> reports.Report:
    first = reports.Mark(name="Fractions", date=pupil().context.first_day, value=Decimal(12), comment="Bien.")
    marks = (first, replace(first, name="Dictée", kind="absent", value=None, counts=False, comment=None))
    return replace(pupil(), subjects=tuple(replace(each, marks=marks) for each in pupil().subjects))


PAGES: dict[str, Callable[[], str]] = {
    "bulletin": lambda: reports.bulletin(pupil()),
    "bulletins": lambda: reports.bulletins([pupil(1), without_marks()]),
    "categories": lambda: reports.bulletin(in_categories()),
    "council": lambda: reports.council(school_class(3)),
    "council that sat": lambda: reports.council(council_of()),
    "minutes": lambda: reports.minutes(council_of()),
    "empty minutes": lambda: reports.minutes(reports.ClassReport(context=pupil().context)),
    "skills": lambda: reports.skill_balance(pupil()),
    "synthesis": lambda: reports.synthesis(school_class(3)),
    "degrees of a class": lambda: reports.synthesis(replace(school_class(3), pupils=(by_degrees("primary_3"), notebook()), subjects=())),
    "notebooks": lambda: reports.synthesis(replace(school_class(3), pupils=(notebook(),), subjects=())),
    "transcript": lambda: reports.transcript(marked()),
    "without marks": lambda: reports.bulletin(without_marks()),
    "empty class": lambda: reports.synthesis(reports.ClassReport(context=pupil().context)),
    "empty council": lambda: reports.council(reports.ClassReport(context=pupil().context)),
    "english": lambda: reports.bulletin(pupil(), language="en"),
}


def test_a_council_shows_the_averages_of_all_when_it_is_asked_to() -> None:
    """Delegates of pupils and parents see what is projected: a pupil at a time."""
    page = Page(reports.council(school_class(3)))
    (closed,) = page.all("details")
    assert "open" not in closed.attributes
    outside = [each for each in page.all("table") if "details" not in each.above]
    assert len(outside) == 3 and len(page.all("table")) == 4


def test_a_subject_without_marks_has_no_empty_table_in_a_transcript() -> None:
    """Its average may have been written by hand."""
    page = Page(reports.transcript(pupil()))
    assert not page.all("table") and "Latin – Moyenne\N{NO-BREAK SPACE}: 13,80" in reports.transcript(pupil())


def test_averages_are_marked_by_where_they_lie_on_their_scale() -> None:
    """Out of 100, 72,5 is 14,5 out of 20: neither low nor high; 75 is high, and 39 (7,8 out of 20) is low."""
    values = (Decimal("72.5"), Decimal(75), Decimal(39))
    one = replace(pupil(), subjects=tuple(replace(line, average=value) for line, value in zip(pupil().subjects, values)), general=None)
    whole = reports.ClassReport(context=replace(one.context, maximum=Decimal(100)), pupils=(one,), subjects=one.subjects)
    assert re.findall(r'<td class="n( low| high|)">[^0-9]*([0-9]+,[0-9]+)</td>', reports.synthesis(whole))[:3] == [
        ("", "72,50"), (" high", "75,00"), (" low", "39,00")]


def test_the_minutes_say_who_came_and_what_was_decided() -> None:
    """Of what is said of no pupil there is no column."""
    page = Page(reports.minutes(council_of()))
    attendance, decisions = page.all("table")
    assert "Conseil du 01/03/2027" in page.all("header")[0].text
    assert "Alix RochePrésidenceprésent" in attendance.text and "Zoé ZedDélégué des élèvesabsent" in attendance.text
    assert "Bérard02 InèsBon trimestre.EncouragementsSeconde générale" in decisions.text and "Décision" not in decisions.text
    assert [each.text for each in page.all("section")] == ["Appréciation de la classeUne classe agréable et active.",
                                                           "Déroulement du conseilOuvert à 17 h.\nClos à 19 h."]
    table = reports.minutes_table(council_of(1))
    assert table.rows == [["Bérard01", "Inès", "Bon trimestre.", "Encouragements", "Seconde générale", None]]


def test_spreadsheets_tell_of_the_sitting_what_the_page_tells() -> None:
    told = reports.minutes_tables(council_of(1))[1]
    assert (told.name, [column.heading for column in told.columns]) == ("Séance", ["Séance", "Contenu", "Qualité", "Présence"])
    assert told.rows[4:] == [("Conseil du", date(2027, 3, 1), None, None), ("Présence", "Alix Roche", "Présidence", "présent"),
                             ("Présence", "Zoé Zed", "Délégué des élèves", "absent"),
                             ("Appréciation de la classe", "Une classe agréable et active.", None, None),
                             ("Déroulement du conseil", "Ouvert à 17 h.\nClos à 19 h.", None, None)]
    nothing = reports.minutes_tables(reports.ClassReport(context=pupil().context), language="en")[1]
    assert [row[0] for row in nothing.rows] == ["School", "Class", "School year", "Period"]


def test_the_council_says_when_it_sits_and_what_it_says_of_the_class() -> None:
    """Not who came, nor the minutes: delegates look on."""
    sat, plain = Page(reports.council(council_of())).all("body")[0].text, Page(reports.council(school_class(3))).all("body")[0].text
    assert "Conseil du 01/03/2027" in sat and "Une classe agréable et active." in sat and "Zoé Zed" not in sat and "17 h" not in sat
    assert "Conseil du" not in plain and "Appréciation de la classe" not in plain


def test_signs_stand_as_the_language_sets_them() -> None:
    """French: a space that does not break before a colon or a semicolon; English: none."""
    french, english = reports.council(school_class(2)), reports.council(school_class(2), language="en")
    assert "Suivant\N{NO-BREAK SPACE}: Bérard02" in french and "Next: Bérard02" in english
    two = replace(pupil(), council=reports.Council(wishes=("2de GT", "2de pro")))
    assert "2de GT\N{NO-BREAK SPACE}; 2de pro" in reports.bulletin(two) and "2de GT; 2de pro" in reports.bulletin(two, language="en")
    for name, make in PAGES.items():
        said = re.sub(r"<style>.*?</style>|<script>.*?</script>", "", make(), flags=re.S)
        said = said.replace("trimestre satisfaisant : ", "")  # the text of a teacher, which is left as it is
        assert name == "english" or not re.search(r">[^<]* [:;!?]", said), name


def test_a_transcript_tells_the_kinds_of_a_school_in_its_words() -> None:
    report = marked()
    own = replace(report.subjects[0].marks[1], kind="own_left_out", annotation="St", label="En <stage>")
    report = replace(report, subjects=(replace(report.subjects[0], marks=(own,)),))
    assert '<abbr title="En &lt;stage&gt;">St</abbr>' in reports.transcript(report)
    assert "En <stage>" in reports.transcript_table(report).rows[0]


def test_a_transcript_says_which_numbers_are_not_sure() -> None:
    report = marked()
    mark = replace(report.subjects[0].marks[0], kind="provisional", value=Decimal("12.5"), counts=False, comment=None)
    report = replace(report, subjects=(replace(report.subjects[0], marks=(mark,)),))
    assert '<abbr title="note provisoire">12,5/20 prov.</abbr>' in reports.transcript(report)
    assert {Decimal("12.5"), "note provisoire"} <= set(reports.transcript_table(report).rows[0])


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_can_be_used_by_all(name: str) -> None:
    page = Page(PAGES[name]())
    (root,) = page.all("html")
    assert root.attributes["lang"] == ("en" if name == "english" else "fr")
    assert page.all("title")[0].text.strip() and len(page.all("main")) == 1
    skip = page.all("a")[0]
    assert (skip.attributes["class"], skip.attributes["href"], skip.above) == ("skip", "#main", ["html", "body"])
    ids = [each.attributes["id"] for each in page.elements if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    for each in page.elements:
        for attribute in ("aria-labelledby", "aria-describedby"):
            assert each.attributes.get(attribute, ids[0]) in ids
        assert not any(key.startswith("on") or key == "style" for key in each.attributes)
    for link in page.all("a"):
        assert link.text.strip() and link.attributes["href"][1:] in ids
    for header in page.all("th"):
        assert header.attributes["scope"] in ("col", "row", "rowgroup", "colgroup") and header.text.strip()
    assert len(page.all("caption")) == len(page.all("table"))
    assert all(each.attributes["role"] == "img" for each in page.all("svg"))
    for each in page.elements:  # what scrolls can be reached by the keyboard, and has a name
        if "wide" in each.attributes.get("class", "").split():
            assert each.attributes["tabindex"] == "0" and each.attributes["aria-label"]


@pytest.mark.parametrize("name", list(PAGES))
def test_headings_skip_no_level(name: str) -> None:
    levels = [int(each.tag[1]) for each in Page(PAGES[name]()).all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:]))


@pytest.mark.parametrize("name", list(PAGES))
def test_every_row_has_as_many_cells_as_the_headings(name: str) -> None:
    html = PAGES[name]()
    for table in re.findall(r"<table>.*?</table>", html, re.S):
        widths = {sum(int((re.search(r'colspan="(\d+)"', tag) or ["", "1"])[1]) for tag in re.findall(r"<t[hd][ >][^>]*", line))
                  for line in re.findall(r"<tr>.*?</tr>", table, re.S)}
        assert len(widths) == 1, table[:300]


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_stands_alone(name: str) -> None:
    html = PAGES[name]()
    page = Page(html)
    for each in page.elements:
        assert "src" not in each.attributes
        if each.tag != "link":
            assert each.attributes.get("href", "#").startswith("#")
    assert not re.search(r"url\(|@import", html)
    (policy,) = [each.attributes["content"] for each in page.all("meta") if "http-equiv" in each.attributes]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
    assert len(page.all("style")) == 1 and len(page.all("script")) == policy.count("script-src")


def nasty(each: reports.Report) -> reports.Report:
    lines = tuple(replace(subject, name=NASTY, comment=NASTY, teachers=(NASTY,), programme=(NASTY,)) for subject in each.subjects)
    skills = tuple(replace(skill, name=NASTY, domain=NASTY, label=NASTY, code=NASTY) for skill in each.skills)
    marks = (reports.Mark(name=NASTY, date=each.context.first_day, kind=NASTY, comment=NASTY),)
    context = replace(each.context, school=NASTY, class_name=NASTY, period=NASTY, year=NASTY, heads=(NASTY,), address=(NASTY,),
                      main_teachers=(NASTY,), school_code=NASTY, earlier=(NASTY,))
    return replace(each, context=context, family_name=NASTY, given_name=NASTY, skills=skills,
                   subjects=tuple(replace(line, marks=marks) for line in lines),
                   life=reports.SchoolLife(half_days=1, unjustified=1, latenesses=0, comment=NASTY),
                   council=reports.Council(comment=NASTY, opinions=(NASTY,), wishes=(NASTY,), decision=NASTY))


def test_no_text_becomes_markup() -> None:
    one = nasty(pupil())
    sitting = reports.Sitting(synthesis=NASTY, minutes=NASTY, seats=(reports.Seat(name=NASTY, role="guest", present=True),))
    whole = reports.ClassReport(context=one.context, pupils=(one, one), subjects=one.subjects, general=SPREAD, sitting=sitting)
    for html in (reports.minutes(whole), reports.bulletin(one), reports.transcript(one), reports.skill_balance(one), reports.council(whole),
                 reports.synthesis(whole)):
        page = Page(html)
        assert "<b>&\"'</b>" in page.all("main")[0].text
        scripts = page.all("script")
        assert all("alert" not in script.text for script in scripts) and len(scripts) == ("wide" in html and 'class="pupil"' in html)
        assert all(each.text != "&\"'" for each in page.all("b"))


def test_a_pupil_without_any_mark_has_no_average_and_no_zero() -> None:
    page = Page(reports.bulletin(without_marks()))
    own = [each.text for each in page.all("td") if each.attributes.get("class") == "n own"]
    assert own == ["—sans moyenne"] * 13
    assert "0,00" not in page.all("main")[0].text and "-1" not in page.all("main")[0].text
    row = reports.synthesis_table(replace(school_class(1), pupils=(without_marks(),))).rows[0]
    assert row[2:15] == [None] * 13


def test_figures_are_written_as_the_reader_writes_them() -> None:
    french = Page(reports.bulletin(pupil())).all("tbody")[0].text
    english = Page(reports.bulletin(pupil(), language="en")).all("tbody")[0].text
    assert "14,50" in french and "14.50" not in french
    assert "14.50" in english and "14,50" not in english


def test_families_are_told_nothing_of_few() -> None:
    few = replace(SPREAD, marked=4)
    lines = tuple(replace(each, group=few) for each in subjects())
    html = reports.bulletin(replace(pupil(), subjects=lines, general_group=few))
    assert "18,75" not in html and ">4,50<" not in html and "11,21" in html
    assert "18,75" in reports.bulletin(pupil())


def test_of_two_not_even_the_mean_is_told() -> None:
    """Of 12 and 10 it is 11: whoever knows one of them and the mean knows the other. Nor is that of an earlier period."""
    def of(marked: int) -> reports.Report:
        spread, before = replace(SPREAD, marked=marked), replace(SPREAD, marked=marked, mean=Decimal("11.9"))
        lines = tuple(replace(each, group=spread) for each in subjects())
        return replace(pupil(), subjects=lines, general_group=spread, group_previous=(before,))

    def council(marked: int) -> str:
        """Without the table of the class, which has everybody's averages."""
        return reports.council(replace(school_class(1), pupils=(of(marked),))).split("Synthèse de la classe")[0]

    assert "14,50" in council(2) and "11,21" not in council(2) and "11,90" not in council(2)
    assert "11,21" in council(3) and "11,90" in council(3)
    assert "11,21" not in reports.bulletin(of(2)) and "11,21" in reports.bulletin(of(3))


def test_degrees_are_told_in_words() -> None:
    key = "1\N{NO-BREAK SPACE}: objectifs non atteints"
    assert key in reports.bulletin(by_degrees("primary_3")) and key not in reports.bulletin(pupil()) and key not in reports.bulletin(notebook())


def test_a_class_without_marks_is_told_by_degrees() -> None:
    """Two pupils: one with the degrees 1, 2, 3, 4, 1... and one with a degree less in the first domain that is above 1."""
    first = by_degrees("primary_3")
    lines = tuple(replace(each, position=1 if place == 1 else each.position) for place, each in enumerate(first.subjects))
    whole = replace(school_class(1), subjects=(), pupils=(first, replace(first, family_name="Colin", subjects=lines)))
    page = Page(reports.synthesis(whole))
    assert "Moyenne générale" not in page.all("main")[0].text and [each.text for each in page.all("caption")] == [
        "Positionnement – la classe telle qu'elle est"]
    cells = [each.text[0] for each in page.all("td")]
    assert cells[:4] == ["1", "2", "3", "4"] and cells[12:16] == ["1", "1", "3", "4"]
    table = reports.synthesis_table(whole)
    assert [each.heading for each in table.columns][2:4] == ["Arts plastiques", "Anglais LV1"] and list(table.rows[1][:5]) == ["Colin", "Inès", 1, 1, 3]
    assert [list(each[:5]) for each in table.totals] == [["Objectifs non atteints", None, 2, 1, 0], ["Objectifs partiellement atteints", None, 0, 1, 0],
                                                         ["Objectifs atteints", None, 0, 0, 2], ["Objectifs dépassés", None, 0, 0, 0]]
    assert "ni notes ni positionnement" in PAGES["notebooks"]()


def test_a_nursery_class_has_no_columns_of_degrees() -> None:
    """What its pupils can do is told in words: there is nothing to count. Beside pupils who have degrees they stand without."""
    table = reports.synthesis_table(replace(school_class(1), subjects=(), pupils=(notebook(),)))
    assert [each.heading for each in table.columns] == ["Nom", "Prénom", "Demi-journées d'absence", "Non justifiées", "Retards"]
    assert [list(each) for each in table.rows] == [["Bérard01", "Inès", None, None, None]] and list(table.totals) == []
    mixed = replace(school_class(1), subjects=(), pupils=(notebook(), by_degrees("primary_2")))
    table, page = reports.synthesis_table(mixed), reports.synthesis(mixed)
    assert len(table.columns) == 2 + 12 + 3 and list(table.rows[0][:5]) == ["Bérard01", "Inès", None, None, None]
    assert len(table.totals) == 4 and "Explorer le monde" not in page and "Arts plastiques" in page


def test_the_first_degree_has_its_own_words() -> None:
    for page in (reports.bulletin(by_degrees("primary_2")), reports.bulletin(notebook())):
        assert "Enseignant de la classe" in page and "La direction de l'école" in page and "Professeur principal" not in page
    for page in (reports.bulletin(by_degrees("college_degrees")), reports.cycle_report(at_the_end_of_a_cycle())):
        assert "Professeur principal" in page and "Le chef d'établissement\N{NO-BREAK SPACE}: Alix Roche" in page


def test_who_is_exempt_is_said_so_in_the_chart_too() -> None:
    drawing = reports.cycle_report(at_the_end_of_a_cycle()).split("<svg")[1]
    assert ">Dispensé<" in drawing and "Systèmes naturels et systèmes techniques\N{NO-BREAK SPACE}: Dispensé" in drawing


def test_the_council_sees_what_the_class_has() -> None:
    def headings(report: reports.Report) -> list[str]:
        listed = [each.text for each in Page(reports.council(replace(school_class(1), pupils=(report,)))).all("th")
                  if each.attributes["scope"] == "col"]
        return listed[:listed.index("Élève", 2)] if "Moyenne générale" in listed else listed  # where the table of the class begins

    assert headings(pupil()) == ["Matière", "Élève", "Moy. classe", "Mini.", "Maxi.", "Appréciation"]
    assert headings(by_degrees("college_degrees")) == ["Matière", "Positionnement", "Appréciation"]
    assert headings(notebook()) == ["Domaine", "Appréciation"]
    assert "Projets et accompagnement" in reports.council(replace(school_class(1), pupils=(with_projects(),)))


def test_columns_are_a_school_s_choice() -> None:
    layout = reports.Layout(columns=("comment", "average", "previous"))
    headings = [each.text for each in Page(reports.bulletin(pupil(), layout=layout)).all("th") if each.attributes["scope"] == "col"]
    assert headings == ["Matière", "Appréciation", "Moyenne", "Avant"]
    usual = [each.text for each in Page(reports.bulletin(pupil())).all("th") if each.attributes["scope"] == "col"]
    assert usual == ["Matière", "Coef.", "Moyenne", "Évol.", "Moy. classe", "Mini.", "Maxi.", "Appréciation"]  # no level, no programme
    without = replace(pupil(), context=replace(pupil().context, with_marks=False),
                      subjects=tuple(replace(each, position=3) for each in pupil().subjects))
    primary = [each.text for each in Page(reports.bulletin(without)).all("th") if each.attributes["scope"] == "col"]
    assert primary == ["Matière", "Positionnement", "Appréciation"]
    with pytest.raises(ValueError, match="rank"):
        reports.Layout(columns=("rank",))  # type: ignore[arg-type]


def test_a_family_may_answer_on_paper() -> None:
    asked = reports.bulletin(pupil(), layout=reports.Layout(reply=True))
    assert [each.text for each in Page(asked).all("h2")][-1] == "Correspondance avec la famille"
    assert "Correspondance" not in reports.bulletin(pupil())


def test_how_an_average_has_moved() -> None:
    lines = tuple(replace(subjects(1)[0], name=str(at), average=average, previous=(Decimal(12), before)) for at, (average, before) in enumerate([
        (Decimal("12.5"), Decimal(12)), (Decimal("12.49"), Decimal(12)), (Decimal("11.5"), None), (None, Decimal(12))]))
    rows = Page(reports.bulletin(replace(pupil(), subjects=lines), layout=reports.Layout(columns=("trend",)))).all("td")
    assert [row.text for row in rows][:4] == ["+en hausse", "=stable", "−en baisse", ""]


def test_an_average_that_was_put_there_says_what_was_computed() -> None:
    line = replace(subjects(1)[0], average=Decimal(15), computed=Decimal("14.5"))
    html = reports.bulletin(replace(pupil(), subjects=(line,)))
    assert "15,00<small" in html and "calculée\N{NO-BREAK SPACE}: 14,50" in html


def test_a_general_average_that_was_put_there_says_what_was_computed() -> None:
    line = Page(reports.bulletin(replace(pupil(), general=Decimal(15), general_computed=Decimal("13.95")))).all("tfoot")[0].text
    assert "15,00 (calculée\N{NO-BREAK SPACE}: 13,95)" in line
    assert "calculée" not in reports.bulletin(pupil())


def test_points_of_the_bonus_column_are_told_with_the_average() -> None:
    def told(points: str) -> str:
        lines = tuple(replace(each, adjustment=Decimal(points)) for each in subjects(1))
        return Page(reports.bulletin(replace(pupil(), subjects=lines))).all("main")[0].text

    assert "14,50 (dont bonus/malus : +1,25)" in told("1.25").replace("\u202f", " ").replace("\xa0", " ")
    assert "14,50 (dont bonus/malus : -0,5)" in told("-0.5").replace("\u202f", " ").replace("\xa0", " ")


def test_a_letter_has_a_column_where_the_school_has_letters() -> None:
    lettered = replace(pupil(), subjects=(replace(subjects(1)[0], letter="B+"), subjects(2)[1]), general_letter="<C>")
    page = reports.bulletin(lettered)
    assert ">Lettre<" in page and ">B+<" in page and ">&lt;C&gt;<" in page
    assert "Lettre" not in reports.bulletin(pupil())


def test_long_texts_are_set_closer_and_forty_subjects_go_on() -> None:
    layout = reports.Layout()
    kinds = []
    for report in (pupil(comment="Bien."), pupil(), pupil(comment=(COMMENT * 4)[:350]), pupil(comment=(COMMENT * 5)[:600])):
        setting = setting_for(report, layout.columns_for(report.subjects, True), charts=True)
        kinds.append((setting.size, setting.charts))
    assert kinds == sorted(kinds, reverse=True) and kinds[0] == (8.4, True) and kinds[-1][0] == 6.6
    many = reports.bulletin(pupil(count=40))
    assert "<svg" in many and "b1-radar" not in many  # bands have a row for each
    file = reports.council(replace(school_class(1), pupils=(pupil(count=40),), subjects=subjects(40)))
    assert sum(each.attributes["scope"] == "row" for each in Page(file).all("th")) == 40 + 1 + 1 + 4  # own lines; that among the class's, and its figures


def test_a_draft_says_so_on_every_sheet() -> None:
    draft = replace(pupil(), context=replace(pupil().context, draft=True))
    assert reports.bulletins([draft, draft]).count('class="draft"') == 2
    assert 'class="draft"' not in reports.bulletin(pupil())


def test_the_council_turns_from_pupil_to_pupil() -> None:
    page = Page(reports.council(school_class(3)))
    sections = [each for each in page.all("section") if each.attributes.get("class") == "pupil"]
    assert [each.attributes["id"] for each in sections] == ["p1", "p2", "p3"]
    turns = [each.attributes["href"] for each in page.all("a") if each.above[-1] == "div"]
    assert turns == ["#p2", "#p1", "#p3", "#p2"]
    ids = {each.attributes.get("id") for each in page.elements}
    assert {"p2-radar-t", "p2-evolution-t", "p2-bands-t"} <= ids


WRITE = """
import hashlib, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from test_report_pages import PAGES
from ent import reports
from report_values import school_class
digest = hashlib.sha256()
for name, make in PAGES.items():
    digest.update(make().encode())
digest.update(reports.write_xlsx(reports.synthesis_tables(school_class())))
digest.update(reports.write_csv(reports.synthesis_table(school_class())).encode())
print(digest.hexdigest())
"""


def test_two_runs_give_the_same_bytes() -> None:
    """In other processes: another seed of hashes, another time zone, another country."""
    here = str(Path(__file__).parent)
    found = set()
    for seed, zone, language in (("1", "UTC", "C"), ("2", "Pacific/Auckland", "fr_FR.UTF-8")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language}
        done = subprocess.run([sys.executable, "-B", "-c", WRITE, here], env=env, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        found.add(done.stdout)
    assert len(found) == 1 and len(found.pop()) == 2 * hashlib.sha256().digest_size + 1
