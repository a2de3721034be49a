/// The tables of attendance.
#pragma once

namespace ent::attendance {

extern const char* const schema;

}  // namespace ent::attendance
