"""Listings as pandas data frames. Imports pandas, and is itself imported when a frame is asked for."""

from __future__ import annotations

from datetime import timezone
from typing import Any

import numpy as np
import pandas as pd

_MOST_DAYS = 106_751  # around 1970: what datetime64[ns] can hold


def to_frame(columns: list[tuple[str, str, Any, bytes | None]]) -> pd.DataFrame:
    """`columns`: as `_core.columns` gives them. What may be missing has a type that knows NA (Int64, boolean), so that whether
    something is missing today does not change the type of the column."""
    return pd.DataFrame({name: _column(kind, values, missing) for name, kind, values, missing in columns})


def _column(kind: str, values: Any, missing: bytes | None) -> Any:
    if kind == "str":
        return pd.array(values, dtype="string")
    if kind == "object":
        return pd.Series(values, dtype=object)
    gone = None if missing is None else np.frombuffer(missing, dtype=bool)
    if kind == "bool":
        flags = np.frombuffer(values, dtype=bool)
        return flags if gone is None else pd.arrays.BooleanArray(flags, gone)
    numbers = np.frombuffer(values, dtype=np.int64)
    if kind == "int":
        return numbers if gone is None else pd.arrays.IntegerArray(numbers, gone)
    return _times(numbers, gone, "D" if kind == "date" else "us")


def _times(numbers: Any, gone: Any, unit: str) -> Any:
    """datetime64[ns], of instants in UTC; Python's own dates and datetimes when one lies outside 1677 to 2262."""
    times = numbers.astype(f"datetime64[{unit}]")
    if gone is not None:
        times[gone] = np.datetime64("NaT")
    days = times.astype("datetime64[D]").astype(np.int64)[~np.isnat(times)]
    if len(days) and (abs(days) > _MOST_DAYS).any():
        series = pd.Series(times.astype(object), dtype=object)
        return series if unit == "D" else series.map(lambda t: None if t is None else t.replace(tzinfo=timezone.utc))
    series = pd.Series(times.astype("datetime64[ns]"))
    return series if unit == "D" else series.dt.tz_localize("UTC")
