#include "interop/oneroster/roster.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"
#include "interop/limits.hpp"
#include "interop/oneroster/codes.hpp"
#include "unit/dates.hpp"

namespace ent::interop::oneroster {
namespace {

constexpr std::uint32_t after_all_lists = 1u << 20;
constexpr Date first_birth_date{std::chrono::year{1900} / 1 / 1};
constexpr std::uint8_t female = static_cast<std::uint8_t>(person::Sex::female);
constexpr std::uint8_t male = static_cast<std::uint8_t>(person::Sex::male);

std::int32_t day_of(std::string_view date) {
  const auto parsed = base::parse_date(date);
  return parsed ? static_cast<std::int32_t>(unit::day(*parsed)) : 0;
}

}  // namespace

void Roster::refuse(const Place& place, Data data, std::size_t column, std::string_view reason) {
  task_.notes.refuse(place, table_of(data).columns[column].name, reason);
}

/// Counts who is left out; whoever is not is counted where the dossier is applied.
void Roster::take_user(const Row& row, const Place& place) {
  const auto left_out = [&] {
    ++task_.report.records;
    ++task_.report.people.refused;
  };
  if (row.key().empty()) return left_out();
  const auto [number, is_new] = keys_.insert(row.key());
  if (!is_new) {
    refuse(place, Data::users, key_column, "import.duplicate_id");
    return left_out();
  }
  User user;
  user.line = static_cast<std::uint32_t>(row.line());
  user.refused = row.refused();
  user.role = find_role(row.at(users::role)).value_or(0);
  const auto refuse_user = [&](std::size_t column, std::string_view reason) {
    refuse(place, Data::users, column, reason);
    user.refused = true;
  };
  if (!user.refused) {
    if (is_deleted(row)) refuse_user(status_column, "import.deleted_in_full");
    if (base::count_characters(row.key()) > longest_person_key) refuse_user(key_column, "text.too_long");
    if (base::count_characters(row.at(users::given_name)) > longest_person_name) refuse_user(users::given_name, "text.too_long");
    if (base::count_characters(row.at(users::family_name)) > longest_person_name) refuse_user(users::family_name, "text.too_long");
  }
  if (user.refused) left_out();
  users_.push_back(user);
}

Found Roster::find_user(std::string_view key, std::uint32_t& number) const {
  number = keys_.find(key);
  if (number == KeyIndex::none) return Found::missing;
  return users_[number].refused ? Found::refused : Found::yes;
}

std::optional<std::uint32_t> Roster::user_of(const Row& row) const {
  std::uint32_t number = 0;
  const bool taken = find_user(row.key(), number) == Found::yes && users_[number].line == row.line();
  return taken ? std::optional(number) : std::nullopt;
}

void Roster::take_demographics(const Row& row, const Place& place) {
  ++task_.report.records;
  if (row.refused()) return;
  std::uint32_t number = 0;
  const Found found = find_user(row.key(), number);
  if (found == Found::missing) return refuse(place, Data::demographics, key_column, "import.dangling_reference");
  if (found == Found::refused) return;
  if (is_deleted(row)) return refuse(place, Data::demographics, status_column, "import.deleted_in_full");
  User& user = users_[number];
  if (user.has_demographics) return refuse(place, Data::demographics, key_column, "import.duplicate_id");
  user.has_demographics = true;
  const std::string_view sex = row.at(demographics::sex);
  user.sex = sex == "female" ? female : sex == "male" ? male : std::uint8_t{0};
  const auto birth = base::parse_date(row.at(demographics::birth_date));
  if (!birth) return;
  if (*birth < first_birth_date || *birth > task_.unit.today())
    return refuse(place, Data::demographics, demographics::birth_date, "import.bad_date");
  user.birth_day = static_cast<std::int32_t>(unit::day(*birth));
}

std::optional<Date> Roster::birth_date_of(std::uint32_t user) const {
  const std::int32_t day = users_[user].birth_day;
  return day == 0 ? std::nullopt : std::optional(unit::date(day));
}

std::optional<person::Sex> Roster::sex_of(std::uint32_t user) const {
  const std::uint8_t sex = users_[user].sex;
  return sex == 0 ? std::nullopt : std::optional(static_cast<person::Sex>(sex));
}

void Roster::take_enrollment(const Row& row, const Place& place) {
  ++task_.report.records;
  const bool teaches = row.at(enrollments::role) == "teacher";
  ImportCounts& counts = teaches ? task_.report.services : task_.report.memberships;
  const auto left_out = [&](std::size_t column, std::string_view reason) {
    ++counts.refused;
    if (!reason.empty()) refuse(place, Data::enrollments, column, reason);
  };
  if (!row.key().empty() && !enrollment_keys_.insert(row.key()).is_new) return left_out(key_column, "import.duplicate_id");
  if (row.refused()) return left_out({}, {});
  if (is_deleted(row)) return left_out(status_column, "import.deleted_in_full");
  Enrollment made;
  const Found user = find_user(row.at(enrollments::user), made.user);
  if (user != Found::yes)
    return left_out(enrollments::user, user == Found::missing ? "import.dangling_reference" : "");
  made.class_number = structure_.class_number(row.at(enrollments::class_key));
  if (made.class_number == KeyIndex::none) return left_out(enrollments::class_key, "import.dangling_reference");
  if (structure_.class_at(made.class_number).refused) return left_out({}, {});
  if (structure_.unit(row.at(enrollments::school)).found == Found::missing)
    task_.notes.warn(place, "schoolSourcedId", "import.dangling_reference");
  if (!role_fits(row, place, made) || !take_dates(row, place, made)) {
    ++counts.refused;
    return;
  }
  const auto text = [&](std::size_t column) {
    return row.at(column).empty() ? KeyIndex::none : texts_.insert(row.at(column)).number;
  };
  made.level = text(enrollments::level);
  made.subjects = text(enrollments::subject_codes);
  made.line = static_cast<std::uint32_t>(row.line());
  made.primary = row.at(enrollments::primary) == "true";
  enrollments_.push_back(made);
}

/// Pupils are enrolled as pupils, staff as teachers; other roles in a class are not kept.
bool Roster::role_fits(const Row& row, const Place& place, Enrollment& out) {
  const std::string_view role = row.at(enrollments::role);
  const PersonKind kind = person_kind(role_at(users_[out.user].role));
  out.teaches = role == "teacher";
  if (role != "student" && role != "teacher") {
    refuse(place, Data::enrollments, enrollments::role, "import.not_kept");
    return false;
  }
  if (kind == (out.teaches ? PersonKind::staff : PersonKind::pupil)) return true;
  refuse(place, Data::enrollments, enrollments::role, "import.wrong_reference");
  return false;
}

bool Roster::take_dates(const Row& row, const Place& place, Enrollment& out) {
  out.from = day_of(row.at(enrollments::begin));
  out.to = day_of(row.at(enrollments::end));
  if (out.to == 0 || out.from < out.to) return true;
  refuse(place, Data::enrollments, enrollments::end, "period.empty");
  return false;
}

/// By user; of several in one class the latest stands.
void Roster::close_enrollments(std::int32_t enrollments_file) {
  enrollment_keys_ = {};
  std::ranges::sort(enrollments_, {}, [](const Enrollment& it) { return std::tuple(it.user, it.class_number, it.from, it.line); });
  const auto same = [](const Enrollment& a, const Enrollment& b) { return a.user == b.user && a.class_number == b.class_number; };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < enrollments_.size(); ++i) {
    if (i + 1 < enrollments_.size() && same(enrollments_[i], enrollments_[i + 1])) {
      refuse({enrollments_file, enrollments_[i].line}, Data::enrollments, enrollments::class_key, "import.enrolled_twice");
      ++(enrollments_[i].teaches ? task_.report.services : task_.report.memberships).refused;
    } else {
      enrollments_[kept++] = enrollments_[i];
    }
  }
  enrollments_.resize(kept);
}

