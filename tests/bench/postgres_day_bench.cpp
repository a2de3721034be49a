// A school day on PostgreSQL, eight callers at once, each with a class of their own: what families read, and roll calls, against
// the same statements with libpq by hand. The server is named by ENT_TEST_POSTGRES; without one these are skipped.
#include <atomic>
#include <cstdlib>
#include <optional>

#include "at_once.hpp"
#include "family.hpp"
#include "postgres_replay.hpp"
#include "ratio.hpp"
#include "roll.hpp"

namespace {

using namespace ent::bench;
using ent::Portal;
using ent::Session;

Portal opened_on(const Heard& heard) {
  return must(Portal::open(heard.database(), {.clock = std::make_shared<ent::test::FrozenClock>()}));
}

void run_alone(const std::string& uri, const std::string& text) {
  const std::unique_ptr<PGconn, decltype(&PQfinish)> handle(PQconnectdb(uri.c_str()), &PQfinish);
  const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(handle.get(), text.c_str()), &PQclear);
  if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) throw std::runtime_error(PQerrorMessage(handle.get()));
}

/// Schemas of one server, each with the same school and its term.
class Server {
 public:
  static const Server* get() {
    static const char* const named = std::getenv("ENT_TEST_POSTGRES");
    if (named == nullptr) return nullptr;
    static const Server one(named);
    return &one;
  }

  const std::string& uri() const noexcept { return uri_; }
  const std::string& schema() const noexcept { return schema_; }
  std::string address(const std::string& schema) const {
    return uri_ + (uri_.find('?') == std::string::npos ? "?" : "&") + "schema=" + schema;
  }
  /// A schema of one's own to write in.
  std::string copy(const std::string& name) const {
    const std::string schema = schema_ + "_" + name;
    { const Portal empty = opened(address(schema)); }
    run_alone(uri_, "DO $$ DECLARE t regclass; BEGIN FOR t IN SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                    "WHERE n.nspname = '" + schema + "' AND c.relkind IN ('r', 'p') AND NOT c.relispartition LOOP "
                    "EXECUTE format('TRUNCATE %s', t); EXECUTE format('INSERT INTO %s OVERRIDING SYSTEM VALUE SELECT * FROM " + schema_ +
                    ".%I', t, (SELECT relname FROM pg_class WHERE oid = t)); "
                    "END LOOP; END $$");
    continue_logs(schema);
    run_alone(uri_, "ANALYZE");
    return schema;
  }

 private:
  explicit Server(const char* named)
      : uri_(named), schema_("day" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count())) {
    const std::string store = address(schema_);
    { const School school(store, ent::Durability::normal); }
    run_alone(uri_, "INSERT INTO " + schema_ + ".id_block (org, sequence, next) VALUES (1, 'service', 1000)");
    add_term(opened(store), School::org, 8);
    run_alone(uri_, "ANALYZE");
  }
  /// Numbers of logs go on behind those that were copied.
  void continue_logs(const std::string& schema) const {
    run_alone(uri_, "DO $$ DECLARE c record; BEGIN FOR c IN SELECT table_name AS t, column_name AS k FROM information_schema.columns "
                    "WHERE table_schema = '" + schema + "' AND is_identity = 'YES' LOOP "
                    "EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), (SELECT coalesce(max(%I), 0) + 1 FROM " + schema +
                    ".%I), false)', '" + schema + ".' || c.t, c.k, c.k, c.t); END LOOP; END $$");
  }

  std::string uri_, schema_;
};

constexpr const char* no_server = "no server in ENT_TEST_POSTGRES";

/// The questions of a call that was made before: what is read once and kept is not asked again.
template <class Call>
Questions asked_by(Heard& heard, Call call) {
  call();
  heard.take();
  call();
  return heard.take();
}

/// The work of eight callers by hand and by the library, each in turn.
template <class Raw, class Ent>
void compare_at_once(benchmark::State& state, int times, Raw raw, Ent ent) {
  compare(state, [&] { at_once(times, raw); }, [&] { at_once(times, ent); });
  state.counters["calls_per_s"] = 1e6 * static_cast<double>(callers) * times / state.counters["ent_us"];
}

