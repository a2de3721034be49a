// The facts about rights that people have handed on.
#include "access/facts_load.hpp"

namespace ent::access {
namespace {

/// The longest that a delegation may last is part of what makes it one.
constexpr Asked ask_delegations{
    ENT_ASKED("SELECT m.person, d.org, g.person, d.permission, d.scope FROM member m CROSS JOIN delegation d "
              "CROSS JOIN member g WHERE d.org = m.org AND d.delegate = m.member AND g.org = d.org "
              "AND g.member = d.grantor AND d.grantor <> d.delegate AND d.valid_from <= $1 AND d.valid_to > $1 "
              "AND d.valid_to - d.valid_from <= 370 AND ",
              "m.person", ""),
    false};

}  // namespace

const std::vector<Delegation>& Facts::delegations(store::Connection& connection) {
  return load<std::vector<Delegation>>(
      connection, ask_delegations, [](Facts& facts) -> auto& { return facts.delegations_; },
      [](const Facts&, std::vector<Delegation>& found, const store::Rows& row) {
        const Permission* permission = find_permission(row.text(3));
        Entry entry{};
        if (permission == nullptr || !parse_entry(row.text(4), entry)) return;  // of another version: gives nothing
        found.push_back({row.integer(1), row.integer(2), permission->perm, entry});
      });
}

/// All grantors of the company under all profiles of those who work, so that they are read together.
void Facts::call_grantors() {
  Company& mine = company();
  if (!mine.grantors) mine.grantors = std::make_unique<Company>();
  mine.grantors->units = mine.units;
  for (Facts* one : mine.actors) {
    if (!one->delegations_) continue;
    for (const Delegation& row : *one->delegations_) {
      for (const Profile profile : workers) {
        const auto [place, fresh] = one->grantors_.try_emplace(std::pair(row.grantor, profile),
                                                               Actor{0, row.grantor, profile, {}}, one->unit_);
        if (!fresh) continue;
        place->second.join(mine.grantors.get());
        mine.grantors->actors.push_back(&place->second);
      }
    }
  }
}

Facts& Facts::of_grantor(std::int64_t grantor, Profile profile) {
  const auto place = std::pair(grantor, profile);
  if (!grantors_.contains(place)) call_grantors();
  return grantors_.at(place);
}

}  // namespace ent::access
