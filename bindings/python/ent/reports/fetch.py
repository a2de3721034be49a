"""The values of a class's reports, read through a session: as a head or a main teacher may see them.

Marks and attendance are read from their own domains; what the library tells of the reports themselves stands over it: what was
written for them, and the averages of this period and of the earlier ones.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from ent._domains import DOMAINS
from ent.errors import FailedPrecondition, NotFound, PermissionDenied
from ent.reports import records
from ent.reports._messages import Refusal
from ent.reports._text import Language, school_year, sort_key
from ent.reports._words import word
from ent.reports.data import ClassReport, Context, Mark, Missing, Report, SchoolLife, Seat, Sitting, Spread, Subject

if TYPE_CHECKING:
    from ent import Session, gradebook, group, period

__all__ = ["class_report"]

Step = Callable[[int, int], object]
_MOST_DAYS = 62  # attendance tells of so many at once
_MOST_SUPPOSED = 50  # marks in one what_if()
_COUNTS = ("counted", "counted_as_zero", "added")


def class_report(session: Session, *, division_id: int, period_id: int, marks: bool = False, published_on: date | None = None,
                 written: bool = True, draft: bool = False, issued: bool = True, unmarked: bool = True,
                 progress: Step | None = None, language: Language = "fr", reader: Session | None = None) -> ClassReport:
    """The reports of all pupils who are in a division on the last day of a period: as they were published, or as they stand.

    marks: the single marks too, for transcripts.
    published_on: of the marks those that are published to parents on this day, and the averages that they make; default: all, and a
        transcript says that it is internal.
    written: what was written for the reports too, and what is missing of them, where the library keeps reports; without it the pupils are those who
        are in the division now. Once the period is published for it the figures of the class are of those who were in it then: it is read
        without it for transcripts alone (`marks`) and skill balances (`unmarked=False`).
    draft: while a report is corrected, the correction in the place of what is out; all that is not out is marked as not final.
    issued: the report that is out too where another stands now, while it is corrected or after a change of class, and what is out from the
        class of pupils who are in it no more: for report cards.
    unmarked: what has no mark is missing too: a skill balance, the end of a cycle and the minutes of a council do without.
    progress: told how many pupils are read, and of how many.
    reader: who reads what was published, which is written down; default: `session`. One that writes nothing, of another day or a
        snapshot, is shown all as it would be published now.
    Raises Refusal where the period is published and `written` is needed, and what the calls of the session raise.
    """
    told = written and "report" in DOMAINS
    grade_book = _Reader(session, division_id, period_id, language, published_on, with_earlier=not told, with_sheets=unmarked)
    if not written and not marks and unmarked and grade_book.is_published():
        raise Refusal("no_longer_interim")
    read = grade_book.read(marks, progress) if marks or not told else grade_book.without_pupils()
    if not told:
        return read
    asked = json.dumps({"division_id": division_id, "period_id": period_id})
    standing: records.Json = json.loads(session.call_json("report.of_class", asked))
    reports = read
    if standing["items"]:
        published, superseded = _published(reader or session, division_id, period_id, standing, issued and not draft, progress)
        reports = records.class_from(standing, published=published, issued=superseded, unmarked=grade_book.unmarked(), draft=draft, language=language)
    if issued:
        reports = records.with_gone(reports, _gone(reader or session, standing), language=language)
    whole, sitting = records.completed(reports, read, grade_book.listed()), _sitting(session, division_id, period_id)
    return replace(whole, sitting=sitting, standing=replace(whole.standing, sitting=sitting) if whole.standing else None)


def _sitting(session: Session, division_id: int, period_id: int) -> Sitting | None:
    council = session.report.of_council(division_id=division_id, period_id=period_id)
    seats = tuple(Seat(name=each.name, role=each.role, present=each.present) for each in council.seats)
    sitting = Sitting(held_on=council.held_on, synthesis=council.synthesis, minutes=council.minutes, seats=seats)
    return None if sitting == Sitting() else sitting


def _published(session: Session, division_id: int, period_id: int, standing: records.Json, all_issued: bool,
               progress: Step | None) -> tuple[dict[int, str], dict[int, str]]:
    """What is out, word for word, by pupil: a justification that came later, another name or another class changes no report. First what
    the class as a whole goes by, then what is being corrected or is of another class; of that what is not published here only where all that
    is issued is wanted."""
    published: dict[int, str] = {}
    issued: dict[int, str] = {}
    try:
        for place, each in enumerate(standing["items"], 1):
            if each["state"] == "published" or (each.get("issued") and all_issued):
                org_id, pupil = int(each["report"]["school"]["org_id"]), int(each["report"]["pupil"]["id"])
                for out in session.report.publications(org_id=org_id, pupil_id=pupil):
                    if out.period_id == period_id:
                        data = session.report.published(id=out.id).data
                        own = each["state"] == "published" and int(json.loads(data)["division"]["division_id"]) == division_id
                        (published if own else issued)[pupil] = data
            if progress:
                progress(place, len(standing["items"]))
    except FailedPrecondition as error:
        if error.reason != "session.reads_only":
            raise
    return published, issued


def _gone(session: Session, standing: records.Json) -> list[str]:
    """What is out from the class of pupils who are in it no more, word for word, as far as the session may know."""
    found = []
    for each in standing.get("gone", ()):
        try:
            found.append(session.report.published(id=int(each["id"])).data)
        except (PermissionDenied, NotFound):
            continue
        except FailedPrecondition as error:
            if error.reason != "session.reads_only":
                raise
    return found


class _Reader:
    """What is the same for all pupils, asked once."""

    def __init__(self, session: Session, division_id: int, period_id: int, language: Language, published_on: date | None, *,
                 with_earlier: bool, with_sheets: bool) -> None:
        """published_on: of the marks those that parents see on this day.
        with_earlier: the averages of earlier periods are asked of the grade book, since no report tells them.
        with_sheets: what was asked of each pupil is read, whether marks stand or not."""
        self.session, self.language, self.published_on = session, language, published_on
        self.with_sheets = with_sheets
        self.period = session.period.get(id=period_id)
        self.then = session.at(self.period.last_day)
        self.division = self.then.group.get(id=division_id)
        self.org_id = self.division.org_id
        self.earlier = self._earlier() if with_earlier else []
        self.subjects = {each.code: each for each in session.subject.list_all(org_id=self.org_id, retired=True)}
        self.spreads = self._averages(self.period)
        self.groups_before = tuple(self._general(self._averages(each)) for each in self.earlier)

    def _earlier(self) -> list[period.View]:
        periods = self.session.period.list(org_id=self.org_id, division_id=self.division.id, school_year=self.division.school_year)
        return [each for each in periods if each.last_day < self.period.first_day]

    def _averages(self, span: period.View) -> gradebook.GroupAverages:
        return self.session.gradebook.group_averages(group_id=self.division.id, period_id=span.id)

    @staticmethod
    def _general(averages: gradebook.GroupAverages) -> Spread:
        return spread_of(averages.general) if averages.general else Spread()

    def is_published(self) -> bool:
        """Whether the figures of the class are of those who were in it then: beside pupils as they stand they would tell another class."""
        return self.spreads.frozen_at is not None

    def read(self, marks: bool, progress: Step | None) -> ClassReport:
        members = self.then.group.members(id=self.division.id)
        context = replace(self._context(len(members)), internal=marks and self.published_on is None)
        born = self._birth_dates()
        teachers = self._teachers()
        read: list[_Pupil] = []
        for place, member in enumerate(members, 1):
            read.append(_Pupil(self, member, teachers, marks))
            if progress:
                progress(place, len(members))
        weights = {each.subject_code: each.coefficient for pupil in read for each in pupil.now}
        pupils = [pupil.report(context, born.get(pupil.member.id), weights) for pupil in read]
        unmarked = self.unmarked()
        missing = [Missing(pupil=full_name(member.family_name, member.given_name), pupil_id=member.id, subject=subject, what=word("no_mark", self.language))
                   for member in members for subject in unmarked.get(member.id, ())]
        return ClassReport(context=replace(context, draft=bool(missing)), subjects=self._of_the_class(teachers),
                           pupils=tuple(replace(each, context=replace(context, draft=bool(missing))) for each in pupils),
                           general=spread_of(self.spreads.general) if self.spreads.general else None, missing=tuple(missing))

    def without_pupils(self) -> ClassReport:
        """The class alone: of the pupils their reports tell."""
        return ClassReport(context=self._context(0), subjects=self._of_the_class({}))

    def unmarked(self) -> dict[int, list[str]]:
        """By pupil: the subjects in which they were asked something and nothing stands at all, not even that they were absent, nor in a
        class that they have left. A single empty cell is nothing missing: a test may be for some of the class.
        """
        found: dict[int, list[str]] = {}
        for pupil, asked in self.sheets.items():
            entered: dict[str | None, bool] = {}
            for test, there in asked:
                if not test.formative:
                    entered[test.subject_code] = entered.get(test.subject_code, False) or there
            blank = [code for code, there in entered.items() if not there]
            elsewhere = self._marked(pupil) if blank else set()
            found[pupil] = [self.name(code) for code in blank if code not in elsewhere]
        return found

    def _marked(self, pupil: int) -> set[str | None]:
        """The subjects in which something stands, whichever group it was asked in; none where the session may not know."""
        try:
            marks = self.session.gradebook.of_pupil(org_id=self.org_id, pupil_id=pupil, period_id=self.period.id)
        except (PermissionDenied, NotFound):
            return set()
        return {each.assessment.subject_code for each in marks if not each.assessment.formative}

    def listed(self) -> tuple[Subject, ...]:
        """All subjects of the school, in its order: reports tell of some in which nothing was marked."""
        return self.ordered(Subject(name=each.name, code=code, short_name=each.short_name) for code, each in self.subjects.items())

    def _of_the_class(self, teachers: dict[str | None, tuple[str, ...]]) -> tuple[Subject, ...]:
        return self.ordered(Subject(name=self.name(each.subject_code), code=each.subject_code, short_name=self.short_name(each.subject_code),
                                    teachers=teachers.get(each.subject_code, ()), group=spread_of(each)) for each in self.spreads)

    def _context(self, headcount: int) -> Context:
        school = self.session.org.get(id=self.org_id)
        heads = self.then.person.list(org_id=self.org_id, profile="head")
        mains = [each.person for each in self.then.group.roles(id=self.division.id) if each.role == "main_teacher"]
        southern = self.session.calendar.settings(org_id=self.org_id).year_turn == "january"
        return Context(school=school.name, school_code=school.code, class_name=self.division.name, period=self.period.name,
                       first_day=self.period.first_day, last_day=self.period.last_day, year=school_year(self.division.school_year, southern=southern),
                       heads=tuple(full_name(each.given_name, each.family_name) for each in heads),
                       main_teachers=tuple(full_name(each.given_name, each.family_name) for each in mains),
                       earlier=tuple(each.name for each in self.earlier), headcount=headcount,
                       maximum=self.spreads.scale or records.POINTS, policy=self.spreads.policy)

    def _birth_dates(self) -> dict[int, date | None]:
        """None of them where the session may not know."""
        try:
            return {each.pupil_id: each.birth_date for each in self.then.group.contacts(id=self.division.id)}
        except (PermissionDenied, NotFound):
            return {}

    def shows(self, test: gradebook.Assessment) -> bool:
        """Whether its marks are among those that are told."""
        return self.published_on is None or (test.parents_from is not None and test.parents_from <= self.published_on)

    def _groups(self) -> list[group.View]:
        """The division and the groups that are drawn out of it."""
        drawn = [each for each in self.then.group.list_all(org_id=self.org_id, kind="group") if self.division.id in each.division_ids]
        return [self.division, *drawn]

    @cached_property
    def sheets(self) -> dict[int, list[tuple[gradebook.Assessment, bool]]]:
        """By pupil: what was asked of them, and whether something was entered."""
        found: dict[int, list[tuple[gradebook.Assessment, bool]]] = {}
        for group in self._groups() if self.with_sheets else ():
            for test in self._asked_of(group):
                for mark in self.session.gradebook.marks(id=test.id):
                    found.setdefault(mark.pupil.id, []).append((test, mark.kind != "not_entered"))
        return found

    def _asked_of(self, group: group.View) -> Iterable[gradebook.Assessment]:
        """Nothing where the session may not know: a main teacher need not teach the groups that are drawn out of the class."""
        try:
            return self.session.gradebook.assessments(group_id=group.id, period_id=self.period.id)
        except (PermissionDenied, NotFound):
            if group.id == self.division.id:
                raise
            return ()

    def _teachers(self) -> dict[str | None, tuple[str, ...]]:
        """Who teaches a subject to pupils of the division."""
        groups = {each.id for each in self._groups()}
        found: dict[str | None, list[str]] = {}
        for service in self.then.group.services(org_id=self.org_id):
            if service.group_id in groups:
                names = found.setdefault(service.subject_code, [])
                name = full_name(service.teacher.given_name, service.teacher.family_name)
                if name not in names:
                    names.append(name)
        return {code: tuple(sorted(names, key=sort_key)) for code, names in found.items()}

    def name(self, code: str | None) -> str:
        if code is None:
            return word("all_subjects", self.language)
        return self.subjects[code].name if code in self.subjects else code

    def short_name(self, code: str | None) -> str | None:
        return self.subjects[code].short_name if code in self.subjects else None

    def ordered(self, subjects: Iterable[Subject]) -> tuple[Subject, ...]:
        """As the school orders its subjects, then by name."""
        def place(subject: Subject) -> tuple[int, str]:
            known = self.subjects.get(subject.code) if subject.code else None
            return (known.position if known else 1 << 30, sort_key(subject.name))

        return tuple(sorted(subjects, key=place))


class _Pupil:
    """What is asked for each pupil."""

    def __init__(self, reader: _Reader, member: group.Member, teachers: dict[str | None, tuple[str, ...]],
                 with_marks: bool) -> None:
        self.reader, self.member, self.teachers = reader, member, teachers
        self.asked = reader.sheets.get(member.id, [])
        self.now: gradebook.Averages | gradebook.Supposition = self._averages(reader.period)
        self.unknown: set[str | None] = set()
        self.marks = self._marks() if with_marks else []
        if reader.published_on is not None:
            self._leave_out_what_is_not_published()
        self.before = [self._averages(each) for each in reader.earlier]

    def _averages(self, span: period.View) -> gradebook.Averages:
        return self.reader.session.gradebook.averages(org_id=self.reader.org_id, pupil_id=self.member.id, period_id=span.id)

    def _leave_out_what_is_not_published(self) -> None:
        """The averages as the parents have them: what they do not see does not stand. Where the policy counts what does not stand, or too
        much is hidden to ask, an average is not known. What stayed behind in another group counts nowhere, and cannot be asked about.
        """
        shown = {each.assessment.id for each in self.marks} | {test.id for test, _ in self.asked if self.reader.shows(test)}
        hidden = {line.assessment_id: subject.subject_code for subject in self.now for line in subject.lines
                  if line.assessment_id not in shown and line.fate != "stayed"}
        if not hidden:
            return
        if len(hidden) > _MOST_SUPPOSED:
            self.unknown = set(hidden.values())
            return
        self.now = self.reader.session.gradebook.what_if(
            org_id=self.reader.org_id, pupil_id=self.member.id, period_id=self.reader.period.id,
            items=[{"assessment_id": each, "kind": "not_entered"} for each in hidden])
        self.unknown = {subject.subject_code for subject in self.now for line in subject.lines
                        if line.assessment_id in hidden and line.fate not in ("not_entered", "formative", "omitted")}

    def report(self, context: Context, born: date | None, weights: dict[str | None, Decimal]) -> Report:
        """weights: of the subjects, as they are known from those who have an average."""
        reader = self.reader
        marks = self._by_subject()
        group = {each.subject_code: spread_of(each) for each in reader.spreads}
        before = [{each.subject_code: each.average for each in averages} for averages in self.before]
        now = {each.subject_code: each for each in self.now if each.subject_code not in self.unknown}
        codes = dict.fromkeys([*now, *(test.subject_code for test, _ in self.asked)])
        subjects = (Subject(name=reader.name(code), code=code, short_name=reader.short_name(code), teachers=self.teachers.get(code, ()),
                            average=now[code].average if code in now else None, coefficient=weights.get(code, Decimal(1)),
                            group=group.get(code), previous=tuple(found.get(code) for found in before),
                            adjustment=now[code].adjustment if code in now and now[code].average is not None else None,
                            letter=now[code].letter if code in now else None,
                            assessments=sum(line.fate in _COUNTS for line in now[code].lines) if code in now else 0,
                            marks=tuple(marks.get(code, ()))) for code in codes)
        general = reader.spreads.general
        return Report(context=context, family_name=self.member.family_name, given_name=self.member.given_name,
                      pupil_id=self.member.id, birth_date=born, subjects=reader.ordered(subjects),
                      general=None if self.unknown else self.now.general,
                      general_letter=None if self.unknown else self.now.general_letter,
                      general_group=spread_of(general) if general else None,
                      general_previous=tuple(averages.general for averages in self.before), group_previous=reader.groups_before,
                      life=self._life())

    def _marks(self) -> list[gradebook.PupilMark]:
        """Those that are told, the earliest first."""
        listed = self.reader.session.gradebook.of_pupil(org_id=self.reader.org_id, pupil_id=self.member.id,
                                                        period_id=self.reader.period.id)
        return [each for each in reversed(listed) if self.reader.shows(each.assessment)]

    def _by_subject(self) -> dict[str | None, list[Mark]]:
        """The same, as a transcript has them."""
        fates = {line.assessment_id: line.fate for subject in self.now for line in subject.lines}
        found: dict[str | None, list[Mark]] = {}
        for each in self.marks:
            test = each.assessment
            found.setdefault(test.subject_code, []).append(
                Mark(name=test.name, date=test.date, kind=each.kind, value=each.value, maximum=test.maximum,
                     coefficient=test.coefficient, counts=fates.get(test.id) in _COUNTS, comment=each.comment,
                     annotation=each.annotation, label=each.label))
        return found

    def _life(self) -> SchoolLife | None:
        """Added up over as many days as may be asked for at once; none where the session may not know."""
        first, last = self.reader.period.first_day, self.reader.period.last_day
        half_days = unjustified = latenesses = 0
        try:
            while first <= last:
                end = min(last, first + timedelta(days=_MOST_DAYS - 1))
                totals = self.reader.session.attendance.of_pupil(org_id=self.reader.org_id, pupil_id=self.member.id,
                                                                 first_date=first, last_date=end).totals
                half_days += totals.half_days
                unjustified += totals.unjustified_half_days
                latenesses += totals.latenesses
                first = end + timedelta(days=1)
        except (PermissionDenied, NotFound):
            return None
        return SchoolLife(half_days=half_days, unjustified=unjustified, latenesses=latenesses)


def full_name(first: str, second: str) -> str:
    return f"{first} {second}".strip()


def spread_of(subject: gradebook.GroupSubject) -> Spread:
    """The same figures, without the library's record around them."""
    return Spread(pupils=subject.pupils, marked=subject.marked, mean=subject.mean, minimum=subject.minimum,
                  lower_quartile=subject.lower_quartile, median=subject.median, upper_quartile=subject.upper_quartile,
                  maximum=subject.maximum, bands=subject.bands)
