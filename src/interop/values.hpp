/// Values as directories write them, brought to what the store keeps.
#pragma once

#include <string>
#include <string_view>

namespace ent::interop {

/// Without white space at the ends, line feeds and control characters within; character references that were
/// escaped twice (`&amp;eacute;`) are letters again.
std::string clean(std::string_view text);

/// Whether a bad conversion has left its mark (U+FFFD).
bool is_damaged(std::string_view text) noexcept;

/// Two letters of ISO 3166-1 for the French name of a country; empty for France. False: a name that is not known here.
bool country_code(std::string_view name, std::string& code);

}  // namespace ent::interop
