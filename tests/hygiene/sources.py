"""The project's own files, as the other checks here look at them."""
import pathlib
import re
from collections.abc import Iterator

FOLDERS = ("include", "src", "bindings", "cmake", "docs", "examples", "tests", ".ci")
CODE = {".hpp", ".cpp", ".h", ".c", ".py", ".cmake", ".inc"}
TEXT = CODE | {".md", ".txt", ".scn", ".in", ".json", ".csv", ".toml", ".ini", ".sh", ".map", ""}


def files(root: pathlib.Path, suffixes: set[str], folders: tuple[str, ...] = FOLDERS) -> Iterator[pathlib.Path]:
    places = [root / folder for folder in folders]
    top = [path for path in root.iterdir() if path.is_file()] if folders is FOLDERS else []
    found = top + [path for place in places for path in place.rglob("*") if path.is_file()]
    for path in sorted(found):
        hidden = "__pycache__" in path.parts or "corpus" in path.parts or ".mypy_cache" in path.parts
        if path.suffix in suffixes and not hidden:
            yield path


def generated(text: str) -> bool:
    """Whether a tool wrote it; such a file says so in its first lines."""
    return re.search(r"\b([Gg]enerated|[Ww]ritten) by \S+\.py\b", "\n".join(text.splitlines()[:6])) is not None


def report(faults: list[str]) -> None:
    for fault in faults:
        print(fault)
    raise SystemExit(f"{len(faults)} faults" if faults else 0)
