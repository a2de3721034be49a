"""An Arrow consumer of its own: the C stream interface by ctypes, from the specification alone.

It reads a table into lists of plain values, and asserts on the way all that the specification promises.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

NULLABLE = 2


class Schema(ctypes.Structure):
    pass


class Array(ctypes.Structure):
    pass


class Stream(ctypes.Structure):
    pass


Release = ctypes.CFUNCTYPE(None, ctypes.c_void_p)

Schema._fields_ = [
    ("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_void_p), ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64), ("children", ctypes.POINTER(ctypes.POINTER(Schema))),
    ("dictionary", ctypes.POINTER(Schema)), ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p),
]
Array._fields_ = [
    ("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64), ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64), ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(Array))), ("dictionary", ctypes.POINTER(Array)),
    ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p),
]
Stream._fields_ = [
    ("get_schema", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Schema))),
    ("get_next", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Array))),
    ("get_last_error", ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.POINTER(Stream))),
    ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p),
]

get_pointer = ctypes.pythonapi.PyCapsule_GetPointer
get_pointer.restype = ctypes.c_void_p
get_pointer.argtypes = [ctypes.py_object, ctypes.c_char_p]

WIDTHS = {"i": "i", "l": "q", "tdD": "i", "tts": "i", "tsu:UTC": "q"}


@dataclass
class Column:
    name: str
    format: str
    nullable: bool
    values: list[Any] = field(default_factory=list)


@dataclass
class Table:
    columns: list[Column]
    batches: list[int] = field(default_factory=list)

    def __getitem__(self, name: str) -> list[Any]:
        return next(column.values for column in self.columns if column.name == name)

    @property
    def formats(self) -> dict[str, tuple[str, bool]]:
        return {column.name: (column.format, column.nullable) for column in self.columns}


def stream_in(capsule: object) -> Stream:
    """The stream in a capsule, moved out of it as a consumer does."""
    place = Stream.from_address(get_pointer(capsule, b"arrow_array_stream"))
    assert place.release, "a stream that was released already"
    moved = Stream()
    ctypes.memmove(ctypes.byref(moved), ctypes.byref(place), ctypes.sizeof(Stream))
    place.release = None
    return moved


def release(thing: Schema | Array | Stream) -> None:
    Release(thing.release)(ctypes.addressof(thing))
    assert not thing.release, "the callback must mark what it has released"


def read_schema(stream: Stream) -> list[Column]:
    schema = Schema()
    assert stream.get_schema(ctypes.byref(stream), ctypes.byref(schema)) == 0
    assert schema.format == b"+s" and not schema.metadata and not schema.dictionary
    columns = []
    for i in range(schema.n_children):
        child = schema.children[i].contents
        assert child.n_children == 0 and child.release and not child.dictionary
        columns.append(Column(child.name.decode(), child.format.decode(), bool(child.flags & NULLABLE)))
    release(schema)
    return columns


def batches(stream: Stream) -> Iterator[Array]:
    while True:
        array = Array()
        failed = stream.get_next(ctypes.byref(stream), ctypes.byref(array))
        assert failed == 0, stream.get_last_error(ctypes.byref(stream))
        if not array.release:
            return
        yield array


def bit(address: int, i: int) -> bool:
    return bool(ctypes.c_uint8.from_address(address + i // 8).value >> (i % 8) & 1)


def numbers(address: int, code: str, count: int) -> list[int]:
    if count == 0:
        return []
    size = {"i": 4, "q": 8}[code]
    assert address % size == 0
    return list(memoryview((ctypes.c_char * (size * count)).from_address(address)).cast("B").cast(code))


def validity(array: Array) -> list[bool]:
    assert array.offset == 0
    bitmap = array.buffers[0]
    if not bitmap:
        assert array.null_count == 0
        return [True] * array.length
    valid = [bit(bitmap, i) for i in range(array.length)]
    assert array.null_count == valid.count(False)
    return valid


def read_values(array: Array, format: str) -> list[Any]:
    valid = validity(array)
    if format == "u":
        assert array.n_buffers == 3
        offsets = numbers(array.buffers[1], "i", array.length + 1)
        assert offsets[0] == 0 and offsets == sorted(offsets)
        text = ctypes.string_at(array.buffers[2], offsets[-1]) if offsets[-1] else b""
        values: list[Any] = [text[a:b].decode() for a, b in zip(offsets, offsets[1:])]
    elif format == "d:18,6":
        halves = numbers(array.buffers[1], "q", 2 * array.length)
        assert all(high == (-1 if low < 0 else 0) for low, high in zip(halves[::2], halves[1::2]))
        values = list(halves[::2])
    elif format == "b":
        assert array.n_buffers == 2
        values = [bit(array.buffers[1], i) for i in range(array.length)]
    else:
        assert array.n_buffers == 2
        values = numbers(array.buffers[1], WIDTHS[format], array.length)
    return [value if there else None for value, there in zip(values, valid)]


def read(capsule: object) -> Table:
    stream = stream_in(capsule)
    table = Table(read_schema(stream))
    for batch in batches(stream):
        assert batch.n_children == len(table.columns) and batch.n_buffers == 1 and not batch.buffers[0]
        table.batches.append(batch.length)
        for i, column in enumerate(table.columns):
            child = batch.children[i].contents
            assert child.length == batch.length and (column.nullable or child.null_count == 0)
            column.values += read_values(child, column.format)
        release(batch)
    assert not list(batches(stream)), "at its end a stream stays"
    release(stream)
    return table
