"""CSV as French spreadsheets read it: `;`, a decimal comma, CRLF, a byte order mark; in English `,` and a point."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ent.reports._sheet import Cell, Table, checked, opens_formula
from ent.reports._text import Language, clean, day


def write_csv(table: Table, *, language: Language = "fr") -> str:
    """The headings, the rows and the totals. Write it as bytes: `path.write_bytes(write_csv(table).encode())`.

    What a spreadsheet might run is told to be text by `'` before it.
    """
    checked(table)
    between = ";" if language == "fr" else ","
    lines = [[_quoted(_text(column.heading), between) for column in table.columns]]
    lines += [[_quoted(_value(cell, language), between) for cell in row] for row in (*table.rows, *table.totals)]
    return "\ufeff" + "".join(between.join(line) + "\r\n" for line in lines)


def _value(cell: Cell, language: Language) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _text(cell)
    if isinstance(cell, Decimal):
        text = f"{cell:f}"
        return text.replace(".", ",") if language == "fr" else text
    if isinstance(cell, date):
        return day(cell, language)
    return str(cell)


def _text(text: str) -> str:
    return clean("'" + text if opens_formula(text) else text)


def _quoted(text: str, between: str) -> str:
    plain = not any(sign in text for sign in (between, '"', "\r", "\n")) and text == text.strip(" ")
    return text if plain else '"' + text.replace('"', '""') + '"'
