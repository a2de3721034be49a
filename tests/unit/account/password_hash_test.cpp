#include <dlfcn.h>

#include <array>
#include <boost/test/unit_test.hpp>
#include <string>

#include "account/password_hash.hpp"

using namespace ent::account;

BOOST_AUTO_TEST_SUITE(password_hash)

namespace {

constexpr HashCost quick{8, 1};

std::array<std::byte, salt_size> counting_salt() {
  std::array<std::byte, salt_size> salt;
  for (std::size_t i = 0; i < salt.size(); ++i) salt[i] = static_cast<std::byte>('a' + i);
  return salt;
}

/// The reference implementation, which is no part of the build: Debian's libargon2.so.1.
class Reference {
 public:
  Reference() : library_(dlopen("libargon2.so.1", RTLD_NOW)) {
    if (library_ != nullptr) encode_ = reinterpret_cast<Encode*>(dlsym(library_, "argon2id_hash_encoded"));
  }
  ~Reference() {
    if (library_ != nullptr) dlclose(library_);
  }
  Reference(const Reference&) = delete;
  Reference& operator=(const Reference&) = delete;

  bool there() const { return encode_ != nullptr; }
  std::string phc(const std::string& password, HashCost cost) const {
    std::array<char, 200> text{};
    const auto salt = counting_salt();
    BOOST_REQUIRE(encode_(cost.passes, cost.memory_kib, 1, password.data(), password.size(), salt.data(), salt.size(), 32,
                          text.data(), text.size()) == 0);
    return text.data();
  }

 private:
  using Encode = int(std::uint32_t passes, std::uint32_t memory_kib, std::uint32_t lanes, const void* password,
                     std::size_t password_size, const void* salt, std::size_t salt_size, std::size_t hash_size, char* out,
                     std::size_t out_size);
  void* library_;
  Encode* encode_ = nullptr;
};

}  // namespace

BOOST_AUTO_TEST_CASE(hashes_are_those_of_the_reference_implementation) {
  const Reference reference;
  if (!reference.there()) {
    BOOST_TEST_MESSAGE("SKIPPED: libargon2.so.1 (Debian: libargon2-1) is not installed");
    BOOST_WARN(reference.there());
    return;
  }
  for (const HashCost cost : {quick, code_cost, light_cost, strong_cost}) {
    for (const std::string& password : {std::string(), std::string("motdepasse"), std::string("été\0caché", 11)}) {
      const std::string phc = reference.phc(password, cost);
      BOOST_TEST(hash_password(password, cost, counting_salt()) == phc);
      BOOST_TEST(fits(password, phc));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_hash_of_a_known_password_is_the_known_one) {
  // By the reference implementation: printf motdepasse | argon2 abcdefghijklmnop -id -t 2 -k 19456 -p 1 -e
  BOOST_TEST(hash_password("motdepasse", light_cost, counting_salt()) ==
             "$argon2id$v=19$m=19456,t=2,p=1$YWJjZGVmZ2hpamtsbW5vcA$aRMrPVfV77s97x54nqNT3DAuguvNyuCEGGC4YQrEp6A");
}

BOOST_AUTO_TEST_CASE(another_password_does_not_fit) {
  const std::string phc = hash_password("Brouette-7-lunes", quick, counting_salt());
  BOOST_TEST(fits("Brouette-7-lunes", phc));
  for (const char* password : {"", "brouette-7-lunes", "Brouette-7-lunes ", "Brouette-7-lune"}) BOOST_TEST(!fits(password, phc));
}

BOOST_AUTO_TEST_CASE(what_is_no_hash_of_ours_fits_nothing) {
  const std::string phc = hash_password("x", quick, counting_salt());
  const auto with = [&](std::string_view old, std::string_view fresh) {
    std::string text = phc;
    return text.replace(text.find(old), old.size(), fresh);
  };
  for (const std::string& text : {std::string(), with("argon2id", "argon2i"), with("v=19", "v=16"), with("p=1", "p=2"), with("m=8,", "m=4000000000,"),
                                  with("t=1", "t="), with("m=8", "m=+8"), phc.substr(0, phc.size() - 1), phc + "A", phc.substr(0, 30)}) {
    BOOST_TEST(!fits("x", text));
    BOOST_TEST(needs_rehash(text, quick));
  }
}

BOOST_AUTO_TEST_CASE(a_hash_of_another_cost_is_to_be_replaced) {
  const std::string phc = hash_password("x", quick, counting_salt());
  BOOST_TEST(!needs_rehash(phc, quick));
  BOOST_TEST(needs_rehash(phc, {16, 1}));
  BOOST_TEST(needs_rehash(phc, {8, 2}));
}

BOOST_AUTO_TEST_SUITE_END()
