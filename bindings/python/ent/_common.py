# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Types that belong to no domain."""

from __future__ import annotations

from typing import Literal


__all__ = ["Profile"]

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
