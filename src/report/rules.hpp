/// What makes what is written well-formed, and what of it is new: pure functions.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "ent/report_publication.hpp"
#include "report/places.hpp"

namespace ent::report {

std::optional<Error> well_formed(const Comment& input);
std::optional<Error> well_formed(const OverrideAverage& input);
std::optional<Error> well_formed(const CommentGeneral& input);
std::optional<Error> well_formed(const RecordSchoolLife& input);
std::optional<Error> well_formed(const RecordArrangements& input);
std::optional<Error> well_formed(const Decide& input, std::span<const Opinion> opinions);
/// Whether something shall stand in the place of the computed general average: another one, or that there is none.
bool says_general(const DecideItem& item) noexcept;
std::optional<Error> well_formed(const WriteCouncil& input, const period::View& period);
std::optional<Error> well_formed(const SetOpinions& input);
std::optional<Error> well_formed(const Publish& input);

/// The members of the people who are named, in their order; refused by their place who does not sit there, or does not go by the
/// period.
Result<std::vector<std::int64_t>> members_of(const std::vector<PersonId>& people, std::span<const Sitting> sittings,
                                             std::string_view path = "/items");

/// What is said of an item.
struct Saying {
  std::string item{};
  std::int64_t value = 0;
  std::string text{};
};

/// What stands, and what becomes of it.
class Changes {
 public:
  explicit Changes(std::vector<rows::Entry> standing);

  /// Says something; what stands already is no change.
  void say(std::int64_t member, rows::Kind kind, std::string item, std::int64_t value, std::string text);
  void take_back(std::int64_t member, rows::Kind kind, std::string item);
  /// An empty text takes back.
  void say_text(std::int64_t member, rows::Kind kind, std::string item, std::string_view text);
  /// Says these alone of a kind, each item once: what else stands of it is taken back.
  void say_all(std::int64_t member, rows::Kind kind, std::vector<Saying> all);

  const std::vector<rows::Entry>& made() const noexcept { return made_; }
  std::int32_t unchanged() const noexcept { return unchanged_; }
  /// The sum of all versions, before and after.
  std::int64_t revision_before() const noexcept { return before_; }
  std::int64_t revision_after() const noexcept { return before_ + static_cast<std::int64_t>(made_.size()); }
  /// Refused where something would change of somebody who is locked.
  std::optional<Error> expect_unlocked(std::span<const Sitting> sittings) const;

 private:
  using Key = std::tuple<std::int64_t, rows::Kind, std::string>;
  void put(rows::Entry entry);

  std::map<Key, rows::Entry> standing_;
  std::vector<rows::Entry> made_;
  std::int32_t unchanged_ = 0;
  std::int64_t before_ = 0;
};

}  // namespace ent::report
