// Classes, groups, services: who makes them, who sees them, and what stays known of what is over.
#include <boost/test/unit_test.hpp>

#include "support/small_school.hpp"

namespace {

using namespace ent;
using group::Kind;
using group::Role;
using test::day;
using test::reason;

struct Class : test::SmallSchool {
  PersonId lea = pupil("Martin", "Léa", day(2016, 2, 14));
  PersonId noe = pupil("Bernard", "Noé", day(2016, 5, 1));
  PersonId zoe = pupil("Bernard", "Zoé", day(2017, 6, 2));

  std::vector<std::string> members(Session session, GroupId id) {
    std::vector<std::string> names;
    const auto found = group::members(session, {.id = id});
    if (!found) return {found.error().reason};
    for (const auto& member : found->items) names.push_back(member.given_name + " " + member.level.value_or("-"));
    return names;
  }
};

using Names = std::vector<std::string>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(group_operations, Class)

BOOST_AUTO_TEST_CASE(a_class_has_several_levels) {
  BOOST_TEST(reason(group::enrol(as_office, {.id = division, .pupil_ids = {noe}, .level = "CM2"})) == "done");
  BOOST_TEST(members(as_teacher, division) == (Names{"Noé CM2", "Zoé CM1", "Léa CM1"}), boost::test_tools::per_element());
  BOOST_TEST(members(as_teacher.at(day(2026, 9, 13)), division) == (Names{"Noé CM1", "Zoé CM1", "Léa CM1"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_pupil_is_in_one_division_at_a_time) {
  const GroupId other = make_division("B", "CE2");
  BOOST_TEST(reason(group::enrol(as_head, {.id = other, .pupil_ids = {lea, noe}, .level = "CE2", .valid_from = day(2026, 10, 1)})) == "done");
  BOOST_TEST(members(as_head, division).size() == 3U);
  BOOST_TEST(members(as_head.at(day(2026, 10, 1)), division) == (Names{"Zoé CM1"}), boost::test_tools::per_element());
  BOOST_TEST(members(as_head.at(day(2026, 10, 1)), other) == (Names{"Noé CE2", "Léa CE2"}), boost::test_tools::per_element());
  const auto stays = group::memberships(as_head, {.org_id = school, .person_id = lea}).value();
  BOOST_TEST_REQUIRE(stays.items.size() == 1U);
  BOOST_TEST((stays.items[0].valid_to == day(2026, 10, 1)));
}

BOOST_AUTO_TEST_CASE(enrolling_twice_changes_nothing) {
  const group::Enrol again{.id = division, .pupil_ids = {lea, lea}, .level = "CM1"};
  BOOST_TEST(reason(group::enrol(as_head, again)) == "done");
  const auto found = group::members(as_head, {.id = division}).value();
  BOOST_TEST_REQUIRE(found.items.size() == 3U);
  BOOST_TEST((found.items[2].valid_from == begin));
}

BOOST_AUTO_TEST_CASE(who_arrives_becomes_a_pupil) {
  const PersonId fresh = person("Fabre", "Ali");
  BOOST_TEST(reason(person::get(as_teacher, {.org_id = school, .person_id = fresh})) == "person.not_found");
  BOOST_TEST(reason(group::enrol(as_teacher, {.id = division, .pupil_ids = {fresh}})) != "done");
  BOOST_TEST(reason(group::enrol(as_office, {.id = division, .pupil_ids = {fresh}})) == "done");
  const auto seen = person::get(as_teacher, {.org_id = school, .person_id = fresh}).value();
  BOOST_TEST_REQUIRE(seen.posts.size() == 1U);
  BOOST_TEST((seen.posts[0].profile == Profile::pupil));
  const group::Enrol stranger{.id = division, .pupil_ids = {lea, PersonId{4711}}};
  const auto refused = group::enrol(as_office, stranger);
  BOOST_TEST(reason(refused) == "person.not_found");
  BOOST_TEST(refused.error().fields.at(0).path == "/pupil_ids/1");
}

BOOST_AUTO_TEST_CASE(who_leaves_is_in_no_group) {
  const GroupId choir = group::add(as_head, {.org_id = school, .kind = Kind::manual, .name = "Chorale", .member_ids = {lea, noe}}).value().id;
  group::give_role(as_head, {.id = division, .person_id = lea, .role = Role::delegate}).value();
  BOOST_TEST(reason(group::leave(as_office, {.org_id = school, .pupil_id = lea, .valid_to = day(2026, 9, 20)})) == "done");
  BOOST_TEST(members(as_head, division).size() == 3U);
  Session later = as_head.at(day(2026, 9, 20));
  BOOST_TEST(members(later, division).size() == 2U);
  BOOST_TEST(members(later, choir).size() == 1U);
  BOOST_TEST(group::roles(later, {.id = division}).value().items.empty());
  BOOST_TEST(reason(group::leave(as_office, {.org_id = school, .pupil_id = lea, .valid_to = day(2026, 9, 20)})) == "person.no_post");
}

BOOST_AUTO_TEST_CASE(teachers_make_groups_of_their_own) {
  const group::Add hers{.org_id = school, .kind = Kind::manual, .name = "Soutien", .member_ids = {lea, lea, noe}};
  const GroupId id = group::add(as_teacher, hers).value().id;
  BOOST_TEST(members(as_teacher, id) == (Names{"Noé -", "Léa -"}), boost::test_tools::per_element());
  BOOST_TEST(reason(group::add_members(as_teacher, {.id = id, .member_ids = {zoe}})) == "done");
  BOOST_TEST(reason(group::remove_members(as_teacher, {.id = id, .member_ids = {noe}})) == "done");
  BOOST_TEST(members(as_teacher, id) == (Names{"Zoé -", "Léa -"}), boost::test_tools::per_element());
  BOOST_TEST(reason(group::change(as_teacher, {.id = id, .name = "Soutien maths"})) == "done");

  group::Add division_of_hers{.org_id = school, .kind = Kind::division, .name = "CP", .code = "C"};
  BOOST_TEST(reason(group::add(as_teacher, division_of_hers)) == "group.kind_not_own");
  BOOST_TEST(reason(group::change(as_teacher, {.id = division, .name = "Mienne"})) == "access.denied");
  const GroupId of_head = group::add(as_head, {.org_id = school, .kind = Kind::manual, .name = "Conseil"}).value().id;
  BOOST_TEST(reason(group::add_members(as_teacher, {.id = of_head, .member_ids = {zoe}})) == "access.denied");
}

BOOST_AUTO_TEST_CASE(pupils_of_a_division_are_not_added_by_hand) {
  BOOST_TEST(reason(group::add_members(as_head, {.id = division, .member_ids = {lea}})) == "group.members_enrolled");
  BOOST_TEST(reason(group::remove_members(as_head, {.id = division, .member_ids = {lea}})) == "group.members_enrolled");
}

BOOST_AUTO_TEST_CASE(a_code_stands_once_a_year) {
  group::Add again{.org_id = school, .kind = Kind::division, .name = "Autre", .code = "A"};
  BOOST_TEST(reason(group::add(as_head, again)) == "group.code_taken");
  again.school_year = 2027;
  BOOST_TEST(reason(group::add(as_head, again)) == "done");
  again.school_year = 2026;
  again.kind = Kind::group;
  BOOST_TEST(reason(group::add(as_head, again)) == "done");
}

BOOST_AUTO_TEST_CASE(groups_are_drawn_out_of_divisions_of_the_school) {
  group::Add latin{.org_id = school, .kind = Kind::group, .name = "Latin", .code = "LAT", .division_ids = {division}};
  const auto made = group::add(as_head, latin).value();
  BOOST_TEST_REQUIRE(made.division_ids.size() == 1U);
  BOOST_TEST((group::get(as_teacher, {.id = made.id}).value().division_ids[0] == division));
  latin.code = "LAT2";
  latin.division_ids = {made.id};
  BOOST_TEST(reason(group::add(as_head, latin)) == "group.division_unknown");
  latin.division_ids = {make_id<GroupId>(other_school.value, division.number())};
  BOOST_TEST(reason(group::add(as_head, latin)) == "group.division_unknown");
}

BOOST_AUTO_TEST_CASE(pupils_see_the_groups_they_are_in) {
  const GroupId other = make_division("B", "CE2");
  Session as_lea = as(lea, Profile::pupil);
  const auto seen = group::list(as_lea, {.org_id = school}).value();
  BOOST_TEST_REQUIRE(seen.items.size() == 1U);
  BOOST_TEST((seen.items[0].id == division));
  BOOST_TEST(reason(group::get(as_lea, {.id = other})) == "group.not_found");
  BOOST_TEST(members(as_lea, division).size() == 3U);
  BOOST_TEST(members(as_lea, other) == (Names{"group.not_found"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(hand_made_groups_are_told_to_their_members_alone) {
  group::add(as_teacher, {.org_id = school, .kind = Kind::manual, .name = "Soutien", .member_ids = {lea}}).value();
  Session as_lea = as(lea, Profile::pupil), as_noe = as(noe, Profile::pupil);
  const person::Get about_lea{.org_id = school, .person_id = lea};
  BOOST_TEST(group::memberships(as_lea, about_lea).value().items.size() == 2U);
  BOOST_TEST(group::memberships(as_noe, about_lea).value().items.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_closed_group_has_nobody) {
  group::add_service(as_head, {.group_id = division, .teacher_id = teacher, .valid_from = begin}).value();
  const group::Change close{.id = division, .valid_to = day(2026, 9, 14)};
  BOOST_TEST(group::change(as_head, close).value().revision == 2);
  BOOST_TEST(reason(group::change(as_head, close, {.if_revision = 1})) == "call.stale_revision");
  BOOST_TEST(members(as_head, division).empty());
  BOOST_TEST(group::team(as_head, {.id = division}).value().items.empty());
  BOOST_TEST(group::list(as_head, {.org_id = school}).value().items.empty());
  BOOST_TEST(group::list(as_head, {.org_id = school, .school_year = 2026}).value().items.size() == 1U);
  BOOST_TEST(members(as_head.at(day(2026, 9, 13)), division).size() == 3U);
}

BOOST_AUTO_TEST_CASE(the_team_is_who_teaches_the_class_or_a_group_out_of_it) {
  const PersonId latinist = staff("Caron", "Rose", Profile::teacher);
  const PersonId idle = staff("Noir", "Jean", Profile::teacher);
  const GroupId latin = group::add(as_head, {.org_id = school, .kind = Kind::group, .name = "Latin", .code = "LAT", .division_ids = {division}}).value().id;
  group::add_service(as_head, {.group_id = division, .teacher_id = teacher, .subject_code = "061300", .valid_from = begin}).value();
  group::add_service(as_head, {.group_id = division, .teacher_id = teacher, .subject_code = "020700", .valid_from = begin}).value();
  group::add_service(as_head, {.group_id = latin, .teacher_id = latinist, .subject_code = "020300", .valid_from = begin}).value();
  group::give_role(as_head, {.id = division, .person_id = idle, .role = Role::main_teacher, .valid_from = begin}).value();

  const auto team = group::team(as_teacher, {.id = division}).value();
  BOOST_TEST_REQUIRE(team.items.size() == 3U);
  BOOST_TEST((team.items[0].person.id == latinist));
  BOOST_TEST(!team.items[0].main_teacher);
  BOOST_TEST((team.items[1].person.id == teacher));
  BOOST_TEST(team.items[1].subject_codes == (Names{"020700", "061300"}), boost::test_tools::per_element());
  BOOST_TEST((team.items[2].person.id == idle));
  BOOST_TEST(team.items[2].main_teacher);
  BOOST_TEST(group::team(as_teacher, {.id = latin}).value().items.size() == 1U);
  // Who has left the school is in no team.
  person::end_affiliation(host, {.org_id = school, .person_id = latinist, .profile = Profile::teacher}).value();
  BOOST_TEST(group::team(as_teacher, {.id = division}).value().items.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_service_is_given_to_who_teaches_here) {
  const group::AddService input{.group_id = division, .teacher_id = teacher, .subject_code = "061300"};
  BOOST_TEST(reason(group::add_service(as_teacher, input)) == "access.denied");
  const auto made = group::add_service(as_head, input).value();
  BOOST_TEST(reason(group::add_service(as_head, input)) == "group.taught");
  group::AddService clerk = input;
  clerk.teacher_id = office;
  BOOST_TEST(reason(group::add_service(as_head, clerk)) == "group.no_teacher");
  BOOST_TEST(reason(group::end_service(as_head, {.id = made.id})) == "done");
  BOOST_TEST(group::services(as_head, {.org_id = school}).value().items.empty());
  BOOST_TEST(reason(group::end_service(as_head, {.id = ServiceId{made.id.value + 1}})) == "group.no_service");
}

BOOST_AUTO_TEST_CASE(a_substitute_takes_over_subject_and_pupils_for_a_time) {
  const PersonId substitute = staff("Vidal", "Marc", Profile::teacher);
  const auto regular = group::add_service(as_head, {.group_id = division, .teacher_id = teacher, .subject_code = "061300", .valid_from = begin}).value();
  const group::AddService input{.group_id = division,
                                .teacher_id = substitute,
                                .replaces = regular.id,
                                .valid_from = day(2026, 9, 14),
                                .valid_to = day(2026, 9, 21)};
  const auto made = group::add_service(as_head, input).value();
  BOOST_TEST(made.subject_code.value() == "061300");
  BOOST_TEST(group::services(as_head, {.org_id = school, .group_id = division}).value().items.size() == 2U);
  BOOST_TEST(group::services(as_head, {.org_id = school, .teacher_id = substitute}).value().items.size() == 1U);
  Session later = as_head.at(day(2026, 9, 21));
  BOOST_TEST(group::services(later, {.org_id = school, .group_id = division}).value().items.size() == 1U);
  group::AddService elsewhere = input;
  elsewhere.group_id = make_division("B", "CE2");
  BOOST_TEST(reason(group::add_service(as_head, elsewhere)) == "group.other_group");
}

BOOST_AUTO_TEST_CASE(delegates_are_members_and_main_teachers_teach) {
  group::GiveRole input{.id = division, .person_id = lea, .role = Role::delegate};
  BOOST_TEST(reason(group::give_role(as_head, input)) == "done");
  BOOST_TEST(reason(group::give_role(as_head, input)) == "group.has_role");
  input.person_id = teacher;
  BOOST_TEST(reason(group::give_role(as_head, input)) == "group.no_member");
  input.role = Role::main_teacher;
  BOOST_TEST(reason(group::give_role(as_head, input)) == "done");
  input.person_id = lea;
  BOOST_TEST(reason(group::give_role(as_head, input)) == "group.no_teacher");
  const auto roles = group::roles(as_teacher, {.id = division}).value();
  BOOST_TEST_REQUIRE(roles.items.size() == 2U);
  BOOST_TEST((roles.items[0].role == Role::main_teacher));
  BOOST_TEST((roles.items[1].person.id == lea));
  BOOST_TEST(reason(group::end_role(as_head, {.id = division, .person_id = lea, .role = Role::delegate})) == "done");
  BOOST_TEST(reason(group::end_role(as_head, {.id = division, .person_id = lea, .role = Role::delegate})) == "group.no_role");
}

BOOST_AUTO_TEST_CASE(heads_are_found_from_above) {
  const PersonId elsewhere = staff("Zola", "Emma", Profile::head);
  const auto heads = group::heads(host, {.org_id = academy}).value();
  BOOST_TEST_REQUIRE(heads.items.size() == 2U);
  BOOST_TEST((heads.items[0].id == head));
  BOOST_TEST((heads.items[1].id == elsewhere));
  BOOST_TEST(group::heads(host, {.org_id = town}).value().items.size() == 2U);
  BOOST_TEST(group::heads(host, {.org_id = other_school}).value().items.empty());
  const auto first = group::heads(host, {.org_id = academy, .limit = 1}).value();
  const auto second = group::heads(host, {.org_id = academy, .limit = 1, .after = first.next}).value();
  BOOST_TEST_REQUIRE(second.items.size() == 1U);
  BOOST_TEST((second.items[0].id == elsewhere));
  BOOST_TEST(!second.next.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
