"""The examples print what is recorded beside them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ON_THE_DEMO = {"absences", "averages", "bulletins", "skills", "week"}  # they run on the demo academy: test_demo.py
EXAMPLES = [path for path in sorted((Path(__file__).parents[2] / "examples/python").glob("*.py")) if path.stem not in ON_THE_DEMO]


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.stem for example in EXAMPLES])
def test_an_example_prints_what_is_recorded(example: Path, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, str(example), str(tmp_path / "portal.db")], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == example.with_suffix(".txt").read_text(encoding="utf-8")
