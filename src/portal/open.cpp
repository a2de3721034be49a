#include <thread>

#include "base/error.hpp"
#include "base/try.hpp"
#include "ent/portal.hpp"
#include "portal/migrations.hpp"
#include "portal/system_ports.hpp"
#include "unit/failure.hpp"
#include "unit/state.hpp"
#include "unit/step.hpp"
#include "unit/write_queue.hpp"

namespace ent {
namespace {

constexpr std::int32_t longest_wait_ms = 600'000;
constexpr std::int32_t most_readers = 64;
constexpr std::int32_t most_hashes = 64;

std::optional<Error> well_formed(const OpenOptions& options) {
  return base::Fields()
      .refuse_if(options.busy_timeout_ms < 0 || options.busy_timeout_ms > longest_wait_ms, "/busy_timeout_ms",
                 "field.range")
      .refuse_if(options.readers < 0 || options.readers > most_readers, "/readers", "field.range")
      .refuse_if(options.password_hashes < 1 || options.password_hashes > most_hashes, "/password_hashes",
                 "field.range")
      .refuse_if(!base::Zone::find(options.timezone), "/timezone", "portal.timezone_unknown")
      .error();
}

std::size_t reader_count(const OpenOptions& options) {
  if (options.readers > 0) return static_cast<std::size_t>(options.readers);
  return std::max(1U, std::thread::hardware_concurrency()) + 1;
}

/// Writers at once, on an engine that lets them.
constexpr std::size_t most_writers = 32;

std::shared_ptr<store::Database> open_store(const std::string& uri, const OpenOptions& options) {
  return store::open_database(uri, {options.busy_timeout_ms, options.durability});
}

std::shared_ptr<unit::PortalState> open_state(std::shared_ptr<store::Database> opened, const OpenOptions& options) {
  auto state = std::make_shared<unit::PortalState>();
  state->clock = options.clock ? options.clock : portal::system_clock();
  state->random = options.random ? options.random : portal::system_random();
  state->log = options.log;
  state->slow_work.emplace(options.password_hashes);
  state->zone = base::Zone::find(options.timezone);
  state->database = std::move(opened);
  store::migrate(*state->database, portal::migrations());
  store::Database& database = *state->database;
  const std::chrono::milliseconds patience(options.busy_timeout_ms);
  state->readers = std::make_unique<store::Pool>(database, store::Pool::Role::readers, reader_count(options), patience);
  if (database.one_writer()) {
    state->queue = std::make_unique<unit::WriteQueue>(database);
  } else {
    state->writers = std::make_unique<store::Pool>(database, store::Pool::Role::writers, most_writers, patience);
  }
  return state;
}

}  // namespace

Result<Portal> Portal::open(const std::string& uri, const OpenOptions& options) {
  std::shared_ptr<unit::PortalState> state;
  auto failed = unit::walled([&]() -> std::optional<Error> {
    ENT_REFUSE(well_formed(options));
    state = open_state(open_store(uri, options), options);
    return std::nullopt;
  });
  if (failed) return std::move(*failed);
  return Portal(std::move(state));
}

Result<Portal> Portal::open(std::shared_ptr<store::Database> database, const OpenOptions& options) {
  std::shared_ptr<unit::PortalState> state;
  auto failed = unit::walled([&]() -> std::optional<Error> {
    if (database == nullptr) return base::fail(Errc::invalid_argument, "argument.null");
    ENT_REFUSE(well_formed(options));
    state = open_state(std::move(database), options);
    return std::nullopt;
  });
  if (failed) return std::move(*failed);
  return Portal(std::move(state));
}

Session Portal::system() const {
  return Session(unit::system_session(state_));
}

void Portal::close() noexcept { state_->closed.store(true); }

Result<std::shared_ptr<store::Database>> store::open(const std::string& uri, const DatabaseOptions& options) {
  std::shared_ptr<Database> database;
  auto failed = unit::walled([&]() -> std::optional<Error> {
    database = open_database(uri, options);
    return std::nullopt;
  });
  if (failed) return std::move(*failed);
  return database;
}

}  // namespace ent
