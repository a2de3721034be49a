"""Listings: answers that are a page of records, and all pages of one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from ent import _core
from ent._record import Record

if TYPE_CHECKING:
    import pandas

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Listing(Record, Sequence[T_co]):
    """A page of records: a sequence of its items. Its other fields are read by name, `next` among them."""

    # What the library answered; the items are made of it when they are first asked for. Unset in a listing that was
    # made in Python.
    __slots__ = ("_answer",)
    _answer: object

    if TYPE_CHECKING:

        @property
        def items(self) -> tuple[T_co, ...]:
            """The records of this page."""

    else:

        def __getattr__(self, name: str) -> tuple[T_co, ...]:
            if name != "items":
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)
            items = _core.items(self._answer)
            object.__setattr__(self, "items", items)
            return items

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T_co, ...]: ...
    def __getitem__(self, index: int | slice) -> T_co | tuple[T_co, ...]:
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self.items)

    def __reversed__(self) -> Iterator[T_co]:
        return reversed(self.items)

    def __contains__(self, value: object) -> bool:
        return value in self.items

    def __repr__(self) -> str:
        names: tuple[str, ...] = type(self).__dict__["__slots__"]
        others = "".join(f", {name}={getattr(self, name)!r}" for name in names[1:])
        return f"{type(self).__name__}(<{len(self)} items>{others})"

    def _answers(self) -> list[object]:
        answer = getattr(self, "_answer", None)
        return [_core.answer_of(type(self), self.items) if answer is None else answer]

    def to_dicts(self) -> list[dict[str, Any]]:
        """The items as dicts; records within them too, and lists as lists."""
        return _core.plain(self._answers()[0])

    def to_pandas(self) -> pandas.DataFrame:
        """The items as a data frame, a column for each field. Imports pandas."""
        from ent._frame import to_frame

        return to_frame(_core.columns(self._answers()))

    def to_csv(self) -> str:
        """The items as CSV for French spreadsheets: `;`, CRLF, a byte order mark, headings in French, nothing that runs.

        Write it as bytes, or with newline="": `path.write_bytes(page.to_csv().encode())`.
        """
        return _core.csv_text(self._answers())

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The items as an Arrow table, for whatever reads them by the Arrow PyCapsule interface."""
        return _core.arrow_stream(self._answers())


class Pages(Generic[T]):
    """All records of a listing, page after page: iterate over it, or take the whole as a table.

    Each iteration asks anew, and asks for a page when it comes to it. What is added or removed meanwhile may be met
    or not; in a `session.snapshot()` nothing moves.
    """

    __slots__ = ("_page",)

    def __init__(self, page: Callable[[str | None], Listing[T]]) -> None:
        """`page`: the page that begins after a cursor, or the first."""
        self._page = page

    def pages(self) -> Iterator[Listing[T]]:
        """The pages, one by one."""
        page = self._page(None)
        yield page
        while (after := getattr(page, "next")) is not None:
            page = self._page(after)
            yield page

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page

    def _answers(self) -> list[object]:
        return [answer for page in self.pages() for answer in page._answers()]

    def to_dicts(self) -> list[dict[str, Any]]:
        """All records as dicts; records within them too, and lists as lists."""
        return [item for page in self.pages() for item in page.to_dicts()]

    def to_pandas(self) -> pandas.DataFrame:
        """All records as one data frame, a column for each field. Imports pandas."""
        from ent._frame import to_frame

        return to_frame(_core.columns(self._answers()))

    def to_csv(self) -> str:
        """All records as CSV for French spreadsheets: `;`, CRLF, a byte order mark, headings in French, nothing that runs.

        Write it as bytes, or with newline="": `path.write_bytes(pages.to_csv().encode())`.
        """
        return _core.csv_text(self._answers())

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """All records as an Arrow table, for whatever reads them by the Arrow PyCapsule interface."""
        return _core.arrow_stream(self._answers())
