#include "interop/lsu/asked.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "base/error.hpp"
#include "base/text.hpp"
#include "base/try.hpp"
#include "interop/xml_writer.hpp"
#include "org/rules.hpp"
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

/// Whether it can end in a school that hands over such files.
bool ends_there(std::int32_t cycle, Format format) noexcept {
  return format == Format::second_degree ? cycle != first_cycle : cycle != last_cycle;
}

}  // namespace

Asked asked_by(const OfReports& input) { return {input, std::nullopt}; }

Asked asked_by(const OfCycle& input) {
  return {{.period_id = input.period_id,
           .division_ids = input.division_ids,
           .left_out_ids = input.left_out_ids,
           .schema_version = input.schema_version,
           .unknown_version = input.unknown_version,
           .draft = input.draft,
           .class_numbers = input.class_numbers,
           .publisher = input.publisher,
           .application = input.application},
          input.cycle};
}

std::optional<Error> well_formed(const Asked& asked) {
  const OfReports& input = asked.reports;
  if (are_too_many(input.division_ids)) return base::invalid("/division_ids", "field.range");
  base::Fields fields;
  check_divisions(fields, input.division_ids);
  fields.refuse_if(asked.cycle && (*asked.cycle < first_cycle || *asked.cycle > last_cycle), "/cycle", "field.range");
  check_name(fields, input.publisher, "/publisher");
  check_name(fields, input.application, "/application");
  return fields.error();
}

Result<Form> form_of(const Asked& asked, const org::View& school) {
  const OfReports& input = asked.reports;
  const std::string_view model = report::preset_for(school.degree, school.nature_code.value_or(""), "").code;
  if (model == "lycee") return base::fail(Errc::failed_precondition, "lsu.other_school");
  if (!org::is_uai(school.code)) return base::fail(Errc::failed_precondition, "lsu.no_uai");
  Form form;
  form.format = model == "college" ? Format::second_degree : Format::first_degree;
  const auto known = form.format == Format::second_degree ? std::span<const std::string_view>(second_degree_versions)
                                                          : std::span<const std::string_view>(first_degree_versions);
  form.version = input.schema_version.value_or(std::string(known.back()));
  const bool is_known = std::ranges::find(known, form.version) != known.end();
  if (!is_known && !(input.unknown_version && is_version(form.version))) return base::invalid("/schema_version", "lsu.version_unknown");
  if (asked.cycle && !ends_there(*asked.cycle, form.format)) return base::invalid("/cycle", "lsu.other_cycle");
  form.incomplete_too = input.incomplete_too;
  form.publisher = base::trim(input.publisher.value_or(std::string(own_name)));
  form.application = base::trim(input.application.value_or(std::string(own_name)));
  return form;
}

}  // namespace ent::lsu
