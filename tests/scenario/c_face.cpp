#include <dlfcn.h>

#include <array>
#include <map>
#include <memory>

#include "ent/ops.h"
#include "ent/portal.h"
#include "ent/ports.h"
#include "faces.hpp"
#include "ops/registry.hpp"
#include "reflect/codec.hpp"
#include "scenario/face.hpp"
#include "scenario/script.hpp"
#include "support/ports.hpp"

namespace ent::test {
namespace {

struct Free {
  void operator()(ent_portal* portal) const { ent_portal_free(portal); }
  void operator()(ent_session* session) const { ent_session_free(session); }
  void operator()(ent_doc* doc) const { ent_doc_free(doc); }
  void operator()(ent_error* err) const { ent_error_free(err); }
};
template <class Handle>
using Owned = std::unique_ptr<Handle, Free>;

ent_str borrowed(const std::string& text) { return {text.data(), text.size()}; }

/// What C tells of an error, as C++ tells it.
Error error_of(ent_error* given) {
  const Owned<ent_error> err(given);
  Error error{static_cast<Errc>(ent_error_code(given)), ent_error_reason(given), ent_error_message(given), {}};
  for (std::size_t i = 0; i < ent_error_field_count(given); ++i) {
    error.fields.push_back({ent_error_field_path(given, i), ent_error_field_reason(given, i)});
  }
  return error;
}

Result<std::string> answer_of(ent_status status, ent_doc* given, ent_error* err) {
  const Owned<ent_doc> doc(given);
  if (status != ENT_OK) return error_of(err);
  ent_str json{};
  if (ent_doc_json(given, "", &json) != ENT_OK) throw Trouble("an answer has no text");
  return std::string(json.data, json.size);
}

/// CallOptions as C takes them; the texts are borrowed.
class COptions {
 public:
  explicit COptions(const CallOptions& options) : revision_(options.if_revision.value_or(0)) {
    if (!options.idempotency_key.empty()) given_.idempotency_key = borrowed(options.idempotency_key);
    if (options.if_revision) given_.if_revision = &revision_;
    if (options.deadline) {
      deadline_ = options.deadline->time_since_epoch().count();
      given_.deadline = &deadline_;
    }
  }
  COptions(const COptions&) = delete;
  COptions& operator=(const COptions&) = delete;
  const ent_call_options* operator&() const { return &given_; }

 private:
  ent_call_options given_ = ENT_CALL_OPTIONS_INIT;
  std::int64_t revision_;
  std::int64_t deadline_ = 0;
};

/// What both C faces share: all but the call.
class CFace : public Face {
 public:
  void open(const std::string& uri) override {
    ent_open_options options = ENT_OPEN_OPTIONS_INIT;
    const ent_clock_port clock{sizeof clock, 1, clock_.get(), nullptr, &tell_time};
    options.uri = borrowed(uri);
    options.clock = &clock;
    ent_portal* portal = nullptr;
    ent_error* err = nullptr;
    if (ent_portal_open(&options, &portal, &err) != ENT_OK) throw Trouble(error_of(err).message);
    portal_.reset(portal);
    ent_session* host = nullptr;
    if (ent_portal_system(portal, &host, &err) != ENT_OK) throw Trouble(error_of(err).message);
    sessions_["host"].reset(host);
  }
  void set_now(Instant now) override { clock_->set(now); }
  Result<Done> enter(const std::string& name, const ActAs& input) override {
    ent_act_as_args args = ENT_ACT_AS_ARGS_INIT;
    const auto profile = static_cast<std::int32_t>(input.profile.value());
    const std::int64_t step_up_at = input.step_up_at ? input.step_up_at->time_since_epoch().count() : 0;
    args.person_id = &input.person_id->value;
    args.profile = &profile;
    if (input.step_up_at) args.step_up_at = &step_up_at;
    ent_session* entered = nullptr;
    ent_error* err = nullptr;
    if (ent_portal_act_as(portal_.get(), &args, &entered, &err) != ENT_OK) return error_of(err);
    sessions_[name].reset(entered);
    return Done{};
  }
  Result<Done> activate(const Activate& input) override {
    ent_activate_args args = ENT_ACTIVATE_ARGS_INIT;
    const std::int32_t birth = input.birth_date ? static_cast<std::int32_t>(input.birth_date->time_since_epoch().count()) : 0;
    const ent_str new_login = borrowed(input.new_login ? *input.new_login : input.login);
    args.login = borrowed(input.login);
    args.code = borrowed(input.code);
    args.password = borrowed(input.password);
    if (input.birth_date) args.birth_date = &birth;
    if (input.new_login) args.new_login = &new_login;
    ent_doc* doc = nullptr;
    ent_error* err = nullptr;
    const ent_status status = ent_portal_activate(portal_.get(), &args, &doc, &err);
    const Owned<ent_doc> kept(doc);
    if (status != ENT_OK) return error_of(err);
    return Done{};
  }
  Result<Done> sign_in(const std::string& name, const SignIn& input) override {
    ent_sign_in_args args = ENT_SIGN_IN_ARGS_INIT;
    const auto profile = static_cast<std::int32_t>(input.profile.value_or(Profile::guest));
    args.login = borrowed(input.login);
    args.password = borrowed(input.password);
    args.source = borrowed(input.source);
    args.mobile = input.mobile ? 1 : 0;
    if (input.profile) args.profile = &profile;
    ent_session* entered = nullptr;
    ent_doc* doc = nullptr;
    ent_error* err = nullptr;
    const ent_status status = ent_portal_sign_in(portal_.get(), &args, &entered, &doc, &err);
    const Owned<ent_doc> kept(doc);
    if (status != ENT_OK) return error_of(err);
    sessions_[name].reset(entered);
    return Done{};
  }
  Result<Done> step_up(const std::string& name, const std::string& password) override {
    ent_error* err = nullptr;
    if (ent_session_step_up(session(name), borrowed(password), &err) != ENT_OK) return error_of(err);
    return Done{};
  }
  Result<Done> at(const std::string& name, const std::string& from, Date date) override {
    ent_session* moved = nullptr;
    ent_error* err = nullptr;
    const auto day = static_cast<std::int32_t>(date.time_since_epoch().count());
    if (ent_session_at(session(from), day, &moved, &err) != ENT_OK) return error_of(err);
    sessions_[name].reset(moved);
    return Done{};
  }
  Result<Done> snapshot(const std::string& name, const std::string& from) override {
    ent_session* held = nullptr;
    ent_error* err = nullptr;
    if (ent_session_snapshot(session(from), &held, &err) != ENT_OK) return error_of(err);
    sessions_[name].reset(held);
    return Done{};
  }
  void end(const std::string& name) override { sessions_.erase(name); }
  void close() override { ent_portal_close(portal_.get()); }
  Result<std::string> take_deliveries() override {
    const ent_take_deliveries_args args = ENT_TAKE_DELIVERIES_ARGS_INIT;
    ent_doc* doc = nullptr;
    ent_error* err = nullptr;
    const ent_status status = ent_portal_take_deliveries(portal_.get(), &args, &doc, &err);
    return answer_of(status, doc, err);
  }
  Result<Done> settle_deliveries(std::int64_t lease, const std::vector<std::int64_t>& delivered) override {
    ent_settle_deliveries_args args = ENT_SETTLE_DELIVERIES_ARGS_INIT;
    args.lease = lease;
    args.delivered = {delivered.data(), delivered.size(), sizeof(std::int64_t)};
    ent_doc* doc = nullptr;
    ent_error* err = nullptr;
    const ent_status status = ent_portal_settle_deliveries(portal_.get(), &args, &doc, &err);
    const auto answer = answer_of(status, doc, err);
    if (!answer) return answer.error();
    return Done{};
  }

