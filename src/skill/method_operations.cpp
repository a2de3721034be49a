// By which method levels become degrees.
#include "base/text.hpp"
#include "gradebook/functions.hpp"
#include "org/functions.hpp"
#include "skill/describe.hpp"
#include "skill/method_rows.hpp"
#include "skill/method_rules.hpp"
#include "skill/target.hpp"
#include "unit/op.hpp"

namespace ent::skill {
namespace {

/// What has begun does not move: not what is closed in an establishment, and nothing above, where no period is known.
std::optional<Error> moves_nothing_closed(unit::Unit& unit, OrgId org, org::Kind kind, Date from) {
  if (kind == org::Kind::establishment) return gradebook::moves_no_closed_period(unit, org, from);
  return from < unit.today() ? std::optional(base::invalid("/valid_from", "skill.already_past")) : std::nullopt;
}

MethodView as_it_holds(MethodView said) {
  const auto method = method_of(said);
  return method ? told(std::move(said), *method) : said;
}

/// skill.set_method
Result<MethodView> set_method_(Write<Perm::subject_manage>& unit, const SetMethod& input) {
  // facts
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  // guard
  ENT_TRY(granted, unit.may(about(input.org_id), no_unit));
  if (!kind) return base::fail(Errc::not_found, no_unit);
  // rule
  ENT_REFUSE(well_formed(input));
  const Date from = input.valid_from.value_or(unit.today());
  ENT_REFUSE(moves_nothing_closed(unit, input.org_id, *kind, from));
  MethodView said{input.method, input.earlier, input.bounds, input.org_id, std::nullopt, from, input.partly_from, input.acquired_from,
                  input.latest};
  if (input.referential_code) said.referential_code = std::string(base::trim(*input.referential_code));
  // rows
  rows::put_method(unit, granted, said);
  // event
  unit.publish(granted, "skill.method_was_set", input.org_id.value);
  return as_it_holds(std::move(said));
}

/// skill.method
Result<MethodView> method_(Read<Perm::subject_read>& unit, const OfMethod& input) {
  const auto line = org::line_of(unit, input.org_id, unit.at());
  ENT_TRY(granted, unit.may(about(input.org_id), no_unit));
  static_cast<void>(granted);
  if (line.empty()) return base::fail(Errc::not_found, no_unit);
  return as_it_holds(rows::method_on(unit, line, std::string(base::trim(input.referential_code.value_or(""))), unit.at()));
}

}  // namespace

extern constexpr Op op_set_method = op<&set_method_>("skill.set_method", "0.1");
extern constexpr Op op_method = op<&method_>("skill.method", "0.1");

Result<MethodView> set_method(Session& session, const SetMethod& input, const CallOptions& options) {
  return run<MethodView>(op_set_method, session, input, options);
}
Result<MethodView> method(Session& session, const OfMethod& input, const CallOptions& options) {
  return run<MethodView>(op_method, session, input, options);
}

}  // namespace ent::skill
