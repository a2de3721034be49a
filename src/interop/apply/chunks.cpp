#include "interop/apply/chunks.hpp"

namespace ent::interop {

std::optional<Error> Chunks::add(Dossier&& dossier) {
  // A chunk is of one kind. In a delta somebody may come twice: the second word is about what the first one left.
  const bool delta = task_.options.mode == ImportMode::delta;
  if (!dossiers_.empty() && (dossiers_.front().kind != dossier.kind || (delta && keys_.contains(dossier.key))))
    ENT_REFUSE(flush());
  if (delta) keys_.emplace(dossier.key, true);
  dossiers_.push_back(std::move(dossier));
  return dossiers_.size() == size ? flush() : std::nullopt;
}

std::optional<Error> Chunks::flush() {
  directory_.write_groups();
  if (!dossiers_.empty()) people_.apply(dossiers_);
  dossiers_.clear();
  keys_.clear();
  progress_.records_done = task_.report.records;
  if (task_.options.watch != nullptr && !task_.options.watch->go_on(progress_))
    return base::fail(Errc::cancelled, "import.cancelled");
  return std::nullopt;
}

}  // namespace ent::interop
