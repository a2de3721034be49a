/// Codes for things that a file only names: pure functions.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace ent::interop::fet {

/// A name as it is shown: clean, and of 1 to 200 characters, or empty.
std::string shown_name(std::string_view name);

/// The name itself where it can be a code (1 to 40 characters) that is not taken; else one made of it, the same at each
/// import. It is taken from then on.
std::string code_of(std::string_view name, std::set<std::string>& taken);

/// Whether code_of() had to make one.
bool is_made(std::string_view name, std::string_view code);

}  // namespace ent::interop::fet
