/// Directories of people, given out as files that other systems load. docs/imports.md says what they carry.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ent/id.hpp"
#include "ent/result.hpp"
#include "ent/session.hpp"

namespace ent {

/// How far an export has come.
struct ExportProgress {
  std::int64_t people_done = 0;   ///< People that have been written.
  std::int64_t people_total = 0;  ///< People that will be written.
};

/// Told of the progress of an export, on the thread of its caller.
class ExportWatch {
 public:
  virtual ~ExportWatch() = default;
  /// Called about every thousand people. False stops the export, which then answers `cancelled` and leaves no file.
  /// The library must not be called from here.
  virtual bool go_on(const ExportProgress& progress) = 0;
};

/// What is to be given out. The date is the session's: Session::at().
struct ExportOptions {
  std::optional<OrgId> org_id{};              ///< The unit whose establishments are given out; none: the portal as a whole.
  std::optional<std::int32_t> school_year{};  ///< Of the groups, by its first year; default: that of the date, by the turn of the units.
  /// Things that this feed knows go out under its keys, so that an import of OneRoster is given back under the keys
  /// under which it came. All others, and all without a feed, go out under keys made of their ids: "ent-p0000000042".
  std::optional<std::string> feed{};
  /// True: only legal representatives go out as parents, so that who takes parents to be legal is right. False:
  /// persons in charge too.
  bool parents_are_legal = true;
  ExportWatch* watch = nullptr;               ///< Borrowed for the call; may be null.
};

/// What an export has written.
struct ExportReport {
  std::int64_t units = 0;          ///< Rows of orgs.csv.
  std::int64_t groups = 0;         ///< Rows of classes.csv.
  std::int64_t people = 0;         ///< Each in the one role that the format has room for.
  std::int64_t enrollments = 0;    ///< Rows of enrollments.csv.
  std::int64_t guardianships = 0;  ///< Pairs of a pupil and an adult.
  std::int64_t left_out = 0;       ///< Posts and guardianships that the format has no word for.
  friend bool operator==(const ExportReport&, const ExportReport&) = default;
};

/// Writes a OneRoster 1.1 bulk delivery into a folder, which is made where there is none: manifest.csv and seven files,
/// each whole or not there. The same facts under the same keys are the same bytes.
///
/// Permission: export.run on the unit, and on each establishment that is given out; others are passed over.
/// Errors: invalid_argument (field.range, import.feed_malformed, calendar.turns_differ), not_found (org.not_found), unavailable
/// (export.unwritable), cancelled (export.cancelled). Since 0.1.
Result<ExportReport> export_oneroster(Session& session, const std::string& folder, const ExportOptions& options = {});

}  // namespace ent
