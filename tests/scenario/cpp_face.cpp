#include <array>
#include <map>

#include "ent/call.hpp"
#include "ent/portal.hpp"
#include "ops/registry.hpp"
#include "reflect/codec.hpp"
#include "scenario/domains.hpp"
#include "scenario/face.hpp"
#include "scenario/script.hpp"
#include "support/ports.hpp"

namespace ent::test {
namespace {

/// What both C++ faces share: all but the call.
class CppFace : public Face {
 public:
  void open(const std::string& uri) override {
    OpenOptions options;
    options.clock = clock_;
    options.random = std::make_shared<SeededRandom>(std::uint64_t{1});
    portal_.emplace(Portal::open(uri, options).value());
    sessions_.insert_or_assign("host", portal_->system());
  }
  void set_now(Instant now) override { clock_->set(now); }
  Result<Done> at(const std::string& name, const std::string& from, Date date) override {
    sessions_.insert_or_assign(name, session(from).at(date));
    return Done{};
  }
  Result<Done> snapshot(const std::string& name, const std::string& from) override {
    auto taken = session(from).snapshot();
    if (!taken) return taken.error();
    sessions_.insert_or_assign(name, *taken);
    return Done{};
  }
  void end(const std::string& name) override { sessions_.erase(name); }
  void close() override { portal_->close(); }

 protected:
  Session& session(const std::string& name) {
    const auto found = sessions_.find(name);
    if (found == sessions_.end()) throw Trouble("no session: " + name);
    return found->second;
  }

 private:
  std::shared_ptr<FrozenClock> clock_ = std::make_shared<FrozenClock>();
  std::optional<Portal> portal_;
  std::map<std::string, Session> sessions_;
};

class JsonFace final : public CppFace {
 public:
  bool typed() const override { return false; }
  Result<std::string> call(const std::string& name, const std::string& operation, const std::string& request,
                           const CallOptions& options) override {
    return ent::call(session(name), operation, request, options);
  }
};

using TypedCall = Result<std::string> (*)(const Op&, Session&, const std::string&, const CallOptions&);

/// The public function of one operation, between texts.
template <auto function>
struct Typed;

template <class In, class Out, Result<Out> (*function)(Session&, const In&, const CallOptions&)>
struct Typed<function> {
  static Result<std::string> call(const Op& op, Session& session, const std::string& request,
                                  const CallOptions& options) {
    In input;
    if (auto refused = reflect::read_json(*op.in, request, &input)) return std::move(*refused);
    auto answer = function(session, input, options);
    if (!answer) return std::move(answer).error();
    std::string text;
    reflect::write_json(*op.out, &*answer, text);
    return text;
  }
};

const std::map<std::string, TypedCall> typed_calls{
#define ENT_OPERATION(domain, function) {#domain "." #function, &Typed<&ent::domain::function>::call},
#include "ops/list.inc"
#undef ENT_OPERATION
};

class TypedFace final : public CppFace {
 public:
  bool typed() const override { return true; }
  Result<std::string> call(const std::string& name, const std::string& operation, const std::string& request,
                           const CallOptions& options) override {
    const auto found = typed_calls.find(operation);
    if (found == typed_calls.end()) throw Trouble("no operation: " + operation);
    return found->second(*ops::find(operation), session(name), request, options);
  }
};

}  // namespace

std::unique_ptr<Face> make_cpp_json_face() { return std::make_unique<JsonFace>(); }
std::unique_ptr<Face> make_cpp_face() { return std::make_unique<TypedFace>(); }

}  // namespace ent::test
