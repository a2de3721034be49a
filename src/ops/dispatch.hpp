/// An operation by its name, with its input as JSON: what the faces without C++ types go through.
#pragma once

#include <string_view>

#include "ent/result.hpp"
#include "ent/session.hpp"
#include "reflect/type.hpp"

namespace ent::ops {

/// The answer keeps its C++ form and its type; a face renders from it what its caller asks for.
Result<reflect::Value> dispatch(Session& session, std::string_view operation, std::string_view request,
                                const CallOptions& options);

}  // namespace ent::ops
