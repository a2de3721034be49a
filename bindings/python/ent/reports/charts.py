"""Charts: functions from values to SVG, the same bytes for the same values. See docs/python-reports.md."""

from __future__ import annotations

from ent.reports._bands import Band, bands
from ent.reports._boxes import Box, box_plot
from ent.reports._distribution import BOUNDS, distribution
from ent.reports._evolution import MOST_SERIES, Series, evolution
from ent.reports._radar import MOST_AXES, Axis, radar
from ent.reports._socle import socle

__all__ = ["BOUNDS", "MOST_AXES", "MOST_SERIES", "Axis", "Band", "Box", "Series", "bands", "box_plot", "distribution",
           "evolution", "radar", "socle"]
