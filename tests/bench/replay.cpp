#include "replay.hpp"

#include <utility>

namespace ent::bench {
namespace {

std::vector<std::string>* heard = nullptr;

int hear(unsigned, void*, void* statement, void* text) {
  const bool of_a_trigger = static_cast<const char*>(text)[0] == '-';
  if (heard == nullptr || of_a_trigger) return 0;
  char* const whole = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
  if (whole != nullptr) heard->emplace_back(whole);
  sqlite3_free(whole);
  return 0;
}

/// SQLite calls it for each connection that is opened.
int listen_to(sqlite3* connection, char**, const struct sqlite3_api_routines*) {
  return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, &hear, nullptr);
}

}  // namespace

Listening::Listening() {
  heard = new std::vector<std::string>();
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(&listen_to));
}

Listening::~Listening() {
  sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&listen_to));
  delete heard;
  heard = nullptr;
}

std::vector<std::string> Listening::take() { return std::exchange(*heard, {}); }

}  // namespace ent::bench
