"""The colours of pages and charts. No meaning rests on a colour alone: shape, dashes or text carry it too."""

from __future__ import annotations

PAPER = "#FFFFFF"
INK = "#1B1B1B"
QUIET = "#4A4F57"
"""Text that is less important."""
RULE = "#767C85"
"""Lines of tables, axes and outlines."""
GRID = "#C9CDD3"
"""Lines that help the eye and say nothing."""
PUPIL = "#1F4E9C"
GROUP = "#9A4A12"
BAND = "#DCE3EE"
HEADING = "#E9EDF3"
LOW = "#FBE3DD"
MIDDLE = "#FFFFFF"
HIGH = "#DFF0E2"
ALERT = "#8C1D18"

TEXT_ON = ((INK, PAPER), (QUIET, PAPER), (PUPIL, PAPER), (GROUP, PAPER), (ALERT, PAPER), (INK, BAND), (INK, HEADING),
           (INK, LOW), (INK, HIGH), (QUIET, HEADING), (PAPER, PUPIL), (PAPER, ALERT))
"""Every pair of text and ground that pages use: 4.5 to 1 at least (WCAG 1.4.3)."""

DRAWN_ON = ((PUPIL, PAPER), (GROUP, PAPER), (RULE, PAPER), (PUPIL, BAND), (GROUP, BAND))
"""Every pair of a mark that is drawn and its ground: 3 to 1 at least (WCAG 1.4.11)."""
