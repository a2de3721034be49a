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

__all__ = ["AdjustEntryDict", "Adjusted", "Adjustment", "Adjustments", "Annotation", "AnnotationCounts", "AnnotationDict", "Annotations", "Assessment", "Assessments", "AverageOf", "Averages", "BonusRule", "Box", "BoxAverage", "BoxDict", "BoxRules", "BoxRulesDict", "BoxSet", "BoxSets", "Category", "CategoryAverage", "CategoryDict", "CategoryFigure", "CategorySubject", "CellOutcome", "CoefficientDict", "CoefficientView", "Coefficients", "Entered", "EntryDict", "Fate", "Figure", "Gather", "GroupAverages", "GroupCategory", "GroupState", "GroupStates", "GroupSubject", "ImportCell", "ImportRowDict", "Imported", "Letter", "LetterDict", "Letters", "LettersDict", "Line", "Mark", "MarkKind", "MissingRule", "MovedRule", "Needed", "Operations", "OptionalRule", "Part", "PeriodState", "PolicyView", "PupilMark", "PupilMarks", "QuartileRule", "Reach", "Reopening", "Reopenings", "RoundingOf", "RoundingOfDict", "RoundingRule", "Sheet", "SubjectAverage", "SubjectMode", "SupposedDict", "Supposition", "Table", "TableAverage", "TableRow", "Version", "Versions", "WeighRule", "YearRule"]

Part = Literal["ordinary", "bonus", "optional", "extra"]
"""In which part a mark stands in its average.

ordinary: It counts.
bonus: Only its points above half of the scale count, and only for the pupil.
optional: It counts where it raises the average.
extra: Extra credit: it adds to the others and weighs nothing, as the policy says.
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
    "own_left_out",
    "own_zero",
    "provisional",
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
own_left_out: An annotation of the school's own: left out.
own_zero: An annotation of the school's own, counted 0.
provisional: A number that is not sure yet: it counts where what is missing does, and else is left out.
"""

Figure = Literal["by_policy", "so_far", "if_nothing_more"]
"""Whether assessments in which nothing stands yet, or a provisional mark, count in an average.

by_policy: As the policy says.
so_far: They are left out.
if_nothing_more: They count 0, those of the span that are still to come too; a provisional mark its number.
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
    "stayed",
    "not_kept",
    "beside_boxes",
    "out_of_use",
    "without_say",
    "omitted",
    "provisional",
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
dropped: One of the lowest, or of the highest, that are set aside.
stayed: Of a group that the pupil has left, under a policy by which marks stay there.
not_kept: Not one of the highest, which alone are kept.
beside_boxes: Beside the boxes of a box that counts its boxes only.
out_of_use: Not the median, lowest, highest or most frequent one, which is all that counts.
without_say: Of a box: its marks count in one around it, and its average, by its own rules, does not.
omitted: Of an assessment that is left out of averages, though it is not formative.
provisional: A number that is not sure yet, where what is missing does not count.
"""

SubjectMode = Literal["ordinary", "from_half", "bonus"]
"""How a subject counts in the general average.

ordinary: With its coefficient.
from_half: Only where its average is half of the scale or more.
bonus: Coefficient × points above half, above the line only.
"""

PeriodState = Literal["open", "council", "locked", "published"]
"""What may still be done in a period.

open: Assessments and marks are entered.
council: The class council sits: marks are closed, comments are not.
locked: Nothing is entered any more.
published: Its report is out.
"""

RoundingRule = Literal["nearest", "up", "down"]
"""How an average is rounded to a step.

nearest: To the nearer one; from the middle away from zero.
up: To the next one above.
down: To the next one below.
"""

MissingRule = Literal["left_out", "zero"]
"""What counts where nothing was entered.

left_out: Nothing.
zero: 0, from the day of the assessment on.
"""

MovedRule = Literal["follow", "stay"]
"""What becomes of marks of a group that the pupil has left when the span of days ends.

follow: They count, in the same subject.
stay: They stay behind, and count nowhere.
"""

QuartileRule = Literal["nearest_rank", "linear"]
"""How the quartiles of a group are found.

nearest_rank: One of the averages: the smallest that a quarter (three quarters) of them do not exceed.
linear: Between two of them in proportion: type 7 of Hyndman and Fan, as spreadsheets, R and numpy have it.
"""

WeighRule = Literal["coefficient", "coefficient_and_scale", "range", "equal"]
"""What a mark weighs.

coefficient: Its coefficient, whatever its scale.
coefficient_and_scale: 5/10 weighs half as much as 10/20, unless it is brought to the common scale (ramené sur 20).
range: The length of its scale, whatever its coefficient: points over points.
equal: As much as any other.
"""

BonusRule = Literal["as_ordinary", "points_above_half", "ordinary_above_unscaled_half"]
"""How the marks of an assessment of the part `bonus` count.

as_ordinary: As any other.
points_above_half: Coefficient × points above half, above the line alone.
ordinary_above_unscaled_half: As any other, if above half; brought to the common scale, it is held against half of its
    own.
"""

OptionalRule = Literal["as_ordinary", "raising_best_first", "raising_in_order", "above_the_others"]
"""How the marks of an assessment of the part `optional` count.

as_ordinary: As any other.
raising_best_first: From the best down, each one that raises the average.
raising_in_order: In the order of the assessments, each one that raises it.
above_the_others: Each one above the average of what is not optional, though together they may lower it.
"""

YearRule = Literal["periods", "marks", "marks_unless_periods_weigh"]
"""What the average of a year is made of.

periods: The averages of its periods, by their coefficients.
marks: All its marks, as if it were one period, and not rounded before it is shown.
marks_unless_periods_weigh: The averages of the periods where one has a coefficient other than 1, or else all marks.
"""

AverageOf = Literal["box", "subject", "general", "year", "group"]
"""What an average is of.

box: A box or sub-subject.
subject: A subject.
general: Subjects: general averages, and those of categories.
year: The periods of a year, of a subject and in general.
group: Pupils: mean, median, minimum, maximum, quartiles.
"""

Reach = Literal["reached", "out_of_reach", "always"]
"""Whether a target can be reached.

reached: By this mark, and by no lower one.
out_of_reach: Not even by the maximum.
always: By whatever mark.
"""

CellOutcome = Literal["changes", "stands", "empty", "refused"]
"""What becomes of a cell.

changes: The mark is entered.
stands: It stands already.
empty: The cell is empty: what stands stays.
refused: It can't be entered.
"""

Gather = Literal["marks_and_boxes", "all_marks_below", "boxes_if_any", "sums_of_boxes"]
"""What a box, or a whole subject, is the average of.

marks_and_boxes: Its own marks, and each box in it as one more: an average of averages.
all_marks_below: All marks in it at any depth; the boxes in it have no say.
boxes_if_any: The boxes in it; its own marks only of who has no average in any of them.
sums_of_boxes: Its own marks and those that the boxes in it kept, in one sum.
"""

AnnotationCounts = Literal["left_out", "zero"]
"""How an annotation counts in averages.

left_out: Neither it nor the coefficient.
zero: As 0.
"""


class EntryDict(TypedDict):
    """What is entered for one pupil. A number, which may be provisional, a kind or an annotation; none of them: what
    stood is taken away.
    """

    pupil_id: int
    """A pupil of the group on the day of the assessment."""
    value: NotRequired[Decimal | None]
    """From the minimum to the maximum, unless the policy allows others: "14,5" and "14.5" are one."""
    kind: NotRequired[MarkKind | None]
    """Without a value; with one `provisional`, and `number`, which the value alone says too."""
    comment: NotRequired[str | None]
    """For the family: at most 300 characters."""
    annotation: NotRequired[str | None]
    """The code of one of the school's own kinds, without a value and a kind."""
    reason: NotRequired[str | None]
    """Why it is entered or corrected, for the history; not for the family: at most 300 characters."""


class LetterDict(TypedDict):
    """A letter, or a word, that stands for averages."""

    label: str
    """1 to 20 characters, each once."""
    at_least: Decimal
    """Averages from so many hundredths of the scale on, this one included: 0 to 100, at most two decimals."""


