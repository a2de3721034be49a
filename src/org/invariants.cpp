#include "org/schema.hpp"

namespace ent::org {
namespace {

constexpr store::Invariant rules[] = {
    {"org_unit: a period does not end before it begins",
     {"SELECT count(*) FROM org_unit WHERE valid_to < valid_from -- scans: a check reads all"}},
    {"org_unit: one state at a time",
     {"SELECT count(*) FROM org_unit x JOIN org_unit y ON y.org = x.org AND y.valid_from > x.valid_from AND"
     " y.valid_from < x.valid_to -- scans: a check reads all"}},
    {"org_link: a period does not end before it begins",
     {"SELECT count(*) FROM org_link WHERE valid_to < valid_from -- scans: a check reads all"}},
    {"org_link: its child is there",
     {"SELECT count(*) FROM org_link x WHERE NOT EXISTS (SELECT 1 FROM org_unit y WHERE y.org = x.child) --"
     " scans: a check reads all"}},
    {"org_link: its parent is there",
     {"SELECT count(*) FROM org_link x WHERE NOT EXISTS (SELECT 1 FROM org_unit y WHERE y.org = x.parent) "
     "-- scans: a check reads all"}},
    {"org_reference: its unit is there",
     {"SELECT count(*) FROM org_reference x WHERE NOT EXISTS (SELECT 1 FROM org_unit y WHERE y.org = x.org)"
     " -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::org
