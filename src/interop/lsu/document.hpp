/// The file itself, of reports that nothing hinders: pure functions.
#pragma once

#include <span>
#include <string>

#include "interop/lsu/facts.hpp"

namespace ent::lsu {

std::string xml_of(const Delivery& delivery, const Form& form, std::span<const Sheet* const> sheets);

}  // namespace ent::lsu
