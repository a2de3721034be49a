/// One's own timetable, made with FET, in place of that of the demo.
#pragma once

#include <string>

namespace academy {

/// Loads a file of FET into a new store, into a school that has nothing yet but its opening hours, and tells what came of
/// it: what was made, what clashes, the week of a class. The answer is that of the program.
int show_own_timetable(const std::string& file, const std::string& fet);

}  // namespace academy
