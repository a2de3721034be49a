// Holds the library's rights against the answers of the independent oracle:
//
//     rights_check DIR
//
// DIR holds world-<n>.json and triples-<n>.tsv as tests/oracle/triples.py writes them. For each question the
// decision, its reason, its mask and what the refused are told must be the same; and for the actors of the
// questions, the rows that a listing shows must be those that the decision allows one by one.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "access/rights.hpp"
#include "unit/state.hpp"
#include "world.hpp"

namespace {

namespace access = ent::access;
using ent::store::Arg;
using ent::store::Connection;
using ent::store::Rows;
using ent::store::Sql;

ent::Profile profile_of(const std::string& word) {
  static const char* const words[] = {"pupil",  "guardian",  "teacher", "school_life", "head",        "office", "librarian",
                                      "health", "authority", "academy", "local_admin", "guest",       "system"};
  for (int number = 1; const char* one : words) {
    if (word == one) return static_cast<ent::Profile>(number);
    ++number;
  }
  throw std::runtime_error("unknown profile " + word);
}

const char* mask_word(access::Mask mask) {
  return mask == access::Mask::full ? "full" : mask == access::Mask::min ? "min" : "tech";
}

struct Question {
  std::int64_t person;
  std::string profile;
  std::string permission;
  access::Target target;
  std::int64_t at;
  std::string allow, reason, mask, told;
};

bool read(std::istream& in, Question& q) {
  std::int64_t aggregate = 0, met = 0;
  if (!(in >> q.person >> q.profile >> q.permission >> q.target.org >> q.target.person >> q.target.group >>
        q.target.author >> aggregate >> met >> q.at >> q.allow >> q.reason >> q.mask >> q.told)) {
    return false;
  }
  q.target.aggregate = aggregate != 0;
  q.target.met = static_cast<std::uint8_t>(met);
  return true;
}

std::string expected(const Question& q) { return q.allow + ' ' + q.reason + ' ' + q.mask + ' ' + q.told; }

ent::Date date(std::int64_t day) { return ent::Date{std::chrono::days{day}}; }

class World {
 public:
  World(const std::string& path) : portal_(oracle::load_world(path)), store_(portal_.state().database->connect_reader()) {
    store_->begin_read();
  }
  ~World() { store_->rollback(); }

  std::string answer(const Question& q) {
    const access::Permission* permission = access::find_permission(q.permission);
    if (permission == nullptr) return "0 unknown_permission full not_found";
    const access::Decision decision = rights_of(q).decide(*store_, permission->perm, q.target);
    const char* told = decision.allowed ? "-" : decision.known ? "permission_denied" : "not_found";
    return std::string(decision.allowed ? "1 " : "0 ") + std::string(access::text(decision.reason).code) + ' ' +
           mask_word(decision.mask) + ' ' + told;
  }

  /// The difference between a listing and the decisions on its rows; empty when there is none.
  std::string listing_difference(const Question& q) {
    const access::Permission* permission = access::find_permission(q.permission);
    if (permission == nullptr) return {};
    access::Rights& rights = rights_of(q);
    std::string difference = compare("people", people_listed(rights.visible_people(*store_, permission->perm), q.at),
                                     allowed(rights, permission->perm, people(q.at), &access::Target::person));
    difference += compare("groups", groups_listed(rights.visible_groups(*store_, permission->perm)),
                          allowed(rights, permission->perm, groups(), &access::Target::group));
    std::set<Row> units;
    for (const std::int64_t org : rights.visible_units(*store_, permission->perm)) units.insert({org, 0});
    difference += compare("units", units, allowed(rights, permission->perm, all_units(), nullptr));
    return difference;
  }

 private:
  using Row = std::pair<std::int64_t, std::int64_t>;  // unit, person or group

  access::Rights& rights_of(const Question& q) {
    auto& rights = rights_[{q.person, q.profile}];
    if (!rights) {
      const ent::Instant always{date(1'000'000)};
      rights = std::make_unique<access::Rights>(access::Actor{0, q.person, profile_of(q.profile), always, 0});
    }
    rights->begin(ent::Instant{date(q.at)}, date(q.at));
    return *rights;
  }

  std::set<Row> rows(const Sql& sql, std::initializer_list<Arg> args) {
    std::set<Row> found;
    Rows rows = store_->query(sql, args);
    while (rows.next()) found.insert({rows.integer(0), rows.integer(1)});
    return found;
  }

  std::set<Row> people(std::int64_t) {
    static constexpr Sql sql{"SELECT u.org, p.person FROM (SELECT DISTINCT org FROM org_unit) u, person p"};
    return rows(sql, {});
  }
  std::set<Row> groups() {
    static constexpr Sql sql{"SELECT org, grp FROM school_group"};
    return rows(sql, {});
  }
  std::set<Row> all_units() {
    static constexpr Sql sql{"SELECT DISTINCT org, 0 FROM org_unit"};
    return rows(sql, {});
  }

