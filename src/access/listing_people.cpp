// People: whole units where an entry reaches them, and the others one by one.
#include <algorithm>
#include <unordered_map>

#include "access/facts_sql.hpp"
#include "access/listing.hpp"
#include "base/each_once.hpp"
#include "base/unit_key.hpp"

namespace ent::access {
namespace {

using store::Arg;
using store::Rows;
using store::Sql;
using List = std::span<const std::int64_t>;

constexpr Sql select_people_of_groups{
    "SELECT g.value, m.person FROM EACH($1) g CROSS JOIN group_member gm CROSS JOIN member m "
    "WHERE gm.org = (g.value / 4294967296) AND gm.grp = (g.value & 4294967295) AND gm.valid_from <= $2 AND gm.valid_to > $2 "
    "AND m.org = gm.org AND m.member = gm.member"};

constexpr Sql select_people_of_members{
    "SELECT k.value, m.person FROM EACH($1) k CROSS JOIN member m "
    "WHERE m.org = (k.value / 4294967296) AND m.member = (k.value & 4294967295)"};

constexpr Sql select_members{
    "SELECT m.org * 4294967296 + m.member FROM EACH($1) k CROSS JOIN member m "
    "WHERE m.person = (k.value & 4294967295) AND m.org = (k.value / 4294967296)"};

constexpr Sql select_guardians_of{
    "SELECT p.value, g.adult FROM EACH($1) p CROSS JOIN guardianship g "
    "WHERE g.pupil = p.value AND g.kind <> 4 AND g.valid_from <= $2 AND g.valid_to > $2"};

constexpr std::int64_t all_profiles = 0x7ffe;
/// The people of a unit that a qualifier leaves; none for those that no person fulfils.
std::int64_t profiles_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::none:
    case Qualifier::tech: return all_profiles;
    case Qualifier::min: return all_profiles | masked_bit;
    case Qualifier::pupils: return bit(Profile::pupil);
    case Qualifier::staff: return staff_bits;
    default: return 0;
  }
}

using PeopleBy = std::unordered_multimap<std::int64_t, std::int64_t>;

/// The answer of a statement of (key, person); `at` is given to those that read dated rows.
PeopleBy people_by(store::Connection& connection, const Sql& sql, std::vector<std::int64_t> keys,
                   std::optional<Date> at) {
  PeopleBy people;
  if (keys.empty()) return people;
  base::keep_each_once(keys);
  const Arg args[] = {List(keys), at ? Arg(day_number(*at)) : Arg(nullptr)};
  Rows rows = connection.query(sql, std::span(args).first(at ? 2 : 1));
  while (rows.next()) people.emplace(rows.integer(0), rows.integer(1));
  return people;
}

/// An entry that may reach people one by one: whether it does is asked of miss() for each.
struct Search {
  Facts* facts;
  Post post;
  Entry entry;
  std::vector<std::int64_t> groups{};   ///< Keys of groups in which they may be,
  std::vector<std::int64_t> members{};  ///< keys of members that they may be,
  std::vector<std::int64_t> people{};   ///< and who they may be.
};

std::vector<std::int64_t> keys_of(const Facts& facts, const NumberSet& numbers) {
  std::vector<std::int64_t> keys;
  for (const std::int64_t number : numbers.numbers()) keys.push_back(base::in_unit(facts.org(), number));
  return keys;
}

Search search(Facts& facts, store::Connection& connection, const Post& post, const Entry& entry) {
  Search found{&facts, post, entry};
  const auto groups = [&](Tie tie) { found.groups = keys_of(facts, facts.groups(connection, tie)); };
  switch (entry.scope) {
    case Scope::self: found.people.push_back(facts.actor().person); break;
    case Scope::class_: groups(Tie::class_member); break;
    case Scope::taught: groups(Tie::teacher); break;
    case Scope::main: groups(Tie::main_teacher); break;
    case Scope::assigned: found.members = keys_of(facts, facts.assigned_pupils(connection)); break;
    case Scope::com: found.people = facts.contacts(connection).numbers(); break;
    case Scope::child:
      for (const Child& child : facts.children(connection)) found.people.push_back(child.person);
      break;
    default: break;
  }
  return found;
}

/// All searches of a listing, and whom they find.
class Searches {
 public:
  Searches(store::Connection& connection, Perm perm) : connection_(connection), perm_(perm) {}

  void add(Search one) { all_.push_back(std::move(one)); }

  /// People of units, as keys.
  std::vector<std::int64_t> found() {
    std::vector<std::int64_t> keys;
    if (all_.empty()) return keys;
    name_people();
    add_families();
    read_ahead();
    for (const Search& one : all_) {
      for (const std::int64_t person : one.people) {
        const Target target{.org = one.facts->org(), .person = person};
        if (miss(*one.facts, connection_, one.post, one.entry, perm_, target) == Reason::none) {
          keys.push_back(base::in_unit(target.org, person));
        }
      }
    }
    return keys;
  }

