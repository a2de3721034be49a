/// Whether options can be followed.
#pragma once

#include <optional>
#include <string_view>

#include "ent/import.hpp"

namespace ent::interop {

/// Of 1 to 60 characters; `ine` is none, since it holds the national numbers of pupils.
bool is_feed_name(std::string_view feed) noexcept;

std::optional<Error> well_formed(const ImportOptions& options);

}  // namespace ent::interop
