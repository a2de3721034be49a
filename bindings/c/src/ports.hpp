/// The ports of a C host, as the library knows ports.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <utility>

#include "ent/portal.hpp"
#include "ent/ports.h"
#include "ent/sql.h"

namespace ent::c {

/// A host's table, copied; its `destroy` is called when this goes, exactly once.
template <class Table>
class OwnedTable {
 public:
  explicit OwnedTable(const Table* given) noexcept {
    if (given == nullptr || given->struct_size < offsetof(Table, destroy) + sizeof given->destroy) return;
    std::memcpy(&table_, given, std::min<std::size_t>(given->struct_size, sizeof table_));
    taken_ = true;
  }
  OwnedTable(OwnedTable&& other) noexcept : table_(other.table_), taken_(std::exchange(other.taken_, false)) {}
  OwnedTable& operator=(OwnedTable&&) = delete;
  ~OwnedTable() {
    if (taken_ && table_.destroy != nullptr) table_.destroy(table_.self);
  }

  explicit operator bool() const noexcept { return taken_; }
  const Table& operator*() const noexcept { return table_; }
  const Table* operator->() const noexcept { return &table_; }

 private:
  Table table_{};
  bool taken_ = false;
};

/// The ports of the options, taken over before anything can fail.
struct TakenPorts {
  explicit TakenPorts(const ent_open_options& given) noexcept
      : clock(given.clock), random(given.random), log(given.log), store(given.store) {}

  OwnedTable<ent_clock_port> clock;
  OwnedTable<ent_random_port> random;
  OwnedTable<ent_log_port> log;
  OwnedTable<ent_sql_port> store;
};

/// Puts the ports that the host gave into `options`, but for the store, or says which of them is malformed.
std::optional<Error> plug_in(TakenPorts& ports, const ent_open_options& given, OpenOptions& options);

}  // namespace ent::c
