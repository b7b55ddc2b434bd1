import pytest

from ingest.readers.text_parting import decided
from ingest.readers.text_rows import (
    column_names,
    header_cells,
    is_basis_header,
    is_column_head,
    is_row,
    is_year_header,
    names_over,
    partings,
)


@pytest.mark.parametrize(
    ("line", "columns", "cells"),
    [
        ("Övriga kostnader 249 897 203 000", 2, ("Övriga kostnader", "249 897", "203 000")),
        ("Förbundsmedel 0 347 742", 2, ("Förbundsmedel", "0", "347 742")),
        ("Avgift 10 447 10 760 11 083", 3, ("Avgift", "10 447", "10 760", "11 083")),
        ("Bilar -40 -40 -40", 3, ("Bilar", "-40", "-40", "-40")),
        ("Lön -8 374 - 8 597 \u22128 856", 3, ("Lön", "-8 374", "-8 597", "\u22128 856")),
        ("Krav -1 497 000 -1 807 000 -2 314 000", 3, ("Krav", "-1 497 000", "-1 807 000", "-2 314 000")),
        ("Resultat 0 30 30", 3, ("Resultat", "0", "30", "30")),
        ("Summa 1 200 000 1 410 000", 2, ("Summa", "1 200 000", "1 410 000")),
        ("Räntor 1 025 950", 2, ("Räntor", "1 025", "950")),
        ("Resor 12,5 3,0", 2, ("Resor", "12,5", "3,0")),
        ("Resor 1 012,5 3,0", 2, ("Resor", "1 012,5", "3,0")),
        ("Projekt 39 %", 1, ("Projekt", "39 %")),
        ("Etapp 2 1 500 1 700", 2, ("Etapp 2", "1 500", "1 700")),
        ("Drift (1 200) 3 000", 2, ("Drift", "(1 200)", "3 000")),
        ("Bidrag 5,2 \u2013 4,3 *", 4, ("Bidrag", "5,2", "\u2013", "4,3", "*")),
        ("Hyra\t1 670\t1 720", 2, ("Hyra", "1 670", "1 720")),
        ("Hyra    1 670     1 720", 2, ("Hyra", "1 670", "1 720")),
        ("1 200 000 1 200 000", 2, ("", "1 200 000", "1 200 000")),
        ("Projekt in 2025 4 200", 1, ("Projekt in 2025", "4 200")),
        ("Hyra 12500 12750", 2, ("Hyra", "12500", "12750")),
        ("Hyra 1\u00a0670 1\u00a0720", 2, ("Hyra", "1 670", "1 720")),
    ],
)
def test_the_figures_of_a_row_are_parted_into_its_columns(line: str, columns: int, cells: tuple[str, ...]) -> None:
    assert is_row(line)
    parted = partings(line, columns)
    assert parted is not None
    way = decided([parted])[0]
    assert way is not None
    assert (parted.label, *way) == cells


def test_a_missing_cell_can_be_any() -> None:
    parted = partings("Hyra 10,5", 2)
    assert parted is not None
    assert parted.ways == (("10,5", ""), ("", "10,5"))
    assert not parted.rigid


def test_text_after_the_amounts_is_kept_apart() -> None:
    parted = partings("Vaccin mot sjuka 19 4,20 4,20 Lokal vård", 2, text_after=True)
    assert parted is not None
    assert (parted.label, parted.ways, parted.text) == ("Vaccin mot sjuka 19", (("4,20", "4,20"),), "Lokal vård")


def test_a_line_without_amounts_is_no_row_of_the_table() -> None:
    assert partings("Hyra", 1) is None


@pytest.mark.parametrize(
    "line",
    [
        "Förbundet har 14 medlemskommuner",
        "Planen antogs 2023",
        "2024 2023",
        "Detta avsnitt handlar om 14.",
        "Mål: 3",
        "En mycket lång rad med löpande text som bara råkar sluta i ett tal på slutet av raden 14",
        "INTÄKTER",
        "",
    ],
)
def test_other_lines_are_no_rows(line: str) -> None:
    assert not is_row(line)


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("2024 2023", ("", "2024", "2023")),
        ("2025", ("", "2025")),
        ("Budget 2024 Bokslut 2023", ("", "Budget 2024", "Bokslut 2023")),
        ("Utökning ramar 2026 2027 2028", ("Utökning ramar", "2026", "2027", "2028")),
        ("Minskningar 2026 2027Utfördelat till", ("Minskningar", "2026", "2027")),
    ],
)
def test_a_header_of_years_is_known_and_cut(line: str, cells: tuple[str, ...]) -> None:
    assert is_year_header(line)
    assert header_cells(line) == cells


@pytest.mark.parametrize("line", ["Planen antogs 2023 och gäller", "Hyra 10 20", "2024–2023", "12 2024", "Mål"])
def test_other_lines_are_no_header_of_years(line: str) -> None:
    assert not is_year_header(line)


def test_words_of_basis_are_a_header() -> None:
    assert is_basis_header("Utfall Prognos Budget Budget")
    assert is_basis_header("(tkr) (tkr) %")
    assert not is_basis_header("Budget")
    assert not is_basis_header("Budget för kansliet")


def test_wide_white_space_parts_names_of_columns() -> None:
    assert is_column_head("Intäkter 2025        Belopp (tkr)")
    assert column_names("Intäkter 2025        Belopp (tkr)", 2) == ("Intäkter 2025", "Belopp (tkr)")
    assert column_names("INTÄKTER", 3) == ("INTÄKTER", "", "")


@pytest.mark.parametrize("line", ["Hyra        1 670", "INTÄKTER", "2024      2023", "Ord  med  glest  mellanrum"])
def test_other_lines_name_no_columns(line: str) -> None:
    assert not is_column_head(line)


def test_words_before_the_years_are_names_where_wide_white_space_parts_them() -> None:
    assert header_cells("By            Båtar     2025      2026") == ("By", "Båtar", "2025", "2026")
    assert header_cells("Antal båtar 2025 2026") == ("Antal båtar", "2025", "2026")
    assert header_cells("Mätning  Utfall 2024  Mål 2026") == ("Mätning", "Utfall 2024", "Mål 2026")


def test_bare_names_head_rows_with_an_amount_for_each() -> None:
    rows = ["Norra bryggan 54 98 118,4", "Viken 18 84 11,2", "Ön 10 – 3,1"]
    assert names_over("Hamn Båtar Bojar Besök", rows) == ("Hamn", "Båtar", "Bojar", "Besök")
    assert names_over("Hamn Båtar Bojar Besök Gäster", rows) == ()
    assert names_over("Så många båtar finns", rows) == ()
