/// PostgreSQL's error codes in the words of the store.
#pragma once

#include <string_view>

#include "store/store.hpp"

struct pg_result;  // PGresult

namespace ent::store::postgres {

/// Of a five-letter SQLSTATE; empty when the server did not say, as when it is gone.
Fault fault_of(std::string_view sqlstate) noexcept;

/// What a failed result tells, without any value of a row or an argument.
Failure failure_of(const pg_result* result);

inline constexpr const char* server_gone = "the connection to the server is lost";

}  // namespace ent::store::postgres
