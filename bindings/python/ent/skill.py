# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Skills (compétences): referentials, scales of levels, evaluations of items, and what pupils claim themselves.

A referential is a tree of domains, components and items; what has nothing below it is an item, and is what is
evaluated. A level is a place on a scale, or a kind without level; what nothing was said of is never the lowest level.
What a pupil masters is not stored: ent/skill_balance.hpp works it out by a method that has a name.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from datetime import date as _date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NotRequired, TypedDict

from ent import _core
from ent import gradebook as _gradebook
from ent import person as _person
from ent._listing import Listing

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from ent._record import record

__all__ = ["Attestation", "Attestations", "AttestedDegree", "Balance", "BalanceLine", "Brevet", "BrevetPart", "Cell", "Claim", "ClaimState", "Claims", "DegreeCounts", "Earlier", "Entered", "EntryDict", "Evaluation", "Evaluations", "ExtraSubject", "GroupBalance", "GroupLine", "ImportCell", "Imported", "LevelDict", "LevelKind", "LevelView", "Mastery", "Mention", "MethodView", "Model", "Models", "Node", "NodeDict", "NodeKind", "NodeView", "Operations", "PupilLevel", "PupilLevels", "Referential", "ReferentialView", "Referentials", "Scale", "Sheet", "UsageRule", "UsageRuleDict", "UsageRules", "Version", "Versions", "YearAverage", "YearLine", "Years"]

NodeKind = Literal["domain", "component", "item"]
"""Where something stands in a referential.

domain: At the top, with something below it.
component: Between a domain and its items.
item: With nothing below it: what is evaluated.
"""

LevelKind = Literal["level", "absent", "exempt", "not_evaluated", "not_done", "not_entered"]
"""What stands of an item for a pupil.

level: A level.
absent: Absent: left out.
exempt: Dispensé: left out.
not_evaluated: Non évalué: left out.
not_done: Non fait, non rendu: left out.
not_entered: Nothing was entered.
"""

Earlier = Literal["left_out", "counted", "if_nothing", "same_year"]
"""What becomes of levels from before the days that are asked about.

left_out: They do not count.
counted: They count like the others.
if_nothing: They count for items of which the days say nothing.
same_year: They count if they are of the school year of the first day.
"""

Mastery = Literal["none", "not_acquired", "partly", "acquired"]
"""How far an item is acquired.

none: Nothing was said of it.
not_acquired: It is not.
partly: In part: one half in a share.
acquired: It is.
"""

ClaimState = Literal["noted", "requested", "validated", "refused"]
"""How a claim stands.

noted: A self-assessment: nobody is asked anything.
requested: A teacher is asked to validate it.
validated: It counts as a level of the pupil, of the day on which it was validated.
refused: It was looked at, and does not count.
"""

ExtraSubject = Literal["none", "reached", "exceeded"]
"""How far an extra subject was mastered: it counts in sessions to 2025.

none: None was taken.
reached: Its aims were reached: 10 points.
exceeded: They were exceeded: 20 points.
"""

Mention = Literal["none", "fairly_good", "good", "very_good", "congratulations"]
"""Mentions.

none: Without one.
fairly_good: Assez bien.
good: Bien.
very_good: Très bien.
congratulations: Très bien, avec les félicitations du jury; from 2026.
"""


class NodeDict(TypedDict):
    """A domain, component or item, as a referential is written."""

    code: str
    """1 to 40 characters, once in a referential. Later versions keep it for the same thing."""
    label: str
    """1 to 500 characters."""
    parent_code: NotRequired[str | None]
    """The node that it is below, which stands before it; none: a domain."""
    coefficient: NotRequired[Decimal]
    """What it weighs among its neighbours: 0 to 100, at most two decimals."""
    levels: NotRequired[Iterable[str]]
    """Levels in which it is worked on: "CM2", "6"; none: all. At most 20."""
    counts_for: NotRequired[Iterable[str]]
    """Codes of items of other referentials for which it counts: "CPD_FRA". At most 8."""


class LevelDict(TypedDict):
    """A place on a scale, as it is written."""

    label: str
    """"Satisfaisante"; 1 to 100 characters."""
    symbol: str
    """Where there is little room: "S"; 1 to 4 characters, once in a scale."""
    value: Decimal
    """What it is worth in percent: 0 to 200, above that of the level before it."""
    colour: NotRequired[str | None]
    """On a screen: "#1F77B4"."""


class EntryDict(TypedDict):
    """One cell of a grid: a level, a kind, or neither, which takes away what stood."""

    pupil_id: int
    """A pupil of the group on the day of the evaluation."""
    item_id: int
    """An item of the evaluation."""
    level: NotRequired[int | None]
    """From 1, the lowest of the scale."""
    kind: NotRequired[LevelKind | None]
    """Without a level; `level` is said by the level alone."""
    comment: NotRequired[str | None]
    """For the family: at most 300 characters."""
    evidence: NotRequired[str | None]
    """What shows it: a text or an address, at most 500 characters."""


class UsageRuleDict(TypedDict):
    """Which item something that a pupil does gives evidence of."""

    kind: str
    """What is done: "search", "message", "document", or a word of the portal's own. 1 to 40 characters."""
    item_id: int
    """What it shows."""
    level: int
    """The level that is proposed, from 1, on the scale of the day."""


@record(frozen=True, slots=True, kw_only=True)
class Node:
    """A domain, component or item, as a referential is written."""

    code: str
    """1 to 40 characters, once in a referential. Later versions keep it for the same thing."""
    label: str
    """1 to 500 characters."""
    parent_code: str | None
    """The node that it is below, which stands before it; none: a domain."""
    coefficient: Decimal
    """What it weighs among its neighbours: 0 to 100, at most two decimals."""
    levels: tuple[str, ...]
    """Levels in which it is worked on: "CM2", "6"; none: all. At most 20."""
    counts_for: tuple[str, ...]
    """Codes of items of other referentials for which it counts: "CPD_FRA". At most 8."""


@record(frozen=True, slots=True, kw_only=True)
class ReferentialView:
    """A referential."""

    id: int
    """Of this version."""
    org_id: int
    """The unit that says so."""
    code: str
    """What its versions have in common."""
    version: str
    """Which one it is."""
    name: str
    """As it is shown."""
    cycle: int
    """Of which cycle; 0: of none."""
    attestation_share: Decimal | None
    """Attested from this share of acquired items on, in percent."""
    attestation_domain_share: Decimal | None
    """And from this share in each domain."""
    valid_from: date
    """From when on."""


