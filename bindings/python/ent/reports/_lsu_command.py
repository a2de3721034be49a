"""`python3 -m ent lsu`: the reports of classes, or the end of a cycle, as a file for the national livret scolaire unique."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import ent
from ent._common import Profile
from ent.reports import _files, _select
from ent.reports._messages import Refusal, tell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ent import lsu

REFUSED, MISUSED, KEPT_BACK = 1, 2, 3

_EXPORTERS: Sequence[Profile] = ("head", "office")
_EPILOG = """codes de sortie : 0 tous les élèves sont dans le fichier ; 1 refus ou introuvable, aucun fichier ; 2 mauvais usage ;
3 des élèves sont retenus, et la sortie d'erreur dit pourquoi. Le fichier suit les schémas connus : 2.0 à 7.0, et 1.0 pour les écoles."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """`lsu` among the commands of the package."""
    parser = commands.add_parser("lsu", help="bilans périodiques ou de fin de cycle publiés, pour le livret scolaire unique", epilog=_EPILOG)
    parser.add_argument("file", type=Path, metavar="FICHIER", help="le fichier XML à écrire")
    parser.add_argument("--store", required=True, help="fichier SQLite, ou postgresql://...")
    parser.add_argument("--class", dest="classes", action="append", default=[], metavar="CLASSE",
                        help="code ou nom d'une division ; autant de fois qu'il y en a ; sans elle, toutes celles de la période")
    parser.add_argument("--period", metavar="PÉRIODE", help="numéro (2, T2, S1) ou nom de la période ; avec --cycle, sinon la dernière de l'année")
    parser.add_argument("--cycle", type=int, choices=[2, 3, 4], help="les bilans de fin de ce cycle")
    parser.add_argument("--school", metavar="UAI", help="si plusieurs établissements ont une telle classe, ou si toutes les classes sont demandées")
    parser.add_argument("--as", type=int, dest="person_id", metavar="PERSONNE", help="en son nom ; sinon au nom du chef d'établissement")
    parser.add_argument("--schema", metavar="VERSION", help="version du schéma ; sinon la dernière qui est connue")
    parser.add_argument("--class-number", action="append", default=[], type=_class_number, metavar="CLASSE=NUMÉRO",
                        help="pour les écoles : le numéro d'une classe dans ONDE")
    parser.add_argument("--incomplete", action="store_true", help="même si des appréciations de matières manquent")
    parser.add_argument("--draft", action="store_true", help="les bulletins tels qu'ils seraient publiés maintenant")
    parser.add_argument("--check", action="store_true", help="dire seulement ce qui empêche ; rien n'est écrit")
    parser.add_argument("--language", choices=["fr", "en"], default="fr")
    parser.set_defaults(run=run)


def _class_number(pair: str) -> tuple[str, str]:
    code, sign, number = pair.rpartition("=")
    if not (sign and code and number):
        raise argparse.ArgumentTypeError(f"{pair!r} : CLASSE=NUMÉRO")
    return code, number


def run(asked: argparse.Namespace) -> int:
    """Reads, then writes; the code of the process."""
    if asked.period is None and asked.cycle is None:
        return _say("il faut --period ou --cycle", MISUSED)
    if "://" not in asked.store and not Path(asked.store).is_file():
        return _say(f"{asked.store} : pas de tel fichier")
    try:
        with ent.open(asked.store) as portal:
            kept_back, document = _read(portal, asked)
        if document is not None:
            _files.put(asked.file, document.xml.encode())
    except ent.Error as error:
        return _say(f"{error.text(asked.language)} ({error.reason})")
    except Refusal as error:
        return _say(error.text(asked.language))
    except OSError as error:
        return _say(_files.told(error))
    for line in kept_back:
        for obstacle in line.obstacles:
            text = obstacle.french if asked.language == "fr" else obstacle.english
            about = f" ({obstacle.subject_code})" if obstacle.subject_code else ""
            tell(f"{line.pupil.family_name} {line.pupil.given_name} ; {obstacle.field}{about} ; {text}")
    return KEPT_BACK if kept_back else 0


