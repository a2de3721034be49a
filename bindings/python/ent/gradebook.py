# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""The grade book: assessments, marks and averages.

A mark is an exact decimal number or a kind without number, never 0 for nothing. Averages are not stored: each answer
works them out, exactly, by a policy that has a name (docs/gradebook-policies.md), and says what became of each mark.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from datetime import date as _date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from ent import _core
from ent import person as _person
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Assessment", "Assessments", "Averages", "Entered", "EntryDict", "Fate", "GroupAverages", "GroupSubject", "Line", "Mark", "MarkKind", "Operations", "Part", "PupilMark", "PupilMarks", "Sheet", "SubjectAverage", "Version", "Versions"]

Part = Literal["ordinary", "bonus", "optional"]
"""In which part a mark stands in its average.

ordinary: It counts.
bonus: Only its points above half of the scale count, and only for the pupil.
optional: It counts where it raises the average.
"""

MarkKind = Literal[
    "number",
    "absent",
    "exempt",
    "unfit",
    "not_graded",
    "not_handed_in",
    "absent_zero",
    "not_handed_in_zero",
    "congratulations",
    "not_entered",
]
"""What stands where a mark might stand.

number: A mark.
absent: Absent: left out.
exempt: Dispensé: left out.
unfit: Inapte: left out.
not_graded: Non noté: left out.
not_handed_in: Non rendu: left out.
absent_zero: Absent, counted 0.
not_handed_in_zero: Non rendu, counted 0.
congratulations: Félicitations, in the place of a mark: left out.
not_entered: Nothing was entered.
"""

Fate = Literal[
    "counted",
    "counted_as_zero",
    "added",
    "left_out",
    "not_entered",
    "formative",
    "weightless",
    "bonus_too_low",
    "would_not_raise",
    "nothing_to_raise",
    "dropped",
]
"""What became of a mark in an average.

counted: It counts.
counted_as_zero: It counts as 0.
added: A bonus: it adds points, and weighs nothing.
left_out: A kind without number.
not_entered: Nothing stands.
formative: It never counts.
weightless: Its coefficient is 0.
bonus_too_low: A bonus that is not above half.
would_not_raise: Optional, and no gain.
nothing_to_raise: Optional, without an ordinary mark beside it.
dropped: Set aside by the rules of the policy.
"""


class EntryDict(TypedDict):
    """What is entered for one pupil. A number, or a kind; neither: what stood is taken away."""

    pupil_id: int
    """A pupil of the group on the day of the assessment."""
    value: NotRequired[Decimal | None]
    """0 to the maximum, at most two decimals: "14,5" and "14.5" are one."""
    kind: NotRequired[MarkKind | None]
    """Without a value; `number` is said by the value alone."""
    comment: NotRequired[str | None]
    """For the family: at most 300 characters."""


@record(frozen=True, slots=True, kw_only=True)
class Assessment:
    """What was asked of a group on a day, and how it counts."""

    id: int
    """Carries its establishment."""
    service_id: int
    """Whose, of what, to whom."""
    group_id: int
    """The group of the service."""
    subject_code: str | None
    """The subject of the service."""
    name: str
    """As families read it."""
    date: _date
    """On which day; it decides the period too."""
    maximum: Decimal
    """The scale: marks go from 0 to it."""
    coefficient: Decimal
    """What it weighs; 0: nothing."""
    part: Part
    """In which part it stands."""
    brought_to_scale: bool
    """Ramené sur 20: its scale does not touch its coefficient."""
    formative: bool
    """It never counts."""
    pupils_from: _date | None
    """First day on which pupils see their marks; none: not published."""
    parents_from: _date | None
    """First day on which parents do; none: not published."""
    revision: int
    """Counts changes of the assessment and of its marks."""


@record(frozen=True, slots=True, kw_only=True)
class Assessments(Listing[Assessment]):
    """Assessments."""

    items: tuple[Assessment, ...]
    """By day, then in the order in which they were added."""


@record(frozen=True, slots=True, kw_only=True)
class Entered:
    """What became of a grid."""

    changed: int
    """Marks that were set, corrected or taken away."""
    unchanged: int
    """Entries that say what stood already."""
    revision: int
    """Of the assessment."""


@record(frozen=True, slots=True, kw_only=True)
class Mark:
    """What stands for one pupil."""

    pupil: _person.Card
    """Who."""
    kind: MarkKind
    """What stands."""
    value: Decimal | None
    """Of `number`."""
    comment: str | None
    """For the family."""


