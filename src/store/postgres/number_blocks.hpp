/// Fresh numbers for many writers at once.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "store/postgres/connection.hpp"

namespace ent::store::postgres {

/// Numbers are taken from the table `id_block` in blocks, in a transaction of their own: a counter that
/// changes with the caller's would be a row that all writers of a school wait for. Any thread.
class NumberBlocks {
 public:
  NumberBlocks(const Address& address, const DatabaseOptions& options) : address_(address), options_(options) {}

  std::int64_t take(std::int64_t org, std::string_view sequence, std::int64_t count);

 private:
  struct Block {
    std::int64_t next = 0;
    std::int64_t end = 0;
  };

  std::int64_t take_from_table(std::int64_t org, std::string_view sequence, std::int64_t count);

  const Address& address_;
  const DatabaseOptions& options_;
  std::mutex mutex_;
  std::unique_ptr<Connection> connection_;
  std::map<std::pair<std::int64_t, std::string>, Block> blocks_;
};

}  // namespace ent::store::postgres
