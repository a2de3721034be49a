#pragma once

#include "ent/profile.hpp"
#include "reflect/describe.hpp"

namespace ent {
ENT_WORDS(Profile, pupil, guardian, teacher, school_life, head, office, librarian, health, authority, academy, local_admin,
          guest, system)
ENT_WORDS(Function, cpe, aed, aesh, school_director, deputy_head, secretary, manager, technician, atsem, speaker, nurse,
          doctor, social_worker, psychologist, inspector, circonscription_adviser, academic_manager, national_reader,
          school_affairs, early_childhood, after_school, canteen, project_owner, pupil_delegate, parent_delegate,
          project_guest, harassment_referent, digital_referent, workshop_head, other_staff)

#define ENT_FUNCTION(function, value) \
  static_assert(static_cast<int>(Function::function) == (value), "as in src/person/functions.csv");
#include "access/permission_table.inc"
}  // namespace ent
