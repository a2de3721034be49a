#include "base/reason.hpp"

#include <algorithm>

#include "ent/result.hpp"

namespace ent::base {
namespace {
constexpr Reason catalogue[] = {
#define ENT_REASON(token, english, french) {token, english, french},
#include "base/reasons.inc"
#undef ENT_REASON
};
static_assert(std::ranges::is_sorted(catalogue, {}, &Reason::token), "reasons.inc is in the order of the tokens");
}  // namespace

std::span<const Reason> reasons() noexcept { return catalogue; }

const Reason* find_reason(std::string_view token) noexcept {
  const auto* found = std::ranges::lower_bound(catalogue, token, {}, &Reason::token);
  return found != std::end(catalogue) && found->token == token ? found : nullptr;
}

}  // namespace ent::base

namespace ent {

std::string explain_reason(const std::string& reason, const std::string& language) {
  const auto* found = base::find_reason(reason);
  if (found == nullptr) return reason;
  return std::string(language == "fr" ? found->french : found->english);
}

const char* word(Errc code) noexcept {
  constexpr const char* words[] = {"ok", "invalid_argument", "unauthenticated", "permission_denied", "not_found",
                                   "already_exists", "conflict", "failed_precondition", "resource_exhausted",
                                   "unavailable", "cancelled", "timed_out", "unimplemented", "data_loss", "internal"};
  const auto index = static_cast<std::size_t>(code);
  return index < std::size(words) ? words[index] : "internal";
}

}  // namespace ent
