// What staff are, and whom they teach.
#include <algorithm>

#include "interop/aaf/codes.hpp"
#include "interop/aaf/mapper.hpp"
#include "interop/values.hpp"
#include "person/numbers.hpp"
#include "person/rules.hpp"

namespace ent::interop::aaf {
namespace {

constexpr auto other_staff = static_cast<std::int32_t>(Function::other_staff);
constexpr std::size_t longest_subject = 40;

}  // namespace

void Mapper::read_staff(const Record& record, Dossier& out) {
  if (record.has(Attr::functions) || (!out.partial && record.has(Attr::home_unit))) read_posts(record, out);
  read_number(record, Attr::sts_number, person::stsweb, out);
  read_services(record, out);
}

/// `school$code$label$discipline$label`. What says too little gives the lesser right.
void Mapper::read_posts(const Record& record, Dossier& out) {
  out.posts.emplace();
  const auto add = [&](std::int32_t unit, Profile profile, std::int32_t function) {
    const bool known = std::ranges::any_of(*out.posts, [&](const Post& post) {
      return post.unit == unit && post.profile == profile && post.function == function;
    });
    if (!known) out.posts->push_back({unit, profile, function});
  };
  for (const auto value : record.all(Attr::functions)) {
    const std::int32_t unit = unit_of(record, Attr::functions, part(value, 0), out);
    if (unit < 0) {
      ++task_.report.affiliations.refused;
      continue;
    }
    const FunctionCode* code = find_function(part(value, 1));
    if (code == nullptr) warn(record, Attr::functions, "import.unknown_function", out);
    const bool fits = code != nullptr && person::profile_fits(org::Kind::establishment, code->profile);
    if (code != nullptr && !fits) warn(record, Attr::functions, "person.profile_misplaced", out);
    add(unit, fits ? code->profile : Profile::office, fits ? code->function : other_staff);
  }
  const std::string_view home = record.one(Attr::home_unit);
  if (!out.posts->empty() || home.empty() || !record.all(Attr::functions).empty()) return;
  warn(record, Attr::functions, "import.no_function", out);
  const std::int32_t unit = unit_of(record, Attr::home_unit, home, out);
  if (unit >= 0) add(unit, Profile::office, other_staff);
}

void Mapper::read_services(const Record& record, Dossier& out) {
  const auto add = [&](std::int32_t group, std::string_view subject) {
    const bool known = std::ranges::any_of(
        *out.services, [&](const Service& service) { return service.group == group && service.subject == subject; });
    if (!known) out.services->push_back({group, std::string(subject)});
  };
  const auto each_group = [&](Attr attr, GroupKind kind, auto use) {
    for (const auto value : record.all(attr)) {
      const std::int32_t group = group_of(record, attr, value, kind, out);
      if (group < 0) {
        ++task_.report.services.refused;
      } else {
        use(group, value);
      }
    }
  };
  const bool says_services = record.has(Attr::division_subjects) || record.has(Attr::group_subjects) ||
                             record.has(Attr::taught_divisions) || record.has(Attr::taught_groups) ||
                             record.has(Attr::divisions_1d) || record.has(Attr::groups_1d);
  if (says_services) {
    out.services.emplace();
    const auto with_subject = [&](std::int32_t group, std::string_view value) {
      add(group, part(value, 2).substr(0, longest_subject));
    };
    each_group(Attr::division_subjects, GroupKind::division, with_subject);
    each_group(Attr::group_subjects, GroupKind::group, with_subject);
    // Lists without subjects: what is not in the others is taught without one.
    const auto without_subject = [&](std::int32_t group, std::string_view) {
      if (std::ranges::find(*out.services, group, &Service::group) == out.services->end()) add(group, {});
    };
    for (const Attr attr : {Attr::taught_divisions, Attr::divisions_1d}) each_group(attr, GroupKind::division, without_subject);
    for (const Attr attr : {Attr::taught_groups, Attr::groups_1d}) each_group(attr, GroupKind::group, without_subject);
  }
  // In the first degree, those who have the class are its teachers.
  const Attr main = first_degree_ ? Attr::divisions_1d : Attr::main_divisions;
  if (!record.has(main)) return;
  out.roles.emplace();
  each_group(main, GroupKind::division, [&](std::int32_t group, std::string_view) {
    if (std::ranges::find(*out.roles, group, &Role::group) == out.roles->end()) out.roles->push_back({group, main_teacher});
  });
}

}  // namespace ent::interop::aaf
