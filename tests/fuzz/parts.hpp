/// An input that is files, one behind the other: each begins with a line of its own, "=" and a name.
#pragma once

#include <string_view>

namespace ent::fuzz {

/// Calls `take(name, content)` for each file, of which there are at most `most`. What stands before the first is none.
template <class Take>
void for_each_part(std::string_view input, int most, Take take) {
  std::size_t at = input.starts_with('=') ? 0 : input.find("\n=");
  if (at != 0 && at != std::string_view::npos) ++at;
  while (at != std::string_view::npos && most-- > 0) {
    const std::size_t next = input.find("\n=", at);
    const std::string_view part = input.substr(at + 1, next == std::string_view::npos ? next : next - at);
    const std::size_t end = part.find('\n');
    if (end != std::string_view::npos) take(part.substr(0, end), part.substr(end + 1));
    at = next == std::string_view::npos ? next : next + 1;
  }
}

}  // namespace ent::fuzz
