#include "access/reason.hpp"

namespace ent::access {

const ReasonText& text(Reason reason) noexcept {
  switch (reason) {
#define ENT_ACCESS_REASON(code, value, allows, french, english)              \
  case Reason::code: {                                                       \
    static constexpr ReasonText entry{#code, allows, french, english};       \
    return entry;                                                            \
  }
#include "access/permission_table.inc"
    case Reason::none: break;
  }
  static constexpr ReasonText nothing{"", false, "", ""};
  return nothing;
}

}  // namespace ent::access
