"""Every scenario of tests/scenario through the typed methods, on both engines."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from scenario import ROOT, Player

FILES = [file for file in sorted((ROOT / "tests/scenario").rglob("*.scn")) if file.parent.name != "everybody"]


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_on_sqlite(file: Path, tmp_path: Path) -> None:
    Player(str(tmp_path / "portal.db")).play(file)


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_on_postgres(file: Path, postgres: str) -> None:
    Player(f"{postgres}{'&' if '?' in postgres else '?'}schema=scenario_{uuid.uuid4().hex}&partitions=2").play(file)


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
