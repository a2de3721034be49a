/// Takes back what a run has written of a school's timetable, wherever nobody has built on it since.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "ent/import.hpp"
#include "interop/undo/week.hpp"
#include "timetable/substitutes.hpp"

namespace ent::interop::undo {

class WeekRestore {
 public:
  WeekRestore(unit::WriteUnit& unit, const unit::Granted& granted, std::string feed, std::size_t most_conflicts, ImportUndo& report)
      : unit_(unit), granted_(granted), feed_(std::move(feed)), most_(most_conflicts), report_(report) {}

  void take_back(const WeekImage& image);

 private:
  using Taught = std::tuple<std::int64_t, std::int64_t, std::string>;  ///< Member, group, subject.
  struct Told {
    const char* fact = "";
    std::string name{};
    PersonId person_id{};
  };
  template <class Row>
  struct Back {
    std::vector<Row> put{};   ///< As it was.
    std::vector<Row> gone{};  ///< Was not there.
  };
  /// `told` says what a row is; `used` whether somebody goes by one that the run has made.
  template <class Row, class Tell, class Used>
  Back<Row> compare(const std::vector<Row>& before, const std::vector<Row>& after, const std::vector<Row>& standing,
                    UndoCounts& counts, Tell told, Used used);
  void keep(const Told& what, UndoCounts& counts, const char* reason);

  void take_back_slots(const WeekImage& image, const Week& now, timetable::Substitutes& substitutes);
  void take_back_slot_keys(const WeekImage& image);
  void take_back_services(const WeekImage& image, const Week& now);
  void take_back_groups(const WeekImage& image, const Week& now);
  void take_back_ties(const WeekImage& image, const Week& now);
  void take_back_rooms(const WeekImage& image, const Week& now);
  void take_back_subjects(const WeekImage& image);
  void take_back_bells(const WeekImage& image, const Week& now);

  unit::WriteUnit& unit_;
  const unit::Granted& granted_;
  std::string feed_;
  std::size_t most_;
  ImportUndo& report_;
  OrgId org_{};
  std::set<std::int64_t> kept_slots_{};   ///< Which stay as the run has left them.
  std::set<Taught> taught_{};             ///< By these.
  std::set<std::int64_t> kept_groups_{};
};

}  // namespace ent::interop::undo
