/// The cursors of paged listings: opaque to the caller, the key of the last row to the library.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ent::base {

/// The place of a row in a listing that is ordered by a text, then by a number.
struct Place {
  std::string text;
  std::int64_t number = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

std::string write_cursor(const Place& place);

/// Nothing when the text is no cursor of ours.
std::optional<Place> read_cursor(std::string_view cursor);

}  // namespace ent::base
