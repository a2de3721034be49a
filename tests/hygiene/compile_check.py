#!/usr/bin/python3
"""compile_check.py COMPILE_COMMANDS ROOT: every source compiles under this compiler without a warning.

The commands are those of a configured build; nothing is generated but diagnostics, so the whole tree takes
little time. Sources that the build writes itself are left to the build, but of those that only put several files
together (cmake/together.cmake) each is compiled alone: it must include what it uses.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import typing


class Source(typing.NamedTuple):
    file: str
    folder: str
    command: list[str]


def sources_of(entry: dict[str, str]) -> list[Source]:
    words = shlex.split(entry["command"])
    output = words.index("-o")
    command = words[:output] + words[output + 2:] + ["-fsyntax-only"]
    written = entry["file"]
    together = re.findall(r'^#include "(/.*[.]cpp)"$', pathlib.Path(written).read_text(encoding="utf-8"), re.M) \
        if pathlib.Path(written).suffix == ".cxx" else []
    return [Source(file, entry["directory"], [file if word == written else word for word in command])
            for file in together or [written]]


def check(source: Source) -> tuple[str, str]:
    done = subprocess.run(source.command, cwd=source.folder, capture_output=True, text=True, check=False)
    return source.file, done.stderr if done.returncode or done.stderr else ""


def main() -> None:
    entries = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    root = pathlib.Path(sys.argv[2])
    built = pathlib.Path(sys.argv[1]).parent
    mine = [source for entry in entries for source in sources_of(entry)
            if root in pathlib.Path(source.file).parents and built not in pathlib.Path(source.file).parents]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = [(file, text) for file, text in pool.map(check, mine) if text]
    for file, text in faults:
        print(f"{file}:\n{text}")
    print(f"{len(mine)} sources")
    raise SystemExit(f"{len(faults)} with warnings" if faults or not mine else 0)


if __name__ == "__main__":
    main()
