#pragma once

namespace ent::org {

extern const char* const schema;

}  // namespace ent::org
