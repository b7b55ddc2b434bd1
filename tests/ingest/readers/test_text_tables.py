from ingest.readers.text_chunks import lines_of
from ingest.readers.text_tables import table_rows, table_span


def table(text: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a text that is one table and nothing else."""
    lines = lines_of(text)
    assert table_span(lines, 0) == len(lines)
    return table_rows(lines)


def test_years_above() -> None:
    assert table("2024 2023\nINTÄKTER\nAvgift 3 770 066 5 595 204\nÖvrigt 0 20\nSUMMA 3 770 066 5 595 224") == (
        ("", "2024", "2023"),
        ("INTÄKTER", "", ""),
        ("Avgift", "3 770 066", "5 595 204"),
        ("Övrigt", "0", "20"),
        ("SUMMA", "3 770 066", "5 595 224"),
    )


def test_years_below_are_moved_above() -> None:
    assert table("Avgift 10 447 10 760\nHyra 1 670 1 720\n2025 2026") == (
        ("", "2025", "2026"),
        ("Avgift", "10 447", "10 760"),
        ("Hyra", "1 670", "1 720"),
    )


def test_a_label_over_two_lines_is_one() -> None:
    assert table("2025 2026\nPolitiska arvoden, \nordförande 10 20\nHyra 1 2")[1:] == (
        ("Politiska arvoden, ordförande", "10", "20"),
        ("Hyra", "1", "2"),
    )
    assert table("2025 2026\nHyra 1 2\nPolitiska arvoden,\nordförande 10 20")[2] == (
        "Politiska arvoden, ordförande",
        "10",
        "20",
    )
    assert table("2025 2026\nHyra 1 2\nAnspråkstagande av medel\nfrån tidigare år 10 20")[2] == (
        "Anspråkstagande av medel från tidigare år",
        "10",
        "20",
    )


def test_amounts_on_the_line_below_their_label_are_its() -> None:
    assert table("2025 2026\nHyra 1 2\nByte av armatur\n1 200 000 1 200 000")[2] == (
        "Byte av armatur",
        "1 200 000",
        "1 200 000",
    )


def test_a_line_of_bases_goes_into_the_header() -> None:
    assert table("Utfall Budget Plan\n2024 2025 2026\nHyra 1 2 3\nLön 4 5 6")[0] == (
        "",
        "Utfall 2024",
        "Budget 2025",
        "Plan 2026",
    )


def test_names_of_columns_open_a_table_without_years() -> None:
    assert table("Intäkter 2025        Belopp (tkr)\nAvgift        7 961\nBidrag        500") == (
        ("Intäkter 2025", "Belopp (tkr)"),
        ("Avgift", "7 961"),
        ("Bidrag", "500"),
    )


def test_a_table_ends_where_the_next_begins() -> None:
    lines = lines_of("2024 2023\nAvgift 1 2\nHyra 3 4\n2024 2023\nAvgift 5 6\nHyra 7 8")
    assert table_span(lines, 0) == 3
    assert table_span(lines, 3) == 6


def test_a_table_ends_before_prose_and_at_the_page() -> None:
    lines = lines_of("2024 2023\nAvgift 1 2\nHyra 3 4\nÖkningen beror på nya lokaler som hyrs in från mars.\n")
    assert table_span(lines, 0) == 3
    lines = lines_of("2024 2023\nAvgift 1 2\nHyra 3 4\fLön 5 6\nBil 7 8")
    assert table_span(lines, 0) == 3


def test_prose_and_single_rows_are_no_tables() -> None:
    for text in ("Förbundet har 14 kommuner.\nDe är olika.", "Hyra 10", "2024 2023", "75% Strateg\n50% Ekonom"):
        assert table_span(lines_of(text), 0) == 0


def test_a_header_with_a_corner_and_words_before_its_years_names_the_columns() -> None:
    rows = "Drift (tkr) Bokslut 2024 Budget 2025 Förändring 24\u201325\nHyra 820 840 20\nLön -6 100 -6 240 -140"
    assert table(rows) == (
        ("Drift (tkr)", "Bokslut 2024", "Budget 2025", "Förändring 24\u201325"),
        ("Hyra", "820", "840", "20"),
        ("Lön", "-6 100", "-6 240", "-140"),
    )
    assert table("Kommun 2025 2026 Ökning, %\nBerga 9 800 10 150 3,6\nAlby 5 700 5 950 4,4")[:2] == (
        ("Kommun", "2025", "2026", "Ökning, %"),
        ("Berga", "9 800", "10 150", "3,6"),
    )


def test_amounts_alone_under_one_another_are_no_table() -> None:
    lines = lines_of("Lön\nHyra\n310\n7 730\n610\n2 140")
    assert [table_span(lines, n) for n in range(len(lines))] == list(range(len(lines)))


def test_a_title_with_a_year_over_rows_that_do_not_fit_it_heads_no_table() -> None:
    lines = lines_of("Plan 2026\nHyra 24 300 3 100 5 200\nBelopp 2024 2025 2026\nLön 10 20 30\nBil 1 2 3")
    assert table_span(lines, 0) == 0
    assert table_span(lines, 2) == 5
