"""The words of reports, in French and in English."""

from __future__ import annotations

from ent.reports._text import Language
from ent.reports.data import Mark

_WORDS: dict[str, tuple[str, str]] = {
    "absences": ("Demi-journées d'absence", "Half-days of absence"),
    "absent": ("absent", "absent"),
    "after": ("Suivant", "Next"),
    "all_subjects": ("Toutes matières", "All subjects"),
    "adjustment": ("dont bonus/malus", "of which bonus/malus"),
    "appraisal": ("Appréciation", "Appraisal"),
    "arrangements": ("Modalités d'accompagnement", "Arrangements for the pupil"),
    "as_it_stands": ("la classe telle qu'elle est", "the class as it stands"),
    "assessment": ("Évaluation", "Assessment"),
    "attendance": ("Présence", "Attendance"),
    "average": ("Moyenne", "Average"),
    "averages": ("Moyennes", "Averages"),
    "before": ("Précédent", "Previous"),
    "birth": ("Né(e) le", "Born on"),
    "bulletin": ("Bulletin", "Report card"),
    "can_do": ("Ce que l'élève sait faire", "What the pupil can do"),
    "class": ("Classe", "Class"),
    "class_says": ("Appréciation de la classe", "What is said of the class"),
    "class_teacher": ("Enseignant de la classe", "Class teacher"),
    "class_mean": ("Moy. classe", "Class mean"),
    "code": ("Code", "Code"),
    "coefficient": ("Coef.", "Coef."),
    "comment": ("Remarque", "Remark"),
    "complement": ("Enseignement de complément", "Additional course"),
    "component": ("Composante", "Component"),
    "content": ("Contenu", "Content"),
    "council": ("Conseil de classe", "Class council"),
    "council_says": ("Appréciation générale du conseil de classe", "General appraisal of the class council"),
    "cycle_end": ("Bilan de fin de cycle", "End-of-cycle report"),
    "cycle_says": ("Synthèse des acquis scolaires", "What is said at the end of the cycle"),
    "cycle_synthesis": ("Synthèse de fin de cycle", "Synthesis of the end of the cycle"),
    "date": ("Date", "Date"),
    "decision": ("Décision d'orientation", "Orientation decision"),
    "distinction": ("Mention", "Distinction"),
    "distribution": ("Répartition des moyennes générales", "Distribution of general averages"),
    "domain": ("Domaine", "Domain"),
    "domains": ("Domaines d'apprentissage", "Domains of learning"),
    "down": ("en baisse", "falling"),
    "draft": ("Provisoire\N{NO-BREAK SPACE}: ce document n'est pas définitif", "Draft: this is not final"),
    "epi": ("EPI", "Interdisciplinary project"),
    "evolution": ("Évolution de la moyenne générale", "General average by period"),
    "exceeded": ("objectif dépassé", "goal exceeded"),
    "exempt": ("Dispensé", "Exempt"),
    "family_name": ("Nom", "Family name"),
    "favourable": ("avis favorable", "favourable"),
    "from": ("du", "from"),
    "held_on": ("Conseil du", "Held on"),
    "internal": ("Document interne\N{NO-BREAK SPACE}: toutes les notes, publiées aux familles ou non",
                 "Internal: all marks, whether families were told or not"),
    "general": ("Moyenne générale", "General average"),
    "general_comment": ("Appréciation générale", "General appraisal"),
    "given_name": ("Prénom", "Given name"),
    "group": ("Classe", "Class"),
    "first_degree_head": ("La direction de l'école", "The head of the school"),
    "head": ("Le chef d'établissement", "The head of the school"),
    "headcount": ("Effectif", "Pupils"),
    "how_many": ("Nombre d'élèves", "Number of pupils"),
    "keys": ("Flèches gauche et droite\N{NO-BREAK SPACE}: changer d'élève. Début, Fin\N{NO-BREAK SPACE}: premier, dernier.",
             "Left and right arrows: another pupil. Home, End: the first, the last."),
    "latenesses": ("Retards", "Latenesses"),
    "letter": ("Lettre", "Letter"),
    "level": ("Niveau", "Level"),
    "levels": ("Positionnement", "Positioning"),
    "life": ("Vie scolaire", "School life"),
    "lower_quartile": ("1er quartile", "Lower quartile"),
    "main_teacher": ("Professeur principal", "Main teacher"),
    "mark": ("Note", "Mark"),
    "maximum": ("Maxi.", "Max."),
    "mean": ("Moyenne", "Mean"),
    "median": ("Médiane", "Median"),
    "minimum": ("Mini.", "Min."),
    "minutes": ("Procès-verbal du conseil de classe", "Minutes of the class council"),
    "no_evidence": ("Rien ne l'atteste encore", "Nothing shows it yet"),
    "no_life": ("Non renseignée", "Not recorded"),
    "no_mark": ("aucune note saisie", "no mark entered"),
    "no_pupil": ("Aucun élève dans cette classe.", "There is no pupil in this class."),
    "no_skill": ("Aucune compétence évaluée.", "No skill was evaluated."),
    "no_degrees": ("Ce modèle n'a ni notes ni positionnement.", "This model has neither marks nor degrees."),
    "no_subject": ("Aucune matière.", "No subject."),
    "none": ("sans moyenne", "without average"),
    "not_counted": ("ne compte pas", "does not count"),
    "not_reached": ("objectif non atteint", "goal not reached"),
    "notebook": ("Carnet de suivi des apprentissages", "Learning notebook"),
    "of": ("sur", "out of"),
    "of_which": ("dont non justifiées", "of which unjustified"),
    "other_subjects": ("Autres matières", "Other subjects"),
    "pai": ("PAI", "PAI"),
    "pap": ("PAP", "PAP"),
    "parcours": ("Parcours éducatif", "Educational path"),
    "period": ("Période", "Period"),
    "periodic": ("Bilan périodique", "Periodic report"),
    "positioning": ("Positionnement", "Positioning"),
    "ppre": ("PPRE", "PPRE"),
    "pps": ("PPS", "PPS"),
    "present": ("présent", "present"),
    "previous": ("Avant", "Before"),
    "profile": ("Profil par matière", "Profile by subject"),
    "programme": ("Éléments du programme", "Worked on"),
    "projects": ("Projets et accompagnement", "Projects and support"),
    "pupil": ("Élève", "Pupil"),
    "pupils": ("Élèves", "Pupils"),
    "levels_reached": ("Niveaux atteints", "Levels reached"),
    "reached": ("objectif atteint", "goal reached"),
    "read_me": ("Lisez-moi", "Read me"),
    "regional_language": ("Langue régionale", "Regional language"),
    "quartiles": ("Quartiles par matière", "Quartiles by subject"),
    "reserved": ("avis réservé", "reserved"),
    "results": ("Résultats par matière", "Results by subject"),
    "reply": ("Correspondance avec la famille", "Reply of the family"),
    "reply_asks": ("Observations, date et signature :", "Remarks, date and signature:"),
    "said": ("Déroulement du conseil", "How the council went"),
    "same": ("stable", "steady"),
    "school": ("Établissement", "School"),
    "school_life_comment": ("Remarque de la vie scolaire", "Remark on school life"),
    "scroll": ("Tableau à faire défiler", "Table that scrolls"),
    "seat": ("Qualité", "Place"),
    "seat_chair": ("Présidence", "Chair"),
    "seat_guest": ("Invité", "Guest"),
    "seat_main_teacher": ("Professeur principal", "Main teacher"),
    "seat_parent_delegate": ("Délégué des parents", "Delegate of the parents"),
    "seat_pupil_delegate": ("Délégué des élèves", "Delegate of the pupils"),
    "seat_school_life": ("Vie scolaire", "School life"),
    "seat_teacher": ("Enseignant", "Teacher"),
    "segpa": ("SEGPA", "SEGPA"),
    "shown_computed": ("calculée", "computed"),
    "sitting": ("Séance", "Sitting"),
    "skills": ("Bilan de compétences", "Skill balance"),
    "skip": ("Aller au contenu", "Skip to the content"),
    "socle": ("Socle commun", "Common core"),
    "spread": ("Étendue des moyennes par matière", "Spread of averages by subject"),
    "subject": ("Matière", "Subject"),
    "subject_comment": ("Appréciation", "Appraisal"),
    "success_contract": ("Contrat de réussite", "Success contract"),
    "support": ("Accompagnement personnalisé", "Personal support"),
    "synthesis": ("Synthèse de la classe", "Class synthesis"),
    "teachers": ("Enseignants", "Teachers"),
    "to": ("au", "to"),
    "transcript": ("Relevé de notes", "Transcript"),
    "trend": ("Évol.", "Trend"),
    "ulis": ("ULIS", "ULIS"),
    "unfavourable": ("avis défavorable", "unfavourable"),
    "unjustified": ("Non justifiées", "Unjustified"),
    "up": ("en hausse", "rising"),
    "upe2a": ("UPE2A", "UPE2A"),
    "upper_quartile": ("3e quartile", "Upper quartile"),
    "who": ("Nom", "Name"),
    "wishes": ("Vœux d'orientation", "Orientation wishes"),
    "without_evidence": ("Restent à évaluer", "Still to be evaluated"),
    "year": ("Année scolaire", "School year"),
    "year_average": ("Année", "Year"),
}

