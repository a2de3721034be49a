/// C structs: the generated layout of each, and the one reader and writer that walk it.
///
/// A member of a C struct holds, by the kind of its field:
///
///     boolean, int32, enumeration         int32_t (false is 0; 0 is no word)
///     date, time                          int32_t (days since 1970-01-01; minutes since midnight)
///     int64, id, instant, decimal         int64_t (0 is no id; microseconds since 1970-01-01 UTC; millionths)
///     text                                CText; null data: not given
///     list                                CList of such values; of records: of their structs
///     optional                            pointer to such a value; null: none
///     record, optional record             pointer to its struct; null: not given, none
///
/// What a caller's struct does not reach, being older than the library, and what is not given keeps
/// the default of the C++ record; it is refused when the field is required.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ent/result.hpp"
#include "reflect/type.hpp"

namespace ent::reflect {

/// `ent_str` of the C API.
struct CText {
  const char* data;
  std::size_t size;
};

/// Any `ent_..._list` of the C API. The stride is the caller's own sizeof an item.
struct CList {
  const void* data;
  std::size_t count;
  std::size_t stride;
};

struct CLayout;

/// One member of a C struct.
struct CField {
  std::uint16_t field;              ///< Index into Type::fields.
  std::uint32_t offset;             ///< In the C struct.
  std::uint32_t size;               ///< In the C struct.
  const CLayout* record = nullptr;  ///< Of the record that is reached through a pointer or a list.
};

/// One generated C struct. `sized`: it begins with its own `uint32_t struct_size`, as every struct
/// that is handed over by pointer does; items of a list may do without, having the list's stride.
struct CLayout {
  std::string_view type;  ///< Type::name.
  std::span<const CField> fields;
  std::uint32_t size;
  bool sized = true;
};

/// Bytes that the member of a C struct takes for a value of this type.
std::uint32_t c_size(const Type& type) noexcept;

/// What does not fit between a record type and its layout, for the tests; empty when all is well.
std::string layout_fault(const Type& type, const CLayout& layout);

/// Reads a C struct into `value`, a default-constructed record. No more than the first `struct_size`
/// bytes of `args` are touched. Refuses what read_json refuses, with the same paths and reasons.
std::optional<Error> read_c(const Type& type, const CLayout& layout, const void* args, std::uint32_t struct_size,
                            void* value);

/// Memory for the C structs that write_c makes; all of it goes with the arena.
class CArena {
 public:
  /// Zeroed, and aligned for every C type, as operator new has it.
  void* take(std::size_t size);

 private:
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
};

/// The inverse of read_c: the C struct of a record, with everything that it points to in `arena`.
const void* write_c(const Type& type, const CLayout& layout, const void* value, CArena& arena);

}  // namespace ent::reflect
