"""Random reports with awkward texts: what hinders each of them, worked out anew, and the files, held against lsu_schema.

ENT_LSU_CHECK names the program that asks the library; ENT_LSU_FILES how many files of each degree.
"""
from __future__ import annotations

import json
import os
import pathlib
import random
import re
import subprocess
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from lsu_schema import SPACE, Checker, paths

CHECK = os.environ["ENT_LSU_CHECK"]
FILES = int(os.environ.get("ENT_LSU_FILES", "200"))
HERE = pathlib.Path(__file__).parent
DOMAINS = ("FRA", "MAT", "EPS", "ART", "QLM", "EMC", "LVE", "SCI", "HGE")
COMPONENTS = ("CPD_FRA", "CPD_ETR", "CPD_SCI", "CPD_ART", "MET_APP", "FRM_CIT", "SYS_NAT", "REP_MND")
VERSIONS = ("2.0", "3.0", "4.0", "7.0", "7.0", "7.0", "13.0")
ALPHABET = "aéçœ Ω&<>\"'\t\n\r😀𝔄]]>;/"
BLANKS = ("", " ", "\t\n", "\u00a0")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

Json = dict[str, Any]
Found = tuple[str, str, str | None, int | None, int | None]


def ask(cases: list[Json]) -> list[Json]:
    lines = "\n".join(json.dumps(case) for case in cases) + "\n"
    answer = subprocess.run([CHECK], input=lines, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    return [json.loads(line) for line in answer.stdout.split("\n") if line]


class Maker:
    """Random cases; `calm`: the share of things in which nothing is amiss."""

    def __init__(self, seed: int, second: bool) -> None:
        self.rng = random.Random(seed)
        self.second = second
        self.calm = self.rng.choice((1.0, 0.995, 0.98, 0.9))

    def odd(self) -> bool:
        return self.rng.random() > self.calm

    def text(self, longest: int) -> str:
        """Of some length up to the longest, often just that, and now and then something that cannot go."""
        if self.odd():
            return self.rng.choice((*BLANKS, "x" * (longest + 1), "😀" * (longest + 1), "a\x0bb", "\ufffe"))
        length = self.rng.choice((1, 2, self.rng.randint(1, longest), longest))
        return "é" + "".join(self.rng.choice(ALPHABET) for _ in range(length - 1))

    def maybe(self, text: str, share: float = 0.9) -> str | None:
        return text if self.rng.random() < share else None

    def card(self, number: int, titled: bool = False) -> Json:
        card: Json = {"id": number, "family_name": self.text(39 if titled else 100), "given_name": self.text(60)}
        if (titled and not self.odd()) or (not titled and self.rng.random() < 0.5):
            card["title"] = self.rng.choice(("madame", "monsieur"))
        return card

    def average(self) -> Json:
        made: Json = {"among": {"marked": 3}}
        if self.rng.random() < 0.8:
            made["shown"] = -1234.56 if self.odd() else self.rng.randint(0, 200) / 10
        if self.rng.random() < 0.8:
            made["among"]["mean"] = self.rng.randint(0, 2000) / 100
        return made

    def line(self, code: str, teachers: list[Json]) -> Json:
        line: Json = {"name": self.text(40), "coefficient": 1, "mode": "ordinary", "assessments": 0}
        if not self.odd():
            line["subject_code"] = code
        if not self.odd():
            line["teachers"] = self.rng.sample(teachers, self.rng.randint(1, 2))
        line["elements"] = [self.text(300) if self.odd() else self.rng.choice(self.elements) for _ in range(self.rng.randint(0, 3))]
        if self.second and self.rng.random() < 0.9:
            line["average"] = self.average()
            line["mode"] = self.rng.choice(("ordinary", "ordinary", "from_half", "bonus"))
        if self.rng.random() < (0.3 if self.second else 0.97):
            line["positioning"] = 5 if self.odd() else self.rng.randint(1, 4)
        if not self.odd() or not self.second:
            line["comment"] = self.text(600)
        return line

    def report(self, pupil: Json) -> Json:
        codes = self.rng.sample(self.codes, self.rng.randint(1, len(self.codes)))
        models = ("college", "college_degrees") if self.second else ("primary_2", "primary_3")
        report: Json = {
            "pupil": pupil, "model": "lycee" if self.odd() else self.rng.choice(models),
            "school": {"org_id": 5, "code": "9990002B", "name": "Collège"},
            "division": {"division_id": 5 << 32 | 1, "name": self.text(40), "school_year": 2026, "pupils": 3},
            "period": {"id": 5 << 32 | 7, "name": "T2", "number": 2, "of": 3, "first_day": "2026-12-01", "last_day": "2027-03-01"},
            "lines": [] if self.odd() else [self.line(code, self.teachers) for code in codes],
            "general_comment": self.text(1000), "council": {}, "policy": "fr-exact",
            "heads": [] if self.odd() else self.rng.sample(self.heads, self.rng.randint(1, 2)),
            "main_teachers": self.rng.sample(self.teachers, self.rng.randint(0, 2)),
        }
        if not self.odd():
            report["council"]["held_on"] = "2027-02-20"
        if self.second and not self.odd():
            tally = {key: 1000 if self.odd() else self.rng.choice((0, 7, 999))
                     for key in ("justified_half_days", "unjustified_half_days", "latenesses")}
            report["school_life"] = {"shown": tally, "counted": tally}
            if self.rng.random() < 0.5:
                report["school_life"]["comment"] = self.text(600)
        return report

    def number(self, place: int) -> str:
        if self.odd():
            return self.rng.choice(("", "0123", "12a", "-4", "9" * 19))
        return str(9000 + place) if self.second else f"{place:09}AB"

    def sheet(self, place: int) -> Json:
        pupil = self.card(100 + place)
        sheet: Json = {"pupil": pupil, "division_id": 5 << 32 | 1, "division_code": self.text(8), "number": self.number(place),
                       "class_number": "" if self.odd() else "77", "schooled_since": "2026-09-01",
                       "locked_at": self.rng.choice(("", "2027-03-02T18:30:00"))}
        if not self.odd():
            sheet["report"] = self.report(pupil)
            if self.cycle:
                sheet["report"]["cycle_end"] = self.end_of_cycle()
        return sheet

    def end_of_cycle(self) -> Json:
        end: Json = {"cycle": self.cycle, "components": [{"code": code, "name": code} for code in COMPONENTS]}
        for component in end["components"]:
            if not self.odd():
                component["position"] = 5 if self.odd() else self.rng.choice((0, 1, 2, 3, 4))
        if not self.odd():
            end["synthesis"] = self.text(1500)
        return end | self.rng.choice(({}, {"complement": "LCA", "complement_goal": 2},
                                      {"complement": "CHK", "complement_goal": 1, "regional_language": "BRE", "regional_language_goal": 1}))

    def case(self, cycle: int = 0) -> Json:
        self.cycle = cycle
        codes = [f"{number:06}" for number in range(61300, 61306)] + ["MATHS", "FRANCAIS"] if self.second else list(DOMAINS)
        self.codes = codes + ["TRUC"] if self.odd() else codes
        self.elements = [self.text(300) for _ in range(4)]
        self.teachers = [self.card(20 + i) for i in range(4)]
        self.heads = [self.card(40 + i, titled=True) for i in range(2)]
        subjects = [{"code": "MATHS", "national": "061300" if self.odd() else "061399", "short_name": self.rng.choice(("", "Maths"))},
                    {"code": "FRANCAIS", "national": "020700", "short_name": "Fr."}, {"code": "061301", "national": "061300", "short_name": ""}]
        numbers = [{"person": one["id"], "number": self.rng.choice(("epp:", "local:", "")) + str(300 + one["id"])} for one in self.teachers
                   if not self.odd()]
        if self.odd() and numbers:
            numbers[0]["number"] = self.rng.choice(("sts:4", "epp:", "epp:04", "x"))
        return {"second_degree": self.second, "version": self.rng.choice(VERSIONS) if self.second else "1.0",
                "incomplete_too": self.rng.random() < 0.5, "school_code": "9990002B", "today": "2027-03-05", "cycle": cycle or None, "teachers": numbers,
                "subjects": subjects, "sheets": [self.sheet(place) for place in range(self.rng.randint(1, 5))]}


def is_blank(text: str | None) -> bool:
    return text is None or not text.strip()


class Expected:
    """What hinders a sheet, worked out from docs/lsu.md."""

    def __init__(self, case: Json, sheet: Json) -> None:
        self.case = case
        self.sheet = sheet
        self.found: list[Found] = []
        self.subject: str | None = None
        self.numbers = {one["person"]: one["number"] for one in case["teachers"]}
        self.subjects = {one["code"]: one for one in case["subjects"]}
        self.old = case["version"] in ("2.0", "3.0")

    def add(self, reason: str, where: str, length: int | None = None, longest: int | None = None) -> None:
        self.found.append(("lsu." + reason, where, self.subject, length, longest))

    def text(self, text: str, longest: int, where: str) -> None:
        if FORBIDDEN.search(text):
            self.add("character_forbidden", where)
        if len(text) > longest:
            self.add("text_too_long", where, len(text), longest)

    def needed(self, text: str | None, longest: int, where: str, reason: str) -> None:
        if is_blank(text):
            self.add(reason, where)
        else:
            self.text(str(text), longest, where)

    def wanted(self, text: str | None, longest: int, where: str) -> None:
        if not is_blank(text):
            self.text(str(text), longest, where)

    def all(self) -> list[Found]:
        report = self.sheet.get("report")
        if report is None:
            self.add("not_published", "bilan-periodique")
        elif self.case["cycle"]:
            self.end_of_cycle(report)
        elif self.case["second_degree"]:
            self.second(report)
        else:
            self.first(report)
        return sorted(self.found, key=repr)

    def pupil(self, report: Json, where: str, pattern: str) -> None:
        number = self.sheet["number"]
        if not number:
            self.add("pupil_number_missing", where)
        elif not re.fullmatch(pattern, number):
            self.add("number_malformed", where)
        self.text(report["pupil"]["family_name"], 10**9, "eleve/@nom")
        self.text(report["pupil"]["given_name"], 10**9, "eleve/@prenom")

    def teacher(self, card: Json) -> None:
        number = self.numbers.get(card["id"])
        if number is None:
            self.add("teacher_number_missing", "enseignant/@id-sts")
        elif not re.fullmatch(r"((epp|local|dir|autre):)?[1-9][0-9]{0,17}", number):
            self.add("number_malformed", "enseignant/@id-sts")
        self.text(card["family_name"], 100, "enseignant/@nom")
        self.text(card["given_name"], 100, "enseignant/@prenom")

    def discipline(self, line: Json) -> tuple[str, str, str, str] | None:
        """Code, national code, modality and label."""
        code = line.get("subject_code")
        if code is None:
            return None
        known = self.subjects.get(code, {"national": "", "short_name": ""})
        own = code if re.fullmatch("[0-9A-Z]{6}", code) else known["national"]
        if not own:
            return None
        label = known["short_name"] if len(line["name"]) > 40 and known["short_name"] else line["name"]
        return own, "" if known["national"] == own else known["national"], "S" if line["mode"] == "ordinary" else "F", label

    def line(self, line: Json, codes: set[str]) -> None:
        self.subject = line.get("subject_code")
        discipline = self.discipline(line)
        if discipline is None:
            self.add("subject_code_missing", "discipline/@code")
        else:
            self.needed(discipline[3], 40, "discipline/@libelle", "subject_name_missing")
            if discipline[0] + discipline[2] in codes:
                self.add("subject_repeated", "acquis/@discipline-ref")
            codes.add(discipline[0] + discipline[2])
        if not line.get("teachers"):
            self.add("teacher_missing", "acquis/@enseignant-refs")
        for card in line.get("teachers", []):
            self.teacher(card)
        if self.old and not line["elements"]:
            self.add("element_missing", "acquis/@element-programme-refs")
        average = line.get("average", {"among": {}})
        for value, name in ((average.get("shown"), "moyenne-eleve"), (average["among"].get("mean"), "moyenne-structure")):
            if value is not None:
                self.text(f"{value:g}/20", 8, f"acquis/@{name}")
        self.both(line)
        if self.case["incomplete_too"]:
            self.wanted(line.get("comment"), 600, "acquis/appreciation")
        else:
            self.needed(line.get("comment"), 600, "acquis/appreciation", "comment_missing")

    def both(self, line: Json) -> None:
        for element in line["elements"]:
            self.needed(element, 300, "element-programme/@libelle", "element_missing")
        if line.get("positioning", 1) > 4:
            self.add("out_of_range", "acquis/@positionnement")

    def people(self, report: Json) -> None:
        self.pupil(report, "eleve/@id-be", "[1-9][0-9]{0,17}")
        self.needed(self.sheet["division_code"], 8 if self.old else 20, "eleve/@code-division", "class_missing")
        if report["heads"]:
            head = (report["heads"][0]["given_name"] + " " + report["heads"][0]["family_name"]).strip()
            self.needed(head, 100, "responsable-etab/@libelle", "head_missing")
        else:
            self.add("head_missing", "responsable-etab")
        for card in report["main_teachers"]:
            self.teacher(card)

    def end_of_cycle(self, report: Json) -> None:
        if self.case["second_degree"]:
            self.people(report)
        else:
            self.people_of_primary(report)
        for component in report["cycle_end"]["components"]:
            if "position" not in component:
                self.add("component_missing", f"socle/domaine/{component['code']}")
            elif component["position"] > 4:
                self.add("out_of_range", f"socle/domaine/{component['code']}")
        self.needed(report["cycle_end"].get("synthesis"), 1500, "synthese", "synthesis_missing")

    def second(self, report: Json) -> None:
        if not report["model"].startswith("college"):
            return self.add("other_model", "bilan-periodique")
        self.people(report)
        if "held_on" not in report["council"]:
            self.add("council_date_missing", "bilan-periodique/@date-conseil-classe")
        if not report["lines"]:
            self.add("nothing_taught", "liste-acquis")
        codes: set[str] = set()
        for line in report["lines"]:
            self.line(line, codes)
        self.subject = None
        self.needed(report.get("general_comment"), 1000, "acquis-conseils", "general_comment_missing")
        life = report.get("school_life")
        if life is None:
            return self.add("school_life_missing", "vie-scolaire")
        for key, name in (("latenesses", "nb-retards"), ("justified_half_days", "nb-abs-justifiees"),
                          ("unjustified_half_days", "nb-abs-injustifiees")):
            if life["shown"][key] > 999:
                self.add("out_of_range", f"vie-scolaire/@{name}")
        return self.wanted(life.get("comment"), 600, "vie-scolaire/commentaire")

    def people_of_primary(self, report: Json) -> None:
        if report["heads"]:
            head = report["heads"][0]
            if "title" not in head:
                self.add("title_missing", "directeur/@civilite")
            self.text(head["family_name"], 100, "directeur/@nom")
            self.text(head["given_name"], 100, "directeur/@prenom")
        else:
            self.add("head_missing", "directeur")
        if not self.sheet["class_number"]:
            self.add("class_number_missing", "classe/@id-be")
        self.needed(report["division"]["name"], 100, "classe/@libelle", "class_missing")
        self.pupil(report, "eleve/@ine", "[0-9A-Z]{11}")
        teachers = report["main_teachers"] or [card for line in report["lines"] for card in line.get("teachers", [])]
        if not teachers:
            self.add("teacher_missing", "bilan-periodique/@enseignant-refs")
        for card in {card["id"]: card for card in teachers}.values():
            self.text(card["family_name"], 100, "enseignant/@nom")
            self.text(card["given_name"], 100, "enseignant/@prenom")

    def first(self, report: Json) -> None:
        if not report["model"].startswith("primary"):
            return self.add("other_model", "bilan-periodique")
        self.people_of_primary(report)
        if not any(said(line) for line in report["lines"]):
            self.add("nothing_taught", "liste-acquis")
        for line in report["lines"]:
            self.subject = line.get("subject_code")
            if self.subject not in DOMAINS:
                self.add("domain_unknown", "acquis/@code-domaine")
            if "positioning" not in line and not self.case["incomplete_too"]:
                self.add("positioning_missing", "acquis/@positionnement")
            self.both(line)
            self.wanted(line.get("comment"), 600, "acquis/appreciation")
        self.subject = None
        return self.needed(report.get("general_comment"), 1000, "appreciation-generale", "general_comment_missing")


def said(line: Json) -> bool:
    return "positioning" in line or bool(line["elements"]) or not is_blank(line.get("comment")) or "shown" in line.get("average", {})


def told(item: Json) -> list[Found]:
    return sorted(((one["reason"], one["field"], one.get("subject_code"), one.get("length"), one.get("longest"))
                   for one in item.get("obstacles", [])), key=repr)


def text_of(one: ET.Element, name: str) -> str | None:
    return one.findtext(SPACE + name)


Ids = dict[str | None, ET.Element]


def ids_in(root: ET.Element) -> Ids:
    return {one.get("id"): one for one in root.iter() if one.get("id")}


def refers(ids: Ids, one: ET.Element, name: str) -> list[ET.Element]:
    return [ids[word] for word in one.get(name, "").split()]


def compare_line(ids: Ids, acquis: ET.Element, line: Json, second: bool) -> None:
    comment = line.get("comment")
    assert text_of(acquis, "appreciation") == (None if is_blank(comment) else comment)
    assert [one.get("libelle") for one in refers(ids, acquis, "element-programme-refs")] == list(dict.fromkeys(line["elements"]))
    average = line.get("average", {"among": {}})
    shown, mean = average.get("shown"), average["among"].get("mean")
    assert acquis.get("moyenne-eleve") == (None if shown is None else f"{shown:g}/20")
    assert acquis.get("moyenne-structure") == (None if mean is None else f"{mean:g}/20")
    degree = line.get("positioning")
    assert acquis.get("positionnement") == (None if degree is None or shown is not None else str(degree))
    if second:
        teachers = [card["family_name"] for card in line["teachers"]]
        assert [one.get("nom") for one in refers(ids, acquis, "enseignant-refs")] == teachers


def compare_cycles(case: Json, xml: str, ready: list[Json]) -> None:
    root = ET.fromstring(xml)
    ids = ids_in(root)
    reports = list(root.iter(SPACE + "bilan-cycle"))
    assert len(reports) == len(ready)
    for one, sheet in zip(reports, ready):
        end = sheet["report"]["cycle_end"]
        assert refers(ids, one, "eleve-ref")[0].get("id-be" if case["second_degree"] else "ine") == sheet["number"]
        assert one.get("cycle") == str(end["cycle"])
        assert one.get("date-creation") == (sheet["locked_at"][:10] or case["today"])
        assert one.get("date-verrou") == (sheet["locked_at"] or (None if case["second_degree"] else case["today"] + "T00:00:00"))
        assert [(d.get("code"), d.get("positionnement")) for d in one.iter(SPACE + "domaine")] == [
            (component["code"], str(component["position"])) for component in end["components"]]
        assert text_of(one, "synthese") == end["synthesis"]
        for name, key in (("enseignement-complement", "complement"), ("langue-culture-regionale", "regional_language")):
            element = one.find(SPACE + name)
            said = end.get(key) if case["second_degree"] else None
            assert (None if element is None else element.get("code")) == said
            if element is not None:
                assert element.get("positionnement") == str(end[f"{key}_goal"])


def compare(case: Json, xml: str, ready: list[Json]) -> None:
    """What the file says is what the reports say, character by character."""
    root = ET.fromstring(xml)
    ids, second = ids_in(root), case["second_degree"]
    assert root.get("schemaVersion") == case["version"]
    reports = list(root.iter(SPACE + "bilan-periodique"))
    assert len(reports) == len(ready)
    for one, sheet in zip(reports, ready):
        report = sheet["report"]
        pupil = refers(ids, one, "eleve-ref")[0]
        assert pupil.get("id-be" if second else "ine") == sheet["number"]
        assert (pupil.get("nom"), pupil.get("prenom")) == (report["pupil"]["family_name"], report["pupil"]["given_name"])
        assert text_of(one, "acquis-conseils" if second else "appreciation-generale") == report["general_comment"]
        lines = report["lines"] if second else [line for line in report["lines"] if said(line)]
        acquis = list(one.iter(SPACE + "acquis"))
        assert len(acquis) == len(lines)
        for element, line in zip(acquis, lines):
            compare_line(ids, element, line, second)
            if second:
                known = refers(ids, element, "discipline-ref")[0]
                code = Expected(case, sheet).discipline(line)
                assert code is not None
                assert (known.get("code"), known.get("code-national", ""), known.get("modalite-election")) == code[:3]
            else:
                assert element.get("code-domaine") == line["subject_code"] + "-RAC"
        if second:
            assert one.get("date-verrou") == (sheet["locked_at"] or None)
            life = one.find(SPACE + "vie-scolaire")
            assert life is not None
            shown = report["school_life"]["shown"]
            assert [life.get(name) for name in ("nb-retards", "nb-abs-justifiees", "nb-abs-injustifiees")] == [
                str(shown[key]) for key in ("latenesses", "justified_half_days", "unjustified_half_days")]


@pytest.mark.parametrize("degree, cycle", [("second", 0), ("first", 0), ("second", 4), ("first", 2)])
def test_random_reports(degree: str, cycle: int) -> None:
    second = degree == "second"
    cases = [Maker(seed, second).case(cycle) for seed in range(FILES)]
    files = pupils = kept_back = 0
    for case, answer in zip(cases, ask(cases), strict=True):
        ready = []
        for sheet, item in zip(case["sheets"], answer["items"], strict=True):
            expected = Expected(case, sheet).all()
            assert told(item) == expected
            pupils += 1
            if expected:
                kept_back += 1
            else:
                ready.append(sheet)
        assert bool(answer["xml"]) == bool(ready)
        if ready:
            files += 1
            assert Checker(degree, case["version"]).check(answer["xml"]) == []
            (compare_cycles if cycle else compare)(case, answer["xml"], ready)
    print(f"{degree}: {files} files, {pupils} pupils, {kept_back} kept back")
    assert files > FILES / 3 and pupils / 10 < kept_back < pupils * 9 / 10


def broken(xml: str, name: str) -> list[str]:
    """A file with one thing spoiled."""
    return {
        "order": [re.sub(r"(?s)( <eleves>.*?</eleves>\n)(  <periodes>.*?</periodes>\n)", r"\2\1", xml)],
        "reference": [xml.replace('eleve-ref="EL_', 'eleve-ref="XX_', 1)],
        "twice": [re.sub(r"(<responsable-etab [^>]*/>)", r"\1\1", xml, count=1)],
        "long": [re.sub("(?s)<acquis-conseils>.*?</acquis-conseils>", "<acquis-conseils>" + "x" * 1001 + "</acquis-conseils>", xml)],
        "blank": [re.sub("(?s)<acquis-conseils>.*?</acquis-conseils>", "<acquis-conseils> </acquis-conseils>", xml)],
        "missing": [re.sub(r'(?s) date-scolarite="[^"]*"', "", xml)],
        "unknown": [xml.replace("<liste-acquis>", "<liste-acquise>").replace("</liste-acquis>", "</liste-acquise>")],
        "figures": [xml.replace('eleve-non-note="1" ', "").replace(' eleve-non-note="1"', "")],
    }[name]


@pytest.mark.parametrize("name", ["order", "reference", "twice", "long", "blank", "missing", "unknown", "figures"])
def test_the_checker_sees_what_is_spoiled(name: str) -> None:
    cases = [case for case in (Maker(seed, True).case() for seed in range(60)) if case["version"] == "7.0"]
    seen = 0
    for answer in ask(cases):
        for spoiled in broken(answer["xml"], name) if answer["xml"] else []:
            if spoiled != answer["xml"]:
                seen += 1
                assert Checker("second", "7.0").check(spoiled) != []
    assert seen > 0


def samples() -> list[str]:
    root = pathlib.Path(os.environ.get("ENT_SHARED_DATA", HERE.parents[2].parent / "shared" / "data")) / "french"
    files = [root / "lsu" / "sample-bilan-complet.xml", root / "made-up" / "lsu" / "lsu-2d-sample.xml"]
    if not all(file.exists() for file in files):
        pytest.skip("the samples are not here: ENT_SHARED_DATA")
    return [file.read_text(encoding="utf-8") for file in files]


def test_the_samples_are_what_the_tables_say() -> None:
    for sample in samples():
        assert Checker("second", "7.0").check(sample) == []


def test_what_is_never_written_is_documented() -> None:
    """Element by element: what the samples have and these files never, docs/lsu.md lists, and nothing else."""
    ours: set[str] = set()
    for answer in ask([Maker(seed, True).case(cycle) for seed in range(FILES) for cycle in (0, 4)]):
        ours |= paths(answer["xml"]) if answer["xml"] else set()
    full = set().union(*(paths(sample) for sample in samples()))
    page = (HERE.parents[1] / "docs" / "lsu.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`([A-Za-z@/-]+)`", page.partition("## What is never written")[2].partition("\n## ")[0]))
    never = full - ours
    tops = {path for path in never if path.rpartition("/")[0] not in never}
    short = {path.removeprefix("lsun-bilans/donnees/").removeprefix("lsun-bilans/") for path in tops}
    assert short == listed
    assert ours - full == {"lsun-bilans/donnees/bilans-periodiques/bilan-periodique/liste-acquis/acquis/@positionnement"}
