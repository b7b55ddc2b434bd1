from ingest.table_rows import rows_of


def test_rows_that_a_row_before_them_adds_up_stand_under_it() -> None:
    rows = [("", "2025"), ("Tjänster", "70"), ("Strateg", "40"), ("Ekonom", "30"), ("Hyra", "5"), ("Summa", "75")]
    assert [row.heads for row in rows_of(rows, 1)] == [(), ("Tjänster",), ("Tjänster",), (), ()]


def test_rows_are_not_nested_where_the_total_is_of_all() -> None:
    rows = [("", "2025"), ("A", "70"), ("B", "40"), ("C", "30"), ("Summa", "140")]
    assert [row.heads for row in rows_of(rows, 1)] == [(), (), (), ()]


def test_a_total_of_several_groups_stands_under_none() -> None:
    rows = [("", "2025"), ("KANSLI", ""), ("Bilar", "1"), ("MUSEUM", ""), ("Lampor", "2"), ("TOTALT", "3")]
    assert [(row.label, row.heads) for row in rows_of(rows, 1)] == [
        ("Bilar", ("KANSLI",)),
        ("Lampor", ("MUSEUM",)),
        ("TOTALT", ()),
    ]


def test_a_row_whose_figures_could_not_be_parted_is_no_sub_heading() -> None:
    rows = [("", "2025", "2026"), ("Hyra", "1", "2"), ("Rivning 6,5", "", ""), ("Lön", "3", "4"), ("Etapp 2", "", "")]
    assert [row.heads for row in rows_of([*rows, ("Bil", "5", "6")], 1)] == [(), (), ("Etapp 2",)]


def test_labels_alone_that_follow_each_other_stand_over_the_rows_together() -> None:
    rows = [
        ("", "2025"),
        ("Museet AB", ""),
        ("Ägarandel 60 %", ""),
        ("Omsättning", "5"),
        ("Parken AB", ""),
        ("Lån", "7"),
    ]
    assert [row.heads for row in rows_of(rows, 1)] == [("Museet AB", "Ägarandel 60 %"), ("Parken AB",)]


def test_a_result_of_each_group_stands_under_it_and_one_of_all_under_none() -> None:
    each = [
        ("", "2025"),
        ("KANSLI", ""),
        ("Lön", "1"),
        ("Resultat", "1"),
        ("MUSEUM", ""),
        ("Hyra", "2"),
        ("Resultat", "2"),
    ]
    assert [row.heads for row in rows_of(each, 1)] == [("KANSLI",), ("KANSLI",), ("MUSEUM",), ("MUSEUM",)]
    once = [("", "2025"), ("INTÄKTER", ""), ("Avgift", "1"), ("KOSTNADER", ""), ("Hyra", "2"), ("Resultat", "-1")]
    assert rows_of(once, 1)[-1].heads == ()


def test_rows_that_begin_with_varav_stand_under_what_they_are_a_part_of() -> None:
    rows = [
        ("", "2025"),
        ("Skolnämnden", "9"),
        ("Varav grundskola", "6"),
        ("varav lokaler", "1"),
        ("Kulturnämnden", "3"),
    ]
    assert [row.heads for row in rows_of(rows, 1)] == [(), ("Skolnämnden",), ("Skolnämnden",), ()]


def test_a_line_that_states_the_unit_is_no_sub_heading() -> None:
    rows = [("", "2025"), ("Alla belopp i miljoner kronor", ""), ("Hyra", "5")]
    assert [row.heads for row in rows_of(rows, 1)] == [()]


def test_a_title_alone_in_the_heads_stands_over_every_row() -> None:
    rows = [("Avgifter", ""), ("", "2025"), ("Parkering", "5"), ("Torghandel", "6")]
    assert [row.heads for row in rows_of(rows, 2)] == [("Avgifter",), ("Avgifter",)]
    rows = [("Drift", ""), ("", "2025"), ("Skola", ""), ("Lön", "5"), ("Vård", ""), ("Hyra", "6")]
    assert [row.heads for row in rows_of(rows, 2)] == [("Skola",), ("Vård",)]


def test_a_row_whose_label_is_an_amount_has_lost_its_own() -> None:
    rows = [("", "2025"), ("Lön", "70"), ("310", "7 730"), ("25 %", "12"), ("2026", "9"), ("18\u201364", "3")]
    assert [row.label for row in rows_of(rows, 1)] == ["Lön", "2026", "18\u201364"]
