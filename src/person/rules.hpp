/// What is well-formed, and who may be what where: pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ent/org.hpp"
#include "ent/person.hpp"

namespace ent::person {

struct Person;

std::optional<Error> well_formed(const Add& input, Date today);
std::optional<Error> well_formed(const Change& input, Date today);
std::optional<Error> well_formed(const SetContact& input);
std::optional<Error> well_formed(const Move& input);
std::optional<Error> well_formed(const Search& input);
std::optional<Error> well_formed(const Refer& input);

/// One @ between a name and a domain, no white space: what is surely no address is refused, no more.
bool is_email(std::string_view text) noexcept;

/// 4 to 20 characters of digits, spaces and + . - ( ), among them 4 digits.
bool is_phone(std::string_view text) noexcept;

/// Whether a unit of this kind has such people.
bool profile_fits(org::Kind kind, Profile profile) noexcept;

/// Whether the function is one of this profile.
bool function_fits(Function function, Profile profile) noexcept;

/// Whether the profile follows from other facts, so that nobody gives it: pupils are enrolled, guardians are
/// linked. With a function, as delegates, they have a post of their own.
bool profile_derived(Profile profile, const std::optional<Function>& function) noexcept;

/// What people are sorted by: the folded family name, a tab, the folded given name. The tab comes before all
/// that a folded name may hold, so "le zoe" does not come between the "le" and the "le bihan".
std::string sort_key(std::string_view family_name, std::string_view given_name);

/// The words by which a person is found, each once.
std::vector<std::string> search_words(std::string_view family_name, std::string_view given_name,
                                      std::string_view birth_name);
std::vector<std::string> search_words(const Person& person);

}  // namespace ent::person
