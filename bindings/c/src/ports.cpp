#include "ports.hpp"

#include "base/error.hpp"
#include "sql_port.hpp"

namespace ent::c {
namespace {

constexpr std::uint32_t known_version = 1;

class HostClock final : public Clock {
 public:
  explicit HostClock(OwnedTable<ent_clock_port> table) noexcept : table_(std::move(table)) {}
  Instant now() override { return Instant{std::chrono::microseconds{table_->now_us(table_->self)}}; }

 private:
  OwnedTable<ent_clock_port> table_;
};

/// The code that a port answered, as far as it is one.
Errc code_of(ent_status status) noexcept {
  const bool known = status > ENT_OK && status <= ENT_ERR_INTERNAL;
  return known ? static_cast<Errc>(status) : Errc::unavailable;
}

class HostRandom final : public Random {
 public:
  explicit HostRandom(OwnedTable<ent_random_port> table) noexcept : table_(std::move(table)) {}
  void fill(std::span<std::byte> bytes) override {
    const ent_status status = table_->fill(table_->self, bytes.data(), bytes.size());
    if (status != ENT_OK) throw Exception(base::fail(code_of(status), "port.failed"));
  }

 private:
  OwnedTable<ent_random_port> table_;
};

class HostLog final : public Log {
 public:
  explicit HostLog(OwnedTable<ent_log_port> table) noexcept : table_(std::move(table)) {}
  void write(LogLevel level, std::string_view line) override {
    table_->write(table_->self, static_cast<std::int32_t>(level), {line.data(), line.size()});
  }

 private:
  OwnedTable<ent_log_port> table_;
};

/// Whether a table is there, whole and of a version that is known; or the host gave none.
template <class Table, class Function>
bool fits(const Table* given, const OwnedTable<Table>& table, Function Table::*function) noexcept {
  if (given == nullptr) return true;
  return table && table->version == known_version && (*table).*function != nullptr;
}

}  // namespace

std::optional<Error> plug_in(TakenPorts& ports, const ent_open_options& given, OpenOptions& options) {
  auto malformed = base::Fields()
                       .refuse_if(!fits(given.clock, ports.clock, &ent_clock_port::now_us), "/clock", "port.malformed")
                       .refuse_if(!fits(given.random, ports.random, &ent_random_port::fill), "/random", "port.malformed")
                       .refuse_if(!fits(given.log, ports.log, &ent_log_port::write), "/log", "port.malformed")
                       .refuse_if(!fits(given.store, ports.store, &ent_sql_port::done) || (ports.store && !whole(*ports.store)),
                                  "/store", "port.malformed")
                       .error();
  if (malformed) return malformed;
  if (ports.clock) options.clock = std::make_shared<HostClock>(std::move(ports.clock));
  if (ports.random) options.random = std::make_shared<HostRandom>(std::move(ports.random));
  if (ports.log) options.log = std::make_shared<HostLog>(std::move(ports.log));
  return std::nullopt;
}

}  // namespace ent::c
