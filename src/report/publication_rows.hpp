/// The rows of what was published, and of who has read it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ent/period.hpp"
#include "ent/report_publication.hpp"
#include "unit/unit.hpp"

namespace ent::report::rows {

/// What stands of these people in a period, by person.
std::map<std::int64_t, Issued> issued(unit::Unit& unit, PeriodId period, std::span<const std::int64_t> people);

/// One to be published.
struct Edition {
  std::int64_t person = 0;
  std::int32_t version = 0;
  std::string hash{};
  std::string data{};
};
/// Puts these in the place of what stands for their people.
void publish(unit::WriteUnit& unit, const unit::Granted& granted, const period::View& period, GroupId division,
             std::span<const Edition> editions, const std::string& reason);

/// What was published of a person: the last period first, and of it the last version first; `org` 0: in all schools.
std::vector<Publication> of_person(unit::Unit& unit, PersonId person, std::int64_t org, bool all_versions);

/// What lies in a publication.
struct Published {
  Publication publication{};
  PersonId person{};
  std::string data{};
};
std::optional<Published> find(unit::Unit& unit, ReportId id);

/// What stands published of a pupil of a class, who is shown as they are known now.
struct Outgoing {
  GroupId division{};
  person::Card pupil{};
  Issued issued{};
  std::string data{};
};
std::vector<Outgoing> of_classes(unit::Unit& unit, const period::View& period, std::span<const GroupId> divisions);

/// What is out from a division for a period, by name of the pupil.
std::vector<Gone> out_of(unit::Unit& unit, const period::View& period, GroupId division);

/// Somebody has read it.
void note_reading(unit::WriteUnit& unit, const unit::Granted& granted, ReportId id);
/// Who has read what was published of a class in a period, by pupil and reader.
std::vector<Reading> readings(unit::Unit& unit, const period::View& period, GroupId division);

}  // namespace ent::report::rows
