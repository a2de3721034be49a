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
    from ent import gradebook as gradebook
    from ent import account as account
    from ent import attendance as attendance

__all__ = ["account", "attendance", "audit", "gradebook", "group", "guardian", "org", "person", "rights"]
DOMAINS = frozenset(("org", "person", "group", "guardian", "audit", "rights", "gradebook", "account", "attendance"))


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
    def gradebook(self) -> gradebook.Operations:
        """The grade book: assessments, marks and averages.

        A mark is an exact decimal number or a kind without number, never 0 for nothing. Averages are not stored: each
        answer works them out, exactly, by a policy that has a name (docs/gradebook-policies.md), and says what became
        of each mark.
        """
        from ent import gradebook

        return gradebook.Operations(self._call)

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
    def attendance(self) -> attendance.Operations:
        """Attendance: registers (roll calls), absences, latenesses and early departures, their justification by the
        family and its decision by the school, and the half-days that follow from them.

        Nothing is deleted: a correction takes the place of what stood, which stays in the history. Half-days and
        alerts are never stored: docs/attendance.md says how they are counted. Times are civil times of the
        establishment.
        """
        from ent import attendance

        return attendance.Operations(self._call)
