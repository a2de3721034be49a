/// The functions that are no operations: of portals, of sessions, imports.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "portal.hpp"
#include "ref.hpp"
#include "session.hpp"

namespace ent::python {

/// Tells in which order a function's record will come, and answers the number by which it is called.
std::size_t register_function(std::string_view name, PyObject* fields);

/// What one call takes; null or None for what the function has no use for.
struct FunctionArguments {
  std::shared_ptr<SharedPortal> portal;
  std::shared_ptr<SharedSession> session;
  PyObject* plain;
  PyObject* record;    ///< A tuple, in the order of register_function().
  PyObject* progress;  ///< A callable. What it raises stops the function, and so does False.
};

struct FunctionAnswer {
  std::shared_ptr<SharedSession> opened;  ///< Null: it opens none.
  Ref answer;                             ///< None: it has nothing to say.
};

FunctionAnswer run_function(std::size_t number, const FunctionArguments& arguments);

}  // namespace ent::python
