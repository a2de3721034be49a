#!/usr/bin/python3
"""words_test.py ROOT: the pages and the headers spell a word one way, and say a thing with the word of the glossary."""
import pathlib
import re
import sys

# What is not written, and what is written instead.
INSTEAD = {
    r"organi[z]ation": "organisation",
    r"authori[z]": "authoris...",
    r"(?<!unicodedata\.)(initiali|seriali|normali|recogni|optimi|summari)[z]": "-is-",
    r"\bbehavior": "behaviour",
    r"\bcolor": "colour",
    r"\bcenter\b": "centre",
    r"cancel(ed|ing)\b": "cancelled, cancelling",
    r"\blicense\b": "licence",
    r"\bstudents?\b": "pupil",
    r"\bclassroom": "division",
    r"\bheadmaster": "head",
    r"\bsemester": "period",
    r"\busers?\b(?! manual)": "account, person or actor",
    r"\bemail address": "e-mail address",
}
TEXTS = ("*.md", "docs/**/*.md", "include/ent/*.hpp", "bindings/c/include/ent/*.h", "bindings/python/ent/*.py")


def main() -> None:
    root = pathlib.Path(sys.argv[1])
    faults = []
    for path in sorted({path for pattern in TEXTS for path in root.glob(pattern)}):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for pattern, instead in INSTEAD.items():
                found = re.search(pattern, line, re.IGNORECASE)
                if found:
                    faults.append(f"{path.relative_to(root)}:{number}: '{found[0]}': {instead}")
    if faults:
        raise SystemExit("\n".join(faults))


if __name__ == "__main__":
    main()
