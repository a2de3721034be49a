/// Units, sessions, courses and classes of a delivery. There are some thousands of them: they stay in memory.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "interop/directory.hpp"
#include "interop/oneroster/key_index.hpp"
#include "interop/oneroster/table_reader.hpp"

namespace ent::interop::oneroster {

/// What became of a reference.
enum class Found : std::uint8_t {
  yes,
  refused,  ///< It leads to a record that was left out, so what refers to it is left out too; the record's own note tells.
  missing,
};

struct Class {
  bool refused = false;
  std::int32_t group = -1;   ///< Place in the directory.
  bool is_division = false;
  bool of_first_degree = false;
  std::optional<Date> from{};  ///< The first day of its first term.
  std::vector<std::string> subjects{};
};

class Structure {
 public:
  Structure(Task& task, Directory& directory) : task_(task), directory_(directory) {}

  void take_org(const Row& row, const Place& place);
  void take_session(const Row& row, const Place& place);
  void take_course(const Row& row, const Place& place);
  void take_class(const Row& row, const Place& place);

  /// Once all sessions are known. None: they do not say.
  std::optional<std::int32_t> school_year(Date date) const;
  /// Once all four files have been read: units first, then their groups.
  std::optional<Error> apply(bool courses_delivered);

  struct Unit {
    Found found = Found::missing;
    std::int32_t place = -1;  ///< In the directory; -1: the store holds no such unit, nor one above it.
    org::Kind kind{};
  };
  /// The unit of an org, or the next above it that the store can hold.
  Unit unit(std::string_view key) const;
  std::uint32_t class_number(std::string_view key) const { return class_keys_.find(key); }
  const Class& class_at(std::uint32_t number) const { return classes_[number]; }

 private:
  struct Org {
    Place place{};
    bool refused = false;
    std::optional<org::Kind> kind{};  ///< None: the store holds no such unit.
    std::string name{}, identifier{}, parent{};
    bool first_degree = false, second_degree = false;  ///< Grades of both are met in its classes.
  };
  struct Session {
    Place place{};
    bool refused = false;
    bool is_school_year = false;
    Date start{}, end{};
    std::int32_t school_year = 0;
    std::string parent{};
  };
  struct Course {
    Place place{};
    bool refused = false;
    std::string org{};
    std::vector<std::string> subjects{};
  };
  struct ClassRow {
    Place place{};
    bool refused = false;
    bool is_division = false;
    std::string title{}, code{}, school{}, course{}, terms{};
    std::vector<std::string> subjects{}, levels{};
  };

  template <class Item>
  Item* add(KeyIndex& keys, std::vector<Item>& items, const Row& row, const Place& place, ImportCounts& counts);
  template <class Item>
  void check_parents(const KeyIndex& keys, std::vector<Item>& items);
  void refuse(const Place& place, Data data, std::size_t column, std::string_view reason);
  void warn(const Place& place, Data data, std::size_t column, std::string_view reason);

  const Org* org_of(std::string_view key) const;
  std::string_view held_above(std::string_view key) const;
  void note_degrees(const ClassRow& row);
  void leave_out_what_is_above();
  std::optional<Error> apply_units();
  UnitRecord record_of(std::uint32_t number);
  void apply_class(const ClassRow& row, std::string_view key, Class& out, bool courses_delivered);
  bool read_terms(const ClassRow& row, Class& out);
  void read_subjects(const ClassRow& row, Class& out, bool courses_delivered);
  std::string code_of(const ClassRow& row, std::string_view key, std::int32_t unit, GroupKind kind);

  Task& task_;
  Directory& directory_;
  KeyIndex org_keys_, session_keys_, course_keys_, class_keys_;
  std::vector<Org> orgs_;
  std::vector<Session> sessions_;
  std::vector<Course> courses_;
  std::vector<ClassRow> class_rows_;
  std::vector<Class> classes_;
  std::unordered_set<std::int32_t> taken_groups_;
};

}  // namespace ent::interop::oneroster
