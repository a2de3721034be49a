#pragma once

#include "access/describe.hpp"
#include "ent/person.hpp"
#include "reflect/describe.hpp"

namespace ent::person {
ENT_WORDS(Title, monsieur, madame)
ENT_WORDS(Sex, female, male)
ENT_WORDS(OnMatch, refuse, take, add)
ENT_WORDS(Evidence, same_names, same_family_name, same_given_name, similar_family_name, similar_given_name, swapped_names,
          same_birth_date, other_birth_date, other_sex, other_national_number, same_feed)
ENT_RECORD(Card, 0, id, family_name, given_name, title)
ENT_RECORD(Post, 0, profile, function)
ENT_RECORD(Affiliation, 0, org_id, profile, function, valid_from, valid_to)
ENT_RECORD(View, 0, id, family_name, given_name, title, posts, revision)
ENT_RECORD(Add, 3, org_id, family_name, given_name, birth_date, birth_name, other_given_names, title, sex, on_match)
ENT_RECORD(Change, 2, org_id, person_id, family_name, given_name, birth_date, birth_name, other_given_names, title, sex)
ENT_RECORD(Get, 2, org_id, person_id)
ENT_RECORD(Address, 3, lines, postal_code, town, country)
ENT_RECORD(Details, 0, id, birth_date, birth_name, other_given_names, sex, email, home_phone, work_phone, mobile,
           accepts_sms, shares_address, addresses, revision)
ENT_RECORD(SetContact, 2, org_id, person_id, email, home_phone, work_phone, mobile, accepts_sms, shares_address)
ENT_RECORD(Move, 2, org_id, person_id, address, to_person_id, valid_from, keeps_others)
ENT_RECORD(Entry, 0, id, org_id, family_name, given_name, title, posts)
ENT_RECORD(Page, 0, items, next)
ENT_RECORD(List, 1, org_id, profile, limit, after)
ENT_RECORD(Search, 1, words, org_id, profile, limit, after)
ENT_RECORD(Affiliate, 3, org_id, person_id, profile, function, valid_from, valid_to)
ENT_RECORD(EndAffiliation, 3, org_id, person_id, profile, function, valid_to)
ENT_RECORD(Affiliations, 0, items)
ENT_RECORD(Reference, 0, feed, key)
ENT_RECORD(References, 0, items)
ENT_RECORD(Refer, 4, org_id, person_id, feed, key)
ENT_RECORD(Duplicate, 0, first, second, second_org_id, score, evidence)
ENT_RECORD(Duplicates, 0, items)
ENT_RECORD(FindDuplicates, 1, org_id, person_id, least_score, limit)
ENT_RECORD(Merge, 3, org_id, kept_id, merged_id, merged_org_id)
}  // namespace ent::person
