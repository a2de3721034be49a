"""Marks and levels from files: read, imported whole or not at all; marks averaged again by fractions."""

from __future__ import annotations

import os
import statistics
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

import ent

FIRST, LAST = date(2026, 9, 1), date(2026, 12, 31)


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "marks.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_french_and_english_files_say_the_same(tmp_path: Path) -> None:
    french = write(tmp_path, "Nom;Prénom;Note 1;Note 2\r\nBernard;Noé;14,5;abs\r\n\r\nMartin;Léa;;8\r\n", "cp1252")
    rows = ent.read_marks(french, ["Note 2", "Note 1"], pupil=["Nom", "Prénom"])
    assert rows == [{"cells": ["abs", "14,5"], "pupil": "Bernard Noé"}, {"cells": ["8", ""], "pupil": "Martin Léa"}]
    english = write(tmp_path, '\ufeffname,test\n"Martin, Léa",14.5\n')
    assert ent.read_marks(english, ["test"], pupil="name") == [{"cells": ["14.5"], "pupil": "Martin, Léa"}]
    assert ent.read_marks(english, ["test"], pupil_ids=[7]) == [{"cells": ["14.5"], "pupil_id": 7}]


def test_signs_in_quotes_part_nothing(tmp_path: Path) -> None:
    path = write(tmp_path, '"Nom, prénom, classe";"Oral"\n"Bernard, Noé";"14,5"\n')
    assert ent.read_marks(path, ["Oral"], pupil="Nom, prénom, classe") == [{"cells": ["14,5"], "pupil": "Bernard, Noé"}]
    path = write(tmp_path, '\nname,"test; oral"\nBernard,14.5\n')
    assert ent.read_marks(path, ["test; oral"], pupil="name") == [{"cells": ["14.5"], "pupil": "Bernard"}]


def test_spreadsheets_write_accents_and_signs_in_several_ways(tmp_path: Path) -> None:
    expected = [{"cells": ["14,5"], "pupil": "Bernard Noé"}]
    for text, encoding in (("Nom\tPrénom\tNote\r\nBernard\tNoé\t14,5\r\n", "utf-16"), ("Nom;Pre\u0301nom;Note\nBernard;Noe\u0301;14,5\n", "utf-8"),
                           (" Nom ; Prénom ; Note ;\n ; ;\n Bernard ; Noé ; 14,5 ;\n", "utf-8")):
        path = write(tmp_path, text, encoding)
        assert ent.read_marks(path, ["Note"], pupil=["Nom", "Prénom"]) == expected
        assert ent.read_marks(path, ["Note"], pupil=["Nom", "Pre\u0301nom"]) == expected


def test_a_decimal_comma_without_quotes_is_not_two_marks(tmp_path: Path) -> None:
    path = write(tmp_path, "name,test,oral\nMartin,8,9\nBernard,14,5,abs\n")
    with pytest.raises(ValueError, match="line 3 has more cells than there are headings"):
        ent.read_marks(path, ["test", "oral"], pupil="name")


@pytest.mark.parametrize("remark, line", [('"bien', 2), ('"bien"!', 2), ('très\nMartin;8;"bien', 3)])
def test_a_quotation_that_does_not_end_takes_no_pupils_away(tmp_path: Path, remark: str, line: int) -> None:
    path = write(tmp_path, f"Nom;Note;Remarque\nBernard;12;{remark}\nPetit;8;\nRoux;9;\n")
    with pytest.raises(ValueError, match=f"line {line} has a quotation mark"):
        ent.read_marks(path, ["Note"], pupil="Nom")


def test_two_lost_quotation_marks_take_no_pupils_away_either(tmp_path: Path) -> None:
    """The second one ends what the first one opens, and Petit and Roux would be a remark on Bernard."""
    path = write(tmp_path, 'Nom;Note;Remarque\nBernard;12;"bien\nPetit;8;\nRoux;9;mal"\nMartin;10;\n')
    with pytest.raises(ValueError, match="line 2 has a quotation mark"):
        ent.read_marks(path, ["Note"], pupil="Nom")
    path = write(tmp_path, 'Nom;Note;Remarque\nBernard;12;"bien,\nmais lent ; ""à revoir"""\nMartin;10;\n')
    assert [row["cells"] for row in ent.read_marks(path, ["Note"], pupil="Nom")] == [["12"], ["10"]]


def test_a_remark_over_several_lines_may_have_commas_as_texts_have_them(tmp_path: Path) -> None:
    """Between cells no space follows, and so rows that were taken in are still found."""
    path = write(tmp_path, 'Name,Mark,Remark\nBernard,12,"Well done,\nbut slow, careless, late"\nMartin,10,\n')
    assert [row["cells"] for row in ent.read_marks(path, ["Mark"], pupil="Name")] == [["12"], ["10"]]
    path = write(tmp_path, 'Name,Mark,Remark\nBernard,12,"good\nPetit,8,slow, late\nRoux,9,bad"\nMartin,10,\n')
    with pytest.raises(ValueError, match="line 2 has a quotation mark"):
        ent.read_marks(path, ["Mark"], pupil="Name")


