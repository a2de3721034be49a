"""The minutes of a class council (procès-verbal): when it sat, who came, what was said of the class, what it says of each pupil."""

from __future__ import annotations

from collections.abc import Sequence

from ent.reports._bulletin import draft_notice, signature
from ent.reports._page import cell, heading, row, scrolling, sheets
from ent.reports._sheet import Cell, Column, Table
from ent.reports._text import Language, day, escape
from ent.reports._words import colon, semicolon, word
from ent.reports.data import ClassReport, Report, Seat, Sitting

_SAYINGS = ("general_comment", "distinction", "wishes", "decision")


def minutes(report: ClassReport, *, language: Language = "fr") -> str:
    """The page of a class: for those who sat, since it tells of all pupils."""
    report = report.as_it_stands()
    context, sitting = report.context, report.sitting or Sitting()
    title = f"{word('minutes', language)} – {context.class_name} – {context.period}"
    pieces = [f'<header class="top"><div><p class="own">{escape(context.school)}</p><p>{word("year", language)} {escape(context.year)}</p></div>'
              f"<div><h1>{escape(title)}</h1>{held_on(sitting, language)}</div></header>",
              draft_notice(context, language),
              _attendance(sitting.seats, language), said_of_the_class(sitting, language), _said("said", sitting.minutes, language),
              _of_the_pupils(report.pupils, language)]
    if report.pupils:
        pieces.append(signature(report.pupils[0], language))
    return sheets(title, [f"<article>{''.join(pieces)}</article>"], language=language)


def minutes_table(report: ClassReport, *, language: Language = "fr") -> Table:
    """For spreadsheets: a row for each pupil, with what the council says of them."""
    columns = [Column(heading=word("family_name", language)), Column(heading=word("given_name", language)),
               *(Column(heading=word(name, language)) for name in _SAYINGS)]
    rows: list[Sequence[Cell]] = [[pupil.family_name, pupil.given_name, *(text or None for text in _sayings(pupil, language))]
                                  for pupil in report.as_it_stands().pupils]
    return Table(name=report.context.class_name, columns=columns, rows=rows)


def minutes_tables(report: ClassReport, *, language: Language = "fr") -> list[Table]:
    """For `write_xlsx`: the pupils on one sheet, and on another when the council sat, who came and what was said of the class."""
    return [minutes_table(report, language=language), _sitting_table(report.as_it_stands(), language)]


def _sitting_table(report: ClassReport, language: Language) -> Table:
    """A row for each thing that is said, and for each who was asked."""
    context, sitting = report.context, report.sitting or Sitting()
    said: list[tuple[str, Cell]] = [("school", context.school), ("class", context.class_name), ("year", context.year), ("period", context.period),
                                    ("held_on", sitting.held_on)]
    rows: list[Sequence[Cell]] = _said_rows(said, language)
    rows += [(word("attendance", language), seat.name, word(f"seat_{seat.role}", language), word("present" if seat.present else "absent", language))
             for seat in sitting.seats]
    rows += _said_rows([("class_says", sitting.synthesis), ("said", sitting.minutes)], language)
    widths = {"sitting": 30, "content": 60, "seat": 25, "attendance": 12}
    return Table(name=word("sitting", language), columns=[Column(heading=word(name, language), width=width) for name, width in widths.items()],
                 rows=rows)


def _said_rows(said: Sequence[tuple[str, Cell]], language: Language) -> list[Sequence[Cell]]:
    return [(word(name, language), value, None, None) for name, value in said if value]


def held_on(sitting: Sitting, language: Language) -> str:
    """When it sat, if that is written down."""
    return f"<p>{word('held_on', language)} {day(sitting.held_on, language)}</p>" if sitting.held_on else ""


def said_of_the_class(sitting: Sitting, language: Language) -> str:
    """Of the class as a whole; nothing where nothing is."""
    return _said("class_says", sitting.synthesis, language)


def _said(name: str, text: str | None, language: Language) -> str:
    return f'<section class="block"><h2>{word(name, language)}</h2><p class="text">{escape(text)}</p></section>' if text else ""


def _attendance(seats: Sequence[Seat], language: Language) -> str:
    if not seats:
        return ""
    head = row([heading(word(name, language)) for name in ("who", "seat", "attendance")])
    body = "".join(row([f'<th scope="row">{escape(seat.name)}</th>', cell(word(f"seat_{seat.role}", language)),
                        cell(word("present" if seat.present else "absent", language))]) for seat in seats)
    return scrolling(f"<table><caption>{word('attendance', language)}</caption><thead>{head}</thead><tbody>{body}</tbody></table>", language)


def _sayings(pupil: Report, language: Language) -> tuple[str, ...]:
    """In the order of their names."""
    council = pupil.council
    return (council.comment or "", ", ".join(council.opinions), semicolon(language).join(council.wishes), council.decision or "")


def _of_the_pupils(pupils: Sequence[Report], language: Language) -> str:
    """A row for each; of what is said of nobody there is no column."""
    told = [_sayings(pupil, language) for pupil in pupils]
    there = [place for place in range(len(_SAYINGS)) if any(texts[place] for texts in told)]
    if not there:
        return ""
    head = row([heading(word("pupil", language)), *(heading(word(_SAYINGS[place], language)) for place in there)])
    body = "".join(row([f'<th scope="row">{escape(pupil.name)}</th>', *(cell(escape(texts[place]), "" if place else "text") for place in there)])
                   for pupil, texts in zip(pupils, told))
    return scrolling(f'<table><caption>{word("pupils", language)}{colon(language)}{len(pupils)}</caption><thead>{head}</thead>'
                     f"<tbody>{body}</tbody></table>", language)
