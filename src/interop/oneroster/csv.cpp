#include "interop/oneroster/csv.hpp"

#include "base/text.hpp"

namespace ent::interop::oneroster {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// What ends a run of plain characters.
bool is_plain(char c) noexcept { return c != ',' && c != '"' && c != '\r' && c != '\n'; }

}  // namespace

bool is_readable(std::string_view cell) noexcept { return base::valid_utf8(cell) && cell.find('\0') == std::string_view::npos; }

bool CsvParser::feed(std::string_view piece, bool last) {
  drop_told();
  if (!fault_.empty()) return false;
  std::size_t at = skip_mark(piece, last);
  bool sound = true;
  while (sound && at < piece.size()) {
    if (state_ == State::plain || state_ == State::quoted) {
      const std::size_t begin = at;
      if (state_ == State::plain) {
        while (at < piece.size() && is_plain(piece[at])) ++at;
      } else {
        while (at < piece.size() && piece[at] != '"' && piece[at] != '\n') ++at;
      }
      text_.append(piece.substr(begin, at - begin));
      sound = within_limits();
      if (!sound || at == piece.size()) break;
    }
    sound = take(piece[at++]);
  }
  if (sound && last) sound = finish();
  show_records();
  return sound;
}

/// What was shown goes; of the record that is being read, its beginning stays.
void CsvParser::drop_told() {
  const std::size_t cells = extents_.empty() ? 0 : extents_.back().cells;
  const std::size_t bytes = cells == 0 ? 0 : ends_[cells - 1];
  ends_.erase(ends_.begin(), ends_.begin() + static_cast<std::ptrdiff_t>(cells));
  for (std::size_t& end : ends_) end -= bytes;
  text_.erase(0, bytes);
  extents_.clear();
  views_.clear();
  records_.clear();
}

/// The mark may be cut by the end of a piece. Bytes that turn out to be none of it belong to the first cell.
std::size_t CsvParser::skip_mark(std::string_view piece, bool last) {
  std::size_t at = 0;
  while (mark_seen_ < byte_order_mark.size() && at < piece.size()) {
    if (piece[at] != byte_order_mark[mark_seen_]) break;
    ++mark_seen_;
    ++at;
  }
  const bool is_over = at < piece.size() || last;
  if (mark_seen_ < byte_order_mark.size() && is_over) {
    text_.append(byte_order_mark.substr(0, mark_seen_));
    if (mark_seen_ > 0) state_ = State::plain;
    mark_seen_ = byte_order_mark.size();
  }
  return at;
}

bool CsvParser::take(char c) {
  switch (state_) {
    case State::cell_begins:
      if (c == '"') {
        state_ = State::quoted;
        was_quoted_ = true;
        return true;
      }
      state_ = State::plain;
      [[fallthrough]];
    case State::plain:
      if (is_plain(c)) return text_.push_back(c), true;
      return c == '"' ? fail("import.csv_syntax") : take_between(c);
    case State::quoted:
      if (c == '"') return state_ = State::quote_in_quoted, true;
      if (c == '\n') ++line_;
      text_.push_back(c);
      return true;
    case State::quote_in_quoted:
      if (c != '"') return is_plain(c) ? fail("import.csv_syntax") : take_between(c);
      text_.push_back(c);
      state_ = State::quoted;
      return true;
    case State::carriage_return: return c == '\n' ? take_between(c) : fail("import.csv_syntax");
  }
  return true;
}

/// What stands between cells and between records.
bool CsvParser::take_between(char c) {
  if (c == '\r') {
    state_ = State::carriage_return;
    return true;
  }
  end_cell();
  if (!within_limits()) return false;
  if (c == '\n') {
    ++line_;
    end_record();
  }
  return true;
}

void CsvParser::end_cell() {
  ends_.push_back(text_.size());
  state_ = State::cell_begins;
}

void CsvParser::end_record() {
  const std::size_t before = extents_.empty() ? 0 : extents_.back().cells;
  const std::size_t text_before = before == 0 ? 0 : ends_[before - 1];
  const bool is_empty_line = ends_.size() - before == 1 && text_.size() == text_before && !was_quoted_;
  if (is_empty_line) {
    ends_.pop_back();
  } else {
    extents_.push_back({begin_line_, ends_.size()});
  }
  was_quoted_ = false;
  begin_line_ = line_;
}

bool CsvParser::within_limits() noexcept {
  const std::size_t before = extents_.empty() ? 0 : extents_.back().cells;
  const std::size_t record_begins = before == 0 ? 0 : ends_[before - 1];
  const std::size_t cell_begins = ends_.empty() ? 0 : ends_.back();  // one that has ended was within them before
  const bool fits = ends_.size() - before <= limits_.cells && text_.size() - record_begins <= limits_.record &&
                    text_.size() - cell_begins <= limits_.cell;
  return fits || fail("import.csv_limits");
}

/// The last line need not end.
bool CsvParser::finish() {
  if (state_ == State::quoted) return fail("import.csv_syntax");
  const std::size_t before = extents_.empty() ? 0 : extents_.back().cells;
  const bool has_begun = state_ != State::cell_begins || ends_.size() > before;
  if (!has_begun) return true;
  end_cell();
  if (!within_limits()) return false;
  end_record();
  return true;
}

bool CsvParser::fail(std::string_view reason) noexcept {
  fault_ = reason;
  return false;
}

void CsvParser::show_records() {
  const std::size_t cells = extents_.empty() ? 0 : extents_.back().cells;
  views_.reserve(cells);
  for (std::size_t i = 0; i < cells; ++i) {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    views_.push_back(std::string_view(text_).substr(begin, ends_[i] - begin));
  }
  std::size_t begin = 0;
  for (const Extent& extent : extents_) {
    records_.push_back({extent.line, std::span(views_).subspan(begin, extent.cells - begin)});
    begin = extent.cells;
  }
}

}  // namespace ent::interop::oneroster