def test_a_first_line_may_say_what_parts_the_cells(tmp_path: Path) -> None:
    for first, sign in (("sep=;", ";"), ("SEP=,", ","), ('"sep=|"', "|"), ("sep=;;", ";"), ("sep=\t", "\t")):
        path = write(tmp_path, f"\ufeff{first}\r\nNom{sign}Note\r\nBernard{sign}12\r\n")
        assert ent.read_marks(path, ["Note"], pupil="Nom") == [{"cells": ["12"], "pupil": "Bernard"}]
    with pytest.raises(ValueError, match="line 3 has more cells"):
        ent.read_marks(write(tmp_path, "sep=;\nNom;Note\nBernard;14;5\n"), ["Note"], pupil="Nom")


def test_what_does_not_go_together_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "Nom;Note\nBernard;12\n")
    with pytest.raises(ValueError, match="Prénom"):
        ent.read_marks(path, ["Note"], pupil=["Nom", "Prénom"])
    with pytest.raises(ValueError, match="1 rows, and 2"):
        ent.read_marks(path, ["Note"], pupil_ids=[1, 2])
    with pytest.raises(ValueError, match="either"):
        ent.read_marks(path, ["Note"])
    with pytest.raises(ValueError, match="several columns are headed Note"):
        ent.read_marks(write(tmp_path, "Nom;Note;Note\nBernard;12;13\n"), ["Note"], pupil="Nom")
    with pytest.raises(ValueError, match="no headings"):
        ent.read_marks(write(tmp_path, ""), ["Note"], pupil="Nom")
    with pytest.raises(ValueError, match="several columns are headed Note"):
        ent.read_marks(write(tmp_path, "Nom;Note;Note\nBernard;12;13\n"), ["Note"], pupil="Nom")


class School:
    """A division with as many pupils as are asked for, and its teacher of mathematics."""

    def __init__(self, portal: ent.Portal, host: ent.Session, names: list[tuple[str, str]]) -> None:
        self.org = host.org.add(kind="establishment", code="9990002B", name="Collège", degree="second", valid_from=FIRST).id
        teacher = host.person.add(org_id=self.org, family_name="Moreau", given_name="Paul").id
        host.person.affiliate(org_id=self.org, person_id=teacher, profile="teacher", valid_from=FIRST)
        self.group = host.group.add(org_id=self.org, kind="division", code="3A", name="3A", valid_from=FIRST).id
        self.pupils = [host.person.add(org_id=self.org, family_name=family, given_name=given, on_match="add").id for family, given in names]
        host.group.enrol(id=self.group, pupil_ids=self.pupils, valid_from=FIRST)
        host.group.give_role(id=self.group, person_id=teacher, role="main_teacher", valid_from=FIRST)
        self.service = host.group.add_service(group_id=self.group, teacher_id=teacher, subject_code="MATHS", valid_from=FIRST).id
        host.account.issue_activations(org_id=self.org, person_ids=[teacher])
        self.teacher = portal.act_as(person_id=teacher, profile="teacher")

    def assess(self, name: str, day: date) -> int:
        return self.teacher.gradebook.add_assessment(service_id=self.service, name=name, date=day).id


def test_a_table_is_entered_whole_or_not_at_all(portal: ent.Portal, host: ent.Session, tmp_path: Path) -> None:
    school = School(portal, host, [("Bernard", "Noé"), ("Martin", "Léa")])
    test = school.assess("Fractions", date(2026, 9, 10))
    path = write(tmp_path, "Nom;Note\nBernard Noé;14,5\nMartin Léa;12..5\n")
    rows = ent.read_marks(path, ["Note"], pupil="Nom")
    with school.teacher as session:
        tried = session.gradebook.import_marks(service_id=school.service, assessment_ids=[test], items=rows, dry_run=True)
        assert [(cell.row, cell.column, cell.outcome, cell.reason) for cell in tried] == [
            (1, 1, "changes", None), (2, 1, "refused", "gradebook.not_a_mark")]
        with pytest.raises(ent.InvalidArgument) as refused:
            session.gradebook.import_marks(service_id=school.service, assessment_ids=[test], items=rows)
        assert refused.value.fields == {"/items/1/cells/0": "gradebook.not_a_mark"}
        assert all(mark.kind == "not_entered" for mark in session.gradebook.marks(id=test))
        rows[1]["cells"] = ["12,5"]
        done = session.gradebook.import_marks(service_id=school.service, assessment_ids=[test], items=rows)
        assert done.written and done.changed == 2
        assert [mark.value for mark in session.gradebook.marks(id=test)] == [Decimal("14.5"), Decimal("12.5")]


