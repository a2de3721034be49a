#include <utility>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace ent::base {
namespace {

#include "base/fold_table.inc"

static_assert(sizeof latin_letters == 2 * (latin_last - latin_first + 1) + 1);
static_assert(sizeof latin_additional_letters == 2 * (latin_additional_last - latin_additional_first + 1) + 1);

constexpr bool within(char32_t c, char32_t first, char32_t last) noexcept { return c >= first && c <= last; }

/// Marks that change the letter before them, and characters that nobody sees.
constexpr bool is_silent(char32_t c) noexcept {
  return within(c, 0x0300, 0x036F) || within(c, 0x1AB0, 0x1AFF) || within(c, 0x1DC0, 0x1DFF) ||
         within(c, 0x20D0, 0x20FF) || within(c, 0xFE20, 0xFE2F) || within(c, 0x200B, 0x200F) ||
         within(c, 0x2060, 0x2064) || c == 0x00AD || c == 0xFEFF;
}

/// Punctuation and spaces outside the table: modifier letters (apostrophes among them), general
/// punctuation, CJK punctuation, controls.
constexpr bool is_separator(char32_t c) noexcept {
  return c < 0xA0 || within(c, 0x02B0, 0x02FF) || within(c, 0x2000, 0x206F) || within(c, 0x3000, 0x303F);
}

/// Greek and Cyrillic: the small letter, without its accent.
constexpr char32_t plain_letter(char32_t c) noexcept {
  if (within(c, 0x0391, 0x03A9) || within(c, 0x0410, 0x042F)) c += 0x20;
  if (within(c, 0x0400, 0x040F)) c += 0x50;
  constexpr char32_t accented[] = U"άαέεήηίιόούυώωϊιϋυΐιΰυΆαΈεΉηΊιΌοΎυΏωΪιΫυςσйиѝиёеѐеїіўуќкѓг";
  for (std::size_t i = 0; accented[i] != 0; i += 2)
    if (accented[i] == c) return accented[i + 1];
  return c;
}

/// Builds the folded text: words apart by one space, none at the ends.
class Folder {
 public:
  explicit Folder(std::size_t size) { out_.reserve(size); }

  void separate() noexcept { apart_ = !out_.empty(); }

  void letter(char c) {
    word();
    out_ += c;
  }
  void letters(std::string_view bytes) {
    word();
    out_ += bytes;
  }
  std::string take() && { return std::move(out_); }

 private:
  void word() {
    if (apart_) out_ += ' ';
    apart_ = false;
  }
  std::string out_;
  bool apart_ = false;
};

void fold_ascii(Folder& folder, char c) {
  const char lower = ascii_lower(c);
  if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) return folder.letter(lower);
  folder.separate();
}

/// `entry`: two characters of the table. `bytes`: the character as it stands.
void fold_latin(Folder& folder, const char* entry, std::string_view bytes) {
  if (entry[0] == ' ') return folder.separate();
  if (entry[0] == '=') return folder.letters(bytes);
  folder.letters({entry, entry[1] == ' ' ? std::size_t{1} : std::size_t{2}});
}

void fold_other(Folder& folder, char32_t c, std::string_view bytes) {
  if (within(c, 0xFF01, 0xFF5E)) return fold_ascii(folder, static_cast<char>(c - 0xFF01 + '!'));
  if (within(c, 0xFB00, 0xFB06)) {
    constexpr std::string_view ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    return folder.letters(ligatures[c - 0xFB00]);
  }
  if (is_separator(c)) return folder.separate();
  const char32_t plain = plain_letter(c);
  if (plain == c) return folder.letters(bytes);
  const char two[] = {static_cast<char>(0xC0 | plain >> 6), static_cast<char>(0x80 | (plain & 0x3F))};
  folder.letters({two, 2});
}

}  // namespace

std::string fold(std::string_view text) {
  Folder folder(text.size());
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p != end;) {
    const auto [c, size] = decode(p, end);
    if (size == 0) {  // ill-formed: it separates, as punctuation does
      folder.separate();
      ++p;
      continue;
    }
    const std::string_view bytes(p, size);
    p += size;
    if (c < 0x80) {
      fold_ascii(folder, static_cast<char>(c));
    } else if (is_silent(c)) {
      continue;
    } else if (within(c, latin_first, latin_last)) {
      fold_latin(folder, latin_letters + 2 * (c - latin_first), bytes);
    } else if (within(c, latin_additional_first, latin_additional_last)) {
      fold_latin(folder, latin_additional_letters + 2 * (c - latin_additional_first), bytes);
    } else {
      fold_other(folder, c, bytes);
    }
  }
  return std::move(folder).take();
}

}  // namespace ent::base
