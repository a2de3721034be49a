#include "store/postgres/fault.hpp"

#include <libpq-fe.h>

namespace ent::store::postgres {

Fault fault_of(std::string_view sqlstate) noexcept {
  if (sqlstate.empty()) return Fault::busy;
  // 23505: who writes a key has looked whether it is there, so somebody else took it in the meantime.
  if (sqlstate == "40001" || sqlstate == "40P01" || sqlstate == "23505") return Fault::conflict;
  if (sqlstate == "53100") return Fault::full;
  if (sqlstate == "53200") return Fault::memory;
  if (sqlstate == "57014") return Fault::interrupted;
  if (sqlstate == "XX001" || sqlstate == "XX002") return Fault::corrupt;
  if (sqlstate == "58030") return Fault::io;
  if (sqlstate == "08P01") return Fault::bug;  // the wrong number of arguments
  // 08: connection; 53: too many of them; 55P03: a lock not got in time; 57P: the server stops or starts.
  const bool later = sqlstate.starts_with("08") || sqlstate.starts_with("53") || sqlstate == "55P03" ||
                     sqlstate.starts_with("57P");
  return later ? Fault::busy : Fault::bug;
}

Failure failure_of(const pg_result* result) {
  const auto field = [result](int code) {
    const char* text = PQresultErrorField(result, code);
    return std::string(text != nullptr ? text : "");
  };
  const std::string sqlstate = field(PG_DIAG_SQLSTATE);
  std::string detail = "PostgreSQL " + (sqlstate.empty() ? "away" : sqlstate);
  // Messages of class 22 quote the value that was wrong; the details of class 23 do, which are not taken.
  if (!sqlstate.starts_with("22")) detail += ": " + field(PG_DIAG_MESSAGE_PRIMARY);
  return {fault_of(sqlstate), std::move(detail)};
}

}  // namespace ent::store::postgres
