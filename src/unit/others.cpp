#include "unit/others.hpp"

namespace ent::unit {
namespace {

constexpr std::size_t few_units = 3;

/// Who reads in another's place sees nothing sensitive, and what asks for a proof of identity is there while it is recent.
bool is_shut(const access::Actor& actor, Perm perm, Instant now) {
  const access::Permission& asked = access::info(perm);
  if (actor.impersonator != 0 && asked.confidentiality >= access::Confidentiality::C3) return true;
  return asked.step_up && actor.profile != Profile::system && actor.step_up_until <= now;
}

}  // namespace

std::vector<std::optional<access::Mask>> Others::sees_all(Unit& unit, std::span<const access::Inquiry> inquiries) {
  std::vector<std::optional<access::Mask>> seen;
  if (access::count_units(inquiries) > few_units) return sees_together(unit, inquiries);
  for (const access::Inquiry& one : inquiries) seen.push_back(unit.sees(one.perm, one.target));
  return seen;
}

std::vector<std::optional<access::Mask>> Others::sees_together(Unit& unit, std::span<const access::Inquiry> inquiries) {
  std::vector<std::optional<access::Mask>> seen;
  if (inquiries.empty()) return seen;
  auto inquiry = inquiries.begin();
  for (const access::Verdict& verdict : access::judge_all(*unit.frame_.connection, unit.actor(), inquiries, unit.today())) {
    const bool allowed = verdict.allowed && !is_shut(unit.actor(), inquiry->perm, unit.now());
    ++inquiry;
    seen.push_back(allowed ? std::optional(verdict.mask) : std::nullopt);
  }
  return seen;
}

}  // namespace ent::unit
