#include "base/each_once.hpp"

namespace ent::base {

template void keep_each_once(std::vector<std::int64_t>&);
template void keep_each_once(std::vector<std::string>&);

}  // namespace ent::base
