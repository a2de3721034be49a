"""Values as people read them: numbers, dates, and text that is safe within a page."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal

Language = Literal["fr", "en"]

NOTHING = "—"
"""Where there is no number: never 0."""

_ROUNDING = Context(prec=40, rounding=ROUND_HALF_UP)  # never that of the caller
# What XML has no place for, and controls that a reader would not see.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS_LINES = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_MARKUP = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;"))
_NEEDS_CARE = re.compile(f"{_UNFIT.pattern}|[&<>\"']")


def rounded(value: Decimal | int, digits: int = 2) -> Decimal:
    """Half away from zero, as averages are; without the sign of a negative zero."""
    at = Decimal(value).quantize(Decimal(1).scaleb(-digits), context=_ROUNDING)
    return at if at else abs(at)


def number(value: Decimal | int | None, language: Language = "fr", digits: int = 2) -> str:
    """`14,50`; a dash where there is none."""
    if value is None:
        return NOTHING
    text = f"{rounded(value, digits):f}"
    return text.replace(".", ",") if language == "fr" else text


def short_number(value: Decimal | int, language: Language = "fr") -> str:
    """Without decimals that say nothing: `15`, `8,5`."""
    text = f"{Decimal(value):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") if language == "fr" else text


def day(value: date | None, language: Language = "fr") -> str:
    """`20/11/2026`, or `2026-11-20` in English."""
    if value is None:
        return NOTHING
    return f"{value.day:02}/{value.month:02}/{value.year:04}" if language == "fr" else value.isoformat()


def school_year(number: int, *, southern: bool) -> str:
    """`2026-2027`; of a year that lies in one civil year `2026`."""
    return str(number) if southern else f"{number}-{number + 1}"


def clean(text: str) -> str:
    """The text without what no file can hold; what is taken out leaves a mark."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)


def escape(text: str) -> str:
    """Fit for XML and HTML, within elements and within quoted attributes."""
    if not _NEEDS_CARE.search(text):
        return text
    text = clean(text)
    for sign, written in _MARKUP:
        text = text.replace(sign, written)
    return text


def one_line(text: str) -> str:
    """Fit for a terminal: what would end the line or steer the terminal is a space."""
    return _BREAKS_LINES.sub(" ", text)


def shortened(text: str, most: int) -> str:
    """At most so many characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def file_name(*parts: str) -> str:
    """Small letters, figures and hyphens, whatever the parts hold."""
    plain = unicodedata.normalize("NFKD", " ".join(parts)).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain))[:100].rstrip("-") or "sans-nom"


def sort_key(text: str) -> str:
    """Accents and case do not part names."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
