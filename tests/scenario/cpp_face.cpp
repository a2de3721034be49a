#include "scenario/cpp_face.hpp"

#include "ops/registry.hpp"
#include "reflect/codec.hpp"
#include "scenario/domains.hpp"

namespace ent::test {
namespace {

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

std::unique_ptr<Face> make_cpp_json_face() { return std::make_unique<CppJsonFace>(); }
std::unique_ptr<Face> make_cpp_face() { return std::make_unique<TypedFace>(); }

}  // namespace ent::test
