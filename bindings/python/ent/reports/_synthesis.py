"""The class as a whole: a table of pupils and subjects, its charts, and the same table for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ent.reports import _style
from ent.reports._bulletin import draft_notice
from ent.reports._draw import boxes_of, distribution_of, label_of, spreads_of
from ent.reports._page import cell, figure, heading, page, row
from ent.reports._sheet import Cell, Column, Table
from ent.reports._text import Language, day, escape, number
from ent.reports._words import colon, word
from ent.reports.data import ClassReport, Report, Spread, Subject
from ent.reports.layout import Layout

_FIGURES = ("mean", "minimum", "median", "maximum")


def synthesis(report: ClassReport, *, layout: Layout = Layout(), language: Language = "fr") -> str:
    """The page of a class: for its team, not for families."""
    context = report.context
    title = f"{word('synthesis', language)} – {context.class_name} – {context.period}"
    drawn = [("distribution", distribution_of(report, language)), ("spread", spreads_of(report, language)),
             ("quartiles", boxes_of(report, language))]
    figures = "".join(figure(word(name, language), chart) for name, chart in drawn if chart)
    body = (f'<header class="top"><div><h1>{escape(title)}</h1><p>{escape(context.school)}</p></div>'
            f"<div><p>{word('year', language)} {escape(context.year)}</p>"
            f"<p>{word('from', language)} {day(context.first_day, language)} {word('to', language)} {day(context.last_day, language)}</p>"
            f"<p>{word('headcount', language)}{colon(language)}{context.headcount or len(report.pupils)}</p></div></header>"
            f'<main id="main">{draft_notice(context, language)}{class_table(report, layout, language)}'
            f'<div class="charts">{figures}</div></main>')
    return page(title, body, style=_style.WIDE, language=language)


def class_table(report: ClassReport, layout: Layout, language: Language) -> str:
    """Pupils in rows, subjects in columns; under them the class."""
    if not report.pupils:
        return f'<p>{escape(word("no_pupil", language))}</p>'
    head = [heading(word("pupil", language))]
    head += [heading(escape(label_of(subject)), kind="n") for subject in report.subjects]
    head.append(heading(word("general", language), kind="n"))
    maximum = report.context.maximum
    body = [row([f'<th scope="row">{escape(pupil.name)}</th>', *(_mark(value, maximum, layout, language) for value in averages_of(report, pupil))])
            for pupil in report.pupils]
    spreads = [subject.group for subject in report.subjects] + [report.general]
    foot = [row([f'<th scope="row">{word(name, language)}</th>', *(cell(number(_figure(each, name), language), "n") for each in spreads)])
            for name in _FIGURES]
    return (f'<div class="wide" role="region" aria-label="{word("scroll", language)}" tabindex="0"><table>'
            f"<caption>{word('averages', language)}</caption><thead>{row(head)}</thead><tbody>{''.join(body)}</tbody>"
            f"<tfoot>{''.join(foot)}</tfoot></table></div>")


def averages_of(report: ClassReport, pupil: Report) -> list[Decimal | None]:
    """A place for each subject of the class, and the general average."""
    own = {_key(subject): subject.average for subject in pupil.subjects}
    return [own.get(_key(subject)) for subject in report.subjects] + [pupil.general]


def _letters_of(report: ClassReport, pupil: Report) -> list[str | None]:
    """In the same places."""
    own = {_key(subject): subject.letter for subject in pupil.subjects}
    return [own.get(_key(subject)) for subject in report.subjects] + [pupil.general_letter]


def _beside(figures: Sequence[Cell], letters: Sequence[str | None], lettered: bool) -> list[Cell]:
    """Each figure with its letter behind it."""
    return [cell for pair in zip(figures, letters, strict=True) for cell in pair] if lettered else list(figures)


def _key(subject: Subject) -> tuple[str | None, str]:
    return (subject.code, "" if subject.code else subject.name)


def _figure(spread: Spread | None, name: str) -> Decimal | None:
    value: Decimal | None = getattr(spread, name) if spread is not None else None
    return value


def _mark(value: Decimal | None, maximum: Decimal, layout: Layout, language: Language) -> str:
    """Its ground and a sign say where it lies; the number says it too."""
    told = number(value, language)
    if value is not None and value * 20 < layout.low * maximum:
        return cell(f'<span aria-hidden="true">▾ </span>{told}', "n low")
    if value is not None and value * 20 >= layout.high * maximum:
        return cell(f'<span aria-hidden="true">▴ </span>{told}', "n high")
    return cell(told, "n")


def synthesis_tables(report: ClassReport, *, language: Language = "fr") -> list[Table]:
    """For `write_xlsx`: the class on one sheet, and on another what it is."""
    context = report.context
    told: list[Sequence[Cell]] = [(word(name, language), value) for name, value in (
        ("synthesis", context.school), ("code", context.school_code), ("class", context.class_name), ("year", context.year),
        ("period", context.period), ("from", context.first_day), ("to", context.last_day), ("headcount", len(report.pupils)),
        ("averages", context.policy))]
    return [synthesis_table(report, language=language),
            Table(name=word("read_me", language), columns=[Column(heading=word("read_me", language), width=30),
                                                           Column(heading="", width=50)], rows=told)]


def synthesis_table(report: ClassReport, *, language: Language = "fr") -> Table:
    """A row for each pupil, a column for each subject, and one for its letters where the school has them; under them mean, minimum,
    median and maximum.
    """
    lettered = any(letter for pupil in report.pupils for letter in _letters_of(report, pupil))
    columns = [Column(heading=word("family_name", language)), Column(heading=word("given_name", language))]
    for name in (*(subject.name for subject in report.subjects), word("general", language)):
        columns += [Column(heading=name, kind="number", width=12)]
        columns += [Column(heading=f"{name} – {word('letter', language)}", width=12)] if lettered else []
    columns += [Column(heading=word("absences", language), kind="whole", width=12),
                Column(heading=word("unjustified", language), kind="whole", width=12),
                Column(heading=word("latenesses", language), kind="whole", width=12)]
    rows: list[Sequence[Cell]] = []
    for pupil in report.pupils:
        life = pupil.life
        rows.append([pupil.family_name, pupil.given_name, *_beside(averages_of(report, pupil), _letters_of(report, pupil), lettered),
                     *((life.half_days, life.unjustified, life.latenesses) if life else (None, None, None))])
    spreads = [subject.group for subject in report.subjects] + [report.general]
    totals: list[Sequence[Cell]] = [[word(name, language), None,
                                     *_beside([_figure(each, name) for each in spreads], [None] * len(spreads), lettered), None, None, None]
                                    for name in _FIGURES]
    return Table(name=report.context.class_name, columns=columns, rows=rows, totals=totals)
