"""What is installed: the public files, all of them and no other, with nothing of the build left in them."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from conftest import BUILD, SOURCE, VERSION, Tree, install, run

MAJOR = VERSION.split(".")[0]
RUNTIME = {f"libent_c.so.{MAJOR}", f"libent_c.so.{VERSION}"}
PYTHON = os.environ["ENT_WITH_PYTHON"] == "1"


def test_the_headers_are_the_public_ones(tree: Tree) -> None:
    public = {path.name for folder in ("include/ent", "bindings/c/include/ent") for path in (SOURCE / folder).iterdir()}
    assert {path.name for path in tree.headers.iterdir()} == public
    assert {path.name for path in (tree.prefix / "include").iterdir()} == {"ent"}


def test_the_libraries_are_the_archive_and_the_c_library(tree: Tree) -> None:
    assert {path.name for path in tree.libraries.iterdir() if path.is_file()} >= RUNTIME | {"libent.a", "libent_c.so"}
    found = {path.name for path in tree.libraries.iterdir() if path.name.startswith("lib")}
    assert found == RUNTIME | {"libent.a", "libent_c.so"}
    packages = {path.name for path in (tree.libraries / "cmake/ent").iterdir()}
    configurations = {name for name in packages if re.fullmatch(r"ent(C|Cpp)Targets-[a-z]+\.cmake", name)}
    assert len(configurations) == 2
    assert packages - configurations == {f"ent{part}.cmake" for part in ("Config", "ConfigVersion", "CTargets", "CppTargets")}
    assert {path.name for path in (tree.libraries / "pkgconfig").iterdir()} == {"ent.pc", "ent-c.pc"}


def test_nothing_lies_outside_of_its_place(tree: Tree) -> None:
    tops = {name.split("/")[0] for name in tree.files()}
    assert tops == {"include", "lib", "share"}
    assert {path.name for path in (tree.prefix / "share").iterdir()} == {"ent", "doc"}
    assert {path.name for path in (tree.prefix / "share/ent").iterdir()} == {"ent.json", "openapi.json"}
    assert {path.name for path in tree.documents.iterdir()} == {
        "LICENSE", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs", "examples"}


def test_no_path_of_the_build_is_left(tree: Tree, tmp_path: Path) -> None:
    stripped = tmp_path / "stripped"  # debugging information says where the sources were, and may
    shutil.copytree(tree.prefix, stripped, symlinks=True)
    for path in [*stripped.rglob("*.so*"), *stripped.rglob("*.a")]:
        if not path.is_symlink():
            run("strip", "--strip-debug", path)
    places = {str(place).encode() for place in (BUILD, SOURCE, BUILD.resolve(), SOURCE.resolve(), tree.prefix.parent / "first")}
    left = {str(path.relative_to(stripped)) for path in stripped.rglob("*") if path.is_file()
            for place in places if place in path.read_bytes()}
    assert left == set()


def test_the_c_library_names_itself_and_needs_no_path(tree: Tree) -> None:
    dynamic = run("readelf", "--dynamic", "--wide", tree.libraries / "libent_c.so")
    assert re.findall(r"\(SONAME\).*\[(.*)\]", dynamic) == [f"libent_c.so.{MAJOR}"]
    assert "RPATH" not in dynamic and "RUNPATH" not in dynamic
    assert os.readlink(tree.libraries / "libent_c.so") == f"libent_c.so.{MAJOR}"
    assert os.readlink(tree.libraries / f"libent_c.so.{MAJOR}") == f"libent_c.so.{VERSION}"


@pytest.mark.parametrize("component", ["runtime", "development", "python"])
def test_a_component_brings_its_own(tree: Tree, tmp_path: Path, component: str) -> None:
    if component == "python" and not PYTHON:
        pytest.skip("built without Python")
    found = install(tmp_path, "--component", component).files()
    libraries = str(tree.libraries.relative_to(tree.prefix))
    runtime = {f"{libraries}/{name}" for name in RUNTIME}
    python = {name for name in tree.files() if re.search(r"/(dist|site)-packages/", name)}
    licence = {str(tree.documents.relative_to(tree.prefix) / "LICENSE")}
    expected = {"runtime": runtime | licence, "python": python, "development": tree.files() - runtime - python}
    assert found == expected[component]


def test_a_program_in_python_runs_from_the_moved_tree(tree: Tree, tmp_path: Path) -> None:
    if not PYTHON:
        pytest.skip("built without Python")
    package = next(tree.prefix.rglob("py.typed")).parent.parent
    example = tree.documents / "examples/python/first.py"
    printed = run("/usr/bin/python3", example, tmp_path / "school.db", PYTHONPATH=str(package), PYTHONDONTWRITEBYTECODE="1")
    assert printed == example.with_suffix(".txt").read_text(encoding="utf-8")
