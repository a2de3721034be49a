#include "report/rules.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <unordered_set>

#include "base/text.hpp"
#include "gradebook/limits.hpp"
#include "report/target.hpp"

namespace ent::report {
namespace {

// Lengths are those of the national import (LSU): appréciation 600, acquis-conseils 1000, vie scolaire 600, element 300.
constexpr std::size_t longest_comment = 600;
constexpr std::size_t longest_general = 1'000;
constexpr std::size_t longest_school_life = 600;
constexpr std::size_t longest_element = 300;
constexpr std::size_t longest_arrangement = 600;
constexpr std::size_t longest_reason = 300;
constexpr std::size_t longest_decision = 300;
constexpr std::size_t longest_wish = 200;
constexpr std::size_t longest_synthesis = 2'000;
constexpr std::size_t longest_minutes = 20'000;
constexpr std::size_t longest_name = 120;
constexpr std::size_t longest_opinion = 60;
constexpr std::size_t longest_code = 40;
constexpr std::size_t most_items = 200;
constexpr std::size_t most_elements = 20;
constexpr std::size_t most_wishes = 10;
constexpr std::size_t most_opinions = 40;
constexpr std::size_t most_seats = 60;
constexpr std::int32_t best_degree = 4;
constexpr std::int32_t most_half_days = 999;
constexpr std::chrono::days farthest_council{400};

std::string at(std::size_t place, const char* field = "") { return "/items/" + std::to_string(place) + field; }

void check_average(base::Fields& fields, Decimal value, const std::string& path) {
  fields.refuse_if(value < Decimal(0) || value > gradebook::largest_maximum, path, "field.range")
      .refuse_if(value.millionths() % gradebook::hundredth != 0, path, "gradebook.too_many_decimals");
}

/// A pupil once, and not too many.
template <class Item>
void check_pupils(base::Fields& fields, const std::vector<Item>& items) {
  fields.refuse_if(items.size() > most_items, "/items", "field.range");
  std::unordered_set<std::int64_t> seen;
  for (std::size_t i = 0; i < items.size(); ++i)
    fields.refuse_if(!seen.insert(items[i].pupil_id.value).second, at(i, "/pupil_id"), "field.repeated");
}

template <class Count>
void check_count(base::Fields& fields, const std::optional<Count>& count, Count most, const std::string& path) {
  fields.refuse_if(count && (*count < 0 || *count > most), path, "field.range");
}

void check_reason(base::Fields& fields, bool typed, const std::optional<std::string>& reason, const std::string& path) {
  fields.refuse_if(typed && !reason, path, "report.reason_missing");
  if (reason) fields.length(base::trim(*reason), 1, longest_reason, path);
}

void check_wishes(base::Fields& fields, const std::vector<Wish>& wishes, const std::string& path) {
  fields.refuse_if(wishes.size() > most_wishes, path, "field.range");
  std::set<std::int32_t> ranks;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const std::string here = path + "/" + std::to_string(i);
    const auto rank = wishes[i].rank;
    fields.refuse_if(rank < 1 || rank > static_cast<std::int32_t>(most_wishes), here + "/rank", "field.range")
        .refuse_if(!ranks.insert(rank).second, here + "/rank", "field.repeated")
        .length(base::trim(wishes[i].text), 1, longest_wish, here + "/text");
  }
}

void check_opinions(base::Fields& fields, const std::vector<std::string>& codes, std::span<const Opinion> opinions,
                    const std::string& path) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const std::string here = path + "/" + std::to_string(i);
    fields.refuse_if(std::ranges::find(opinions, codes[i], &Opinion::code) == opinions.end(), here, "report.no_opinion")
        .refuse_if(!seen.insert(codes[i]).second, here, "field.repeated");
  }
}

/// Two say what is done; of the others there is nothing to tell.
std::size_t longest_text_of(ArrangementKind kind) noexcept {
  return kind == ArrangementKind::ppre || kind == ArrangementKind::success_contract ? longest_arrangement : 0;
}

}  // namespace