def _say(text: str, code: int = REFUSED) -> int:
    tell(f"ent lsu : {text}")
    return code


def _read(portal: ent.Portal, asked: argparse.Namespace) -> tuple[list[lsu.PupilLine], lsu.Document | None]:
    """Who is kept back, and the file where one is wanted."""
    with portal.system() as host:
        named = [_select.division(host, code, asked.school) for code in asked.classes]
        unit = named[0][0] if named else _select.school(host, asked.school)
        divisions = list({each.id: each for _, each in named}.values()) or list(host.group.list_all(org_id=unit.id, kind="division"))
        with _select.session(portal, host, unit, asked.person_id, _EXPORTERS, step_up_at=datetime.now(timezone.utc)) as session:
            period, divisions = _period(session, unit.id, divisions, asked)
            wanted = {
                "period_id": period.id, "division_ids": [each.id for each in divisions], "draft": asked.draft,
                "class_numbers": list(_numbers(host, asked)), "schema_version": asked.schema, "unknown_version": asked.schema is not None,
            }
            lsu = session.lsu
            if asked.check:
                checked = (lsu.check(**wanted, incomplete_too=asked.incomplete) if asked.cycle is None
                           else lsu.check_cycle(**wanted, cycle=asked.cycle))
                if not checked.items:
                    raise Refusal("nobody" if asked.cycle is None else "no_cycle_end")
                return [line for line in checked.items if line.obstacles], None
            document = (lsu.write(**wanted, incomplete_too=asked.incomplete) if asked.cycle is None
                        else lsu.write_cycle(**wanted, cycle=asked.cycle))
            return list(document.kept_back), document


def _period(session: ent.Session, org_id: int, divisions: Sequence[ent.group.View],
            asked: argparse.Namespace) -> tuple[ent.period.View, list[ent.group.View]]:
    """The period that is meant, and the classes that go by it: where all are asked for, those that have one."""
    going: dict[int, tuple[ent.period.View, list[ent.group.View]]] = {}
    listed: Sequence[ent.period.View] = ()
    for division, listed in _periods(session, org_id, divisions):
        there = listed if asked.period is None else _select.periods_called(listed, asked.period)
        if there or asked.classes:
            period = _one_of(listed, asked)
            going.setdefault(period.id, (period, []))[1].append(division)
    if not going:
        _select.chosen_period(listed, asked.period or "")
    if len(going) > 1:
        raise Refusal("which_period", wanted=asked.period or "")
    return next(iter(going.values()))


def _periods(session: ent.Session, org_id: int, divisions: Sequence[ent.group.View]) -> Iterable[tuple[ent.group.View, Sequence[ent.period.View]]]:
    """Those of each class: asked once for all that have the same levels and none of their own."""
    own = {(year, division): scheme.code for year in {each.school_year for each in divisions}
           for scheme in session.period.schemes(org_id=org_id, school_year=year) for division in scheme.division_ids}
    asked: dict[tuple[int, str | None, tuple[str, ...]], Sequence[ent.period.View]] = {}
    for each in divisions:
        key = (each.school_year, own.get((each.school_year, each.id)), tuple(each.levels))
        if key not in asked:
            asked[key] = session.period.list(org_id=org_id, division_id=each.id, school_year=each.school_year)
        yield each, asked[key]


def _one_of(periods: Sequence[ent.period.View], asked: argparse.Namespace) -> ent.period.View:
    """The one that is named; a cycle ends with the last of the year."""
    return periods[-1] if asked.period is None and periods else _select.chosen_period(periods, asked.period or "")


def _numbers(host: ent.Session, asked: argparse.Namespace) -> Iterable[dict[str, object]]:
    for code, number in asked.class_number:
        yield {"division_id": _select.division(host, code, asked.school)[1].id, "number": number}
