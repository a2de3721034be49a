#!/usr/bin/python3
"""Makes src/base/fold_table.inc, the Latin letters of ent::base::fold(), from Python's Unicode data.

    fold_table.py FILE           writes it
    fold_table.py --check FILE   fails if it differs

Two characters for each code point: the letters that it folds to, padded with spaces; two spaces for
what separates words; "= " for what stays as it is.
"""
import re
import sys
import unicodedata

BLOCKS = [("latin", 0x00A0, 0x02AF), ("latin_additional", 0x1E00, 0x1EFF)]

# Letters that Unicode does not decompose.
LETTERS = {
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ł": "l", "ħ": "h", "ı": "i",
    "ĸ": "k", "ŋ": "n", "ŉ": "n", "ŧ": "t", "ə": "e", "ǝ": "e", "ɛ": "e", "ɔ": "o", "ʃ": "s", "ʒ": "z", "ɣ": "g",
    "ɩ": "i", "ʊ": "u", "ʋ": "v", "ɑ": "a", "ƣ": "g", "ȣ": "ou", "ɯ": "m", "ƨ": "s", "ɖ": "d", "ʀ": "r",
    "ƕ": "hv", "ȝ": "y", "ʉ": "u", "ɋ": "q", "ȷ": "j", "ƿ": "w", "ʌ": "v", "µ": "u", "μ": "u",
}
SEPARATORS = "ʔɂɁʕ¼½¾"
NAME = re.compile(r"LATIN (?:CAPITAL|SMALL) (?:LETTER|LIGATURE) ([A-Z]{1,2})(?: DIGRAPH)?(?: WITH .*)?$")


def fold(code: int) -> str:
    char = chr(code)
    if char in SEPARATORS:
        return ""
    if char.lower() in LETTERS:
        return LETTERS[char.lower()]
    parts = unicodedata.normalize("NFKD", char.lower())
    parts = [LETTERS.get(part, part) for part in parts if unicodedata.category(part) != "Mn"]
    letters = "".join(parts)
    if letters and letters.isascii() and letters.isalnum():
        return letters.lower()
    by_name = NAME.match(unicodedata.name(char, ""))
    if by_name:
        return by_name.group(1).lower()
    return "=" if unicodedata.category(char)[0] == "L" else ""


def table() -> str:
    lines = ["// Made by tests/oracle/fold_table.py from the Unicode character data; it says what the texts mean."]
    for name, first, last in BLOCKS:
        lines.append(f"constexpr char32_t {name}_first = 0x{first:04X};")
        lines.append(f"constexpr char32_t {name}_last = 0x{last:04X};")
        lines.append(f"constexpr char {name}_letters[] =")
        rows = [range(start, min(start + 16, last + 1)) for start in range(first, last + 1, 16)]
        texts = ["".join(f"{fold(code):2}" for code in row) for row in rows]
        lines += [f'    "{text}"  // {row[0]:04X}' for row, text in zip(rows, texts)]
        lines.append("    ;")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--check"]:
        with open(arguments[1], encoding="utf-8") as file:
            return 0 if file.read() == table() else 1
    with open(arguments[0], "w", encoding="utf-8") as file:
        file.write(table())
    return 0


sys.exit(main(sys.argv[1:]))
