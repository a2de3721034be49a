/// Texts as one text, and back.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ent::base {

/// With `gap` between each two of them.
inline std::string joined(std::span<const std::string> parts, std::string_view gap = "\n") {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) text.append(i == 0 ? "" : gap).append(parts[i]);
  return text;
}

/// What joined() was given, where no part had a line break; an empty text has no parts.
inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size() && !text.empty();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace ent::base
