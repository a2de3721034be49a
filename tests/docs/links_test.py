#!/usr/bin/python3
"""links_test.py ROOT: every link of every page leads somewhere, and every page is reached from README.md."""
import pathlib
import re
import sys

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)


def anchors(text: str) -> set[str]:
    """As forges make them of headings."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def main() -> None:
    root = pathlib.Path(sys.argv[1]).resolve()
    waiting, reached, faults = [root / "README.md"], set(), []
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        text = FENCED.sub("", page.read_text(encoding="utf-8"))
        for link in LINK.findall(text):
            if "://" in link:
                continue
            name, _, anchor = link.partition("#")
            target = (page.parent / name).resolve() if name else page
            if not target.exists():
                faults.append(f"{page.relative_to(root)}: {link} is not there")
            elif target.suffix == ".md":
                waiting.append(target)
                if anchor and anchor not in anchors(target.read_text(encoding="utf-8")):
                    faults.append(f"{page.relative_to(root)}: {link}: no such heading")
    pages = {path.resolve() for path in [*root.glob("*.md"), *root.glob("docs/**/*.md")]}
    faults += [f"{page.relative_to(root)}: no link leads there from README.md" for page in sorted(pages - reached)]
    if faults:
        raise SystemExit("\n".join(faults))


if __name__ == "__main__":
    main()
