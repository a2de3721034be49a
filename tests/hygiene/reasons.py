#!/usr/bin/python3
"""reasons.py ROOT: every token in the sources is known: a reason, a permission, an operation or an event.

A misspelt reason would reach people as a bare token, without a text.
"""
import pathlib
import re
import sys

import sources

CATALOGUE = re.compile(r'^ENT_REASON\("([^"]+)", "([^"]+)", "([^"]+)"\)$', re.MULTILINE)
LITERAL = re.compile(r'"([a-z][a-z_]+(?:\.[a-z][a-z_]+)+)"')
OPERATION = re.compile(r'\b(?:long_)?op<&\w+(?:, &\w+)?>\("([^"]+)"')
EVENT = re.compile(r'\b(?:publish|deliver)\(\s*\w+,\s*"([^"]+)"')
DOCUMENTED = re.compile(r"\b([a-z][a-z_]*\.[a-z][a-z_]*(?:\.[a-z][a-z_]*)*)\b")
FILE_NAMES = re.compile(r".*\.(cpp|hpp|inc|csv|json|db|sqlite|md|xml|h)$")


def permissions(root: pathlib.Path) -> set[str]:
    lines = (root / "src/access/permission-matrix.csv").read_text(encoding="utf-8").splitlines()
    return {line.split(",")[0] for line in lines[1:]}


def main() -> None:
    root = pathlib.Path(sys.argv[1])
    catalogue = (root / "src/base/reasons.inc").read_text(encoding="utf-8")
    reasons = [token for token, _, _ in CATALOGUE.findall(catalogue)]
    faults = [f"reasons.inc: {line}" for line in catalogue.splitlines()
              if line.startswith("ENT_REASON") and not CATALOGUE.match(line)]
    if reasons != sorted(set(reasons)):
        faults.append("reasons.inc: not in order, or a token twice")

    code = list(sources.files(root, {".cpp", ".hpp"}, ("src", "bindings")))
    texts = {path.relative_to(root): path.read_text(encoding="utf-8") for path in code}
    operations = {name for text in texts.values() for name in OPERATION.findall(text)}
    events = {name for text in texts.values() for name in EVENT.findall(text)}
    known = set(reasons) | permissions(root) | operations | events
    for name, text in texts.items():
        if sources.generated(text):
            continue
        for literal in LITERAL.findall(text):
            if literal not in known and not FILE_NAMES.fullmatch(literal):
                faults.append(f"{name}: \"{literal}\" is no reason, permission, operation or event")
    for path in sources.files(root, {".hpp"}, ("include",)):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            comment = re.sub(r"`[^`]*`|\be\.g\.", "", line.partition("///")[2])
            for token in DOCUMENTED.findall(comment):
                if token not in known and not FILE_NAMES.fullmatch(token):
                    faults.append(f"{path.relative_to(root)}:{number}: {token} is documented and unknown")
    sources.report(faults)


if __name__ == "__main__":
    main()
