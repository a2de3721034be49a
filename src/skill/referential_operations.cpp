// Referentials: added whole, inherited, read.
#include <algorithm>

#include "org/functions.hpp"
#include "skill/describe.hpp"
#include "skill/held.hpp"
#include "skill/models.hpp"
#include "skill/referential_rows.hpp"
#include "skill/target.hpp"
#include "unit/op.hpp"

namespace ent::skill {
namespace {

/// skill.add_referential
Result<ReferentialView> add_referential_(Write<Perm::subject_manage>& unit, const AddReferential& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may(about(input.org_id), no_unit));
  if (!kind) return base::fail(Errc::not_found, no_unit);
  // rule
  ENT_REFUSE(well_formed(input));
  ENT_TRY(said, filled(input));
  const Date from = input.valid_from.value_or(unit.today());
  const auto last = rows::last_version(unit, input.org_id, *said.code);
  if (last && *last >= from) return base::fail(Errc::already_exists, "skill.not_newer");
  // rows
  const std::int64_t number = unit.take_numbers(granted, input.org_id.value, "skill_referential");
  const ReferentialView made{make_id<SkillReferentialId>(input.org_id.value, number),
                             input.org_id,
                             *said.code,
                             *said.version,
                             *said.name,
                             said.cycle,
                             said.attestation_share,
                             said.attestation_domain_share,
                             from};
  rows::insert(unit, granted, made, said.items, places_of(said.items));
  // event
  unit.publish(granted, "skill.referential_was_added", made.id.value);
  return made;
}

/// skill.referentials
Result<Referentials> referentials_(Read<Perm::subject_read>& unit, const ListReferentials& input) {
  const auto line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(about(input.org_id), no_unit));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, no_unit);
  const Date until = input.all_versions ? open_end : unit.at();
  auto versions = rows::versions_in(unit, line, input.code.value_or(""), until);
  return Referentials{input.all_versions ? std::move(versions) : holding(std::move(versions))};
}

/// skill.referential
Result<Referential> referential_(Read<Perm::subject_read>& unit, const OfReferential& input) {
  const auto line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(about(input.org_id), no_unit));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, no_unit);
  const bool in_line = std::ranges::find(line, input.id.establishment()) != line.end();
  auto found = in_line ? rows::find_referential(unit, input.id) : std::nullopt;
  if (!found) return base::fail(Errc::not_found, "skill.no_referential");
  return Referential{rows::nodes_of(unit, input.id), *std::move(found)};
}

/// skill.models
Result<Models> models_(Read<Perm::subject_read>& unit, const OfUnit& input) {
  const auto kind = org::kind_at(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(about(input.org_id), no_unit));
  static_cast<void>(granted);
  if (!kind) return base::fail(Errc::not_found, no_unit);
  return Models{all_models()};
}

}  // namespace

extern constexpr Op op_add_referential = op<&add_referential_>("skill.add_referential", "0.1");
extern constexpr Op op_referentials = op<&referentials_>("skill.referentials", "0.1");
extern constexpr Op op_referential = op<&referential_>("skill.referential", "0.1");
extern constexpr Op op_models = op<&models_>("skill.models", "0.1");

Result<ReferentialView> add_referential(Session& session, const AddReferential& input, const CallOptions& options) {
  return run<ReferentialView>(op_add_referential, session, input, options);
}
Result<Referentials> referentials(Session& session, const ListReferentials& input, const CallOptions& options) {
  return run<Referentials>(op_referentials, session, input, options);
}
Result<Referential> referential(Session& session, const OfReferential& input, const CallOptions& options) {
  return run<Referential>(op_referential, session, input, options);
}
Result<Models> models(Session& session, const OfUnit& input, const CallOptions& options) {
  return run<Models>(op_models, session, input, options);
}

}  // namespace ent::skill
