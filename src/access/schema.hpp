#pragma once

namespace ent::access {

extern const char* const schema;

}  // namespace ent::access
