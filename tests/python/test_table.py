"""Listings as tables: the Arrow stream by a consumer of its own, pandas frames, dicts."""

from __future__ import annotations

import ctypes
import dataclasses
import gc
import json
import subprocess
import sys
from datetime import date, datetime, time, timezone
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

import arrow_reader
import codec
import ent
from ent._frame import to_frame
from everything import Everything, Made, plain, to_json

NAMES = [field.name for field in dataclasses.fields(Everything)]
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def page_of(values: list[Everything]) -> object:
    return codec.answer_of_json('{"items": [' + ", ".join(to_json(value) for value in values) + "]}")


def as_arrow(value: Any) -> Any:
    """A value as a column of Arrow holds it."""
    if isinstance(value, datetime):
        return (value - EPOCH) // (datetime.resolution)
    if isinstance(value, date):
        return (value - date(1970, 1, 1)).days
    if isinstance(value, time):
        return (value.hour * 60 + value.minute) * 60
    if isinstance(value, Decimal):
        return int(value.scaleb(6))
    return value


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 64, 65, 300])
def test_arrow_holds_every_kind_of_field(count: int) -> None:
    values = [Made(seed).everything() for seed in range(count)]
    table = arrow_reader.read(codec.arrow_stream([page_of(values)]))
    assert table.formats["org_id"] == ("l", False)
    assert table.formats["maybe_bool"] == ("b", True)
    assert table.formats["small"] == ("i", False)
    assert table.formats["since"] == ("tsu:UTC", False)
    assert table.formats["maybe_day"] == ("tdD", True)
    assert table.formats["maybe_time"] == ("tts", True)
    assert table.formats["mark"] == ("d:18,6", False)
    assert table.formats["address"] == ("u", False)
    for name in NAMES:
        given = [getattr(value, name) for value in values]
        if name in ("address", "maybe_address", "maybe_numbers", "numbers", "people", "words", "days", "colours", "entries",
                    "marks"):
            read = [None if text is None else json.loads(text) for text in table[name]]
            assert read == [None if value is None else json.loads(to_json_of(value)) for value in given]
        else:
            assert table[name] == [as_arrow(value) for value in given]


def to_json_of(value: Any) -> str:
    """A nested value as JSON: by way of a record that has it."""
    holder = dataclasses.make_dataclass("Holder", ["value"])
    return json.dumps(json.loads(to_json(holder(value)))["value"])


def test_pages_are_batches_of_one_table() -> None:
    values = [Made(seed).everything() for seed in range(10)]
    answers = [page_of(values[:4]), page_of([]), page_of(values[4:9]), page_of(values[9:])]
    table = arrow_reader.read(codec.arrow_stream(answers))
    assert table["org_id"] == [value.org_id for value in values]
    assert table.batches == [4, 5, 1]


def test_what_was_taken_from_a_stream_outlives_it() -> None:
    values = [Made(seed).everything() for seed in range(20)]
    stream = arrow_reader.stream_in(codec.arrow_stream([page_of(values[:10]), page_of(values[10:])]))
    schema = arrow_reader.Schema()
    assert stream.get_schema(ctypes.byref(stream), ctypes.byref(schema)) == 0
    arrays = list(arrow_reader.batches(stream))
    arrow_reader.release(stream)
    gc.collect()
    titles = NAMES.index("title")
    last = arrays[1].children[titles].contents
    assert arrow_reader.read_values(last, "u") == [value.title for value in values[10:]]
    arrow_reader.release(arrays[1])
    arrow_reader.release(schema)
    arrow_reader.release(arrays[0])


def test_a_stream_that_nobody_takes_is_released() -> None:
    answer = page_of([Made(1).everything()])
    for _ in range(100):
        codec.arrow_stream([answer])
    capsule = codec.arrow_stream([answer])
    first = arrow_reader.stream_in(capsule)
    with pytest.raises(AssertionError, match="released already"):
        arrow_reader.stream_in(capsule)
    arrow_reader.release(first)


def test_answers_of_several_listings_make_no_table() -> None:
    for answers in ([], [page_of([]), object()], [object()], 5, None):
        with pytest.raises((TypeError, ValueError)):
            codec.arrow_stream(answers)  # type: ignore[arg-type]
        with pytest.raises((TypeError, ValueError)):
            codec.columns(answers)  # type: ignore[arg-type]


