#include "postgres_types.hpp"

#include <libpq-fe.h>

#include <memory>
#include <stdexcept>

#include "store/postgres/uri.hpp"

namespace ent::test {
namespace {

struct Finish {
  void operator()(PGconn* connection) const noexcept { PQfinish(connection); }
};
struct Clear {
  void operator()(PGresult* result) const noexcept { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clear>;

Described describe(PGconn* connection, const std::string& text) {
  const Result prepared(PQprepare(connection, "", text.c_str(), 0, nullptr));
  if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK) return {PQresultErrorMessage(prepared.get()), {}, {}};
  const Result described(PQdescribePrepared(connection, ""));
  Described answer;
  for (int i = 0; i < PQnparams(described.get()); ++i) answer.parameters.push_back(PQparamtype(described.get(), i));
  for (int i = 0; i < PQnfields(described.get()); ++i) answer.columns.push_back(PQftype(described.get(), i));
  return answer;
}

}  // namespace

std::vector<Described> describe(const std::string& uri, const std::vector<std::string>& texts) {
  const store::postgres::Address address = store::postgres::parse_address(uri);
  const std::unique_ptr<PGconn, Finish> connection(PQconnectdb(address.uri.c_str()));
  const Result set(PQexec(connection.get(), ("SET search_path = " + address.schema).c_str()));
  if (PQresultStatus(set.get()) != PGRES_COMMAND_OK) throw std::runtime_error(PQerrorMessage(connection.get()));
  std::vector<Described> answers;
  for (const std::string& text : texts) answers.push_back(describe(connection.get(), text));
  return answers;
}

}  // namespace ent::test
