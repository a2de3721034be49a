#include "unit/idempotency.hpp"

#include <sodium.h>

#include <algorithm>

#include "base/error.hpp"
#include "reflect/codec.hpp"
#include "unit/op.hpp"

namespace ent::unit {
namespace {

constexpr Sql select_key{"SELECT request, answer FROM idempotency_key WHERE account = $1 AND key = $2"};

constexpr Sql insert_key{
    "INSERT INTO idempotency_key (account, key, request, answer, at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (account, key) DO NOTHING RETURNING at"};

}  // namespace

RequestHash hash_request(const Op& op, const void* in) {
  std::string text(op.name);
  text.push_back('\0');
  reflect::write_json(*op.in, in, text);
  RequestHash hash{};
  crypto_generichash(reinterpret_cast<unsigned char*>(hash.data()), hash.size(),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  return hash;
}

Result<Replay> replay(Frame& frame, const RequestHash& request, void* out) {
  const std::int64_t account = frame.session.rights->actor().account;
  Rows rows = frame.connection->query(select_key, std::initializer_list<Arg>{account, frame.options.idempotency_key});
  if (!rows.next()) return Replay::fresh;
  if (!std::ranges::equal(rows.bytes(0), request)) return base::fail(Errc::conflict, "call.key_reused");
  if (auto unreadable = reflect::read_json(*frame.op.out, rows.text(1), out)) return std::move(*unreadable);
  return Replay::done_before;
}

void remember(Frame& frame, const RequestHash& request, const void* out) {
  std::string answer;
  reflect::write_json(*frame.op.out, out, answer);
  Rows rows = frame.connection->query(
      insert_key, std::initializer_list<Arg>{frame.session.rights->actor().account, frame.options.idempotency_key,
                                             std::span<const std::byte>(request), answer,
                                             frame.now.time_since_epoch().count()});
  if (!rows.next()) throw store::Failure(store::Fault::conflict, "idempotency key taken by a concurrent call");
}

}  // namespace ent::unit