 protected:
  ent_session* session(const std::string& name) {
    const auto found = sessions_.find(name);
    if (found == sessions_.end()) throw Trouble("no session: " + name);
    return found->second.get();
  }

 private:
  static std::int64_t tell_time(void* self) {
    return static_cast<FrozenClock*>(self)->now().time_since_epoch().count();
  }

  std::unique_ptr<FrozenClock> clock_ = std::make_unique<FrozenClock>();
  Owned<ent_portal> portal_;
  std::map<std::string, Owned<ent_session>> sessions_;
};

class JsonFace final : public CFace {
 public:
  bool typed() const override { return false; }
  Result<std::string> call(const std::string& name, const std::string& operation, const std::string& request,
                           const CallOptions& options) override {
    const COptions given(options);
    ent_doc* doc = nullptr;
    ent_error* err = nullptr;
    const ent_status status = ent_call(session(name), borrowed(operation), borrowed(request), &given, &doc, &err);
    return answer_of(status, doc, err);
  }
};

/// The function and the struct of each operation; no operation needs anything of its own here.
class TypedFace final : public CFace {
 public:
  bool typed() const override { return true; }
  Result<std::string> call(const std::string& name, const std::string& operation, const std::string& request,
                           const CallOptions& options) override {
    const Op* op = ops::find(operation);
    if (op == nullptr) throw Trouble("no operation: " + operation);
    reflect::Value input(*op->in);
    if (auto refused = reflect::read_json(*op->in, request, input.data())) return std::move(*refused);
    reflect::CArena arena;
    const void* args = reflect::write_c(*op->in, layout_of(*op), input.data(), arena);
    const COptions given(options);
    ent_doc* doc = nullptr;
    ent_error* err = nullptr;
    const ent_status status = function_of(operation)(session(name), args, &given, &doc, &err);
    return answer_of(status, doc, err);
  }

 private:
  using Function = ent_status (*)(ent_session*, const void*, const ent_call_options*, ent_doc**, ent_error**);

  static const reflect::CLayout& layout_of(const Op& op) {
    for (const c::Face& face : c::faces()) {
      if (face.op == &op) return *face.layout;
    }
    throw Trouble(std::string("no layout: ") + op.name);
  }

  static Function function_of(std::string operation) {
    operation.replace(operation.find('.'), 1, "_");
    void* const found = dlsym(RTLD_DEFAULT, ("ent_" + operation).c_str());
    if (found == nullptr) throw Trouble("no function: ent_" + operation);
    return reinterpret_cast<Function>(found);
  }
};

}  // namespace

std::unique_ptr<Face> make_c_json_face() { return std::make_unique<JsonFace>(); }
std::unique_ptr<Face> make_c_face() { return std::make_unique<TypedFace>(); }

}  // namespace ent::test
