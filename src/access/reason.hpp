/// Why a right is held or refused: the closed list of codes, in the order of nearness.
#pragma once

#include <cstdint>
#include <string_view>

namespace ent::access {

enum class Reason : std::uint8_t {
  none = 0,
#define ENT_ACCESS_REASON(code, value, allows, french, english) code = value,
#include "access/permission_table.inc"
};

struct ReasonText {
  std::string_view code;
  bool allows;
  std::string_view french;
  std::string_view english;
};

const ReasonText& text(Reason reason) noexcept;

}  // namespace ent::access
