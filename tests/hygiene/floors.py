#!/usr/bin/python3
"""floors.py ROOT: no include goes up.

The floors, from the ground: base; store and reflect; access; unit; the domains; interop; ops; portal.
A domain calls another's functions, never its rows, and no two domains need each other.
"""
import pathlib
import re
import sys

import sources

FLOORS = {"base": 0, "store": 1, "reflect": 1, "access": 2, "unit": 3, "interop": 5, "ops": 6, "portal": 7}
DOMAIN = 4
INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)
STANDARD = {
    "algorithm", "any", "array", "atomic", "bit", "charconv", "chrono", "compare", "concepts", "cstddef", "cstdint",
    "exception", "initializer_list", "iterator", "limits", "map", "memory", "new", "numeric", "optional", "span",
    "string", "string_view", "tuple", "type_traits", "utility", "variant", "vector",
}
# Heavy or foreign headers, and the only places that may include them.
CONFINED = {
    "nlohmann/json.hpp": ("src/reflect/json_in.cpp", "tests/"),
    "sqlite3.h": ("src/store/sqlite/", "tests/", "examples/"),
    "libpq-fe.h": ("src/store/postgres/", "tests/"),
    "expat.h": ("src/interop/", "tests/bench/import/"),
    "regex": (),
    "iostream": ("examples/",),
}


def includes(path: pathlib.Path) -> list[str]:
    return [quoted or angled for quoted, angled in INCLUDE.findall(path.read_text(encoding="utf-8"))]


def public_faults(root: pathlib.Path) -> list[str]:
    """Public headers stand on the standard library alone."""
    faults = []
    for path in sources.files(root, {".hpp"}, ("include",)):
        for included in includes(path):
            if not included.startswith("ent/") and included not in STANDARD:
                faults.append(f"{path.relative_to(root)}: includes {included}")
    return faults


def confined_faults(root: pathlib.Path) -> list[str]:
    faults = []
    for path in sources.files(root, {".hpp", ".cpp", ".h"}):
        name = str(path.relative_to(root))
        for included in includes(path):
            places = CONFINED.get(included)
            if places is not None and not name.startswith(places or ("no place",)):
                faults.append(f"{name}: includes {included}, which belongs to {', '.join(places) or 'no file'}")
    return faults


def floor_faults(root: pathlib.Path, needs: dict[str, set[str]]) -> list[str]:
    folders = {path.name for path in (root / "src").iterdir() if path.is_dir()}
    domains = folders - FLOORS.keys()
    faults = []
    for path in sources.files(root, {".hpp", ".cpp", ".inc"}, ("src",)):
        name = path.relative_to(root / "src")
        own = name.parts[0]
        for included in includes(path):
            parts = pathlib.PurePath(included).parts
            # A public header of a domain's name stands on that domain's floor.
            other = parts[1].removesuffix(".hpp") if parts[0] == "ent" and len(parts) > 1 else parts[0]
            if other == own or other not in folders or (parts[0] == "ent" and other not in domains):
                continue
            if FLOORS.get(other, DOMAIN) > FLOORS.get(own, DOMAIN):
                faults.append(f"src/{name}: includes {included}, from a floor above")
            elif other in domains and own in domains and parts[0] != "ent":
                needs.setdefault(own, set()).add(other)
                if parts[-1] == "rows.hpp":
                    faults.append(f"src/{name}: includes {included}: the rows of another domain")
            elif FLOORS.get(other) == FLOORS.get(own) == 1:
                faults.append(f"src/{name}: includes {included}: store and reflect do not know each other")
    return faults


def circle(needs: dict[str, set[str]], domain: str, way: tuple[str, ...]) -> tuple[str, ...] | None:
    if domain in way:
        return way[way.index(domain):] + (domain,)
    for other in sorted(needs.get(domain, ())):
        if found := circle(needs, other, way + (domain,)):
            return found
    return None


def main() -> None:
    root = pathlib.Path(sys.argv[1])
    needs: dict[str, set[str]] = {}
    faults = public_faults(root) + confined_faults(root) + floor_faults(root, needs)
    circles = {frozenset(found): found for domain in needs if (found := circle(needs, domain, ()))}
    faults += [f"domains in a circle: {' -> '.join(found)}" for found in circles.values()]
    sources.report(faults)


if __name__ == "__main__":
    main()
