"""PDF by the engines that are there; and pages in a browser: their script, and their use by the keyboard."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ent import reports
from ent.reports import _chromium, pdf
from report_values import (COMMENT, NASTY, at_the_end_of_a_cycle, by_degrees, in_categories, notebook, pupil, school_class, subjects, with_projects,
                           without_marks)

PROGRAM = _chromium.find()
ENGINES: list[pdf.Engine] = ["chromium", "weasyprint"]
in_a_browser = pytest.mark.skipif(PROGRAM is None, reason="Chromium is not installed")


def is_there(engine: str) -> bool:
    return PROGRAM is not None if engine == "chromium" else importlib.util.find_spec("weasyprint") is not None


def pages(data: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", data))


def text(data: bytes, folder: Path) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    (folder / "x.pdf").write_bytes(data)
    return subprocess.run(["pdftotext", "-layout", str(folder / "x.pdf"), "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("engine", ENGINES)
def test_a_report_card_is_one_page(engine: pdf.Engine, tmp_path: Path) -> None:
    if not is_there(engine):
        pytest.skip(f"{engine} is not installed")
    with pdf.printer(engine) as make:
        first = make(reports.bulletin(pupil()))
        longer = make(reports.bulletin(pupil(comment=(COMMENT * 3)[:300])))
        many = make(reports.bulletins([pupil(1), pupil(2), pupil(3)]))
        again = make(reports.bulletin(pupil()))
    assert first.startswith(b"%PDF-") and (pages(first), pages(longer), pages(many)) == (1, 1, 3)
    said = text(first, tmp_path)
    assert "Bérard01 Inès" in said and "14,50" in said and said == text(again, tmp_path)
    if engine == "chromium":
        assert re.search(rb"/MarkInfo\s*<<[^>]*/Marked true", first)


@in_a_browser
def test_pages_of_all_models_are_one_sheet() -> None:
    with pdf.printer("chromium") as make:
        for name, html in each_model().items():
            assert pages(make(html)) == 1, name
        assert pages(make(reports.bulletin(notebook((COMMENT * 4)[:600])))) == 1
        assert pages(make(reports.bulletin(pupil(), layout=reports.Layout(reply=True)))) == 1
        assert pages(make(reports.bulletin(in_categories()))) == 1


@in_a_browser
def test_many_projects_begin_where_there_is_room(tmp_path: Path) -> None:
    """What goes on on a second sheet leaves no empty half of the first."""
    long = make_one(reports.bulletin(with_projects(9, (COMMENT * 4)[:600])))
    first, second = text(long, tmp_path).split("\f")[:2]
    assert "Projets et accompagnement" in first and "Projet 0" in first and "Projet 8" in second and pages(long) == 2


# Elements of a programme, as schools write them.
WORKED_ON = ("Nombres décimaux", "Fractions, proportionnalité et calcul littéral", "Comprendre et interpréter un texte littéraire")


def with_programme(length: int = 145, *, told: tuple[str, ...] = WORKED_ON[:2], **more: Any) -> reports.Report:
    """A report that says what was worked on in each subject, and an appraisal of so many letters."""
    lines = tuple(replace(each, comment=(COMMENT * 3)[:length], programme=told, **more) for each in pupil().subjects)
    return replace(pupil(), subjects=lines)


@in_a_browser
def test_what_was_worked_on_is_read_on_one_sheet() -> None:
    """Its elements are asked for by the arrêté of the livret scolaire; with whatever other columns a school has."""
    every: tuple[dict[str, Any], ...] = ({}, {"position": 3}, {"letter": "B+"}, {"coefficient": Decimal(1)}, {"previous": (), "position": 2},
                                         {"position": 3, "letter": "B+", "coefficient": Decimal(2)})
    with pdf.printer("chromium") as make:
        for more in every:
            assert pages(make(reports.bulletin(with_programme(**more)))) == 1, more
        assert pages(make(reports.bulletin(with_programme(250, told=WORKED_ON)))) == 1
        some = with_programme()
        one = replace(some, subjects=(some.subjects[0], *(replace(each, programme=()) for each in some.subjects[1:])))
        assert pages(make(reports.bulletin(one))) == 1


# A word of a heading that stands on two lines has two boxes.
BROKEN = """[...document.querySelectorAll("thead th")].flatMap(th => {
  const found = [];
  for (const text of th.childNodes)
    for (const word of text.data ? text.data.matchAll(/[^ -]+/g) : []) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (range.getClientRects().length > 1) found.push(word[0]);
    }
  return found;
})"""


@in_a_browser
def test_what_is_said_of_an_average_leaves_the_texts_their_room() -> None:
    """What was computed, and the points of the bonus column, stand under it."""
    some = with_programme(position=3)
    lines = tuple(replace(each, computed=Decimal("12.25"), adjustment=Decimal("1.5")) for each in some.subjects)
    assert pages(make_one(reports.bulletin(replace(some, subjects=lines, general_computed=Decimal(12))))) == 1


@in_a_browser
def test_columns_of_texts_are_wide_enough_to_read(browser: _chromium.Chromium) -> None:
    """On paper, 192 mm between the margins: 20 mm and more for what was worked on, no word of a heading is cut in two, nothing is beyond."""
    every: tuple[dict[str, Any], ...] = ({}, {"position": 3, "letter": "B+", "coefficient": Decimal(2)})
    for more in every:
        tab = Tab(browser, reports.bulletin(with_programme(**more)))
        tab.ask("Emulation.setEmulatedMedia", {"media": "print"}, tab.session)
        tab.ask("Emulation.setDeviceMetricsOverride", {"width": 726, "height": 1056, "deviceScaleFactor": 1, "mobile": False}, tab.session)
        widths = tab.tell("['.programme', '.comment', '.results'].map(each => document.querySelector(each).getBoundingClientRect().width * 25.4 / 96)")
        assert widths[0] >= 20 and widths[1] >= 30 and widths[2] <= 192.5, (more, widths)
        assert tab.tell(BROKEN) == []


def make_one(html: str) -> bytes:
    with pdf.printer("chromium") as make:
        return make(html)


def each_model() -> dict[str, str]:
    """A page of each kind of report of one pupil."""
    return {"bulletin": reports.bulletin(pupil()), "projects": reports.bulletin(with_projects()), "notebook": reports.bulletin(notebook()),
            "primary": reports.bulletin(by_degrees("primary_3")), "degrees": reports.bulletin(by_degrees("college_degrees")),
            "cycle": reports.cycle_report(at_the_end_of_a_cycle()), "skills": reports.skill_balance(pupil()),
            "transcript": reports.transcript(pupil()), "nothing": reports.bulletin(replace(notebook(None), council=reports.Council())),
            "unmarked": reports.bulletin(without_marks())}


def test_without_an_engine_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENT_CHROMIUM", str(tmp_path / "nothing"))
    with pytest.raises(pdf.NoEngine, match="apt install chromium"):
        pdf.engine("chromium")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(pdf.NoEngine, match="no PDF without Chromium/WeasyPrint"):
        pdf.engine()


def test_a_browser_that_does_not_answer_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("ENT_CHROMIUM", str(program))
    with pytest.raises(OSError, match="Chromium"):
        pdf.write_pdf(reports.bulletin(pupil()))
    with pytest.raises(_chromium.BrowserFailed) as told:
        pdf.write_pdf(reports.bulletin(pupil()))
    assert told.value.text("fr") in ("Chromium s'est arrêté", "Chromium ne répond pas") and told.value.text("en") == str(told.value)


class Tab:
    """A page as a person has it before them."""

    def __init__(self, browser: _chromium.Chromium, html: str) -> None:
        self.ask = browser._ask
        target = self.ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        self.session: str = self.ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        frame = self.ask("Page.getFrameTree", {}, self.session)["frameTree"]["frame"]["id"]
        self.ask("Page.setDocumentContent", {"frameId": frame, "html": html}, self.session)

    def tell(self, expression: str) -> Any:
        answer = self.ask("Runtime.evaluate", {"expression": expression, "returnByValue": True, "awaitPromise": True}, self.session)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", {"type": kind, "key": key, "code": key,
                                                "windowsVirtualKeyCode": {"Tab": 9, "Enter": 13}.get(key, 0)}, self.session)

    def seen(self) -> list[str]:
        shown: list[str] = self.tell("[...document.querySelectorAll('.pupil')].filter(p => !p.hidden).map(p => p.id)")
        return shown


@pytest.fixture(scope="module")
def browser() -> Iterator[_chromium.Chromium]:
    assert PROGRAM is not None
    with _chromium.Chromium(PROGRAM) as browser:
        yield browser


@in_a_browser
def test_the_council_is_turned_by_keys(browser: _chromium.Chromium) -> None:
    tab = Tab(browser, reports.council(school_class(4)))
    assert tab.seen() == ["p1"]
    places = []
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "End", "ArrowRight", "Home", "ArrowLeft"):
        tab.press(key)
        places += tab.seen()
    assert places == ["p2", "p3", "p2", "p4", "p4", "p1", "p1"]
    tab.press("ArrowRight")
    assert tab.tell("document.activeElement.id") == "p2-h"  # a reader's voice follows
    tab.tell("document.querySelector('nav a[href=\"#p3\"]').click()")
    assert tab.seen() == ["p3"]


@in_a_browser
def test_the_first_stop_of_the_keyboard_skips_to_the_content(browser: _chromium.Chromium) -> None:
    tab = Tab(browser, reports.council(school_class(2)))
    tab.press("Tab")
    assert tab.tell("document.activeElement.className") == "skip"
    assert tab.tell("document.activeElement.getBoundingClientRect().left >= 0")  # and is seen then


@in_a_browser
def test_pages_fit_a_telephone(browser: _chromium.Chromium) -> None:
    """Tables are moved sideways in their own place, and by the keyboard too."""
    for name, html in {**each_model(), "council": reports.council(school_class(2)), "synthesis": reports.synthesis(school_class(2))}.items():
        tab = Tab(browser, html)
        tab.ask("Emulation.setDeviceMetricsOverride", {"width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": False}, tab.session)
        assert tab.tell("document.documentElement.scrollWidth") <= 360, name
        assert tab.tell("[...document.querySelectorAll('.scroll, .wide')].every(each => each.tabIndex === 0)")


@in_a_browser
def test_what_families_read_needs_no_moving_sideways_on_a_telephone(browser: _chromium.Chromium) -> None:
    """Figures stand side by side under their headings, texts on lines of their own; no cell runs into the next one."""
    mark = reports.Mark(name="Contrôle sur les fractions", date=pupil().context.first_day, value=Decimal("12.5"), coefficient=Decimal("0.5"),
                        comment="Un bon travail, à relire.")
    marked = tuple(replace(each, marks=(mark, replace(mark, kind="not_handed_in_zero", value=None))) for each in pupil().subjects)
    models = {**each_model(), "transcript": reports.transcript(replace(pupil(), subjects=marked)),
              "all columns": reports.bulletin(with_programme(position=3, letter="B+", computed=Decimal("12.25"), adjustment=Decimal("1.5")))}
    for name in ("all columns", "bulletin", "degrees", "notebook", "primary", "transcript"):
        tab = Tab(browser, models[name])
        tab.ask("Emulation.setDeviceMetricsOverride", {"width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": False}, tab.session)
        for what in (".scroll", ".scroll th", ".scroll td"):
            assert tab.tell(f"[...document.querySelectorAll('{what}')].every(each => each.scrollWidth <= each.clientWidth)"), (name, what)


@in_a_browser
def test_the_averages_of_a_class_are_one_sheet(tmp_path: Path) -> None:
    """30 pupils and twelve subjects; no word of a heading is cut in two."""
    first, second = text(make_one(reports.synthesis(school_class(30))), tmp_path).split("\f")[:2]
    assert "Bérard30" in first and "Maxi." in first and "Bérard" not in second
    assert all(word in first for word in ("Mathématiques", "Technologie", "Français"))


@in_a_browser
def test_the_averages_of_many_subjects_stay_on_the_sheet(tmp_path: Path) -> None:
    """With one name that is long, and with every average marked as low or high: the last column, the general average, is there for all."""
    long = "Rakotoarimanana Andrianampoinimerina"
    for count in (15, 22, 30):
        lines = tuple(replace(each, name=f"Enseignement moral et civique {place}", average=Decimal(18))
                      for place, each in enumerate((subjects(12) * 3)[:count]))
        lines = tuple(replace(each, code=f"S{place}") for place, each in enumerate(lines))
        pupils = [replace(each, subjects=lines, general=Decimal("17.77")) for each in school_class(30).pupils]
        whole = replace(school_class(30), subjects=lines, pupils=(replace(pupils[0], family_name=long), *pupils[1:]))
        assert text(make_one(reports.synthesis(whole)), tmp_path).count("17,77") == 30, count


@in_a_browser
def test_nothing_runs_that_the_page_did_not_bring(browser: _chromium.Chromium) -> None:
    html = reports.council(school_class(1)).replace("</main>", "<script>window.ran = true</script><img src=x onerror='window.ran = true'></main>")
    tab = Tab(browser, html)
    assert tab.tell("window.ran === undefined") and tab.seen() == ["p1"]
    assert tab.tell("getComputedStyle(document.querySelector('.n')).textAlign") == "right"  # its own style is let in


@in_a_browser
@pytest.mark.skipif("ENT_AXE" not in os.environ, reason="ENT_AXE says where axe.min.js of the npm package axe-core is")
def test_axe_finds_nothing(browser: _chromium.Chromium) -> None:
    school = school_class(3)
    odd = replace(pupil(), family_name=NASTY)
    mixed = replace(school, pupils=(with_projects(), by_degrees("college_degrees"), notebook()))
    for html in (*each_model().values(), reports.bulletin(odd), reports.bulletins([pupil(1), with_projects()]), reports.council(school),
                 reports.council(mixed), reports.synthesis(school)):
        tab = Tab(browser, html)
        tab.ask("Page.setBypassCSP", {"enabled": True}, tab.session)
        tab.tell(Path(os.environ["ENT_AXE"]).read_text(encoding="utf-8") + ";0")
        found = json.loads(tab.tell("axe.run().then(done => JSON.stringify(done.violations.map(each => [each.id, each.nodes[0].html])))"))
        assert found == []
