#pragma once

namespace ent::calendar {

extern const char* const schema;

}  // namespace ent::calendar
