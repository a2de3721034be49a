// The facts about other people: whom a court hides from the actor, and who is in contact with them.
#include <unordered_map>

#include "access/facts_load.hpp"
#include "base/each_once.hpp"
#include "base/unit_key.hpp"

namespace ent::access {
namespace {

using store::Arg;
using store::Rows;
using store::Sql;
using List = std::span<const std::int64_t>;

/// Kind 4: withdrawn.
constexpr Asked ask_restricted{
    ENT_ASKED("SELECT g.adult, g.pupil FROM guardianship g WHERE g.kind = 4 AND g.valid_from <= $1 AND g.valid_to > $1 "
              "AND ",
              "g.adult", ""),
    false};

constexpr Asked ask_guardians{
    ENT_ASKED("SELECT g.pupil, g.adult, g.kind, g.rights FROM guardianship g "
              "WHERE g.valid_from <= $1 AND g.valid_to > $1 AND ",
              "g.pupil", ""),
    false};

/// Staff whom everybody of the school may reach, and of them those whom only guardians may: office.
constexpr Sql select_staff{
    "SELECT a.org, a.profile, m.person FROM EACH($1) u CROSS JOIN affiliation a CROSS JOIN member m "
    "WHERE a.org = u.value AND a.profile IN (4, 5, 6) AND a.valid_from <= $2 AND a.valid_to > $2 "
    "AND m.org = a.org AND m.member = a.member"};

/// Teachers present of a list of groups: by service, or as main teacher.
constexpr Sql select_teachers{
    "SELECT g.value, m.person FROM EACH($1) g CROSS JOIN service s CROSS JOIN affiliation a CROSS JOIN member m "
    "WHERE s.org = (g.value / 4294967296) AND s.grp = (g.value & 4294967295) AND s.valid_from <= $2 AND s.valid_to > $2 "
    "AND a.org = s.org AND a.member = s.member AND a.profile = 3 AND a.valid_from <= $2 AND a.valid_to > $2 "
    "AND m.org = s.org AND m.member = s.member "
    "UNION ALL "
    "SELECT g.value, m.person FROM EACH($1) g CROSS JOIN group_role r CROSS JOIN affiliation a CROSS JOIN member m "
    "WHERE r.org = (g.value / 4294967296) AND r.grp = (g.value & 4294967295) AND r.role = 1 AND r.valid_from <= $2 "
    "AND r.valid_to > $2 AND a.org = r.org AND a.member = r.member AND a.profile = 3 AND a.valid_from <= $2 "
    "AND a.valid_to > $2 AND m.org = r.org AND m.member = r.member"};

bool has_contacts(Profile profile) noexcept { return profile == Profile::pupil || profile == Profile::guardian; }

using PeopleBy = std::unordered_multimap<std::int64_t, std::int64_t>;

void insert_all(NumberSet& set, const PeopleBy& people, std::int64_t key) {
  const auto [first, last] = people.equal_range(key);
  for (auto one = first; one != last; ++one) set.insert(one->second);
}

}  // namespace

const NumberSet& Facts::restricted(store::Connection& connection) {
  return load<NumberSet>(connection, ask_restricted, [](Facts& facts) -> auto& { return facts.restricted_; },
                         [](const Facts&, NumberSet& found, const Rows& row) { found.insert(row.integer(1)); });
}

/// The groups whose teachers the actor may reach, as keys.
std::vector<std::int64_t> Facts::groups_of_contacts(store::Connection& connection) {
  std::vector<std::int64_t> keys;
  if (actor_.profile == Profile::pupil) {
    for (const std::int64_t group : groups(connection, Tie::member).numbers()) keys.push_back(base::in_unit(org(), group));
  } else {
    for (const Child& child : children(connection)) {
      if ((child.rights & inform_any) == 0 || child.closed) continue;
      for (const auto& [member, group] : child_groups(connection)) {
        if (member == child.member) keys.push_back(base::in_unit(org(), group));
      }
    }
  }
  return keys;
}

void Facts::load_contacts(store::Connection& connection) {
  struct Wanted {
    Facts* facts;
    std::vector<std::int64_t> groups;
    NumberSet found{};
  };
  std::vector<Wanted> all;
  std::vector<std::int64_t> orgs;
  std::vector<std::int64_t> groups;
  for (Facts* one : company().actors) {
    if (one->contacts_ || !has_contacts(one->actor_.profile)) continue;
    all.push_back({one, one->groups_of_contacts(connection)});
    orgs.push_back(one->org());
    groups.insert(groups.end(), all.back().groups.begin(), all.back().groups.end());
  }
  base::keep_each_once(orgs);
  base::keep_each_once(groups);
  PeopleBy staff;  // of profiles of units
  {
    Rows rows = connection.query(select_staff, std::initializer_list<Arg>{List(orgs), day_number(at())});
    while (rows.next()) staff.emplace(rows.integer(0) << 4 | rows.integer(1), rows.integer(2));
  }
  PeopleBy teachers;  // of groups
  if (!groups.empty()) {
    Rows rows = connection.query(select_teachers, std::initializer_list<Arg>{List(groups), day_number(at())});
    while (rows.next()) teachers.emplace(rows.integer(0), rows.integer(1));
  }
  for (auto& [facts, own_groups, found] : all) {
    const std::int64_t unit = facts->org() << 4;
    insert_all(found, staff, unit | static_cast<std::int64_t>(Profile::school_life));
    insert_all(found, staff, unit | static_cast<std::int64_t>(Profile::head));
    if (facts->actor_.profile == Profile::guardian) {
      insert_all(found, staff, unit | static_cast<std::int64_t>(Profile::office));
    } else {
      const NumberSet& guardians = facts->load<NumberSet>(
          connection, ask_guardians, [](Facts& one) -> auto& { return one.guardians_; },
          [](const Facts&, NumberSet& set, const Rows& row) {
            if ((row.integer(3) & guardian_ceiling(row.int32(2)) & inform_any) != 0) set.insert(row.integer(1));
          });
      for (const std::int64_t adult : guardians.numbers()) found.insert(adult);
    }
    for (const std::int64_t group : own_groups) insert_all(found, teachers, group);
  }
  for (auto& [facts, own_groups, found] : all) facts->contacts_ = std::move(found);
}

const NumberSet& Facts::contacts(store::Connection& connection) {
  if (!contacts_ && has_contacts(actor_.profile)) load_contacts(connection);
  return contacts_ ? *contacts_ : contacts_.emplace();
}

}  // namespace ent::access
