#include "guardian/rules.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"

namespace ent::guardian {
namespace {

constexpr std::size_t longest_reference = 200;
constexpr std::int32_t last_priority = 99;
constexpr int age_of_majority = 18;
constexpr Right all_rights[] = {Right::inform_main, Right::inform_daily, Right::decide_usual, Right::decide_important,
                                Right::message,     Right::pickup,       Right::pay};

constexpr std::int64_t bit(Right right) noexcept { return static_cast<std::int64_t>(right); }

void check_priority(base::Fields& fields, const std::optional<std::int32_t>& priority) {
  fields.refuse_if(priority && (*priority < 1 || *priority > last_priority), "/priority", "field.range");
}

void check_reference(base::Fields& fields, const std::optional<std::string>& reference) {
  if (reference) fields.length(base::trim(*reference), 1, longest_reference, "/court_ref");
}

void check_rights(base::Fields& fields, const std::optional<std::vector<Right>>& rights, Kind kind) {
  fields.refuse_if(rights && (bits_of(*rights) & ~ceiling_of(kind)) != 0, "/rights", "guardian.rights_beyond_kind");
}

}  // namespace

std::int64_t given_by(Kind kind) noexcept {
  switch (kind) {
#define ENT_GUARDIAN_KIND(kind, value, given, ceiling) \
  case Kind::kind:                                     \
    return given;
#include "access/permission_table.inc"
  }
  return 0;
}

std::int64_t ceiling_of(Kind kind) noexcept {
  switch (kind) {
#define ENT_GUARDIAN_KIND(kind, value, given, ceiling)                                               \
  case Kind::kind:                                                                                   \
    static_assert(static_cast<int>(Kind::kind) == (value), "as in src/access/guardian-kinds.csv");   \
    return ceiling;
#include "access/permission_table.inc"
  }
  return 0;
}

std::int64_t bits_of(const std::vector<Right>& rights) noexcept {
  std::int64_t bits = 0;
  for (const Right right : rights) bits |= bit(right);
  return bits;
}

std::vector<Right> rights_of(std::int64_t bits) {
  std::vector<Right> rights;
  for (const Right right : all_rights) {
    if ((bits & bit(right)) != 0) rights.push_back(right);
  }
  return rights;
}

bool is_legal(Kind kind) noexcept { return kind == Kind::legal || kind == Kind::legal_sole; }

bool excludes(Kind one, Kind other) noexcept {
  return (one == Kind::legal_sole && is_legal(other)) || (other == Kind::legal_sole && is_legal(one));
}

std::optional<Error> well_formed(const Link& input) {
  base::Fields fields;
  fields.refuse_if(input.pupil_id == input.adult_id, "/adult_id", "guardian.oneself")
      .refuse_if(input.kind == Kind::withdrawn, "/kind", "guardian.kind_restricted");
  if (input.kind != Kind::withdrawn) check_rights(fields, input.rights, input.kind);
  check_priority(fields, input.priority);
  check_reference(fields, input.court_ref);
  return fields.error();
}

std::optional<Error> well_formed(const Change& input, Kind kind) {
  base::Fields fields;
  fields.refuse_if(input.kind == Kind::withdrawn, "/kind", "guardian.kind_restricted");
  if (kind != Kind::withdrawn) check_rights(fields, input.rights, kind);
  check_priority(fields, input.priority);
  check_reference(fields, input.court_ref);
  return fields.error();
}

std::optional<Error> well_formed(const Restrict& input) {
  base::Fields fields;
  fields.refuse_if(input.pupil_id == input.adult_id, "/adult_id", "guardian.oneself");
  check_reference(fields, input.court_ref);
  return fields.error();
}

std::optional<Error> well_formed(const End& input, bool restricted) {
  base::Fields fields;
  fields.refuse_if(restricted && !input.court_ref, "/court_ref", "guardian.court_ref_missing");
  check_reference(fields, input.court_ref);
  return fields.error();
}

std::vector<unit::Period> left_over(unit::Period days, std::span<const unit::Period> taken) {
  std::vector<unit::Period> left;
  for (const unit::Period& one : taken) {
    if (days.from < one.from && one.from < days.to) left.push_back({days.from, one.from});
    days.from = std::max(days.from, one.to);
  }
  if (days.from < days.to) left.push_back(days);
  return left;
}

bool has_own_post(const std::vector<Profile>& profiles) noexcept {
  return std::ranges::any_of(profiles, [](Profile profile) { return profile != Profile::pupil && profile != Profile::guardian; });
}

Date comes_of_age(Date born) noexcept {
  const auto birthday = std::chrono::year_month_day(born) + std::chrono::years{age_of_majority};
  return birthday.ok() ? Date(birthday) : Date(birthday.year() / std::chrono::March / 1);
}

}  // namespace ent::guardian
