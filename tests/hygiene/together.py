#!/usr/bin/python3
"""together.py ROOT: files that are compiled together mean by each name what they mean alone.

Names that one .cpp file keeps to itself are seen by the others of its group (see cmake/together.cmake). Where such a name
is said again by another file, or by a header, in the same namespace or in one around it, calls may go elsewhere without
a word from the compiler. Names for one and the same type may be said twice: the compiler refuses two meanings.
"""
import collections
import dataclasses
import json
import pathlib
import re
import subprocess
import sys

import sources

NAMESPACE = re.compile(r"^(?:inline )?namespace [a-z][\w:]*", re.MULTILINE)
INSIDE = {"namespace", "member", "header", "local", "parameter", "macroparam", "label"}
FOR_A_TYPE = {"typedef", "name", "using", "alias"}
# Takes the input of an operation, which nothing converts to.
BY_TYPE = {"well_formed"}


@dataclasses.dataclass(frozen=True)
class Said:
    name: str
    kind: str
    namespace: tuple[str, ...]
    own: bool
    """Seen in this file alone, if it is compiled alone."""
    file: str
    line: int


def said_in(root: pathlib.Path, files: list[str]) -> list[Said]:
    command = ["ctags", "--output-format=json", "--fields=+{scope}{scopeKind}{kind}{line}", "--kinds-c++=+pNAUx",
               "-L", "-", "-o", "-"]
    lines = subprocess.run(command, cwd=root, input="\n".join(files), capture_output=True, text=True, check=True).stdout
    found = []
    for line in lines.splitlines():
        tag = json.loads(line)
        if tag["kind"] in INSIDE or tag.get("scopeKind") not in (None, "namespace"):
            continue
        scope = [part for part in tag.get("scope", "").split("::") if part]
        found.append(Said(tag["name"], tag["kind"], tuple(part for part in scope if not part.startswith("__anon")),
                          any(part.startswith("__anon") for part in scope), tag["path"], tag["line"]))
    return found


def groups(root: pathlib.Path, files: list[str]) -> dict[str, tuple[str, ...]]:
    """What is compiled together: files of the same folder and the same namespaces."""
    return {file: (str(pathlib.PurePath(file).parent), *sorted(set(NAMESPACE.findall((root / file).read_text("utf-8")))))
            for file in files}


def hides(one: Said, other: Said) -> bool:
    """Whether one, kept to its file, changes what another file means by the other."""
    around = one.namespace[:len(other.namespace)] == other.namespace
    both_types = one.kind in FOR_A_TYPE and (other.kind in FOR_A_TYPE or other.file.endswith(".hpp"))
    both_inputs = one.name in BY_TYPE and other.name in BY_TYPE
    return around and not both_types and not both_inputs


def ended(root: pathlib.Path) -> set[str]:
    """The macros that end where they were used, or with the list that they are for."""
    texts = (path.read_text("utf-8") for path in sources.files(root, {".cpp", ".inc"}, ("src",)))
    return {macro for text in texts for macro in re.findall(r"^#undef (\w+)$", text, re.MULTILINE)}


def faults(root: pathlib.Path) -> list[str]:
    files = [str(path.relative_to(root)) for path in sources.files(root, {".cpp", ".hpp"}, ("src", "include"))]
    group = groups(root, [file for file in files if file.endswith(".cpp")])
    macros_that_end = ended(root)
    by_name = collections.defaultdict(list)
    for said in said_in(root, files):
        by_name[said.name].append(said)
    found = []
    for one in (said for same in by_name.values() for said in same if said.file.endswith(".cpp")):
        for other in by_name[one.name]:
            met = other.file.endswith(".hpp") or group[other.file] == group[one.file]
            if other.file == one.file or not met:
                continue
            leaks = one.kind == "macro" and one.name not in macros_that_end
            if leaks or one.own and hides(one, other):
                found.append(f"{one.file}:{one.line}: {one.name} is said by {other.file}:{other.line} too")
    return sorted(set(found))


if __name__ == "__main__":
    sources.report(faults(pathlib.Path(sys.argv[1])))
