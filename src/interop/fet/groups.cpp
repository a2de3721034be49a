// Classes and groups: those of the school, and new ones for those that it does not have.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "base/unit_key.hpp"
#include "group/bulk.hpp"
#include "group/handover.hpp"
#include "interop/fet/classes.hpp"
#include "interop/fet/codes.hpp"
#include "interop/fet/load.hpp"
#include "school_year/functions.hpp"
#include "timetable/beside.hpp"
#include "unit/dates.hpp"

namespace ent::interop::fet {
namespace {

using group::Kind;
namespace bulk = group::bulk;

template <class T>
std::vector<T> beyond(const std::set<T>& one, const std::set<T>& other) {
  std::vector<T> left;
  std::ranges::set_difference(one, other, std::back_inserter(left));
  return left;
}

class Groups {
 public:
  explicit Groups(Loading& loading) : loading_(loading), org_(loading.org().value), numbers_(loading.sets.items().size()) {}

  std::vector<std::int64_t> all() {
    load();
    choose();
    for (const std::int32_t set : wanted_) find(set);
    make();
    settle_divisions();
    settle_parts();
    leave();
    write();
    return std::move(numbers_);
  }

 private:
  /// What a later year has ended stays so.
  std::int64_t end() const {
    const auto found = ends_.find(org_);
    return found == ends_.end() ? unit::day(open_end) : found->second;
  }
  std::int32_t year() const noexcept { return loading_.report.school_year; }
  bool is_class(std::int32_t set) const { return classes_[static_cast<std::size_t>(set)]; }
  std::int64_t& number(std::int32_t set) { return numbers_[static_cast<std::size_t>(set)]; }

  void load() {
    ends_ = school_year::ends_of_groups(loading_.unit, std::span(&org_, 1), year());
    for (bulk::Group& row : bulk::groups(loading_.unit, std::span(&org_, 1), year())) {
      by_code_.emplace(std::pair(row.kind, row.code), row.group);
      rows_.emplace(row.group, std::move(row));
    }
    for (const bulk::Trait& trait : bulk::divisions(loading_.unit, std::span(&org_, 1), year()))
      divisions_[trait.group].insert(trait.division);
    for (bulk::Part& part : bulk::parts(loading_.unit, std::span(&org_, 1), year())) parts_[part.group].insert(std::move(part.part));
    for (bulk::Reference& known : bulk::references(loading_.unit, std::span(&org_, 1), loading_.report.feed)) {
      if (rows_.contains(known.group)) by_key_.emplace(std::move(known.key), known.group);
    }
  }

  bool stands(std::int64_t group) const { return rows_.at(group).to > unit::day(loading_.period.from); }

  /// All classes, and those groups that are taught.
  void choose() {
    std::set<std::string> standing;
    for (const auto& [number, row] : rows_) {
      if (row.kind == Kind::division && stands(number)) standing.insert(row.code);
    }
    classes_ = classes_of(loading_.document, loading_.sets, loading_.options.classes, standing);
    std::set<std::int32_t> taught;
    for (const Lesson& lesson : loading_.plan.lessons) taught.insert(lesson.sets.begin(), lesson.sets.end());
    for (std::int32_t set = 0; set < static_cast<std::int32_t>(classes_.size()); ++set) {
      if (is_class(set) || taught.contains(set)) wanted_.push_back(set);
    }
  }

  /// By the key of the feed, or by code; what has ended comes back only if the feed made it.
  void find(std::int32_t set) {
    const std::string& name = loading_.sets.item(set).name;
    const auto known = by_key_.find(name);
    if (known != by_key_.end()) return take(set, known->second);
    const auto same = by_code_.find(std::pair(is_class(set) ? Kind::division : Kind::group, shown_name(name)));
    if (same == by_code_.end() || !stands(same->second) || taken_.contains(same->second)) return missing_.push_back(set);
    references_.push_back({org_, name, same->second});
    take(set, same->second);
  }

  void take(std::int32_t set, std::int64_t group) {
    number(set) = group;
    taken_.insert(group);
    bulk::Group& row = rows_.at(group);
    if (!stands(group) && row.source == loading_.report.feed && row.to < end()) {
      row.to = end();
      changed_.insert(group);
    }
  }

  void make() {
    if (missing_.empty()) return;
    std::map<Kind, std::set<std::string>> codes;
    for (const auto& [code, number] : by_code_) codes[code.first].insert(code.second);
    std::int64_t next = loading_.unit.take_numbers(loading_.granted, org_, "group", static_cast<std::int64_t>(missing_.size()));
    const Date from = std::min(loading_.years.first_day(year()), loading_.period.from);
    for (const std::int32_t set : missing_) {
      const Sets::Item& item = loading_.sets.item(set);
      bulk::Group row;
      row.org = org_;
      row.group = next++;
      row.kind = is_class(set) ? Kind::division : Kind::group;
      row.school_year = year();
      row.code = code_of(item.name, codes[row.kind]);
      row.name = shown_name(item.name);
      if (row.name.empty()) row.name = row.code;
      row.from = unit::day(from);
      row.to = end();
      row.source = loading_.report.feed;
      if (is_made(item.name, row.code)) loading_.warn(item.line, "Name", "import.code_made");
      number(set) = row.group;
      fresh_.push_back(row.group);
      references_.push_back({org_, item.name, row.group});
      rows_.emplace(row.group, std::move(row));
    }
  }

  bool is_own(std::int64_t group) const { return rows_.at(group).source == loading_.report.feed; }

