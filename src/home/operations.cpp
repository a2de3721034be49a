#include <sodium.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "attendance/functions.hpp"
#include "base/error.hpp"
#include "base/hex.hpp"
#include "base/text.hpp"
#include "gradebook/functions.hpp"
#include "home/describe.hpp"
#include "home/lessons.hpp"
#include "home/reader.hpp"
#include "home/rows.hpp"
#include "home/rules.hpp"
#include "home/work.hpp"
#include "homework/functions.hpp"
#include "reflect/codec.hpp"
#include "skill/latest.hpp"
#include "unit/op.hpp"

namespace ent::home {
namespace {

constexpr std::string_view not_found = "account.not_found";
constexpr std::chrono::days ahead{6};  ///< The seventh day is this far away.
constexpr std::chrono::days back{61};
constexpr std::size_t most_items = 20;
constexpr std::size_t most_marks = 5;
constexpr std::size_t most_levels = 5;
constexpr std::size_t most_claims = 5;

/// Oneself, where one first acts under the profile.
access::Target target_of(const unit::Unit& unit, const std::vector<access::Place>& places) {
  const auto first = std::ranges::find(places, unit.actor().profile, &access::Place::profile);
  return {.org = first == places.end() ? 0 : first->org, .person = unit.actor().person};
}

using Said = std::map<std::pair<std::int64_t, std::string>, Interface>;

Pupil pupil_of(const Reader& reader, const Ward& ward, const Said& said, Date today) {
  Pupil pupil{.person = ward.card, .org_id = ward.org(), .org_name = reader.name_of(ward.org().value)};
  const auto division = std::ranges::find_if(ward.stays, [&](const group::Stayed& stay) {
    return stay.kind == group::Kind::division && stay.attendance.period.contains(today);
  });
  std::string level;
  if (division != ward.stays.end()) {
    pupil.division_id = GroupId{division->attendance.group};
    pupil.division_name = division->name;
    level = division->level;
  }
  if (!level.empty()) pupil.level = level;
  const org::Named* school = reader.unit(ward.org().value);
  const auto own = said.find({ward.org().value, base::fold(level)});
  pupil.interface = own != said.end() ? own->second : interface_of(level, school == nullptr ? std::nullopt : school->degree);
  return pupil;
}

std::vector<Pupil> pupils_of(unit::Unit& unit, const Reader& reader) {
  std::set<std::int64_t> orgs;
  for (const Ward& ward : reader.wards) orgs.insert(ward.org().value);
  const Said said = rows::said(unit, std::vector(orgs.begin(), orgs.end()));
  std::vector<Pupil> pupils;
  for (const Ward& ward : reader.wards) pupils.push_back(pupil_of(reader, ward, said, unit.at()));
  return pupils;
}

Me me_of(const Reader& reader, const std::vector<Pupil>& pupils) {
  Me me{reader.card, reader.profile, Interface::adult, {}};
  if (reader.profile == Profile::pupil && !pupils.empty()) me.interface = pupils.front().interface;
  for (const access::Place& place : reader.places) me.profiles.push_back({place.profile, {place.org}, reader.name_of(place.org)});
  return me;
}

/// Lets so many things of each pupil through.
class Quota {
 public:
  explicit Quota(std::size_t most) : most_(most) {}
  bool allows(std::int64_t member) { return taken_[member]++ < most_; }

