#include "notebook/schema.hpp"

namespace ent::notebook {

// `lesson` is LessonId::number, `author` a member. What stood before is in `notebook_before`, by revision.
const char* const schema = R"(
CREATE TABLE notebook_entry (
  org INT NOT NULL, entry INT NOT NULL, lesson INT NOT NULL, author INT NOT NULL, text TEXT NOT NULL, state INT NOT NULL,
  written_at INT NOT NULL, revision INT NOT NULL,
  PRIMARY KEY (org, entry)
) BY_ORG;
CREATE INDEX notebook_entry_lesson ON notebook_entry (org, lesson, author);
CREATE INDEX notebook_entry_author ON notebook_entry (org, author);

CREATE TABLE notebook_before (
  org INT NOT NULL, entry INT NOT NULL, revision INT NOT NULL, text TEXT NOT NULL, state INT NOT NULL,
  written_at INT NOT NULL,
  PRIMARY KEY (org, entry, revision)
) BY_ORG;
)";

namespace {

constexpr store::Invariant rules[] = {
    {"notebook_entry: its slot is there",
     {"SELECT count(*) FROM notebook_entry x WHERE NOT EXISTS (SELECT 1 FROM slot y WHERE y.org = x.org "
     "AND y.slot = x.lesson / 64) -- scans: a check reads all"}},
    {"notebook_entry: its author is there",
     {"SELECT count(*) FROM notebook_entry x WHERE NOT EXISTS (SELECT 1 FROM member y WHERE y.org = x.org "
     "AND y.member = x.author) -- scans: a check reads all"}},
    {"notebook_before: its entry is there, and later",
     {"SELECT count(*) FROM notebook_before x WHERE NOT EXISTS (SELECT 1 FROM notebook_entry y WHERE y.org = x.org "
     "AND y.entry = x.entry AND y.revision > x.revision) -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::notebook
