// The readers of single values: cursors, dates, instants, texts, zones. What a reader takes, its writer gives back.
#include <cstdint>
#include <string>

#include "base/cursor.hpp"
#include "base/date.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/zone.hpp"
#include "expect.hpp"

namespace {

using namespace ent;
using fuzz::expect;

void check_cursor(const std::string& text) {
  if (const auto place = base::read_cursor(text)) {
    expect(base::read_cursor(base::write_cursor(*place)) == place, "a cursor is read back");
  }
  const base::Place made{text, static_cast<std::int64_t>(text.size())};
  if (base::valid_utf8(text)) expect(base::read_cursor(base::write_cursor(made)) == made, "a place is kept by its cursor");
}

void check_times(const std::string& text) {
  if (const auto date = base::parse_date(text)) {
    expect(base::writable(*date) && base::date_text(*date) == text, "a date is written as it was read");
  }
  if (const auto date = base::parse_french_date(text)) {
    expect(base::writable(*date) && base::parse_french_date(base::french_date_text(*date)) == date, "a French date is read back");
  }
  if (const auto instant = base::parse_instant(text)) {
    expect(base::writable(*instant) && base::parse_instant(base::instant_text(*instant)) == instant, "an instant is read back");
    static const auto paris = base::Zone::find("Europe/Paris");
    if (!paris || *instant < base::first_instant + std::chrono::days{1} || *instant > base::last_instant - std::chrono::days{1}) return;
    const Date date = paris->date_at(*instant);
    const auto gap = *instant - paris->instant_of(date, paris->time_at(*instant));
    expect(gap >= std::chrono::hours{0} && gap <= std::chrono::hours{2}, "a civil time is the first instant that shows it");
  }
}

void check_text(const std::string& text) {
  const std::size_t valid = base::valid_prefix(text);
  expect(valid <= text.size(), "a prefix is within its text");
  const std::string sound = text.substr(0, valid);
  expect(base::valid_utf8(sound) && base::count_characters(sound) <= sound.size(), "a valid prefix is valid");
  const auto trimmed = base::trim(sound);
  expect(base::valid_utf8(trimmed) && base::trim(trimmed) == trimmed, "a trimmed text has no white space at its ends");
  const std::string folded = base::fold(sound);
  expect(base::valid_utf8(folded), "a folded text is valid");
  expect(base::fold(folded) == folded, "a folded text folds to itself", sound);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  check_cursor(text);
  check_times(text);
  check_text(text);
  if (size < 64) static_cast<void>(base::Zone::find(text));
  return 0;
}
