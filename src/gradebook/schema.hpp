#pragma once

namespace ent::gradebook {

extern const char* const schema;

}  // namespace ent::gradebook
