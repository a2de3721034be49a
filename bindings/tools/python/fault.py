"""The one way in which the generator says no."""

from __future__ import annotations


class Fault(Exception):
    """Something in the lock has no place in Python."""


def need(condition: object, what: str) -> None:
    if not condition:
        raise Fault(what)
