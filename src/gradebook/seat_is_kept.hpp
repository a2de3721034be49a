// Which rows of `period_seat` hold, as the statements say that read them.
#pragma once

#include <cstdint>

// What was kept with the state `s` of a period, where that version of the state stands: of the seat `i`.
#define ENT_SEAT_IS_KEPT                                                                                                 \
  "s.org = i.org AND s.school_year = i.school_year AND s.period = i.period AND s.grp = i.grp AND s.version = i.version " \
  "AND s.standing = 1"

// The formula `f` that is kept beside the seat `i`.
#define ENT_FORMULA_OF_SEAT                                                                              \
  "f.org = i.org AND f.grp = i.grp AND f.first_day = i.first_day AND f.last_day = i.last_day AND f.period = i.period " \
  "AND f.version = i.version"

// How a pupil is of the group of a seat, in texts as in rows.
#define ENT_SEAT_LEFT "0"
#define ENT_SEAT_PRESENT "1"
#define ENT_SEAT_LATER "2"

// Of several seats that are kept of a pupil for the same days in divisions of theirs, the one with which they were published first holds: what
// came out never moves. One of a class that they had left gives way.
#define ENT_HOLDING_FIRST "CASE WHEN i.there = " ENT_SEAT_LEFT " THEN 1 ELSE 0 END, COALESCE(i.since, f.at), i.division"
#define ENT_HOLDING_LAST "CASE WHEN i.there = " ENT_SEAT_LEFT " THEN 0 ELSE 1 END, COALESCE(i.since, f.at) DESC, i.division DESC"

namespace ent::gradebook {

/// `there` of `period_seat`.
enum class There : std::int8_t {
  left = 0,     ///< They were in the group last before they left the school.
  present = 1,  ///< They were in it on the last day, when the period was published.
  later = 2,    ///< They came to it after that, and have a report of it.
};
static_assert(ENT_SEAT_LEFT[0] - '0' == static_cast<int>(There::left) && ENT_SEAT_PRESENT[0] - '0' == static_cast<int>(There::present) &&
              ENT_SEAT_LATER[0] - '0' == static_cast<int>(There::later));

}  // namespace ent::gradebook
