"""Tables: XLSX and CSV that say what was put in, and run nothing."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from ent.reports import Column, Table, synthesis_table, synthesis_tables, write_csv, write_xlsx
from report_values import NASTY, school_class, subjects

DANGEROUS = ["=cmd|'/c calc'!A0", "+1", "-1", "@x", "\t=1", "\r=1"]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def table(*rows: list[str | Decimal | int | date | None]) -> Table:
    return Table(name="5A", columns=[Column(heading="Nom"), Column(heading="Moyenne", kind="number")], rows=rows)


def sheet(data: bytes, place: int = 1) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        return ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{place}.xml"))


def cells(root: ElementTree.Element) -> dict[str, tuple[str | None, str]]:
    """By place: its kind, and what it holds."""
    found = {}
    for cell in root.iter(f"{MAIN}c"):
        found[cell.attrib["r"]] = (cell.get("t"), "".join(cell.itertext()))
    return found


def formats(data: bytes) -> list[ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        styles = ElementTree.fromstring(archive.read("xl/styles.xml"))
    listed = styles.find(f"{MAIN}cellXfs")
    assert listed is not None and int(listed.attrib["count"]) == len(listed)
    return list(listed)


def test_numbers_are_numbers_and_nothing_is_no_cell() -> None:
    data = write_xlsx([table(["Bérard", Decimal("14.50")], ["Sacha", None], ["Zoé", Decimal("1E+2")])])
    assert cells(sheet(data)) == {
        "A1": ("inlineStr", "Nom"), "B1": ("inlineStr", "Moyenne"), "A2": ("inlineStr", "Bérard"), "B2": (None, "14.50"),
        "A3": ("inlineStr", "Sacha"), "A4": ("inlineStr", "Zoé"), "B4": (None, "100")}


def test_dates_are_days_since_the_end_of_1899() -> None:
    data = write_xlsx([Table(name="x", columns=[Column(heading="Le", kind="date")], rows=[[date(2026, 11, 20)], [date(1900, 3, 1)]])])
    assert [cells(sheet(data))[place] for place in ("A2", "A3")] == [(None, "46346"), (None, "61")]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula(text: str) -> None:
    data = write_xlsx([table([text, None])])
    root = sheet(data)
    assert list(root.iter(f"{MAIN}f")) == []
    (cell,) = [each for each in root.iter(f"{MAIN}c") if each.get("r") == "A2"]
    assert cell.get("t") == "inlineStr" and formats(data)[int(cell.attrib["s"])].get("quotePrefix") == "1"
    (_, row) = list(csv.reader(io.StringIO(write_csv(table([text, None]))[1:], newline=""), delimiter=";"))
    assert row == ["'" + text, ""]


def test_ordinary_text_is_left_as_it_is() -> None:
    data = write_xlsx([table([NASTY, Decimal(-3)])])
    assert cells(sheet(data))["A2"] == ("inlineStr", NASTY)
    (cell,) = [each for each in sheet(data).iter(f"{MAIN}c") if each.get("r") == "A2"]
    assert formats(data)[int(cell.attrib["s"])].get("quotePrefix") is None
    (_, row) = list(csv.reader(io.StringIO(write_csv(table([NASTY, Decimal("-3.5")]))[1:], newline=""), delimiter=";"))
    assert row == [NASTY, "-3,5"]  # a number may begin with its sign


def test_controls_are_written_as_the_format_has_it() -> None:
    assert cells(sheet(write_xlsx([table(["a\x08b_x0041_\ud800", None])])))["A2"] == ("inlineStr", "a_x0008_b_x005F_x0041_\N{REPLACEMENT CHARACTER}")


def test_names_of_sheets_are_such_as_sheets_may_have() -> None:
    tables = [Table(name=name, columns=[Column(heading="x")], rows=[]) for name in ("5A/B", "5a b", "", "x" * 40, "X" * 40)]
    with zipfile.ZipFile(io.BytesIO(write_xlsx(tables))) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    assert [each.get("name") for each in book.iter(f"{MAIN}sheet")] == ["5A B", "5a b (2)", "Feuille", "x" * 31, "X" * 27 + " (2)"]


@pytest.mark.parametrize(("names", "written"), [
    (["\N{PARTY POPPER}" * 20] * 2, ["\N{PARTY POPPER}" * 15, "\N{PARTY POPPER}" * 13 + " (2)"]),  # 2 of the 31 units each
    (["x" * 30 + "\N{PARTY POPPER}"], ["x" * 30]),  # no half of a sign
    (["'" + "x" * 30 + "'y", "''"], ["x" * 30, "Feuille"]),
    (["a\ud800", "a\ud801"], ["a\N{REPLACEMENT CHARACTER}", "a\N{REPLACEMENT CHARACTER} (2)"]),
])
def test_names_of_sheets_are_cut_as_sheets_count(names: list[str], written: list[str]) -> None:
    """31 units of UTF-16, no apostrophe at either end once it is cut, and still each but once."""
    tables = [Table(name=name, columns=[Column(heading="x")], rows=[]) for name in names]
    with zipfile.ZipFile(io.BytesIO(write_xlsx(tables))) as archive:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    assert [each.get("name") for each in book.iter(f"{MAIN}sheet")] == written


def test_the_headings_stay_and_columns_are_wide_enough() -> None:
    root = sheet(write_xlsx([table(["Un nom assez long pour voir", None])]))
    (pane,) = root.iter(f"{MAIN}pane")
    assert (pane.get("state"), pane.get("ySplit"), pane.get("topLeftCell")) == ("frozen", "1", "A2")
    assert [col.get("width") for col in root.iter(f"{MAIN}col")] == ["29", "9"]


def test_columns_beyond_the_alphabet() -> None:
    wide = Table(name="x", columns=[Column(heading=str(place)) for place in range(703)], rows=[])
    found = {text: place for place, (_, text) in cells(sheet(write_xlsx([wide]))).items()}
    assert (found["0"], found["25"], found["26"], found["701"], found["702"]) == ("A1", "Z1", "AA1", "ZZ1", "AAA1")


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="3 cells for 2"):
        write_xlsx([table(["a", None, None])])
    with pytest.raises(ValueError, match="32767"):
        write_xlsx([table(["a" * 32768, None])])
    with pytest.raises(ValueError, match="NaN"):
        write_csv(table(["a", Decimal("NaN")]))
    with pytest.raises(TypeError, match="float"):
        write_csv(table(["a", 14.5]))  # type: ignore[list-item]
    with pytest.raises(ValueError, match="a sheet"):
        write_xlsx([])


def test_the_synthesis_has_a_row_for_each_pupil_and_the_class_below() -> None:
    report = school_class(24)
    made = synthesis_table(report)
    assert len(made.rows) == 24 and [row[0] for row in made.totals] == ["Moyenne", "Mini.", "Médiane", "Maxi."]
    assert made.rows[0][:4] == ["Bérard01", "Inès", Decimal("14.5"), Decimal("14.4")]
    assert [row[2] for row in made.totals] == [Decimal("11.21"), Decimal("4.5"), Decimal("11.5"), Decimal("18.75")]
    rows = list(csv.reader(io.StringIO(write_csv(made)[1:], newline=""), delimiter=";"))
    assert len(rows) == 1 + 24 + 4 and rows[1][2] == "14,5" and rows[1][-3:] == ["5", "4", "1"]
    assert write_xlsx(synthesis_tables(report)) == write_xlsx(synthesis_tables(report))


def test_letters_stand_behind_their_figures() -> None:
    lettered = [replace(each, letter="B", average=Decimal(14)) for each in subjects(2)]
    whole = school_class(2)
    pupils = (replace(whole.pupils[0], subjects=tuple(lettered), general=Decimal(12), general_letter="C"),
              replace(whole.pupils[1], subjects=subjects(2)))
    table = synthesis_table(replace(whole, subjects=subjects(2), pupils=pupils))
    assert [column.heading for column in table.columns[2:8]] == [
        "Arts plastiques", "Arts plastiques – Lettre", "Anglais LV1", "Anglais LV1 – Lettre", "Moyenne générale", "Moyenne générale – Lettre"]
    assert [list(row[2:8]) for row in table.rows] == [[Decimal(14), "B", Decimal(14), "B", Decimal(12), "C"],
                                                      [Decimal("14.5"), None, Decimal("14.4"), None, Decimal("13.95"), None]]
    assert [len(row) for row in table.totals] == [len(table.columns)] * 4


def test_english_csv() -> None:
    assert write_csv(table(["a,b", Decimal("14.5")]), language="en") == '\ufeffNom,Moyenne\r\n"a,b",14.5\r\n'


def test_another_reader_finds_the_same() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    data = write_xlsx([*synthesis_tables(school_class(2)), table(["=1+1", Decimal("14.5")])])
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["5A", "Lisez-moi", "5A (2)"]
    first, last = book.worksheets[0], book.worksheets[2]
    assert (first.freeze_panes, first["C2"].value, first["C2"].number_format) == ("A2", 14.5, "0.00")
    assert (first["A4"].value, first["A4"].font.b, first["C4"].value) == ("Moyenne", True, 11.21)
    assert (last["A2"].value, last["A2"].data_type, last["A2"].quotePrefix) == ("=1+1", "s", True)
    assert book.worksheets[1]["B7"].value.date() == date(2026, 12, 1)
