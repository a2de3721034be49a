#pragma once

namespace ent::school_year {

extern const char* const schema;

}  // namespace ent::school_year
