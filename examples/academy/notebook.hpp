/// What was done in a lesson of the day, and what is to be done for the next one.
#pragma once

#include "demo.hpp"

namespace academy {

/// Tells it in French: from the teacher who sets it to the pupil who ticks it off.
void show_the_notebook(Demo& demo);

}  // namespace academy
