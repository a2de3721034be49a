// Processes that save one register or one grid of marks at the same moment: one result, and a conflict that has a name.
#include <sys/mman.h>

#include <atomic>
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <memory>
#include <new>

#include "support/portal_store.hpp"
#include "support/rivals.hpp"
#include "telling_child.hpp"

namespace ent::test {
namespace {

constexpr int processes = 2;

/// Where the processes of a test wait for each other.
class Meeting {
 public:
  Meeting() {
    void* const memory = ::mmap(nullptr, sizeof *arrived_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::runtime_error("no shared memory");
    arrived_ = new (memory) std::atomic<int>(0);
  }
  Meeting(const Meeting&) = delete;
  Meeting& operator=(const Meeting&) = delete;
  ~Meeting() { ::munmap(arrived_, sizeof *arrived_); }

  /// All leave it together.
  void wait() {
    const int all = (*arrived_)++ / processes * processes + processes;
    while (*arrived_ < all) ::sched_yield();
  }
  /// Nobody is waited for any more.
  void leave() { *arrived_ += 1'000'000; }

 private:
  std::atomic<int>* arrived_;
};

template <class Save>
void race(const PortalStore& store, Save save) {
  const Classroom room(store.uri(), 1);
  Meeting meeting;
  std::vector<std::unique_ptr<TellingChild>> children;
  for (int process = 0; process < processes; ++process) {
    children.push_back(std::make_unique<TellingChild>([&, process](auto tell) {
      try {
        const Portal portal = room.open();
        Rival rival(room, portal, process);
        for (int round = 0; round < Rival::rounds; ++round) save(rival, round, [&] { meeting.wait(); }, tell);
      } catch (...) {
        meeting.leave();
        throw;
      }
    }));
  }
  for (int save_number = 0;; ++save_number) {
    std::int64_t won = 0;
    int told = 0;
    for (const auto& child : children) {
      const auto answer = child->next();
      told += answer ? 1 : 0;
      won += answer.value_or(0);
    }
    if (told == 0) {
      BOOST_TEST(save_number >= Rival::rounds);
      return;
    }
    BOOST_TEST_CONTEXT("save " << save_number) {
      BOOST_REQUIRE(told == processes);
      BOOST_TEST(won == 1);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rivals)

BOOST_DATA_TEST_CASE(of_two_processes_one_takes_a_register, lasting_places(), place) {
  const PortalStore store(place);
  race(store, [](Rival& rival, int round, auto meet, auto tell) {
    for (const std::int64_t revision : {1, 2}) {
      meet();
      const bool won = revision == 1 ? rival.takes_first(round) : rival.takes_again(round);
      meet();
      if (rival.stands_on_register(round, revision) != won) throw std::runtime_error("another register stands");
      tell(won ? 1 : 0);
    }
  });
}

BOOST_DATA_TEST_CASE(of_two_processes_one_enters_a_grid, lasting_places(), place) {
  const PortalStore store(place);
  race(store, [](Rival& rival, int round, auto meet, auto tell) {
    meet();
    const bool won = rival.enters(round);
    meet();
    if (rival.stands_in_grid(round) != won) throw std::runtime_error("another grid stands");
    tell(won ? 1 : 0);
  });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
