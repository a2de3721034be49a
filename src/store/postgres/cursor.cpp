#include "store/postgres/cursor.hpp"

#include <charconv>

#include "store/postgres/connection.hpp"

namespace ent::store::postgres {
namespace {

std::byte nibble(char digit) {
  return static_cast<std::byte>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

}  // namespace

void Cursor::open() noexcept {
  open_ = awaited_ = true;
  row_ = -1;
}

void Cursor::take(Result result) noexcept {
  awaited_ = false;
  if (open_) result_ = std::move(result);
}

bool Cursor::next() {
  if (awaited_) connection_.wait_for(*this);
  // Its statement failed, or was skipped behind one that did, and that was told already.
  if (!result_) throw Failure(connection_.usable() ? Fault::bug : Fault::busy, "the statement was not run");
  bytes_.clear();
  if (row_ + 1 >= PQntuples(result_.get())) return false;
  ++row_;
  return true;
}

bool Cursor::is_null(int column) const { return PQgetisnull(result_.get(), row_, column) != 0; }

std::string_view Cursor::text(int column) const {
  return {PQgetvalue(result_.get(), row_, column), static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
}

std::int64_t Cursor::integer(int column) const {
  const std::string_view digits = text(column);
  if (digits == "t") return 1;  // a truth value, which SQLite knows as a number
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::span<const std::byte> Cursor::bytes(int column) const {
  const std::string_view hex = text(column);  // \x0aff
  std::vector<std::byte>& out = bytes_.emplace_back();
  for (std::size_t i = 2; i + 1 < hex.size(); i += 2) out.push_back(nibble(hex[i]) << 4 | nibble(hex[i + 1]));
  return out;
}

void Cursor::done() noexcept {
  open_ = false;
  result_.reset();
}

}  // namespace ent::store::postgres
