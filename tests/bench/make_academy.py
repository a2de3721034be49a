#!/usr/bin/python3
"""Write an AAF academy of any size: the same seed and size give the same bytes.

    make_academy.py OUT_FOLDER [--schools N | --megabytes M] [--date YYYYMMDD] [--seed S] [--pupils P] [--moves PERCENT]

Every person is invented. A school has 550 pupils in divisions of 27, some 900 relatives (families of one to three
children, one parent in five alone), 46 staff, and the services that go with them. --moves changes that part of the
pupils beside the academy of the same seed without it: other divisions, some newcomers, some leavers.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

HEAD = ('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">\n<ficAlimMENESR>\n'
        '<!-- versionAF="AAF-VE0000" -->\n<!-- codeAcademieExport="{academy}" -->\n<!-- degre="2D" -->\n')
UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
SYLLABLES = ["ba", "dé", "fo", "gri", "ju", "ka", "le", "mo", "né", "pi", "ra", "su", "ti", "vou", "zé", "lan", "mar", "sel"]
LEVELS = [("6", "10010012110"), ("5", "10110001110"), ("4", "10210001110"), ("3", "10310019110")]
SUBJECTS = ["020700", "061300", "043700", "030201", "030602", "062300", "062900", "070800", "090100", "081300", "100100"]
BYTES_A_SCHOOL = 1_512_000  # as measured; for --megabytes


def word(rng: random.Random, parts: int) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(parts))


def record(category: str, kind: str, key: int, attributes: list[tuple[str, list[str]]]) -> str:
    lines = [f'<addRequest>\n<operationalAttributes><attr name="{category}"><value>{kind}</value></attr>'
             f'</operationalAttributes>\n<identifier><id>{key}</id></identifier>\n<attributes>\n']
    for name, values in attributes:
        body = "".join(f"<value>{escape(value)}</value>" for value in values) or "<value/>"
        lines.append(f'<attr name="{name}">{body}</attr>\n')
    lines.append("</attributes>\n</addRequest>\n")
    return "".join(lines)


class School:
    """One collège, drawn from its own number: it does not depend on the others."""

    def __init__(self, seed: int, number: int, pupils: int, moves: int) -> None:
        self.rng = random.Random(f"{seed}/{number}")
        self.changes = random.Random(f"{seed}/{number}/changes")
        self.moves = moves
        self.key = 7_000_000 + number
        self.base = number * 10_000
        digits = 9_900_000 + number
        self.uai = f"{digits:07d}{UAI_LETTERS[digits % 23]}"
        self.town = word(self.rng, 3).upper()
        self.divisions = [(f"{level}{chr(65 + i)}", level, mef) for level, mef in LEVELS
                          for i in range(max(1, round(pupils / 4 / 27)))]
        self.pupils = pupils

    def unit(self) -> str:
        groups = [f"{level}ESP${level}EME ESPAGNOL$" + "$".join(code for code, own, _ in self.divisions if own == level)
                  for level, _ in LEVELS]
        return record("categorieStructure", "EtabEducNat", self.key, [
            ("ENTStructureJointure", [str(self.key)]), ("ENTStructureUAI", [self.uai]), ("ENTEtablissementUAI", [self.uai]),
            ("ENTStructureSIREN", ["10000000000000"]), ("ENTStructureNomCourant", [f"CLG${self.town}${self.town}"]),
            ("ENTStructureTypeStruct", ["COLLEGE"]), ("ENTStructureCodeTypeStruct", ["340"]),
            ("ENTEtablissementContrat", ["PU"]), ("street", ["1 PLACE INVENTEE"]), ("postalCode", ["99000"]),
            ("l", [self.town]), ("ENTServAcAcademie", ["INVENTEE"]), ("ENTServAcCodeAcademie", ["099"]),
            ("ENTStructureClasses", [f"{code}${level}EME {code[1:]}${mef}" for code, level, mef in self.divisions]),
            ("ENTStructureGroupes", groups),
        ])

    def families(self) -> Iterator[tuple[list[str], list[str]]]:
        """Records of the pupils and of the relatives of each family."""
        rng = self.rng
        pupil = 0
        family = 0
        while pupil < self.pupils:
            family += 1
            name = word(rng, rng.randint(2, 4)).upper()
            address = [f"{rng.randint(1, 200)} RUE {word(rng, 3).upper()}$$$"]
            post = [("ENTPersonAdresse", address), ("ENTPersonCodePostal", ["99000"]),
                    ("ENTPersonVille", [self.town]), ("ENTPersonPays", ["FRANCE"])]
            adults = 1 if rng.random() < 0.2 else 2
            keys = [self.base + 2_000 + 2 * family + i for i in range(adults)]
            children = [self.pupil_values(name) for _ in range(min(rng.choice([1, 1, 1, 2, 3]), self.pupils - pupil))]
            ties = [f"{keys[0]}$10$1$1$1$0"] + [f"{key}$20$0$1$1$0" for key in keys[1:]]
            records = []
            child_keys = []
            for child in children:
                pupil += 1
                key = self.base + pupil
                if self.moves and self.changes.random() * 400 < self.moves:
                    key += 9_000  # one leaves, another comes
                child_keys.append(str(key))
                records.append(self.pupil(key, child, ties, post))
            relatives = [self.relative(key, name if i == 0 or rng.random() < 0.6 else word(rng, 3).upper(), i == 0, post,
                                       child_keys) for i, key in enumerate(keys)]
            yield records, relatives

    def pupil_values(self, name: str) -> dict[str, str]:
        rng = self.rng
        code, level, mef = rng.choice(self.divisions)
        if self.moves and self.changes.random() * 100 < self.moves:
            code, level, mef = self.changes.choice(self.divisions)
        return {"name": name, "given": word(rng, 2).capitalize(), "code": code, "level": level, "mef": mef,
                "born": f"{rng.randint(1, 28):02d}/{rng.randint(1, 12):02d}/{2020 - int(level)}",
                "ine": f"{rng.randint(0, 999_999_999):09d}{rng.choice('ABCDEFGHJK')}{rng.choice('ABCDEFGHJK')}"}

    def pupil(self, key: int, child: dict[str, str], ties: list[str], post: list[tuple[str, list[str]]]) -> str:
        group = [f"{self.key}${child['level']}ESP"] if key % 3 == 0 else []
        return record("categoriePersonne", "Eleve", key, [
            ("ENTPersonJointure", [str(key)]), ("ENTEleveINE", [child["ine"]]), ("ENTEleveStructRattachId", [str(key % 10_000)]),
            ("ENTPersonDateNaissance", [child["born"]]), ("ENTPersonNomPatro", [child["name"]]), ("sn", [child["name"]]),
            ("givenName", [child["given"]]), ("ENTPersonAutresPrenoms", [child["given"]]),
            ("personalTitle", ["M." if key % 2 else "Mme"]), ("ENTElevePersRelEleve", ties),
            ("ENTEleveRegime", ["DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT"]), *post,
            ("ENTEleveStatutEleve", ["SCOLAIRE"]), ("ENTEleveMEF", [child["mef"]]),
            ("ENTPersonStructRattach", [str(self.key)]), ("ENTEleveClasses", [f"{self.key}${child['code']}"]),
            ("ENTEleveGroupes", group), ("ENTEleveDateEntreeClasses", [f"{self.key}$01/09/2025${child['code']}"]),
        ])

    def relative(self, key: int, name: str, is_mother: bool, post: list[tuple[str, list[str]]], children: list[str]) -> str:
        given = word(self.rng, 2).capitalize()
        return record("categoriePersonne", "PersRelEleve", key, [
            ("ENTPersonJointure", [str(key)]), ("sn", [name]), ("givenName", [given]),
            ("personalTitle", ["Mme" if is_mother else "M."]), ("homePhone", [f"+33 1 00 {key % 100:02d} {key // 100 % 100:02d} 00"]),
            ("mobile", [f"+33 6 00 {key % 100:02d} {key // 100 % 100:02d} {key // 10_000 % 100:02d}"]),
            ("mail", [f"rel{key}@exemple.invalid"]), *post, ("ENTPersonAdresseDiffusion", ["N"]),
            ("ENTAuxPersRelEleveEleve", children),
        ])

    def staff(self) -> Iterator[str]:
        functions = [("DIR", "DIRECTION")] + [("EDU", "EDUCATION")] * 2 + [("AED", "ASSISTANT D'EDUCATION")] * 4
        functions += [("ADF", "PERSONNELS ADMINISTRATIFS")] * 3 + [("DOC", "DOCUMENTATION")] + [("ENS", "ENSEIGNEMENT")] * 35
        for number, (code, label) in enumerate(functions, 1):
            key = self.base + 8_000 + number
            teaches = code == "ENS"
            own = [self.divisions[(number * 3 + i) % len(self.divisions)][0] for i in range(4)] if teaches else []
            own = list(dict.fromkeys(own))
            subject = SUBJECTS[number % len(SUBJECTS)]
            main = [f"{self.key}${self.divisions[number - 12][0]}"] if teaches and number - 12 < len(self.divisions) else []
            yield record("categoriePersonne", "PersEducNat", key, [
                ("ENTPersonJointure", [str(key)]), ("ENTPersonDateNaissance", [f"01/{number % 12 + 1:02d}/{1960 + number}"]),
                ("sn", [word(self.rng, 3).upper()]), ("givenName", [word(self.rng, 2).capitalize()]),
                ("personalTitle", ["M." if number % 2 else "Mme"]), ("mail", [f"pers{key}@exemple.invalid"]),
                ("ENTPersonStructRattach", [str(self.key)]),
                ("ENTPersonFonctions", [f"{self.key}${code}${label}$L0000$DISCIPLINE"]),
                ("ENTPersonCategorieEnseignant", ["O" if teaches else "N"]),
                ("ENTAuxEnsClasses", [f"{self.key}${division}" for division in own]),
                ("ENTAuxEnsClassesMatieres", [f"{self.key}${division}${subject}" for division in own]),
                ("ENTAuxEnsClassesPrincipal", main),
            ])


def write(folder: Path, date: str, schools: int, seed: int, pupils: int, moves: int) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    kinds = ("EtabEducNat", "PersRelEleve", "Eleve", "PersEducNat")
    paths = {kind: folder / f"ENT_Complet_{date}_{kind}_0000.xml" for kind in kinds}
    files = {kind: path.open("w", encoding="utf-8", newline="\n") for kind, path in paths.items()}
    for file in files.values():
        file.write(HEAD.format(academy="99"))
    for number in range(1, schools + 1):
        school = School(seed, number, pupils, moves)
        files["EtabEducNat"].write(school.unit())
        for children, relatives in school.families():
            files["Eleve"].writelines(children)
            files["PersRelEleve"].writelines(relatives)
        files["PersEducNat"].writelines(school.staff())
    for file in files.values():
        file.write("</ficAlimMENESR>\n")
        file.close()
    return sum(path.stat().st_size for path in paths.values())


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--schools", type=int, default=1)
    parser.add_argument("--megabytes", type=int)
    parser.add_argument("--date", default="20250905")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pupils", type=int, default=550)
    parser.add_argument("--moves", type=int, default=0)
    options = parser.parse_args()
    schools = options.schools
    if options.megabytes:
        schools = max(1, round(options.megabytes * 1_000_000 / BYTES_A_SCHOOL * 550 / options.pupils))
    size = write(options.folder, options.date, schools, options.seed, options.pupils, options.moves)
    print(f"{schools} schools, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
