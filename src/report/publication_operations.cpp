// Reports are published, and read.
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

#include "access/family.hpp"
#include "base/hex.hpp"
#include "base/text.hpp"
#include "gradebook/frozen.hpp"
#include "gradebook/functions.hpp"
#include "guardian/told.hpp"
#include "person/functions.hpp"
#include "reflect/codec.hpp"
#include "report/assembly.hpp"
#include "report/describe.hpp"
#include "report/publication_rows.hpp"
#include "report/rules.hpp"
#include "report/target.hpp"
#include "unit/op.hpp"

namespace ent::report {
namespace {

constexpr std::string_view no_report = "report.not_found";

std::string sha256_of(const std::string& text) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
  return base::hex(hash);
}

/// As it goes out: one text for one report, since members stand in the order of the type.
rows::Edition edition_of(const Standing& standing) {
  const Report report = as_published(standing.report);
  rows::Edition edition{.person = report.pupil.id.value, .version = standing.issued ? standing.issued->version + 1 : 1};
  reflect::write_json(reflect::TypeOf<Report>::value, &report, edition.data);
  edition.hash = sha256_of(edition.data);
  return edition;
}

/// The reports that are asked for, by their pupils.
void keep_asked(std::vector<Standing>& reports, const std::vector<PersonId>& people) {
  if (people.empty()) return;
  std::erase_if(reports, [&](const Standing& one) { return std::ranges::find(people, one.report.pupil.id) == people.end(); });
}

std::optional<Error> all_there(const std::vector<PersonId>& people, const ClassFacts& facts) {
  base::Fields fields;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto found = std::ranges::find(facts.pupils, people[i], [](const rows::Pupil& pupil) { return pupil.card.id; });
    fields.refuse_if(found == facts.pupils.end(), "/pupil_ids/" + std::to_string(i), "group.no_member");
  }
  return fields.error();
}

std::vector<rows::Edition> editions_of(std::span<const Standing> reports, PublishedCount& count) {
  std::vector<rows::Edition> editions;
  for (const Standing& standing : reports) {
    rows::Edition edition = edition_of(standing);
    if (standing.issued && standing.issued->hash == edition.hash) {
      count.unchanged += 1;
      continue;
    }
    (standing.issued ? count.corrected : count.published) += 1;
    editions.push_back(std::move(edition));
  }
  return editions;
}

/// A guardian's deliveries keep their order.
void tell_families(unit::WriteUnit& unit, const unit::Granted& granted, const ClassFacts& facts, std::span<const rows::Edition> editions) {
  std::vector<std::int64_t> members;
  for (const rows::Pupil& pupil : facts.pupils) {
    if (std::ranges::find(editions, pupil.card.id.value, &rows::Edition::person) != editions.end()) members.push_back(pupil.member);
  }
  for (const guardian::Told& one : guardian::told_results(unit, facts.period.org_id, members, unit.today())) {
    unit.deliver(granted, "report.was_published",
                 fmt::format(R"({{"adult_id":{},"pupil_id":{},"period_id":{}}})", one.adult, one.pupil, facts.period.id.value),
                 fmt::format("report/{}", one.adult));
  }
}

/// report.publish
Result<PublishedCount> publish_(Write<Perm::report_publish>& unit, const Publish& input) {
  // facts
  const Place place(unit, input.period_id, input.division_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.division_id), no_group));
  ENT_REFUSE(place.expect_division());
  // rule
  ENT_REFUSE(well_formed(input));
  gradebook::freeze_with(unit, granted, *place.period, input.division_id, input.pupil_ids);  // before what goes out is read: it goes by it
  const ClassFacts facts = facts_of(unit, *place.period, *place.group, place.schemes, 0);
  if (facts.state != gradebook::PeriodState::published) return base::fail(Errc::failed_precondition, "report.not_published");
  ENT_REFUSE(all_there(input.pupil_ids, facts));
  std::vector<Standing> reports = reports_of(facts, 0);
  keep_asked(reports, input.pupil_ids);
  const bool incomplete = std::ranges::any_of(reports, [](const Standing& one) { return !one.missing.empty(); });
  if (incomplete && !input.incomplete_too) return base::fail(Errc::failed_precondition, "report.incomplete");
  PublishedCount count;
  const auto editions = editions_of(reports, count);
  if (count.corrected > 0 && !input.reason) return base::invalid("/reason", "report.reason_missing");
  // rows
  rows::publish(unit, granted, facts.period, facts.division.id, editions, std::string(base::trim(input.reason.value_or(""))));
  // event
  if (!editions.empty()) {
    unit.publish(granted, "report.was_published", input.division_id.value);
    tell_families(unit, granted, facts, editions);
  }
  return count;
}

/// report.publications
Result<Publications> publications_(Read<Perm::report_read>& unit, const OfPublications& input) {
  const auto pupil = person::find(unit, input.org_id, input.pupil_id);
  const PersonId person = pupil ? PersonId{pupil->person.person} : input.pupil_id;
  ENT_TRY(granted, unit.may(published_of(input.org_id, person), no_person));
  static_cast<void>(granted);
  if (!pupil) return base::fail(Errc::not_found, no_person);
  return Publications{rows::of_person(unit, person, access::is_family(unit.actor().profile) ? 0 : input.org_id.value, input.all_versions)};
}

/// report.published
Result<Snapshot> published_(Write<Perm::report_read>& unit, const OfReport& input) {
  // facts
  auto found = rows::find(unit, input.id);
  const OrgId own{input.id.establishment()}, org = input.org_id.value_or(own);
  // guard
  ENT_TRY(granted, unit.may(found ? published_of(org, found->person) : access::Target{.org = org.value}, no_report));
  if (!found || (org != own && !access::is_family(unit.actor().profile))) return base::fail(Errc::not_found, no_report);
  // rows
  rows::note_reading(unit, granted, input.id);
  return Snapshot{std::move(found->publication), std::move(found->data)};
}

/// report.readings
Result<Readings> readings_(Read<Perm::report_general_comment_write>& unit, const OfClass& input) {
  const Place place(unit, input.period_id, input.division_id);
  ENT_TRY(granted, unit.may(target_of(input.division_id), no_group));
  static_cast<void>(granted);
  ENT_REFUSE(place.expect_division());
  return Readings{rows::readings(unit, *place.period, input.division_id)};
}

}  // namespace

extern constexpr Op op_publish = op<&publish_>("report.publish", "0.1");
extern constexpr Op op_publications = op<&publications_>("report.publications", "0.1");
extern constexpr Op op_published = op<&published_>("report.published", "0.1");
extern constexpr Op op_readings = op<&readings_>("report.readings", "0.1");

Result<PublishedCount> publish(Session& session, const Publish& input, const CallOptions& options) {
  return run<PublishedCount>(op_publish, session, input, options);
}
Result<Publications> publications(Session& session, const OfPublications& input, const CallOptions& options) {
  return run<Publications>(op_publications, session, input, options);
}
Result<Snapshot> published(Session& session, const OfReport& input, const CallOptions& options) {
  return run<Snapshot>(op_published, session, input, options);
}
Result<Readings> readings(Session& session, const OfClass& input, const CallOptions& options) {
  return run<Readings>(op_readings, session, input, options);
}

}  // namespace ent::report
