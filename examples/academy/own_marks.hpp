/// A table of one's own marks in place of the demo academy.
#pragma once

#include <string>

namespace academy {

/// Makes a class of the pupils of a CSV file, enters its columns of marks (the last ones in which every cell is a mark),
/// and tells what the class looks like and how one average comes about. The answer is that of the program.
int show_own_marks(const std::string& store, const std::string& path);

}  // namespace academy
