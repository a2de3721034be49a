// Eight threads on one portal, each with sessions of its own.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <atomic>
#include <set>

#include "ent/call.hpp"
#include "ent/org.hpp"
#include "ent/portal.hpp"
#include "on_threads.hpp"
#include "support/portal_store.hpp"
#include "support/ports.hpp"

namespace ent::test::threads {

struct Town {
  explicit Town(Place place) : store(place), portal(Portal::open(store.uri(), options()).value()) {}
  static OpenOptions options() {
    OpenOptions options;
    options.durability = Durability::normal;
    options.readers = 3;  // fewer than threads: some wait for a connection
    return options;
  }
  OrgId add_unit(const std::string& code) {
    auto host = portal.system();
    return org::add(host, {.kind = org::Kind::municipality, .code = code, .name = "Commune " + code}).value().id;
  }
  PortalStore store;
  Portal portal;
};

BOOST_AUTO_TEST_SUITE(portal)

BOOST_DATA_TEST_CASE(nothing_that_was_answered_is_lost, boost::unit_test::data::make(places()), place) {
  Town town(place);
  constexpr int writes = 25;
  std::vector<std::vector<OrgId>> added(thread_count);
  expect_no_fault(on_threads([&](int thread) {
    auto session = town.portal.system();
    for (int i = 0; i < writes; ++i) {
      const OrgId id = town.add_unit(std::to_string(thread * 1000 + i));
      added[static_cast<std::size_t>(thread)].push_back(id);
      if (org::get(session, {.id = id}).value().id != id) throw std::runtime_error("own write not read");
      static_cast<void>(org::list(session, {.limit = 5}).value());
    }
  }));
  std::set<std::int64_t> ids;
  auto host = town.portal.system();
  for (const auto& of_thread : added) {
    for (const OrgId id : of_thread) {
      ids.insert(id.value);
      BOOST_TEST(org::get(host, {.id = id}).has_value());
    }
  }
  BOOST_TEST(ids.size() == static_cast<std::size_t>(thread_count * writes));
  BOOST_TEST(org::list(host, {.limit = 500}).value().items.size() == ids.size());
}

BOOST_DATA_TEST_CASE(each_revision_is_won_once, boost::unit_test::data::make(places()), place) {
  Town town(place);
  const OrgId id = town.add_unit("1");
  std::atomic<int> won{0};
  expect_no_fault(on_threads([&](int thread) {
    auto session = town.portal.system();
    for (int i = 0; i < 20; ++i) {
      const auto read = org::get(session, {.id = id}).value();
      const auto changed = org::change(session, {.id = id, .name = "Commune " + std::to_string(thread)},
                                       {.if_revision = read.revision});
      if (changed) {
        ++won;
      } else if (changed.error().code != Errc::conflict) {
        throw std::runtime_error(changed.error().reason);
      }
    }
  }));
  auto host = town.portal.system();
  BOOST_TEST(won > 0);
  BOOST_TEST(org::get(host, {.id = id}).value().revision == 1 + won);
}

BOOST_DATA_TEST_CASE(one_key_is_one_write, boost::unit_test::data::make(places()), place) {
  Town town(place);
  std::vector<std::string> answers(thread_count);
  expect_no_fault(on_threads([&](int thread) {
    auto session = town.portal.system();
    answers[static_cast<std::size_t>(thread)] =
        call(session, "org.add", R"({"kind": "region", "code": "7", "name": "Région"})", {.idempotency_key = "once"}).value();
  }));
  BOOST_TEST(std::ranges::count(answers, answers[0]) == thread_count);
  auto host = town.portal.system();
  BOOST_TEST(org::list(host, {}).value().items.size() == 1U);
}

BOOST_DATA_TEST_CASE(a_snapshot_stands_still_while_others_write, boost::unit_test::data::make(places()), place) {
  Town town(place);
  town.add_unit("first");
  expect_no_fault(on_threads([&](int thread) {
    for (int i = 0; i < 5; ++i) {
      if (thread % 4 != 0) {  // at most two snapshots at once: each holds a connection
        town.add_unit(std::to_string(thread * 1000 + i));
        continue;
      }
      auto snapshot = town.portal.system().snapshot().value();
      const auto before = org::list(snapshot, {.limit = 500}).value().items.size();
      town.add_unit(std::to_string(thread * 1000 + i));
      if (org::list(snapshot, {.limit = 500}).value().items.size() != before) throw std::runtime_error("it moved");
    }
  }));
}

BOOST_DATA_TEST_CASE(a_portal_may_be_closed_under_its_callers, boost::unit_test::data::make(places()), place) {
  Town town(place);
  std::atomic<int> done{0};
  expect_no_fault(on_threads([&](int thread) {
    auto session = town.portal.system();
    for (int i = 0;; ++i) {
      if (thread == 0 && done > 20) town.portal.close();
      const auto added = org::add(session, {.kind = org::Kind::municipality,
                                            .code = std::to_string(thread * 100'000 + i),
                                            .name = "Commune"});
      if (added) {
        ++done;
        continue;
      }
      if (added.error().reason == "closed") return;
      town.portal.close();
      throw std::runtime_error(added.error().reason);
    }
  }));
  town.portal.close();
  auto again = Portal::open(town.store.uri(), Town::options()).value();
  if (place == Place::memory) return;  // it went with its portal
  auto host = again.system();
  int found = 0;
  for (std::optional<std::string> next;;) {
    const auto page = org::list(host, {.limit = 500, .after = next}).value();
    found += static_cast<int>(page.items.size());
    next = page.next;
    if (!next) break;
  }
  BOOST_TEST(found == done);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test::threads
