"""Files that are whole or not there."""

from __future__ import annotations

import os
from pathlib import Path


def put(path: Path, data: bytes) -> None:
    """In the place of what stands there, once all of it is written: who is interrupted finds the old one. A pipe or a device is
    written to."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def told(error: OSError) -> str:
    """What went wrong, and with which file."""
    name = error.filename2 or error.filename
    return f"{name} : {error.strerror}" if name and error.strerror else str(error)
