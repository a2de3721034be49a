#include "account/policy.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/text.hpp"

namespace ent::account {
namespace {

using namespace std::chrono_literals;

constexpr std::array<Policy, 3> policies{{
    {8, light_cost, 2h},
    {12, light_cost, 2h},
    {12, strong_cost, 30min},
}};

constexpr std::string_view common[] = {
#include "account/common_passwords.inc"
};
static_assert(std::ranges::is_sorted(common), "common_passwords.inc is in the order of bytes");

/// What people slide their finger along, forwards and backwards.
constexpr std::string_view rows[] = {
    "0123456789", "abcdefghijklmnopqrstuvwxyz", "azertyuiop", "qsdfghjklm", "wxcvbn",
    "qwertyuiop", "asdfghjkl", "zxcvbnm",
};

/// Words that are shorter say too little to be taken out of a password.
constexpr std::size_t shortest_word = 3;

bool digit(char c) noexcept { return c >= '0' && c <= '9'; }

std::string_view without_digits_behind(std::string_view text) noexcept {
  while (!text.empty() && digit(text.back())) text.remove_suffix(1);
  return text;
}

/// Whether `next` follows `before` in a row, in the direction of `step`; rows begin anew at their end.
bool follows(char before, char next, int step) noexcept {
  return std::ranges::any_of(rows, [&](std::string_view row) {
    const auto place = row.find(before);
    if (place == std::string_view::npos) return false;
    const auto size = static_cast<int>(row.size());
    return row[static_cast<std::size_t>((static_cast<int>(place) + step + size) % size)] == next;
  });
}

bool sequence(std::string_view text) noexcept {
  const auto runs = [&](int step) {
    for (std::size_t i = 1; i < text.size(); ++i) {
      if (!follows(text[i - 1], text[i], step)) return false;
    }
    return true;
  };
  return runs(1) || runs(-1);
}

/// Whether a text is one piece of at most a third of its length, again and again.
bool repetition(std::string_view text) noexcept {
  for (std::size_t piece = 1; piece * 3 <= text.size(); ++piece) {
    bool same = true;
    for (std::size_t i = piece; i < text.size() && same; ++i) same = text[i] == text[i - piece];
    if (same) return true;
  }
  return false;
}

void take_out(std::string& text, std::string_view word) {
  if (word.size() < shortest_word) return;
  for (auto place = text.find(word); place != std::string::npos; place = text.find(word)) text.erase(place, word.size());
}

/// The ways in which a date is written in a password.
std::vector<std::string> spellings(Date date) {
  const std::string iso = base::date_text(date);  // YYYY-MM-DD
  const std::string year = iso.substr(0, 4);
  const std::string month = iso.substr(5, 2);
  const std::string day = iso.substr(8, 2);
  return {day + month + year, year + month + day, day + month + year.substr(2), year};
}

std::size_t left_without(std::string folded, const Guessable& guessable) {
  std::vector<std::string> words;
  for (const auto& word : guessable.words) {
    for (std::string_view rest = word; !rest.empty();) {
      const auto end = std::min(rest.find_first_of(" .-_'@"), rest.size());
      words.push_back(fold_password(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  if (guessable.birth_date) std::ranges::move(spellings(*guessable.birth_date), std::back_inserter(words));
  std::ranges::sort(words, std::ranges::greater{}, &std::string::size);
  for (const auto& word : words) take_out(folded, word);
  return base::count_characters(folded);
}

}  // namespace

Tier tier_of(Profile profile) noexcept {
  switch (profile) {
    case Profile::pupil: return Tier::pupil;
    case Profile::guardian:
    case Profile::guest: return Tier::family;
    default: return Tier::staff;
  }
}

Tier tier_of(std::span<const Profile> profiles) noexcept {
  Tier highest = Tier::pupil;
  for (const Profile profile : profiles) highest = std::max(highest, tier_of(profile));
  return highest;
}

const Policy& policy_of(Tier tier) noexcept { return policies[static_cast<std::size_t>(tier) - 1]; }

std::string fold_password(std::string_view password) {
  std::string folded = base::fold(password);
  std::erase(folded, ' ');
  return folded;
}

bool common_password(std::string_view folded) noexcept {
  return std::ranges::binary_search(common, folded) || std::ranges::binary_search(common, without_digits_behind(folded));
}

std::optional<Error> check_password(std::string_view password, Tier tier, const Guessable& guessable,
                                    std::string path) {
  const std::size_t least = policy_of(tier).least_length;
  if (!base::valid_utf8(password)) return base::invalid(std::move(path), "field.invalid");
  if (base::count_characters(password) < least) return base::invalid(std::move(path), "account.password_too_short");
  if (password.size() > longest_password) return base::invalid(std::move(path), "text.too_long");
  const std::string folded = fold_password(password);
  // A password of signs alone folds to nothing, and is in no list.
  if (!folded.empty() && (common_password(folded) || sequence(folded) || repetition(folded))) {
    return base::invalid(std::move(path), "account.password_common");
  }
  const std::size_t known = base::count_characters(folded) - left_without(folded, guessable);
  if (base::count_characters(password) < least + known) return base::invalid(std::move(path), "account.password_guessable");
  return std::nullopt;
}

}  // namespace ent::account
