/// The functions that are no operations (of portals, of sessions, imports), as C and Python know them: by what they
/// take and give, at run time.
///
/// All take, in this order and as far as they do: a portal, a session, one plain value, one record, and a watch; and
/// give a session, a record, or both.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ent/export.hpp"
#include "ent/import.hpp"
#include "ent/portal.hpp"
#include "reflect/type.hpp"

namespace ent::portal {

/// What one call takes and where it leaves what it gives. What the function has no use for is not looked at.
struct Hands {
  const Portal* portal = nullptr;
  Session* session = nullptr;
  const void* plain = nullptr;  ///< Of Function::plain.
  void* input = nullptr;        ///< Of Function::input.
  void* answer = nullptr;       ///< Of Function::answer.
  /// Asked now and then while a long function works, with a record of Function::progress: false stops it. Null: nobody.
  bool (*go_on)(void* watcher, const void* progress) = nullptr;
  void* watcher = nullptr;
  std::optional<Session> opened{};
};

struct Function {
  std::string_view name;  ///< As C++ has it within ent: "Portal::sign_in".
  bool takes_portal = false;
  bool takes_session = false;
  const reflect::Type* plain = nullptr;     ///< A text or a word; null: none.
  const reflect::Type* input = nullptr;     ///< A record; null: none.
  const reflect::Type* answer = nullptr;    ///< A record; null: none.
  bool opens = false;                       ///< Gives a session.
  const reflect::Type* progress = nullptr;  ///< What its watch is told, a record; null: it takes none.
  std::optional<Error> (*run)(Hands&) = nullptr;
};

/// In the order of the reference page.
std::span<const Function> functions() noexcept;

/// None of this name: null.
const Function* find_function(std::string_view name) noexcept;

}  // namespace ent::portal
