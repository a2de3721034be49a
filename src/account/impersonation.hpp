/// Looking in as another person, by the code that they told: an operation whose answer is a session.
#pragma once

#include <string>

#include "account/sign_in.hpp"
#include "ent/sign_in.hpp"

namespace ent::account {

inline constexpr std::chrono::minutes impersonation_length{30};

/// Input: ent::Impersonate. Answer: Outcome.
extern const unit::Op op_impersonate;

}  // namespace ent::account
