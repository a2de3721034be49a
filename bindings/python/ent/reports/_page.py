"""A page that stands alone: nothing is fetched, nothing runs but the script that it was made with."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from ent.reports import _style
from ent.reports._text import Language, escape
from ent.reports._words import word

_ICON = "data:,"  # else a browser asks the server for one


def page(title: str, body: str, *, style: str, language: Language, script: str = "", kind: str = "") -> str:
    """A whole HTML page. Its policy lets in its own style and script by their hashes, and nothing else: were a text to get
    through unescaped, it would not run.

    body: what stands in `main`, and before it in `header`; already HTML.
    kind: the class of the body.
    """
    rules = ["default-src 'none'", f"style-src '{_hash(style)}'", "img-src data:", "base-uri 'none'", "form-action 'none'"]
    if script:
        rules.append(f"script-src '{_hash(script)}'")
    tail = f"<script>{script}</script>\n" if script else ""
    return (f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<title>{escape(title)}</title>\n<link rel="icon" href="{_ICON}">\n<style>{style}</style>\n</head>\n'
            f'<body class="{kind}">\n<a class="skip" href="#main">{escape(word("skip", language))}</a>\n'
            f'{body}\n{tail}</body>\n</html>\n')


def sheets(title: str, articles: Sequence[str], *, language: Language) -> str:
    """A page of articles about pupils, each on a sheet of its own when printed."""
    body = "\n".join(articles) or f'<p>{escape(word("no_pupil", language))}</p>'
    return page(title, f'<main id="main">\n{body}\n</main>', style=_style.SHEET, language=language)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def scrolling(table: str, language: Language) -> str:
    """A table that is moved sideways where the screen is narrower, and not the page with it."""
    return f'<div class="scroll" role="group" aria-label="{word("scroll", language)}" tabindex="0">{table}</div>'


def figure(caption: str, chart: str) -> str:
    """A chart under its caption."""
    return f"<figure><figcaption>{escape(caption)}</figcaption>{chart}</figure>"


def heading(text: str, *, span: str = "", kind: str = "") -> str:
    """The heading of a column, already HTML; of several, where a span is given."""
    scope = "colgroup" if "colspan" in span else "col"
    return f'<th scope="{scope}"{span}{_class(kind)}>{text}</th>'


def cell(text: str, kind: str = "") -> str:
    """A cell, already HTML."""
    return f"<td{_class(kind)}>{text}</td>"


def row(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
