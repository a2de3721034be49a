#!/usr/bin/python3
"""snippets_test.py ROOT: that the runner of the pages' programs sees what is wrong with a page."""
import pathlib
import subprocess
import sys
import tempfile

PRINTS = "```python\nprint({})\n```\n\n```text\n1\n```\n"


def outcome(text: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.md"
        page.write_text(text, encoding="utf-8")
        (pathlib.Path(folder) / "ent.py").touch()  # a package of this name is there
        runner = pathlib.Path(sys.argv[1]).resolve() / "tests/docs/snippets.py"
        done = subprocess.run([sys.executable, "-B", str(runner), "run", str(page), folder], capture_output=True, check=False,
                              env={"PYTHONPATH": folder, "PATH": "/usr/bin:/bin"})
        return done.returncode


def main() -> None:
    cases = {
        "what is printed is as told": (PRINTS.format("1"), True),
        "what is printed is not as told": (PRINTS.format("2"), False),
        "a block raises": ("```python\nraise ValueError\n```\n", False),
        "blocks of a page are one program": ("```python\nx = 1\n```\ntext\n```python\nprint(x)\n```\n```text\n1\n```\n", True),
        "what is prepared out of sight": ("<!-- before: x = 1 -->\n" + PRINTS.format("x"), True),
        "a block that is said not to run": ("<!-- not run: a shape -->\n```python\nnonsense(\n```\n", True),
        "text that is no output": ("```python\nprint(1)\n```\nand then\n```text\n2\n```\n", True),
        "a command that fails": ("```sh\ntrue\nfalse\ntrue\n```\n", False),
        "a language that nobody knows": ("```cobol\nSTOP RUN\n```\n", False),
    }
    wrong = [name for name, (text, good) in cases.items() if (outcome(text) == 0) != good]
    if wrong:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main()
