/// Python objects as inputs of operations.
///
/// Refused is what read_json() refuses, with the same paths and reasons, and all that is wrong at once: the
/// error is raised. An exception of the objects themselves (an iterator's, a time zone's) is thrown on.
#pragma once

#include "ent/session.hpp"
#include "ref.hpp"
#include "shape.hpp"

namespace ent::python {

/// The options of a call; None stands for what is not given.
struct PythonOptions {
  PyObject* deadline;
  PyObject* idempotency_key;
  PyObject* if_revision;
};

/// Reads the arguments of a call, a tuple in the order of Call::arguments, into a default-constructed
/// input, and its options.
void read_call(const Call& call, PyObject* arguments, const PythonOptions& from, void* input, CallOptions& options);

/// Reads the arguments of a function, a tuple in this order, into a default-constructed record.
void read_record(const std::vector<const Member*>& order, PyObject* arguments, void* record);

CallOptions read_options(const PythonOptions& from);

/// Reads one value: a list of any iterable, a record of a dict or of an object of its class.
void read_value(const Shape& shape, PyObject* from, void* value);

}  // namespace ent::python
