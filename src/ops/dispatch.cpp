#include "ops/dispatch.hpp"

#include "base/error.hpp"
#include "ent/call.hpp"
#include "ops/registry.hpp"
#include "reflect/codec.hpp"
#include "unit/failure.hpp"

namespace ent::ops {
namespace {

Result<reflect::Value> dispatch_unwalled(Session& session, std::string_view operation, std::string_view request,
                                         const CallOptions& options) {
  const Op* op = find(operation);
  if (op == nullptr) return base::fail(Errc::unimplemented, "call.unknown_operation");
  reflect::Value input(*op->in);
  if (auto malformed = reflect::read_json(*op->in, request, input.data())) {
    return std::move(*malformed);
  }
  reflect::Value output(*op->out);
  if (auto refused = unit::execute(*op, session.state(), options, input.data(), output.data())) {
    return std::move(*refused);
  }
  return output;
}

}  // namespace

Result<reflect::Value> dispatch(Session& session, std::string_view operation, std::string_view request,
                                const CallOptions& options) {
  Result<reflect::Value> answer = reflect::Value();
  auto failed = unit::walled([&]() -> std::optional<Error> {
    answer = dispatch_unwalled(session, operation, request, options);
    return std::nullopt;
  });
  if (failed) return std::move(*failed);
  return answer;
}

}  // namespace ent::ops

namespace ent {

Result<std::string> call(Session& session, std::string_view operation, std::string_view request,
                         const CallOptions& options) {
  auto answer = ops::dispatch(session, operation, request, options);
  if (!answer) return std::move(answer).error();
  std::string text;
  auto failed = unit::walled([&]() -> std::optional<Error> {
    reflect::write_json(answer->type(), answer->data(), text);
    return std::nullopt;
  });
  if (failed) return std::move(*failed);
  return text;
}

}  // namespace ent
