#pragma once

namespace ent::account {

extern const char* const schema;

}  // namespace ent::account
