"""The report of the end of a cycle: the components of the socle on four degrees, and what is said of the pupil."""

from __future__ import annotations

from collections.abc import Sequence

from ent.reports._bulletin import signature, top
from ent.reports._page import cell, figure, heading, row, sheets
from ent.reports._socle import label_of, socle
from ent.reports._text import Language, escape
from ent.reports._words import colon, word
from ent.reports.data import CycleEnd, Report
from ent.reports.layout import Layout

_DEGREES = 4


def cycle_report(report: Report, *, layout: Layout = Layout(), language: Language = "fr") -> str:
    """The page of one pupil. Raises ValueError where no cycle ends with the period."""
    return cycle_reports([report], layout=layout, language=language)


def cycle_reports(reports: Sequence[Report], *, layout: Layout = Layout(), language: Language = "fr") -> str:
    """One page with those of several pupils, each on a sheet of its own when printed. Raises ValueError where no cycle ends."""
    title = word("cycle_end", language)
    if len(reports) == 1:
        title = f"{title} – {reports[0].name}"
    articles = [_article(report, place, layout, language) for place, report in enumerate(reports, 1)]
    return sheets(title, articles, language=language)


def _article(report: Report, place: int, layout: Layout, language: Language) -> str:
    end = report.cycle_end
    if end is None:
        raise ValueError(f"no cycle ends with the report of {report.name}")
    title = f"{word('cycle_end', language)} {end.cycle}"
    chart = figure(word("levels_reached", language), socle(end.components, levels=_DEGREES, title=word("socle", language), name=f"c{place}",
                                                           language=language))
    return f"<article>{top(report, title, layout, language)}{_table(end, language)}{chart}{_said(end, language)}{signature(report, language)}</article>"


def _table(end: CycleEnd, language: Language) -> str:
    head = row([heading(word("component", language)), heading(word("level", language))])
    body = "".join(row([f'<th scope="row">{escape(each.name)}</th>', cell(escape(label_of(each, _DEGREES, language) or "—"))]) for each in end.components)
    return f"<table><caption>{word('socle', language)}</caption><thead>{head}</thead><tbody>{body}</tbody></table>"


def _said(end: CycleEnd, language: Language) -> str:
    told = f'<p class="text">{escape(end.synthesis)}</p>' if end.synthesis else "<p>—</p>"
    for name, said in (("complement", end.complement), ("regional_language", end.regional_language)):
        if said:
            told += f"<p>{word(name, language)}{colon(language)}<b>{escape(said)}</b></p>"
    return f'<section class="block"><h2>{word("cycle_says", language)}</h2>{told}</section>'
