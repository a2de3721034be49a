/// Dates, times of day and instants as Python has them: datetime.date, datetime.time without a time zone, and
/// datetime.datetime in UTC.
#pragma once

#include <optional>
#include <string_view>

#include "ent/time.hpp"
#include "ref.hpp"

namespace ent::python {

/// Once, before all else here. False with a Python exception.
bool import_datetime() noexcept;

/// New references; null with a Python exception.
PyObject* from_date(Date date) noexcept;
PyObject* from_time(TimeOfDay time) noexcept;
PyObject* from_instant(Instant instant) noexcept;

/// Why an object is no date, no time or no instant; empty when it is one. An exception that a time zone raises is
/// thrown on as Raised.
std::string_view to_date(PyObject* object, Date& date);
std::string_view to_time(PyObject* object, TimeOfDay& time);
std::string_view to_instant(PyObject* object, Instant& instant);

}  // namespace ent::python
