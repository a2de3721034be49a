/// A table of one's own marks in place of the demo academy.
#pragma once

#include <string>

namespace academy {

/// Makes a class of the pupils of a CSV file in a new store, enters its columns of marks (see columns_of_marks()), tells what is left
/// out by line, column and cell, what the class looks like and how one average comes about. The answer is that of the program.
///
/// Throws std::runtime_error, which names the file, where nothing can be entered of it.
int show_own_marks(const std::string& store, const std::string& path);

}  // namespace academy
