#include "attendance/sheet.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"

namespace ent::attendance {
namespace {

/// The entry that a mark makes, without a number.
EntryRow entry_of(const Mark& mark, const Span& span, const group::Called& pupil, const RegisterKey& key) {
  EntryRow entry{.member = pupil.member, .kind = mark.kind, .span = span, .from = key};
  if (mark.comment) entry.comment = std::string(base::trim(*mark.comment));
  entry.pupil = pupil.card;
  return entry;
}

/// A register says when somebody left, and not when they came back; and that they are absent, and not how long before and after it: what
/// has been recorded of that since stays.
void keep_bounds(EntryRow& entry, const EntryRow& stood) {
  if (entry.kind != stood.kind) return;
  if (entry.kind == Kind::departure && entry.span.from == stood.span.from) entry.span.to = stood.span.to;
  if (entry.kind == Kind::absence && stood.span.contains(entry.span)) entry.span = stood.span;
}

/// Makes of what stood what is said now, and tells whether that is anything new. What the school has said of it since stays with
/// the same thing alone: the reason of a lateness justifies no absence, nor that of one hour another. So does a comment where a mark is
/// silent of it.
bool say_anew(EntryRow& stood, const EntryRow& said, bool comments) {
  const bool same_thing = stood.kind == said.kind && stood.span == said.span;
  if (same_thing && (!comments || stood.comment == said.comment)) return false;
  if (!same_thing) {
    stood.kind = said.kind;
    stood.span = said.span;
    stood.reason.clear();
    stood.accepted = false;
  }
  stood.comment = said.comment;
  stood.author = said.author;
  stood.written_at = said.written_at;
  stood.revision += 1;
  return true;
}

/// A register can't say that somebody was elsewhere in the school's charge: what has been recorded of that since stays.
bool can_withdraw(const EntryRow& stood) noexcept { return stood.kind != Kind::presence; }

}  // namespace

std::vector<EntryRow> Sheet::rewritten() const {
  std::vector<EntryRow> rows = changed;
  rows.insert(rows.end(), withdrawn.begin(), withdrawn.end());
  return rows;
}

Result<Sheet> sheet_of(std::span<const Mark> marks, std::span<const Span> spans, std::span<const group::Called> roll,
                       const RegisterKey& key, std::vector<EntryRow> before, std::int64_t author, Instant now) {
  Sheet sheet;
  base::Fields fields;
  for (std::size_t index = 0; index < marks.size(); ++index) {
    const auto pupil = std::ranges::find_if(roll, [&](const group::Called& one) { return one.card.id == marks[index].pupil_id; });
    if (pupil == roll.end()) {
      fields.refuse_if(true, "/marks/" + std::to_string(index) + "/pupil_id", "attendance.not_on_register");
      continue;
    }
    EntryRow entry = entry_of(marks[index], spans[index], *pupil, key);
    entry.author = author;
    entry.written_at = now;
    sheet.absent += entry.kind == Kind::absence ? 1 : 0;
    const auto stood = std::ranges::find(before, pupil->member, &EntryRow::member);
    if (stood == before.end()) {
      sheet.places.push_back({true, static_cast<std::int64_t>(sheet.added.size())});
      sheet.added.push_back(std::move(entry));
      continue;
    }
    sheet.places.push_back({false, stood->entry});
    keep_bounds(entry, *stood);
    if (say_anew(*stood, entry, marks[index].comment.has_value())) sheet.changed.push_back(*stood);
    before.erase(stood);
  }
  if (auto refused = fields.error()) return std::move(*refused);
  for (EntryRow& row : before) {
    if (!can_withdraw(row)) continue;
    row.withdrawn = true;
    row.author = author;
    row.written_at = now;
    row.revision += 1;
    sheet.withdrawn.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace ent::attendance
