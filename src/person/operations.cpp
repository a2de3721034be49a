// Who people are, and the listings of them.
#include "base/page.hpp"
#include "base/text.hpp"
#include "org/functions.hpp"
#include "person/describe.hpp"
#include "person/rows.hpp"
#include "person/rules.hpp"
#include "person/target.hpp"
#include "unit/op.hpp"

namespace ent::person {
namespace {

std::string trimmed(const std::string& text) { return std::string(base::trim(text)); }

std::optional<std::string> trimmed(const std::optional<std::string>& text) {
  return text ? std::optional(trimmed(*text)) : std::nullopt;
}

View view_of(const Person& person, std::vector<Post> posts) {
  return {PersonId{person.person}, person.family_name, person.given_name, person.title, std::move(posts), person.revision};
}

/// The one who was there already, now known in the unit.
Result<View> take(unit::WriteUnit& unit, const unit::Granted& granted, OrgId org, std::span<const std::int64_t> matches) {
  if (matches.size() > 1) return base::fail(Errc::conflict, "person.several_match");
  join(unit, granted, org, matches);
  const auto known = find(unit, org, PersonId{matches.front()});
  unit.rights_changed(granted, org.value);
  unit.publish(granted, "person.was_taken", known->person.person);
  return view_of(known->person, rows::posts_of(unit, org, known->member));
}

/// person.add
Result<View> add_(Write<Perm::person_manage>& unit, const Add& input) {
  // facts
  Person person{0, trimmed(input.family_name), trimmed(input.given_name), trimmed(input.birth_name),
                trimmed(input.other_given_names), input.title, input.sex, input.birth_date, "", 1};
  const auto kind = org::kind_at(unit, input.org_id, unit.today());
  const auto matches = rows::matches(unit, input.org_id, person);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id), no_unit));
  // rule
  if (!kind) return base::fail(Errc::not_found, no_unit);
  ENT_REFUSE(well_formed(input, unit.today()));
  if (!matches.empty() && input.on_match == OnMatch::refuse) return base::fail(Errc::already_exists, "person.known");
  if (!matches.empty() && input.on_match == OnMatch::take) return take(unit, granted, input.org_id, matches);
  // rows
  person.person = unit.take_numbers(granted, 0, "person");
  insert(unit, granted, std::span(&person, 1));
  join(unit, granted, input.org_id, std::span(&person.person, 1));
  unit.rights_changed(granted, input.org_id.value);
  // event
  unit.publish(granted, "person.was_added", person.person);
  return view_of(person, {});
}

/// What is given replaces what stands.
Person changed(Person person, const Change& input) {
  if (input.family_name) person.family_name = trimmed(*input.family_name);
  if (input.given_name) person.given_name = trimmed(*input.given_name);
  if (input.birth_date) person.birth_date = input.birth_date;
  if (input.birth_name) person.birth_name = trimmed(*input.birth_name);
  if (input.other_given_names) person.other_given_names = trimmed(*input.other_given_names);
  if (input.title) person.title = input.title;
  if (input.sex) person.sex = input.sex;
  person.revision += 1;
  return person;
}

/// person.change
Result<View> change_(Write<Perm::person_manage>& unit, const Change& input) {
  // facts
  const auto known = find(unit, input.org_id, input.person_id);
  const auto units = units_of(unit, input.person_id);
  // guard
  ENT_TRY(granted, unit.may(target_of(input.org_id, input.person_id), not_found));
  if (!known) return base::fail(Errc::not_found, not_found);
  // rule
  ENT_REFUSE(unit.expect_revision(known->person.revision));
  ENT_REFUSE(well_formed(input, unit.today()));
  if (!known->person.source.empty()) return base::fail(Errc::failed_precondition, "person.owned_by_feed");
  // rows
  const Person next = changed(known->person, input);
  rows::update(unit, granted, known->person, next);
  if (next.birth_date != known->person.birth_date) unit.rights_changed(granted, units);
  // event
  unit.publish(granted, "person.was_changed", next.person);
  return view_of(next, rows::posts_of(unit, input.org_id, known->member));
}

/// person.get
Result<View> get_(Read<Perm::person_read>& unit, const Get& input) {
  auto known = find(unit, input.org_id, input.person_id);
  const PersonId person = known ? PersonId{known->person.person} : input.person_id;
  ENT_TRY(granted, unit.may(target_of(input.org_id, person), not_found));
  static_cast<void>(granted);
  if (!known) return base::fail(Errc::not_found, not_found);
  return view_of(known->person, rows::posts_of(unit, input.org_id, known->member));
}

/// person.list
Result<Page> list_(Read<Perm::person_read>& unit, const List& input) {
  ENT_TRY(visible, unit.visible_people());
  ENT_TRY(start, base::page_start(input.after, input.limit));
  Page page{rows::list(unit, seen(unit, visible, input.org_id), input, start), {}};
  page.next = base::cut_page(page.items, input.limit, [](const Entry& last) { return place_of(last); });
  return page;
}

/// person.search
Result<Page> search_(Read<Perm::person_read>& unit, const Search& input) {
  ENT_TRY(visible, unit.visible_people());
  ENT_TRY(start, base::page_start(input.after, input.limit));
  ENT_REFUSE(well_formed(input));
  Page page{rows::search(unit, seen(unit, visible, input.org_id), input, start), {}};
  page.next = base::cut_page(page.items, input.limit, [](const Entry& last) { return place_of(last); });
  return page;
}

}  // namespace

extern constexpr Op op_add = op<&add_>("person.add", "0.1");
extern constexpr Op op_change = op<&change_>("person.change", "0.1");
extern constexpr Op op_get = op<&get_>("person.get", "0.1");
extern constexpr Op op_list = op<&list_>("person.list", "0.1");
extern constexpr Op op_search = op<&search_>("person.search", "0.1");

Result<View> add(Session& session, const Add& input, const CallOptions& options) {
  return run<View>(op_add, session, input, options);
}
Result<View> change(Session& session, const Change& input, const CallOptions& options) {
  return run<View>(op_change, session, input, options);
}
Result<View> get(Session& session, const Get& input, const CallOptions& options) {
  return run<View>(op_get, session, input, options);
}
Result<Page> list(Session& session, const List& input, const CallOptions& options) {
  return run<Page>(op_list, session, input, options);
}
Result<Page> search(Session& session, const Search& input, const CallOptions& options) {
  return run<Page>(op_search, session, input, options);
}

}  // namespace ent::person
