/// Who is in a delivery and what links them, by number: some tens of bytes for each user, each enrollment and each link.
/// Names and the like are not held; users.csv is read again for them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "interop/oneroster/structure.hpp"

namespace ent::interop::oneroster {

class Roster {
 public:
  Roster(Task& task, const Structure& structure) : task_(task), structure_(structure) {}

  /// In this order: all users, then demographics and enrollments; then close_enrollments(); then the agents of all
  /// users, and close_ties().
  void take_user(const Row& row, const Place& place);
  void take_demographics(const Row& row, const Place& place);
  void take_enrollment(const Row& row, const Place& place);
  void close_enrollments(std::int32_t enrollments_file);
  void take_agents(std::uint32_t user, const Row& row, const Place& place);
  void close_ties();

  /// The number of the user whom the row is about; none: it was left out.
  std::optional<std::uint32_t> user_of(const Row& row) const;
  std::uint8_t role_of(std::uint32_t user) const { return users_[user].role; }
  std::string_view key_of(std::uint32_t user) const { return keys_.key(user); }

  std::optional<Date> birth_date_of(std::uint32_t user) const;
  std::optional<person::Sex> sex_of(std::uint32_t user) const;

  struct Enrollment {
    std::uint32_t user = 0;
    std::uint32_t class_number = 0;
    std::int32_t from = 0, to = 0;                  ///< Days; 0: not said.
    std::uint32_t level = KeyIndex::none;           ///< Of `texts_`.
    std::uint32_t subjects = KeyIndex::none;
    std::uint32_t line = 0;
    bool teaches = false;
    bool primary = false;
  };
  std::span<const Enrollment> enrollments_of(std::uint32_t user) const;
  std::string_view text(std::uint32_t number) const {
    return number == KeyIndex::none ? std::string_view{} : texts_.key(number);
  }

  struct Link {
    std::uint32_t pupil = 0;
    std::uint32_t adult = 0;
    std::uint32_t order = 0;
  };
  /// In the order of the pupil's own list, then of those who name the pupil.
  std::span<const Link> adults_of(std::uint32_t pupil) const;

 private:
  struct User {
    std::uint32_t line = 0;
    std::uint8_t role = 0;
    bool refused = false;
    std::uint8_t sex = 0;
    bool has_demographics = false;
    std::int32_t birth_day = 0;
  };

  Found find_user(std::string_view key, std::uint32_t& number) const;
  bool take_dates(const Row& row, const Place& place, Enrollment& out);
  bool role_fits(const Row& row, const Place& place, Enrollment& out);
  void refuse(const Place& place, Data data, std::size_t column, std::string_view reason);

  Task& task_;
  const Structure& structure_;
  KeyIndex keys_;
  std::vector<User> users_;
  KeyIndex enrollment_keys_, texts_;
  std::vector<Enrollment> enrollments_;
  std::vector<Link> links_;
};

}  // namespace ent::interop::oneroster
