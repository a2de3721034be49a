// The import of OneRoster: the files of a delivery in their order, in one transaction.
//
// users.csv is read once for who is there, and once more for each kind of people: names are never held.
#include <array>

#include "base/text.hpp"
#include "interop/apply/chunks.hpp"
#include "interop/oneroster/delivery.hpp"
#include "interop/oneroster/codes.hpp"
#include "interop/oneroster/mapper.hpp"
#include "interop/import.hpp"
#include "interop/options.hpp"
#include "interop/runs.hpp"
#include "interop/source.hpp"
#include "org/functions.hpp"
#include "unit/op.hpp"

namespace ent::interop::oneroster {

namespace {

constexpr std::size_t longest_system = 40;
constexpr std::int64_t passes_over_users = 4;

/// What wrote the files, in the letters that the name of a feed may have.
std::string feed_name(const Delivery& delivery, const ImportOptions& options) {
  if (options.feed) return *options.feed;
  std::string name = "oneroster";
  std::string system;
  for (const char c : delivery.system_code.substr(0, longest_system)) {
    const char lower = base::ascii_lower(c);
    const bool allowed = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '-' || lower == '_' ||
                         lower == '.' || lower == ':';
    if (allowed) system.push_back(lower);
  }
  return system.empty() ? name : name + ':' + system;
}

class ImportRun {
 public:
  ImportRun(Task& task, Feed& feed, const Delivery& delivery)
      : task_(task), feed_(feed), delivery_(delivery), directory_(task), people_(task, directory_),
        chunks_(task, directory_, people_), structure_(task, directory_), roster_(task, structure_),
        mapper_(task, structure_, roster_, delivery.file(Data::enrollments).has_value()) {
    for (std::size_t i = 0; i < count_of_data; ++i) {
      if (const auto& file = delivery.files[i])
        chunks_.progress().bytes_total += file->bytes * (static_cast<Data>(i) == Data::users ? passes_over_users : 1);
    }
  }

  std::optional<Error> all() {
    ENT_REFUSE(read_structure());
    if (!broken_) ENT_REFUSE(read_roster());
    if (!broken_) ENT_REFUSE(check_the_rest());
    if (!broken_) ENT_REFUSE(read_people());
    return broken_ ? std::nullopt : finish();
  }

  /// A file that cannot be trusted as a whole: the run keeps nothing.
  bool broken() const noexcept { return broken_; }

 private:
  /// Gives the rows of a file in turn, with their places; `tells`: whether the notes are told what is wrong with them.
  template <class Use>
  std::optional<Error> read(Data data, bool tells, Use use) {
    const auto& file = delivery_.file(data);
    if (!file || broken_) return std::nullopt;
    Source source(file->path);
    TableReader reader(task_.notes, file->number, table_of(data), tells);
    while (!source.ended() && !broken_) {
      const std::string_view piece = source.next();
      reader.feed(piece, source.ended());
      while (const Row* row = reader.next()) ENT_REFUSE(use(*row, Place{file->number, row->line()}));
      broken_ = reader.broken();
      chunks_.progress().bytes_done += static_cast<std::int64_t>(piece.size());
      ENT_REFUSE(go_on());
    }
    return std::nullopt;
  }

  /// The same, for what can't fail.
  template <class Owner>
  std::optional<Error> read(Data data, Owner& owner, void (Owner::*take)(const Row&, const Place&)) {
    return read(data, true, [&](const Row& row, const Place& place) -> std::optional<Error> {
      (owner.*take)(row, place);
      return std::nullopt;
    });
  }

  std::optional<Error> go_on() {
    chunks_.progress().records_done = task_.report.records;
    if (task_.options.watch == nullptr || task_.options.watch->go_on(chunks_.progress())) return std::nullopt;
    return base::fail(Errc::cancelled, "import.cancelled");
  }

  std::optional<Error> read_structure() {
    ENT_REFUSE(read(Data::orgs, structure_, &Structure::take_org));
    ENT_REFUSE(read(Data::academic_sessions, structure_, &Structure::take_session));
    ENT_REFUSE(read(Data::courses, structure_, &Structure::take_course));
    ENT_REFUSE(read(Data::classes, structure_, &Structure::take_class));
    if (broken_) return std::nullopt;
    if (!task_.options.school_year) feed_.school_year = structure_.school_year(feed_.date).value_or(feed_.school_year);
    task_.report.school_year = feed_.school_year;
    ENT_REFUSE(directory_.load());
    return structure_.apply(delivery_.file(Data::courses).has_value());
  }

