// The rows of `affiliation`.
#include "person/columns.hpp"
#include "person/functions.hpp"
#include "person/rows.hpp"
#include "person/visible.hpp"
#include "unit/dates.hpp"

namespace ent::person {
namespace {

using unit::day;
using unit::Rows;
using unit::Sql;

constexpr Sql select_post{
    "SELECT 1 FROM affiliation WHERE org = $1 AND member = $2 AND profile = $3 AND (function = $4 OR $4 = -1) "
    "AND valid_from < $5 AND valid_to > $6 AND valid_to > valid_from LIMIT 1"};

/// A post that was cancelled or ended on its first day gives way to one that begins then.
constexpr Sql insert_affiliations{
    "INSERT INTO affiliation (org, member, profile, function, valid_from, valid_to, source) "
    "VALUES ($1, ITEM($2), ITEM($3), ITEM($4), ITEM($5), ITEM($6), ITEM_TEXT($7)) "
    "ON CONFLICT (org, member, profile, function, valid_from) "
    "DO UPDATE SET valid_to = excluded.valid_to, source = excluded.source"};

constexpr Sql select_times_as_pupils{
    "SELECT a.member, a.valid_from, a.valid_to FROM EACH($1) v "
    "JOIN affiliation a ON a.org = $2 AND a.member = v.value AND a.profile = 1 WHERE a.valid_to > a.valid_from"};

constexpr Sql select_profiles{
    "SELECT DISTINCT profile FROM affiliation WHERE org = $1 AND member = $2 AND valid_from < $3 AND valid_to > $4 "
    "AND valid_to > valid_from ORDER BY profile"};

constexpr Sql enrol_members{
    "INSERT INTO affiliation (org, member, profile, function, valid_from, valid_to, source) "
    "SELECT $1, v.value, 1, 0, $2, $3, '' FROM EACH($4) v "
    "WHERE NOT EXISTS (SELECT 1 FROM affiliation k WHERE k.org = $1 AND k.member = v.value AND k.profile = 1 "
    "                  AND k.function = 0 AND k.valid_from <= $2 AND k.valid_to > $2) "
    "ON CONFLICT (org, member, profile, function, valid_from) "
    "DO UPDATE SET valid_to = excluded.valid_to, source = excluded.source"};

constexpr Sql select_pupils{
    "SELECT DISTINCT a.org, a.member FROM EACH($1) v JOIN affiliation a ON a.org = v.value AND a.profile = 1 "
    "WHERE a.valid_from <= $2 AND a.valid_to > $2"};

constexpr Sql end_affiliations{
    "UPDATE affiliation SET valid_to = CASE WHEN valid_from > $1 THEN valid_from ELSE $1 END "
    "WHERE org = $2 AND member = $3 AND profile = $4 AND (function = $5 OR $5 = -1) AND valid_to > $1"};

constexpr Sql select_posts{
    "SELECT a.profile AS profile, a.function AS function FROM affiliation a WHERE a.org = $1 AND a.member = $2 AND a.valid_from <= $3 "
    "AND a.valid_to > $3 "
    "UNION "
    "SELECT 2, 0 FROM member m JOIN guardianship g ON g.adult = m.person AND g.valid_from <= $3 AND g.valid_to > $3 "
    "JOIN member p ON p.person = g.pupil AND p.org = m.org "
    "JOIN affiliation a ON a.org = p.org AND a.member = p.member AND a.profile = 1 AND a.valid_from <= $3 "
    "AND a.valid_to > $3 WHERE m.org = $1 AND m.member = $2 "
    "ORDER BY profile, function"};

constexpr Sql select_affiliations{
    "SELECT a.org, a.profile, a.function, a.valid_from, a.valid_to FROM member m "
    "JOIN affiliation a ON a.org = m.org AND a.member = m.member "
    "WHERE m.person = $1 AND a.valid_to > $2 AND a.valid_to > a.valid_from AND "
    ENT_VISIBLE("m", "$3", "$4", "$5", "$6", "$7", "$8", "$9") " ORDER BY a.org, a.valid_from, a.profile, a.function"};

}  // namespace

void insert_posts(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const PostRow> posts) {
  if (posts.empty()) return;
  std::vector<std::int64_t> members, profiles, functions, from, to;
  std::vector<std::string> sources;
  for (const PostRow& post : posts) {
    members.push_back(post.member);
    profiles.push_back(number(post.profile));
    functions.push_back(post.function);
    from.push_back(day(post.period.from));
    to.push_back(day(post.period.to));
    sources.push_back(post.source);
  }
  unit.exec_each(granted, insert_affiliations, org.value, members, profiles, functions, from, to, sources);
}

bool has_post(unit::Unit& unit, OrgId org, std::int64_t member, Profile profile, std::int32_t function,
              const unit::Period& period) {
  return unit.query(select_post, org.value, member, number(profile), function, day(period.to), day(period.from)).next();
}

std::map<std::int64_t, std::vector<unit::Period>> times_as_pupils(unit::Unit& unit, OrgId org,
                                                                  std::span<const std::int64_t> members) {
  std::map<std::int64_t, std::vector<unit::Period>> found;
  if (members.empty()) return found;
  Rows rows = unit.query(select_times_as_pupils, members, org.value);
  while (rows.next()) found[rows.integer(0)].push_back({unit::date(rows.integer(1)), unit::date(rows.integer(2))});
  return found;
}

void end_posts(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::int64_t member, Profile profile,
               std::int32_t function, Date end) {
  unit.exec(granted, end_affiliations, day(end), org.value, member, number(profile), function);
}

std::vector<Profile> profiles_of(unit::Unit& unit, OrgId org, std::int64_t member, const unit::Period& period) {
  Rows rows = unit.query(select_profiles, org.value, member, day(period.to), day(period.from));
  std::vector<Profile> profiles;
  while (rows.next()) profiles.push_back(static_cast<Profile>(rows.int32(0)));
  return profiles;
}

void enrol(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> members, Date from) {
  unit.exec(granted, enrol_members, org.value, day(from), day(open_end), members);
}

std::vector<std::int64_t> pupils_in(unit::Unit& unit, std::span<const std::int64_t> units, Date at) {
  Rows rows = unit.query(select_pupils, units, day(at));
  std::vector<std::int64_t> pupils;
  while (rows.next()) pupils.push_back(rows.integer(0) << 32 | rows.integer(1));
  return pupils;
}

namespace rows {

std::vector<Post> posts_of(unit::Unit& unit, OrgId org, std::int64_t member) {
  Rows rows = unit.query(select_posts, org.value, member, day(unit.at()));
  std::vector<Post> posts;
  while (rows.next()) posts.push_back({static_cast<Profile>(rows.int32(0)), function_of(rows.int32(1))});
  return posts;
}

std::vector<Affiliation> affiliations(unit::Unit& unit, const Seen& seen, PersonId person) {
  Rows rows = unit.query(select_affiliations, person.value, day(unit.at()), seen.whole, seen.members, seen.from, seen.to,
                         seen.today, seen.partial, seen.hidden);
  std::vector<Affiliation> found;
  while (rows.next()) {
    found.push_back({OrgId{rows.integer(0)}, static_cast<Profile>(rows.int32(1)), function_of(rows.int32(2)),
                     unit::date(rows.integer(3)), unit::end_date(rows.integer(4))});
  }
  return found;
}

}  // namespace rows
}  // namespace ent::person