class LettersDict(TypedDict):
    """The letters of a school. They change no figure; what is below 0 has the last one."""

    preset: NotRequired[str | None]
    """"moodle" or "canvas": their usual letters; "fifths": A to E, 20 hundredths each."""
    items: NotRequired[Iterable[Letter | LetterDict]]
    """1 to 20, the best first, each bound below the one before, the last one 0; none with a preset."""
    exact: NotRequired[bool | None]
    """By averages before they are rounded for people; default: as the preset, or else not."""


class CategoryDict(TypedDict):
    """Subjects that have an average together."""

    code: str
    """1 to 20 characters, each once."""
    name: str
    """As reports show it: 1 to 60 characters."""
    subject_codes: Iterable[str]
    """1 to 100; a subject is in one category at most."""


class RoundingOfDict(TypedDict):
    """How averages of one kind are rounded."""

    of: AverageOf
    """Of which; each once."""
    step: NotRequired[Decimal | None]
    """As SetPolicy.step, for these alone; default: as for all."""
    rounding: NotRequired[RoundingRule | None]
    """As SetPolicy.rounding, for these alone; default: as for all."""


class CoefficientDict(TypedDict):
    """What a subject weighs in the general average."""

    subject_code: str
    """The subject; 1 to 40 characters."""
    coefficient: Decimal
    """0 to 100, at most two decimals."""
    mode: NotRequired[SubjectMode | None]
    """How it counts; default: ordinary, and of a pupil alone as for the others."""


class SupposedDict(TypedDict):
    """A mark that might be: a number, or a kind; neither: the unknown one, of which a target is asked."""

    assessment_id: NotRequired[int | None]
    """In the place of what stands there, each once; default: one more assessment."""
    subject_code: NotRequired[str | None]
    """Of one more: its subject."""
    value: NotRequired[Decimal | None]
    """As the policy of these averages lets marks in."""
    kind: NotRequired[MarkKind | None]
    """Without a value, or `provisional` with one."""
    maximum: NotRequired[Decimal]
    """Of one more: its scale, above 0, at most 1000; at most two decimals."""
    coefficient: NotRequired[Decimal]
    """Of one more: what it weighs, 0 to 100; at most two decimals."""
    part: NotRequired[Part]
    """Of one more: in which part it stands."""
    brought_to_scale: NotRequired[bool]
    """Of one more: ramené sur 20."""
    box_code: NotRequired[str | None]
    """Of one more: the box in which it stands; default: the subject itself."""


class ImportRowDict(TypedDict):
    """A row of a table of marks."""

    cells: Iterable[str]
    """A text for each column: "14,5", "abs", "disp", ...; empty: what stands stays."""
    pupil_id: NotRequired[int | None]
    """Whose marks; or pupil."""
    pupil: NotRequired[str | None]
    """By family and given name in either order, whatever case and accents."""


class AdjustEntryDict(TypedDict):
    """What is added for one pupil; without points: what stood is taken away."""

    pupil_id: int
    """A pupil of the group on some day of the period."""
    points: NotRequired[Decimal | None]
    """At most the scale of the averages, either way: -20 to 20, or -100 to 100; at most two decimals."""


class BoxRulesDict(TypedDict):
    """How the average of a box, or of a whole subject, is made; what is left out is as the policy says."""

    preset: NotRequired[str | None]
    """As in this preset as it is, in the place of the policy: "moodle-median", ..."""
    gather: NotRequired[Gather | None]
    """Of what."""
    missing: NotRequired[MissingRule | None]
    """What counts where nothing was entered."""
    drop_lowest: NotRequired[int | None]
    """How many of the lowest are set aside: 0 to 50."""
    drop_highest: NotRequired[int | None]
    """How many of the highest: 0 to 50."""
    keep_highest: NotRequired[int | None]
    """All but so many of the highest are: 0 to 50; 0: none is."""
    best_more: NotRequired[Decimal | None]
    """Added to the coefficient of the best mark: 0 to 100."""
    best_times: NotRequired[Decimal | None]
    """What the coefficient of the best mark is multiplied by: 0 to 100."""
    worst_times: NotRequired[Decimal | None]
    """The same for the worst mark."""
    step: NotRequired[Decimal | None]
    """Rounded to 0.01, 0.05, 0.1, 0.25, 0.5 or 1 before it counts further."""
    rounding: NotRequired[RoundingRule | None]
    """In which direction."""


class BoxDict(TypedDict):
    """A part of a subject, with an average of its own."""

    code: str
    """By which assessments name it: 1 to 40 characters, each once."""
    name: str
    """As families read it: 1 to 100 characters."""
    parent_code: NotRequired[str | None]
    """The box around it, which comes before it; none: the subject."""
    coefficient: NotRequired[Decimal]
    """What it weighs there: 0 to 100, at most two decimals."""
    extra: NotRequired[bool]
    """Extra credit: it adds to what is around it, and weighs nothing, as the policy says."""
    own_share: NotRequired[Decimal | None]
    """0 to 1: its part of what is around it, where that is a sum of points."""
    maximum: NotRequired[Decimal | None]
    """Its scale, above 0, at most 1000; default: the one of the policy."""
    rules: NotRequired[BoxRules | BoxRulesDict | None]
    """How its average is made."""


class AnnotationDict(TypedDict):
    """What a school writes in the place of a mark."""

    code: str
    """As it is entered and shown in a grid: 1 to 10 characters, not begun like a number, and no word of another kind.
    """
    label: str
    """In full: 1 to 60 characters; likewise."""
    counts: AnnotationCounts
    """How it counts."""


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
    """The scale: marks go from the minimum to it."""
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
    box_code: str | None
    """The box in which it stands; none: the subject itself."""
    minimum: Decimal
    """The lowest mark of its scale."""
    never_dropped: bool
    """It counts whatever its box sets aside."""
    own_share: Decimal | None
    """Its part of its box, of 1, where that is a sum of points; none: by its maximum."""
    type: str | None
    """What the school calls it: "devoir maison", "oral"."""
    statement: str | None
    """Where what was asked is kept (énoncé): a link, or a key of the host's own files."""
    pupil_ids: tuple[int, ...]
    """Of an assessment of some pupils: who, by name; empty: of all. Not told with the marks of one pupil."""
    omitted: bool
    """It is left out of averages, though it is not formative."""


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
    """Of `number` and `provisional`."""
    comment: str | None
    """For the family."""
    annotation: str | None
    """Of the school's own kinds: its code,"""
    label: str | None
    """and what it is called."""


@record(frozen=True, slots=True, kw_only=True)
class Sheet(Listing[Mark]):
    """The marks of an assessment."""

    items: tuple[Mark, ...]
    """One for each pupil of the group on its day whom it is about, by name."""
    assessment: Assessment
    """Of what."""


@record(frozen=True, slots=True, kw_only=True)
class Version:
    """What stood for a time."""

    kind: MarkKind
    """What stood; not_entered: it was taken away."""
    value: Decimal | None
    """Of `number` and `provisional`."""
    comment: str | None
    """For the family."""
    at: datetime
    """Since when."""
    author: _person.Card
    """Who entered it."""
    annotation: str | None
    """Of the school's own kinds: its code,"""
    label: str | None
    """and what it is called."""
    reason: str | None
    """Why, where it was said."""


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
    """Of `number` and `provisional`."""
    comment: str | None
    """For the family."""
    annotation: str | None
    """Of the school's own kinds: its code,"""
    label: str | None
    """and what it is called."""


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
    """The average of the subject less what it would be without it, to six decimals."""
    box_code: str | None
    """The box in which it stands; none: the subject itself."""


@record(frozen=True, slots=True, kw_only=True)
class BoxAverage:
    """The average of a pupil in a box."""

    code: str
    """The box."""
    name: str
    """Its name."""
    parent_code: str | None
    """The box around it; none: the subject."""
    average: Decimal | None
    """Rounded as the policy says; none: there is nothing that counts."""
    weight: Decimal | None
    """What it weighs in what is around it, to six decimals."""
    fate: Fate
    """What became of it there."""


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
    mode: SubjectMode
    """How it counts there."""
    adjustment: Decimal | None
    """Points of the bonus/malus column, which the average has in it; see adjust()."""
    boxes: tuple[BoxAverage, ...]
    """Its boxes, each after the one around it."""
    letter: str | None
    """The letter of the average, where the policy has letters."""


