/// Each value once, in order: what the numbers of a question are before they are asked about.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace ent::base {

template <class Value>
void keep_each_once(std::vector<Value>& values) {
  std::ranges::sort(values);
  values.erase(std::ranges::unique(values).begin(), values.end());
}

// The two that nearly all ask for are compiled once.
extern template void keep_each_once(std::vector<std::int64_t>&);
extern template void keep_each_once(std::vector<std::string>&);

}  // namespace ent::base
