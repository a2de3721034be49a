"""The style sheets of pages: on a screen, and on A4."""

from __future__ import annotations

from ent.reports import _palette as colour

SUBJECT_WIDTH = 20
TEXTS_WIDTH = 72
"""Of a page of hundred: what the names of subjects and the texts about them are given, as far as numbers leave it."""
PROGRAMME_SHARES = (25, 35, 45, 55)
"""Of the texts: what was worked on, where that is told beside an appraisal. The table says which by its class."""

CROWDED = 14
"""With more columns than these, the headings of a wide table stand upright on paper."""
SIZES = {18: 100, 22: 86, 26: 74, 30: 64, 1 << 30: 54}
"""Of a wide table with upright headings: up to how many columns its type has how many hundredths of its usual size."""

_SIZES = "\n".join(f"  .size-{size} {{ font-size: {size / 100:g}em }}" for size in SIZES.values())
_SHARES = "\n".join(f"  .programme-{share} .programme {{ width: {TEXTS_WIDTH * share / 100:g}% }}\n"
                    f"  .programme-{share} .comment {{ width: {TEXTS_WIDTH * (100 - share) / 100:g}% }}" for share in PROGRAMME_SHARES)

_COMMON = f"""
* {{ box-sizing: border-box }}
html {{ color: {colour.INK}; background: {colour.PAPER}; font: 11pt/1.35 Arial, Helvetica, "Liberation Sans", sans-serif }}
body {{ margin: 0 auto; max-width: 60rem; padding: 1rem }}
h1 {{ font-size: 1.35em; margin: 0 0 .2em }}
h2 {{ font-size: 1.05em; margin: .7em 0 .2em }}
p {{ margin: .15em 0 }}
table {{ border-collapse: collapse; width: 100% }}
caption {{ text-align: left; font-weight: bold; padding: .2em 0 }}
th, td {{ border: 1px solid {colour.RULE}; padding: .15em .35em; text-align: left; vertical-align: top }}
thead th, tfoot th, tfoot td, th[scope="rowgroup"] {{ background: {colour.HEADING} }}
th small {{ display: block; font-weight: normal; color: {colour.QUIET} }}
.n {{ text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }}
th.n {{ white-space: normal }}
.n small {{ display: block; white-space: normal; font-weight: normal }}
.own {{ font-weight: bold }}
.quiet {{ color: {colour.QUIET} }}
.low {{ background: {colour.LOW} }}
.high {{ background: {colour.HIGH} }}
.draft, .internal {{ background: {colour.ALERT}; color: {colour.PAPER}; font-weight: bold; padding: .2em .6em; text-align: center }}
.charts {{ display: flex; flex-wrap: wrap; gap: .6rem; align-items: flex-start }}
figure {{ margin: 0; flex: 1 1 18rem; max-width: 34rem }}
figcaption {{ font-weight: bold; font-size: .9em }}
svg {{ display: block; width: 100%; height: auto }}
.top {{ display: flex; justify-content: space-between; gap: 1rem; border-bottom: 2px solid {colour.INK}; padding-bottom: .3em;
  margin-bottom: .5em }}
.top > :last-child {{ text-align: right }}
.text {{ white-space: pre-line; overflow-wrap: break-word }}
@supports (overflow-wrap: anywhere) {{ .text {{ overflow-wrap: anywhere }} }}
th.text {{ overflow-wrap: normal }}
.comment {{ width: 47% }}
.wide, .scroll {{ overflow-x: auto }}
.wide th[scope="row"] {{ position: sticky; left: 0; background: {colour.HEADING}; white-space: nowrap }}
a {{ color: {colour.PUPIL} }}
a:focus, summary:focus, [tabindex]:focus {{ outline: 3px solid {colour.PUPIL}; outline-offset: 2px }}
.skip {{ position: absolute; left: -100rem }}
.skip:focus {{ left: .5rem; top: .5rem; background: {colour.PUPIL}; color: {colour.PAPER}; padding: .4em .8em }}
.unseen {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }}
@media screen and (max-width: 40rem) {{
  .top {{ display: block }}
  .top > :last-child {{ text-align: left }}
  .results tr {{ display: flex; flex-wrap: wrap }}
  .results th, .results td {{ flex: 1 1 0; width: auto; border-width: 0 }}
  .results th[scope="row"], .results th[scope="rowgroup"], .results .text {{ flex-basis: 100%; width: auto }}
  .results thead .n {{ width: auto; font-size: .7em; padding: .15em .1em; hyphens: auto; overflow-wrap: anywhere }}
  .results tr {{ border-bottom: 1px solid {colour.RULE} }}
  .results thead th:first-child, .results thead .text, .results .text:empty {{ display: none }}
}}
@media print {{
  html {{ font-size: 9pt; print-color-adjust: exact; -webkit-print-color-adjust: exact }}
  body {{ max-width: none; padding: 0 }}
  .skip, nav, .screen {{ display: none }}
  .wide, .scroll {{ overflow: visible }}
  tr, figure, section.block, .project {{ break-inside: avoid }}
  .projects h2 {{ break-after: avoid }}
  thead {{ display: table-header-group }}
  tfoot {{ display: table-row-group }}
  .wide thead th {{ padding: .15em .2em; hyphens: auto; overflow-wrap: break-word }}
  .wide th[scope="row"] {{ position: static; white-space: normal; width: 16% }}
  .upright thead .n span {{ display: inline-block; max-height: 32mm; writing-mode: vertical-rl; transform: rotate(180deg); text-align: left }}
  .upright th[scope="row"], .upright .n {{ padding: .05em .2em; vertical-align: bottom }}
{_SIZES}
}}
"""

