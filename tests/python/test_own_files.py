"""The demo program on files of one's own: what is left out is told by file, line and column, and nothing stands behind of what could not begin."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = Path(os.environ.get("ENT_BUILD_DIR", ROOT / "build")) / "examples/academy"

pytestmark = pytest.mark.skipif(not PROGRAM.exists(), reason="this build is without the examples")


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120)


def marks(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    (folder / "n.csv").write_text(text, encoding="utf-8")
    return run(folder, ":memory:", "--marks", "n.csv")


def told(folder: Path, text: str) -> list[str]:
    done = marks(folder, text)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize(("cell", "why"), [
    ("12..5", "Ce n'est ni un nombre ni une mention reconnue."), ("NaN", "Ce n'est ni un nombre ni une mention reconnue."),
    ("25", "Cette note dépasse le barème de l'évaluation."), ("x" * 101, "Ce texte est trop long."),
])
def test_a_bad_cell_is_refused_alone(tmp_path: Path, cell: str, why: str) -> None:
    """Dupont 13; Martin (14 + 15) / 2 = 14,50; Durand (9 + 8) / 2 = 8,50; the mean of the three is 12."""
    lines = told(tmp_path, f"Nom;Fractions;Symétrie\nDupont;{cell};13\nMartin;14;15\nDurand;9;8\n")
    assert lines[:4] == ["3 élèves, 2 évaluations : Fractions, Symétrie.", "Ne sont pas des colonnes de notes : Nom.",
                         "Notes saisies : 5 ; refusées : 1.", f"  refusé, n.csv, ligne 2, Fractions, « {cell} » : {why}"]
    assert lines[5] == "  moyenne 12,00 ; de 8,50 à 14,50 ; médiane 13,00 ; quartiles 8,50 et 14,50"
    assert lines[6:] == ["Élève Dupont : moyenne 13,00.", "  Symétrie : 13, la seule qui compte"]


def test_a_row_with_more_cells_than_headings_is_refused_with_its_line(tmp_path: Path) -> None:
    """A decimal comma between commas: which mark belongs where is not sure. Lines are those of the file, also behind a name on two."""
    lines = told(tmp_path, 'Nom,Un,Deux\n"Du\npont",10,11\n\nMartin,14,5,13\n')
    assert lines[2:4] == ["Notes saisies : 2 ; refusées : 3.",
                          "  refusé, n.csv, ligne 5 : 4 cellules pour 3 en-têtes, aucune note de cette ligne n'est saisie"]
    assert "Élève Du pont : moyenne 10,50." in lines


@pytest.mark.parametrize(("text", "assessments", "others"), [
    ("Nom;Classe;Un\nA;6;12\nB;6;13\n", "1 évaluation : Un.", "Nom, Classe"),
    ("Nom;N°;Un\nA;1;12\nB;2;13\n", "1 évaluation : Un.", "Nom, N°"),
    ("NOM;PRÉNOM;Un;\nA;Zoé;12;\nB;Léa;abs;\n", "1 évaluation : Un.", "NOM, PRÉNOM"),
    ("Nom;;;Un\nA;Zoé;12;13\nB;Léa;11;abs\n", "2 évaluations : 3, Un.", "Nom, 2"),
    ("Nom;Vide;Un;Deux\nA;;12;\nB;;13;\n", "2 évaluations : Un, Deux.", "Nom, Vide"),
])
def test_what_stands_before_the_marks_is_none(tmp_path: Path, text: str, assessments: str, others: str) -> None:
    lines = told(tmp_path, text)
    assert lines[:2] == [f"2 élèves, {assessments}", f"Ne sont pas des colonnes de notes : {others}."]


def test_nothing_need_be_entered_of_the_first(tmp_path: Path) -> None:
    lines = told(tmp_path, "Nom;Un\nA;12;13\nB;14\n")
    assert lines[:1] + lines[2:3] == ["2 élèves, 1 évaluation : Un.", "Notes saisies : 1 ; refusées : 2."]
    assert lines[-1] == "Élève A : moyenne —."
    assert told(tmp_path, "Nom;Un\nA;12,5555\n")[-1] == "Élève A : moyenne —."


def test_a_column_that_is_left_out_tells_for_which_cell(tmp_path: Path) -> None:
    lines = told(tmp_path, "Nom;Avis;Un\nA;Bien;12\nB;;13\nC;10;14\nD;Assez bien;15\n")
    assert lines[1:3] == ["Ne sont pas des colonnes de notes : Nom, Avis.", "  ligne 2, colonne 2 « Avis » : « Bien » n'est pas une note sur 20."]


def test_a_control_in_a_name_stays_on_its_line(tmp_path: Path) -> None:
    assert "Élève A [2J B : moyenne 12,00." in told(tmp_path, 'Nom;Un\n"A\x1b[2J\nB";12\n')


@pytest.mark.parametrize(("text", "why"), [
    ("", "n.csv : aucun en-tête"),
    ("Nom;Un\n", "n.csv : 0 lignes sous l'en-tête ; il en faut de 1 à 500"),
    ("Nom;Un\n" + "A;12\n" * 501, "n.csv : 501 lignes sous l'en-tête ; il en faut de 1 à 500"),
    ("Nom;Un;Appréciation\nA;12;\nB;13;Bon travail\n",
     "n.csv : ligne 3, colonne 3 « Appréciation » : « Bon travail » n'est pas une note sur 20 ; il faut des notes sur 20 dans les dernières colonnes"),
    ("Nom;Un\nA;\n", "n.csv : la dernière colonne, « Un », est vide ; il faut des notes sur 20 dans les dernières colonnes"),
    ("Nom;" + ";".join(f"C{place}" for place in range(41)) + "\nA" + ";12" * 41 + "\n", "n.csv : 41 colonnes de notes ; 40 au plus en une fois"),
    ('Nom;Un\nA;12\n"B;13\nC;14\n', "n.csv, ligne 3 : un guillemet n'est jamais fermé"),
    ("Nom;Un\nA;12\n" + "B" * 101 + ";13\n", "n.csv, ligne 3 : Ce texte est trop long."),
    ("Nom;" + "U" * 201 + "\nA;12\n", "n.csv, colonne 2 : Ce texte est trop long."),
])
def test_of_a_table_that_cannot_be_entered_nothing_stays(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / "n.csv").write_text(text, encoding="utf-8")
    done = run(tmp_path, "s.db", "--marks", "n.csv")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", why + "\n")
    assert [path.name for path in tmp_path.iterdir()] == ["n.csv"]


UNREADABLE = "Un fichier ou un dossier ne peut pas être lu. (import.unreadable)"
NONE = "Le dossier ne contient aucun fichier de ce format et de ce mode. (import.no_files)"


@pytest.mark.parametrize(("option", "name", "why"), [
    ("--aaf", "missing", UNREADABLE), ("--aaf", ".", NONE), ("--oneroster", "missing", UNREADABLE), ("--oneroster", ".", NONE),
    ("--marks", "missing", "fichier illisible"), ("--marks", ".", "fichier illisible"), ("--fet", "missing", UNREADABLE), ("--fet", ".", UNREADABLE),
])
def test_what_is_not_there_is_named_in_french(tmp_path: Path, option: str, name: str, why: str) -> None:
    done = run(tmp_path, "s.db", option, name)
    assert (done.returncode, done.stdout, done.stderr.splitlines()[0]) == (1, "", f"{name} : {why}")
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_timetable_leaves_nothing(tmp_path: Path) -> None:
    assert "Rien n'a été chargé." in run(tmp_path, "s.db", "--fet", str(ROOT / "README.md")).stdout
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "n.csv").write_text("Nom;Un\nA;12\n", encoding="utf-8")
    assert run(tmp_path, "s.db", "--marks", "n.csv").returncode == 0
    assert run(tmp_path, "s.db", "--aaf", "missing").returncode == 1
    assert (tmp_path / "s.db").stat().st_size > 0


def test_help_and_wrong_use(tmp_path: Path) -> None:
    for arguments in (["--help"], ["-h"], ["s.db", "--help"]):
        done = run(tmp_path, *arguments)
        assert (done.returncode, done.stderr) == (0, "") and done.stdout.startswith("academy [STORE]\n")
    for arguments, why in ((["--bogus"], "option inconnue : --bogus"), (["s.db", "--bogus"], "option inconnue ou incomplète : --bogus"),
                           (["s.db", "--marks"], "option inconnue ou incomplète : --marks"),
                           (["s.db", "--scale", "town"], "--scale town : academy ou primary")):
        done = run(tmp_path, *arguments)
        assert (done.returncode, done.stdout, done.stderr.splitlines()[0]) == (2, "", f"academy : {why}")
    for number in ("0", "-1", "abc", "3x", "10001", "99999999999"):
        done = run(tmp_path, "s.db", "--scale", "primary", number)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.splitlines()[0] == f"academy : --scale primary {number} : un nombre d'établissements va de 1 à 10000"
    assert list(tmp_path.iterdir()) == []
