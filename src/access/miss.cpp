// Sections 3 and 4 of docs/permissions.md: whether an entry holds, and what it lacks when it does not.
#include <algorithm>

#include "access/judge.hpp"

namespace ent::access {
namespace {

constexpr int consent_age = 15;

/// What the scopes are asked with.
struct Question {
  Facts& facts;
  store::Connection& connection;
  const Post& post;
  const Entry& entry;
  Perm perm;
  const Target& target;
};

/// Whether a pupil present is one of those to whom the actor is tied.
bool is_tied(const Question& q, Tie tie, const Enrolment& pupil) {
  if (tie == Tie::assigned) return q.facts.assigned_pupils(q.connection).contains(pupil.member);
  const NumberSet& groups = q.facts.groups(q.connection, tie);
  return std::ranges::any_of(pupil.groups, [&](std::int64_t group) { return groups.contains(group); });
}

/// The pupils and the groups of a tie: asked of the target's person if it has one, else of its group.
bool among(const Question& q, Tie tie, Tie tie_to_group) {
  const Target& target = q.target;
  if (target.person == 0) {
    return target.group != 0 && q.facts.groups(q.connection, tie_to_group).contains(target.group);
  }
  UnitFacts& unit = q.facts.unit();
  const Presence& presence = unit.presence(q.connection, target.person);
  if ((presence.present & bit(Profile::pupil)) != 0 && is_tied(q, tie, presence.enrolment)) return true;
  if (q.entry.qualifier != Qualifier::family) return false;
  return std::ranges::any_of(unit.wards(q.connection, target.person),
                             [&](const Enrolment& pupil) { return is_tied(q, tie, pupil); });
}

bool among(const Question& q, Tie tie) { return among(q, tie, tie); }

bool fits(const Question& q, const Child& child) {
  if (q.target.person != 0) return child.person == q.target.person;
  return q.target.group == 0 || std::ranges::find(q.facts.child_groups(q.connection),
                                                  std::pair(child.member, q.target.group)) !=
                                    q.facts.child_groups(q.connection).end();
}

bool closed_for(const Child& child, const ChildRight& right) {
  return child.closed && (!right.absenteeism || child.independent);
}

Reason child_miss(const Question& q) {
  const ChildRight right = child_right(q.perm);
  Reason nearest = Reason::not_a_guardian;
  for (const Child& child : q.facts.children(q.connection)) {
    if (!fits(q, child)) continue;
    const bool carries = (child.rights & right.any_of) != 0;
    if (carries && !closed_for(child, right)) return Reason::none;
    nearest = std::min(nearest, carries ? Reason::closed_by_pupil : Reason::guardian_lacks_right);
  }
  return nearest;
}

Reason scope_miss(const Question& q) {
  const Target& target = q.target;
  const Post& post = q.post;
  const std::int64_t self = q.facts.actor().person;
  const auto unless = [](bool holds, Reason reason) { return holds ? Reason::none : reason; };
  switch (q.entry.scope) {
    case Scope::self: return unless(self != 0 && target.person == self && post.covers, Reason::not_oneself);
    case Scope::own: return unless(self != 0 && target.author == self && post.covers, Reason::not_the_author);
    case Scope::net: return unless(post.net, Reason::outside_network);
    case Scope::acad: return unless(post.acad, Reason::outside_academy);
    case Scope::commune: return unless(post.commune, Reason::outside_authority);
    case Scope::acl:
    case Scope::delegate:
    case Scope::named: return Reason::relation_not_kept;
    default: break;
  }
  if (!post.here) return Reason::other_establishment;
  switch (q.entry.scope) {
    case Scope::class_: return unless(among(q, Tie::class_member, Tie::member), Reason::not_a_classmate);
    case Scope::taught: return unless(among(q, Tie::teacher), Reason::not_taught);
    case Scope::main: return unless(among(q, Tie::main_teacher), Reason::not_main_teacher);
    case Scope::assigned:
      return unless(among(q, Tie::assigned), Reason::not_assigned);
    case Scope::child: return child_miss(q);
    case Scope::com:
      return unless(target.person != 0 && q.facts.contacts(q.connection).contains(target.person),
                    Reason::not_in_contact);
    default: return Reason::none;  // estab
  }
}

Reason qualifier_miss(const Question& q, std::int32_t Presence::*there) {
  const Target& target = q.target;
  const auto unless = [](bool holds, Reason reason) { return holds ? Reason::none : reason; };
  const auto is_there_as = [&](std::int32_t bits) {
    return target.person != 0 && (q.facts.unit().presence(q.connection, target.person).*there & bits) != 0;
  };
  const auto is_aged = [&](int years) {
    return target.person != 0 &&
           has_age(q.facts.unit().presence(q.connection, target.person).birth_date, years, q.facts.at());
  };
  switch (q.entry.qualifier) {
    case Qualifier::none:
    case Qualifier::min:
    case Qualifier::tech:
    case Qualifier::family: return Reason::none;
    case Qualifier::own:
      return unless(q.facts.actor().person != 0 && target.author == q.facts.actor().person, Reason::not_the_author);
    case Qualifier::pupils: return unless(is_there_as(bit(Profile::pupil)), Reason::not_a_pupil);
    case Qualifier::staff: return unless(is_there_as(staff_bits), Reason::not_staff);
    case Qualifier::adult: return unless(is_aged(adult_age), Reason::too_young);
    case Qualifier::from_15: return unless(is_aged(consent_age), Reason::too_young);
    case Qualifier::agg: return unless(target.aggregate, Reason::aggregate_only);
    case Qualifier::groups: return unless(target.person == 0 && target.group != 0, Reason::groups_only);
    case Qualifier::pub: return unless((target.met & met_pub) != 0, Reason::condition_not_kept);
    case Qualifier::service: return unless((target.met & met_service) != 0, Reason::condition_not_kept);
    case Qualifier::slot: return unless((target.met & met_slot) != 0, Reason::condition_not_kept);
    default: return Reason::condition_not_kept;
  }
}

}  // namespace

Reason miss(Facts& facts, store::Connection& connection, const Post& post, const Entry& entry, Perm perm,
            const Target& target) {
  const Question question{facts, connection, post, entry, perm, target};
  const Reason scope = scope_miss(question);
  if (scope != Reason::none) return scope;
  return qualifier_miss(question, is_keeper(facts.actor().profile, perm) ? &Presence::registered : &Presence::present);
}

bool is_keeper(Profile profile, Perm perm) noexcept {
  return profile == Profile::head || profile == Profile::office || profile == Profile::local_admin || profile == Profile::system ||
         (profile == Profile::school_life && info(perm).name.starts_with("attendance."));
}

bool is_there(Facts& facts, store::Connection& connection, Perm perm, std::int64_t person) {
  const Presence& presence = facts.unit().presence(connection, person);
  return (is_keeper(facts.actor().profile, perm) ? presence.registered : presence.present) != 0;
}

}  // namespace ent::access
