#!/usr/bin/python3
"""generator_test.py ROOT: what bindings/tools/apigen.py makes of a small registry, and what it refuses."""
from __future__ import annotations

import copy
import pathlib
import sys
import tempfile
import unittest
from typing import Any

ROOT = pathlib.Path(sys.argv.pop(1))
sys.path.insert(0, str(ROOT / "bindings/tools"))

from api import c_header, c_source, lock, pages
from api.fault import Fault
from api.headers import read_headers
from api.layout import ordered

RESULT = """\
/// A value or an error.
#pragma once
namespace ent {
/// What went wrong.
enum class Errc : std::int32_t {
  ok = 0,
  not_found = 1,  ///< It is not there.
};
/// Nothing to say.
struct Done {};
}
"""
ROOM = """\
/// Rooms.
#pragma once
namespace ent::room {

/// What a room is for.
enum class Use : std::int32_t {
  lab = 1,   ///< Science.
  hall = 2,  ///< Sport,
             ///< and more.
};

/// A day of opening.
struct Day {
  Date on{};  ///< The day.
};

/// Input of book().
struct Book {
  RoomId id{};                       ///< The room.
  Use use = Use::hall;               ///< What for.
  bool quiet = false;                ///< No music.
  std::optional<Instant> until{};    ///< The end.
  std::vector<Day> days{};           ///< When.
  std::string note = "a \\"note\\"";  ///< For the caretaker.
};

/// Books a room.
///
/// Permission: room.book on the room.
/// Errors: not_found (room.not_found: or not
/// yours, alas).
/// Since 0.1.
Result<Done> book(Session& session, const Book& input,
                  const CallOptions& options = {});

}  // namespace ent::room
"""
# Functions that are no operations, in a class and beside it.
DOORS = """\
/// Doors.
#pragma once
namespace ent {

/// Input of Portal::enter().
struct Enter {
  std::string name{};  ///< Who comes.
};

/// How far it is.
struct HouseProgress {
  std::int64_t done = 0;  ///< Steps.
};

/// Answer of Portal::enter().
struct Entered {
  Session session;  ///< To work with.
  Date until{};     ///< The last day.
};

/// The house.
class Portal {
 public:
  /// Lets somebody in.
  ///
  /// Errors: not_found (room.not_found: or locked). Since 0.1.
  Result<Entered> enter(const Enter& input) const;
  /// Lets everybody out.
  ///
  /// Since 0.1.
  Result<Done> empty(const std::string& word) const;

 private:
  /// For the house alone.
  Result<Done> sweep() const;
};

}  // namespace ent
"""
REASONS = {"room.not_found": {"en": "There is no such room.", "fr": "Cette salle n'existe pas."}}


def kind(word: str, **more: Any) -> dict[str, Any]:
    return {"kind": word, **more}


RAW: dict[str, Any] = {
    "operations": [{"name": "room.book", "since": "0.1", "effect": "write", "permission": "room.book", "audited": True,
                    "step_up": False, "secret": False, "input": "room::Book", "answer": kind("record", name="Done")}],
    "types": [
        {"name": "room::Use", "words": [{"name": "lab", "number": 1}, {"name": "hall", "number": 2}]},
        {"name": "room::Day", "fields": [{"name": "on", "type": kind("date"), "required": True}]},
        {"name": "room::Book", "fields": [
            {"name": "id", "type": kind("id"), "required": True},
            {"name": "use", "type": kind("enumeration", name="room::Use"), "required": False, "default": "hall"},
            {"name": "quiet", "type": kind("boolean"), "required": False, "default": False},
            {"name": "until", "type": kind("optional", of=kind("instant")), "required": False},
            {"name": "days", "type": kind("list", of=kind("record", name="room::Day")), "required": True},
            {"name": "note", "type": kind("text"), "required": False, "default": 'a "note"'}]},
        {"name": "Done", "fields": []}],
}


FUNCTIONS: dict[str, Any] = {
    "functions": [
        {"name": "Portal::enter", "portal": True, "session": False, "input": "Enter", "opens": True, "answer": "Entered",
         "progress": "HouseProgress"},
        {"name": "Portal::empty", "portal": True, "session": False, "plain": kind("text"), "opens": False}],
    "function_types": [
        {"name": "Enter", "fields": [{"name": "name", "type": kind("text"), "required": True}]},
        {"name": "HouseProgress", "fields": [{"name": "done", "type": kind("int64"), "required": False}]},
        {"name": "Entered", "fields": [{"name": "until", "type": kind("date"), "required": False}]}]}


def with_doors(doors: str = DOORS, functions: dict[str, Any] = FUNCTIONS) -> dict[str, Any]:
    return merged(ROOM + doors.replace("/// Doors.\n#pragma once\n", ""), RAW | functions)


def merged(room: str = ROOM, raw: dict[str, Any] | None = None, old: dict[str, Any] | None = None) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "result.hpp").write_text(RESULT, encoding="utf-8")
        (pathlib.Path(folder) / "room.hpp").write_text(room, encoding="utf-8")
        return lock.merge(raw or RAW, read_headers(pathlib.Path(folder)), REASONS, "0.1.0", old or {})


