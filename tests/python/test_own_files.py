"""The demo program on files of one's own: nothing stands behind of what could not begin."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = Path(os.environ.get("ENT_BUILD_DIR", ROOT / "build")) / "examples/academy"

pytestmark = pytest.mark.skipif(not PROGRAM.exists(), reason="this build is without the examples")


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120)


UNREADABLE = "Un fichier ou un dossier ne peut pas être lu. (import.unreadable)"
NONE = "Le dossier ne contient aucun fichier de ce format et de ce mode. (import.no_files)"


@pytest.mark.parametrize(("option", "name", "why"), [
    ("--aaf", "missing", UNREADABLE), ("--aaf", ".", NONE), ("--oneroster", "missing", UNREADABLE), ("--oneroster", ".", NONE),
    ("--fet", "missing", UNREADABLE), ("--fet", ".", UNREADABLE),
])
def test_what_is_not_there_is_named_in_french(tmp_path: Path, option: str, name: str, why: str) -> None:
    done = run(tmp_path, "s.db", option, name)
    assert (done.returncode, done.stdout, done.stderr.splitlines()[0]) == (1, "", f"{name} : {why}")
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_timetable_leaves_nothing(tmp_path: Path) -> None:
    assert "Rien n'a été chargé." in run(tmp_path, "s.db", "--fet", str(ROOT / "README.md")).stdout
    assert list(tmp_path.iterdir()) == []


def test_help_and_wrong_use(tmp_path: Path) -> None:
    for arguments in (["--help"], ["-h"], ["s.db", "--help"]):
        done = run(tmp_path, *arguments)
        assert (done.returncode, done.stderr) == (0, "") and done.stdout.startswith("academy [STORE]\n")
    for arguments, why in ((["--bogus"], "option inconnue : --bogus"), (["s.db", "--bogus"], "option inconnue ou incomplète : --bogus"),
                           (["s.db", "--marks"], "option inconnue ou incomplète : --marks"),
                           (["s.db", "--scale", "town"], "--scale town : academy ou primary")):
        done = run(tmp_path, *arguments)
        assert (done.returncode, done.stdout, done.stderr.splitlines()[0]) == (2, "", f"academy : {why}")
    for number in ("0", "-1", "abc", "3x", "10001", "99999999999"):
        done = run(tmp_path, "s.db", "--scale", "primary", number)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.splitlines()[0] == f"academy : --scale primary {number} : un nombre d'établissements va de 1 à 10000"
    assert list(tmp_path.iterdir()) == []
