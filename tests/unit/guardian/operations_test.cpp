// Parents, restrictions and adult pupils, as the people of one school live them.
#include <boost/test/unit_test.hpp>

#include "support/small_school.hpp"

namespace {

using namespace ent;
using guardian::Kind;
using guardian::Right;
using test::day;
using test::reason;

struct Family : test::SmallSchool {
  PersonId lea = pupil("Martin", "Léa", day(2016, 2, 14));
  PersonId tom = pupil("Leroy", "Tom", day(2008, 9, 14));  // of age today
  PersonId mother = person("Martin", "Hélène");
  PersonId father = person("Girard", "Éric");
  Session as_mother = as(mother, Profile::guardian);
  Session as_father = as(father, Profile::guardian);

  std::string sees(Session& session, PersonId child) {
    return reason(person::get(session, {.org_id = school, .person_id = child}));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(guardian_operations, Family)

BOOST_AUTO_TEST_CASE(a_link_gives_what_its_kind_gives) {
  BOOST_TEST(sees(as_mother, lea) == "person.not_found");
  const auto made = link(lea, mother).value();
  BOOST_TEST(made.rights.size() == 6U);
  BOOST_TEST(made.adult.family_name == "Martin");
  BOOST_TEST(sees(as_mother, lea) == "done");
  BOOST_TEST(sees(as_mother, tom) == "person.not_found");
  BOOST_TEST(reason(link(lea, mother)) == "guardian.linked");
}

BOOST_AUTO_TEST_CASE(only_the_school_manages_guardians) {
  link(lea, mother).value();
  const guardian::Link input{.org_id = school, .pupil_id = lea, .adult_id = father, .kind = Kind::legal};
  BOOST_TEST(reason(guardian::link(as_mother, input)) == "person.not_found");  // knows of no link but her own
  BOOST_TEST(reason(guardian::link(as_teacher, input)) == "person.not_found");  // knows no links at all
  BOOST_TEST(reason(guardian::link(as_office, input)) == "done");
}

BOOST_AUTO_TEST_CASE(a_guardian_sees_their_own_link_only) {
  link(lea, mother).value();
  link(lea, father, Kind::surveillance).value();
  const guardian::OfPupil input{.org_id = school, .pupil_id = lea};
  BOOST_TEST(guardian::of_pupil(as_head, input).value().items.size() == 2U);
  const auto own = guardian::of_pupil(as_father, input).value();
  BOOST_TEST_REQUIRE(own.items.size() == 1U);
  BOOST_TEST((own.items[0].adult.id == father));
  BOOST_TEST(own.items[0].rights.size() == 1U);
  BOOST_TEST(reason(guardian::of_pupil(as_teacher, input)) == "access.denied");
}

BOOST_AUTO_TEST_CASE(an_adult_is_shown_with_the_pupils_of_the_school) {
  link(lea, mother).value();
  link(tom, mother, Kind::in_charge).value();
  const guardian::OfAdult input{.org_id = school, .adult_id = mother};
  const auto links = guardian::of_adult(as_head, input).value();
  BOOST_TEST_REQUIRE(links.items.size() == 2U);
  BOOST_TEST((links.items[0].pupil.id == tom));  // Leroy before Martin
  BOOST_TEST(guardian::of_adult(as_mother, input).value().items.size() == 2U);
  BOOST_TEST(reason(guardian::of_adult(as_father, input)) == "person.not_found");
}

BOOST_AUTO_TEST_CASE(a_change_keeps_what_was) {
  link(lea, mother).value();
  const auto changed = guardian::change(as_head, {.org_id = school,
                                                  .pupil_id = lea,
                                                  .adult_id = mother,
                                                  .kind = Kind::surveillance,
                                                  .valid_from = day(2026, 9, 14)})
                           .value();
  BOOST_TEST(changed.revision == 2);
  BOOST_TEST((changed.rights == std::vector{Right::inform_main}));
  Session before = as_head.at(day(2026, 9, 13));
  const auto links = guardian::of_pupil(before, {.org_id = school, .pupil_id = lea}).value();
  BOOST_TEST_REQUIRE(links.items.size() == 2U);
  BOOST_TEST((links.items[0].kind == Kind::legal));
  BOOST_TEST((links.items[0].valid_to == day(2026, 9, 14)));
  const guardian::Change stale{.org_id = school, .pupil_id = lea, .adult_id = mother, .priority = 2};
  BOOST_TEST(reason(guardian::change(as_head, stale, {.if_revision = 1})) == "call.stale_revision");
}

BOOST_AUTO_TEST_CASE(a_sole_representative_stands_alone) {
  link(lea, mother, Kind::legal_sole).value();
  BOOST_TEST(reason(link(lea, father, Kind::legal)) == "guardian.not_sole");
  BOOST_TEST(reason(link(lea, father, Kind::in_charge)) == "done");
  const guardian::Change change{.org_id = school, .pupil_id = lea, .adult_id = father, .kind = Kind::legal};
  BOOST_TEST(reason(guardian::change(as_head, change)) == "guardian.not_sole");
}

BOOST_AUTO_TEST_CASE(a_restriction_is_felt_at_the_next_call_and_lifted_by_a_court_alone) {
  link(lea, mother).value();
  link(lea, father).value();
  BOOST_TEST(sees(as_father, lea) == "done");
  const auto restricted = guardian::restrict(
      as_head, {.org_id = school, .pupil_id = lea, .adult_id = father, .court_ref = "JAF 26/1234"});
  BOOST_TEST(restricted.value().rights.empty());
  BOOST_TEST(sees(as_father, lea) == "person.not_found");
  BOOST_TEST(sees(as_mother, lea) == "done");

  BOOST_TEST(reason(link(lea, father)) == "guardian.restricted");
  const guardian::Change change{.org_id = school, .pupil_id = lea, .adult_id = father, .kind = Kind::legal};
  BOOST_TEST(reason(guardian::change(as_head, change)) == "guardian.restricted");
  guardian::End end{.org_id = school, .pupil_id = lea, .adult_id = father};
  BOOST_TEST(reason(guardian::end(as_head, end)) == "guardian.court_ref_missing");
  end.court_ref = "JAF 27/5";
  BOOST_TEST(reason(guardian::end(as_head, end)) == "done");
  BOOST_TEST(sees(as_father, lea) == "person.not_found");  // lifted, but nothing comes back by itself
}

BOOST_AUTO_TEST_CASE(a_restriction_holds_under_every_profile) {
  link(lea, teacher).value();
  BOOST_TEST(sees(as_teacher, lea) == "done");
  guardian::restrict(as_head, {.org_id = school, .pupil_id = lea, .adult_id = teacher, .court_ref = "JAF 26/1"}).value();
  BOOST_TEST(sees(as_teacher, lea) == "person.not_found");
  const auto shown = person::list(as_teacher, {.org_id = school, .profile = Profile::pupil}).value();
  BOOST_TEST_REQUIRE(shown.items.size() == 1U);
  BOOST_TEST((shown.items[0].id == tom));
  BOOST_TEST(group::members(as_teacher, {.id = division}).value().items.size() == 1U);
  BOOST_TEST(person::search(as_teacher, {.words = "lea"}).value().items.empty());
}

BOOST_AUTO_TEST_CASE(an_ended_link_is_over) {
  link(lea, mother).value();
  BOOST_TEST(reason(guardian::end(as_head, {.org_id = school, .pupil_id = lea, .adult_id = mother})) == "done");
  BOOST_TEST(sees(as_mother, lea) == "person.not_found");
  const guardian::End again{.org_id = school, .pupil_id = lea, .adult_id = mother};
  BOOST_TEST(reason(guardian::end(as_head, again)) == "guardian.not_linked");
  BOOST_TEST(reason(link(lea, mother)) == "guardian.linked");  // it was so on the first days
  const guardian::Link anew{.org_id = school, .pupil_id = lea, .adult_id = mother, .kind = Kind::legal};
  BOOST_TEST(reason(guardian::link(as_head, anew)) == "done");
}

BOOST_AUTO_TEST_CASE(an_adult_pupil_closes_and_opens) {
  link(tom, mother).value();
  link(lea, mother).value();
  Session as_tom = as(tom, Profile::pupil);
  BOOST_TEST(sees(as_mother, tom) == "done");
  BOOST_TEST(reason(guardian::oppose(as_tom, {.org_id = school, .pupil_id = tom})) == "done");
  BOOST_TEST(sees(as_mother, tom) == "person.not_found");
  BOOST_TEST(sees(as_mother, lea) == "done");
  BOOST_TEST(reason(guardian::oppose(as_tom, {.org_id = school, .pupil_id = tom})) == "guardian.opposed");
  BOOST_TEST(reason(guardian::withdraw_opposition(as_tom, {.org_id = school, .pupil_id = tom})) == "done");
  BOOST_TEST(sees(as_mother, tom) == "done");
  BOOST_TEST(reason(guardian::withdraw_opposition(as_tom, {.org_id = school, .pupil_id = tom})) == "guardian.not_opposed");
}

BOOST_AUTO_TEST_CASE(who_is_not_of_age_opposes_nothing) {
  Session as_lea = as(lea, Profile::pupil);
  BOOST_TEST(reason(guardian::oppose(as_lea, {.org_id = school, .pupil_id = lea})) == "access.denied");
  BOOST_TEST(reason(guardian::oppose(as_head, {.org_id = school, .pupil_id = lea})) == "guardian.not_adult");
  const guardian::Oppose too_early{.org_id = school, .pupil_id = tom, .valid_from = day(2026, 9, 13)};
  BOOST_TEST(reason(guardian::oppose(as_head, too_early)) == "guardian.not_adult");
}

BOOST_AUTO_TEST_CASE(nobody_declares_their_own_independence) {
  Session as_tom = as(tom, Profile::pupil);
  const guardian::Oppose input{.org_id = school, .pupil_id = tom, .ground = guardian::Ground::independent};
  BOOST_TEST(reason(guardian::oppose(as_tom, input)) == "guardian.ground_not_own");
  BOOST_TEST(reason(guardian::oppose(as_head, input)) == "done");
}

BOOST_AUTO_TEST_CASE(families_are_those_who_are_told) {
  link(lea, mother).value();
  link(lea, father, Kind::contact).value();
  link(tom, mother).value();
  const auto both = group::families(as_head, {.group_id = division}).value();
  BOOST_TEST_REQUIRE(both.items.size() == 1U);
  BOOST_TEST((both.items[0].adult.id == mother));
  BOOST_TEST(both.items[0].pupils.size() == 2U);
  guardian::oppose(as_head, {.org_id = school, .pupil_id = tom}).value();
  const auto one = group::families(as_head, {.org_id = town}).value();
  BOOST_TEST_REQUIRE(one.items.size() == 1U);
  BOOST_TEST_REQUIRE(one.items[0].pupils.size() == 1U);
  BOOST_TEST((one.items[0].pupils[0].id == lea));
  // A parent is shown their own family, and no other.
  const auto own = group::families(as_mother, {.org_id = school}).value();
  BOOST_TEST_REQUIRE(own.items.size() == 1U);
  BOOST_TEST((own.items[0].adult.id == mother));
}

BOOST_AUTO_TEST_CASE(families_come_in_pages) {
  const PersonId uncle = person("Abel", "Luc");
  link(lea, mother).value();
  link(lea, father).value();
  link(lea, uncle, Kind::in_charge).value();
  const auto first = group::families(as_head, {.group_id = division, .limit = 2}).value();
  BOOST_TEST_REQUIRE(first.items.size() == 2U);
  BOOST_TEST((first.items[0].adult.id == uncle));
  BOOST_TEST((first.items[1].adult.id == father));
  BOOST_TEST_REQUIRE(first.next.has_value());
  const auto second = group::families(as_head, {.group_id = division, .limit = 2, .after = first.next}).value();
  BOOST_TEST_REQUIRE(second.items.size() == 1U);
  BOOST_TEST((second.items[0].adult.id == mother));
  BOOST_TEST(!second.next.has_value());
}

BOOST_AUTO_TEST_CASE(guardians_go_where_the_children_go) {
  link(lea, mother).value();
  const GroupId there = group::add(host, {.org_id = other_school, .kind = group::Kind::division, .name = "CM2", .code = "B"}).value().id;
  person::add(host, {.org_id = other_school,
                     .family_name = "Martin",
                     .given_name = "Léa",
                     .birth_date = day(2016, 2, 14),
                     .on_match = person::OnMatch::take})
      .value();
  group::enrol(host, {.id = there, .pupil_ids = {lea}}).value();
  BOOST_TEST(reason(person::get(as_mother, {.org_id = other_school, .person_id = lea})) == "done");
  const auto guardians = person::list(host, {.org_id = other_school, .profile = Profile::guardian}).value();
  BOOST_TEST_REQUIRE(guardians.items.size() == 1U);
  BOOST_TEST((guardians.items[0].id == mother));
}

BOOST_AUTO_TEST_CASE(an_adult_is_assigned_to_a_pupil_for_a_time) {
  const PersonId nurse = staff("Blanc", "Ines", Profile::health);
  const guardian::Assign input{.org_id = school, .pupil_id = lea, .adult_id = nurse, .kind = guardian::Assistance::health};
  BOOST_TEST(reason(guardian::assign(as_teacher, input)) == "person.not_found");  // does not teach the pupil
  BOOST_TEST(reason(guardian::assign(as_head, input)) == "done");
  BOOST_TEST(reason(guardian::assign(as_head, input)) == "guardian.assigned");
  Session as_nurse = as(nurse, Profile::health);
  BOOST_TEST(guardian::assignments(as_nurse, {.org_id = school}).value().items.size() == 1U);
  BOOST_TEST(guardian::assignments(as_head, {.org_id = school, .pupil_id = tom}).value().items.empty());
  BOOST_TEST(guardian::assignments(as_father, {.org_id = school}).value().items.empty());

  guardian::Assign parent = input;
  parent.adult_id = father;
  BOOST_TEST(reason(guardian::assign(as_head, parent)) == "guardian.no_post");
  parent.adult_id = lea;
  BOOST_TEST(reason(guardian::assign(as_head, parent)) == "guardian.oneself");

  const guardian::EndAssignment end{
      .org_id = school, .pupil_id = lea, .adult_id = nurse, .kind = guardian::Assistance::health};
  BOOST_TEST(reason(guardian::end_assignment(as_head, end)) == "done");
  BOOST_TEST(reason(guardian::end_assignment(as_head, end)) == "guardian.not_assigned");
  BOOST_TEST(guardian::assignments(as_nurse, {.org_id = school}).value().items.empty());
}

BOOST_AUTO_TEST_SUITE_END()
