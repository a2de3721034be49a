// What families read of a class of few.
#include "report/assembly.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace ent;
using namespace ent::report;

Report of(std::int32_t marked) {
  Report report;
  Average average;
  average.shown = 12;
  average.among = {marked, Decimal(11), Decimal(8), Decimal(14)};
  average.before = {{Decimal(13), Decimal(10), marked}, {Decimal(9), Decimal(10), 5}};
  report.lines.resize(2);
  report.lines[0].average = average;
  report.general = average;
  report.categories = {{"SCI", "Sciences", {"MATHS"}, average}};
  return report;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_assembly)

BOOST_AUTO_TEST_CASE(lowest_and_highest_of_fewer_than_five_are_left_out) {
  const Report few = as_published(of(4));
  BOOST_TEST(!few.lines[0].average->among.minimum);
  BOOST_TEST(!few.lines[0].average->among.maximum);
  BOOST_TEST(!few.general->among.minimum);
  BOOST_TEST(!few.categories[0].average.among.minimum);
  BOOST_TEST((few.general->among.mean == Decimal(11)));
  BOOST_TEST(!few.lines[1].average);
}

/// Two marks of 12 and 10 have the mean 11: whoever knows one of them and the mean knows the other.
BOOST_AUTO_TEST_CASE(the_mean_of_fewer_than_three_is_left_out) {
  for (const std::int32_t marked : {1, 2}) {
    const Report two = as_published(of(marked));
    BOOST_TEST(!two.lines[0].average->among.mean);
    BOOST_TEST(two.lines[0].average->among.marked == marked);
    BOOST_TEST(!two.general->among.mean);
    BOOST_TEST(!two.categories[0].average.among.mean);
    BOOST_TEST(!two.categories[0].average.before[0].mean);
    BOOST_TEST(!two.general->before[0].mean);
    BOOST_TEST((two.general->before[0].shown == Decimal(13)));
    BOOST_TEST((two.general->before[1].mean == Decimal(10)));  // of five
  }
  const Report three = as_published(of(3));
  BOOST_TEST((three.lines[0].average->among.mean == Decimal(11)));
  BOOST_TEST((three.general->before[0].mean == Decimal(10)));
}

BOOST_AUTO_TEST_CASE(those_of_five_are_told) {
  const Report five = as_published(of(5));
  BOOST_TEST((five.lines[0].average->among.minimum == Decimal(8)));
  BOOST_TEST((five.general->among.maximum == Decimal(14)));
}

BOOST_AUTO_TEST_SUITE_END()
