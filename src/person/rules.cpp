#include "person/rules.hpp"

#include <algorithm>

#include "base/each_once.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "person/functions.hpp"

namespace ent::person {
namespace {

constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_other_names = 200;
constexpr std::size_t longest_email = 254;  // RFC 5321
constexpr std::size_t longest_feed = 60;
constexpr std::size_t longest_key = 100;
constexpr std::size_t most_lines = 6;
constexpr std::size_t longest_postal_code = 10;
constexpr Date first_birth_date{std::chrono::year{1900} / 1 / 1};

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Any byte that is not ASCII white space or a control character.
bool is_visible(char c) noexcept { return static_cast<unsigned char>(c) > 0x20 && c != 0x7f; }

void check_name(base::Fields& fields, const std::optional<std::string>& name, std::size_t most, const char* path) {
  if (name) fields.length(base::trim(*name), 1, most, path);
}

void check_birth_date(base::Fields& fields, const std::optional<Date>& date, Date today) {
  fields.refuse_if(date && (*date < first_birth_date || *date > today), "/birth_date", "person.birth_date_range");
}

void check_phone(base::Fields& fields, const std::optional<std::string>& phone, const char* path) {
  fields.refuse_if(phone && !phone->empty() && !is_phone(*phone), path, "person.phone_malformed");
}

void check_address(base::Fields& fields, const Address& address) {
  fields.refuse_if(address.lines.empty() || address.lines.size() > most_lines, "/address/lines", "field.range");
  for (std::size_t i = 0; i < address.lines.size(); ++i) {
    fields.length(base::trim(address.lines[i]), 1, longest_name, "/address/lines/" + std::to_string(i));
  }
  fields.length(base::trim(address.postal_code), 1, longest_postal_code, "/address/postal_code")
      .length(base::trim(address.town), 1, longest_name, "/address/town");
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_code = [&](std::string_view text) { return text.size() == 2 && std::ranges::all_of(text, is_capital); };
  fields.refuse_if(address.country && !is_code(*address.country), "/address/country", "person.country_malformed");
}

bool is_feed_name(std::string_view feed) noexcept {
  const auto allowed = [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || std::string_view("-_:.").find(c) != std::string_view::npos;
  };
  return !feed.empty() && feed.size() <= longest_feed && std::ranges::all_of(feed, allowed);
}

}  // namespace

bool is_email(std::string_view text) noexcept {
  const std::size_t at = text.find('@');
  return text.size() <= longest_email && at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string_view::npos && std::ranges::all_of(text, is_visible);
}

bool is_phone(std::string_view text) noexcept {
  const auto allowed = [](char c) { return is_digit(c) || std::string_view(" +.-()").find(c) != std::string_view::npos; };
  return text.size() <= 20 && std::ranges::all_of(text, allowed) && std::ranges::count_if(text, is_digit) >= 4;
}

std::optional<Error> well_formed(const Add& input, Date today) {
  base::Fields fields;
  fields.length(base::trim(input.family_name), 1, longest_name, "/family_name")
      .length(base::trim(input.given_name), 1, longest_name, "/given_name");
  check_birth_date(fields, input.birth_date, today);
  check_name(fields, input.birth_name, longest_name, "/birth_name");
  check_name(fields, input.other_given_names, longest_other_names, "/other_given_names");
  return fields.error();
}

std::optional<Error> well_formed(const Change& input, Date today) {
  base::Fields fields;
  check_name(fields, input.family_name, longest_name, "/family_name");
  check_name(fields, input.given_name, longest_name, "/given_name");
  check_birth_date(fields, input.birth_date, today);
  check_name(fields, input.birth_name, longest_name, "/birth_name");
  check_name(fields, input.other_given_names, longest_other_names, "/other_given_names");
  return fields.error();
}

std::optional<Error> well_formed(const SetContact& input) {
  base::Fields fields;
  fields.refuse_if(input.email && !input.email->empty() && !is_email(*input.email), "/email", "person.email_malformed");
  check_phone(fields, input.home_phone, "/home_phone");
  check_phone(fields, input.work_phone, "/work_phone");
  check_phone(fields, input.mobile, "/mobile");
  return fields.error();
}

std::optional<Error> well_formed(const Move& input) {
  base::Fields fields;
  fields.refuse_if(input.address.has_value() == input.to_person_id.has_value(), "/address", "person.one_address");
  if (input.address) check_address(fields, *input.address);
  return fields.error();
}

std::optional<Error> well_formed(const Search& input) {
  return base::Fields()
      .length(base::fold(input.words), 1, longest_name, "/words")
      .error();
}

std::optional<Error> well_formed(const Refer& input) {
  return base::Fields()
      .refuse_if(!is_feed_name(input.feed), "/feed", "person.feed_malformed")
      .length(input.key, 1, longest_key, "/key")
      .error();
}

bool profile_fits(org::Kind kind, Profile profile) noexcept {
  const bool academic = kind == org::Kind::academy || kind == org::Kind::department || kind == org::Kind::circonscription;
  const bool local = kind == org::Kind::municipality || kind == org::Kind::agglomeration ||
                     kind == org::Kind::department || kind == org::Kind::region;
  switch (profile) {
    case Profile::pupil:
    case Profile::guardian:
    case Profile::teacher:
    case Profile::school_life:
    case Profile::head:
    case Profile::office:
    case Profile::librarian:
    case Profile::health:
      return kind == org::Kind::establishment;
    case Profile::authority:
      return local;
    case Profile::academy:
      return academic;
    case Profile::local_admin:
    case Profile::guest:
      return true;
    case Profile::system:
      return false;
  }
  return false;
}

bool function_fits(Function function, Profile profile) noexcept {
  struct Fit {
    Function function;
    Profile profile;
  };
  static constexpr Fit fits[] = {
#define ENT_FUNCTION_PROFILE(function, profile) {Function::function, Profile::profile},
#include "access/permission_table.inc"
  };
  return std::ranges::any_of(fits, [&](const Fit& fit) { return fit.function == function && fit.profile == profile; });
}

bool profile_derived(Profile profile, const std::optional<Function>& function) noexcept {
  return (profile == Profile::pupil || profile == Profile::guardian) && !function;
}

std::string sort_key(std::string_view family_name, std::string_view given_name) {
  return base::fold(family_name) + '\t' + base::fold(given_name);
}

std::vector<std::string> search_words(std::string_view family_name, std::string_view given_name,
                                      std::string_view birth_name) {
  std::vector<std::string> words;
  for (const std::string& folded : {base::fold(family_name), base::fold(given_name), base::fold(birth_name)}) {
    for (std::size_t begin = 0; begin < folded.size();) {
      const std::size_t end = std::min(folded.find(' ', begin), folded.size());
      words.push_back(folded.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  base::keep_each_once(words);
  return words;
}

std::vector<std::string> search_words(const Person& person) {
  return search_words(person.family_name, person.given_name, person.birth_name.value_or(""));
}

}  // namespace ent::person
