"""The charts of a report and of a class, from their values; none where there is nothing to draw."""

from __future__ import annotations

from ent.reports.charts import (BOUNDS, MOST_AXES, Axis, Band, Box, Series, bands, box_plot, distribution, evolution, radar)
from ent.reports._text import Language
from ent.reports._words import word
from ent.reports.data import ClassReport, Report, Spread, Subject
from ent.reports.layout import Layout


def label_of(subject: Subject) -> str:
    """What a chart calls it."""
    return subject.short_name or subject.name


def radar_of(report: Report, name: str, layout: Layout, language: Language) -> str:
    """The pupil beside the class, where the subjects with an average can be told apart; as families may see it."""
    axes = [Axis(label_of(each), each.average, layout.mean_for_families(each.group))
            for each in report.subjects if each.average is not None or layout.mean_for_families(each.group) is not None]
    if not 3 <= len(axes) <= MOST_AXES or all(axis.pupil is None for axis in axes):
        return ""
    return radar(axes, maximum=report.context.maximum, name=f"{name}-radar", language=language)


def bands_of(report: Report, name: str, layout: Layout, language: Language) -> str:
    """The pupil within the class, subject by subject, as families may see it."""
    rows = [_band(each, layout.for_families(each.group)) for each in report.subjects if each.average is not None]
    return bands(rows, maximum=report.context.maximum, name=f"{name}-bands", language=language) if rows else ""


def _band(subject: Subject, spread: Spread | None) -> Band:
    if spread is None:
        return Band(label_of(subject), pupil=subject.average)
    return Band(label_of(subject), spread.minimum, spread.mean, spread.maximum, subject.average)


def evolution_of(report: Report, name: str, layout: Layout, language: Language) -> str:
    """The general average over the periods so far, as families may see it."""
    periods = (*report.context.earlier, report.context.period)
    own = (*report.general_previous, report.general)
    others = tuple(layout.mean_for_families(each) for each in (*report.group_previous, report.general_group))
    if len(own) != len(periods) or all(value is None for value in own):
        return ""
    series = [Series(word("pupil", language), own)]
    if len(others) == len(periods):
        series.append(Series(word("group", language), others))
    return evolution(periods, series, averages_of=word("general", language), maximum=report.context.maximum,
                     name=f"{name}-evolution", language=language)


def spreads_of(report: ClassReport, language: Language) -> str:
    """The class in each subject: lowest, mean and highest average."""
    rows = [_band(each, each.group) for each in report.subjects if each.group and each.group.marked]
    return bands(rows, with_pupil=False, maximum=report.context.maximum, name="class-bands", language=language) if rows else ""


def boxes_of(report: ClassReport, language: Language) -> str:
    """The class in each subject: quartiles."""
    boxes = [Box(label_of(each), each.group.minimum, each.group.lower_quartile, each.group.median, each.group.upper_quartile,
                 each.group.maximum) for each in report.subjects if each.group and each.group.marked]
    return box_plot(boxes, maximum=report.context.maximum, name="class-boxes", language=language) if boxes else ""


def distribution_of(report: ClassReport, language: Language) -> str:
    """How many pupils have a general average in each band."""
    counts = report.general.bands if report.general else ()
    if len(counts) != len(BOUNDS) + 1:
        return ""
    return distribution(counts, name="class-distribution", language=language)
