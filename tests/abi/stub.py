#!/usr/bin/python3
"""stub.py HEADER...: writes a C library of the same functions that do nothing: the ABI, and nothing of what is behind it."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "c"))
from prototypes import prototypes


def body(answer: str) -> str:
    if answer == "void":
        return "{}"
    return "{ return NULL; }" if answer.endswith("*") else "{ return 0; }"


def main() -> None:
    print("/* Written by tests/abi/stub.py. */")
    print("".join(f'#include "ent/{Path(path).name}"\n' for path in sys.argv[1:]))
    for function in prototypes(sys.argv[1:]):
        parameters = ", ".join(f"{kind} {name}" for kind, name in function.parameters) or "void"
        unused = " ".join(f"(void){name};" for _, name in function.parameters)
        print(f"{function.answer} {function.name}({parameters}) {body(function.answer).replace('{', '{ ' + unused, 1)}")


if __name__ == "__main__":
    main()
