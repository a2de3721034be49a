// Who people are: found by their keys, made, corrected.
#include "interop/apply/people.hpp"

#include <algorithm>

#include "interop/hash.hpp"
#include "unit/dates.hpp"

namespace ent::interop {
namespace {

constexpr std::string_view national_feed = "ine";

bool says_contact(const Dossier& dossier) {
  return dossier.email || dossier.home_phone || dossier.work_phone || dossier.mobile || dossier.accepts_sms ||
         dossier.shares_address || dossier.address;
}

std::int64_t contact_hash(const Dossier& dossier) {
  Hash hash;
  for (const Text& text : {dossier.email, dossier.home_phone, dossier.work_phone, dossier.mobile}) hash.add(text);
  hash.add(dossier.accepts_sms ? std::optional<std::int64_t>(*dossier.accepts_sms) : std::nullopt);
  hash.add(dossier.shares_address ? std::optional<std::int64_t>(*dossier.shares_address) : std::nullopt);
  if (dossier.address) {
    hash.add(dossier.address->lines);
    hash.add(dossier.address->postal_code);
    hash.add(dossier.address->town);
    hash.add(dossier.address->country);
  }
  return hash.value();
}

/// An empty text says that there is none.
void put(std::optional<std::string>& column, const Text& said) {
  if (!said) return;
  column = said->empty() ? std::nullopt : said;
}

person::Person person_changed_by(person::Person person, const Dossier& dossier) {
  if (dossier.family_name) person.family_name = *dossier.family_name;
  if (dossier.given_name) person.given_name = *dossier.given_name;
  put(person.birth_name, dossier.birth_name);
  put(person.other_given_names, dossier.other_given_names);
  if (dossier.title) person.title = dossier.title;
  if (dossier.sex) person.sex = dossier.sex;
  if (dossier.birth_date) person.birth_date = dossier.birth_date;
  return person;
}

bool same_person(const person::Person& a, const person::Person& b) {
  return a.family_name == b.family_name && a.given_name == b.given_name && a.birth_name == b.birth_name &&
         a.other_given_names == b.other_given_names && a.title == b.title && a.sex == b.sex &&
         a.birth_date == b.birth_date && a.source == b.source;
}

template <class T>
std::int64_t size_of(const std::optional<std::vector<T>>& list) {
  return list ? static_cast<std::int64_t>(list->size()) : 0;
}

}  // namespace

void People::apply(std::span<const Dossier> dossiers) {
  task_.report.records += static_cast<std::int64_t>(dossiers.size());
  std::vector<Case> cases = sort_out(dossiers);
  if (cases.empty()) return;
  find_by_national_number(cases);
  write_identity(cases);
  write_contacts(cases);
  write_addresses(cases);
  write_facts(cases);
  write_numbers(cases);
  write_references(cases);
  task_.keeper.flush();
  for (const Case& subject : cases) {
    ++(subject.is_new ? task_.report.people.created
                      : subject.changed ? task_.report.people.changed : task_.report.people.unchanged);
  }
}

std::int64_t People::hash_of(const Dossier& dossier) const {
  Hash hash;
  hash.add(static_cast<std::int64_t>(dossier.kind));
  hash.add(std::int64_t{task_.feed.school_year});
  for (const Text& text : {dossier.family_name, dossier.given_name, dossier.birth_name, dossier.other_given_names,
                           dossier.national_number, dossier.level})
    hash.add(text);
  hash.add(dossier.local_number ? Text(dossier.local_number->number) : std::nullopt);
  hash.add(std::int64_t{dossier.title ? static_cast<int>(*dossier.title) : 0});
  hash.add(std::int64_t{dossier.sex ? static_cast<int>(*dossier.sex) : 0});
  hash.add(dossier.birth_date ? std::optional(unit::day(*dossier.birth_date)) : std::nullopt);
  hash.add(contact_hash(dossier));
  const auto group = [&](std::int32_t place) {
    hash.add(directory_.org_of_group(place));
    hash.add(directory_.number_of(place));
  };
  hash.add(size_of(dossier.posts));
  for (const Post& post : dossier.posts.value_or(std::vector<Post>{})) {
    hash.add(directory_.org_of(post.unit));
    hash.add(static_cast<std::int64_t>(post.profile));
    hash.add(std::int64_t{post.function});
  }
  for (const auto* stays : {&dossier.divisions, &dossier.groups}) {
    hash.add(size_of(*stays));
    if (!*stays) continue;
    for (const Membership& stay : **stays) {
      group(stay.group);
      hash.add(stay.level);
      hash.add(stay.from ? std::optional(unit::day(*stay.from)) : std::nullopt);
      hash.add(stay.to ? std::optional(unit::day(*stay.to)) : std::nullopt);
      hash.add(std::int64_t{stay.regime});
    }
  }
  hash.add(size_of(dossier.roles));
  for (const Role& role : dossier.roles.value_or(std::vector<Role>{})) {
    group(role.group);
    hash.add(std::int64_t{role.role});
  }
  hash.add(size_of(dossier.services));
  for (const Service& service : dossier.services.value_or(std::vector<Service>{})) {
    group(service.group);
    hash.add(service.subject);
  }
  hash.add(size_of(dossier.ties));
  for (const Tie& tie : dossier.ties.value_or(std::vector<Tie>{})) {
    hash.add(tie.adult);
    for (const std::int32_t number : {tie.relationship, tie.kind, tie.rights, tie.priority}) hash.add(std::int64_t{number});
  }
  return hash.value();
}

void People::count_unchanged(const Dossier& dossier) {
  ImportReport& report = task_.report;
  ++report.people.unchanged;
  report.affiliations.unchanged += size_of(dossier.posts);
  report.memberships.unchanged += size_of(dossier.divisions) + size_of(dossier.groups);
  report.roles.unchanged += size_of(dossier.roles);
  report.services.unchanged += size_of(dossier.services);
  report.guardianships.unchanged += size_of(dossier.ties);
}

/// Looks up who is known, and lets pass who says the same_person as last time.
std::vector<Case> People::sort_out(std::span<const Dossier> dossiers) {
  std::vector<std::string> keys;
  keys.reserve(dossiers.size());
  for (const Dossier& dossier : dossiers) keys.push_back(dossier.key);
  const auto known = person::bulk::find(task_.unit, task_.feed.name, keys);
  TextMap<const person::bulk::Referred*> by_key;
  for (const auto& referred : known) by_key.emplace(referred.reference.key, &referred);

  std::vector<Case> cases;
  std::vector<person::bulk::Reference> gone;
  TextMap<bool> fresh;
  for (const Dossier& dossier : dossiers) {
    const auto refuse = [&](std::string_view reason) {
      ++task_.report.people.refused;
      task_.notes.refuse(dossier.place, {}, reason);
    };
    const auto found = by_key.find(dossier.key);
    if (found == by_key.end()) {
      if (dossier.gone || dossier.partial) {
        refuse("import.unknown_key");
      } else if (!fresh.emplace(dossier.key, true).second) {
        refuse("import.duplicate_id");
      } else {
        cases.push_back({.dossier = &dossier, .is_new = true, .owned = true});
      }
      continue;
    }
    const person::bulk::Reference& reference = found->second->reference;
    if (dossier.gone) {
      if (!reference.marked_on) gone.push_back(reference);
      continue;
    }
    if (!seen_[static_cast<std::size_t>(dossier.kind)].insert(reference.person)) {
      refuse("import.duplicate_id");
      continue;
    }
    const std::int64_t said = dossier.partial || dossier.doubtful ? 0 : hash_of(dossier);
    const bool same_kind = reference.kind == static_cast<std::int32_t>(dossier.kind);
    if (said != 0 && said == reference.said && same_kind && !reference.marked_on) {
      count_unchanged(dossier);
      continue;
    }
    Case subject{.dossier = &dossier, .person = reference.person, .is_back = reference.marked_on.has_value()};
    subject.before = found->second->person;
    subject.reference_before = reference;
    subject.adopted = reference.kind == 0;  // the key was given by hand
    subject.owned = subject.adopted || subject.before.source == task_.feed.name;
    subject.said = said;
    const std::int64_t contact = contact_hash(dossier);
    subject.contact_differs = says_contact(dossier) && (dossier.partial || contact != reference.said_contact);
    subject.said_contact = dossier.partial ? (says_contact(dossier) ? 0 : reference.said_contact) : contact;
    cases.push_back(std::move(subject));
  }
  mark(gone);
  return cases;
}

/// A pupil keeps the national number through all schools: the feed may bring somebody whom another one brought.
void People::find_by_national_number(std::vector<Case>& cases) {
  std::vector<std::string> numbers;
  for (const Case& subject : cases) {
    const Text& number = subject.dossier->national_number;
    if (subject.is_new && number && !number->empty()) numbers.push_back(*number);
  }
  if (numbers.empty()) return;
  const auto known = person::bulk::find(task_.unit, std::string(national_feed), numbers);
  for (Case& subject : cases) {
    const Text& number = subject.dossier->national_number;
    if (!subject.is_new || !number || number->empty()) continue;
    const auto found =
        std::ranges::find_if(known, [&](const auto& referred) { return referred.reference.key == *number; });
    if (found == known.end()) continue;
    // Two records of one pupil: the second stays a person of its own, for somebody to look at.
    if (!seen_[static_cast<std::size_t>(subject.dossier->kind)].insert(found->reference.person)) {
      task_.notes.warn(subject.dossier->place, {}, "import.national_number_taken");
      continue;
    }
    subject.is_new = false;
    subject.adopted = true;
    subject.person = found->reference.person;
    subject.before = found->person;
  }
}

void People::write_identity(std::vector<Case>& cases) {
  for (Case& subject : cases) {
    subject.turn = task_.today();
    if (!subject.is_new && !subject.adopted) continue;
    subject.said = subject.dossier->partial || subject.dossier->doubtful ? 0 : hash_of(*subject.dossier);
    subject.said_contact = contact_hash(*subject.dossier);
    subject.contact_differs = says_contact(*subject.dossier);
  }
  insert_new(cases);
  update_known(cases);
}

void People::insert_new(std::vector<Case>& cases) {
  std::vector<person::Person> fresh;
  std::vector<std::string> numbers;
  std::vector<std::int64_t> whose;
  for (const Case& subject : cases) {
    if (!subject.is_new) continue;
    person::Person made;
    made.source = task_.feed.name;
    fresh.push_back(person_changed_by(std::move(made), *subject.dossier));
  }
  if (!fresh.empty()) {
    std::int64_t next =
        task_.unit.take_numbers(task_.granted, 0, "person", static_cast<std::int64_t>(fresh.size()));
    std::size_t i = 0;
    for (Case& subject : cases) {
      if (!subject.is_new) continue;
      fresh[i].person = next++;
      subject.person = fresh[i].person;
      subject.before = fresh[i++];
      seen_[static_cast<std::size_t>(subject.dossier->kind)].insert(subject.person);
    }
    person::insert(task_.unit, task_.granted, fresh);
    task_.keeper.image().people.push_back({fresh.front().person, std::ssize(fresh)});
  }
  TextMap<bool> given;
  std::vector<std::string> to_known;
  for (const Case& subject : cases) {
    const Text& number = subject.dossier->national_number;
    if (!number || number->empty()) continue;
    if (!given.emplace(*number, true).second) {
      task_.notes.warn(subject.dossier->place, {}, "import.national_number_taken");
      continue;
    }
    numbers.push_back(*number);
    whose.push_back(subject.person);
    if (!subject.is_new) to_known.push_back(*number);
  }
  keep_national_numbers(std::move(to_known));
  person::bulk::refer_new(task_.unit, task_.granted, std::string(national_feed), numbers, whose);
}

/// National numbers that people who stood already are given now.
void People::keep_national_numbers(std::vector<std::string> numbers) {
  if (numbers.empty()) return;
  for (const auto& known : person::bulk::references(task_.unit, std::string(national_feed), numbers))
    std::erase(numbers, known.key);
  auto& kept = task_.keeper.image().national_numbers;
  kept.insert(kept.end(), numbers.begin(), numbers.end());
}

/// The feed that brought somebody last owns who they are; what another one or a hand entered stays.
void People::update_known(std::vector<Case>& cases) {
  std::vector<person::Person> before, after;
  for (Case& subject : cases) {
    if (subject.is_new) continue;
    subject.changed = subject.is_back || subject.adopted;
    if (!subject.owned && !subject.adopted) continue;
    person::Person next = person_changed_by(subject.before, *subject.dossier);
    next.source = task_.feed.name;
    if (same_person(next, subject.before)) continue;
    subject.changed = true;
    next.revision += 1;
    before.push_back(subject.before);
    after.push_back(std::move(next));
  }
  person::bulk::update(task_.unit, task_.granted, before, after);
  Image& image = task_.keeper.image();
  image.people_before.insert(image.people_before.end(), before.begin(), before.end());
  image.people_after.insert(image.people_after.end(), after.begin(), after.end());
}

void People::write_references(const std::vector<Case>& cases) {
  std::vector<person::bulk::Reference> references;
  for (const Case& subject : cases) {
    const std::int64_t said = subject.dossier->doubtful ? 0 : subject.said;
    references.push_back({subject.dossier->key, subject.person, static_cast<std::int32_t>(subject.dossier->kind), said,
                          subject.said_contact, std::nullopt});
    if (subject.is_new) continue;
    if (subject.reference_before) task_.keeper.image().keys_before.push_back(*subject.reference_before);
    task_.keeper.image().keys_after.push_back(references.back());
  }
  person::bulk::refer(task_.unit, task_.granted, task_.feed.name, references);
}

}  // namespace ent::interop
