#pragma once

#include "ent/group.hpp"
#include "guardian/describe.hpp"
#include "person/describe.hpp"
#include "reflect/describe.hpp"

namespace ent::group {
ENT_WORDS(Kind, division, group, manual)
ENT_WORDS(Regime, day_pupil, half_boarder, boarder, day_boarder)
ENT_WORDS(Role, main_teacher, delegate, deputy_delegate)
ENT_RECORD(View, 0, id, org_id, kind, school_year, code, name, levels, division_ids, valid_from, valid_to, revision)
ENT_RECORD(Add, 3, org_id, kind, name, code, school_year, levels, division_ids, member_ids, valid_from, valid_to)
ENT_RECORD(Change, 1, id, name, levels, division_ids, valid_to)
ENT_RECORD(Get, 1, id)
ENT_RECORD(List, 1, org_id, kind, school_year, limit, after)
ENT_RECORD(Page, 0, items, next)
ENT_RECORD(Member, 0, id, family_name, given_name, title, level, valid_from, valid_to)
ENT_RECORD(Members, 0, items)
ENT_RECORD(AddMembers, 2, id, member_ids, valid_from, valid_to)
ENT_RECORD(RemoveMembers, 2, id, member_ids, valid_to)
ENT_RECORD(Enrol, 2, id, pupil_ids, level, valid_from)
ENT_RECORD(SetRegime, 3, org_id, pupil_ids, regime, valid_from)
ENT_RECORD(Leave, 2, org_id, pupil_id, valid_to)
ENT_RECORD(RoleView, 0, person, role, valid_from, valid_to)
ENT_RECORD(Roles, 0, items)
ENT_RECORD(GiveRole, 3, id, person_id, role, valid_from, valid_to)
ENT_RECORD(EndRole, 3, id, person_id, role, valid_to)
ENT_RECORD(Service, 0, id, group_id, group_name, teacher, subject_code, replaces, valid_from, valid_to, modality)
ENT_RECORD(Services, 0, items)
ENT_RECORD(AddService, 2, group_id, teacher_id, subject_code, replaces, valid_from, valid_to, modality)
ENT_RECORD(EndService, 1, id, valid_to)
ENT_RECORD(ListServices, 1, org_id, group_id, teacher_id)
ENT_RECORD(Membership, 0, id, kind, code, name, level, regime, valid_from, valid_to)
ENT_RECORD(Memberships, 0, items)
ENT_RECORD(Teacher, 0, person, main_teacher, subject_codes)
ENT_RECORD(Team, 0, items)
ENT_RECORD(ListFamilies, 0, group_id, org_id, limit, after)
ENT_RECORD(Family, 0, adult, pupils)
ENT_RECORD(FamilyPage, 0, items, next)
ENT_RECORD(Contact, 0, pupil_id, pupil_family_name, pupil_given_name, birth_date, class_name, level, regime, adult_id,
           adult_title, adult_family_name, adult_given_name, kind, relationship, priority, email, home_phone, work_phone,
           mobile, accepts_sms, street, postal_code, town, country)
ENT_RECORD(Contacts, 0, items)
ENT_RECORD(ListHeads, 1, org_id, limit, after)
}  // namespace ent::group
