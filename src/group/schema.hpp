#pragma once

namespace ent::group {

extern const char* const schema;

}  // namespace ent::group
