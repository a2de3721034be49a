/// A file system whose syncs take 2 ms longer, as those of a disk do: on a machine whose syncs are nearly free, the
/// figures of durable writes would say nothing.
#pragma once

#include <chrono>

namespace ent::bench {

/// From now on the default of SQLite in this process; `added` may be changed at any time.
void install_slow_sync();
void set_added_to_sync(std::chrono::microseconds added) noexcept;

}  // namespace ent::bench
