// What a dossier says beside what stands: which rows begin, and which end on which day.
//
// A row that somebody else owns, a hand or another feed, is never ended here; where it says the same, no second one is
// made.
#include <algorithm>

#include "interop/apply/facts.hpp"
#include "unit/dates.hpp"

namespace ent::interop {
namespace {

using group::bulk::RoleRow;
using group::bulk::ServiceRow;
using group::bulk::Stay;

const std::int64_t forever = unit::day(open_end);

template <class T>
const std::vector<T>& list_of(const std::optional<std::vector<T>>& list) {
  static const std::vector<T> none;
  return list ? *list : none;
}

/// Whether a row is there already among those that begin: a feed may name a thing twice.
template <class Row, class Same>
bool begins_already(const std::vector<Row>& rows, std::int64_t person, Same same) {
  for (auto row = rows.rbegin(); row != rows.rend() && row->person == person; ++row) {
    if (same(*row)) return true;
  }
  return false;
}

}  // namespace

/// Divisions first: by the day on which a new one begins, the others end.
void People::settle_stays(Case& subject, Facts& facts) {
  const Dossier& dossier = *subject.dossier;
  const auto standing = of_person(facts.stays, subject.person);
  bool moves = false;
  const auto settle = [&](const Membership& wanted, bool is_division) {
    const std::int64_t org = directory_.org_of_group(wanted.group);
    const std::int64_t group = directory_.number_of(wanted.group);
    const std::int64_t said_from = wanted.from ? unit::day(*wanted.from) : task_.today();
    const std::int64_t from = std::max(said_from, directory_.first_day_of_group(wanted.group));
    const std::int64_t said_to = wanted.to ? unit::day(*wanted.to) : forever;
    const std::int64_t to = std::min(said_to, directory_.end_of_group(wanted.group));
    const auto is_it = [&](const Stay& stay) {
      return stay.org == org && stay.group == group && (stay.to > task_.today() || stay.to == to);
    };
    const auto found = std::ranges::find_if(standing, is_it);
    if (found != standing.end()) return keep_stay(*found, wanted, to, facts);
    if (begins_already(facts.stay_turn.in, subject.person,
                       [&](const Stay& stay) { return stay.org == org && stay.group == group; }))
      return;
    if (to <= from) return task_.notes.warn(dossier.place, {}, to < said_to ? "group.ended" : "period.empty");
    std::string level = wanted.level;
    std::int32_t regime = wanted.regime;
    // A delta that moves a pupil need not say the level again, nor how the pupil lives at school.
    if (is_division) {
      for (const Stay& stay : standing) {
        if (stay.org != org) continue;
        if (level.empty()) level = stay.level;
        if (regime == 0) regime = stay.regime;
      }
    }
    facts.stay_turn.in.push_back({org, group, 0, subject.person, from, to, std::move(level), task_.feed.name, {}, regime});
    facts.places.need(org, subject.person);
    ++task_.report.memberships.created;
    if (is_division) {
      subject.turn = moves ? std::min(subject.turn, from) : from;
      moves = true;
    }
  };
  for (const Membership& wanted : list_of(dossier.divisions)) settle(wanted, true);
  for (const Membership& wanted : list_of(dossier.groups)) settle(wanted, false);
  for (const Stay& stay : standing) end_stay(stay, subject, facts);
}

/// Stands already. A new level or regime begins today, since what a report has said of the old one stays true.
void People::keep_stay(const Stay& stay, const Membership& wanted, std::int64_t to, Facts& facts) {
  const bool other_level = !wanted.level.empty() && wanted.level != stay.level;
  const bool other_regime = wanted.regime != 0 && wanted.regime != stay.regime;
  const bool other_end = wanted.to && stay.to != to;
  if (stay.source != task_.feed.name || (!other_level && !other_regime && !other_end)) {
    ++task_.report.memberships.unchanged;
    return;
  }
  ++task_.report.memberships.changed;
  Stay next = stay;
  if (wanted.to) next.to = to;
  if (other_level) next.level = wanted.level;
  if (other_regime) next.regime = wanted.regime;
  if ((other_level || other_regime) && stay.from < task_.today()) {
    facts.stay_turn.out.push_back(ended(stay, task_.today()));
    next.from = task_.today();
  }
  facts.stay_turn.in.push_back(std::move(next));  // in the place of what began on that day
}

void People::end_stay(const Stay& stay, const Case& subject, Facts& facts) {
  const Dossier& dossier = *subject.dossier;
  if (stay.source != task_.feed.name || stay.to <= task_.today()) return;
  const auto names_it = [&](const Membership& wanted) {
    return directory_.org_of_group(wanted.group) == stay.org && directory_.number_of(wanted.group) == stay.group;
  };
  if (stay.kind == group::Kind::division) {
    if (!dossier.divisions) {
      const Membership wanted{.level = dossier.level.value_or(""), .regime = dossier.regime};
      if (dossier.level || dossier.regime != 0) keep_stay(stay, wanted, stay.to, facts);
      return;
    }
    if (std::ranges::any_of(*dossier.divisions, names_it)) return;
  } else {
    if (!dossier.groups || std::ranges::any_of(*dossier.groups, names_it)) return;
  }
  facts.stay_turn.out.push_back(ended(stay, subject.turn));
  ++task_.report.memberships.changed;
}

/// A pupil is one wherever there is a group for them, whether the feed says so or not.
void People::settle_posts(Case& subject, Facts& facts) {
  const Dossier& dossier = *subject.dossier;
  const bool is_pupil = dossier.kind == PersonKind::pupil;
  const auto standing = of_person(facts.posts, subject.person);
  struct Wanted {
    std::int64_t org;
    Profile profile;
    std::int32_t function;
  };
  std::vector<Wanted> all;
  const auto want = [&](std::int64_t org, Profile profile, std::int32_t function) {
    const bool known = std::ranges::any_of(
        all, [&](const Wanted& it) { return it.org == org && it.profile == profile && it.function == function; });
    if (!known) all.push_back({org, profile, function});
  };
  for (const Post& post : list_of(dossier.posts)) want(directory_.org_of(post.unit), post.profile, post.function);
  if (is_pupil) {
    for (const auto* stays : {&dossier.divisions, &dossier.groups})
      for (const Membership& stay : list_of(*stays)) want(directory_.org_of_group(stay.group), Profile::pupil, 0);
  }
  for (const Wanted& wanted : all) {
    const bool stands = std::ranges::any_of(standing, [&](const person::bulk::Post& post) {
      return post.org == wanted.org && post.profile == wanted.profile && post.function == wanted.function;
    });
    ++(stands ? task_.report.affiliations.unchanged : task_.report.affiliations.created);
    if (stands) continue;
    const std::int64_t from = is_pupil ? first_day_at(wanted.org, subject, facts) : task_.today();
    facts.post_turn.in.push_back(
        {wanted.org, 0, subject.person, wanted.profile, wanted.function, from, forever, task_.feed.name});
    facts.places.need(wanted.org, subject.person);
  }
  for (const Wanted& wanted : all) subject.orgs.push_back(wanted.org);
  for (const person::bulk::Post& post : standing) {
    const bool mine = post.source == task_.feed.name && (post.profile == Profile::pupil) == is_pupil &&
                      post.profile != Profile::guardian;
    const bool named = std::ranges::any_of(all, [&](const Wanted& it) {
      return it.org == post.org && it.profile == post.profile && it.function == post.function;
    });
    if (mine && dossier.posts && !named) {
      facts.post_turn.out.push_back(ended(post, subject.turn));
      ++task_.report.affiliations.changed;
    } else if (post.profile == Profile::pupil && !named) {
      subject.orgs.push_back(post.org);
    }
  }
}

/// A pupil is there from the first day in a group of the school on.
std::int64_t People::first_day_at(std::int64_t org, const Case& subject, const Facts& facts) const {
  std::optional<std::int64_t> first;
  const auto& rows = facts.stay_turn.in;
  for (auto row = rows.rbegin(); row != rows.rend() && row->person == subject.person; ++row) {
    if (row->org == org) first = std::min(first.value_or(row->from), row->from);
  }
  return first.value_or(task_.today());
}

void People::settle_teaching(Case& subject, Facts& facts) {
  const Dossier& dossier = *subject.dossier;
  const std::int64_t today = task_.today();
  const auto roles = of_person(facts.roles, subject.person);
  const auto services = of_person(facts.services, subject.person);
  const auto from_in = [&](std::int32_t group) { return std::max(today, directory_.first_day_of_group(group)); };
  const auto is_over = [&](std::int32_t group) { return directory_.end_of_group(group) <= from_in(group); };
  for (const Role& wanted : list_of(dossier.roles)) {
    const std::int64_t org = directory_.org_of_group(wanted.group);
    const auto is_it = [&, number = directory_.number_of(wanted.group)](const RoleRow& row) {
      return row.org == org && row.group == number && static_cast<std::int32_t>(row.role) == wanted.role;
    };
    if (begins_already(facts.role_turn.in, subject.person, is_it)) continue;
    const bool stands = is_over(wanted.group) || std::ranges::any_of(roles, is_it);
    ++(stands ? task_.report.roles.unchanged : task_.report.roles.created);
    if (stands) continue;
    facts.role_turn.in.push_back({org, directory_.number_of(wanted.group), 0, subject.person, static_cast<group::Role>(wanted.role),
                                  from_in(wanted.group), directory_.end_of_group(wanted.group), task_.feed.name});
    facts.places.need(org, subject.person);
  }
  for (const Service& wanted : list_of(dossier.services)) {
    const std::int64_t org = directory_.org_of_group(wanted.group);
    const auto is_it = [&, number = directory_.number_of(wanted.group)](const ServiceRow& row) {
      return row.org == org && row.group == number && row.subject == wanted.subject;
    };
    if (begins_already(facts.service_turn.in, subject.person, is_it)) continue;
    const bool stands = is_over(wanted.group) || std::ranges::any_of(services, is_it);
    ++(stands ? task_.report.services.unchanged : task_.report.services.created);
    if (stands) continue;
    facts.service_turn.in.push_back({org, 0, directory_.number_of(wanted.group), 0, subject.person, wanted.subject,
                                     from_in(wanted.group), directory_.end_of_group(wanted.group), task_.feed.name});
    facts.places.need(org, subject.person);
  }
  const auto is_group = [&](std::int32_t group, const auto& row) {
    return directory_.org_of_group(group) == row.org && directory_.number_of(group) == row.group;
  };
  for (const RoleRow& row : roles) {
    if (row.source != task_.feed.name || !dossier.roles) continue;
    if (std::ranges::any_of(*dossier.roles, [&](const Role& role) {
          return is_group(role.group, row) && role.role == static_cast<std::int32_t>(row.role);
        }))
      continue;
    facts.role_turn.out.push_back(ended(row, today));
    ++task_.report.roles.changed;
  }
  for (const ServiceRow& row : services) {
    if (row.source != task_.feed.name || !dossier.services) continue;
    if (std::ranges::any_of(*dossier.services,
                            [&](const Service& service) { return is_group(service.group, row) && service.subject == row.subject; }))
      continue;
    facts.service_turn.out.push_back(ended(row, today));
    ++task_.report.services.changed;
  }
}

}  // namespace ent::interop
