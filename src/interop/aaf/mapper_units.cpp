// Establishments, with the divisions and groups that they declare.
#include <algorithm>

#include "base/text.hpp"
#include "interop/aaf/mapper.hpp"
#include "interop/limits.hpp"
#include "interop/values.hpp"
#include "org/rules.hpp"

namespace ent::interop::aaf {
namespace {


bool is_nature_code(std::string_view text) {
  return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// `CLG$DES TILLEULS$BOURGFICTIF`: kind, name and town.
std::string name_of(std::string_view value) {
  std::string name;
  for (std::size_t i = 0; i < count_parts(value); ++i) {
    const std::string piece = clean(part(value, i));
    if (!piece.empty()) name.append(name.empty() ? "" : " ").append(piece);
  }
  return name;
}

/// Natures below 200 are those of the first degree.
org::Degree degree_of(std::string_view nature, bool first_degree) {
  if (!nature.empty()) return nature[0] <= '1' ? org::Degree::first : org::Degree::second;
  return first_degree ? org::Degree::first : org::Degree::second;
}

}  // namespace

bool Mapper::unit(const Record& record, const Place& place, UnitRecord& out) {
  out = UnitRecord{};
  out.place = place;
  const auto refuse_all = [&](Attr attr, std::string_view reason) {
    ++task_.report.units.refused;
    task_.notes.refuse(place, record.name_of(attr), reason);
    return false;
  };
  if (record.verb != Verb::add) {
    // A school is closed by those who manage it; what else changed of it comes with the next full feed.
    if (record.verb == Verb::remove || record.has(Attr::unit_name)) task_.notes.warn(place, {}, "import.unit_kept");
    return false;
  }
  out.key = record.one(Attr::unit_key);
  if (out.key.empty()) return refuse_all(Attr::unit_key, "import.required_empty");
  out.code = record.one(Attr::unit_code);
  if (out.code.empty()) out.code = record.one(Attr::unit_code_old);
  if (out.code.empty()) return refuse_all(Attr::unit_code, "import.required_empty");
  if (!org::is_uai(out.code)) return refuse_all(Attr::unit_code, "org.uai_malformed");
  // Zones of replacement have numbers whose letter is none: a caution, no more.
  if (!org::uai_key_fits(out.code)) task_.notes.warn(place, record.name_of(Attr::unit_code), "import.uai_key");
  out.name = name_of(record.one(Attr::unit_name));
  if (out.name.empty()) return refuse_all(Attr::unit_name, "import.required_empty");
  if (base::count_characters(out.name) > longest_org_name) return refuse_all(Attr::unit_name, "text.too_long");
  if (const auto nature = record.one(Attr::unit_nature); is_nature_code(nature)) out.nature_code = nature;
  out.degree = degree_of(out.nature_code, first_degree_);
  return true;
}

/// `code$label$MEF...` and `code$label$division...`
void Mapper::groups_of_unit(const Record& record, const Place& place) {
  const std::string_view key = record.verb == Verb::add ? record.one(Attr::unit_key) : base::trim(record.id);
  const std::int32_t unit = directory_.unit(key);
  if (unit < 0) return;
  for (const auto& [attr, kind] : {std::pair(Attr::unit_divisions, GroupKind::division), std::pair(Attr::unit_groups, GroupKind::group)}) {
    for (const auto value : record.all(attr)) {
      const std::string_view code = part(value, 0);
      if (code.empty() || base::count_characters(code) > longest_code) {
        ++task_.report.groups.refused;
        task_.notes.refuse(place, record.name_of(attr), code.empty() ? "import.required_empty" : "text.too_long");
        continue;
      }
      GroupDetail detail;
      std::string name = clean(part(value, 1));
      if (!name.empty() && base::count_characters(name) <= longest_org_name) detail.name = std::move(name);
      std::vector<std::string> rest;
      for (std::size_t i = 2; i < count_parts(value); ++i) {
        if (const auto text = part(value, i); !text.empty() && base::count_characters(text) <= longest_code) rest.emplace_back(text);
      }
      if (kind == GroupKind::division) {
        detail.levels = std::move(rest);
      } else {
        detail.divisions.emplace();
        for (const std::string& division : rest) {
          const std::int32_t known = directory_.known_group(unit, GroupKind::division, division);
          if (known >= 0) detail.divisions->push_back(known);
        }
      }
      directory_.tell(directory_.group(unit, kind, code), std::move(detail));
    }
  }
}

}  // namespace ent::interop::aaf
