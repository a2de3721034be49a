"""Random reports with awkward texts: what hinders each of them, worked out anew, and the files, held against lsu_schema.

ENT_LSU_CHECK names the program that asks the library; ENT_LSU_FILES how many files of each degree.
"""
from __future__ import annotations

import json
import os
import pathlib
import re
import subprocess
import xml.etree.ElementTree as ET
from decimal import ROUND_HALF_UP, Decimal

import pytest
from lsu_cases import ARRANGEMENTS, DOMAINS, THEMES, Json, Maker
from lsu_schema import SPACE, Checker, paths

CHECK = os.environ["ENT_LSU_CHECK"]
FILES = int(os.environ.get("ENT_LSU_FILES", "200"))
HERE = pathlib.Path(__file__).parent
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

Found = tuple[str, str, str | None, int | None, int | None]


def ask(cases: list[Json]) -> list[Json]:
    lines = "\n".join(json.dumps(case) for case in cases) + "\n"
    answer = subprocess.run([CHECK], input=lines, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    return [json.loads(line) for line in answer.stdout.split("\n") if line]


def is_blank(text: str | None) -> bool:
    return text is None or not text.strip()


def written(average: float) -> str:
    """With as many of its decimals as eight characters leave room for."""
    number = Decimal(str(average))
    for digits in range(2, -1, -1):
        text = f"{number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP).normalize():f}/20"
        if len(text) <= 8:
            return text
    return f"{number.normalize():f}/20"


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
                self.text(written(value), 8, f"acquis/@{name}")
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

    def project(self, project: Json) -> None:
        name = {"epi": "epi", "support": "acc-perso"}[project["kind"]]
        self.needed(project["name"], 150, f"{name}/@intitule", "project_name_missing")
        if project["kind"] == "epi" and project["theme"] not in THEMES["epi"]:
            self.add("theme_unknown", "epi/@thematique")
        self.wanted(project.get("description"), 600, f"{name}/description")
        self.wanted(project.get("group_comment"), 600, f"{name}-groupe/commentaire")
        self.wanted(project.get("comment"), 600, f"{name}-eleve/commentaire")
        known = set()
        for line in taught_in(self.case, project):
            self.subject = line["subject_code"]
            discipline = self.discipline(line)
            if discipline is None:
                self.add("subject_code_missing", "discipline/@code")
            else:
                known.add(discipline[0] + discipline[2])
                self.needed(discipline[3], 40, "discipline/@libelle", "subject_name_missing")
            if not line["teachers"]:
                self.add("teacher_missing", f"{name}-groupe/enseignants-disciplines")
            for card in line["teachers"]:
                self.teacher(card)
        self.subject = None
        if len(known) < (2 if name == "epi" else 1):
            self.add("subjects_missing", f"{name}/@discipline-refs")

    def parcours(self, report: Json) -> None:
        for where, told in (("parcours-commun", parcours_of_class(self.case)), ("liste-parcours", parcours_of(report))):
            for code, text in told.items():
                if code not in THEMES["parcours"]:
                    self.add("theme_unknown", f"{where}/parcours/@code")
                self.text(text, 600, f"{where}/parcours")

    def arrangements(self, report: Json) -> None:
        for one in report["arrangements"]:
            name = "complement-ppre" if one["kind"] == "ppre" else "complement-contrat-reussite"
            self.wanted(one.get("text"), 600, f"modalite-accompagnement/{name}")

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
        for project in report["projects"]:
            if project["kind"] != "parcours":
                self.project(project)
        self.parcours(report)
        self.arrangements(report)
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
        self.parcours(report)
        self.arrangements(report)
        return self.needed(report.get("general_comment"), 1000, "appreciation-generale", "general_comment_missing")


def reports_in(case: Json) -> list[Json]:
    return [sheet["report"] for sheet in case["sheets"] if "report" in sheet]


def is_same(one: Json, other: Json) -> bool:
    return {**one, "comment": None} == {**other, "comment": None}


def taught_in(case: Json, project: Json) -> list[Json]:
    """The subjects of a project as the lines of those who take part in it tell them, with all of their teachers."""
    lines = []
    for code, name in zip(project["subject_codes"], project["subjects"], strict=True):
        told = {"subject_code": code, "name": name, "mode": "ordinary", "teachers": []}
        for report in reports_in(case):
            line = next((line for line in report["lines"] if line.get("subject_code") == code), None)
            if line is None or not any(is_same(project, one) for one in report["projects"]):
                continue
            if not told["teachers"]:
                told |= {"name": line["name"], "mode": line["mode"]}
            told["teachers"] += [card for card in line.get("teachers", []) if card not in told["teachers"]]
        lines.append(told)
    return lines


def joined(told: dict[str, list[str]]) -> dict[str, str]:
    return {code: "\n".join(dict.fromkeys(texts)) for code, texts in sorted(told.items()) if texts}


def of_group(project: Json) -> list[str]:
    """What is said of all who take part, or else what it is called."""
    told = [project[field] for field in ("description", "group_comment") if not is_blank(project.get(field))]
    return told or [project["name"]] * (not is_blank(project["name"]))


def parcours_of(report: Json) -> dict[str, str]:
    told: dict[str, list[str]] = {}
    for one in report["projects"]:
        if one["kind"] == "parcours":
            own = [] if is_blank(one.get("comment")) else [one["comment"]]
            told.setdefault(one["theme"], []).extend(own if one["group_id"] & 0xff == 1 else of_group(one) + own)
    return joined(told)


def parcours_of_class(case: Json) -> dict[str, str]:
    told: dict[str, list[str]] = {}
    for report in reports_in(case):
        for one in report["projects"]:
            if one["kind"] == "parcours" and one["group_id"] & 0xff == 1:
                told.setdefault(one["theme"], []).extend(of_group(one))
    return joined(told)


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
    assert acquis.get("moyenne-eleve") == (None if shown is None else written(shown))
    assert acquis.get("moyenne-structure") == (None if mean is None else written(mean))
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


def children_of(one: ET.Element, name: str) -> list[ET.Element]:
    parent = one.find(SPACE + name)
    return [] if parent is None else list(parent)


def filled(text: str | None) -> str | None:
    return None if is_blank(text) else text


def compare_projects(case: Json, ids: Ids, one: ET.Element, sheet: Json) -> None:
    for kind, plural, name in (("epi", "epis", "epi"), ("support", "acc-persos", "acc-perso")):
        told = [project for project in sheet["report"]["projects"] if project["kind"] == kind]
        written = children_of(one, f"{plural}-eleve")
        assert len(written) == len(told)
        for element, project in zip(written, told):
            group = refers(ids, element, f"{name}-groupe-ref")[0]
            whole = refers(ids, group, f"{name}-ref")[0]
            assert text_of(element, "commentaire") == filled(project.get("comment"))
            assert group.get("intitule") == whole.get("intitule") == project["name"]
            assert text_of(group, "commentaire") == filled(project.get("group_comment"))
            assert text_of(whole, "description") == filled(project.get("description"))
            assert whole.get("thematique") == (project["theme"] if kind == "epi" else None)
            lines = taught_in(case, project)
            codes = [Expected(case, sheet).discipline(line) for line in lines]
            names = list(dict.fromkeys(code[0] + code[2] for code in codes if code))
            assert [ref.get("code", "") + ref.get("modalite-election", "") for ref in refers(ids, whole, "discipline-refs")] == names
            pairs = [(refers(ids, pair, "enseignant-ref")[0].get("nom"), refers(ids, pair, "discipline-ref")[0].get("code"))
                     for pair in children_of(group, "enseignants-disciplines")]
            assert pairs == [(card["family_name"], code[0]) for line, code in zip(lines, codes) if code for card in line["teachers"]]


def compare_parcours(root: ET.Element, case: Json, one: ET.Element, report: Json) -> None:
    assert [(each.get("code"), each.text) for each in children_of(one, "liste-parcours")] == list(parcours_of(report).items())
    common = list(root.iter(SPACE + "parcours-commun"))
    told = parcours_of_class(case)
    assert len(common) == (1 if told else 0)
    for each in common:
        assert [(parcours.get("code"), parcours.text) for parcours in each] == list(told.items())


def text_of_arrangement(one: Json) -> list[tuple[str, str]]:
    if not filled(one.get("text")):
        return []
    return [("complement-ppre" if one["kind"] == "ppre" else "complement-contrat-reussite", one["text"])]


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
        compare_parcours(root, case, one, report)
        told = [(each.get("code"), [(text.tag.removeprefix(SPACE), text.text) for text in each]) for each in children_of(one, "modalites-accompagnement")]
        assert told == [(ARRANGEMENTS[each["kind"]], text_of_arrangement(each)) for each in report["arrangements"]]
        if second:
            compare_projects(case, ids, one, sheet)
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
