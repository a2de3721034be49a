/// Who reads the page, and of whom it tells.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "access/places.hpp"
#include "ent/home.hpp"
#include "group/several.hpp"
#include "org/named.hpp"
#include "unit/unit.hpp"

namespace ent::home {

/// A pupil of the page, with what the reader may see of them.
struct Ward {
  std::int64_t member = 0;  ///< org << 32 | member.
  person::Card card{};
  std::vector<group::Stayed> stays{};
  bool known = false;
  bool lessons = false;
  bool homework = false;
  bool skills = false;  ///< What is published to the reader.
  bool attendance = false;
  bool justify = false;

  OrgId org() const noexcept { return {member >> 32}; }
};

/// What the reader may see of a unit as a whole.
struct Sight {
  bool known = false;      ///< That there is the unit.
  bool divisions = false;
  bool absent = false;     ///< Who is absent,
  bool many = false;       ///< or figures of many alone.
  bool waiting = false;
  bool registers = false;  ///< The registers of all may be taken.
};

struct Reader {
  person::Card card{};
  Profile profile{};
  std::vector<access::Place> places{};
  std::vector<std::int64_t> posts{};       ///< Of who works: as org << 32 | member, where they act under the profile.
  std::vector<std::int64_t> teaching{};    ///< Of these, those where they may read their own timetable.
  std::vector<Ward> wards{};               ///< Of a pupil or a guardian.
  std::unordered_map<std::int64_t, std::size_t> ward_places{};  ///< By member.
  std::map<std::int64_t, Sight> sights{};  ///< Of who is no pupil and no guardian: by unit.
  std::vector<org::Named> names{};         ///< Of the units and the places, by name.

  bool sees(std::int64_t org, bool Sight::*what) const noexcept {
    const auto sight = sights.find(org);
    return sight != sights.end() && sight->second.*what;
  }
  const Ward& ward(std::int64_t member) const { return wards[ward_places.at(member)]; }
  const org::Named* unit(std::int64_t org) const noexcept;
  std::string name_of(std::int64_t org) const;
};

/// Stays are those of the days [first, last].
Reader reader_of(unit::Unit& unit, std::vector<access::Place> places, Date first, Date last);

}  // namespace ent::home
