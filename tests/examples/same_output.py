#!/usr/bin/python3
"""same_output.py FILE COMMAND...: the command succeeds and prints what the file holds."""
import difflib
import pathlib
import subprocess
import sys


def main() -> None:
    expected = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    done = subprocess.run(sys.argv[2:], capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0 or done.stdout != expected:
        lines = difflib.unified_diff(expected.splitlines(), done.stdout.splitlines(), sys.argv[1], "printed", lineterm="")
        print("\n".join(lines), done.stderr, sep="\n")
        raise SystemExit(f"exit status {done.returncode}")


if __name__ == "__main__":
    main()
