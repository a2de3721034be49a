#include "world.hpp"

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "unit/state.hpp"

namespace oracle {
namespace {

using ent::store::Arg;
using ent::store::Connection;
using ent::store::Sql;
using nlohmann::json;

/// The numbers under which the domains store the words of a world.
const std::map<std::string, std::map<std::string, std::int64_t>> numbers{
    {"unit_kind",
     {{"academy", 1}, {"department", 2}, {"region", 3}, {"municipality", 4}, {"agglomeration", 5},
      {"circonscription", 6}, {"establishment", 7}}},
    {"relation", {{"part_of", 1}, {"run_by", 2}}},
    {"group_kind", {{"division", 1}, {"group", 2}, {"manual", 3}}},
    {"role", {{"main_teacher", 1}}},
    {"service_kind", {{"regular", 1}, {"substitution", 2}}},
    {"ground", {{"adult", 1}, {"independent", 2}}},
    {"profile",
     {{"pupil", 1}, {"guardian", 2}, {"teacher", 3}, {"school_life", 4}, {"head", 5}, {"office", 6}, {"librarian", 7},
      {"health", 8}, {"authority", 9}, {"academy", 10}, {"local_admin", 11}, {"guest", 12}, {"system", 13}}},
    {"function",
     {
#define ENT_FUNCTION(function, value) {#function, value},
#include "access/permission_table.inc"
     }},
    {"guardian_kind",
     {
#define ENT_GUARDIAN_KIND(kind, value, given, ceiling) {#kind, value},
#include "access/permission_table.inc"
     }},
};

constexpr std::int64_t any_other_word = 99;

std::int64_t number(const char* words, const json& word) {
  if (word.is_null()) return 0;
  const auto& list = numbers.at(words);
  const auto found = list.find(word.get<std::string>());
  return found == list.end() ? any_other_word : found->second;
}

class Loader {
 public:
  Loader(Connection& store, const json& world) : store_(store), world_(world) {}

  void load() {
    store_.begin_write();
    units();
    people();
    groups();
    guardians();
    switches();
    store_.commit();
  }

 private:
  template <class... A>
  void put(const Sql& sql, const A&... args) {
    store_.exec(sql, std::initializer_list<Arg>{Arg(args)...});
  }

  static std::int64_t n(const json& row, const char* column) { return row.at(column).get<std::int64_t>(); }

  void units() {
    static constexpr Sql unit{"INSERT INTO org_unit (org, valid_from, valid_to, kind, code, name, folded_name, revision) "
                              "VALUES ($1, $2, $3, $4, $5, $5, $5, 1)"};
    static constexpr Sql link{"INSERT INTO org_link (child, parent, relation, valid_from, valid_to) "
                              "VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"};
    for (const json& row : world_.at("org_unit")) {
      put(unit, n(row, "org"), n(row, "valid_from"), n(row, "valid_to"), number("unit_kind", row.at("kind")),
          row.at("code").get<std::string>());
    }
    for (const json& row : world_.at("org_link")) {
      put(link, n(row, "child"), n(row, "parent"), number("relation", row.at("relation")), n(row, "valid_from"),
          n(row, "valid_to"));
    }
  }

  void people() {
    static constexpr Sql person{
        "INSERT INTO person (person, family_name, given_name, birth_date, sort_key, source, revision) "
        "VALUES ($1, 'x', 'x', $2, 'x', '', 1)"};
    static constexpr Sql member{"INSERT INTO member (org, member, person, sort_key) VALUES ($1, $2, $3, 'x')"};
    static constexpr Sql affiliation{
        "INSERT INTO affiliation (org, member, profile, function, valid_from, valid_to, source) "
        "VALUES ($1, $2, $3, $4, $5, $6, '') ON CONFLICT (org, member, profile, function, valid_from) "
        "DO UPDATE SET valid_to = max(affiliation.valid_to, excluded.valid_to)"};
    for (const json& row : world_.at("person")) {
      const auto birth = row.at("birth_date").is_null() ? std::nullopt : std::optional(n(row, "birth_date"));
      put(person, n(row, "person"), birth);
    }
    for (const json& row : world_.at("member")) put(member, n(row, "org"), n(row, "member"), n(row, "person"));
    for (const json& row : world_.at("affiliation")) {
      put(affiliation, n(row, "org"), n(row, "member"), number("profile", row.at("profile")),
          number("function", row.at("function")), n(row, "valid_from"), n(row, "valid_to"));
    }
  }

