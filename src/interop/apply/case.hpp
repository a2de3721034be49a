/// A dossier beside what stands of the person.
#pragma once

#include <algorithm>
#include <span>
#include <unordered_map>

#include "interop/feed.hpp"
#include "person/bulk.hpp"

namespace ent::interop {

struct Case {
  const Dossier* dossier = nullptr;
  std::int64_t person = 0;
  bool is_new = false;       ///< Nothing stands.
  bool is_back = false;      ///< Was marked.
  bool owned = false;        ///< The feed owns who the person is.
  bool adopted = false;      ///< Stood already, and the feed has just learned of it.
  bool changed = false;
  person::Person before{};
  std::optional<person::bulk::Reference> reference_before{};  ///< None: the feed has not known the person.
  std::int64_t said = 0;
  std::int64_t said_contact = 0;
  bool contact_differs = false;  ///< From what the feed said last.
  std::int64_t turn = 0;         ///< The day on which what is no longer so ends.
  std::vector<std::int64_t> orgs{};  ///< Of a pupil: the schools, once the posts are settled.
};

/// The numbers of people in units, for one chunk: asked for first, then looked up or given at once.
class Places {
 public:
  void know(const person::bulk::Place& place) { members_[{place.org, place.person}] = place.member; }
  void need(std::int64_t org, std::int64_t person) { members_.try_emplace({org, person}, 0); }
  std::int64_t member(std::int64_t org, std::int64_t person) const { return members_.at({org, person}); }

  /// Those who are needed and have no number yet, by unit and person.
  std::vector<person::bulk::Place> missing() const;

  template <class Visit>
  void for_units_of(std::int64_t person, Visit visit) const {
    for (const auto& [key, member] : members_) {
      if (key.person == person) visit(key.org);
    }
  }

 private:
  struct Key {
    std::int64_t org, person;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const noexcept {
      return static_cast<std::size_t>((static_cast<std::uint64_t>(key.org) << 40 ^ static_cast<std::uint64_t>(key.person)) *
                                      0x9E3779B97F4A7C15u);
    }
  };
  std::unordered_map<Key, std::int64_t, KeyHash> members_;
};

/// Rows of one person in a list that is in the order of people.
template <class Row>
std::span<const Row> of_person(const std::vector<Row>& rows, std::int64_t person, std::int64_t Row::*whose = &Row::person) {
  const auto [begin, end] = std::ranges::equal_range(rows, person, {}, whose);
  return {begin, end};
}

}  // namespace ent::interop
