#!/usr/bin/python3
"""compare_test.py COMPILER ABIDW: compare.py lets growth pass, and notices what would break programs."""
from __future__ import annotations

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

COMPILER, ABIDW = sys.argv.pop(1), sys.argv.pop(1)
BEFORE = """\
struct options { unsigned size; int limit; const int *kind; };
typedef struct options options;
int set(const options *given);
int set(const options *given) { return given->limit; }
int count(long of);
int count(long of) { return of > 0; }
"""


class Compare(unittest.TestCase):
    def setUp(self) -> None:
        self.place = tempfile.TemporaryDirectory()
        self.folder = Path(self.place.name)
        self.addCleanup(self.place.cleanup)
        before = self.library("before", BEFORE)
        self.baseline = self.folder / "before.abi"
        subprocess.run([ABIDW, "--out-file", self.baseline, before], check=True)

    def library(self, name: str, text: str) -> Path:
        (self.folder / f"{name}.c").write_text(text, encoding="utf-8")
        made = self.folder / f"lib{name}.so"
        subprocess.run([COMPILER, "-shared", "-fPIC", "-g", "-Wl,-soname,libx.so", self.folder / f"{name}.c", "-o", made], check=True)
        return made

    def passes(self, old: str, new: str) -> bool:
        self.assertIn(old, BEFORE)
        after = self.library("after", BEFORE.replace(old, new))
        compare = Path(__file__).with_name("compare.py")
        command = [sys.executable, compare, self.baseline, after]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    def test_nothing_changed(self) -> None:
        self.assertTrue(self.passes("of > 0", "of > 1"))

    def test_a_function_more(self) -> None:
        self.assertTrue(self.passes("int count(long of);", "int none(void);\nint none(void) { return 0; }\nint count(long of);"))

    def test_a_member_more_at_the_end(self) -> None:
        self.assertTrue(self.passes("const int *kind;", "const int *kind; long later; long latest;"))

    def test_what_breaks_programs(self) -> None:
        for old, new in (("int limit;", "int limit; int mid; int gap;"), ("int limit;", "long limit;"), ("const int *kind;", ""),
                         ("const int *kind;", "const long *kind;"),
                         ("count", "counted"), ("(long of)", "(int of)"), ("int count", "long count"),
                         ("unsigned size; int limit;", "int limit; unsigned size;")):
            with self.subTest(f"{old} -> {new}"):
                self.assertFalse(self.passes(old, new))


if __name__ == "__main__":
    unittest.main()