@record(frozen=True, slots=True, kw_only=True)
class Sheet(Listing[Mark]):
    """The marks of an assessment."""

    items: tuple[Mark, ...]
    """One for each pupil of the group on its day, by name."""
    assessment: Assessment
    """Of what."""


@record(frozen=True, slots=True, kw_only=True)
class Version:
    """What stood for a time."""

    kind: MarkKind
    """What stood; not_entered: it was taken away."""
    value: Decimal | None
    """Of `number`."""
    comment: str | None
    """For the family."""
    at: datetime
    """Since when."""
    author: _person.Card
    """Who entered it."""


@record(frozen=True, slots=True, kw_only=True)
class Versions(Listing[Version]):
    """What has stood."""

    items: tuple[Version, ...]
    """The last one, which stands, first."""


@record(frozen=True, slots=True, kw_only=True)
class PupilMark:
    """One mark of a pupil."""

    assessment: Assessment
    """Of what."""
    kind: MarkKind
    """What stands."""
    value: Decimal | None
    """Of `number`."""
    comment: str | None
    """For the family."""


@record(frozen=True, slots=True, kw_only=True)
class PupilMarks(Listing[PupilMark]):
    """The marks of a pupil."""

    items: tuple[PupilMark, ...]
    """The latest first. Assessments in which nothing was entered are left out."""


@record(frozen=True, slots=True, kw_only=True)
class Line:
    """A mark in an average."""

    assessment_id: int
    """Of which assessment."""
    fate: Fate
    """What became of it."""
    brought: Decimal | None
    """Its value on the scale of the average, to six decimals."""
    weight: Decimal | None
    """What it weighs, to six decimals."""
    influence: Decimal | None
    """The average less what it would be without it, to six decimals."""


@record(frozen=True, slots=True, kw_only=True)
class SubjectAverage:
    """The average of a pupil in a subject."""

    subject_code: str | None
    """The subject; none in the first degree: all."""
    average: Decimal | None
    """Rounded as the policy says; none: there is no mark that counts."""
    coefficient: Decimal
    """What the subject weighs in the general average."""
    lines: tuple[Line, ...]
    """Its marks, by day."""


@record(frozen=True, slots=True, kw_only=True)
class Averages(Listing[SubjectAverage]):
    """The averages of a pupil."""

    items: tuple[SubjectAverage, ...]
    """By subject."""
    general: Decimal | None
    """Over the subjects; none: no subject has an average."""
    policy: str
    """By what they are made: "fr-exact"."""


@record(frozen=True, slots=True, kw_only=True)
class GroupSubject:
    """What a group looks like in a subject."""

    subject_code: str | None
    """The subject."""
    pupils: int
    """Pupils of the group."""
    marked: int
    """Those with an average."""
    mean: Decimal | None
    """The mean of their averages."""
    minimum: Decimal | None
    """The lowest."""
    median: Decimal | None
    """The middle one."""
    maximum: Decimal | None
    """The highest."""


@record(frozen=True, slots=True, kw_only=True)
class GroupAverages(Listing[GroupSubject]):
    """What a group looks like."""

    items: tuple[GroupSubject, ...]
    """By subject."""
    policy: str
    """By what they are made."""


_core.register_record("gradebook::Assessment", Assessment)
_core.register_record("gradebook::Assessments", Assessments)
_core.register_record("gradebook::Entered", Entered)
_core.register_record("gradebook::Mark", Mark)
_core.register_record("gradebook::Sheet", Sheet)
_core.register_record("gradebook::Version", Version)
_core.register_record("gradebook::Versions", Versions)
_core.register_record("gradebook::PupilMark", PupilMark)
_core.register_record("gradebook::PupilMarks", PupilMarks)
_core.register_record("gradebook::Line", Line)
_core.register_record("gradebook::SubjectAverage", SubjectAverage)
_core.register_record("gradebook::Averages", Averages)
_core.register_record("gradebook::GroupSubject", GroupSubject)
_core.register_record("gradebook::GroupAverages", GroupAverages)
_ADD_ASSESSMENT = _core.register_operation(
    "gradebook.add_assessment",
    ("service_id", "name", "date", "maximum", "coefficient", "part", "brought_to_scale", "formative", "pupils_from", "parents_from"),
)
_CHANGE_ASSESSMENT = _core.register_operation(
    "gradebook.change_assessment",
    ("id", "name", "date", "maximum", "coefficient", "part", "brought_to_scale", "formative", "pupils_from", "parents_from"),
)
_REMOVE_ASSESSMENT = _core.register_operation("gradebook.remove_assessment", ("id",))
_ASSESSMENTS = _core.register_operation(
    "gradebook.assessments",
    ("group_id", "first_day", "last_day", "subject_code"),
)
_ENTER_MARKS = _core.register_operation("gradebook.enter_marks", ("id", "items"))
_MARKS = _core.register_operation("gradebook.marks", ("id",))
_HISTORY = _core.register_operation("gradebook.history", ("id", "pupil_id"))
_OF_PUPIL = _core.register_operation("gradebook.of_pupil", ("org_id", "pupil_id", "first_day", "last_day"))
_AVERAGES = _core.register_operation("gradebook.averages", ("org_id", "pupil_id", "first_day", "last_day"))
_GROUP_AVERAGES = _core.register_operation(
    "gradebook.group_averages",
    ("group_id", "first_day", "last_day", "subject_code"),
)


