#include "store/sqlite/watched.hpp"

namespace ent::store::sqlite {
namespace {

/// Of the engine's machine: about a millisecond.
constexpr int steps_between = 10'000;

}  // namespace

Watched::Watched(sqlite3* handle, Watch* watch) : handle_(handle), watch_(watch) {
  if (watch_ != nullptr) sqlite3_progress_handler(handle_, steps_between, &ask, this);
}

Watched::~Watched() {
  if (watch_ != nullptr) sqlite3_progress_handler(handle_, 0, nullptr, nullptr);
}

void Watched::rethrow() const {
  if (thrown_) std::rethrow_exception(thrown_);
}

int Watched::ask(void* self) noexcept {
  auto& watched = *static_cast<Watched*>(self);
  try {
    ++watched.progress_.done;
    return watched.watch_->go_on(watched.progress_) ? 0 : 1;
  } catch (...) {
    watched.thrown_ = std::current_exception();
    return 1;
  }
}

}  // namespace ent::store::sqlite
