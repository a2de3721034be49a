#pragma once

namespace ent::person {

extern const char* const schema;

}  // namespace ent::person
