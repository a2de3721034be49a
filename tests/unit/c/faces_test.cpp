#include <boost/test/unit_test.hpp>

#include "faces.hpp"
#include "ops/registry.hpp"
#include "reflect/codec.hpp"
#include "support/random_value.hpp"

using namespace ent;

BOOST_AUTO_TEST_SUITE(c_faces)

BOOST_AUTO_TEST_CASE(every_operation_has_a_struct_that_fits_its_input) {
  const auto ops = ops::all();
  BOOST_REQUIRE_EQUAL(c::faces().size(), ops.size());
  for (std::size_t i = 0; i < ops.size(); ++i) {
    BOOST_TEST_CONTEXT(ops[i]->name) {
      BOOST_TEST(c::faces()[i].op == ops[i]);
      BOOST_TEST(reflect::layout_fault(*ops[i]->in, *c::faces()[i].layout) == "");
    }
  }
}

BOOST_AUTO_TEST_CASE(every_input_comes_through_its_struct_as_it_was) {
  test::RandomValue random(20260914);
  for (const c::Face& face : c::faces()) {
    const reflect::Type& type = *face.op->in;
    for (int i = 0; i < 200; ++i) {
      reflect::Value written(type);
      reflect::Value read(type);
      random.fill(type, written.data());
      reflect::CArena arena;
      const void* args = reflect::write_c(type, *face.layout, written.data(), arena);
      BOOST_REQUIRE_MESSAGE(!reflect::read_c(type, *face.layout, args, face.layout->size, read.data()), face.op->name);
      BOOST_REQUIRE_MESSAGE(test::same_value(type, written.data(), read.data()), face.op->name);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
