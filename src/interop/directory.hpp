/// The units and groups of a feed, in memory: some thousands, looked up for every dossier.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "group/bulk.hpp"
#include "interop/feed.hpp"
#include "interop/task.hpp"
#include "org/bulk.hpp"

namespace ent::interop {

/// Hashes texts and views of texts alike, so that a look-up makes no string.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

/// What a feed says of a group beside its code; absent: nothing.
struct GroupDetail {
  Text name{};
  std::optional<std::vector<std::string>> levels{};
  std::optional<std::vector<std::int32_t>> divisions{};  ///< Places in the directory.
  Text key{};                                            ///< Of the feed's own for it.
};

class Directory {
 public:
  explicit Directory(Task& task) : task_(task) {}

  /// What the feed knew before, asked for its rights: an import touches all of it.
  std::optional<Error> load();

  /// Compares a chunk of units with what stands, and writes what differs. Units whose parents come later in the feed
  /// are placed at the end.
  std::optional<Error> apply(std::span<const UnitRecord> records);

  /// Places in the directory; -1: the feed has not brought such a unit.
  std::int32_t unit(std::string_view key) const;
  std::int64_t org_of(std::int32_t unit) const { return units_[static_cast<std::size_t>(unit)].org; }

  /// The group of this code in this school year, made when there is none: many feeds name groups only where people
  /// are in them.
  std::int32_t group(std::int32_t unit, GroupKind kind, std::string_view code);
  /// The same, but -1 when there is none.
  std::int32_t known_group(std::int32_t unit, GroupKind kind, std::string_view code) const;
  void tell(std::int32_t group, GroupDetail detail);
  std::int64_t org_of_group(std::int32_t group) const { return at(group).row.org; }
  std::int64_t number_of(std::int32_t group) const { return at(group).row.group; }
  std::int64_t first_day_of_group(std::int32_t group) const { return at(group).row.from; }
  /// The first day on which it is no more.
  std::int64_t end_of_group(std::int32_t group) const { return at(group).row.to; }
  /// Whether it is the group of this unit and code.
  bool is_group(std::int32_t group, std::int32_t unit, std::string_view code) const {
    return at(group).row.org == org_of(unit) && at(group).row.code == code;
  }
  GroupKind kind_of(std::int32_t group) const { return static_cast<GroupKind>(at(group).row.kind); }

  /// Writes the groups that were named since the last time. To be called before people are put into them.
  void write_groups();

  /// In a full feed: ends the groups that it no longer names, and marks units that it no longer knows.
  void finish(bool units_are_full, bool groups_are_full);

  /// The units that the feed knows or has brought.
  std::vector<std::int64_t> orgs() const;

 private:
  struct Unit {
    std::string key{};
    std::int64_t org = 0;
    std::int64_t said = 0;
    std::optional<std::int64_t> marked_on{};
    bool seen = false;
    std::string parent{};
    bool is_new = false;
  };
  struct Group {
    group::bulk::Group row{};
    bool is_new = false;
    bool written = false;
    bool changed = false;
    bool seen = false;
    std::optional<GroupDetail> detail{};
    std::vector<std::string> levels{};
    std::vector<std::int64_t> divisions{};
    std::string key{};
  };
  struct UnitChanges;
  struct GroupChanges;

  const Group& at(std::int32_t group) const { return groups_[static_cast<std::size_t>(group)]; }
  std::int32_t add_unit(Unit unit);
  std::optional<Error> check_right(std::int64_t org);
  void compare(const UnitRecord& record, std::int32_t known, UnitChanges& changes);
  std::optional<Error> adopt(std::vector<const UnitRecord*>& unknown, UnitChanges& changes);
  std::optional<Error> make(std::span<const UnitRecord* const> records, UnitChanges& changes);
  void change_known(UnitChanges& changes);
  void keep(const UnitChanges& changes);
  bool may_make_units();
  void place_new_units();
  void mark_units();

  void load_groups(std::span<const std::int64_t> orgs);
  Group& group_of(std::int64_t org, std::int64_t number);
  std::int64_t first_group_day() const;
  std::int64_t last_group_end(std::int64_t org) const;
  void number_new_groups(std::vector<std::int32_t>& places);
  void keep(const GroupChanges& changes);
  void settle(Group& group, GroupChanges& changes);
  bool settle_traits(Group& group, const GroupDetail& detail, GroupChanges& changes);

  Task& task_;
  std::vector<Unit> units_;
  TextMap<std::int32_t> unit_by_key_;
  std::unordered_map<std::int64_t, std::int32_t> unit_by_org_;
  std::vector<Group> groups_;
  TextMap<std::int32_t> group_by_code_;  ///< "org/kind/code"
  std::unordered_map<std::int64_t, std::int32_t> group_by_number_;
  std::unordered_set<std::int64_t> orgs_with_groups_;  ///< Units with groups of this school year from before this run.
  std::unordered_map<std::int64_t, std::int64_t> ends_;  ///< By unit that has opened a later year: where the groups of this one ended.
  std::vector<std::int32_t> touched_;    ///< Groups that are to be written.
};

}  // namespace ent::interop
