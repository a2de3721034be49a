#pragma once

#include "ent/guardian.hpp"
#include "person/describe.hpp"
#include "reflect/describe.hpp"

namespace ent::guardian {
ENT_WORDS(Kind, legal, legal_sole, surveillance, withdrawn, delegated, in_charge, contact)
ENT_WORDS(Right, inform_main, inform_daily, decide_usual, decide_important, message, pickup, pay)
ENT_WORDS(Relationship, mother, father, sibling, ascendant, family, educator, foster_carer, legal_guardian, child_welfare,
          other)
ENT_WORDS(Ground, adult, independent)
ENT_WORDS(Assistance, accompaniment, health, social, psychology, tutor, internship_tutor, inclusion, inspection)
ENT_RECORD(View, 0, pupil, adult, kind, rights, relationship, priority, court_ref, valid_from, valid_to, revision)
ENT_RECORD(Link, 4, org_id, pupil_id, adult_id, kind, rights, relationship, priority, court_ref, valid_from, valid_to)
ENT_RECORD(Change, 3, org_id, pupil_id, adult_id, kind, rights, relationship, priority, court_ref, valid_from)
ENT_RECORD(End, 3, org_id, pupil_id, adult_id, valid_to, court_ref)
ENT_RECORD(Restrict, 4, org_id, pupil_id, adult_id, court_ref, valid_from, valid_to)
ENT_RECORD(Links, 0, items)
ENT_RECORD(OfPupil, 2, org_id, pupil_id)
ENT_RECORD(OfAdult, 2, org_id, adult_id)
ENT_RECORD(Oppose, 2, org_id, pupil_id, ground, valid_from)
ENT_RECORD(WithdrawOpposition, 2, org_id, pupil_id, valid_to)
ENT_RECORD(Assignment, 0, pupil, adult, kind, valid_from, valid_to)
ENT_RECORD(Assignments, 0, items)
ENT_RECORD(Assign, 4, org_id, pupil_id, adult_id, kind, valid_from, valid_to)
ENT_RECORD(EndAssignment, 4, org_id, pupil_id, adult_id, kind, valid_to)
ENT_RECORD(ListAssignments, 1, org_id, pupil_id, adult_id)
}  // namespace ent::guardian
