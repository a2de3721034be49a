#include "interop/fet/classes.hpp"

#include <algorithm>
#include <utility>

namespace ent::interop::fet {
namespace {

/// Whether some of the groups of a year have pupils in common.
bool overlap(const Year& year, const Sets& sets) {
  std::set<std::int32_t> groups, atoms;
  for (const Group& group : year.groups) {
    const std::int32_t set = sets.find(group.set.name);
    if (!groups.insert(set).second) continue;
    for (const std::int32_t atom : sets.item(set).atoms) {
      if (!atoms.insert(atom).second) return true;
    }
  }
  return false;
}

/// The level at which the school has classes of these names.
std::optional<FetClasses> level_of(const Year& year, const std::set<std::string>& standing) {
  if (standing.contains(year.set.name)) return FetClasses::years;
  const auto stands = [&](const Set& set) { return standing.contains(set.name); };
  if (std::ranges::any_of(year.groups, stands, &Group::set)) return FetClasses::groups;
  const auto has_standing = [&](const Group& group) { return std::ranges::any_of(group.subgroups, stands); };
  if (std::ranges::any_of(year.groups, has_standing)) return FetClasses::subgroups;
  return std::nullopt;
}

class Marker {
 public:
  explicit Marker(const Sets& sets) : sets_(sets), classes_(sets.items().size()) {}

  void mark(const Set& set) { classes_[static_cast<std::size_t>(sets_.find(set.name))] = true; }
  /// The smallest sets down to a level.
  void mark(const Year& year, FetClasses level) {
    if (level == FetClasses::years || year.groups.empty()) return mark(year.set);
    for (const Group& group : year.groups) {
      if (level == FetClasses::groups || group.subgroups.empty()) {
        mark(group.set);
      } else {
        for (const Set& subgroup : group.subgroups) mark(subgroup);
      }
    }
  }
  std::vector<bool> take() { return std::move(classes_); }

 private:
  const Sets& sets_;
  std::vector<bool> classes_;
};

}  // namespace

std::vector<bool> classes_of(const Document& document, const Sets& sets, const std::optional<FetClasses>& asked,
                             const std::set<std::string>& standing) {
  std::optional<FetClasses> usual = asked;
  for (const Year& year : document.years) {
    if (!usual) usual = level_of(year, standing);
  }
  Marker marker(sets);
  for (const Year& year : document.years) {
    std::optional<FetClasses> level = asked ? asked : level_of(year, standing);
    if (!level) level = usual;
    marker.mark(year, level.value_or(overlap(year, sets) ? FetClasses::years : FetClasses::groups));
  }
  return marker.take();
}

}  // namespace ent::interop::fet
