#include "attendance/entry.hpp"

#include <utility>

#include "attendance/cover.hpp"

namespace ent::attendance {
namespace {

std::optional<std::string> unless_empty(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

/// None at the day's end.
std::optional<TimeOfDay> end_of(const Span& span) noexcept {
  return span.to % day_minutes == 0 ? std::nullopt : std::optional(time_of(span.to));
}

}  // namespace

std::optional<Decision> decision_of(const EntryRow& entry, const Grounds& grounds) {
  if (entry.accepted) return Decision::accepted;
  std::vector<Span> accepted, decided;
  for (const JustificationRow& one : grounds.justifications) {
    if (one.member != entry.member || !one.decision || !one.span.overlaps(entry.span)) continue;
    decided.push_back(one.span);
    if (*one.decision == Decision::accepted) accepted.push_back(one.span);
  }
  if (decided.empty()) return std::nullopt;
  auto parts = open_parts(entry.span, grounds.open);
  if (parts.empty()) parts.push_back(entry.span);
  if (Cover(std::move(accepted)).holds_all(parts)) return Decision::accepted;
  if (Cover(std::move(decided)).holds_all(parts)) return Decision::refused;
  return std::nullopt;
}

std::vector<Span> accepted_spans(std::span<const JustificationRow> justifications) {
  std::vector<Span> spans;
  for (const JustificationRow& one : justifications) {
    if (one.decision == Decision::accepted) spans.push_back(one.span);
  }
  return spans;
}

Observed observed(const EntryRow& entry) {
  Observed seen{entry.span.from, entry.span.to, entry.kind == Kind::presence ? Said::no : Said::yes, entry.accepted};
  if (entry.kind == Kind::lateness) seen.form = Form::lateness;
  if (entry.kind == Kind::departure) seen.form = Form::departure;
  return seen;
}

Entry view_of(OrgId org, EntryRow entry, const Grounds& grounds, bool with_comment) {
  Entry view;
  view.decision = decision_of(entry, grounds);
  view.id = make_id<EntryId>(org.value, entry.entry);
  view.pupil = std::move(entry.pupil);
  view.kind = entry.kind;
  view.date = date_of(entry.span.from);
  view.begins = time_of(entry.span.from);
  view.last_date = date_of(entry.span.to - 1);
  view.ends = end_of(entry.span);
  if (entry.from.half != 0) {
    view.division_id = make_id<GroupId>(org.value, entry.from.group);
    view.half_day = static_cast<HalfDay>(entry.from.half);
  }
  if (entry.from.lesson != 0) view.lesson_id = make_id<LessonId>(org.value, entry.from.lesson);
  view.reason_code = unless_empty(std::move(entry.reason));
  view.settled = entry.settled;
  if (with_comment) view.comment = unless_empty(std::move(entry.comment));
  view.withdrawn = entry.withdrawn;
  view.revision = entry.revision;
  return view;
}

Justification view_of(OrgId org, JustificationRow row) {
  Justification view;
  view.id = make_id<JustificationId>(org.value, row.justification);
  view.pupil = std::move(row.pupil);
  view.author = std::move(row.author);
  view.date = date_of(row.span.from);
  if (row.span.from % day_minutes != 0) view.begins = time_of(row.span.from);
  view.last_date = date_of(row.span.to - 1);
  view.ends = end_of(row.span);
  view.reason_code = unless_empty(std::move(row.reason));
  view.text = std::move(row.text);
  view.written_at = row.written_at;
  view.decision = row.decision;
  view.answer = unless_empty(std::move(row.answer));
  if (row.decision) view.decided_at = row.decided_at;
  view.revision = row.revision;
  return view;
}

TimeOfDay time_of(Minute minute) noexcept {
  return {static_cast<std::int32_t>(minute - minute_of(date_of(minute), 0))};
}

std::int64_t day_column(const Span& span) noexcept {
  const std::int64_t first = date_of(span.from).time_since_epoch().count();
  const std::int64_t last = date_of(span.to - 1).time_since_epoch().count();
  return first == last ? first : -last;
}

}  // namespace ent::attendance
