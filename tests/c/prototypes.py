"""The exported functions of the C headers."""
from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PROTOTYPE = re.compile(r"ENT_API (?:ENT_CHECK )?([\w ]+?[ *]+)(ent_\w+)\(([^()]*)\);")


@dataclass
class Function:
    answer: str
    name: str
    parameters: list[tuple[str, str]]  # type, name


def split(parameter: str) -> tuple[str, str]:
    match = re.fullmatch(r"(.+?[ *])(\w+)", parameter)
    if match is None:
        raise SystemExit(f"can't read the parameter {parameter!r}")
    return match[1].strip(), match[2]


def prototypes(paths: list[str]) -> list[Function]:
    """All of them: a declaration that can't be read is an error, so that none is forgotten."""
    found = []
    for path in paths:
        text = Path(path).read_text(encoding="utf-8")
        text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        text = re.sub(r"^#.*$", "", text, flags=re.MULTILINE)
        text = " ".join(text.split())
        here = PROTOTYPE.findall(text)
        if text.count("ENT_API ") != len(here):
            raise SystemExit(f"{path}: a declaration that can't be read")
        for answer, name, parameters in here:
            parts = [] if parameters == "void" else [split(p.strip()) for p in parameters.split(",")]
            found.append(Function(answer.strip(), name, parts))
    return found