def test_a_table_of_levels_says_what_it_would_change(portal: ent.Portal, host: ent.Session, tmp_path: Path) -> None:
    school = School(portal, host, [("Bernard", "Noé"), ("Martin", "Léa")])
    items: list[ent.skill.NodeDict] = [{"code": "N1", "label": "Additionner"}, {"code": "N2", "label": "Multiplier"}]
    referential = host.skill.add_referential(org_id=school.org, code="MATHS", version="1", name="Nombres", items=items, valid_from=FIRST)
    first, second = [item.id for item in host.skill.referential(org_id=school.org, id=referential.id)]
    path = write(tmp_path, "Nom;Prénom;N2;N1;\nMartin;Léa;Très bonne;f;\nBernard;Noé;abs;3;\n", "cp1252")
    table = ent.read_levels(path, pupil=["Nom", "Prénom"])
    assert table == {"item_codes": ["N2", "N1"], "items": [{"cells": ["Très bonne", "f"], "pupil": "Martin Léa"},
                                                           {"cells": ["abs", "3"], "pupil": "Bernard Noé"}]}
    assert ent.read_levels(path, {"N1": "MATHS:N1"}, pupil="Nom")["item_codes"] == ["MATHS:N1"]
    with school.teacher as session:
        test = session.skill.add_evaluation(group_id=school.group, name="Calcul", date=date(2026, 9, 10), item_ids=[first, second]).id
        session.skill.enter_levels(id=test, items=[{"pupil_id": school.pupils[1], "item_id": first, "level": 3}])
        tried = session.skill.import_levels(id=test, **table, dry_run=True)
        assert [(cell.outcome, cell.level, cell.stood_level) for cell in tried] == [
            ("changes", 4, None), ("changes", 2, 3), ("changes", None, None), ("changes", 3, None)]
        assert not tried.written
        assert session.skill.import_levels(id=test, **table).changed == 4
        again = session.skill.import_levels(id=test, **table)
        assert again.changed == 0 and {cell.outcome for cell in again} == {"stands"}
        with pytest.raises(ent.InvalidArgument) as refused:
            session.skill.import_levels(id=test, **ent.read_levels(path, {"N1": "N1", "N2": "N3"}, pupil="Nom"))
        assert refused.value.fields == {"/item_codes/1": "skill.no_item"}


def hundredths(value: Fraction) -> Decimal:
    """Half away from zero; marks are not negative."""
    return Decimal(int(value * 100 + Fraction(1, 2))) / 100


@pytest.mark.parametrize("name", ["student-mat-GP.csv", "student-por-GP.csv"])
def test_real_marks(portal: ent.Portal, host: ent.Session, name: str) -> None:
    """Three marks of some hundred pupils each: a row is a pupil, a column an assessment."""
    here = Path(os.environ.get("ENT_SHARED_DATA", Path(__file__).parents[3] / "shared" / "data"))
    path = here / "uci-student" / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    lines = [line.split(";") for line in path.read_text(encoding="utf-8").splitlines()]
    places = [lines[0].index(heading) for heading in ("G1", "G2", "G3")]
    marks = [[Fraction(line[place]) for place in places] for line in lines[1:]]
    school = School(portal, host, [("Nom", f"P{number:03}") for number in range(len(marks))])
    tests = [school.assess(f"G{number}", date(2026, 9, number)) for number in (1, 2, 3)]
    rows = ent.read_marks(path, ["G1", "G2", "G3"], pupil_ids=school.pupils)
    with school.teacher as session:
        done = session.gradebook.import_marks(service_id=school.service, assessment_ids=tests, items=rows)
        assert done.changed == 3 * len(marks) and not done.refused
        means = [sum(three, Fraction(0)) / 3 for three in marks]
        for pupil, mean in list(zip(school.pupils, means, strict=True))[::7]:
            told = session.gradebook.averages(org_id=school.org, pupil_id=pupil, first_day=FIRST, last_day=LAST)
            assert told.general == hundredths(mean)
        look = session.gradebook.group_averages(group_id=school.group, first_day=FIRST, last_day=LAST)
        (maths,) = look
        ordered = sorted(means)
        size = len(ordered)
        assert maths.marked == maths.pupils == size
        assert maths.mean == hundredths(sum(ordered, Fraction(0)) / size)
        assert (maths.minimum, maths.maximum) == (hundredths(ordered[0]), hundredths(ordered[-1]))
        assert maths.median == hundredths(statistics.median(ordered))
        assert maths.lower_quartile == hundredths(ordered[-(-size // 4) - 1])
        assert maths.upper_quartile == hundredths(ordered[-(-3 * size // 4) - 1])
        bounds = [Fraction(bound) for bound in (5, 8, 10, 12, 15)]
        assert list(maths.bands) == [sum(low <= mean < high for mean in ordered)
                                     for low, high in zip([Fraction(-1), *bounds], [*bounds, Fraction(21)], strict=True)]
        assert look.general is not None and look.general.mean == maths.mean
        table = session.gradebook.table(group_id=school.group, first_day=FIRST, last_day=LAST, ranks=True)
        ranked = {row.pupil.id: row for row in table}
        shown = [hundredths(mean) for mean in means]
        for pupil, mine in zip(school.pupils, shown, strict=True):
            assert ranked[pupil].general == ranked[pupil].averages[0].average == mine
            assert ranked[pupil].rank == 1 + sum(other > mine for other in shown)
        frame = table.to_pandas()
        assert list(frame["general"]) == [row.general for row in table] and frame["marks"].sum() == 3 * size
