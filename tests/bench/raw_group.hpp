/// What group.add with its members does, written by hand against SQLite: the reads of the guard and of the rules, the
/// group, its members, the epoch, the change and the audit entry.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "raw.hpp"

namespace ent::bench {

class RawGroups {
 public:
  explicit RawGroups(const RawStore& store) : store_(store) {}

  void begin() { begin_.run(); }
  void commit() { commit_.run(); }

  /// Within a transaction. `head` is the person who acts.
  void add(std::int64_t head, std::int64_t org, std::span<const std::int64_t> people, std::int64_t now_us) {
    std::int64_t kind = 0;
    kind_.with(org, today, today).each([&](sqlite3_stmt* row) { kind = sqlite3_column_int64(row, 0); });
    std::int64_t epochs = 0;
    epochs_.with(org).each([&](sqlite3_stmt* row) { epochs ^= sqlite3_column_int64(row, 1); });
    std::int64_t posts = 0;
    posts_.with(head, today, today).each([&](sqlite3_stmt*) { ++posts; });
    std::int64_t above = 0;
    links_.with(org, today, today).each([&](sqlite3_stmt*) { ++above; });
    overrides_.with(org, today, today).each([&](sqlite3_stmt*) { ++above; });
    if (kind != 7 || posts == 0) throw std::runtime_error("no right");
    std::vector<std::int64_t> members;
    for (const std::int64_t person : people) {
      member_.with(person, org).each([&](sqlite3_stmt* row) { members.push_back(sqlite3_column_int64(row, 0)); });
    }
    std::int64_t number = 0;
    number_.with(org).each([&](sqlite3_stmt* row) { number = sqlite3_column_int64(row, 0); });
    const std::string code = std::to_string(number);
    bool taken = false;
    code_.with(org, std::string_view(code)).each([&](sqlite3_stmt*) { taken = true; });
    if (taken || members.size() != people.size()) throw std::runtime_error("taken");
    group_.with(org, number, std::string_view(code), std::string_view("Club"), std::string_view("club"), head, today, open_end).run();
    for (const std::int64_t member : members) {
      bool there = false;
      stay_.with(org, number, member).each([&](sqlite3_stmt*) { there = true; });
      if (!there) insert_member_.with(org, number, member, today, open_end).run();
    }
    epoch_.with(org, now_us).run();
    change_.with(now_us, org, std::string_view("group.was_added"), org << 32 | number).run();
    audit_.with(now_us, org, head, std::string_view("group.add"), std::string_view("group.manage")).run();
  }

 private:
  static constexpr std::int64_t today = 20'700;
  static constexpr std::int64_t open_end = 2'147'483'647;

  const RawStore& store_;
  RawStatement begin_{store_, "BEGIN IMMEDIATE"};
  RawStatement commit_{store_, "COMMIT"};
  RawStatement kind_{store_, "SELECT kind FROM org_unit WHERE org = ? AND valid_from <= ? AND valid_to > ?"};
  RawStatement epochs_{store_, "SELECT org, epoch FROM org_epoch WHERE org IN (0, ?)"};
  RawStatement posts_{store_, "SELECT m.org, a.profile, a.function FROM member m CROSS JOIN affiliation a WHERE m.person = ? "
                      "AND a.org = m.org AND a.member = m.member AND a.valid_from <= ? AND a.valid_to > ?"};
  RawStatement links_{store_, "SELECT parent, relation FROM org_link WHERE child = ? AND valid_from <= ? AND valid_to > ?"};
  RawStatement overrides_{store_, "SELECT profile, permission FROM access_override WHERE org = ? AND valid_from <= ? AND valid_to > ?"};
  RawStatement member_{store_, "SELECT member FROM member WHERE person = ? AND org = ?"};
  RawStatement number_{store_, "INSERT INTO id_block (org, sequence, next) VALUES (?, 'group', 2) ON CONFLICT (org, sequence) "
                       "DO UPDATE SET next = id_block.next + 1 RETURNING next - 1"};
  RawStatement code_{store_, "SELECT 1 FROM school_group WHERE org = ? AND school_year = 2026 AND kind = 3 AND code = ?"};
  RawStatement group_{store_, "INSERT INTO school_group (org, grp, kind, school_year, code, name, folded_name, author, "
                      "valid_from, valid_to, source, revision) VALUES (?, ?, 3, 2026, ?, ?, ?, ?, ?, ?, '', 1)"};
  RawStatement stay_{store_, "SELECT 1 FROM group_member WHERE org = ? AND grp = ? AND member = ?"};
  RawStatement insert_member_{store_, "INSERT INTO group_member (org, grp, member, valid_from, valid_to, level, source) "
                              "VALUES (?, ?, ?, ?, ?, NULL, '')"};
  RawStatement epoch_{store_, "INSERT INTO org_epoch (org, epoch) VALUES (?, ?) ON CONFLICT (org) DO UPDATE SET epoch = excluded.epoch"};
  RawStatement change_{store_, "INSERT INTO change_event (at, org, event, target) VALUES (?, ?, ?, ?)"};
  RawStatement audit_{store_, "INSERT INTO audit_entry (at, org, account, person, profile, impersonator, session, operation, "
                      "permission, subject, target, outcome, reason) VALUES (?, ?, 0, ?, 5, 0, 0, ?, ?, 0, 0, 0, '')"};
};

}  // namespace ent::bench
