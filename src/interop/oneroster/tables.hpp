/// The files of OneRoster 1.1 and their columns, as the specification has them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace ent::interop::oneroster {

enum class CellType : std::uint8_t { text, key, reference, references, list, date, instant, boolean, number, choice, year };

struct Column {
  std::string_view name;
  CellType type = CellType::text;
  bool required = false;
  bool kept = false;      ///< The store has a place for it. What it has none for is reported.
  bool extension = false; ///< Of this library's own exports: may be missing.
  std::span<const std::string_view> choices{};
};

enum class Data : std::uint8_t {
  orgs, academic_sessions, courses, classes, users, enrollments, demographics,  // in the order of reading
  categories, line_items, results, resources, class_resources, course_resources,
};
inline constexpr std::size_t count_of_data = 13;

struct Table {
  Data data;
  std::string_view name;  ///< Of the file, without `.csv`; as the manifest calls it.
  bool kept;              ///< What is not is checked for its form alone.
  std::span<const Column> columns;
};

const Table& table_of(Data data) noexcept;

/// Places of the columns that are read.
inline constexpr std::size_t key_column = 0, status_column = 1, modified_column = 2;
namespace orgs {
enum : std::size_t { name = 3, type, identifier, parent, kind };
}
namespace sessions {
enum : std::size_t { title = 3, type, start, end, parent, school_year };
}
namespace courses {
enum : std::size_t { school_year = 3, title, code, grades, org, subjects, subject_codes };
}
namespace classes {
enum : std::size_t { title = 3, grades, course, code, type, location, school, terms, subjects, subject_codes, periods, levels };
}
namespace users {
enum : std::size_t {
  enabled = 3, orgs, role, username, user_ids, given_name, family_name, middle_name, identifier, email, sms, phone,
  agents, grades, password
};
}
namespace enrollments {
enum : std::size_t { class_key = 3, school, user, role, primary, begin, end, level, subject_codes };
}
namespace demographics {
enum : std::size_t { birth_date = 3, sex };
}

}  // namespace ent::interop::oneroster
