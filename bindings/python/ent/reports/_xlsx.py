"""XLSX by the standard library alone: the same bytes for the same tables, whenever they are written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from ent.reports._sheet import Cell, Column, Table, checked, opens_formula
from ent.reports._text import clean, escape

MOST_ROWS, MOST_COLUMNS, MOST_CHARACTERS = 1_048_576, 16_384, 32_767
"""What the format has room for."""

_MOST_OF_A_NAME = 31  # units of UTF-16
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_EPOCH = date(1899, 12, 30)  # day 0 of spreadsheets, as all of them count after February 1900

# Places among the cell formats of _styles().
_HEADING, _TEXT, _QUOTED, _DATE, _FIRST_NUMBER = 1, 2, 3, 4, 5
_MOST_DIGITS = 6
_FORMATS = _FIRST_NUMBER + _MOST_DIGITS + 1  # so many plain ones; the bold ones of the totals follow


def write_xlsx(tables: Sequence[Table]) -> bytes:
    """A workbook with a sheet for each table, its headings frozen. Numbers are numbers, shown as the reader's country
    does; dates are dates; text that looks like a formula is text, marked as such.

    Raises ValueError without a table, where a table does not fit, or for a cell of more than 32 767 characters.
    """
    if not tables:
        raise ValueError("a workbook has a sheet")
    names = _names(tables)
    places = range(1, len(tables) + 1)
    parts = [("[Content_Types].xml", _content_types(places)), ("_rels/.rels", _root()),
             ("xl/workbook.xml", _workbook(names)), ("xl/_rels/workbook.xml.rels", _workbook_links(places)),
             ("xl/styles.xml", _styles())]
    parts += [(f"xl/worksheets/sheet{place}.xml", _sheet(table)) for place, table in zip(places, tables)]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in parts:
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, (_XML + text).encode())
    return stream.getvalue()


def _names(tables: Sequence[Table]) -> list[str]:
    """Without the signs that sheets refuse, nor an apostrophe at either end; each but once whatever its case."""
    taken: list[str] = []
    for table in tables:
        plain = clean(re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", table.name)).strip(" '")
        plain = _cut(plain, _MOST_OF_A_NAME).strip(" '") or "Feuille"
        name, number = plain, 1
        while name.casefold() in (other.casefold() for other in taken):
            number += 1
            ending = f" ({number})"
            name = _cut(plain, _MOST_OF_A_NAME - len(ending)) + ending
        taken.append(name)
    return taken


def _cut(text: str, most: int) -> str:
    """At most so many units of UTF-16, as spreadsheets count them; half a sign goes."""
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def _sheet(table: Table) -> str:
    checked(table)
    if len(table.rows) + len(table.totals) >= MOST_ROWS or not 1 <= len(table.columns) <= MOST_COLUMNS:
        raise ValueError(f"{table.name!r} does not fit into a sheet")
    letters = [_letters(place) for place in range(1, len(table.columns) + 1)]
    lines = [_row(1, letters, [(column.heading, _HEADING) for column in table.columns])]
    plain = [_formats(column) for column in table.columns]
    for number, row in enumerate((*table.rows, *table.totals), 2):
        bold = _FORMATS if number > len(table.rows) + 1 else 0
        cells = [(cell, _format_of(cell, formats) + bold) for cell, formats in zip(row, plain)]
        lines.append(_row(number, letters, cells))
    last = f"{letters[-1]}{len(lines)}"
    widths = "".join(f'<col min="{place}" max="{place}" width="{_width(table, place - 1)}" customWidth="1"/>'
                     for place in range(1, len(table.columns) + 1))
    return (f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}"/><sheetViews><sheetView workbookViewId="0">'
            f'<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
            f'<sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols><sheetData>{"".join(lines)}</sheetData></worksheet>')


def _letters(place: int) -> str:
    """1 is A, 27 is AA."""
    text = ""
    while place:
        place, rest = divmod(place - 1, 26)
        text = chr(65 + rest) + text
    return text


def _formats(column: Column) -> int:
    """The format of the numbers of a column."""
    digits = column.digits if column.kind == "number" else 0
    if not 0 <= digits <= _MOST_DIGITS:
        raise ValueError(f"a number is shown with 0 to {_MOST_DIGITS} decimals")
    return _FIRST_NUMBER + digits


def _format_of(cell: Cell, numbers: int) -> int:
    if isinstance(cell, str):
        return _QUOTED if opens_formula(cell) else _TEXT
    return _DATE if isinstance(cell, date) else numbers


def _row(number: int, letters: Sequence[str], cells: Sequence[tuple[Cell, int]]) -> str:
    return f'<row r="{number}">' + "".join(_cell(f"{at}{number}", cell, style)
                                           for at, (cell, style) in zip(letters, cells) if cell is not None) + "</row>"


def _cell(at: str, cell: Cell, style: int) -> str:
    if isinstance(cell, str):
        if len(cell) > MOST_CHARACTERS:
            raise ValueError(f"{at}: a cell holds at most {MOST_CHARACTERS} characters")
        return f'<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_escape(cell)}</t></is></c>'
    if isinstance(cell, date):
        when = cell.date() if isinstance(cell, datetime) else cell
        return f'<c r="{at}" s="{style}"><v>{(when - _EPOCH).days}</v></c>'
    return f'<c r="{at}" s="{style}"><v>{cell if isinstance(cell, int) else _decimal(cell)}</v></c>'


def _decimal(cell: Decimal | None) -> str:
    return f"{cell:f}"


def _escape(text: str) -> str:
    """The format writes a control as `_x0008_`, and what only looks so with its underscore written out."""
    text = _LOOKS_ESCAPED.sub("_x005F_", text)
    text = _CONTROLS.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return escape(text).replace("\r", "&#13;")


def _width(table: Table, place: int) -> int:
    """In characters: what is said, or what stands in the first rows, within bounds."""
    column = table.columns[place]
    if column.width is not None:
        return column.width
    shown = [column.heading] + [str(row[place]) for row in (*table.rows[:200], *table.totals) if row[place] is not None]
    return min(60, max(8, 2 + max(len(text) for text in shown)))


def _styles() -> str:
    numbers = ["0"] + ["0." + "0" * digits for digits in range(1, _MOST_DIGITS + 1)]
    own = "".join(f'<numFmt numFmtId="{164 + digits}" formatCode="{code}"/>' for digits, code in enumerate(numbers))
    own += '<numFmt numFmtId="180" formatCode="dd/mm/yyyy"/>'
    plain = ('<xf numFmtId="0"{}/>', '<xf numFmtId="49" fillId="2" applyFill="1"{}><alignment wrapText="1"/></xf>',
             '<xf numFmtId="49"{}><alignment vertical="top" wrapText="1"/></xf>',
             '<xf numFmtId="49" quotePrefix="1"{}><alignment vertical="top" wrapText="1"/></xf>',
             '<xf numFmtId="180" applyNumberFormat="1"{}/>',
             *(f'<xf numFmtId="{164 + digits}" applyNumberFormat="1"{{}}/>' for digits in range(_MOST_DIGITS + 1)))
    light = [each.format(' fontId="1" applyFont="1"' if place == _HEADING else "") for place, each in enumerate(plain)]
    bold = [each.format(' fontId="1" applyFont="1"') for each in plain]
    return (f'<styleSheet xmlns="{_MAIN}"><numFmts count="{len(numbers) + 1}">{own}</numFmts>'
            '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
            '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
            '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
            '<fill><patternFill patternType="solid"><fgColor rgb="FFE9EDF3"/></patternFill></fill></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>'
            f'<cellXfs count="{2 * _FORMATS}">{"".join(light + bold)}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>')


def _content_types(places: range) -> str:
    sheets = "".join(f'<Override PartName="/xl/worksheets/sheet{place}.xml" ContentType="{_KIND}.worksheet+xml"/>' for place in places)
    return (f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>{sheets}</Types>')


def _root() -> str:
    return (f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>')


def _workbook(names: Sequence[str]) -> str:
    sheets = "".join(f'<sheet name="{escape(name)}" sheetId="{place}" r:id="rId{place}"/>' for place, name in enumerate(names, 1))
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{sheets}</sheets></workbook>'


def _workbook_links(places: range) -> str:
    sheets = "".join(f'<Relationship Id="rId{place}" Type="{_LINKS}/worksheet" Target="worksheets/sheet{place}.xml"/>' for place in places)
    return (f'<Relationships xmlns="{_PACKAGE}/relationships">{sheets}'
            f'<Relationship Id="rId{len(places) + 1}" Type="{_LINKS}/styles" Target="styles.xml"/></Relationships>')
