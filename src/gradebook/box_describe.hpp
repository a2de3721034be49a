/// Boxes as JSON.
#pragma once

#include "gradebook/box_tree.hpp"
#include "gradebook/describe.hpp"
#include "reflect/describe.hpp"

namespace ent::gradebook {

ENT_RECORD(BoxTree, 0, boxes, rules)

}  // namespace ent::gradebook
