"""A drawing in SVG: shapes and texts, with a name and a description for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ent.reports._palette import INK, PAPER
from ent.reports._text import escape

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]
Shape = Literal["circle", "square", "diamond", "triangle"]

_OUTLINES = {"square": "m-3.5-3.5h7v7h-7z", "diamond": "m0-5l5 5-5 5-5-5z", "triangle": "m-4.5 4l4.5-8.5 4.5 8.5z"}
"""From the middle of a marker."""


def place(value: float) -> str:
    """A coordinate: one decimal, so that no machine's last bit of a sine shows."""
    return f"{round(value, 1) + 0.0:g}"  # adding 0 takes the sign from a negative zero


class Drawing:
    """Shapes in the order in which they are drawn."""

    def __init__(self, width: float, height: float, *, name: str, title: str, description: str) -> None:
        """name: begins the ids within, so that several drawings may stand on one page."""
        size = f'{place(width)} {place(height)}'
        self._name = escape(name)
        self._parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" width="{place(width)}" height="{place(height)}" '
            f'role="img" aria-labelledby="{self._name}-t" aria-describedby="{self._name}-d" '
            f'font-family="Arial, Helvetica, sans-serif">'
            f'<title id="{self._name}-t">{escape(title)}</title><desc id="{self._name}-d">{escape(description)}</desc>'
        ]

    def line(self, start: Point, end: Point, stroke: str, *, width: float = 1, dash: str = "") -> None:
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(f'<line x1="{place(start[0])}" y1="{place(start[1])}" x2="{place(end[0])}" y2="{place(end[1])}" '
                           f'stroke="{stroke}" stroke-width="{place(width)}"{dashes}/>')

    def path(self, points: Sequence[Point], stroke: str, *, width: float = 2, dash: str = "", closed: bool = False,
             fill: str = "none", opacity: float = 1) -> None:
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        seen = f' fill-opacity="{place(opacity)}"' if opacity != 1 else ""
        steps = "L".join(f"{place(x)} {place(y)}" for x, y in points)
        self._parts.append(f'<path d="M{steps}{"Z" if closed else ""}" fill="{fill}"{seen} stroke="{stroke}" '
                           f'stroke-width="{place(width)}" stroke-linejoin="round"{dashes}/>')

    def box(self, corner: Point, width: float, height: float, *, fill: str, stroke: str = "none", line: float = 1) -> None:
        self._parts.append(f'<rect x="{place(corner[0])}" y="{place(corner[1])}" width="{place(width)}" '
                           f'height="{place(height)}" fill="{fill}" stroke="{stroke}" stroke-width="{place(line)}"/>')

    def marker(self, at: Point, shape: Shape, colour: str, *, hollow: bool = False) -> None:
        """A mark of a value; its shape says of what."""
        fill = PAPER if hollow else colour
        drawn = f'fill="{fill}" stroke="{colour}" stroke-width="1.5"/>'
        if shape == "circle":
            self._parts.append(f'<circle cx="{place(at[0])}" cy="{place(at[1])}" r="4" {drawn}')
        else:
            self._parts.append(f'<path d="M{place(at[0])} {place(at[1])}{_OUTLINES[shape]}" {drawn}')

    def text(self, at: Point, content: str, *, anchor: Anchor = "start", size: float = 11, bold: bool = False,
             colour: str = INK) -> None:
        placed = f' text-anchor="{anchor}"' if anchor != "start" else ""
        weight = ' font-weight="bold"' if bold else ""
        self._parts.append(f'<text x="{place(at[0])}" y="{place(at[1])}" font-size="{place(size)}" fill="{colour}"'
                           f'{placed}{weight}>{escape(content)}</text>')

    def finish(self) -> str:
        return "".join(self._parts) + "</svg>"
