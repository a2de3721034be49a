"""What the tests share: the installed tree, moved away from where it was installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

BUILD = Path(os.environ["ENT_BUILD_DIR"])
SOURCE = Path(__file__).parents[2]
VERSION = os.environ["ENT_VERSION"]


@dataclass(frozen=True)
class Tree:
    """An installed tree: its prefix, and the folders that depend on the system."""

    prefix: Path

    @property
    def libraries(self) -> Path:
        return self.prefix / os.environ["ENT_LIBDIR"]

    @property
    def documents(self) -> Path:
        return self.prefix / os.environ["ENT_DOCDIR"]

    @property
    def headers(self) -> Path:
        return self.prefix / "include/ent"

    def files(self) -> set[str]:
        return {str(path.relative_to(self.prefix)) for path in self.prefix.rglob("*") if not path.is_dir()}


def install(prefix: Path, *options: str) -> Tree:
    subprocess.run(["cmake", "--install", BUILD, "--prefix", prefix, *options], check=True, stdout=subprocess.DEVNULL)
    return Tree(prefix)


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    place = tmp_path_factory.mktemp("install")
    install(place / "first")
    shutil.move(place / "first", place / "moved")
    return Tree(place / "moved")


def compilers(variable: str) -> list[str]:
    """Those that are here: the build's own first."""
    return list(dict.fromkeys(path for path in os.environ[variable].split(":") if path))


def run(*command: str | Path, **environment: str) -> str:
    """What the command prints; where it fails the test does, and says why."""
    done = subprocess.run([str(part) for part in command], env=dict(os.environ) | environment,
                          capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