_DEGREES = (("Maîtrise insuffisante", "Insufficient"), ("Maîtrise fragile", "Fragile"),
            ("Maîtrise satisfaisante", "Satisfactory"), ("Très bonne maîtrise", "Very good"))

_OBJECTIVES = (("Objectifs non atteints", "Objectives not reached"),
               ("Objectifs partiellement atteints", "Objectives partly reached"),
               ("Objectifs atteints", "Objectives reached"), ("Objectifs dépassés", "Objectives exceeded"))

# What stands in the place of a number, or says of one that it is not sure: in a cell, and in full.
_KINDS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "absent": (("Abs.", "absent"), ("Abs.", "absent")),
    "exempt": (("Disp.", "dispensé"), ("Ex.", "exempt")),
    "unfit": (("Inapte", "inapte"), ("Unfit", "unfit")),
    "not_graded": (("N. noté", "non noté"), ("N. graded", "not graded")),
    "not_handed_in": (("N. rendu", "non rendu"), ("N. handed in", "not handed in")),
    "absent_zero": (("Abs. (0)", "absent, compté 0"), ("Abs. (0)", "absent, counted 0")),
    "not_handed_in_zero": (("N. rendu (0)", "non rendu, compté 0"), ("N. handed in (0)", "not handed in, counted 0")),
    "congratulations": (("Félicit.", "félicitations"), ("Congrat.", "congratulations")),
    "not_entered": (("—", "pas de note saisie"), ("—", "no mark entered")),
    "provisional": (("prov.", "note provisoire"), ("prov.", "provisional mark")),
}


