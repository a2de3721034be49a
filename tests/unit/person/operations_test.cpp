// People as the staff of two schools know them: added, found, reached, merged and told apart again.
#include <boost/test/unit_test.hpp>

#include "support/small_school.hpp"

namespace {

using namespace ent;
using person::OnMatch;
using test::day;
using test::reason;
using Names = std::vector<std::string>;

struct Town : test::SmallSchool {
  PersonId lea = pupil("Martin", "Léa", day(2016, 2, 14));
  PersonId mother = person("Martin-Leroy", "Hélène");

  Names found(Session session, const char* words) {
    Names names;
    for (const auto& entry : person::search(session, {.words = words}).value().items) names.push_back(entry.given_name);
    return names;
  }

  Names listed(Session session, std::optional<Profile> profile = {}) {
    Names names;
    for (const auto& entry : person::list(session, {.org_id = school, .profile = profile}).value().items) {
      names.push_back(entry.given_name);
    }
    return names;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(person_operations, Town)

BOOST_AUTO_TEST_CASE(nobody_is_added_twice_by_accident) {
  person::Add again{.org_id = other_school, .family_name = "MARTIN", .given_name = "lea", .birth_date = day(2016, 2, 14)};
  BOOST_TEST(reason(person::add(host, again)) == "person.known");
  again.on_match = OnMatch::take;
  BOOST_TEST((person::add(host, again).value().id == lea));
  again.on_match = OnMatch::add;
  BOOST_TEST((person::add(host, again).value().id != lea));
  again.on_match = OnMatch::take;
  BOOST_TEST(reason(person::add(host, again)) == "person.several_match");
}

BOOST_AUTO_TEST_CASE(without_a_birth_date_only_the_unit_counts) {
  person::Add unknown{.org_id = other_school, .family_name = "Martin", .given_name = "Léa"};
  BOOST_TEST(reason(person::add(host, unknown)) == "done");
  BOOST_TEST(reason(person::add(host, unknown)) == "person.known");
}

BOOST_AUTO_TEST_CASE(who_may_add_people) {
  const person::Add input{.org_id = school, .family_name = "Fabre", .given_name = "Ali"};
  BOOST_TEST(reason(person::add(as_teacher, input)) == "access.denied");
  BOOST_TEST(reason(person::add(as_office, input)) == "done");
  person::Add elsewhere = input;
  elsewhere.org_id = other_school;
  BOOST_TEST(reason(person::add(as_office, elsewhere)) == "org.not_found");
}

BOOST_AUTO_TEST_CASE(names_are_found_by_their_beginnings_in_any_order) {
  link(lea, mother).value();
  BOOST_TEST(found(as_teacher, "mart") == (Names{"Léa", "Hélène"}), boost::test_tools::per_element());
  BOOST_TEST(found(as_teacher, "LEA mar") == (Names{"Léa"}), boost::test_tools::per_element());
  BOOST_TEST(found(as_teacher, "hél lér") == (Names{"Hélène"}), boost::test_tools::per_element());
  BOOST_TEST(found(as_teacher, "artin").empty());
  BOOST_TEST(found(as_teacher, "martin paul").empty());
  BOOST_TEST(reason(person::search(as_teacher, {.words = " - "})) == "text.too_short");
}

BOOST_AUTO_TEST_CASE(a_search_shows_only_whom_one_may_know) {
  link(lea, mother).value();
  const PersonId tom = pupil("Marchand", "Tom");
  Session as_mother = as(mother, Profile::guardian);
  BOOST_TEST(found(as_mother, "mar") == (Names{"Léa", "Hélène"}), boost::test_tools::per_element());
  BOOST_TEST(reason(person::get(as_mother, {.org_id = school, .person_id = tom})) == "person.not_found");
  Session stranger = as(PersonId{4711}, Profile::teacher);
  BOOST_TEST(found(stranger, "mar").empty());
}

BOOST_AUTO_TEST_CASE(a_search_comes_in_pages) {
  const PersonId both = person("Durand", "Luc", day(1980, 4, 2));
  person::affiliate(host, {.org_id = school, .person_id = both, .profile = Profile::teacher}).value();
  person::add(host, {.org_id = other_school,
                     .family_name = "Durand",
                     .given_name = "Luc",
                     .birth_date = day(1980, 4, 2),
                     .on_match = OnMatch::take})
      .value();
  person::affiliate(host, {.org_id = other_school, .person_id = both, .profile = Profile::teacher}).value();
  const PersonId zoe = pupil("Durand", "Zoé");
  person::Search input{.words = "dur", .limit = 1};
  std::vector<std::pair<PersonId, OrgId>> seen;
  for (;;) {
    const auto page = person::search(host, input).value();
    for (const auto& entry : page.items) seen.emplace_back(entry.id, entry.org_id);
    if (!page.next) break;
    input.after = page.next;
  }
  const std::vector<std::pair<PersonId, OrgId>> expected{{head, school}, {both, school}, {both, other_school}, {zoe, school}};
  BOOST_TEST((seen == expected));
}

BOOST_AUTO_TEST_CASE(the_directory_of_a_school_is_listed_by_name_and_profile) {
  link(lea, mother).value();
  BOOST_TEST(listed(as_teacher) == (Names{"Anne", "Léa", "Hélène", "Paul", "Odile"}), boost::test_tools::per_element());
  BOOST_TEST(listed(as_teacher, Profile::pupil) == (Names{"Léa"}), boost::test_tools::per_element());
  BOOST_TEST(listed(as_teacher, Profile::guardian) == (Names{"Hélène"}), boost::test_tools::per_element());
  BOOST_TEST(listed(as_teacher.at(day(2026, 8, 31))).empty());
  const auto first = person::list(as_teacher, {.org_id = school, .limit = 3}).value();
  const auto second = person::list(as_teacher, {.org_id = school, .limit = 3, .after = first.next}).value();
  BOOST_TEST_REQUIRE(second.items.size() == 2U);
  BOOST_TEST(second.items[0].given_name == "Paul");
  BOOST_TEST(!second.next.has_value());
}

BOOST_AUTO_TEST_CASE(those_who_keep_the_register_see_who_has_just_left) {
  group::leave(as_head, {.org_id = school, .pupil_id = lea, .valid_to = day(2026, 9, 10)}).value();
  BOOST_TEST(reason(person::get(as_teacher, {.org_id = school, .person_id = lea})) == "person.not_found");
  BOOST_TEST(reason(person::get(as_office, {.org_id = school, .person_id = lea})) == "done");
  BOOST_TEST(listed(as_office, Profile::pupil).empty());  // but not as a pupil of today
  BOOST_TEST(listed(as_office.at(day(2026, 9, 9)), Profile::pupil).size() == 1U);
  BOOST_TEST(listed(as_teacher.at(day(2026, 9, 9)), Profile::pupil).empty());
}

BOOST_AUTO_TEST_CASE(a_changed_name_is_found_and_the_old_one_is_not) {
  person::Change input{.org_id = school, .person_id = lea, .family_name = "Lambert", .birth_name = "Martin"};
  const auto changed = person::change(as_office, input).value();
  BOOST_TEST(changed.revision == 2);
  BOOST_TEST(found(as_teacher, "lamb").size() == 1U);
  BOOST_TEST(found(as_teacher, "martin").size() == 1U);  // the birth name
  input.birth_name = "Roux";
  person::change(as_office, input).value();
  BOOST_TEST(found(as_teacher, "martin").empty());
  BOOST_TEST(reason(person::change(as_office, input, {.if_revision = 2})) == "call.stale_revision");
  BOOST_TEST(reason(person::change(as_teacher, input)) == "access.denied");
}

BOOST_AUTO_TEST_CASE(a_post_is_given_by_somebody_else) {
  const PersonId clerk = staff("Noir", "Luc", Profile::office);
  person::Affiliate input{.org_id = school, .person_id = clerk, .profile = Profile::school_life, .function = Function::cpe};
  BOOST_TEST(reason(person::affiliate(as_office, input)) == "access.denied");
  BOOST_TEST(reason(person::affiliate(as_head, input)) == "done");
  BOOST_TEST(reason(person::affiliate(as_head, input)) == "person.has_post");
  input.person_id = head;
  BOOST_TEST(reason(person::affiliate(as_head, input)) == "person.own_post");
  input.person_id = clerk;
  input.function = Function::nurse;
  BOOST_TEST(reason(person::affiliate(as_head, input)) == "person.function_unfit");
  input.profile = Profile::academy;
  input.function.reset();
  BOOST_TEST(reason(person::affiliate(as_head, input)) == "person.profile_misplaced");
  input.profile = Profile::pupil;
  BOOST_TEST(reason(person::affiliate(as_head, input)) == "person.profile_derived");
  input.profile = Profile::teacher;
  input.valid_to = day(2026, 9, 14);
  BOOST_TEST(reason(person::affiliate(as_head, input)) == "period.empty");
  const person::EndAffiliation end{
      .org_id = school, .person_id = clerk, .profile = Profile::school_life, .function = Function::cpe};
  BOOST_TEST(reason(person::end_affiliation(as_head, end)) == "done");
  BOOST_TEST(reason(person::end_affiliation(as_head, end)) == "person.no_post");
}

BOOST_AUTO_TEST_CASE(posts_elsewhere_are_shown_to_those_who_may_know) {
  person::add(host, {.org_id = other_school, .family_name = "Moreau", .given_name = "Paul", .on_match = OnMatch::take}).value();
  const PersonId paul = person::add(host, {.org_id = other_school, .family_name = "Caron", .given_name = "Rose"}).value().id;
  person::affiliate(host, {.org_id = other_school, .person_id = paul, .profile = Profile::head, .valid_from = begin}).value();
  const person::Get about{.org_id = school, .person_id = teacher};
  BOOST_TEST(person::affiliations(as_head, about).value().items.size() == 1U);
}

BOOST_AUTO_TEST_CASE(phones_and_addresses_are_for_those_who_need_them) {
  link(lea, mother).value();
  const PersonId father = person("Girard", "Éric");
  link(lea, father).value();
  const person::Address hers{.lines = {"1 rue des Lilas"}, .postal_code = "99001", .town = "Montfleury"};
  const person::Address his{.lines = {"2 place du Lac", "Bât. B"}, .postal_code = "99002", .town = "Valbourg"};
  person::move(as_office, {.org_id = school, .person_id = mother, .address = hers}).value();
  person::move(as_office, {.org_id = school, .person_id = father, .address = his}).value();
  person::move(as_office, {.org_id = school, .person_id = lea, .to_person_id = mother}).value();
  person::move(as_office, {.org_id = school, .person_id = lea, .to_person_id = father, .keeps_others = true}).value();

  const person::Get about_lea{.org_id = school, .person_id = lea};
  BOOST_TEST(person::details(as_office, about_lea).value().addresses.size() == 2U);
  Session as_father = as(father, Profile::guardian);
  const auto to_him = person::details(as_father, about_lea).value();
  BOOST_TEST_REQUIRE(to_him.addresses.size() == 1U);
  BOOST_TEST(to_him.addresses[0].town == "Valbourg");
  BOOST_TEST(to_him.addresses[0].lines.size() == 2U);
  BOOST_TEST(reason(person::details(as_father, {.org_id = school, .person_id = mother})) == "person.not_found");
  BOOST_TEST(reason(person::details(as_teacher, about_lea)) == "access.denied");
  group::give_role(as_head, {.id = division, .person_id = teacher, .role = group::Role::main_teacher}).value();
  BOOST_TEST(reason(person::details(as_teacher, about_lea)) == "done");
  BOOST_TEST(reason(person::details(as_teacher, {.org_id = school, .person_id = father})) == "done");
}

BOOST_AUTO_TEST_CASE(who_moves_has_lived_elsewhere_before) {
  const person::Address old_place{.lines = {"1 rue des Lilas"}, .postal_code = "99001", .town = "Montfleury"};
  const person::Address new_place{.lines = {"9 quai Neuf"}, .postal_code = "99003", .town = "Rives", .country = "BE"};
  person::move(as_office, {.org_id = school, .person_id = lea, .address = old_place, .valid_from = begin}).value();
  person::move(as_office, {.org_id = school, .person_id = lea, .address = new_place}).value();
  const person::Get about{.org_id = school, .person_id = lea};
  BOOST_TEST_REQUIRE(person::details(as_office, about).value().addresses.size() == 1U);
  BOOST_TEST(person::details(as_office, about).value().addresses[0].country.value() == "BE");
  Session before = as_office.at(day(2026, 9, 13));
  BOOST_TEST(person::details(before, about).value().addresses.at(0).town == "Montfleury");
}

BOOST_AUTO_TEST_CASE(contacts_are_set_and_taken_away) {
  person::SetContact input{.org_id = school, .person_id = lea, .email = "lea@example.org", .mobile = "06 12 34 56 78", .accepts_sms = true};
  BOOST_TEST(reason(person::set_contact(as_office, input, {.if_revision = 0})) == "done");
  BOOST_TEST(reason(person::set_contact(as_office, input, {.if_revision = 0})) == "call.stale_revision");
  person::set_contact(as_office, {.org_id = school, .person_id = lea, .mobile = ""}).value();
  const auto details = person::details(as_office, {.org_id = school, .person_id = lea}).value();
  BOOST_TEST(details.email.value() == "lea@example.org");
  BOOST_TEST(!details.mobile.has_value());
  BOOST_TEST(details.accepts_sms);
  BOOST_TEST(details.revision == 2);
}

BOOST_AUTO_TEST_CASE(a_key_is_one_persons) {
  const person::Refer input{.org_id = school, .person_id = lea, .feed = "ine", .key = "120890177FA"};
  BOOST_TEST(reason(person::refer(as_office, input)) == "done");
  BOOST_TEST(reason(person::refer(as_office, input)) == "done");
  person::Refer taken = input;
  taken.person_id = pupil("Roux", "Tom");
  BOOST_TEST(reason(person::refer(as_office, taken)) == "person.reference_taken");
  const auto known = person::references(as_office, {.org_id = school, .person_id = lea}).value();
  BOOST_TEST_REQUIRE(known.items.size() == 1U);
  BOOST_TEST(known.items[0].key == "120890177FA");
  BOOST_TEST(reason(person::references(as_teacher, {.org_id = school, .person_id = lea})) == "access.denied");
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

struct Twice : Town {
  PersonId again = pupil("MARTIN", "Lea", day(2016, 2, 14));
  GroupId choir = group::add(as_head, {.org_id = school, .kind = group::Kind::manual, .name = "Chorale", .member_ids = {again}}).value().id;
  person::Merge both{.org_id = school, .kept_id = lea, .merged_id = again};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(person_merges, Twice)

BOOST_AUTO_TEST_CASE(two_records_of_one_person_are_found) {
  pupil("Martin", "Noé", day(2016, 2, 14));  // a twin
  const auto pairs = person::duplicates(as_head, {.org_id = school}).value();
  BOOST_TEST_REQUIRE(pairs.items.size() == 1U);
  BOOST_TEST((pairs.items[0].first.id == lea));
  BOOST_TEST((pairs.items[0].second.id == again));
  BOOST_TEST(pairs.items[0].score == 95);
  BOOST_TEST(person::duplicates(as_head, {.org_id = school, .least_score = 50}).value().items.size() == 3U);
  BOOST_TEST(person::duplicates(as_head, {.org_id = school, .person_id = again}).value().items.size() == 1U);
  BOOST_TEST(person::duplicates(as_teacher, {.org_id = school}).value().items.empty());
}

BOOST_AUTO_TEST_CASE(what_the_one_was_the_other_is) {
  link(again, mother).value();
  person::refer(as_office, {.org_id = school, .person_id = again, .feed = "ine", .key = "X"}).value();
  person::set_contact(as_office, {.org_id = school, .person_id = again, .email = "lea@example.org"}).value();
  BOOST_TEST(reason(person::merge(as_office, both)) == "access.denied");  // off unless switched on
  BOOST_TEST(reason(person::merge(as_head, both)) == "done");

  BOOST_TEST((person::get(as_teacher, {.org_id = school, .person_id = again}).value().id == lea));
  BOOST_TEST(group::members(as_head, {.id = division}).value().items.size() == 1U);
  const auto sung = group::members(as_head, {.id = choir}).value();
  BOOST_TEST_REQUIRE(sung.items.size() == 1U);
  BOOST_TEST((sung.items[0].id == lea));
  BOOST_TEST(guardian::of_pupil(as_head, {.org_id = school, .pupil_id = lea}).value().items.size() == 1U);
  BOOST_TEST(person::references(as_office, {.org_id = school, .person_id = lea}).value().items.size() == 1U);
  BOOST_TEST(person::details(as_office, {.org_id = school, .person_id = lea}).value().email.value() == "lea@example.org");
  BOOST_TEST(listed(as_teacher, Profile::pupil).size() == 1U);
  BOOST_TEST(found(as_teacher, "martin lea").size() == 1U);
  BOOST_TEST(reason(person::merge(as_head, both)) == "person.already_merged");
  Session as_mother = as(mother, Profile::guardian);
  BOOST_TEST((person::get(as_mother, {.org_id = school, .person_id = lea}).value().id == lea));
}

BOOST_AUTO_TEST_CASE(what_went_over_comes_back) {
  link(again, mother).value();
  person::merge(as_head, both).value();
  const PersonId father = person("Girard", "Éric");
  link(lea, father).value();  // after the merge: stays with the one kept
  BOOST_TEST(reason(person::unmerge(as_head, both)) == "done");
  BOOST_TEST((person::get(as_teacher, {.org_id = school, .person_id = again}).value().id == again));
  BOOST_TEST(group::members(as_head, {.id = division}).value().items.size() == 2U);
  BOOST_TEST((group::members(as_head, {.id = choir}).value().items.at(0).id == again));
  const auto of_again = guardian::of_pupil(as_head, {.org_id = school, .pupil_id = again}).value();
  BOOST_TEST_REQUIRE(of_again.items.size() == 1U);
  BOOST_TEST((of_again.items[0].adult.id == mother));
  const auto of_lea = guardian::of_pupil(as_head, {.org_id = school, .pupil_id = lea}).value();
  BOOST_TEST_REQUIRE(of_lea.items.size() == 1U);
  BOOST_TEST((of_lea.items[0].adult.id == father));
  BOOST_TEST(listed(as_teacher, Profile::pupil).size() == 2U);
  BOOST_TEST(reason(person::unmerge(as_head, both)) == "person.not_merged");
  BOOST_TEST(reason(person::merge(as_head, both)) == "done");  // and again
}

BOOST_AUTO_TEST_CASE(a_number_in_another_school_goes_over_with_its_names) {
  const PersonId there = person::add(host, {.org_id = other_school, .family_name = "Martain", .given_name = "Léa"}).value().id;
  const GroupId cm1 = group::add(host, {.org_id = other_school, .kind = group::Kind::division, .name = "CM1", .code = "C"}).value().id;
  group::enrol(host, {.id = cm1, .pupil_ids = {there}}).value();
  const PersonId academic = person::add(host, {.org_id = academy, .family_name = "Weber", .given_name = "Ida"}).value().id;
  person::affiliate(host, {.org_id = academy, .person_id = academic, .profile = Profile::academy, .function = Function::academic_manager}).value();
  Session above = as(academic, Profile::academy);
  const person::Merge across{.org_id = school, .kept_id = lea, .merged_id = there, .merged_org_id = other_school};
  BOOST_TEST(reason(person::merge(as_head, across)) == "person.not_found");
  BOOST_TEST(reason(person::merge(above, across)) == "done");
  const auto members = group::members(host, {.id = cm1}).value();
  BOOST_TEST_REQUIRE(members.items.size() == 1U);
  BOOST_TEST((members.items[0].id == lea));
  BOOST_TEST(members.items[0].family_name == "Martin");
  BOOST_TEST(person::search(host, {.words = "martin", .org_id = other_school}).value().items.size() == 1U);
  BOOST_TEST(reason(person::unmerge(above, across)) == "done");
  BOOST_TEST(person::search(host, {.words = "martin", .org_id = other_school}).value().items.empty());
  BOOST_TEST(person::search(host, {.words = "martain", .org_id = other_school}).value().items.size() == 1U);
}

BOOST_AUTO_TEST_CASE(merges_are_undone_from_the_last_on) {
  const PersonId third = pupil("Martin", "L.");
  const person::Merge first{.org_id = school, .kept_id = again, .merged_id = third};
  person::merge(as_head, first).value();
  person::merge(as_head, both).value();
  BOOST_TEST((person::get(as_head, {.org_id = school, .person_id = third}).value().id == lea));
  BOOST_TEST(reason(person::unmerge(as_head, first)) == "person.not_merged");  // `again` is somebody else's now
  person::unmerge(as_head, both).value();
  BOOST_TEST((person::get(as_head, {.org_id = school, .person_id = third}).value().id == again));
  BOOST_TEST((person::get(as_head, {.org_id = school, .person_id = again}).value().id == again));
  person::unmerge(as_head, first).value();
  BOOST_TEST((person::get(as_head, {.org_id = school, .person_id = third}).value().id == third));

  person::merge(as_head, both).value();
  const person::Merge second{.org_id = school, .kept_id = lea, .merged_id = third};
  person::merge(as_head, second).value();
  BOOST_TEST(reason(person::unmerge(as_head, both)) == "person.later_merge");
}

BOOST_AUTO_TEST_CASE(nobody_is_merged_into_themselves) {
  const person::Merge same{.org_id = school, .kept_id = lea, .merged_id = lea};
  BOOST_TEST(reason(person::merge(as_head, same)) == "person.same_person");
}

BOOST_AUTO_TEST_SUITE_END()
