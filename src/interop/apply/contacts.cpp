// How people are reached and where they live. What was put right by hand stays until the feed says something new.
#include <algorithm>
#include <map>

#include "interop/apply/people.hpp"
#include "unit/dates.hpp"

namespace ent::interop {
namespace {

using person::bulk::Contact;
using person::bulk::Household;
using person::bulk::Residence;

Contact contact_changed_by(Contact contact, const Dossier& dossier) {
  if (dossier.email) contact.email = *dossier.email;
  if (dossier.home_phone) contact.home_phone = *dossier.home_phone;
  if (dossier.work_phone) contact.work_phone = *dossier.work_phone;
  if (dossier.mobile) contact.mobile = *dossier.mobile;
  if (dossier.accepts_sms) contact.accepts_sms = *dossier.accepts_sms;
  if (dossier.shares_address) contact.shares_address = *dossier.shares_address;
  return contact;
}

bool same_contact(const Contact& a, const Contact& b) {
  return a.email == b.email && a.home_phone == b.home_phone && a.work_phone == b.work_phone && a.mobile == b.mobile &&
         a.accepts_sms == b.accepts_sms && a.shares_address == b.shares_address;
}

bool same_address(const Household& a, const Household& b) {
  return a.lines == b.lines && a.postal_code == b.postal_code && a.town == b.town && a.country == b.country;
}

/// The household of each address, made when nobody lives there yet.
class Households {
 public:
  explicit Households(Task& task) : task_(task) {}

  void need(const Address& address) {
    Household household{0, address.lines, address.postal_code, address.town, address.country, 0};
    household.fingerprint = person::bulk::fingerprint(household);
    if (find(household) == nullptr) all_.emplace(household.fingerprint, std::move(household));
  }

  void settle() {
    std::vector<std::int64_t> fingerprints;
    for (const auto& [print, household] : all_) {
      if (fingerprints.empty() || fingerprints.back() != print) fingerprints.push_back(print);
    }
    for (const Household& known : person::bulk::households(task_.unit, fingerprints)) {
      Household* needed = find(known);
      if (needed != nullptr && needed->household == 0) needed->household = known.household;
    }
    std::vector<Household> fresh;
    for (const auto& [print, household] : all_) {
      if (household.household == 0) fresh.push_back(household);
    }
    if (fresh.empty()) return;
    std::int64_t next =
        task_.unit.take_numbers(task_.granted, 0, "household", static_cast<std::int64_t>(fresh.size()));
    task_.keeper.image().households.push_back({next, std::ssize(fresh)});
    for (Household& household : fresh) {
      household.household = next++;
      find(household)->household = household.household;
    }
    person::bulk::insert_households(task_.unit, task_.granted, fresh);
  }

  std::int64_t at(const Address& address) {
    Household household{0, address.lines, address.postal_code, address.town, address.country, 0};
    household.fingerprint = person::bulk::fingerprint(household);
    return find(household)->household;
  }

 private:
  /// Two addresses may share a fingerprint.
  Household* find(const Household& household) {
    const auto [begin, end] = all_.equal_range(household.fingerprint);
    const auto found = std::find_if(begin, end, [&](const auto& entry) { return same_address(entry.second, household); });
    return found == end ? nullptr : &found->second;
  }

  Task& task_;
  std::multimap<std::int64_t, Household> all_;
};

}  // namespace

void People::write_contacts(std::vector<Case>& cases) {
  std::vector<std::int64_t> known;
  for (const Case& subject : cases) {
    if (subject.contact_differs && !subject.is_new) known.push_back(subject.person);
  }
  std::vector<Contact> standing;
  if (!known.empty()) standing = person::bulk::contacts(task_.unit, known);
  std::ranges::sort(standing, {}, &Contact::person);
  std::vector<Contact> changed;
  for (Case& subject : cases) {
    if (!subject.contact_differs) continue;
    const auto found = of_person(standing, subject.person);
    const Contact before = found.empty() ? Contact{.person = subject.person} : found.front();
    Contact next = contact_changed_by(before, *subject.dossier);
    if (same_contact(next, before)) continue;
    next.revision += 1;
    subject.changed = true;
    if (!subject.is_new) {
      Image& image = task_.keeper.image();
      if (!found.empty()) image.contacts_before.push_back(before);
      image.contacts_after.push_back(next);
    }
    changed.push_back(std::move(next));
  }
  person::bulk::put_contacts(task_.unit, task_.granted, changed);
}

void People::write_addresses(std::vector<Case>& cases) {
  std::vector<Case*> moving;
  std::vector<std::int64_t> known;
  Households households(task_);
  for (Case& subject : cases) {
    const auto& address = subject.dossier->address;
    if (!subject.contact_differs || !address || (subject.is_new && address->empty())) continue;
    moving.push_back(&subject);
    if (!subject.is_new) known.push_back(subject.person);
    if (!address->empty()) households.need(*address);
  }
  if (moving.empty()) return;
  households.settle();
  std::vector<Residence> standing;
  if (!known.empty()) standing = person::bulk::residences(task_.unit, known, task_.today());
  std::ranges::sort(standing, {}, &Residence::person);
  std::vector<Residence> fresh, ended;
  for (Case* subject : moving) {
    const Address& address = *subject->dossier->address;
    const std::int64_t home = address.empty() ? 0 : households.at(address);
    bool at_home = false;
    for (Residence residence : of_person(standing, subject->person)) {
      if (residence.household == home) {
        at_home = true;
      } else if (residence.fingerprint != 0) {  // a second home that was entered by hand stays
        residence.to = std::max(residence.from, task_.today());
        ended.push_back(residence);
        subject->changed = true;
      }
    }
    if (!at_home && home != 0) fresh.push_back({subject->person, home, task_.today(), unit::day(open_end), 0});
    subject->changed |= !at_home && home != 0;
  }
  std::vector<Residence> written = ended;
  written.insert(written.end(), fresh.begin(), fresh.end());
  task_.keeper.homes(written);
  person::bulk::end_residences(task_.unit, task_.granted, ended);
  person::bulk::insert_residences(task_.unit, task_.granted, fresh);
}

}  // namespace ent::interop
