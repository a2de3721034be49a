/// Looking after a store: is it sound, and a copy of it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ent/watch.hpp"

namespace ent {

/// How closely a store is looked at.
enum class CheckLevel : std::int32_t {
  quick = 1,  ///< The pages of the file, and the schema.
  full = 2,   ///< Indexes against their tables too, and the rules that rows of several tables keep together.
};

/// How a check is done.
struct CheckOptions {
  CheckLevel level = CheckLevel::quick;  ///< How closely.
  Watch* watch = nullptr;                ///< Borrowed for the call; may be null.
};

/// What is wrong in a store.
struct CheckFinding {
  std::string reason{};    ///< check.file_damaged, check.schema_differs or check.rule_broken: see explain_reason().
  std::string place{};     ///< Which page, index, table or rule, in English. Never a value of a row.
  std::int64_t count = 1;  ///< In how many rows.
  friend bool operator==(const CheckFinding&, const CheckFinding&) = default;
};

/// What a check found.
struct CheckReport {
  std::vector<CheckFinding> findings{};  ///< None: the store is sound.
};

/// How a backup is made.
struct BackupOptions {
  bool replace = false;    ///< A store that lies at the path gives way to the copy, once that is whole.
  Watch* watch = nullptr;  ///< Borrowed for the call; may be null.
};

/// What a backup holds.
struct BackupReport {
  std::int64_t bytes = 0;  ///< Size of the copy.
};

}  // namespace ent
