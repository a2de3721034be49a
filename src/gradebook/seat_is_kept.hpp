// Which rows of `period_seat` hold, as the statements say that read them.
#pragma once

// What was kept with the state `s` of a period, where that version of the state stands: of the seat `i`.
#define ENT_SEAT_IS_KEPT                                                                                                 \
  "s.org = i.org AND s.school_year = i.school_year AND s.period = i.period AND s.grp = i.grp AND s.version = i.version " \
  "AND s.standing = 1"

// The formula `f` that is kept beside the seat `i`.
#define ENT_FORMULA_OF_SEAT                                                                              \
  "f.org = i.org AND f.grp = i.grp AND f.first_day = i.first_day AND f.last_day = i.last_day AND f.period = i.period " \
  "AND f.version = i.version"

// Of several seats that are kept of a pupil for the same days in divisions of theirs, the one that was published first holds: what came out
// never moves. One of a class that they had left gives way.
#define ENT_HOLDING_FIRST "CASE WHEN i.there = 0 THEN 1 ELSE 0 END, f.at, i.division"
#define ENT_HOLDING_LAST "CASE WHEN i.there = 0 THEN 0 ELSE 1 END, f.at DESC, i.division DESC"