/// What each of eight reads again and again: `open` makes the reader of a caller, and `read` is what that one asks.
template <class Open, class Read>
void read_at_once(benchmark::State& state, int times, Open open, Read read) {
  const Server* const server = Server::get();
  if (server == nullptr) return state.SkipWithError(no_server);
  const std::string store = server->address(server->schema());
  const Portal portal = opened(store);
  Heard heard(store);
  const Portal listened = opened_on(heard);
  std::vector<decltype(open(portal, std::size_t{}))> readers;
  std::vector<Questions> questions;
  std::vector<std::unique_ptr<Asking>> hands;
  for (std::size_t caller = 0; caller < callers; ++caller) {
    auto heard_one = open(listened, caller);
    questions.push_back(asked_by(heard, [&] { read(heard_one); }));
    hands.push_back(std::make_unique<Asking>(server->uri(), server->schema()));
    hands.back()->run(questions.back());
    readers.push_back(open(portal, caller));
    read(readers.back());
  }
  state.counters["statements"] = static_cast<double>(questions.front().size());
  compare_at_once(
      state, times, [&](std::size_t caller) { benchmark::DoNotOptimize(hands[caller]->run(questions[caller])); },
      [&](std::size_t caller) { read(readers[caller]); });
}

void families_on_postgres(benchmark::State& state) {
  const int kind = static_cast<int>(state.range(0));
  state.SetLabel(Family::names[kind]);
  read_at_once(state, 20, [](const Portal& portal, std::size_t caller) { return Family(portal, caller); },
               [kind](Family& family) { family.read(kind); });
}
BENCHMARK(families_on_postgres)->DenseRange(0, Family::kinds - 1)->Iterations(30)->Unit(benchmark::kMillisecond);

struct Council {
  Session head;
  ent::GroupId class_;
};

void averages_on_postgres(benchmark::State& state) {
  read_at_once(
      state, 5,
      [](const Portal& portal, std::size_t caller) { return Council{head_of(portal), division(1 + static_cast<std::int64_t>(caller))}; },
      [](Council& council) {
        must(ent::gradebook::group_averages(council.head, {.group_id = council.class_, .first_day = monday, .last_day = last_day}));
      });
}
BENCHMARK(averages_on_postgres)->Iterations(30)->Unit(benchmark::kMillisecond);

void roll_calls_on_postgres(benchmark::State& state) {
  const Server* const server = Server::get();
  if (server == nullptr) return state.SkipWithError(no_server);
  constexpr int times = 3, turns = 12, first = static_cast<int>(callers), calls = first + times * turns * static_cast<int>(callers);
  std::vector<Questions> questions;
  {
    Heard heard(server->address(server->copy("heard")));
    const Portal listened = opened_on(heard);
    Session head = head_of(listened);
    for (int number = 0; number < calls; ++number) {
      heard.take();
      take(head, number);
      questions.push_back(heard.take());
    }
  }
  state.counters["statements"] = static_cast<double>(questions.back().size());
  const std::string by_hand = server->copy("raw");
  const Portal portal = opened(server->address(server->copy("ent")));
  std::vector<std::unique_ptr<Asking>> hands;
  std::vector<Session> heads;
  for (int caller = 0; caller < first; ++caller) {
    hands.push_back(std::make_unique<Asking>(server->uri(), by_hand));
    hands.back()->run(questions[static_cast<std::size_t>(caller)]);
    heads.push_back(head_of(portal));
    take(heads.back(), caller);
  }
  std::atomic<int> next_by_hand{first}, next{first};
  compare_at_once(
      state, times,
      [&](std::size_t caller) { benchmark::DoNotOptimize(hands[caller]->run(questions[static_cast<std::size_t>(next_by_hand++)])); },
      [&](std::size_t caller) { take(heads[caller], next++); });
}
BENCHMARK(roll_calls_on_postgres)->Iterations(12)->Unit(benchmark::kMillisecond);

}  // namespace
