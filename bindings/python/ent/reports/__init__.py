"""Report cards, transcripts, council files, syntheses and skill balances: pages, charts, tables and PDF.

    from ent import reports

    html = reports.bulletin(report)                     # a page that stands alone
    svg = reports.charts.radar(axes)
    data = reports.write_xlsx([table])

Whatever is written is the same byte by byte for the same values. `python3 -m ent report --help` does it for a class of a
portal. See docs/python-reports.md.
"""

from __future__ import annotations

from ent.reports import charts as charts
from ent.reports._bulletin import bulletin, bulletins
from ent.reports._council import council
from ent.reports._cycle import cycle_report, cycle_reports
from ent.reports._minutes import minutes, minutes_table, minutes_tables
from ent.reports._skills import skill_balance, skill_balances
from ent.reports._synthesis import synthesis, synthesis_table, synthesis_tables
from ent.reports._text import Language
from ent.reports._transcript import transcript, transcript_table, transcripts
from ent.reports import records as records
from ent.reports.data import (Arrangement, Category, ClassReport, Context, Council, CycleEnd, Mark, Missing, Project, Report, SchoolLife, Seat,
                              Sitting, Skill, Spread, Subject)
from ent.reports.layout import ColumnName, Layout
from ent.reports.tables import Cell, Column, Table, write_csv, write_xlsx

__all__ = ["Arrangement", "Category", "Cell", "ClassReport", "Column", "ColumnName", "Context", "Council", "CycleEnd", "Language", "Layout", "Mark", "Missing",
           "Project", "Report", "SchoolLife", "Seat", "Sitting", "Skill", "Spread", "Subject", "Table", "bulletin", "bulletins", "charts", "council",
           "cycle_report", "cycle_reports", "minutes", "minutes_table", "minutes_tables", "records", "skill_balance", "skill_balances", "synthesis",
           "synthesis_table", "synthesis_tables", "transcript", "transcript_table", "transcripts", "write_csv", "write_xlsx"]
