#pragma once

#include "ent/calendar.hpp"
#include "reflect/describe.hpp"

namespace ent::calendar {
ENT_WORDS(Weekday, monday, tuesday, wednesday, thursday, friday, saturday, sunday)
ENT_WORDS(HalfDay, morning, afternoon)
ENT_WORDS(DayOff, holidays, public_holiday, closure)
ENT_WORDS(YearTurn, january, august)
ENT_RECORD(Holiday, 4, name, kind, valid_from, valid_to)
ENT_RECORD(LoadHolidays, 3, calendar, school_year, source, items)
ENT_RECORD(Configure, 1, org_id, calendars, timezone, year_turn)
ENT_RECORD(Settings, 0, calendars, timezone, year_turn)
ENT_RECORD(Of, 1, org_id)
ENT_RECORD(SetYear, 4, org_id, school_year, first_day, last_day)
ENT_RECORD(Year, 0, org_id, school_year, first_day, last_day)
ENT_RECORD(Years, 0, items)
ENT_RECORD(AddClosure, 3, org_id, name, valid_from, valid_to, half_day)
ENT_RECORD(Closure, 0, id, org_id, calendar, name, kind, valid_from, valid_to, half_day)
ENT_RECORD(CancelClosure, 1, id)
ENT_RECORD(Span, 3, org_id, first_day, last_day)
ENT_RECORD(Closures, 0, items)
ENT_RECORD(Hours, 4, weekday, half_day, opens, closes)
ENT_RECORD(SetHours, 2, org_id, items, valid_from)
ENT_RECORD(Week, 0, items, valid_from)
ENT_RECORD(SetAlternance, 3, org_id, school_year, code, mondays)
ENT_RECORD(Alternance, 0, org_id, code, mondays)
ENT_RECORD(Alternances, 0, items)
ENT_RECORD(OfYear, 1, org_id, school_year)
ENT_RECORD(Day, 0, date, weekday, hours, off, off_name, alternances)
ENT_RECORD(Days, 0, items)
ENT_RECORD(Bell, 3, name, begins, ends)
ENT_RECORD(SetBells, 2, org_id, code, items, valid_from)
ENT_RECORD(BellOfDay, 0, name, begins, ends, begins_at, ends_at)
ENT_RECORD(Grid, 0, org_id, code, valid_from, bells)
ENT_RECORD(Grids, 0, items)
ENT_RECORD(OnDay, 1, org_id, date)
}  // namespace ent::calendar
