#include "access/schema.hpp"

namespace ent::access {
namespace {

constexpr store::Invariant rules[] = {
    {"delegation: its grantor is there",
     {"SELECT count(*) FROM delegation x WHERE NOT EXISTS (SELECT 1 FROM member y WHERE y.org = x.org AND "
     "y.member = x.grantor) -- scans: a check reads all"}},
    {"delegation: its delegate is there",
     {"SELECT count(*) FROM delegation x WHERE NOT EXISTS (SELECT 1 FROM member y WHERE y.org = x.org AND "
     "y.member = x.delegate) -- scans: a check reads all"}},
    {"delegation: a period does not end before it begins",
     {"SELECT count(*) FROM delegation WHERE valid_to < valid_from -- scans: a check reads all"}},
    {"access_override: a period does not end before it begins",
     {"SELECT count(*) FROM access_override WHERE valid_to < valid_from -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::access
