#include "interop/values.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.hpp"

namespace ent::interop {
namespace {

struct Named {
  std::string_view name;
  char32_t character;
};

/// The letters of French, and what XML knows by name.
constexpr Named characters[] = {
    {"amp", '&'},       {"apos", '\''},     {"lt", '<'},        {"gt", '>'},        {"quot", '"'},      {"nbsp", 0xA0},
    {"Agrave", 0xC0},   {"Acirc", 0xC2},    {"Ccedil", 0xC7},   {"Egrave", 0xC8},   {"Eacute", 0xC9},   {"Ecirc", 0xCA},
    {"Euml", 0xCB},     {"Icirc", 0xCE},    {"Iuml", 0xCF},     {"Ocirc", 0xD4},    {"Ouml", 0xD6},     {"Ugrave", 0xD9},
    {"Ucirc", 0xDB},    {"Uuml", 0xDC},     {"agrave", 0xE0},   {"acirc", 0xE2},    {"ccedil", 0xE7},   {"egrave", 0xE8},
    {"eacute", 0xE9},   {"ecirc", 0xEA},    {"euml", 0xEB},     {"icirc", 0xEE},    {"iuml", 0xEF},     {"ntilde", 0xF1},
    {"ocirc", 0xF4},    {"ouml", 0xF6},     {"ugrave", 0xF9},   {"ucirc", 0xFB},    {"uuml", 0xFC},     {"OElig", 0x152},
    {"oelig", 0x153},   {"rsquo", 0x2019}};

void append(std::string& out, char32_t c) {
  const auto byte = [&out](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | c >> 6);
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | c >> 12);
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | c >> 18);
    byte(0x80 | (c >> 12 & 0x3F));
    byte(0x80 | (c >> 6 & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

/// What stands between `&` and `;`.
std::optional<char32_t> character_of(std::string_view name) noexcept {
  if (!name.starts_with('#')) {
    const auto* found = std::ranges::find(characters, name, &Named::name);
    return found == std::end(characters) ? std::nullopt : std::optional(found->character);
  }
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  std::uint32_t number = 0;
  const auto [end, fault] = std::from_chars(name.data(), name.data() + name.size(), number, hexadecimal ? 16 : 10);
  const bool sound = fault == std::errc{} && end == name.data() + name.size() && number >= 0x20 && number <= 0x10FFFF &&
                     (number < 0xD800 || number > 0xDFFF);
  return sound ? std::optional(static_cast<char32_t>(number)) : std::nullopt;
}

struct Country {
  std::string_view name;
  std::string_view code;
};

/// Those from which people of French schools most often come, and the neighbours. Folded.
constexpr Country countries[] = {
    {"france", ""},          {"algerie", "DZ"},    {"allemagne", "DE"},  {"andorre", "AD"},     {"autriche", "AT"},
    {"belgique", "BE"},      {"bresil", "BR"},     {"bulgarie", "BG"},   {"cameroun", "CM"},    {"canada", "CA"},
    {"chine", "CN"},         {"comores", "KM"},    {"congo", "CG"},      {"cote d ivoire", "CI"}, {"espagne", "ES"},
    {"etats unis", "US"},    {"gabon", "GA"},      {"grece", "GR"},      {"guinee", "GN"},      {"haiti", "HT"},
    {"irlande", "IE"},       {"italie", "IT"},     {"japon", "JP"},      {"liban", "LB"},       {"luxembourg", "LU"},
    {"madagascar", "MG"},    {"mali", "ML"},       {"maroc", "MA"},      {"maurice", "MU"},     {"monaco", "MC"},
    {"pays bas", "NL"},      {"pologne", "PL"},    {"portugal", "PT"},   {"roumanie", "RO"},    {"royaume uni", "GB"},
    {"senegal", "SN"},       {"suisse", "CH"},     {"tunisie", "TN"},    {"turquie", "TR"},     {"ukraine", "UA"},
    {"vietnam", "VN"}};

}  // namespace

std::string clean(std::string_view text) {
  text = base::trim(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '&') {
      const std::size_t end = text.find(';', i);
      const auto character = end - i <= 10 ? character_of(text.substr(i + 1, end - i - 1)) : std::nullopt;
      if (character) {
        append(out, *character);
        i = end;
        continue;
      }
    }
    out.push_back(static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c);
  }
  return out;
}

bool is_damaged(std::string_view text) noexcept { return text.find("\xEF\xBF\xBD") != std::string_view::npos; }

bool country_code(std::string_view name, std::string& code) {
  const std::string folded = base::fold(name);
  if (folded.empty()) {
    code.clear();
    return true;
  }
  const auto* found = std::ranges::find(countries, folded, &Country::name);
  if (found == std::end(countries)) return false;
  code = found->code;
  return true;
}

}  // namespace ent::interop
