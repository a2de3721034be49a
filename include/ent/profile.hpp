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

}  // namespace ent
