#include "person/schema.hpp"

#include "person/of_member.hpp"

namespace ent::person {
namespace {

constexpr store::Invariant rules[] = {
    {"person: who was merged is one who is there",
     {"SELECT count(*) FROM person x WHERE x.merged_into IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person y"
     " WHERE y.person = x.merged_into) -- scans: a check reads all"}},
    {"person_reference: its person is there",
     {"SELECT count(*) FROM person_reference x WHERE NOT EXISTS (SELECT 1 FROM person y WHERE y.person = "
     "x.person) -- scans: a check reads all"}},
    {"person_contact: its person is there",
     {"SELECT count(*) FROM person_contact x WHERE NOT EXISTS (SELECT 1 FROM person y WHERE y.person = "
     "x.person) -- scans: a check reads all"}},
    {"residence: its person is there",
     {"SELECT count(*) FROM residence x WHERE NOT EXISTS (SELECT 1 FROM person y WHERE y.person = x.person)"
     " -- scans: a check reads all"}},
    {"residence: its household is there",
     {"SELECT count(*) FROM residence x WHERE NOT EXISTS (SELECT 1 FROM household y WHERE y.household = "
     "x.household) -- scans: a check reads all"}},
    {"residence: a period does not end before it begins",
     {"SELECT count(*) FROM residence WHERE valid_to < valid_from -- scans: a check reads all"}},
    {"member: its person is there",
     {"SELECT count(*) FROM member x WHERE NOT EXISTS (SELECT 1 FROM person y WHERE y.person = x.person) --"
     " scans: a check reads all"}},
    {"member: its unit is there",
     {"SELECT count(*) FROM member x WHERE NOT EXISTS (SELECT 1 FROM org_unit y WHERE y.org = x.org) -- "
     "scans: a check reads all"}},
    {"member: is sorted as its person",
     {"SELECT count(*) FROM member x JOIN person y ON y.person = x.person WHERE y.sort_key <> x.sort_key --"
     " scans: a check reads all"}},
    {"member_word: its member is there",
     {"SELECT count(*) FROM member_word x " ENT_WITHOUT_MEMBER("member")}},
    {"affiliation: its member is there",
     {"SELECT count(*) FROM affiliation x " ENT_WITHOUT_MEMBER("member")}},
    {"affiliation: a period does not end before it begins",
     {"SELECT count(*) FROM affiliation WHERE valid_to < valid_from -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::person
