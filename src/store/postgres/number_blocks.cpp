#include "store/postgres/number_blocks.hpp"

namespace ent::store::postgres {
namespace {

/// Small, so that the numbers stay dense enough to count places in a bitset.
constexpr std::int64_t block_size = 64;

constexpr Sql sql_take{
    "INSERT INTO id_block (org, sequence, next) VALUES ($1, $2, CAST($3 AS BIGINT) + 1) "
    "ON CONFLICT (org, sequence) DO UPDATE SET next = id_block.next + $3 RETURNING next - $3"};

}  // namespace

std::int64_t NumberBlocks::take(std::int64_t org, std::string_view sequence, std::int64_t count) {
  const std::lock_guard lock(mutex_);
  if (count >= block_size) return take_from_table(org, sequence, count);
  Block& block = blocks_[{org, std::string(sequence)}];
  if (block.end - block.next < count) {
    block.next = take_from_table(org, sequence, block_size);
    block.end = block.next + block_size;
  }
  return std::exchange(block.next, block.next + count);
}

std::int64_t NumberBlocks::take_from_table(std::int64_t org, std::string_view sequence, std::int64_t count) {
  if (connection_ == nullptr || !connection_->usable())
    connection_ = std::make_unique<Connection>(address_, options_, Role::writer);
  const Arg args[] = {org, sequence, count};
  Rows taken = connection_->query(sql_take, args);
  taken.next();
  return taken.integer(0);
}

}  // namespace ent::store::postgres
