"""Random reports with awkward texts, as lsu_check reads them."""
from __future__ import annotations

import random
from typing import Any

DOMAINS = ("FRA", "MAT", "EPS", "ART", "QLM", "EMC", "LVE", "SCI", "HGE")
COMPONENTS = ("CPD_FRA", "CPD_ETR", "CPD_SCI", "CPD_ART", "MET_APP", "FRM_CIT", "SYS_NAT", "REP_MND")
THEMES = {"epi": ("EPI_SAN", "EPI_ART", "EPI_EDD", "EPI_ICC", "EPI_LGA", "EPI_LGE", "EPI_PRO", "EPI_STS"),
          "parcours": ("PAR_AVN", "PAR_CIT", "PAR_ART", "PAR_SAN")}
ARRANGEMENTS = {"pap": "PAP", "pai": "PAI", "ppre": "PPRE", "pps": "PPS", "ulis": "ULIS", "upe2a": "UPE2A", "segpa": "SEGPA",
                "success_contract": "CTR"}
VERSIONS = ("2.0", "3.0", "4.0", "7.0", "7.0", "7.0", "13.0")
ALPHABET = "aéçœ Ω&<>\"'\t\n\r😀𝔄]]>;/"
BLANKS = ("", " ", "\t\n", "\u00a0")

Json = dict[str, Any]


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
            made["shown"] = self.rng.choice((-1234.56, -123456.5)) if self.odd() else self.rng.randint(0, 200) / 10
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
            "general_comment": self.text(1000), "council": {}, "policy": "fr-exact", "scale": "20",
            "heads": [] if self.odd() else self.rng.sample(self.heads, self.rng.randint(1, 2)),
            "main_teachers": self.rng.sample(self.teachers, self.rng.randint(0, 2)),
        }
        if not self.odd():
            report["council"]["held_on"] = "2027-02-20"
        report["projects"] = self.projects_of_pupil()
        report["arrangements"] = self.arrangements()
        if self.second and not self.odd():
            tally = {key: 1000 if self.odd() else self.rng.choice((0, 7, 999))
                     for key in ("justified_half_days", "unjustified_half_days", "latenesses")}
            report["school_life"] = {"shown": tally, "counted": tally}
            if self.rng.random() < 0.5:
                report["school_life"]["comment"] = self.text(600)
        return report

    def project(self, kind: str, place: int, group: int) -> Json:
        project: Json = {"group_id": 5 << 32 | group, "code": f"P{place}", "kind": kind, "name": self.text(150)}
        if kind != "support":
            project["theme"] = "EPI_ABC" if self.odd() else self.rng.choice(THEMES[kind])
        if kind != "parcours":
            codes = self.rng.sample(self.codes, 1 if self.odd() else self.rng.choice((2, 2, 3)))
            project |= {"subject_codes": codes, "subjects": [self.text(40) for _ in codes]}
        for field in ("description", "group_comment"):
            if self.rng.random() < 0.6:
                project[field] = self.text(600 if kind != "parcours" or self.odd() else 90)
        return project

    def projects_of_pupil(self) -> list[Json]:
        """Those of the class, and some of the groups that the pupil is in; what is said of the pupil is told of some."""
        taken = [dict(one) for one in self.projects if one["group_id"] & 0xff == 1 or self.rng.random() < 0.5]
        for one in taken:
            if self.rng.random() < 0.6:
                one["comment"] = self.text(600 if one["kind"] != "parcours" or self.odd() else 90)
        return taken

    def arrangements(self) -> list[Json]:
        kinds = sorted(self.rng.sample(range(len(ARRANGEMENTS)), self.rng.choice((0, 0, 1, 2))))
        made: list[Json] = [{"kind": list(ARRANGEMENTS)[kind]} for kind in kinds]
        for one in made:
            if one["kind"] in ("ppre", "success_contract") and self.rng.random() < 0.7:
                one["text"] = self.text(600)
        return made

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
        kinds = ("epi", "support", "parcours") if self.second else ("parcours",)
        self.projects = [self.project(self.rng.choice(kinds), place, self.rng.choice((1, 1, 2))) for place in range(self.rng.choice((0, 1, 3)))]
        subjects = [{"code": "MATHS", "national": "061300" if self.odd() else "061399", "short_name": self.rng.choice(("", "Maths"))},
                    {"code": "FRANCAIS", "national": "020700", "short_name": "Fr."}, {"code": "061301", "national": "061300", "short_name": ""}]
        numbers = [{"person": one["id"], "number": self.rng.choice(("epp:", "local:", "")) + str(300 + one["id"])} for one in self.teachers
                   if not self.odd()]
        if self.odd() and numbers:
            numbers[0]["number"] = self.rng.choice(("sts:4", "epp:", "epp:04", "x"))
        return {"second_degree": self.second, "version": self.rng.choice(VERSIONS) if self.second else "1.0",
                "incomplete_too": self.rng.random() < 0.5, "school_code": "9990002B", "today": "2027-03-05", "cycle": cycle or None, "teachers": numbers,
                "subjects": subjects, "sheets": [self.sheet(place) for place in range(self.rng.randint(1, 5))]}
