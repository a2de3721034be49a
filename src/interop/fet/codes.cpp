#include "interop/fet/codes.hpp"

#include <cstdint>


#include "base/text.hpp"
#include "interop/hash.hpp"
#include "interop/limits.hpp"
#include "interop/values.hpp"

namespace ent::interop::fet {
namespace {

constexpr std::size_t longest_name = 200, kept_of_name = 31;

/// The first characters.
std::string cut(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xc0) != 0x80;
    if (begins && count++ == most) break;
  }
  return std::string(base::trim(text.substr(0, end)));
}

std::string digits_of(std::string_view name) {
  Hash hash;
  hash.add(name);
  auto rest = static_cast<std::uint64_t>(hash.value());
  std::string digits;
  for (int i = 0; i < 8; ++i, rest >>= 4) digits.push_back("0123456789abcdef"[rest & 15]);
  return digits;
}

}  // namespace

std::string shown_name(std::string_view name) { return cut(clean(name), longest_name); }

std::string code_of(std::string_view name, std::set<std::string>& taken) {
  const std::string tidy = clean(name);
  std::string code = tidy;
  const bool fits = !code.empty() && base::count_characters(code) <= longest_code;
  if (!fits || taken.contains(code)) code = cut(tidy.empty() ? "fet" : tidy, kept_of_name) + '-' + digits_of(name);
  taken.insert(code);
  return code;
}

bool is_made(std::string_view name, std::string_view code) { return clean(name) != code; }

}  // namespace ent::interop::fet
