"""PDF of pages, by whichever engine is there: Chromium (tagged for screen readers), else WeasyPrint."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

from ent.reports._chromium import Chromium, find
from ent.reports._messages import Refusal

__all__ = ["Engine", "NoEngine", "engine", "printer", "write_pdf"]

Engine = Literal["chromium", "weasyprint"]
Print = Callable[[str], bytes]


class NoEngine(Refusal):
    """There is no program that makes PDF of pages; the text says what to install."""

    def __init__(self, wanted: str) -> None:
        super().__init__("no_engine", wanted={"chromium": "Chromium", "weasyprint": "WeasyPrint"}.get(wanted, "Chromium/WeasyPrint"))


def engine(wanted: Engine | Literal["auto"] = "auto") -> Engine:
    """The engine that is wanted, or the better one that is there. Raises NoEngine."""
    if wanted in ("auto", "chromium") and find():
        return "chromium"
    if wanted in ("auto", "weasyprint") and importlib.util.find_spec("weasyprint"):
        return "weasyprint"
    raise NoEngine(wanted)


@contextmanager
def printer(wanted: Engine | Literal["auto"] = "auto") -> Iterator[Print]:
    """A function from a page to its PDF. Chromium is started once for all of them.

    Raises NoEngine, and OSError where the engine fails.
    """
    program = find()
    if engine(wanted) == "chromium" and program:
        with Chromium(program) as browser:
            yield browser.print
    else:
        yield _by_weasyprint


def write_pdf(html: str, wanted: Engine | Literal["auto"] = "auto") -> bytes:
    """The PDF of one page. Raises NoEngine."""
    with printer(wanted) as make:
        return make(html)


def _by_weasyprint(html: str) -> bytes:
    library = importlib.import_module("weasyprint")
    made: bytes = library.HTML(string=html).write_pdf()
    return made
