/// op<>: makes a body an operation, and reads all that the registry needs from its signature.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "ent/result.hpp"
#include "ent/session.hpp"
#include "reflect/describe.hpp"
#include "unit/unit.hpp"

namespace ent {
ENT_EMPTY_RECORD(Done)
}

namespace ent::unit {

enum class Effect : std::uint8_t { read, write };

/// One operation, as the registry holds it.
struct Op {
  const char* name;   ///< "org.add": domain and the C++ function's name.
  const char* since;  ///< The version that brought it: "0.1".
  const reflect::Type* in;
  const reflect::Type* out;
  Effect effect;
  Perm perm;
  std::optional<Error> (*body)(Frame&, const void* in, void* out);
};

template <class Signature>
struct BodyOf;

template <class Out, Perm P, class In>
struct BodyOf<Result<Out> (*)(Read<P>&, const In&)> {
  using Input = In;
  using Output = Out;
  using Unit = Read<P>;
  static constexpr Effect effect = Effect::read;
  static constexpr Perm perm = P;
};

template <class Out, Perm P, class In>
struct BodyOf<Result<Out> (*)(Write<P>&, const In&)> {
  using Input = In;
  using Output = Out;
  using Unit = Write<P>;
  static constexpr Effect effect = Effect::write;
  static constexpr Perm perm = P;
};

template <auto body>
std::optional<Error> run_body(Frame& frame, const void* in, void* out) {
  using Body = BodyOf<decltype(body)>;
  typename Body::Unit unit(frame);
  auto answer = body(unit, *static_cast<const typename Body::Input*>(in));
  if (!answer) return std::move(answer).error();
  *static_cast<typename Body::Output*>(out) = *std::move(answer);
  return std::nullopt;
}

/// The registry line: `extern constexpr Op op_add = op<&add_>("org.add", "0.1");`
template <auto body>
constexpr Op op(const char* name, const char* since) {
  using Body = BodyOf<decltype(body)>;
  return {name, since, &reflect::TypeOf<typename Body::Input>::value, &reflect::TypeOf<typename Body::Output>::value,
          Body::effect, Body::perm, &run_body<body>};
}

/// The one way in, for all faces. `out` is default-constructed, and is again so after an error.
std::optional<Error> execute(const Op& op, SessionState& session, const CallOptions& options, const void* in, void* out);

/// The typed C++ face: `return run<View>(op_add, session, input, options);`
template <class Out, class In>
Result<Out> run(const Op& op, Session& session, const In& input, const CallOptions& options) {
  Out out{};
  if (auto error = execute(op, session.state(), options, &input, &out)) return std::move(*error);
  return out;
}

}  // namespace ent::unit

namespace ent {
using unit::op;
using unit::Op;
using unit::run;
}  // namespace ent
