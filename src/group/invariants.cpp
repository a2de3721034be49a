#include "group/schema.hpp"

#include "person/of_member.hpp"

namespace ent::group {
namespace {

constexpr store::Invariant rules[] = {
    {"school_group: its unit is there",
     {"SELECT count(*) FROM school_group x WHERE NOT EXISTS (SELECT 1 FROM org_unit y WHERE y.org = x.org) "
     "-- scans: a check reads all"}},
    {"group_division: its group is there",
     {"SELECT count(*) FROM group_division x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = "
     "x.org AND y.grp = x.grp) -- scans: a check reads all"}},
    {"group_division: its division is there",
     {"SELECT count(*) FROM group_division x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = "
     "x.org AND y.grp = x.division) -- scans: a check reads all"}},
    {"group_part: its group is there",
     {"SELECT count(*) FROM group_part x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = "
     "x.org AND y.grp = x.grp) -- scans: a check reads all"}},
    {"group_level: its group is there",
     {"SELECT count(*) FROM group_level x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = "
     "x.org AND y.grp = x.grp) -- scans: a check reads all"}},
    {"group_member: its group is there",
     {"SELECT count(*) FROM group_member x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = "
     "x.org AND y.grp = x.grp) -- scans: a check reads all"}},
    {"group_member: its member is there",
     {"SELECT count(*) FROM group_member x " ENT_WITHOUT_MEMBER("member")}},
    {"group_member: a period does not end before it begins",
     {"SELECT count(*) FROM group_member WHERE valid_to < valid_from -- scans: a check reads all"}},
    {"group_role: its group is there",
     {"SELECT count(*) FROM group_role x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = x.org"
     " AND y.grp = x.grp) -- scans: a check reads all"}},
    {"group_role: its member is there",
     {"SELECT count(*) FROM group_role x " ENT_WITHOUT_MEMBER("member")}},
    {"group_role: a period does not end before it begins",
     {"SELECT count(*) FROM group_role WHERE valid_to < valid_from -- scans: a check reads all"}},
    {"service: its group is there",
     {"SELECT count(*) FROM service x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = x.org "
     "AND y.grp = x.grp) -- scans: a check reads all"}},
    {"service: its member is there",
     {"SELECT count(*) FROM service x " ENT_WITHOUT_MEMBER("member")}},
    {"service: a period does not end before it begins",
     {"SELECT count(*) FROM service WHERE valid_to < valid_from -- scans: a check reads all"}},
    {"group_reference: its group is there",
     {"SELECT count(*) FROM group_reference x WHERE NOT EXISTS (SELECT 1 FROM school_group y WHERE y.org = "
     "x.org AND y.grp = x.grp) -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::group
