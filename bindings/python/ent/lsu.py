# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Livret scolaire unique: what schools hand over to the national application, as far as its schema is known.

A file is made of reports that are published (ent/report.hpp). Where something hinders a pupil's report from going
into it, that is told pupil by pupil, and the others go: nothing is cut short, nothing is made up. docs/lsu.md says
what is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, NotRequired, TypedDict

from ent import _core
from ent import person as _person
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Checked", "ClassNumberDict", "Document", "Obstacle", "Operations", "PupilLine"]


class ClassNumberDict(TypedDict):
    """Which number a class of a primary school has there."""

    division_id: int
    """The class."""
    number: str
    """Digits, no zero before them."""


@record(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """What hinders a pupil's report from going into the file."""

    reason: str
    """"lsu.text_too_long": docs/errors.md has them all."""
    field: str
    """Where in the file: "acquis/appreciation", "eleve/@id-be"."""
    subject_code: str | None
    """Of which subject."""
    teacher: _person.Card | None
    """Of whom, where it is a teacher's."""
    length: int | None
    """How long a text is, in characters,"""
    longest: int | None
    """and how long it may be."""
    english: str
    """What it says, in English"""
    french: str
    """and in French."""


@record(frozen=True, slots=True, kw_only=True)
class PupilLine:
    """A pupil, and what hinders."""

    pupil: _person.Card
    """Who."""
    division_id: int
    """In which class."""
    left_out: bool
    """As it was asked for."""
    obstacles: tuple[Obstacle, ...]
    """In the order of the file; none: the report goes."""


@record(frozen=True, slots=True, kw_only=True)
class Checked(Listing[PupilLine]):
    """What check() answers."""

    items: tuple[PupilLine, ...]
    """All pupils, by class and name."""
    ready: int
    """Those whose reports go."""


@record(frozen=True, slots=True, kw_only=True)
class Document:
    """A file."""

    xml: str
    """UTF-8; the same reports are the same bytes."""
    file_name: str
    """"lsu-9990002B-2026-2.xml": school, school year, period; "...-cycle4.xml"."""
    schema_version: str
    """As it says itself."""
    written: int
    """Pupils in it."""
    kept_back: tuple[PupilLine, ...]
    """Those who are not, by class and name."""


_core.register_record("lsu::Obstacle", Obstacle)
_core.register_record("lsu::PupilLine", PupilLine)
_core.register_record("lsu::Checked", Checked)
_core.register_record("lsu::Document", Document)
_CHECK = _core.register_operation(
    "lsu.check",
    ("period_id", "division_ids", "left_out_ids", "schema_version", "unknown_version", "draft", "incomplete_too", "class_numbers", "publisher", "application"),
)
_WRITE = _core.register_operation(
    "lsu.write",
    ("period_id", "division_ids", "left_out_ids", "schema_version", "unknown_version", "draft", "incomplete_too", "class_numbers", "publisher", "application"),
)
_CHECK_CYCLE = _core.register_operation(
    "lsu.check_cycle",
    ("period_id", "division_ids", "cycle", "left_out_ids", "schema_version", "unknown_version", "draft", "class_numbers", "publisher", "application"),
)
_WRITE_CYCLE = _core.register_operation(
    "lsu.write_cycle",
    ("period_id", "division_ids", "cycle", "left_out_ids", "schema_version", "unknown_version", "draft", "class_numbers", "publisher", "application"),
)


class Operations:
    """Livret scolaire unique: what schools hand over to the national application, as far as its schema is known.

    A file is made of reports that are published (ent/report.hpp). Where something hinders a pupil's report from going
    into it, that is told pupil by pupil, and the others go: nothing is cut short, nothing is made up. docs/lsu.md
    says what is written. A session has them as `session.lsu`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def check(
        self,
        *,
        period_id: int,
        division_ids: Iterable[int],
        left_out_ids: Iterable[int] = (),
        schema_version: str | None = None,
        unknown_version: bool = False,
        draft: bool = False,
        incomplete_too: bool = False,
        class_numbers: Iterable[ClassNumberDict] = (),
        publisher: str | None = None,
        application: str | None = None,
        deadline: datetime | None = None,
    ) -> Checked:
        """What hinders the reports of classes from going into a file, pupil by pupil.

        period_id: A period by which the divisions go.
        division_ids: 1 to 100 divisions of the period's school, each once.
        left_out_ids: Pupils who are left out, whatever stands of them.
        schema_version: "2.0" to "7.0", by default the last; of primary schools "1.0".
        unknown_version: Another version too: written as the last one that is known.
        draft: As reports would be published now, instead of those that are.
        incomplete_too: Subjects that nobody has commented on too.
        class_numbers: Of primary schools: one for each division.
        publisher: Who makes the software: 1 to 50 characters; default: "ent".
        application: What it is called: 1 to 50 characters; default: "ent".

        Permission: report.export_lsu on each division; asks for a recent proof of identity.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long, lsu.character_forbidden,
            group.not_division, gradebook.other_period, lsu.version_unknown), NotFound (group.not_found,
            period.not_found), FailedPrecondition (lsu.other_school: a lycée, lsu.no_uai).
        Since 0.1.
        """
        _answer: Checked = self._call(
            _CHECK,
            (period_id, division_ids, left_out_ids, schema_version, unknown_version, draft, incomplete_too, class_numbers, publisher, application),
            deadline,
            None,
            None,
        )
        return _answer

    def write(
        self,
        *,
        period_id: int,
        division_ids: Iterable[int],
        left_out_ids: Iterable[int] = (),
        schema_version: str | None = None,
        unknown_version: bool = False,
        draft: bool = False,
        incomplete_too: bool = False,
        class_numbers: Iterable[ClassNumberDict] = (),
        publisher: str | None = None,
        application: str | None = None,
        deadline: datetime | None = None,
    ) -> Document:
        """The reports of classes as a file for the national application. What hinders some pupils keeps these back
        alone.

        period_id: A period by which the divisions go.
        division_ids: 1 to 100 divisions of the period's school, each once.
        left_out_ids: Pupils who are left out, whatever stands of them.
        schema_version: "2.0" to "7.0", by default the last; of primary schools "1.0".
        unknown_version: Another version too: written as the last one that is known.
        draft: As reports would be published now, instead of those that are.
        incomplete_too: Subjects that nobody has commented on too.
        class_numbers: Of primary schools: one for each division.
        publisher: Who makes the software: 1 to 50 characters; default: "ent".
        application: What it is called: 1 to 50 characters; default: "ent".

        Permission: report.export_lsu on each division; asks for a recent proof of identity.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long, lsu.character_forbidden,
            group.not_division, gradebook.other_period, lsu.version_unknown), NotFound (group.not_found,
            period.not_found), FailedPrecondition (lsu.other_school: a lycée, lsu.no_uai, report.not_published: of
            none of the pupils, lsu.nothing_ready).
        Since 0.1.
        """
        _answer: Document = self._call(
            _WRITE,
            (period_id, division_ids, left_out_ids, schema_version, unknown_version, draft, incomplete_too, class_numbers, publisher, application),
            deadline,
            None,
            None,
        )
        return _answer

    def check_cycle(
        self,
        *,
        period_id: int,
        division_ids: Iterable[int],
        cycle: int,
        left_out_ids: Iterable[int] = (),
        schema_version: str | None = None,
        unknown_version: bool = False,
        draft: bool = False,
        class_numbers: Iterable[ClassNumberDict] = (),
        publisher: str | None = None,
        application: str | None = None,
        deadline: datetime | None = None,
    ) -> Checked:
        """What hinders reports of the end of a cycle from going into a file, pupil by pupil: of those pupils of the
        classes whose cycle ends with the period. What is written is what their reports of this period say
        (report.record_cycle()).

        period_id: The last period of its year, by which the divisions go.
        division_ids: 1 to 100 divisions of the period's school, each once.
        cycle: Which ends: 2 or 3 of primary schools, 3 or 4 of collèges.
        left_out_ids: Pupils who are left out, whatever stands of them.
        schema_version: As in OfReports.
        unknown_version: As in OfReports.
        draft: As in OfReports.
        class_numbers: Of primary schools: one for each division.
        publisher: Who makes the software: 1 to 50 characters; default: "ent".
        application: What it is called: 1 to 50 characters; default: "ent".

        Permission: report.export_lsu on each division; asks for a recent proof of identity.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long, lsu.character_forbidden,
            group.not_division, gradebook.other_period, report.no_cycle_end: the period is not the last of its year,
            lsu.other_cycle, lsu.version_unknown), NotFound (group.not_found, period.not_found), FailedPrecondition
            (lsu.other_school, lsu.no_uai).
        Since 0.1.
        """
        _answer: Checked = self._call(
            _CHECK_CYCLE,
            (period_id, division_ids, cycle, left_out_ids, schema_version, unknown_version, draft, class_numbers, publisher, application),
            deadline,
            None,
            None,
        )
        return _answer

    def write_cycle(
        self,
        *,
        period_id: int,
        division_ids: Iterable[int],
        cycle: int,
        left_out_ids: Iterable[int] = (),
        schema_version: str | None = None,
        unknown_version: bool = False,
        draft: bool = False,
        class_numbers: Iterable[ClassNumberDict] = (),
        publisher: str | None = None,
        application: str | None = None,
        deadline: datetime | None = None,
    ) -> Document:
        """Reports of the end of a cycle (bilans de fin de cycle) as a file for the national application.

        period_id: The last period of its year, by which the divisions go.
        division_ids: 1 to 100 divisions of the period's school, each once.
        cycle: Which ends: 2 or 3 of primary schools, 3 or 4 of collèges.
        left_out_ids: Pupils who are left out, whatever stands of them.
        schema_version: As in OfReports.
        unknown_version: As in OfReports.
        draft: As in OfReports.
        class_numbers: Of primary schools: one for each division.
        publisher: Who makes the software: 1 to 50 characters; default: "ent".
        application: What it is called: 1 to 50 characters; default: "ent".

        Permission: report.export_lsu on each division; asks for a recent proof of identity.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long, lsu.character_forbidden,
            group.not_division, gradebook.other_period, report.no_cycle_end: the period is not the last of its year,
            lsu.other_cycle, lsu.version_unknown), NotFound (group.not_found, period.not_found), FailedPrecondition
            (lsu.other_school, lsu.no_uai, report.not_published: of none of the pupils, lsu.nothing_ready).
        Since 0.1.
        """
        _answer: Document = self._call(
            _WRITE_CYCLE,
            (period_id, division_ids, cycle, left_out_ids, schema_version, unknown_version, draft, class_numbers, publisher, application),
            deadline,
            None,
            None,
        )
        return _answer
