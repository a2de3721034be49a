/// The numbers of many rows in one value, as PACKED writes them in a statement (store.hpp): of thousands of short rows a database takes longer
/// to hand each over than to find it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace ent::store {

/// Eight bytes, the highest first: as PostgreSQL's int8send.
inline constexpr std::size_t packed_size = 8;

// Written out, each is known to compilers as one instruction; as a loop it takes as long as SQLite takes to find the row.
inline std::array<std::byte, packed_size> packed(std::int64_t number) noexcept {
  const auto all = static_cast<std::uint64_t>(number);
  const auto part = [all](int shift) { return static_cast<std::byte>(all >> shift & 0xff); };
  return {part(56), part(48), part(40), part(32), part(24), part(16), part(8), part(0)};
}

inline std::int64_t unpacked(std::span<const std::byte, packed_size> bytes) noexcept {
  const auto part = [bytes](std::size_t at, int shift) { return static_cast<std::uint64_t>(bytes[at]) << shift; };
  return static_cast<std::int64_t>(part(0, 56) | part(1, 48) | part(2, 40) | part(3, 32) | part(4, 24) | part(5, 16) | part(6, 8) |
                                   part(7, 0));
}

/// Columns of one PACKED.
inline constexpr std::size_t most_packed = 8;

/// Reads rows of `columns` numbers, in the order of the value; columns count from 0.
template <std::size_t columns>
class PackedRows {
 public:
  /// Borrows the value: valid as long as its row is.
  explicit PackedRows(std::span<const std::byte> value) noexcept : rest_(value) {}

  std::size_t size() const noexcept { return rest_.size() / row_size; }  ///< Of those that are still to be read.

  bool next() noexcept {
    if (rest_.size() < row_size) return false;
    row_ = rest_.first(row_size);
    rest_ = rest_.subspan(row_size);
    return true;
  }
  std::int64_t integer(std::size_t column) const noexcept { return unpacked(row_.subspan(column * packed_size).first<packed_size>()); }

 private:
  static constexpr std::size_t row_size = columns * packed_size;
  std::span<const std::byte> row_{}, rest_;
};

}  // namespace ent::store