  std::optional<Error> read_roster() {
    ENT_REFUSE(read(Data::users, roster_, &Roster::take_user));
    ENT_REFUSE(read(Data::demographics, roster_, &Roster::take_demographics));
    ENT_REFUSE(read(Data::enrollments, roster_, &Roster::take_enrollment));
    if (const auto& file = delivery_.file(Data::enrollments)) roster_.close_enrollments(file->number);
    return std::nullopt;
  }

  /// Of files that are not kept, the form alone.
  std::optional<Error> check_the_rest() {
    for (const Data data : {Data::categories, Data::line_items, Data::results, Data::resources, Data::class_resources,
                            Data::course_resources}) {
      KeyIndex keys;
      ENT_REFUSE(read(data, true, [&](const Row& row, const Place& place) -> std::optional<Error> {
        ++task_.report.records;
        if (!row.key().empty() && !keys.insert(row.key()).is_new) task_.notes.refuse(place, "sourcedId", "import.duplicate_id");
        return std::nullopt;
      }));
    }
    return std::nullopt;
  }

  /// Relatives first: when a pupil comes, both ends of each link are known.
  std::optional<Error> read_people() {
    for (const PersonKind kind : {PersonKind::relative, PersonKind::pupil, PersonKind::staff}) {
      const bool first = kind == PersonKind::relative;
      ENT_REFUSE(read(Data::users, false, [&](const Row& row, const Place& place) -> std::optional<Error> {
        const auto user = roster_.user_of(row);
        if (!user) return std::nullopt;
        if (first) roster_.take_agents(*user, row, place);
        if (person_kind(role_at(roster_.role_of(*user))) != kind) return std::nullopt;
        return chunks_.add(mapper_.dossier(row, *user, place));
      }));
      if (broken_) return std::nullopt;
      ENT_REFUSE(chunks_.flush());
      if (first) roster_.close_ties();
    }
    return std::nullopt;
  }

  std::optional<Error> finish() {
    const bool users = delivery_.file(Data::users).has_value();
    directory_.finish(delivery_.file(Data::orgs).has_value(), delivery_.file(Data::classes).has_value());
    ENT_REFUSE(people_.mark_absent({false, users, users, users}));
    people_.remove_long_marked();
    return std::nullopt;
  }

  Task& task_;
  Feed& feed_;
  const Delivery& delivery_;
  Directory directory_;
  People people_;
  Chunks chunks_;
  Structure structure_;
  Roster roster_;
  Mapper mapper_;
  bool broken_ = false;
};

/// import.oneroster
Result<Done> import_(Write<Perm::import_run>& unit, const ImportRequest& request) {
  const ImportOptions& options = *request.options;
  ImportReport& report = *request.report;
  report = {};
  // guard
  const std::int64_t root = options.org_id.value_or(OrgId{}).value;
  ENT_TRY(granted, unit.may({.org = root}, "org.not_found"));
  // rule
  ENT_REFUSE(well_formed(options));
  if (root != 0 && !org::kind_at(unit, OrgId{root}, unit.today())) return base::fail(Errc::not_found, "org.not_found");
  if (options.mode != ImportMode::full) return base::fail(Errc::invalid_argument, "import.delta_unread");
  Notes notes(report, options.most_notes);
  ENT_TRY(delivery, find_delivery(*request.folder, notes));
  ENT_TRY(years, years_of_feed(unit, OrgId{root}));
  Feed feed;
  feed.years = years;
  feed.name = feed_name(delivery, options);
  feed.date = options.date.value_or(unit.today());
  feed.school_year = options.school_year.value_or(years.of(feed.date));
  ENT_REFUSE(accept(unit, feed, report));
  // rows
  const std::int64_t number = begin_run(unit, granted);
  Keeper keeper(unit, granted, feed.name, number);
  Task task{unit, granted, options, feed, report, notes, keeper};
  bool broken = delivery.broken;
  if (!broken) {
    ImportRun run(task, feed, delivery);
    ENT_REFUSE(run.all());
    broken = run.broken();
  }
  // event
  conclude(task, number, "oneroster", broken);
  return Done{};
}

constexpr Op op_import = long_op<&import_>("import.oneroster", "0.1");

}  // namespace
}  // namespace ent::interop::oneroster

namespace ent {

Result<ImportReport> import_oneroster(Session& session, const std::string& folder, const ImportOptions& options) {
  return interop::import_by(interop::oneroster::op_import, session, folder, options);
}

}  // namespace ent
