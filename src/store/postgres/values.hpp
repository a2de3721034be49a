/// Arguments as libpq takes them.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "store/store.hpp"

namespace ent::store::postgres {

/// Kept by a connection and refilled for each call. Numbers go as text, which any integer type takes;
/// texts, bytes and lists in the binary form, which needs no quoting and no copy of a text.
class Values {
 public:
  void fill(std::span<const Arg> args);

  int count() const noexcept { return static_cast<int>(pointers_.size()); }
  const char* const* pointers() const noexcept { return pointers_.data(); }
  const int* lengths() const noexcept { return lengths_.data(); }
  const int* formats() const noexcept { return formats_.data(); }

 private:
  void add(std::size_t i, const Arg& arg);
  void set(std::size_t i, const char* data, std::size_t size, int format);

  std::vector<const char*> pointers_;
  std::vector<int> lengths_;
  std::vector<int> formats_;
  std::vector<std::array<char, 24>> numbers_;
  std::vector<std::string> arrays_;
};

/// The binary form of `bigint[]` and `text[]`.
std::string array_bytes(std::span<const std::int64_t> values);
std::string array_bytes(std::span<const std::string> values);

}  // namespace ent::store::postgres
