#!/usr/bin/python3
"""compare.py BASELINE LIBRARY: programs built against the baseline go on working.

New functions are in order. A struct may have grown at its end, which abidiff reports as a change (4); that no member
moved is what layout.c proves to the compiler. Everything else that it reports breaks programs.
"""
from __future__ import annotations

import re
import subprocess
import sys

CHANGED, INCOMPATIBLE = 4, 8
# The lines of a report that tells of members added, and of nothing else.
GROWTH = re.compile("|".join((
    r"\w+ changes summary: .*", r"\d+ functions? with some indirect sub-type change:",
    r"\[C\] 'function .*' at .* has some indirect sub-type changes:", r"parameter \d+ of type '.*' has sub-type changes:",
    r"in pointed to type '.*'( at .*)?:", r"in unqualified underlying type '.*' at .*:", r"underlying type '.*'( at .*)? changed:",
    r"type size changed from \d+ to \d+ \(in bits\)", r"\d+ data member insertions?:",
    r"'.*', at offset \d+ \(in bits\)( at .*)?", r"no data member changes? \(\d+ filtered\);", r"type size hasn't changed")))


def main() -> None:
    command = ["abidiff", "--no-added-syms", *sys.argv[1:3]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return
    print(done.stdout + done.stderr)
    if done.returncode != CHANGED:
        raise SystemExit("incompatible")
    strange = [line.strip() for line in done.stdout.splitlines() if line.strip() and not GROWTH.fullmatch(line.strip())]
    if strange:
        raise SystemExit("more than growth:\n" + "\n".join(strange))


if __name__ == "__main__":
    main()
