/// How an empty portal gets its first establishment and its first account.
#pragma once

#include "account/code_steps.hpp"
#include "ent/sign_in.hpp"

namespace ent::account {

struct Foundation {
  Bootstrap wanted{};
  DrawnCode code{};
};

/// Answers Bootstrapped.
extern const unit::Op op_bootstrap;

}  // namespace ent::account
