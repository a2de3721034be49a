"""The transcript of a pupil (relevé de notes): every mark of the period, subject by subject."""

from __future__ import annotations

from collections.abc import Sequence

from ent.reports._bulletin import top
from ent.reports._page import cell, heading, row, scrolling, sheets
from ent.reports._sheet import Cell, Column, Table
from ent.reports._text import Language, day, escape, number, short_number
from ent.reports._words import colon, kind_of_mark, word
from ent.reports.data import Context, Mark, Report, Subject
from ent.reports.layout import Layout


def transcript(report: Report, *, layout: Layout = Layout(), language: Language = "fr") -> str:
    """The page of one pupil."""
    return transcripts([report], layout=layout, language=language)


def transcripts(reports: Sequence[Report], *, layout: Layout = Layout(), language: Language = "fr") -> str:
    """One page with the transcripts of several pupils."""
    title = word("transcript", language)
    if len(reports) == 1:
        title = f"{title} – {reports[0].name} – {reports[0].context.period}"
    articles = [f"<article>{top(each, word('transcript', language), layout, language)}{_internal(each.context, language)}"
                f"{_tables(each, language)}</article>" for each in reports]
    return sheets(title, articles, language=language)


def _internal(context: Context, language: Language) -> str:
    return f'<p class="internal">{word("internal", language)}</p>' if context.internal else ""


def _tables(report: Report, language: Language) -> str:
    told = [_table(subject, language) for subject in report.subjects if subject.marks or subject.average is not None]
    if not told:
        told = [f'<p>{escape(word("no_subject", language))}</p>']
    told.append(f'<p class="own">{word("general", language)}{colon(language)}{number(report.general, language)}</p>')
    return "".join(told)


def _table(subject: Subject, language: Language) -> str:
    caption = f"{escape(subject.name)} – {word('average', language)}{colon(language)}{number(subject.average, language)}"
    if not subject.marks:
        return f'<p class="own">{caption}</p>'
    head = [heading(word("assessment", language)), heading(word("date", language)), heading(word("mark", language), kind="n"),
            heading(word("coefficient", language), kind="n"), heading(word("comment", language))]
    body = "".join(_line(mark, language) for mark in subject.marks)
    return scrolling(f'<table class="marks"><caption>{caption}</caption><thead>{row(head)}</thead><tbody>{body}</tbody></table>', language)


def told_mark(mark: Mark, language: Language) -> str:
    """`12/20`, `12/20 prov.`, or what stands in the place of a number."""
    short = kind_of_mark(mark, language)[0]
    if mark.value is None:
        return short
    told = f"{short_number(mark.value, language)}/{short_number(mark.maximum, language)}"
    return told if mark.kind == "number" else f"{told} {short}"


def _line(mark: Mark, language: Language) -> str:
    full = kind_of_mark(mark, language)[1]
    shown = escape(told_mark(mark, language))
    if mark.kind != "number":
        shown = f'<abbr title="{escape(full)}">{shown}</abbr>'
    said = [mark.comment] if mark.comment else []
    if not mark.counts:
        said.append(f"({word('not_counted', language)})")
    return row([f'<th scope="row">{escape(mark.name)}</th>', cell(day(mark.date, language)), cell(shown, "n"),
                cell(short_number(mark.coefficient, language), "n"), cell(escape(" ".join(said)), "text")])


def transcript_table(report: Report, *, language: Language = "fr") -> Table:
    """For spreadsheets: a row for each mark; where there is no number there is none, and a word beside it, as beside one that is provisional."""
    headings = ("subject", "assessment", "date")
    columns = [Column(heading=word(name, language), kind="date" if name == "date" else "text") for name in headings]
    columns += [Column(heading=word("mark", language), kind="number"), Column(heading=word("of", language), kind="number"),
                Column(heading=word("coefficient", language), kind="number"), Column(heading=word("comment", language))]
    rows: list[Sequence[Cell]] = []
    for subject in report.subjects:
        for mark in subject.marks:
            told = [kind_of_mark(mark, language)[1]] if mark.kind != "number" else []
            told += [mark.comment] if mark.comment else []
            rows.append([subject.name, mark.name, mark.date, mark.value, mark.maximum, mark.coefficient, ", ".join(told) or None])
    return Table(name=report.name, columns=columns, rows=rows)
