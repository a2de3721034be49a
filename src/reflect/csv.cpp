#include "reflect/csv.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/date.hpp"
#include "reflect/codec.hpp"

namespace ent::reflect {
namespace {

struct French {
  std::string_view name;
  std::string_view text;
};

// In the order of the names, for the look-up.
constexpr French headings[] = {
#define ENT_HEADING(name, text) {name, text},
#include "reflect/headings.inc"
#undef ENT_HEADING
};
constexpr French words[] = {
#define ENT_FRENCH_WORD(name, text) {name, text},
#include "reflect/french_words.inc"
#undef ENT_FRENCH_WORD
};
static_assert(std::ranges::is_sorted(headings, {}, &French::name));
static_assert(std::ranges::is_sorted(words, {}, &French::name));

template <std::size_t n>
std::string_view look_up(const French (&table)[n], std::string_view name) noexcept {
  const auto found = std::ranges::lower_bound(table, name, {}, &French::name);
  return found != std::end(table) && found->name == name ? found->text : std::string_view{};
}

bool is_scalar(Kind kind) noexcept { return kind != Kind::optional && kind != Kind::list && kind != Kind::record; }

std::string french_date(Date date) {
  const std::chrono::year_month_day parts{date};
  char text[16];
  std::snprintf(text, sizeof text, "%02u/%02u/%04d", static_cast<unsigned>(parts.day()), static_cast<unsigned>(parts.month()),
                static_cast<int>(parts.year()));
  return text;
}

/// `14,5`, as French spreadsheets read numbers.
std::string french_decimal(Decimal number) {
  std::string text = number.text();
  std::ranges::replace(text, '.', ',');
  return text;
}

/// Controls but tab and line breaks (of ASCII, and U+0080 to U+009F), which might steer a terminal, leave a mark in their place.
std::string without_controls(const std::string& text) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  std::string found;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool plain = (at(i) < 0x20 && text[i] != '\t' && text[i] != '\n' && text[i] != '\r') || at(i) == 0x7f;
    const bool of_two_bytes = at(i) == 0xc2 && i + 1 < text.size() && at(i + 1) < 0xa0;
    if (plain || of_two_bytes) found += "\xef\xbf\xbd";
    else found += text[i];
    if (of_two_bytes) ++i;
  }
  return found;
}

/// A scalar as people read it.
std::string text_of_scalar(const Type& type, const void* place) {
  switch (type.kind) {
    case Kind::boolean: return *static_cast<const bool*>(place) ? "oui" : "non";
    case Kind::date: return french_date(*static_cast<const Date*>(place));
    case Kind::decimal: return french_decimal(*static_cast<const Decimal*>(place));
    case Kind::text: return without_controls(*static_cast<const std::string*>(place));
    case Kind::enumeration: {
      const std::string_view word = word_of(type, word_number(place));
      const std::string_view french = french_word(word);
      return std::string(french.empty() ? word : french);
    }
    default: {
      std::string text;
      write_json(type, place, text);
      std::erase(text, '"');  // of a time of day or an instant
      return text;
    }
  }
}

/// What a value comes to in one cell: ids in it say nothing to people.
std::string text_of(const Type& type, const void* place, std::string_view between = ", ") {
  if (is_scalar(type.kind)) return text_of_scalar(type, place);
  std::string text;
  const auto add = [&](const Type& inner, const void* value, std::string_view gap) {
    const std::string piece = text_of(inner, value, " ");
    if (!piece.empty()) text.append(text.empty() ? "" : gap).append(piece);
  };
  if (type.kind == Kind::record) {
    for (const Field& field : type.fields) {
      const Type& inner = field.type->kind == Kind::optional ? *field.type->inner : *field.type;
      if (inner.kind != Kind::id) add(*field.type, static_cast<const char*>(place) + field.offset, " ");
    }
    return text;
  }
  for (std::size_t i = 0; i < type.count(place); ++i) add(*type.inner, type.at(place, i), between);
  return text;
}

bool opens_formula(std::string_view text) noexcept {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

class Sheet {
 public:
  explicit Sheet(std::string& out) : out_(out) {}

  void heading(const Type& record, const std::string& before) {
    for (const Field& field : record.fields) {
      const Type& type = field.type->kind == Kind::optional ? *field.type->inner : *field.type;
      const std::string_view french = french_heading(field.name);
      const std::string name = before + std::string(french.empty() ? std::string_view(field.name) : french);
      if (type.kind == Kind::record) heading(type, name + " - ");
      else cell(name);
    }
  }

  /// Null: the record is absent, its cells are empty.
  void row(const Type& record, const void* place) {
    for (const Field& field : record.fields) {
      const void* value = place == nullptr ? nullptr : static_cast<const char*>(place) + field.offset;
      const Type* type = field.type;
      if (type->kind == Kind::optional) {
        value = value != nullptr && type->count(value) != 0 ? type->at(value, 0) : nullptr;
        type = type->inner;
      }
      if (type->kind == Kind::record) {
        row(*type, value);
      } else if (value == nullptr) {
        cell({});
      } else {
        const bool is_text = type->kind == Kind::text || type->kind == Kind::list;
        std::string text = text_of(*type, value);
        cell(is_text && opens_formula(text) ? "'" + text : text);
      }
    }
  }

  void end_row() {
    out_ += "\r\n";
    begins_ = true;
  }

 private:
  void cell(std::string_view text) {
    if (!begins_) out_ += ';';
    begins_ = false;
    const bool plain = text.find_first_of(";\"\r\n") == std::string_view::npos &&
                       (text.empty() || (text.front() != ' ' && text.back() != ' '));
    if (plain) {
      out_ += text;
      return;
    }
    out_ += '"';
    for (const char c : text) out_.append(c == '"' ? 2 : 1, c);
    out_ += '"';
  }

  std::string& out_;
  bool begins_ = true;
};

}  // namespace

std::string_view french_heading(std::string_view field) noexcept { return look_up(headings, field); }
std::string_view french_word(std::string_view word) noexcept { return look_up(words, word); }

void write_csv_headings(const Type& list, std::string& out) {
  out += "\xEF\xBB\xBF";
  Sheet sheet(out);
  sheet.heading(*list.inner, {});
  sheet.end_row();
}

void write_csv_rows(const Type& list, const void* rows, std::string& out) {
  Sheet sheet(out);
  for (std::size_t i = 0; i < list.count(rows); ++i) {
    sheet.row(*list.inner, list.at(rows, i));
    sheet.end_row();
  }
}

}  // namespace ent::reflect