std::span<const Roster::Enrollment> Roster::enrollments_of(std::uint32_t user) const {
  const auto [begin, end] = std::ranges::equal_range(enrollments_, user, {}, &Enrollment::user);
  return {begin, end};
}

/// Links are said by the pupil, by the adult, or by both.
void Roster::take_agents(std::uint32_t user, const Row& row, const Place& place) {
  const PersonKind kind = person_kind(role_at(users_[user].role));
  std::uint32_t order = 0;
  for (const std::string_view key : list_of(row.at(users::agents))) {
    std::uint32_t other = 0;
    const Found found = find_user(key, other);
    if (found == Found::missing) refuse(place, Data::users, users::agents, "import.dangling_reference");
    if (found != Found::yes) {
      ++task_.report.guardianships.refused;
      continue;
    }
    const PersonKind other_kind = person_kind(role_at(users_[other].role));
    if (kind == PersonKind::pupil && other_kind == PersonKind::relative) {
      links_.push_back({user, other, order++});
    } else if (kind == PersonKind::relative && other_kind == PersonKind::pupil) {
      links_.push_back({other, user, after_all_lists});
    } else {
      refuse(place, Data::users, users::agents, "import.wrong_reference");
      ++task_.report.guardianships.refused;
    }
  }
}

void Roster::close_ties() {
  const auto pair = [](const Link& link) { return std::pair(link.pupil, link.adult); };
  std::ranges::sort(links_, {}, [](const Link& link) { return std::tuple(link.pupil, link.adult, link.order); });
  links_.erase(std::ranges::unique(links_, {}, pair).begin(), links_.end());
  std::ranges::sort(links_, {}, [](const Link& link) { return std::tuple(link.pupil, link.order, link.adult); });
}

std::span<const Roster::Link> Roster::adults_of(std::uint32_t pupil) const {
  const auto [begin, end] = std::ranges::equal_range(links_, pupil, {}, &Link::pupil);
  return {begin, end};
}

}  // namespace ent::interop::oneroster
