// The import of a FET file, in one transaction.
#include <algorithm>
#include <filesystem>

#include "calendar/functions.hpp"
#include "calendar/rules.hpp"
#include "homework/due_from.hpp"
#include "interop/fet/load.hpp"
#include "interop/fet/options.hpp"
#include "interop/fet/parser.hpp"
#include "interop/runs.hpp"
#include "interop/source.hpp"
#include "interop/undo/compare.hpp"
#include "interop/undo/rows.hpp"
#include "interop/undo/week_describe.hpp"
#include "org/functions.hpp"
#include "org/school_years.hpp"
#include "unit/op.hpp"

namespace ent::interop::fet {

/// What the body is given; the report is filled whatever becomes of the writes.
struct FetRequest {
  const std::string* file = nullptr;
  const FetOptions* options = nullptr;
  FetReport* report = nullptr;
};
ENT_EMPTY_RECORD(FetRequest)

namespace {

constexpr std::string_view no_unit = "org.not_found";

/// Tells the host how far it is; `cancelled` when it wants no more.
class Watched {
 public:
  Watched(ImportWatch* watch, std::int64_t bytes) : watch_(watch) { progress_.bytes_total = bytes; }

  std::optional<Error> read(std::size_t bytes, std::int64_t records) {
    progress_.bytes_done += static_cast<std::int64_t>(bytes);
    progress_.records_done = records;
    return go_on();
  }
  std::optional<Error> go_on() const {
    if (watch_ == nullptr || watch_->go_on(progress_)) return std::nullopt;
    return base::fail(Errc::cancelled, "import.cancelled");
  }

