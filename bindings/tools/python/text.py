"""Docstrings."""

from __future__ import annotations

import re
import textwrap
from typing import Any

WIDTH = 118


CPP = [(re.compile(pattern), replacement) for pattern, replacement in (
    (r"\bSession::(\w+)\(", r"session.\1("), (r"\bPortal::(\w+)\(", r"portal.\1("),
    (r"\b([a-z_]+)::([a-z_]+)\(", r"\1.\2("), (r"\bCallOptions::(\w+)", r"\1"),
    (r"\b([A-Z]\w+)::(\w+)", r"\1.\2"))]


def in_python(value: Any) -> Any:
    """The lock with its comments, written for C++, in the words of Python."""
    if isinstance(value, dict):
        return {k: spelt(v) if isinstance(v, str) and k.endswith("doc") else in_python(v) for k, v in value.items()}
    return [in_python(item) for item in value] if isinstance(value, list) else value


def spelt(doc: str) -> str:
    for pattern, replacement in CPP:
        doc = pattern.sub(replacement, doc)
    return doc


def wrapped(text: str, indent: int, hanging: int = 0) -> list[str]:
    """Paragraphs as lines, without the indent of the first."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        lines += [""] if lines else []
        lines += textwrap.wrap(paragraph, WIDTH - indent, subsequent_indent=" " * hanging, break_long_words=False,
                               break_on_hyphens=False)
    return lines


def docstring(parts: list[list[str]], indent: int) -> list[str]:
    """A docstring of parts, which are lists of lines, each part after an empty line."""
    lines = [line for part in parts if part for line in ["", *part]][1:]
    lines = [line.replace("\\", "\\\\").replace('"""', "'''") for line in lines]
    pad = " " * indent
    if len(lines) == 1 and len(lines[0]) + indent + 6 <= WIDTH + 2 and not lines[0].endswith('"'):
        return [f'{pad}"""{lines[0]}"""']
    body = [f'{pad}"""{lines[0]}', *(f"{pad}{line}".rstrip() for line in lines[1:])]
    return [*body, f'{pad}"""']
