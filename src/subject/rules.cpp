#include "subject/rules.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "base/error.hpp"
#include "base/text.hpp"

namespace ent::subject {
namespace {

constexpr std::size_t longest_code = 40;
constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_management_code = 20;
constexpr std::size_t national_length = 6;
constexpr std::size_t most_rows = 5000;
constexpr std::int32_t last_position = 100'000;

bool digit(char c) noexcept { return c >= '0' && c <= '9'; }

bool is_national_code(std::string_view code) noexcept {
  return code.size() == national_length &&
         std::ranges::all_of(code, [](char c) { return digit(c) || (c >= 'A' && c <= 'Z'); });
}

bool is_colour(std::string_view colour) noexcept {
  return colour.size() == 7 && colour[0] == '#' && std::ranges::all_of(colour.substr(1), [](char c) {
           return digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
         });
}

void check(base::Fields& fields, const Row& row, const std::string& path) {
  fields.length(base::trim(row.code), 1, longest_code, path + "/code")
      .length(base::trim(row.name), 1, longest_name, path + "/name");
  if (row.short_name) fields.length(base::trim(*row.short_name), 1, longest_code, path + "/short_name");
  fields.refuse_if(row.national_code && !is_national_code(*row.national_code), path + "/national_code",
                   "subject.national_code_malformed");
  if (row.management_code)
    fields.length(base::trim(*row.management_code), 1, longest_management_code, path + "/management_code");
  fields.refuse_if(row.position < 0 || row.position > last_position, path + "/position", "field.range")
      .refuse_if(row.colour && !is_colour(*row.colour), path + "/colour", "subject.colour_malformed");
}

}  // namespace

std::optional<Error> well_formed(const Load& input) {
  if (input.items.empty() || input.items.size() > most_rows) return base::invalid("/items", "field.range");
  base::Fields fields;
  std::unordered_set<std::string_view> codes;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const std::string path = "/items/" + std::to_string(i);
    check(fields, input.items[i], path);
    fields.refuse_if(!codes.insert(base::trim(input.items[i].code)).second, path + "/code", "subject.code_repeated");
  }
  return fields.error();
}

std::optional<Error> well_formed(const Set& input) {
  base::Fields fields;
  check(fields, row_of(input), "");
  return fields.error();
}

Row tidy(Row row) {
  for (std::string* text : {&row.code, &row.name}) *text = std::string(base::trim(*text));
  for (auto* text : {&row.short_name, &row.management_code}) {
    if (*text) *text = std::string(base::trim(**text));
  }
  return row;
}

Row row_of(const Set& input) {
  return {input.code,     input.name,   input.short_name, input.national_code, input.management_code,
          input.position, input.colour, input.retired};
}

View view_of(OrgId org, const Row& row, std::int64_t revision) {
  return {org,          row.code,   row.name,    row.short_name, row.national_code, row.management_code,
          row.position, row.colour, row.retired, revision};
}

bool same(const View& one, const View& other) noexcept {
  const auto all = [](const View& view) {
    return std::tie(view.code, view.name, view.short_name, view.national_code, view.management_code, view.position,
                    view.colour, view.retired);
  };
  return all(one) == all(other);
}

}  // namespace ent::subject
