# Written by bindings/tools/pygen.py from bindings/ent.json; not to be edited.
"""Types that belong to no domain."""

from __future__ import annotations


__all__: list[str] = []
