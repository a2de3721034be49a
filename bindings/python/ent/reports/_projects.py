"""What a report says of the projects in which the pupil takes part."""

from __future__ import annotations

from collections.abc import Sequence

from ent.reports._text import Language, escape
from ent.reports._words import colon, word
from ent.reports.data import Arrangement, Project, Report


def projects_block(report: Report, language: Language) -> str:
    """EPI, accompaniment and parcours, each with what is said of the group and of the pupil, and what is done for the pupil in particular;
    nothing where there is none."""
    if not report.projects and not report.arrangements:
        return ""
    told = "".join(f'<div class="project">{_project(each, language)}</div>' for each in report.projects)
    if report.arrangements:
        told += f'<div class="project">{_arrangements(report.arrangements, language)}</div>'
    return f'<section class="projects"><h2>{word("projects", language)}</h2>{told}</section>'


def _arrangements(arrangements: Sequence[Arrangement], language: Language) -> str:
    names = ", ".join(word(each.kind, language) for each in arrangements)
    texts = [f"{word(each.kind, language)}{colon(language)}{each.text}" for each in arrangements if each.text]
    head = f"<p><b>{word('arrangements', language)}{colon(language)}{escape(names)}</b></p>"
    return head + "".join(f'<p class="text">{escape(each)}</p>' for each in texts)


def _project(project: Project, language: Language) -> str:
    beside = [each for each in (project.theme, ", ".join(project.subjects)) if each]
    known = {"epi", "support", "parcours"}
    kind = word(project.kind, language) if project.kind in known else project.kind
    head = f"<b>{escape(kind)}{colon(language)}{escape(project.name)}</b>"
    if beside:
        head += f' <span class="quiet">({escape(" ; ".join(beside))})</span>'
    texts = [each for each in (project.description, project.group_comment, project.comment) if each]
    return f"<p>{head}</p>" + "".join(f'<p class="text">{escape(each)}</p>' for each in texts)
