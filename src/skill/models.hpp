/// The referentials that come with the library.
#pragma once

#include <string_view>
#include <vector>

#include "ent/skill.hpp"

namespace ent::skill {

/// All of them, by code.
std::vector<Model> all_models();

std::optional<Model> model_of(std::string_view code);

}  // namespace ent::skill
