// The links of two records of one adult to one pupil. The expected days and rights are worked out by hand; days are numbers, kinds and rights
// those of src/access/guardian-kinds.csv: legal 1, legal_sole 2, surveillance 3, withdrawn 4, in_charge 6, contact 7; told of what matters 1,
// of daily life 2, decides on usual acts 4 and important ones 8, writes 16, fetches 32, pays 64.
#include <boost/test/unit_test.hpp>

#include "person/links_joined.hpp"

namespace ent::person {
namespace {

using Lines = std::vector<std::string>;

Link link(std::int64_t from, std::int64_t to, std::int32_t kind, std::int64_t rights, std::string court = "", std::string source = "") {
  return {1, 2, from, to, kind, rights, 0, 1, std::move(court), "", std::move(source), 1};
}

Lines lines(const std::vector<Link>& links) {
  Lines found;
  for (const Link& one : links) {
    found.push_back(std::to_string(one.from) + "-" + std::to_string(one.to) + " " + std::to_string(one.kind) + "/" + std::to_string(one.rights) +
                    (one.court_ref.empty() ? "" : " " + one.court_ref) + (one.source.empty() ? "" : " of " + one.source));
  }
  return found;
}

void expect(const std::vector<Link>& kept, const std::vector<Link>& merged, const Lines& expected) {
  BOOST_TEST(lines(joined(kept, merged)) == expected, boost::test_tools::per_element());
  BOOST_TEST(lines(joined(merged, kept)) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE(links_joined)

BOOST_AUTO_TEST_CASE(one_after_the_other_they_stay_as_they_are) {
  expect({link(10, 20, 1, 63)}, {link(20, 30, 6, 50)}, {"10-20 1/63", "20-30 6/50"});
  expect({link(10, 20, 1, 63)}, {link(25, 30, 1, 63)}, {"10-20 1/63", "25-30 1/63"});
  expect({link(10, 20, 1, 63)}, {}, {"10-20 1/63"});
}

BOOST_AUTO_TEST_CASE(what_both_say_is_said_once) {
  expect({link(10, 40, 1, 63)}, {link(20, 50, 1, 63)}, {"10-50 1/63"});
  expect({link(10, 40, 1, 63)}, {link(10, 40, 1, 63)}, {"10-40 1/63"});
}

BOOST_AUTO_TEST_CASE(a_restriction_holds_on_each_of_its_days) {
  expect({link(10, 40, 1, 63)}, {link(20, 30, 4, 0, "TJ 1")}, {"10-20 1/63", "20-30 4/0 TJ 1", "30-40 1/63"});
  expect({link(10, 40, 1, 63)}, {link(10, 40, 4, 0, "TJ 1")}, {"10-40 4/0 TJ 1"});
  expect({link(10, 20, 1, 63), link(20, 40, 4, 0, "TJ 1")}, {link(10, 30, 6, 50), link(30, 50, 1, 63)},
         {"10-20 1/63", "20-40 4/0 TJ 1", "40-50 1/63"});
}

/// 1 + 2 and 16 + 32: all of it is what a legal representative may have. Of a parent without authority daily life (2, 16, 32) falls away.
BOOST_AUTO_TEST_CASE(the_nearer_kind_takes_what_it_may_carry) {
  expect({link(10, 30, 1, 3)}, {link(20, 40, 6, 48)}, {"10-20 1/3", "20-30 1/51", "30-40 6/48"});
  expect({link(10, 30, 3, 1)}, {link(10, 30, 6, 50)}, {"10-30 3/1"});
  expect({link(10, 30, 7, 32)}, {link(10, 30, 6, 18)}, {"10-30 6/50"});
}

BOOST_AUTO_TEST_CASE(a_feed_owns_what_it_alone_says) {
  expect({link(10, 30, 1, 63, "", "aaf")}, {link(20, 40, 1, 63)}, {"10-20 1/63 of aaf", "20-40 1/63"});
  expect({link(10, 30, 1, 63, "", "aaf")}, {link(20, 40, 1, 63, "", "aaf")}, {"10-40 1/63 of aaf"});
}

/// A link that was cancelled on the day on which it began holds on no day.
BOOST_AUTO_TEST_CASE(what_has_no_day_is_left_out) {
  expect({link(10, 10, 1, 63)}, {link(10, 30, 4, 0, "TJ 1")}, {"10-30 4/0 TJ 1"});
  expect({link(20, 20, 1, 63)}, {link(10, 30, 1, 63)}, {"10-30 1/63"});
  expect({link(10, 10, 1, 63)}, {link(10, 10, 4, 0, "TJ 1")}, {});
}

BOOST_AUTO_TEST_CASE(what_a_court_decided_holds_alone) {
  expect({link(10, 30, 1, 3, "TJ 1")}, {link(20, 40, 1, 63)}, {"10-30 1/3 TJ 1", "30-40 1/63"});
  expect({link(10, 30, 6, 50, "TJ 1")}, {link(10, 30, 1, 63)}, {"10-30 6/50 TJ 1"});
}

/// 51 is 1 + 2 + 16 + 32. Of a parent without authority (1) and a legal representative without it (2 + 16 + 32) nothing is left. To be the
/// sole representative is more than to be one.
BOOST_AUTO_TEST_CASE(of_two_decisions_what_both_leave) {
  expect({link(10, 30, 1, 51, "TJ 1")}, {link(10, 30, 6, 50, "TJ 2")}, {"10-30 6/50 TJ 2"});
  expect({link(10, 30, 3, 1, "TJ 1")}, {link(10, 30, 1, 50, "TJ 2")}, {"10-30 3/0 TJ 1"});
  expect({link(10, 30, 2, 63, "TJ 1")}, {link(10, 30, 1, 3, "TJ 2")}, {"10-30 1/3 TJ 2"});
}

BOOST_AUTO_TEST_CASE(the_revision_is_above_those_of_both) {
  Link read = link(10, 30, 1, 63);
  read.revision = 7;
  const std::vector<Link> both = joined({link(10, 30, 1, 63)}, {read});
  BOOST_TEST_REQUIRE(both.size() == 1U);
  BOOST_TEST(both.front().revision == 8);
  BOOST_TEST(joined({}, {read}).front().revision == 7);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace ent::person