@record(frozen=True, slots=True, kw_only=True)
class CategorySubject:
    """A subject of a category."""

    subject_code: str
    """The subject."""
    fate: Fate
    """What became of its average: `counted`, `weightless`, or `not_entered` where there is none."""
    coefficient: Decimal
    """What it weighs, where the policy has coefficients; its mode in the general average is of no account."""


@record(frozen=True, slots=True, kw_only=True)
class CategoryAverage:
    """The average of a pupil in a category."""

    code: str
    """The category."""
    name: str
    """Its name."""
    average: Decimal | None
    """Of the averages of its subjects; none: no subject has one that weighs."""
    letter: str | None
    """As that of a general average."""
    subjects: tuple[CategorySubject, ...]
    """Those of its subjects in which something was asked of the pupil, in its order."""


@record(frozen=True, slots=True, kw_only=True)
class Averages(Listing[SubjectAverage]):
    """The averages of a pupil."""

    items: tuple[SubjectAverage, ...]
    """By subject."""
    general: Decimal | None
    """Over the subjects; none: no subject has an average, or a teacher is told their own alone."""
    policy: str
    """By what they are made: "fr-exact", or "pronote; step 0.5"."""
    frozen_at: datetime | None
    """The days are a period that is published for the pupil's division: since when, and by what held then; none: by what
    holds now.
    """
    general_letter: str | None
    """The letter of the general average; none where averages are points."""
    scale: Decimal | None
    """What averages are out of: 20; none where they are points."""
    categories: tuple[CategoryAverage, ...]
    """As the policy has them; none where `general` is not told."""


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
    lower_quartile: Decimal | None
    """Of the averages, as the policy finds quartiles."""
    upper_quartile: Decimal | None
    """The same of three quarters."""
    bands: tuple[int, ...]
    """How many are under 5, 8, 10, 12, 15, and from 15, of 20."""
    letter: str | None
    """The letter of the mean; none where averages are points."""


@record(frozen=True, slots=True, kw_only=True)
class GroupCategory:
    """What a group looks like in a category."""

    code: str
    """The category."""
    name: str
    """Its name."""
    subject_codes: tuple[str, ...]
    """Its subjects."""
    look: GroupSubject
    """Of the averages of the pupils in it, without a subject."""


@record(frozen=True, slots=True, kw_only=True)
class GroupAverages(Listing[GroupSubject]):
    """What a group looks like."""

    items: tuple[GroupSubject, ...]
    """By subject."""
    policy: str
    """By what they are made."""
    general: GroupSubject | None
    """The general averages; told to those who may read all subjects, when all are asked."""
    frozen_at: datetime | None
    """As in Averages, where the period is published for the group."""
    scale: Decimal | None
    """What averages are out of, as in Averages."""
    categories: tuple[GroupCategory, ...]
    """As the policy has them, where `general` is told."""


@record(frozen=True, slots=True, kw_only=True)
class GroupState:
    """The state of a period for a group."""

    group_id: int
    """The group."""
    group_name: str
    """Its name."""
    state: PeriodState
    """What was set."""
    reason: str | None
    """Why, as far as it was said; told to those who may set it."""
    at: datetime
    """When."""
    author: _person.Card | None
    """By whom; told to those who may set it."""


@record(frozen=True, slots=True, kw_only=True)
class GroupStates(Listing[GroupState]):
    """States of a period."""

    items: tuple[GroupState, ...]
    """By name of the group, then the last one first."""


@record(frozen=True, slots=True, kw_only=True)
class Reopening:
    """An exceptional reopening."""

    group_id: int
    """The group."""
    group_name: str
    """Its name."""
    teacher: _person.Card
    """For whom."""
    first_day: date
    """First day."""
    last_day: date
    """Last day."""
    reason: str
    """Why."""
    at: datetime
    """When it was said."""
    author: _person.Card
    """By whom."""


@record(frozen=True, slots=True, kw_only=True)
class Reopenings(Listing[Reopening]):
    """Exceptional reopenings."""

    items: tuple[Reopening, ...]
    """By name of the group, then the last one first."""


