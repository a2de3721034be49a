/// JSON pointers into an answer.
#pragma once

#include <string_view>

#include "ent/ent.h"
#include "reflect/type.hpp"

namespace ent::c {

/// What lies at a pointer: `status` is ENT_OK, and then type and value say what; or why nothing does.
struct Place {
  ent_status status = ENT_ERR_NOT_FOUND;
  const reflect::Type* type = nullptr;
  const void* value = nullptr;
  bool absent = false;  ///< An optional that holds nothing: the one kind of nothing that is there.
};

Place find(const reflect::Type& type, const void* value, std::string_view pointer) noexcept;

}  // namespace ent::c
