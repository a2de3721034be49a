"""How far a long run is, for a person at a terminal."""

from __future__ import annotations

import sys
from typing import TextIO

_WIDTH = 30


class Progress:
    """A line on a terminal that is written anew, and removed at the end; nothing where there is no terminal."""

    def __init__(self, what: str, stream: TextIO | None = None) -> None:
        self._what = what
        self._stream = stream or sys.stderr
        self._shown = self._stream.isatty()

    def __call__(self, done: int, total: int) -> None:
        if not self._shown or total < 1:
            return
        full = _WIDTH * done // total
        self._stream.write(f"\r{self._what} [{'#' * full}{'.' * (_WIDTH - full)}] {done}/{total}")
        if done >= total:
            self._stream.write("\r\x1b[K")
        self._stream.flush()
