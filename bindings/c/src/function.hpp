/// What the generated functions of portal.h call.
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

#include "ent/ent.h"
#include "reflect/layout.hpp"
#include "sized.hpp"

namespace ent::c {

/// A table of portal.h that watches, or none.
struct GivenWatch {
  const void* table = nullptr;
  std::size_t size = 0;  ///< Of what the caller's table reaches...
  std::size_t need = 0;  ///< ...and of what it must reach.
  bool can_ask = false;
  bool (*go_on)(const void* table, const void* progress) = nullptr;
};

/// `Progress` has the members of the C++ record: numbers of 64 bits, in its order.
template <class Table, class Progress>
GivenWatch watch_of(const Table* table, std::int32_t (*Table::*)(void*, const Progress*)) noexcept {
  if (table == nullptr) return {};
  constexpr std::size_t need = offsetof(Table, go_on) + sizeof(Table::go_on);
  const bool can_ask = table->struct_size >= need && table->go_on != nullptr;
  return {table, table->struct_size, need, can_ask, [](const void* given, const void* progress) {
            const Table& asked = *static_cast<const Table*>(given);
            Progress told;
            std::memcpy(&told, progress, sizeof told);
            return asked.go_on(asked.self, &told) != 0;
          }};
}

/// What a caller gave. What the function has no use for is null.
struct Given {
  ent_portal* portal = nullptr;
  ent_session* session = nullptr;
  const char* plain_path = nullptr;   ///< Where the plain value is, should it be refused: "/token".
  const ent_str* text = nullptr;      ///< The plain value, if it is a text...
  const std::int32_t* word = nullptr; ///< ...or a word.
  const reflect::CLayout* layout = nullptr;
  const void* args = nullptr;         ///< A C struct of this layout, or NULL.
  GivenWatch watch{};
};

/// Where the caller wants what comes out; `out` is null for functions that open no session.
struct Places {
  ent_session** out;
  ent_doc** doc;
  ent_error** err;
};

/// Runs a function that is no operation, by its name in C++.
ent_status call_function(std::string_view name, const Given& given, const Places& places) noexcept;

}  // namespace ent::c
