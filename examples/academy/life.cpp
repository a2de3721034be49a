#include "life.hpp"

#include <algorithm>

#include "ent/calendar.hpp"
#include "ent/gradebook.hpp"

namespace academy {

using namespace std::chrono_literals;
using ent::Profile;
using ent::calendar::HalfDay;
using ent::attendance::Kind;
using std::chrono::days;

namespace {

constexpr ent::Date rounds[] = {2026y / 9 / 18, 2026y / 10 / 2, 2026y / 10 / 16, 2026y / 11 / 6, 2026y / 11 / 13};
constexpr std::int32_t most_half_days_a_month = 3;  // so that only a story by hand calls for an alert

/// What a pupil mostly gets, in half points, 16 to 32.
std::int32_t ability(const World& world, ent::PersonId pupil) {
  return 16 + Draw(world.seed, static_cast<std::uint64_t>(pupil.value) << 8).below(17);
}

/// One round of assessments in a school: every service asks something of its class.
std::int64_t assess(World& world, School& school, const ByHand& by_hand, std::int32_t round, Draw& draw) {
  std::map<ent::PersonId, ent::Session> teachers;
  std::int64_t entered = 0;
  for (const Division& division : school.divisions) {
    for (const Service& service : division.services) {
      if (service.subject.empty() || by_hand.services.contains(service.id)) continue;
      auto& teacher = teachers.try_emplace(service.teacher, world.as(service.teacher, Profile::teacher)).first->second;
      const ent::Date date = rounds[round] - days(draw.below(4));
      const auto assessment = ent::gradebook::add_assessment(teacher, {.service_id = service.id,
                                                                       .name = "Contrôle n° " + std::to_string(round + 1),
                                                                       .date = date,
                                                                       .coefficient = 1 + round % 2,
                                                                       .pupils_from = date + days(3),
                                                                       .parents_from = date + days(4)})
                                  .value();
      ent::gradebook::EnterMarks grid{.id = assessment.id, .items = {}};
      for (const ent::PersonId pupil : division.pupils) {
        ent::gradebook::Entry entry{.pupil_id = pupil};
        const std::int32_t half_points = std::clamp(ability(world, pupil) + draw.below(13) - 6, 0, 40);
        if (draw.one_in(40)) {
          entry.kind = ent::gradebook::MarkKind::absent;
        } else {
          entry.value = ent::Decimal::of_millionths(half_points * (ent::Decimal::one / 2));
        }
        grid.items.push_back(std::move(entry));
      }
      ent::gradebook::enter_marks(teacher, grid).value();
      entered += static_cast<std::int64_t>(grid.items.size());
    }
  }
  return entered;
}

/// The registers of one school, day after day.
class Registers {
 public:
  Registers(World& world, School& school, const ByHand& by_hand, ent::Date first_day, ent::Date last_day, std::uint64_t stream)
      : world_(world),
        school_(school),
        by_hand_(by_hand),
        draw_(world.seed, stream),
        office_(world.as(school.life, school.life_profile)),
        days_(ent::calendar::days(office_, {.org_id = school.id, .first_day = first_day, .last_day = last_day}).value().items) {}

  /// What the day brought, where it is one of those that were asked for, and a school day.
  void take(ent::Date date, Lived& lived) {
    const auto day = std::ranges::find(days_, date, &ent::calendar::Day::date);
    if (day == days_.end() || day->hours.empty()) return;
    for (const Division& division : school_.divisions) {
      if (by_hand_.untaken.contains({division.id, date})) continue;
      const auto marks = observe(division, date, day->hours.size() > 1);
      for (const auto& hours : day->hours) {
        const auto half_day = static_cast<HalfDay>(hours.half_day);
        world_.clock->set(date, {hours.opens.minutes + 10});
        const auto& observed = half_day == HalfDay::morning ? marks.first : marks.second;
        const auto taken = ent::attendance::take(office_, {.marks = observed, .division_id = division.id, .date = date, .half_day = half_day})
                               .value();
        ++lived.registers;
        lived.absences += taken.absent;
      }
      world_.clock->set(date, {18 * 60});
      excuse(date, marks);
    }
  }

 private:
  using Marks = std::vector<ent::attendance::Mark>;

