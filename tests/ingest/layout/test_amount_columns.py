import pytest

from ingest.layout.amount_columns import amount_columns, is_amount, is_value, side_by_side
from ingest.pages import Word
from tests.ingest.drawn import line, right, row, segments


@pytest.mark.parametrize(
    "text",
    [
        "1 670",
        "-8 374",
        "\u22128 374",
        "(40)",
        "2,5 %",
        "85%",
        "–",
        "1.670",
        "12345",
        "5 tkr",
        "34 dagar",
        "högst 21 dagar",
        "$9,600",
        "1 670²",
        "+3",
    ],
)
def test_amounts_are_known(text: str) -> None:
    assert is_amount(text)


@pytest.mark.parametrize("text", ["Hyra", "12 kap", "", "1 2", "2025–2027", "†", "tkr"])
def test_other_cells_are_none(text: str) -> None:
    assert not is_amount(text)


@pytest.mark.parametrize("text", ["†", "‡", "..", "…", "i.u.", "x", ":", "5"])
def test_marks_of_a_missing_amount_are_values(text: str) -> None:
    assert is_value(text)


def test_columns_are_what_stands_under_one_another() -> None:
    rows = [row("Post", (str(n), str(n * 100)), 50, 100 + 16 * n, (200.0, 280.0)) for n in range(1, 4)]
    found = [[piece.text for piece in column] for column in amount_columns(segments(*rows))]
    assert sorted(found) == [["1", "2", "3"], ["100", "200", "300"]]


def test_marks_alone_are_no_column() -> None:
    assert amount_columns(segments(*[line("x", 50, 100 + 16 * n) for n in range(4)])) == []


def test_columns_with_labels_between_them_are_two_tables() -> None:
    rows = [
        row(label, (str(n),), x, 100 + 16 * n, (edge,))
        for n in range(1, 5)
        for label, x, edge in (("Hyra", 50, 150.0), ("Lön", 250, 350.0))
    ]
    pieces = segments(*rows)
    assert [len(group) for group in side_by_side(amount_columns(pieces), pieces)] == [1, 1]


def test_a_lone_amount_in_a_row_of_the_table_is_its_last_column() -> None:
    rows = [row("Post", (str(n), str(n * 7)), 50, 100 + 16 * n, (200.0, 280.0)) for n in range(1, 5)]
    pieces = segments(*rows, right("99", 350, 132))
    (group,) = side_by_side(amount_columns(pieces), pieces)
    assert [[piece.text for piece in column] for column in group][-1] == ["99"]


def test_a_larger_heading_between_two_tables_of_the_same_columns_parts_them() -> None:
    rows = [row("Hyra", ["10"], 50, 100 + 14 * n, [200.0]) for n in range(3)]
    below = [row("Lön", ["20"], 50, 176 + 14 * n, [200.0]) for n in range(3)]
    assert len(amount_columns(segments(*rows, *below))) == 2
    near = [row("Lön", ["20"], 50, 160 + 14 * n, [200.0]) for n in range(3)]
    assert len(amount_columns(segments(*rows, *near))) == 1
    heading = line("Avgifter", 50, 142, 13, bold=True)
    assert len(amount_columns(segments(*rows, heading, *near))) == 2
    elsewhere = line("Annan spalt", -150, 142, 13, bold=True)
    assert len(amount_columns(segments(*rows, elsewhere, *near))) == 1


def test_years_printed_once_more_under_white_begin_another_table() -> None:
    def table(top: float) -> list[list[Word]]:
        return [row("kr", ["2025", "2026"], 50, top, [200.0, 260.0])] + [
            row("Hyra", ["10", "20"], 50, top + 14 * n, [200.0, 260.0]) for n in range(1, 4)
        ]

    pieces = segments(*table(100), *table(180))
    assert [len(group) for group in side_by_side(amount_columns(pieces), pieces)] == [2, 2]
    close = segments(*table(100), *table(156))
    assert [len(group) for group in side_by_side(amount_columns(close), close)] == [2]
