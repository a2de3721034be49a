// A write of 1 + 30 rows with permission, audit and event on PostgreSQL, by eight callers at once, in one school or each
// in their own, against the same with libpq by hand: facts asked together, rows written from arrays, two round trips.
// The server is named by ENT_TEST_POSTGRES; without one the benchmark is skipped.
#include <libpq-fe.h>

#include <atomic>
#include <cstdlib>
#include <initializer_list>
#include <memory>

#include "at_once.hpp"
#include "ent/group.hpp"
#include "ratio.hpp"
#include "school.hpp"
#include "support/acting.hpp"

namespace {

using namespace ent::bench;

constexpr std::int64_t members = 30;

ent::PersonId head_of(std::int64_t org) { return {School::head + (org - 1) * School::between_schools}; }

class RawConnection {
 public:
  RawConnection(const std::string& uri, const std::string& schema) : handle_(PQconnectdb(uri.c_str())) {
    must(PQstatus(handle_) == CONNECTION_OK);
    PQclear(PQexec(handle_, ("SET search_path = " + schema).c_str()));
    for (int number = 0; number < statement_count; ++number) {
      PGresult* prepared = PQprepare(handle_, name(number).c_str(), texts[number], 0, nullptr);
      must(PQresultStatus(prepared) == PGRES_COMMAND_OK);
      PQclear(prepared);
    }
    must(PQenterPipelineMode(handle_) == 1);
  }
  ~RawConnection() { PQfinish(handle_); }
  RawConnection(const RawConnection&) = delete;
  RawConnection& operator=(const RawConnection&) = delete;

  void add_group(std::int64_t org, std::int64_t number, const std::string& people) {
    const std::string code = std::to_string(number), unit = std::to_string(org), head = std::to_string(head_of(org).value);
    ask(begin, {});
    ask(kind, {unit});
    ask(epochs, {unit});
    ask(posts, {head});
    ask(links, {unit});
    ask(overrides, {unit});
    ask(code_taken, {unit, code});
    ask(numbers, {unit, people});
    must(PQsendFlushRequest(handle_) == 1);
    std::string list = "{";
    for (int answer = begin; answer < numbers; ++answer) PQclear(read());
    PGresult* found = read();
    must(PQntuples(found) == members);
    for (int row = 0; row < members; ++row) list.append(row == 0 ? "" : ",").append(PQgetvalue(found, row, 0));
    PQclear(found);
    list.push_back('}');
    ask(group, {unit, code, code, head});
    ask(stays, {unit, code, list});
    ask(epoch, {unit, code});
    ask(change, {unit, code});
    ask(audit, {unit, head});
    ask(commit, {});
    must(PQpipelineSync(handle_) == 1);
    for (int answer = group; answer <= commit; ++answer) PQclear(read());
    PQclear(PQgetResult(handle_));
  }

 private:
  enum Statement { begin, kind, epochs, posts, links, overrides, code_taken, numbers, group, stays, epoch, change, audit, commit,
                   statement_count };
  static constexpr const char* texts[statement_count] = {
      "BEGIN ISOLATION LEVEL READ COMMITTED",
      "SELECT kind FROM org_unit WHERE org = $1 AND valid_from <= 20700 AND valid_to > 20700",
      "SELECT org, epoch FROM org_epoch WHERE org IN (0, $1)",
      "SELECT m.org, a.profile, a.function FROM member m JOIN affiliation a ON a.org = m.org AND a.member = m.member "
      "WHERE m.person = $1",
      "SELECT parent, relation FROM org_link WHERE child = $1",
      "SELECT profile, permission FROM access_override WHERE org = $1",
      "SELECT 1 FROM school_group WHERE org = $1 AND school_year = 2026 AND kind = 3 AND code = $2",
      "SELECT m.member FROM unnest($2::bigint[]) p JOIN member m ON m.person = p AND m.org = $1",
      "INSERT INTO school_group (org, grp, kind, school_year, code, name, folded_name, author, valid_from, valid_to, "
      "source, revision) VALUES ($1, $2, 3, 2026, $3, 'Club', 'club', $4, 20700, 2147483647, '', 1)",
      "INSERT INTO group_member (org, grp, member, valid_from, valid_to, level, source) "
      "SELECT $1::int, $2::bigint, v, 20700, 2147483647, NULL, '' FROM unnest($3::bigint[]) v "
      "WHERE NOT EXISTS (SELECT 1 FROM group_member k WHERE k.org = $1 AND k.grp = $2 AND k.member = v)",
      "INSERT INTO org_epoch (org, epoch) VALUES ($1, $2) ON CONFLICT (org) DO UPDATE SET epoch = excluded.epoch",
      "INSERT INTO change_event (at, org, event, target) VALUES (0, $1, 'group.was_added', $2)",
      "INSERT INTO audit_entry (at, org, account, person, profile, impersonator, session, operation, permission, "
      "subject, target, outcome, reason) VALUES (0, $1, 0, $2, 5, 0, 0, 'group.add', 'group.manage', 0, 0, 0, '')",
      "COMMIT"};

