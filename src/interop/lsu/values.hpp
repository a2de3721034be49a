/// What the file spells otherwise than reports do: pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interop/lsu/facts.hpp"

namespace ent::lsu {

/// A positive whole number as the file has it: 1 to 18 digits, no zero before them.
bool is_number(std::string_view text) noexcept;

/// 11 digits or capital letters.
bool is_national_number(std::string_view text) noexcept;

/// Who a teacher is for STSWEB.
struct TeacherNumber {
  std::string_view type{};  ///< epp, local, dir, autre.
  std::string_view number{};
};
/// Of "epp:314", or "314" alone, which is one of epp; none: it is neither.
std::optional<TeacherNumber> teacher_number_of(std::string_view key) noexcept;

/// How the file names a subject.
struct Discipline {
  std::string code{};      ///< Six characters.
  std::string national{};  ///< Where it is another one.
  char modality = 'S';     ///< S: all follow it; F: of the pupil's own choice.
  std::string label{};     ///< May be too long.

  std::string id() const { return "DI_" + code + modality; }
};
/// None: no code of six characters is known of it.
std::optional<Discipline> discipline_of(const report::Line& line, const Delivery& delivery);

/// A domain of primary school, "FRA-RAC"; none: it is none of those.
std::optional<std::string> domain_of(const report::Line& line);

/// "13.5/20": as it is shown, or where the file has no room for that with as many decimals as it has, rounded from the exact value
/// ("29/2") where that is what is shown. `exact` may be empty: not known. What does not fit at all stays too long.
std::string average_text(Decimal shown, std::string_view exact, Decimal scale);

/// "PPRE".
std::string_view code_of(report::ArrangementKind kind) noexcept;
/// The element of the text of an arrangement, where it has one.
std::string_view text_of(report::ArrangementKind kind) noexcept;

/// "Anne Durand".
std::string full_name(const person::Card& card);
/// "MME"; empty: not known.
std::string_view title_text(const person::Card& card) noexcept;

/// Who answers for a report of a primary school: the main teachers, or where there are none those who teach.
std::vector<person::Card> teachers_of(const report::Report& report);

/// Whether a text has a character that is not white space.
bool says_something(const std::optional<std::string>& text) noexcept;
/// Whether anything is said in a line.
bool says_something(const report::Line& line) noexcept;

}  // namespace ent::lsu
