"""Records: immutable, compared by value, read by name.

To a type checker they are frozen dataclasses, and they serve as such at run time too (`fields`, `asdict`, `replace`).
They are made by another decorator because `dataclass` takes a hundred times as long for each class, and a program has
hundreds of them.
"""

from __future__ import annotations

import dataclasses
from typing import Any, Callable, TypeVar

T = TypeVar("T")


class _DataclassFields:
    """What `dataclasses` asks a class for, made when it is asked."""

    def __get__(self, instance: object, owner: type) -> dict[str, Any]:
        annotations = owner.__annotations__
        model = dataclasses.make_dataclass(owner.__name__, list(annotations.items()), frozen=True, kw_only=True)
        fields: dict[str, Any] = getattr(model, "__dataclass_fields__")
        setattr(owner, "__dataclass_fields__", fields)
        return fields


class Record:
    """The base of all records."""

    __slots__ = ()
    __dataclass_fields__ = _DataclassFields()
    __secrets__: tuple[str, ...] = ()  # fields that are not printed

    def __init__(self, **fields: object) -> None:
        names = _names(self)
        for name in names:
            if name not in fields:
                raise TypeError(f"{type(self).__name__}() needs {name!r}")
            object.__setattr__(self, name, fields[name])
        if len(fields) != len(names):
            raise TypeError(f"{type(self).__name__}() has no {next(n for n in fields if n not in names)!r}")

    def __setattr__(self, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"can't set {name!r}: records are immutable")

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"can't delete {name!r}: records are immutable")

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(_values(self))

    def __repr__(self) -> str:
        hidden = self.__secrets__
        shown = ", ".join(f"{name}={'...' if name in hidden else repr(getattr(self, name))}" for name in _names(self))
        return f"{type(self).__name__}({shown})"

    def __reduce__(self) -> tuple[Callable[..., object], tuple[type, tuple[object, ...]]]:
        return _rebuild, (type(self), _values(self))


def _names(record: object) -> tuple[str, ...]:
    names: tuple[str, ...] = type(record).__dict__["__slots__"]
    return names


def _values(record: object) -> tuple[object, ...]:
    return tuple(getattr(record, name) for name in _names(record))


def _rebuild(cls: type[T], values: tuple[object, ...]) -> T:
    return cls(**dict(zip(cls.__dict__["__slots__"], values)))


def record(*, frozen: bool, slots: bool, kw_only: bool) -> Callable[[type[T]], type[T]]:
    """Makes a class of annotated fields a record. Its arguments are those of `dataclass`, all of them true."""
    assert frozen and slots and kw_only

    def decorate(cls: type[T]) -> type[T]:
        body = {name: value for name, value in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
        body["__slots__"] = tuple(cls.__annotations__)
        bases = cls.__bases__ if issubclass(cls, Record) else (Record,)
        make: Callable[..., type[T]] = type(cls)  # a listing's is that of abstract classes
        return make(cls.__name__, bases, body)

    return decorate
