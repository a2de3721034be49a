/// CSV as RFC 4180 has it, piece by piece: what comes in is never held longer than its record.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ent::interop::oneroster {

/// Nothing that is meant for people is longer.
struct CsvLimits {
  std::size_t cell = std::size_t{64} * 1024;     ///< Bytes.
  std::size_t record = std::size_t{1024} * 1024;
  std::size_t cells = 1000;
};

/// One record, valid until the next piece is fed.
struct CsvRecord {
  std::int64_t line = 0;  ///< Where it begins, from 1.
  std::span<const std::string_view> cells{};
};

/// Whether a cell is UTF-8 without a NUL, which no text of people has and no store takes.
bool is_readable(std::string_view cell) noexcept;

class CsvParser {
 public:
  explicit CsvParser(const CsvLimits& limits = {}) noexcept : limits_(limits) {}

  /// The next piece of the file, cut anywhere; `last` with the last one, which may be empty. False: the rest cannot
  /// be read. What was complete before is in records() all the same.
  bool feed(std::string_view piece, bool last);

  /// The records that this piece has completed. Empty lines are none.
  std::span<const CsvRecord> records() const noexcept { return records_; }

  /// Empty: none. A stable reason otherwise, and the line in which the record begins.
  std::string_view fault() const noexcept { return fault_; }
  std::int64_t fault_line() const noexcept { return begin_line_; }

 private:
  enum class State : std::uint8_t { cell_begins, plain, quoted, quote_in_quoted, carriage_return };
  struct Extent {
    std::int64_t line;
    std::size_t cells;  ///< Number of cells, up to and with this record.
  };

  void drop_told();
  std::size_t skip_mark(std::string_view piece, bool last);
  bool take(char c);
  bool take_between(char c);
  void end_cell();
  void end_record();
  bool fail(std::string_view reason) noexcept;
  bool finish();
  bool within_limits() noexcept;
  void show_records();

  CsvLimits limits_;
  State state_ = State::cell_begins;
  bool was_quoted_ = false;      ///< The cell that is being read.
  std::size_t mark_seen_ = 0;    ///< Bytes of the byte order mark; past it: 3 or more.
  std::int64_t line_ = 1;
  std::int64_t begin_line_ = 1;  ///< Of the record that is being read.
  std::string_view fault_{};
  std::string text_;             ///< Of all cells.
  std::vector<std::size_t> ends_;
  std::vector<Extent> extents_;
  std::vector<std::string_view> views_;
  std::vector<CsvRecord> records_;
};

}  // namespace ent::interop::oneroster