 private:
  void name_people() {
    name(select_people_of_groups, &Search::groups, at());
    name(select_people_of_members, &Search::members, {});
  }

  void name(const Sql& sql, std::vector<std::int64_t> Search::*keys, std::optional<Date> at) {
    std::vector<std::int64_t> wanted;
    for (const Search& one : all_) wanted.insert(wanted.end(), (one.*keys).begin(), (one.*keys).end());
    const PeopleBy people = people_by(connection_, sql, std::move(wanted), at);
    for (Search& one : all_) {
      for (const std::int64_t key : one.*keys) {
        const auto [first, last] = people.equal_range(key);
        for (auto person = first; person != last; ++person) one.people.push_back(person->second);
      }
    }
  }

  void add_families() {
    std::vector<std::int64_t> pupils;
    for (const Search& one : all_) {
      if (one.entry.qualifier == Qualifier::family) pupils.insert(pupils.end(), one.people.begin(), one.people.end());
    }
    const PeopleBy adults = people_by(connection_, select_guardians_of, std::move(pupils), at());
    for (Search& one : all_) {
      if (one.entry.qualifier != Qualifier::family) continue;
      const std::size_t count = one.people.size();
      for (std::size_t index = 0; index < count; ++index) {
        const auto [first, last] = adults.equal_range(one.people[index]);
        for (auto adult = first; adult != last; ++adult) one.people.push_back(adult->second);
      }
    }
  }

  void read_ahead() {
    UnitFacts::Meetings everybody;
    UnitFacts::Meetings families;
    for (Search& one : all_) {
      base::keep_each_once(one.people);
      for (const std::int64_t person : one.people) {
        everybody.emplace_back(&one.facts->unit(), person);
        if (one.entry.qualifier == Qualifier::family) families.emplace_back(&one.facts->unit(), person);
      }
    }
    UnitFacts::meet(connection_, everybody);
    UnitFacts::meet_wards(connection_, families);
  }

  Date at() const { return all_.front().facts->at(); }

  store::Connection& connection_;
  Perm perm_;
  std::vector<Search> all_;
};

/// Adds the units of which an entry reaches whole profiles, and leaves the other entries to the searches.
void add_units(VisiblePeople& visible, Searches& searches, Facts& facts, store::Connection& connection, Perm perm) {
  std::int64_t unit_bits = 0;
  std::int64_t masked_bits = 0;
  std::vector<Search> single;
  for (const Post& post : facts.posts(connection)) {
    for (const Switched& one : ceiling(facts, connection, post, perm)) {
      if (!one.entry.on) continue;
      if (reaches_unit(post, one.entry.scope)) {
        const std::int64_t bits = profiles_of(one.entry.qualifier);
        ((bits & masked_bit) != 0 ? masked_bits : unit_bits) |= bits;
      } else {
        single.push_back(search(facts, connection, post, one.entry));
      }
    }
  }
  if (unit_bits != 0) visible.units.push_back(facts.org() << 16 | unit_bits);
  if ((masked_bits & ~unit_bits & all_profiles) != 0) visible.units.push_back(facts.org() << 16 | masked_bits);
  if (unit_bits == all_profiles) return;
  for (Search& one : single) searches.add(std::move(one));
}

bool shows_all(const VisiblePeople& visible, std::int64_t org) {
  return std::ranges::find(visible.units, org << 16 | all_profiles) != visible.units.end();
}

/// What was handed on is judged for everybody of the unit.
void add_received(VisiblePeople& visible, std::vector<std::int64_t>& keys, std::span<Facts* const> units,
                  store::Connection& connection, Perm perm) {
  std::unordered_map<const UnitFacts*, Facts*> facts_of;
  std::vector<UnitFacts*> received;
  for (Facts* facts : units) {
    if (!has_received(*facts, connection, perm) || shows_all(visible, facts->org())) continue;
    facts_of.emplace(&facts->unit(), facts);
    received.push_back(&facts->unit());
  }
  for (const auto& [unit, person] : UnitFacts::meet_everybody(connection, received)) {
    const Target target{.org = unit->org(), .person = person};
    if (judge(*facts_of.at(unit), connection, perm, target).allowed) keys.push_back(base::in_unit(target.org, person));
  }
}

}  // namespace

void add_people(VisiblePeople& visible, std::span<Facts* const> units, store::Connection& connection, Perm perm) {
  Searches searches(connection, perm);
  for (Facts* facts : units) add_units(visible, searches, *facts, connection, perm);
  std::vector<std::int64_t> keys = searches.found();
  add_received(visible, keys, units, connection, perm);
  if (keys.empty()) return;
  base::keep_each_once(keys);
  Rows rows = connection.query(select_members, std::initializer_list<Arg>{List(keys)});
  while (rows.next()) visible.members.push_back(rows.integer(0));
}

}  // namespace ent::access
