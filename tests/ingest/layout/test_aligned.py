from ingest.layout.aligned import find_aligned
from ingest.layout.number_runs import parted
from ingest.pages import Word
from tests.ingest.drawn import line, right, row, segments

EDGES = (250.0, 320.0)


def rows_at(x: float, edges: tuple[float, ...], top: float = 100) -> list[list[Word]]:
    heads = ("2025", "2026")[: len(edges)]
    values = [
        ("Hyra", "1 670", "1 720"),
        ("Lön", "-8 374", "-8 597"),
        ("Bilar", "40", "40"),
        ("Summa", "-6 664", "-6 837"),
    ]
    found = [[word for text, edge in zip(heads, edges, strict=True) for word in right(text, edge, top)]]
    return found + [
        row(label, cells[: len(edges)], x, top + 16 * n, edges) for n, (label, *cells) in enumerate(values, 1)
    ]


def test_numbers_under_one_another_are_a_table_with_labels_and_years() -> None:
    (table,) = find_aligned(segments(*rows_at(50, EDGES)))
    assert table.cells.rows == (
        ("", "2025", "2026"),
        ("Hyra", "1 670", "1 720"),
        ("Lön", "-8 374", "-8 597"),
        ("Bilar", "40", "40"),
        ("Summa", "-6 664", "-6 837"),
    )


def test_two_columns_are_enough() -> None:
    (table,) = find_aligned(segments(*rows_at(50, EDGES[:1])))
    assert table.cells.rows[1:3] == (("Hyra", "1 670"), ("Lön", "-8 374"))


def test_tables_side_by_side_are_two() -> None:
    both = [a + b for a, b in zip(rows_at(50, (200.0,)), rows_at(320, (520.0,)), strict=True)]
    tables = find_aligned(segments(*both))
    assert sorted((table.box.x0, table.cells.rows[1]) for table in tables) == [
        (50.0, ("Hyra", "1 670")),
        (320.0, ("Hyra", "1 670")),
    ]


def test_a_wrapped_label_is_one() -> None:
    words = rows_at(50, EDGES)
    words += [line("Politiska arvoden,", 50, 180), row("ordförande", ("-283", "-291"), 50, 193, EDGES)]
    (table,) = find_aligned(segments(*words))
    assert table.cells.rows[-1] == ("Politiska arvoden, ordförande", "-283", "-291")


def test_an_empty_cell_keeps_its_column() -> None:
    words = [
        *rows_at(50, EDGES),
        [*line("Nytt", 50, 180), *right("5", EDGES[1], 180)],
        row("Ränta", ("1", "2"), 50, 196, EDGES),
    ]
    (table,) = find_aligned(segments(*words))
    assert table.cells.rows[-2:] == (("Nytt", "", "5"), ("Ränta", "1", "2"))


def test_prose_with_a_number_here_and_there_is_no_table() -> None:
    words = [line(f"Under året har {n} möten hållits i kommunen", 50, 100 + 13 * n) for n in range(6)]
    assert find_aligned(segments(*words)) == []


def test_numbers_without_labels_are_no_table() -> None:
    assert find_aligned(segments(*[right(str(n), 250, 100 + 16 * n) for n in range(5)])) == []


def test_a_sub_heading_right_under_the_names_of_columns_does_not_hide_them() -> None:
    heads, *_ = rows_at(50, EDGES, top=88)
    body = rows_at(50, EDGES, top=104)[1:]
    (table,) = find_aligned(segments(heads, line("INTÄKTER", 50, 104), *body))
    assert table.cells.rows[:3] == (("", "2025", "2026"), ("INTÄKTER", "", ""), ("Hyra", "1 670", "1 720"))


def test_words_under_the_years_name_the_columns_with_them() -> None:
    heads, *_ = rows_at(50, EDGES, top=92)
    words = [*right("utfall", EDGES[0], 103), *right("plan", EDGES[1], 103)]
    (table,) = find_aligned(segments(heads, words, *rows_at(50, EDGES, top=104)[1:]))
    assert table.cells.rows[:2] == (("", "2025 utfall", "2026 plan"), ("Hyra", "1 670", "1 720"))


def test_words_and_years_below_the_rows_name_the_columns() -> None:
    body = rows_at(50, EDGES)[1:]
    words = [*right("Utfall", EDGES[0], 182), *right("Plan", EDGES[1], 182)]
    years = [*line("Belopp (tkr)", 50, 193), *right("2025", EDGES[0], 193), *right("2026", EDGES[1], 193)]
    (table,) = find_aligned(segments(*body, words, years))
    assert table.cells.rows[0] == ("Belopp (tkr)", "Utfall 2025", "Plan 2026")
    assert len(table.cells.rows) == 5


def test_columns_of_words_are_read_whether_their_starts_or_their_ends_are_in_line() -> None:
    rows = [("Näs", "Dag och natt", "1 + 4", "90 s", "18"), ("Ås", "Dag", "1 + 3", "5 min", "16")]
    rows += [("Berget", "Dag", "1 + 2", "6 min", "14"), ("Dalen", "Natt", "1 + 1", "7 min", "9")]
    words = [line("Jour", 50, 84)]
    words += [right(name, edge, 84) for name, edge in (("Tid", 200), ("Styrka", 260), ("Start", 320), ("Folk", 380))]
    for n, (place, *cells) in enumerate(rows):
        top = 100 + 16 * n
        words += [line(place, 50, top)]
        words += [right(cell, edge, top) for cell, edge in zip(cells, (200, 260, 320, 380), strict=True)]
    (table,) = find_aligned(parted(segments(*words)))
    assert table.cells.rows == (("Jour", "Tid", "Styrka", "Start", "Folk"), *rows)


def test_numbered_aims_over_several_lines_stand_beside_their_measures() -> None:
    words = [[*line("Nr", 50, 86), *line("Mål", 70, 86)], line("Mått", 240, 86), right("2025", 400, 86)]
    told = [
        ("1", ("Alla ska få", "rent vatten"), (("Andel klara", "74 %"), ("Antal läckor", "12"))),
        ("2", ("Vi svarar snabbt",), (("Dagar till svar", "3"),)),
        ("3", ("Sjön ska må bra",), (("Siktdjup", "4"),)),
    ]
    top = 104
    for number, aim, measures in told:
        words += [line(number, 50, top), *(line(text, 70, top + 12 * n) for n, text in enumerate(aim))]
        for name, value in measures:
            words += [line(name, 240, top), right(value, 400, top)]
            top += 28 if len(measures) > 1 else 18
    (table,) = find_aligned(segments(*words))
    assert table.cells.rows == (
        ("Nr", "Mål", "Mått", "2025"),
        ("1", "Alla ska få rent vatten", "Andel klara", "74 %"),
        ("", "", "Antal läckor", "12"),
        ("2", "Vi svarar snabbt", "Dagar till svar", "3"),
        ("3", "Sjön ska må bra", "Siktdjup", "4"),
    )
