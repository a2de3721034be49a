/// Groups and who is in them by the thousand, as directory feeds bring them. Each function is a fixed number
/// of statements. "Open" is a row that ends after a day; lists hold a row once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ent/group.hpp"
#include "unit/unit.hpp"

namespace ent::group::bulk {

struct Group {
  std::int64_t org = 0;
  std::int64_t group = 0;
  Kind kind{};
  std::int32_t school_year = 0;
  std::string code{};
  std::string name{};
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::string source{};
  std::int64_t revision = 1;
};

/// The groups of some units in a school year.
std::vector<Group> groups(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year);
/// What a feed still has open of earlier school years.
std::vector<Group> former_groups(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year,
                                 const std::string& feed, std::int64_t day);
/// Groups by their public ids.
std::vector<Group> by_ids(unit::Unit& unit, std::span<const std::int64_t> ids);
/// Those of the groups that nothing names: no people, no service, no group drawn out of them.
std::vector<std::int64_t> unused(unit::Unit& unit, std::span<const std::int64_t> ids);
/// Deletes groups, with their levels, divisions and keys. Only of unused() ones: that is not asked again.
void remove(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const std::int64_t> ids);
void insert_groups(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Group> groups);
/// Sets name, end and revision.
void change_groups(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Group> groups);

/// A level of a group, or a division out of which it is drawn (as text, its number).
struct Trait {
  std::int64_t org = 0;
  std::int64_t group = 0;
  std::string level{};
  std::int64_t division = 0;
};
std::vector<Trait> levels(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year);
std::vector<Trait> divisions(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year);
void insert_levels(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Trait> levels);
void delete_levels(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Trait> levels);
void insert_divisions(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Trait> divisions);
void delete_divisions(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Trait> divisions);

/// Named parts of the pupils of groups: those that name one part have pupils in common.
struct Part {
  std::int64_t org = 0;
  std::int64_t group = 0;
  std::string part{};
  friend auto operator<=>(const Part&, const Part&) = default;
};
std::vector<Part> parts(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year);
void insert_parts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Part> parts);
void delete_parts(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Part> parts);

struct Stay {
  std::int64_t org = 0;
  std::int64_t group = 0;
  std::int64_t member = 0;
  std::int64_t person = 0;
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::string level{};  ///< Empty: none.
  std::string source{};
  Kind kind{};          ///< Of the group.
  std::int32_t regime = 0;  ///< In a division; 0: not known.
};
std::vector<Stay> stays(unit::Unit& unit, std::span<const std::int64_t> people, std::int64_t day);
void insert_stays(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Stay> stays);
/// Sets their ends.
void end_stays(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Stay> stays);
void delete_stays(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const Stay> stays);
/// Those that have ended and those that were cancelled, too.
std::vector<Stay> all_stays(unit::Unit& unit, std::span<const std::int64_t> people);

struct RoleRow {
  std::int64_t org = 0;
  std::int64_t group = 0;
  std::int64_t member = 0;
  std::int64_t person = 0;
  Role role{};
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::string source{};
};
std::vector<RoleRow> roles(unit::Unit& unit, std::span<const std::int64_t> people, std::int64_t day);
void insert_roles(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const RoleRow> roles);
void end_roles(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const RoleRow> roles);
void delete_roles(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const RoleRow> roles);
/// Those that have ended and those that were cancelled, too.
std::vector<RoleRow> all_roles(unit::Unit& unit, std::span<const std::int64_t> people);

struct ServiceRow {
  std::int64_t org = 0;
  std::int64_t service = 0;
  std::int64_t group = 0;
  std::int64_t member = 0;
  std::int64_t person = 0;
  std::string subject{};  ///< Empty: none, all.
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::string source{};
};
/// Regular ones only.
std::vector<ServiceRow> services(unit::Unit& unit, std::span<const std::int64_t> people, std::int64_t day);
void insert_services(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const ServiceRow> services);
void end_services(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const ServiceRow> services);
void delete_services(unit::WriteUnit& unit, const unit::Granted& granted, std::span<const ServiceRow> services);
/// Those that have ended and those that were cancelled, too.
std::vector<ServiceRow> all_services(unit::Unit& unit, std::span<const std::int64_t> people);

/// The regular ones of a unit in the groups of a school year, by number.
std::vector<ServiceRow> services_of_year(unit::Unit& unit, std::int64_t org, std::int32_t school_year);

/// Who teaches what in the groups of some units, each once; open services only.
struct Taught {
  std::int64_t org = 0;
  std::int64_t group = 0;
  std::int64_t member = 0;
  std::string subject{};  ///< Empty: none, all.
};
std::vector<Taught> taught(unit::Unit& unit, std::span<const std::int64_t> orgs, std::int32_t school_year, std::int64_t day);

/// The keys under which a feed knows groups.
struct Reference {
  std::int64_t org = 0;
  std::string key{};
  std::int64_t group = 0;
};
std::vector<Reference> references(unit::Unit& unit, std::span<const std::int64_t> orgs, const std::string& feed);
void refer(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed,
           std::span<const Reference> references);
void forget(unit::WriteUnit& unit, const unit::Granted& granted, const std::string& feed, std::span<const Reference> references);

}  // namespace ent::group::bulk