 private:
  std::size_t most_;
  std::map<std::int64_t, std::size_t> taken_;
};

void add_homework(unit::Unit& unit, const Reader& reader, View& view) {
  std::vector<homework::Attending> pupils;
  for (const Ward& ward : reader.wards) {
    if (!ward.homework) continue;
    homework::Attending& pupil = pupils.emplace_back(ward.member, ward.card.id);
    for (const group::Stayed& stay : ward.stays) pupil.stays.push_back(stay.attendance);
  }
  Quota quota(most_items);
  for (homework::Due& due : homework::of_family(unit, pupils, unit.at(), unit.at() + ahead)) {
    if (!due.homework.done.value_or(false)) view.counts->homework_due += 1;
    if (!quota.allows(due.member)) continue;
    view.homework_due.push_back({reader.ward(due.member).card.id, std::move(due.homework)});
  }
}

/// Who teaches is told how many say that they have done it, where that tells of nobody in particular.
void add_given(unit::Unit& unit, const Reader& reader, View& view) {
  if (reader.posts.empty()) return;
  for (homework::Given& one : homework::given_by(unit, reader.posts, unit.at(), unit.at() + ahead)) {
    view.counts->homework_due += 1;
    if (view.homework_due.size() == most_items) continue;
    HomeworkDue& due = view.homework_due.emplace_back();
    due.homework = std::move(one.homework);
    due.pupils = one.pupils;
    if (one.pupils >= smallest_cell) due.done = one.done;
  }
}

void add_marks(unit::Unit& unit, const Reader& reader, View& view) {
  std::vector<gradebook::Assessed> pupils;
  for (const Ward& ward : reader.wards) pupils.push_back({ward.member, ward.card.id});
  for (gradebook::Latest& one : gradebook::latest_of(unit, pupils, unit.at() - back, unit.at(), most_marks)) {
    view.last_marks.push_back({reader.ward(one.member).card.id, std::move(one.subject_name), std::move(one.mark)});
  }
}

void add_skills(unit::Unit& unit, const Reader& reader, View& view) {
  std::vector<std::int64_t> members;
  for (const Ward& ward : reader.wards) {
    if (ward.skills) members.push_back(ward.member);
  }
  const bool guardian = reader.profile == Profile::guardian;
  const skill::Shown shown{.to_pupils = !guardian, .to_parents = guardian};
  skill::Latest latest = skill::latest_of(unit, members, shown, {unit.at() - back, unit.at()});
  Quota levels(most_levels), claims(most_claims);
  for (skill::LatestLevel& one : latest.levels) {
    if (!levels.allows(one.member)) continue;
    view.last_levels.push_back({reader.ward(one.member).card.id, std::move(one.level)});
  }
  for (skill::LatestClaim& one : latest.claims) {
    if (!claims.allows(one.member)) continue;
    one.claim.pupil = reader.ward(one.member).card;
    view.last_claims.push_back({std::move(one.claim), std::move(one.symbol), std::move(one.colour)});
  }
}

void add_absences(unit::Unit& unit, const Reader& reader, View& view) {
  std::vector<std::int64_t> members;
  for (const Ward& ward : reader.wards) {
    if (ward.attendance) members.push_back(ward.member);
  }
  Quota quota(most_items);
  for (attendance::Unexplained& one : attendance::unexplained(unit, members, unit.at() - back, unit.at())) {
    view.counts->absences_to_justify += 1;
    if (!quota.allows(one.member)) continue;
    view.absences_to_justify.push_back({std::move(one.entry), reader.ward(one.member).justify});
  }
}

/// A hash of all that is said: it changes with the answer, and only with it.
std::string etag_of(const View& view) {
  std::string bytes;
  reflect::write_bytes(reflect::TypeOf<View>::value, &view, bytes);
  std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
  return base::hex(hash);
}

/// home.show
Result<View> show_(Read<Perm::account_use>& unit, const Show& input) {
  auto places = unit.places_of(unit.actor().person);
  ENT_TRY(granted, unit.may(target_of(unit, places), not_found));
  static_cast<void>(granted);
  const Reader reader = reader_of(unit, std::move(places), unit.at(), unit.at() + ahead);
  View view{.counts = Counts{}};
  view.pupils = pupils_of(unit, reader);
  view.me = me_of(reader, view.pupils);
  view.schools = schools_of(unit, reader);
  view.spaces = spaces_of(reader.profile, view.me->interface);
  view.administration = administration_of(reader.profile);
  view.next_lessons = next_lessons(unit, reader, unit.at(), unit.at() + ahead);
  add_homework(unit, reader, view);
  add_given(unit, reader, view);
  add_marks(unit, reader, view);
  add_skills(unit, reader, view);
  add_absences(unit, reader, view);
  add_work(unit, reader, view);
  view.etag = etag_of(view);
  if (input.etag == view.etag) return View{.etag = std::move(view.etag), .not_modified = true};
  return view;
}

}  // namespace

extern constexpr Op op_show = op<&show_>("home.show", "0.1");

Result<View> show(Session& session, const Show& input, const CallOptions& options) {
  return run<View>(op_show, session, input, options);
}

}  // namespace ent::home
