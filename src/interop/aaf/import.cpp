// The import of AAF: the files of a delivery in their order, in one transaction.
#include <algorithm>
#include <array>

#include "interop/aaf/files.hpp"
#include "interop/aaf/mapper.hpp"
#include "interop/aaf/parser.hpp"
#include "interop/apply/chunks.hpp"
#include "interop/import.hpp"
#include "interop/options.hpp"
#include "interop/runs.hpp"
#include "interop/source.hpp"
#include "unit/op.hpp"

namespace ent::interop::aaf {

namespace {

constexpr std::size_t most_units = 1000;

/// "13" and "013" are one academy.
std::string academy_of(std::string_view code) {
  std::string text;
  for (const char c : code.substr(0, 10)) {
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) text.push_back(c);
  }
  while (!text.empty() && text.size() < 3) text.insert(text.begin(), '0');
  return text;
}

struct Origin {
  std::string academy{};
  bool first_degree = false;
};

/// From the head of the first file, or from its first establishment.
Origin origin_of(const std::vector<File>& files) {
  Source source(files.front().path, std::size_t{64} * 1024);
  Parser parser;
  parser.feed(source.next(), source.ended());
  Origin origin{academy_of(parser.head().academy), parser.head().degree == "1D"};
  if (parser.head().degree.empty()) origin.first_degree = files.front().project.find("1D") != std::string::npos;
  for (const Record& record : parser.records()) {
    if (origin.academy.empty()) origin.academy = academy_of(record.one(Attr::academy_code));
  }
  return origin;
}

Feed feed_of(const std::vector<File>& files, const ImportOptions& options, const Origin& origin, const base::SchoolYears& years) {
  Feed feed;
  feed.years = years;
  feed.date = options.date.value_or(files.front().date);
  feed.school_year = options.school_year.value_or(years.of(feed.date));
  feed.name = origin.first_degree ? "aaf1d" : "aaf";
  if (!origin.academy.empty()) feed.name += ':' + origin.academy;
  if (options.feed) feed.name = *options.feed;
  return feed;
}

class ImportRun {
 public:
  ImportRun(Task& task, const std::vector<File>& files, bool first_degree)
      : task_(task), files_(files), directory_(task), people_(task, directory_), chunks_(task, directory_, people_),
        mapper_(task, directory_, first_degree) {
    for (const File& file : files) chunks_.progress().bytes_total += file.bytes;
  }

  std::optional<Error> all() {
    ENT_REFUSE(directory_.load());
    for (const File& file : files_) {
      ENT_REFUSE(read(file));
      if (broken_) return std::nullopt;
    }
    return finish();
  }

  /// A file that cannot be trusted as a whole: the run keeps nothing.
  bool broken() const noexcept { return broken_; }

 private:
  std::optional<Error> read(const File& file) {
    const std::int32_t number = task_.notes.add_file(file.name);
    Source source(file.path);
    Parser parser;
    while (!source.ended() && !broken_) {
      const std::string_view piece = source.next();
      broken_ = !parser.feed(piece, source.ended());
      for (const Record& record : parser.records()) ENT_REFUSE(take(record, {number, record.line}));
      chunks_.progress().bytes_done += static_cast<std::int64_t>(piece.size());
    }
    if (broken_) task_.notes.refuse({number, parser.fault()->line}, {}, parser.fault()->reason);
    ENT_REFUSE(flush_units());
    return chunks_.flush();
  }

  std::optional<Error> take(const Record& record, const Place& place) {
    switch (record.kind) {
      case RecordKind::unit: return take_unit(record, place);
      case RecordKind::subject:
      case RecordKind::mef: return std::nullopt;
      case RecordKind::unknown: task_.notes.warn(place, {}, "import.unknown_record"); return std::nullopt;
      default: break;
    }
    ENT_REFUSE(flush_units());
    Dossier dossier;
    if (!mapper_.dossier(record, place, dossier)) return std::nullopt;
    return chunks_.add(std::move(dossier));
  }

  std::optional<Error> take_unit(const Record& record, const Place& place) {
    ++task_.report.records;
    UnitRecord unit;
    if (mapper_.unit(record, place, unit)) units_.push_back(std::move(unit));
    if (record.has(Attr::unit_divisions) || record.has(Attr::unit_groups)) declared_.emplace_back(record, place);
    return units_.size() == most_units ? flush_units() : std::nullopt;
  }

  /// The units first, then what they declare.
  std::optional<Error> flush_units() {
    if (units_.empty() && declared_.empty()) return std::nullopt;
    ENT_REFUSE(directory_.apply(units_));
    for (const auto& [record, place] : declared_) mapper_.groups_of_unit(record, place);
    units_.clear();
    declared_.clear();
    return std::nullopt;
  }

  std::optional<Error> finish() {
    const bool full = task_.options.mode == ImportMode::full;
    const auto delivered = [&](FileKind kind) {
      return full && std::ranges::find(files_, kind, &File::kind) != files_.end();
    };
    const bool all = delivered(FileKind::units) && delivered(FileKind::pupils) && delivered(FileKind::staff);
    directory_.finish(delivered(FileKind::units), all);
    if (!full) return std::nullopt;
    std::array<bool, 4> kinds{};
    kinds[static_cast<std::size_t>(PersonKind::pupil)] = delivered(FileKind::pupils);
    kinds[static_cast<std::size_t>(PersonKind::relative)] = delivered(FileKind::relatives);
    kinds[static_cast<std::size_t>(PersonKind::staff)] = delivered(FileKind::staff);
    ENT_REFUSE(people_.mark_absent(kinds));
    people_.remove_long_marked();
    return std::nullopt;
  }

  Task& task_;
  const std::vector<File>& files_;
  Directory directory_;
  People people_;
  Chunks chunks_;
  Mapper mapper_;
  std::vector<UnitRecord> units_;
  std::vector<std::pair<Record, Place>> declared_;
  bool broken_ = false;
};

/// import.aaf
Result<Done> aaf_(Write<Perm::import_run>& unit, const ImportRequest& request) {
  const ImportOptions& options = *request.options;
  ImportReport& report = *request.report;
  report = {};
  // guard
  const std::int64_t root = options.org_id.value_or(OrgId{}).value;
  ENT_TRY(granted, unit.may({.org = root}, "org.not_found"));
  // rule
  ENT_REFUSE(well_formed(options));
  ENT_TRY(files, find_files(*request.folder, options.mode, options.date));
  const Origin origin = origin_of(files);
  ENT_TRY(years, years_of_feed(unit, OrgId{root}));
  const Feed feed = feed_of(files, options, origin, years);
  ENT_REFUSE(accept(unit, feed, report));
  // rows
  Notes notes(report, options.most_notes);
  const std::int64_t number = begin_run(unit, granted);
  Keeper keeper(unit, granted, feed.name, number);
  Task task{unit, granted, options, feed, report, notes, keeper};
  ImportRun run(task, files, origin.first_degree);
  ENT_REFUSE(run.all());
  // event
  conclude(task, number, "aaf", run.broken());
  return Done{};
}

constexpr Op op_aaf = long_op<&aaf_>("import.aaf", "0.1");

}  // namespace
}  // namespace ent::interop::aaf

namespace ent {

Result<ImportReport> import_aaf(Session& session, const std::string& folder, const ImportOptions& options) {
  return interop::import_by(interop::aaf::op_aaf, session, folder, options);
}

}  // namespace ent