class Lock(unittest.TestCase):
    def test_holds_registry_and_comments(self) -> None:
        made = merged()
        operation = made["operations"][0]
        self.assertEqual(operation["doc"], "Books a room.")
        self.assertEqual(operation["permission_doc"], "room.book on the room")
        self.assertEqual(operation["errors"], [{"code": "not_found", "reason": "room.not_found", "note": "or not yours, alas"}])
        words = made["types"][0]["words"]
        self.assertEqual(words[1], {"name": "hall", "number": 2, "doc": "Sport, and more."})
        self.assertEqual(made["types"][2]["fields"][0]["type"], {"kind": "id", "name": "RoomId"})
        self.assertEqual(made["domains"], [{"name": "room", "doc": "Rooms."}])

    def test_an_operation_may_have_no_errors(self) -> None:
        without = ROOM.replace("/// Errors: not_found (room.not_found: or not\n/// yours, alas).\n", "")
        for room in (without, without.replace("/// Since", "/// Errors: none.\n/// Since")):
            operation = merged(room)["operations"][0]
            self.assertEqual((operation["permission_doc"], operation["errors"]), ("room.book on the room", []))

    def test_lays_structs_out_without_a_hole(self) -> None:
        item, args = merged()["structs"]
        self.assertEqual((item["name"], item["sized"]), ("ent_room_day_item", False))
        self.assertEqual(item["members"], ["on", "reserved0"])
        self.assertEqual(args["members"], ["struct_size", "use", "id", "quiet", "reserved0", "until", "days", "note"])

    def test_remembers_the_order_of_members(self) -> None:
        raw = copy.deepcopy(RAW)
        fields = raw["types"][2]["fields"]
        fields.insert(0, fields.pop())  # note comes first now
        fields.insert(1, {"name": "loud", "type": kind("boolean"), "required": False, "default": True})
        room = ROOM.replace("  RoomId id{};", "  bool loud = true;  ///< With music.\n  RoomId id{};")
        before = merged()["structs"]
        after = merged(room, raw, {"structs": before})["structs"]
        self.assertEqual(after[0], before[0])
        self.assertEqual(after[1]["members"], before[1]["members"] + ["loud", "reserved1"])

    def test_appends_without_filling_old_padding(self) -> None:
        fields = [{"name": "a", "type": kind("int64")}, {"name": "b", "type": kind("int32")}]
        self.assertEqual(ordered("s", fields, True, ["struct_size", "reserved0", "a"]),
                         ["struct_size", "reserved0", "a", "b", "reserved1"])


class Refusals(unittest.TestCase):
    def refused(self, what: str, room: str = ROOM, raw: dict[str, Any] | None = None, old: Any = None) -> None:
        with self.assertRaisesRegex(Fault, what):
            merged(room, raw, old)

    def raw_with(self, place: str, **change: Any) -> dict[str, Any]:
        raw = copy.deepcopy(RAW)
        (raw["operations"][0] if place == "operation" else raw["types"][2]["fields"][int(place)]).update(change)
        return raw

    def test_what_is_not_documented(self) -> None:
        self.refused("room::Book.id: not documented", ROOM.replace("///< The room.", ""))
        self.refused("room::Use.lab: not documented", ROOM.replace("///< Science.", ""))
        self.refused("room::Use: not documented", ROOM.replace("/// What a room is for.\n", ""))
        self.refused("does not say what it does", ROOM.replace("/// Books a room.\n", ""))
        self.refused("no line `Permission:", ROOM.replace("/// Permission: room.book on the room.\n", ""))
        self.refused("does not end with", ROOM.replace("/// Since 0.1.\n", ""))

    def test_comments_that_say_something_else(self) -> None:
        self.refused("since 0.2, the registry 0.1", ROOM.replace("Since 0.1", "Since 0.2"))
        self.refused("does not begin its permission with room.book", ROOM.replace("Permission: room.book", "Permission: room.read"))
        self.refused("room.lost: not in src/base/reasons.inc", ROOM.replace("room.not_found", "room.lost"))
        self.refused("vanished: no such code", ROOM.replace("Errors: not_found", "Errors: vanished"))

    def test_marks_of_required_that_differ(self) -> None:
        self.refused("Book.id: `{}` is required", raw=self.raw_with("0", required=False))
        self.refused("Book.quiet: a default is not required", raw=self.raw_with("2", required=True))
        self.refused("Book.until: a default is not required", raw=self.raw_with("3", required=True))
        self.refused("Book.days: a default is not required", ROOM.replace("days{}", "days = {}"))

    def test_other_names_and_types(self) -> None:
        self.refused("declares no such function", raw=self.raw_with("operation", name="room.reserve"))
        self.refused("the header says Done, the registry View",
                     raw=self.raw_with("operation", answer=kind("record", name="View")))
        self.refused("differ in quiet", ROOM.replace("  bool quiet = false;                ///< No music.\n", ""))

    def test_a_field_that_has_gone(self) -> None:
        before = merged()["structs"]
        raw = copy.deepcopy(RAW)
        raw["types"][2]["fields"].pop(2)
        self.refused("quiet can't go", ROOM.replace("  bool quiet = false;                ///< No music.\n", ""), raw,
                     {"structs": before})

    def test_a_word_that_is_zero(self) -> None:
        raw = copy.deepcopy(RAW)
        raw["types"][0]["words"][0]["number"] = 0
        self.refused("numbered from 1", raw=raw)


