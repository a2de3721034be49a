#include "reflect/codec.hpp"

namespace ent::reflect {

std::int32_t number_of(const Type& enumeration, std::string_view word) noexcept {
  for (const Word& known : enumeration.words)
    if (word == known.name) return known.number;
  return 0;
}

std::string_view word_of(const Type& enumeration, std::int32_t number) noexcept {
  const auto words = enumeration.words;
  // Words are numbered from 1 without a gap, nearly always.
  const auto index = static_cast<std::size_t>(static_cast<std::int64_t>(number) - 1);
  if (index < words.size() && words[index].number == number) return words[index].name;
  for (const Word& known : words)
    if (known.number == number) return known.name;
  return {};
}

}  // namespace ent::reflect