class Operations:
    """The grade book: assessments, marks and averages.

    A mark is an exact decimal number or a kind without number, never 0 for nothing. Averages are not stored: each
    answer works them out, exactly, by a policy that has a name (docs/gradebook-policies.md), and says what became of
    each mark. A session has them as `session.gradebook`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def add_assessment(
        self,
        *,
        service_id: int,
        name: str,
        date: date,
        maximum: Decimal = Decimal("20"),
        coefficient: Decimal = Decimal("1"),
        part: Part = "ordinary",
        brought_to_scale: bool = True,
        formative: bool = False,
        pupils_from: date | None = None,
        parents_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Assessment:
        """Adds an assessment to a service.

        service_id: One's own service, or that of a colleague who teaches the same subject to the group.
        name: 1 to 200 characters.
        date: Within the service.
        maximum: Above 0, at most 1000; at most two decimals.
        coefficient: 0 to 100; at most two decimals.
        part: In which part it stands.
        brought_to_scale: Ramené sur 20: its scale does not touch its coefficient.
        formative: It never counts.
        pupils_from: First day on which pupils see their marks; default: not before it is said.
        parents_from: Likewise for parents.

        Permission: assessment.write on the group of the service.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, gradebook.too_many_decimals,
            gradebook.outside_service: the service does not hold on this day), NotFound (group.no_service),
            FailedPrecondition (gradebook.other_service: the actor does not teach this subject to the group).
        Since 0.1.
        """
        _answer: Assessment = self._call(
            _ADD_ASSESSMENT,
            (service_id, name, date, maximum, coefficient, part, brought_to_scale, formative, pupils_from, parents_from),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def change_assessment(
        self,
        *,
        id: int,
        name: str | None = None,
        date: date | None = None,
        maximum: Decimal | None = None,
        coefficient: Decimal | None = None,
        part: Part | None = None,
        brought_to_scale: bool | None = None,
        formative: bool | None = None,
        pupils_from: date | None = None,
        parents_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Assessment:
        """Changes an assessment. Marks stay as they are: of a new scale they keep their numbers.

        id: The assessment.
        name: 1 to 200 characters.
        date: Within the service.
        maximum: Not below a mark that stands.
        coefficient: 0 to 100.
        part: In which part it stands.
        brought_to_scale: Ramené sur 20.
        formative: It never counts.
        pupils_from: First day on which pupils see their marks.
        parents_from: Likewise for parents.

        Permission: assessment.write on the group of the service.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, gradebook.too_many_decimals,
            gradebook.outside_service, gradebook.mark_above: a mark is above the new maximum), NotFound
            (gradebook.no_assessment), FailedPrecondition (gradebook.other_service).
        Since 0.1.
        """
        _answer: Assessment = self._call(
            _CHANGE_ASSESSMENT,
            (id, name, date, maximum, coefficient, part, brought_to_scale, formative, pupils_from, parents_from),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def remove_assessment(
        self,
        *,
        id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Takes an assessment away: it and its marks are shown and counted no more. The rows stay.

        id: The assessment.

        Permission: assessment.write on the group of the service.
        Raises: NotFound (gradebook.no_assessment), FailedPrecondition (gradebook.other_service).
        Since 0.1.
        """
        self._call(_REMOVE_ASSESSMENT, (id,), deadline, idempotency_key, if_revision)

    def assessments(
        self,
        *,
        group_id: int,
        first_day: date,
        last_day: date,
        subject_code: str | None = None,
        deadline: datetime | None = None,
    ) -> Assessments:
        """The assessments of a group in a span of days: of all subjects for those who may read all marks of the group,
        of their own subjects for its other teachers.

        group_id: The group.
        first_day: First day.
        last_day: Last day; at most 400 days.
        subject_code: Only of this subject.

        Permission: mark.read on the group.
        Raises: InvalidArgument (period.empty, field.range), NotFound (group.not_found).
        Since 0.1.
        """
        _answer: Assessments = self._call(
            _ASSESSMENTS,
            (group_id, first_day, last_day, subject_code),
            deadline,
            None,
            None,
        )
        return _answer

    def enter_marks(
        self,
        *,
        id: int,
        items: Iterable[EntryDict],
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Entered:
        """Enters the marks of an assessment, all or none. What stood before is kept (history()).

        id: The assessment.
        items: At most 200, each pupil once. Others stay as they are.

        Permission: mark.write on the group of the service, for a service of one's own.
        Raises: InvalidArgument (field.range, field.repeated, gradebook.too_many_decimals, gradebook.above_maximum,
            gradebook.value_and_kind, text.too_long, group.no_member), NotFound (gradebook.no_assessment), Conflict
            (call.stale_revision).
        Since 0.1.
        """
        _answer: Entered = self._call(_ENTER_MARKS, (id, items), deadline, idempotency_key, if_revision)
        return _answer

    def marks(self, *, id: int, deadline: datetime | None = None) -> Sheet:
        """The marks of an assessment.

        id: The assessment.

        Permission: mark.read on the group.
        Raises: NotFound (gradebook.no_assessment).
        Since 0.1.
        """
        _answer: Sheet = self._call(_MARKS, (id,), deadline, None, None)
        return _answer

    def history(self, *, id: int, pupil_id: int, deadline: datetime | None = None) -> Versions:
        """What has stood for a pupil in an assessment: who entered it, and when.

        id: The assessment.
        pupil_id: The pupil.

        Permission: mark.read on the group.
        Raises: NotFound (gradebook.no_assessment, person.not_found).
        Since 0.1.
        """
        _answer: Versions = self._call(_HISTORY, (id, pupil_id), deadline, None, None)
        return _answer

    def of_pupil(
        self,
        *,
        org_id: int,
        pupil_id: int,
        first_day: date,
        last_day: date,
        deadline: datetime | None = None,
    ) -> PupilMarks:
        """The marks of a pupil in a span of days, as far as they are published to those who ask; teachers who are not
        the class's main teacher see those of their own subjects.

        org_id: The establishment.
        pupil_id: The pupil.
        first_day: First day.
        last_day: Last day; at most 400 days.

        Permission: mark.read on the pupil.
        Raises: InvalidArgument (period.empty, field.range), NotFound (person.not_found).
        Since 0.1.
        """
        _answer: PupilMarks = self._call(
            _OF_PUPIL,
            (org_id, pupil_id, first_day, last_day),
            deadline,
            None,
            None,
        )
        return _answer

    def averages(
        self,
        *,
        org_id: int,
        pupil_id: int,
        first_day: date,
        last_day: date,
        deadline: datetime | None = None,
    ) -> Averages:
        """The averages of a pupil over a span of days, and what became of each mark. Families see those that their
        published marks make.

        org_id: The establishment.
        pupil_id: The pupil.
        first_day: First day.
        last_day: Last day; at most 400 days.

        Permission: mark.read on the pupil.
        Raises: InvalidArgument (period.empty, field.range), NotFound (person.not_found).
        Since 0.1.
        """
        _answer: Averages = self._call(
            _AVERAGES,
            (org_id, pupil_id, first_day, last_day),
            deadline,
            None,
            None,
        )
        return _answer

    def group_averages(
        self,
        *,
        group_id: int,
        first_day: date,
        last_day: date,
        subject_code: str | None = None,
        deadline: datetime | None = None,
    ) -> GroupAverages:
        """The averages of a group over a span of days, subject by subject, over its pupils of the last day.

        group_id: The group.
        first_day: First day.
        last_day: Last day; at most 400 days.
        subject_code: Only this subject.

        Permission: mark.read on the group.
        Raises: InvalidArgument (period.empty, field.range), NotFound (group.not_found).
        Since 0.1.
        """
        _answer: GroupAverages = self._call(
            _GROUP_AVERAGES,
            (group_id, first_day, last_day, subject_code),
            deadline,
            None,
            None,
        )
        return _answer
