#include "interop/oneroster/exported_people.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/each_once.hpp"
#include "interop/limits.hpp"

namespace ent::interop::oneroster {
namespace {

constexpr const char* student = "student";

/// From the one that says most to the one that says least. Of several, staff go out as the first, guardians as the last.
constexpr std::array staff_roles{"teacher", "administrator", "proctor", "aide"};
constexpr std::array guardian_roles{"parent", "guardian", "relative"};

template <std::size_t size>
std::size_t rank(const std::array<const char*, size>& roles, std::string_view role) {
  return static_cast<std::size_t>(std::ranges::find(roles, role, [](const char* it) { return std::string_view(it); }) - roles.begin());
}

}  // namespace

const char* role_of_link(const guardian::bulk::Link& link, bool parents_are_legal) noexcept {
  switch (static_cast<guardian::Kind>(link.kind)) {
    case guardian::Kind::legal:
    case guardian::Kind::legal_sole: return "parent";
    case guardian::Kind::delegated: return "guardian";
    case guardian::Kind::in_charge:
      if (parents_are_legal) return "relative";
      return link.relationship == static_cast<std::int32_t>(guardian::Relationship::legal_guardian) ? "guardian" : "parent";
    case guardian::Kind::surveillance:
    case guardian::Kind::contact: return "relative";
    case guardian::Kind::withdrawn: return nullptr;
  }
  return nullptr;
}

const char* role_of_post(const person::bulk::Post& post) noexcept {
  switch (post.profile) {
    case Profile::pupil: return student;
    case Profile::teacher:
    case Profile::librarian: return "teacher";
    case Profile::head:
    case Profile::office: return "administrator";
    case Profile::school_life: return post.function == static_cast<std::int32_t>(Function::aesh) ? "aide" : "proctor";
    case Profile::health: return "aide";
    default: return nullptr;
  }
}

void ExportedPeople::load() {
  std::vector<std::int64_t> people;
  for (const std::int64_t school : task_.schools) {
    const auto more = person::bulk::with_posts(task_.unit, school, task_.day());
    people.insert(people.end(), more.begin(), more.end());
  }
  base::keep_each_once(people);
  for (std::size_t i = 0; i < people.size(); i += export_page) load_page(std::span(people).subspan(i, std::min(export_page, people.size() - i)));
  for (const auto& [adult, role] : guardians_) entries_.push_back({{}, adult, role, true});
  guardians_ = {};
  std::ranges::sort(entries_, {}, [](const Entry& it) { return std::pair(it.person, it.is_guardian); });
  take_keys();
  std::ranges::sort(entries_, {}, &Entry::key);
  by_person_.resize(entries_.size());
  std::iota(by_person_.begin(), by_person_.end(), 0u);
  std::ranges::sort(by_person_, {}, [this](std::uint32_t place) { return std::pair(entries_[place].person, entries_[place].is_guardian); });
}

/// A pupil is one whatever else they are; staff go out in the one role that the format has room for.
void ExportedPeople::load_page(std::span<const std::int64_t> people) {
  auto posts = person::bulk::posts(task_.unit, people, task_.day());
  std::ranges::sort(posts, {}, &person::bulk::Post::person);
  std::vector<std::int64_t> pupils;
  for (const std::int64_t person : people) {
    const char* role = nullptr;
    const auto [begin, end] = std::ranges::equal_range(posts, person, {}, &person::bulk::Post::person);
    for (const auto& post : std::span(begin, end)) {
      if (structure_.school(post.org) == nullptr) continue;
      const char* more = role_of_post(post);
      if (more == nullptr) ++task_.report.left_out;
      if (more == nullptr || role == student) continue;
      if (role == nullptr || more == student || rank(staff_roles, more) < rank(staff_roles, role)) role = more;
    }
    if (role == nullptr) continue;
    if (role == student) pupils.push_back(person);
    entries_.push_back({{}, person, role, false});
  }
  if (pupils.empty()) return;
  for (const auto& link : guardian::bulk::of_pupils(task_.unit, pupils, task_.day())) take_link(link);
}

/// One who answers for several pupils goes out as what they least are.
void ExportedPeople::take_link(const guardian::bulk::Link& link) {
  const char* role = role_of_link(link, task_.options.parents_are_legal);
  if (role == nullptr) {
    ++task_.report.left_out;
    return;
  }
  const char*& least = guardians_.try_emplace(link.adult, role).first->second;
  if (rank(guardian_roles, role) > rank(guardian_roles, least)) least = role;
}

/// The entries are in the order of people.
void ExportedPeople::take_keys() {
  for (std::size_t i = 0; i < entries_.size(); i += export_page) {
    const auto part = std::span(entries_).subspan(i, std::min(export_page, entries_.size() - i));
    std::vector<person::bulk::Key> keys;
    if (task_.options.feed) {
      std::vector<std::int64_t> people;
      for (const Entry& entry : part) people.push_back(entry.person);
      people.erase(std::ranges::unique(people).begin(), people.end());
      keys = person::bulk::keys(task_.unit, *task_.options.feed, people);
    }
    for (std::size_t at = i; at < i + part.size(); ++at) {
      Entry& entry = entries_[at];
      const auto known = std::ranges::lower_bound(keys, entry.person, {}, &person::bulk::Key::person);
      const bool has_key = known != keys.end() && known->person == entry.person;
      entry.key = has_key ? known->key : made_key('p', entry.person);
      if (entry.is_guardian && at > 0 && entries_[at - 1].person == entry.person) entry.key += ":guardian";
    }
  }
}

const ExportedPeople::Entry* ExportedPeople::find(std::int64_t person, bool is_guardian) const {
  const auto found = std::ranges::lower_bound(by_person_, std::pair(person, is_guardian), {}, [this](std::uint32_t place) {
    return std::pair(entries_[place].person, entries_[place].is_guardian);
  });
  if (found == by_person_.end()) return nullptr;
  const Entry& entry = entries_[*found];
  return entry.person == person && entry.is_guardian == is_guardian ? &entry : nullptr;
}

}  // namespace ent::interop::oneroster
