"""`python3 -m ent`: what the package does from a command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from ent.reports import _command, _lsu_command

INTERRUPTED = 130  # as shells have it


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; its exit code."""
    parser = argparse.ArgumentParser(prog="python3 -m ent", description="Le domaine d'un ENT, embarqué.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="commande")
    _command.add_parser(commands)
    _lsu_command.add_parser(commands)
    asked = parser.parse_args(arguments)
    try:
        code: int = asked.run(asked)
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


if __name__ == "__main__":
    sys.exit(main())
