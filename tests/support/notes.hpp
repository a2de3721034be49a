/// A small domain of the tests' own: notes, in a table that is theirs, under a permission of the host.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "ent/portal.hpp"
#include "support/fresh_store.hpp"
#include "support/ports.hpp"
#include "unit/op.hpp"
#include "unit/state.hpp"
#include "unit/write_queue.hpp"

namespace ent::test {

/// Input of the operations on notes.
struct Note {
  std::int64_t number = 0;
  std::string text{};
  bool fails = false;  ///< The body writes its rows, then fails.
};
ENT_RECORD(Note, 1, number, text, fails)

struct NoteCount {
  std::int64_t count = 0;
};
ENT_RECORD(NoteCount, 0, count)

/// What a test wants to happen inside a body, between its rows and its end.
inline std::function<void(const Note&)> inside_body;

namespace notes {

inline constexpr unit::Sql insert{"INSERT INTO test_note (org, number, text) VALUES (0, $1, $2)"};
inline constexpr unit::Sql count{"SELECT count(*) FROM test_note"};
inline constexpr unit::Sql find{"SELECT 1 FROM test_note WHERE org = 0 AND number = $1"};

inline Result<Done> write(Write<Perm::org_manage>& unit, const Note& note) {
  ENT_TRY(granted, unit.may({}, "org.not_found"));
  unit.exec(granted, insert, note.number, note.text);
  unit.rights_changed(granted, 0);
  unit.publish(granted, "note.was_written", note.number);
  if (inside_body) inside_body(note);
  if (note.fails) return base::fail(Errc::failed_precondition, "org.circular");
  return Done{};
}

inline Result<NoteCount> read(Read<Perm::org_read>& unit, const Note&) {
  ENT_TRY(granted, unit.may({}, "org.not_found"));
  static_cast<void>(granted);
  auto rows = unit.query(count);
  rows.next();
  return NoteCount{rows.integer(0)};
}

inline constexpr Op op_write = op<&write>("note.write", "0.1");
inline constexpr Op op_read = op<&read>("note.read", "0.1");

}  // namespace notes

inline Result<Done> write_note(Session session, const Note& note, const CallOptions& options = {}) {
  return run<Done>(notes::op_write, session, note, options);
}

inline std::int64_t count_notes(Session session) { return run<NoteCount>(notes::op_read, session, Note{}, {}).value().count; }

/// A portal on a new store that has the table of notes.
class NoteBook {
 public:
  explicit NoteBook(Place place = Place::file)
      : store(place), portal(open(store.uri(), clock, Durability::normal)) {
    make_table();
  }
  /// On files of the test's own.
  explicit NoteBook(const std::string& uri) : store(Place::memory), portal(open(uri, clock, Durability::full)) { make_table(); }

  store::Database& database() { return *portal.state().database; }
  /// One number of the store, asked beside the portal's own calls.
  std::int64_t ask(const store::Sql& sql) {
    const auto connection = database().connect_reader();
    auto rows = connection->query(sql, {});
    return rows.next() ? rows.integer(0) : 0;
  }

  FreshStore store;
  std::shared_ptr<FrozenClock> clock = std::make_shared<FrozenClock>();
  Portal portal;
  Session host = portal.system();

 private:
  static Portal open(const std::string& uri, std::shared_ptr<Clock> clock, Durability durability) {
    OpenOptions options;
    options.durability = durability;
    options.clock = std::move(clock);
    return Portal::open(uri, options).value();
  }
  void make_table() {
    database().connect_writer()->script(
        "CREATE TABLE test_note (org INT NOT NULL, number INT NOT NULL, text TEXT NOT NULL,"
        " PRIMARY KEY (org, number)) BY_ORG;");
  }
};

}  // namespace ent::test
