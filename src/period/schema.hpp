#pragma once

namespace ent::period {

extern const char* const schema;

}  // namespace ent::period
