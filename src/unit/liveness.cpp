#include "unit/liveness.hpp"

#include "base/error.hpp"
#include "unit/hold.hpp"
#include "unit/op.hpp"

namespace ent::unit {

void ask_liveness(Frame& frame) {
  const Liveness& liveness = frame.session.liveness;
  frame.liveness.reset();
  if (liveness.sql == nullptr) return;  // the host itself
  frame.liveness = frame.connection->query(
      *liveness.sql, std::initializer_list<store::Arg>{frame.session.rights->actor().account, liveness.proof,
                                                       frame.now.time_since_epoch().count()});
}

std::optional<Error> expect_alive(Frame& frame) {
  if (!frame.liveness) return std::nullopt;
  store::Rows rows = *std::exchange(frame.liveness, std::nullopt);
  if (!rows.next()) return base::fail(Errc::unauthenticated, "session.ended");
  const std::string reason = rows.string(0);
  if (reason.empty() && rows.integer(1) != 0 && waits_for_hold(frame.op.perm)) {
    return base::fail(Errc::failed_precondition, "account.held");
  }
  if (reason.empty()) return std::nullopt;
  return base::fail(Errc::unauthenticated, reason);
}

}  // namespace ent::unit
