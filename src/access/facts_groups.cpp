// The facts about groups: which the actor has to do with, and their pupils.
#include "access/facts.hpp"
#include "access/facts_sql.hpp"

namespace ent::access {
namespace {

using store::Arg;
using store::Rows;
using store::Sql;

constexpr Sql select_taught_groups{
    "SELECT DISTINCT grp FROM service WHERE org = $1 AND member = $2 AND valid_from <= $3 AND valid_to > $3"};

/// Role 1: main_teacher.
constexpr Sql select_main_groups{
    "SELECT DISTINCT grp FROM group_role "
    "WHERE org = $1 AND member = $2 AND role = 1 AND valid_from <= $3 AND valid_to > $3"};

constexpr Sql select_own_groups{
    "SELECT DISTINCT grp FROM group_member WHERE org = $1 AND member = $2 AND valid_from <= $3 AND valid_to > $3"};

/// Kinds 1 and 2: division, teaching group.
constexpr Sql select_class_groups{
    "SELECT DISTINCT gm.grp FROM group_member gm JOIN school_group sg ON sg.org = gm.org AND sg.grp = gm.grp "
    "WHERE gm.org = $1 AND gm.member = $2 AND gm.valid_from <= $3 AND gm.valid_to > $3 AND sg.kind IN (1, 2)"};

/// Of the pupils that the actor is assigned to and who are present.
constexpr Sql select_assigned_pupils{
    "SELECT DISTINCT m.person FROM assignment s "
    "JOIN member m ON m.org = s.org AND m.member = s.pupil "
    "JOIN affiliation a ON a.org = s.org AND a.member = s.pupil "
    "WHERE s.org = $1 AND s.adult = $2 AND s.valid_from <= $3 AND s.valid_to > $3 "
    "AND a.profile = 1 AND a.valid_from <= $3 AND a.valid_to > $3"};

constexpr Sql select_assigned_groups{
    "SELECT DISTINCT gm.grp FROM assignment s "
    "JOIN affiliation a ON a.org = s.org AND a.member = s.pupil "
    "JOIN group_member gm ON gm.org = s.org AND gm.member = s.pupil "
    "WHERE s.org = $1 AND s.adult = $2 AND s.valid_from <= $3 AND s.valid_to > $3 "
    "AND a.profile = 1 AND a.valid_from <= $3 AND a.valid_to > $3 "
    "AND gm.valid_from <= $3 AND gm.valid_to > $3"};

constexpr Sql select_pupils_of{
    "SELECT DISTINCT m.person FROM EACH($1) g "
    "JOIN group_member gm ON gm.org = $2 AND gm.grp = g.value "
    "JOIN affiliation a ON a.org = gm.org AND a.member = gm.member "
    "JOIN member m ON m.org = gm.org AND m.member = gm.member "
    "WHERE gm.valid_from <= $3 AND gm.valid_to > $3 AND a.profile = 1 AND a.valid_from <= $3 AND a.valid_to > $3"};

constexpr Sql select_authored_groups{
    "SELECT grp FROM school_group WHERE author = $1 AND org = $2 AND author <> 0"};

constexpr Sql select_child_groups{
    "SELECT gm.member, gm.grp FROM EACH($1) c JOIN group_member gm ON gm.org = $2 AND gm.member = c.value "
    "WHERE gm.valid_from <= $3 AND gm.valid_to > $3"};

}  // namespace

/// For statements of (unit, actor's member number, day) that answer numbers.
NumberSet Facts::numbers(store::Connection& connection, const Sql& sql) {
  NumberSet set;
  const std::int64_t self = member(connection);
  if (self == 0) return set;
  Rows rows = connection.query(sql, std::initializer_list<Arg>{org_, self, day_number(at_)});
  while (rows.next()) set.insert(rows.integer(0));
  return set;
}

NumberSet Facts::pupils_of(store::Connection& connection, const NumberSet& groups) {
  NumberSet set;
  if (groups.empty()) return set;
  Rows rows = connection.query(select_pupils_of,
                               std::initializer_list<Arg>{std::span<const std::int64_t>(groups.numbers()), org_,
                                                          day_number(at_)});
  while (rows.next()) set.insert(rows.integer(0));
  return set;
}

const NumberSet& Facts::taught_groups(store::Connection& connection) {
  if (!taught_groups_) taught_groups_ = numbers(connection, select_taught_groups);
  return *taught_groups_;
}

const NumberSet& Facts::main_groups(store::Connection& connection) {
  if (!main_groups_) main_groups_ = numbers(connection, select_main_groups);
  return *main_groups_;
}

const NumberSet& Facts::own_groups(store::Connection& connection) {
  if (!own_groups_) own_groups_ = numbers(connection, select_own_groups);
  return *own_groups_;
}

const NumberSet& Facts::assigned_groups(store::Connection& connection) {
  if (!assigned_groups_) assigned_groups_ = numbers(connection, select_assigned_groups);
  return *assigned_groups_;
}

const NumberSet& Facts::taught_pupils(store::Connection& connection) {
  if (!taught_pupils_) taught_pupils_ = pupils_of(connection, taught_groups(connection));
  return *taught_pupils_;
}

const NumberSet& Facts::main_pupils(store::Connection& connection) {
  if (!main_pupils_) main_pupils_ = pupils_of(connection, main_groups(connection));
  return *main_pupils_;
}

const NumberSet& Facts::classmates(store::Connection& connection) {
  if (!classmates_) classmates_ = pupils_of(connection, numbers(connection, select_class_groups));
  return *classmates_;
}

const NumberSet& Facts::assigned_pupils(store::Connection& connection) {
  if (!assigned_pupils_) assigned_pupils_ = numbers(connection, select_assigned_pupils);
  return *assigned_pupils_;
}

const NumberSet& Facts::authored_groups(store::Connection& connection) {
  if (authored_groups_) return *authored_groups_;
  NumberSet set;
  if (actor_.person != 0) {
    Rows rows = connection.query(select_authored_groups, std::initializer_list<Arg>{actor_.person, org_});
    while (rows.next()) set.insert(rows.integer(0));
  }
  return authored_groups_.emplace(std::move(set));
}

const std::vector<std::pair<std::int64_t, std::int64_t>>& Facts::child_groups(store::Connection& connection) {
  if (child_groups_) return *child_groups_;
  child_groups_.emplace();
  std::vector<std::int64_t> members;
  for (const Child& child : children(connection)) members.push_back(child.member);
  if (members.empty()) return *child_groups_;
  Rows rows = connection.query(select_child_groups,
                               std::initializer_list<Arg>{std::span<const std::int64_t>(members), org_,
                                                          day_number(at_)});
  while (rows.next()) child_groups_->emplace_back(rows.integer(0), rows.integer(1));
  return *child_groups_;
}

}  // namespace ent::access
