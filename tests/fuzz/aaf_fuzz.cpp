// The parser of AAF files: whatever the bytes, it ends in records or in a fault, and where a file is cut into pieces
// does not matter.
#include <cstdint>
#include <string>
#include <string_view>

#include "expect.hpp"
#include "interop/aaf/parser.hpp"

namespace {

using namespace ent::interop::aaf;

void tell(const Record& record, std::string& told) {
  told += std::to_string(static_cast<int>(record.verb)) + ' ' + std::to_string(static_cast<int>(record.kind)) + ' ' +
          record.id + ' ' + std::to_string(record.line) + '\n';
  for (int number = 0; number <= static_cast<int>(Attr::mef_name); ++number) {
    for (const auto value : record.all(static_cast<Attr>(number))) {
      told += std::to_string(number) + ' ';
      told += value;
      for (std::size_t i = 0; i < count_parts(value); ++i) told += part(value, i);
    }
  }
}

std::string read(std::string_view file, std::size_t piece) {
  Parser parser;
  std::string told;
  for (bool last = false; !last;) {
    const std::string_view next = file.substr(0, piece);
    file.remove_prefix(next.size());
    last = file.empty();
    const bool sound = parser.feed(next, last);
    ent::fuzz::expect(sound == !parser.fault().has_value(), "a piece that is refused has a fault");
    // What lies before a fault depends on the cut, and is not used.
    if (!sound) return std::string(parser.fault()->reason) + ' ' + std::to_string(parser.fault()->line);
    for (const Record& record : parser.records()) tell(record, told);
  }
  return told + parser.head().academy + '/' + parser.head().degree;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view file(reinterpret_cast<const char*>(data), size);
  const std::string whole = read(file, std::string_view::npos);
  ent::fuzz::expect(read(file, 1 + size % 61) == whole, "a file is read alike in any pieces", whole);
  return 0;
}
