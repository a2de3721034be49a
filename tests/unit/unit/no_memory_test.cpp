// The error wall when there is no memory left, not even for the error.
#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <new>
#include <stdexcept>

#include "unit/failure.hpp"

namespace {

thread_local bool no_memory = false;

using namespace ent;

template <class Thrown>
std::optional<Error> throw_without_memory(const Thrown& thrown) {
  auto error = unit::walled([&]() -> std::optional<Error> {
    no_memory = true;
    throw thrown;
  });
  no_memory = false;
  return error;
}

}  // namespace

void* operator new(std::size_t size) {
  void* taken = no_memory ? nullptr : std::malloc(size);
  if (taken == nullptr) throw std::bad_alloc();
  return taken;
}
void operator delete(void* taken) noexcept { std::free(taken); }
void operator delete(void* taken, std::size_t) noexcept { std::free(taken); }

BOOST_AUTO_TEST_SUITE(no_memory_left)

BOOST_AUTO_TEST_CASE(whatever_was_thrown_is_answered) {
  const auto expect = [](const std::optional<Error>& error) {
    BOOST_TEST_REQUIRE(error.has_value());
    BOOST_TEST((error->code == Errc::resource_exhausted));
    BOOST_TEST(error->reason == "memory.full");
  };
  expect(throw_without_memory(std::bad_alloc()));
  expect(throw_without_memory(store::Failure(store::Fault::busy, "locked for longer than anybody waits")));
  expect(throw_without_memory(std::runtime_error("a defect, told in more characters than fit inside a string")));
  expect(throw_without_memory(Exception(base::fail(Errc::unavailable, "store.group_undone"))));
  expect(throw_without_memory(17));
}

BOOST_AUTO_TEST_CASE(with_memory_all_is_told) {
  const auto error = unit::walled([]() -> std::optional<Error> { throw 17; });
  BOOST_TEST(error->reason == "internal.defect");
}

BOOST_AUTO_TEST_SUITE_END()
