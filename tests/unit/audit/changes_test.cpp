// The trails that writes leave: the change feed, and the audit as each may read it.
#include <boost/test/unit_test.hpp>

#include "ent/audit.hpp"
#include "ent/org.hpp"
#include "ent/portal.hpp"

namespace {

struct School {
  ent::Portal portal = ent::Portal::open(":memory:").value();
  ent::Session host = portal.system();
  ent::OrgId id = ent::org::add(host, {.kind = ent::org::Kind::establishment,
                                       .code = "0951099D",
                                       .name = "Collège des Tilleuls",
                                       .degree = ent::org::Degree::second})
                      .value()
                      .id;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(trails, School)

BOOST_AUTO_TEST_CASE(the_change_feed_goes_on_from_where_its_reader_stopped) {
  auto feed = ent::audit::changes(host, {.org_id = id}).value();
  BOOST_TEST_REQUIRE(feed.items.size() == 1U);
  BOOST_TEST(feed.items[0].event == "org.was_added");
  BOOST_TEST(feed.items[0].target == id.value);

  BOOST_TEST(ent::org::change(host, {.id = id, .name = "Collège des Érables"}).has_value());
  feed = ent::audit::changes(host, {.org_id = id, .after_number = feed.last_number}).value();
  BOOST_TEST_REQUIRE(feed.items.size() == 1U);
  BOOST_TEST(feed.items[0].event == "org.was_changed");

  feed = ent::audit::changes(host, {.org_id = id, .after_number = feed.last_number}).value();
  BOOST_TEST(feed.items.empty());
}

BOOST_AUTO_TEST_CASE(a_write_and_its_audit_entry_come_together) {
  BOOST_TEST(ent::org::change(host, {.id = id, .name = "Collège des Érables"}).has_value());
  const auto page = ent::audit::list(host, {.org_id = id}).value();
  BOOST_TEST_REQUIRE(!page.items.empty());
  BOOST_TEST(page.items[0].operation == "org.change");
  BOOST_TEST(page.items[0].allowed);
  BOOST_TEST(!page.items[0].person_id.has_value());
  BOOST_TEST((page.items[0].profile == ent::Profile::system));
}

BOOST_AUTO_TEST_CASE(reading_the_audit_is_itself_audited) {
  BOOST_TEST(ent::audit::list(host, {.org_id = id}).has_value());
  const auto page = ent::audit::list(host, {.org_id = id}).value();
  BOOST_TEST_REQUIRE(!page.items.empty());
  BOOST_TEST(page.items[0].operation == "audit.list");
}

BOOST_AUTO_TEST_SUITE_END()
