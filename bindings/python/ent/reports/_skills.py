"""The skill balance of a pupil: what is mastered how well, and what nothing shows yet."""

from __future__ import annotations

from collections.abc import Sequence

from ent.reports._bulletin import top
from ent.reports._page import cell, figure, heading, row, scrolling, sheets
from ent.reports._socle import label_of, socle
from ent.reports._text import Language, escape
from ent.reports._words import word
from ent.reports.data import Report, Skill
from ent.reports.layout import Layout

_MOST_DRAWN = 16


def skill_balance(report: Report, *, layout: Layout = Layout(), language: Language = "fr") -> str:
    """The page of one pupil."""
    return skill_balances([report], layout=layout, language=language)


def skill_balances(reports: Sequence[Report], *, layout: Layout = Layout(), language: Language = "fr") -> str:
    """One page with the balances of several pupils."""
    title = word("skills", language)
    if len(reports) == 1:
        title = f"{title} – {reports[0].name} – {reports[0].context.period}"
    articles = [_article(report, place, layout, language) for place, report in enumerate(reports, 1)]
    return sheets(title, articles, language=language)


def _article(report: Report, place: int, layout: Layout, language: Language) -> str:
    said = top(report, word("skills", language), layout, language)
    if not report.skills:
        return f'<article>{said}<p>{word("no_skill", language)}</p></article>'
    chart = ""
    if len(report.skills) <= _MOST_DRAWN:  # more of them are read in the table
        chart = figure(word("levels_reached", language), socle(report.skills, levels=report.levels, title=word("skills", language),
                                                       name=f"s{place}", language=language))
    return f"<article>{said}{chart}{_table(report, language)}{_open(report.skills, language)}</article>"


def _table(report: Report, language: Language) -> str:
    head = row([heading(word("component", language)), heading(word("level", language), kind="n"),
                heading(word("levels", language))])
    groups: list[tuple[str | None, list[str]]] = []
    for skill in report.skills:
        if not groups or groups[-1][0] != skill.domain:
            groups.append((skill.domain, []))
        groups[-1][1].append(_line(skill, report.levels, language))
    bodies = "".join(f"<tbody>{_domain(domain)}{''.join(lines)}</tbody>" for domain, lines in groups)
    return scrolling(f"<table><caption>{word('skills', language)}</caption><thead>{head}</thead>{bodies}</table>", language)


def _domain(domain: str | None) -> str:
    """The heading of the rows of a domain."""
    return row([f'<th scope="rowgroup" colspan="3">{escape(domain)}</th>']) if domain else ""


def _line(skill: Skill, levels: int, language: Language) -> str:
    code = f"<small>{escape(skill.code)}</small>" if skill.code else ""
    reached = f"{skill.level}/{levels}" if skill.level is not None else "—"
    return row([f'<th scope="row">{escape(skill.name)}{code}</th>', cell(reached, "n"),
                cell(escape(label_of(skill, levels, language) or word("no_evidence", language)))])


def _open(skills: Sequence[Skill], language: Language) -> str:
    """Those that nothing shows yet."""
    left = [skill.name for skill in skills if skill.level is None]
    if not left:
        return ""
    items = "".join(f"<li>{escape(name)}</li>" for name in left)
    return f'<section class="block"><h2>{word("without_evidence", language)}</h2><ul>{items}</ul></section>'
