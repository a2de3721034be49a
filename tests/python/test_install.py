"""The installed package: moved to another place, without the build tree, beside another Python's packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import ent

BUILD = os.environ.get("ENT_BUILD_DIR", "")
EXAMPLE = Path(__file__).parents[2] / "examples/python/first.py"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the package, below a prefix."""
    if not BUILD:
        pytest.skip("ENT_BUILD_DIR says from where to install")
    prefix = tmp_path_factory.mktemp("prefix")
    subprocess.run(["cmake", "--install", BUILD, "--prefix", str(prefix), "--component", "python"], check=True,
                   stdout=subprocess.DEVNULL)
    return next(prefix.rglob("py.typed")).parent.parent


def run(python: Path | str, *arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | more
    return subprocess.run([str(python), *map(str, arguments)], env=env, capture_output=True, text=True)


def test_all_of_the_package_is_installed_and_nothing_else(installed: Path) -> None:
    source = Path(__file__).parents[2] / "bindings/python/ent"
    sources = {str(file.relative_to(source)) for file in source.rglob("*") if file.suffix in (".py", ".pyi", ".typed")}
    found = {str(file.relative_to(installed / "ent")) for file in (installed / "ent").rglob("*") if file.is_file()}
    core = {name for name in found if name.startswith("_core.cpython-")}
    assert len(core) == 1 and found - core == sources
    assert [folder.name for folder in installed.iterdir()] == ["ent"]


def test_it_runs_from_another_place(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(installed, tmp_path / "moved")
    done = run(sys.executable, EXAMPLE, tmp_path / "portal.db", PYTHONPATH=str(tmp_path / "moved"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == EXAMPLE.with_suffix(".txt").read_text(encoding="utf-8")


def test_it_runs_in_a_virtual_environment(installed: Path, tmp_path: Path) -> None:
    place = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--system-site-packages", "--without-pip", str(place)], check=True)
    site = next(place.glob("lib/python3*/site-packages"))
    shutil.copytree(installed / "ent", site / "ent")
    done = run(place / "bin/python", "-c", "import ent; print(ent.__file__, ent.__version__)")
    assert done.stdout.split() == [str(site / "ent/__init__.py"), ent.__version__], done.stderr


def test_only_the_entry_of_the_module_is_exported(installed: Path) -> None:
    core = next((installed / "ent").glob("_core.*.so"))
    listed = subprocess.run(["nm", "--dynamic", "--defined-only", "--extern-only", str(core)], capture_output=True, text=True)
    assert [line.split()[-1] for line in listed.stdout.splitlines()] == ["PyInit__core"]


def test_a_package_beside_another_core_is_refused(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(installed, tmp_path / "mixed")
    module = tmp_path / "mixed/ent/org.py"
    module.write_text(module.read_text(encoding="utf-8").replace('"nature_code", ', ""), encoding="utf-8")
    done = run(sys.executable, "-c", "import ent; ent.org", PYTHONPATH=str(tmp_path / "mixed"))
    assert done.returncode == 1
    assert "ImportError: org.add takes another input: ent and ent._core are not of the same version" in done.stderr
