"""The report card of a pupil: one A4 page for the usual texts of twelve subjects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from ent.reports._draw import bands_of, evolution_of, radar_of
from ent.reports._fit import Setting, setting_for
from ent.reports._page import cell, figure, heading, row, scrolling, sheets
from ent.reports._projects import projects_block
from ent.reports._text import Language, day, escape, number, short_number
from ent.reports._words import colon, positioning, positions, semicolon, word
from ent.reports.data import Context, Report, Spread, Subject
from ent.reports.layout import ColumnName, Layout, trend

_OF_THE_GROUP = ("mean", "minimum", "maximum")
_SIGNS = {"up": "+", "same": "=", "down": "−"}


def bulletin(report: Report, *, layout: Layout = Layout(), language: Language = "fr") -> str:
    """The page of one pupil."""
    return bulletins([report], layout=layout, language=language)


def bulletins(reports: Sequence[Report], *, layout: Layout = Layout(), language: Language = "fr") -> str:
    """One page with the report cards of several pupils, each on a sheet of its own when printed."""
    title = title_of(reports[0], language) if reports else word("bulletin", language)
    if len(reports) == 1:
        title = f"{title} – {reports[0].name} – {reports[0].context.period}"
    articles = [_article(report, place, layout, language) for place, report in enumerate(reports, 1)]
    return sheets(title, articles, language=language)


def _article(report: Report, place: int, layout: Layout, language: Language) -> str:
    columns = layout.columns_for(report.subjects, report.context.with_marks)
    setting = setting_for(report, columns, charts=layout.charts and report.context.with_marks, reply=layout.reply)
    pieces = [top(report, title_of(report, language), layout, language), _table(report, columns, setting, layout, language),
              _blocks(report, language)]
    if layout.charts and report.context.with_marks:
        pieces.append(_charts(report, f"b{place}", setting.charts, layout, language))
    if layout.reply:
        pieces.append(f'<section class="reply"><h2>{word("reply", language)}</h2><p class="quiet">{word("reply_asks", language)}</p></section>')
    return f'<article class="{setting.kind}">\n' + "\n".join(pieces) + "\n</article>"


def title_of(report: Report, language: Language) -> str:
    """What a family knows it by."""
    if report.model == "nursery":
        return word("notebook", language)
    return word("periodic" if report.model.startswith("primary") or report.model.endswith("degrees") else "bulletin", language)


def top(report: Report, title: str, layout: Layout, language: Language) -> str:
    """The school to the left, the pupil to the right."""
    context, sign = report.context, colon(language)
    born = f"<p>{word('birth', language)} {day(report.birth_date, language)}</p>" if layout.birth_date and report.birth_date else ""
    teachers = ""
    if context.main_teachers:
        name = "class_teacher" if report.of_first_degree else "main_teacher"
        teachers = f"<p>{word(name, language)}{sign}{escape(', '.join(context.main_teachers))}</p>"
    return (f'<header class="top"><div><p class="own">{escape(_school(context))}</p>'
            + "".join(f"<p>{escape(line)}</p>" for line in context.address)
            + f"<p>{word('year', language)} {escape(context.year)}</p>{teachers}</div>"
            f"<div><h1>{escape(title)}{' – ' + escape(context.period) if context.period else ''}</h1>"
            f'<p class="own">{escape(report.name)}</p>{born}<p>{word("class", language)} {escape(context.class_name)}'
            f"{_headcount(context, language)}</p>"
            f'<p class="quiet">{word("from", language)} {day(context.first_day, language)} {word("to", language)} '
            f"{day(context.last_day, language)}</p></div></header>" + draft_notice(context, language))


def draft_notice(context: Context, language: Language) -> str:
    """That it is not final, where entries are missing."""
    return f'<p class="draft">{word("draft", language)}</p>' if context.draft else ""


def _school(context: Context) -> str:
    return f"{context.school} ({context.school_code})" if context.school_code else context.school


def _headcount(context: Context, language: Language) -> str:
    return f" – {word('headcount', language)}{colon(language)}{context.headcount}" if context.headcount else ""


def _table(report: Report, columns: Sequence[ColumnName], setting: Setting, layout: Layout, language: Language) -> str:
    if not report.subjects:
        return f'<p>{escape(word("no_subject", language))}</p>'
    by_domain = report.of_first_degree
    head = [heading(word("domain" if by_domain else "subject", language))] + [_heading(name, report.model, language) for name in columns]
    foot = ""
    if report.context.with_marks:
        foot = f"<tfoot>{_general(report, columns, layout, language)}</tfoot>"
    key = f'<p class="quiet">{positions(language)}</p>' if "position" in columns else ""
    kind = f"results programme-{setting.programme}" if setting.programme else "results"
    return scrolling(f'<table class="{kind}"><caption>{word("domains" if by_domain else "results", language)}</caption>'
                     f"<thead>{row(head)}</thead>{_bodies(report, columns, layout, language)}{foot}</table>", language) + key


_NAMES: dict[ColumnName, str] = {"coefficient": "coefficient", "assessments": "mark", "average": "average", "previous": "previous",
                                 "year": "year_average", "letter": "letter", "trend": "trend", "mean": "class_mean", "minimum": "minimum", "maximum": "maximum",
                                 "position": "levels", "programme": "programme", "comment": "appraisal"}


def _heading(name: ColumnName, model: str, language: Language) -> str:
    text = escape(word("can_do" if name == "comment" and model == "nursery" else _NAMES[name], language))
    return heading(text, kind=_kind(name))


def _kind(name: ColumnName) -> str:
    """Of its cells: on a telephone texts have a line of their own, and figures stand side by side under their headings."""
    return {"comment": "text comment", "programme": "text programme"}.get(name, "n")


def _bodies(report: Report, columns: Sequence[ColumnName], layout: Layout, language: Language) -> str:
    """One for each category, begun by its average, and one for the subjects of none."""
    bodies = []
    for category in report.categories:
        own = [each for each in report.subjects if each.code in category.subject_codes]
        bodies.append([_whole(category.whole, "rowgroup", columns, layout, language), *(_line(each, columns, layout, language) for each in own)])
    others = [_line(each, columns, layout, language) for each in report.subjects_of_no_category()]
    if others and bodies:
        others.insert(0, row([f'<th scope="rowgroup" colspan="{1 + len(columns)}">{word("other_subjects", language)}</th>']))
    bodies.append(others)
    return "".join(f"<tbody>{''.join(body)}</tbody>" for body in bodies if body)


def _line(subject: Subject, columns: Sequence[ColumnName], layout: Layout, language: Language) -> str:
    teachers = f"<small>{escape(', '.join(subject.teachers))}</small>" if subject.teachers else ""
    cells = [f'<th scope="row">{escape(subject.name)}{teachers}</th>']
    shown = layout.for_families(subject.group)
    for name in columns:
        if name in _OF_THE_GROUP:
            cells.append(cell(number(_of_spread(shown, name), language), "n"))
        else:
            cells.append(_CELLS[name](subject, layout, language))
    return row(cells)


def _of_spread(spread: Spread | None, name: str) -> Decimal | None:
    value: Decimal | None = getattr(spread, name) if spread is not None else None
    return value


def _signed(points: Decimal, language: Language) -> str:
    return ("+" if points > 0 else "") + short_number(points, language)


def _average(subject: Subject, layout: Layout, language: Language) -> str:
    told = number(subject.average, language)
    if subject.average is None:
        return cell(f'{told}<span class="unseen">{word("none", language)}</span>', "n own")
    if subject.computed is not None and subject.computed != subject.average:
        told += f"<small class=\"quiet\"> ({word('shown_computed', language)}{colon(language)}{number(subject.computed, language)})</small>"
    if subject.adjustment is not None:
        told += f"<small class=\"quiet\"> ({word('adjustment', language)}{colon(language)}{_signed(subject.adjustment, language)})</small>"
    return cell(told, "n own")


def _trend(subject: Subject, layout: Layout, language: Language) -> str:
    moved = trend(subject, layout.trend)
    if moved is None:
        return cell("", "n")
    return cell(f'<span aria-hidden="true">{_SIGNS[moved]}</span><span class="unseen">{word(moved, language)}</span>', "n")


def position(subject: Subject, language: Language) -> str:
    """Its number, and for those who hear it what that stands for."""
    if subject.position is None:
        return cell("", "n")
    return cell(f'{subject.position}<span class="unseen"> – {positioning(subject.position, language)}</span>', "n")


_Cell = Callable[[Subject, Layout, Language], str]
_CELLS: dict[str, _Cell] = {
    "coefficient": lambda subject, layout, language: cell(short_number(subject.coefficient, language), "n"),
    "assessments": lambda subject, layout, language: cell(str(subject.assessments), "n"),
    "average": _average,
    "previous": lambda subject, layout, language: cell(" · ".join(number(value, language) for value in subject.previous), "n"),
    "year": lambda subject, layout, language: cell(number(subject.year, language), "n"),
    "letter": lambda subject, layout, language: cell(escape(subject.letter or ""), "n"),
    "trend": _trend,
    "position": lambda subject, layout, language: position(subject, language),
    "programme": lambda subject, layout, language: cell(escape(", ".join(subject.programme)), "text programme"),
    "comment": lambda subject, layout, language: cell(escape(subject.comment or ""), "text comment"),
}


def _general(report: Report, columns: Sequence[ColumnName], layout: Layout, language: Language) -> str:
    whole = Subject(name=word("general", language), average=report.general, computed=report.general_computed, group=report.general_group,
                    previous=report.general_previous, year=report.general_year, letter=report.general_letter)
    return _whole(whole, "row", columns, layout, language)


def _whole(whole: Subject, scope: str, columns: Sequence[ColumnName], layout: Layout, language: Language) -> str:
    """What is made of several subjects, under the same headings."""
    cells = [f'<th scope="{scope}">{escape(whole.name)}</th>']
    shown = layout.for_families(whole.group)
    for name in columns:
        if name in _OF_THE_GROUP:
            cells.append(cell(number(_of_spread(shown, name), language), "n"))
        elif name in ("average", "letter", "previous", "year", "trend"):
            cells.append(_CELLS[name](whole, layout, language))
        else:
            cells.append(cell("", _kind(name)))
    return row(cells)


def _blocks(report: Report, language: Language) -> str:
    life = "" if report.life is None and not report.context.with_marks else life_block(report, language)
    return f'<div class="blocks">{life}{council_block(report, language)}</div>{projects_block(report, language)}{signature(report, language)}'


def life_block(report: Report, language: Language) -> str:
    """Half-days and latenesses, and what the school says of them."""
    sign, life = colon(language), report.life
    if life is None:
        told = f'<p class="quiet">{word("no_life", language)}</p>'
    else:
        told = (f"<p>{word('absences', language)}{sign}<b>{life.half_days}</b>, {word('of_which', language)}{sign}"
                f"<b>{life.unjustified}</b>. {word('latenesses', language)}{sign}<b>{life.latenesses}</b>.</p>")
        if life.comment:
            told += f'<p class="text">{escape(life.comment)}</p>'
    return f'<section class="block"><h2>{word("life", language)}</h2>{told}</section>'


def council_block(report: Report, language: Language) -> str:
    """What the class council says; in schools without one, what is said of the whole."""
    council, sign = report.council, colon(language)
    name = "general_comment" if report.of_first_degree else "council_says"
    told = [f'<p class="text">{escape(council.comment)}</p>'] if council.comment else []
    if council.opinions:
        told.append(f"<p>{word('distinction', language)}{sign}<b>{escape(', '.join(council.opinions))}</b></p>")
    if council.wishes:
        told.append(f"<p>{word('wishes', language)}{sign}{escape(semicolon(language).join(council.wishes))}</p>")
    if council.decision:
        told.append(f"<p>{word('decision', language)}{sign}{escape(council.decision)}</p>")
    return f'<section class="block"><h2>{word(name, language)}</h2>{"".join(told) or "<p>—</p>"}</section>'


def signature(report: Report, language: Language) -> str:
    """Who answers for it."""
    heads = report.context.heads
    named = f"{colon(language)}{escape(', '.join(heads))}" if heads else ""
    return f'<p class="n">{word("first_degree_head" if report.of_first_degree else "head", language)}{named}</p>'


def _charts(report: Report, name: str, printed: bool, layout: Layout, language: Language) -> str:
    radar = radar_of(report, name, layout, language)
    drawn = [("profile", radar), ("spread", bands_of(report, name, layout, language))]
    if not radar:
        drawn.append(("evolution", evolution_of(report, name, layout, language)))
    figures = "".join(figure(word(title, language), chart) for title, chart in drawn if chart)
    return f'<div class="charts{"" if printed else " screen"}">{figures}</div>' if figures else ""
