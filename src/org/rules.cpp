#include "org/rules.hpp"

#include <algorithm>
#include <charconv>

#include "base/error.hpp"

namespace ent::org {
namespace {

constexpr std::size_t longest_code = 20;
constexpr std::size_t longest_name = 200;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

bool is_nature_code(std::string_view code) noexcept { return code.size() == 3 && std::ranges::all_of(code, is_digit); }

}  // namespace

bool is_uai(std::string_view code) noexcept {
  return code.size() == 8 && std::ranges::all_of(code.substr(0, 7), is_digit) && code[7] >= 'A' && code[7] <= 'Z';
}

bool uai_key_fits(std::string_view uai) noexcept {
  constexpr std::string_view alphabet = "ABCDEFGHJKLMNPRSTUVWXYZ";
  if (!is_uai(uai)) return false;
  std::size_t number = 0;
  std::from_chars(uai.data(), uai.data() + 7, number);
  return alphabet[number % alphabet.size()] == uai[7];
}

std::optional<Error> well_formed(const Add& input) {
  const bool establishment = input.kind == Kind::establishment;
  return base::Fields()
      .length(input.code, 1, longest_code, "/code")
      .refuse_if(establishment && !is_uai(input.code), "/code", "org.uai_malformed")
      .length(input.name, 1, longest_name, "/name")
      .refuse_if(establishment && !input.degree, "/degree", "org.degree_missing")
      .refuse_if(!establishment && input.degree, "/degree", "org.degree_unexpected")
      .refuse_if(input.nature_code && !is_nature_code(*input.nature_code), "/nature_code", "org.nature_malformed")
      .error();
}

std::optional<Error> well_formed(const Change& input) {
  base::Fields fields;
  if (input.name) fields.length(*input.name, 1, longest_name, "/name");
  return fields
      .refuse_if(input.nature_code && !is_nature_code(*input.nature_code), "/nature_code", "org.nature_malformed")
      .error();
}

}  // namespace ent::org
