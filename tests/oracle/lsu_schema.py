"""The content model of livret scolaire unique files, as tables, and a checker that goes by them.

Of the second degree it is the schema of versions 2.0 to 7.0; of the first degree what one implementation of schema 1.0 shows.
A line is `element: attributes | children`; attributes are `name=type`, children stand in their order. `?` may be left out, `*` any
number, `+` one or more, `{n}` so many; `~` before the children: in any order; `text(n)`: a text of 1 to n characters that is not blank.
"""
from __future__ import annotations

import datetime
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from typing import NamedTuple

SPACE = "{urn:fr:edu:scolarite:lsun:bilans:import}"
COMMON = """
responsables: | responsable+
responsable: civilite?=title nom?=any prenom?=any legal1?=boolean legal2?=boolean lien-parente?=text40 denomination?=text600 | adresse?
adresse: ligne1?=any50 ligne2?=any50 ligne3?=any50 ligne4?=any50 code-postal=text10 commune=text100 |
entete: | ~ editeur application appliVersion? etablissement
editeur: | text(50)
application: | text(50)
appliVersion: | text(50)
etablissement: | text(8)
elements-programme: | element-programme+
element-programme: id=id libelle=text300 |
liste-parcours: | parcours+
parcours: code=path | text(600)
modalites-accompagnement: | modalite-accompagnement+
modalite-accompagnement: code=modalite | complement-ppre? complement-contrat-reussite?
complement-ppre: | text(600)
complement-contrat-reussite: | text(600)
socle: | domaine+
domaine: code=component positionnement=0..4 |
synthese: | text(1500)
enseignement-complement: code=complement positionnement?=1..2 |
langue-culture-regionale: code=langue positionnement?=1..2 |
bilans-periodiques: | bilan-periodique+
bilans-cycle: | bilan-cycle+
appreciation: | text(600)
commentaire: | text(600)
"""

SECOND_DEGREE = COMMON + """
lsun-bilans: schemaVersion=version | entete donnees
donnees: | responsables-etab eleves periodes? disciplines? enseignants? elements-programme? competences-numeriques-communs?
  parcours-communs? vies-scolaires-communs? epis-thematiques? epis? epis-groupes? acc-persos? acc-persos-groupes? bilans-periodiques?
  bilans-cycle?
responsables-etab: | responsable-etab+
responsable-etab: id=id libelle=text100 |
eleves: | eleve+
eleve: id=id id-be=positive nom?=any prenom?=any code-division=division |
periodes: | periode+
periode: id=id millesime=year indice=positive nb-periodes=positive |
disciplines: | discipline+
discipline: id=id code=code6 code-national?=code6 modalite-election=modality libelle=text40 id-lv?=any |
enseignants: | enseignant+
enseignant: id=id type=teacher id-sts=positive civilite?=title nom?=any100 prenom?=any100 |
competences-numeriques-communs: | competences-numeriques-commun+
competences-numeriques-commun: id=id code-structure=any type-structure=structure | text(600)
parcours-communs: | parcours-commun+
parcours-commun: periode-ref=periode code-division=division | parcours+
vies-scolaires-communs: | vie-scolaire-commun+
vie-scolaire-commun: periode-ref=periode code-division=division | commentaire
epis-thematiques: | epi-thematique+
epi-thematique: code=text50 libelle=text100 |
epis: | epi+
epi: id=id intitule=text150 thematique=any discipline-refs=discipline* | description?
description: | text(600)
epis-groupes: | epi-groupe+
epi-groupe: id=id epi-ref=epi intitule=any | commentaire? enseignants-disciplines
enseignants-disciplines: | enseignant-discipline+
enseignant-discipline: enseignant-ref=enseignant discipline-ref=discipline |
acc-persos: | acc-perso+
acc-perso: id=id intitule=any discipline-refs=discipline* | description?
acc-persos-groupes: | acc-perso-groupe+
acc-perso-groupe: id=id acc-perso-ref=acc-perso intitule=any | commentaire? enseignants-disciplines
bilan-periodique: eleve-ref=eleve periode-ref=periode date-conseil-classe=date date-scolarite=date date-verrou?=instant
  responsable-etab-ref=responsable-etab prof-princ-refs?=enseignant* | liste-acquis competences-numeriques? epis-eleve? acc-persos-eleve?
  liste-parcours? modalites-accompagnement? acquis-conseils devoirs-faits? vie-scolaire socle? responsables?
liste-acquis: | acquis+
acquis: discipline-ref=discipline enseignant-refs=enseignant* element-programme-refs?=element-programme* moyenne-eleve?=average
  moyenne-structure?=average eleve-non-note?=boolean structure-non-notee?=boolean positionnement?=1..4 | appreciation?
competences-numeriques: comp-num-commun-refs?=competences-numeriques-commun* | appreciation-num? competence-num*
appreciation-num: | text(600)
competence-num: code=any niveau=1..3 |
epis-eleve: | epi-eleve+
epi-eleve: epi-groupe-ref=epi-groupe | commentaire?
acc-persos-eleve: | acc-perso-eleve+
acc-perso-eleve: acc-perso-groupe-ref=acc-perso-groupe | commentaire?
acquis-conseils: | text(1000)
devoirs-faits: | text(600)
vie-scolaire: nb-retards=0..999 nb-abs-justifiees=0..999 nb-abs-injustifiees=0..999 nb-heures-manquees?=0..999 | commentaire?
bilan-cycle: eleve-ref=eleve cycle=3..4 millesime=year date-creation=date date-verrou?=instant responsable-etab-ref=responsable-etab
  prof-princ-refs?=enseignant* | socle synthese enseignement-complement? responsables? langue-culture-regionale?
"""