std::optional<Error> well_formed(const Comment& input) {
  base::Fields fields;
  if (input.subject_code) fields.length(*input.subject_code, 1, longest_code, "/subject_code");
  check_pupils(fields, input.items);
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    if (input.items[i].text) fields.length(base::trim(*input.items[i].text), 0, longest_comment, at(i, "/text"));
    check_count(fields, input.items[i].positioning, best_degree, at(i, "/positioning"));
  }
  if (!input.elements) return fields.error();
  fields.refuse_if(input.elements->size() > most_elements, "/elements", "field.range");
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < input.elements->size(); ++i) {
    const std::string_view element = base::trim((*input.elements)[i]);
    fields.length(element, 1, longest_element, "/elements/" + std::to_string(i))
        .refuse_if(!seen.insert(element).second, "/elements/" + std::to_string(i), "field.repeated");
  }
  return fields.error();
}

std::optional<Error> well_formed(const OverrideAverage& input) {
  base::Fields fields;
  if (input.subject_code) fields.length(*input.subject_code, 1, longest_code, "/subject_code");
  fields.length(base::trim(input.reason), 1, longest_reason, "/reason");
  if (input.value) check_average(fields, *input.value, "/value");
  fields.refuse_if(input.value && input.not_marked, "/not_marked", "gradebook.value_and_kind");
  return fields.error();
}

std::optional<Error> well_formed(const CommentGeneral& input) {
  base::Fields fields;
  check_pupils(fields, input.items);
  for (std::size_t i = 0; i < input.items.size(); ++i)
    fields.length(base::trim(input.items[i].text), 0, longest_general, at(i, "/text"));
  return fields.error();
}

std::optional<Error> well_formed(const RecordSchoolLife& input) {
  base::Fields fields;
  check_pupils(fields, input.items);
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const SchoolLifeItem& item = input.items[i];
    if (item.comment) fields.length(base::trim(*item.comment), 0, longest_school_life, at(i, "/comment"));
    check_count(fields, item.justified_half_days, most_half_days, at(i, "/justified_half_days"));
    check_count(fields, item.unjustified_half_days, most_half_days, at(i, "/unjustified_half_days"));
    check_count(fields, item.latenesses, most_half_days, at(i, "/latenesses"));
    check_reason(fields, item.justified_half_days || item.unjustified_half_days || item.latenesses, item.reason, at(i, "/reason"));
  }
  return fields.error();
}

std::optional<Error> well_formed(const RecordArrangements& input) {
  base::Fields fields;
  check_pupils(fields, input.items);
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const std::vector<Arrangement>& arrangements = input.items[i].arrangements;
    std::set<ArrangementKind> seen;
    for (std::size_t k = 0; k < arrangements.size(); ++k) {
      const std::string here = at(i, "/arrangements/") + std::to_string(k);
      fields.refuse_if(!seen.insert(arrangements[k].kind).second, here + "/kind", "field.repeated");
      fields.length(base::trim(arrangements[k].text.value_or("")), 0, longest_text_of(arrangements[k].kind), here + "/text");
    }
  }
  return fields.error();
}

bool says_general(const DecideItem& item) noexcept { return item.general_average || item.general_not_marked; }

std::optional<Error> well_formed(const Decide& input, std::span<const Opinion> opinions) {
  base::Fields fields;
  check_pupils(fields, input.items);
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    const DecideItem& item = input.items[i];
    if (item.opinion_codes) check_opinions(fields, *item.opinion_codes, opinions, at(i, "/opinion_codes"));
    if (item.wishes) check_wishes(fields, *item.wishes, at(i, "/wishes"));
    if (item.decision) fields.length(base::trim(*item.decision), 0, longest_decision, at(i, "/decision"));
    if (item.general_average) check_average(fields, *item.general_average, at(i, "/general_average"));
    fields.refuse_if(item.general_average && item.general_not_marked, at(i, "/general_not_marked"), "gradebook.value_and_kind");
    check_reason(fields, says_general(item), item.reason, at(i, "/reason"));
  }
  return fields.error();
}

std::optional<Error> well_formed(const WriteCouncil& input, const period::View& period) {
  base::Fields fields;
  if (input.held_on) {
    const bool far = *input.held_on < period.first_day - farthest_council || *input.held_on > period.last_day + farthest_council;
    fields.refuse_if(far, "/held_on", "field.range");
  }
  if (input.synthesis) fields.length(base::trim(*input.synthesis), 0, longest_synthesis, "/synthesis");
  if (input.minutes) fields.length(base::trim(*input.minutes), 0, longest_minutes, "/minutes");
  if (!input.seats) return fields.error();
  fields.refuse_if(input.seats->size() > most_seats, "/seats", "field.range");
  for (std::size_t i = 0; i < input.seats->size(); ++i)
    fields.length(base::trim((*input.seats)[i].name), 1, longest_name, "/seats/" + std::to_string(i) + "/name");
  return fields.error();
}

