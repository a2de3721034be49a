#pragma once

namespace ent::guardian {

extern const char* const schema;

}  // namespace ent::guardian
