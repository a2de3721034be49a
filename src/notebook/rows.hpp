/// The rows of the lesson notebook.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/notebook.hpp"
#include "unit/unit.hpp"

namespace ent::notebook::rows {

struct Row {
  NotebookEntryId id{};
  std::int64_t lesson = 0;  ///< LessonId::number.
  std::int64_t author = 0;  ///< A member.
  person::Card card{};      ///< The author's.
  std::string text{};
  State state = State::draft;
  Instant written_at{};
  std::int64_t revision = 1;
};

std::optional<Row> find(unit::Unit& unit, NotebookEntryId id);
/// What an author wrote of a lesson, withdrawn or not.
std::optional<Row> find(unit::Unit& unit, OrgId org, std::int64_t lesson, std::int64_t author);

/// The published entries of these lessons; and the drafts of a person, and those of the lessons `drafts`. By lesson.
std::vector<Row> of_lessons(unit::Unit& unit, OrgId org, std::span<const std::int64_t> lessons, std::int64_t drafts_of,
                            std::span<const std::int64_t> drafts);

void insert(unit::WriteUnit& unit, const unit::Granted& granted, const Row& row);
/// Puts what is written in the place of what stands, which is kept.
void replace(unit::WriteUnit& unit, const unit::Granted& granted, const Row& row);

/// What has stood, the last first; the author is not told.
std::vector<Version> versions(unit::Unit& unit, NotebookEntryId id);

}  // namespace ent::notebook::rows
