/// What the portal's own functions share. They work in steps (unit/step.hpp); between those, outside of any
/// transaction, slow work has its place.
#pragma once

#include <memory>
#include <optional>

#include "account/session_rows.hpp"
#include "base/try.hpp"
#include "ent/portal.hpp"
#include "unit/failure.hpp"
#include "unit/slow_work.hpp"
#include "unit/state.hpp"
#include "unit/step.hpp"

namespace ent::portal {

inline constexpr std::size_t longest_source = 100;  ///< Characters of where a call comes from.

using State = std::shared_ptr<unit::PortalState>;
using unit::run_step;

/// A session of an account.
Session make_session(const State& state, const access::Actor& actor, const store::Sql& liveness, std::int64_t proof,
                     std::int64_t number);
/// ... that has a row.
Session make_session(const State& state, const account::rows::SessionRow& row, PersonId person);

/// Runs `work`, which answers a Result<Answer>, behind the error wall; the portal must be open.
template <class Answer, class Work>
Result<Answer> walled(const State& state, Work&& work) {
  if (state->closed.load()) return base::fail(Errc::failed_precondition, "closed");
  std::optional<Answer> answer;
  auto failed = unit::walled([&]() -> std::optional<Error> {
    Result<Answer> result = work();
    if (!result) return std::move(result).error();
    answer = *std::move(result);
    return std::nullopt;
  });
  if (failed) return std::move(*failed);
  return *std::move(answer);
}

}  // namespace ent::portal
