// Eight processes of three threads each write to one store at once: nothing is lost, nothing is given twice, and
// nobody is told that the store is busy. On PostgreSQL somebody may be told to try again who was overtaken too often.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "ent/org.hpp"
#include "support/school.hpp"
#include "telling_child.hpp"

namespace ent::test {
namespace {

constexpr int processes = 8;
constexpr int threads_each = 3;
constexpr int writes_each = 12;
constexpr int all_writes = processes * threads_each * writes_each;

/// Leaves no connection open: SQLite's may not live on in a forked process.
OrgId add_academy(const std::string& uri) {
  auto portal = must(Portal::open(uri));
  auto host = portal.system();
  return must(org::add(host, {.kind = org::Kind::academy, .code = "90", .name = "Académie"})).id;
}

/// Asks again when others kept changing the same data, where that is an answer.
template <class Write>
auto written(bool patient, Write write) {
  auto answer = write();
  while (patient && !answer && answer.error().reason == "store.conflict") answer = write();
  return needed(std::move(answer));
}

template <class Tell>
void write_some(Portal& portal, OrgId shared, const std::string& writer, bool patient, Tell tell) {
  auto host = portal.system();
  for (int i = 0; i < writes_each; ++i) {
    const std::string code = writer + std::to_string(i);
    const OrgId own =
        written(patient, [&] { return org::add(host, {.kind = org::Kind::municipality, .code = code, .name = code}); }).id;
    needed(org::get(host, {.id = own}));
    tell(own.value);
    written(patient, [&] { return org::change(host, {.id = shared, .name = code}); });
  }
}

template <class Tell>
void write_on_threads(const PortalStore& store, OrgId shared, int process, Tell tell) {
  auto portal = needed(Portal::open(store.uri()));
  const bool patient = store.place() == Place::postgres;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < threads_each; ++thread) {
    const std::string writer = std::to_string(process) + "-" + std::to_string(thread) + "-";
    threads.emplace_back([&portal, shared, writer, patient, tell] {
      or_end([&] { write_some(portal, shared, writer, patient, tell); });
    });
  }
  for (std::thread& thread : threads) thread.join();
}

template <class Work>
std::vector<std::unique_ptr<TellingChild>> start_all(Work work) {
  std::vector<std::unique_ptr<TellingChild>> children;
  for (int process = 0; process < processes; ++process) {
    children.push_back(std::make_unique<TellingChild>([&, process](auto tell) { work(process, tell); }));
  }
  return children;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(crowd)

BOOST_DATA_TEST_CASE(eight_processes_share_one_store, lasting_places(), place) {
  const PortalStore store(place);
  const OrgId shared = add_academy(store.uri());
  std::set<std::int64_t> told;
  for (const auto& child : start_all([&](int process, auto tell) { write_on_threads(store, shared, process, tell); })) {
    while (const auto number = child->next()) BOOST_TEST(told.insert(*number).second, *number << " was given twice");
    BOOST_TEST(child->end() == 0);
  }
  BOOST_TEST(told.size() == static_cast<std::size_t>(all_writes));
  auto portal = must(Portal::open(store.uri()));
  auto host = portal.system();
  for (const std::int64_t number : told) BOOST_TEST(org::get(host, {.id = {number}}).has_value());
  BOOST_TEST(must(org::get(host, {.id = shared})).revision == 1 + all_writes);
}

BOOST_DATA_TEST_CASE(eight_processes_may_make_the_store_at_once, lasting_places(), place) {
  const PortalStore store(place);
  for (const auto& child : start_all([&](int process, auto) {
         auto portal = needed(Portal::open(store.uri()));
         auto host = portal.system();
         written(place == Place::postgres, [&] {
           return org::add(host, {.kind = org::Kind::region, .code = std::to_string(process), .name = "Région"});
         });
       })) {
    BOOST_TEST(child->end() == 0);
  }
  auto portal = must(Portal::open(store.uri()));
  auto host = portal.system();
  BOOST_TEST(must(org::list(host, {})).items.size() == static_cast<std::size_t>(processes));
}

BOOST_DATA_TEST_CASE(an_empty_portal_is_bootstrapped_by_one_of_eight, lasting_places(), place) {
  const PortalStore store(place);
  must(Portal::open(store.uri()));
  int won = 0;
  for (const auto& child : start_all([&](int, auto tell) {
         auto portal = needed(Portal::open(store.uri()));
         const Bootstrap first{.uai = "0951099D",
                               .establishment_name = "Collège des Tilleuls",
                               .family_name = "Rey",
                               .given_name = "Ada"};
         auto made = portal.bootstrap(first);
         while (!made && made.error().reason == "store.conflict") made = portal.bootstrap(first);
         if (made) return tell(1);
         if (made.error().reason != "portal.not_empty") throw std::runtime_error(made.error().reason);
       })) {
    while (child->next()) ++won;
    BOOST_TEST(child->end() == 0);
  }
  BOOST_TEST(won == 1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
