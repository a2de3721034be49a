"""Tables of marks from files, as `gradebook.import_marks` takes them."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ent.gradebook import ImportRowDict

__all__ = ["read_marks"]


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

    A file in the French style (semicolons, UTF-8 or Windows-1252) and one in the English style (commas) are told apart by
    their headings. Raises ValueError where a heading is not there, or is there twice, or the rows do not go with `pupil_ids`.
    """
    if (pupil is None) == (pupil_ids is None):
        raise ValueError("either pupil or pupil_ids")
    text = _decoded(Path(path).read_bytes(), encoding)
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text)) if any(row)]
    if not rows:
        raise ValueError("the file has no headings")
    written = [heading.strip() for heading in rows[0]]
    headings = {heading: place for place, heading in enumerate(written)}
    names = [pupil] if isinstance(pupil, str) else list(pupil or ())
    missing = [name for name in [*names, *columns] if name not in headings]
    if missing:
        raise ValueError(f"no column is headed {', '.join(missing)}")
    repeated = [name for name in [*names, *columns] if written.count(name) > 1]
    if repeated:
        raise ValueError(f"several columns are headed {', '.join(repeated)}")
    if pupil_ids is not None and len(pupil_ids) != len(rows) - 1:
        raise ValueError(f"{len(rows) - 1} rows, and {len(pupil_ids)} pupil_ids")

    items: list[ImportRowDict] = []
    for number, row in enumerate(rows[1:]):
        cells = [_cell(row, headings[column]) for column in columns]
        if pupil_ids is not None:
            items.append({"cells": cells, "pupil_id": pupil_ids[number]})
        else:
            items.append({"cells": cells, "pupil": " ".join(_cell(row, headings[name]) for name in names)})
    return items


def _decoded(content: bytes, encoding: str | None) -> str:
    if encoding is not None:
        return content.decode(encoding)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _delimiter(text: str) -> str:
    """The sign that parts most headings, outside of quotes; a semicolon where it is as good as another."""
    heading = re.sub(r'"[^"]*"', "", text.lstrip("\r\n").split("\n", 1)[0])
    return max(";\t,", key=heading.count)


def _cell(row: list[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""
