"""What a report shows, as plain values: whoever has them can draw and print, with a portal or without.

Averages and marks are exact decimals, `None` where there is none; texts are those that people wrote. Lists stand in the
order in which they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

__all__ = ["Arrangement", "ClassReport", "Context", "Council", "CycleEnd", "Mark", "Missing", "Project", "Report", "SchoolLife", "Seat", "Sitting",
           "Skill", "Spread", "Subject"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How the averages of a group lie."""

    pupils: int = 0
    """Pupils of the group."""
    marked: int = 0
    """Those with an average."""
    mean: Decimal | None = None
    minimum: Decimal | None = None
    lower_quartile: Decimal | None = None
    median: Decimal | None = None
    upper_quartile: Decimal | None = None
    maximum: Decimal | None = None
    bands: tuple[int, ...] = ()
    """How many are under 5, 8, 10, 12, 15, and from 15, of 20."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark of a transcript."""

    name: str
    """Of what."""
    date: date
    """On which day."""
    kind: str = "number"
    """A word of `gradebook.MarkKind`."""
    value: Decimal | None = None
    """Of `number` and `provisional`."""
    maximum: Decimal = Decimal(20)
    coefficient: Decimal = Decimal(1)
    counts: bool = True
    """Whether it is in the average."""
    comment: str | None = None
    annotation: str | None = None
    """Of the school's own kinds: its code,"""
    label: str | None = None
    """and what it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A line of a report."""

    name: str
    code: str | None = None
    short_name: str | None = None
    """For charts; the name where there is none."""
    teachers: tuple[str, ...] = ()
    average: Decimal | None = None
    """As it is shown: the rounded one, or what was put in its place."""
    computed: Decimal | None = None
    """What the marks make, where another average was put in its place."""
    coefficient: Decimal = Decimal(1)
    group: Spread | None = None
    """The group that the pupil is in for this subject."""
    previous: tuple[Decimal | None, ...] = ()
    """In the periods before, in their order."""
    year: Decimal | None = None
    """Of the year up to this period."""
    adjustment: Decimal | None = None
    """Bonus or malus points, which what the marks make has in it."""
    letter: str | None = None
    """Of the average as it is shown, where the school has letters."""
    position: int | None = None
    """Positioning against the objectives, 1 to 4."""
    assessments: int = 0
    """Of the pupil's marks those that count."""
    programme: tuple[str, ...] = ()
    """What was worked on."""
    comment: str | None = None
    """The appraisal."""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """Subjects that have an average together: "Pôle scientifique"."""

    whole: Subject
    """Its name, and its average as a subject has one."""
    subject_codes: tuple[str, ...] = ()
    """Which lines of the report are in it; a subject is in one category at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolLife:
    """Attendance in the period."""

    half_days: int
    """Missed,"""
    unjustified: int
    """of these without an accepted reason."""
    latenesses: int
    comment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """What the class council says of a pupil."""

    comment: str | None = None
    """The general appraisal."""
    opinions: tuple[str, ...] = ()
    """In the words of the school: "Félicitations"."""
    wishes: tuple[str, ...] = ()
    """Orientation, as the family wishes, with what the council answers."""
    decision: str | None = None
    """Orientation, as it was decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """A component or item, and how well it is mastered."""

    name: str
    code: str | None = None
    domain: str | None = None
    """The heading that it stands under."""
    level: int | None = None
    """1 to `levels`; none: nothing shows it yet."""
    label: str | None = None
    """The level in words; without one, those of the four national degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """An EPI, an accompaniment or a parcours."""

    kind: str
    """`epi`, `support`, `parcours`."""
    name: str
    theme: str | None = None
    """In words."""
    subjects: tuple[str, ...] = ()
    description: str | None = None
    group_comment: str | None = None
    """What is said of all who take part."""
    comment: str | None = None
    """What is said of the pupil."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleEnd:
    """The end of a cycle: the components of the socle and what is said of the pupil."""

    cycle: int
    components: tuple[Skill, ...] = ()
    synthesis: str | None = None
    complement: str | None = None
    """Enseignement de complément, with the goal that was reached."""
    regional_language: str | None = None
    """Langue régionale, with whether the goal was reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the reports of a class have in common."""

    school: str
    class_name: str
    period: str
    """"1er trimestre"."""
    first_day: date
    last_day: date
    year: str
    """"2026-2027", or "2026" where it lies in one civil year."""
    school_code: str | None = None
    address: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    main_teachers: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    """The periods before, in their order."""
    headcount: int = 0
    with_marks: bool = True
    """Whether there are averages at all: primary schools may go without."""
    maximum: Decimal = Decimal(20)
    """The scale of the averages."""
    policy: str | None = None
    """By what averages are made: "fr-exact"."""
    draft: bool = False
    """Entries are missing, or it is not what is out: every page says that it is not final."""
    internal: bool = False
    """Marks are among these that no family may have been told: a transcript says that it is for the staff."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """What a school does for a pupil in particular."""

    kind: str
    """A word of `report.ArrangementKind`."""
    text: str | None = None
    """What is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is known of one pupil in a period."""

    context: Context
    family_name: str
    given_name: str
    pupil_id: int = 0
    birth_date: date | None = None
    subjects: tuple[Subject, ...] = ()
    categories: tuple[Category, ...] = ()
    """Of these subjects, in the order in which they are shown."""
    general: Decimal | None = None
    general_computed: Decimal | None = None
    """What the subjects make, where another average was put in its place."""
    general_letter: str | None = None
    general_group: Spread | None = None
    general_previous: tuple[Decimal | None, ...] = ()
    group_previous: tuple[Spread, ...] = ()
    """How the class was in the periods before."""
    general_year: Decimal | None = None
    """The general average of the year up to this period."""
    life: SchoolLife | None = None
    council: Council = Council()
    model: str = "college"
    """Which blocks it has: a code of `report.models`."""
    projects: tuple[Project, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    cycle_end: CycleEnd | None = None
    """In the last period of a cycle."""
    skills: tuple[Skill, ...] = ()
    levels: int = 4
    """Of the scale of the skills: 2 to 6."""

    @property
    def name(self) -> str:
        return f"{self.family_name} {self.given_name}".strip()

    def subjects_of_no_category(self) -> tuple[Subject, ...]:
        told = {code for category in self.categories for code in category.subject_codes}
        return tuple(each for each in self.subjects if each.code not in told)

    @property
    def of_first_degree(self) -> bool:
        """By its model: of an école maternelle or élémentaire."""
        return self.model == "nursery" or self.model.startswith("primary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """An entry without which the reports of a class are not complete."""

    pupil: str
    subject: str
    what: str
    """What should stand there."""
    pupil_id: int = 0
    """Tells those apart who are called the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Somebody who was asked to a class council."""

    name: str
    role: str
    """A word of `report.SeatRole`."""
    present: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """How a class council went."""

    held_on: date | None = None
    synthesis: str | None = None
    """What is said of the class as a whole."""
    minutes: str | None = None
    """Procès-verbal."""
    seats: tuple[Seat, ...] = ()
    """Who was asked, in the order of the minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassReport:
    """All that is known of a class in a period."""

    context: Context
    pupils: tuple[Report, ...] = ()
    """By name."""
    subjects: tuple[Subject, ...] = ()
    """Of the class as a whole: `group` says how it stands."""
    general: Spread | None = None
    missing: tuple[Missing, ...] = ()
    sitting: Sitting | None = None
    """The class council; none: nothing of it is written down."""
    standing: ClassReport | None = None
    """The same as it stands now, where some of `pupils` have a report that is out and not this class's as it stands: it is being corrected,
    or is of the class that the pupil was in."""

    def as_it_stands(self) -> ClassReport:
        """For pages of the class as a whole: its figures, and pupils who go with them."""
        return self.standing or self