class Faces(unittest.TestCase):
    def test_functions_that_are_no_operations_have_faces_too(self) -> None:
        made = with_doors()
        enter, empty = made["functions"]
        self.assertEqual(enter["errors"], [{"code": "not_found", "reason": "room.not_found", "note": "or locked"}])
        self.assertEqual((enter["doc"], enter["cpp"]), ("Lets somebody in.", "Result<Entered> enter(const Enter& input) const"))
        self.assertEqual((empty["plain"], empty["errors"]), ({"name": "word", "type": kind("text")}, []))
        self.assertEqual([t["use"] for t in made["function_types"]], [["input"], ["answer"], ["answer"]])
        text = " ".join(c_header.portal_header(made).split())
        self.assertIn("ent_status ent_portal_enter( ent_portal *portal, const ent_enter_args *args, const ent_house_watch *watch, "
                      "ent_session **out, ent_doc **doc, ent_error **err);", text)
        self.assertIn("/** Steps. */ int64_t done; } ent_house_progress;", text)
        self.assertIn("int32_t (*go_on)(void *self, const ent_house_progress *progress); } ent_house_watch;", text)
        self.assertIn("ent_status ent_portal_empty( ent_portal *portal, ent_str word, ent_error **err);", text)
        self.assertIn("/until (date) The last day.", text)
        source = c_source.Sources(made).files()["bindings/c/src/functions.cpp"]
        self.assertIn('{.portal = portal, .plain_path = "/word", .text = &word}, {nullptr, nullptr, err}', " ".join(source.split()))
        page = pages.pages(made, REASONS)["docs/reference/portal.md"]
        self.assertIn("Answer: [`Entered`](#type-entered), beside the session.", page)

    def test_a_function_is_declared_and_documented(self) -> None:
        sweep = {"name": "Portal::sweep", "portal": True, "session": False, "opens": False}
        for doors, functions, fault in (
                (DOORS, {"functions": [sweep], "function_types": []}, "declares and documents no such function"),
                (DOORS.replace(" Since 0.1.\n  Result<Entered>", "\n  Result<Entered>"), FUNCTIONS, "does not end with"),
                (DOORS.replace("std::int64_t done", "std::int32_t done"), FUNCTIONS | {"function_types": [
                    t if t["name"] != "HouseProgress" else {"name": "HouseProgress", "fields": [
                        {"name": "done", "type": kind("int32"), "required": False}]} for t in FUNCTIONS["function_types"]]},
                 "numbers of 64 bits"),
                (DOORS.replace("room.not_found", "room.gone"), FUNCTIONS, "room.gone: not in"),
                (DOORS.replace("  ///< Who comes.", ""), FUNCTIONS, "Enter.name: not documented")):
            with self.subTest(fault), self.assertRaisesRegex(Fault, fault):
                with_doors(doors, functions)

    def test_the_c_header_has_defaults_and_units(self) -> None:
        text = c_header.header(merged())
        self.assertIn('{ sizeof(ent_room_book_args), ENT_ROOM_USE_HALL, 0, 0, 0, NULL, {NULL, 0, 0}, {"a \\"note\\"", 8} }', text)
        self.assertIn("/** microseconds since 1970-01-01 UTC. The end. */\n  const int64_t *until;", text)
        self.assertIn("  ent_room_day_item_list days;", text)
        self.assertLess(text.index("} ent_room_day_item_list;"), text.index("} ent_room_book_args;"))

    def test_a_comment_can_not_end_a_c_comment(self) -> None:
        text = c_header.header(merged(ROOM.replace("No music.", "No */ music.")))
        self.assertNotIn("No */", text)

    def test_an_example_must_be_a_request(self) -> None:
        for example, fault in (('{"id": 7, "days": []}', None), ('{"id": 7}', "/days: required"),
                               ('{"id": "7", "days": []}', "/id: no id"),
                               ('{"id": 7, "days": [{"on": 1}]}', "/days/0/on: no date"),
                               ('{"id": 7, "days": [], "use": "gym"}', "/use: not one of lab, hall"),
                               ('{"id": 7, "days": [], "x": 1}', "/x: no such field")):
            made = merged(ROOM.replace("/// Since", f"/// Example: {example}\n/// Since"))
            with self.subTest(example):
                if fault is None:
                    self.assertIn(example, pages.pages(made, REASONS)["docs/reference/room.md"])
                else:
                    with self.assertRaisesRegex(Fault, fault):
                        pages.pages(made, REASONS)


if __name__ == "__main__":
    unittest.main()
