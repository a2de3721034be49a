#!/usr/bin/python3
"""symbols.py LIBRARY LOCK HEADER...: the library exports what its headers declare, that is what the lock says, and no more."""
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "c"))
from prototypes import prototypes

SONAME, VERSION = "libent_c.so.0", "ENT_C_0"


def output(*command: str) -> list[str]:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def exported(library: str) -> tuple[set[str], list[str]]:
    names, faults = set(), []
    for line in output("nm", "--dynamic", "--defined-only", library):
        name = line.split()[-1]
        if name == VERSION:
            continue
        symbol, _, version = name.partition("@@")
        names.add(symbol)
        if version != VERSION:
            faults.append(f"{name}: not of the version {VERSION}")
    return names, faults


def promised(lock: Path) -> set[str]:
    api = json.loads(lock.read_text(encoding="utf-8"))
    functions = {"ent_" + operation["name"].replace(".", "_") for operation in api["operations"]}
    functions |= {"ent_" + function["name"].replace("::", "_").lower() for function in api["functions"]}
    return functions | {struct["name"] + "_init" for struct in api["structs"]}


def main() -> None:
    library, lock, headers = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
    names, faults = exported(library)
    declared = {function.name for function in prototypes(headers)}
    generated = {function.name for function in prototypes([h for h in headers if h.endswith(("/ops.h", "/portal.h"))])}
    faults += [f"{name}: exported and not declared" for name in sorted(names - declared)]
    faults += [f"{name}: declared and not exported" for name in sorted(declared - names)]
    faults += [f"{name}: not what the lock says" for name in sorted(generated ^ promised(lock))]
    if not any(SONAME in line and "SONAME" in line for line in output("readelf", "--dynamic", library)):
        faults.append(f"the SONAME is not {SONAME}")
    for fault in faults:
        print(fault)
    print(f"{len(names)} functions")
    raise SystemExit(1 if faults or not names else 0)


if __name__ == "__main__":
    main()
