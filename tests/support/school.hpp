/// A portal with one collège, on any engine, and short ways to people it. The clock stands still until it is
/// moved, and random bytes come from a seed.
#pragma once

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>

#include "ent/account.hpp"
#include "ent/person.hpp"
#include "ent/portal.hpp"
#include "store/store.hpp"
#include "support/portal_store.hpp"
#include "support/ports.hpp"
#include "unit/state.hpp"

namespace ent::test {

/// The value of an answer, or a failed test that says why there is none.
template <class T>
T must(Result<T> result) {
  BOOST_REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().reason + " " + result.error().message));
  return *std::move(result);
}

/// The reason of a refusal; "" when there was none.
template <class T>
std::string reason(const Result<T>& result) {
  return result ? "" : result.error().reason;
}
template <class T>
Errc code(const Result<T>& result) {
  return result ? Errc::ok : result.error().code;
}

/// One place of each engine: where a file shows nothing that memory does not.
inline std::vector<Place> engines() {
  std::vector<Place> found = places();
  std::erase(found, Place::file);
  return found;
}

inline const std::string good_password = "un tracteur bleu 7";

class School {
 public:
  explicit School(Place place) : fresh_(place), portal(open()), host(portal.system()) {
    org = must(org::add(host, {.kind = org::Kind::establishment,
                               .code = "0951099D",
                               .name = "Collège des Tilleuls",
                               .degree = org::Degree::second}))
              .id;
  }

  /// The same store, opened once more as another process would.
  Portal open() const {
    OpenOptions options;
    options.clock = clock;
    options.random = random;
    options.log = log;
    return must(Portal::open(fresh_.uri(), options));
  }

  PersonId person(const std::string& given, const std::string& family, std::optional<Date> birth = {}) {
    return must(person::add(host, {.org_id = org, .family_name = family, .given_name = given, .birth_date = birth})).id;
  }
  void post(PersonId person, Profile profile) {
    must(person::affiliate(host, {.org_id = org, .person_id = person, .profile = profile}));
  }
  PersonId staff(const std::string& given, const std::string& family, Profile profile) {
    const PersonId id = person(given, family);
    post(id, profile);
    return id;
  }

  /// Somebody whose password costs little to hash.
  PersonId guest(const std::string& given, const std::string& family) { return staff(given, family, Profile::guest); }
  PersonId pupil(const std::string& given, const std::string& family, Date birth) {
    const PersonId id = person(given, family, birth);
    run({"INSERT INTO affiliation (org, member, profile, function, valid_from, valid_to, source) "
         "SELECT m.org, m.member, 1, 0, 0, 2147483647, '' FROM member m WHERE m.org = $1 AND m.person = $2"},
        {org.value, id.value});
    return id;
  }
  /// Kind 1: legal; 7: a contact, without any right.
  void link(PersonId adult, PersonId pupil, std::int32_t kind, std::int64_t rights) {
    run({"INSERT INTO guardianship (pupil, adult, valid_from, valid_to, kind, rights, relationship, priority, "
         "source, revision) VALUES ($1, $2, 0, 2147483647, $3, $4, 1, 1, '', 1)"},
        {pupil.value, adult.value, kind, rights});
  }

  /// A sheet with the code of one person.
  account::Activation code_of(PersonId person) {
    return must(account::issue_activations(host, {.org_id = org, .person_ids = {person}, .renew = true})).items.at(0);
  }
  /// An account with a password.
  account::Activation account_of(PersonId person, const std::string& password = good_password,
                                 std::optional<Date> birth = {}) {
    account::Activation activation = code_of(person);
    must(portal.activate({.login = activation.login, .code = activation.code, .birth_date = birth, .password = password}));
    return activation;
  }

  Result<SignedIn> try_in(const Portal& door, const std::string& login, const std::string& password = good_password) {
    return door.sign_in({.login = login, .password = password});
  }
  SignedIn sign_in(const std::string& login, const std::string& password = good_password) {
    return must(try_in(portal, login, password));
  }

  /// The first column of the first row of a statement.
  std::int64_t count(const store::Sql& sql) {
    const auto connection = portal.state().database->connect_reader();
    store::Rows rows = connection->query(sql, {});
    BOOST_REQUIRE(rows.next());
    return rows.integer(0);
  }
  void run(const store::Sql& sql, std::initializer_list<store::Arg> args = {}) {
    const auto connection = portal.state().database->connect_writer();
    connection->begin_write();
    connection->exec(sql, args);
    connection->commit();
  }

  std::shared_ptr<FrozenClock> clock = std::make_shared<FrozenClock>();
  std::shared_ptr<SeededRandom> random = std::make_shared<SeededRandom>(7);
  std::shared_ptr<KeptLog> log = std::make_shared<KeptLog>();

 private:
  PortalStore fresh_;

 public:
  Portal portal;
  Session host;
  OrgId org{};
};

}  // namespace ent::test
