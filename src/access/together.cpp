#include "access/together.hpp"

#include <map>
#include <set>

namespace ent::access {
namespace {

/// What the actor reaches in a unit.
struct Reached {
  Reached(const Actor& actor, std::int64_t org, Date at) : unit(org, at), facts(actor, unit) {}
  UnitFacts unit;
  Facts facts;
};

}  // namespace

std::vector<Verdict> judge_all(store::Connection& connection, const Actor& actor, std::span<const Inquiry> inquiries, Date at) {
  std::map<std::int64_t, Reached> places;
  UnitFacts::Meetings meetings;
  for (const Inquiry& one : inquiries) {
    Reached& place = places.try_emplace(one.target.org, actor, one.target.org, at).first->second;
    if (one.target.person != 0) meetings.emplace_back(&place.unit, one.target.person);
  }
  Company company;
  for (auto& [org, place] : places) {
    company.units.push_back(&place.unit);
    company.actors.push_back(&place.facts);
  }
  for (auto& [org, place] : places) {
    place.unit.join(&company);
    place.facts.join(&company);
  }
  if (!meetings.empty()) UnitFacts::meet(connection, meetings);
  std::vector<Verdict> verdicts;
  for (const Inquiry& one : inquiries) verdicts.push_back(judge(places.at(one.target.org).facts, connection, one.perm, one.target));
  return verdicts;
}

std::size_t count_units(std::span<const Inquiry> inquiries) {
  std::set<std::int64_t> units;
  for (const Inquiry& one : inquiries) units.insert(one.target.org);
  return units.size();
}

}  // namespace ent::access
