// A store of the host's: the portal works on it as on its own, and what it sees are texts.
#include <set>

#include "ent/store_wrapper.hpp"
#include "support/school.hpp"

namespace ent::test {

class SeenConnection final : public store::ConnectionWrapper {
 public:
  SeenConnection(std::unique_ptr<store::Connection> inner, std::set<std::string>& texts, std::mutex& mutex)
      : ConnectionWrapper(std::move(inner)), texts_(texts), mutex_(mutex) {}
  store::Rows query(const store::Text& text, std::span<const store::Arg> args) override {
    note(text);
    return ConnectionWrapper::query(text, args);
  }
  void exec(const store::Text& text, std::span<const store::Arg> args) override {
    note(text);
    ConnectionWrapper::exec(text, args);
  }
  void exec_each(const store::Text& text, std::span<const store::Arg> args) override {
    note(text);
    ConnectionWrapper::exec_each(text, args);
  }

 private:
  void note(const store::Text& text) {
    const std::lock_guard lock(mutex_);
    texts_.insert(text.text);
  }
  std::set<std::string>& texts_;
  std::mutex& mutex_;
};

class SeenDatabase final : public store::DatabaseWrapper {
 public:
  using DatabaseWrapper::DatabaseWrapper;
  std::unique_ptr<store::Connection> connect_reader() override {
    if (no_reader) throw store::Failure(store::Fault::busy, "the replica is away");
    return std::make_unique<SeenConnection>(DatabaseWrapper::connect_reader(), texts, mutex);
  }
  std::unique_ptr<store::Connection> connect_writer() override {
    return std::make_unique<SeenConnection>(DatabaseWrapper::connect_writer(), texts, mutex);
  }
  bool saw(std::string_view words) {
    const std::lock_guard lock(mutex);
    return std::ranges::any_of(texts, [&](const std::string& text) { return text.find(words) != std::string::npos; });
  }

  bool no_reader = false;
  std::set<std::string> texts;
  std::mutex mutex;
};

struct Watched {
  explicit Watched(Place place)
      : fresh(place), database(std::make_shared<SeenDatabase>(must(store::open(fresh.uri())))), portal(must(Portal::open(database))) {}
  PortalStore fresh;
  std::shared_ptr<SeenDatabase> database;
  Portal portal;
};

BOOST_AUTO_TEST_SUITE(store_port)

BOOST_DATA_TEST_CASE(a_portal_on_a_wrapper_works_and_shows_its_texts, places(), place) {
  Watched watched(place);
  Session host = watched.portal.system();
  const std::string name = "Collège des Tilleuls";
  const auto school = must(org::add(host, {.kind = org::Kind::establishment, .code = "0951099D", .name = name,
                                           .degree = org::Degree::second}));
  BOOST_TEST(must(org::get(host, {.id = school.id})).name == name);
  must(person::add(host, {.org_id = school.id, .family_name = "Quillévéré", .given_name = "Nolwenn"}));
  for (const char* words : {"INSERT INTO org_unit ", "INSERT INTO audit_entry ", "INSERT INTO change_event ", "FROM org_unit"}) {
    BOOST_TEST(watched.database->saw(words), words);
  }
  for (const char* value : {"Tilleuls", "0951099D", "Quill", "Nolwenn"}) BOOST_TEST(!watched.database->saw(value), value);
}

BOOST_AUTO_TEST_CASE(what_a_wrapper_throws_is_told_as_the_driver_s) {
  Watched watched(Place::memory);
  watched.database->no_reader = true;
  Session host = watched.portal.system();
  const auto list = org::list(host, {});
  BOOST_TEST(reason(list) == "store.busy");
  BOOST_TEST((code(list) == Errc::unavailable));
  watched.database->no_reader = false;
  BOOST_TEST(org::list(host, {}).has_value());
}

BOOST_AUTO_TEST_CASE(a_store_that_is_none_is_refused) {
  BOOST_TEST(reason(Portal::open(std::shared_ptr<store::Database>{})) == "argument.null");
  BOOST_TEST(reason(Portal::open(must(store::open(":memory:")), {.timezone = "Nowhere"})) == "portal.timezone_unknown");
  BOOST_TEST(reason(store::open("/no/such/folder/store.ent")) == "store.io");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test
