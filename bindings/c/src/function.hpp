/// What the generated functions of portal.h call.
#pragma once

#include <string_view>

#include "ent/ports.h"
#include "reflect/layout.hpp"
#include "sized.hpp"

namespace ent::c {

/// What a caller gave. What the function has no use for is null.
struct Given {
  ent_portal* portal = nullptr;
  ent_session* session = nullptr;
  const char* plain_path = nullptr;   ///< Where the plain value is, should it be refused: "/token".
  const ent_str* text = nullptr;      ///< The plain value, if it is a text...
  const std::int32_t* word = nullptr; ///< ...or a word.
  const reflect::CLayout* layout = nullptr;
  const void* args = nullptr;         ///< A C struct of this layout, or NULL.
  const ent_import_watch* watch = nullptr;
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
