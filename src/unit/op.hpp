/// op<>: makes a body an operation, and reads all that the registry needs from its signature.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "ent/result.hpp"
#include "ent/session.hpp"
#include "reflect/describe.hpp"
#include "unit/before.hpp"
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
  std::shared_ptr<const void> (*before)(Before&, const void* in) = nullptr;  ///< Run outside of the transaction.
  bool quiet = false;   ///< A step of the portal's own work: no audit entry, but of what is told.
  bool secret = false;  ///< Input or answer holds a secret: nothing of them is kept, so no idempotency key is taken.
  /// Long, and calls its caller back: run on the caller's own thread and in a transaction that it shares with nobody.
  bool alone = false;
};

enum class Secrets : std::uint8_t { none, held };

template <class Signature>
struct BodyOf;

template <class Signature>
struct PreparedOfSignature;
template <class Prepared, class In>
struct PreparedOfSignature<Prepared (*)(Before&, const In&)> {
  using Type = Prepared;
};
template <class Signature>
using PreparedOf = typename PreparedOfSignature<Signature>::Type;

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

/// A body with a `before` takes what that made as its third parameter.
template <class Out, Perm P, class In, class Prepared>
struct BodyOf<Result<Out> (*)(Write<P>&, const In&, const Prepared&)> : BodyOf<Result<Out> (*)(Write<P>&, const In&)> {};

template <auto body, auto before>
std::optional<Error> run_prepared_body(Frame& frame, const void* in, void* out) {
  using Body = BodyOf<decltype(body)>;
  using Prepared = PreparedOf<decltype(before)>;
  typename Body::Unit unit(frame);
  auto answer = body(unit, *static_cast<const typename Body::Input*>(in),
                     *static_cast<const Prepared*>(frame.prepared.get()));
  if (!answer) return std::move(answer).error();
  *static_cast<typename Body::Output*>(out) = *std::move(answer);
  return std::nullopt;
}

template <auto before, class In>
std::shared_ptr<const void> run_before(Before& place, const void* in) {
  using Prepared = PreparedOf<decltype(before)>;
  return std::make_shared<const Prepared>(before(place, *static_cast<const In*>(in)));
}

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

/// For an operation that has something to do before its transaction, or that handles a secret:
/// `op<&reset_password_, &draw_code_>("account.reset_password", "0.1", Secrets::held)`.
template <auto body, auto before>
constexpr Op op(const char* name, const char* since, Secrets secrets = Secrets::none) {
  using Body = BodyOf<decltype(body)>;
  return {name, since, &reflect::TypeOf<typename Body::Input>::value, &reflect::TypeOf<typename Body::Output>::value,
          Body::effect, Body::perm, &run_prepared_body<body, before>, &run_before<before, typename Body::Input>,
          false, secrets == Secrets::held};
}

/// A step of the portal's own work, of which only the whole is told to the audit.
constexpr Op quietly(Op step) noexcept {
  step.quiet = true;
  return step;
}

/// For a body that runs long (Op::alone).
template <auto body>
constexpr Op long_op(const char* name, const char* since) {
  Op made = op<body>(name, since);
  made.alone = true;
  return made;
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
using unit::long_op;
using unit::op;
using unit::Op;
using unit::run;
using unit::Secrets;
}  // namespace ent
