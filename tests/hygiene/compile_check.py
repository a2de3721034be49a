#!/usr/bin/python3
"""compile_check.py COMPILE_COMMANDS ROOT: every source compiles under this compiler without a warning.

The commands are those of a configured build; nothing is generated but diagnostics, so the whole tree takes
little time. Sources that the build writes itself are left to the build.
"""
import concurrent.futures
import json
import os
import pathlib
import shlex
import subprocess
import sys


def check(entry: dict[str, str]) -> tuple[str, str]:
    words = shlex.split(entry["command"])
    output = words.index("-o")
    command = words[:output] + words[output + 2:] + ["-fsyntax-only"]
    done = subprocess.run(command, cwd=entry["directory"], capture_output=True, text=True, check=False)
    return entry["file"], done.stderr if done.returncode or done.stderr else ""


def main() -> None:
    entries = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    root = pathlib.Path(sys.argv[2])
    built = pathlib.Path(sys.argv[1]).parent
    mine = [entry for entry in entries
            if root in pathlib.Path(entry["file"]).parents
            and built not in pathlib.Path(entry["file"]).parents]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = [(file, text) for file, text in pool.map(check, mine) if text]
    for file, text in faults:
        print(f"{file}:\n{text}")
    print(f"{len(mine)} sources")
    raise SystemExit(f"{len(faults)} with warnings" if faults or not mine else 0)


if __name__ == "__main__":
    main()
