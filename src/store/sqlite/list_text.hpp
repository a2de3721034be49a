/// Lists as the JSON text that json_each() reads.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace ent::store::sqlite {

std::string list_text(std::span<const std::int64_t> values);
std::string list_text(std::span<const std::string> values);

}  // namespace ent::store::sqlite
