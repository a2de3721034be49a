"""ent: the domain of a French espace numérique de travail, embedded.

    import ent

    with ent.open("academy.db") as portal, portal.system() as session:
        for unit in session.org.list_all(kind="establishment"):
            print(unit.code, unit.name)

Every operation is a method of a domain of a session. Answers are immutable records, read by name; a page of them is a
sequence with `to_pandas()`, `to_dicts()` and the Arrow stream. Refusals are exceptions of `ent.errors`, all of them
`ent.Error`. See docs/python.md.
"""

from __future__ import annotations

from importlib import import_module as _import_module
from types import ModuleType as _ModuleType
from typing import TYPE_CHECKING as _TYPE_CHECKING

from ent import _core
from ent import errors as errors
from ent._common import *
from ent._domains import DOMAINS as _DOMAINS
from ent._functions import *
from ent._listing import Listing as Listing
from ent._listing import Pages as Pages
from ent._portal import Portal as Portal
from ent._portal import Session as Session
from ent._portal import open as open
from ent._tables import LevelTable as LevelTable
from ent._tables import read_levels as read_levels
from ent._tables import read_marks as read_marks
from ent.errors import *

if _TYPE_CHECKING:
    from ent import reports as reports
    from ent._domains import *

__version__: str = _core.__version__


def explain(reason: str, language: str = "fr") -> str:
    """The text for people of a reason token, in French ("fr") or English ("en"); the token itself if it has none."""
    return _core.explain(reason, language)


def __getattr__(name: str) -> _ModuleType:
    """`ent.org` and its like, and `ent.reports`, imported when they are first asked for."""
    if name in _DOMAINS or name == "reports":
        return _import_module(f"ent.{name}")
    raise AttributeError(f"module 'ent' has no attribute {name!r}")
