// The table of a class: pupils, their guardians, and how these are reached.
#include <algorithm>
#include <unordered_map>

#include "base/joined.hpp"
#include "group/describe.hpp"
#include "group/target.hpp"
#include "guardian/functions.hpp"
#include "person/functions.hpp"
#include "unit/op.hpp"

namespace ent::group {
namespace {

/// All that the table is made of. So many statements, whatever the size of the class.
struct Facts {
  std::vector<person::Named> pupils{};
  std::unordered_map<std::int64_t, ClassOf> classes{};
  std::vector<guardian::Beside> guardians{};                    ///< By pupil.
  std::unordered_map<std::int64_t, person::Reached> reached{};  ///< By adult.
  std::vector<std::int64_t> everybody{};
};

Facts facts_of(unit::Unit& unit, GroupId id) {
  Facts facts;
  const Date at = unit.at();
  facts.pupils = person::named(unit, pupils_of(unit, id, at));
  std::vector<std::int64_t> pupils, adults;
  for (const person::Named& pupil : facts.pupils) pupils.push_back(pupil.person);
  for (ClassOf& one : classes_of(unit, id.establishment(), pupils, at)) facts.classes.emplace(one.person, std::move(one));
  facts.guardians = guardian::beside(unit, pupils, at);
  for (const guardian::Beside& one : facts.guardians) adults.push_back(one.adult.id.value);
  facts.reached = person::how_reached(unit, adults, at);
  facts.everybody = std::move(pupils);
  facts.everybody.insert(facts.everybody.end(), adults.begin(), adults.end());
  return facts;
}

void add_reached(Contact& line, const person::Reached& reached) {
  line.email = reached.email;
  line.home_phone = reached.home_phone;
  line.work_phone = reached.work_phone;
  line.mobile = reached.mobile;
  line.accepts_sms = reached.accepts_sms;
  if (!reached.address) return;
  line.street = base::joined(reached.address->lines, ", ");
  line.postal_code = reached.address->postal_code;
  line.town = reached.address->town;
  line.country = reached.address->country;
}

void add_adult(Contact& line, const guardian::Beside& one) {
  line.adult_id = one.adult.id;
  line.adult_title = one.adult.title;
  line.adult_family_name = one.adult.family_name;
  line.adult_given_name = one.adult.given_name;
  line.kind = one.kind;
  line.relationship = one.relationship;
  line.priority = one.priority;
}

/// Makes the lines that the actor may see.
class Table {
 public:
  Table(unit::Unit& unit, std::int64_t org, const Facts& facts) : unit_(unit), org_(org), facts_(facts) {}

  void add(const person::Named& pupil) {
    if (!unit_.sees(Perm::guardian_read, {.org = org_, .person = pupil.person})) return;
    const Contact line = of_pupil(pupil);
    const std::size_t before = lines_.size();
    for (const guardian::Beside& one : std::ranges::equal_range(facts_.guardians, pupil.person, {}, &guardian::Beside::pupil)) {
      const std::int64_t adult = one.adult.id.value;
      if (!unit_.sees(Perm::guardian_read, {.org = org_, .person = pupil.person, .author = adult})) continue;
      add_adult(lines_.emplace_back(line), one);
      if (may_reach(adult)) add_reached(lines_.back(), of_adult(adult));
    }
    if (lines_.size() == before) lines_.push_back(line);
  }

  std::vector<Contact> lines() && { return std::move(lines_); }

 private:
  bool may_reach(std::int64_t person) {
    return unit_.sees(Perm::person_read_contact, {.org = org_, .person = person}).has_value();
  }

  person::Reached of_adult(std::int64_t person) const {
    const auto found = facts_.reached.find(person);
    return found == facts_.reached.end() ? person::Reached{} : found->second;
  }

  Contact of_pupil(const person::Named& pupil) {
    Contact line;
    line.pupil_id = {pupil.person};
    line.pupil_family_name = pupil.family_name;
    line.pupil_given_name = pupil.given_name;
    const bool reached = may_reach(pupil.person);
    if (reached) line.birth_date = pupil.birth_date;
    const auto found = facts_.classes.find(pupil.person);
    if (found == facts_.classes.end()) return line;
    line.class_name = found->second.name;
    if (!found->second.level.empty()) line.level = found->second.level;
    if (reached) line.regime = found->second.regime;
    return line;
  }

  unit::Unit& unit_;
  std::int64_t org_;
  const Facts& facts_;
  std::vector<Contact> lines_;
};

/// group.contacts
Result<Contacts> contacts_(Read<Perm::guardian_read>& unit, const Get& input) {
  // facts
  const auto group = find(unit, input.id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.id, group), not_found));
  if (!group) return base::fail(Errc::not_found, not_found);
  const Facts facts = facts_of(unit, input.id);
  unit.expect(granted.target().org, facts.everybody);
  Table table(unit, granted.target().org, facts);
  for (const person::Named& pupil : facts.pupils) table.add(pupil);
  return Contacts{std::move(table).lines()};
}

}  // namespace

extern constexpr Op op_contacts = op<&contacts_>("group.contacts", "0.1");

Result<Contacts> contacts(Session& session, const Get& input, const CallOptions& options) {
  return run<Contacts>(op_contacts, session, input, options);
}

}  // namespace ent::group
