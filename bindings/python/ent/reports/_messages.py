"""What the command line says, in French and in English."""

from __future__ import annotations

import sys

from ent.reports._text import Language, one_line

_MESSAGES: dict[str, tuple[str, str]] = {
    "several_schools": ("classe {wanted} dans plusieurs établissements ({there}) : préciser --school",
                        "class {wanted} is in several schools ({there}): say which by --school"),
    "several_classes": ("plusieurs classes {wanted} : en donner le code ({there})", "several classes are called {wanted}: give the code ({there})"),
    "several_periods": ("plusieurs périodes {wanted} : préciser ({there})", "several periods are called {wanted}: say which ({there})"),
    "missing": ("{count} saisies manquent : rien n'est écrit (--draft pour des pages provisoires)",
                "{count} entries are missing: nothing is written (--draft for pages that are not final)"),
    "missing_draft": ("{count} saisies manquent : les pages sont provisoires", "{count} entries are missing: the pages are not final"),
    "no_class": ("classe {wanted} introuvable", "there is no class {wanted}"),
    "browser_ended": ("Chromium s'est arrêté", "Chromium ended"),
    "browser_is_silent": ("Chromium ne répond pas", "Chromium does not answer"),
    "browser_refused": ("Chromium a refusé {what}", "Chromium refused {what}"),
    "no_cycle_end": ("aucun cycle ne se termine avec cette période pour cette classe", "no cycle ends with this period for this class"),
    "nobody": ("aucun élève à la fin de cette période", "there is no pupil at the end of this period"),
    "no_engine": ("pas de PDF sans {wanted} : apt install chromium (PDF balisé) ou apt install weasyprint ; les pages HTML s'impriment "
                  "aussi depuis un navigateur",
                  "no PDF without {wanted}: apt install chromium (tagged PDF) or apt install weasyprint; a browser prints the HTML pages too"),
    "no_file": ("{wanted} : ce fichier n'existe pas", "{wanted}: there is no such file"),
    "no_head": ("{wanted} n'a pas de chef d'établissement : préciser --as", "{wanted} has no head: say in whose name to read by --as"),
    "no_minutes": ("rien n'est noté du conseil de cette classe pour cette période",
                   "nothing is written down of the council of this class for this period"),
    "not_interim": ("--interim est pour le carnet de notes seul : ce document est fait de ce qui s'écrit avec les bulletins",
                    "--interim is for the grade book alone: this is made of what is written with report cards"),
    "no_longer_interim": ("la période est publiée pour cette classe : son bilan n'est plus intermédiaire ; ce qui est publié se lit "
                          "sans --interim, en Python avec written=True",
                          "the period is published for this class: it is interim no more; what is published is read without "
                          "--interim, in Python with written=True"),
    "no_period": ("période {wanted} introuvable ; périodes de la classe : {there}",
                  "there is no period {wanted}; those of the class: {there}"),
    "no_referential": ("référentiel de compétences {wanted} introuvable", "there is no referential of skills {wanted}"),
    "no_school": ("pas d'établissement {wanted}", "there is no school {wanted}"),
    "only_transcripts": ("--all ne va qu'avec les relevés", "--all goes with transcripts alone"),
    "which_period": ("les classes n'ont pas toutes la même période {wanted} : préciser --class",
                     "the classes differ in period {wanted}: say which by --class"),
    "which_school": ("plusieurs établissements ({there}) : préciser --school", "there are several schools ({there}): say which by --school"),
    "no_skill": ("aucune compétence évaluée dans cette classe", "no skill was evaluated in this class"),
    "reading": ("Lecture", "Reading"),
    "skills": ("Compétences", "Skills"),
}


def message(name: str, language: Language, **values: object) -> str:
    """A message with its values in their places."""
    return _MESSAGES[name][language == "en"].format(**values)


def tell(line: str) -> None:
    """A line on stderr, whatever stands in the names that it tells."""
    print(one_line(line), file=sys.stderr)


class Refusal(Exception):
    """What was asked for is not there, or is there more than once."""

    def __init__(self, name: str, **values: object) -> None:
        super().__init__(message(name, "en", **values))
        self._name, self._values = name, values

    def text(self, language: Language = "fr") -> str:
        """What to tell the person at the screen."""
        return message(self._name, language, **self._values)
