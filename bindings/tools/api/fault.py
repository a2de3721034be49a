"""The one way in which the generator says no."""

from __future__ import annotations


class Fault(Exception):
    """A header, the registry and the lock do not agree, or something is not documented."""


def need(condition: object, what: str) -> None:
    if not condition:
        raise Fault(what)
