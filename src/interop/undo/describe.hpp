/// An image as JSON, and the keys of its rows.
#pragma once

#include <tuple>

#include "access/describe.hpp"
#include "group/describe.hpp"
#include "interop/undo/image.hpp"
#include "org/describe.hpp"
#include "person/describe.hpp"
#include "reflect/describe.hpp"

namespace ent::person {
ENT_RECORD(Person, 0, person, family_name, given_name, birth_name, other_given_names, title, sex, birth_date, source,
           revision)
ENT_RECORD(Number, 0, feed, key, person, brought)
}  // namespace ent::person

namespace ent::person::bulk {
ENT_RECORD(Contact, 0, person, email, home_phone, work_phone, mobile, accepts_sms, shares_address, revision)
ENT_RECORD(Residence, 0, person, household, from, to)
ENT_RECORD(Reference, 0, key, person, kind, said, said_contact, marked_on)
ENT_RECORD(Post, 0, org, member, person, profile, function, from, to, source)

inline auto key_of(const Contact& row) { return std::tuple(row.person); }
inline auto key_of(const Residence& row) { return std::tuple(row.person, row.household, row.from); }
inline auto key_of(const Reference& row) { return std::tuple(row.key); }
inline auto key_of(const Post& row) { return std::tuple(row.org, row.member, row.profile, row.function, row.from); }
}  // namespace ent::person::bulk

namespace ent::group::bulk {
ENT_RECORD(Group, 0, org, group, kind, school_year, code, name, from, to, source, revision)
ENT_RECORD(Trait, 0, org, group, level, division)
ENT_RECORD(Stay, 0, org, group, member, person, from, to, level, source, regime)
ENT_RECORD(RoleRow, 0, org, group, member, person, role, from, to, source)
ENT_RECORD(ServiceRow, 0, org, service, group, member, person, subject, from, to, source)

inline auto key_of(const Group& row) { return std::tuple(row.org, row.group); }
inline auto key_of(const Stay& row) { return std::tuple(row.org, row.group, row.member, row.from); }
inline auto key_of(const RoleRow& row) { return std::tuple(row.org, row.group, row.member, row.role, row.from); }
inline auto key_of(const ServiceRow& row) { return std::tuple(row.org, row.service); }
}  // namespace ent::group::bulk

namespace ent::guardian::bulk {
ENT_RECORD(Link, 0, pupil, adult, from, to, kind, rights, relationship, priority, by_court, source)
inline auto key_of(const Link& row) { return std::tuple(row.pupil, row.adult, row.from); }
}  // namespace ent::guardian::bulk

namespace ent::org::bulk {
ENT_RECORD(Reference, 0, key, org, said, marked_on)
inline auto key_of(const Reference& row) { return std::tuple(row.key); }
}  // namespace ent::org::bulk

namespace ent::org {
inline auto key_of(const View& row) { return std::tuple(row.id.value, row.valid_from); }
}  // namespace ent::org

namespace ent::person {
inline auto key_of(const Person& row) { return std::tuple(row.person); }
}  // namespace ent::person

namespace ent::interop {
ENT_RECORD(Range, 0, first, count)
ENT_RECORD(Image, 0, people, households, people_before, people_after, contacts_before, contacts_after, homes_before,
           homes_after, keys_before, keys_after, national_numbers, posts_before, posts_after, stays_before, stays_after,
           roles_before, roles_after, services_before, services_after, links_before, links_after, units_before, units_after,
           new_units, unit_keys_before, unit_keys_after, groups_before, groups_after, levels_in, levels_out, divisions_in,
           divisions_out, numbers_in, numbers_out)
}  // namespace ent::interop
