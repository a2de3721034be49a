#include "account/schema.hpp"

namespace ent::account {
namespace {

constexpr store::Invariant rules[] = {
    {"account: its person is there",
     {"SELECT count(*) FROM account x WHERE NOT EXISTS (SELECT 1 FROM person y WHERE y.person = x.person) "
     "-- scans: a check reads all"}},
    {"account_login: its account is there",
     {"SELECT count(*) FROM account_login x WHERE NOT EXISTS (SELECT 1 FROM account y WHERE y.account = "
     "x.account) -- scans: a check reads all"}},
    {"account_code: its account is there",
     {"SELECT count(*) FROM account_code x WHERE NOT EXISTS (SELECT 1 FROM account y WHERE y.account = "
     "x.account) -- scans: a check reads all"}},
    {"account_session: its account is there",
     {"SELECT count(*) FROM account_session x WHERE NOT EXISTS (SELECT 1 FROM account y WHERE y.account = "
     "x.account) -- scans: a check reads all"}},
    {"account_device: its account is there",
     {"SELECT count(*) FROM account_device x WHERE NOT EXISTS (SELECT 1 FROM account y WHERE y.account = "
     "x.account) -- scans: a check reads all"}},
    {"account_identity: its account is there",
     {"SELECT count(*) FROM account_identity x WHERE NOT EXISTS (SELECT 1 FROM account y WHERE y.account = "
     "x.account) -- scans: a check reads all"}},
};

}  // namespace

std::span<const store::Invariant> invariants() noexcept { return rules; }

}  // namespace ent::account
