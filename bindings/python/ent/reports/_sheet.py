"""What stands in a table: columns with a kind, rows of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Cell = str | Decimal | int | date | None
Kind = Literal["text", "number", "whole", "date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading, what stands in it, how wide it is."""

    heading: str
    kind: Kind = "text"
    digits: int = 2
    """Decimals that are shown of a number: 0 to 6."""
    width: int | None = None
    """In characters; by what stands in it, if none is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with one row of headings."""

    name: str
    """Of the sheet."""
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    totals: Sequence[Sequence[Cell]] = ()
    """Rows below the others, shown apart."""


def opens_formula(text: str) -> bool:
    """Whether a spreadsheet that is given the text might take it for a formula."""
    return text[:1] in tuple("=+-@\t\r") and text != ""


def checked(table: Table) -> None:
    """Raises ValueError where a row has not a cell for each column, TypeError where a cell is of no kind that is known."""
    for row in (*table.rows, *table.totals):
        if len(row) != len(table.columns):
            raise ValueError(f"a row of {table.name!r} has {len(row)} cells for {len(table.columns)} columns")
        for cell in row:
            if cell is not None and (isinstance(cell, bool) or not isinstance(cell, (str, Decimal, int, date))):
                raise TypeError(f"a cell is a text, an exact number or a date, not {type(cell).__name__}")
            if isinstance(cell, Decimal) and not cell.is_finite():
                raise ValueError(f"{cell} is no number for a table")