FIRST_DEGREE = COMMON + """
lsun-bilans: schemaVersion=version | entete donnees
donnees: | directeurs classes eleves periodes? enseignants elements-programme? parcours-communs? bilans-periodiques? bilans-cycle?
directeurs: | directeur+
directeur: id=id civilite=title nom=any prenom=any |
classes: | classe+
classe: id=id id-be=positive libelle=text100 |
eleves: | eleve+
eleve: id=id ine=ine classe-ref=classe nom=any prenom=any |
periodes: | periode+
periode: id=id millesime=year indice=positive nb-periodes=positive date-debut=date date-fin=date |
enseignants: | enseignant+
enseignant: id=id civilite?=title nom=any prenom=any |
parcours-communs: | parcours-commun+
parcours-commun: periode-ref=periode classe-ref=classe | parcours+
bilan-periodique: eleve-ref=eleve periode-ref=periode date-creation=date date-scolarite=date date-verrou=instant directeur-ref=directeur
  enseignant-refs=enseignant* | liste-acquis liste-parcours? modalites-accompagnement? appreciation-generale responsables?
liste-acquis: | acquis+
acquis: code-domaine=domain element-programme-refs?=element-programme* positionnement?=1..4 | appreciation? sous-domaines?
sous-domaines: | sous-domaine+
sous-domaine: code-domaine=any element-programme-refs?=element-programme* positionnement?=1..4 |
appreciation-generale: | text(1000)
bilan-cycle: eleve-ref=eleve cycle=2..3 millesime=year date-creation=date date-verrou=instant directeur-ref=directeur
  enseignant-refs=enseignant* | socle synthese responsables?
"""

WORDS = {
    "title": "M MME", "teacher": "epp local dir autre", "modality": "S O F L R X D", "structure": "D G", "boolean": "0 1 true false",
    "path": "PAR_AVN PAR_CIT PAR_ART PAR_SAN", "modalite": "PAP PAI PPRE PPS ULIS UPE2A SEGPA CTR",
    "theme": "EPI_SAN EPI_ART EPI_EDD EPI_ICC EPI_LGA EPI_LGE EPI_PRO EPI_STS",
    "component": "CPD_FRA CPD_ETR CPD_SCI CPD_ART MET_APP FRM_CIT SYS_NAT REP_MND",
    "complement": "AUC LCA LCE LCR CHK PRO LSF LVE",
    "langue": "AUC BAQ BRE CAT COS CPF FUD GAL GSW MEL MOL OCI TAH WLS",
}
PATTERNS = {
    "positive": r"\+?0*[1-9][0-9]*", "year": r"[0-9]{4}", "code6": r".{6}", "ine": r"\w{11}", "domain": r"[A-Z]{3}-RAC", "average": r"(?s).{1,8}",
    "instant": r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])?", "id": r"[A-Za-z_][\w.-]*",
}
BEFORE_4 = ("2.0", "3.0")
UNIQUE = {"eleve": ("id-be",), "responsable-etab": ("libelle",), "periode": ("millesime", "indice", "nb-periodes")}


