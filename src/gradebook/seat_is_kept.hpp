// Which rows of `period_seat` hold, as the statements say that read them.
#pragma once

// What was kept with the state `s` of a period, where that version of the state stands: of the seat `i`.
#define ENT_SEAT_IS_KEPT                                                                                                 \
  "s.org = i.org AND s.school_year = i.school_year AND s.period = i.period AND s.grp = i.grp AND s.version = i.version " \
  "AND s.standing = 1"
