/// Dossiers, gathered until there are enough of them to be applied together.
#pragma once

#include "interop/apply/people.hpp"

namespace ent::interop {

class Chunks {
 public:
  Chunks(Task& task, Directory& directory, People& people) : task_(task), directory_(directory), people_(people) {}

  std::optional<Error> add(Dossier&& dossier);
  /// Applies what has been gathered, and tells the host; `cancelled` when it wants no more.
  std::optional<Error> flush();

  ImportProgress& progress() noexcept { return progress_; }

 private:
  static constexpr std::size_t size = 1000;

  Task& task_;
  Directory& directory_;
  People& people_;
  std::vector<Dossier> dossiers_;
  TextMap<bool> keys_;
  ImportProgress progress_{};
};

}  // namespace ent::interop
