/// One's own files in place of the small collège.
#pragma once

#include <string>

namespace academy {

enum class Format { aaf, oneroster };

/// Loads the files of a folder into a new store, opens accounts in one of the schools, signs five people in and tells
/// whom each sees. Nothing is left of a store where nothing was loaded. The answer is that of the program.
int show_own_files(const std::string& file, Format format, const std::string& folder);

}  // namespace academy
