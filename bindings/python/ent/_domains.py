# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""The domains of a session."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ent import _core

if TYPE_CHECKING:
    from ent import org as org
    from ent import person as person
    from ent import group as group
    from ent import guardian as guardian
    from ent import audit as audit
    from ent import rights as rights
    from ent import account as account
    from ent import calendar as calendar
    from ent import period as period
    from ent import school_year as school_year
    from ent import subject as subject
    from ent import room as room
    from ent import timetable as timetable
    from ent import attendance as attendance
    from ent import gradebook as gradebook
    from ent import report as report
    from ent import lsu as lsu
    from ent import homework as homework
    from ent import notebook as notebook
    from ent import skill as skill
    from ent import home as home

__all__ = ["account", "attendance", "audit", "calendar", "gradebook", "group", "guardian", "home", "homework", "lsu", "notebook", "org", "period", "person", "report", "rights", "room", "school_year", "skill", "subject", "timetable"]
DOMAINS = frozenset(("org", "person", "group", "guardian", "audit", "rights", "account", "calendar", "period", "school_year", "subject", "room", "timetable", "attendance", "gradebook", "report", "lsu", "homework", "notebook", "skill", "home"))


class Domains:
    """Each domain is imported when it is first used."""

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    @cached_property
    def org(self) -> org.Operations:
        """Organisation units: académies, départements, régions, communes, agglomerations, circonscriptions and
        establishments, each with the dates in which it stands so.
        """
        from ent import org

        return org.Operations(self._call)

    @cached_property
    def person(self) -> person.Operations:
        """People: who they are, what they are in which unit, how they are reached; duplicates, merge and unmerge.

        A person is one human being in the whole portal. Rights go by unit, so a call that is about a person names the
        unit in which the caller has to do with that person.
        """
        from ent import person

        return person.Operations(self._call)

    @cached_property
    def group(self) -> group.Operations:
        """Divisions (classes), teaching groups and hand-made groups: their members, who teaches them, and the groups
        that follow from these facts.
        """
        from ent import group

        return group.Operations(self._call)

    @cached_property
    def guardian(self) -> guardian.Operations:
        """Guardians of pupils, with what each link carries; court restrictions; adult pupils; other adults around a
        pupil.

        A guardianship is between two persons and holds wherever the pupil goes to school. Parents are equal unless a
        court says otherwise, and each is judged alone: nothing goes by couple or household.
        """
        from ent import guardian

        return guardian.Operations(self._call)

    @cached_property
    def audit(self) -> audit.Operations:
        """What was done with whose data, and what has changed: the audit and the change feed."""
        from ent import audit

        return audit.Operations(self._call)

    @cached_property
    def rights(self) -> rights.Operations:
        """Who may do what, and why: rights explained, switched within their ceiling, handed on for a time."""
        from ent import rights

        return rights.Operations(self._call)

    @cached_property
    def account(self) -> account.Operations:
        """Accounts: what people sign in with, their codes, sessions and devices, the services that learn of them, and
        who may look in for them. How one comes in is told in ent/portal.hpp.

        Rights go by unit, so a call that is about somebody else's account names the unit in which the caller has to
        do with that person.
        """
        from ent import account

        return account.Operations(self._call)

    @cached_property
    def calendar(self) -> calendar.Operations:
        """When school is: school years, holidays and closed days, opening hours, alternating weeks and the bells of a
        day.

        Most of it is decided above an establishment: what a unit has not said itself is what the nearest unit above
        it says (the académie, as a rule).
        """
        from ent import calendar

        return calendar.Operations(self._call)

    @cached_property
    def period(self) -> period.Operations:
        """Grading periods: trimesters, half-years, dated by an establishment for everybody, for levels or for divisions.
        """
        from ent import period

        return period.Operations(self._call)

    @cached_property
    def school_year(self) -> school_year.Operations:
        """From one school year to the next: divisions are made anew, people keep their accounts, addresses and history.
        All of it can be taken back until it is confirmed.
        """
        from ent import school_year

        return school_year.Operations(self._call)

    @cached_property
    def subject(self) -> subject.Operations:
        """What is taught: subjects, as a nomenclature lists them and as a school names them.

        A unit has the subjects of all units above it; what it says itself of a code holds for it and those below it.
        """
        from ent import subject

        return subject.Operations(self._call)

    @cached_property
    def room(self) -> room.Operations:
        """Rooms of an establishment."""
        from ent import room

        return room.Operations(self._call)

    @cached_property
    def timetable(self) -> timetable.Operations:
        """The timetable: weekly slots, the lessons that follow from them, what is changed of a lesson, and what clashes.

        Times are those of the clock on the school's wall. A lesson is never stored: it is a slot in one of its weeks,
        and keeps its id wherever it is moved.
        """
        from ent import timetable

        return timetable.Operations(self._call)

    @cached_property
    def attendance(self) -> attendance.Operations:
        """Attendance: registers (roll calls), absences, latenesses and early departures, their justification by the
        family and its decision by the school, and the half-days that follow from them.

        Nothing is deleted: a correction takes the place of what stood, which stays in the history. Half-days and
        alerts are never stored: docs/attendance.md says how they are counted. Times are civil times of the
        establishment.
        """
        from ent import attendance

        return attendance.Operations(self._call)

    @cached_property
    def gradebook(self) -> gradebook.Operations:
        """The grade book: assessments, marks and averages.

        A mark is an exact decimal number or a kind without number, never 0 for nothing. Averages are not stored: each
        answer works them out, exactly, by a policy that has a name (docs/gradebook-policies.md), and says what became
        of each mark.
        """
        from ent import gradebook

        return gradebook.Operations(self._call)

    @cached_property
    def report(self) -> report.Operations:
        """Report cards: bilans périodiques of collège, lycée and primary school.

        A report is made of what is there: averages, attendance, comments, what the class council has said. Nothing of
        it is stored until it is published: then it is written down as it stands, once and for all (docs/reports.md).
        """
        from ent import report

        return report.Operations(self._call)

    @cached_property
    def lsu(self) -> lsu.Operations:
        """Livret scolaire unique: what schools hand over to the national application, as far as its schema is known.

        A file is made of reports that are published (ent/report.hpp). Where something hinders a pupil's report from
        going into it, that is told pupil by pupil, and the others go: nothing is cut short, nothing is made up.
        docs/lsu.md says what is written.
        """
        from ent import lsu

        return lsu.Operations(self._call)

    @cached_property
    def homework(self) -> homework.Operations:
        """Homework: what is to be done, by when, by whom, and by whom it is done.

        Homework is set for a group, or for some pupils of it, and due on a day or for a lesson. What is due for a
        lesson moves with it. Nothing is deleted.
        """
        from ent import homework

        return homework.Operations(self._call)

    @cached_property
    def notebook(self) -> notebook.Operations:
        """The lesson notebook (cahier de textes): what was done in a lesson.

        An entry belongs to a lesson and its author, and goes where the lesson goes. What stood before is kept.
        """
        from ent import notebook

        return notebook.Operations(self._call)

    @cached_property
    def skill(self) -> skill.Operations:
        """Skills (compétences): referentials, scales of levels, evaluations of items, and what pupils claim themselves.

        A referential is a tree of domains, components and items; what has nothing below it is an item, and is what is
        evaluated. A level is a place on a scale, or a kind without level; what nothing was said of is never the
        lowest level. What a pupil masters is not stored: ent/skill_balance.hpp works it out by a method that has a
        name.
        """
        from ent import skill

        return skill.Operations(self._call)

    @cached_property
    def home(self) -> home.Operations:
        """The home page: what one person needs first, under the profile under which they act, in one answer.

        Nothing of it is a right of its own: each part shows what the operations of its domain would show.
        """
        from ent import home

        return home.Operations(self._call)
