#include "call.hpp"

#include <cstring>
#include <memory>

#include "base/try.hpp"
#include "ent/arrow.h"
#include "ops/registry.hpp"
#include "reflect/arrow.hpp"
#include "reflect/codec.hpp"
#include "wall.hpp"

namespace ent::c {
namespace {

constexpr ent_call_options fresh = ENT_CALL_OPTIONS_INIT;

std::optional<Error> read_options(const ent_call_options* given, CallOptions& options) {
  if (given == nullptr) return std::nullopt;
  ent_call_options known = fresh;
  ENT_REFUSE(adopt(*given, "/options/struct_size", known));
  ENT_REFUSE(take_text(known.idempotency_key, "/options/idempotency_key", options.idempotency_key));
  if (known.if_revision != nullptr) options.if_revision = *known.if_revision;
  if (known.deadline != nullptr) options.deadline = Instant{std::chrono::microseconds{*known.deadline}};
  return std::nullopt;
}

/// One call, whatever its input is read from. The place of the answer is made first: once the operation has
/// been done, nothing can fail any more.
template <class ReadInput>
std::optional<Error> run(ent_session* session, const unit::Op& op, const ent_call_options* given,
                         std::unique_ptr<ent_doc>& answer, ReadInput read_input) {
  ENT_TRY(open, open_session(session));
  CallOptions options;
  ENT_REFUSE(read_options(given, options));
  reflect::FixedValue input(*op.in);
  ENT_REFUSE(read_input(input.data()));
  auto filled = std::make_unique<ent_doc>(*op.out);
  ENT_REFUSE(unit::execute(op, open->state(), options, input.data(), filled->answer->data()));
  answer = std::move(filled);
  return std::nullopt;
}

std::optional<Error> run_json(ent_session* session, ent_str operation, ent_str request,
                              const ent_call_options* options, std::unique_ptr<ent_doc>& answer) {
  ENT_TRY(open, open_session(session));
  static_cast<void>(open);
  ENT_REFUSE(need(operation.data, "/operation"));
  if (request.data == nullptr && request.size != 0) return base::invalid("/request", "argument.null");
  const Op* op = ops::find({operation.data, operation.size});
  if (op == nullptr) return base::fail(Errc::unimplemented, "call.unknown_operation");
  const std::string_view text = request.data == nullptr ? "{}" : std::string_view(request.data, request.size);
  return run(session, *op, options, answer, [&](void* input) { return reflect::read_json(*op->in, text, input); });
}

/// The table of an answer: the answer itself, or the one of its members that is a table.
const reflect::Field* table_of(const reflect::Type& type) noexcept {
  const reflect::Field* found = nullptr;
  for (const reflect::Field& field : type.fields) {
    if (!reflect::is_table(*field.type)) continue;
    if (found != nullptr) return nullptr;
    found = &field;
  }
  return found;
}

std::uint32_t size_of(const void* args) noexcept {
  std::uint32_t size = 0;
  if (args != nullptr) std::memcpy(&size, args, sizeof size);
  return size;
}

void hand_over(std::unique_ptr<ent_doc> answer, ent_doc** doc) noexcept {
  if (doc != nullptr) *doc = answer.release();
}

}  // namespace

ent_status call_typed(ent_session* session, const unit::Op& op, const reflect::CLayout& layout, const void* args,
                      const ent_call_options* options, ent_doc** doc, ent_error** err) noexcept {
  if (doc != nullptr) *doc = nullptr;
  std::unique_ptr<ent_doc> answer;
  const ent_status status = walled(err, [&] {
    return run(session, op, options, answer,
               [&](void* input) { return reflect::read_c(*op.in, layout, args, size_of(args), input); });
  });
  hand_over(std::move(answer), doc);
  return status;
}

}  // namespace ent::c

void ent_call_options_init(ent_call_options* options, size_t size) {
  ent::c::init(options, size, &ent::c::fresh, sizeof ent::c::fresh, true);
}

ent_status ent_call(ent_session* session, ent_str operation, ent_str request, const ent_call_options* options,
                    ent_doc** doc, ent_error** err) {
  if (doc != nullptr) *doc = nullptr;
  std::unique_ptr<ent_doc> answer;
  const ent_status status =
      ent::c::walled(err, [&] { return ent::c::run_json(session, operation, request, options, answer); });
  ent::c::hand_over(std::move(answer), doc);
  return status;
}

ent_status ent_call_arrow(ent_session* session, ent_str operation, ent_str request, const ent_call_options* options,
                          struct ArrowArrayStream* out, ent_doc** doc, ent_error** err) {
  if (doc != nullptr) *doc = nullptr;
  if (out != nullptr) *out = {};
  std::unique_ptr<ent_doc> answer;
  const ent_status status = ent::c::walled(err, [&]() -> std::optional<ent::Error> {
    ENT_TRY(open, ent::c::open_session(session));
    static_cast<void>(open);
    ENT_REFUSE(ent::c::need(out, "/out"));
    ENT_REFUSE(ent::c::need(operation.data, "/operation"));
    const ent::Op* op = ent::ops::find({operation.data, operation.size});
    const auto* table = op == nullptr ? nullptr : ent::c::table_of(*op->out);
    if (op != nullptr && table == nullptr) return ent::base::invalid("/operation", "call.no_table");
    ENT_REFUSE(ent::c::run_json(session, operation, request, options, answer));
    const auto* rows = static_cast<const std::byte*>(answer->answer->data()) + table->offset;
    ent::reflect::export_arrow(*table->type, {answer->answer, rows}, out);
    return std::nullopt;
  });
  if (status == ENT_OK) ent::c::hand_over(std::move(answer), doc);
  return status;
}
