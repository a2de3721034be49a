// What a try costs, counted at the door of libsodium: a login that does not exist takes as long as one that does,
// and no more hashes are under way than the host allows.
#include <dlfcn.h>
#include <sodium.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include "account/password_hash.hpp"
#include "support/school.hpp"

namespace {

struct Hashes {
  std::mutex mutex;
  std::vector<ent::account::HashCost> costs;
  int running = 0;
  int most_running = 0;
};
Hashes hashes;

}  // namespace

// Stands before libsodium's own function, and calls it.
extern "C" int crypto_pwhash(unsigned char* const out, unsigned long long out_size, const char* const password,
                             unsigned long long password_size, const unsigned char* const salt,
                             unsigned long long passes, std::size_t memory, int algorithm) {
  using Hash = int(unsigned char*, unsigned long long, const char*, unsigned long long, const unsigned char*,
                   unsigned long long, std::size_t, int);
  static auto* const real = reinterpret_cast<Hash*>(dlsym(RTLD_NEXT, "crypto_pwhash"));
  {
    const std::lock_guard lock(hashes.mutex);
    hashes.costs.push_back({static_cast<std::uint32_t>(memory / 1024), static_cast<std::uint32_t>(passes)});
    hashes.most_running = std::max(hashes.most_running, ++hashes.running);
  }
  const int failed = real(out, out_size, password, password_size, salt, passes, memory, algorithm);
  const std::lock_guard lock(hashes.mutex);
  --hashes.running;
  return failed;
}

using namespace ent;
using namespace ent::test;
using namespace std::chrono_literals;
using account::HashCost;

BOOST_AUTO_TEST_SUITE(hash_count)

template <class Act>
std::vector<HashCost> costs_of(Act act) {
  {
    const std::lock_guard lock(hashes.mutex);
    hashes.costs.clear();
  }
  act();
  const std::lock_guard lock(hashes.mutex);
  return hashes.costs;
}

struct Door : School {
  Door() : School(Place::memory) {
    account_of(guest("Claire", "Oriol"));
    account_of(staff("Anne", "Petit", Profile::teacher));
    code_of(guest("Paul", "Roux"));
  }
  std::vector<HashCost> costs(const std::string& login, const std::string& password) {
    return costs_of([&] { static_cast<void>(try_in(portal, login, password)); });
  }
};

const std::vector<HashCost> one_light{account::light_cost};
const std::vector<HashCost> one_strong{account::strong_cost};
const std::vector<HashCost> one_of_a_code{account::code_cost};

BOOST_FIXTURE_TEST_CASE(each_try_takes_one_hash_at_the_cost_of_its_account, Door) {
  BOOST_TEST((costs("claire.oriol", "wrong") == one_light));
  BOOST_TEST((costs("claire.oriol", good_password) == one_light));
  BOOST_TEST((costs("anne.petit", "wrong") == one_strong));
  BOOST_TEST((costs("paul.roux", "waits for its code") == one_light));
}

BOOST_FIXTURE_TEST_CASE(a_login_that_does_not_exist_takes_one_hash_too_and_always_the_same, Door) {
  int strong = 0;
  for (int i = 0; i < 24; ++i) {
    const std::string login = "nobody" + std::to_string(i);
    const auto first = costs(login, "wrong");
    BOOST_TEST((first == one_light || first == one_strong));
    if (i < 4) BOOST_TEST((costs(login, "else") == first));
    strong += first == one_strong ? 1 : 0;
  }
  BOOST_TEST(strong > 0);
  BOOST_TEST(strong < 12);
}

BOOST_FIXTURE_TEST_CASE(what_is_refused_unseen_costs_nothing, Door) {
  BOOST_TEST(costs("claire.oriol", std::string(257, 'x')).empty());
  BOOST_TEST(costs("nobody", std::string(257, 'x')).empty());
  for (int i = 0; i < 5; ++i) static_cast<void>(costs("claire.oriol", "wrong"));
  BOOST_TEST(costs("claire.oriol", "wrong").empty());
}

BOOST_FIXTURE_TEST_CASE(a_code_takes_one_hash_whether_or_not_there_is_one, Door) {
  const auto activating = [&](const std::string& login, const std::string& code) {
    return costs_of([&] { static_cast<void>(portal.activate({.login = login, .code = code, .password = good_password})); });
  };
  BOOST_TEST((activating("paul.roux", "00000-00000") == one_of_a_code));
  BOOST_TEST((activating("paul.roux", "no code") == one_of_a_code));
  BOOST_TEST((activating("claire.oriol", "00000-00000") == one_of_a_code));
  BOOST_TEST((activating("nobody", "00000-00000") == one_of_a_code));
}

BOOST_AUTO_TEST_CASE(no_more_hashes_are_under_way_than_allowed) {
  const PortalStore fresh(Place::file);
  OpenOptions options;
  options.password_hashes = 2;
  const Portal portal = must(Portal::open(fresh.uri(), options));
  hashes.most_running = 0;
  std::vector<std::thread> callers;
  for (int i = 0; i < 8; ++i) {
    callers.emplace_back([&, i] {
      for (int j = 0; j < 4; ++j) static_cast<void>(portal.sign_in({.login = "nobody" + std::to_string(i * 10 + j)}));
    });
  }
  for (std::thread& caller : callers) caller.join();
  BOOST_TEST(hashes.most_running <= 2);
  BOOST_TEST(hashes.most_running > 0);
}

BOOST_AUTO_TEST_SUITE_END()
