"""The types: mypy --strict on the package, its generator, the examples and these tests; the stub of _core."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import ent
from ent import _core

ROOT = Path(__file__).parents[2]


PLACES = [ROOT / "bindings/python", ROOT / "tests/python", ROOT / "tests/bench/python"]


def mypy(*files: Path, tmp_path: Path, path: list[Path] = PLACES) -> subprocess.CompletedProcess[str]:
    cache = os.environ.get("ENT_MYPY_CACHE", str(tmp_path)) if path is PLACES else str(tmp_path)
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "bindings/python/mypy.ini"),
               "--cache-dir", cache, *map(str, files)]
    env = {**os.environ, "MYPYPATH": os.pathsep.join(map(str, path))}
    return subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True)


def test_all_is_typed(tmp_path: Path) -> None:
    files = [ROOT / "bindings/python/ent", ROOT / "bindings/tools/pygen.py",
             *sorted((ROOT / "tests/python").glob("*.py")), *sorted((ROOT / "examples/python").glob("*.py")),
             *sorted((ROOT / "tests/bench/python").glob("*.py"))]
    done = mypy(*files, tmp_path=tmp_path)
    assert done.returncode == 0, done.stdout


def test_mistakes_are_seen_by_the_type_checker(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text('''\
import ent
session = ent.open(":memory:").system()
session.org.add(kind="academi", code="24", name="Créteil")
session.org.add(kind="academy", code=24, name="Créteil")
session.org.add("academy", "24", "Créteil")
session.org.get()
session.org.get(id=1).nom
session.org.list().nexxt
session.org.get(id=1).name = "x"
if session.org.get(id=1).kind == "school":
    pass
session.orgs
session.org.list(valid_from="2026-09-14")
session.org.get(id=1, idempotency_key="x")
for unit in session.org.list_all():
    unit.code + 1
ent.org.View
reveal_type(session.org.list()[0].degree)
''', encoding="utf-8")
    done = mypy(program, tmp_path=tmp_path)
    wrong = {int(line.split(":")[1]) for line in done.stdout.splitlines() if ": error:" in line}
    assert wrong == {3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 16}, done.stdout
    assert 'Revealed type is "Union[Union[Literal[\'first\'], Literal[\'second\']], None]"' in done.stdout


def names_in(body: list[ast.stmt]) -> set[str]:
    defined = {node.name for node in body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    return defined | {node.target.id for node in body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)}


def test_the_stub_of_the_compiled_module_is_of_that_module() -> None:
    stub = ast.parse((ROOT / "bindings/python/ent/_core.pyi").read_text(encoding="utf-8"))
    public = {name for name in dir(_core) if not name.startswith("__")} | {"__version__"}
    assert names_in(stub.body) == public
    for node in stub.body:
        if isinstance(node, ast.ClassDef):
            assert names_in(node.body) == {name for name in vars(getattr(_core, node.name)) if not name.startswith("_")}


def test_the_package_says_that_it_is_typed() -> None:
    assert (Path(ent.__file__).parent / "py.typed").exists()
