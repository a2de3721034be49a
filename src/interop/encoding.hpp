/// The eight-bit encodings of older files that the parser does not know by itself.
#pragma once

#include <expat.h>

#include <string_view>

namespace ent::interop {

/// False: it is not known here either.
bool describe_encoding(std::string_view name, XML_Encoding& encoding) noexcept;

}  // namespace ent::interop