  std::pair<Marks, Marks> observe(const Division& division, ent::Date date, bool all_day) {
    std::pair<Marks, Marks> marks;
    for (const ent::PersonId pupil : division.pupils) {
      if (by_hand_.pupils.contains(pupil)) continue;
      const std::int32_t drawn = draw_.below(180), how = draw_.below(4), minutes = 4 + draw_.below(22);
      if (drawn < 3) marks.first.push_back({.pupil_id = pupil, .kind = Kind::lateness, .minutes = minutes});
      if (drawn < 176) continue;
      const bool morning = how != 0 || !all_day, afternoon = how != 1 && all_day;
      std::int32_t& missed = missed_[{pupil, static_cast<unsigned>(std::chrono::year_month_day(date).month())}];
      if ((missed += morning + afternoon) > most_half_days_a_month) continue;
      if (morning) marks.first.push_back({.pupil_id = pupil, .kind = Kind::absence});
      if (afternoon) marks.second.push_back({.pupil_id = pupil, .kind = Kind::absence});
    }
    for (const Observed& each : by_hand_.observed) {
      if (each.date != date || std::ranges::find(division.pupils, each.pupil) == division.pupils.end()) continue;
      auto& half = each.half_day == HalfDay::morning ? marks.first : marks.second;
      half.push_back({.pupil_id = each.pupil, .kind = each.kind, .minutes = each.minutes});
    }
    return marks;
  }

  /// Two families in three ring up to say why; the school believes most of them.
  void excuse(ent::Date date, const std::pair<Marks, Marks>& marks) {
    std::set<ent::PersonId> absent;
    for (const Marks& half : {marks.first, marks.second}) {
      for (const auto& mark : half) {
        if (mark.kind == Kind::absence && !by_hand_.pupils.contains(mark.pupil_id)) absent.insert(mark.pupil_id);
      }
    }
    for (const ent::PersonId pupil : absent) {
      const std::int32_t drawn = draw_.below(12);
      if (drawn > 7) continue;
      const auto given = ent::attendance::justify(office_, {.org_id = school_.id,
                                                           .pupil_id = pupil,
                                                           .date = date,
                                                           .reason_code = drawn == 7 ? "OVERSLEPT" : "ILLNESS",
                                                           .text = drawn == 7 ? "Le réveil n'a pas sonné." : "Souffrant, resté à la maison."})
                             .value();
      if (drawn == 6) continue;  // it waits
      using ent::attendance::Decision;
      ent::attendance::decide(office_, {.id = given.id, .decision = drawn == 7 ? Decision::refused : Decision::accepted}).value();
    }
  }

  World& world_;
  School& school_;
  const ByHand& by_hand_;
  Draw draw_;
  ent::Session office_;
  std::vector<ent::calendar::Day> days_;
  std::map<std::pair<ent::PersonId, unsigned>, std::int32_t> missed_;  ///< Half-days, by pupil and month.
};

}  // namespace

Lived live(World& world, std::vector<School>& schools, const ByHand& by_hand, ent::Date first_day, ent::Date last_day) {
  Lived lived;
  std::vector<Registers> registers;
  Draw draw(world.seed, 0x3A2C);
  for (std::size_t i = 0; i < schools.size(); ++i) registers.emplace_back(world, schools[i], by_hand, first_day, last_day, 0x4000 + i);
  for (ent::Date date = std::min(first_day, rounds[0]); date <= last_day; date += days(1)) {
    for (Registers& each : registers) each.take(date, lived);
    const auto round = std::ranges::find(rounds, date);
    if (round == std::end(rounds)) continue;
    world.clock->set(date, {17 * 60 + 30});
    for (School& school : schools) lived.marks += assess(world, school, by_hand, static_cast<std::int32_t>(round - rounds), draw);
  }
  return lived;
}

std::int64_t empty_outbox(World& world) {
  std::int64_t carried = 0;
  while (true) {
    const auto taken = world.portal.take_deliveries({.limit = 1000}).value();
    if (taken.items.empty()) return carried;
    ent::SettleDeliveries settled{.lease = taken.lease};
    for (const auto& delivery : taken.items) settled.delivered.push_back(delivery.number);
    carried += world.portal.settle_deliveries(settled).value().delivered;
  }
}

}  // namespace academy