def test_frames_have_the_types_of_the_fields() -> None:
    frame = to_frame(codec.columns([page_of([])]))
    types = {name: str(kind) for name, kind in frame.dtypes.items()}
    assert types == {
        "org_id": "int64", "title": "string", "day": "datetime64[ns]", "colour": "string", "address": "object",
        "late": "bool", "small": "int64", "large": "int64", "since": "datetime64[ns, UTC]", "shade": "string",
        "group_id": "int64", "maybe_bool": "boolean", "maybe_number": "Int64", "maybe_person": "Int64",
        "maybe_text": "string", "maybe_day": "datetime64[ns]", "maybe_instant": "datetime64[ns, UTC]",
        "maybe_colour": "string", "maybe_address": "object", "maybe_numbers": "object", "numbers": "object",
        "people": "object", "words": "object", "days": "object", "colours": "object", "entries": "object",
        "at": "object", "mark": "object", "maybe_time": "object", "maybe_mark": "object", "marks": "object"}


def test_frames_hold_every_kind_of_field() -> None:
    values = [Made(seed).everything() for seed in range(50)]
    frame = to_frame(codec.columns([page_of(values[:20]), page_of(values[20:])]))
    assert len(frame) == 50
    for name in NAMES:
        for cell, given in zip(frame[name], (plain(value)[name] for value in values)):
            if given is None:
                assert cell is None or pd.isna(cell)
            elif isinstance(given, datetime):
                assert cell == given and cell.tzinfo is not None
            elif isinstance(given, date):
                assert (cell.date() if isinstance(cell, datetime) else cell) == given
            else:
                assert cell == given


def test_times_that_pandas_can_hold_are_its_own() -> None:
    made = Made(3).everything()
    first = json.loads(to_json(made)) | {"day": "1677-09-23", "maybe_day": "2262-04-11", "since": "2026-09-14T08:00:00.000001Z"}
    later = json.loads(to_json(made)) | {"day": "2262-04-10", "since": "1677-09-22T00:00:00Z"}
    later.pop("maybe_day", None)
    frame = to_frame(codec.columns([codec.answer_of_json(json.dumps({"items": [first, later]}))]))
    assert str(frame.day.dtype) == str(frame.maybe_day.dtype) == "datetime64[ns]"
    assert list(frame.day) == [pd.Timestamp("1677-09-23"), pd.Timestamp("2262-04-10")]
    assert frame.maybe_day[0] == pd.Timestamp("2262-04-11") and pd.isna(frame.maybe_day[1])
    assert frame.since[0] == pd.Timestamp("2026-09-14T08:00:00.000001Z")


def test_tables_of_the_library(host: ent.Session, academy: int) -> None:
    page = host.org.list(kind="establishment", limit=5)
    assert page.to_dicts()[0] == {
        "id": page[0].id, "kind": "establishment", "code": "0990001A", "name": "Collège 01", "degree": "second",
        "nature_code": "340", "valid_from": date(2026, 9, 14), "valid_to": None, "revision": 1}
    assert list(page.to_pandas().name) == [unit.name for unit in page]
    assert arrow_reader.read(page.__arrow_c_stream__())["name"] == [unit.name for unit in page]
    assert arrow_reader.read(page.__arrow_c_stream__(None))["nature_code"][:2] == ["340", None]
    everything = host.org.list_all(kind="establishment", page_size=5)
    assert arrow_reader.read(everything.__arrow_c_stream__()).batches == [5, 5, 2]
    frame = everything.to_pandas()
    assert len(frame) == 12 and frame.id.is_unique and list(frame.index) == list(range(12))
    assert everything.to_dicts() == [dict(row) for page in everything.pages() for row in page.to_dicts()]


def test_an_empty_listing_is_a_table_too(host: ent.Session) -> None:
    page = host.org.list(kind="region")
    assert list(page) == [] and page.to_dicts() == []
    assert list(page.to_pandas().columns) == ["id", "kind", "code", "name", "degree", "nature_code", "valid_from",
                                              "valid_to", "revision"]
    assert arrow_reader.read(page.__arrow_c_stream__())["id"] == []
    assert len(host.org.list_all(kind="region").to_pandas()) == 0


def test_a_listing_made_in_python_is_a_table_too(host: ent.Session, academy: int) -> None:
    page = host.org.list(limit=3)
    made = ent.org.Page(items=tuple(page), next=page.next)
    assert made == page and repr(made) == repr(page)
    assert made.to_dicts() == page.to_dicts()
    assert arrow_reader.read(made.__arrow_c_stream__()).columns == arrow_reader.read(page.__arrow_c_stream__()).columns
    pd.testing.assert_frame_equal(made.to_pandas(), page.to_pandas())


def test_pandas_is_imported_when_it_is_asked_for() -> None:
    script = ("import sys, ent; s = ent.open(':memory:').system(); p = s.org.list(); p.to_dicts(); "
              "assert 'pandas' not in sys.modules and 'numpy' not in sys.modules; p.to_pandas(); "
              "assert 'pandas' in sys.modules")
    subprocess.run([sys.executable, "-c", script], check=True)
