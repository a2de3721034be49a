/// What must hold whatever the input is.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace ent::fuzz {

/// Ends the run, which keeps the input, when it does not hold.
inline void expect(bool holds, const char* what, std::string_view detail = {}) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s %s\n", what, std::string(detail).c_str());
  std::abort();
}

}  // namespace ent::fuzz
