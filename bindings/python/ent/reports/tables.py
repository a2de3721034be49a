"""Tables for spreadsheets: XLSX with real numbers, CSV in the French style. Nothing in them runs. See docs/python-reports.md."""

from __future__ import annotations

from ent.reports._csv import write_csv
from ent.reports._sheet import Cell, Column, Table
from ent.reports._xlsx import write_xlsx

__all__ = ["Cell", "Column", "Table", "write_csv", "write_xlsx"]
