#include "reflect/codec.hpp"

namespace ent::reflect {

const Word* find_word(const Type& enumeration, std::int32_t number) noexcept {
  const auto words = enumeration.words;
  // Words are numbered from 1 without a gap, nearly always.
  const auto index = static_cast<std::size_t>(static_cast<std::int64_t>(number) - 1);
  if (index < words.size() && words[index].number == number) return &words[index];
  for (const Word& known : words)
    if (known.number == number) return &known;
  return nullptr;
}

std::int32_t number_of(const Type& enumeration, std::string_view word) noexcept {
  for (const Word& known : enumeration.words)
    if (known.text() == word) return known.number;
  return 0;
}

std::string_view word_of(const Type& enumeration, std::int32_t number) noexcept {
  const Word* const known = find_word(enumeration, number);
  return known == nullptr ? std::string_view{} : known->text();
}

}  // namespace ent::reflect
