/// Calls whose writes are undone: what an operation answers, without what it does.
#pragma once

#include <string>

#include "ent/session.hpp"
#include "unit/op.hpp"

namespace ent::test {

/// The answer of a call as JSON. Nothing but the audit entry stays of what it has written; a refused call is
/// like any other.
Result<std::string> rehearse(const Op& op, Session& session, const std::string& request);

}  // namespace ent::test