 private:
  ImportWatch* watch_;
  ImportProgress progress_{};
};

std::int64_t size_of(const std::string& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  return error ? 0 : static_cast<std::int64_t>(size);
}

std::optional<Error> read(const std::string& file, Parser& parser, Watched& watched) {
  Source source(file);
  while (!source.ended() && !parser.fault()) {
    const std::string_view piece = source.next();
    if (parser.feed(piece, source.ended())) ENT_REFUSE(watched.read(piece.size(), parser.document().records()));
  }
  return std::nullopt;
}

/// The problems of the file and of what refers to what in it, by line.
void tell(const Document& document, const Plan& plan, Notes& notes, std::int32_t file) {
  std::vector<Remark> remarks = plan.remarks;
  for (const Problem& problem : document.problems) remarks.push_back({true, problem});
  std::ranges::stable_sort(remarks, {}, [](const Remark& remark) { return remark.problem.line; });
  for (const Remark& remark : remarks) {
    const Problem& it = remark.problem;
    remark.refused ? notes.refuse({file, it.line}, it.field, it.reason) : notes.warn({file, it.line}, it.field, it.reason);
  }
}

/// The last day of the school year, where anybody says it.
Date end_of_year(unit::Unit& unit, OrgId org, const base::SchoolYears& years, std::int32_t school_year) {
  const auto year = calendar::year_of(unit, org, school_year, unit.today());
  return year ? year->last_day + std::chrono::days{1} : years.first_day(school_year + 1);
}

Result<unit::Period> period_of(unit::Unit& unit, const FetOptions& options, const base::SchoolYears& years, Date from) {
  const std::int32_t school_year = years.of(from);
  ENT_TRY(period, unit::period_of(from, options.valid_to.value_or(end_of_year(unit, options.org_id, years, school_year)), from));
  if (years.of(period.to - std::chrono::days{1}) != school_year)
    return base::invalid("/valid_to", "timetable.several_years");
  return period;
}

/// A later file holds from a Monday on, since lessons may go to another day of the week.
Date first_day(unit::Unit& unit, const FetOptions& options, bool is_first) {
  const Date monday = calendar::monday_of(unit.today());
  const Date next = monday == unit.today() ? monday : monday + std::chrono::days{7};
  return options.date.value_or(is_first ? unit.today() : next);
}

std::vector<std::int64_t> teachers_of(const std::vector<Standing>& standing) {
  std::vector<std::int64_t> members;
  for (const Standing& it : standing) {
    for (const std::int64_t member : timetable::numbers_of(it.state.parts, timetable::Role::teacher)) members.push_back(member);
  }
  return members;
}

void begin(FetReport& report, const Document& document, const Plan& plan) {
  report.records = document.records();
  report.activities = static_cast<std::int64_t>(document.activities.size());
  report.inactive = plan.inactive;
  report.unplaced = plan.unplaced;
  report.slots.refused = report.activities - plan.inactive - plan.unplaced - static_cast<std::int64_t>(plan.lessons.size());
}

bool wrote(const FetReport& report) {
  return std::ranges::any_of(std::initializer_list<ImportCounts>{report.subjects, report.rooms, report.bells, report.groups,
                                                                 report.services, report.slots},
                             [](const ImportCounts& counts) { return counts.created + counts.changed + counts.marked > 0; });
}

/// Keeps what undo_import() needs to take the run back. A run that has written nothing is none.
void keep_run(unit::WriteUnit& unit, const unit::Granted& granted, const undo::Week& before, const undo::WeekOf& which, FetReport& report) {
  undo::WeekImage image = undo::difference(before, undo::week_of(unit, which));
  if (image.empty()) return;
  image.org_id = which.org;
  image.school_year = which.school_year;
  image.from = report.date;
  image.at = unit.now();
  for (const auto& one : homework::due_from(unit, which.org, report.date)) image.homework.push_back(one.homework);
  report.run = begin_run(unit, granted);
  const std::string feed = feed_in(which.org, which.feed);
  undo::forget(unit, granted, feed);
  undo::keep(unit, granted, feed, report.run, 1, undo::text_of(image));
  RunRow row{report.run, feed, timetable_format, ImportMode::full, report.date, report.school_year, report.records, {},
             report.refusals, report.warnings};
  for (const ImportCounts& counts : {report.subjects, report.rooms, report.bells, report.groups, report.services, report.slots})
    add_up(row.counts, counts);
  write_row(unit, granted, row);
}

/// import.fet
Result<Done> fet_(Write<Perm::import_run>& unit, const FetRequest& request) {
  const FetOptions& options = *request.options;
  FetReport& report = *request.report;
  report = {};
  // guard
  const auto kind = org::kind_at(unit, options.org_id, unit.today());
  ENT_TRY(granted, unit.may({.org = options.org_id.value}, no_unit));
  // rule
  if (kind != org::Kind::establishment) return base::fail(Errc::not_found, no_unit);
  ENT_REFUSE(well_formed(options));
  Notes notes(report, options.most_notes);
  const std::int32_t file = notes.add_file(std::filesystem::path(*request.file).filename().string());
  Watched watched(options.watch, size_of(*request.file));
  Parser parser;
  ENT_REFUSE(read(*request.file, parser, watched));
  report.feed = options.feed.value_or("fet");
  if (parser.fault()) {
    notes.refuse({file, parser.fault()->line}, {}, parser.fault()->reason);
    unit.rehearse(granted);
    return Done{};
  }
  const Document& document = parser.document();
  const Sets sets(document);
  const Plan plan = plan_of(document, sets);
  begin(report, document, plan);
  tell(document, plan, notes, file);
  // facts
  const base::SchoolYears years = org::school_years_of(unit, options.org_id, unit.today());
  const std::int32_t this_year = years.of(options.date.value_or(unit.today()));
  const auto standing = standing_slots(unit, options.org_id, report.feed, this_year);
  ENT_TRY(period, period_of(unit, options, years, first_day(unit, options, standing.empty())));
  report.date = period.from;
  report.school_year = years.of(period.from);
  if (std::ranges::any_of(standing, [&](const Standing& it) { return it.state.valid_from > period.from; }))
    return base::fail(Errc::failed_precondition, "import.feed_older");
  if (plan.lessons.empty() && std::ranges::any_of(standing, [&](const Standing& it) { return it.state.valid_to > period.from; }))
    return base::fail(Errc::failed_precondition, "import.nothing_placed");
  const undo::WeekOf which{options.org_id, report.feed, report.school_year};
  const undo::Week before = options.dry_run ? undo::Week{} : undo::week_of(unit, which);
  // rows
  Loading loading{unit, granted, options, document, sets, plan, report, notes, file, period, years};
  ENT_TRY(placed, place(loading));
  Found found;
  found.subjects = put_subjects(loading);
  found.rooms = put_rooms(loading);
  find_teachers(loading, found);
  found.groups = put_groups(loading);
  put_services(loading, found, teachers_of(standing));
  ENT_REFUSE(watched.go_on());
  ENT_REFUSE(put_slots(loading, found, placed, standing));
  tell_clashes(loading, placed);
  // event
  report.applied = !options.dry_run;
  if (options.dry_run) {
    unit.rehearse(granted);
  } else {
    keep_run(unit, granted, before, which, report);
  }
  if (wrote(report)) unit.publish(granted, "timetable.was_imported", options.org_id.value);
  return Done{};
}

constexpr unit::Op op_fet = unit::long_op<&fet_>("import.fet", "0.1");

}  // namespace
}  // namespace ent::interop::fet

namespace ent {

Result<FetReport> import_fet(Session& session, const std::string& file, const FetOptions& options) {
  FetReport report;
  const interop::fet::FetRequest request{&file, &options, &report};
  auto done = unit::run<Done>(interop::fet::op_fet, session, request, {});
  if (!done) return std::move(done).error();
  return report;
}

}  // namespace ent
