/// Who is in a unit on a date, and whom a listing shows, as pieces of statements. The words are those of
/// docs/permissions.md, section 2.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ent/id.hpp"
#include "unit/unit.hpp"

// A row of a profile other than guardian; for guardians, a child who is a pupil there.
#define ENT_MEMBER_ROW(m, from, to)                                                          \
  "EXISTS (SELECT 1 FROM affiliation t WHERE t.org = " m ".org AND t.member = " m ".member " \
  "AND t.profile <> 2 AND t.valid_from <= " from " AND t.valid_to > " to ")"
#define ENT_MEMBER_CHILD(m, from, to, day)                                                               \
  "EXISTS (SELECT 1 FROM guardianship tg JOIN member tm ON tm.person = tg.pupil AND tm.org = " m ".org " \
  "JOIN affiliation ta ON ta.org = tm.org AND ta.member = tm.member AND ta.profile = 1 "                 \
  "AND ta.valid_from <= " from " AND ta.valid_to > " to                                                  \
  " WHERE tg.adult = " m ".person AND tg.valid_from <= " day " AND tg.valid_to > " day ")"

/// The member `m` is of a profile (a number) on the day `at`: a fact.
#define ENT_OF_PROFILE(m, profile, at)                                                                 \
  "((" profile " = 2 AND " ENT_MEMBER_CHILD(m, at, at, at) ") OR EXISTS (SELECT 1 FROM affiliation t " \
  "WHERE t.org = " m ".org AND t.member = " m ".member AND t.profile = " profile                       \
  " AND t.valid_from <= " at " AND t.valid_to > " at "))"

/// The member `m` is present on the day `at`: a fact.
#define ENT_PRESENT(m, at) "(" ENT_MEMBER_ROW(m, at, at) " OR " ENT_MEMBER_CHILD(m, at, at, at) ")"

/// A listing may show the member `m`: a right. The parameters are those of Seen, in the order of its fields.
#define ENT_VISIBLE(m, whole, members, from, to, today, partial, hidden)                                         \
  "(((" m ".org IN (SELECT w.value FROM EACH(" whole ") w) OR (" m ".org * 4294967296 + " m ".member) IN "        \
  "(SELECT w.value FROM EACH(" members ") w)) AND (" ENT_MEMBER_ROW(m, from, to) " OR "                          \
  ENT_MEMBER_CHILD(m, from, to, today) ")) OR EXISTS (SELECT 1 FROM affiliation t WHERE t.org = " m ".org "      \
  "AND t.member = " m ".member AND t.profile <> 2 AND t.valid_from <= " from " AND t.valid_to > " to             \
  " AND (t.org * 16 + t.profile) IN (SELECT w.value FROM EACH(" partial ") w)) OR ((" m ".org * 16 + 2) IN "     \
  "(SELECT w.value FROM EACH(" partial ") w) AND " ENT_MEMBER_CHILD(m, from, to, today) ")) "                    \
  "AND " m ".person NOT IN (SELECT w.value FROM EACH(" hidden ") w)"

namespace ent::person {

/// access::VisiblePeople, as the statements take it. What is masked beyond name, function and class is not told apart:
/// the listings of people show no more.
struct Seen {
  std::vector<std::int64_t> whole;    ///< Units of which everybody is shown.
  std::vector<std::int64_t> members;  ///< org << 32 | member.
  std::int64_t from = 0;              ///< Who is shown has a row that begins on this day or before
  std::int64_t to = 0;                ///< and ends after this one;
  std::int64_t today = 0;             ///< guardians have a guardianship on this day.
  std::vector<std::int64_t> partial;  ///< Units of which one profile is shown: org << 4 | profile.
  std::vector<std::int64_t> hidden;   ///< Persons.

  /// The units in which anybody is shown, in order.
  std::vector<std::int64_t> units() const;
};

/// `only`: one unit is listed.
Seen seen(const unit::Unit& unit, const access::VisiblePeople& visible, const std::optional<OrgId>& only = {});

}  // namespace ent::person
