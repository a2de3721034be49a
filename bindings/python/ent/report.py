# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Report cards: bilans périodiques of collège, lycée and primary school.

A report is made of what is there: averages, attendance, comments, what the class council has said. Nothing of it is
stored until it is published: then it is written down as it stands, once and for all (docs/reports.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from ent import _core
from ent import gradebook as _gradebook
from ent import person as _person
from ent._common import Profile
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Advice", "AdviceKind", "Among", "Answer", "Arrangement", "ArrangementDict", "ArrangementKind", "ArrangementsItemDict", "Average", "Before", "Block", "CategoryLine", "Class", "ClassReports", "ClassSubject", "CommentItemDict", "Component", "ComponentItemDict", "Council", "CouncilSeat", "CouncilSeatDict", "CouncilVersion", "CouncilView", "CycleEnd", "CycleItemDict", "DecideItemDict", "Domain", "EntryKind", "GeneralItemDict", "Gone", "Issued", "Line", "Missing", "MissingList", "Model", "ModelBlock", "ModelChoice", "ModelChoices", "Models", "Operations", "Opinion", "OpinionDict", "OpinionKind", "Opinions", "Overridden", "Period", "Project", "ProjectDict", "ProjectKind", "ProjectLine", "Projects", "Publication", "Publications", "PublishedCount", "Reading", "Readings", "Report", "School", "SchoolLife", "SchoolLifeItemDict", "SeatRole", "Sheet", "SheetLine", "Snapshot", "Standing", "State", "Tally", "Version", "Versions", "Wanted", "Wish", "WishDict", "Written"]

ProjectKind = Literal["epi", "support", "parcours"]
"""What kind of project a report tells of.

epi: Enseignement pratique interdisciplinaire.
support: Accompagnement personnalisé.
parcours: Parcours éducatif.
"""

OpinionKind = Literal["distinction", "warning", "opinion"]
"""What an opinion is.

distinction: Félicitations, compliments, encouragements.
warning: Of work or of behaviour.
opinion: What else a council says.
"""

Answer = Literal["favourable", "reserved", "unfavourable"]
"""What a council answers to a wish.

favourable: Avis favorable.
reserved: Avis réservé.
unfavourable: Avis défavorable.
"""

ArrangementKind = Literal["pap", "pai", "ppre", "pps", "ulis", "upe2a", "segpa", "success_contract"]
"""What a school does for a pupil in particular (modalité d'accompagnement).

pap: Plan d'accompagnement personnalisé.
pai: Projet d'accueil individualisé.
ppre: Programme personnalisé de réussite éducative.
pps: Projet personnalisé de scolarisation.
ulis: Unité localisée pour l'inclusion scolaire.
upe2a: Unité pédagogique pour élèves allophones arrivants.
segpa: Section d'enseignement général et professionnel adapté.
success_contract: Contrat de réussite.
"""

State = Literal["empty", "teachers", "mixed", "synthesis", "complete", "published"]
"""How far a report is.

empty: Nobody has written anything.
teachers: Teachers write their comments.
mixed: Some comments of subjects are missing, and those for the whole may be written already.
synthesis: All subjects are there; what is said of the whole is not.
complete: Nothing is missing.
published: It is out.
"""

Wanted = Literal[
    "subject_comment",
    "positioning",
    "general_comment",
    "school_life_comment",
    "component",
    "cycle_synthesis",
]
"""What is not there yet.

subject_comment: Of a subject.
positioning: In a subject.
general_comment: Of the whole.
school_life_comment: Of the CPE.
component: The degree of a component of the socle; `subject_code` says of which.
cycle_synthesis: Of the end of a cycle.
"""

AdviceKind = Literal["vague", "reductive", "humiliating", "shouting", "too_short"]
"""What may be said better. Advice hinders nothing.

vague: "peut mieux faire": says nothing that helps.
reductive: "faible": judges the pupil in a word.
humiliating: "nul".
shouting: Words in capitals.
too_short: Less than three words.
"""

SeatRole = Literal["chair", "main_teacher", "teacher", "school_life", "pupil_delegate", "parent_delegate", "guest"]
"""In which place somebody sits in a council.

chair: Who presides.
main_teacher: Professeur principal.
teacher: Another teacher.
school_life: CPE.
pupil_delegate: Délégué des élèves.
parent_delegate: Délégué des parents.
guest: Anybody else.
"""

EntryKind = Literal[
    "subject_comment",
    "positioning",
    "general_comment",
    "school_life_comment",
    "average",
    "general_average",
    "justified_half_days",
    "unjustified_half_days",
    "latenesses",
    "opinion",
    "wish",
    "decision",
    "project",
    "component",
    "cycle_synthesis",
    "complement",
    "regional_language",
    "arrangement",
]
"""What an entry says.

subject_comment: `item` is the subject.
positioning: `item` is the subject.
general_comment: Of the whole.
school_life_comment: Of the CPE.
average: In the place of a computed one; `item` is the subject, `text` the reason.
general_average: Likewise.
justified_half_days: In the place of what is counted; `text` is the reason.
unjustified_half_days: Likewise.
latenesses: Likewise.
opinion: `item` is its code.
wish: `item` is its rank.
decision: Of orientation.
project: Of the pupil in a project; `item` is its group and code.
component: The degree of a component of the socle; `item` is its code.
cycle_synthesis: Of the end of a cycle.
complement: Enseignement de complément: `text` is its code, the value the goal that was reached.
regional_language: Langue régionale: `text` is its code, the value the goal.
arrangement: What is done for the pupil in particular; `item` is its kind.
"""

Block = Literal[
    "averages",
    "general_average",
    "class_figures",
    "coefficients",
    "elements",
    "positioning",
    "subject_comments",
    "school_life",
    "school_life_comment",
    "general_comment",
    "council",
    "orientation",
    "projects",
    "components",
    "cycle_synthesis",
]
"""A part of a report.

averages: The averages of the subjects,
general_average: and over them.
class_figures: Mean, lowest and highest of the class.
coefficients: What subjects weigh.
elements: What of the programme was worked on.
positioning: How far the goals are reached, in four degrees.
subject_comments: Appréciations of the subjects.
school_life: Half-days missed, latenesses,
school_life_comment: and what the CPE says of them.
general_comment: Synthesis.
council: Opinions of the class council.
orientation: Wishes, answers, decision.
projects: EPI, accompagnement personnalisé, parcours.
components: The eight components of the socle, in four degrees, in the last period of a cycle,
cycle_synthesis: and what is said of the pupil there.
"""


class OpinionDict(TypedDict):
    """What a school's councils may say of a pupil in one word."""

    code: str
    """Within the school: "compliments"."""
    name: str
    """As reports show it: "Compliments"."""
    kind: OpinionKind
    """What it is."""


class WishDict(TypedDict):
    """A wish of orientation."""

    rank: int
    """1 for the first."""
    text: str
    """What the family wishes."""
    answer: NotRequired[Answer | None]
    """What the council says of it."""


class ArrangementDict(TypedDict):
    """An arrangement for a pupil."""

    kind: ArrangementKind
    """What it is."""
    text: NotRequired[str | None]
    """Of a PPRE or a contrat de réussite: what is done."""


class CommentItemDict(TypedDict):
    """What is said of one pupil; what is left out stays as it is."""

    pupil_id: int
    """A pupil of the group on the last day of the period."""
    text: NotRequired[str | None]
    """At most 600 characters; empty: what stood is taken back."""
    positioning: NotRequired[int | None]
    """1 not reached, 2 partly reached, 3 reached, 4 exceeded; 0: taken back."""


class GeneralItemDict(TypedDict):
    """What is said of one pupil as a whole."""

    pupil_id: int
    """A pupil of the division on the last day of the period."""
    text: str
    """At most 1000 characters; empty: what stood is taken back."""


class SchoolLifeItemDict(TypedDict):
    """Vie scolaire of one pupil; what is left out stays as it is."""

    pupil_id: int
    """A pupil of the division on the last day of the period."""
    comment: NotRequired[str | None]
    """At most 600 characters; empty: what stood is taken back."""
    justified_half_days: NotRequired[int | None]
    """In the place of what is counted: 0 to 999; with a reason."""
    unjustified_half_days: NotRequired[int | None]
    """Likewise."""
    latenesses: NotRequired[int | None]
    """Likewise."""
    reason: NotRequired[str | None]
    """1 to 300 characters."""
    as_counted: NotRequired[bool]
    """What was typed is taken back."""


class DecideItemDict(TypedDict):
    """What the council says of one pupil; what is left out stays as it is."""

    pupil_id: int
    """A pupil of the division on the last day of the period."""
    opinion_codes: NotRequired[Iterable[str] | None]
    """Of the school's opinions(), each once; empty: none."""
    wishes: NotRequired[Iterable[Wish | WishDict] | None]
    """At most 10, of ranks from 1 to 10, of 1 to 200 characters."""
    decision: NotRequired[str | None]
    """Of orientation: at most 300 characters; empty: taken back."""
    general_average: NotRequired[Decimal | None]
    """In its place: 0 to the policy's scale, at most two decimals; with a reason."""
    reason: NotRequired[str | None]
    """1 to 300 characters."""
    general_as_computed: NotRequired[bool]
    """What stood in the place of the computed one is taken back."""
    general_not_marked: NotRequired[bool]
    """In its place that there is none; with a reason, without a number."""


class CouncilSeatDict(TypedDict):
    """Somebody who was asked to a council."""

    name: str
    """As the minutes name them: 1 to 120 characters."""
    role: SeatRole
    """In which place."""
    present: bool
    """They came."""


class ProjectDict(TypedDict):
    """A project in which pupils take part."""

    code: str
    """Within the group and period: "JARDIN". 1 to 40 characters."""
    kind: ProjectKind
    """What it is."""
    name: str
    """As reports show it: 1 to 150 characters."""
    theme: NotRequired[str | None]
    """Of an EPI "EPI_EDD", of a parcours "PAR_AVN": its national code."""
    subject_codes: NotRequired[Iterable[str]]
    """Of which subjects: of an EPI two or more, at most 10."""
    description: NotRequired[str | None]
    """What is done: at most 600 characters."""
    comment: NotRequired[str | None]
    """What is said of the group: at most 600 characters."""


class ComponentItemDict(TypedDict):
    """The degree of a component."""

    code: str
    """Of the socle: "CPD_FRA"."""
    position: NotRequired[int | None]
    """1 to 4; 0 exempt; none: what stood is taken back."""


class CycleItemDict(TypedDict):
    """The end of a cycle of one pupil; what is left out stays as it is."""

    pupil_id: int
    """A pupil of the division on the last day of the period."""
    components: NotRequired[Iterable[ComponentItemDict]]
    """Each once."""
    synthesis: NotRequired[str | None]
    """At most 1500 characters; empty: what stood is taken back."""
    complement: NotRequired[str | None]
    """LCA, LCE, LCR, CHK, PRO, LSF or LVE; empty: what stood is taken back."""
    complement_goal: NotRequired[int | None]
    """With it: 1 reached, 2 exceeded."""
    regional_language: NotRequired[str | None]
    """BAQ, BRE, CAT, COS, CPF, FUD, GAL, GSW, MEL, MOL, OCI, TAH or WLS; empty: as above."""
    regional_language_goal: NotRequired[int | None]
    """With it: 1 not reached, 2 reached."""


class ArrangementsItemDict(TypedDict):
    """What a school does for one pupil in particular."""

    pupil_id: int
    """A pupil of the division on the last day of the period."""
    arrangements: Iterable[Arrangement | ArrangementDict]
    """In the place of those that stood, each kind once; texts of at most 600 characters."""


@record(frozen=True, slots=True, kw_only=True)
class School:
    """The school, as the report names it."""

    org_id: int
    """The establishment."""
    code: str
    """Its code (UAI)."""
    name: str
    """Its name."""


@record(frozen=True, slots=True, kw_only=True)
class Class:
    """The class, as the report names it."""

    division_id: int
    """The division on the last day of the period."""
    name: str
    """Its name."""
    level: str | None
    """Of the pupil."""
    school_year: int
    """2026 for 2026-2027."""
    pupils: int
    """How many are in it; where it is published, as it was then."""


@record(frozen=True, slots=True, kw_only=True)
class Period:
    """The period, as the report names it."""

    id: int
    """The period."""
    name: str
    """"1er trimestre"."""
    number: int
    """1 for the first of the year,"""
    of: int
    """of so many."""
    first_day: date
    """First day."""
    last_day: date
    """Last day."""


@record(frozen=True, slots=True, kw_only=True)
class Overridden:
    """What stands in the place of a computed average."""

    value: Decimal | None
    """What is shown; none: not marked (non noté)."""
    reason: str
    """Why."""


@record(frozen=True, slots=True, kw_only=True)
class Among:
    """What the averages of a class look like. Those that are overridden count as they are shown, and not where that is
    not marked.
    """

    marked: int
    """Pupils with an average."""
    mean: Decimal | None
    """The mean of their averages; in what is published only of three and more."""
    minimum: Decimal | None
    """The lowest; in what is published only of five and more."""
    maximum: Decimal | None
    """The highest; likewise."""


@record(frozen=True, slots=True, kw_only=True)
class Before:
    """An average of an earlier period of the same school year."""

    shown: Decimal | None
    """Of the pupil, overridden or computed, in whatever class they were; none: there was none."""
    mean: Decimal | None
    """Of the class that the report is of, as it was on the last day of that period; of few as in Among."""
    marked: int
    """Pupils with an average in that class then."""


@record(frozen=True, slots=True, kw_only=True)
class Average:
    """An average of a report."""

    shown: Decimal | None
    """As the report shows it: overridden, or computed and rounded by the policy; none: not marked."""
    computed: Decimal | None
    """As it is computed, rounded by the policy; none: there is no mark that counts."""
    exact: str | None
    """As it is computed: "29/2", "14"."""
    overridden: Overridden | None
    """Where somebody has said otherwise."""
    among: Among
    """The same of the class."""
    before: tuple[Before, ...]
    """One for each of the report's earlier periods, in their order."""
    year: Decimal | None
    """Of the year up to this period: the mean of its periods, or what the policy makes it."""
    letter: str | None
    """The letter of what is shown, where the policy of the grade book has letters."""
    adjustment: Decimal | None
    """Points of the bonus/malus column, which the computed average has in it."""


@record(frozen=True, slots=True, kw_only=True)
class Line:
    """One subject of a report, or one domain of primary school."""

    subject_code: str | None
    """The subject; none: all that a class is taught by one teacher."""
    name: str
    """Its name; the code where nobody has said a name; empty without subject."""
    teachers: tuple[_person.Card, ...]
    """Who taught it to the pupil last in the period, by name: those of its last day, where there are any."""
    average: Average | None
    """None where the model has no marks."""
    coefficient: Decimal
    """What it weighs in the general average."""
    mode: _gradebook.SubjectMode
    """How it counts there."""
    assessments: int
    """Of the pupil's marks those that count."""
    positioning: int | None
    """1 not reached, 2 partly reached, 3 reached, 4 exceeded."""
    elements: tuple[str, ...]
    """What of the programme was worked on."""
    comment: str | None
    """Appréciation."""


@record(frozen=True, slots=True, kw_only=True)
class Tally:
    """Figures of attendance."""

    justified_half_days: int
    """Half-days missed, with an accepted reason,"""
    unjustified_half_days: int
    """and without."""
    latenesses: int
    """Latenesses."""


@record(frozen=True, slots=True, kw_only=True)
class SchoolLife:
    """Vie scolaire."""

    shown: Tally
    """As the report shows it."""
    counted: Tally
    """As it follows from the registers."""
    reason: str | None
    """Why `shown` was typed; none: nothing was."""
    comment: str | None
    """By the CPE."""


@record(frozen=True, slots=True, kw_only=True)
class ProjectLine:
    """A project in the report of a pupil."""

    group_id: int
    """The group that it is of."""
    code: str
    """Within the group."""
    kind: ProjectKind
    """What it is."""
    name: str
    """As reports show it."""
    theme: str | None
    """Its national code,"""
    theme_name: str | None
    """and its name."""
    subject_codes: tuple[str, ...]
    """Of which subjects,"""
    subjects: tuple[str, ...]
    """and their names."""
    description: str | None
    """What is done."""
    group_comment: str | None
    """What is said of the group."""
    comment: str | None
    """What is said of the pupil."""


@record(frozen=True, slots=True, kw_only=True)
class Component:
    """How far a component of the socle commun is mastered."""

    code: str
    """"CPD_FRA"."""
    name: str
    """As reports show it."""
    position: int | None
    """1 insufficient, 2 fragile, 3 satisfying, 4 very good; 0 exempt; none: not said yet."""


@record(frozen=True, slots=True, kw_only=True)
class CycleEnd:
    """The end of a cycle."""

    cycle: int
    """2, 3 or 4."""
    components: tuple[Component, ...]
    """The eight of the socle, in their order."""
    synthesis: str | None
    """What is said of the pupil at the end of the cycle."""
    complement: str | None
    """Enseignement de complément: "LCA"; none: there is none."""
    complement_goal: int | None
    """1 reached, 2 exceeded."""
    regional_language: str | None
    """Langue régionale: "BRE"; none: there is none."""
    regional_language_goal: int | None
    """1 not reached, 2 reached."""


@record(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a school's councils may say of a pupil in one word."""

    code: str
    """Within the school: "compliments"."""
    name: str
    """As reports show it: "Compliments"."""
    kind: OpinionKind
    """What it is."""


@record(frozen=True, slots=True, kw_only=True)
class Wish:
    """A wish of orientation."""

    rank: int
    """1 for the first."""
    text: str
    """What the family wishes."""
    answer: Answer | None
    """What the council says of it."""


@record(frozen=True, slots=True, kw_only=True)
class Council:
    """What the class council says of a pupil."""

    held_on: date | None
    """When it sat."""
    opinions: tuple[Opinion, ...]
    """In the school's order."""
    wishes: tuple[Wish, ...]
    """By rank."""
    decision: str | None
    """Of orientation."""


@record(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """An arrangement for a pupil."""

    kind: ArrangementKind
    """What it is."""
    text: str | None
    """Of a PPRE or a contrat de réussite: what is done."""


@record(frozen=True, slots=True, kw_only=True)
class CategoryLine:
    """A category of subjects: "Pôle scientifique"."""

    code: str
    """Its code in the policy of the grade book."""
    name: str
    """Its name."""
    subject_codes: tuple[str, ...]
    """Those of its subjects that have a line, in its order."""
    average: Average
    """Of what is shown of its subjects, by their coefficients; it is never overridden."""


@record(frozen=True, slots=True, kw_only=True)
class Report:
    """The report of one pupil: what is published is this, word for word."""

    pupil: _person.Card
    """Whose."""
    birth_date: date | None
    """Their birthday."""
    school: School
    """Where."""
    division: Class
    """In which class."""
    period: Period
    """Of when."""
    earlier: tuple[Period, ...]
    """The periods of the year before this one, in their order."""
    model: str
    """Which blocks it has: "college"; see models()."""
    lines: tuple[Line, ...]
    """By name of the subject; by the model's order in primary school."""
    general: Average | None
    """Over the subjects; none where the model has none."""
    school_life: SchoolLife | None
    """None where the model has none."""
    general_comment: str | None
    """Synthesis."""
    projects: tuple[ProjectLine, ...]
    """EPI, accompagnement, parcours of the pupil's groups, by kind and name."""
    cycle_end: CycleEnd | None
    """In the last period of CE2, sixième and troisième."""
    council: Council
    """What the class council says."""
    main_teachers: tuple[_person.Card, ...]
    """By name."""
    heads: tuple[_person.Card, ...]
    """Of the school, by name."""
    policy: str
    """By what averages are made: "fr-exact"."""
    scale: Decimal | None
    """What averages are out of: 20; none where they are points."""
    arrangements: tuple[Arrangement, ...]
    """What the school does for the pupil in particular, by kind."""
    categories: tuple[CategoryLine, ...]
    """Those with a line, in the order of the policy; none where the model has no marks."""


@record(frozen=True, slots=True, kw_only=True)
class Missing:
    """One thing that is missing in a report."""

    pupil: _person.Card
    """In whose."""
    wanted: Wanted
    """What."""
    subject_code: str | None
    """In which subject."""
    teachers: tuple[_person.Card, ...]
    """From whom: those who teach it, or the main teachers."""


@record(frozen=True, slots=True, kw_only=True)
class Issued:
    """What was published last of a report."""

    version: int
    """1 for the first, more for a correction."""
    at: datetime
    """When."""
    hash: str
    """SHA-256 of what was published, in hexadecimal."""


@record(frozen=True, slots=True, kw_only=True)
class Standing:
    """A report, and how far it is."""

    report: Report
    """As it would be published now."""
    state: State
    """How far it is."""
    missing: tuple[Missing, ...]
    """What is not there yet."""
    issued: Issued | None
    """What was published of it."""


@record(frozen=True, slots=True, kw_only=True)
class ClassSubject:
    """The class in a subject, or in general."""

    subject_code: str | None
    """The subject; none in general."""
    name: str
    """Its name; empty in general."""
    teachers: tuple[_person.Card, ...]
    """Who taught it to pupils of the class last in the period, by name."""
    marked: int
    """Pupils with an average."""
    mean: Decimal | None
    """The mean of their averages."""
    minimum: Decimal | None
    """The lowest."""
    lower_quartile: Decimal | None
    """The smallest that a quarter of the averages do not exceed."""
    median: Decimal | None
    """The middle one."""
    upper_quartile: Decimal | None
    """The smallest that three quarters do not exceed."""
    maximum: Decimal | None
    """The highest."""
    bands: tuple[int, ...]
    """How many are under 5, 8, 10, 12, 15, and from 15, of 20."""


@record(frozen=True, slots=True, kw_only=True)
class Gone:
    """A report that is out from a class in which its pupil is no more."""

    pupil: _person.Card
    """Whose."""
    id: int
    """The publication: see published()."""
    issued: Issued
    """What was published last."""


@record(frozen=True, slots=True, kw_only=True)
class ClassReports(Listing[Standing]):
    """The reports of a class."""

    items: tuple[Standing, ...]
    """One for each pupil of the class on the last day of the period, by name."""
    state: State
    """That of the report which is least far."""
    subjects: tuple[ClassSubject, ...]
    """By name: of those whose reports these are, as all figures of the class here."""
    general: ClassSubject | None
    """The general averages; none where the model has none."""
    gone: tuple[Gone, ...]
    """Whose enrolment was put right after their report went out from this class, by name."""
    categories: tuple[_gradebook.GroupCategory, ...]
    """The class in the categories of subjects, in the order of the policy."""


@record(frozen=True, slots=True, kw_only=True)
class MissingList(Listing[Missing]):
    """What is missing in the reports of a class."""

    items: tuple[Missing, ...]
    """By pupil, then in the order of the report."""
    state: State
    """That of the report which is least far."""
    pupils: int
    """Reports of the class,"""
    complete: int
    """of these complete or published."""


@record(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """What stands for one pupil in a subject."""

    pupil: _person.Card
    """Who."""
    comment: str | None
    """Appréciation."""
    positioning: int | None
    """1 to 4."""
    overridden: Overridden | None
    """What stands in the place of the average."""
    locked: bool
    """Nothing may be written any more."""


@record(frozen=True, slots=True, kw_only=True)
class Sheet(Listing[SheetLine]):
    """The comments of a subject for a group."""

    items: tuple[SheetLine, ...]
    """One for each pupil of the group on the last day of the period, by name."""
    elements: tuple[str, ...]
    """What of the programme was worked on."""
    revision: int
    """Counts what was written of these pupils in the subject."""


@record(frozen=True, slots=True, kw_only=True)
class Advice:
    """A piece of advice on a comment."""

    pupil_id: int
    """On whose."""
    kind: AdviceKind
    """What it is."""
    words: str
    """The words that are meant, as they were written."""


@record(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of what was written."""

    changed: int
    """What was set, changed or taken back."""
    unchanged: int
    """What stood already."""
    revision: int
    """Counts what was written of these pupils, in the subject where it is of one."""
    advice: tuple[Advice, ...]
    """By item."""


@record(frozen=True, slots=True, kw_only=True)
class CouncilSeat:
    """Somebody who was asked to a council."""

    name: str
    """As the minutes name them: 1 to 120 characters."""
    role: SeatRole
    """In which place."""
    present: bool
    """They came."""


@record(frozen=True, slots=True, kw_only=True)
class CouncilVersion:
    """What was written of a council before."""

    held_on: date | None
    """When it sat."""
    synthesis: str | None
    """What was said of the class as a whole."""
    minutes: str | None
    """Procès-verbal."""
    seats: tuple[CouncilSeat, ...]
    """In the order in which they were given."""
    revision: int
    """Which one it was."""
    at: datetime
    """When it was written."""
    author: _person.Card
    """By whom."""


@record(frozen=True, slots=True, kw_only=True)
class CouncilView:
    """A class council."""

    division_id: int
    """Of which division."""
    period_id: int
    """Of which period."""
    held_on: date | None
    """When it sat."""
    synthesis: str | None
    """What is said of the class as a whole."""
    minutes: str | None
    """Procès-verbal."""
    seats: tuple[CouncilSeat, ...]
    """In the order in which they were given."""
    revision: int
    """Counts changes; 0: nothing is written."""
    before: tuple[CouncilVersion, ...]
    """Where history is asked: what stood before, the last first."""


@record(frozen=True, slots=True, kw_only=True)
class Opinions(Listing[Opinion]):
    """What a school's councils may say."""

    items: tuple[Opinion, ...]
    """In the order in which reports show them."""


@record(frozen=True, slots=True, kw_only=True)
class Version:
    """What was said at a time."""

    kind: EntryKind
    """What it is."""
    item: str
    """Of which subject, opinion or wish; else empty."""
    given: bool
    """False: what stood before was taken back."""
    value: Decimal | None
    """Of what is a number."""
    answer: Answer | None
    """Of a wish."""
    text: str | None
    """Of what is a text."""
    at: datetime
    """When."""
    author: _person.Card
    """By whom."""


@record(frozen=True, slots=True, kw_only=True)
class Versions(Listing[Version]):
    """What was said."""

    items: tuple[Version, ...]
    """By kind and item, the last first."""


@record(frozen=True, slots=True, kw_only=True)
class ModelBlock:
    """A part of a model."""

    block: Block
    """Which."""
    required: bool
    """A report in which it is not there is not complete."""


@record(frozen=True, slots=True, kw_only=True)
class Domain:
    """A domain of primary school."""

    code: str
    """In the place of a subject's code."""
    name: str
    """As reports show it."""


@record(frozen=True, slots=True, kw_only=True)
class Model:
    """Which parts a report has."""

    code: str
    """"college", "college_degrees", "lycee", "primary_2", "primary_3", "nursery", "end_of_cycle"."""
    name: str
    """"Bilan périodique, collège"."""
    blocks: tuple[ModelBlock, ...]
    """In the order of the form."""
    domains: tuple[Domain, ...]
    """The lines of a report without subjects; none: the subjects that are taught."""


@record(frozen=True, slots=True, kw_only=True)
class Models(Listing[Model]):
    """The models that there are."""

    items: tuple[Model, ...]
    """Which of them a pupil has follows from the school's degree and nature, and from the level."""


@record(frozen=True, slots=True, kw_only=True)
class PublishedCount:
    """What became of reports."""

    published: int
    """Out for the first time,"""
    corrected: int
    """out again, since they say something else now,"""
    unchanged: int
    """or out already, as they are."""


@record(frozen=True, slots=True, kw_only=True)
class Publication:
    """A version of a published report."""

    id: int
    """Carries its establishment."""
    org_id: int
    """The establishment."""
    period_id: int
    """Of which period,"""
    period_name: str
    """as it was called then."""
    school_year: int
    """2026 for 2026-2027."""
    version: int
    """1 for the first."""
    standing: bool
    """No later one has taken its place."""
    at: datetime
    """When it was published."""
    hash: str
    """SHA-256 of what was published, in hexadecimal."""
    reason: str | None
    """Of a correction."""


@record(frozen=True, slots=True, kw_only=True)
class Publications(Listing[Publication]):
    """Published reports."""

    items: tuple[Publication, ...]
    """The last period first."""


@record(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A published report."""

    publication: Publication
    """Which."""
    data: str
    """A Report as JSON, to the byte as it was published: the hash is of it."""


@record(frozen=True, slots=True, kw_only=True)
class Reading:
    """Somebody who has read a published report."""

    pupil: _person.Card
    """Whose report."""
    version: int
    """Which version."""
    reader: _person.Card
    """Who read it,"""
    profile: Profile
    """as what."""
    first_at: datetime
    """For the first time,"""
    last_at: datetime
    """and for the last one."""
    times: int
    """How often."""


@record(frozen=True, slots=True, kw_only=True)
class Readings(Listing[Reading]):
    """Who has read published reports."""

    items: tuple[Reading, ...]
    """By name of the pupil, the last version first."""


@record(frozen=True, slots=True, kw_only=True)
class ModelChoice:
    """Which model a school has chosen."""

    model: str | None
    """Its code; none: what the library takes, from this day on again."""
    level: str | None
    """For pupils of this level,"""
    division_id: int | None
    """or of this division; neither: for all."""
    valid_from: date
    """For periods that begin then or later."""


@record(frozen=True, slots=True, kw_only=True)
class ModelChoices(Listing[ModelChoice]):
    """What a school has chosen."""

    items: tuple[ModelChoice, ...]
    """For all, by level, by division; then by day."""


@record(frozen=True, slots=True, kw_only=True)
class Project:
    """A project in which pupils take part."""

    code: str
    """Within the group and period: "JARDIN". 1 to 40 characters."""
    kind: ProjectKind
    """What it is."""
    name: str
    """As reports show it: 1 to 150 characters."""
    theme: str | None
    """Of an EPI "EPI_EDD", of a parcours "PAR_AVN": its national code."""
    subject_codes: tuple[str, ...]
    """Of which subjects: of an EPI two or more, at most 10."""
    description: str | None
    """What is done: at most 600 characters."""
    comment: str | None
    """What is said of the group: at most 600 characters."""


@record(frozen=True, slots=True, kw_only=True)
class Projects(Listing[Project]):
    """Projects of a group."""

    items: tuple[Project, ...]
    """By kind, then by name."""


_core.register_record("report::School", School)
_core.register_record("report::Class", Class)
_core.register_record("report::Period", Period)
_core.register_record("report::Overridden", Overridden)
_core.register_record("report::Among", Among)
_core.register_record("report::Before", Before)
_core.register_record("report::Average", Average)
_core.register_record("report::Line", Line)
_core.register_record("report::Tally", Tally)
_core.register_record("report::SchoolLife", SchoolLife)
_core.register_record("report::ProjectLine", ProjectLine)
_core.register_record("report::Component", Component)
_core.register_record("report::CycleEnd", CycleEnd)
_core.register_record("report::Opinion", Opinion)
_core.register_record("report::Wish", Wish)
_core.register_record("report::Council", Council)
_core.register_record("report::Arrangement", Arrangement)
_core.register_record("report::CategoryLine", CategoryLine)
_core.register_record("report::Report", Report)
_core.register_record("report::Missing", Missing)
_core.register_record("report::Issued", Issued)
_core.register_record("report::Standing", Standing)
_core.register_record("report::ClassSubject", ClassSubject)
_core.register_record("report::Gone", Gone)
_core.register_record("report::ClassReports", ClassReports)
_core.register_record("report::MissingList", MissingList)
_core.register_record("report::SheetLine", SheetLine)
_core.register_record("report::Sheet", Sheet)
_core.register_record("report::Advice", Advice)
_core.register_record("report::Written", Written)
_core.register_record("report::CouncilSeat", CouncilSeat)
_core.register_record("report::CouncilVersion", CouncilVersion)
_core.register_record("report::CouncilView", CouncilView)
_core.register_record("report::Opinions", Opinions)
_core.register_record("report::Version", Version)
_core.register_record("report::Versions", Versions)
_core.register_record("report::ModelBlock", ModelBlock)
_core.register_record("report::Domain", Domain)
_core.register_record("report::Model", Model)
_core.register_record("report::Models", Models)
_core.register_record("report::PublishedCount", PublishedCount)
_core.register_record("report::Publication", Publication)
_core.register_record("report::Publications", Publications)
_core.register_record("report::Snapshot", Snapshot)
_core.register_record("report::Reading", Reading)
_core.register_record("report::Readings", Readings)
_core.register_record("report::ModelChoice", ModelChoice)
_core.register_record("report::ModelChoices", ModelChoices)
_core.register_record("report::Project", Project)
_core.register_record("report::Projects", Projects)
_OF_CLASS = _core.register_operation("report.of_class", ("division_id", "period_id"))
_OF_PUPIL = _core.register_operation("report.of_pupil", ("org_id", "pupil_id", "period_id"))
_MISSING = _core.register_operation("report.missing", ("division_id", "period_id", "subject_code"))
_SHEET = _core.register_operation("report.sheet", ("period_id", "group_id", "subject_code"))
_COMMENT = _core.register_operation("report.comment", ("period_id", "group_id", "items", "subject_code", "elements"))
_OVERRIDE_AVERAGE = _core.register_operation(
    "report.override_average",
    ("period_id", "group_id", "pupil_id", "reason", "value", "subject_code", "not_marked"),
)
_COMMENT_GENERAL = _core.register_operation("report.comment_general", ("period_id", "division_id", "items"))
_RECORD_SCHOOL_LIFE = _core.register_operation("report.record_school_life", ("period_id", "division_id", "items"))
_DECIDE = _core.register_operation("report.decide", ("period_id", "division_id", "items"))
_WRITE_COUNCIL = _core.register_operation(
    "report.write_council",
    ("period_id", "division_id", "held_on", "synthesis", "minutes", "seats"),
)
_OF_COUNCIL = _core.register_operation("report.of_council", ("period_id", "division_id", "history"))
_SET_OPINIONS = _core.register_operation("report.set_opinions", ("org_id", "items"))
_OPINIONS = _core.register_operation("report.opinions", ("org_id",))
_HISTORY = _core.register_operation("report.history", ("org_id", "pupil_id", "period_id"))
_MODELS = _core.register_operation("report.models", ("org_id",))
_PUBLISH = _core.register_operation(
    "report.publish",
    ("division_id", "period_id", "pupil_ids", "incomplete_too", "reason"),
)
_PUBLICATIONS = _core.register_operation("report.publications", ("org_id", "pupil_id", "all_versions"))
_PUBLISHED = _core.register_operation("report.published", ("id", "org_id"))
_READINGS = _core.register_operation("report.readings", ("division_id", "period_id"))
_CHOOSE_MODEL = _core.register_operation(
    "report.choose_model",
    ("org_id", "model", "level", "division_id", "valid_from", "period_id"),
)
_MODEL_CHOICES = _core.register_operation("report.model_choices", ("org_id",))
_SET_PROJECTS = _core.register_operation("report.set_projects", ("period_id", "group_id", "items"))
_PROJECTS = _core.register_operation("report.projects", ("period_id", "group_id"))
_COMMENT_PROJECT = _core.register_operation("report.comment_project", ("period_id", "group_id", "code", "items"))
_RECORD_CYCLE = _core.register_operation("report.record_cycle", ("period_id", "division_id", "items"))
_RECORD_ARRANGEMENTS = _core.register_operation("report.record_arrangements", ("period_id", "division_id", "items"))


class Operations:
    """Report cards: bilans périodiques of collège, lycée and primary school.

    A report is made of what is there: averages, attendance, comments, what the class council has said. Nothing of it
    is stored until it is published: then it is written down as it stands, once and for all (docs/reports.md). A
    session has them as `session.report`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def of_class(self, *, division_id: int, period_id: int, deadline: datetime | None = None) -> ClassReports:
        """The reports of all pupils of a class, as they would be published now.

        division_id: A division.
        period_id: A period by which it goes.

        Permission: report.read on the division.
        Raises: InvalidArgument (group.not_division, gradebook.other_period), NotFound (group.not_found,
            period.not_found).
        Since 0.1.
        """
        _answer: ClassReports = self._call(_OF_CLASS, (division_id, period_id), deadline, None, None)
        return _answer

    def of_pupil(self, *, org_id: int, pupil_id: int, period_id: int, deadline: datetime | None = None) -> Standing:
        """The report of one pupil, as it would be published now. Families read what is published: published().

        org_id: The establishment.
        pupil_id: The pupil.
        period_id: A period by which the pupil's division goes.

        Permission: report.read on the pupil.
        Raises: InvalidArgument (gradebook.other_period), NotFound (person.not_found, period.not_found),
            FailedPrecondition (group.not_enrolled: in no division on the last day of the period).
        Since 0.1.
        """
        _answer: Standing = self._call(_OF_PUPIL, (org_id, pupil_id, period_id), deadline, None, None)
        return _answer

    def missing(
        self,
        *,
        division_id: int,
        period_id: int,
        subject_code: str | None = None,
        deadline: datetime | None = None,
    ) -> MissingList:
        """What is missing in the reports of a class, and from whom.

        division_id: A division.
        period_id: A period by which it goes.
        subject_code: Only in this subject.

        Permission: report.read on the division.
        Raises: InvalidArgument (group.not_division, gradebook.other_period), NotFound (group.not_found,
            period.not_found).
        Since 0.1.
        """
        _answer: MissingList = self._call(
            _MISSING,
            (division_id, period_id, subject_code),
            deadline,
            None,
            None,
        )
        return _answer

    def sheet(
        self,
        *,
        period_id: int,
        group_id: int,
        subject_code: str | None = None,
        deadline: datetime | None = None,
    ) -> Sheet:
        """What is said of the pupils of a group in a subject.

        period_id: The period.
        group_id: A group that one teaches.
        subject_code: What one teaches it; a domain of primary school; none: all.

        Permission: report.subject_comment.write on the group, for a subject that the actor teaches it.
        Raises: InvalidArgument (gradebook.other_period), NotFound (group.not_found, period.not_found),
            FailedPrecondition (gradebook.other_service).
        Since 0.1.
        """
        _answer: Sheet = self._call(_SHEET, (period_id, group_id, subject_code), deadline, None, None)
        return _answer

    def comment(
        self,
        *,
        period_id: int,
        group_id: int,
        items: Iterable[CommentItemDict],
        subject_code: str | None = None,
        elements: Iterable[str] | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Written:
        """Writes the comments of a subject for a group, all or none.

        period_id: The period.
        group_id: A group that one teaches.
        items: At most 200, each pupil once.
        subject_code: What one teaches it; a domain of primary school; none: all.
        elements: What of the programme was worked on: at most 20, each once, of 1 to 300 characters.

        Permission: report.subject_comment.write on the group, for a subject that the actor teaches it.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long, group.no_member,
            gradebook.other_period, report.no_degrees: the pupil's model has none), NotFound (group.not_found,
            period.not_found), Conflict (call.stale_revision), FailedPrecondition (gradebook.other_service,
            report.locked: for a pupil of whom something would change).
        Since 0.1.
        """
        _answer: Written = self._call(
            _COMMENT,
            (period_id, group_id, items, subject_code, elements),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def override_average(
        self,
        *,
        period_id: int,
        group_id: int,
        pupil_id: int,
        reason: str,
        value: Decimal | None = None,
        subject_code: str | None = None,
        not_marked: bool = False,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Written:
        """Says what a report shows in the place of a computed average, and why: another one, or none. The computed one
        stands beside it.

        period_id: The period.
        group_id: A group that one teaches.
        pupil_id: A pupil of the group on the last day of the period.
        reason: 1 to 300 characters.
        value: What is shown: 0 to the policy's scale, at most two decimals; none: what is computed.
        subject_code: What one teaches it; none: all.
        not_marked: That there is no average (non noté), whatever is computed; without a value.

        Permission: report.subject_comment.write on the group, for a subject that the actor teaches it.
        Raises: InvalidArgument (field.range, gradebook.too_many_decimals, text.too_short, text.too_long,
            group.no_member, report.no_averages: the pupil's model has none, gradebook.value_and_kind,
            gradebook.other_period), NotFound (group.not_found, period.not_found), FailedPrecondition
            (gradebook.other_service, report.locked).
        Since 0.1.
        """
        _answer: Written = self._call(
            _OVERRIDE_AVERAGE,
            (period_id, group_id, pupil_id, reason, value, subject_code, not_marked),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def comment_general(
        self,
        *,
        period_id: int,
        division_id: int,
        items: Iterable[GeneralItemDict],
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Written:
        """Writes what is said of pupils as a whole, all or none.

        period_id: The period.
        division_id: The division.
        items: At most 200, each pupil once.

        Permission: report.general_comment.write on the division.
        Raises: InvalidArgument (field.range, field.repeated, text.too_long, group.no_member, group.not_division,
            gradebook.other_period), NotFound (group.not_found, period.not_found), Conflict (call.stale_revision),
            FailedPrecondition (report.locked).
        Since 0.1.
        """
        _answer: Written = self._call(
            _COMMENT_GENERAL,
            (period_id, division_id, items),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def record_school_life(
        self,
        *,
        period_id: int,
        division_id: int,
        items: Iterable[SchoolLifeItemDict],
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Written:
        """Writes what reports say of attendance and behaviour, all or none.

        period_id: The period.
        division_id: The division.
        items: At most 200, each pupil once.

        Permission: report.school_life_comment.write on the division.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long, report.reason_missing,
            group.no_member, group.not_division, gradebook.other_period), NotFound (group.not_found,
            period.not_found), Conflict (call.stale_revision), FailedPrecondition (report.locked).
        Since 0.1.
        """
        _answer: Written = self._call(
            _RECORD_SCHOOL_LIFE,
            (period_id, division_id, items),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def decide(
        self,
        *,
        period_id: int,
        division_id: int,
        items: Iterable[DecideItemDict],
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Written:
        """Writes what the class council says of pupils, all or none.

        period_id: The period.
        division_id: The division.
        items: At most 200, each pupil once.

        Permission: report.council.decide on the division.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long,
            gradebook.too_many_decimals, gradebook.value_and_kind, report.reason_missing, report.no_opinion,
            report.no_averages, group.no_member, group.not_division, gradebook.other_period), NotFound
            (group.not_found, period.not_found), Conflict (call.stale_revision), FailedPrecondition (report.locked).
        Since 0.1.
        """
        _answer: Written = self._call(
            _DECIDE,
            (period_id, division_id, items),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def write_council(
        self,
        *,
        period_id: int,
        division_id: int,
        held_on: date | None = None,
        synthesis: str | None = None,
        minutes: str | None = None,
        seats: Iterable[CouncilSeat | CouncilSeatDict] | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> CouncilView:
        """Writes down how a class council went: delegates, attendance, minutes. What stood before is kept; what changes
        nothing leaves it as it is.

        period_id: The period.
        division_id: The division.
        held_on: At most 400 days from the period.
        synthesis: At most 2 000 characters.
        minutes: At most 20 000 characters.
        seats: At most 60.

        Permission: report.general_comment.write on the division.
        Raises: InvalidArgument (field.range, text.too_short, text.too_long, group.not_division,
            gradebook.other_period), NotFound (group.not_found, period.not_found), FailedPrecondition (report.locked:
            all reports of the class are), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: CouncilView = self._call(
            _WRITE_COUNCIL,
            (period_id, division_id, held_on, synthesis, minutes, seats),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def of_council(
        self,
        *,
        period_id: int,
        division_id: int,
        history: bool = False,
        deadline: datetime | None = None,
    ) -> CouncilView:
        """How a class council went.

        period_id: The period.
        division_id: The division.
        history: What stood before too.

        Permission: report.read on the division.
        Raises: InvalidArgument (group.not_division, gradebook.other_period), NotFound (group.not_found,
            period.not_found).
        Since 0.1.
        """
        _answer: CouncilView = self._call(_OF_COUNCIL, (period_id, division_id, history), deadline, None, None)
        return _answer

    def set_opinions(
        self,
        *,
        org_id: int,
        items: Iterable[Opinion | OpinionDict] = (),
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Opinions:
        """Says what a school's councils may say of a pupil. What was said with a code that is no longer there is shown
        no more.

        org_id: An establishment.
        items: At most 40, each code once; none: those that the library brings along.

        Permission: subject.manage on the establishment.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long), NotFound
            (org.not_found).
        Since 0.1.
        """
        _answer: Opinions = self._call(
            _SET_OPINIONS,
            (org_id, items),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def opinions(self, *, org_id: int, deadline: datetime | None = None) -> Opinions:
        """What a school's councils may say: félicitations, compliments, encouragements, two warnings, where the school
        says nothing else.

        org_id: The establishment.

        Permission: period.read on the establishment.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Opinions = self._call(_OPINIONS, (org_id,), deadline, None, None)
        return _answer

    def history(self, *, org_id: int, pupil_id: int, period_id: int, deadline: datetime | None = None) -> Versions:
        """All that was ever written into the report of a pupil: what, when, by whom.

        org_id: The establishment.
        pupil_id: The pupil.
        period_id: The period.

        Permission: report.read on the pupil.
        Raises: NotFound (person.not_found, period.not_found).
        Since 0.1.
        """
        _answer: Versions = self._call(_HISTORY, (org_id, pupil_id, period_id), deadline, None, None)
        return _answer

    def models(self, *, org_id: int, deadline: datetime | None = None) -> Models:
        """Which parts reports have.

        org_id: The establishment.

        Permission: period.read on the establishment.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Models = self._call(_MODELS, (org_id,), deadline, None, None)
        return _answer

    def publish(
        self,
        *,
        division_id: int,
        period_id: int,
        pupil_ids: Iterable[int] = (),
        incomplete_too: bool = False,
        reason: str | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> PublishedCount:
        """Publishes reports: writes them down as they stand, once and for all, and tells the guardians who are told of
        results, once. What says something else than what was published last becomes a new version; the old one is
        kept.

        division_id: A division,
        period_id: for which this period is published: gradebook.set_period_state().
        pupil_ids: Only of these; default: of all.
        incomplete_too: Those in which something is missing as well.
        reason: Of a correction: 1 to 300 characters; required where there is one.

        Permission: report.publish on the division; asks for a recent proof of identity.
        Raises: InvalidArgument (field.range, text.too_short, text.too_long, group.no_member, group.not_division,
            gradebook.other_period, report.reason_missing), NotFound (group.not_found, period.not_found),
            FailedPrecondition (report.not_published: the period is not published for the division,
            report.incomplete).
        Since 0.1.
        """
        _answer: PublishedCount = self._call(
            _PUBLISH,
            (division_id, period_id, pupil_ids, incomplete_too, reason),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def publications(
        self,
        *,
        org_id: int,
        pupil_id: int,
        all_versions: bool = False,
        deadline: datetime | None = None,
    ) -> Publications:
        """The published reports of a pupil, of all years; for the family those of all schools of the portal.

        org_id: An establishment in which the pupil is.
        pupil_id: The pupil.
        all_versions: Those that a correction has replaced too.

        Permission: report.read on the pupil.
        Raises: NotFound (person.not_found).
        Since 0.1.
        """
        _answer: Publications = self._call(
            _PUBLICATIONS,
            (org_id, pupil_id, all_versions),
            deadline,
            None,
            None,
        )
        return _answer

    def published(
        self,
        *,
        id: int,
        org_id: int | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Snapshot:
        """A published report, as it was published. That it was read is written down: readings().

        id: A publication.
        org_id: Where the pupil is now; default: the establishment of the report.

        Permission: report.read on the pupil.
        Raises: NotFound (report.not_found).
        Since 0.1.
        """
        _answer: Snapshot = self._call(_PUBLISHED, (id, org_id), deadline, idempotency_key, if_revision)
        return _answer

    def readings(self, *, division_id: int, period_id: int, deadline: datetime | None = None) -> Readings:
        """Who has read the published reports of a class.

        division_id: A division.
        period_id: A period by which it goes.

        Permission: report.general_comment.write on the division.
        Raises: InvalidArgument (group.not_division, gradebook.other_period), NotFound (group.not_found,
            period.not_found).
        Since 0.1.
        """
        _answer: Readings = self._call(_READINGS, (division_id, period_id), deadline, None, None)
        return _answer

    def choose_model(
        self,
        *,
        org_id: int,
        model: str | None = None,
        level: str | None = None,
        division_id: int | None = None,
        valid_from: date | None = None,
        period_id: int | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> ModelChoice:
        """Says which model the reports of a school have from a day on: of a division, or else of a level, or else of
        all. A period goes by what holds on its first day, so that one that has begun never moves. Said again for the
        same day, it takes the place of what was said.

        org_id: An establishment.
        model: A code of models(), but end_of_cycle; none: what the library would take.
        level: For pupils of this level: 1 to 40 characters; or division_id. Neither: for all.
        division_id: For the pupils of this division.
        valid_from: For periods that begin then or later; default: today.
        period_id: From this period on, in the place of valid_from.

        Permission: subject.manage on the establishment.
        Raises: InvalidArgument (report.no_model, text.too_short, text.too_long, gradebook.level_or_division,
            gradebook.days_or_period, group.division_unknown), NotFound (org.not_found, period.not_found),
            FailedPrecondition (gradebook.period_closed: a closed period begins on this day or later).
        Since 0.1.
        """
        _answer: ModelChoice = self._call(
            _CHOOSE_MODEL,
            (org_id, model, level, division_id, valid_from, period_id),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def model_choices(self, *, org_id: int, deadline: datetime | None = None) -> ModelChoices:
        """Which models a school has chosen, those of earlier days and of days to come among them.

        org_id: The establishment.

        Permission: period.read on the establishment.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: ModelChoices = self._call(_MODEL_CHOICES, (org_id,), deadline, None, None)
        return _answer

    def set_projects(
        self,
        *,
        period_id: int,
        group_id: int,
        items: Iterable[Project | ProjectDict] = (),
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Projects:
        """Says which projects a group takes part in: EPI, accompagnement personnalisé, parcours éducatifs. What was said
        of pupils in one that is no longer there is shown no more.

        period_id: The period.
        group_id: A group that one teaches.
        items: At most 40, each code once; in the place of those that stood.

        Permission: report.subject_comment.write on the group.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long, report.no_theme,
            report.two_subjects, gradebook.other_period), NotFound (group.not_found, period.not_found),
            FailedPrecondition (report.locked).
        Since 0.1.
        """
        _answer: Projects = self._call(
            _SET_PROJECTS,
            (period_id, group_id, items),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def projects(self, *, period_id: int, group_id: int, deadline: datetime | None = None) -> Projects:
        """The projects of a group in a period.

        period_id: The period.
        group_id: The group.

        Permission: report.read on the group.
        Raises: InvalidArgument (gradebook.other_period), NotFound (group.not_found, period.not_found).
        Since 0.1.
        """
        _answer: Projects = self._call(_PROJECTS, (period_id, group_id), deadline, None, None)
        return _answer

    def comment_project(
        self,
        *,
        period_id: int,
        group_id: int,
        code: str,
        items: Iterable[GeneralItemDict],
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Written:
        """Writes what is said of pupils in a project, all or none.

        period_id: The period.
        group_id: A group that one teaches.
        code: One of its projects.
        items: At most 200, each pupil once; texts of at most 600 characters.

        Permission: report.subject_comment.write on the group.
        Raises: InvalidArgument (field.range, field.repeated, text.too_long, group.no_member, gradebook.other_period,
            report.no_project), NotFound (group.not_found, period.not_found), Conflict (call.stale_revision),
            FailedPrecondition (report.locked).
        Since 0.1.
        """
        _answer: Written = self._call(
            _COMMENT_PROJECT,
            (period_id, group_id, code, items),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def record_cycle(
        self,
        *,
        period_id: int,
        division_id: int,
        items: Iterable[CycleItemDict],
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Written:
        """Writes what the report of the end of a cycle says, all or none.

        period_id: The last period of its year.
        division_id: The division.
        items: At most 200, each pupil once.

        Permission: report.general_comment.write on the division.
        Raises: InvalidArgument (field.range, field.repeated, text.too_long, report.no_component,
            report.no_complement, report.no_language, group.no_member, group.not_division, gradebook.other_period,
            report.no_cycle_end: the cycle of a pupil does not end with this period), NotFound (group.not_found,
            period.not_found), Conflict (call.stale_revision), FailedPrecondition (report.locked).
        Since 0.1.
        """
        _answer: Written = self._call(
            _RECORD_CYCLE,
            (period_id, division_id, items),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def record_arrangements(
        self,
        *,
        period_id: int,
        division_id: int,
        items: Iterable[ArrangementsItemDict],
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Written:
        """Writes what a school does for pupils in particular (PAP, PAI, PPRE...: the "modalités d'accompagnement" of the
        arrêté of 31 December 2015), all or none. Of most a report says that they are there and no more: why a pupil
        has them is nothing for a report.

        period_id: The period.
        division_id: The division.
        items: At most 200, each pupil once.

        Permission: report.general_comment.write on the division.
        Raises: InvalidArgument (field.range, field.repeated, text.too_long: also a text where none belongs,
            group.no_member, group.not_division, gradebook.other_period), NotFound (group.not_found,
            period.not_found), Conflict (call.stale_revision), FailedPrecondition (report.locked).
        Since 0.1.
        """
        _answer: Written = self._call(
            _RECORD_ARRANGEMENTS,
            (period_id, division_id, items),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer
