#include "interop/oneroster/codes.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "org/rules.hpp"

namespace ent::interop::oneroster {
namespace {

constexpr RoleCode role_codes[] = {
#define ENT_ONEROSTER_ROLE(role, profile, function, certain) {role, Profile::profile, function, certain},
#include "interop/code_table.inc"
};

struct KindName {
  org::Kind kind;
  std::string_view type;
  std::string_view name;
};

/// The first of a type is what the type is taken for where nothing more is said.
constexpr KindName kinds[] = {
    {org::Kind::establishment, "school", "establishment"}, {org::Kind::academy, "district", "academy"},
    {org::Kind::region, "state", "region"},                {org::Kind::municipality, "local", "municipality"},
    {org::Kind::department, "local", "department"},        {org::Kind::agglomeration, "local", "agglomeration"},
    {org::Kind::circonscription, "local", "circonscription"}};

constexpr std::string_view made_mark = "or-";
constexpr std::size_t longest_unit_code = 20;

struct LevelGrade {
  std::string_view begin;
  std::string_view grade;
};

/// The first digits of the national codes of formations, and the classes of the first degree.
constexpr LevelGrade level_grades[] = {{"1001", "06"}, {"1011", "07"}, {"1021", "08"}, {"1031", "09"}, {"2001", "10"},
                                       {"2011", "11"}, {"2021", "12"}};
constexpr LevelGrade first_degree_grades[] = {{"TPS", "PR"}, {"PS", "PK"},  {"MS", "PK"},  {"GS", "KG"}, {"CP", "01"},
                                              {"CE1", "02"}, {"CE2", "03"}, {"CM1", "04"}, {"CM2", "05"}};
constexpr std::string_view known_grades[] = {"IT", "PR", "PK", "TK", "KG", "01", "02", "03", "04", "05", "06",
                                       "07", "08", "09", "10", "11", "12", "13", "UG"};

constexpr std::size_t mef_digits = 11;

}  // namespace

std::optional<std::uint8_t> find_role(std::string_view code) noexcept {
  const auto* found = std::ranges::find(role_codes, code, &RoleCode::code);
  return found == std::end(role_codes) ? std::nullopt : std::optional(static_cast<std::uint8_t>(found - role_codes));
}

const RoleCode& role_at(std::uint8_t place) noexcept { return role_codes[place]; }

PersonKind person_kind(const RoleCode& role) noexcept {
  if (role.profile == Profile::pupil) return PersonKind::pupil;
  return role.profile == Profile::guardian ? PersonKind::relative : PersonKind::staff;
}

Guardianship guardianship_of(std::string_view role, bool parents_are_legal) noexcept {
  using guardian::Kind;
  using guardian::Relationship;
  if (role == "parent") return {parents_are_legal ? Kind::legal : Kind::in_charge, 0};
  if (role == "guardian")
    return {parents_are_legal ? Kind::delegated : Kind::in_charge, static_cast<std::int32_t>(Relationship::legal_guardian)};
  return {Kind::contact, static_cast<std::int32_t>(Relationship::family)};
}

std::optional<org::Kind> kind_of(std::string_view type, std::string_view kind) noexcept {
  const auto* exact = std::ranges::find_if(kinds, [&](const KindName& row) { return row.type == type && row.name == kind; });
  if (exact != std::end(kinds)) return exact->kind;
  const auto* found = std::ranges::find(kinds, type, &KindName::type);
  return found == std::end(kinds) ? std::nullopt : std::optional(found->kind);
}

std::string_view type_of(org::Kind kind) noexcept { return std::ranges::find(kinds, kind, &KindName::kind)->type; }
std::string_view name_of(org::Kind kind) noexcept { return std::ranges::find(kinds, kind, &KindName::kind)->name; }

std::string uai_of(std::string_view identifier) {
  std::string code(identifier);
  for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  return org::is_uai(code) ? code : std::string();
}

bool is_unit_code(std::string_view identifier) noexcept {
  return !identifier.empty() && base::count_characters(identifier) <= longest_unit_code;
}

std::string made_code(std::string_view feed, std::string_view key) {
  std::uint64_t number = 14695981039346656037u;  // FNV-1a
  for (const std::string_view text : {feed, std::string_view("\n"), key}) {
    for (const char c : text) number = (number ^ static_cast<unsigned char>(c)) * 1099511628211u;
  }
  std::string code(made_mark);
  for (int i = 0; i < 16; ++i, number >>= 4) code.push_back("0123456789abcdef"[number & 15]);
  return code;
}

bool is_made_code(std::string_view code) noexcept {
  return code.size() == made_mark.size() + 16 && code.starts_with(made_mark);
}

std::optional<org::Degree> degree_of_grade(std::string_view level) noexcept {
  const std::string_view grade = grade_of_level(level);
  if (grade.empty() || grade == "UG") return std::nullopt;
  const bool is_first = grade[0] > '9' || grade <= "05";
  return is_first ? org::Degree::first : org::Degree::second;
}

std::string_view grade_of_level(std::string_view level) noexcept {
  if (const auto* found = std::ranges::find(known_grades, level); found != std::end(known_grades)) return *found;
  if (const auto* found = std::ranges::find(first_degree_grades, level, &LevelGrade::begin); found != std::end(first_degree_grades))
    return found->grade;
  if (level.size() != mef_digits) return {};
  const auto* found = std::ranges::find(level_grades, level.substr(0, 4), &LevelGrade::begin);
  return found == std::end(level_grades) ? std::string_view{} : found->grade;
}

}  // namespace ent::interop::oneroster