std::optional<Error> well_formed(const SetOpinions& input) {
  base::Fields fields;
  fields.refuse_if(input.items.size() > most_opinions, "/items", "field.range");
  std::set<std::string> seen;
  for (std::size_t i = 0; i < input.items.size(); ++i) {
    fields.length(base::trim(input.items[i].code), 1, longest_code, at(i, "/code"))
        .length(base::trim(input.items[i].name), 1, longest_opinion, at(i, "/name"))
        .refuse_if(!seen.insert(std::string(base::trim(input.items[i].code))).second, at(i, "/code"), "field.repeated");
  }
  return fields.error();
}

std::optional<Error> well_formed(const Publish& input) {
  base::Fields fields;
  fields.refuse_if(input.pupil_ids.size() > most_items, "/pupil_ids", "field.range");
  if (input.reason) fields.length(base::trim(*input.reason), 1, longest_reason, "/reason");
  return fields.error();
}

Result<std::vector<std::int64_t>> members_of(const std::vector<PersonId>& people, std::span<const Sitting> sittings,
                                             std::string_view path) {
  base::Fields fields;
  std::vector<std::int64_t> members;
  const bool in_items = path == "/items";
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto found = std::ranges::find(sittings, people[i], [](const Sitting& one) { return one.pupil.card.id; });
    const bool there = found != sittings.end();
    const std::string here = std::string(path) + "/" + std::to_string(i) + (in_items ? "/pupil_id" : "");
    fields.refuse_if(!there, here, "group.no_member").refuse_if(there && !found->goes_by_period, here, other_period);
    if (there) members.push_back(found->pupil.member);
  }
  if (auto refused = fields.error()) return std::move(*refused);
  return members;
}

Changes::Changes(std::vector<rows::Entry> standing) {
  for (rows::Entry& entry : standing) {
    before_ += entry.version;
    standing_.emplace(Key{entry.member, entry.kind, entry.item}, std::move(entry));
  }
}

void Changes::say(std::int64_t member, rows::Kind kind, std::string item, std::int64_t value, std::string text) {
  put({member, kind, std::move(item), value, std::move(text), 0, true});
}

void Changes::take_back(std::int64_t member, rows::Kind kind, std::string item) { put({member, kind, std::move(item), 0, {}, 0, false}); }

void Changes::say_text(std::int64_t member, rows::Kind kind, std::string item, std::string_view text) {
  if (text.empty()) return take_back(member, kind, std::move(item));
  say(member, kind, std::move(item), 0, std::string(text));
}

void Changes::put(rows::Entry entry) {
  const auto standing = standing_.find({entry.member, entry.kind, entry.item});
  const bool stood = standing != standing_.end();
  const bool was_given = stood && standing->second.given;
  const bool same = entry.given ? was_given && standing->second.value == entry.value && standing->second.text == entry.text : !was_given;
  if (same) {
    unchanged_ += 1;
    return;
  }
  entry.version = stood ? standing->second.version + 1 : 1;
  made_.push_back(std::move(entry));
}

std::optional<Error> Changes::expect_unlocked(std::span<const Sitting> sittings) const {
  for (const Sitting& one : sittings) {
    if (one.locked && std::ranges::find(made_, one.pupil.member, &rows::Entry::member) != made_.end())
      return base::fail(Errc::failed_precondition, "report.locked");
  }
  return std::nullopt;
}

void Changes::say_all(std::int64_t member, rows::Kind kind, std::vector<Saying> all) {
  std::vector<std::string> others;
  for (const auto& [key, entry] : standing_) {
    const bool stands = entry.member == member && entry.kind == kind && entry.given;
    if (stands && std::ranges::find(all, entry.item, &Saying::item) == all.end()) others.push_back(entry.item);
  }
  for (std::string& item : others) take_back(member, kind, std::move(item));
  for (Saying& one : all) say(member, kind, std::move(one.item), one.value, std::move(one.text));
}

}  // namespace ent::report
