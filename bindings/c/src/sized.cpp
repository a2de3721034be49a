#include "sized.hpp"

#include <limits>

#include "reflect/refusal.hpp"

namespace ent::c {

void init(void* place, std::size_t size, const void* initial, std::size_t initial_size, bool sized) noexcept {
  if (place == nullptr) return;
  const std::size_t known = std::min(size, initial_size);
  std::memcpy(place, initial, known);
  std::memset(static_cast<char*>(place) + known, 0, size - known);
  const auto own = static_cast<std::uint32_t>(std::min<std::size_t>(size, std::numeric_limits<std::uint32_t>::max()));
  if (sized && size >= sizeof own) std::memcpy(place, &own, sizeof own);
}

std::optional<Error> take_text(const ent_str& given, const char* path, std::string& text) {
  if (given.data == nullptr && given.size != 0) return base::invalid(path, reflect::reason::null);
  if (given.data == nullptr) return std::nullopt;
  const std::string_view bytes(given.data, given.size);
  const auto wrong = reflect::text_refusal(bytes, false);
  if (!wrong.empty()) return base::invalid(path, wrong);
  text = bytes;
  return std::nullopt;
}

}  // namespace ent::c
