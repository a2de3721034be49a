// What two records have of a third, told apart again. The expected days are worked out by hand; kinds and rights as in links_joined_test.cpp.
#include <boost/test/unit_test.hpp>

#include "person/links_parted.hpp"

namespace ent::person {
namespace {

using Links = std::vector<Link>;
using Days = std::vector<std::string>;

Link held(std::int64_t from, std::int64_t to, std::int32_t kind, std::string court = "") {
  return {0, 0, from, to, kind, 0, 0, 1, std::move(court), "", "", 3};
}

Days days(const Links& links) {
  Days found;
  for (const Link& one : links) {
    found.push_back(std::to_string(one.from) + "-" + std::to_string(one.to) + " " + std::to_string(one.kind) +
                    (one.court_ref.empty() ? "" : " " + one.court_ref) + (one.lifted_ref.empty() ? "" : " until " + one.lifted_ref));
  }
  return found;
}

void expect_parted(const LinksOfBoth& said, const Links& stands, const Days& kept, const Days& merged) {
  const PartedLinks sides = parted(said, stands);
  BOOST_TEST(days(sides.kept) == kept, boost::test_tools::per_element());
  BOOST_TEST(days(sides.merged) == merged, boost::test_tools::per_element());
}

LinksOfBoth of_both(const Links& kept, const Links& merged) { return {kept, merged, joined(kept, merged)}; }

BOOST_AUTO_TEST_SUITE(links_parted)

BOOST_AUTO_TEST_CASE(each_has_its_own_again) {
  const LinksOfBoth said = of_both({held(10, 40, 1)}, {held(20, 30, 4, "TJ 1")});
  expect_parted(said, said.together, {"10-40 1"}, {"20-30 4 TJ 1"});
  BOOST_TEST(said.together.front().revision == 4);
  BOOST_TEST(parted(said, said.together).kept.front().revision == 5);
}

/// The kept one's own would come back on day 35, behind a restriction with which it ended.
BOOST_AUTO_TEST_CASE(what_was_changed_holds_for_both_from_then_on) {
  const LinksOfBoth said = of_both({held(10, 60, 1)}, {held(10, 40, 7), held(50, 60, 4, "TJ 1")});
  expect_parted(said, {held(10, 25, 1), held(25, 30, 4, "TJ 2"), held(50, 60, 4, "TJ 1")}, {"10-25 1", "25-30 4 TJ 2"},
                {"10-25 7", "25-30 4 TJ 2", "50-60 4 TJ 1"});
  expect_parted(said, {}, {}, {});
}

BOOST_AUTO_TEST_CASE(no_right_comes_to_who_had_none) {
  const Links changed{held(10, 20, 1), held(20, 30, 6)};
  expect_parted(of_both({held(10, 30, 1)}, {}), changed, {"10-20 1", "20-30 6"}, {});
  expect_parted(of_both({}, {held(10, 30, 1)}), changed, {}, {"10-20 1", "20-30 6"});
  expect_parted(of_both({held(10, 30, 1)}, {held(15, 15, 1)}), changed, {"10-20 1", "20-30 6"}, {});
  expect_parted({}, changed, {"10-20 1", "20-30 6"}, {});
}

/// The one was only ever kept away, the other a guardian; what is told of both since changes no right.
BOOST_AUTO_TEST_CASE(what_changes_no_right_makes_no_guardian) {
  const LinksOfBoth said = of_both({held(10, 60, 1)}, {held(5, 10, 4, "TJ 1"), held(40, 60, 4, "TJ 2")});
  Links stands = said.together;
  for (Link& link : stands) link.priority = 3;
  expect_parted(said, stands, {"10-60 1"}, {"5-10 4 TJ 1", "40-60 4 TJ 2"});
  BOOST_TEST(parted(said, stands).kept.front().priority == 3);
}

BOOST_AUTO_TEST_CASE(what_had_ended_before_does_not_come_back) {
  const LinksOfBoth said = of_both({held(10, 60, 1)}, {held(5, 20, 6)});
  expect_parted(said, {held(5, 10, 6), held(10, 30, 1), held(30, 60, 2)}, {"10-30 1", "30-60 2"}, {"5-20 6"});
}

/// Rights 7 of the nearer kind become 5: the other record, with 6 of its own, keeps what both leave, and its kind.
BOOST_AUTO_TEST_CASE(who_was_linked_by_another_kind_comes_no_nearer) {
  Link near = held(10, 60, 1), far = held(10, 60, 3);
  near.rights = 7;
  far.rights = 6;
  const LinksOfBoth said = of_both({near}, {far});
  Link limited = near;
  limited.rights = 5;
  expect_parted(said, {limited}, {"10-60 1"}, {"10-60 3"});
  BOOST_TEST(parted(said, {limited}).kept.front().rights == 5);
  BOOST_TEST(parted(said, {limited}).merged.front().rights == 4);
}

/// Days 60 to 70 were of nobody when the two became one.
BOOST_AUTO_TEST_CASE(a_new_link_is_of_each_that_ever_had_a_right) {
  const Links since{held(10, 60, 1), held(60, 70, 6)};
  expect_parted(of_both({held(10, 60, 1)}, {held(10, 20, 1)}), since, {"10-60 1", "60-70 6"}, {"10-20 1", "60-70 6"});
  expect_parted(of_both({held(10, 60, 1)}, {held(5, 10, 4, "TJ 1")}), since, {"10-60 1", "60-70 6"}, {});
}

BOOST_AUTO_TEST_CASE(a_restriction_said_since_holds_for_both) {
  const Links restricted{held(10, 20, 1), held(20, 30, 4, "TJ 2"), held(40, 50, 4, "TJ 1")};
  const Links before{held(10, 30, 1), held(40, 50, 4, "TJ 1")};
  expect_parted(of_both(before, {}), restricted, {"10-20 1", "20-30 4 TJ 2", "40-50 4 TJ 1"}, {"20-30 4 TJ 2"});
  expect_parted(of_both({}, before), restricted, {"20-30 4 TJ 2"}, {"10-20 1", "20-30 4 TJ 2", "40-50 4 TJ 1"});
  expect_parted({}, restricted, {"10-20 1", "20-30 4 TJ 2", "40-50 4 TJ 1"}, {"20-30 4 TJ 2", "40-50 4 TJ 1"});
}

/// On day 30 a decision lifts what holds until then: it was said of the record that had it.
BOOST_AUTO_TEST_CASE(a_decision_that_was_lifted_since_holds_until_then) {
  Link lifted = held(20, 30, 4, "TJ 1");
  lifted.lifted_ref = "TJ 9";
  expect_parted(of_both({held(10, 40, 1)}, {held(20, 40, 4, "TJ 1")}), {held(10, 20, 1), lifted}, {"10-30 1"}, {"20-30 4 TJ 1 until TJ 9"});
}

BOOST_AUTO_TEST_CASE(of_who_was_moved_all_that_stands_holds_for_both) {
  LinksOfBoth said = of_both({held(10, 40, 1)}, {held(10, 40, 7)});
  said.moved = true;
  expect_parted(said, said.together, {"10-40 1"}, {"10-40 1"});
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace ent::person
