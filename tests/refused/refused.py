#!/usr/bin/python3
"""refused.py SOURCE COMPILER FLAG...: each case of SOURCE but the first is refused, in the expected words."""
import re
import subprocess
import sys

CASE = re.compile(r"^#(?:el)?if CASE == (\d+)  // ([^:\n]*)(?:: (.*))?$", re.MULTILINE)


def main() -> None:
    source, compiler = sys.argv[1], sys.argv[2:]
    with open(source, encoding="utf-8") as file:
        cases = CASE.findall(file.read())
    wrong = 0
    for number, title, expected in cases:
        command = [*compiler, "-fsyntax-only", f"-DCASE={number}", source]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if not expected:
            verdict = "compiles" if done.returncode == 0 else f"does not compile:\n{done.stderr}"
        elif done.returncode == 0:
            verdict = "was not refused"
        elif not re.search(expected, done.stderr):
            verdict = f"was refused in other words:\n{done.stderr}"
        else:
            verdict = "refused"
        wrong += verdict not in {"compiles", "refused"}
        print(f"{title}: {verdict}")
    raise SystemExit(f"{wrong} wrong" if wrong or len(cases) < 2 else 0)


if __name__ == "__main__":
    main()
