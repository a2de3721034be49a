// The main function of every test program, written out so that the header may be precompiled.
#include <boost/test/unit_test.hpp>

int main(int count, char** arguments) {
  return boost::unit_test::unit_test_main([] { return true; }, count, arguments);
}
