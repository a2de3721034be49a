// The undo of the last run of a feed: its parts from the last to the first, in one transaction.
#include "ent/import.hpp"
#include "interop/runs.hpp"
#include "interop/undo/describe.hpp"
#include "interop/undo/restore.hpp"
#include "interop/undo/rows.hpp"
#include "reflect/codec.hpp"
#include "unit/op.hpp"

namespace ent::interop::undo {

/// What the body is given; the report is filled whatever becomes of the writes.
struct Request {
  const std::string* feed = nullptr;
  const UndoOptions* options = nullptr;
  ImportUndo* report = nullptr;
};
ENT_EMPTY_RECORD(Request)

namespace {

Image image_of(const Part& part) {
  Image image;
  if (const auto fault = reflect::read_json(reflect::TypeOf<Image>::value, part.image, &image)) throw Exception(*fault);
  return image;
}

/// import.undo
Result<Done> undo_(Write<Perm::import_run>& unit, const Request& request) {
  const UndoOptions& options = *request.options;
  ImportUndo& report = *request.report;
  report = {};
  // guard
  const std::int64_t root = options.org_id.value_or(OrgId{}).value;
  ENT_TRY(granted, unit.may({.org = root}, "org.not_found"));
  for (const auto& known : org::bulk::references(unit, *request.feed)) {
    ENT_TRY(also, unit.may({.org = known.org}, "org.not_found"));
    static_cast<void>(also);
  }
  // rule
  if (options.most_conflicts < 0 || options.most_conflicts > 1'000'000)
    return *base::Fields().refuse_if(true, "/most_conflicts", "field.range").error();
  const auto last = last_run(unit, *request.feed);
  unit.concerns(granted, root, 0);
  if (!last) return base::fail(Errc::not_found, "import.run_not_found");
  report.run = last->run;
  if (options.run && *options.run != last->run) return base::fail(Errc::failed_precondition, "import.run_not_last");
  report.was_undone = last->was_undone;
  if (last->was_undone) return Done{};
  // rows
  Restore restore(unit, granted, *request.feed, static_cast<std::size_t>(options.most_conflicts), report);
  std::int64_t number = max_id;
  while (const auto part = part_before(unit, *request.feed, last->run, number)) {
    restore.take_back(image_of(*part));
    number = part->part;
  }
  report.applied = !options.dry_run;
  if (options.dry_run) {
    unit.rehearse(granted);
    return Done{};
  }
  forget(unit, granted, *request.feed);
  mark_undone(unit, granted, last->run);
  // event
  tell_of(unit, granted, restore.touched());
  return Done{};
}

constexpr Op op_undo = long_op<&undo_>("import.undo", "0.1");

}  // namespace
}  // namespace ent::interop::undo

namespace ent {

Result<ImportUndo> undo_import(Session& session, const std::string& feed, const UndoOptions& options) {
  ImportUndo report;
  auto done = run<Done>(interop::undo::op_undo, session, interop::undo::Request{&feed, &options, &report}, {});
  if (!done) return std::move(done).error();
  return report;
}

}  // namespace ent
