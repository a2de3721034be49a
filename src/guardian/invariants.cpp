#include "guardian/schema.hpp"

#include "person/of_member.hpp"

namespace ent::guardian {
namespace {

constexpr store::Invariant rules[] = {
    {"guardianship: its pupil is there",
     {"SELECT count(*) FROM guardianship x WHERE NOT EXISTS (SELECT 1 FROM person y WHERE y.person = "
     "x.pupil) -- scans: a check reads all"}},
    {"guardianship: its adult is there",
     {"SELECT count(*) FROM guardianship x WHERE NOT EXISTS (SELECT 1 FROM person y WHERE y.person = "
     "x.adult) -- scans: a check reads all"}},
    {"guardianship: nobody is their own",
     {"SELECT count(*) FROM guardianship x WHERE x.pupil = x.adult -- scans: a check reads all"}},
    {"guardianship: a period does not end before it begins",
     {"SELECT count(*) FROM guardianship WHERE valid_to < valid_from -- scans: a check reads all"}},
    {"guardianship: one at a time",
     {"SELECT count(*) FROM guardianship x JOIN guardianship y ON y.pupil = x.pupil AND y.adult = x.adult "
     "AND y.valid_from > x.valid_from AND y.valid_from < x.valid_to AND y.valid_to > y.valid_from "
     "-- scans: a check reads all"}},
    {"guardian_closure: its pupil is there",
     {"SELECT count(*) FROM guardian_closure x WHERE NOT EXISTS (SELECT 1 FROM person y WHERE y.person = "
     "x.pupil) -- scans: a check reads all"}},
    {"assignment: its pupil is there",
     {"SELECT count(*) FROM assignment x " ENT_WITHOUT_MEMBER("pupil")}},
    {"assignment: its adult is there",
     {"SELECT count(*) FROM assignment x " ENT_WITHOUT_MEMBER("adult")}},
    {"assignment: a period does not end before it begins",
     {"SELECT count(*) FROM assignment WHERE valid_to < valid_from -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::guardian