@record(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter, or a word, that stands for averages."""

    label: str
    """1 to 20 characters, each once."""
    at_least: Decimal
    """Averages from so many hundredths of the scale on, this one included: 0 to 100, at most two decimals."""


@record(frozen=True, slots=True, kw_only=True)
class Letters:
    """The letters of a school. They change no figure; what is below 0 has the last one."""

    preset: str | None
    """"moodle" or "canvas": their usual letters; "fifths": A to E, 20 hundredths each."""
    items: tuple[Letter, ...]
    """1 to 20, the best first, each bound below the one before, the last one 0; none with a preset."""
    exact: bool | None
    """By averages before they are rounded for people; default: as the preset, or else not."""


@record(frozen=True, slots=True, kw_only=True)
class Category:
    """Subjects that have an average together."""

    code: str
    """1 to 20 characters, each once."""
    name: str
    """As reports show it: 1 to 60 characters."""
    subject_codes: tuple[str, ...]
    """1 to 100; a subject is in one category at most."""


@record(frozen=True, slots=True, kw_only=True)
class RoundingOf:
    """How averages of one kind are rounded."""

    of: AverageOf
    """Of which; each once."""
    step: Decimal | None
    """As SetPolicy.step, for these alone; default: as for all."""
    rounding: RoundingRule | None
    """As SetPolicy.rounding, for these alone; default: as for all."""


@record(frozen=True, slots=True, kw_only=True)
class PolicyView:
    """How averages are made."""

    policy: str
    """The preset."""
    text: str
    """The preset and what is set otherwise, as averages tell it."""
    org_id: int | None
    """The unit that says so; none: nobody says anything."""
    level: str | None
    """The level of which it says so."""
    valid_from: date | None
    """Since when."""
    scale: Decimal
    """What marks are brought to."""
    step: Decimal
    """What averages of subjects are rounded to; 0: not at all."""
    missing: MissingRule
    """What counts where nothing was entered."""
    best_more: Decimal
    """Added to the coefficient of the best mark."""
    best_times: Decimal
    """What the coefficient of the best mark is multiplied by."""
    worst_times: Decimal
    """The same for the worst mark."""
    moved: MovedRule
    """What becomes of marks of a group that the pupil has left."""
    negative: bool
    """Whether marks below the scale are entered."""
    above_maximum: bool
    """Whether marks above the maximum are."""
    decimals: int
    """How many decimals a mark may have."""
    letters: Letters | None
    """Told beside averages, with the items of their preset."""
    quartiles: QuartileRule
    """How quartiles of groups are found."""
    categories: tuple[Category, ...]
    """Of subjects."""
    weigh: WeighRule
    """What a mark weighs."""
    bonus: BonusRule
    """How bonus marks count."""
    optional: OptionalRule
    """How optional marks count."""
    year: YearRule
    """What a year is made of."""
    roundings: tuple[RoundingOf, ...]
    """What is said of one kind of average alone."""


@record(frozen=True, slots=True, kw_only=True)
class CoefficientView:
    """A coefficient, and of whom it is said."""

    subject_code: str
    """The subject."""
    coefficient: Decimal
    """What it weighs."""
    mode: SubjectMode
    """How it counts."""
    division_id: int | None
    """It is said of this division,"""
    level: str | None
    """or of this level; neither: of all, or of the pupil."""
    valid_from: date
    """Since when."""
    pupil_id: int | None
    """It is said of this pupil."""


@record(frozen=True, slots=True, kw_only=True)
class Coefficients(Listing[CoefficientView]):
    """Coefficients."""

    items: tuple[CoefficientView, ...]
    """By subject; one that is not there weighs 1."""


@record(frozen=True, slots=True, kw_only=True)
class Needed:
    """The mark that is needed."""

    reach: Reach
    """Whether there is one."""
    mark: Decimal | None
    """The lowest one."""


@record(frozen=True, slots=True, kw_only=True)
class Supposition(Listing[SubjectAverage]):
    """What averages would be."""

    items: tuple[SubjectAverage, ...]
    """By subject; one more assessment has the number 0."""
    general: Decimal | None
    """As in Averages."""
    policy: str
    """By what they are made."""
    needed: Needed | None
    """Where a target was asked; the averages are those with that mark."""
    general_letter: str | None
    """As in Averages."""
    scale: Decimal | None
    """What averages are out of, as in Averages."""
    categories: tuple[CategoryAverage, ...]
    """As in Averages."""


@record(frozen=True, slots=True, kw_only=True)
class ImportCell:
    """One cell of a table."""

    row: int
    """1 for the first."""
    column: int
    """1 for the first; 0: the pupil of the row is refused, and with them all its cells."""
    outcome: CellOutcome
    """What becomes of it."""
    reason: str | None
    """Why it is refused."""
    pupil_id: int | None
    """Whose it is."""
    kind: MarkKind | None
    """What it says."""
    value: Decimal | None
    """Of `number` and `provisional`."""
    stood_kind: MarkKind | None
    """What stands until then, or stays; none: nothing was entered."""
    stood_value: Decimal | None
    """Of `number` and `provisional`."""
    annotation: str | None
    """Of the school's own kinds: the code that it says."""
    stood_annotation: str | None
    """The code of what stands until then."""


@record(frozen=True, slots=True, kw_only=True)
class Imported(Listing[ImportCell]):
    """What became of a table."""

    items: tuple[ImportCell, ...]
    """By row, then by column."""
    changed: int
    """Marks that were, or would be, entered."""
    refused: int
    """Cells that would be refused."""
    written: bool
    """Not in a dry run."""


@record(frozen=True, slots=True, kw_only=True)
class TableAverage:
    """The average of a pupil in a column of a table."""

    subject_code: str | None
    """The subject."""
    average: Decimal | None
    """Rounded as the policy says; none: there is no mark that counts."""
    marks: int
    """Marks that are numbers, or count 0; formative, omitted and provisional ones are left out."""
    coefficient: Decimal
    """What the subject weighs in the general average of the pupil."""
    mode: SubjectMode
    """How it counts there."""
    adjustment: Decimal | None
    """Points of the bonus/malus column, which the average has in it."""
    rank: int | None
    """Where ranks are asked and there is an average: 1, 2, 2, 4, by what is shown."""
    letter: str | None
    """As in SubjectAverage."""


@record(frozen=True, slots=True, kw_only=True)
class CategoryFigure:
    """The same in a table."""

    code: str
    """The category."""
    average: Decimal | None
    """Of the averages of its subjects."""
    letter: str | None
    """As that of a general average."""


@record(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A pupil in a table of averages."""

    pupil: _person.Card
    """Who."""
    averages: tuple[TableAverage, ...]
    """One for each subject of the table, in its order."""
    general: Decimal | None
    """Over the subjects; told where all are."""
    marks: int
    """Of all subjects of the table."""
    rank: int | None
    """By the general average, where ranks are asked."""
    policy: str
    """By what the pupil's averages are made."""
    general_letter: str | None
    """As in Averages."""
    scale: Decimal | None
    """What the pupil's averages are out of, as in Averages."""
    categories: tuple[CategoryFigure, ...]
    """One for each category of the table, in its order."""


@record(frozen=True, slots=True, kw_only=True)
class Table(Listing[TableRow]):
    """The averages of a group, pupil by pupil."""

    items: tuple[TableRow, ...]
    """By name."""
    subjects: tuple[GroupSubject, ...]
    """The columns: what the group looks like in each subject."""
    policy: str
    """By what the columns are made."""
    general: GroupSubject | None
    """As in GroupAverages."""
    frozen_at: datetime | None
    """As in GroupAverages."""
    scale: Decimal | None
    """What the columns are out of, as in Averages."""
    categories: tuple[GroupCategory, ...]
    """As in GroupAverages; those that only some pupils go by come last."""


@record(frozen=True, slots=True, kw_only=True)
class Adjusted:
    """What became of a column."""

    changed: int
    """Points that were set, corrected or taken away."""
    unchanged: int
    """Entries that say what stood already."""


@record(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """What is added for a pupil, or was."""

    pupil: _person.Card
    """Who."""
    service_id: int
    """By which service."""
    subject_code: str | None
    """The subject of the service."""
    points: Decimal | None
    """What is added; none: it was taken away."""
    at: datetime
    """Since when."""
    author: _person.Card
    """Who entered it."""


@record(frozen=True, slots=True, kw_only=True)
class Adjustments(Listing[Adjustment]):
    """A bonus/malus column."""

    items: tuple[Adjustment, ...]
    """By subject, by name, by service, then the last one first."""


@record(frozen=True, slots=True, kw_only=True)
class BoxRules:
    """How the average of a box, or of a whole subject, is made; what is left out is as the policy says."""

    preset: str | None
    """As in this preset as it is, in the place of the policy: "moodle-median", ..."""
    gather: Gather | None
    """Of what."""
    missing: MissingRule | None
    """What counts where nothing was entered."""
    drop_lowest: int | None
    """How many of the lowest are set aside: 0 to 50."""
    drop_highest: int | None
    """How many of the highest: 0 to 50."""
    keep_highest: int | None
    """All but so many of the highest are: 0 to 50; 0: none is."""
    best_more: Decimal | None
    """Added to the coefficient of the best mark: 0 to 100."""
    best_times: Decimal | None
    """What the coefficient of the best mark is multiplied by: 0 to 100."""
    worst_times: Decimal | None
    """The same for the worst mark."""
    step: Decimal | None
    """Rounded to 0.01, 0.05, 0.1, 0.25, 0.5 or 1 before it counts further."""
    rounding: RoundingRule | None
    """In which direction."""


@record(frozen=True, slots=True, kw_only=True)
class Box:
    """A part of a subject, with an average of its own."""

    code: str
    """By which assessments name it: 1 to 40 characters, each once."""
    name: str
    """As families read it: 1 to 100 characters."""
    parent_code: str | None
    """The box around it, which comes before it; none: the subject."""
    coefficient: Decimal
    """What it weighs there: 0 to 100, at most two decimals."""
    extra: bool
    """Extra credit: it adds to what is around it, and weighs nothing, as the policy says."""
    own_share: Decimal | None
    """0 to 1: its part of what is around it, where that is a sum of points."""
    maximum: Decimal | None
    """Its scale, above 0, at most 1000; default: the one of the policy."""
    rules: BoxRules | None
    """How its average is made."""


@record(frozen=True, slots=True, kw_only=True)
class BoxSet:
    """The boxes of a subject in a group."""

    group_id: int
    """The group."""
    subject_code: str | None
    """The subject; none in the first degree: all."""
    valid_from: date
    """Since when, until the next ones."""
    items: tuple[Box, ...]
    """Each after the one around it."""
    rules: BoxRules | None
    """Of the whole subject."""


@record(frozen=True, slots=True, kw_only=True)
class BoxSets(Listing[BoxSet]):
    """All that was said."""

    items: tuple[BoxSet, ...]
    """By subject, then by day."""


@record(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What a school writes in the place of a mark."""

    code: str
    """As it is entered and shown in a grid: 1 to 10 characters, not begun like a number, and no word of another kind.
    """
    label: str
    """In full: 1 to 60 characters; likewise."""
    counts: AnnotationCounts
    """How it counts."""


@record(frozen=True, slots=True, kw_only=True)
class Annotations(Listing[Annotation]):
    """A school's own kinds of marks."""

    items: tuple[Annotation, ...]
    """By code."""


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
_core.register_record("gradebook::BoxAverage", BoxAverage)
_core.register_record("gradebook::SubjectAverage", SubjectAverage)
_core.register_record("gradebook::CategorySubject", CategorySubject)
_core.register_record("gradebook::CategoryAverage", CategoryAverage)
_core.register_record("gradebook::Averages", Averages)
_core.register_record("gradebook::GroupSubject", GroupSubject)
_core.register_record("gradebook::GroupCategory", GroupCategory)
_core.register_record("gradebook::GroupAverages", GroupAverages)
_core.register_record("gradebook::GroupState", GroupState)
_core.register_record("gradebook::GroupStates", GroupStates)
_core.register_record("gradebook::Reopening", Reopening)
_core.register_record("gradebook::Reopenings", Reopenings)
_core.register_record("gradebook::Letter", Letter)
_core.register_record("gradebook::Letters", Letters)
_core.register_record("gradebook::Category", Category)
_core.register_record("gradebook::RoundingOf", RoundingOf)
_core.register_record("gradebook::PolicyView", PolicyView)
_core.register_record("gradebook::CoefficientView", CoefficientView)
_core.register_record("gradebook::Coefficients", Coefficients)
_core.register_record("gradebook::Needed", Needed)
_core.register_record("gradebook::Supposition", Supposition)
_core.register_record("gradebook::ImportCell", ImportCell)
_core.register_record("gradebook::Imported", Imported)
_core.register_record("gradebook::TableAverage", TableAverage)
_core.register_record("gradebook::CategoryFigure", CategoryFigure)
_core.register_record("gradebook::TableRow", TableRow)
_core.register_record("gradebook::Table", Table)
_core.register_record("gradebook::Adjusted", Adjusted)
_core.register_record("gradebook::Adjustment", Adjustment)
_core.register_record("gradebook::Adjustments", Adjustments)
_core.register_record("gradebook::BoxRules", BoxRules)
_core.register_record("gradebook::Box", Box)
_core.register_record("gradebook::BoxSet", BoxSet)
_core.register_record("gradebook::BoxSets", BoxSets)
_core.register_record("gradebook::Annotation", Annotation)
_core.register_record("gradebook::Annotations", Annotations)
_ADD_ASSESSMENT = _core.register_operation(
    "gradebook.add_assessment",
    ("service_id", "name", "date", "maximum", "coefficient", "part", "brought_to_scale", "formative", "pupils_from", "parents_from", "box_code", "minimum", "never_dropped", "own_share", "type", "statement", "pupil_ids", "omitted"),
)
_CHANGE_ASSESSMENT = _core.register_operation(
    "gradebook.change_assessment",
    ("id", "name", "date", "maximum", "coefficient", "part", "brought_to_scale", "formative", "pupils_from", "parents_from", "box_code", "minimum", "never_dropped", "own_share", "by_maximum", "type", "statement", "hidden", "pupil_ids", "omitted"),
)
_REMOVE_ASSESSMENT = _core.register_operation("gradebook.remove_assessment", ("id",))
_ASSESSMENTS = _core.register_operation(
    "gradebook.assessments",
    ("group_id", "first_day", "last_day", "subject_code", "period_id"),
)
_ENTER_MARKS = _core.register_operation("gradebook.enter_marks", ("id", "items"))
_MARKS = _core.register_operation("gradebook.marks", ("id",))
_HISTORY = _core.register_operation("gradebook.history", ("id", "pupil_id"))
_OF_PUPIL = _core.register_operation(
    "gradebook.of_pupil",
    ("org_id", "pupil_id", "first_day", "last_day", "period_id"),
)
_AVERAGES = _core.register_operation(
    "gradebook.averages",
    ("org_id", "pupil_id", "first_day", "last_day", "period_id", "figure"),
)
_GROUP_AVERAGES = _core.register_operation(
    "gradebook.group_averages",
    ("group_id", "first_day", "last_day", "subject_code", "period_id"),
)
_SET_PERIOD_STATE = _core.register_operation(
    "gradebook.set_period_state",
    ("period_id", "state", "group_ids", "reason"),
)
_PERIOD_STATES = _core.register_operation("gradebook.period_states", ("period_id", "group_id", "history"))
_REOPEN = _core.register_operation(
    "gradebook.reopen",
    ("period_id", "group_id", "teacher_id", "last_day", "reason", "first_day"),
)
_REOPENINGS = _core.register_operation("gradebook.reopenings", ("period_id", "group_id", "history"))
_SET_POLICY = _core.register_operation(
    "gradebook.set_policy",
    ("org_id", "policy", "valid_from", "period_id", "level", "step", "rounding", "missing", "best_more", "best_times", "worst_times", "moved", "negative", "above_maximum", "decimals", "letters", "quartiles", "categories", "weigh", "bonus", "optional", "year", "roundings"),
)
_POLICY = _core.register_operation("gradebook.policy", ("org_id", "level"))
_SET_COEFFICIENTS = _core.register_operation(
    "gradebook.set_coefficients",
    ("org_id", "items", "valid_from", "period_id", "level", "division_id", "pupil_id"),
)
_COEFFICIENTS = _core.register_operation("gradebook.coefficients", ("org_id", "division_id", "level", "pupil_id"))
_WHAT_IF = _core.register_operation(
    "gradebook.what_if",
    ("org_id", "pupil_id", "items", "first_day", "last_day", "period_id", "target", "step"),
)
_IMPORT_MARKS = _core.register_operation(
    "gradebook.import_marks",
    ("service_id", "assessment_ids", "items", "dry_run"),
)
_TABLE = _core.register_operation(
    "gradebook.table",
    ("group_id", "first_day", "last_day", "subject_code", "period_id", "ranks"),
)
_ADJUST = _core.register_operation("gradebook.adjust", ("service_id", "period_id", "items"))
_ADJUSTMENTS = _core.register_operation("gradebook.adjustments", ("group_id", "period_id", "subject_code", "history"))
_SET_BOXES = _core.register_operation(
    "gradebook.set_boxes",
    ("service_id", "items", "rules", "valid_from", "period_id"),
)
_BOXES = _core.register_operation("gradebook.boxes", ("group_id", "subject_code"))
_SET_ANNOTATIONS = _core.register_operation("gradebook.set_annotations", ("org_id", "items"))
_ANNOTATIONS = _core.register_operation("gradebook.annotations", ("org_id",))


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
        box_code: str | None = None,
        minimum: Decimal = Decimal("0"),
        never_dropped: bool = False,
        own_share: Decimal | None = None,
        type: str | None = None,
        statement: str | None = None,
        pupil_ids: Iterable[int] = (),
        omitted: bool = False,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Assessment:
        """Adds an assessment to a service. Where the period is closed for some of those whom it would be about, it is
        about the others (`pupil_ids`).

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
        box_code: A box of the subject that holds on its day; default: the subject itself.
        minimum: The lowest mark of its scale: -1000 or more, below the maximum; at most two decimals.
        never_dropped: It counts whatever its box sets aside.
        own_share: 0 to 1: its part of its box, where that is a sum of points; default: by its maximum.
        type: At most 60 characters; empty: none.
        statement: At most 500 characters; empty: none. It is not read, and told to whoever reads the assessment.
        pupil_ids: At most 200 pupils who are in the group on the day, each once; default: all who are.
        omitted: It is left out of averages, though it is not formative.

        Permission: assessment.write on the group of the service.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, gradebook.too_many_decimals,
            gradebook.outside_service: the service does not hold on this day, gradebook.no_box, field.repeated,
            group.no_member, gradebook.period_closed: for who is named), NotFound (group.no_service),
            FailedPrecondition (gradebook.other_service: the actor does not teach this subject to the group,
            gradebook.period_closed).
        Since 0.1.
        """
        _answer: Assessment = self._call(
            _ADD_ASSESSMENT,
            (service_id, name, date, maximum, coefficient, part, brought_to_scale, formative, pupils_from, parents_from, box_code, minimum, never_dropped, own_share, type, statement, pupil_ids, omitted),
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
        box_code: str | None = None,
        minimum: Decimal | None = None,
        never_dropped: bool | None = None,
        own_share: Decimal | None = None,
        by_maximum: bool = False,
        type: str | None = None,
        statement: str | None = None,
        hidden: bool = False,
        pupil_ids: Iterable[int] | None = None,
        omitted: bool | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Assessment:
        """Changes an assessment. Marks stay as they are: of a new scale they keep their numbers. What skills are
        evaluated in it goes to its new day with it. Where the period is closed for somebody who has a part in it,
        only name, type, statement and days of publication may be changed.

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
        box_code: A box that holds on its day; the empty text: the subject itself.
        minimum: Not above a mark that stands.
        never_dropped: It counts whatever its box sets aside.
        own_share: 0 to 1: its part of its box.
        by_maximum: Takes its own share away: its part of its box is by its maximum again.
        type: At most 60 characters; empty: none.
        statement: At most 500 characters; empty: none.
        hidden: Takes both days of publication away, before those that are given here.
        pupil_ids: Instead of those who were named, among them all who have a mark; empty: the whole group.
        omitted: Left out of averages, or counted again.

        Permission: assessment.write on the group of the service.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, gradebook.too_many_decimals,
            gradebook.outside_service, gradebook.mark_above: a mark is above the new maximum, gradebook.mark_below: or
            below the new minimum, gradebook.no_box: on its day there is no such box, gradebook.share_or_maximum,
            field.repeated, group.no_member, gradebook.marked: who has a mark is not named, skill.no_item: an item
            that is evaluated in it does not hold on its day), NotFound (gradebook.no_assessment), FailedPrecondition
            (gradebook.other_service, gradebook.period_closed).
        Since 0.1.
        """
        _answer: Assessment = self._call(
            _CHANGE_ASSESSMENT,
            (id, name, date, maximum, coefficient, part, brought_to_scale, formative, pupils_from, parents_from, box_code, minimum, never_dropped, own_share, by_maximum, type, statement, hidden, pupil_ids, omitted),
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
        Raises: NotFound (gradebook.no_assessment), FailedPrecondition (gradebook.other_service,
            gradebook.period_closed).
        Since 0.1.
        """
        self._call(_REMOVE_ASSESSMENT, (id,), deadline, idempotency_key, if_revision)

    def assessments(
        self,
        *,
        group_id: int,
        first_day: date | None = None,
        last_day: date | None = None,
        subject_code: str | None = None,
        period_id: int | None = None,
        deadline: datetime | None = None,
    ) -> Assessments:
        """The assessments of a group in a span of days: of all subjects for those who may read all marks of the group,
        of their own subjects for its other teachers.

        group_id: The group.
        first_day: First day; or period_id.
        last_day: Last day; at most 400 days.
        subject_code: Only of this subject.
        period_id: The days of this period, in the place of a first and a last one.

        Permission: mark.read on the group.
        Raises: InvalidArgument (period.empty, field.range, gradebook.days_or_period), NotFound (group.not_found,
            period.not_found).
        Since 0.1.
        """
        _answer: Assessments = self._call(
            _ASSESSMENTS,
            (group_id, first_day, last_day, subject_code, period_id),
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
        """Enters the marks of an assessment, all or none. What stood before is kept (history()). How many decimals a
        mark may have (two, where nobody says otherwise), and whether it may lie outside the scale, is as the policy
        says that holds for the pupil's level on the day.

        id: The assessment.
        items: At most 200, each pupil once. Others stay as they are.

        Permission: mark.write on the group of the service, for a service of one's own.
        Raises: InvalidArgument (field.range, field.repeated, gradebook.too_many_decimals, gradebook.above_maximum,
            gradebook.value_and_kind, gradebook.no_annotation, text.too_long, group.no_member), NotFound
            (gradebook.no_assessment), Conflict (call.stale_revision), FailedPrecondition (gradebook.period_closed:
            for a pupil whose mark would change).
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
        """What has stood for a pupil in an assessment, removed or not: who entered it, when, and why.

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
        first_day: date | None = None,
        last_day: date | None = None,
        period_id: int | None = None,
        deadline: datetime | None = None,
    ) -> PupilMarks:
        """The marks of a pupil in a span of days, as far as they are published to those who ask; teachers who are not
        the class's main teacher see those of their own subjects.

        org_id: The establishment.
        pupil_id: The pupil.
        first_day: First day; or period_id.
        last_day: Last day; at most 400 days.
        period_id: The days of this period, in the place of a first and a last one.

        Permission: mark.read on the pupil.
        Raises: InvalidArgument (period.empty, field.range, gradebook.days_or_period), NotFound (person.not_found,
            period.not_found).
        Since 0.1.
        """
        _answer: PupilMarks = self._call(
            _OF_PUPIL,
            (org_id, pupil_id, first_day, last_day, period_id),
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
        first_day: date | None = None,
        last_day: date | None = None,
        period_id: int | None = None,
        figure: Figure = "by_policy",
        deadline: datetime | None = None,
    ) -> Averages:
        """The averages of a pupil over a span of days, and what became of each mark. Families see those that their
        published marks make. Level and coefficients are those of the division on the last day, or else of the last
        one inside the days.

        org_id: The establishment.
        pupil_id: The pupil.
        first_day: First day; or period_id.
        last_day: Last day; at most 400 days.
        period_id: The days of this period, in the place of a first and a last one.
        figure: What becomes of assessments in which nothing stands.

        Permission: mark.read on the pupil.
        Raises: InvalidArgument (period.empty, field.range, gradebook.days_or_period), NotFound (person.not_found,
            period.not_found).
        Since 0.1.
        """
        _answer: Averages = self._call(
            _AVERAGES,
            (org_id, pupil_id, first_day, last_day, period_id, figure),
            deadline,
            None,
            None,
        )
        return _answer

    def group_averages(
        self,
        *,
        group_id: int,
        first_day: date | None = None,
        last_day: date | None = None,
        subject_code: str | None = None,
        period_id: int | None = None,
        deadline: datetime | None = None,
    ) -> GroupAverages:
        """The averages of a group over a span of days, subject by subject, over its pupils of the last day: where the
        days are a period that is published for the group, those who were in it then.

        group_id: The group.
        first_day: First day; or period_id.
        last_day: Last day; at most 400 days.
        subject_code: Only this subject.
        period_id: The days of this period, in the place of a first and a last one.

        Permission: mark.read on the group.
        Raises: InvalidArgument (period.empty, field.range, gradebook.days_or_period), NotFound (group.not_found,
            period.not_found).
        Since 0.1.
        """
        _answer: GroupAverages = self._call(
            _GROUP_AVERAGES,
            (group_id, first_day, last_day, subject_code, period_id),
            deadline,
            None,
            None,
        )
        return _answer

    def set_period_state(
        self,
        *,
        period_id: int,
        state: PeriodState,
        group_ids: Iterable[int],
        reason: str | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> GroupStates:
        """Opens, closes, locks or publishes a period for groups, all or none. Nothing is said of a group: it is open. A
        pupil's mark is open where both the group of the assessment and the pupil's division are, and the period of
        its day is not published with the pupil for another division. A group that is in the state already stays as it
        is. Until it is open again, the period keeps its days.

        period_id: The period.
        state: What it becomes.
        group_ids: 1 to 200 groups of the period's year; divisions must go by the period.
        reason: 1 to 300 characters; required where a group goes back to an earlier state.

        Permission: period.manage on the establishment of the period.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long, group.not_found,
            gradebook.other_period, gradebook.reason_missing), NotFound (period.not_found), FailedPrecondition
            (gradebook.not_locked: only what is locked is published).
        Since 0.1.
        """
        _answer: GroupStates = self._call(
            _SET_PERIOD_STATE,
            (period_id, state, group_ids, reason),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def period_states(
        self,
        *,
        period_id: int,
        group_id: int | None = None,
        history: bool = False,
        deadline: datetime | None = None,
    ) -> GroupStates:
        """The states of a period, group by group; groups of which nothing was set are left out: they are open.

        period_id: The period.
        group_id: Only this group.
        history: What was set before too.

        Permission: period.read on the establishment of the period.
        Raises: NotFound (period.not_found).
        Since 0.1.
        """
        _answer: GroupStates = self._call(_PERIOD_STATES, (period_id, group_id, history), deadline, None, None)
        return _answer

    def reopen(
        self,
        *,
        period_id: int,
        group_id: int,
        teacher_id: int,
        last_day: date,
        reason: str,
        first_day: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Reopening:
        """Lets one teacher enter marks for one group for some days although the period is closed. For the same period,
        group and teacher the last one that was said holds.

        period_id: A period that is not published for the group.
        group_id: A division: for its pupils, whatever the group; another group: for all of its pupils.
        teacher_id: For whom: who teaches some of these pupils on some of these days, or is their main teacher.
        last_day: Last day on which they may; before first_day: what was reopened is closed again.
        reason: 1 to 300 characters.
        first_day: First day; default: today. At most 31 days.

        Permission: mark.unlock on the group; asks for a recent proof of identity.
        Raises: InvalidArgument (field.range, text.too_short, text.too_long, gradebook.other_period, person.not_found,
            gradebook.not_their_teacher), NotFound (group.not_found, period.not_found), FailedPrecondition
            (gradebook.period_published).
        Since 0.1.
        """
        _answer: Reopening = self._call(
            _REOPEN,
            (period_id, group_id, teacher_id, last_day, reason, first_day),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def reopenings(
        self,
        *,
        period_id: int,
        group_id: int | None = None,
        history: bool = False,
        deadline: datetime | None = None,
    ) -> Reopenings:
        """All reopenings of a period that were ever said.

        period_id: The period.
        group_id: Only this group.
        history: What was set before too.

        Permission: mark.read on the establishment of the period.
        Raises: NotFound (period.not_found).
        Since 0.1.
        """
        _answer: Reopenings = self._call(_REOPENINGS, (period_id, group_id, history), deadline, None, None)
        return _answer

    def set_policy(
        self,
        *,
        org_id: int,
        policy: str,
        valid_from: date | None = None,
        period_id: int | None = None,
        level: str | None = None,
        step: Decimal | None = None,
        rounding: RoundingRule | None = None,
        missing: MissingRule | None = None,
        best_more: Decimal | None = None,
        best_times: Decimal | None = None,
        worst_times: Decimal | None = None,
        moved: MovedRule | None = None,
        negative: bool | None = None,
        above_maximum: bool | None = None,
        decimals: int | None = None,
        letters: Letters | LettersDict | None = None,
        quartiles: QuartileRule | None = None,
        categories: Iterable[Category | CategoryDict] = (),
        weigh: WeighRule | None = None,
        bonus: BonusRule | None = None,
        optional: OptionalRule | None = None,
        year: YearRule | None = None,
        roundings: Iterable[RoundingOf | RoundingOfDict] = (),
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> PolicyView:
        """Says how averages are made in a unit from a day on. A span of days goes by what holds on its first day, so
        that a period that has begun never moves. Said again for the same level and day, it takes the place of what
        was said.

        org_id: A unit; it holds in those below it that say nothing themselves.
        policy: A preset: "fr-exact", "gepi", "pronote", ...; see docs/gradebook-policies.md.
        valid_from: For all spans of days that begin then or later; default: today.
        period_id: From this period of the unit on, in the place of valid_from.
        level: For pupils of this level; default: of all of which nothing else is said.
        step: Averages are rounded to 0.01, 0.05, 0.1, 0.25, 0.5 or 1; default: as the preset does.
        rounding: In which direction; default: as the preset does.
        missing: Default: as the preset does.
        best_more: Added to the coefficient of the best mark: 0 to 100.
        best_times: What the coefficient of the best mark is multiplied by: 0 to 100.
        worst_times: The same for the worst mark.
        moved: Of whoever changes class inside the span; default: marks follow.
        negative: Whether marks below the scale are entered; default: as the preset does.
        above_maximum: Whether marks above the maximum are.
        decimals: How many decimals a mark may have: 0 to 4.
        letters: Told beside averages; default: there are none.
        quartiles: Of groups; default: nearest_rank.
        categories: Of subjects, in the order in which reports show them: at most 20.
        weigh: What a mark weighs; default: as the preset does.
        bonus: How bonus marks count; default: as the preset does.
        optional: How optional marks count; default: as the preset does.
        year: What a year is made of; default: as the preset does.
        roundings: Of one kind of average each, in the place of `step` and `rounding`: at most 5.

        Permission: subject.manage on the unit.
        Raises: InvalidArgument (gradebook.no_policy, field.range, field.repeated, gradebook.too_many_decimals,
            text.too_short, text.too_long, gradebook.no_letters, gradebook.letter_bounds: each is below the one
            before, and the last one is 0, gradebook.days_or_period, gradebook.already_past: above the establishments,
            from a day before today on), NotFound (org.not_found, period.not_found), FailedPrecondition
            (gradebook.period_closed: a closed period begins on this day or later).
        Since 0.1.
        """
        _answer: PolicyView = self._call(
            _SET_POLICY,
            (org_id, policy, valid_from, period_id, level, step, rounding, missing, best_more, best_times, worst_times, moved, negative, above_maximum, decimals, letters, quartiles, categories, weigh, bonus, optional, year, roundings),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def policy(self, *, org_id: int, level: str | None = None, deadline: datetime | None = None) -> PolicyView:
        """How averages are made of what begins on the session's date: as the nearest unit says, or else by fr-exact.

        org_id: The unit.
        level: For pupils of this level.

        Permission: subject.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: PolicyView = self._call(_POLICY, (org_id, level), deadline, None, None)
        return _answer

    def set_coefficients(
        self,
        *,
        org_id: int,
        items: Iterable[CoefficientDict] = (),
        valid_from: date | None = None,
        period_id: int | None = None,
        level: str | None = None,
        division_id: int | None = None,
        pupil_id: int | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Coefficients:
        """Says what subjects weigh from a day on, in the place of all that was said of the same pupil, division, level
        or of all. A pupil's subject weighs what is said of the pupil, or else of the division, or else of the level,
        or else of all, or else 1.

        org_id: An establishment.
        items: At most 100, each subject once; of the others nothing is said.
        valid_from: For all spans of days that begin then or later; default: today.
        period_id: From this period on, in the place of valid_from.
        level: For pupils of this level.
        division_id: For the pupils of this division.
        pupil_id: For this pupil alone, who is one on that day or later. None of the three: for all.

        Permission: subject.manage on the establishment.
        Raises: InvalidArgument (field.range, field.repeated, gradebook.too_many_decimals, text.too_short,
            text.too_long, group.division_unknown, person.not_found, attendance.not_a_pupil, gradebook.days_or_period,
            gradebook.level_or_division), NotFound (org.not_found, period.not_found), FailedPrecondition
            (gradebook.period_closed: a closed period begins on this day or later).
        Since 0.1.
        """
        _answer: Coefficients = self._call(
            _SET_COEFFICIENTS,
            (org_id, items, valid_from, period_id, level, division_id, pupil_id),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def coefficients(
        self,
        *,
        org_id: int,
        division_id: int | None = None,
        level: str | None = None,
        pupil_id: int | None = None,
        deadline: datetime | None = None,
    ) -> Coefficients:
        """What subjects weigh in what begins on the session's date.

        org_id: The establishment.
        division_id: As they hold for pupils of this division
        level: and of this level; default: the one of the division.
        pupil_id: As they hold for this pupil, in the division of that date.

        Permission: subject.read on the establishment; of a pupil mark.read on the pupil too.
        Raises: InvalidArgument (group.division_unknown, gradebook.level_or_division), NotFound (org.not_found,
            person.not_found).
        Since 0.1.
        """
        _answer: Coefficients = self._call(
            _COEFFICIENTS,
            (org_id, division_id, level, pupil_id),
            deadline,
            None,
            None,
        )
        return _answer

    def what_if(
        self,
        *,
        org_id: int,
        pupil_id: int,
        items: Iterable[SupposedDict],
        first_day: date | None = None,
        last_day: date | None = None,
        period_id: int | None = None,
        target: Decimal | None = None,
        step: Decimal = Decimal("0.5"),
        deadline: datetime | None = None,
    ) -> Supposition:
        """What the averages of a pupil would be with other marks, and which mark it takes to reach one. Nothing is
        written. Families see it over what is published to them.

        org_id: The establishment.
        pupil_id: The pupil.
        items: 1 to 50.
        first_day: First day; or period_id.
        last_day: Last day; at most 400 days.
        period_id: The days of this period, in the place of a first and a last one.
        target: The average, as people see it, that the subject of the unknown mark is to reach.
        step: Unknown marks are its multiples, and the maximum: 0.01 or more, at most 2000 in that.

        Permission: mark.read on the pupil.
        Raises: InvalidArgument (period.empty, field.range, field.repeated, gradebook.days_or_period,
            gradebook.value_and_kind, gradebook.too_many_decimals, gradebook.above_maximum, gradebook.no_assessment,
            gradebook.no_box, gradebook.one_unknown: a target goes with one item without number and kind), NotFound
            (person.not_found, period.not_found).
        Since 0.1.
        """
        _answer: Supposition = self._call(
            _WHAT_IF,
            (org_id, pupil_id, items, first_day, last_day, period_id, target, step),
            deadline,
            None,
            None,
        )
        return _answer

    def import_marks(
        self,
        *,
        service_id: int,
        assessment_ids: Iterable[int],
        items: Iterable[ImportRowDict],
        dry_run: bool = False,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Imported:
        """Enters the marks of a table of texts, whole or not at all: where a cell is refused nothing is written, and the
        error names all of them by row and column, `/items/2/cells/0`. A dry run answers them instead.

        service_id: One's own service, or that of a colleague in the same subject and group.
        assessment_ids: 1 to 40: the columns, of the group and subject of the service.
        items: 1 to 500, each pupil once; marks are of pupils of the group on the day.
        dry_run: Only say what would become of each cell.

        Permission: mark.write on the group of the service, for a service of one's own.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long, gradebook.no_assessment,
            gradebook.id_or_name, gradebook.columns_differ, group.no_member, gradebook.pupil_ambiguous,
            gradebook.not_a_mark, gradebook.above_maximum, gradebook.too_many_decimals, gradebook.period_closed),
            NotFound (group.no_service).
        Since 0.1.
        """
        _answer: Imported = self._call(
            _IMPORT_MARKS,
            (service_id, assessment_ids, items, dry_run),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def table(
        self,
        *,
        group_id: int,
        first_day: date | None = None,
        last_day: date | None = None,
        subject_code: str | None = None,
        period_id: int | None = None,
        ranks: bool = False,
        deadline: datetime | None = None,
    ) -> Table:
        """The averages of all pupils of a group over a span of days, as averages() gives them of each, beside what the
        group looks like: of all subjects for those who may read all marks of the group, of their own subjects for its
        other teachers. Where the days are a period that is published for the group, of those who were in it then.
        Ranks are told to nobody who does not ask.

        group_id: The group.
        first_day: First day; or period_id.
        last_day: Last day; at most 400 days.
        subject_code: Only this subject.
        period_id: The days of this period, in the place of a first and a last one.
        ranks: Whether ranks are told.

        Permission: mark.read on the group.
        Raises: InvalidArgument (period.empty, field.range, gradebook.days_or_period), NotFound (group.not_found,
            period.not_found).
        Since 0.1.
        """
        _answer: Table = self._call(
            _TABLE,
            (group_id, first_day, last_day, subject_code, period_id, ranks),
            deadline,
            None,
            None,
        )
        return _answer

    def adjust(
        self,
        *,
        service_id: int,
        period_id: int,
        items: Iterable[AdjustEntryDict],
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Adjusted:
        """Enters the bonus/malus column of a service and period, all or none: points that are added to the average of
        the subject before it is rounded, wherever averages are asked over the days of this period. They have no cap,
        and without an average add nothing; what two services of one subject give is added up. They have no day of
        publication of their own: who is told the average is told of them with it, since without them it would not be
        the one that the marks make. What stood before is kept. The period is not dropped any more.

        service_id: One's own service, or that of a colleague in the same subject and group.
        period_id: A period by which the group goes.
        items: At most 200, each pupil once. Others stay as they are.

        Permission: mark.write on the group of the service, for a service of one's own.
        Raises: InvalidArgument (field.range, field.repeated, gradebook.too_many_decimals, gradebook.other_period,
            group.no_member), NotFound (group.no_service, period.not_found), FailedPrecondition
            (gradebook.period_closed: for a pupil whose points would change).
        Since 0.1.
        """
        _answer: Adjusted = self._call(
            _ADJUST,
            (service_id, period_id, items),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def adjustments(
        self,
        *,
        group_id: int,
        period_id: int,
        subject_code: str | None = None,
        history: bool = False,
        deadline: datetime | None = None,
    ) -> Adjustments:
        """The bonus/malus column of a group in a period: of all subjects for those who may read all marks of the group,
        of their own subjects for its other teachers.

        group_id: The group.
        period_id: The period.
        subject_code: Only of this subject.
        history: What stood before too.

        Permission: mark.read on the group.
        Raises: NotFound (group.not_found, period.not_found).
        Since 0.1.
        """
        _answer: Adjustments = self._call(
            _ADJUSTMENTS,
            (group_id, period_id, subject_code, history),
            deadline,
            None,
            None,
        )
        return _answer

    def set_boxes(
        self,
        *,
        service_id: int,
        items: Iterable[Box | BoxDict] = (),
        rules: BoxRules | BoxRulesDict | None = None,
        valid_from: date | None = None,
        period_id: int | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> BoxSet:
        """Says in which boxes the assessments of a subject stand in a group, in the place of all that was said from the
        same day on.

        A span of days goes by what holds on its first day. Boxes that are said inside the span, and rules of the
        whole where none were said before it, hold in it too: what is added in the middle of a term counts at once,
        what is changed from the next one on.

        service_id: One's own service, or that of a colleague in the same subject and group.
        items: At most 40.
        rules: How the average of the whole subject is made.
        valid_from: Default: first day of the period that the group goes by on the session's date, or else that date.
        period_id: From this period on, in the place of valid_from.

        Permission: assessment.write on the group of the service.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long,
            gradebook.too_many_decimals, gradebook.no_policy, gradebook.no_box: the box around it does not come before
            it, gradebook.days_or_period), NotFound (group.no_service, period.not_found), FailedPrecondition
            (gradebook.other_service, gradebook.box_in_use: an assessment of these days stands in a box that is no
            more, gradebook.period_closed: a period that ends on this day or later is closed for the group or for
            somebody whose averages draw on it).
        Since 0.1.
        """
        _answer: BoxSet = self._call(
            _SET_BOXES,
            (service_id, items, rules, valid_from, period_id),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def boxes(self, *, group_id: int, subject_code: str | None = None, deadline: datetime | None = None) -> BoxSets:
        """The boxes of the subjects of a group: of all of them for those who may read all marks of the group, of their
        own subjects for its other teachers.

        group_id: The group.
        subject_code: Only of this subject.

        Permission: mark.read on the group.
        Raises: NotFound (group.not_found).
        Since 0.1.
        """
        _answer: BoxSets = self._call(_BOXES, (group_id, subject_code), deadline, None, None)
        return _answer

    def set_annotations(
        self,
        *,
        org_id: int,
        items: Iterable[Annotation | AnnotationDict] = (),
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Annotations:
        """Says which kinds of marks a school has of its own, in the place of all that was said. What was entered keeps
        its code and counts as it did then, be the code taken off the list or said to count otherwise; its label is
        the last one that was said.

        org_id: An establishment.
        items: At most 50, each code once, whatever its case and accents.

        Permission: subject.manage on the establishment.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long, gradebook.word_taken),
            NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Annotations = self._call(
            _SET_ANNOTATIONS,
            (org_id, items),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def annotations(self, *, org_id: int, deadline: datetime | None = None) -> Annotations:
        """The kinds of marks that a school has of its own.

        org_id: The establishment.

        Permission: subject.read on the establishment.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Annotations = self._call(_ANNOTATIONS, (org_id,), deadline, None, None)
        return _answer