  /// A listing of people, as a domain writes it.
  std::set<Row> people_listed(const access::VisiblePeople& visible, std::int64_t at) {
    static constexpr Sql sql{
        "SELECT there.org, there.person FROM ("
        "  SELECT a.org, m.person, a.profile, m.member FROM affiliation a"
        "  JOIN member m ON m.org = a.org AND m.member = a.member"
        "  WHERE a.profile <> 2 AND a.valid_from - $1 <= $2 AND $2 < a.valid_to + $3"
        "  UNION "
        "  SELECT a.org, g.adult, 2, gm.member FROM affiliation a"
        "  JOIN member m ON m.org = a.org AND m.member = a.member"
        "  JOIN guardianship g ON g.pupil = m.person"
        "  LEFT JOIN member gm ON gm.org = a.org AND gm.person = g.adult"
        "  WHERE a.profile = 1 AND a.valid_from - $1 <= $2 AND $2 < a.valid_to + $3"
        "  AND g.valid_from <= $2 AND $2 < g.valid_to"
        ") there WHERE there.person NOT IN (SELECT value FROM EACH($4)) AND ("
        "  EXISTS (SELECT 1 FROM EACH($5) u WHERE u.value >> 16 = there.org AND (u.value >> there.profile) & 1 = 1)"
        "  OR (there.org << 32 | there.member) IN (SELECT value FROM EACH($6)))"};
    using List = std::span<const std::int64_t>;
    return rows(sql, {visible.days_before, at, visible.days_after, List(visible.hidden), List(visible.units),
                      List(visible.members)});
  }

  std::set<Row> groups_listed(const access::VisibleGroups& visible) {
    std::set<Row> found;
    for (const Row& row : groups()) {
      if (std::ranges::find(visible.orgs, row.first) != visible.orgs.end()) found.insert(row);
    }
    for (const std::int64_t id : visible.groups) found.insert({id >> 32, id & 0xffff'ffff});
    return found;
  }

  std::set<Row> allowed(access::Rights& rights, access::Perm perm, const std::set<Row>& candidates,
                        std::int64_t access::Target::*column) {
    std::set<Row> found;
    for (const Row& row : candidates) {
      access::Target target{.org = row.first};
      if (column != nullptr) target.*column = row.second;
      if (rights.decide(*store_, perm, target).allowed) found.insert(row);
    }
    return found;
  }

  static std::string compare(const char* what, const std::set<Row>& listed, const std::set<Row>& decided) {
    if (listed == decided) return {};
    std::ostringstream text;
    text << what << ": ";
    for (const Row& row : listed) {
      if (!decided.contains(row)) text << "+(" << row.first << ',' << row.second << ") ";
    }
    for (const Row& row : decided) {
      if (!listed.contains(row)) text << "-(" << row.first << ',' << row.second << ") ";
    }
    return text.str();
  }

  ent::Portal portal_;
  std::unique_ptr<Connection> store_;
  std::map<std::pair<std::int64_t, std::string>, std::unique_ptr<access::Rights>> rights_;
};

constexpr int most_shown = 20;
constexpr int listings_every = 100;  // questions whose actor and permission are also asked as a listing

struct Tally {
  long questions = 0;
  long listings = 0;
  long wrong = 0;

  void report(const Question& q, const std::string& expected_answer, const std::string& got) {
    if (++wrong > most_shown) return;
    std::printf("actor %lld %s, %s, org %lld person %lld group %lld author %lld aggregate %d at %lld: expected %s, got %s\n",
                static_cast<long long>(q.person), q.profile.c_str(), q.permission.c_str(),
                static_cast<long long>(q.target.org), static_cast<long long>(q.target.person),
                static_cast<long long>(q.target.group), static_cast<long long>(q.target.author), q.target.aggregate,
                static_cast<long long>(q.at), expected_answer.c_str(), got.c_str());
  }
};

void check(const std::string& folder, const std::string& number, Tally& tally) {
  World world(folder + "/world-" + number + ".json");
  std::ifstream in(folder + "/triples-" + number + ".tsv");
  for (Question q; read(in, q); ++tally.questions) {
    const std::string got = world.answer(q);
    if (got != expected(q)) tally.report(q, expected(q), got);
    if (tally.questions % listings_every != 0) continue;
    ++tally.listings;
    const std::string difference = world.listing_difference(q);
    if (!difference.empty()) tally.report(q, "the same rows listed as allowed", difference);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const std::string folder = arguments[1];
  Tally tally;
  for (int world = 0; std::filesystem::exists(folder + "/world-" + std::to_string(world) + ".json"); ++world) {
    check(folder, std::to_string(world), tally);
  }
  std::printf("%ld questions, %ld listings, %ld wrong\n", tally.questions, tally.listings, tally.wrong);
  return tally.wrong == 0 && tally.questions > 0 ? 0 : 1;
}
