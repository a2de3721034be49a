#include "interop/lsu/asked.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/try.hpp"
#include "interop/lsu/cycle_codes.hpp"
#include "interop/lsu/limits.hpp"
#include "interop/xml_writer.hpp"
#include "report/models.hpp"

namespace ent::lsu {
namespace {

constexpr std::size_t most_divisions = 100;
constexpr std::size_t longest_name = 50;
constexpr std::size_t longest_version = 10;
constexpr std::int32_t first_cycle = 2;
constexpr std::int32_t last_cycle = 4;
constexpr std::string_view own_name = "ent";

constexpr std::string_view first_degree_versions[] = {"1.0"};
constexpr std::string_view second_degree_versions[] = {"2.0", "3.0", "4.0", "5.0", "6.0", "7.0"};

/// "7.0": digits, a point, digits.
bool is_version(std::string_view text) noexcept {
  const auto all_digits = [](std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
  };
  const auto point = text.find('.');
  return text.size() <= longest_version && point != std::string_view::npos && all_digits(text.substr(0, point)) &&
         all_digits(text.substr(point + 1));
}

void check_name(base::Fields& fields, const std::optional<std::string>& name, const std::string& path) {
  if (!name) return;
  fields.length(base::trim(*name), 1, longest_name, path);
  fields.refuse_if(!interop::is_xml_text(*name), path, "lsu.character_forbidden");
}

void check_divisions(base::Fields& fields, const std::vector<GroupId>& divisions) {
  std::set<GroupId> seen;
  for (std::size_t i = 0; i < divisions.size(); ++i)
    fields.refuse_if(!seen.insert(divisions[i]).second, "/division_ids/" + std::to_string(i), "field.repeated");
}

bool are_too_many(const std::vector<GroupId>& divisions) noexcept { return divisions.empty() || divisions.size() > most_divisions; }

bool is_language(std::string_view code) { return std::ranges::find(languages, code) != languages.end(); }

bool is_component(std::string_view code) {
  return std::ranges::any_of(report::socle_components(), [&](const report::PresetDomain& one) { return code == one.code; });
}

/// Of a code that is known, or AUC; all others have a degree, 1 or 2.
void check_code(base::Fields& fields, const std::optional<std::string>& code, bool (*is_known)(std::string_view), std::int32_t degree,
                const std::string& path) {
  const bool has_degree = code && *code != no_code;
  fields.refuse_if(has_degree && !is_known(*code), path + "_code", "lsu.code_unknown");
  fields.refuse_if(has_degree ? degree != 1 && degree != 2 : degree != 0, path + "_degree", "field.range");
}

void check_synthesis(base::Fields& fields, const Synthesis& synthesis, const std::string& path) {
  fields.length(base::trim(synthesis.text), 1, longest_synthesis, path + "/text");
  for (std::size_t i = 0; i < synthesis.exempt_codes.size(); ++i) {
    fields.refuse_if(!is_component(synthesis.exempt_codes[i]), path + "/exempt_codes/" + std::to_string(i), "lsu.code_unknown");
  }
  check_code(fields, synthesis.complement_code, &report::is_complement, synthesis.complement_degree, path + "/complement");
  check_code(fields, synthesis.language_code, &is_language, synthesis.language_degree, path + "/language");
}

/// `asked` says it as both inputs do.
template <class Asked>
Result<Form> form_for(const Asked& asked, const org::View& school) {
  const std::string_view model = report::preset_for(school.degree, school.nature_code.value_or(""), "").code;
  if (model == "lycee") return base::fail(Errc::failed_precondition, "lsu.other_school");
  Form form;
  form.format = model == "college" ? Format::second_degree : Format::first_degree;
  const auto known = form.format == Format::second_degree ? std::span<const std::string_view>(second_degree_versions)
                                                          : std::span<const std::string_view>(first_degree_versions);
  form.version = asked.schema_version.value_or(std::string(known.back()));
  const bool is_known = std::ranges::find(known, form.version) != known.end();
  if (!is_known && !(asked.unknown_version && is_version(form.version))) return base::invalid("/schema_version", "lsu.version_unknown");
  form.publisher = base::trim(asked.publisher.value_or(std::string(own_name)));
  form.application = base::trim(asked.application.value_or(std::string(own_name)));
  return form;
}

}  // namespace

std::optional<Error> well_formed(const OfReports& input) {
  if (are_too_many(input.division_ids)) return base::invalid("/division_ids", "field.range");
  base::Fields fields;
  check_divisions(fields, input.division_ids);
  check_name(fields, input.publisher, "/publisher");
  check_name(fields, input.application, "/application");
  return fields.error();
}

std::optional<Error> well_formed(const OfCycle& input) {
  if (are_too_many(input.division_ids)) return base::invalid("/division_ids", "field.range");
  base::Fields fields;
  check_divisions(fields, input.division_ids);
  fields.refuse_if(input.cycle < first_cycle || input.cycle > last_cycle, "/cycle", "field.range");
  std::set<PersonId> pupils;
  for (std::size_t i = 0; i < input.syntheses.size(); ++i) {
    const std::string path = "/syntheses/" + std::to_string(i);
    fields.refuse_if(!pupils.insert(input.syntheses[i].pupil_id).second, path + "/pupil_id", "field.repeated");
    check_synthesis(fields, input.syntheses[i], path);
  }
  check_name(fields, input.publisher, "/publisher");
  check_name(fields, input.application, "/application");
  return fields.error();
}

Result<Form> form_of(const OfReports& input, const org::View& school) {
  ENT_TRY(form, form_for(input, school));
  form.incomplete_too = input.incomplete_too;
  return form;
}

Result<Form> form_of(const OfCycle& input, const org::View& school) {
  ENT_TRY(form, form_for(input, school));
  const bool is_of_school = form.format == Format::second_degree ? input.cycle != first_cycle : input.cycle != last_cycle;
  if (!is_of_school) return base::invalid("/cycle", "lsu.other_cycle");
  return form;
}

}  // namespace ent::lsu
