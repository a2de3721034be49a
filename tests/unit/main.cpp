#define BOOST_TEST_MODULE ent
#include <boost/test/unit_test.hpp>
