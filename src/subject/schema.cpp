#include "subject/schema.hpp"

namespace ent::subject {

// A unit says only what it says itself; what holds in it is put together from the line of units above it.
// `sort_key` is the folded name and, since it must be unique, the code.
const char* const schema = R"(
CREATE TABLE subject (
  org INT NOT NULL, code TEXT NOT NULL, position INT NOT NULL, name TEXT NOT NULL, sort_key TEXT NOT NULL, short_name TEXT,
  national_code TEXT, management_code TEXT, colour TEXT, retired INT NOT NULL, revision INT NOT NULL,
  PRIMARY KEY (org, code)
) BY_ORG;
CREATE INDEX subject_order ON subject (org, position, sort_key);
)";

namespace {

constexpr store::Invariant rules[] = {
    {"subject: its unit is there",
     {"SELECT count(*) FROM subject x WHERE NOT EXISTS (SELECT 1 FROM org_unit y WHERE y.org = x.org) "
     "-- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::subject
