"""Reports as the library writes them in JSON, a published one word for word, made into the values that pages are made of.

A report is `report::Report` of the library: what `report.of_class` answers for each pupil, and what is kept of a report
when it is published. What is not there is left out of the values too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from ent.reports._text import Language, school_year, sort_key
from ent.reports._words import word
from ent.reports.data import (Arrangement, Category, ClassReport, Context, Council, CycleEnd, Missing, Project, Report, SchoolLife, Skill, Spread,
                              Subject)

__all__ = ["Json", "class_from", "completed", "report_from", "with_gone"]

POINTS = Decimal(100)
"""Up to where averages are drawn that are points, and have no scale."""

Json = Mapping[str, Any]


def report_from(told: str | Json, *, language: Language = "fr") -> Report:
    """One report: `bulletin(report_from(snapshot))` prints what was published, whatever has changed since."""
    record: Json = json.loads(told) if isinstance(told, str) else told
    lines = [_subject(line, record["division"]["pupils"], language) for line in record.get("lines", ())]
    general = record.get("general")
    context = _context(record, with_marks=general is not None or any(line.get("average") for line in record.get("lines", ())))
    return Report(context=context, family_name=record["pupil"]["family_name"], given_name=record["pupil"]["given_name"],
                  pupil_id=int(record["pupil"]["id"]), birth_date=_date(record.get("birth_date")), subjects=tuple(lines),
                  categories=tuple(Category(whole=_subject(each, context.headcount, language), subject_codes=tuple(each["subject_codes"]))
                                   for each in record.get("categories", ())),
                  general=_number(general.get("shown")) if general else None,
                  general_computed=_number(general.get("computed")) if general and general.get("overridden") else None,
                  general_letter=general.get("letter") if general else None,
                  general_group=_among(general["among"], context.headcount) if general else None,
                  general_previous=_before(general),
                  group_previous=tuple(_among(each, context.headcount) for each in general.get("before", ())) if general else (),
                  general_year=_number(general.get("year")) if general else None,
                  life=_life(record.get("school_life")), council=_council(record, language),
                  model=record.get("model", "college"), projects=tuple(_project(each) for each in record.get("projects", ())),
                  arrangements=tuple(Arrangement(kind=each["kind"], text=each.get("text")) for each in record.get("arrangements", ())),
                  cycle_end=_cycle_end(record.get("cycle_end"), language))


def class_from(told: str | Json, *, published: Mapping[int, str] | None = None, issued: Mapping[int, str] | None = None,
               unmarked: Mapping[int, Sequence[str]] | None = None, draft: bool = False, language: Language = "fr") -> ClassReport:
    """The reports of a class, as `report.of_class` answers them. Raises ValueError where there is no pupil.

    published: by pupil, what was published, in the place of what would be now. Of what is out nothing is missing any more.
    issued: likewise what families have that is not this class's as it stands, and is no part of the class as a whole.
    unmarked: by pupil, the subjects in which they were asked something and no mark stands: missing too, where the report has averages.
    draft: what is not out is marked as not final, as it is where something is missing.
    """
    record: Json = json.loads(told) if isinstance(told, str) else told
    standings: Sequence[Json] = record["items"]
    if not standings:
        raise ValueError("there is no pupil in this class")
    out, blank = published or {}, unmarked or {}
    if issued:
        as_it_stands = class_from(record, published=out, unmarked=unmarked, draft=draft, language=language)
        with_issued = class_from(record, published={**out, **issued}, unmarked=unmarked, draft=draft, language=language)
        return replace(with_issued, standing=as_it_stands)
    missing = tuple(entry for standing in standings if standing["state"] != "published" and _pupil_id(standing) not in out
                    for entry in _all_missing(standing, blank.get(_pupil_id(standing), ()), language))
    draft = draft or bool(missing)
    pupils: list[Report] = []
    for standing in standings:
        snapshot = out.get(_pupil_id(standing))
        pupil = report_from(snapshot or standing["report"], language=language)
        pupils.append(replace(pupil, context=replace(pupil.context, draft=draft and snapshot is None)))
    context = replace(report_from(standings[0]["report"], language=language).context, draft=any(pupil.context.draft for pupil in pupils),
                      headcount=len(pupils))
    general = record.get("general")
    headcount = context.headcount
    subjects = tuple(Subject(name=_subject_name(each, language), code=each.get("subject_code"), teachers=_names(each.get("teachers", ())),
                             group=_spread(each, headcount)) for each in record.get("subjects", ()))
    return ClassReport(context=context, pupils=tuple(pupils), subjects=subjects, missing=missing,
                       general=_spread(general, headcount) if general else None)


def with_gone(told: ClassReport, gone: Sequence[str], *, language: Language = "fr") -> ClassReport:
    """With what was published from the class of pupils who are in it no more. They are no part of the class as a whole."""
    if not gone:
        return told
    pupils = [*told.pupils, *(report_from(each, language=language) for each in gone)]
    by_name = sorted(pupils, key=lambda each: (sort_key(f"{each.family_name} {each.given_name}"), each.pupil_id))
    return replace(told, pupils=tuple(by_name), standing=told.as_it_stands())


def _pupil_id(standing: Json) -> int:
    return int(standing["report"]["pupil"]["id"])


def completed(told: ClassReport, read: ClassReport, listed: Sequence[Subject] | None = None) -> ClassReport:
    """What the reports say, with what stands beside them in the grade book: marks, the order of subjects, short names.

    listed: subjects in the order of the school; default: those of the class in the grade book.
    """
    known = {pupil.pupil_id: pupil for pupil in read.pupils}
    listed = read.subjects if listed is None else listed
    order = {subject.code: place for place, subject in enumerate(listed)}
    short = {subject.code: subject.short_name for subject in listed}

    def beside(pupil: Report) -> Report:
        if pupil.of_first_degree:  # domains have codes of their own, and stand as their model has them
            return pupil
        other = known.get(pupil.pupil_id)
        marks = {subject.code: subject.marks for subject in other.subjects} if other else {}
        subjects = [replace(each, marks=marks.get(each.code, ()), short_name=short.get(each.code)) for each in pupil.subjects]
        return replace(pupil, subjects=tuple(sorted(subjects, key=lambda each: order.get(each.code, len(order)))))

    subjects = sorted((replace(each, short_name=short.get(each.code)) for each in told.subjects),
                      key=lambda each: order.get(each.code, len(order)))
    return replace(told, pupils=tuple(beside(pupil) for pupil in told.pupils), subjects=tuple(subjects),
                   standing=completed(told.standing, read, listed) if told.standing else None)


def _before(average: Json | None) -> tuple[Decimal | None, ...]:
    """In the earlier periods; the reports of before there were any say nothing of them."""
    return tuple(_number(each.get("shown")) for each in average.get("before", ())) if average else ()


def _context(record: Json, *, with_marks: bool) -> Context:
    division, period, year = record["division"], record["period"], int(record["division"]["school_year"])
    began = min(date.fromisoformat(each["first_day"]) for each in (period, *record.get("earlier", ())))  # in the north never before August
    return Context(school=record["school"]["name"], school_code=record["school"].get("code"), class_name=division["name"],
                   period=period["name"], first_day=date.fromisoformat(period["first_day"]),
                   last_day=date.fromisoformat(period["last_day"]), year=school_year(year, southern=began < date(year, 8, 1)),
                   heads=_names(record.get("heads", ())), main_teachers=_names(record.get("main_teachers", ())), headcount=int(division.get("pupils", 0)),
                   with_marks=with_marks, policy=record.get("policy"), maximum=_number(record.get("scale")) or POINTS,
                   earlier=tuple(each["name"] for each in record.get("earlier", ())))


def _subject(line: Json, pupils: int, language: Language) -> Subject:
    average: Json = line.get("average") or {}
    among = average.get("among")
    return Subject(name=_subject_name(line, language), code=line.get("subject_code"), teachers=_names(line.get("teachers", ())),
                   average=_number(average.get("shown")), computed=_number(average.get("computed")) if average.get("overridden") else None,
                   coefficient=_number(line.get("coefficient")) or Decimal(0), group=_among(among, pupils) if among else None,
                   previous=_before(average), year=_number(average.get("year")), letter=average.get("letter"),
                   adjustment=_number(average.get("adjustment")),
                   assessments=int(line.get("assessments", 0)), position=line.get("positioning"),
                   programme=tuple(line.get("elements", ())), comment=line.get("comment"))


def _subject_name(record: Json, language: Language) -> str:
    return record.get("name") or record.get("subject_code") or word("all_subjects", language)


def _among(among: Json, pupils: int) -> Spread:
    return Spread(pupils=pupils, marked=int(among["marked"]), mean=_number(among.get("mean")), minimum=_number(among.get("minimum")),
                  maximum=_number(among.get("maximum")))


def _spread(record: Json, pupils: int) -> Spread:
    return replace(_among(record, pupils), lower_quartile=_number(record.get("lower_quartile")), median=_number(record.get("median")),
                   upper_quartile=_number(record.get("upper_quartile")), bands=tuple(record.get("bands", ())))


def _life(record: Json | None) -> SchoolLife | None:
    if record is None:
        return None
    shown = record["shown"]
    unjustified = int(shown["unjustified_half_days"])
    return SchoolLife(half_days=int(shown["justified_half_days"]) + unjustified, unjustified=unjustified,
                      latenesses=int(shown["latenesses"]), comment=record.get("comment"))


def _council(record: Json, language: Language) -> Council:
    council: Json = record.get("council") or {}
    wishes = []
    for wish in council.get("wishes", ()):
        answer = wish.get("answer")
        wishes.append(wish["text"] + (f" ({word(answer, language)})" if answer else ""))
    return Council(comment=record.get("general_comment"), opinions=tuple(each["name"] for each in council.get("opinions", ())),
                   wishes=tuple(wishes), decision=council.get("decision"))


def _project(record: Json) -> Project:
    return Project(kind=record["kind"], name=record["name"], theme=record.get("theme_name"), subjects=tuple(record.get("subjects", ())),
                   description=record.get("description"), group_comment=record.get("group_comment"), comment=record.get("comment"))


def _cycle_end(record: Json | None, language: Language) -> CycleEnd | None:
    if record is None:
        return None
    components = (Skill(name=each["name"], code=each["code"], level=each.get("position") or None,
                        label=word("exempt", language) if each.get("position") == 0 else None) for each in record.get("components", ()))
    return CycleEnd(cycle=int(record["cycle"]), components=tuple(components), synthesis=record.get("synthesis"),
                    complement=_with_goal(record, "complement", ("reached", "exceeded"), language),
                    regional_language=_with_goal(record, "regional_language", ("not_reached", "reached"), language))


def _with_goal(record: Json, name: str, goals: tuple[str, str], language: Language) -> str | None:
    code = record.get(name)
    return f"{code} ({word(goals[record[f'{name}_goal'] - 1], language)})" if code else None


def _all_missing(standing: Json, unmarked: Sequence[str], language: Language) -> list[Missing]:
    """What the library misses in a report, then the subjects without a mark."""
    report = standing["report"]
    found = [_missing(entry, report, language) for entry in standing.get("missing", ())]
    if report.get("general"):
        found += [Missing(pupil=_full_name(report["pupil"]), pupil_id=_pupil_id(standing), subject=subject, what=word("no_mark", language))
                  for subject in unmarked]
    return found


def _full_name(pupil: Json) -> str:
    return f"{pupil['family_name']} {pupil['given_name']}".strip()


def _missing(entry: Json, record: Json, language: Language) -> Missing:
    code = entry.get("subject_code")
    line: Json = next((each for each in record.get("lines", ()) if each.get("subject_code") == code), {"subject_code": code})
    if entry["wanted"] == "component":
        line = next((each for each in record["cycle_end"]["components"] if each["code"] == code), line)
    of_a_subject = entry["wanted"] in ("subject_comment", "positioning", "component")
    return Missing(pupil=_full_name(record["pupil"]), pupil_id=int(record["pupil"]["id"]),
                   subject=_subject_name(line, language) if of_a_subject else "", what=word(entry["wanted"], language))


def _names(cards: Sequence[Json]) -> tuple[str, ...]:
    return tuple(f"{card['given_name']} {card['family_name']}".strip() for card in cards)


def _number(text: str | int | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