class Child(NamedTuple):
    name: str
    least: int
    most: int


@dataclass
class Element:
    attributes: dict[str, tuple[str, bool]] = field(default_factory=dict)  # type, may be left out
    children: list[Child] = field(default_factory=list)
    any_order: bool = False
    text: int = 0  # 0: no text of its own


def child_of(word: str) -> Child:
    name, sign = word.rstrip("?*+"), word[-1]
    return Child(name, *{"?": (0, 1), "*": (0, 10**9), "+": (1, 10**9)}.get(sign, (1, 1)))


def element_of(attributes: str, children: str) -> Element:
    made = Element()
    for word in attributes.split():
        name, _, kind = word.partition("=")
        made.attributes[name.rstrip("?")] = (kind, name.endswith("?"))
    words = children.split()
    if words and words[0] == "~":
        made.any_order = True
        words = words[1:]
    if words and words[0].startswith("text("):
        made.text = int(words[0][5:-1])
    else:
        made.children = [child_of(word) for word in words]
    return made


def read(table: str) -> dict[str, Element]:
    lines: list[str] = []
    for line in table.strip().splitlines():
        if line.startswith("  "):
            lines[-1] += " " + line.strip()
        else:
            lines.append(line)
    model = {}
    for line in lines:
        name, _, rest = line.partition(":")
        attributes, _, children = rest.partition("|")
        model[name.strip()] = element_of(attributes, children)
    return model


MODELS = {"second": read(SECOND_DEGREE), "first": read(FIRST_DEGREE)}


