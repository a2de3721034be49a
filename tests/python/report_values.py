"""Values of reports for the tests: a class whose figures are known by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

from ent import reports

NASTY = "<b>&\"'</b><script>alert(1)</script>"
"""What a name must not become."""

CONTEXT = reports.Context(school="Collège des Tilleuls", school_code="9990002B", class_name="5A", period="2e trimestre",
                          first_day=date(2026, 12, 1), last_day=date(2027, 3, 5), year="2026-2027", heads=("Alix Roche",),
                          main_teachers=("Paul Moreau",), earlier=("1er trimestre",), headcount=30, policy="fr-exact")

SPREAD = reports.Spread(pupils=30, marked=29, mean=Decimal("11.21"), minimum=Decimal("4.5"), lower_quartile=Decimal(9),
                        median=Decimal("11.5"), upper_quartile=Decimal(14), maximum=Decimal("18.75"), bands=(1, 3, 6, 8, 8, 3))

NAMES = ("Arts plastiques", "Anglais LV1", "Éducation musicale", "Espagnol LV2", "Éducation physique et sportive", "Français",
         "Histoire-géographie", "Latin", "Mathématiques", "Physique-chimie", "Sciences de la vie et de la Terre", "Technologie")

COMMENT = ("Un trimestre satisfaisant : participation régulière et travail soigné. Il faut approfondir l'apprentissage des leçons "
           "et relire les copies avant de les rendre.")

SOCLE = ("Langue française", "Langues étrangères et régionales", "Langages mathématiques, scientifiques et informatiques",
         "Langages des arts et du corps", "Méthodes et outils pour apprendre", "Formation de la personne et du citoyen",
         "Systèmes naturels et systèmes techniques", "Représentations du monde et activité humaine")


def subjects(count: int = 12, comment: str | None = COMMENT) -> tuple[reports.Subject, ...]:
    """The first has 14.5, each other one a tenth less."""
    return tuple(reports.Subject(name=NAMES[place] if place < 12 else f"Matière {place}", code=f"S{place}", teachers=("Paul Moreau",),
                                 average=Decimal("14.5") - Decimal(place) / 10, coefficient=Decimal(1 + place % 3), group=SPREAD,
                                 previous=(Decimal(13),), comment=comment) for place in range(count))


def pupil(place: int = 1, count: int = 12, comment: str | None = COMMENT) -> reports.Report:
    skills = tuple(reports.Skill(name=name, domain="Domaine 1" if at < 4 else "Autres domaines", level=None if at == 5 else 1 + at % 4)
                   for at, name in enumerate(SOCLE))
    return reports.Report(context=CONTEXT, family_name=f"Bérard{place:02}", given_name="Inès", pupil_id=place,
                          birth_date=date(2014, 3, 9), subjects=subjects(count, comment), general=Decimal("13.95"),
                          general_group=SPREAD, general_previous=(Decimal("12.5"),), group_previous=(replace(SPREAD, mean=Decimal("11.9")),),
                          life=reports.SchoolLife(half_days=5, unjustified=4, latenesses=1, comment="Des retards à éviter."),
                          council=reports.Council(comment="Bon trimestre.", opinions=("Encouragements",), wishes=("Seconde générale",)),
                          skills=skills)


def in_categories() -> reports.Report:
    """Three of its subjects are in one, two in the other."""
    report = pupil()
    parts = (("Pôle littéraire", report.subjects[:3]), ("Pôle scientifique", report.subjects[5:7]))
    return replace(report, categories=tuple(reports.Category(
        whole=reports.Subject(name=name, average=Decimal("12.5"), group=report.general_group, previous=(Decimal(11),)),
        subject_codes=tuple(each.code or "" for each in own)) for name, own in parts))


def notebook(comment: str | None = COMMENT) -> reports.Report:
    """Of a nursery class."""
    domains = ("Mobiliser le langage dans toutes ses dimensions", "Agir, s'exprimer, comprendre à travers l'activité physique",
               "Agir, s'exprimer, comprendre à travers les activités artistiques", "Acquérir les premiers outils mathématiques", "Explorer le monde")
    lines = tuple(reports.Subject(name=name, teachers=("Claire Petit",), comment=comment) for name in domains)
    return replace(pupil(), model="nursery", context=replace(CONTEXT, with_marks=False), subjects=lines, general=None, general_group=None,
                   life=None, council=reports.Council(comment="Vient à l'école avec plaisir."))


def by_degrees(model: str) -> reports.Report:
    """Without marks: of primary school, or of a collège that chose so."""
    lines = tuple(replace(each, average=None, group=None, previous=(), position=1 + place % 4, programme=("Fractions", "Décimaux"))
                  for place, each in enumerate(subjects()))
    return replace(pupil(), model=model, context=replace(CONTEXT, with_marks=False), subjects=lines, general=None, general_group=None)


def at_the_end_of_a_cycle() -> reports.Report:
    levels = (3, 2, 4, 3, 1, None, None, 4)
    components = tuple(reports.Skill(name=name, level=level, label="Dispensé" if place == 6 else None)
                       for place, (name, level) in enumerate(zip(SOCLE, levels)))
    return replace(pupil(), cycle_end=reports.CycleEnd(cycle=4, components=components, synthesis=(COMMENT * 9)[:1500], complement="Latin"))


def with_projects(count: int = 3, text: str = COMMENT) -> reports.Report:
    kinds = ("epi", "support", "parcours")
    projects = tuple(reports.Project(kind=kinds[place % 3], name=f"Projet {place}", theme="Transition écologique", subjects=("SVT", "Technologie"),
                                     description=text, group_comment=text, comment=text) for place in range(count))
    arrangements = (reports.Arrangement(kind="pap"), reports.Arrangement(kind="ppre", text=text))
    return replace(pupil(), projects=projects, arrangements=arrangements)


def without_marks() -> reports.Report:
    """A pupil who has no mark at all."""
    none = tuple(replace(each, average=None, previous=(None,)) for each in subjects())
    return replace(pupil(2), family_name="Sacha", subjects=none, general=None, general_previous=(None,))


def school_class(count: int = 30) -> reports.ClassReport:
    return reports.ClassReport(context=CONTEXT, pupils=tuple(pupil(place) for place in range(1, count + 1)), subjects=subjects(),
                               general=SPREAD)


def council_of(count: int = 3) -> reports.ClassReport:
    """A class whose council has sat."""
    seats = (reports.Seat(name="Alix Roche", role="chair", present=True), reports.Seat(name="Zoé Zed", role="pupil_delegate", present=False))
    sitting = reports.Sitting(held_on=date(2027, 3, 1), synthesis="Une classe agréable et active.", minutes="Ouvert à 17 h.\nClos à 19 h.",
                              seats=seats)
    return replace(school_class(count), sitting=sitting)


def balance_line(code: str, label: str, kind: str, depth: int, **more: Any) -> dict[str, Any]:
    return {"item_id": 1, "code": code, "label": label, "kind": kind, "depth": depth, "items": 1, "evaluated": 1, "acquired": 0} | more


BALANCE = {"items": [balance_line("D1", "Langages", "domain", 1, degree=3), balance_line("D1.1", "Langue française", "component", 2, degree=3),
                     balance_line("D1.1.a", "Écrire", "item", 3, degree=4), balance_line("D1.2", "Langues étrangères", "item", 2),
                     balance_line("D2", "Méthodes", "item", 1, degree=1)],
           "without_evidence": [4], "total": {}, "method": {"method": "mean"}}


def drawing(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def texts(svg: str) -> list[str]:
    return ["".join(each.itertext()) for each in drawing(svg).iter("{http://www.w3.org/2000/svg}text")]


def description(svg: str) -> str:
    found = drawing(svg).find("{http://www.w3.org/2000/svg}desc")
    assert found is not None and found.text is not None
    return found.text


_VOID = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """A page as a list of elements, each with the elements above it and its text; tags must nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert self._open == [], [each.tag for each in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, [each.tag for each in self._open])
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, [each.tag for each in self._open]))

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open[-1].tag == tag, f"</{tag}> within {[each.tag for each in self._open]}"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.elements if element.tag in tags]


class Element:
    def __init__(self, tag: str, attributes: dict[str, str], above: list[str]) -> None:
        self.tag, self.attributes, self.above, self.text = tag, attributes, above, ""
