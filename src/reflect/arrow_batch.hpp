/// One batch of a table, and its schema: what the Arrow stream hands out.
#pragma once

#include <cstddef>

#include "reflect/type.hpp"

struct ArrowArray;
struct ArrowSchema;

namespace ent::reflect {

/// The schema of a table of such records.
void export_schema(const Type& record, ArrowSchema* out);

/// `count` records, side by side from `first`. Throws std::length_error when a column has more than 2 GiB of text.
void export_batch(const Type& record, const std::byte* first, std::size_t count, ArrowArray* out);

}  // namespace ent::reflect
