#include "interop/encoding.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ent::interop {
namespace {

struct Letter {
  unsigned char byte;
  int code_point;
};

/// Where ISO-8859-15 differs from ISO-8859-1.
constexpr Letter latin9[] = {{0xA4, 0x20AC}, {0xA6, 0x160}, {0xA8, 0x161}, {0xB4, 0x17D},
                             {0xB8, 0x17E},  {0xBC, 0x152}, {0xBD, 0x153}, {0xBE, 0x178}};

/// Where Windows-1252 does; the five bytes that mean nothing there are refused.
constexpr Letter windows1252[] = {
    {0x80, 0x20AC}, {0x81, -1},     {0x82, 0x201A}, {0x83, 0x192},  {0x84, 0x201E}, {0x85, 0x2026}, {0x86, 0x2020},
    {0x87, 0x2021}, {0x88, 0x2C6},  {0x89, 0x2030}, {0x8A, 0x160},  {0x8B, 0x2039}, {0x8C, 0x152},  {0x8D, -1},
    {0x8E, 0x17D},  {0x8F, -1},     {0x90, -1},     {0x91, 0x2018}, {0x92, 0x2019}, {0x93, 0x201C}, {0x94, 0x201D},
    {0x95, 0x2022}, {0x96, 0x2013}, {0x97, 0x2014}, {0x98, 0x2DC},  {0x99, 0x2122}, {0x9A, 0x161},  {0x9B, 0x203A},
    {0x9C, 0x153},  {0x9D, -1},     {0x9E, 0x17E},  {0x9F, 0x178}};

bool same_name(std::string_view a, std::string_view b) noexcept {
  return std::ranges::equal(a, b, {}, base::ascii_lower, base::ascii_lower);
}

template <std::size_t size>
void fill(XML_Encoding& encoding, const Letter (&letters)[size]) noexcept {
  for (int byte = 0; byte < 256; ++byte) encoding.map[byte] = byte;
  for (const Letter& letter : letters) encoding.map[letter.byte] = letter.code_point;
  encoding.data = nullptr;
  encoding.convert = nullptr;
  encoding.release = nullptr;
}

}  // namespace

bool describe_encoding(std::string_view name, XML_Encoding& encoding) noexcept {
  if (same_name(name, "iso-8859-15") || same_name(name, "latin9")) {
    fill(encoding, latin9);
  } else if (same_name(name, "windows-1252") || same_name(name, "cp1252")) {
    fill(encoding, windows1252);
  } else {
    return false;
  }
  return true;
}

}  // namespace ent::interop
