"""Charts: shapes at the places worked out by hand, well-formed, named, and never 0 for nothing."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest

from ent.reports import Skill, charts
from ent.reports._palette import DRAWN_ON, TEXT_ON
from report_values import NASTY, SOCLE, description, drawing, texts

SVG = "{http://www.w3.org/2000/svg}"
D = Decimal


def all_charts(label: str = "Maths") -> dict[str, str]:
    axes = [charts.Axis(label, D(12), D(11)), charts.Axis("Latin", None, D(10)), charts.Axis("SVT", D(8), None)]
    return {
        "radar": charts.radar(axes, title=label),
        "evolution": charts.evolution(["T1", label], [charts.Series(label, (D(12), None))]),
        "bands": charts.bands([charts.Band(label, D(5), D(11), D(18), D(12)), charts.Band("Latin")]),
        "distribution": charts.distribution((0, 1, 2, 4, 3, 0), pupil=D(12), title=label),
        "boxes": charts.box_plot([charts.Box(label, D(5), D(8), D(11), D(14), D(18), D(12)), charts.Box("x", *[None] * 5)]),
        "socle": charts.socle([Skill(name=label, level=3), Skill(name="Rien")]),
    }


@pytest.mark.parametrize("name", list(all_charts()))
def test_a_chart_is_an_image_with_a_name_and_a_description(name: str) -> None:
    root = drawing(all_charts()[name])
    assert (root.tag, root.get("role")) == (f"{SVG}svg", "img")
    title, desc = root[0], root[1]
    assert (title.tag, desc.tag) == (f"{SVG}title", f"{SVG}desc")
    assert title.text and desc.text
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (title.get("id"), desc.get("id"))
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", list(all_charts()))
def test_names_stay_text(name: str) -> None:
    svg = all_charts(NASTY + "\x00\ud800")[name]
    root = drawing(svg)
    assert {each.tag for each in root.iter()} <= {SVG + tag for tag in ("svg", "title", "desc", "text", "path", "rect", "circle", "line")}
    told = (root[0].text or "") + (root[1].text or "")
    assert "<script>" in told and "\N{REPLACEMENT CHARACTER}" in told


@pytest.mark.parametrize("name", list(all_charts()))
def test_the_same_values_are_the_same_bytes(name: str) -> None:
    assert all_charts()[name] == all_charts()[name]
    assert not re.search(r"-0[\" ,LZ]|nan|inf|\de[-+]", all_charts()[name])


def points(svg: str, colour: str) -> list[str]:
    """The lines that are drawn in a colour, as they stand in the file."""
    return [each.get("d") or "" for each in drawing(svg).iter(f"{SVG}path")
            if each.get("stroke") == colour and each.get("fill") == "none" or each.get("fill-opacity") and each.get("stroke") == colour]


def test_a_radar_by_hand() -> None:
    """The centre is (200, 138), 20 lies 102 from it: 20 up, 10 to the right, 5 down, 15 to the left."""
    axes = [charts.Axis(name, value) for name, value in (("A", D(20)), ("B", D(10)), ("C", D(5)), ("D", D(15)))]
    assert points(charts.radar(axes), "#1F4E9C") == ["M200 36L251 138L200 163.5L123.5 138Z"]


def test_a_radar_is_broken_where_there_is_no_average() -> None:
    axes = [charts.Axis(name, value) for name, value in (("A", D(20)), ("B", D(10)), ("C", None), ("D", D(15)))]
    svg = charts.radar(axes)
    assert points(svg, "#1F4E9C") == ["M200 36L251 138", "M123.5 138L200 36"]
    assert "C : Élève —, Classe —" in description(svg).replace("\N{NO-BREAK SPACE}", " ")
    assert len(list(drawing(svg).iter(f"{SVG}circle"))) == 4  # three marks, one in the legend


@pytest.mark.parametrize("count", [0, 2, 13])
def test_a_radar_has_as_many_axes_as_can_be_told_apart(count: int) -> None:
    with pytest.raises(ValueError, match=f"3 to 12 axes, not {count}"):
        charts.radar([charts.Axis("A", D(1))] * count)


def test_an_evolution_by_hand() -> None:
    """Three columns of 117 from 34 on; 20 is at 14, 0 at 176."""
    svg = charts.evolution(["T1", "T2", "T3"], [charts.Series("Inès", (D(10), D(20), D(0))), charts.Series("5A", (D(10), None, D(5)))])
    assert points(svg, "#1F4E9C") == ["M92.5 95L209.5 14L326.5 176"]
    assert points(svg, "#9A4A12") == []
    assert texts(svg).count("10,00") == 2 and "0,00" in texts(svg)


def test_one_period_is_a_point() -> None:
    svg = charts.evolution(["T1"], [charts.Series("Inès", (D("14.5"),))], averages_of="Moyenne générale")
    assert points(svg, "#1F4E9C") == []
    assert description(svg) == "Moyenne générale. Inès\N{NO-BREAK SPACE}: T1 14,50."


def test_a_series_has_a_place_for_each_period() -> None:
    with pytest.raises(ValueError, match="each period"):
        charts.evolution(["T1", "T2"], [charts.Series("Inès", (D(1),))])
    with pytest.raises(ValueError, match="1 to 4 series"):
        charts.evolution([], [])


def test_bands_by_hand() -> None:
    """0 to 20 lie between 132 and 350: 5 at 186.5, 10 at 241, 15 at 295.5."""
    svg = charts.bands([charts.Band("Maths", D(5), D(10), D(15), D(20))])
    (box,) = drawing(svg).iter(f"{SVG}rect")
    assert (box.get("x"), box.get("width")) == ("186.5", "109")
    drawn = [each.get("d") or "" for each in drawing(svg).iter(f"{SVG}path")]
    assert drawn[:2] == ["M241 18m-3.5-3.5h7v7h-7z", "M350 18m0-5l5 5-5 5-5-5z"]


def test_a_band_of_nobody_is_a_label_and_a_dash() -> None:
    svg = charts.bands([charts.Band("Latin")])
    assert "Latin" in texts(svg) and "—" in texts(svg)
    assert list(drawing(svg).iter(f"{SVG}rect")) == []


def test_a_distribution_by_hand() -> None:
    """The highest bar is 142: two of four are 71. 12 is in the band from 12 to 15."""
    svg = charts.distribution((0, 0, 2, 4, 3, 0), pupil=D(12))
    boxes = list(drawing(svg).iter(f"{SVG}rect"))
    assert [box.get("height") for box in boxes] == ["71", "142", "106.5"]
    assert [box.get("fill") for box in boxes] == ["#DCE3EE", "#DCE3EE", "#1F4E9C"]
    assert [text for text in texts(svg) if "<" in text or "–" in text or "≥" in text] == [
        "< 5", "5 – 8", "8 – 10", "10 – 12", "12 – 15", "≥ 15"]


def test_a_distribution_of_nobody() -> None:
    assert list(drawing(charts.distribution((0,) * 6)).iter(f"{SVG}rect")) == []
    with pytest.raises(ValueError, match="one more"):
        charts.distribution((1, 2))
    with pytest.raises(ValueError, match="rise"):
        charts.distribution((1, 2, 3), bounds=(D(10), D(10)))


def test_a_box_plot_by_hand() -> None:
    """0 to 20 lie between 132 and 385."""
    svg = charts.box_plot([charts.Box("Maths", D(0), D(5), D(10), D(15), D(20))])
    (box,) = drawing(svg).iter(f"{SVG}rect")
    assert (box.get("x"), box.get("width")) == ("195.2", "126.5")
    assert "Médiane 10,00" in description(svg)


def test_a_component_is_named_whole() -> None:
    """Four of the common core begin with the same words: what tells them apart stands behind."""
    svg = charts.socle([Skill(name="Comprendre, s'exprimer en utilisant une langue étrangère et, le cas échéant, une langue régionale", level=2)])
    shown = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    assert shown[:2] == ["Comprendre, s&#39;exprimer en utilisant une langue", "étrangère et, le cas échéant, une langue régionale"]


def test_the_socle_is_told_in_steps_and_in_words() -> None:
    svg = charts.socle([Skill(name=name, level=level) for name, level in zip(SOCLE, (1, 2, 3, 4, None, 4, 3, 2))])
    boxes = list(drawing(svg).iter(f"{SVG}rect"))
    assert len(boxes) == 8 * 4
    assert [sum(box.get("fill") == "#1F4E9C" for box in boxes[row * 4:row * 4 + 4]) for row in range(8)] == [1, 2, 3, 4, 0, 4, 3, 2]
    told = [each for each in texts(svg) if "aîtrise" in each or each == "—"]
    assert told == ["Maîtrise insuffisante", "Maîtrise fragile", "Maîtrise satisfaisante", "Très bonne maîtrise", "—",
                    "Très bonne maîtrise", "Maîtrise satisfaisante", "Maîtrise fragile"]
    with pytest.raises(ValueError, match="level"):
        charts.socle([Skill(name="x", level=5)])


def test_values_beyond_the_scale_are_drawn_at_its_end_and_told_as_they_are() -> None:
    svg = charts.bands([charts.Band("Maths", D(0), D(10), D(20), D("21.5"))])
    assert any((each.get("d") or "").startswith("M350 18m0-5") for each in drawing(svg).iter(f"{SVG}path"))
    assert "21,50" in texts(svg)


def test_english() -> None:
    svg = charts.evolution(["Term 1"], [charts.Series("Ines", (D("14.5"),))], language="en")
    assert description(svg) == "Ines: Term 1 14.50." and "General average by period" in svg
    with pytest.raises(ValueError, match="'de'"):
        charts.bands([], language="de")  # type: ignore[arg-type]


def luminance(colour: str) -> float:
    parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_contrasts() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 2) == 21
    assert [pair for pair in TEXT_ON if contrast(*pair) < 4.5] == []
    assert [pair for pair in DRAWN_ON if contrast(*pair) < 3] == []


def test_a_drawing_is_well_formed_with_every_character() -> None:
    for code in [*range(0, 0x100), 0x2028, 0xD800, 0xFFFE, 0x1F600]:
        ElementTree.fromstring(charts.bands([charts.Band(f"a{chr(code)}b")]))
