"""`python3 -m ent report`: the reports of a class, written into a folder."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import ent
from ent._common import Profile
from ent._domains import DOMAINS
from ent.reports import _files, _select, balances, fetch, pdf
from ent.reports._bulletin import bulletin
from ent.reports._council import council
from ent.reports._cycle import cycle_report
from ent.reports._messages import Refusal, message, tell
from ent.reports._minutes import minutes, minutes_tables
from ent.reports._progress import Progress
from ent.reports._skills import skill_balance
from ent.reports._synthesis import synthesis, synthesis_table, synthesis_tables
from ent.reports._text import Language, file_name
from ent.reports._transcript import transcript
from ent.reports.data import ClassReport, Missing, Report
from ent.reports.layout import Layout
from ent.reports.tables import Table, write_csv, write_xlsx

REFUSED, WRONG_USE, MISSING, NO_ENGINE = 1, 2, 3, 4

_KINDS = {"bulletin": "bulletin", "transcript": "transcript", "releve": "transcript", "council": "council", "conseil": "council",
          "synthesis": "synthesis", "synthese": "synthesis", "skills": "skills", "competences": "skills",
          "cycle": "cycle", "fin-de-cycle": "cycle", "minutes": "minutes", "proces-verbal": "minutes"}
_READERS: Sequence[Profile] = ("head", "teacher", "school_life", "office")
_EPILOG = """codes de sortie : 0 tout est écrit ; 1 refus ou introuvable ; 2 mauvais usage ; 3 des saisies manquent (liste sur
la sortie d'erreur ; rien n'est écrit sans --draft) ; 4 ni Chromium ni WeasyPrint pour les PDF (le reste est écrit)"""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`report` among the commands of the package."""
    parser = commands.add_parser("report", help="bulletins, relevés, conseil, synthèse, procès-verbal, compétences d'une classe", epilog=_EPILOG)
    parser.add_argument("kind", choices=list(_KINDS), metavar="bulletin|transcript|council|synthesis|minutes|skills|cycle",
                        help="ou bulletin|releve|conseil|synthese|proces-verbal|competences|fin-de-cycle")
    parser.add_argument("--store", required=True, help="fichier SQLite, ou postgresql://...")
    parser.add_argument("--class", required=True, dest="class_code", metavar="CLASSE", help="code ou nom de la division")
    parser.add_argument("--period", required=True, metavar="PÉRIODE", help="numéro (2, T2, S1) ou nom de la période")
    parser.add_argument("--out", required=True, type=Path, metavar="DOSSIER")
    parser.add_argument("--school", metavar="UAI", help="si plusieurs établissements ont une telle classe")
    parser.add_argument("--as", type=int, dest="person_id", metavar="PERSONNE", help="lire en son nom ; sinon au nom du chef d'établissement")
    parser.add_argument("--day", type=date.fromisoformat, metavar="AAAA-MM-JJ", help="lire les faits de ce jour ; sinon d'aujourd'hui")
    parser.add_argument("--timezone", default="Europe/Paris", metavar="ZONE", help="fuseau horaire du portail, qui dit quel jour on est (défaut : %(default)s)")
    parser.add_argument("--referential", metavar="CODE", help="pour les compétences ; sinon le premier de l'établissement")
    parser.add_argument("--pdf", choices=["auto", "chromium", "weasyprint", "none"], default="auto")
    parser.add_argument("--interim", action="store_true", help="bilan intermédiaire : le carnet de notes seul, sans ce qui s'écrit pour les bulletins ; "
                        "ni procès-verbal ni fin de cycle")
    parser.add_argument("--draft", action="store_true", help="écrire même s'il manque des saisies, et les bulletins que l'on corrige tels qu'ils "
                        "seraient publiés maintenant ; chaque page qui n'est pas définitive le dit")
    parser.add_argument("--all", action="store_true", dest="all_marks",
                        help="relevés : aussi les notes qui ne sont pas publiées aux familles ; le document dit qu'il est interne")
    parser.add_argument("--reply", action="store_true", help="laisser sur chaque bulletin une place où la famille répond")
    parser.add_argument("--language", choices=["fr", "en"], default="fr")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Reads, then writes; the code of the process."""
    if asked.interim and _KINDS[asked.kind] in ("minutes", "cycle"):
        return _say(message("not_interim", asked.language), WRONG_USE)
    if asked.all_marks and _KINDS[asked.kind] != "transcript":
        return _say(message("only_transcripts", asked.language), WRONG_USE)
    if "://" not in asked.store and not Path(asked.store).is_file():
        return _say(message("no_file", asked.language, wanted=asked.store), REFUSED)
    try:
        with ent.open(asked.store, timezone=asked.timezone) as portal:
            report = _read(portal, asked)
    except ent.Error as error:
        return _say(f"{error.text(asked.language)} ({error.reason})", REFUSED)
    except Refusal as error:
        return _say(error.text(asked.language), REFUSED)
    if not report.pupils:
        return _say(message("nobody", asked.language), REFUSED)
    if _KINDS[asked.kind] == "skills":
        if not any(skill.level for pupil in report.pupils for skill in pupil.skills):
            return _say(message("no_skill", asked.language), REFUSED)
        report = _without_missing(report, draft=False)
    if _KINDS[asked.kind] == "minutes":
        if report.sitting is None:
            return _say(message("no_minutes", asked.language), REFUSED)
        report = report.as_it_stands()
        report = _without_missing(report, draft=asked.draft and report.context.draft)
    if _KINDS[asked.kind] in ("council", "synthesis"):
        report = replace(report, missing=report.as_it_stands().missing)
    if _KINDS[asked.kind] == "cycle":
        report = replace(report, pupils=tuple(pupil for pupil in report.pupils if pupil.cycle_end))
        if not report.pupils:
            return _say(message("no_cycle_end", asked.language), REFUSED)
    for entry in report.missing:
        tell(f"{_named(entry, report)} ; {entry.subject} ; {entry.what}")
    if report.missing and not asked.draft:
        return _say(message("missing", asked.language, count=len(report.missing)), MISSING)
    try:
        _write(report, asked)
    except pdf.NoEngine as error:
        return _say(error.text(asked.language), NO_ENGINE)
    except Refusal as error:
        return _say(error.text(asked.language), REFUSED)
    except OSError as error:
        return _say(_files.told(error), REFUSED)
    return _say(message("missing_draft", asked.language, count=len(report.missing)), MISSING) if report.missing else 0


def _named(entry: Missing, report: ClassReport) -> str:
    """Those who are called the same are told apart by their number, as their files are."""
    called_so = {pupil.pupil_id for pupil in report.pupils if fetch.full_name(pupil.family_name, pupil.given_name) == entry.pupil}
    return entry.pupil if len(called_so) < 2 else f"{entry.pupil} ({entry.pupil_id})"


def _without_missing(report: ClassReport, *, draft: bool) -> ClassReport:
    """What is missing of report cards keeps back neither a skill balance nor the minutes of a council."""
    context = replace(report.context, draft=draft)
    return replace(report, context=context, missing=(), pupils=tuple(replace(pupil, context=context) for pupil in report.pupils))


def _say(text: str, code: int) -> int:
    tell(f"ent report : {text}")
    return code


def _read(portal: ent.Portal, asked: argparse.Namespace) -> ClassReport:
    with portal.system() as now:
        host = now.at(asked.day) if asked.day else now
        unit, division = _select.division(host, asked.class_code, asked.school)
        with _select.session(portal, host, unit, asked.person_id, _READERS) as session:
            facts = session.at(asked.day) if asked.day else session
            periods = facts.period.list(org_id=unit.id, division_id=division.id, school_year=division.school_year)
            period = _select.chosen_period(periods, asked.period)
            kind = _KINDS[asked.kind]
            report = fetch.class_report(facts, division_id=division.id, period_id=period.id, marks=kind == "transcript",
                                        published_on=(asked.day or portal.today()) if kind == "transcript" and not asked.all_marks else None,
                                        written=kind not in ("transcript", "skills") and not asked.interim, draft=asked.draft,
                                        issued=kind not in ("synthesis", "minutes"), unmarked=kind not in ("skills", "cycle", "minutes"),
                                        language=asked.language, reader=session, progress=Progress(message("reading", asked.language)))
            if kind == "skills" and "skill" in DOMAINS:
                report = balances.with_skills(facts, report, org_id=unit.id, period_id=period.id, referential=asked.referential,
                                              progress=Progress(message("skills", asked.language)))
            return report


def _write(report: ClassReport, asked: argparse.Namespace) -> None:
    """The pages and tables of that kind, then their PDF, which may fail."""
    kind, language = _KINDS[asked.kind], asked.language
    asked.out.mkdir(parents=True, exist_ok=True)
    if kind == "council":
        _put(asked.out / "index.html", council(report, language=language))
    for name, tables in _workbooks(report, kind, language).items():
        _files.put(asked.out / f"{name}.xlsx", write_xlsx(tables))
    for name, table in _tables(report, kind, language).items():
        _put(asked.out / f"{name}.csv", write_csv(table, language=language))
    pages = _pages(report, kind, Layout(reply=asked.reply), language)
    for name, html in pages.items():
        _put(asked.out / f"{name}.html", html)
    if asked.pdf != "none" and pages:
        progress = Progress("PDF")
        with pdf.printer(asked.pdf) as print_page:
            for place, (name, html) in enumerate(pages.items(), 1):
                _files.put(asked.out / f"{name}.pdf", print_page(html))
                progress(place, len(pages))


def _workbooks(report: ClassReport, kind: str, language: Language) -> dict[str, list[Table]]:
    """The sheets of each, by the name of its file."""
    if kind in ("council", "synthesis"):
        return {"synthese": synthesis_tables(report, language=language)}
    return {"pv": minutes_tables(report, language=language)} if kind == "minutes" else {}


def _tables(report: ClassReport, kind: str, language: Language) -> dict[str, Table]:
    """What goes as CSV too, a table each, by the name of its file."""
    if kind in ("council", "synthesis"):
        return {"synthese": synthesis_table(report, language=language)}
    return dict(zip(("pv", "pv-seance"), minutes_tables(report, language=language))) if kind == "minutes" else {}


def _pages(report: ClassReport, kind: str, layout: Layout, language: Language) -> dict[str, str]:
    """The page of the class, or one for each pupil, by the name of its file."""
    if kind == "synthesis":
        return {"synthese": synthesis(report, language=language)}
    if kind == "minutes":
        return {"pv": minutes(report, language=language)}
    makers: dict[str, tuple[str, Callable[[Report], str]]] = {
        "bulletin": ("bulletin", lambda pupil: bulletin(pupil, layout=layout, language=language)),
        "council": ("bulletin", lambda pupil: bulletin(pupil, layout=layout, language=language)),
        "transcript": ("releve", lambda pupil: transcript(pupil, language=language)),
        "skills": ("competences", lambda pupil: skill_balance(pupil, language=language)),
        "cycle": ("fin-de-cycle", lambda pupil: cycle_report(pupil, language=language)),
    }
    begins, make = makers[kind]
    names = _names(begins, report.pupils)
    return {name: make(pupil) for name, pupil in zip(names, report.pupils)}


def _names(begins: str, pupils: Sequence[Report]) -> list[str]:
    """Those who are called the same are told apart by their number."""
    plain = [file_name(begins, pupil.family_name, pupil.given_name) for pupil in pupils]
    return [name if plain.count(name) == 1 else f"{name}-{pupil.pupil_id}" for name, pupil in zip(plain, pupils)]


def _put(path: Path, text: str) -> None:
    _files.put(path, text.encode())