class Checker:
    """Collects what is wrong with a file; `rules`: by those of this version."""

    def __init__(self, degree: str, rules: str) -> None:
        self.model = MODELS[degree]
        self.degree = degree
        self.rules = rules
        self.faults: list[str] = []
        self.ids: dict[str, str] = {}
        self.references: list[tuple[str, str, str]] = []

    def check(self, text: str) -> list[str]:
        root = ET.fromstring(text)
        self.element(root, "")
        for where, kind, name in self.references:
            if self.ids.get(name) != kind:
                self.faults.append(f"{where}: {name} is no {kind}")
        themes = set(WORDS["theme"].split()) | {one.get("code", "") for one in root.iter(SPACE + "epi-thematique")}
        self.faults += [f"epi: {one.get('thematique')} is no theme" for one in root.iter(SPACE + "epi") if one.get("thematique") not in themes]
        for name in ("liste-parcours", "parcours-commun"):
            for one in root.iter(SPACE + name):
                if len({child.get("code") for child in one}) != len(one):
                    self.faults.append(f"{name}: one code twice")
        for name, keys in UNIQUE.items():
            seen = [tuple(one.get(key) for key in keys) for one in root.iter(SPACE + name)]
            if len(seen) != len(set(seen)) and all(key in self.model[name].attributes for key in keys):
                self.faults.append(f"{name}: {keys} twice")
        return self.faults

    def element(self, one: ET.Element, path: str) -> None:
        name = one.tag.removeprefix(SPACE)
        here = f"{path}/{name}"
        if not one.tag.startswith(SPACE) or name not in self.model:
            self.faults.append(f"{here}: unknown")
            return
        model = self.model[name]
        self.attributes(one, model, here)
        self.children(one, model, here)
        text = one.text or ""
        if model.text:
            if not 1 <= len(text) <= model.text or not text.strip(" \t\r\n"):
                self.faults.append(f"{here}: text of {len(text)} characters")
        elif text.strip() or any((child.tail or "").strip() for child in one):
            self.faults.append(f"{here}: a text where none may be")
        if name == "acquis" and self.degree == "second":
            self.figures(one, here)
        if name == "socle" and "bilan-cycle" in path and len({child.get("code") for child in one}) != 8:
            self.faults.append(f"{here}: not the eight components")
        for child in one:
            self.element(child, here)

    def attributes(self, one: ET.Element, model: Element, here: str) -> None:
        for name, (kind, optional) in model.attributes.items():
            value = one.get(name)
            if value is not None:
                self.value(value, kind, f"{here}/@{name}", one)
            elif not optional and not name.startswith("{"):
                self.faults.append(f"{here}/@{name}: missing")
        for name in one.attrib:
            if name not in model.attributes and not name.startswith("{"):
                self.faults.append(f"{here}/@{name}: unknown")
        if one.tag == SPACE + "acquis" and self.rules in BEFORE_4 and not one.get("element-programme-refs"):
            self.faults.append(f"{here}/@element-programme-refs: missing before 4.0")

    def children(self, one: ET.Element, model: Element, here: str) -> None:
        names = [child.tag.removeprefix(SPACE) for child in one]
        if model.any_order:
            for child in model.children:
                if not child.least <= names.count(child.name) <= child.most:
                    self.faults.append(f"{here}: {names.count(child.name)} of {child.name}")
            return
        at = 0
        for child in model.children:
            count = 0
            while at < len(names) and names[at] == child.name:
                at, count = at + 1, count + 1
            if not child.least <= count <= child.most:
                self.faults.append(f"{here}: {count} of {child.name}")
        if at != len(names):
            self.faults.append(f"{here}: {names[at]} is out of place")

    def value(self, value: str, kind: str, where: str, one: ET.Element) -> None:
        if not self.fits(value, kind):
            self.faults.append(f"{where}: {value!r} is no {kind}")
        if kind == "id":
            if value in self.ids:
                self.faults.append(f"{where}: {value} twice")
            self.ids[value] = one.tag.removeprefix(SPACE)
        if kind.rstrip("*") in self.model:
            names = value.split() if kind.endswith("*") else [value]
            if len(names) != len(set(names)) or not names:
                self.faults.append(f"{where}: {value!r}: one twice, or none")
            self.references += [(where, kind.rstrip("*"), name) for name in names]

    def fits(self, value: str, kind: str) -> bool:
        if kind in WORDS:
            return value in WORDS[kind].split()
        if kind in PATTERNS:
            return re.fullmatch(PATTERNS[kind], value) is not None
        if kind == "date":
            try:
                return datetime.date.fromisoformat(value).isoformat() == value
            except ValueError:
                return False
        if kind == "version":
            return re.fullmatch(r"[0-9]+\.[0-9]+", value) is not None
        if kind == "division":
            return 1 <= len(value) <= (8 if self.rules in BEFORE_4 else 20) and bool(value.strip())
        if match := re.fullmatch(r"(\d+)\.\.(\d+)", kind):
            return re.fullmatch(r"\d+", value) is not None and int(match[1]) <= int(value) <= int(match[2])
        if match := re.fullmatch(r"(text|any)(\d*)", kind):
            longest = int(match[2] or 10**9)
            return len(value) <= longest and (match[1] == "any" or bool(value.strip()))
        return kind.rstrip("*") in self.model

    def figures(self, one: ET.Element, here: str) -> None:
        absent = one.get("eleve-non-note") in ("1", "true")
        if sum((one.get("moyenne-eleve") is not None, one.get("positionnement") is not None, absent)) != 1:
            self.faults.append(f"{here}: not one of average, degree, nothing")
        if (one.get("moyenne-structure") is None) != (one.get("structure-non-notee") in ("1", "true")):
            self.faults.append(f"{here}: the class has an average and has none")


def paths(text: str) -> set[str]:
    """Of all elements and attributes of a file."""
    found: set[str] = set()

    def walk(one: ET.Element, path: str) -> None:
        here = f"{path}/{one.tag.removeprefix(SPACE)}".lstrip("/")
        found.add(here)
        found.update(f"{here}/@{name}" for name in one.attrib if not name.startswith("{"))
        for child in one:
            walk(child, here)

    walk(ET.fromstring(text), "")
    return found
