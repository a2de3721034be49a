"""Strangers' programs in C++ and C, found by CMake and by pkg-config, with each compiler that is here."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
from pathlib import Path

import pytest

from conftest import SOURCE, VERSION, Tree, compilers, install, run

CONSUMER = Path(__file__).parent / "consumer"
PRINTED = "9990002B Collège des Tilleuls\n"
BOTH = list(itertools.zip_longest(compilers("ENT_C_COMPILERS"), compilers("ENT_CXX_COMPILERS")))
IDS = [Path(cxx or c).name for c, cxx in BOTH]


def cmake(tree: Tree, place: Path, *options: str) -> None:
    run("cmake", "-S", CONSUMER, "-B", place, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={tree.prefix}", *options)
    run("cmake", "--build", place)


def pkg_config(tree: Tree, *words: str) -> list[str]:
    return run("pkg-config", *words, PKG_CONFIG_PATH=str(tree.libraries / "pkgconfig")).split()


@pytest.mark.parametrize(("c", "cxx"), BOTH, ids=IDS)
def test_cmake_finds_both_libraries(tree: Tree, tmp_path: Path, c: str, cxx: str) -> None:
    cmake(tree, tmp_path, f"-DCMAKE_C_COMPILER={c}", f"-DCMAKE_CXX_COMPILER={cxx}", "-DCOMPONENTS=cpp;c")
    assert run(tmp_path / "school_cpp") == PRINTED
    assert run(tmp_path / "school_c") == PRINTED


@pytest.mark.parametrize(("c", "cxx"), BOTH, ids=IDS)
def test_pkg_config_finds_both_libraries(tree: Tree, tmp_path: Path, c: str, cxx: str) -> None:
    run(cxx, "-std=c++20", CONSUMER / "school.cpp", "-o", tmp_path / "cpp", *pkg_config(tree, "--cflags", "--libs", "ent"))
    assert run(tmp_path / "cpp") == PRINTED
    run(c, "-std=c99", CONSUMER / "school.c", "-o", tmp_path / "c", *pkg_config(tree, "--cflags", "--libs", "ent-c"))
    assert run(tmp_path / "c", LD_LIBRARY_PATH=str(tree.libraries)) == PRINTED


def test_a_program_in_c_runs_with_the_runtime_alone(tree: Tree, tmp_path: Path) -> None:
    cmake(tree, tmp_path / "build", "-DCOMPONENTS=c", "-DCMAKE_SKIP_BUILD_RPATH=ON")
    runtime = install(tmp_path / "runtime", "--component", "runtime")
    assert run(tmp_path / "build/school_c", LD_LIBRARY_PATH=str(runtime.libraries)) == PRINTED


def test_the_c_library_is_found_where_nothing_else_is(tree: Tree, tmp_path: Path) -> None:
    hidden = [f"-DCMAKE_DISABLE_FIND_PACKAGE_{name}=ON" for name in ("SQLite3", "fmt", "date", "EXPAT", "PostgreSQL", "PkgConfig")]
    cmake(tree, tmp_path, "-DCOMPONENTS=c", *hidden)
    assert run(tmp_path / "school_c") == PRINTED


def test_what_the_archive_needs_and_is_not_there_is_named(tree: Tree, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="EXPAT"):
        cmake(tree, tmp_path, "-DCOMPONENTS=cpp", "-DCMAKE_DISABLE_FIND_PACKAGE_EXPAT=ON")


@pytest.mark.parametrize(("wanted", "found"), [("0.1", True), (VERSION, True), ("0.2", False), ("1.0", False)])
def test_a_version_is_found_within_its_minor(tree: Tree, tmp_path: Path, wanted: str, found: bool) -> None:
    (tmp_path / "CMakeLists.txt").write_text(
        "cmake_minimum_required(VERSION 3.25)\nproject(asks LANGUAGES NONE)\n"
        f"find_package(ent {wanted} REQUIRED COMPONENTS c)\n", encoding="utf-8")
    done = subprocess.run(["cmake", "-S", tmp_path, "-B", tmp_path / "build", f"-DCMAKE_PREFIX_PATH={tree.prefix}"],
                          capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == found, done.stderr


def test_pkg_config_names_the_version_and_needs_no_more_than_the_build(tree: Tree) -> None:
    for name in ("ent", "ent-c"):
        pkg_config(tree, "--validate", name)
        assert pkg_config(tree, "--modversion", name) == [VERSION]
        prefix = pkg_config(tree, "--variable=prefix", name)[0]
        assert os.path.realpath(prefix) == os.path.realpath(tree.prefix)
    assert pkg_config(tree, "--print-requires", "ent-c") == []
    assert pkg_config(tree, "--print-requires-private", "ent-c") == []


def test_pkg_config_links_to_what_the_archive_needs_and_no_more(tree: Tree, tmp_path: Path) -> None:
    flags = pkg_config(tree, "--libs", "ent")
    whole = ["-Wl,--whole-archive", str(tree.libraries / "libent.a"), "-Wl,--no-whole-archive"]
    run(compilers("ENT_CXX_COMPILERS")[0], "-shared", "-o", tmp_path / "whole.so", *whole,
        "-Wl,--as-needed", "-Wl,--no-undefined", *(flag for flag in flags if flag != "-lent"))
    dynamic = run("readelf", "--dynamic", "--wide", tmp_path / "whole.so")
    needed = set(re.findall(r"\(NEEDED\).*\[lib(.*)\.so[.\d]*\]", dynamic)) - {"stdc++", "gcc_s", "m", "c"}
    assert needed == {flag.removeprefix("-l") for flag in flags if flag.startswith("-l") and flag != "-lent"}


def test_the_sources_can_be_a_folder_of_another_project(tmp_path: Path) -> None:
    run("cmake", "-S", Path(__file__).parent / "subdirectory", "-B", tmp_path, "-G", "Ninja", f"-DENT_SOURCE={SOURCE}")
    assert "add_test" not in (tmp_path / "CTestTestfile.cmake").read_text(encoding="utf-8")
    installed = (tmp_path / "ent/cmake_install.cmake").read_text(encoding="utf-8")
    assert "libent" not in installed.replace("cmake_install.cmake", "")
