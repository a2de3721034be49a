/// Lists of records as Arrow tables, by the C data and stream interfaces (ent/arrow.h).
///
/// A column for each field:
///
///     boolean  b      int64, id  l      text, enumeration  u      instant  tsu:UTC
///     int32    i      date       tdD    record, list       u, as JSON text
///     time     tts    decimal    d:18,6
///
/// An optional field makes a nullable column. There is no metadata.
#pragma once

#include <cstdint>
#include <memory>

#include "reflect/type.hpp"

struct ArrowArrayStream;

namespace ent::reflect {

inline constexpr std::size_t rows_per_batch = 4096;

/// Whether values of a type can leave as a table: it is a list of records that have fields.
bool is_table(const Type& type) noexcept;

/// Makes `out` a stream over the list at `rows`, of the type `list`, which is a table. The stream shares the
/// ownership of `rows`; a list within an answer shares that of the answer:
///
///     auto answer = std::make_shared<Value>(...);
///     export_arrow(*field.type, {answer, place_of_field}, &stream);
///
/// Whatever the consumer takes from the stream outlives it, and is released in any order.
void export_arrow(const Type& list, std::shared_ptr<const void> rows, ArrowArrayStream* out);

}  // namespace ent::reflect
