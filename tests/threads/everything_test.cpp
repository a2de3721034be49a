// Eight threads do all that a portal can do at once: sign in, read, write, hold snapshots, act for others, end
// sessions; and at last somebody closes it under them.
#include <array>
#include <atomic>

#include "ent/call.hpp"
#include "ent/group.hpp"
#include "ent/rights.hpp"
#include "on_threads.hpp"
#include "support/school.hpp"

namespace ent::test::threads {

static constexpr int rounds = 4;

/// Whom each thread signs in, and whom it reads about.
struct Everybody {
  explicit Everybody(Place place) : school(place) {
    for (int i = 0; i < thread_count; ++i) {
      const PersonId guest = school.guest("Noé", "Invité" + std::string(1, static_cast<char>('A' + i)));
      people.push_back(guest);
      logins.push_back(school.account_of(guest).login);
    }
  }
  std::string name(int thread, int round) const { return "Passant" + std::to_string(thread) + "x" + std::to_string(round); }

  School school;
  std::vector<PersonId> people;
  std::vector<std::string> logins;
};

static void expect(bool holds, const char* what) {
  if (!holds) throw std::runtime_error(what);
}

static void sign_in_and_out(const Everybody& all, int thread) {
  const Portal& portal = all.school.portal;
  const auto number = static_cast<std::size_t>(thread);
  SignedIn in = needed(portal.sign_in({.login = all.logins[number], .password = good_password}));
  expect(in.session.person_id() == all.people[number], "somebody else is signed in");
  Resumed again = needed(portal.resume(in.token));
  static_cast<void>(needed(account::sessions(again.session, {})));
  static_cast<void>(needed(portal.sign_out(again.session)));
  expect(!account::sessions(in.session, {}), "a session that was ended lives");
  expect(!portal.sign_in({.login = all.logins[number], .password = "un autre mot", .source = "10.0.0"}), "a wrong password is taken");
}

static void write_and_read(const Everybody& all, int thread, int round) {
  Session host = all.school.portal.system();
  const std::string name = all.name(thread, round);
  const PersonId person =
      needed(person::add(host, {.org_id = all.school.org, .family_name = name, .given_name = "Lou"})).id;
  static_cast<void>(needed(person::affiliate(host, {.org_id = all.school.org, .person_id = person, .profile = Profile::guest})));
  expect(needed(person::search(host, {.words = name})).items.size() == 1, "who was added is not found");
  static_cast<void>(needed(call(host, "group.add",
                                R"({"org_id": )" + std::to_string(all.school.org.value) +
                                    R"(, "kind": "division", "school_year": 2026, "code": ")" + name + R"(", "name": "6e"})")));
}

static void look_from_a_snapshot(const Everybody& all) {
  const Session host = all.school.portal.system();
  const auto count = [&](Session& session) {
    return needed(person::list(session, {.org_id = all.school.org, .limit = 500})).items.size();
  };
  {
    Session snapshot = needed(host.snapshot());
    const auto before = count(snapshot);
    std::this_thread::yield();
    expect(count(snapshot) == before, "a snapshot moved");
  }
  Session past = host.at(Date{std::chrono::year{2020} / 1 / 1});
  static_cast<void>(needed(org::list(past, {})));
}

static void act_for(const Everybody& all, int thread) {
  const PersonId person = all.people[static_cast<std::size_t>(thread)];
  Session session = needed(all.school.portal.act_as({.person_id = person}));
  static_cast<void>(needed(rights::explain(session, {.permission = "org.read", .org_id = all.school.org})));
  const auto refused = org::change(session, {.id = all.school.org, .name = "Collège des Hêtres"});
  expect(!refused, "a guest changed the school");
  if (refused.error().code != Errc::permission_denied) throw std::runtime_error(refused.error().reason);
}

/// Another kind of call on each thread, and on the same thread in each round.
static void do_something(const Everybody& all, int thread, int round) {
  switch ((thread + round) % 4) {
    case 0: return sign_in_and_out(all, thread);
    case 1: return write_and_read(all, thread, round);
    case 2: return look_from_a_snapshot(all);
    default: return act_for(all, thread);
  }
}

BOOST_AUTO_TEST_SUITE(everything)

BOOST_DATA_TEST_CASE(all_kinds_of_calls_at_once, boost::unit_test::data::make(places()), place) {
  Everybody all(place);
  expect_no_fault(on_threads([&](int thread) {
    for (int round = 0; round < rounds; ++round) {
      do_something(all, thread, round);
    }
  }));
  const auto people = must(person::list(all.school.host, {.org_id = all.school.org, .limit = 500})).items.size();
  BOOST_TEST(people == static_cast<std::size_t>(thread_count + thread_count * rounds / 4));
}

BOOST_DATA_TEST_CASE(closed_in_the_middle_of_it, boost::unit_test::data::make(places()), place) {
  Everybody all(place);
  std::atomic<int> rounds_done{0};
  const auto faults = on_threads([&](int thread) {
    for (int round = 0;; ++round) {
      if (thread == 0 && rounds_done > thread_count) return all.school.portal.close();
      do_something(all, thread, round);
      ++rounds_done;
    }
  });
  BOOST_TEST(faults[0] == "");
  for (std::size_t thread = 1; thread < faults.size(); ++thread) BOOST_TEST(faults[thread] == "closed");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace ent::test::threads
