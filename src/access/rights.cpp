#include "access/rights.hpp"

namespace ent::access {
namespace {

constexpr store::Sql select_units{"SELECT DISTINCT org FROM org_unit"};

}  // namespace

struct Rights::State {
  Actor actor;
  Date today{};
};

Rights::Rights(Actor actor) : state_(new State{actor, {}}) {}
Rights::~Rights() = default;

void Rights::begin(Date today) noexcept { state_->today = today; }

const Actor& Rights::actor() const noexcept { return state_->actor; }

Decision Rights::decide(store::Connection&, Perm, const Target&) {
  if (state_->actor.profile == Profile::system) return {true, true, false, ""};
  return {false, false, false, "no_grant"};
}

Visible Rights::visible(store::Connection& connection, Perm) {
  Visible visible;
  if (state_->actor.profile != Profile::system) return visible;
  store::Rows rows = connection.query(select_units, {});
  while (rows.next()) visible.orgs.push_back(rows.integer(0));
  return visible;
}

}  // namespace ent::access
