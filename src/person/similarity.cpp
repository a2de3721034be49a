#include "person/similarity.hpp"

#include <algorithm>
#include <string_view>

namespace ent::person {
namespace {

/// Points of each piece of evidence. Names and birth date come to 80 and more; names alone stay below the 60
/// that a listing asks for by default, and so do twins, who share a birth date and one name.
constexpr std::int32_t points(Evidence evidence) noexcept {
  switch (evidence) {
    case Evidence::same_names: return 55;
    case Evidence::same_family_name: return 15;
    case Evidence::same_given_name: return 25;
    case Evidence::similar_family_name: return 20;
    case Evidence::similar_given_name: return 15;
    case Evidence::swapped_names: return 45;
    case Evidence::same_birth_date: return 40;
    case Evidence::other_birth_date: return -40;
    case Evidence::other_sex: return -20;
    case Evidence::other_national_number: return -50;
    case Evidence::same_feed: return -10;
  }
  return 0;
}

/// A name in use or at birth of one is a name in use or at birth of the other.
bool same_family(const Identity& a, const Identity& b) {
  return a.family_name == b.family_name || a.family_name == b.birth_name || a.birth_name == b.family_name ||
         (!a.birth_name.empty() && a.birth_name == b.birth_name);
}

/// One of several given names: "marie" of "marie claire".
bool part_of(std::string_view part, std::string_view whole) {
  return whole.size() > part.size() && whole.starts_with(part) && whole[part.size()] == ' ';
}

bool similar_given(const Identity& a, const Identity& b) {
  return one_letter_apart(a.given_name, b.given_name) || part_of(a.given_name, b.given_name) ||
         part_of(b.given_name, a.given_name);
}

void compare_names(const Identity& a, const Identity& b, std::vector<Evidence>& found) {
  const bool family = same_family(a, b);
  const bool given = a.given_name == b.given_name;
  if (family && given) return found.push_back(Evidence::same_names);
  if (a.family_name == b.given_name && a.given_name == b.family_name) return found.push_back(Evidence::swapped_names);
  if (family) found.push_back(Evidence::same_family_name);
  if (given) found.push_back(Evidence::same_given_name);
  if (!family && one_letter_apart(a.family_name, b.family_name)) found.push_back(Evidence::similar_family_name);
  if (!given && similar_given(a, b)) found.push_back(Evidence::similar_given_name);
}

bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(a, [&](const std::string& feed) { return std::ranges::find(b, feed) != b.end(); });
}

}  // namespace

bool one_letter_apart(std::string_view a, std::string_view b) noexcept {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b || a.size() < 3) return false;
  const auto [in_a, in_b] = std::ranges::mismatch(a, b);
  const std::string_view rest_a(in_a, a.end());
  const std::string_view rest_b(in_b, b.end());
  if (rest_a.size() < rest_b.size()) return rest_a == rest_b.substr(1);
  const bool swapped = rest_a.size() >= 2 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
                       rest_a.substr(2) == rest_b.substr(2);
  return swapped || rest_a.substr(1) == rest_b.substr(1);
}

Likeness compare(const Identity& a, const Identity& b) {
  Likeness likeness;
  auto& found = likeness.evidence;
  compare_names(a, b, found);
  if (a.birth_date && b.birth_date) {
    found.push_back(*a.birth_date == *b.birth_date ? Evidence::same_birth_date : Evidence::other_birth_date);
  }
  if (a.sex && b.sex && *a.sex != *b.sex) found.push_back(Evidence::other_sex);
  if (!a.national_number.empty() && !b.national_number.empty() && a.national_number != b.national_number) {
    found.push_back(Evidence::other_national_number);
  }
  if (share_one(a.feeds, b.feeds)) found.push_back(Evidence::same_feed);
  std::int32_t score = 0;
  for (const Evidence evidence : found) score += points(evidence);
  likeness.score = std::clamp(score, 0, 100);
  return likeness;
}

}  // namespace ent::person
