"""Tables of marks and of levels from files, as `gradebook.import_marks` and `skill.import_levels` take them."""

from __future__ import annotations

import codecs
import csv
import io
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from ent.gradebook import ImportRowDict

__all__ = ["LevelTable", "read_levels", "read_marks"]


class LevelTable(TypedDict):
    """What `session.skill.import_levels(id=..., **table)` takes of a file."""

    item_codes: list[str]
    items: list[ImportRowDict]


def read_marks(
    path: str | os.PathLike[str],
    columns: Sequence[str],
    *,
    pupil: str | Sequence[str] | None = None,
    pupil_ids: Sequence[int] | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
) -> list[ImportRowDict]:
    """The rows of a CSV file for `session.gradebook.import_marks(items=...)`.

    `columns` are the headings of the columns of marks, in the order of the assessments. Whose a row is says the column
    `pupil`, or several of them together (family name, given name), or else `pupil_ids`, one for each row. Cells go on as
    they are: `14,5`, `14.5` and `abs` are understood by the library, which refuses what is no mark.

    A file in the French style (semicolons, UTF-8 or Windows-1252), one in the English style (commas) and one with tabs (UTF-16 too, as
    spreadsheets write Unicode text) are told apart by their headings, or by the line `sep=;` that Excel knows. Raises ValueError where a
    heading is not there or stands twice, a line has more cells than there are headings, a quotation does not end or swallows rows, or
    the rows do not go with `pupil_ids`.
    """
    file = _File(path, delimiter, encoding)
    return file.items([file.place(column) for column in columns], pupil, pupil_ids)


def read_levels(
    path: str | os.PathLike[str],
    columns: Mapping[str, str] | None = None,
    *,
    pupil: str | Sequence[str] | None = None,
    pupil_ids: Sequence[int] | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
) -> LevelTable:
    """A CSV file for `session.skill.import_levels(id=..., **table)`: a row is a pupil, a column an item.

    `columns` says which heading stands for the item of which code; without it each heading that names no pupil is a code.
    All else is as in `read_marks`. Cells go on as they are: `TB`, `4`, `abs` and an empty one are understood by the library,
    which refuses what is no level.
    """
    file = _File(path, delimiter, encoding)
    if columns is None:
        whose = {file.place(name) for name in _names(pupil)}
        codes = {place: heading for place, heading in enumerate(file.headings) if place not in whose and heading}
    else:
        codes = {file.place(heading): code for heading, code in columns.items()}
    return {"item_codes": list(codes.values()), "items": file.items(list(codes), pupil, pupil_ids)}


def _names(pupil: str | Sequence[str] | None) -> list[str]:
    return [pupil] if isinstance(pupil, str) else list(pupil or ())


class _File:
    """The headings and the rows of a file, rows that are empty left out."""

    def __init__(self, path: str | os.PathLike[str], delimiter: str | None, encoding: str | None) -> None:
        text = _decoded(Path(path).read_bytes(), encoding)
        told = _TOLD_DELIMITER.match(text)
        first = 1
        if told:
            text, first = text[told.end():], 2
        delimiter = delimiter or (told[1] if told else _delimiter(text))
        rows = [(line, cells) for line, cells in _rows(text, delimiter, first) if any(cells)]
        if not rows:
            raise ValueError("the file has no headings")
        self.headings: list[str] = rows[0][1]
        self.rows = [cells for _, cells in rows[1:]]
        for line, cells in rows[1:]:
            if any(cells[len(self.headings):]):  # "14,5" without quotes between commas would be two marks
                raise ValueError(f"line {line} has more cells than there are headings")
            if any(_swallows_a_row(cell, delimiter, len(self.headings)) for cell in cells):
                raise ValueError(f"line {line} has a quotation mark that opens a cell with other rows in it")

    def place(self, heading: str) -> int:
        """Where the one column of this heading is."""
        heading = unicodedata.normalize("NFC", heading)
        if heading not in self.headings:
            raise ValueError(f"no column is headed {heading}")
        if self.headings.count(heading) > 1:
            raise ValueError(f"several columns are headed {heading}")
        return self.headings.index(heading)

    def items(self, columns: Sequence[int], pupil: str | Sequence[str] | None, pupil_ids: Sequence[int] | None) -> list[ImportRowDict]:
        if (pupil is None) == (pupil_ids is None):
            raise ValueError("either pupil or pupil_ids")
        cells = [[_cell(row, place) for place in columns] for row in self.rows]
        if pupil_ids is None:
            whose = [self.place(name) for name in _names(pupil)]
            names = (" ".join(_cell(row, place) for place in whose) for row in self.rows)
            return [{"cells": one, "pupil": name} for one, name in zip(cells, names, strict=True)]
        if len(pupil_ids) != len(cells):
            raise ValueError(f"{len(cells)} rows, and {len(pupil_ids)} pupil_ids")
        return [{"cells": one, "pupil_id": number} for one, number in zip(cells, pupil_ids, strict=True)]


_TOLD_DELIMITER = re.compile(r'"?sep=([^"])"?\1*(?:\r\n|\r|\n)', re.IGNORECASE)
"""What Excel takes from the first line."""


def _rows(text: str, delimiter: str, first: int) -> Iterator[tuple[int, list[str]]]:
    """The lines where they begin, `first` the number of the first one, and their cells."""
    read = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = first
    try:
        for row in read:
            yield line, [cell.strip() for cell in row]
            line = first + read.line_num
    except csv.Error as error:
        raise ValueError(f"line {line} has a quotation mark that opens a cell without a proper end: {error}") from None


def _swallows_a_row(cell: str, delimiter: str, headings: int) -> bool:
    """A remark may go over several lines; lines with as many cells as there are headings are rows that a lost quotation mark took in. A
    sign that a space follows is one of the text: commas of a sentence part no cells."""
    parts = re.compile(re.escape(delimiter) + "(?! )")
    return headings > 1 and any(len(parts.findall(line)) >= headings - 1 for line in cell.splitlines()[1:])


def _decoded(content: bytes, encoding: str | None) -> str:
    """With accents as one sign each, whichever way they were written."""
    return unicodedata.normalize("NFC", content.decode(encoding or _encoding(content)))


def _encoding(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _delimiter(text: str) -> str:
    """The sign that parts most headings, outside of quotes; a semicolon where it is as good as another."""
    heading = re.sub(r'"[^"]*"', "", text.lstrip("\r\n").split("\n", 1)[0])
    return max(";\t,", key=heading.count)


def _cell(row: list[str], place: int) -> str:
    return row[place] if place < len(row) else ""
