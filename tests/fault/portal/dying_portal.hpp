/// A portal whose process is killed at the n-th step of what it does from now on.
#pragma once

#include <memory>
#include <utility>

#include "ent/portal.hpp"
#include "support/dying_database.hpp"
#include "support/faulty_files.hpp"
#include "support/portal_store.hpp"
#include "telling_child.hpp"
#include "unit/state.hpp"

namespace ent::test {

/// In a child. A step is an operation on a file, or a call to the connection of a server.
class DyingPortal {
 public:
  DyingPortal(const PortalStore& store, int n, OpenOptions options = {})
      : portal(needed(Portal::open(store.place() == Place::file ? files_.uri(store.uri()) : store.uri(), std::move(options)))) {
    if (store.place() == Place::file) {
      files_.fail(n, FaultyFiles::any, FaultyFiles::Harm::kill);
      return;
    }
    unit::PortalState& state = portal.state();
    state.database = std::make_shared<DyingDatabase>(std::move(state.database), n);
    state.writers = std::make_unique<store::Pool>(*state.database, store::Pool::Role::writers, 1, std::chrono::seconds{5});
  }

 private:
  FaultyFiles files_;

 public:
  Portal portal;
};

}  // namespace ent::test