  /// Out of which classes a group of the feed is drawn: those with which it has pupils in common.
  void settle_divisions() {
    for (const std::int32_t set : wanted_) {
      const std::int64_t group = number(set);
      if (!is_own(group) || rows_.at(group).kind != Kind::group) continue;
      std::set<std::int64_t> drawn;
      for (const std::int32_t other : wanted_) {
        if (rows_.at(number(other)).kind == Kind::division && loading_.sets.overlap(set, other)) drawn.insert(number(other));
      }
      std::set<std::int64_t>& standing = divisions_[group];
      for (const std::int64_t division : beyond(drawn, standing)) divisions_in_.push_back({org_, group, {}, division});
      for (const std::int64_t division : beyond(standing, drawn)) divisions_out_.push_back({org_, group, {}, division});
      if (drawn != standing) changed_.insert(group);
    }
  }

  /// Of groups that others made, too: nobody else names parts.
  void settle_parts() {
    std::map<std::int64_t, std::set<std::string>> wanted;
    for (const std::int32_t set : wanted_) {
      for (const std::int32_t atom : loading_.sets.item(set).atoms) wanted[number(set)].insert(loading_.sets.item(atom).name);
    }
    for (const auto& [group, names] : wanted) {
      const std::set<std::string>& standing = parts_[group];
      for (const std::string& name : beyond(names, standing)) parts_in_.push_back({org_, group, name});
      for (const std::string& name : beyond(standing, names)) parts_out_.push_back({org_, group, name});
      if (names != standing && is_own(group)) changed_.insert(group);
    }
  }

  /// Groups of the feed that the file does not name any more end, as in other feeds; but those that the slots of others need go
  /// over to them, and one that somebody is in stays.
  void leave() {
    std::vector<std::int64_t> left;
    for (const auto& [number, row] : rows_) {
      if (is_own(number) && stands(number) && !named(number)) left.push_back(org_ << 32 | number);
    }
    if (left.empty()) return;
    const Date from = loading_.period.from;
    std::map<std::int64_t, std::string> needed;
    for (const timetable::Beside& it : timetable::slots_beside(loading_.unit, loading_.org(), loading_.report.feed, from)) {
      for (const std::int64_t group : timetable::numbers_of(it.state.parts, timetable::Role::group)) needed.emplace(group, it.feed);
    }
    const auto used = group::in_use(loading_.unit, left, loading_.report.feed, from);
    for (const std::int64_t id : left) {
      const std::int64_t number = base::number_of(id);
      const auto need = needed.find(number);
      if (need != needed.end()) {
        given_.push_back({org_, number, need->second});
      } else if (std::ranges::binary_search(used, id)) {
        loading_.warn(0, "Students", "import.used_since");
      } else {
        bulk::Group& row = rows_.at(number);
        row.to = std::max(row.from, unit::day(from));
        ++row.revision;
        ended_.push_back(row);
      }
    }
  }

  bool named(std::int64_t group) const { return std::ranges::find(numbers_, group) != numbers_.end(); }

  void write() {
    std::vector<bulk::Group> fresh, changed;
    for (const std::int64_t group : fresh_) fresh.push_back(rows_.at(group));
    for (const std::int64_t group : changed_) {
      if (std::ranges::find(fresh_, group) != fresh_.end()) continue;
      bulk::Group& row = rows_.at(group);
      ++row.revision;
      changed.push_back(row);
    }
    unit::WriteUnit& unit = loading_.unit;
    bulk::insert_groups(unit, loading_.granted, fresh);
    bulk::change_groups(unit, loading_.granted, changed);
    bulk::change_groups(unit, loading_.granted, ended_);
    group::hand_over_groups(unit, loading_.granted, given_);
    bulk::delete_divisions(unit, loading_.granted, divisions_out_);
    bulk::insert_divisions(unit, loading_.granted, divisions_in_);
    bulk::delete_parts(unit, loading_.granted, parts_out_);
    bulk::insert_parts(unit, loading_.granted, parts_in_);
    bulk::refer(unit, loading_.granted, loading_.report.feed, references_);
    ImportCounts& counts = loading_.report.groups;
    counts.created = static_cast<std::int64_t>(fresh.size());
    counts.changed = static_cast<std::int64_t>(changed.size());
    counts.marked = std::ssize(ended_);
    counts.unchanged = static_cast<std::int64_t>(wanted_.size()) - counts.created - counts.changed;
  }

  Loading& loading_;
  const std::int64_t org_;
  std::vector<std::int64_t> numbers_;                       ///< By set.
  std::vector<bool> classes_;                               ///< Likewise.
  std::vector<std::int32_t> wanted_, missing_;
  std::map<std::int64_t, bulk::Group> rows_;                ///< By number.
  std::unordered_map<std::int64_t, std::int64_t> ends_;     ///< By unit that has opened a later year.
  std::map<std::pair<Kind, std::string>, std::int64_t> by_code_;
  std::map<std::string, std::int64_t> by_key_;
  std::map<std::int64_t, std::set<std::int64_t>> divisions_;
  std::map<std::int64_t, std::set<std::string>> parts_;
  std::set<std::int64_t> taken_, changed_;
  std::vector<std::int64_t> fresh_;
  std::vector<bulk::Group> ended_;                          ///< Not named any more.
  std::vector<group::Handover> given_;
  std::vector<bulk::Trait> divisions_in_, divisions_out_;
  std::vector<bulk::Part> parts_in_, parts_out_;
  std::vector<bulk::Reference> references_;
};

}  // namespace

std::vector<std::int64_t> put_groups(Loading& loading) { return Groups(loading).all(); }

}  // namespace ent::interop::fet
