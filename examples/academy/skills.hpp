/// Skills in the demo academy: a table of a teacher's, and what a pupil does in the portal.
#pragma once

#include "demo.hpp"

namespace academy {

/// Tells it in French: from the teacher's spreadsheet to what the pupils master, and from what Inès does to what is validated.
void show_the_skills(Demo& demo);

}  // namespace academy