  void groups() {
    static constexpr Sql group{
        "INSERT INTO school_group (org, grp, kind, school_year, code, name, folded_name, author, valid_from, valid_to, "
        "source, revision) VALUES ($1, $2, $3, $4, $5, $5, $5, 0, 0, 2147483647, '', 1)"};
    static constexpr Sql member{
        "INSERT INTO group_member (org, grp, member, valid_from, valid_to, source) VALUES ($1, $2, $3, $4, $5, '') "
        "ON CONFLICT (org, grp, member, valid_from) DO UPDATE SET valid_to = max(group_member.valid_to, excluded.valid_to)"};
    static constexpr Sql role{
        "INSERT INTO group_role (org, grp, member, role, valid_from, valid_to, source) "
        "VALUES ($1, $2, $3, $4, $5, $6, '') ON CONFLICT (org, grp, member, role, valid_from) "
        "DO UPDATE SET valid_to = max(group_role.valid_to, excluded.valid_to)"};
    static constexpr Sql service{
        "INSERT INTO service (org, service, grp, member, subject, kind, replaces, valid_from, valid_to, source) "
        "VALUES ($1, $2, $3, $4, 'x', $5, 0, $6, $7, '')"};
    static constexpr Sql assignment{
        "INSERT INTO assignment (org, pupil, adult, kind, valid_from, valid_to, source) "
        "VALUES ($1, $2, $3, $4, $5, $6, '')"};
    for (const json& row : world_.at("school_group")) {
      put(group, n(row, "org"), n(row, "grp"), number("group_kind", row.at("kind")), n(row, "school_year"),
          row.at("code").get<std::string>());
    }
    for (const json& row : world_.at("group_member")) {
      put(member, n(row, "org"), n(row, "grp"), n(row, "member"), n(row, "valid_from"), n(row, "valid_to"));
    }
    for (const json& row : world_.at("group_role")) {
      put(role, n(row, "org"), n(row, "grp"), n(row, "member"), number("role", row.at("role")), n(row, "valid_from"),
          n(row, "valid_to"));
    }
    for (const json& row : world_.at("service")) {
      put(service, n(row, "org"), n(row, "service"), n(row, "grp"), n(row, "member"),
          number("service_kind", row.at("kind")), n(row, "valid_from"), n(row, "valid_to"));
    }
    std::int64_t kind = 0;  // a kind of its own for each row, since kinds are no matter here and the key has them
    for (const json& row : world_.at("assignment")) {
      put(assignment, n(row, "org"), n(row, "pupil"), n(row, "adult"), ++kind, n(row, "valid_from"), n(row, "valid_to"));
    }
  }

  void guardians() {
    static constexpr Sql guardianship{
        "INSERT INTO guardianship (pupil, adult, valid_from, valid_to, kind, rights, relationship, priority, "
        "source, revision) VALUES ($1, $2, $3, $4, $5, $6, 0, 0, '', 1)"};
    static constexpr Sql missing_members{
        "INSERT INTO member (org, member, person, sort_key) "
        "SELECT org, 100000 + adult, adult, 'x' FROM (SELECT DISTINCT m.org, g.adult FROM guardianship g "
        "JOIN member m ON m.person = g.pupil "
        "WHERE NOT EXISTS (SELECT 1 FROM member gm WHERE gm.org = m.org AND gm.person = g.adult))"};
    static constexpr Sql closure{
        "INSERT INTO guardian_closure (pupil, valid_from, valid_to, ground) VALUES ($1, $2, $3, $4)"};
    for (const json& row : world_.at("guardianship")) {
      put(guardianship, n(row, "pupil"), n(row, "adult"), n(row, "valid_from"), n(row, "valid_to"),
          number("guardian_kind", row.at("kind")), n(row, "rights"));
    }
    // The domains give a guardian a member number wherever the pupil has one.
    put(missing_members);
    for (const json& row : world_.at("guardian_closure")) {
      put(closure, n(row, "pupil"), n(row, "valid_from"), n(row, "valid_to"), number("ground", row.at("ground")));
    }
  }

  void switches() {
    static constexpr Sql switch_{
        "INSERT INTO access_override (org, override, profile, function, permission, scope, widens, locked, valid_from, "
        "valid_to, author, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, '')"};
    static constexpr Sql delegation{
        "INSERT INTO delegation (org, delegation, grantor, delegate, permission, scope, valid_from, valid_to, reason) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '')"};
    std::int64_t key = 0;
    for (const json& row : world_.at("access_override")) {
      put(switch_, n(row, "org"), ++key, number("profile", row.at("profile")), number("function", row.at("function")),
          row.at("permission").get<std::string>(), row.at("scope").get<std::string>(), row.at("effect") == "widen",
          row.at("locked").get<bool>(), n(row, "valid_from"), n(row, "valid_to"));
    }
    for (const json& row : world_.at("delegation")) {
      put(delegation, n(row, "org"), ++key, n(row, "grantor"), n(row, "delegate"),
          row.at("permission").get<std::string>(), row.at("scope").get<std::string>(), n(row, "valid_from"),
          n(row, "valid_to"));
    }
  }

  Connection& store_;
  const json& world_;
};

}  // namespace

ent::Portal load_world(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("no world at " + path);
  const json world = json::parse(file);
  ent::Portal portal = ent::Portal::open(":memory:").value();
  const auto writer = portal.state().database->connect_writer();
  Loader(*writer, world).load();
  return portal;
}

}  // namespace oracle
