#include "room/rules.hpp"

#include <string>

#include "base/error.hpp"
#include "base/text.hpp"

namespace ent::room {
namespace {

constexpr std::size_t longest_code = 40;
constexpr std::size_t longest_text = 200;
constexpr std::int32_t largest_capacity = 100'000;

std::string trimmed(const std::string& text) { return std::string(base::trim(text)); }

void check(base::Fields& fields, const std::optional<std::int32_t>& capacity, const std::optional<std::string>& site) {
  fields.refuse_if(capacity && (*capacity < 0 || *capacity > largest_capacity), "/capacity", "field.range");
  if (site) fields.length(base::trim(*site), 1, longest_text, "/site");
}

}  // namespace

std::optional<Error> well_formed(const Add& input) {
  base::Fields fields;
  fields.length(base::trim(input.code), 1, longest_code, "/code").length(base::trim(input.name), 1, longest_text, "/name");
  check(fields, input.capacity, input.site);
  return fields.error();
}

std::optional<Error> well_formed(const Change& input, const View& standing) {
  base::Fields fields;
  if (input.code) fields.length(base::trim(*input.code), 1, longest_code, "/code");
  if (input.name) fields.length(base::trim(*input.name), 1, longest_text, "/name");
  check(fields, input.capacity, input.site);
  fields.refuse_if(input.valid_to && *input.valid_to <= standing.valid_from, "/valid_to", "period.empty");
  return fields.error();
}

View made(RoomId id, const Add& input, Date today) {
  View view{id,
            input.org_id,
            trimmed(input.code),
            trimmed(input.name),
            input.kind.value_or(Kind::ordinary),
            input.capacity,
            input.site,
            input.valid_from.value_or(today),
            std::nullopt,
            1};
  if (view.site) view.site = trimmed(*view.site);
  return view;
}

View changed(View view, const Change& input) {
  if (input.code) view.code = trimmed(*input.code);
  if (input.name) view.name = trimmed(*input.name);
  if (input.kind) view.kind = *input.kind;
  if (input.capacity) view.capacity = input.capacity;
  if (input.site) view.site = trimmed(*input.site);
  if (input.valid_to) view.valid_to = input.valid_to;
  view.revision += 1;
  return view;
}

}  // namespace ent::room
