"""Every scenario of tests/scenario through the typed methods, on both engines."""

from __future__ import annotations

import os
import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import ent
import pytest

from scenario import ROOT, Player

FILES = [file for file in sorted((ROOT / "tests/scenario").rglob("*.scn")) if file.parent.name != "everybody"]


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_on_sqlite(file: Path, tmp_path: Path) -> None:
    Player(str(tmp_path / "portal.db")).play(file)


def tell(server: str, sql: str) -> None:
    # Without the run time of AddressSanitizer, which comes before everything here: under it psql may wait for itself for ever.
    environment = {**os.environ, "LD_PRELOAD": ""}
    subprocess.run(["psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--command", sql, server], check=True, env=environment,
                   timeout=120)


def within(server: str, database: str) -> str:
    return f"{server}{'&' if '?' in server else '?'}dbname={database}&partitions=2"


@pytest.fixture(scope="module")
def template(postgres: str) -> Iterator[str]:
    """A database with the tables of a portal: a copy of it is there sooner than tables made anew."""
    name = f"template_{uuid.uuid4().hex}"
    tell(postgres, f"CREATE DATABASE {name}")
    ent.open(within(postgres, name)).close()
    yield name
    tell(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_on_postgres(file: Path, postgres: str, template: str) -> None:
    name = f"scenario_{uuid.uuid4().hex}"
    tell(postgres, f"CREATE DATABASE {name} TEMPLATE {template}")
    Player(within(postgres, name)).play(file)
    tell(postgres, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.parametrize(("wrong", "told"), [
    ('gives {"items": [1]}', "/items is"), ('gives {"next": "x"}', "/next is not there"), ("fails not_found org.not_found", "gives"),
    ('call org.list {}\ngives {"items": null}', "/items is there"), ('call org.get {"id": 9}\ngives {}', "fails not_found"),
    ("call org.get {\"id\": 9}\nfails not_found org.other", "NotFound"),
])
def test_a_scenario_can_fail(tmp_path: Path, wrong: str, told: str) -> None:
    file = tmp_path / "wrong.scn"
    file.write_text(f"as host\ncall org.list {{}}\n{wrong}\n", encoding="utf-8")
    with pytest.raises(AssertionError, match=told):
        Player(":memory:").play(file)
