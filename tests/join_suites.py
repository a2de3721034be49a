#!/usr/bin/python3
"""join_suites.py DIR VARIANT...: one ctest suite, DIR, of what the test presets tests-VARIANT choose.

Tests, dependencies and fixtures are named after their variant, so that a variant stands alone; one run
of ctest then balances all of them over the processors and ends with one summary.
"""
import json
import pathlib
import subprocess
import sys

NAMES = {"DEPENDS", "FIXTURES_SETUP", "FIXTURES_CLEANUP", "FIXTURES_REQUIRED"}


def quoted(text: str) -> str:
    fence = "="
    while f"]{fence}]" in text:
        fence += "="
    return f"[{fence}[{text}]{fence}]"


def property_text(variant: str, name: str, value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if not isinstance(value, list):
        return str(value)
    items = [str(item) for item in value]
    if name in NAMES:
        items = [f"{variant}.{item}" for item in items]
    if name == "LABELS":
        items.append(variant)
    return ";".join(item.replace(";", "\\;") for item in items)


def suite(variant: str) -> list[str]:
    command = ["ctest", "--preset", f"tests-{variant}", "--show-only=json-v1"]
    shown = subprocess.run(command, capture_output=True, check=True)
    lines = []
    for test in json.loads(shown.stdout)["tests"]:
        name = quoted(f"{variant}.{test['name']}")
        if "command" not in test:
            raise SystemExit(f"{variant}.{test['name']}: its program was not built")
        lines.append(f"add_test({name} {' '.join(quoted(word) for word in test['command'])})")
        for entry in test.get("properties", []):
            text = quoted(property_text(variant, entry["name"], entry["value"]))
            lines.append(f"set_tests_properties({name} PROPERTIES {entry['name']} {text})")
    return lines


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    lines = [line for variant in sys.argv[2:] for line in suite(variant)]
    (folder / "CTestTestfile.cmake").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
