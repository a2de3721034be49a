#include "portal/functions.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "portal/describe.hpp"

namespace ent::portal {
namespace {

using reflect::Kind;
using reflect::Type;
using reflect::TypeOf;

template <class T>
concept HoldsSession = requires(T& answer) { answer.session; };

template <class Input>
using WatchOf = std::remove_pointer_t<decltype(Input::watch)>;

template <class Watch, class Progress>
Progress told(bool (Watch::*)(const Progress&));

template <class Input>
using ProgressOf = decltype(told(&WatchOf<Input>::go_on));

/// Whose watch C and Python give too: what it is told is described.
template <class T>
concept Watched = requires { TypeOf<ProgressOf<T>>::value; };

/// Whether a parameter or an answer has a type: those that are handles, and nothing, have none.
template <class T>
constexpr bool has_type = !std::is_same_v<T, Session> && !std::is_same_v<T, Done>;

template <class T>
constexpr const Type* type_of() {
  if constexpr (has_type<T>) return &TypeOf<T>::value;
  return nullptr;
}

/// A parameter, for the length of the call.
template <class T>
class Given {
 public:
  explicit Given(Hands& hands) noexcept : hands_(hands) {}
  operator T&() const noexcept {
    if constexpr (std::is_same_v<T, Session>) {
      return *hands_.session;
    } else {
      void* const place = TypeOf<T>::value.kind == Kind::record ? hands_.input : const_cast<void*>(hands_.plain);
      return *static_cast<T*>(place);
    }
  }

 private:
  Hands& hands_;
};

/// A record with a watch, which asks whoever watches.
template <Watched T>
class Given<T> final : public WatchOf<T> {
 public:
  explicit Given(Hands& hands) noexcept : hands_(hands) {}
  operator T&() noexcept {
    T& input = *static_cast<T*>(hands_.input);
    input.watch = hands_.go_on == nullptr ? nullptr : this;
    return input;
  }
  bool go_on(const ProgressOf<T>& progress) override { return hands_.go_on(hands_.watcher, &progress); }

 private:
  Hands& hands_;
};

template <class Answer>
std::optional<Error> take(Hands& hands, Result<Answer> result) {
  if (!result) return std::move(result).error();
  if constexpr (std::is_same_v<Answer, Session>) {
    hands.opened = *std::move(result);
  } else if constexpr (!std::is_same_v<Answer, Done>) {
    if constexpr (HoldsSession<Answer>) hands.opened = std::move(result->session);
    *static_cast<Answer*>(hands.answer) = *std::move(result);
  }
  return std::nullopt;
}

/// A function with what it belongs to (a portal, a session, or nothing), what it gives and what it takes.
template <auto function, class Owner, class Answer, class... Parameters>
struct Face {
  static std::optional<Error> run(Hands& hands) {
    if constexpr (std::is_same_v<Owner, Portal>) {
      return take<Answer>(hands, (hands.portal->*function)(Given<Parameters>(hands)...));
    } else if constexpr (std::is_same_v<Owner, Session>) {
      return take<Answer>(hands, (hands.session->*function)(Given<Parameters>(hands)...));
    } else {
      return take<Answer>(hands, function(Given<Parameters>(hands)...));
    }
  }

  static constexpr Function of(std::string_view name) {
    Function face{.name = name, .answer = type_of<Answer>(), .run = &run};
    face.takes_portal = std::is_same_v<Owner, Portal>;
    face.takes_session = std::is_same_v<Owner, Session> || (std::is_same_v<Parameters, Session> || ...);
    (note<Parameters>(face), ...);
    face.opens = std::is_same_v<Answer, Session> || HoldsSession<Answer>;
    return face;
  }

 private:
  /// By type alone: to g++ under UndefinedBehaviorSanitizer an address held against null is no constant.
  template <class T>
  static constexpr void note(Function& face) {
    if constexpr (has_type<T>) (TypeOf<T>::value.kind == Kind::record ? face.input : face.plain) = &TypeOf<T>::value;
    if constexpr (Watched<T>) face.progress = &TypeOf<ProgressOf<T>>::value;
  }
};

template <auto function>
struct FaceOf;

template <class Answer, class... P, Result<Answer> (Portal::*function)(P...) const>
struct FaceOf<function> : Face<function, Portal, Answer, std::remove_cvref_t<P>...> {};

template <class Answer, class... P, Result<Answer> (Session::*function)(P...) const>
struct FaceOf<function> : Face<function, Session, Answer, std::remove_cvref_t<P>...> {};

template <class Answer, class... P, Result<Answer> (Session::*function)(P...)>
struct FaceOf<function> : Face<function, Session, Answer, std::remove_cvref_t<P>...> {};

template <class Answer, class... P, Result<Answer> (*function)(P...)>
struct FaceOf<function> : Face<function, void, Answer, std::remove_cvref_t<P>...> {};

#define ENT_PORTAL_FUNCTION(name) FaceOf<&name>::of(#name)

constexpr Function table[] = {
    ENT_PORTAL_FUNCTION(Portal::bootstrap),
    ENT_PORTAL_FUNCTION(Portal::activate),
    ENT_PORTAL_FUNCTION(Portal::sign_in),
    ENT_PORTAL_FUNCTION(Portal::sign_in_external),
    ENT_PORTAL_FUNCTION(Portal::resume),
    ENT_PORTAL_FUNCTION(Portal::sign_out),
    ENT_PORTAL_FUNCTION(Portal::act_as),
    ENT_PORTAL_FUNCTION(Portal::impersonate),
    ENT_PORTAL_FUNCTION(Portal::take_deliveries),
    ENT_PORTAL_FUNCTION(Portal::settle_deliveries),
    ENT_PORTAL_FUNCTION(Portal::check),
    ENT_PORTAL_FUNCTION(Portal::backup),
    ENT_PORTAL_FUNCTION(Session::switch_profile),
    ENT_PORTAL_FUNCTION(Session::step_up),
    ENT_PORTAL_FUNCTION(import_aaf),
    ENT_PORTAL_FUNCTION(import_oneroster),
    ENT_PORTAL_FUNCTION(import_fet),
    ENT_PORTAL_FUNCTION(undo_import),
    ENT_PORTAL_FUNCTION(export_oneroster),
};

#undef ENT_PORTAL_FUNCTION

}  // namespace

std::span<const Function> functions() noexcept { return table; }

const Function* find_function(std::string_view name) noexcept {
  const auto* found = std::ranges::find(table, name, &Function::name);
  return found == std::end(table) ? nullptr : found;
}

}  // namespace ent::portal
