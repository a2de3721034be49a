// Who answers for a pupil. A decision of a court, and what was entered by hand, are never touched.
#include <algorithm>

#include "guardian/rules.hpp"
#include "interop/apply/facts.hpp"
#include "unit/dates.hpp"

namespace ent::interop {
namespace {

using guardian::bulk::Link;

bool same_link(const Link& a, const Link& b) {
  return a.kind == b.kind && a.rights == b.rights && a.relationship == b.relationship && a.priority == b.priority;
}

}  // namespace

void People::settle_ties(Case& subject, Facts& facts) {
  const Dossier& dossier = *subject.dossier;
  const auto standing = of_person(facts.links, subject.person, &Link::pupil);
  const auto is_ours = [&](const Link& link) { return link.source == task_.feed.name && !link.by_court; };
  std::vector<std::int64_t> adults;
  const auto named = [&](std::int64_t adult) { return std::ranges::find(adults, adult) != adults.end(); };
  if (dossier.ties) {
    for (const Tie& tie : *dossier.ties) {
      const auto adult = facts.adults.find(tie.adult);
      if (adult == facts.adults.end() || adult->second == subject.person || named(adult->second)) {
        ++task_.report.guardianships.refused;
        task_.notes.refuse(dossier.place, {},
                           adult == facts.adults.end() ? "import.dangling_reference" : "import.duplicate_id");
        subject.said = 0;
        continue;
      }
      adults.push_back(adult->second);
      settle_tie(subject, tie, adult->second, standing, facts);
    }
    for (const Link& link : standing) {
      if (!is_ours(link) || named(link.adult)) continue;
      facts.link_turn.out.push_back(ended(link, task_.today()));
      ++task_.report.guardianships.changed;
      task_.touched.insert(subject.orgs.begin(), subject.orgs.end());
    }
  }
  // Guardians are where the children are: those that stay, too, when the pupil changes school.
  for (const Link& link : standing) {
    if (!dossier.ties || !is_ours(link) || named(link.adult)) adults.push_back(link.adult);
  }
  for (const std::int64_t org : subject.orgs) {
    for (const std::int64_t adult : adults) facts.places.need(org, adult);
  }
}

void People::settle_tie(Case& subject, const Tie& tie, std::int64_t adult, std::span<const Link> standing, Facts& facts) {
  Link wanted{subject.person, adult, task_.today(), unit::day(open_end), tie.kind, tie.rights, tie.relationship,
              tie.priority, false, task_.feed.name};
  const auto kind = static_cast<guardian::Kind>(tie.kind);
  const auto sole = std::ranges::any_of(standing, [&](const Link& link) {
    return link.source != task_.feed.name && link.adult != adult && guardian::excludes(kind, static_cast<guardian::Kind>(link.kind));
  });
  if (sole) {
    // Somebody has written down that another one holds the authority alone: the lesser right.
    task_.notes.warn(subject.dossier->place, {}, "guardian.not_sole");
    wanted.kind = static_cast<std::int32_t>(guardian::Kind::in_charge);
    wanted.rights = guardian::given_by(guardian::Kind::in_charge);
    subject.said = 0;
  }
  const auto of_pair = [&](const Link& link) { return link.adult == adult; };
  const auto found = std::ranges::find_if(standing, of_pair);
  const bool guarded = std::ranges::any_of(
      standing, [&](const Link& link) { return of_pair(link) && (link.by_court || link.source != task_.feed.name); });
  if (guarded || (found != standing.end() && same_link(*found, wanted))) {
    ++task_.report.guardianships.unchanged;
    return;
  }
  task_.touched.insert(subject.orgs.begin(), subject.orgs.end());
  if (found == standing.end()) {
    ++task_.report.guardianships.created;
  } else {
    ++task_.report.guardianships.changed;
    if (found->from < task_.today()) {
      facts.link_turn.out.push_back(ended(*found, task_.today()));
    } else {
      wanted.from = found->from;
    }
  }
  facts.link_turn.in.push_back(wanted);
}

}  // namespace ent::interop
