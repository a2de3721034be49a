// The facts about groups: which the actor has to do with.
#include "access/facts_load.hpp"
#include "base/unit_key.hpp"

namespace ent::access {
namespace {

using store::Arg;
using store::Rows;
using store::Sql;

/// Kinds 1 and 2: division, teaching group.
constexpr Asked ask_own{
    ENT_ASKED("SELECT m.person, m.org, gm.grp FROM member m CROSS JOIN group_member gm WHERE gm.org = m.org "
              "AND gm.member = m.member AND gm.valid_from <= $1 AND gm.valid_to > $1 AND ",
              "m.person", ENT_OF_UNITS)};
constexpr Asked ask_classes{
    ENT_ASKED("SELECT m.person, m.org, gm.grp FROM member m CROSS JOIN group_member gm CROSS JOIN school_group sg "
              "WHERE gm.org = m.org AND gm.member = m.member AND gm.valid_from <= $1 AND gm.valid_to > $1 "
              "AND sg.org = gm.org AND sg.grp = gm.grp AND sg.kind IN (1, 2) AND ",
              "m.person", ENT_OF_UNITS)};
constexpr Asked ask_taught{
    ENT_ASKED("SELECT m.person, m.org, s.grp FROM member m CROSS JOIN service s WHERE s.org = m.org "
              "AND s.member = m.member AND s.valid_from <= $1 AND s.valid_to > $1 AND ",
              "m.person", ENT_OF_UNITS)};
/// Role 1: main_teacher.
constexpr Asked ask_main{
    ENT_ASKED("SELECT m.person, m.org, r.grp FROM member m CROSS JOIN group_role r WHERE r.org = m.org "
              "AND r.member = m.member AND r.role = 1 AND r.valid_from <= $1 AND r.valid_to > $1 AND ",
              "m.person", ENT_OF_UNITS)};
/// Of the pupils that the actor is assigned to and who are present.
constexpr Asked ask_assigned{
    ENT_ASKED("SELECT m.person, m.org, gm.grp FROM member m CROSS JOIN assignment s CROSS JOIN affiliation a "
              "CROSS JOIN group_member gm WHERE s.org = m.org AND s.adult = m.member AND s.valid_from <= $1 "
              "AND s.valid_to > $1 AND a.org = s.org AND a.member = s.pupil AND a.profile = 1 "
              "AND a.valid_from <= $1 AND a.valid_to > $1 AND gm.org = s.org AND gm.member = s.pupil "
              "AND gm.valid_from <= $1 AND gm.valid_to > $1 AND ",
              "m.person", ENT_OF_UNITS)};
constexpr Asked ask_assigned_pupils{
    ENT_ASKED("SELECT m.person, m.org, s.pupil FROM member m CROSS JOIN assignment s WHERE s.org = m.org "
              "AND s.adult = m.member AND s.valid_from <= $1 AND s.valid_to > $1 AND ",
              "m.person", ENT_OF_UNITS)};
/// Groups are not dated here: whose they are does not change.
constexpr Asked ask_authored{
    ENT_ASKED("SELECT m.author, m.org, m.grp FROM school_group m WHERE m.author <> 0 AND CAST($1 AS BIGINT) IS NOT NULL AND ",
              "m.author", ENT_OF_UNITS)};

constexpr Sql select_child_groups{
    "SELECT gm.org, gm.member, gm.grp FROM EACH($1) c CROSS JOIN group_member gm "
    "WHERE gm.org = (c.value / 4294967296) AND gm.member = (c.value & 4294967295) "
    "AND gm.valid_from <= $2 AND gm.valid_to > $2"};

const Asked& asked(Tie tie) noexcept {
  switch (tie) {
    case Tie::member: return ask_own;
    case Tie::class_member: return ask_classes;
    case Tie::teacher: return ask_taught;
    case Tie::main_teacher: return ask_main;
    case Tie::assigned: break;
  }
  return ask_assigned;
}

void add_number(const Facts&, NumberSet& found, const Rows& row) { found.insert(row.integer(2)); }

}  // namespace

const NumberSet& Facts::groups(store::Connection& connection, Tie tie) {
  const auto slot = [tie](Facts& facts) -> auto& { return facts.groups_[static_cast<std::size_t>(tie)]; };
  return load<NumberSet>(connection, asked(tie), slot, add_number);
}

const NumberSet& Facts::assigned_pupils(store::Connection& connection) {
  return load<NumberSet>(connection, ask_assigned_pupils, [](Facts& facts) -> auto& { return facts.assigned_pupils_; },
                         add_number);
}

const NumberSet& Facts::authored_groups(store::Connection& connection) {
  return load<NumberSet>(connection, ask_authored, [](Facts& facts) -> auto& { return facts.authored_groups_; },
                         add_number);
}

void Facts::load_child_groups(store::Connection& connection) {
  std::vector<Facts*> lacking;
  std::vector<std::int64_t> members;
  for (Facts* one : company().actors) {
    if (one->child_groups_) continue;
    lacking.push_back(one);
    for (const Child& child : one->children(connection)) members.push_back(base::in_unit(one->org(), child.member));
  }
  std::multimap<std::int64_t, std::int64_t> groups;  // of a member of a unit
  if (!members.empty()) {
    Rows rows = connection.query(select_child_groups, std::initializer_list<Arg>{std::span<const std::int64_t>(members),
                                                                                 day_number(at())});
    while (rows.next()) groups.emplace(base::in_unit(rows.integer(0), rows.integer(1)), rows.integer(2));
  }
  for (Facts* one : lacking) {
    one->child_groups_.emplace();
    for (const Child& child : one->care_->children) {
      const auto [first, last] = groups.equal_range(base::in_unit(one->org(), child.member));
      for (auto group = first; group != last; ++group) one->child_groups_->emplace_back(child.member, group->second);
    }
  }
}

const Facts::ChildGroups& Facts::child_groups(store::Connection& connection) {
  if (!child_groups_) load_child_groups(connection);
  return *child_groups_;
}

}  // namespace ent::access
