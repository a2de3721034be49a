/// The place that a backup goes to: a path that names a whole copy or what it named before.
#pragma once

#include <filesystem>
#include <string>

#include "store/store.hpp"

namespace ent::store::sqlite {

class BackupPlace {
 public:
  /// Refuses a place that is taken, and makes the empty file that the copy is written to.
  explicit BackupPlace(const BackupTarget& target);
  /// The file under its other name is gone at the end, whatever the end was.
  ~BackupPlace();
  BackupPlace(const BackupPlace&) = delete;
  BackupPlace& operator=(const BackupPlace&) = delete;

  /// What the copy is written to.
  const std::string& partial() const noexcept { return partial_; }
  /// Gives the copy its name.
  void publish() const;

 private:
  const BackupTarget& target_;
  std::filesystem::path path_;
  std::string partial_;
};

}  // namespace ent::store::sqlite
