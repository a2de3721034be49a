// Where pupils are, and who answers for them.
#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"
#include "guardian/rules.hpp"
#include "interop/aaf/codes.hpp"
#include "interop/aaf/mapper.hpp"
#include "interop/limits.hpp"
#include "interop/values.hpp"
#include "person/numbers.hpp"

namespace ent::interop::aaf {
Named group_of_first_degree(std::string_view value) noexcept {
  if (count_parts(value) >= 5) return {part(value, 3), part(value, 4)};
  const std::string_view label = part(value, 2);
  return {label, label};
}

std::int32_t Mapper::unit_of(const Record& record, Attr attr, std::string_view key, Dossier& out) {
  const std::int32_t unit = directory_.unit(key);
  if (unit < 0) refuse(record, attr, "import.unknown_unit", out);
  return unit;
}

std::int32_t Mapper::group_of(const Record& record, Attr attr, std::string_view value, GroupKind kind, Dossier& out) {
  const std::int32_t unit = unit_of(record, attr, part(value, 0), out);
  if (unit < 0) return -1;
  Named named{part(value, 1), {}};
  if (attr == Attr::divisions_1d || attr == Attr::groups_1d) named = group_of_first_degree(value);
  if (named.code.empty() || base::count_characters(named.code) > longest_code) {
    refuse(record, attr, named.code.empty() ? "import.required_empty" : "text.too_long", out);
    return -1;
  }
  const std::int32_t group = directory_.group(unit, kind, named.code);
  if (!named.label.empty()) directory_.tell(group, {.name = clean(named.label)});
  return group;
}

void Mapper::read_pupil(const Record& record, Dossier& out) {
  if (record.has(Attr::home_unit) && (!out.partial || !record.one(Attr::home_unit).empty())) {
    out.posts.emplace();
    if (const std::string_view key = record.one(Attr::home_unit); !key.empty()) {
      const std::int32_t unit = unit_of(record, Attr::home_unit, key, out);
      if (unit >= 0) out.posts->push_back({unit, Profile::pupil, 0});
      if (unit < 0) ++task_.report.affiliations.refused;
    }
  }
  read_number(record, Attr::siecle_number, person::siecle, out);
  read_stays(record, out);
  if (record.has(Attr::relatives) || record.has(Attr::relatives_1d)) read_ties(record, out);
}

void Mapper::read_stays(const Record& record, Dossier& out) {
  // A MEF says more than its label, and the nomenclature tells the label.
  std::string level = clean(record.one(Attr::mef));
  const Attr level_attr = level.empty() && record.has(Attr::level_1d) ? Attr::level_1d : Attr::mef;
  if (level.empty()) level = clean(record.one(Attr::level_1d));
  if (base::count_characters(level) > longest_code) {
    warn(record, level_attr, "text.too_long", out);
    level.clear();
  }
  if (!level.empty()) out.level = level;
  out.regime = read_regime(record, out);
  // It is said of the school to which the pupil belongs.
  const std::int32_t home = directory_.unit(record.one(Attr::home_unit));
  const auto regime_in = [&](std::int32_t group) {
    return home < 0 || directory_.org_of(home) == directory_.org_of_group(group) ? out.regime : 0;
  };
  const auto read = [&](Attr attr, GroupKind kind, std::optional<std::vector<Membership>>& stays) {
    if (!record.has(attr)) return;
    if (!stays) stays.emplace();
    for (const auto value : record.all(attr)) {
      const std::int32_t group = group_of(record, attr, value, kind, out);
      if (group < 0) {
        ++task_.report.memberships.refused;
        continue;
      }
      if (std::ranges::find(*stays, group, &Membership::group) == stays->end())
        stays->push_back({group, kind == GroupKind::division ? level : std::string(), {}, {},
                          kind == GroupKind::division ? regime_in(group) : 0});
    }
  };
  read(Attr::divisions, GroupKind::division, out.divisions);
  read(Attr::divisions_1d, GroupKind::division, out.divisions);
  read(Attr::groups, GroupKind::group, out.groups);
  read(Attr::groups_1d, GroupKind::group, out.groups);
  if (!out.divisions) return;
  for (const auto value : record.all(Attr::division_entries)) {  // school$dd/mm/yyyy$class
    const auto date = base::parse_french_date(part(value, 1));
    if (!date) {
      warn(record, Attr::division_entries, "import.bad_date", out);
      continue;
    }
    const std::int32_t unit = directory_.unit(part(value, 0));
    for (Membership& stay : *out.divisions) {
      if (unit >= 0 && directory_.is_group(stay.group, unit, part(value, 2))) stay.from = *date;
    }
  }
}

/// 0: not said, or not known.
std::int32_t Mapper::read_regime(const Record& record, Dossier& out) {
  const std::string_view label = record.one(Attr::regime);
  if (label.empty()) return 0;
  const auto regime = find_regime(label);
  if (!regime) warn(record, Attr::regime, "import.unknown_regime", out);
  return regime ? static_cast<std::int32_t>(*regime) : 0;
}

void Mapper::read_ties(const Record& record, Dossier& out) {
  out.ties.emplace();
  const Attr attr = record.has(Attr::relatives) ? Attr::relatives : Attr::relatives_1d;
  for (const auto value : record.all(attr)) {
    if (!read_tie(record, value, out)) ++task_.report.guardianships.refused;
  }
}

/// `person$relationship$pays$legal$contact$payment`; in the first degree `person$legal`, of those who hold
/// the authority.
bool Mapper::read_tie(const Record& record, std::string_view value, Dossier& out) {
  const bool first = !record.has(Attr::relatives);
  const Attr attr = first ? Attr::relatives_1d : Attr::relatives;
  if (!first && count_parts(value) != 6) return refuse(record, attr, "import.malformed_value", out), false;
  Tie tie;
  tie.adult = part(value, 0);
  if (tie.adult.empty()) return refuse(record, attr, "import.malformed_value", out), false;
  const std::string_view legal = first ? part(value, 1) : part(value, 3);
  const std::string_view code = first ? std::string_view{} : part(value, 1);
  if (is_self(code)) return true;  // an adult pupil answers for himself
  static constexpr RelationshipCode holder{"", false, 0, guardian::Kind::legal, guardian::Kind::in_charge,
                                           guardian::Kind::contact};
  const RelationshipCode* relationship = first ? &holder : find_relationship(code);
  if (relationship == nullptr) {
    warn(record, attr, "import.unknown_relationship", out);
    relationship = find_relationship("90");
  }
  if (relationship->is_old) warn(record, attr, "import.old_relationship", out);
  guardian::Kind kind = relationship->otherwise;
  if (legal == "1" || (first && legal.empty())) {
    kind = relationship->if_legal;
  } else if (legal == "2") {
    // The second legal representative of older feeds, the person in charge of newer ones: the lesser right.
    kind = relationship->if_second;
    warn(record, attr, "import.ambiguous_guardian", out);
  } else if (legal != "0") {
    warn(record, attr, "import.malformed_value", out);
  }
  std::int64_t rights = guardian::given_by(kind);
  const auto pay = static_cast<std::int64_t>(guardian::Right::pay);
  if (!first && (part(value, 2) == "1" || part(value, 5) == "1")) rights |= pay & guardian::ceiling_of(kind);
  tie.relationship = relationship->relationship;
  tie.kind = static_cast<std::int32_t>(kind);
  tie.rights = static_cast<std::int32_t>(rights);
  tie.priority = static_cast<std::int32_t>(std::min<std::size_t>(out.ties->size() + 1, 99));
  out.ties->push_back(std::move(tie));
  return true;
}

}  // namespace ent::interop::aaf
