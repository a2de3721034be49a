// The facts about other people: where they are, whose guardians they are, who is in contact with the actor.
#include "access/facts.hpp"
#include "access/facts_sql.hpp"

namespace ent::access {
namespace {

using store::Arg;
using store::Rows;
using store::Sql;

/// Rows of profile 2 (guardian) make no presence: guardians are where the children are.
constexpr Sql select_presence{
    "SELECT a.profile, a.valid_from, a.valid_to FROM member m "
    "JOIN affiliation a ON a.org = m.org AND a.member = m.member "
    "WHERE m.org = $1 AND m.person = $2 AND a.profile <> 2 AND a.valid_from <= $3 AND a.valid_to > $4 "
    "UNION ALL "
    "SELECT 2, a.valid_from, a.valid_to FROM guardianship g "
    "JOIN member m ON m.org = $1 AND m.person = g.pupil "
    "JOIN affiliation a ON a.org = m.org AND a.member = m.member "
    "WHERE g.adult = $2 AND g.valid_from <= $5 AND g.valid_to > $5 "
    "AND a.profile = 1 AND a.valid_from <= $3 AND a.valid_to > $4 "
    "UNION ALL SELECT 0, birth_date, 0 FROM person WHERE person = $2 AND birth_date IS NOT NULL"};

constexpr Sql select_wards{
    "SELECT pupil FROM guardianship WHERE adult = $1 AND kind <> 4 AND valid_from <= $2 AND valid_to > $2"};

constexpr Sql select_restricted{
    "SELECT pupil FROM guardianship WHERE adult = $1 AND kind = 4 AND valid_from <= $2 AND valid_to > $2"};

/// Staff whom everybody of the school may reach; the profiles come as a list.
constexpr Sql select_staff{
    "SELECT m.person FROM EACH($1) p JOIN affiliation a ON a.org = $2 AND a.profile = p.value "
    "JOIN member m ON m.org = a.org AND m.member = a.member "
    "WHERE a.valid_from <= $3 AND a.valid_to > $3"};

/// Teachers present of a list of groups: by service, or as main teacher.
constexpr Sql select_teachers{
    "SELECT DISTINCT m.person FROM ("
    "  SELECT s.member AS member FROM EACH($1) g JOIN service s ON s.org = $2 AND s.grp = g.value"
    "  WHERE s.valid_from <= $3 AND s.valid_to > $3"
    "  UNION ALL"
    "  SELECT r.member FROM EACH($1) g JOIN group_role r ON r.org = $2 AND r.grp = g.value"
    "  WHERE r.role = 1 AND r.valid_from <= $3 AND r.valid_to > $3"
    ") t JOIN affiliation a ON a.org = $2 AND a.member = t.member "
    "JOIN member m ON m.org = $2 AND m.member = t.member "
    "WHERE a.profile = 3 AND a.valid_from <= $3 AND a.valid_to > $3"};

constexpr Sql select_guardians{
    "SELECT adult, kind, rights FROM guardianship WHERE pupil = $1 AND valid_from <= $2 AND valid_to > $2"};

constexpr Sql select_everybody{
    "SELECT a.profile, a.valid_from, a.valid_to, m.person, p.birth_date FROM affiliation a "
    "JOIN member m ON m.org = a.org AND m.member = a.member JOIN person p ON p.person = m.person "
    "WHERE a.org = $1 AND a.profile <> 2 AND a.valid_from <= $2 AND a.valid_to > $3 "
    "UNION ALL "
    "SELECT 2, a.valid_from, a.valid_to, g.adult, p.birth_date FROM affiliation a "
    "JOIN member m ON m.org = a.org AND m.member = a.member "
    "JOIN guardianship g ON g.pupil = m.person JOIN person p ON p.person = g.adult "
    "WHERE a.org = $1 AND a.profile = 1 AND a.valid_from <= $2 AND a.valid_to > $3 "
    "AND g.valid_from <= $4 AND g.valid_to > $4"};

/// One row of a presence: its profile, or 0 for that of the birth date.
void add_presence(Presence& presence, std::int32_t profile, const Rows& row, std::int64_t today) {
  if (profile == 0) {
    presence.birth_date = Date{std::chrono::days{row.integer(1)}};
    return;
  }
  presence.registered |= 1 << profile;
  if (row.integer(1) <= today && today < row.integer(2)) presence.present |= 1 << profile;
}

std::int64_t number(Profile profile) { return static_cast<std::int64_t>(profile); }

}  // namespace

const Presence& Facts::presence(store::Connection& connection, std::int64_t person) {
  if (people_ != nullptr) return people_->presence(connection, person);
  const auto found = presence_.find(person);
  if (found != presence_.end()) return found->second;
  Presence presence;
  const std::int64_t today = day_number(at_);
  Rows rows = connection.query(select_presence, std::initializer_list<Arg>{org_, person, today + register_days_before,
                                                                           today - register_days_after, today});
  while (rows.next()) add_presence(presence, rows.int32(0), rows, today);
  return presence_.emplace(person, presence).first->second;
}

std::vector<std::int64_t> Facts::everybody(store::Connection& connection) {
  const std::int64_t today = day_number(at_);
  std::unordered_map<std::int64_t, Presence> all;
  Rows rows = connection.query(select_everybody, std::initializer_list<Arg>{org_, today + register_days_before,
                                                                            today - register_days_after, today});
  while (rows.next()) {
    Presence& presence = all[rows.integer(3)];
    add_presence(presence, rows.int32(0), rows, today);
    if (!rows.is_null(4)) presence.birth_date = Date{std::chrono::days{rows.integer(4)}};
  }
  std::vector<std::int64_t> people;
  for (const auto& [person, presence] : all) people.push_back(person);
  presence_.merge(all);
  return people;
}

const std::vector<std::int64_t>& Facts::wards(store::Connection& connection, std::int64_t person) {
  const auto found = wards_.find(person);
  if (found != wards_.end()) return found->second;
  std::vector<std::int64_t> pupils;
  Rows rows = connection.query(select_wards, std::initializer_list<Arg>{person, day_number(at_)});
  while (rows.next()) pupils.push_back(rows.integer(0));
  return wards_.emplace(person, std::move(pupils)).first->second;
}

const NumberSet& Facts::restricted(store::Connection& connection) {
  if (restricted_) return *restricted_;
  restricted_.emplace();
  if (actor_.person == 0) return *restricted_;
  Rows rows = connection.query(select_restricted, std::initializer_list<Arg>{actor_.person, day_number(at_)});
  while (rows.next()) restricted_->insert(rows.integer(0));
  return *restricted_;
}

const NumberSet& Facts::contacts(store::Connection& connection) {
  if (contacts_) return *contacts_;
  NumberSet found;
  const std::int64_t today = day_number(at_);
  std::vector<std::int64_t> profiles{number(Profile::school_life), number(Profile::head)};
  std::vector<std::int64_t> groups;
  if (actor_.profile == Profile::pupil) {
    groups = own_groups(connection).numbers();
    Rows rows = connection.query(select_guardians, std::initializer_list<Arg>{actor_.person, today});
    while (rows.next()) {
      if ((rows.integer(2) & guardian_ceiling(rows.int32(1)) & inform_any) != 0) found.insert(rows.integer(0));
    }
  } else if (actor_.profile == Profile::guardian) {
    profiles.push_back(number(Profile::office));
    for (const Child& child : children(connection)) {
      if ((child.rights & inform_any) == 0 || child.closed) continue;
      for (const auto& [member, group] : child_groups(connection)) {
        if (member == child.member) groups.push_back(group);
      }
    }
  } else {
    return contacts_.emplace();
  }
  {
    Rows rows = connection.query(select_staff, std::initializer_list<Arg>{std::span<const std::int64_t>(profiles), org_, today});
    while (rows.next()) found.insert(rows.integer(0));
  }
  Rows rows = connection.query(select_teachers, std::initializer_list<Arg>{std::span<const std::int64_t>(groups), org_, today});
  while (rows.next()) found.insert(rows.integer(0));
  return contacts_.emplace(std::move(found));
}

}  // namespace ent::access
