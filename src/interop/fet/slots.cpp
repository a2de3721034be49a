// The weekly slots: what the feed says anew of each is written, and nothing else.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "calendar/rules.hpp"
#include "interop/fet/load.hpp"
#include "interop/hash.hpp"
#include "timetable/rules.hpp"
#include "timetable/substitutes.hpp"

namespace ent::interop::fet {
namespace {

using timetable::Role;
using timetable::State;
namespace bulk = timetable::bulk;

/// What a slot is to be, without its number and its days.
State state_of(const Loading& loading, const Found& found, const Placed& placed) {
  const Lesson& lesson = *placed.lesson;
  timetable::NewSlot slot{placed.weekday, placed.begins, placed.ends};
  slot.subject_code = found.subjects[static_cast<std::size_t>(lesson.subject)];
  slot.kind = lesson.sets.empty() ? timetable::Kind::other : timetable::Kind::lesson;
  slot.alternance = loading.options.alternance;
  State state = timetable::state_of(slot, loading.org(), loading.period, loading.years);
  const auto put = [&](Role role, const std::vector<std::int32_t>& places, const std::vector<std::int64_t>& numbers) {
    std::vector<std::int64_t> known;
    for (const std::int32_t place : places) {
      if (const std::int64_t number = numbers[static_cast<std::size_t>(place)]; number != 0) known.push_back(number);
    }
    timetable::put(state.parts, role, known);
  };
  put(Role::group, lesson.sets, found.groups);
  put(Role::teacher, lesson.teachers, found.members);
  put(Role::room, lesson.rooms, found.rooms);
  return state;
}

std::int64_t hash_of(const State& state) {
  Hash hash;
  for (const std::int32_t number : {state.weekday, state.begins, state.ends, static_cast<std::int32_t>(state.kind)})
    hash.add(static_cast<std::int64_t>(number));
  hash.add(state.subject);
  hash.add(state.alternance);
  for (const timetable::Part& part : state.parts) {
    hash.add(static_cast<std::int64_t>(part.role));
    hash.add(part.number);
  }
  return hash.value();
}

bool says_the_same(const State& one, const State& other) {
  return one.weekday == other.weekday && one.begins == other.begins && one.ends == other.ends && one.kind == other.kind &&
         one.subject == other.subject && one.alternance == other.alternance && one.parts == other.parts;
}

class Slots {
 public:
  Slots(Loading& loading, const Found& found, const std::vector<Standing>& standing) : loading_(loading), found_(found) {
    for (const Standing& it : standing) standing_.emplace(it.reference.key, &it);
  }

  std::optional<Error> all(const std::vector<Placed>& placed) {
    for (const Placed& it : placed) ENT_REFUSE(take(it));
    for (const auto& [key, it] : standing_) {
      if (!seen_.contains(key)) leave(*it);
    }
    write();
    return std::nullopt;
  }

 private:
  Date from() const noexcept { return loading_.period.from; }

  std::optional<Error> take(const Placed& placed) {
    State wanted = state_of(loading_, found_, placed);
    const std::int64_t said = hash_of(wanted);
    const std::string key = std::to_string(placed.lesson->id);
    seen_.insert(key);
    const auto known = standing_.find(key);
    ImportCounts& counts = loading_.report.slots;
    if (known == standing_.end()) {
      ++counts.created;
      return add(key, said, std::move(wanted));
    }
    const auto& [reference, state] = *known->second;
    if (reference.said == said) {
      ++counts.unchanged;
      return std::nullopt;
    }
    if (state.valid_to <= from()) {  // it is back
      ++counts.created;
      return add(key, said, std::move(wanted));
    }
    references_.push_back({key, state.slot, said});
    if (says_the_same(state, wanted)) {
      ++counts.unchanged;
      return std::nullopt;
    }
    ++counts.changed;
    return change(state, std::move(wanted));
  }

  std::optional<Error> add(const std::string& key, std::int64_t said, State wanted) {
    references_.push_back({key, 0, said});
    fresh_.push_back(std::move(wanted));
    return std::nullopt;
  }

  /// The lessons of a slot keep their ids, so its weeks count on, and a change of weekday begins with a week.
  std::optional<Error> change(const State& standing, State wanted) {
    const bool at_once = standing.valid_from == from();
    if (wanted.weekday != standing.weekday && !at_once && from() != calendar::monday_of(from()))
      return base::invalid("/date", "timetable.midweek");
    wanted.slot = standing.slot;
    wanted.origin = standing.origin;
    wanted.valid_to = standing.valid_to;
    wanted.revision = standing.revision + 1;
    wanted.label = standing.label;
    (at_once ? replaced_ : ended_).push_back(standing);
    next_.push_back(std::move(wanted));
    return std::nullopt;
  }

  /// What the file no longer has.
  void leave(const Standing& standing) {
    if (standing.state.valid_to <= from()) return;
    ++loading_.report.slots.marked;
    references_.push_back({standing.reference.key, standing.state.slot, 0});
    ended_.push_back(standing.state);
  }

  void write() {
    const unit::Granted& granted = loading_.granted;
    if (!fresh_.empty()) {
      std::int64_t number =
          loading_.unit.take_numbers(granted, loading_.org().value, "slot", static_cast<std::int64_t>(fresh_.size()));
      auto state = fresh_.begin();
      for (bulk::Reference& reference : references_) {
        if (reference.slot != 0) continue;
        state->slot = number++;
        reference.slot = (state++)->slot;
      }
    }
    std::vector<std::int64_t> standing;
    for (const auto* states : {&ended_, &replaced_}) {
      for (const State& state : *states) standing.push_back(state.org << 32 | state.slot);
    }
    timetable::Substitutes substitutes(loading_.org());
    substitutes.add(loading_.unit, standing);
    bulk::end(loading_.unit, granted, ended_, from());
    bulk::remove(loading_.unit, granted, replaced_);
    bulk::insert(loading_.unit, granted, next_);
    substitutes.add(loading_.unit, standing);
    substitutes.renew_services(loading_.unit, granted);
    bulk::insert(loading_.unit, granted, fresh_);
    bulk::refer(loading_.unit, granted, loading_.org(), loading_.report.feed, references_);
  }

  Loading& loading_;
  const Found& found_;
  std::map<std::string, const Standing*> standing_;  ///< By key.
  std::set<std::string> seen_;
  std::vector<State> fresh_, next_, ended_, replaced_;
  std::vector<bulk::Reference> references_;  ///< Those of `fresh_` have the number 0 and its order.
};

}  // namespace

std::vector<Standing> standing_slots(unit::Unit& unit, OrgId org, const std::string& feed, std::int32_t school_year) {
  std::vector<std::int64_t> numbers;
  auto references = bulk::references(unit, org, feed);
  for (const bulk::Reference& reference : references) numbers.push_back(reference.slot);
  std::map<std::int64_t, State> states;
  for (State& state : bulk::last_states(unit, org, numbers)) states.emplace(state.slot, std::move(state));
  std::vector<Standing> found;
  for (bulk::Reference& reference : references) {
    const auto state = states.find(reference.slot);
    if (state != states.end() && state->second.school_year == school_year) found.push_back({std::move(reference), state->second});
  }
  return found;
}

std::optional<Error> put_slots(Loading& loading, const Found& found, const std::vector<Placed>& placed,
                               const std::vector<Standing>& standing) {
  return Slots(loading, found, standing).all(placed);
}

}  // namespace ent::interop::fet