@record(frozen=True, slots=True, kw_only=True)
class Referentials(Listing[ReferentialView]):
    """Referentials of a unit."""

    items: tuple[ReferentialView, ...]
    """By code; of one code the nearest unit's first, the latest first."""


@record(frozen=True, slots=True, kw_only=True)
class NodeView:
    """A domain, component or item."""

    id: int
    """Of this version."""
    code: str
    """Once in a referential."""
    label: str
    """What it says."""
    parent_code: str | None
    """What it is below."""
    kind: NodeKind
    """Where it stands."""
    depth: int
    """1: at the top."""
    coefficient: Decimal
    """What it weighs among its neighbours."""
    levels: tuple[str, ...]
    """Levels in which it is worked on; none: all."""
    counts_for: tuple[str, ...]
    """Codes of items of other referentials for which it counts."""


@record(frozen=True, slots=True, kw_only=True)
class Referential(Listing[NodeView]):
    """A referential with all that is in it."""

    items: tuple[NodeView, ...]
    """In the order in which they were written."""
    referential: ReferentialView
    """Which one."""


@record(frozen=True, slots=True, kw_only=True)
class Model:
    """A referential that comes with the library."""

    code: str
    """"SOCLE": the name by which add_referential() takes it."""
    version: str
    """Which one it is."""
    name: str
    """In French."""
    cycle: int
    """Of which cycle; 0: of none."""
    attestation_share: Decimal | None
    """Attested from this share of acquired items on, in percent."""
    attestation_domain_share: Decimal | None
    """And from this share in each domain."""
    items: tuple[Node, ...]
    """What is in it."""


@record(frozen=True, slots=True, kw_only=True)
class Models(Listing[Model]):
    """Referentials that come with the library."""

    items: tuple[Model, ...]
    """By code."""


@record(frozen=True, slots=True, kw_only=True)
class LevelView:
    """A place on a scale."""

    level: int
    """1: the lowest."""
    label: str
    """As it is shown."""
    symbol: str
    """Where there is little room."""
    value: Decimal
    """What it is worth, in percent."""
    colour: str | None
    """On a screen."""


@record(frozen=True, slots=True, kw_only=True)
class Scale(Listing[LevelView]):
    """A scale."""

    items: tuple[LevelView, ...]
    """The lowest first."""
    org_id: int | None
    """The unit that says so; none: the library's own."""
    valid_from: date | None
    """From when on."""


