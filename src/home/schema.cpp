#include "home/schema.hpp"

namespace ent::home {

// A level, folded, that an establishment has said something of.
const char* const schema = R"(
CREATE TABLE home_interface (
  org INT NOT NULL, level TEXT NOT NULL, interface INT NOT NULL,
  PRIMARY KEY (org, level)
) BY_ORG;
)";

namespace {

constexpr store::Invariant list[] = {
    {"home_interface: its unit is there",
     {"SELECT count(*) FROM home_interface x WHERE NOT EXISTS (SELECT 1 FROM org_unit y WHERE y.org = x.org) "
     "-- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return list; }

}  // namespace ent::home
