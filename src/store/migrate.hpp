/// Brings a store to the schema of this library.
#pragma once

#include <span>

#include "store/store.hpp"

namespace ent::store {

/// One step of the schema. The text stands beside the domain that owns the tables, in portable DDL:
///
///     CREATE TABLE org_unit (
///       org INT NOT NULL, valid_from INT NOT NULL, name TEXT NOT NULL, photo BYTES,
///       PRIMARY KEY (org, valid_from)
///     ) BY_ORG;
///     CREATE INDEX org_unit_code ON org_unit (code);
///
/// The words: INT (64 bits), TEXT, BYTES for types, and one at the end of every CREATE TABLE:
/// BY_ORG: the key begins with the column `org`; WITHOUT ROWID and STRICT on SQLite, hash partitions
///   on that column on PostgreSQL. WHOLE: a portal-wide table with a narrow row and its own key.
/// LOG: an append-only table, whose first column is `seq LOG_KEY`, numbered in the order of writing.
struct Migration {
  int number;        ///< 1, 2, 3...; each exactly once.
  const char* name;  ///< "org", for messages.
  const char* ddl;
};

/// Runs the steps that the store lacks, each in one transaction with its mark; a process that is killed
/// leaves a whole number of steps. Several processes may call it at once. Throws Failure(newer) when the
/// store has a step that `steps` has not, Failure(corrupt) when a step's text is not the one that was run.
void migrate(Database& database, std::span<const Migration> steps);

/// Where the schema of the store is not what `steps` make, one difference a line; empty when it is. SQLite.
std::string schema_differences(Database& database, std::span<const Migration> steps);

/// A rule that the rows of a sound store keep, though no key of a table enforces it. It stands beside the domain
/// that owns the tables.
struct Invariant {
  const char* name;  ///< "group_member: its group is there".
  Sql broken;        ///< Counts the rows that break it.
};

}  // namespace ent::store
