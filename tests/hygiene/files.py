#!/usr/bin/python3
"""files.py ROOT: every file is short, finished, and plain text as editors expect it."""
import pathlib
import re
import sys

import sources

MOST_LINES = 600
LONGEST_LINE = 160
WIDE = {".md", ".csv", ".json", ".inc", ".scn", ".txt"}  # prose and tables, whose lines may be long
# Written in two parts, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|NOL" r"INT)\b")


def faults_of(path: pathlib.Path, name: str) -> list[str]:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"{name}: not UTF-8: {error.reason} at byte {error.start}"]
    if sources.generated(text):
        return []
    lines = text.splitlines()
    faults = []
    if path.suffix in sources.CODE | {".md"} and path.suffix != ".inc" and len(lines) > MOST_LINES:
        faults.append(f"{name}: {len(lines)} lines, more than {MOST_LINES}: it holds more than one idea")
    if text and not text.endswith("\n"):
        faults.append(f"{name}: the last line has no end")
    if "\r" in text:
        faults.append(f"{name}: a carriage return")
    for number, line in enumerate(lines, 1):
        if path.suffix != ".csv" and UNFINISHED.search(line):
            faults.append(f"{name}:{number}: a mark of unfinished work")
        if line != line.rstrip():
            faults.append(f"{name}:{number}: white space at the end")
        if "\t" in line:
            faults.append(f"{name}:{number}: a tab")
        if path.suffix not in WIDE and len(line) > LONGEST_LINE:
            faults.append(f"{name}:{number}: {len(line)} characters, more than {LONGEST_LINE}")
    return faults


def main() -> None:
    root = pathlib.Path(sys.argv[1])
    faults = []
    for path in sources.files(root, sources.TEXT):
        if path.name not in {"LICENSE", ".git"}:
            faults += faults_of(path, str(path.relative_to(root)))
    sources.report(faults)


if __name__ == "__main__":
    main()