@record(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """Items that were evaluated in a group on a day."""

    id: int
    """Carries its establishment."""
    group_id: int
    """Whom."""
    subject_code: str | None
    """In which subject; none: in none."""
    name: str
    """As families read it."""
    date: _date
    """On which day."""
    item_ids: tuple[int, ...]
    """What."""
    assessment_id: int | None
    """In which assessment of the grade book; none: alone."""
    pupils_from: _date | None
    """First day on which pupils see it; none: not published."""
    parents_from: _date | None
    """First day on which parents do; none: not published."""
    revision: int
    """Counts changes of it and of what was entered."""


@record(frozen=True, slots=True, kw_only=True)
class Evaluations(Listing[Evaluation]):
    """Evaluations of a group."""

    items: tuple[Evaluation, ...]
    """By day."""


@record(frozen=True, slots=True, kw_only=True)
class Entered:
    """What became of a grid."""

    changed: int
    """Cells that were set, corrected or taken away."""
    unchanged: int
    """Entries that say what stood already."""
    revision: int
    """Of the evaluation."""


@record(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands of one item for one pupil."""

    pupil: _person.Card
    """Who."""
    item_id: int
    """What."""
    kind: LevelKind
    """What stands."""
    level: int | None
    """Of `level`."""
    comment: str | None
    """For the family."""
    evidence: str | None
    """What shows it."""


@record(frozen=True, slots=True, kw_only=True)
class Sheet(Listing[Cell]):
    """The grid of an evaluation."""

    items: tuple[Cell, ...]
    """One for each pupil of the group on its day, by name, and item."""
    levels: tuple[LevelView, ...]
    """The scale by which it was evaluated."""
    evaluation: Evaluation
    """Of what."""


@record(frozen=True, slots=True, kw_only=True)
class Version:
    """What stood for a time."""

    kind: LevelKind
    """What stood; not_entered: it was taken away."""
    level: int | None
    """Of `level`."""
    comment: str | None
    """For the family."""
    evidence: str | None
    """What shows it."""
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
class PupilLevel:
    """What was entered of one item for a pupil."""

    item_id: int
    """What."""
    item_code: str
    """Its code."""
    item_label: str
    """What it says."""
    referential_code: str
    """Of which referential."""
    date: _date
    """When."""
    kind: LevelKind
    """What stands."""
    level: int | None
    """Of `level`."""
    label: str | None
    """How the scale names it."""
    symbol: str | None
    """Its symbol."""
    colour: str | None
    """Its colour."""
    value: Decimal | None
    """What it is worth, in percent."""
    comment: str | None
    """For the family."""
    evidence: str | None
    """What shows it."""
    subject_code: str | None
    """In which subject."""
    evaluation_id: int | None
    """In which evaluation; none: by a claim that was validated."""
    evaluation_name: str
    """Its name."""


@record(frozen=True, slots=True, kw_only=True)
class PupilLevels(Listing[PupilLevel]):
    """Levels of a pupil."""

    items: tuple[PupilLevel, ...]
    """The latest first. What was not entered is left out."""


@record(frozen=True, slots=True, kw_only=True)
class MethodView:
    """A method, and who says so."""

    method: str
    """Its name."""
    earlier: Earlier
    """What becomes of levels from before."""
    bounds: tuple[Decimal, ...]
    """Where the degrees above the first begin, in the figure of the method."""
    org_id: int | None
    """The unit that says so; none: nobody does."""
    referential_code: str | None
    """For which referential; none: for all."""
    valid_from: date | None
    """From when on."""
    partly_from: Decimal | None
    """Where an item begins to be acquired in part, in the figure of the method,"""
    acquired_from: Decimal | None
    """and to be acquired."""
    latest: int | None
    """How many of an item's last levels it looks at; none: all."""


@record(frozen=True, slots=True, kw_only=True)
class BalanceLine:
    """What became of a domain, component or item."""

    item_id: int
    """Which."""
    code: str
    """Its code."""
    label: str
    """What it says."""
    kind: NodeKind
    """Where it stands."""
    depth: int
    """1: at the top."""
    score: Decimal | None
    """In the figure of the method, to six decimals; of a domain the mean by coefficients."""
    degree: int | None
    """Positioning, from 1; what was decided by hand goes before what was worked out."""
    state: Mastery
    """Of an item."""
    items: int
    """Items in it; 1 of an item, or those that count for it."""
    evaluated: int
    """Of which something was said."""
    acquired: int
    """Those that are acquired,"""
    partly: int
    """and those that are in part."""
    share: Decimal | None
    """Of the evaluated ones what is acquired, in percent, to six decimals."""
    computed: int | None
    """The degree that was worked out, where another was decided."""
    reason: str | None
    """Why another one was decided; not to families."""


@record(frozen=True, slots=True, kw_only=True)
class Balance(Listing[BalanceLine]):
    """The balance of a pupil."""

    items: tuple[BalanceLine, ...]
    """All of the referential, in its order."""
    without_evidence: tuple[int, ...]
    """Items of which nothing was said."""
    total: BalanceLine
    """All items together; without id, code and label."""
    method: MethodView
    """By which method."""


@record(frozen=True, slots=True, kw_only=True)
class YearLine:
    """What became of a domain, component or item in a school year."""

    school_year: int
    """By the civil year in which it begins."""
    item_id: int
    """Which."""
    code: str
    """Its code."""
    degree: int | None
    """Positioning, from 1."""
    evaluated: int
    """Items of which something was said."""
    share: Decimal | None
    """Of these what is acquired, in percent."""
    computed: int | None
    """The degree that was worked out, where another was decided."""


@record(frozen=True, slots=True, kw_only=True)
class Years(Listing[YearLine]):
    """A pupil over the years."""

    items: tuple[YearLine, ...]
    """By year, in the order of the referential."""


@record(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """One domain, component or item of one pupil."""

    pupil: _person.Card
    """Who."""
    item_id: int
    """What."""
    code: str
    """Its code."""
    degree: int | None
    """Positioning, from 1."""
    items: int
    """Items in it."""
    evaluated: int
    """Of which something was said."""
    share: Decimal | None
    """Of these what is acquired, in percent."""


@record(frozen=True, slots=True, kw_only=True)
class DegreeCounts:
    """How many of a group are where."""

    item_id: int
    """What."""
    code: str
    """Its code."""
    pupils: int
    """How many are in the group."""
    degrees: tuple[int, ...]
    """How many have each degree, the lowest first."""


@record(frozen=True, slots=True, kw_only=True)
class GroupBalance(Listing[GroupLine]):
    """The balance of a group."""

    items: tuple[GroupLine, ...]
    """By name, in the order of the referential."""
    totals: tuple[DegreeCounts, ...]
    """In the order of the referential."""
    method: MethodView
    """By which method."""


@record(frozen=True, slots=True, kw_only=True)
class AttestedDegree:
    """A degree that was decided by hand, and that an attestation rests on."""

    item_id: int
    """Of which item."""
    code: str
    """Its code."""
    label: str
    """What it says."""
    degree: int
    """From 1."""


@record(frozen=True, slots=True, kw_only=True)
class Attestation:
    """That a pupil has acquired a referential."""

    referential_id: int
    """Which."""
    referential_code: str
    """Its code."""
    referential_name: str
    """Its name."""
    attested_on: date
    """When."""
    attested_by: _person.Card
    """By whom."""
    signed_on: date | None
    """When the head signed it too."""
    signed_by: _person.Card | None
    """Who that was."""
    decided: tuple[AttestedDegree, ...]
    """What of the items was decided by hand when it was attested; to families what is published to them."""
    org_id: int
    """By which school."""


@record(frozen=True, slots=True, kw_only=True)
class Attestations(Listing[Attestation]):
    """What was attested."""

    items: tuple[Attestation, ...]
    """The latest first."""


@record(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a pupil says of an item."""

    id: int
    """Carries its establishment."""
    pupil: _person.Card
    """Who."""
    item_id: int
    """Of what."""
    item_code: str
    """Its code."""
    item_label: str
    """What it says."""
    level: int | None
    """Where the pupil sees themselves, from 1."""
    evidence: str | None
    """What shows it: a text or an address."""
    date: _date
    """When it was said."""
    state: ClaimState
    """How it stands."""
    decided_level: int | None
    """What was validated."""
    reason: str | None
    """What the teacher says of it."""
    decided_on: _date | None
    """When it was decided."""


@record(frozen=True, slots=True, kw_only=True)
class Claims(Listing[Claim]):
    """What pupils said."""

    items: tuple[Claim, ...]
    """The latest first; at most 500."""


@record(frozen=True, slots=True, kw_only=True)
class BrevetPart:
    """A part of the examination."""

    code: str
    """"francais"."""
    weight: Decimal
    """To 2025 its points, from 2026 its coefficient."""


@record(frozen=True, slots=True, kw_only=True)
class YearAverage:
    """A subject over the year."""

    subject_code: str
    """Empty: none."""
    average: Decimal
    """As the last report of the year shows it, brought to 20; those in points, which have no scale, are left out."""
    optional: bool
    """It counts as a bonus."""


@record(frozen=True, slots=True, kw_only=True)
class Brevet(Listing[BrevetPart]):
    """What a session's rule makes of it."""

    items: tuple[BrevetPart, ...]
    """The parts that the rule has."""
    counts_socle: bool
    """The socle makes points; else the averages of the year count."""
    socle_points: Decimal | None
    """Of 400, to 2025."""
    result: Decimal | None
    """To 2025 of 800, from 2026 of 20, to six decimals; none: something is missing."""
    to_pass: Decimal
    """Passed from here on."""
    passed: bool
    """Whether the result is there, and enough."""
    mention: Mention
    """With which mention."""
    averages: tuple[YearAverage, ...]
    """Taken from the school: by subject."""
    degrees: tuple[int, ...]
    """Taken from the school: of the eight components; none where one is not said, or exempt."""


@record(frozen=True, slots=True, kw_only=True)
class UsageRule:
    """Which item something that a pupil does gives evidence of."""

    kind: str
    """What is done: "search", "message", "document", or a word of the portal's own. 1 to 40 characters."""
    item_id: int
    """What it shows."""
    level: int
    """The level that is proposed, from 1, on the scale of the day."""


@record(frozen=True, slots=True, kw_only=True)
class UsageRules(Listing[UsageRule]):
    """Which items what is done gives evidence of."""

    items: tuple[UsageRule, ...]
    """By kind."""


@record(frozen=True, slots=True, kw_only=True)
class ImportCell:
    """One cell of a table."""

    row: int
    """1 for the first."""
    column: int
    """1 for the first; 0: the pupil of the row is refused, and with them all its cells."""
    outcome: _gradebook.CellOutcome
    """What becomes of it."""
    reason: str | None
    """Why it is refused."""
    pupil_id: int | None
    """Whose it is."""
    kind: LevelKind | None
    """What it says."""
    level: int | None
    """Of `level`."""
    stood_kind: LevelKind | None
    """What stands until then, or stays; none: nothing was entered."""
    stood_level: int | None
    """Of `level`."""


@record(frozen=True, slots=True, kw_only=True)
class Imported(Listing[ImportCell]):
    """What became of a table."""

    items: tuple[ImportCell, ...]
    """By row, then by column."""
    changed: int
    """Levels that were, or would be, entered."""
    refused: int
    """Cells that would be refused."""
    written: bool
    """Not in a dry run."""
    revision: int
    """Of the evaluation."""


_core.register_record("skill::Node", Node)
_core.register_record("skill::ReferentialView", ReferentialView)
_core.register_record("skill::Referentials", Referentials)
_core.register_record("skill::NodeView", NodeView)
_core.register_record("skill::Referential", Referential)
_core.register_record("skill::Model", Model)
_core.register_record("skill::Models", Models)
_core.register_record("skill::LevelView", LevelView)
_core.register_record("skill::Scale", Scale)
_core.register_record("skill::Evaluation", Evaluation)
_core.register_record("skill::Evaluations", Evaluations)
_core.register_record("skill::Entered", Entered)
_core.register_record("skill::Cell", Cell)
_core.register_record("skill::Sheet", Sheet)
_core.register_record("skill::Version", Version)
_core.register_record("skill::Versions", Versions)
_core.register_record("skill::PupilLevel", PupilLevel)
_core.register_record("skill::PupilLevels", PupilLevels)
_core.register_record("skill::MethodView", MethodView)
_core.register_record("skill::BalanceLine", BalanceLine)
_core.register_record("skill::Balance", Balance)
_core.register_record("skill::YearLine", YearLine)
_core.register_record("skill::Years", Years)
_core.register_record("skill::GroupLine", GroupLine)
_core.register_record("skill::DegreeCounts", DegreeCounts)
_core.register_record("skill::GroupBalance", GroupBalance)
_core.register_record("skill::AttestedDegree", AttestedDegree)
_core.register_record("skill::Attestation", Attestation)
_core.register_record("skill::Attestations", Attestations)
_core.register_record("skill::Claim", Claim)
_core.register_record("skill::Claims", Claims)
_core.register_record("skill::BrevetPart", BrevetPart)
_core.register_record("skill::YearAverage", YearAverage)
_core.register_record("skill::Brevet", Brevet)
_core.register_record("skill::UsageRule", UsageRule)
_core.register_record("skill::UsageRules", UsageRules)
_core.register_record("skill::ImportCell", ImportCell)
_core.register_record("skill::Imported", Imported)
_ADD_REFERENTIAL = _core.register_operation(
    "skill.add_referential",
    ("org_id", "model", "code", "version", "name", "cycle", "attestation_share", "attestation_domain_share", "items", "valid_from"),
)
_REFERENTIALS = _core.register_operation("skill.referentials", ("org_id", "code", "all_versions"))
_REFERENTIAL = _core.register_operation("skill.referential", ("org_id", "id"))
_MODELS = _core.register_operation("skill.models", ("org_id",))
_SET_SCALE = _core.register_operation("skill.set_scale", ("org_id", "items", "valid_from"))
_SCALE = _core.register_operation("skill.scale", ("org_id",))
_ADD_EVALUATION = _core.register_operation(
    "skill.add_evaluation",
    ("group_id", "name", "date", "item_ids", "subject_code", "assessment_id", "pupils_from", "parents_from"),
)
_CHANGE_EVALUATION = _core.register_operation(
    "skill.change_evaluation",
    ("id", "name", "pupils_from", "parents_from", "add_item_ids", "date", "hidden"),
)
_REMOVE_EVALUATION = _core.register_operation("skill.remove_evaluation", ("id",))
_EVALUATIONS = _core.register_operation("skill.evaluations", ("group_id", "first_day", "last_day", "period_id"))
_ENTER_LEVELS = _core.register_operation("skill.enter_levels", ("id", "items"))
_LEVELS = _core.register_operation("skill.levels", ("id",))
_HISTORY = _core.register_operation("skill.history", ("id", "pupil_id", "item_id"))
_OF_PUPIL = _core.register_operation(
    "skill.of_pupil",
    ("org_id", "pupil_id", "first_day", "last_day", "period_id", "referential_code"),
)
_SET_METHOD = _core.register_operation(
    "skill.set_method",
    ("org_id", "method", "referential_code", "earlier", "bounds", "valid_from", "partly_from", "acquired_from", "latest"),
)
_METHOD = _core.register_operation("skill.method", ("org_id", "referential_code"))
_BALANCE = _core.register_operation(
    "skill.balance",
    ("org_id", "pupil_id", "referential_id", "first_day", "last_day", "period_id", "method"),
)
_YEARS = _core.register_operation("skill.years", ("org_id", "pupil_id", "referential_id", "depth"))
_GROUP_BALANCE = _core.register_operation(
    "skill.group_balance",
    ("group_id", "referential_id", "depth", "first_day", "last_day", "period_id"),
)
_OVERRIDE_DEGREE = _core.register_operation(
    "skill.override_degree",
    ("org_id", "pupil_id", "item_id", "reason", "degree", "date", "pupils_from", "parents_from"),
)
_ATTEST = _core.register_operation("skill.attest", ("org_id", "pupil_id", "referential_id"))
_ATTESTATIONS = _core.register_operation("skill.attestations", ("org_id", "pupil_id"))
_CLAIM = _core.register_operation("skill.claim", ("org_id", "item_id", "level", "evidence", "request"))
_DECIDE = _core.register_operation("skill.decide", ("id", "validated", "level", "reason"))
_CLAIMS = _core.register_operation("skill.claims", ("org_id", "pupil_id", "group_id", "waiting"))
_BREVET = _core.register_operation(
    "skill.brevet",
    ("org_id", "session", "marks", "degrees", "extra", "averages", "optional_average", "pupil_id"),
)
_SET_USAGE_RULES = _core.register_operation("skill.set_usage_rules", ("org_id", "items"))
_USAGE_RULES = _core.register_operation("skill.usage_rules", ("org_id",))
_NOTE_USAGE = _core.register_operation("skill.note_usage", ("org_id", "kind", "evidence"))
_IMPORT_LEVELS = _core.register_operation("skill.import_levels", ("id", "item_codes", "items", "dry_run"))


class Operations:
    """Skills (compétences): referentials, scales of levels, evaluations of items, and what pupils claim themselves.

    A referential is a tree of domains, components and items; what has nothing below it is an item, and is what is
    evaluated. A level is a place on a scale, or a kind without level; what nothing was said of is never the lowest
    level. What a pupil masters is not stored: ent/skill_balance.hpp works it out by a method that has a name. A
    session has them as `session.skill`.
    """

    __slots__ = ("_call",)

    def __init__(self, call: _core.Call) -> None:
        self._call = call

    def add_referential(
        self,
        *,
        org_id: int,
        model: str | None = None,
        code: str | None = None,
        version: str | None = None,
        name: str | None = None,
        cycle: int = 0,
        attestation_share: Decimal | None = None,
        attestation_domain_share: Decimal | None = None,
        items: Iterable[Node | NodeDict] = (),
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> ReferentialView:
        """Adds a referential to a unit, whole, or a newer version of one: that replaces the older from its day on. What
        was evaluated by the older one stays so, and counts for the item of the same code.

        org_id: The unit for which, and for those below it, it holds.
        model: One of models(), in the place of all that follows but the day.
        code: What its versions have in common: "SOCLE"; 1 to 40 characters.
        version: Which one it is: "2015"; 1 to 40 characters.
        name: 1 to 200 characters.
        cycle: Of which cycle, 1 to 4; 0: of none.
        attestation_share: Attested from this share of acquired items on, in percent; none: never.
        attestation_domain_share: And from this share in each domain.
        items: 1 to 2 000, each after the one it is below; at most five deep.
        valid_from: From when on; default: today.

        Permission: subject.manage on the unit.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, skill.code_repeated,
            skill.parent_unknown, skill.too_deep, skill.model_unknown, skill.model_or_items: both or neither),
            NotFound (org.not_found), AlreadyExists (skill.not_newer: the unit has a version of it that begins on that
            day or later).
        Since 0.1.
        """
        _answer: ReferentialView = self._call(
            _ADD_REFERENTIAL,
            (org_id, model, code, version, name, cycle, attestation_share, attestation_domain_share, items, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def referentials(
        self,
        *,
        org_id: int,
        code: str | None = None,
        all_versions: bool = False,
        deadline: datetime | None = None,
    ) -> Referentials:
        """The referentials that hold in a unit on the session's date: its own, and those of the units above it of whose
        code it says nothing itself.

        org_id: The unit.
        code: Versions of this one alone.
        all_versions: Those that were replaced, are hidden by a nearer unit's, or hold later, too.

        Permission: subject.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Referentials = self._call(_REFERENTIALS, (org_id, code, all_versions), deadline, None, None)
        return _answer

    def referential(self, *, org_id: int, id: int, deadline: datetime | None = None) -> Referential:
        """One version of a referential.

        org_id: The unit that reads: that of the referential, or one below it.
        id: The version.

        Permission: subject.read on the unit that reads.
        Raises: NotFound (org.not_found, skill.no_referential).
        Since 0.1.
        """
        _answer: Referential = self._call(_REFERENTIAL, (org_id, id), deadline, None, None)
        return _answer

    def models(self, *, org_id: int, deadline: datetime | None = None) -> Models:
        """The referentials that come with the library as data: the socle commun, the CRCN and a short B2i.

        org_id: The unit.

        Permission: subject.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Models = self._call(_MODELS, (org_id,), deadline, None, None)
        return _answer

    def set_scale(
        self,
        *,
        org_id: int,
        items: Iterable[LevelDict],
        valid_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Scale:
        """Says by which levels a unit, and those below it, evaluate from a day on. What was evaluated before keeps its
        scale.

        org_id: The unit for which, and for those below it that say nothing themselves, it holds.
        items: 2 to 6, the lowest first.
        valid_from: For evaluations of days from this one on; default: today.

        Permission: subject.manage on the unit.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, skill.value_not_above,
            skill.symbol_repeated, subject.colour_malformed), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Scale = self._call(
            _SET_SCALE,
            (org_id, items, valid_from),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def scale(self, *, org_id: int, deadline: datetime | None = None) -> Scale:
        """The scale of a unit on the session's date: its own, or that of the nearest unit above it, or the library's
        four levels of the socle, worth 0, 33, 67 and 100.

        org_id: The unit.

        Permission: subject.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: Scale = self._call(_SCALE, (org_id,), deadline, None, None)
        return _answer

    def add_evaluation(
        self,
        *,
        group_id: int,
        name: str,
        date: date,
        item_ids: Iterable[int],
        subject_code: str | None = None,
        assessment_id: int | None = None,
        pupils_from: date | None = None,
        parents_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Evaluation:
        """Adds an evaluation of items, inside an assessment of the grade book or alone.

        group_id: A group that one teaches, is main teacher of, or whose school one heads.
        name: 1 to 200 characters.
        date: On which day: it decides by which scale.
        item_ids: 1 to 40 items of referentials of the unit or of those above it, each once.
        subject_code: In which subject; default: that of the assessment.
        assessment_id: An assessment of the group and of the day.
        pupils_from: First day on which pupils see it; default: not before it is said.
        parents_from: Likewise for parents.

        Permission: skill.evaluate on the group.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, field.repeated, skill.no_item: not an
            item, or of another unit, skill.other_assessment: of another group or day), NotFound (group.not_found),
            FailedPrecondition (gradebook.period_closed).
        Since 0.1.
        """
        _answer: Evaluation = self._call(
            _ADD_EVALUATION,
            (group_id, name, date, item_ids, subject_code, assessment_id, pupils_from, parents_from),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def change_evaluation(
        self,
        *,
        id: int,
        name: str | None = None,
        pupils_from: date | None = None,
        parents_from: date | None = None,
        add_item_ids: Iterable[int] = (),
        date: date | None = None,
        hidden: bool = False,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Evaluation:
        """Renames, publishes or moves an evaluation, or adds items to it; items, and another day, while their periods
        are open.

        id: Which.
        name: 1 to 200 characters.
        pupils_from: First day on which pupils see it.
        parents_from: First day on which parents do.
        add_item_ids: Items more; there may be 40 in all.
        date: Another day: that of its assessment, where it is of one that stands.
        hidden: Takes both days of publication away, before those that are given here.

        Permission: skill.evaluate on the group.
        Raises: InvalidArgument (text.too_short, text.too_long, field.range, field.repeated, skill.no_item,
            skill.other_assessment), NotFound (skill.no_evaluation), FailedPrecondition (gradebook.period_closed),
            Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: Evaluation = self._call(
            _CHANGE_EVALUATION,
            (id, name, pupils_from, parents_from, add_item_ids, date, hidden),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def remove_evaluation(
        self,
        *,
        id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Takes an evaluation away: it counts no more. Its rows stay.

        id: The evaluation.

        Permission: skill.evaluate on the group.
        Raises: NotFound (skill.no_evaluation), Conflict (call.stale_revision), FailedPrecondition
            (gradebook.period_closed).
        Since 0.1.
        """
        self._call(_REMOVE_EVALUATION, (id,), deadline, idempotency_key, if_revision)

    def evaluations(
        self,
        *,
        group_id: int,
        first_day: date | None = None,
        last_day: date | None = None,
        period_id: int | None = None,
        deadline: datetime | None = None,
    ) -> Evaluations:
        """The evaluations of a group in a span of days.

        group_id: The group.
        first_day: First day; or period_id.
        last_day: Last day; at most 400 days.
        period_id: The days of this period, in the place of a first and a last one.

        Permission: skill.read on the group.
        Raises: InvalidArgument (period.empty, field.range, gradebook.days_or_period), NotFound (group.not_found,
            period.not_found).
        Since 0.1.
        """
        _answer: Evaluations = self._call(
            _EVALUATIONS,
            (group_id, first_day, last_day, period_id),
            deadline,
            None,
            None,
        )
        return _answer

    def enter_levels(
        self,
        *,
        id: int,
        items: Iterable[EntryDict],
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Entered:
        """Enters levels of an evaluation, all or none. What stood before is kept (history()).

        id: The evaluation.
        items: At most 2 000, each pupil and item once. Others stay as they are.

        Permission: skill.evaluate on the group.
        Raises: InvalidArgument (field.range, field.repeated, skill.level_and_kind, skill.no_level: not on the scale,
            skill.no_item, text.too_long, group.no_member), NotFound (skill.no_evaluation), Conflict
            (call.stale_revision), FailedPrecondition (gradebook.period_closed: for a pupil whose level would change).
        Since 0.1.
        """
        _answer: Entered = self._call(_ENTER_LEVELS, (id, items), deadline, idempotency_key, if_revision)
        return _answer

    def levels(self, *, id: int, deadline: datetime | None = None) -> Sheet:
        """The grid of an evaluation.

        id: The evaluation.

        Permission: skill.read on the group.
        Raises: NotFound (skill.no_evaluation).
        Since 0.1.
        """
        _answer: Sheet = self._call(_LEVELS, (id,), deadline, None, None)
        return _answer

    def history(self, *, id: int, pupil_id: int, item_id: int, deadline: datetime | None = None) -> Versions:
        """What has stood of an item for a pupil in an evaluation.

        id: The evaluation.
        pupil_id: The pupil.
        item_id: The item.

        Permission: skill.read on the group.
        Raises: NotFound (skill.no_evaluation, person.not_found).
        Since 0.1.
        """
        _answer: Versions = self._call(_HISTORY, (id, pupil_id, item_id), deadline, None, None)
        return _answer

    def of_pupil(
        self,
        *,
        org_id: int,
        pupil_id: int,
        first_day: date | None = None,
        last_day: date | None = None,
        period_id: int | None = None,
        referential_code: str | None = None,
        deadline: datetime | None = None,
    ) -> PupilLevels:
        """The levels of a pupil in a span of days, as far as they are published to those who ask.

        org_id: The establishment.
        pupil_id: The pupil.
        first_day: First day; or period_id.
        last_day: Last day; at most 400 days.
        period_id: The days of this period, in the place of a first and a last one.
        referential_code: Of this referential alone.

        Permission: skill.read on the pupil.
        Raises: InvalidArgument (period.empty, field.range, gradebook.days_or_period), NotFound (person.not_found,
            period.not_found).
        Since 0.1.
        """
        _answer: PupilLevels = self._call(
            _OF_PUPIL,
            (org_id, pupil_id, first_day, last_day, period_id, referential_code),
            deadline,
            None,
            None,
        )
        return _answer

    def set_method(
        self,
        *,
        org_id: int,
        method: str,
        referential_code: str | None = None,
        earlier: Earlier = "left_out",
        bounds: Iterable[Decimal] = (),
        valid_from: date | None = None,
        partly_from: Decimal | None = None,
        acquired_from: Decimal | None = None,
        latest: int | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> MethodView:
        """Says by which method levels become degrees, from a day on.

        org_id: The unit for which, and for those below it, it holds.
        method: One of docs/skills.md: "mean", "sacoche", "pronote-last"...
        referential_code: For this referential alone; default: for those of which nothing is said.
        earlier: What becomes of levels from before.
        bounds: Where the degrees above the first begin, 1 to 5, rising; none: the method's own.
        valid_from: For spans that begin on this day or later; default: today, and no earlier one.
        partly_from: From which score on an item is acquired in part, above 0 to 200; default: the method's own.
        acquired_from: From which score on it is acquired, not below that; default: the method's own.
        latest: How many of an item's last levels it looks at, 1 to 50; default: the method's own.

        Permission: subject.manage on the unit.
        Raises: InvalidArgument (skill.method_unknown, skill.bounds_not_rising, field.range, text.too_short,
            text.too_long, skill.already_past), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: MethodView = self._call(
            _SET_METHOD,
            (org_id, method, referential_code, earlier, bounds, valid_from, partly_from, acquired_from, latest),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def method(
        self,
        *,
        org_id: int,
        referential_code: str | None = None,
        deadline: datetime | None = None,
    ) -> MethodView:
        """The method of a unit on the session's date: what the nearest unit says, of this referential before what it
        says of all.

        org_id: The unit.
        referential_code: For which referential; default: what holds for all.

        Permission: subject.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: MethodView = self._call(_METHOD, (org_id, referential_code), deadline, None, None)
        return _answer

    def balance(
        self,
        *,
        org_id: int,
        pupil_id: int,
        referential_id: int,
        first_day: date | None = None,
        last_day: date | None = None,
        period_id: int | None = None,
        method: str | None = None,
        deadline: datetime | None = None,
    ) -> Balance:
        """What a pupil masters of a referential, of the levels of a span of days that are shown to who asks, and of
        claims that were validated in it.

        org_id: The establishment.
        pupil_id: The pupil.
        referential_id: Of which referential; levels of its other versions count by the codes of items.
        first_day: First day; default: all that was ever said.
        last_day: Last day; at most 400 days.
        period_id: The days of this period.
        method: As if this one held; default: the one that does.

        Permission: skill.read on the pupil.
        Raises: InvalidArgument (period.empty, field.range, gradebook.days_or_period, skill.method_unknown), NotFound
            (person.not_found, period.not_found, skill.no_referential).
        Since 0.1.
        """
        _answer: Balance = self._call(
            _BALANCE,
            (org_id, pupil_id, referential_id, first_day, last_day, period_id, method),
            deadline,
            None,
            None,
        )
        return _answer

    def years(
        self,
        *,
        org_id: int,
        pupil_id: int,
        referential_id: int,
        depth: int = 1,
        deadline: datetime | None = None,
    ) -> Years:
        """What a pupil mastered of a referential in each school year of which something was said or decided, by the
        method that holds now; a degree that was decided for a day of the year goes before what was worked out, as in
        balance(). Of the pupil's other schools it has what is published to the pupil or guardian who asks, and to
        others what they may read there: of referentials that are seen in both, and of the models that come with the
        library.

        org_id: The establishment.
        pupil_id: The pupil.
        referential_id: Of which referential.
        depth: Down to which depth: 1 to 5.

        Permission: skill.read on the pupil.
        Raises: InvalidArgument (field.range), NotFound (person.not_found, skill.no_referential).
        Since 0.1.
        """
        _answer: Years = self._call(
            _YEARS,
            (org_id, pupil_id, referential_id, depth),
            deadline,
            None,
            None,
        )
        return _answer

    def group_balance(
        self,
        *,
        group_id: int,
        referential_id: int,
        depth: int = 1,
        first_day: date | None = None,
        last_day: date | None = None,
        period_id: int | None = None,
        deadline: datetime | None = None,
    ) -> GroupBalance:
        """What those who are in a group on the session's date master of a referential.

        group_id: The group.
        referential_id: Of which referential.
        depth: Down to which depth: 1 to 5.
        first_day: First day; default: all that was ever said.
        last_day: Last day; at most 400 days.
        period_id: The days of this period.

        Permission: skill.read on the group.
        Raises: InvalidArgument (period.empty, field.range, gradebook.days_or_period), NotFound (group.not_found,
            period.not_found, skill.no_referential).
        Since 0.1.
        """
        _answer: GroupBalance = self._call(
            _GROUP_BALANCE,
            (group_id, referential_id, depth, first_day, last_day, period_id),
            deadline,
            None,
            None,
        )
        return _answer

    def override_degree(
        self,
        *,
        org_id: int,
        pupil_id: int,
        item_id: int,
        reason: str,
        degree: int | None = None,
        date: date | None = None,
        pupils_from: date | None = None,
        parents_from: date | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> None:
        """Decides the degree of a domain, component or item by hand. It stands beside what is worked out, and changes no
        other line. A period of the pupil that is locked or published takes none. Families see the last one that is
        published to them, and never its reason; that none is said any more holds for all at once.

        org_id: The establishment.
        pupil_id: The pupil.
        item_id: A domain, component or item of a referential that holds.
        reason: 1 to 300 characters.
        degree: 1 to as many as the method has; none: what is worked out holds again.
        date: In balances of spans with this day; default: today.
        pupils_from: First day on which the pupil sees it; default: not before it is said.
        parents_from: Likewise for parents.

        Permission: skill.attest on the pupil.
        Raises: InvalidArgument (field.range, text.too_short, text.too_long, skill.no_item), NotFound
            (person.not_found), FailedPrecondition (gradebook.period_closed).
        Since 0.1.
        """
        self._call(
            _OVERRIDE_DEGREE,
            (org_id, pupil_id, item_id, reason, degree, date, pupils_from, parents_from),
            deadline,
            idempotency_key,
            if_revision,
        )

    def attest(
        self,
        *,
        org_id: int,
        pupil_id: int,
        referential_id: int,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Attestation:
        """Attests that a pupil has acquired a referential: of all its items, and of those of each domain, at least the
        shares that it names. An item whose degree was decided by hand is acquired, or not, by that degree, by
        whatever method; what was decided for a domain or component tells of no item. What a teacher attests the head
        signs by calling this too; what the head attests alone is signed.

        org_id: The establishment.
        pupil_id: The pupil.
        referential_id: One that is attested.

        Permission: skill.attest on the pupil.
        Raises: NotFound (person.not_found, skill.no_referential), AlreadyExists (skill.attested), FailedPrecondition
            (skill.not_attested_here: the referential names no share, skill.below_threshold).
        Since 0.1.
        """
        _answer: Attestation = self._call(
            _ATTEST,
            (org_id, pupil_id, referential_id),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def attestations(self, *, org_id: int, pupil_id: int, deadline: datetime | None = None) -> Attestations:
        """The attestations of a pupil, those of other schools too: to the pupil and the family all of them, to others
        those of the schools where they may read the pupil's skills.

        org_id: The establishment.
        pupil_id: The pupil.

        Permission: skill.read on the pupil.
        Raises: NotFound (person.not_found).
        Since 0.1.
        """
        _answer: Attestations = self._call(_ATTESTATIONS, (org_id, pupil_id), deadline, None, None)
        return _answer

    def claim(
        self,
        *,
        org_id: int,
        item_id: int,
        level: int | None = None,
        evidence: str | None = None,
        request: bool = False,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Claim:
        """A pupil says where they see themselves in an item, and may ask for its validation.

        org_id: The pupil's establishment.
        item_id: An item of a referential of the unit or of those above it.
        level: Where one sees oneself, on the scale of the unit, from 1; none: not said.
        evidence: What shows it: a text or an address, 1 to 500 characters.
        request: Asks for validation; then `evidence` is needed.

        Permission: skill.claim on oneself.
        Raises: InvalidArgument (skill.no_item, skill.no_level, skill.nothing_said, skill.no_evidence, text.too_short,
            text.too_long), NotFound (person.not_found), FailedPrecondition (skill.already_asked: a request for the
            item, or for that of the same code in another version, waits).
        Since 0.1.
        """
        _answer: Claim = self._call(
            _CLAIM,
            (org_id, item_id, level, evidence, request),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def decide(
        self,
        *,
        id: int,
        validated: bool,
        level: int | None = None,
        reason: str | None = None,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Claim:
        """Validates what a pupil asked for, or refuses it. What is validated counts from today on: not while the pupil's
        period is closed.

        id: A request that waits.
        validated: Whether it counts.
        level: The level that is validated; default: the one that was claimed.
        reason: 1 to 300 characters; needed for a refusal.

        Permission: skill.evaluate on the pupil.
        Raises: InvalidArgument (skill.no_level: not on the scale, or none was claimed, skill.no_reason,
            text.too_short, text.too_long), NotFound (skill.no_claim), FailedPrecondition (skill.not_asked: no
            request, or decided on already, gradebook.period_closed).
        Since 0.1.
        """
        _answer: Claim = self._call(
            _DECIDE,
            (id, validated, level, reason),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def claims(
        self,
        *,
        org_id: int,
        pupil_id: int | None = None,
        group_id: int | None = None,
        waiting: bool = False,
        deadline: datetime | None = None,
    ) -> Claims:
        """What a pupil, or the pupils of a group, said of their skills.

        org_id: The establishment.
        pupil_id: Of this pupil; or
        group_id: of those who are in this group on the session's date.
        waiting: Only requests that wait.

        Permission: skill.read on the pupil or the group.
        Raises: InvalidArgument (skill.pupil_or_group: both or neither), NotFound (person.not_found, group.not_found).
        Since 0.1.
        """
        _answer: Claims = self._call(_CLAIMS, (org_id, pupil_id, group_id, waiting), deadline, None, None)
        return _answer

    def brevet(
        self,
        *,
        org_id: int,
        session: int,
        marks: Iterable[Decimal] = (),
        degrees: Iterable[int] = (),
        extra: ExtraSubject = "none",
        averages: Iterable[Decimal] = (),
        optional_average: Decimal | None = None,
        pupil_id: int | None = None,
        deadline: datetime | None = None,
    ) -> Brevet:
        """Works the result of the brevet out by the rule of a session: to 2025 the socle and the parts in points, from
        2026 on 40 percent the year's averages and 60 percent the parts. Nothing is kept.

        org_id: The unit that asks.
        session: The civil year of the session: from 2018.
        marks: Out of 20, one for each part of the rule, in its order.
        degrees: To 2025: the degrees of the eight components of the socle, 1 to 4.
        extra: To 2025: the extra subject.
        averages: From 2026: the year's averages of the subjects, out of 20.
        optional_average: From 2026: that of one optional subject; what is above 10 is added to the others' sum.
        pupil_id: Of whom what is not given is taken from the school: of the year that ends in the civil year of the
            session the averages (an optional subject is one that counts as a bonus, the best of them), or the degrees
            of the end of the cycle and the complement.

        Permission: subject.read on the unit; of a pupil report.read on them too.
        Raises: InvalidArgument (skill.session_unknown, field.range), NotFound (org.not_found, person.not_found).
        Since 0.1.
        """
        _answer: Brevet = self._call(
            _BREVET,
            (org_id, session, marks, degrees, extra, averages, optional_average, pupil_id),
            deadline,
            None,
            None,
        )
        return _answer

    def set_usage_rules(
        self,
        *,
        org_id: int,
        items: Iterable[UsageRule | UsageRuleDict] = (),
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> UsageRules:
        """Says which items what pupils do in the portal gives evidence of.

        org_id: A unit; they hold in those below it too.
        items: At most 200, each kind and item once; in the place of those of the unit. None: there are none.

        Permission: subject.manage on the unit.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long, skill.no_item,
            skill.no_level), NotFound (org.not_found).
        Since 0.1.
        """
        _answer: UsageRules = self._call(
            _SET_USAGE_RULES,
            (org_id, items),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def usage_rules(self, *, org_id: int, deadline: datetime | None = None) -> UsageRules:
        """What a unit says of it, and the units above it, of items that hold: of a rule that was said of an earlier
        version, the item of the same code.

        org_id: The unit.

        Permission: subject.read on the unit.
        Raises: NotFound (org.not_found).
        Since 0.1.
        """
        _answer: UsageRules = self._call(_USAGE_RULES, (org_id,), deadline, None, None)
        return _answer

    def note_usage(
        self,
        *,
        org_id: int,
        kind: str,
        evidence: str,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Claims:
        """Notes in a pupil's own session what they have done in the portal, and asks for the validation of each item
        that it gives evidence of: decide() confirms it, or not. An item of which a request waits, or that was
        validated already, by whatever version of its referential, is not asked for again; where a newer version
        holds, it is its item of the same code.

        org_id: The pupil's establishment.
        kind: What the pupil has done.
        evidence: What shows it: a text or an address, 1 to 500 characters.

        Permission: skill.claim on oneself.
        Raises: InvalidArgument (text.too_short, text.too_long), NotFound (person.not_found).
        Since 0.1.
        """
        _answer: Claims = self._call(
            _NOTE_USAGE,
            (org_id, kind, evidence),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer

    def import_levels(
        self,
        *,
        id: int,
        item_codes: Iterable[str],
        items: Iterable[_gradebook.ImportRowDict],
        dry_run: bool = False,
        deadline: datetime | None = None,
        idempotency_key: str | None = None,
        if_revision: int | None = None,
    ) -> Imported:
        """Enters the levels of a table of texts, whole or not at all, as gradebook.import_marks() does marks: where a
        cell is refused nothing is written, and the error names all of them by row and column, `/items/2/cells/0`. A
        dry run answers them instead.

        A cell holds the symbol of a level; or its number from 1, if no symbol of the scale is a number; or the first
        letters of its label, as many as tell it from the others; or "abs", "disp", "ne", "nf" and like words for a
        kind without level. An empty one leaves what stands, and comments stay. What may be read as two things is
        refused.

        id: The evaluation.
        item_codes: 1 to 40, each once: the columns, by codes of its items: "D1"; or "SOCLE:D1".
        items: 1 to 500, each pupil once; of the group on the day of the evaluation.
        dry_run: Only say what would become of each cell.

        Permission: skill.evaluate on the group.
        Raises: InvalidArgument (field.range, field.repeated, text.too_short, text.too_long, skill.no_item,
            skill.item_ambiguous, gradebook.id_or_name, gradebook.columns_differ, group.no_member,
            gradebook.pupil_ambiguous, skill.no_level, skill.level_ambiguous, gradebook.period_closed), NotFound
            (skill.no_evaluation), Conflict (call.stale_revision).
        Since 0.1.
        """
        _answer: Imported = self._call(
            _IMPORT_LEVELS,
            (id, item_codes, items, dry_run),
            deadline,
            idempotency_key,
            if_revision,
        )
        return _answer
