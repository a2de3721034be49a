#include "ops/dispatch.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "ent/call.hpp"
#include "ops/registry.hpp"
#include "reflect/arrow.hpp"
#include "reflect/codec.hpp"
#include "reflect/csv.hpp"
#include "unit/failure.hpp"

namespace ent::ops {
namespace {

Result<reflect::Value> dispatch_unwalled(Session& session, std::string_view operation, std::string_view request,
                                         const CallOptions& options) {
  const Op* op = find(operation);
  if (op == nullptr) return base::fail(Errc::unimplemented, "call.unknown_operation");
  reflect::FixedValue input(*op->in);
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

Result<std::string> call_csv(Session& session, std::string_view operation, std::string_view request,
                             const CallOptions& options) {
  const Op* op = ops::find(operation);
  if (op == nullptr) return base::fail(Errc::unimplemented, "call.unknown_operation");
  const auto items = std::ranges::find_if(op->out->fields, [](const auto& field) { return reflect::is_table(*field.type); });
  if (items == op->out->fields.end()) return base::fail(Errc::invalid_argument, "call.no_table");
  auto answer = ops::dispatch(session, operation, request, options);
  if (!answer) return std::move(answer).error();
  std::string text;
  reflect::write_csv_headings(*items->type, text);
  reflect::write_csv_rows(*items->type, static_cast<const char*>(answer->data()) + items->offset, text);
  return text;
}

}  // namespace ent
