// Eight threads that save one register or one grid of marks at the same moment: one result, and a conflict that has a name.
#include <array>
#include <barrier>
#include <boost/test/data/test_case.hpp>

#include "on_threads.hpp"
#include "support/portal_store.hpp"
#include "support/rivals.hpp"

namespace ent::test::threads {

/// Calls `save(rival, round, meet)` for each round on each thread, which answers whether it won.
template <class Save>
static void race(Place place, Save save) {
  const PortalStore store(place);
  const Portal portal = Portal::open(store.uri(), Classroom::options()).value();
  const Classroom room(portal, 1);
  std::barrier<> meeting(thread_count);
  std::array<std::atomic<int>, Rival::rounds> won{};
  expect_no_fault(on_threads([&](int thread) {
    Rival rival(room, portal, thread);
    for (std::size_t round = 0; round < won.size(); ++round) {
      try {
        if (save(rival, static_cast<int>(round), [&] { meeting.arrive_and_wait(); })) ++won[round];
      } catch (...) {
        meeting.arrive_and_drop();
        throw;
      }
    }
  }));
  for (const auto& of_round : won) BOOST_TEST(of_round == 1);
}

BOOST_AUTO_TEST_SUITE(rivals)

BOOST_DATA_TEST_CASE(of_eight_threads_one_takes_a_register, boost::unit_test::data::make(places()), place) {
  race(place, [](Rival& rival, int round, auto meet) {
    meet();
    const bool first = rival.takes_first(round);
    meet();
    if (rival.stands_on_register(round, 1) != first) throw std::runtime_error("another register stands");
    meet();
    const bool again = rival.takes_again(round);
    meet();
    if (rival.stands_on_register(round, 2) != again) throw std::runtime_error("another register stands");
    return again;
  });
}

BOOST_DATA_TEST_CASE(of_eight_threads_one_enters_a_grid, boost::unit_test::data::make(places()), place) {
  race(place, [](Rival& rival, int round, auto meet) {
    meet();
    const bool won = rival.enters(round);
    meet();
    if (rival.stands_in_grid(round) != won) throw std::runtime_error("another grid stands");
    return won;
  });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test::threads