  static std::string name(int number) { return "raw" + std::to_string(number); }
  static void must(bool good) {
    if (!good) throw std::runtime_error("libpq");
  }
  void ask(Statement statement, std::initializer_list<std::string> values) {
    const char* pointers[4] = {};
    int count = 0;
    for (const std::string& value : values) pointers[count++] = value.c_str();
    must(PQsendQueryPrepared(handle_, name(statement).c_str(), count, pointers, nullptr, nullptr, 0) == 1);
  }
  PGresult* read() {
    PGresult* answer = PQgetResult(handle_);
    const ExecStatusType status = PQresultStatus(answer);
    must(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK);
    must(PQgetResult(handle_) == nullptr);
    return answer;
  }

  PGconn* handle_;
};

/// Thirty pupils of a school, others with each turn: nobody is in thousands of groups.
struct Members {
  std::vector<ent::PersonId> ids{};
  std::string people = "{";  ///< The same, as libpq wants them.

  Members(std::int64_t org, std::int64_t turn) {
    for (std::int64_t i = 0; i < members; ++i) {
      ids.push_back({School::first_pupil + (turn * members + i) % School::pupils + (org - 1) * School::between_schools});
      people.append(i == 0 ? "" : ",").append(std::to_string(ids.back().value));
    }
    people.push_back('}');
  }
};

/// Who writes, on either way.
struct Caller {
  std::int64_t org;
  std::unique_ptr<RawConnection> raw;
  ent::Session head;

  Caller(std::int64_t in, const std::string& uri, const std::string& schema, const ent::Portal& portal)
      : org(in), raw(std::make_unique<RawConnection>(uri, schema)), head(ent::test::acting(portal, head_of(in), ent::Profile::head)) {}
};

void write_at_once(benchmark::State& state, int schools) {
  const char* server = std::getenv("ENT_TEST_POSTGRES");
  if (server == nullptr) return state.SkipWithError("no server in ENT_TEST_POSTGRES");
  const std::string uri = server;
  const std::string mark = std::to_string(std::chrono::steady_clock::now().time_since_epoch().count());
  const std::string join = uri.find('?') == std::string::npos ? "?" : "&";
  const School school(uri + join + "schema=bench_a" + mark, ent::Durability::full, schools);
  const School by_hand(uri + join + "schema=bench_b" + mark, ent::Durability::full, schools);
  std::vector<Caller> all;
  for (int number = 0; number < static_cast<int>(callers); ++number) all.emplace_back(1 + number % schools, uri, "bench_b" + mark, school.portal);
  std::atomic<std::int64_t> next{1'000};
  constexpr int times = 10;
  compare(
      state,
      [&] {
        at_once(times, [&](std::size_t number) {
          const std::int64_t turn = next++;
          all[number].raw->add_group(all[number].org, turn, Members(all[number].org, turn).people);
        });
      },
      [&] {
        at_once(times, [&](std::size_t number) {
          const Members chosen(all[number].org, next++);
          const ent::group::Add input{
              .org_id = {all[number].org}, .kind = ent::group::Kind::manual, .name = "Club", .member_ids = chosen.ids};
          if (!ent::group::add(all[number].head, input)) throw std::runtime_error("group.add");
        });
      });
  state.counters["writes_per_s"] = 1e6 * static_cast<double>(callers) * times / state.counters["ent_us"];
}

void write_in_one_school_on_postgres(benchmark::State& state) { write_at_once(state, 1); }
BENCHMARK(write_in_one_school_on_postgres)->Iterations(10)->Unit(benchmark::kMillisecond);

void write_in_each_school_on_postgres(benchmark::State& state) { write_at_once(state, static_cast<int>(callers)); }
BENCHMARK(write_in_each_school_on_postgres)->Iterations(10)->Unit(benchmark::kMillisecond);

}  // namespace
