#pragma once

namespace ent::outbox {

extern const char* const schema;

}  // namespace ent::outbox
