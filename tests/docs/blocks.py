"""The fenced blocks of a page.

A block in C++, C, Python or sh is run by the tests, or compiled where it is no program. A `text` block right behind one is
what it prints. A comment in the page right above a block may say `not run: why`, or `before: ...`, a line of Python that is run first.
"""
from __future__ import annotations

import pathlib
import re
from dataclasses import dataclass

RUN = {"cpp", "c", "python", "sh"}
SHOWN = {"text", "json", "cmake"}
FENCE = re.compile(r"^(?P<indent> *)```(?P<language>[\w+]*)$")
REMARK = re.compile(r"^ *<!-- (?P<kind>not run|before): (?P<text>.+) -->$")


@dataclass
class Block:
    """One block: where it begins, its text, and what is said about it."""

    line: int
    language: str
    text: str
    not_run: str = ""
    before: str = ""
    prints: str | None = None

    @property
    def tried(self) -> bool:
        return self.language in RUN and not self.not_run

    @property
    def runs(self) -> bool:
        """What is written in C++ or C and has no main() is compiled only."""
        return self.tried and (self.language not in {"c", "cpp"} or "main(" in self.text)


def blocks(page: pathlib.Path) -> list[Block]:
    found: list[Block] = []
    lines = page.read_text(encoding="utf-8").splitlines()
    remarks: dict[str, str] = {}
    behind: Block | None = None  # a block that runs, and nothing but empty lines since
    at = 0
    while at < len(lines):
        fence, remark = FENCE.match(lines[at]), REMARK.match(lines[at])
        if fence is None:
            if remark:
                remarks[remark["kind"]] = remark["text"]
            elif lines[at].strip():
                remarks, behind = {}, None
            at += 1
            continue
        end = at + 1
        while lines[end].strip() != "```":
            end += 1
        indent = len(fence["indent"])
        text = "".join(line[indent:] + "\n" for line in lines[at + 1:end])
        language = fence["language"]
        if language not in RUN | SHOWN:
            raise SystemExit(f"{page}:{at + 1}: a block in '{language}', which nobody can run or knows to be shown only")
        block = Block(at + 1, language, text, remarks.get("not run", ""), remarks.get("before", ""))
        if language == "text" and behind is not None:
            behind.prints = text
        else:
            found.append(block)
        behind = block if block.runs else None
        remarks, at = {}, end + 1
    return found
