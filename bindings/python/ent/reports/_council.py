"""The file of the class council: one page, a pupil at a time, turned with the arrows of the keyboard."""

from __future__ import annotations

from ent.reports import _style
from ent.reports._bulletin import council_block, draft_notice, life_block, position
from ent.reports._draw import bands_of, evolution_of, radar_of
from ent.reports._minutes import held_on, said_of_the_class
from ent.reports._page import cell, figure, heading, page, row, scrolling
from ent.reports._projects import projects_block
from ent.reports._synthesis import class_table
from ent.reports._text import Language, escape, number
from ent.reports._words import colon, word
from ent.reports.data import ClassReport, Report, Sitting, Subject
from ent.reports.layout import Layout

# Without it all pupils stand below each other, and the links lead from one to the next.
_SCRIPT = """
"use strict";
const pupils = [...document.querySelectorAll(".pupil")];
const show = (place, focus) => {
  if (!pupils[place]) return;
  pupils.forEach((pupil, at) => { pupil.hidden = at !== place; });
  const heading = pupils[place].querySelector("h2");
  if (!focus) return;
  heading.focus();
  pupils[place].scrollIntoView();
  history.replaceState(null, "", "#" + pupils[place].id);
};
const current = () => pupils.findIndex((pupil) => !pupil.hidden);
const named = () => Math.max(0, pupils.findIndex((pupil) => "#" + pupil.id === location.hash));
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest(".wide, .scroll")) return;
  const to = { ArrowLeft: current() - 1, ArrowRight: current() + 1, Home: 0, End: pupils.length - 1 }[event.key];
  if (to === undefined || !pupils[to]) return;
  event.preventDefault();
  show(to, true);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#p']");
  const to = link ? pupils.findIndex((pupil) => "#" + pupil.id === link.hash) : -1;
  if (to < 0) return;
  event.preventDefault();
  show(to, true);
});
window.addEventListener("hashchange", () => show(named(), false));
if (pupils.length) show(named(), false);
"""


def council(report: ClassReport, *, layout: Layout = Layout(), language: Language = "fr") -> str:
    """The page that is projected while the council sits. It works without its script, and prints a pupil to a page."""
    report = report.as_it_stands()
    context, sitting = report.context, report.sitting or Sitting()
    title = f"{word('council', language)} – {context.class_name} – {context.period}"
    links = "".join(f'<li><a href="#p{place}">{escape(pupil.name)}</a></li>' for place, pupil in enumerate(report.pupils, 1))
    listed = f'<nav aria-label="{word("pupils", language)}"><ol>{links}</ol></nav>' if links else ""
    sections = "\n".join(_section(report, place, layout, language) for place in range(len(report.pupils)))
    body = (f'<header class="top"><div><h1>{escape(title)}</h1><p>{escape(context.school)}</p>{held_on(sitting, language)}</div>'
            f'<div class="screen"><p>{word("keys", language)}</p></div></header>{listed}\n'
            f'<main id="main">{draft_notice(context, language)}{said_of_the_class(sitting, language)}\n{sections}\n'
            f'{_of_the_class(report, layout, language)}</main>')
    return page(title, body, style=_style.COUNCIL, language=language, script=_SCRIPT)


def _of_the_class(report: ClassReport, layout: Layout, language: Language) -> str:
    """All averages in one table, closed until somebody opens it: who is projected is one pupil, and delegates look on. Nothing where there
    are none."""
    if report.pupils and not any(pupil.context.with_marks for pupil in report.pupils):
        return ""
    return f'<details><summary><h2>{word("synthesis", language)}</h2></summary>{class_table(report, layout, language)}</details>'


def _section(report: ClassReport, place: int, layout: Layout, language: Language) -> str:
    pupil, name = report.pupils[place], f"p{place + 1}"
    drawn = (("profile", radar_of(pupil, name, layout, language)), ("evolution", evolution_of(pupil, name, layout, language)),
             ("spread", bands_of(pupil, name, layout, language)))
    figures = "".join(figure(word(title, language), chart) for title, chart in drawn if chart)
    return (f'<section class="pupil" id="{name}" aria-labelledby="{name}-h">'
            f'<h2 id="{name}-h" tabindex="-1">{escape(pupil.name)} '
            f'<span class="quiet">{place + 1}/{len(report.pupils)}</span></h2>{_turn(report, place, language)}'
            f'<div class="sides"><div>{_table(pupil, layout, language)}{life_block(pupil, language)}{council_block(pupil, language)}'
            f'{projects_block(pupil, language)}</div><div class="charts">{figures}</div></div></section>')


def _turn(report: ClassReport, place: int, language: Language) -> str:
    """Links to the pupils before and after."""
    links = []
    for to, what in ((place - 1, "before"), (place + 1, "after")):
        if 0 <= to < len(report.pupils):
            links.append(f'<a href="#p{to + 1}">{word(what, language)}{colon(language)}{escape(report.pupils[to].name)}</a>')
        else:
            links.append("<span></span>")
    return f'<div class="turn screen">{"".join(links)}</div>'


def _table(pupil: Report, layout: Layout, language: Language) -> str:
    if not pupil.subjects:
        return f'<p>{escape(word("no_subject", language))}</p>'
    marks, degrees = pupil.context.with_marks, any(each.position is not None for each in pupil.subjects)
    of_domains = pupil.of_first_degree
    head = [heading(word("domain" if of_domains else "subject", language))]
    letters = marks and any(each.letter is not None for each in pupil.subjects)
    figures = ("pupil", *(("letter",) if letters else ()), "class_mean", "minimum", "maximum")
    head += [heading(word(what, language), kind="n") for what in figures if marks]
    head += [heading(word("levels", language), kind="n")] if degrees else []
    head.append(heading(word("appraisal", language), kind="text comment"))

    def line(subject: Subject) -> str:
        cells = _figures(subject, letters, layout, language) if marks else []
        cells += [position(subject, language)] if degrees else []
        return row([f'<th scope="row">{escape(subject.name)}</th>', *cells, cell(escape(subject.comment or ""), "text comment")])

    whole = Subject(name=word("general", language), average=pupil.general, group=pupil.general_group,
                    letter=pupil.general_letter)
    foot = f"<tfoot>{line(whole)}</tfoot>" if marks else ""
    return scrolling(f"<table class=\"results\"><caption>{word('domains' if of_domains else 'results', language)}</caption><thead>{row(head)}</thead>"
                     f"<tbody>{''.join(line(subject) for subject in pupil.subjects)}</tbody>{foot}</table>", language)


def _figures(subject: Subject, letters: bool, layout: Layout, language: Language) -> list[str]:
    """The pupil's average beside those of the class."""
    group = layout.for_families(subject.group)  # delegates of pupils and parents sit in the council
    figures = (group.mean, group.minimum, group.maximum) if group else (None, None, None)
    letter = [cell(escape(subject.letter or ""), "n")] if letters else []
    return [cell(number(subject.average, language), "n own"), *letter, *(cell(number(figure, language), "n") for figure in figures)]
