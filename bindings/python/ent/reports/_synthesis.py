"""The class as a whole: a table of pupils and subjects, its charts, and the same table for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ent.reports import _style
from ent.reports._bulletin import draft_notice, position
from ent.reports._draw import boxes_of, distribution_of, label_of, spreads_of
from ent.reports._page import cell, figure, heading, page, row
from ent.reports._sheet import Cell, Column, Table
from ent.reports._text import Language, day, escape, number
from ent.reports._words import POSITIONS, colon, positioning, word
from ent.reports.data import ClassReport, Report, Spread, Subject
from ent.reports.layout import Layout

_FIGURES = ("mean", "minimum", "median", "maximum")


def synthesis(report: ClassReport, *, layout: Layout = Layout(), language: Language = "fr") -> str:
    """The page of a class: for its team, not for families."""
    report = report.as_it_stands()
    context = report.context
    title = f"{word('synthesis', language)} – {context.class_name} – {context.period}"
    drawn = [("distribution", distribution_of(report, language)), ("spread", spreads_of(report, language)),
             ("quartiles", boxes_of(report, language))]
    figures = "".join(figure(word(name, language), chart) for name, chart in drawn if chart)
    body = (f'<header class="top"><div><h1>{escape(title)}</h1><p>{escape(context.school)}</p></div>'
            f"<div><p>{word('year', language)} {escape(context.year)}</p>"
            f"<p>{word('from', language)} {day(context.first_day, language)} {word('to', language)} {day(context.last_day, language)}</p>"
            f"<p>{word('headcount', language)}{colon(language)}{len(report.pupils)}</p></div></header>"
            f'<main id="main">{draft_notice(context, language)}{class_table(report, layout, language)}'
            f'<div class="charts">{figures}</div></main>')
    return page(title, body, style=_style.WIDE, language=language)


def class_table(report: ClassReport, layout: Layout, language: Language) -> str:
    """Pupils in rows, subjects in columns, with averages or else with degrees; under them the class."""
    if not report.pupils:
        return f'<p>{escape(word("no_pupil", language))}</p>'
    if not _has_averages(report):
        return _degrees(report, language)
    named = [label_of(subject) for subject in report.subjects] + [word("general", language)]
    maximum = report.context.maximum
    body = [row([f'<th scope="row">{escape(pupil.name)}</th>', *(_mark(value, maximum, layout, language) for value in averages_of(report, pupil))])
            for pupil in report.pupils]
    spreads = [subject.group for subject in report.subjects] + [report.general]
    foot = [row([f'<th scope="row">{word(name, language)}</th>', *(cell(number(_figure(each, name), language), "n") for each in spreads)])
            for name in _FIGURES]
    return _wide("averages", named, body, foot, language)


def _wide(caption: str, named: Sequence[str], body: Sequence[str], foot: Sequence[str], language: Language) -> str:
    """A table with a row for each pupil, and so many columns that it has a place of its own to be moved in."""
    head = [heading(word("pupil", language)), *(heading(f"<span>{escape(each)}</span>", kind="n") for each in named)]
    size = next(size for most, size in _style.SIZES.items() if len(named) <= most)
    kind = f' class="upright size-{size}"' if len(named) > _style.CROWDED else ""
    return (f'<div class="wide" role="region" aria-label="{word("scroll", language)}" tabindex="0"><table{kind}>'
            f"<caption>{word(caption, language)} – {word('as_it_stands', language)}</caption><thead>{row(head)}</thead><tbody>{''.join(body)}</tbody>"
            f"<tfoot>{''.join(foot)}</tfoot></table></div>")


def _has_averages(report: ClassReport) -> bool:
    """As its models say; where there is no pupil they may."""
    return not report.pupils or any(pupil.context.with_marks for pupil in report.pupils)


def _degrees(report: ClassReport, language: Language) -> str:
    """How well each pupil reaches the objectives of each domain, and how many reach them how well."""
    if all(pupil.model == "nursery" for pupil in report.pupils):
        return f'<p>{escape(word("no_degrees", language))}</p>'
    domains = _domains(report)
    body = [row([f'<th scope="row">{escape(pupil.name)}</th>',
                 *(position(replace(domain, position=own), language) for domain, own in zip(domains, _positions_of(domains, pupil)))])
            for pupil in report.pupils]
    foot = [row([f'<th scope="row">{each} – {escape(positioning(each, language))}</th>',
                 *(cell(str(count), "n") for count in _counts(report, domains, each))])
            for each in POSITIONS]
    return _wide("levels", [label_of(each) for each in domains], body, foot, language)


def _domains(report: ClassReport) -> list[Subject]:
    """Of all pupils who have degrees, in the order of their reports: a class may have several cycles."""
    found: dict[tuple[str | None, str], Subject] = {}
    for pupil in report.pupils:
        for subject in pupil.subjects if pupil.model != "nursery" else ():
            found.setdefault(_key(subject), subject)
    return list(found.values())


def _positions_of(domains: Sequence[Subject], pupil: Report) -> list[int | None]:
    """A place for each domain."""
    own = {_key(subject): subject.position for subject in pupil.subjects}
    return [own.get(_key(each)) for each in domains]


def _counts(report: ClassReport, domains: Sequence[Subject], wanted: int) -> list[int]:
    """How many pupils stand there in each domain."""
    told = [_positions_of(domains, pupil) for pupil in report.pupils]
    return [sum(positions[place] == wanted for positions in told) for place in range(len(domains))]


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
    report = report.as_it_stands()
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
    median and maximum. Where there are no averages, the degrees of each domain, and how many pupils have each.
    """
    report = report.as_it_stands()
    if not _has_averages(report):
        return _degrees_table(report, language)
    lettered = any(letter for pupil in report.pupils for letter in _letters_of(report, pupil))
    columns = [Column(heading=word("family_name", language)), Column(heading=word("given_name", language))]
    for name in (*(subject.name for subject in report.subjects), word("general", language)):
        columns += [Column(heading=name, kind="number", width=12)]
        columns += [Column(heading=f"{name} – {word('letter', language)}", width=12)] if lettered else []
    columns += _life_columns(language)
    rows: list[Sequence[Cell]] = []
    for pupil in report.pupils:
        rows.append([pupil.family_name, pupil.given_name, *_beside(averages_of(report, pupil), _letters_of(report, pupil), lettered),
                     *_life_of(pupil)])
    spreads = [subject.group for subject in report.subjects] + [report.general]
    totals: list[Sequence[Cell]] = [[word(name, language), None,
                                     *_beside([_figure(each, name) for each in spreads], [None] * len(spreads), lettered), None, None, None]
                                    for name in _FIGURES]
    return Table(name=report.context.class_name, columns=columns, rows=rows, totals=totals)


def _degrees_table(report: ClassReport, language: Language) -> Table:
    domains = _domains(report)
    columns = [Column(heading=word("family_name", language)), Column(heading=word("given_name", language)),
               *(Column(heading=each.name, kind="whole", width=12) for each in domains), *_life_columns(language)]
    rows: list[Sequence[Cell]] = [[pupil.family_name, pupil.given_name, *_positions_of(domains, pupil), *_life_of(pupil)] for pupil in report.pupils]
    totals: list[Sequence[Cell]] = [[positioning(each, language), None, *_counts(report, domains, each), None, None, None]
                                    for each in POSITIONS if domains]
    return Table(name=report.context.class_name, columns=columns, rows=rows, totals=totals)


def _life_columns(language: Language) -> list[Column]:
    return [Column(heading=word(name, language), kind="whole", width=12) for name in ("absences", "unjustified", "latenesses")]


def _life_of(pupil: Report) -> tuple[Cell, Cell, Cell]:
    life = pupil.life
    return (life.half_days, life.unjustified, life.latenesses) if life else (None, None, None)
