"""The generator of the modules, on a made-up lock with all that a lock may hold."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from test_typing import ROOT, mypy

Json = dict[str, Any]


def field(name: str, kind: Json, required: bool | None = None, **more: Any) -> Json:
    out: Json = {"name": name, "type": kind, **more, "doc": f"The {name}."}
    return out if required is None else {**out, "required": required}


def of(kind: str, *inner: str) -> Json:
    """of("optional", "list", "enumeration:x::Y") is an optional list of that."""
    plain, _, name = kind.partition(":")
    out: Json = {"kind": plain} | ({"name": name} if name else {})
    return out | ({"of": of(*inner)} if inner else {})


def record(name: str, use: list[str], *fields: Json) -> Json:
    return {"name": name, "kind": "record", "doc": f"A {name}.", "use": use, "fields": list(fields)}


def words(name: str, use: list[str], *spelt: str) -> Json:
    return {"name": name, "kind": "enumeration", "doc": f"A {name}.", "use": use,
            "words": [{"name": word, "number": i, "doc": f"It is {word}."} for i, word in enumerate(spelt, 1)]}


def operation(name: str, effect: str, asked: str, answer: str) -> Json:
    return {"name": name, "since": "0.1", "effect": effect, "permission": "x.y", "audited": False, "step_up": False,
            "input": asked, "answer": answer, "doc": "Does it, see Session::at().", "permission_doc": "x.y on all",
            "errors": [{"code": "not_found", "reason": "x.gone", "note": "the thing"}]}


def function(name: str, **has: Any) -> Json:
    return {"name": name, "since": "0.1", "cpp": "", "portal": False, "session": False, "opens": False, "doc": "Does it.",
            "errors": [{"code": "not_found", "reason": "x.gone"}]} | has


LOCK: Json = {
    "domains": [{"name": "person", "doc": "People."}, {"name": "roll", "doc": "Calling the roll."}],
    "types": [
        words("Profile", ["input", "answer"], "pupil", "teacher"),
        record("Done", ["answer"]),
        record("person::Name", ["answer"], field("person_id", of("id:PersonId")), field("born", of("optional", "date")),
               field("profiles", of("list", "enumeration:Profile"))),
        record("person::Get", ["input"], field("id", of("id:PersonId"), True), field("person", of("text"), False, default="")),
        words("roll::Status", ["input", "answer"], "absent", "late"),
        record("roll::Note", ["input"], field("text", of("text"), True), field("signed", of("boolean"), False, default=True)),
        record("roll::Entry", ["input", "answer"], field("person_id", of("id:PersonId"), True),
               field("status", of("enumeration:roll::Status"), False, default="absent"),
               field("at", of("optional", "instant"), False)),
        record("roll::Call", ["input"], field("hints", of("list", "text"), False),
               field("entries", of("list", "record:roll::Entry"), True), field("note", of("record:roll::Note"), False),
               field("second", of("optional", "record:roll::Note"), False), field("minutes", of("int32"), False, default=5)),
        record("roll::Line", ["answer"], field("name", of("record:person::Name")), field("entries", of("list", "record:roll::Entry")),
               field("said_at", of("instant"))),
        record("roll::List", ["input"], field("profile", of("optional", "enumeration:Profile"), False),
               field("limit", of("int32"), False, default=50), field("after", of("optional", "text"), False)),
        record("roll::Page", ["answer"], field("items", of("list", "record:roll::Line")), field("next", of("optional", "text"))),
    ],
    "operations": [operation("person.get", "read", "person::Get", "person::Name"),
                   operation("roll.call", "write", "roll::Call", "roll::Line"),
                   operation("roll.import", "write", "roll::Call", "Done"),
                   operation("roll.list", "read", "roll::List", "roll::Page")],
    "functions": [function("Portal::enter", portal=True, input="Enter", opens=True, answer="Entered"),
                  function("Portal::leave", portal=True, session=True),
                  function("load", session=True, plain={"name": "folder", "type": of("text")}, progress="Step")],
    "function_types": [
        record("Enter", ["input"], field("date", of("optional", "date"), False), field("name", of("text"), True)),
        record("Entered", ["answer"], field("date", of("date")), field("profile", of("enumeration:Profile"))),
        record("Step", ["answer"], field("done", of("int64")))],
}


def generate(folder: Path, lock: Json, *options: str) -> subprocess.CompletedProcess[str]:
    (folder / "bindings/python/ent").mkdir(parents=True, exist_ok=True)
    (folder / "bindings/ent.json").write_text(json.dumps(lock), encoding="utf-8")
    return subprocess.run([sys.executable, str(ROOT / "bindings/tools/pygen.py"), "--root", str(folder), *options],
                          capture_output=True, text=True)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    done = generate(tmp_path, LOCK)
    assert done.returncode == 0, done.stderr
    return tmp_path / "bindings/python/ent"


def test_what_is_made_is_typed(made: Path, tmp_path: Path) -> None:
    for file in (ROOT / "bindings/python/ent").glob("*.py*"):
        if not (made / file.name).exists() and "pygen.py" not in file.read_text(encoding="utf-8"):
            shutil.copy(file, made)
    program = tmp_path / "program.py"
    program.write_text('''\
from datetime import datetime, timezone
import ent
session = ent.open(":memory:").system()
now = datetime(2026, 9, 14, tzinfo=timezone.utc)
line = session.roll.call(entries=[{"person_id": 1}, {"person_id": 2, "status": "late", "at": now}], note={"text": "x"})
session.roll.call(entries=line.entries, hints=("a",), second={"text": "x", "signed": False}, minutes=3)
reveal_type(line.name.profiles)
reveal_type(session.roll.import_(entries=[]))
reveal_type([line.said_at for line in session.roll.list_all(profile="pupil")])
session.roll.call(entries=[{"status": "late"}])
session.roll.call(entries=[{"person_id": 2, "status": "lat"}])
session.roll.call(entries=[5], note={})
entered = ent.open(":memory:").enter(name="a", date=now.date())
reveal_type(entered.session.load("x", progress=lambda step: step.done < 5))
reveal_type(entered.date)
ent.open(":memory:").leave(5)
''', encoding="utf-8")
    done = mypy(made, program, tmp_path=tmp_path, path=[made.parent])
    wrong = [line for line in done.stdout.splitlines() if ": error:" in line]
    assert {int(line.split(":")[1]) for line in wrong if line.startswith("program.py")} == {10, 11, 12, 16}, done.stdout
    assert all(line.startswith("program.py") for line in wrong), done.stdout
    assert 'Revealed type is "builtins.tuple[Union[Literal[\'pupil\'], Literal[\'teacher\']], ...]"' in done.stdout
    assert done.stdout.count('Revealed type is "None"') == 2
    assert 'Revealed type is "datetime.date"' in done.stdout
    assert 'Revealed type is "builtins.list[datetime.datetime]"' in done.stdout


def test_what_is_made_reads_well(made: Path) -> None:
    text = (made / "roll.py").read_text(encoding="utf-8")
    assert '_CALL = _core.register_operation("roll.call", ("hints", "entries", "note", "second", "minutes"))' in text
    assert "        entries: Iterable[Entry | EntryDict],\n        hints: Iterable[str] = (),\n" in text
    assert "        note: NoteDict | None = None,\n" in text
    assert "    at: NotRequired[datetime | None]" in text
    assert "(hints, entries, note, second, minutes)" in text
    assert "Does it, see session.at()." in text
    assert "Raises: NotFound (x.gone: the thing)." in text
    assert "def list_all(" in text and "def call_all" not in text
    assert max(map(len, text.splitlines())) <= 120
    functions = (made / "_functions.py").read_text(encoding="utf-8")
    assert "    def enter(self, *, name: str, date: date | None = None) -> Entered:" in functions
    assert "    def leave(self, session: Session) -> None:" in functions
    assert "    date: _date" in functions
    assert "(_LOAD, None, self._core, os.fspath(folder), (), progress)" in functions
    person = (made / "person.py").read_text(encoding="utf-8")
    assert "from ent._common import Profile" in person
    assert 'def get(self, *, id: int, person: str = "", deadline: datetime | None = None) -> Name:' in person


def test_drift_is_told(made: Path, tmp_path: Path) -> None:
    assert generate(tmp_path, LOCK, "--check").returncode == 0
    (made / "person.py").write_text("# changed by hand\n", encoding="utf-8")
    shutil.copy(made / "roll.py", made / "gone.py")
    done = generate(tmp_path, LOCK, "--check")
    assert done.returncode == 1
    assert "person.py is not what" in done.stderr and "gone.py is not what" in done.stderr and "roll.py" not in done.stderr
    assert generate(tmp_path, LOCK).returncode == 0
    assert not (made / "gone.py").exists()
    assert generate(tmp_path, LOCK, "--check").returncode == 0


@pytest.mark.parametrize("name", ["class", "deadline", "idempotency_key", "self", "_own"])
def test_names_that_python_cannot_take_are_refused(tmp_path: Path, name: str) -> None:
    lock = copy.deepcopy(LOCK)
    next(t for t in lock["types"] if t["name"] == "roll::Call")["fields"][0]["name"] = name
    done = generate(tmp_path, lock)
    assert done.returncode == 1 and f"roll.call.{name}" in done.stderr


def test_the_package_is_what_its_lock_says() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "bindings/tools/pygen.py"), "--check"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
