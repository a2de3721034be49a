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
  report.lines.resize(2);
  report.lines[0].average = average;
  report.general = average;
  return report;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_assembly)

BOOST_AUTO_TEST_CASE(lowest_and_highest_of_fewer_than_five_are_left_out) {
  const Report few = as_published(of(4));
  BOOST_TEST(!few.lines[0].average->among.minimum);
  BOOST_TEST(!few.lines[0].average->among.maximum);
  BOOST_TEST(!few.general->among.minimum);
  BOOST_TEST((few.general->among.mean == Decimal(11)));
  BOOST_TEST(!few.lines[1].average);
}

BOOST_AUTO_TEST_CASE(those_of_five_are_told) {
  const Report five = as_published(of(5));
  BOOST_TEST((five.lines[0].average->among.minimum == Decimal(8)));
  BOOST_TEST((five.general->among.maximum == Decimal(14)));
}

BOOST_AUTO_TEST_SUITE_END()
