"""The installed headers: as strict compilers see them, with nothing but the compiler's own beside them."""

from __future__ import annotations

import re

from conftest import SOURCE, Tree, compilers, run

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror", "-fsyntax-only"]


def include(tree: Tree) -> list[str]:
    return [f"-I{tree.prefix}/include"]


def test_they_are_those_that_the_build_compiles_each_alone(tree: Tree) -> None:
    """By the targets headers_alone and c_headers_alone."""
    for folder in ("include/ent", "bindings/c/include/ent"):
        for source in (SOURCE / folder).iterdir():
            assert (tree.headers / source.name).read_bytes() == source.read_bytes()


def test_each_compiler_takes_them(tree: Tree) -> None:
    together = [part for header in sorted(tree.headers.iterdir()) for part in ("-include", header)]
    for compiler in compilers("ENT_CXX_COMPILERS"):
        run(compiler, *WARNINGS, *include(tree), "-std=c++20", "-x", "c++", *together, "/dev/null")
    in_c = [part for header in sorted(tree.headers.glob("*.h")) for part in ("-include", header)]
    for compiler in compilers("ENT_C_COMPILERS"):
        run(compiler, *WARNINGS, *include(tree), "-std=c99", "-x", "c", *in_c, "/dev/null")


def test_they_include_each_other_and_the_standard_library_alone(tree: Tree) -> None:
    headers = {header.name for header in tree.headers.iterdir()}
    for header in tree.headers.iterdir():
        for quote, name in re.findall(r'^#include ([<"])([^>"]+)[>"]', header.read_text(encoding="utf-8"), re.MULTILINE):
            assert name.removeprefix("ent/") in headers if quote == '"' else "/" not in name, f"{header.name}: {name}"
