#pragma once

#include <string>
#include <vector>

namespace ent::test {

/// What no scenario tells of: operations that none has answered or refused, and refusals of the domains that
/// none meets. Empty when nothing is left out.
std::vector<std::string> untold(const std::vector<std::string>& files);

}  // namespace ent::test
