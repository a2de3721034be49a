#!/usr/bin/python3
"""snippets.py write PAGE FOLDER: writes the blocks in C++ and C of a page as files, and prints their names.
snippets.py count PAGE: prints how many blocks of it are run.
snippets.py run PAGE FOLDER: runs all blocks in order, in an empty folder, and compares what they print.

The Python blocks of a page are one program. Those in C++ and C are a program each, built in FOLDER.
"""
from __future__ import annotations

import contextlib
import difflib
import importlib.util
import io
import os
import pathlib
import subprocess
import sys
import tempfile
from typing import Any

from blocks import Block, blocks


def name_of(page: pathlib.Path, number: int, block: Block) -> str:
    return f"{page.stem}_{number}.{block.language}"


def write(page: pathlib.Path, folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, block in enumerate(blocks(page), 1):
        if block.tried and block.language in {"c", "cpp"}:
            path = folder / name_of(page, number, block)
            if not path.exists() or path.read_text(encoding="utf-8") != block.text:  # so that only what changed is built
                path.write_text(block.text, encoding="utf-8")
            print(path.name)


def printed_by_python(page: pathlib.Path, block: Block, names: dict[str, Any]) -> str:
    out = io.StringIO()
    program = block.before + "\n" * block.line + block.text  # so that line numbers are those of the page
    with contextlib.redirect_stdout(out):
        exec(compile(program, str(page), "exec"), names)
    return out.getvalue()


def printed_by_command(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise SystemExit(f"{command[0]}: exit status {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def run(page: pathlib.Path, folder: pathlib.Path) -> None:
    names: dict[str, Any] = {"__name__": "__page__"}
    with_python = importlib.util.find_spec("ent") is not None
    for number, block in enumerate(blocks(page), 1):
        if not block.runs or (block.language == "python" and not with_python):
            continue
        if block.language == "python":
            printed = printed_by_python(page, block, names)
        elif block.language == "sh":
            printed = printed_by_command(["bash", "-euc", block.text])
        else:
            printed = printed_by_command([str(folder / f"doc_{pathlib.Path(name_of(page, number, block)).stem}")])
        if block.prints is not None and printed != block.prints:
            lines = difflib.unified_diff(block.prints.splitlines(), printed.splitlines(), f"{page}:{block.line}", "printed",
                                         lineterm="")
            raise SystemExit("\n".join(lines))


def main() -> None:
    task, page = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    if task == "count":
        print(sum(block.runs for block in blocks(page)), end="")
        return
    folder = pathlib.Path(sys.argv[3]).resolve()
    if task == "write":
        write(page, folder)
        return
    with tempfile.TemporaryDirectory() as place:
        os.chdir(place)
        run(page, folder)


if __name__ == "__main__":
    main()
