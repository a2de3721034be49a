#include "account/login.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ent::account {
namespace {

/// Of each of the two names, so that a number still fits behind both.
constexpr std::size_t longest_part = 28;

bool letter_or_digit(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

std::string part(std::string_view name) {
  std::string text;
  for (const char c : base::fold(name)) {
    if (letter_or_digit(c)) text.push_back(c);
    if (c == ' ' && !text.empty() && text.back() != '-') text.push_back('-');
  }
  if (text.size() > longest_part) text.resize(longest_part);
  while (!text.empty() && text.back() == '-') text.pop_back();
  return text;
}

}  // namespace

std::string normal_login(std::string_view typed) {
  std::string login(base::trim(typed));
  std::ranges::transform(login, login.begin(), base::ascii_lower);
  return login;
}

bool well_formed_login(std::string_view login) noexcept {
  if (login.size() < shortest_login || login.size() > longest_login || !letter_or_digit(login.front())) return false;
  return std::ranges::all_of(login, [](char c) { return letter_or_digit(c) || c == '.' || c == '_' || c == '-' || c == '@'; });
}

std::string login_base(std::string_view given_name, std::string_view family_name) {
  const std::string given = part(given_name);
  const std::string family = part(family_name);
  if (given.empty() && family.empty()) return "compte";
  const std::string base = given.empty() ? family : family.empty() ? given : given + '.' + family;
  return base.size() < shortest_login ? "compte." + base : base;
}

std::string login_proposal(std::string_view base, std::size_t number) {
  return number < 2 ? std::string(base) : std::string(base) + std::to_string(number);
}

}  // namespace ent::account
