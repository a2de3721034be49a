/// The profiles under which a person acts.
#pragma once

#include <cstdint>

namespace ent {

/// What a person is in an organisation unit. National codes in parentheses (source: SDET).
/// Values are stored and are part of the C ABI: append, never renumber.
enum class Profile : std::int32_t {
  pupil = 1,         ///< Élève (National_ELV).
  guardian = 2,      ///< Responsable d'élève (National_TUT).
  teacher = 3,       ///< Enseignant (National_ENS).
  school_life = 4,   ///< Vie scolaire: CPE, AED, AESH (National_EVS).
  head = 5,          ///< Direction (National_DIR).
  office = 6,        ///< Administratif, technique (National_ETA).
  librarian = 7,     ///< Professeur documentaliste (National_DOC).
  health = 8,        ///< Santé et social: nurse, doctor, social worker, psychologist.
  authority = 9,     ///< Collectivité (National_COL).
  academy = 10,      ///< Rectorat, DSDEN, inspection (National_ACA).
  local_admin = 11,  ///< Administrateur local of the portal: accounts and settings only.
  guest = 12,        ///< Invité: a dated, named outsider.
  system = 13,       ///< The host itself, in work that no person asked for.
};

/// What a person does within a profile; it adds rights to those of the profile, or takes some away.
/// Values are stored and are part of the C ABI: append, never renumber.
enum class Function : std::int32_t {
  cpe = 1,                       ///< Conseiller principal d'éducation.
  aed = 2,                       ///< Assistant d'éducation.
  aesh = 3,                      ///< Accompagnant d'élèves en situation de handicap.
  school_director = 4,           ///< Directeur d'école; teaches too.
  deputy_head = 5,               ///< Chef d'établissement adjoint; rights of the head.
  secretary = 6,                 ///< Secrétaire.
  manager = 7,                   ///< Gestionnaire.
  technician = 8,                ///< Agent technique.
  atsem = 9,                     ///< Agent territorial spécialisé des écoles maternelles.
  speaker = 10,                  ///< Intervenant extérieur.
  nurse = 11,                    ///< Infirmier.
  doctor = 12,                   ///< Médecin scolaire.
  social_worker = 13,            ///< Assistant de service social.
  psychologist = 14,             ///< Psychologue de l'éducation nationale.
  inspector = 15,                ///< Inspecteur; of the first degree: IEN of a circonscription.
  circonscription_adviser = 16,  ///< Conseiller pédagogique de circonscription.
  academic_manager = 17,         ///< Gestionnaire académique.
  national_reader = 18,          ///< Lecteur national: indicators only.
  school_affairs = 19,           ///< Service des affaires scolaires.
  early_childhood = 20,          ///< Service de la petite enfance.
  after_school = 21,             ///< Accueil périscolaire.
  canteen = 22,                  ///< Restauration scolaire.
  project_owner = 23,            ///< Porteur de projet: no data of pupils.
  pupil_delegate = 24,           ///< Délégué des élèves.
  parent_delegate = 25,          ///< Représentant des parents d'élèves.
  project_guest = 26,            ///< Invité d'un projet.
  harassment_referent = 27,      ///< Référent harcèlement.
  digital_referent = 28,         ///< Référent pour les ressources et usages pédagogiques numériques.
  workshop_head = 29,            ///< Directeur délégué aux formations professionnelles et technologiques.
  other_staff = 30,              ///< A code that says too little: the lesser right.
};

}  // namespace ent
