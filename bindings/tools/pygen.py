#!/usr/bin/python3
"""Make the typed Python modules from the API lock, bindings/ent.json: see docs/python.md.

    pygen.py [--check] [--root DIR]

With --check nothing is written; the exit status is 1 if a module is not what it should be.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from python.fault import Fault  # noqa: E402
from python.package import modules  # noqa: E402

LOCK = "bindings/ent.json"
PACKAGE = "bindings/python/ent"
MARK = "# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited."


def settle(folder: Path, wanted: dict[str, str], check: bool) -> int:
    made = {path.name for path in folder.glob("*.py") if MARK in path.read_text(encoding="utf-8")}
    drifted = [name for name, text in wanted.items()
               if not (folder / name).exists() or (folder / name).read_text(encoding="utf-8") != text]
    for name in drifted + sorted(made - set(wanted)):
        if check:
            print(f"{PACKAGE}/{name} is not what the API lock says: build the target `api`", file=sys.stderr)
        elif name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    return 1 if check and (drifted or made - set(wanted)) else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, fail on drift")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    arguments = parser.parse_args()
    lock = json.loads((arguments.root / LOCK).read_text(encoding="utf-8"))
    try:
        return settle(arguments.root / PACKAGE, modules(lock, MARK), arguments.check)
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
