#include "ent/session.hpp"

#include "access/epoch.hpp"
#include "base/error.hpp"
#include "unit/failure.hpp"
#include "unit/state.hpp"

namespace ent {

AccountId Session::account_id() const noexcept { return {state_->rights->actor().account}; }
PersonId Session::person_id() const noexcept { return {state_->rights->actor().person}; }
Profile Session::profile() const noexcept { return state_->rights->actor().profile; }

namespace {

/// The same actor on another thread, maybe: rights are held by one session alone.
std::shared_ptr<unit::SessionState> fork(const unit::SessionState& state) {
  auto other = std::make_shared<unit::SessionState>(state);
  other->rights = std::make_shared<access::Rights>(state.rights->actor());
  return other;
}

}  // namespace

Session Session::at(Date date) const {
  auto moved = fork(*state_);
  moved->at = date;
  return Session(std::move(moved));
}

Result<Session> Session::snapshot() const {
  if (state_->portal->closed.load()) return base::fail(Errc::failed_precondition, "closed");
  auto held = fork(*state_);
  auto failed = unit::walled([&]() -> std::optional<Error> {
    auto snapshot = std::make_shared<unit::HeldSnapshot>(held->portal->readers->take());
    snapshot->lease->begin_read();
    access::read_epochs(*snapshot->lease, 0);  // on both engines it is the first read that fixes what is seen
    held->snapshot = std::move(snapshot);
    return std::nullopt;
  });
  if (failed) return std::move(*failed);
  return Session(std::move(held));
}

}  // namespace ent
