// What schools do for pupils in particular.
#include <array>
#include <utility>

#include "base/text.hpp"
#include "reflect/codec.hpp"
#include "report/describe.hpp"
#include "report/items.hpp"
#include "report/rules.hpp"
#include "report/target.hpp"
#include "unit/op.hpp"

namespace ent::report {
namespace {

constexpr std::array arrangement_kinds{rows::Kind::arrangement};

std::string item_of(ArrangementKind kind) {
  return std::string(reflect::word_of(reflect::TypeOf<ArrangementKind>::value, static_cast<std::int32_t>(kind)));
}

void say_arrangements(Changes& changes, std::int64_t member, const std::vector<Arrangement>& arrangements) {
  std::vector<Saying> all;
  for (const Arrangement& one : arrangements)
    all.push_back({item_of(one.kind), static_cast<std::int64_t>(one.kind), std::string(base::trim(one.text.value_or("")))});
  changes.say_all(member, rows::Kind::arrangement, std::move(all));
}

/// report.record_arrangements
Result<Written> record_arrangements_(Write<Perm::report_general_comment_write>& unit, const RecordArrangements& input) {
  // facts
  const Place place(unit, input.period_id, input.division_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.division_id), no_group));
  ENT_REFUSE(place.expect_division());
  // rule
  ENT_REFUSE(well_formed(input));
  ENT_TRY(items, items_of(unit, place, input.period_id, input.items, arrangement_kinds));
  for (std::size_t i = 0; i < input.items.size(); ++i) say_arrangements(items.changes, items.members[i], input.items[i].arrangements);
  // rows and event
  return write_commented(unit, granted, input.period_id, items);
}

}  // namespace

extern constexpr Op op_record_arrangements = op<&record_arrangements_>("report.record_arrangements", "0.1");

Result<Written> record_arrangements(Session& session, const RecordArrangements& input, const CallOptions& options) {
  return run<Written>(op_record_arrangements, session, input, options);
}

}  // namespace ent::report
