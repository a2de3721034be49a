/// What stands in a store, so far that a refused call can be held against it.
#pragma once

#include <memory>
#include <string>

#include "store/store.hpp"

namespace ent::test {

class Standing {
 public:
  explicit Standing(std::unique_ptr<store::Connection> connection);

  std::int64_t audited();  ///< Entries of the audit.
  std::int64_t rows();     ///< Rows of all other tables, the change feed and the outbox among them.

 private:
  std::int64_t number(const char* statement);

  std::unique_ptr<store::Connection> connection_;
  std::string count_rows_;
};

}  // namespace ent::test