SHEET = _COMMON + f"""
@page {{ size: A4 portrait; margin: 9mm }}
article {{ break-after: page }}
article:last-of-type {{ break-after: auto }}
@media print, (min-width: 40.01rem) {{ .blocks {{ display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem }} }}
.reply {{ border: 1px solid {colour.RULE}; margin-top: .6em; padding: 0 .5em; min-height: 22mm; break-inside: avoid }}
.blocks section {{ border-top: 1px solid {colour.RULE}; margin-top: .5em }}
.blocks section:only-child {{ grid-column: 1 / -1 }}
article > figure {{ margin-top: .5em; max-width: 44rem }}
.marks {{ break-inside: avoid }}
@media screen and (max-width: 40rem) {{
  .marks th, .marks td {{ font-size: .8em; padding: .15em .2em }}
  .marks .n {{ white-space: normal }}
  .marks .text, .marks th[scope="row"] {{ overflow-wrap: anywhere }}
}}
@media print, (min-width: 40.01rem) {{
  .marks {{ table-layout: fixed }}
  .marks th:first-child, .marks th:last-child {{ width: 32% }}
}}
.results th[scope="row"] {{ width: {SUBJECT_WIDTH}% }}
.results th[scope="rowgroup"] ~ td {{ background: {colour.HEADING}; font-weight: bold }}
.results thead .n {{ width: 1% }}
@media print, (min-width: 40.01rem) {{
{_SHARES}
}}
@media print {{
  .results thead .n {{ font-size: .85em }}
  article {{ font-size: 8.4pt; line-height: 1.22 }}
  article.close {{ font-size: 7.4pt; line-height: 1.15 }}
  article.tight {{ font-size: 6.6pt; line-height: 1.1 }}
  .charts {{ flex-wrap: nowrap }}
  .charts figure {{ max-width: 82mm }}
  h1 {{ font-size: 13pt }}
  h2 {{ margin: .4em 0 .1em }}
}}
"""
"""Of what is printed on portrait pages: report cards, transcripts, skill balances."""

WIDE = _COMMON + """
@page { size: A4 landscape; margin: 9mm }
@media screen { body { max-width: 90rem } }
@media print { html { font-size: 7.4pt } }
"""
"""Of tables with many columns."""

COUNCIL = _COMMON + f"""
@page {{ size: A4 portrait; margin: 9mm }}
@media screen {{ body {{ max-width: 90rem }} }}
.pupil {{ border-top: 3px solid {colour.PUPIL}; padding-top: .5rem; margin-top: 2rem; break-after: page }}
.pupil:last-of-type {{ break-after: auto }}
.pupil > h2 {{ font-size: 1.5em; margin: 0 }}
.pupil > h2:focus {{ outline-offset: 4px }}
.sides {{ display: grid; grid-template-columns: 3fr 2fr; gap: 1rem }}
.sides > * {{ min-width: 0; align-content: flex-start }}
nav ol {{ display: flex; flex-wrap: wrap; gap: .2rem .8rem; padding: 0; list-style-position: inside }}
summary h2 {{ display: inline }}
.turn {{ display: flex; justify-content: space-between; gap: 1rem }}
.turn a, nav a {{ display: inline-block; padding: .25em .1em; min-height: 24px }}
[hidden] {{ display: none }}
@media screen and (max-width: 60rem) {{ .sides {{ grid-template-columns: 1fr }} }}
@media print {{
  html {{ font-size: 7.4pt }}
  [hidden].pupil {{ display: block }}
  .pupil {{ margin: 0 }}
  .turn {{ display: none }}
  .pupil > h2 {{ font-size: 1.3em }}
  .sides {{ display: block }}
  .charts {{ flex-wrap: nowrap }}
  figure {{ flex-basis: 0; max-width: 66mm }}
}}
"""
"""Of the council's file: a pupil fills a screen, or a page."""
