#include "interop/aaf/record.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace ent::interop::aaf {
namespace {

/// In the order of the names.
constexpr auto names = [] {
  auto table = std::to_array<AttrName>({
      {"ENTPersonJointure", Attr::person_key},
      {"ENTEleveINE", Attr::national_number},
      {"ENTEleveStructRattachId", Attr::siecle_number},
      {"ENTPersonSTSId", Attr::sts_number},
      {"ENTPersonDateNaissance", Attr::birth_date},
      {"ENTPersonNomPatro", Attr::birth_name},
      {"sn", Attr::family_name},
      {"ENTPersonNom", Attr::family_name},
      {"givenName", Attr::given_name},
      {"ENTPersonPrenom", Attr::given_name},
      {"ENTPersonAutresPrenoms", Attr::other_given_names},
      {"personalTitle", Attr::title},
      {"ENTPersonCivilite", Attr::title},
      {"ENTPersonAdresse", Attr::address},
      {"ENTPersonCodePostal", Attr::postal_code},
      {"ENTPersonVille", Attr::town},
      {"ENTPersonPays", Attr::country},
      {"ENTPersonAdresseDiffusion", Attr::shares_address},
      {"mail", Attr::email},
      {"ENTPersonMail", Attr::email},
      {"homePhone", Attr::home_phone},
      {"ENTPersonTelPerso", Attr::home_phone},
      {"telephoneNumber", Attr::work_phone},
      {"ENTPersRelEleveTelPro", Attr::work_phone},
      {"mobile", Attr::mobile},
      {"ENTPersRelEleveTelMobile", Attr::mobile},
      {"ENTPersonMobileSMS", Attr::mobile_for_sms},
      {"ENTPersonStructRattach", Attr::home_unit},
      {"ENTElevePersRelEleve", Attr::relatives},
      {"ENTEleveAutoriteParentale", Attr::relatives_1d},
      {"ENTEleveMEF", Attr::mef},
      {"ENTEleveLibelleMEF", Attr::mef_label},
      {"ENTEleveNiveau", Attr::level_1d},
      {"ENTEleveRegime", Attr::regime},
      {"ENTEleveClasses", Attr::divisions},
      {"ENTEleveGroupes", Attr::groups},
      {"ENTEleveDateEntreeClasses", Attr::division_entries},
      {"ENTPersonClasses", Attr::divisions_1d},
      {"ENTPersonGroupes", Attr::groups_1d},
      {"ENTPersonFonctions", Attr::functions},
      {"ENTPersonCategorieEnseignant", Attr::is_teacher},
      {"PersEducNatPresenceDevantEleves", Attr::was_teacher},
      {"ENTAuxEnsClasses", Attr::taught_divisions},
      {"ENTAuxEnsGroupes", Attr::taught_groups},
      {"ENTAuxEnsClassesMatieres", Attr::division_subjects},
      {"ENTAuxEnsGroupesMatieres", Attr::group_subjects},
      {"ENTAuxEnsClassesPrincipal", Attr::main_divisions},
      {"ENTStructureJointure", Attr::unit_key},
      {"ENTStructureUAI", Attr::unit_code},
      {"ENTEtablissementUAI", Attr::unit_code_old},
      {"ENTStructureNomCourant", Attr::unit_name},
      {"ENTStructureCodeTypeStruct", Attr::unit_nature},
      {"ENTStructureTypeStruct", Attr::unit_type},
      {"ENTStructureClasses", Attr::unit_divisions},
      {"ENTStructureGroupes", Attr::unit_groups},
      {"ENTServAcCodeAcademie", Attr::academy_code},
      {"ENTMefJointure", Attr::mef_key},
      {"ENTLibelleMef", Attr::mef_name},
  });
  std::ranges::sort(table, {}, &AttrName::name);
  return table;
}();

}  // namespace

const AttrName* find_attribute(std::string_view name) noexcept {
  const auto* found = std::ranges::lower_bound(names, name, {}, &AttrName::name);
  return found != names.end() && found->name == name ? found : nullptr;
}

std::string_view Record::text_of(const Value& value) const noexcept {
  return base::trim(std::string_view(text_).substr(value.begin, value.size));
}

const Record::Value* Record::first(Attr attr) const noexcept {
  const auto found = std::ranges::find_if(values_, [attr](const Value& value) { return value.name->attr == attr; });
  return found == values_.end() ? nullptr : &*found;
}

std::string_view Record::one(Attr attr) const noexcept {
  const Value* value = first(attr);
  return value == nullptr ? std::string_view{} : text_of(*value);
}

std::vector<std::string_view> Record::all(Attr attr) const {
  std::vector<std::string_view> found;
  for (const Value& value : values_) {
    if (value.name->attr != attr) continue;
    if (const std::string_view text = text_of(value); !text.empty()) found.push_back(text);
  }
  return found;
}

std::string_view Record::name_of(Attr attr) const noexcept {
  if (const Value* value = first(attr)) return value->name->name;
  // Lower case begins the names of the second degree that the first has names of its own for.
  const AttrName* best = nullptr;
  for (const AttrName& name : names) {
    if (name.attr == attr && (best == nullptr || (name.name[0] >= 'a' && name.name[0] <= 'z'))) best = &name;
  }
  return best == nullptr ? std::string_view{} : best->name;
}

std::string_view part(std::string_view value, std::size_t index) noexcept {
  for (; index > 0; --index) {
    const std::size_t end = value.find('$');
    if (end == std::string_view::npos) return {};
    value.remove_prefix(end + 1);
  }
  return base::trim(value.substr(0, value.find('$')));
}

std::size_t count_parts(std::string_view value) noexcept {
  return static_cast<std::size_t>(std::ranges::count(value, '$')) + 1;
}

}  // namespace ent::interop::aaf
