"""Listings as CSV for French spreadsheets, read back by the csv module of Python."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import ent

LOCK = Path(__file__).resolve().parents[2] / "bindings" / "ent.json"


def read(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), delimiter=";", strict=True))


NAMES = ["Collège du Moulin", 'Collège "Aubrac"', "Lycée ; annexe", "=HYPERLINK(1)", "+33", "-1", "@SUM(A1)",
         "École de l'Étang"]


def portal_of_schools() -> ent.Portal:
    portal = ent.open(":memory:")
    session = portal.system()
    for number, name in enumerate(NAMES):
        session.org.add(kind="academy", code=f"{number:03}", name=name, valid_from=date(2026, 9, 1))
    return portal


def test_what_was_written_is_read() -> None:
    page = portal_of_schools().system().org.list(kind="academy")
    rows = read(page.to_csv())
    assert len(rows) == len(NAMES)
    for row, unit in zip(rows, page, strict=True):
        dangerous = unit.name[0] in "=+-@"
        assert row["Libellé"] == ("'" if dangerous else "") + unit.name
        assert row["Code"] == unit.code
        assert row["Nature"] == "académie"
        assert row["Du"] == "01/09/2026"
        assert row["N°"] == str(int(unit.id))


def test_all_pages_have_one_row_of_headings() -> None:
    pages = portal_of_schools().system().org.list_all(kind="academy", page_size=2)
    rows = read(pages.to_csv())
    assert [row["Code"] for row in rows] == [unit.code for unit in pages]


def test_an_empty_list_is_its_headings() -> None:
    text = ent.open(":memory:").system().org.list().to_csv()
    assert read(text) == []
    assert text.count("\r\n") == 1


def test_every_column_of_every_listing_is_french() -> None:
    """A field of a listing without a heading would show its English name."""
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    types = {one["name"]: one for one in lock["types"]}
    sources = LOCK.parents[1] / "src" / "reflect"
    headings = (sources / "headings.inc").read_text(encoding="utf-8")
    words = (sources / "french_words.inc").read_text(encoding="utf-8")

    def inner(one: dict[str, object]) -> dict[str, object]:
        while "of" in one:
            one = one["of"]  # type: ignore[assignment]
        return one

    missing: set[str] = set()

    def look(record: str) -> None:
        for field in types[record]["fields"]:
            kind = inner(field["type"])
            if f'ENT_HEADING("{field["name"]}"' not in headings:
                missing.add(field["name"])
            if kind["kind"] == "record":
                look(str(kind["name"]))
            if kind["kind"] == "enumeration":
                for word in types[str(kind["name"])]["words"]:
                    if f'ENT_FRENCH_WORD("{word["name"]}"' not in words:
                        missing.add(word["name"])

    for operation in lock["operations"]:
        first = types[operation["answer"]].get("fields", [])[:1]
        if first and first[0]["name"] == "items" and inner(first[0]["type"])["kind"] == "record":
            look(str(inner(first[0]["type"])["name"]))
    assert missing == set()
