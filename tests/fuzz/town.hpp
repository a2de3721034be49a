/// The portal that every input of a target meets: an invented collège, and sessions of people of all kinds.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "ent/account.hpp"
#include "ent/ent.h"
#include "ent/import.hpp"
#include "ent/portal.h"
#include "ent/portal.hpp"
#include "ent/ports.h"
#include "expect.hpp"
#include "support/fresh_store.hpp"
#include "support/ports.hpp"
#include "unit/state.hpp"

namespace ent::fuzz {

/// Opened through the C face from a store that is made once and copied for each reset().
class Town {
 public:
  Town() {
    found();
    reset();
  }
  ~Town() { leave(); }
  Town(const Town&) = delete;
  Town& operator=(const Town&) = delete;

  /// '1' to '5': pupil, guardian, teacher, head, local administrator; else the host.
  ent_session* session(char who) const {
    const auto number = static_cast<std::size_t>(static_cast<unsigned char>(who) - '0');
    return sessions_[number < sessions_.size() ? number : 0];
  }

  /// Everything as it was at first.
  void reset() {
    leave();
    for (const char* behind : {"-wal", "-shm"}) std::filesystem::remove(folder_.file("town") + behind);
    std::filesystem::copy_file(folder_.file("first"), folder_.file("town"),
                               std::filesystem::copy_options::overwrite_existing);
    enter();
  }

 private:
  static constexpr std::array profiles{Profile::pupil, Profile::guardian, Profile::teacher, Profile::head,
                                       Profile::local_admin};
  /// Monday 6 October 2025, 10:00 in Paris.
  static constexpr std::int64_t now = 1'759'737'600'000'000;

  void found() {
    OpenOptions options;
    const auto clock = std::make_shared<test::FrozenClock>();
    clock->set(Instant{std::chrono::microseconds{now}});
    options.clock = clock;
    options.random = std::make_shared<test::SeededRandom>(7);
    auto portal = Portal::open(folder_.file("first"), options).value();
    const auto begun = portal.bootstrap({.uai = "0951099D",
                                         .establishment_name = "Collège des Tilleuls",
                                         .family_name = "Rey",
                                         .given_name = "Ada"});
    auto host = portal.system();
    expect(begun.has_value() && import_aaf(host, ENT_TEST_DATA "/aaf2d").value().applied, "the town is founded");
    for (const Profile profile : profiles) people_.push_back(somebody(portal, host, profile));
  }

  /// The first person of a profile, with an account; 0: there is none.
  static std::int64_t somebody(const Portal& portal, Session& host, Profile profile) {
    static constexpr store::Sql of_profile{
        "SELECT m.person, m.org FROM affiliation a JOIN member m ON m.org = a.org AND m.member = a.member "
        "WHERE a.profile = $1 ORDER BY m.person"};
    static constexpr store::Sql guardians{
        "SELECT g.adult, a.org FROM guardianship g JOIN member m ON m.person = g.pupil "
        "JOIN affiliation a ON a.org = m.org AND a.member = m.member ORDER BY g.adult, $1"};
    const auto connection = portal.state().database->connect_reader();
    const store::Arg args[] = {static_cast<std::int64_t>(profile)};
    auto rows = connection->query(profile == Profile::guardian ? guardians : of_profile, args);
    expect(rows.next(), "somebody of each profile lives in the town");
    const PersonId person{rows.integer(0)};
    static_cast<void>(account::issue_activations(host, {.org_id = {rows.integer(1)}, .person_ids = {person}}));
    return person.value;
  }

  void enter() {
    const std::string path = folder_.file("town");
    ent_clock_port clock = ENT_CLOCK_PORT_INIT;
    clock.now_us = [](void*) { return now; };
    ent_open_options options = ENT_OPEN_OPTIONS_INIT;
    options.uri = {path.data(), path.size()};
    options.durability = ENT_DURABILITY_NORMAL;
    options.clock = &clock;
    expect(ent_portal_open(&options, &portal_, nullptr) == ENT_OK, "the town is open");
    expect(ent_portal_system(portal_, &sessions_[0], nullptr) == ENT_OK, "the host is there");
    for (std::size_t i = 0; i < people_.size(); ++i) {
      const auto profile = static_cast<std::int32_t>(profiles[i]);
      ent_act_as_args as = ENT_ACT_AS_ARGS_INIT;
      as.person_id = &people_[i];
      as.profile = &profile;
      as.step_up_at = &now_;
      ent_error* error = nullptr;
      const ent_status status = ent_portal_act_as(portal_, &as, &sessions_[i + 1], &error);
      expect(status == ENT_OK, "somebody of each profile comes in", ent_error_reason(error));
    }
  }

  void leave() {
    for (ent_session*& session : sessions_) ent_session_free(std::exchange(session, nullptr));
    ent_portal_free(std::exchange(portal_, nullptr));
  }

  test::FreshFolder folder_;
  std::vector<std::int64_t> people_;
  std::int64_t now_ = now;
  ent_portal* portal_ = nullptr;
  std::array<ent_session*, profiles.size() + 1> sessions_{};
};

}  // namespace ent::fuzz
