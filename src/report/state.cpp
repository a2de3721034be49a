#include "report/state.hpp"

#include <algorithm>

namespace ent::report {
namespace {

bool is_of_a_subject(const Missing& missing) noexcept {
  return missing.wanted == Wanted::subject_comment || missing.wanted == Wanted::positioning;
}

/// Complete is the end of a cycle with all its components and a synthesis.
void want_cycle_end(std::vector<Missing>& found, const Report& report) {
  for (const Component& component : report.cycle_end->components) {
    if (!component.position) found.push_back({report.pupil, Wanted::component, component.code, report.main_teachers});
  }
  if (!report.cycle_end->synthesis) found.push_back({report.pupil, Wanted::cycle_synthesis, std::nullopt, report.main_teachers});
}

bool says_something(const Line& line) noexcept { return line.comment || line.positioning; }

}  // namespace

std::vector<Missing> missing_in(const Report& report, const Preset& preset, const std::vector<bool>& expected) {
  std::vector<Missing> found;
  for (std::size_t i = 0; i < report.lines.size(); ++i) {
    const Line& line = report.lines[i];
    if (!expected[i]) continue;
    if (preset.requires_block(Block::subject_comments) && !line.comment)
      found.push_back({report.pupil, Wanted::subject_comment, line.subject_code, line.teachers});
    if (preset.requires_block(Block::positioning) && !line.positioning)
      found.push_back({report.pupil, Wanted::positioning, line.subject_code, line.teachers});
  }
  if (preset.requires_block(Block::general_comment) && !report.general_comment)
    found.push_back({report.pupil, Wanted::general_comment, std::nullopt, report.main_teachers});
  if (preset.requires_block(Block::school_life_comment) && !(report.school_life && report.school_life->comment))
    found.push_back({report.pupil, Wanted::school_life_comment, std::nullopt, {}});
  if (report.cycle_end) want_cycle_end(found, report);
  return found;
}

State state_of(const Report& report, std::span<const Missing> missing, gradebook::PeriodState period, bool issued) {
  if (issued && period == gradebook::PeriodState::published) return State::published;
  if (missing.empty()) return State::complete;
  if (std::ranges::none_of(missing, is_of_a_subject)) return State::synthesis;
  if (report.general_comment || period != gradebook::PeriodState::open) return State::mixed;
  return std::ranges::any_of(report.lines, says_something) ? State::teachers : State::empty;
}

State least(std::span<const Standing> reports) {
  const auto found = std::ranges::min_element(reports, {}, &Standing::state);
  return found == reports.end() ? State::empty : found->state;
}

}  // namespace ent::report
