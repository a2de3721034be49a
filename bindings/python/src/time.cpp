#include "time.hpp"

#include <datetime.h>

#include "base/date.hpp"
#include "reflect/refusal.hpp"

namespace ent::python {
namespace {

namespace reason = reflect::reason;

constexpr std::string_view naive = "field.naive";  ///< Only Python has datetimes without a time zone.

using std::chrono::days;
using std::chrono::microseconds;
using std::chrono::seconds;

struct Civil {
  int year;
  int month;
  int day;
};

Civil civil(Date date) noexcept {
  const std::chrono::year_month_day parts{date};
  return {static_cast<int>(parts.year()), static_cast<int>(static_cast<unsigned>(parts.month())),
          static_cast<int>(static_cast<unsigned>(parts.day()))};
}

Date date_of(PyObject* object) noexcept {
  using namespace std::chrono;
  return sys_days{year_month_day{year{PyDateTime_GET_YEAR(object)},
                                 month{static_cast<unsigned>(PyDateTime_GET_MONTH(object))},
                                 day{static_cast<unsigned>(PyDateTime_GET_DAY(object))}}};
}

/// What the clock on the wall says, in its own zone.
Instant wall_clock(PyObject* object) noexcept {
  using namespace std::chrono;
  return Instant{date_of(object)} + hours{PyDateTime_DATE_GET_HOUR(object)} +
         minutes{PyDateTime_DATE_GET_MINUTE(object)} + seconds{PyDateTime_DATE_GET_SECOND(object)} +
         microseconds{PyDateTime_DATE_GET_MICROSECOND(object)};
}

/// The offset from UTC; none for a datetime without a time zone.
std::optional<microseconds> offset_of(PyObject* object) {
  PyObject* const zone = PyDateTime_DATE_GET_TZINFO(object);
  if (zone == Py_None) return std::nullopt;
  if (zone == PyDateTime_TimeZone_UTC) return microseconds{0};
  const Ref offset = checked(PyObject_CallMethod(object, "utcoffset", nullptr));
  if (!PyDelta_Check(offset.get())) return std::nullopt;
  return days{PyDateTime_DELTA_GET_DAYS(offset.get())} + seconds{PyDateTime_DELTA_GET_SECONDS(offset.get())} +
         microseconds{PyDateTime_DELTA_GET_MICROSECONDS(offset.get())};
}

}  // namespace

bool import_datetime() noexcept {
  PyDateTime_IMPORT;
  return PyDateTimeAPI != nullptr;
}

PyObject* from_date(Date date) noexcept {
  const Civil parts = civil(date);
  return PyDate_FromDate(parts.year, parts.month, parts.day);
}

PyObject* from_time(TimeOfDay time) noexcept {
  return PyTime_FromTime(time.minutes / 60, time.minutes % 60, 0, 0);
}

PyObject* from_instant(Instant instant) noexcept {
  const Date date = std::chrono::floor<days>(instant);
  const Civil parts = civil(date);
  const std::chrono::hh_mm_ss time(instant - date);
  return PyDateTimeAPI->DateTime_FromDateAndTime(
      parts.year, parts.month, parts.day, static_cast<int>(time.hours().count()),
      static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
      static_cast<int>(time.subseconds().count()), PyDateTime_TimeZone_UTC, PyDateTimeAPI->DateTimeType);
}

std::string_view to_date(PyObject* object, Date& date) {
  // A datetime is a date to Python; which day it means depends on a time zone, so it is not one here.
  if (!PyDate_Check(object) || PyDateTime_Check(object)) return reason::type;
  date = date_of(object);
  return {};
}

std::string_view to_time(PyObject* object, TimeOfDay& time) {
  if (!PyTime_Check(object)) return reason::type;
  const bool to_the_minute = PyDateTime_TIME_GET_SECOND(object) == 0 && PyDateTime_TIME_GET_MICROSECOND(object) == 0;
  if (!to_the_minute || PyDateTime_TIME_GET_TZINFO(object) != Py_None) return reason::time;
  time.minutes = PyDateTime_TIME_GET_HOUR(object) * 60 + PyDateTime_TIME_GET_MINUTE(object);
  return {};
}

std::string_view to_instant(PyObject* object, Instant& instant) {
  if (!PyDateTime_Check(object)) return reason::type;
  const auto offset = offset_of(object);
  if (!offset) return naive;
  instant = wall_clock(object) - *offset;
  return base::writable(instant) ? std::string_view{} : reason::range;
}

}  // namespace ent::python
