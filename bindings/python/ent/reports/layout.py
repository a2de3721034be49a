"""What a school wants to see on its reports."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from ent.reports.data import Spread, Subject

ColumnName = Literal["coefficient", "assessments", "average", "letter", "previous", "year", "trend", "mean", "minimum", "maximum",
                     "position", "programme", "comment"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which columns in which order, and what else is a matter of taste. The default is the usual report card."""

    columns: tuple[ColumnName, ...] = ("coefficient", "average", "letter", "trend", "mean", "minimum", "maximum", "position",
                                       "programme", "comment")
    """One in which nothing stands for any subject is left out."""
    birth_date: bool = True
    charts: bool = True
    """They give way where the texts need the page."""
    reply: bool = False
    """Whether there is a place in which the family answers on paper, as the arrêté of the livret scolaire has it."""
    fewest: int = 5
    """Of fewer pupils with an average, families are shown no minimum, maximum or distribution."""
    fewest_of_a_mean: int = 3
    """Of fewer they are shown no mean: of two, the family of one could work the other's average out."""
    trend: Decimal = Decimal("0.5")
    """Smaller differences to the period before are steady."""
    low: Decimal = Decimal(8)
    high: Decimal = Decimal(15)
    """Averages under the one and from the other on, as out of 20, are marked in the tables of a class."""

    def __post_init__(self) -> None:
        for name in self.columns:
            if name not in get_args(ColumnName):
                raise ValueError(f"there is no column {name!r}: {', '.join(get_args(ColumnName))}")
        if len(set(self.columns)) != len(self.columns):
            raise ValueError("a column stands once")

    def columns_for(self, subjects: tuple[Subject, ...], with_marks: bool) -> tuple[ColumnName, ...]:
        """Those of the columns that have something to say."""
        there: dict[str, bool] = {
            "coefficient": with_marks and any(each.coefficient != 1 for each in subjects),
            "assessments": with_marks and any(each.assessments for each in subjects),
            "previous": with_marks and any(value is not None for each in subjects for value in each.previous),
            "year": with_marks and any(each.year is not None for each in subjects),
            "letter": with_marks and any(each.letter is not None for each in subjects),
            "trend": with_marks and any(trend(each, self.trend) for each in subjects),
            "position": any(each.position is not None for each in subjects),
            "programme": any(each.programme for each in subjects),
            "comment": True,
        }
        return tuple(name for name in self.columns if there.get(name, with_marks))

    def for_families(self, spread: Spread | None) -> Spread | None:
        """Without what would tell of single pupils."""
        if spread is None or spread.marked >= self.fewest:
            return spread
        return Spread(pupils=spread.pupils, marked=spread.marked, mean=spread.mean if spread.marked >= self.fewest_of_a_mean else None)

    def mean_for_families(self, spread: Spread | None) -> Decimal | None:
        """None where it would tell of a single pupil, too."""
        shown = self.for_families(spread)
        return shown.mean if shown else None


def trend(subject: Subject, threshold: Decimal) -> Literal["up", "same", "down"] | None:
    """How the average has moved since the last period that has one; none without two averages."""
    before = next((value for value in reversed(subject.previous) if value is not None), None)
    if before is None or subject.average is None:
        return None
    difference = subject.average - before
    if abs(difference) < threshold:
        return "same"
    return "up" if difference > 0 else "down"
