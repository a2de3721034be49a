#!/usr/bin/python3
"""Make everything that is derived from the registry of operations, except Python: see docs/api-lock.md.

    apigen.py --raw FILE [--check] [--root DIR] [--renew]

FILE is what ent_raw_lock prints, - for standard input. With --check nothing is written; the exit status is 1 if a
file is not what it should be. --renew forgets the order of the members of C structs: only before a first release.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path


from api import c_header, c_source, fuzz, openapi, pages
from api import lock as api_lock
from api.fault import Fault
from api.headers import read_headers
from api.layout import Json

LOCK = "bindings/ent.json"


def outputs(root: Path, raw: Json, renew: bool) -> dict[str, str]:
    """Every derived file: path -> text."""
    path = root / LOCK
    old = json.loads(path.read_text(encoding="utf-8")) if path.exists() and not renew else {}
    reasons = api_lock.read_reasons(root)
    lock = api_lock.merge(raw, read_headers(root / "include/ent"), reasons, api_lock.read_version(root), old)
    errors = (root / "docs/errors.md").read_text(encoding="utf-8")
    return {
        LOCK: api_lock.text(lock) + "\n",
        "bindings/openapi.json": openapi.openapi(lock),
        "bindings/c/include/ent/ops.h": c_header.header(lock),
        "bindings/c/include/ent/portal.h": c_header.portal_header(lock),
        **c_source.Sources(lock).files(),
        "tests/abi/layout.c": c_source.layout_asserts(lock),
        "tests/fuzz/api.dict": fuzz.dictionary(lock),
        "docs/errors.md": pages.errors_page(errors, lock, reasons),
        **pages.pages(lock, reasons),
    }


def settle(root: Path, wanted: dict[str, str], check: bool) -> int:
    drifted = [name for name, text in wanted.items()
               if not (root / name).exists() or (root / name).read_text(encoding="utf-8") != text]
    for name in drifted:
        if check:
            print(f"{name} is not what the registry and the headers say: build the target `api`", file=sys.stderr)
        else:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(wanted[name], encoding="utf-8")
    return 1 if drifted and check else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raw", required=True, help="what ent_raw_lock prints; - for standard input")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on drift")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--renew", action="store_true", help="lay the C structs out anew")
    arguments = parser.parse_args()
    raw = sys.stdin.read() if arguments.raw == "-" else Path(arguments.raw).read_text(encoding="utf-8")
    try:
        return settle(arguments.root, outputs(arguments.root, json.loads(raw), arguments.renew), arguments.check)
    except Fault as fault:
        print(fault, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
