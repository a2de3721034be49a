// Numbers by which applications outside know people in their schools.
#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>

#include "base/each_once.hpp"
#include "interop/apply/people.hpp"
#include "org/bulk.hpp"
#include "person/numbers.hpp"

namespace ent::interop {
namespace {

using person::Number;

/// What somebody has in the feed of a number; `standing` by person.
std::vector<Number> in_feed_of(const Number& number, std::span<const Number> standing) {
  std::vector<Number> found;
  const auto own = std::ranges::equal_range(standing, number.person, {}, &Number::person);
  std::ranges::copy_if(own, std::back_inserter(found), [&](const Number& one) { return one.feed == number.feed; });
  return found;
}

bool has(std::span<const Number> numbers, const Number& wanted) {
  return std::ranges::find(numbers, wanted.key, &Number::key) != numbers.end();
}

}  // namespace

/// Where the dossier says that the person is, or else where the person stands as somebody of that kind.
std::map<std::int64_t, std::vector<std::int64_t>> People::schools_of(std::span<Case* const> told) const {
  std::map<std::int64_t, std::vector<std::int64_t>> schools;
  std::vector<std::int64_t> elsewhere;
  for (const Case* const subject : told) {
    if (!subject->dossier->posts) elsewhere.push_back(subject->person);
    for (const Post& post : subject->dossier->posts.value_or(std::vector<Post>{}))
      schools[subject->person].push_back(directory_.org_of(post.unit));
  }
  if (elsewhere.empty()) return schools;
  const bool of_pupils = told.front()->dossier->kind == PersonKind::pupil;
  for (const auto& post : person::bulk::posts(task_.unit, elsewhere, task_.today())) {
    if ((post.profile == Profile::pupil) == of_pupils) schools[post.person].push_back(post.org);
  }
  return schools;
}

/// A number for each school of each of them; an empty one takes away what an import brought.
std::vector<Number> People::wanted_numbers(std::span<Case* const> told) const {
  const auto schools = schools_of(told);
  std::vector<std::int64_t> orgs;
  for (const auto& [person, all] : schools) orgs.insert(orgs.end(), all.begin(), all.end());
  base::keep_each_once(orgs);
  std::map<std::int64_t, std::string> codes;
  if (!orgs.empty()) {
    for (const org::View& school : org::bulk::units(task_.unit, orgs)) codes.emplace(school.id.value, school.code);
  }
  std::vector<Number> wanted;
  for (const Case* const subject : told) {
    const LocalNumber& number = *subject->dossier->local_number;
    const auto all = schools.find(subject->person);
    if (all == schools.end()) continue;
    for (const std::int64_t school : all->second)
      wanted.push_back({person::feed_in_school(number.application, codes.at(school)), number.number, subject->person, true});
  }
  return wanted;
}

/// What a hand has given stays, and goes before what an import brings.
void People::write_numbers(std::vector<Case>& cases) {
  std::vector<Case*> told;
  std::vector<std::int64_t> people;
  for (Case& subject : cases) {
    if (!subject.dossier->local_number) continue;
    told.push_back(&subject);
    people.push_back(subject.person);
  }
  if (told.empty()) return;
  const auto standing = person::numbers_of(task_.unit, people);
  std::vector<Number> in, out;
  for (const Number& wanted : wanted_numbers(told)) {
    const auto own = in_feed_of(wanted, standing);
    if (!std::ranges::all_of(own, &Number::brought)) continue;
    std::ranges::copy_if(own, std::back_inserter(out), [&](const Number& one) { return one.key != wanted.key; });
    if (!wanted.key.empty() && !has(own, wanted)) in.push_back(wanted);
  }
  if (in.empty() && out.empty()) return;
  person::drop_numbers(task_.unit, task_.granted, out);
  person::give_numbers(task_.unit, task_.granted, in);
  keep_numbers(told, std::move(in), std::move(out));
}

/// What came and what went of people who stood already; a number that somebody else has is told.
void People::keep_numbers(std::span<Case* const> told, std::vector<Number> in, std::vector<Number> out) {
  std::vector<std::int64_t> people;
  for (const Number& one : in) people.push_back(one.person);
  const auto standing = people.empty() ? std::vector<Number>{} : person::numbers_of(task_.unit, people);
  std::unordered_map<std::int64_t, Case*> case_of;
  for (Case* const subject : told) case_of.emplace(subject->person, subject);
  Image& image = task_.keeper.image();
  for (Number& one : in) {
    Case& subject = *case_of.at(one.person);
    if (!has(in_feed_of(one, standing), one)) {
      task_.notes.warn(subject.dossier->place, {}, "import.number_taken");
      subject.said = 0;  // looked at again next time
      continue;
    }
    subject.changed = true;
    if (!subject.is_new) image.numbers_in.push_back(std::move(one));
  }
  for (const Number& one : out) case_of.at(one.person)->changed = true;
  image.numbers_out.insert(image.numbers_out.end(), std::make_move_iterator(out.begin()), std::make_move_iterator(out.end()));
}

}  // namespace ent::interop
