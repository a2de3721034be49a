/// Files that live in memory, for a store without a place: a file system of SQLite's kind (VFS).
///
/// SQLite's own stores in memory know no write-ahead log: there a reader keeps the writer out, and the
/// writer the readers. Over these files a store in memory behaves as one on disk.
#pragma once

#include <memory>
#include <string>

namespace ent::store::sqlite {

/// A file system of its own, known to SQLite by name() for as long as the object lives; it outlives
/// every connection to it.
class MemoryFiles {
 public:
  MemoryFiles();
  ~MemoryFiles();
  MemoryFiles(const MemoryFiles&) = delete;
  MemoryFiles& operator=(const MemoryFiles&) = delete;
  const std::string& name() const noexcept;

 private:
  struct System;
  std::unique_ptr<System> system_;
};

}  // namespace ent::store::sqlite
