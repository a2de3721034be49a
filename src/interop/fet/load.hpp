/// One import while it runs: what its steps share, and the steps in their order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/school_year.hpp"
#include "ent/import_fet.hpp"
#include "interop/fet/document.hpp"
#include "interop/fet/plan.hpp"
#include "interop/fet/sets.hpp"
#include "interop/notes.hpp"
#include "timetable/bulk.hpp"
#include "unit/period.hpp"
#include "unit/unit.hpp"

namespace ent::interop::fet {

struct Loading {
  unit::WriteUnit& unit;
  const unit::Granted& granted;  ///< On the establishment.
  const FetOptions& options;
  const Document& document;
  const Sets& sets;
  const Plan& plan;
  FetReport& report;
  Notes& notes;
  std::int32_t file = 0;   ///< Of the notes.
  unit::Period period{};   ///< On which the file holds.
  base::SchoolYears years{};  ///< Of the establishment.

  OrgId org() const noexcept { return options.org_id; }
  void warn(std::int64_t line, std::string_view field, std::string_view reason) const { notes.warn({file, line}, field, reason); }
};

/// What things of the file are in the school: by their places in its lists.
struct Found {
  std::vector<std::string> subjects{};  ///< Codes.
  std::vector<std::int64_t> rooms{};    ///< Numbers; 0: a virtual one.
  std::vector<std::int64_t> members{};  ///< Of teachers; 0: nobody.
  std::vector<std::int64_t> people{};   ///< The same as persons.
  std::vector<std::int64_t> groups{};   ///< Of sets; 0: none is needed.
};

/// A lesson with its place in the week of the school.
struct Placed {
  const Lesson* lesson = nullptr;
  calendar::Weekday weekday{};
  TimeOfDay begins{};
  TimeOfDay ends{};
};

/// Where the lessons lie; the bells of the school are set by the way, where it has none.
Result<std::vector<Placed>> place(Loading& loading);

std::vector<std::string> put_subjects(Loading& loading);
std::vector<std::int64_t> put_rooms(Loading& loading);
void find_teachers(Loading& loading, Found& found);
std::vector<std::int64_t> put_groups(Loading& loading);
/// `former`: members whom the feed knew before.
void put_services(Loading& loading, const Found& found, std::vector<std::int64_t> former);

/// The slots that a feed has brought into a school year.
struct Standing {
  timetable::bulk::Reference reference{};
  timetable::State state{};
};
std::vector<Standing> standing_slots(unit::Unit& unit, OrgId org, const std::string& feed, std::int32_t school_year);

std::optional<Error> put_slots(Loading& loading, const Found& found, const std::vector<Placed>& placed,
                               const std::vector<Standing>& standing);

/// What of the file clashes, by its own times: no school is asked.
void tell_clashes(Loading& loading, const std::vector<Placed>& placed);

}  // namespace ent::interop::fet
