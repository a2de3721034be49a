/// One request of an AAF file, as the parser gives it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ent::interop::aaf {

/// What an attribute tells, whatever its name: the first degree has names of its own for some.
enum class Attr : std::uint8_t {
  person_key, national_number, birth_date, birth_name, family_name, given_name, other_given_names, title,
  address, postal_code, town, country, shares_address, email, home_phone, work_phone, mobile, mobile_for_sms,
  home_unit, siecle_number, sts_number,
  relatives, relatives_1d, mef, mef_label, level_1d, regime, divisions, groups, division_entries, divisions_1d, groups_1d,
  functions, is_teacher, was_teacher, taught_divisions, taught_groups, division_subjects, group_subjects,
  main_divisions,
  unit_key, unit_code, unit_code_old, unit_name, unit_nature, unit_type, unit_divisions, unit_groups, academy_code,
  mef_key, mef_name,
};

/// A name of an attribute, as a row of the table of all names that are read; the others are passed over.
struct AttrName {
  std::string_view name;
  Attr attr;
};

/// nullptr: nothing is read from it.
const AttrName* find_attribute(std::string_view name) noexcept;

enum class Verb : std::uint8_t { add, modify, remove };
enum class RecordKind : std::uint8_t { unknown, pupil, relative, staff, unit, subject, mef };

/// Reused from record to record: it keeps its memory.
class Record {
 public:
  struct Value {
    const AttrName* name;
    std::uint32_t begin;
    std::uint32_t size;
  };

  Verb verb{};
  RecordKind kind{};
  std::int64_t line = 0;
  std::string id{};

  void reset(Verb new_verb, std::int64_t new_line) {
    verb = new_verb;
    kind = RecordKind::unknown;
    line = new_line;
    id.clear();
    text_.clear();
    values_.clear();
  }
  void add(const AttrName* name, std::string_view text) {
    values_.push_back({name, static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(text.size())});
    text_.append(text);
  }
  std::size_t size() const noexcept { return text_.size(); }
  std::size_t count() const noexcept { return values_.size(); }

  /// Whether the attribute is there, with a value or with none.
  bool has(Attr attr) const noexcept { return first(attr) != nullptr; }
  /// Its first value, without white space around it; empty when it is not there.
  std::string_view one(Attr attr) const noexcept;
  /// Its values that are not empty.
  std::vector<std::string_view> all(Attr attr) const;
  /// What the file calls the attribute, for the report; as the other degree calls it when it is not there.
  std::string_view name_of(Attr attr) const noexcept;

 private:
  const Value* first(Attr attr) const noexcept;
  std::string_view text_of(const Value& value) const noexcept;

  std::string text_;
  std::vector<Value> values_;
};

/// The part of a value between two `$`, counted from 0; empty when there are fewer.
std::string_view part(std::string_view value, std::size_t index) noexcept;
std::size_t count_parts(std::string_view value) noexcept;

}  // namespace ent::interop::aaf
