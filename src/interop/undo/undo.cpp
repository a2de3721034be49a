// The undo of the last run of a feed: its parts from the last to the first, in one transaction.
#include "ent/import.hpp"
#include "interop/runs.hpp"
#include "interop/undo/describe.hpp"
#include "interop/undo/restore.hpp"
#include "interop/undo/rows.hpp"
#include "interop/undo/week_describe.hpp"
#include "interop/undo/week_restore.hpp"
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

template <class What>
What image_of(const Part& part) {
  What image;
  if (const auto fault = reflect::read_json(reflect::TypeOf<What>::value, part.image, &image)) throw Exception(*fault);
  return image;
}

/// A feed by the name under which its runs are kept, with the last of them.
struct LastRun {
  std::string feed{};
  Run run{};
};

/// Timetables of a school have feeds of their own: where one is called like that of a directory, the later run is meant.
std::optional<LastRun> find_last(unit::Unit& unit, const std::string& feed, std::optional<OrgId> org) {
  std::vector<std::string> names{feed};
  if (org) names.push_back(feed_in(*org, feed));
  std::optional<LastRun> last;
  for (const std::string& name : names) {
    const auto run = last_run(unit, name);
    if (run && (!last || run->run > last->run.run)) last = LastRun{name, *run};
  }
  return last;
}

void take_back_directory(unit::WriteUnit& unit, const unit::Granted& granted, const LastRun& last, const UndoOptions& options,
                         ImportUndo& report) {
  Restore restore(unit, granted, last.feed, static_cast<std::size_t>(options.most_conflicts), report);
  std::int64_t number = max_id;
  while (const auto part = part_before(unit, last.feed, last.run.run, number)) {
    restore.take_back(image_of<Image>(*part));
    number = part->part;
  }
  tell_of(unit, granted, restore.touched());
}

void take_back_timetable(unit::WriteUnit& unit, const unit::Granted& granted, const LastRun& last, const Request& request) {
  const auto part = part_before(unit, last.feed, last.run.run, max_id);
  if (!part) return;
  const WeekImage image = image_of<WeekImage>(*part);
  WeekRestore(unit, granted, *request.feed, static_cast<std::size_t>(request.options->most_conflicts), *request.report).take_back(image);
  unit.publish(granted, "timetable.was_imported", image.org_id.value);
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
  const auto last = find_last(unit, *request.feed, options.org_id);
  unit.concerns(granted, root, 0);
  if (!last) return base::fail(Errc::not_found, "import.run_not_found");
  report.run = last->run.run;
  if (options.run && *options.run != last->run.run) return base::fail(Errc::failed_precondition, "import.run_not_last");
  report.was_undone = last->run.was_undone;
  if (last->run.was_undone) return Done{};
  // rows, events
  if (last->run.format == timetable_format) {
    take_back_timetable(unit, granted, *last, request);
  } else {
    take_back_directory(unit, granted, *last, options, report);
  }
  report.applied = !options.dry_run && !(options.all_or_nothing && report.conflicts > 0);
  if (!report.applied) {
    unit.rehearse(granted);
    return Done{};
  }
  forget(unit, granted, last->feed);
  mark_undone(unit, granted, last->run.run);
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
