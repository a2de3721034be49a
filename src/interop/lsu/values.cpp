#include "interop/lsu/values.hpp"

#include <algorithm>
#include <charconv>

#include "base/rational.hpp"
#include "base/text.hpp"
#include "interop/lsu/limits.hpp"
#include "report/models.hpp"

namespace ent::lsu {
namespace {

constexpr std::size_t code_length = 6;
constexpr std::size_t national_number_length = 11;
constexpr std::size_t longest_number = 18;
constexpr std::size_t longest_label = 40;
constexpr std::string_view teacher_types[] = {"epp", "local", "dir", "autre"};

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_digit_or_capital(char c) noexcept { return is_digit(c) || (c >= 'A' && c <= 'Z'); }

bool is_code(std::string_view text) noexcept {
  return text.size() == code_length && std::ranges::all_of(text, is_digit_or_capital);
}

/// None of what is no fraction of 64 bits.
std::optional<base::Rational> fraction_of(std::string_view text) noexcept {
  std::int64_t numerator = 0, denominator = 1;
  const char* const end = text.data() + text.size();
  auto read = std::from_chars(text.data(), end, numerator);
  if (read.ec == std::errc{} && read.ptr != end && *read.ptr == '/') read = std::from_chars(read.ptr + 1, end, denominator);
  if (read.ec != std::errc{} || read.ptr != end || denominator <= 0) return std::nullopt;
  return base::Rational(numerator, denominator);
}

/// What is rounded again: the exact value, unless something else is shown than that value to the hundredth.
base::Rational behind(Decimal shown, std::string_view exact) {
  const base::Rational half_of_hundredth(1, 200);
  const auto value = fraction_of(exact);
  if (!value) return shown;
  const base::Rational apart = *value - base::Rational(shown);
  return apart <= half_of_hundredth && -apart <= half_of_hundredth ? *value : base::Rational(shown);
}

}  // namespace

bool is_number(std::string_view text) noexcept {
  return !text.empty() && text.size() <= longest_number && text[0] != '0' && std::ranges::all_of(text, is_digit);
}

bool is_national_number(std::string_view text) noexcept {
  return text.size() == national_number_length && std::ranges::all_of(text, is_digit_or_capital);
}

std::optional<TeacherNumber> teacher_number_of(std::string_view key) noexcept {
  const auto colon = key.find(':');
  TeacherNumber found{teacher_types[0], key};
  if (colon != std::string_view::npos) found = {key.substr(0, colon), key.substr(colon + 1)};
  const bool is_known = std::ranges::find(teacher_types, found.type) != std::end(teacher_types);
  return is_known && is_number(found.number) ? std::optional(found) : std::nullopt;
}

std::optional<Discipline> discipline_of(const report::Line& line, const Delivery& delivery) {
  if (!line.subject_code) return std::nullopt;
  SubjectCodes codes;
  if (const auto known = delivery.subjects.find(*line.subject_code); known != delivery.subjects.end()) codes = known->second;
  Discipline found;
  found.code = is_code(*line.subject_code) ? *line.subject_code : codes.national;
  if (!is_code(found.code)) return std::nullopt;
  if (codes.national != found.code) found.national = codes.national;
  if (line.mode != gradebook::SubjectMode::ordinary) found.modality = 'F';
  const bool is_short_better = base::count_characters(line.name) > longest_label && !codes.short_name.empty();
  found.label = is_short_better ? codes.short_name : line.name;
  return found;
}

std::optional<std::string> domain_of(const report::Line& line) {
  for (const report::Preset& preset : report::presets()) {
    for (const report::PresetDomain& domain : preset.domains) {
      if (line.subject_code == domain.code) return domain.code + std::string("-RAC");
    }
  }
  return std::nullopt;
}

std::string average_text(Decimal shown, std::string_view exact, Decimal scale) {
  const std::string out_of = '/' + scale.text();
  const std::string whole = shown.text() + out_of;
  if (whole.size() <= longest_average) return whole;
  for (const std::int64_t parts : {10'000, 1'000, 100, 10, 1}) {
    const auto rounded = behind(shown, exact).rounded(base::Toward::nearest, base::Rational(1, parts));
    const std::string text = rounded.decimal().text() + out_of;
    if (text.size() <= longest_average) return text;
  }
  return whole;
}

std::string_view code_of(report::ArrangementKind kind) noexcept {
  switch (kind) {
    case report::ArrangementKind::pap: return "PAP";
    case report::ArrangementKind::pai: return "PAI";
    case report::ArrangementKind::ppre: return "PPRE";
    case report::ArrangementKind::pps: return "PPS";
    case report::ArrangementKind::ulis: return "ULIS";
    case report::ArrangementKind::upe2a: return "UPE2A";
    case report::ArrangementKind::segpa: return "SEGPA";
    case report::ArrangementKind::success_contract: break;
  }
  return "CTR";
}

std::string_view text_of(report::ArrangementKind kind) noexcept {
  return kind == report::ArrangementKind::ppre ? "complement-ppre" : "complement-contrat-reussite";
}

std::string full_name(const person::Card& card) {
  return std::string(base::trim(card.given_name + ' ' + card.family_name));
}

std::string_view title_text(const person::Card& card) noexcept {
  if (!card.title) return {};
  return *card.title == person::Title::monsieur ? "M" : "MME";
}

std::vector<person::Card> teachers_of(const report::Report& report) {
  if (!report.main_teachers.empty()) return report.main_teachers;
  std::vector<person::Card> found;
  for (const report::Line& line : report.lines) {
    for (const person::Card& teacher : line.teachers) {
      if (std::ranges::find(found, teacher.id, &person::Card::id) == found.end()) found.push_back(teacher);
    }
  }
  return found;
}

bool says_something(const std::optional<std::string>& text) noexcept { return text && !base::trim(*text).empty(); }

bool says_something(const report::Line& line) noexcept {
  const bool has_average = line.average && line.average->shown;
  return has_average || line.positioning || !line.elements.empty() || says_something(line.comment);
}

}  // namespace ent::lsu
