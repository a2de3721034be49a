#include "account/bootstrap.hpp"

#include "portal/step.hpp"

namespace ent {

Result<Bootstrapped> Portal::bootstrap(const Bootstrap& input) const {
  return portal::walled<Bootstrapped>(state_, [&]() -> Result<Bootstrapped> {
    const account::Foundation foundation{input, account::draw_code(*state_)};
    return unit::run_step<Bootstrapped>(state_, account::op_bootstrap, foundation);
  });
}

}  // namespace ent
