# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Types that belong to no domain."""

from __future__ import annotations

from typing import Literal

__all__ = ["Function", "Profile"]

Profile = Literal[
    "pupil",
    "guardian",
    "teacher",
    "school_life",
    "head",
    "office",
    "librarian",
    "health",
    "authority",
    "academy",
    "local_admin",
    "guest",
    "system",
]
"""What a person is in an organisation unit. National codes in parentheses (source: SDET). Values are stored and are part
of the C ABI: append, never renumber.

pupil: Élève (National_ELV).
guardian: Responsable d'élève (National_TUT).
teacher: Enseignant (National_ENS).
school_life: Vie scolaire: CPE, AED, AESH (National_EVS).
head: Direction (National_DIR).
office: Administratif, technique (National_ETA).
librarian: Professeur documentaliste (National_DOC).
health: Santé et social: nurse, doctor, social worker, psychologist.
authority: Collectivité (National_COL).
academy: Rectorat, DSDEN, inspection (National_ACA).
local_admin: Administrateur local of the portal: accounts and settings only.
guest: Invité: a dated, named outsider.
system: The host itself, in work that no person asked for.
"""

Function = Literal[
    "cpe",
    "aed",
    "aesh",
    "school_director",
    "deputy_head",
    "secretary",
    "manager",
    "technician",
    "atsem",
    "speaker",
    "nurse",
    "doctor",
    "social_worker",
    "psychologist",
    "inspector",
    "circonscription_adviser",
    "academic_manager",
    "national_reader",
    "school_affairs",
    "early_childhood",
    "after_school",
    "canteen",
    "project_owner",
    "pupil_delegate",
    "parent_delegate",
    "project_guest",
    "harassment_referent",
    "digital_referent",
    "workshop_head",
    "other_staff",
]
"""What a person does within a profile; it adds rights to those of the profile, or takes some away. Values are stored and
are part of the C ABI: append, never renumber.

cpe: Conseiller principal d'éducation.
aed: Assistant d'éducation.
aesh: Accompagnant d'élèves en situation de handicap.
school_director: Directeur d'école; teaches too.
deputy_head: Chef d'établissement adjoint; rights of the head.
secretary: Secrétaire.
manager: Gestionnaire.
technician: Agent technique.
atsem: Agent territorial spécialisé des écoles maternelles.
speaker: Intervenant extérieur.
nurse: Infirmier.
doctor: Médecin scolaire.
social_worker: Assistant de service social.
psychologist: Psychologue de l'éducation nationale.
inspector: Inspecteur; of the first degree: IEN of a circonscription.
circonscription_adviser: Conseiller pédagogique de circonscription.
academic_manager: Gestionnaire académique.
national_reader: Lecteur national: indicators only.
school_affairs: Service des affaires scolaires.
early_childhood: Service de la petite enfance.
after_school: Accueil périscolaire.
canteen: Restauration scolaire.
project_owner: Porteur de projet: no data of pupils.
pupil_delegate: Délégué des élèves.
parent_delegate: Représentant des parents d'élèves.
project_guest: Invité d'un projet.
harassment_referent: Référent harcèlement.
digital_referent: Référent pour les ressources et usages pédagogiques numériques.
workshop_head: Directeur délégué aux formations professionnelles et technologiques.
other_staff: A code that says too little: the lesser right.
"""