def colon(language: Language) -> str:
    """French sets a space before it."""
    return "\N{NO-BREAK SPACE}: " if language == "fr" else ": "


def semicolon(language: Language) -> str:
    """The same, between several."""
    return "\N{NO-BREAK SPACE}; " if language == "fr" else "; "


def word(name: str, language: Language) -> str:
    """A word or phrase of a report."""
    if language not in ("fr", "en"):
        raise ValueError(f"reports are written in 'fr' or 'en', not in {language!r}")
    return _WORDS[name][language == "en"]


def kind_of_mark(mark: Mark, language: Language) -> tuple[str, str]:
    """What stands in the place of a number, short and in full: of a school's own kinds in its words; a kind that came later, by its own
    name."""
    if mark.annotation is not None:
        return mark.annotation, mark.label or mark.annotation
    words = _KINDS.get(mark.kind)
    return words[language == "en"] if words else (mark.kind, mark.kind)


def degree(level: int, levels: int, language: Language) -> str:
    """A level of mastery: in the national words where there are four."""
    if levels == len(_DEGREES):
        return _DEGREES[level - 1][language == "en"]
    return f"{word('level', language)} {level}/{levels}"


POSITIONS = range(1, len(_OBJECTIVES) + 1)
"""Degrees against the objectives."""


def positioning(position: int, language: Language) -> str:
    """A position of 1 to 4 against the objectives."""
    return _OBJECTIVES[position - 1][language == "en"]


def positions(language: Language) -> str:
    """What all of them stand for."""
    sign = colon(language)
    return semicolon(language).join(f"{position}{sign}{positioning(position, language).lower()}" for position in POSITIONS)
