/// The SQL texts that are compiled into the library.
#pragma once

#include <string>
#include <vector>

namespace ent::test {

struct SqlText {
  std::string text;
  bool sqlite = true;
  bool postgres = true;
  bool may_scan = false;
};

/// Read from the archive of the library (ENT_LIBRARY): every constant text that begins with a verb of SQL.
/// So nothing registers itself, nothing is parsed as C++, and no text is missed, whichever way it was put
/// together. What a text says of itself stands in comments in it:
///   `/*sqlite*/`, `/*postgres*/`  it is for that engine alone;
///   `-- scans: reason`            it reads a whole table of a school's rows, and why that is right.
const std::vector<SqlText>& library_texts();

}  // namespace ent::test
